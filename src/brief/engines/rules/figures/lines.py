"""JSON lines {"id", "text"} in, JSON lines {"id", "figures"} out: the body of `brief figures`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from brief.engines.rules.figures.find import FoundFigure, find_figures


def figures_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield one line of figures per line of text; blank lines are skipped.

    Raises ValueError naming the line number when a line is not an object with "id" and "text".
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            record = _record(line, number)
            figures = [_plain(f) for f in find_figures(record["text"], year=record.get("year"))]
            yield json.dumps({"id": record["id"], "figures": figures}, ensure_ascii=False)


def _record(line: str, number: int) -> dict[str, Any]:
    """Return the object of one input line."""
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: not JSON ({error})") from error
    if (
        not isinstance(record, dict)
        or "id" not in record
        or not isinstance(record.get("text"), str)
    ):
        raise ValueError(f'line {number}: needs an object with "id" and a string "text"')
    year = record.get("year")
    if year is not None and not isinstance(year, int):
        raise ValueError(f'line {number}: "year" must be a whole number')
    return record


def _plain(figure: FoundFigure) -> dict[str, Any]:
    """Return the figure in the form of the output lines."""
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    return {
        "value": value,
        "unit": figure.unit,
        "span": [figure.start, figure.end],
        "change": figure.change,
        "year": figure.year,
        "measure": figure.measure,
        "kind": figure.kind,
        "period": figure.period,
    }

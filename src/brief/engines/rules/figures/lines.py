"""JSON lines {"id", "text"} in, JSON lines {"id", "figures"} out: the body of `brief figures`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from brief.engines.rules.figures.find import find_figures
from brief.engines.rules.figures.found import FoundFigure
from brief.errors import BriefError, error


def figures_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield one line of figures per line of text; blank lines are skipped.

    A line may give "year", the year of the text, by which 'last year' is dated. Raises `BriefError`
    naming the line when it is no JSON object with "id" and a text.
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
    except (ValueError, RecursionError) as problem:
        raise _bad_line(number, "is not JSON") from problem
    if not isinstance(record, dict) or "id" not in record:
        raise _bad_line(number, 'has no "id"')
    if not isinstance(record.get("text"), str):
        raise _bad_line(number, 'has no "text" that is a string')
    year = record.get("year")
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise _bad_line(number, 'has a "year" that is no whole number')
    return record


def _bad_line(number: int, problem: str) -> BriefError:
    """Return the error for one input line."""
    hint = 'Each line is one object: {"id": "a1", "text": "Exports rose 5%."}'
    return error("figures-line", f"line {number}", f"the line {problem}.", hint)


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

"""Charts and strips of dots in; marks that are not as the ledger has them, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.check.evidence import Evidence
from brief.check.numbers import ends, plain, plainly, untrue
from brief.check.places import REBUILD, Reporter, short
from brief.model.brief import Aside, Brief, Exhibit, Point
from brief.model.diagnostic import Diagnostic
from brief.model.ledger import LedgerFigure
from brief.model.plain import block_parts, walk


def exhibits(brief: Brief, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield marks of charts that do not show the ledger's value."""
    for block in walk(brief.blocks):
        if isinstance(block, Exhibit):
            yield from _totals(block, reporter)
            for point in block.points:
                if problem := _untrue_point(point, evidence, brief.layout.language):
                    said = f"the mark “{short(point.label)}” of the chart {problem}."
                    yield reporter.say(block.id, "exhibit-untrue", said, REBUILD)


def _totals(block: Exhibit, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield sums below a scale that are not the number of authors there."""
    middle = (len(block.totals) - 1) / 2
    for at, shown in enumerate(block.totals):
        held = sum(p.value == at - middle and p.shape == "author" for p in block.points)
        if shown != str(held):
            said = f"the chart counts “{short(shown)}” at “{block.scale[at]}”, and shows {held}."
            yield reporter.say(block.id, "exhibit-untrue", said, REBUILD)


def dots(brief: Brief, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield strips beside asides that have more or fewer dots than the ledger counts."""
    parts = (part for block in brief.blocks for part in block_parts(block))
    for unit, inlines in parts:
        drawn = (one for inline in inlines if isinstance(inline, Aside) for one in inline.dots)
        for one in drawn:
            count = evidence.counts.get(one.source)
            if count is None or count.value != one.value:
                held = f"counts {plain(count.value)}" if count else "is not in the ledger"
                said = f"{one.value} dots stand for “{short(one.label)}”; {one.source} {held}."
                yield reporter.say(unit, "exhibit-untrue", said, REBUILD)


def _untrue_point(point: Point, evidence: Evidence, language: str) -> str | None:
    """Return why a mark is not what the ledger holds, or `None`."""
    if figure := evidence.figures.get(point.source):
        middle = sum(ends(figure)) / len(ends(figure))
        if abs(point.value - middle) > 1e-6 * max(abs(middle), 1e-9):
            return f"is drawn at {plain(point.value)}; {point.source} is {plainly(figure)}"
        if problem := untrue(point.shown, point.source, evidence, language):
            return f"shows “{short(point.shown)}”, which {problem}"
        return _wrong_year(point, figure, evidence)
    count = evidence.counts.get(point.source)
    if count is None:
        return f"rests on '{point.source}', which is not in the ledger"
    if count.value != point.value:
        return f"is drawn at {plain(point.value)}; {point.source} is {plain(count.value)}"
    return None


_RELATIVE = re.compile(r"\b(last|previous|next) year\b", re.IGNORECASE)
_SHIFT = {"last": -1, "previous": -1, "next": 1}
"""What `last year` is, counted from the year of its source."""


def _wrong_year(point: Point, figure: LedgerFigure, evidence: Evidence) -> str | None:
    """Return that a year beside a mark stands neither in its sentence nor in its reference."""
    quote = evidence.quotes.get(figure.quote)
    if quote is None:
        return None
    known = _years(quote.text, evidence.reference_text.get(quote.article, ""))
    for year in re.findall(r"\b\d{4}\b", f"{point.label} {point.series} {point.detail}"):
        if int(year) not in known:
            return f"says {year}, which stands neither in its sentence nor in its reference"
    return None


def _years(sentence: str, work: str) -> set[int]:
    """Return the years of a sentence and of its work; `last year` counts from the latter."""
    said, dated = (
        {int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)} for text in (sentence, work)
    )
    shifts = {_SHIFT[found[1].lower()] for found in _RELATIVE.finditer(sentence)}
    return said | dated | {year + shift for year in dated for shift in shifts}

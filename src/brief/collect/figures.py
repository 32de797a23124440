"""Figures of all sources in; series of comparable ones, and real conflicts, out.

Comparable: same unit, same measure, same scope. A conflict is more: same year, both stated as
fact by independent origins, and apart beyond the rounding of the coarser one. Another year,
another scope ("exports" and "trade", "first half of 2015" and "2015") or rounding is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from brief.model.dossier import Conflict, Datum, Series, Source
from brief.model.question import Question
from brief.model.summary import Figure

_EMPTY = """
a an the of in on at to for from by with and or its their his her this that between was were is are
has have had been be remain remains remained stand stands stood reach reached total overall annual
annually yearly per year value volume level figure amount number about around nearly over more less
than only just some up down now which it they both two country countries bilateral mutual rate
"""
"""Words that do not tell one measure from another."""
_IDLE = frozenset(_EMPTY.split())
_PART_OF_YEAR = re.compile(
    r"\b(half|quarter|months?|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|h[12]|q[1-4])\b",
    re.IGNORECASE,
)
ABOUT = 0.1
"""Relative tolerance of "about": wide enough for what writers round in passing."""


def group(sources: Sequence[Source], question: Question) -> tuple[Series, ...]:
    """Return the series of comparable figures; each has at least two figures of two years."""
    groups: dict[tuple[str, frozenset[str]], list[tuple[Source, Figure]]] = {}
    for source in sources:
        for figure in source.figures:
            measure = key(figure, question)
            if measure and is_level(figure) and figure.kind == "fact":
                groups.setdefault((figure.unit, measure), []).append((source, figure))
    made = [_series(unit, words, found) for (unit, words), found in groups.items()]
    return tuple(sorted((one for one in made if len(one.data) > 1), key=lambda one: one.id))


def key(figure: Figure, question: Question) -> frozenset[str]:
    """Return the words that make two measures the same: stems, without the parties' own names.

    A party of the question is no scope of its own there, as every source speaks of the parties;
    another proper name is.
    """
    ours = {
        word
        for party in question.parties
        for name in (party.name, *party.aliases, *party.prefixes)
        for word in _words(name)
    }
    words = [w for w in _words(figure.measure) if w not in _IDLE and w not in ours]
    return frozenset(_stem(word) for word in words)


def is_level(figure: Figure) -> bool:
    """Tell whether the number states a level (`rose to 5`), not a movement (`rose by 5`)."""
    if figure.change not in ("up", "down"):
        return True
    before = figure.text[: figure.number.start - figure.start].rstrip().lower()
    return figure.unit != "%" and re.search(r"\b(to|at|of|from)\W*(us)?\W*$", before) is not None


def conflicts(sources: Sequence[Source], series: Iterable[Series]) -> tuple[Conflict, ...]:
    """Return the figures that contradict each other, per series and year."""
    figures = {figure.id: figure for source in sources for figure in source.figures}
    origin = {source.id: source.origin for source in sources}
    found: list[Conflict] = []
    for one in series:
        dated = [datum for datum in one.data if datum.year and not datum.from_source]
        for year in sorted({datum.year for datum in dated if datum.year}):
            same = [datum for datum in dated if datum.year == year]
            apart = {
                datum.figure
                for pair in combinations(same, 2)
                if origin[pair[0].article] != origin[pair[1].article]
                and contradict(figures[pair[0].figure], figures[pair[1].figure])
                for datum in pair
            }
            if apart:
                found.append(Conflict(series=one.id, year=year, figures=tuple(sorted(apart))))
    return tuple(found)


def contradict(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one measure and year cannot both be right."""
    if _part(one) != _part(other):
        return False
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return high < other_low or other_high < low


def _bounds(figure: Figure) -> tuple[float, float]:
    """Return the values the words allow, rounding included."""
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    if figure.change == ">":
        return low - _rounding(low), math.inf
    if figure.change == "<":
        return -math.inf, high + _rounding(high)
    slack = ABOUT if figure.change == "~" else 0.0
    return (
        low - max(_rounding(low), abs(low) * slack),
        high + max(_rounding(high), abs(high) * slack),
    )


def _rounding(value: float) -> float:
    """Return half a unit of the last digit that is not zero: 5e9 for 90e9, 0.05 for 3.7."""
    if value == 0:
        return 0.5
    digits = f"{abs(value):.10g}"
    if "e" in digits:
        mantissa, power = digits.split("e")
        return 0.5 * 10.0 ** (int(power) - len(mantissa.partition(".")[2]))
    whole, _, fraction = digits.partition(".")
    if fraction:
        return 0.5 * 10.0 ** -len(fraction)
    return 0.5 * 10.0 ** (len(whole) - len(whole.rstrip("0")))


def _part(figure: Figure) -> str:
    found = _PART_OF_YEAR.findall(figure.period)
    return " ".join(word.lower() for word in found)


def _series(unit: str, words: frozenset[str], found: Sequence[tuple[Source, Figure]]) -> Series:
    data = [
        Datum(
            figure=figure.id,
            article=source.id,
            year=figure.year or (source.issued.year if source.issued else None),
            from_source=figure.year is None,
        )
        for source, figure in found
    ]
    shortest = min((figure.measure for _, figure in found), key=lambda text: (len(text), text))
    name = "-".join(sorted(words))
    return Series(
        id=re.sub(r"[^\w]+", "-", f"{name} {unit}".lower()).strip("-"),
        measure=" ".join(shortest.split()),
        unit=unit,
        data=tuple(sorted(data, key=lambda one: (one.year or 9999, one.figure))),
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _stem(word: str) -> str:
    """Return the singular, roughly: enough that `exports` and `export` meet."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word

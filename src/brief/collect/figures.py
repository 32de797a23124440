"""Figures of all sources in; series of comparable ones, and real conflicts, out.

Comparable: same unit, same measure, same scope. A conflict is more: same year, both stated as
fact by independent origins, and apart beyond the rounding of the coarser one. Another year,
another scope ("exports" and "trade", "first half of 2015" and "2015") or rounding is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from brief.collect.carried import carried, year_told
from brief.collect.labels import label
from brief.collect.measures import EXCEPT, Measure, before, excluded, measure, parties_in
from brief.collect.subject import of_them_alone
from brief.model.dossier import Comparison, Conflict, Datum, Measured, Series, Source
from brief.model.question import Question
from brief.model.summary import Figure, is_money
from brief.vocabulary.states import states_in

ROUNDED = 0.05
"""Largest part of a value that counts as its rounding: "100 billion" may stand for 96, not 60."""
ABOUT = 0.1
"""Relative tolerance of "about": wide enough for what writers round in passing."""


NEAR = 2
"""Years before or after its source that a figure without a year may be of."""
OF_ONE_ORDER = 1.5
"""How many times the whole a part may be; beyond that they are of other years or things."""
TOLD = 800
"""Characters of an article before a figure that may say whose it is."""
LARGE = 100
"""A count of things is worth comparing from here on; "two sides" and "three steps" are not."""
SEVERAL = 5
"""The same where the sentence says of which year it is, and whose."""


def group(sources: Sequence[Source], question: Question) -> tuple[Series, ...]:
    """Return the series of comparable figures, each of at least two."""
    groups: dict[tuple[str, ...], list[tuple[Source, Figure, str]]] = {}
    for source in sources:
        for figure in source.figures:
            if not source.on_parties and not of_them_alone(figure.text, question):
                continue
            found = measure(figure, question)
            if found.key and is_level(figure) and figure.kind == "fact" and _counts(figure):
                groups.setdefault(found.key, []).append((source, figure, found.shown))
    made = [_series(key, found) for key, found in groups.items()]
    return tuple(sorted((one for one in made if len(one.data) > 1), key=lambda one: one.id))


def measures(sources: Sequence[Source], question: Question) -> tuple[Measured, ...]:
    """Return what each figure measures, where that can be told."""
    found = [(figure, measure(figure, question)) for source in sources for figure in source.figures]
    told = {figure.id: _told(source, figure) for source in sources for figure in source.figures}
    labels = {figure.id: label(figure, one, question, told[figure.id]) for figure, one in found}
    for source in sources:
        if not source.on_parties:
            labels |= {one.id: "" for one in source.figures if _of_others(one, labels, question)}
    starts: dict[str, str] = {}
    for source in sources:
        more, since = carried(source.figures, labels)
        labels |= more
        starts |= since
    for figure, _ in found:  # the end of a change is named as its start, which may say of what
        if labels.get(figure.since):
            labels[figure.id] = labels[figure.since]
    years = {
        figure.id: year_told(source, figure) for source in sources for figure in source.figures
    }
    return tuple(
        Measured(
            figure=figure.id,
            shown=one.shown,
            label=labels[figure.id],
            scope=one.scope,
            year=years[figure.id],
            since=figure.since or starts.get(figure.id, ""),
        )
        for figure, one in found
        if one.key or labels[figure.id]
    )


def _of_others(figure: Figure, labels: Mapping[str, str], question: Question) -> bool:
    """Tell whether a label names a party that the figure's own sentence does not name.

    Or whether the sentence names a state that the label leaves out, whose the figure may be.
    """
    shown, said = labels[figure.id], figure.text
    theirs = set(parties_in(shown, question)) <= set(parties_in(said, question))
    return not theirs or not states_in(said) <= states_in(shown)


def _told(source: Source, figure: Figure) -> str:
    """Return the end of what an article says before a figure."""
    told: list[str] = []
    for passage in source.passages:
        if passage.id == figure.passage:
            told.append(passage.text[: max(0, figure.start - passage.start)])
            break
        told.append(passage.text)
    return " ".join(told)[-TOLD:]


def _counts(figure: Figure) -> bool:
    if figure.unit == "%" or is_money(figure.unit):
        return True
    return max(map(abs, _ends(figure))) >= (SEVERAL if figure.year and figure.subject else LARGE)


def _ends(figure: Figure) -> tuple[float, float]:
    value = figure.value
    return value if isinstance(value, tuple) else (value, value)


def is_level(figure: Figure) -> bool:
    """Tell whether the number states a level (`rose to 5`), not a movement (`rose by 5`)."""
    if not figure.moves:
        return True
    ahead = before(figure)
    if _AT.search(ahead):
        return True
    return figure.unit != "%" and _OF.search(ahead) is not None and not _GROWTH_OF.search(ahead)


_AT = re.compile(
    r"\b(?:to|at)\W+(?:(?:about|around|some|nearly|almost|just|only|over)\W+)*(?:us)?\W*$", re.I
)
_OF = re.compile(r"\b(?:of|from)\W*(?:us)?\W*$", re.I)
_GROWTH_OF = re.compile(
    r"\b(?:increase|rise|growth|gain|jump|fall|drop|decline|decrease|cut|loss|reduction)s?"
    r"\s(?:in\s[^,;.]{1,40}\s)?of\W*(?:us)?\W*$",
    re.I,
)


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


def comparisons(sources: Sequence[Source], question: Question) -> tuple[Comparison, ...]:
    """Return the parts that are larger than another source's whole, each once."""
    found = [
        (source, figure, measure(figure, question))
        for source in sources
        for figure in source.figures
        if figure.kind == "fact" and is_level(figure) and _counts(figure)
    ]
    wholes = [one for one in found if one[2].key and not excluded(one[1])]
    made: list[Comparison] = []
    for source, part, of in found:
        out = EXCEPT.search(part.text)
        if not of.key or not out:
            continue
        fit = [
            (whole, of_whole)
            for other, whole, of_whole in wholes
            if _sort(of) == _sort(of_whole)
            and source.origin != other.origin
            and _one_time(part, source, whole)
            and not _fits(part, whole)
        ]
        if fit:
            whole, of_whole = min(fit, key=lambda one: (_apart(part, one[0]), one[0].id))
            shown = max(of.shown, of_whole.shown, key=len)
            said = " ".join(out.group().split())
            made.append(
                Comparison(
                    measure=shown,
                    whole=whole.id,
                    part=part.id,
                    left_out=said[:1].lower() + said[1:],
                )
            )
    return tuple(sorted(made, key=lambda one: one.part))


def _apart(one: Figure, other: Figure) -> tuple[int, float]:
    """Return how far apart two figures are in time, where both are dated, and in value."""
    years = abs(one.year - other.year) if one.year and other.year else 0
    return years, abs(max(_ends(one)) - max(_ends(other)))


def _sort(found: Measure) -> tuple[str, ...]:
    """Return noun, unit and owner of a measure: what a part shares with its whole."""
    return found.key[:3]


def _one_time(part: Figure, source: Source, whole: Figure) -> bool:
    """Tell whether two figures are of one year, as far as their sentences and sources say."""
    if part.year and whole.year:
        return part.year == whole.year
    told = source.issued.year if source.issued else None
    return not whole.year or bool(part.year) or told is None or abs(told - whole.year) <= NEAR


def _fits(part: Figure, whole: Figure) -> bool:
    """Tell whether a part is no larger than the whole, or of another order.

    As large as the whole it may be, where their authors round or count by other rules.
    """
    (low, _), (_, whole_high) = _bounds(part), _bounds(whole)
    return low <= whole_high or low > OF_ONE_ORDER * whole_high


def contradict(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one measure and year cannot both be right."""
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return high < other_low or other_high < low


def _bounds(figure: Figure) -> tuple[float, float]:
    """Return the values the words allow, rounding included."""
    low, high = _ends(figure)
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
    """Return half a unit of the last digit that is not zero: 0.05 for 3.7, at most `ROUNDED`."""
    if value == 0:
        return 0.5
    return min(_half_unit(value), ROUNDED * abs(value))


def _half_unit(value: float) -> float:
    digits = f"{abs(value):.10g}"
    if "e" in digits:
        mantissa, power = digits.split("e")
        return 0.5 * 10.0 ** (int(power) - len(mantissa.partition(".")[2]))
    whole, _, fraction = digits.partition(".")
    if fraction:
        return 0.5 * 10.0 ** -len(fraction)
    return 0.5 * 10.0 ** (len(whole) - len(whole.rstrip("0")))


def _series(key: tuple[str, ...], found: Sequence[tuple[Source, Figure, str]]) -> Series:
    data = [
        Datum(
            figure=figure.id,
            article=source.id,
            year=year or (source.issued.year if source.issued else None),
            from_source=year is None,
        )
        for source, figure, _ in found
        for year in [figure.year or year_told(source, figure)]
    ]
    longest = max((shown for _, _, shown in found), key=lambda text: (len(text), text))
    return Series(
        id=re.sub(r"[^\w]+", "-", " ".join(filter(None, key)).lower().replace("%", "percent")),
        measure=longest,
        unit=key[1],
        data=tuple(sorted(data, key=lambda one: (one.year or 9999, one.figure))),
    )

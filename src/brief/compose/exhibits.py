"""A dossier in; the data of its charts out: stances by date, series over time, bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from brief.compose.desk import Desk
from brief.compose.legible import legible
from brief.compose.voices import merged
from brief.compose.wording import cite
from brief.model.brief import Point
from brief.model.dossier import Datum, Dossier, Measured, Series, Source
from brief.model.question import Question
from brief.model.summary import Figure

VOICES = 3
"""Reported voices in the chart of stances, at most, for each page of the brief."""
SCORES = ("-2", "-1", "0", "1", "2")
FEWEST, MOST = 3, 6
"""Bars worth a chart, and the most that one holds."""
LABEL = 44
"""Characters of a label."""


def stance_exhibit(dossier: Dossier, question: Question, desk: Desk) -> dict[str, Any] | None:
    """Register the chart of all stances and return what its words need; `None` without any.

    A copy or a retelling adds no mark: what it says stands under its origin.
    """
    points: list[Point] = []
    voices: list[Point] = []
    for source in (one for one in dossier.sources if one.independent):
        if source.stance.score is not None:
            points.append(_stance(source, source.stance.score, "", question, desk))
        for voice, score in merged(source).items():
            voices.append(_stance(source, score, voice, question, desk))
    # most decided first where not all can be shown; then all by date again
    shown = sorted(voices, key=lambda point: -abs(point.value))[: VOICES * desk.audience.pages]
    kept = [point for point in voices if point in shown]
    if not points and not kept:
        return None
    order = {name: at for at, name in enumerate(source.id for source in dossier.sources)}
    every = sorted([*points, *kept], key=lambda point: order[_article(point)])
    desk.exhibits["stances"] = {
        "chart": "stance",
        "points": tuple(every),
        "scale": tuple(question.heads[key] for key in SCORES),
        "totals": tuple(
            desk.conventions.integer(sum(point.value == int(key) for point in points))
            for key in (SCORES if points else ())
        ),
        "unit": "All analyses",
    }
    signs = Counter((point.value > 0) - (point.value < 0) for point in voices)
    return {
        "ref": "stances",
        "points": every,
        "left": len(voices) - len(kept),
        "voices": {"for": signs[1], "open": signs[0], "against": signs[-1]},
    }


def _article(point: Point) -> str:
    return point.source.removeprefix("stance:").partition("/")[0]


def _stance(source: Source, score: int, voice: str, question: Question, desk: Desk) -> Point:
    name = desk.names[source.id]
    key = f"stance:{source.id}{'/' + voice if voice else ''}"
    how = f"stance of {voice or 'the author'} in {source.id}, from -2 to 2"
    when = str(source.issued.year) if source.issued else "n.d."
    label = f"{voice[:1].upper()}{voice[1:]} (in {name})" if voice else name
    return Point(
        label=legible(label),
        value=score,
        shown=question.labels[str(score)],
        source=desk.count(key, score, how),
        shape="voice" if voice else "author",
        detail=when,
    )


def figure_exhibit(
    dossier: Dossier, figures: Sequence[tuple[Source, Figure]], desk: Desk
) -> dict[str, Any] | None:
    """Register a chart of extracted figures and return what its words need.

    A series over time where one has two years or more; else bars of figures that share a unit.
    """
    series = [(one, [datum for datum in one.data if datum.year]) for one in dossier.series]
    series = [(one, data) for one, data in series if len({datum.year for datum in data}) > 1]
    series.sort(key=lambda one: (-len(one[1]), one[0].id))
    # two points of one source make a poor line: bars that compare say more, where there are any
    long = [one for one in series if len(one[1]) >= FEWEST or _sources(one[1]) > 1]
    named = {one.figure: one for one in dossier.measures if one.label}
    if long:
        return _series(*long[0], named, desk)
    alike = _comparable(figures, named)
    if alike:
        return _bars(alike[0][1].unit, alike, named, desk)
    return _series(*series[0], named, desk) if series else None


def _sources(data: Sequence[Datum]) -> int:
    return len({datum.article for datum in data})


def _comparable(
    figures: Sequence[tuple[Source, Figure]], named: dict[str, Measured]
) -> list[tuple[Source, Figure]]:
    """Return the figures that bars can compare: levels of one unit, each of another measure."""
    levels = [
        one
        for one in figures
        if one[1].id in named
        and one[1].kind == "fact"
        and one[1].change not in ("up", "down")
        and one[1].unit != "%"  # shares of different wholes do not compare
    ]
    units = Counter(figure.unit for _, figure in levels)
    best: list[tuple[Source, Figure]] = []
    for unit in sorted(units, key=lambda unit: (-units[unit], unit)):
        once = {named[one[1].id].label: one for one in reversed(levels) if one[1].unit == unit}
        found = [one for one in levels if one in once.values()][:MOST]
        if len(found) >= FEWEST and len(found) > len(best):
            best = found
    return best


def _series(
    one: Series, data: Sequence[Datum], named: dict[str, Measured], desk: Desk
) -> dict[str, Any]:
    points = tuple(_point(desk, datum.figure, str(datum.year), str(datum.year)) for datum in data)
    desk.exhibits[one.id] = {"chart": "series", "points": points, "unit": one.unit}
    return {
        "ref": one.id,
        "chart": "series",
        "name": _name(one, data, named),
        "points": points,
        "cite": cite(
            [
                desk.figure_line(desk.figures[d.figure][1], desk.figures[d.figure][0])
                for d in (data[0], data[-1])
            ]
        ),
        "first": _year(desk, data[0]),
        "last": _year(desk, data[-1]),
        "dated_by_source": any(datum.from_source for datum in data),
    }


def _name(one: Series, data: Sequence[Datum], named: dict[str, Measured]) -> str:
    """Return what a series measures, in words that stand alone where there are any."""
    labels = [named[datum.figure].label for datum in data if datum.figure in named]
    return labels[0] if labels else one.measure[:1].upper() + one.measure[1:]


def _bars(
    unit: str, figures: Sequence[tuple[Source, Figure]], named: dict[str, Measured], desk: Desk
) -> dict[str, Any]:
    ranked = sorted(figures, key=lambda one: -_middle(one[1].value))
    points = tuple(_point(desk, f.id, named[f.id].label, str(f.year or "")) for _, f in ranked)
    key = f"bars-{'percent' if unit == '%' else unit.lower()}"
    desk.exhibits[key] = {"chart": "bars", "points": points, "unit": unit}
    lines = [desk.figure_line(figure, source) for source, figure in (ranked[-1], ranked[0])]
    return {"ref": key, "chart": "bars", "points": points, "cite": cite(lines)}


def _point(desk: Desk, key: str, label: str, series: str) -> Point:
    source, figure = desk.figures[key]
    return Point(
        label=legible(_cut(label[:1].upper() + label[1:])),
        value=_middle(figure.value),
        shown=desk.conventions.figure(figure),
        source=key,
        series=series,
        detail=legible(desk.names[source.id]),
    )


def _year(desk: Desk, datum: Datum) -> str:
    how = f"year of {datum.figure}" + (", from its source" if datum.from_source else "")
    return desk.count(f"year:{datum.figure}", datum.year or 0, how, str(datum.year))


def _middle(value: float | tuple[float, float]) -> float:
    return sum(value) / 2 if isinstance(value, tuple) else value


def _cut(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 1].rstrip()}…"

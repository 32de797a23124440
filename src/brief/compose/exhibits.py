"""A dossier in; the data of its charts out: stances by date, series over time, bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from brief.compose.bibliography import family
from brief.compose.desk import Desk
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
    """Register the chart of all stances and return what its words need; `None` without any."""
    points: list[Point] = []
    voices: list[Point] = []
    for source in dossier.sources:
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
            for key in SCORES
        ),
        "unit": "All analyses",
    }
    return {"ref": "stances", "points": every, "left": len(voices) - len(kept)}


def merged(source: Source) -> dict[str, int]:
    """Return one score per reported voice, the author's own left out.

    It is the mean of the voice's statements, rounded away from zero.
    """
    scores: dict[str, list[int]] = {}
    own = {family(name) for name in source.authors}
    for one in source.stance.voices:
        if own & set(str(one.voice).split()):
            continue
        scores.setdefault(str(one.voice), []).append(one.score)
    means = {voice: sum(given) / len(given) for voice, given in scores.items()}
    return {voice: int(mean + (0.5 if mean > 0 else -0.5)) for voice, mean in means.items()}


def _article(point: Point) -> str:
    return point.source.removeprefix("stance:").partition("/")[0]


def _stance(source: Source, score: int, voice: str, question: Question, desk: Desk) -> Point:
    name = desk.names[source.id]
    key = f"stance:{source.id}{'/' + voice if voice else ''}"
    how = f"stance of {voice or 'the author'} in {source.id}, from -2 to 2"
    when = str(source.issued.year) if source.issued else "undated"
    label = f"{voice[:1].upper()}{voice[1:]} (in {name})" if voice else name
    return Point(
        label=label,
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
    if series:
        return _series(*max(series, key=lambda one: (len(one[1]), one[0].id)), desk)
    units = Counter(figure.unit for _, figure in figures if figure.kind == "fact")
    unit, most = max(units.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    if most < FEWEST:
        return None
    alike = [one for one in figures if one[1].unit == unit and one[1].kind == "fact"][:MOST]
    return _bars(unit, alike, {one.figure: one for one in dossier.measures}, desk)


def _series(one: Series, data: Sequence[Datum], desk: Desk) -> dict[str, Any]:
    points = tuple(_point(desk, datum.figure, str(datum.year), str(datum.year)) for datum in data)
    desk.exhibits[one.id] = {"chart": "series", "points": points, "unit": one.unit}
    return {
        "ref": one.id,
        "chart": "series",
        "name": one.measure[:1].upper() + one.measure[1:],
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


def _bars(
    unit: str, figures: Sequence[tuple[Source, Figure]], named: dict[str, Measured], desk: Desk
) -> dict[str, Any]:
    ranked = sorted(figures, key=lambda one: -_middle(one[1].value))
    points = tuple(_point(desk, f.id, named[f.id].shown, str(f.year or "")) for _, f in ranked)
    key = f"bars-{'percent' if unit == '%' else unit.lower()}"
    desk.exhibits[key] = {"chart": "bars", "points": points, "unit": unit}
    lines = [desk.figure_line(figure, source) for source, figure in (ranked[-1], ranked[0])]
    return {"ref": key, "chart": "bars", "points": points, "cite": cite(lines)}


def _point(desk: Desk, key: str, label: str, series: str) -> Point:
    source, figure = desk.figures[key]
    return Point(
        label=_cut(label[:1].upper() + label[1:]),
        value=_middle(figure.value),
        shown=desk.conventions.figure(figure),
        source=key,
        series=series,
        detail=desk.names[source.id],
    )


def _year(desk: Desk, datum: Datum) -> str:
    how = f"year of {datum.figure}" + (", from its source" if datum.from_source else "")
    return desk.count(f"year:{datum.figure}", datum.year or 0, how, str(datum.year))


def _middle(value: float | tuple[float, float]) -> float:
    return sum(value) / 2 if isinstance(value, tuple) else value


def _cut(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 1].rstrip()}…"

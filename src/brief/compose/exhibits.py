"""A dossier in; the data of its charts out: stances by date, series over time, bars."""

from __future__ import annotations

from typing import Any

from brief.compose.bibliography import short_name
from brief.compose.desk import Desk
from brief.model.brief import Point
from brief.model.dossier import Datum, Dossier, Series, Source
from brief.model.question import Question

VOICES = 10
"""Reported voices in the chart, at most: more cannot be told apart on half a column."""
LABEL = 44
"""Characters of a label."""


def stance_exhibit(dossier: Dossier, question: Question, desk: Desk) -> dict[str, Any] | None:
    """Register the chart of all stances and return what its words need; `None` without any."""
    points: list[Point] = []
    for source in dossier.sources:
        if source.stance.score is not None:
            points.append(_stance(source, source.stance.score, "", question, desk))
        for voice in source.stance.voices:
            points.append(_stance(source, voice.score, str(voice.voice), question, desk))
    voices = [point for point in points if point.shape == "voice"][VOICES:]
    points = [point for point in points if point not in voices]
    if not points:
        return None
    desk.exhibits["stances"] = {
        "chart": "stance",
        "points": tuple(points),
        "scale": tuple(question.labels[key] for key in ("-2", "-1", "0", "1", "2")),
    }
    return {"ref": "stances", "points": points, "more": len(voices)}


def _stance(source: Source, score: int, voice: str, question: Question, desk: Desk) -> Point:
    name = short_name(source) or "Unsigned"
    key = f"stance:{source.id}{'.' + voice if voice else ''}"
    how = f"stance of {voice or 'the author'} in {source.id}, from -2 to 2"
    when = desk.conventions.date(source.issued) if source.issued else "n.d."
    return Point(
        label=_cut(f"{voice} (in {name})" if voice else name),
        value=score,
        shown=question.labels[str(score)],
        source=desk.count(key, score, how),
        shape="voice" if voice else "author",
        detail=when,
    )


def series_exhibits(dossier: Dossier, desk: Desk) -> list[dict[str, Any]]:
    """Register a chart for each series and return what their words need, the longest first."""
    made: list[dict[str, Any]] = []
    for one in sorted(dossier.series, key=lambda one: (-_years(one), one.id)):
        data = [datum for datum in one.data if datum.year]
        if len(data) < 2:
            continue
        points = tuple(
            Point(
                label=str(datum.year),
                value=_middle(desk.figures[datum.figure][1].value),
                shown=desk.conventions.figure(desk.figures[datum.figure][1]),
                source=datum.figure,
                detail=short_name(desk.figures[datum.figure][0]) or "Unsigned",
            )
            for datum in data
        )
        chart = "series" if _years(one) > 1 else "bars"
        desk.exhibits[one.id] = {"chart": chart, "points": points, "unit": one.unit}
        made.append(
            {
                "ref": one.id,
                "name": one.measure[:1].upper() + one.measure[1:],
                "points": points,
                "first": _year(desk, data[0]),
                "last": _year(desk, data[-1]),
                "undated": any(datum.from_source for datum in data),
            }
        )
    return made


def _year(desk: Desk, datum: Datum) -> str:
    how = f"year of {datum.figure}" + (", from its source" if datum.from_source else "")
    return desk.count(f"year:{datum.figure}", datum.year or 0, how, str(datum.year))


def _years(series: Series) -> int:
    return len({datum.year for datum in series.data if datum.year})


def _middle(value: float | tuple[float, float]) -> float:
    return sum(value) / 2 if isinstance(value, tuple) else value


def _cut(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 1].rstrip()}…"

"""A dossier in; the data of its chart of stances, by date, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from brief.compose.desk import Desk
from brief.compose.legible import legible
from brief.compose.voices import described
from brief.model.brief import Point
from brief.model.dossier import Dossier, Source
from brief.model.question import Question

VOICES = 5
"""Reported voices in the chart of stances, at most, for each page of the brief."""
SCORES = ("-2", "-1", "0", "1", "2")
DRAWING = "close or drawing closer"
"""Head of the column of those who see a tie grow, most of them without a word for what it is."""


def stance_exhibit(
    dossier: Dossier,
    question: Question,
    desk: Desk,
    scores: Mapping[str, Mapping[str, int]],
    *,
    unnamed: bool,
) -> dict[str, Any] | None:
    """Register the chart of all stances and return what its words need; `None` without any.

    `told` are the scores and names of the reported voices that are drawn, the most telling first,
    `undrawn` is how many are left out.

    `scores` are those of the voices heard on the question, by source; `unnamed` says that the
    authors who come close name nothing like the relation. A copy or a retelling adds no mark: what
    it says stands under its origin.
    """
    heads = question.heads | ({"1": DRAWING} if unnamed else {})
    points: list[Point] = []
    voices: list[Point] = []
    for source in (one for one in dossier.sources if one.independent):
        if source.stance.score is not None:
            points.append(_stance(source, source.stance.score, "", heads, desk))
        for voice, score in scores[source.id].items():
            voices.append(_stance(source, score, voice, heads, desk))
    shown = _in_turn(voices)[: VOICES * desk.audience.pages]
    kept = [point for point in voices if point in shown]
    if not points and not kept:
        return None
    order = {name: at for at, name in enumerate(source.id for source in dossier.sources)}
    every = sorted([*points, *kept], key=lambda point: order[_article(point)])
    desk.exhibits["stances"] = {
        "chart": "stance",
        "points": tuple(every),
        "scale": tuple(heads[key] for key in SCORES),
        "totals": tuple(
            desk.conventions.integer(sum(point.value == int(key) for point in points))
            for key in (SCORES if points else ())
        ),
        "unit": "All sources",
    }
    return {
        "ref": "stances",
        "points": every,
        "undrawn": len(voices) - len(shown),
        "told": [(point.value, _called(point, desk)) for point in shown],
        "heard": [key for key in map(_heard, every) if key[1]],
    }


def _in_turn(voices: Sequence[Point]) -> list[Point]:
    """Return voices in turn from each source and each side that it reports, the most decided first.

    So no source fills the chart, and of a discussion both camps are on it.
    """
    ranked = sorted(voices, key=lambda point: -abs(point.value))
    turns: list[tuple[int, float, Point]] = []
    heard = Counter[tuple[str, int]]()
    for point in ranked:
        camp = _article(point), _sign(point)
        turns.append((heard[camp], -abs(point.value), point))
        heard[camp] += 1
    return [point for _, _, point in sorted(turns, key=lambda turn: turn[:2])]


def _sign(point: Point) -> int:
    return int(point.value > 0) - int(point.value < 0)


def _heard(point: Point) -> tuple[str, str]:
    """Return the article and the reported voice of a mark; no voice for an author's."""
    article, _, voice = point.source.removeprefix("stance:").partition("/")
    return article, voice


def _called(point: Point, desk: Desk) -> str:
    """Return the name of a reported voice within a sentence: `many experts (in Wu)`."""
    article, voice = _heard(point)
    return legible(f"{described(voice)} (in {desk.called(article)})")


def _article(point: Point) -> str:
    return _heard(point)[0]


def _stance(source: Source, score: int, voice: str, heads: Mapping[str, str], desk: Desk) -> Point:
    name = desk.names[source.id]
    key = f"stance:{source.id}{'/' + voice if voice else ''}"
    how = f"stance of {voice or 'the author'} in {source.id}, from -2 to 2"
    when = str(source.issued.year) if source.issued else "n.d."
    called = described(voice)
    label = f"{called[:1].upper()}{called[1:]} (in {name})" if voice else name
    return Point(
        label=legible(label),
        value=score,
        shown=heads[str(score)],
        source=desk.count(key, score, how),
        shape="voice" if voice else "author",
        detail=when,
    )

"""The engine against sixty short articles of our own: shares, not single cases."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from brief.engines.rules.engine import summarize
from brief.questions import question_from_sentence
from brief.readers import read

ARTICLES = Path(__file__).parents[2] / "fixtures" / "argument" / "articles.yaml"
FLOORS = {"any": 0.98, "central": 0.88, "first": 0.91, "first is central": 0.74, "voices": 0.82}
"""Shares as last measured: of articles with any thesis, or the central one, among the three; with
one first; and of reported views that are drawn as such."""
MOST_LEAKED = 0.03
"""Share of thesis sentences that are somebody else's view."""


@cache
def _rows() -> list[dict[str, Any]]:
    """Return each article with the thesis and the voices that the engine finds."""
    rows: list[dict[str, Any]] = []
    for case in yaml.safe_load(ARTICLES.read_text(encoding="utf-8")):
        document, _ = read("article.txt", case["input"].encode())
        found = summarize(document, question_from_sentence(case["question"])).articles[0]
        got = [one.text for one in found.thesis]
        heard = {one.text for one in found.stance.voices}
        rows.append({**case, "got": got, "heard": heard})
    return rows


def _hits(row: dict[str, Any]) -> dict[str, bool]:
    central = row["thesis"][0]
    return {
        "any": bool(set(row["got"]) & set(row["thesis"])),
        "central": central in row["got"],
        "first": row["got"][:1] != [] and row["got"][0] in row["thesis"],
        "first is central": row["got"][:1] == [central],
    }


@pytest.mark.parametrize("share", ["any", "central", "first", "first is central"])
def test_the_thesis_is_found_as_often_as_when_last_measured(share: str) -> None:
    """The claim of an article stands among the three, and first, as often as before."""
    missed = [row["title"] for row in _rows() if not _hits(row)[share]]
    assert 1 - len(missed) / len(_rows()) >= FLOORS[share], missed


def test_reported_views_are_not_the_thesis() -> None:
    """Hardly any thesis sentence is a view that the article only reports."""
    given = [text for row in _rows() for text in row["got"]]
    leaked = [text for row in _rows() for text in row["got"] if text in row["reported"]]
    assert len(leaked) / len(given) <= MOST_LEAKED, leaked


def test_reported_views_are_drawn() -> None:
    """What others are reported to say is found as often as when last measured."""
    views = [(text, text in row["heard"]) for row in _rows() for text in row["reported"]]
    missed = [text for text, found in views if not found]
    assert 1 - len(missed) / len(views) >= FLOORS["voices"], missed

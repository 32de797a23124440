"""The stance engine against texts that put their claims obliquely: shares, not single cases."""

from __future__ import annotations

from collections import Counter
from functools import cache

from labelled import SILENT, Case, asked, load, sign

from brief.engines.rules.engine import summarize
from brief.engines.rules.stance import sentence_score
from brief.readers import read

ESSAY_FLOOR, ESSAY_ERROR, ESSAY_FLIPS = 0.52, 0.67, 0.05
"""Macro-F1 over three sides, mean error and share on the wrong side, as last measured."""
RIGHT, WRONG = 0.34, 0.062
"""Shares of single sentences on the right and on the wrong side by what they say of the relation
itself, as last measured: about half say nothing of it outright."""

Row = tuple[int, int]
"""What a text says, and what the engine reads, from -2 to 2; `none` is 0."""


@cache
def essays() -> list[Row]:
    """Return what the essays say and how they are read."""
    return [(number(case), whole(case)) for case in load("essays")]


def whole(case: Case) -> int:
    """Return how the whole engine reads a text, as from a file; no position is 0."""
    document, _ = read("essay.txt", case.text.encode())
    return summarize(document, asked(case.question)).articles[0].stance.score or 0


def number(case: Case) -> int:
    """Return what a case expects, `none` as 0."""
    return 0 if case.expected == "none" else int(case.expected)


def macro_f1(rows: list[Row]) -> float:
    """Return the mean over the three sides of the harmonic mean of precision and recall."""
    seen = Counter((sign(truth), sign(got)) for truth, got in rows)
    shares = []
    for side in (-1, 0, 1):
        right = seen[side, side]
        said = sum(count for (_, got), count in seen.items() if got == side)
        true = sum(count for (truth, _), count in seen.items() if truth == side)
        shares.append(2 * right / (said + true) if said + true else 0.0)
    return sum(shares) / len(shares)


def test_essays_keep_their_side() -> None:
    """Oblique essays get the right side, or none, as often as when last measured."""
    assert macro_f1(essays()) >= ESSAY_FLOOR


def test_essays_keep_their_error() -> None:
    """The stance of an essay is on average no further off than when last measured."""
    rows = essays()
    assert sum(abs(truth - got) for truth, got in rows) / len(rows) <= ESSAY_ERROR


def test_few_essays_are_put_on_the_wrong_side() -> None:
    """An essay that takes a side is hardly ever taken for the opposite."""
    rows = essays()
    flipped = [row for row in rows if sign(row[0]) * sign(row[1]) < 0]
    assert len(flipped) / len(rows) <= ESSAY_FLIPS


def test_oblique_sentences_keep_their_shares() -> None:
    """Single oblique sentences are read rightly as often, wrongly as seldom, as last measured."""
    found = []
    for case in load("oblique"):
        score = sentence_score(case.text, asked(case.question))
        got = sign(score.score) if score.weight >= SILENT else 0
        found.append((sign(case.expected), got))
    right = sum(truth == got for truth, got in found) / len(found)
    wrong = sum(truth * got < 0 for truth, got in found) / len(found)
    assert right >= RIGHT, right
    assert wrong <= WRONG, wrong

"""The stance engine against texts that put their claims obliquely: shares, not single cases."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from brief.engines.rules.engine import summarize
from brief.engines.rules.stance import sentence_score
from brief.readers import read
from tests.support.labelled import FIXTURES, SILENT, Case, asked, load, sign

ESSAY_FLOOR, ESSAY_ERROR, ESSAY_FLIPS = 0.83, 0.319, 0.023
"""Macro-F1 over three sides, mean error and share on the wrong side, as last measured. The words
of whole texts were fitted to these passages among others: they flatter (docs/QUALITY.md)."""
RIGHT, WRONG = 0.34, 0.062
"""Shares of single sentences on the right and on the wrong side by what they say of the relation
itself, as last measured: about half say nothing of it outright."""

COMMENTARY_FLOOR, COMMENTARY_ERROR, COMMENTARY_FLIPS = 0.82, 0.5, 0.038
"""The same for the passages of commentary."""
AUTHORS_FLOOR, AUTHORS_ERROR, AUTHORS_FLIPS = 0.86, 0.276, 0.015
"""The same for the passages of many authors; the words of two in three of them were fitted to."""
SHARES = {
    "sentences": (0.25, 0.011, 0.06),
    "plain": (0.54, 0.05, 0.08),
    "idiom": (0.46, 0.047, 0.056),
}
"""The same shares for every tenth of the sentences that take a side (all of the idioms), and the
share of those that take none and are given one."""

_MANY = 1000  # lines of which every tenth will do
Row = tuple[int, int]
"""What a text says, and what the engine reads, from -2 to 2; `none` is 0."""


@cache
def texts(stem: str) -> list[Row]:
    """Return what the texts of one file say and how they are read."""
    return [(number(case), whole(case)) for case in load(stem)]


@cache
def said(stem: str) -> list[Row]:
    """Return the side each sentence of a file takes, or every tenth of many, and its reading."""
    lines = (FIXTURES / f"{stem}.tsv").read_text(encoding="utf-8").splitlines()
    lines = lines if len(lines) < _MANY else lines[::10]
    rows = []
    for label, pair, text in (line.split("\t") for line in lines):
        first, second = pair.split("-", 1)
        got = side(text, f"Are {first} and {second} forming an alliance?")
        rows.append((0 if label == "n" else sign(int(label)), got))
    return rows


def side(text: str, question: str) -> int:
    """Return the side a single sentence is given; 0 where it weighs too little."""
    score = sentence_score(text, asked(question))
    return sign(score.score) if score.weight >= SILENT else 0


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
    for one in (-1, 0, 1):
        right = seen[one, one]
        said = sum(count for (_, got), count in seen.items() if got == one)
        true = sum(count for (truth, _), count in seen.items() if truth == one)
        shares.append(2 * right / (said + true) if said + true else 0.0)
    return sum(shares) / len(shares)


def mean_error(rows: list[Row]) -> float:
    """Return how far off the readings are on average."""
    return sum(abs(truth - got) for truth, got in rows) / len(rows)


def flips(rows: list[Row]) -> float:
    """Return the share of texts that are taken for the opposite of what they say."""
    return sum(sign(truth) * sign(got) < 0 for truth, got in rows) / len(rows)


def test_essays_keep_their_side() -> None:
    """Oblique essays get the right side, or none, as often as when last measured."""
    assert macro_f1(texts("essays")) >= ESSAY_FLOOR


def test_essays_keep_their_error() -> None:
    """The stance of an essay is on average no further off than when last measured."""
    assert mean_error(texts("essays")) <= ESSAY_ERROR


def test_few_essays_are_put_on_the_wrong_side() -> None:
    """An essay that takes a side is hardly ever taken for the opposite."""
    assert flips(texts("essays")) <= ESSAY_FLIPS


def test_oblique_sentences_keep_their_shares() -> None:
    """Single oblique sentences are read rightly as often, wrongly as seldom, as last measured."""
    found = [(sign(case.expected), side(case.text, case.question)) for case in load("oblique")]
    right = sum(truth == got for truth, got in found) / len(found)
    wrong = sum(truth * got < 0 for truth, got in found) / len(found)
    assert right >= RIGHT, right
    assert wrong <= WRONG, wrong


def test_commentary_keeps_its_scores() -> None:
    """Passages of commentary get the right side, the wrong one and an error as last measured."""
    rows = texts("commentary")
    assert macro_f1(rows) >= COMMENTARY_FLOOR
    assert mean_error(rows) <= COMMENTARY_ERROR
    assert flips(rows) <= COMMENTARY_FLIPS


def test_passages_of_many_authors_keep_their_scores() -> None:
    """Passages on many pairs of states get the right side and an error as last measured."""
    rows = texts("authors")
    assert macro_f1(rows) >= AUTHORS_FLOOR
    assert mean_error(rows) <= AUTHORS_ERROR
    assert flips(rows) <= AUTHORS_FLIPS


@pytest.mark.parametrize("stem", SHARES)
def test_single_sentences_keep_their_shares(stem: str) -> None:
    """Sentences that take a side are seldom put on the other, those that take none on either."""
    right, wrong, false = SHARES[stem]
    sides = [row for row in said(stem) if row[0]]
    none = [row for row in said(stem) if not row[0]]
    assert sum(truth == got for truth, got in sides) / len(sides) >= right
    assert sum(truth == -got for truth, got in sides) / len(sides) <= wrong
    assert sum(got != 0 for _, got in none) / len(none) <= false

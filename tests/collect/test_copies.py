"""A seed's summary is its own: neither a copy beside it nor strange signs in it change that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.cli import main
from brief.collect.origins import _earlier, _near
from brief.collect.retelling import NAMED
from brief.errors import BriefError
from brief.questions import question_from_sentence
from brief.readers import read
from brief.summarize import summarize

ASKED = "Are Chile and Peru forming an alliance?"
FIRST = """Why the Two Ports Will Not Merge

By Ana Duarte

5 May 2020

Many analysts insist that Chile and Peru are about to become allies. They are mistaken.

Trade rose to 4 billion dollars in 2014. Yet the two navies have never shared a plan, and Chile \
and Peru will therefore remain neighbors rather than allies.
"""
SECOND = """Chile and Peru signed a treaty in 2019, and it binds both. It is an alliance in all \
but name. Their fleets have held eleven exercises since then, as Admiral Soto said in May."""
# Words that make sentences, and signs of every width, direction and kind.
PIECES = st.one_of(
    st.sampled_from(
        ["Chile and Peru are allies. ", "However, 9 percent said so. ", "\n\n", "“", "”"]
    ),
    st.text(max_size=12),
    st.sampled_from(
        ["e\u0301", "👩\u200d🚀", "\u202eabc\u202c", "𝔘", "\u00ad", "\ufeff", "ﬁ", "İ", "ẞ"]
    ),
)


def summaries(files: list[Path], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return what `brief summarize` prints for these files, by the seed's id."""
    assert main(["summarize", *map(str, files), "--question", ASKED, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    return {one["seed"]["id"]: one for one in (told if isinstance(told, list) else [told])}


def test_a_copy_changes_no_other_summary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy of a seed changes no other seed's summary, and itself says what the seed says."""
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path, text in zip(files, (FIRST, SECOND, FIRST), strict=True):
        path.write_text(text, "utf-8")
    alone, beside = summaries(files[:2], capsys), summaries(files, capsys)
    assert {key: beside[key] for key in alone} == alone
    said = [[item["text"] for item in beside[key]["articles"][0]["thesis"]] for key in ("a", "c")]
    assert said[0] == said[1] != []


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map("".join))
def test_offsets_are_exact_whatever_the_signs(text: str) -> None:
    """Every quotation stands at its offsets in the text, whatever signs surround it."""
    try:
        document, raw = read("a.txt", text.encode("utf-8", "surrogatepass"))
    except (BriefError, UnicodeEncodeError):
        return
    told = summarize(document, raw, question_from_sentence(ASKED))
    for article in told.articles:
        quotes = [*article.thesis, *article.evidence, *article.figures, *article.stance.quotes]
        assert all(raw[one.start : one.end] == one.text for one in quotes)


@given(st.lists(st.frozensets(st.sampled_from("abcdefghij")), max_size=6))
def test_no_retelling_is_passed_over(names):
    """Looking up the rarest names finds every text that holds the part of them that counts."""
    for at, (own, near) in enumerate(zip(names, _near(names), strict=True)):
        for place, other in enumerate(names):
            if own and place != at and len(own & other) >= NAMED * len(own):
                assert place in near


@given(st.lists(st.sets(st.sampled_from("abcdef")), max_size=6))
def test_no_copy_is_passed_over(marks):
    """Every earlier text that shares a mark is compared, the earliest first."""
    for at, near in enumerate(_earlier(marks)):
        assert near == [place for place in range(at) if marks[place] & marks[at]]

"""Sentences: where they end, and that their offsets are exact."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.engines.rules.sentences import sentences, split
from tests.engines.rules.texts import article

CASES = [
    ("plain stops", "One came. Two left! Who stayed?", ["One came.", "Two left!", "Who stayed?"]),
    ("an abbreviation inside", "The U.S. envoy met Dr. Braun.", ["The U.S. envoy met Dr. Braun."]),
    (
        "an abbreviation at the end",
        "They met in the U.S. The talks failed.",
        ["They met in the U.S.", "The talks failed."],
    ),
    (
        "initials",
        "James C. Miller and J. K. Lee wrote it.",
        ["James C. Miller and J. K. Lee wrote it."],
    ),
    ("e.g. and i.e.", "Some, e.g. Peru, left, i.e. fled.", ["Some, e.g. Peru, left, i.e. fled."]),
    (
        "a number after No.",
        "See No. 5 of Vol. XX. It is old.",
        ["See No. 5 of Vol. XX.", "It is old."],
    ),
    (
        "emphasis of a whole paragraph is no part of its sentences",
        "_One came. “Why?” asked a second._",
        ["One came.", "“Why?” asked a second."],
    ),
    (
        "emphasis inside a sentence stays",
        "_Pravda_ wrote it. **Gas:** It came late.",
        ["_Pravda_ wrote it.", "**Gas:** It came late."],
    ),
    ("no before a word", "He said no. Peru agreed.", ["He said no.", "Peru agreed."]),
    (
        "decimals",
        "It grew by 3.5 percent. Then it fell.",
        ["It grew by 3.5 percent.", "Then it fell."],
    ),
    (
        "footnote marks stay with their sentence",
        "It is scarce.[9] The union agreed.[10][11] Peru did not.",
        ["It is scarce.[9]", "The union agreed.[10][11]", "Peru did not."],
    ),
    (
        "a mark before the stop",
        "It left the club[1]. In addition, it paid.",
        ["It left the club[1].", "In addition, it paid."],
    ),
    ("no space", "They moved forward.Peru did not.", ["They moved forward.", "Peru did not."]),
    (
        "no space after a year",
        "It began in 1989.The rest followed.",
        ["It began in 1989.", "The rest followed."],
    ),
    (
        "a web address",
        "See www.Example.Com for more. Done.",
        ["See www.Example.Com for more.", "Done."],
    ),
    (
        "quotes after the stop",
        "“We stay.” Nobody moved. ‘Why?’ They knew.",
        ["“We stay.”", "Nobody moved.", "‘Why?’", "They knew."],
    ),
    (
        "a quoted question with its speaker",
        "“Will it hold?” the minister asked. It held.",
        ["“Will it hold?” the minister asked.", "It held."],
    ),
    ("brackets", "(It held.) Then it broke.", ["(It held.)", "Then it broke."]),
    ("an ellipsis inside", "They said… and left. Done.", ["They said… and left.", "Done."]),
    (
        "an ellipsis with spaces inside",
        "They said . . . to leave. Done.",
        ["They said . . . to leave.", "Done."],
    ),
    (
        "an ellipsis with spaces at the end",
        "They waited . . . Nothing came.",
        ["They waited . . .", "Nothing came."],
    ),
    ("an ellipsis at the end", "They waited... Nothing came.", ["They waited...", "Nothing came."]),
    ("list marks", "1. The first point. 2. The second.", ["1. The first point.", "2. The second."]),
    (
        "Chinese stops",
        "他们签了条约。谁也没来！为什么？",
        ["他们签了条约。", "谁也没来！", "为什么？"],
    ),
    ("Cyrillic", "Договор подписан. Никто не пришёл.", ["Договор подписан.", "Никто не пришёл."]),
    ("semicolons do not end", "One paid; one did not.", ["One paid; one did not."]),
    ("a lone mark is no sentence", "It held. — Then it broke.", ["It held.", "— Then it broke."]),
    ("nothing", " \n ", []),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_split(title: str, text: str, expected: list[str]) -> None:
    """Sentences end where a reader ends them."""
    assert [text[start:end] for start, end in split(text)] == expected


ALPHABET = st.characters(blacklist_categories=["Cs"])


@given(st.text(alphabet=ALPHABET) | st.text(alphabet="ab. AB?!…\n。”“[1]()𝒳é"))
def test_offsets_are_exact_and_nothing_is_lost(text: str) -> None:
    """Spans are in order, do not overlap, and hold every letter and digit."""
    spans = split(text)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    inside = "".join(text[start:end] for start, end in spans)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.integers(min_value=0, max_value=10**6), st.text(alphabet="aB. \n", max_size=60))
def test_offsets_count_from_the_file(start: int, text: str) -> None:
    """A sentence's offsets count characters of the file, wherever its article begins."""
    for one in sentences(article(text, start=start)):
        assert text[one.start - start : one.end - start] == one.text


def test_headings_and_notes_are_not_running_text() -> None:
    """Headings name sections; they are no sentences."""
    found = sentences(article("# The road\n\nIt is long. It is steep.\n\n# The end\n\nIt ends."))
    assert [one.text for one in found] == ["It is long.", "It is steep.", "It ends."]
    assert [one.heading for one in found] == [("The road",), ("The road",), ("The end",)]
    assert [one.index for one in found] == [0, 1, 2]
    assert [one.paragraph for one in found] == [1, 1, 3]

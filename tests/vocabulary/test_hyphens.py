"""Words that a line end cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.engines.rules.figures import find_figures
from brief.engines.rules.tokens import tokens
from brief.vocabulary.hyphens import back, forth, joined
from brief.vocabulary.words import words


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("an alli-\nance", "an alliance"),
        ("an alli-  \r\n  ance", "an alliance"),
        ("the Sino-\nRussian pact", "the Sino-Russian pact"),
        ("a long-\nterm plan", "a long-term plan"),
        ("twenty-\nfive ships", "twenty-five ships"),
        ("from 2010-\n2014", "from 2010-\n2014"),
        ("the end -\nand then", "the end -\nand then"),
        ("no cut at all", "no cut at all"),
    ],
)
def test_a_cut_word_is_read_whole(cut: str, whole: str) -> None:
    """A word goes on in the next line; a name or a compound keeps its hyphen."""
    assert joined(cut)[0] == whole


@given(st.lists(st.sampled_from(["alli-\nance", "Sino-\nRussian", "trade", ",", "é", " "])))
def test_the_way_back(parts: list[str]) -> None:
    """Each character of the joined text stands in the text as it is where `back` says."""
    text = " ".join(parts)
    whole, shifts = joined(text)
    for place, char in enumerate(whole):
        assert text[back(place, shifts)] == char
        assert text[back(place + 1, shifts, end=True) - 1] == char


def test_words_and_tokens_cover_what_was_cut() -> None:
    """Whoever splits a text finds the whole word, with the offsets of the text as it is."""
    text = "They form an alli-\nance of two."
    cut = "alli-\nance"
    assert [text[t.start : t.end] for t in tokens(text) if t.low == "alliance"] == [cut]
    assert [text[w.start : w.end] for w in words(text) if w.text == "alliance"] == [cut]


def test_a_figure_whose_scale_is_cut() -> None:
    """A number is read with the scale that goes on in the next line."""
    text = "Trade has risen to $90 bil-\nlion, he said."
    (found,) = find_figures(text)
    assert (found.value, text[found.start : found.end]) == (90e9, "$90 bil-\nlion")


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("A [Beijing scholar](https://x.org/a_(b)) told me.", "A Beijing scholar told me."),
        (
            "**Neither will die.** It is *not* an _alliance_.",
            "Neither will die. It is not an alliance.",
        ),
        (
            "Note [1] and a_b_c and 2 * 3 * 4 and author*.",
            "Note [1] and a_b_c and 2 * 3 * 4 and author*.",
        ),
        ("a [**bold** link](x) there", "a bold link there"),
    ],
)
def test_markdown_is_read_as_words(marked: str, read: str) -> None:
    """Emphasis and links leave their words alone; lone stars, bars and notes stay."""
    whole, shifts = joined(marked)
    assert whole == read
    assert all(marked[back(place, shifts)] == char for place, char in enumerate(whole))
    assert [forth(back(place, shifts), shifts) for place in range(len(whole))] == [
        *range(len(whole))
    ]

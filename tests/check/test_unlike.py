"""Where two texts part: the words around it, and signs that nobody sees by their number."""

from __future__ import annotations

import pytest

from brief.check.unlike import altered


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("They share\u200b a border.", "share[U+200B] a border."),
        ("They share\u00a0a border.", "share[U+00A0]a border."),
        ("They sh\u00adare a border.", "sh[U+00AD]are a border."),
        ("They share \u202ea border.", "share [U+202E]a border."),
        ("They share \u0430 border.", "share [U+0430] border."),
    ],
)
def test_a_sign_that_nobody_sees_is_named(found, shown):
    """Of two texts that look alike a line says what sets them apart."""
    said = altered("They share a border.", found)
    assert shown in said
    assert said.endswith("its evidence “They share a border.”.")


def test_words_are_shown_from_just_before_they_part():
    """A long text is shown where it differs, as it is written."""
    wanted = "The ports of the north handle more than those of the south, and grew by 4 percent."
    said = altered(wanted, wanted.replace("4", "9"))
    assert said.startswith("the file says “of the south, and grew by 9 percent.”")


def test_what_was_cut_off_at_the_end_is_shown():
    """A text that ends early parts where it ends."""
    assert altered("It rose twice.", "It rose") == (
        "the file says “It rose”, its evidence “It rose twice.”."
    )


def test_letters_of_another_script_stay_where_both_have_them():
    """Nobody takes a word of Russian for one of English."""
    assert "[U+" not in altered("мир и война", "мир и мир")

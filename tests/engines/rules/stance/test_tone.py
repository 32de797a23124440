"""How single words of a sentence lean."""

from __future__ import annotations

import pytest

from brief.engines.rules.stance.lexicon import lexicon
from brief.engines.rules.stance.mentions import mentions
from brief.engines.rules.stance.tone import leanings
from brief.questions import question_from_sentence
from brief.vocabulary.words import words

LEXICON = lexicon(question_from_sentence("Are China and Russia forming an alliance?"))


def leans(raw: str) -> list[float]:
    """Return how the words of a sentence lean, each with its share."""
    text = words(raw)
    found = leanings(text, mentions(text, LEXICON))
    return [one.value * one.share for one in found]


def test_what_was_once_and_what_is_now() -> None:
    """A word after `now` counts in full, one before it for its opposite."""
    was, is_ = leans("The once loyal friends China and Russia now hate each other.")
    assert -1 < was < 0
    assert is_ == -1


@pytest.mark.parametrize("word", ["unlikely", "mistaken", "premature"])
def test_a_word_that_takes_back_does_so_from_either_side(word: str) -> None:
    """`Unlikely` turns what it stands before, and what it is said of."""
    assert leans(f"A convergence of China and Russia seems {word}.")[0] < 0
    assert leans(f"To China and Russia it seems {word} to converge.")[0] < 0

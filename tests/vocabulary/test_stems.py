"""Beginnings of words: what begins alike and is of another root is not meant."""

import pytest

from brief.compose.evidence.phrases import PhrasePatterns
from brief.vocabulary.words import TaggedPhrases, words


@pytest.mark.parametrize(
    ("stem", "meant", "other"),
    [
        ("deter*", "The fleet deterred them.", "They were determined to go on."),
        ("divid*", "The lake divides them.", "The farm paid a dividend."),
        ("spur*", "Fear spurred them.", "They spurned the offer."),
        ("sign*", "They signed it.", "It was a significant day."),
    ],
)
def test_a_word_of_another_root_is_not_found(stem, meant, other):
    """Both ways to look for phrases know it."""
    tagged = TaggedPhrases()
    tagged.add([stem], "x")
    assert tagged.find(words(meant))
    assert not tagged.find(words(other))
    assert PhrasePatterns([stem]).count(meant)
    assert not PhrasePatterns([stem]).count(other)

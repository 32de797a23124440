"""Titles of works, told from quotations by their capitals."""

import pytest

from brief.vocabulary.headlines import is_title


@pytest.mark.parametrize(
    "words",
    [
        "The Long Road to a Northern Pact",
        "Steel, Grain, and the Price of Trust",
        "What Comes After the Treaty?",
        "How Not to Lose an Ally: Lessons From Two Wars",
    ],
)
def test_a_title_has_capitals_but_for_its_small_words(words):
    """Articles, conjunctions and prepositions may be small."""
    assert is_title(words)


@pytest.mark.parametrize(
    "words",
    [
        "The two will not sign a treaty this year",
        "Neither Moscow nor Tehran trusts the other",
        "Russia and Iran",
        "we will never be allies of Russia, China or North Korea",
        "",
    ],
)
def test_a_sentence_that_names_states_is_none(words):
    """Names have capitals in a quotation too; its verbs and nouns have not."""
    assert not is_title(words)

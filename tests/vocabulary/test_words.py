"""Words and phrases: the mini-language a non-programmer writes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.vocabulary.openers import Index
from brief.vocabulary.words import TaggedPhrases, words


def found(phrase: str, text: str) -> list[str]:
    """Return the places where a phrase stands in `text`."""
    phrases = TaggedPhrases()
    phrases.add([phrase], "x")
    split = words(text)
    return [text[split[h.first].start : split[h.last - 1].end] for h in phrases.find(split)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("quasi alliance", "A Quasi-Alliance of sorts", ["Quasi-Alliance"]),
        ("ally/allies", "an ally among allies", ["ally", "allies"]),
        ("alli*", "alliances and allied men", ["alliances", "allied"]),
        ("no _ pact", "no formal pact, no pact", ["no formal pact"]),
        ("ties .. deepen", "ties will surely deepen", ["ties will surely deepen"]),
        ("ties .. deepen", "ties will very surely not deepen", []),
        ("no alliance", "no, alliance", []),
        ("n't", "isn't; can’t", ["n't", "n’t"]),
    ],
)
def test_the_mini_language(phrase: str, text: str, expected: list[str]) -> None:
    """Alternatives, endings, single words and gaps find what they say, within a clause."""
    assert found(phrase, text) == expected


def test_the_longest_phrase_wins() -> None:
    """A longer phrase is taken before a shorter one that begins at the same word."""
    phrases = TaggedPhrases()
    phrases.add(["marriage"], "near")
    phrases.add(["marriage of convenience"], "weaker")
    hits = phrases.find(words("a marriage of convenience"))
    assert [hit.tag for hit in hits] == ["weaker"]


def test_a_longer_phrase_that_breaks_off_gives_way_to_a_shorter_one() -> None:
    """Of phrases that begin alike the one that stands is found; its first list counts."""
    phrases = TaggedPhrases()
    phrases.add(["old pact of steel", "old .. pact of iron"], "long")
    phrases.add(["old pact"], "first")
    phrases.add(["old pact", "old pac*"], "second")
    tags = {
        "an old pact of paper": ["first"],
        "an old pact of steel": ["long"],
        "an old and tired pact of iron": ["long"],
        "old pacts": ["second"],
        "an old, pact": [],
    }
    assert {text: [hit.tag for hit in phrases.find(words(text))] for text in tags} == tags


def test_names_ask_for_their_capitals() -> None:
    """A name is found only as written: `US`, not `us`; `Turkey`, not `turkey`."""
    phrases = TaggedPhrases(cased=True)
    phrases.add(["US", "Turkey", "the West"], "x")
    hits = phrases.find(words("they gave us turkey in the west"))
    assert hits == []
    assert len(phrases.find(words("The U.S., Turkey and the West"))) == 3


def test_possessives_are_dropped() -> None:
    """`China's` is the word `china`."""
    assert [word.text for word in words("China’s ties, Xi's")] == ["china", "ties", "xi"]


@given(st.text())
def test_words_keep_their_places(text: str) -> None:
    """Every word stands where it says, in order, and none overlap."""
    end = 0
    for word in words(text):
        assert text[word.start : word.end] == word.raw
        assert word.start >= end
        end = word.end


_LISTS = [["alli* of", "an ally"], ["ally", "no _ pact"], ["no alliance", "alliances .. pact"]]


@given(st.lists(st.sampled_from(["no", "an", "ally", "alliances", "of", "formal", "pact", ","])))
def test_sets_that_share_an_index_find_what_each_finds_alone(parts: list[str]) -> None:
    """One pass that tells where the phrases of all sets begin loses none, nor any of a part."""
    index, text = Index(), words(" ".join(parts))
    for phrases in _LISTS:
        alone, shared = TaggedPhrases(), TaggedPhrases(index=index)
        alone.add(phrases, "x")
        shared.add(phrases, "x")
        assert shared.find(text) == alone.find(text) == alone.find(list(text))
        for a, b in itertools.combinations(range(len(text) + 1), 2):
            assert shared.within(text, a, b) == alone.find(text[a:b])


def test_a_phrase_added_later_is_found_in_a_text_seen_before() -> None:
    """What is kept of a text holds for the phrases of its time alone."""
    text, phrases = words("an old pact holds"), TaggedPhrases()
    phrases.add(["ally"], "x")
    assert phrases.find(text) == []
    phrases.add(["old pact"], "y")
    assert [hit.tag for hit in phrases.find(text)] == ["y"]

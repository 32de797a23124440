"""How a short text puts its claim: by its words, and by what stands around it."""

from __future__ import annotations

from collections import Counter

import pytest

from brief.engines.rules.phrasing import surroundings, worded

PLAIN = {"amounts": 0.0, "year": 0.0, "opens": 0.0}


def around(values: list[dict[str, float]], place: int) -> dict[str, float]:
    """Return what stands around one sentence of a text whose sentences share no word."""
    return surroundings(values, [frozenset([str(at)]) for at in range(len(values))], place)


def test_a_sentence_of_unknown_words_says_nothing() -> None:
    """Words that the table does not hold speak neither for a sentence nor against it."""
    assert worded(Counter(["zzyzx", "qwertz"])) == 0.0
    assert worded(Counter()) == 0.0


def test_a_claim_is_worded_otherwise_than_what_leads_up_to_it() -> None:
    """Interests, risks and what is now speak for a claim; territories and members do not."""
    claim = Counter(["intere", "risks", "now", "not", "longer"])
    setting = Counter(["territ", "member", "began", "people", "negoti"])
    assert worded(claim) > 0.5
    assert worded(setting) < -0.5


def test_length_does_not_make_a_claim() -> None:
    """The same words said more often weigh no more: a sentence is measured by its mixture."""
    few = Counter(["intere", "now"])
    many = Counter({"intere": 9, "now": 9})
    assert worded(few) == pytest.approx(worded(many))


def test_facts_after_a_sentence_are_seen() -> None:
    """What follows with years and amounts is told from what follows without."""
    facts = PLAIN | {"year": 1.0}
    assert around([PLAIN, facts, facts], 0)["short_before_facts"] == 1.0
    assert around([PLAIN, PLAIN, facts], 0)["short_before_facts"] == 0.5
    assert around([PLAIN], 0)["short_before_facts"] == 0.0


def test_a_turn_before_or_after_is_seen() -> None:
    """A sentence knows whether it stands before a `but`, or after one."""
    turn = PLAIN | {"link_contrast": 1.0}
    found = [around([PLAIN, turn, PLAIN], place) for place in range(3)]
    assert [one["short_before_contrast"] for one in found] == [1.0, 0.0, 0.0]
    assert [one["short_after_contrast"] for one in found] == [0.0, 0.0, 1.0]


def test_what_others_say_again_is_seen() -> None:
    """A sentence whose words the others use repeats, one of its own words does not."""
    stems = [frozenset("ab"), frozenset("ab"), frozenset("cd")]
    values = [PLAIN] * 3
    repeats = [surroundings(values, stems, place)["short_repeats"] for place in range(3)]
    assert repeats[0] == repeats[1] > repeats[2] == 0.0

"""A relation that one has to the other: who leans on whom, and what only asks how much."""

from __future__ import annotations

import pytest

from brief.compose.wording import question_names
from brief.engines.rules.stance.scoring import sentence_score
from brief.questions import question_from_sentence

CHAD = question_from_sentence("Is Chad dependent on Niger?")


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ("Is Chad dependent on Niger?", ["Chad", "Niger"]),
        ("Does Niger rely on Chad?", ["Niger", "Chad"]),
        ("Is Chad making Niger dependent on it?", ["Niger", "Chad"]),
        ("Is the dependence of Oman on Kuwait growing?", ["Oman", "Kuwait"]),
        ("Is dependence on Kuwait by Oman growing?", ["Oman", "Kuwait"]),
        ("Are Peru and Chile dependent on each other?", ["Peru", "Chile"]),
    ],
)
def test_who_depends_comes_first(asked: str, order: list[str]) -> None:
    """The one that leans on the other is the first party, however the sentence is built."""
    found = {party.name for party in question_from_sentence(asked).parties}
    assert found == set(order)
    if "each other" not in asked:
        assert [party.name for party in question_from_sentence(asked).parties] == order


@pytest.mark.parametrize(
    "text",
    [
        "Chad is dependent on Niger.",
        "Chad is heavily dependent on goods from Niger.",
        "Chad's dependence on Nigerien uranium is complete.",
    ],
)
def test_dependence_as_asked_counts(text: str) -> None:
    """Who leans on the one asked about speaks for it."""
    assert sentence_score(text, CHAD).score > 0


@pytest.mark.parametrize(
    "text",
    [
        "Niger is dependent on Chad.",
        "Niger depends on Chadian ports.",
        "Niamey relies on N'Djamena for its roads.",
        "Chad and Niger are both dependent on Libyan fuel.",
    ],
)
def test_dependence_the_other_way_does_not(text: str) -> None:
    """What the second has to the first, or both to a third, is not what is asked."""
    assert not sentence_score(text, CHAD).explicit


@pytest.mark.parametrize(
    "text",
    [
        "The bureau began a survey to determine how much Chad is dependent on Niger.",
        "A panel will examine to what extent Chad depends on Niger.",
        "The question of how dependent Chad is on Niger has two sides.",
    ],
)
def test_what_is_to_be_found_out_takes_no_side(text: str) -> None:
    """A study that sets out to measure a thing has not found it."""
    assert sentence_score(text, CHAD).score == 0


def test_how_it_is_called() -> None:
    """A dependence is of one on the other, an alliance of both."""
    names = question_names(CHAD, "Lima")
    assert names["one_relation"] == "a dependence of Chad on Niger"
    others = question_names(question_from_sentence("Does Peru rely on the United States?"), "Lima")
    assert others["paired"] == "dependence of Peru on the United States"
    allies = question_names(question_from_sentence("Are Peru and Chile allies?"), "Lima")
    assert allies["paired"] == "Peru–Chile alliance"


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger are drawing ever closer, and their friendship deepens.",
        "Relations between Chad and Niger have soured, and mistrust is growing.",
        "It is too early to say whether Chad and Niger will form an alliance.",
        "Path dependence explains what Chad and Niger have built.",
    ],
)
def test_warmth_is_no_dependence(text: str) -> None:
    """Who grows closer to another does not lean on him for that, nor is freed by a quarrel."""
    assert sentence_score(text, CHAD).weight == 0


@pytest.mark.parametrize(
    "text",
    [
        "Chad cannot do without Niger in the dry months.",
        "Niger is indispensable to Chad as a supplier of fuel.",
        "Chad is hooked on Nigerien cement.",
    ],
)
def test_what_nobody_can_do_without_speaks_for_it(text: str) -> None:
    """A dependence need not be called one."""
    assert sentence_score(text, CHAD).score > 0


def test_a_way_out_of_it_speaks_against_it() -> None:
    """Who has other suppliers, or none, depends less."""
    assert sentence_score("Chad is independent of Niger in fuel.", CHAD).score < 0
    assert sentence_score("Chad could do without Niger from now on.", CHAD).score < 0
    assert sentence_score("Chad has diversified its trade away from Niger.", CHAD).score < 0


@pytest.mark.parametrize(
    "text",
    [
        "Chad is reducing its dependence on Niger.",
        "Chad seems to be distancing itself from Niger.",
        "Chad has found other suppliers than Niger.",
    ],
)
def test_who_leans_less_speaks_against_a_dependence(text: str) -> None:
    """Less dependence, distance and other suppliers are words against it, as a whole phrase."""
    assert sentence_score(text, CHAD).score < 0


def test_who_must_rely_on_another_depends_on_him() -> None:
    """A need to rely is dependence, and no mere advice."""
    assert sentence_score("Chad has to rely on Niger for fuel.", CHAD).score > 0


@pytest.mark.parametrize(
    "text",
    [
        "Tibesti declared its independence from Chad, and Niger took note.",
        "Chad is distancing itself from Libya, and Niger took note.",
    ],
)
def test_whom_somebody_is_free_of_must_be_the_one_asked_about(text: str) -> None:
    """Independence from the first party, or from a third, says nothing of the second."""
    assert sentence_score(text, CHAD).weight == 0


SPLIT = question_from_sentence("Are Chad and Niger drifting apart?")


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger have overcome old suspicions.",
        "The partnership of Chad and Niger endures.",
    ],
)
def test_what_mends_a_quarrel_speaks_against_a_split(text: str) -> None:
    """Asked for a split, what takes a quarrel away says the opposite of it."""
    assert sentence_score(text, SPLIT).score < 0


@pytest.mark.parametrize(
    "text",
    [
        "Ties between Chad and Niger have deteriorated sharply.",
        "Relations between Chad and Niger have entered a tense phase.",
        "Ties of Chad and Niger face unprecedented strain as tensions rise.",
        "Tariffs have disrupted the partnership of Chad and Niger.",
    ],
)
def test_what_grows_worse_speaks_for_a_split(text: str) -> None:
    """Asked for a split, ties that sour come close to one; what strains them cures no tension."""
    assert sentence_score(text, SPLIT).score > 0.5


def test_to_join_a_third_is_no_union_of_the_two() -> None:
    """A member of somebody else's club is no word on how the two stand."""
    text = "Chad hopes for membership in the BRICS, and Niger took note."
    assert sentence_score(text, SPLIT).weight == 0


def test_a_surname_is_no_verb() -> None:
    """A president's name harms nothing that his sentence tells."""
    asked = question_from_sentence("Are Chad and Niger forming an alliance?")
    text = "Under Trump Chad and Niger formed an alliance."
    assert sentence_score(text, asked) == sentence_score(text.replace("Trump", "Cairo"), asked)


def test_what_only_seemed_so_says_nothing() -> None:
    """`It seemed as though …` is no claim, but what follows on `but` is one."""
    asked = question_from_sentence("Are Chad and Niger forming an alliance?")
    assert sentence_score("It seemed as though Chad and Niger were allies.", asked).weight == 0
    turned = "It seemed as though Chad and Niger were allies, but they are rivals."
    assert sentence_score(turned, asked).score < 0


def test_what_something_is_instead_is_said() -> None:
    """`Not so warm, as it is wary` denies the first word and says the second."""
    asked = question_from_sentence("Are Chad and Niger forming an alliance?")
    text = "The tie of Chad and Niger is not so warm as it is pragmatic and wary."
    assert sentence_score(text, asked).score < 0

"""Whose a tie is: the two parties', another pair's, or one that a title only grants."""

import pytest

from brief.compose.evidence.semantic_roles import around_them
from brief.compose.evidence.ties import between, granted, leagued, of_others, own_matter
from tests.support.claims import library
from tests.support.corpus import question


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("India helps both of these states, with which it has a strategic partnership.", True),
        ("Iran trusts Russia, with which it has a strategic partnership.", False),
    ],
)
def test_a_tie_of_the_one_who_acts_is_his(text: str, theirs: bool):
    """`With which it has a pact` is said of the subject: of a third, where he is a third."""
    at = text.index("partnership")
    assert of_others(text, (at, at + len("partnership")), question()) is theirs


def test_leaning_less_on_a_third_is_no_word_against_the_tie():
    """Who leans less on a third by a tie speaks for it; who leans less on a party does not."""
    for text in ("It leaves Iran less dependent on India.", "So Iran can compete with India."):
        assert "India" not in own_matter(text, question())
    for text in ("Iran is less dependent on Russia.", "Iran is dependent on India."):
        assert own_matter(text, question()) == text


@pytest.mark.parametrize(
    ("title", "only"),
    [
        ("Iran still needs India, despite its growing ties to Russia", True),
        ("Despite closer ties with Russia, Iran looks to India", True),
        ("Russia and Iran are allies, despite strained relations with India", False),
        ("Russia and Iran grow closer despite a quarrel over ports", False),
        ("Iran and its growing ties to Russia", False),
    ],
)
def test_a_title_may_only_grant_the_tie(title: str, only: bool):
    """What stands behind `despite` is outweighed, where the rest is not on the two together."""
    assert granted(title, question()) is only


def test_a_quarrel_in_another_tie_is_not_between_the_two():
    """Strains in the tie of a party and a third hold the two not apart."""
    text = "Tensions in the India-Iran partnership move Russia to sell more to Tehran."
    assert around_them(text, (0, 8), question())
    text = "Tensions in the Russia-Iran partnership grow over the price of gas."
    assert not around_them(text, (0, 8), question())


def test_a_rivalry_between_others_is_not_between_the_two():
    """`Rivalry between India as a challenger and Oman` is theirs, whatever the two do in it."""
    text = "Russia and Iran signed it in a time of rivalry between India as a challenger and Oman."
    at = text.index("rivalry")
    assert around_them(text, (at, at + 7), question())
    text = text.replace("India as a challenger and Oman", "Russia as a seller and Iran")
    assert not around_them(text, (at, at + 7), question())


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("An axis comprising Oman, Russia and Iran took shape in a year.", True),
        ("The Oman–Russia–Iran bloc took shape in a year.", True),
        ("An axis of Oman and Russia took shape, and Iran looked on.", False),
        ("The Oman–Russia bloc sells grain to Iran.", False),
    ],
)
def test_who_is_in_one_league_with_a_third_is_in_it_with_the_other(text: str, both: bool):
    """A league of three is one of the two as well; one of others is none of theirs."""
    assert leagued(text, question()) is both


def test_a_league_of_three_shows_where_a_text_on_others_stands():
    """In a text on another pair, what names the two in one league is read, the rest is not."""
    league = "An axis comprising Oman, Russia and Iran took shape in a year."
    others = "Oman and Russia trade. Oman and Russia meet. Iran and Oman sell gas to Russia."
    made = library(f"A note on Oman and Russia.\n{others} {league}")
    assert [one.text for one in made.lines["s0"]] == [league]


def test_the_name_of_a_body_is_no_tie():
    """`Cooperation` in the name of a council is no cooperation of the two."""
    assert not between("Iran meets Russia in the Council for Harbor Cooperation.")
    assert not between("Iran meets Russia in the Harbor Cooperation Council.")
    assert between("Iran and Russia deepen their cooperation on harbors.")

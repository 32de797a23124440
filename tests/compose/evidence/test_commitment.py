"""What a sentence supposes, announces or only mentions is no finding of its author."""

import pytest

from brief.compose.answers import answer
from brief.compose.evidence.assertion import tells_topic
from brief.compose.evidence.commitment import declared, only_may, taken_as_there
from brief.compose.evidence.proofs import Proofs
from brief.compose.evidence.semantic_roles import owned
from brief.compose.page_one import gives_reason
from brief.model.audience import Standing
from tests.support.claims import TRADE_GROWS, library, sides
from tests.support.corpus import question

TRADE = Standing(
    id="trade",
    text="Does trade bind {a} and {b}?",
    short="trade",
    claim="trade binds {a} and {b}",
    about=("trade", "sales", "exports"),
    along=("{both}",),
    to_yes=("signed", "grew/grow/grows", "endorse*", "matter/matters"),
    to_no=("drop/dropped",),
)


def place(text: str, word: str) -> tuple[int, int]:
    """Return where a word stands in a sentence."""
    first = text.index(word)
    return first, first + len(word)


@pytest.mark.parametrize(
    ("text", "says_what_it_is_on"),
    [
        ("This study focuses on the trade of Russia and Iran.", True),
        ("Accordingly, this paper will review how far the two have come.", True),
        ("The present article seeks to explain why they met.", True),
        ("This paper finds that Russia and Iran trade arms.", False),
        ("This report argues that the two are no allies.", False),
        ("This trade looks set to grow.", False),
    ],
)
def test_what_a_text_is_about_is_no_finding(text, says_what_it_is_on):
    """Only what it finds or argues is one."""
    assert tells_topic(text) is says_what_it_is_on


@pytest.mark.parametrize(
    ("text", "word", "only"),
    [
        ("Sales could become a strain on the partnership.", "partnership", True),
        ("If it is built, the pipe would cement the partnership.", "partnership", True),
        ("The aim is to deepen the partnership.", "partnership", True),
        ("They signed a pact that could change the region.", "pact", False),
        ("The partnership might break, one hears.", "partnership", False),
    ],
)
def test_a_tie_that_may_come_is_not_there(text, word, only):
    """What may follow of a tie is said of one that is."""
    assert only_may(text, [place(text, word)]) is only


@pytest.mark.parametrize(
    ("text", "word", "called"),
    [
        ("Russia and Iran declared a lasting partnership.", "partnership", True),
        ("Their assertions of a strong bond are many.", "bond", True),
        ("Russia and Iran built a lasting partnership.", "partnership", False),
    ],
)
def test_what_the_two_call_it_their_author_does_not_say(text, word, called):
    """A declaration is theirs."""
    assert declared(text, place(text, word)) is called


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("This alliance is aimed at Oman.", True),
        ("We worry about this Russian-Iranian alliance.", True),
        ("This alliance is not what it seems.", False),
        ("An alliance is aimed at Oman.", False),
        ("This alliance would be aimed at Oman.", False),
    ],
)
def test_who_points_at_an_alliance_holds_that_it_is_there(text, there):
    """He neither denies it nor leaves it open."""
    assert taken_as_there(text, [place(text, "alliance")]) is there


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Trade of Russia and Iran grows.", (1, 0, 0)),
        ("Arms sales of Russia and Iran grow.", (0, 0, 0)),
        ("The exports of Russian missiles to Iran grow.", (0, 0, 0)),
        ("Trade of Russia and Iran began after Iran dropped its old creed.", (0, 0, 0)),
        ("Russia and Iran signed a deal aimed at more trade.", (0, 0, 0)),
        ("Signed in May, the trade pact of Russia and Iran worries Oman.", (0, 0, 0)),
        ("Russia and Iran signed a pact on trade.", (1, 0, 0)),
    ],
)
def test_trade_is_proven_by_what_is_said_of_trade(text, ways):
    """Arms are another matter; a plan and a time tell of no trade."""
    assert answer(TRADE, library(f"A note on Russia and Iran.\n{text}")).counts == ways


def test_a_cause_is_one_of_the_tie():
    """Why somebody protests is no reason for how the two stand, nor is `for the first time`."""
    proofs = Proofs(question())
    assert gives_reason("Russia and Iran are partners because both are alone.", proofs)
    assert not gives_reason("Oman protests because the two are partners.", proofs)
    assert not gives_reason("It is a treaty that ties both for the first time.", proofs)


def test_a_tie_with_somebody_is_of_whom_it_is_named():
    """What a party has with a third comes from the party, and not from outside."""
    text = "What stands in the way are Iran's relations with NATO."
    assert owned(text, place(text, "NATO"), question())
    text = "What stands in the way is the view of NATO."
    assert not owned(text, place(text, "NATO"), question())


def test_what_is_felt_for_somebody_is_no_deed_of_his():
    """`Shared hostility toward NATO` is that of the two; pressure by NATO comes from outside."""
    text = "Shared hostility toward NATO pushes Russia and Iran together."
    assert owned(text, place(text, "NATO"), question())
    text = "Pressure by NATO pushes Russia and Iran together."
    assert not owned(text, place(text, "NATO"), question())


def test_what_is_only_vowed_is_not_there():
    """A commitment to do something is no deed."""
    assert sides("Russia and Iran are committed to deepening trade.", asked=TRADE_GROWS) == (
        0,
        0,
        0,
    )
    assert sides("Russia and Iran are deepening trade.", asked=TRADE_GROWS) == (1, 0, 0)


def test_what_is_meant_is_not_there():
    """The intention of the two to do something is no deed; that it grows is one."""
    text = "The treaty shows the intention of both states to see trade of Russia and Iran grow."
    assert sides(text, asked=TRADE_GROWS) == (0, 0, 0)
    assert sides("The treaty shows that trade of Russia and Iran grows.", asked=TRADE_GROWS)[0] == 1


def test_what_is_to_change_hands_has_not_yet():
    """`Will sell` is a promise; who sells has done it."""
    assert sides("Russia will sell weapons to Iran.") == (0, 0, 0)
    assert sides("Russia sells weapons to Iran.") == (1, 0, 0)


def test_what_closer_ties_would_do_does_not_say_that_they_are_closer():
    """`Closer ties would be a shift` supposes them; closer ties that are there are a fact."""
    asked = TRADE_GROWS.model_copy(update={"to_yes": ("closer",), "tones": {}})
    text = "Closer trade of Russia and Iran {} a major shift."
    assert sides(text.format("would be"), asked=asked) == (0, 0, 0)
    assert sides(text.format("is"), asked=asked) == (1, 0, 0)

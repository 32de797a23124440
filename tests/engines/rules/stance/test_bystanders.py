"""What a third wants, shares or faces, and what ought to be, told from what is said of the two."""

from __future__ import annotations

import pytest

from brief.engines.rules.sentences import sentences
from brief.engines.rules.stance import article_stance, sentence_score
from brief.engines.rules.stance.discourse import moves
from brief.engines.rules.voice import voices
from brief.model.summary import Stance
from brief.questions import question_from_sentence
from brief.vocabulary.words import words
from tests.support.labelled import article

QUESTION = question_from_sentence("Are China and Russia forming an alliance?")


def side(text: str) -> int:
    """Return the side a sentence takes: -1 against, 1 for, 0 for none."""
    found = sentence_score(text, QUESTION)
    score = found.score if found.weight > 0.2 else 0.0
    return (score > 0.15) - (score < -0.15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington must keep China and Russia from forming an alliance.", 0),
        ("Delhi asks how it can stop Moscow and Beijing from joining in a military bloc.", 0),
        ("Paris means to avoid the birth of a Sino-Russian axis.", 0),
        ("Canada is bent on preventing an entente between China and Russia.", 0),
        ("Mistrust keeps China and Russia from forming an alliance.", -1),
        ("Trade with Europe is likely to keep China and Russia from forming an alliance.", -1),
        ("America cannot stop China and Russia from becoming allies.", 1),
        ("Canberra has to prevent a further rapprochement of China and Russia.", 1),
    ],
)
def test_what_a_third_means_to_prevent_is_not_said_to_be_so(text: str, expected: int) -> None:
    """An aim says nothing of what comes of it; what keeps two apart in fact does."""
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan asks its friends to close ranks against the fleets of China and Russia.", 0),
        ("China and Russia closed ranks against Japan.", 1),
        ("Sharp competition between America, China and Russia marks the Arctic.", 0),
        ("Sharp competition between China and Russia marks the Arctic.", -1),
        ("Rivalry of China, Russia and Japan for the islands is fierce.", 0),
        ("Rivalry of China and Russia for the islands is fierce.", -1),
        ("The aims of these two competitors of Canada, China and Russia, differ by sea.", 0),
        ("Their shared opposition to American radars makes Russia and China fly together.", 1),
        ("Their shared opposition to American radars was loud.", 1),
    ],
)
def test_what_both_do_to_a_third_is_not_between_them(text: str, expected: int) -> None:
    """A front against both, or a race of three, is none of the two's; what both oppose is."""
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China and Russia consult on matters of common concern.", 0),
        ("China is a cause of concern in Russia.", -1),
        ("The previously wary Chinese sold engines to Russia.", 0),
        ("The wary Chinese sold no engines to Russia.", -1),
        ("Moscow and Beijing say that their old quarrels have been laid to rest.", 1),
        ("The border disputes between China and Russia that are likely to hurt were settled.", 1),
        ("The border disputes between China and Russia are likely to grow.", -1),
        ("There are limits to how close China and Russia can get.", -1),
    ],
)
def test_what_is_shared_or_over_parts_nobody(text: str, expected: int) -> None:
    """A common concern is none about each other, and what was settled is none any more."""
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Their vows of alliance notwithstanding, China and Russia are wary of each other.", -1),
        ("Old suspicions aside, China and Russia are now allies.", 1),
        ("China and Russia set their quarrels aside, and they are now allies.", 1),
    ],
)
def test_what_is_set_aside_is_only_granted(text: str, expected: int) -> None:
    """`… aside`, at the head of a sentence, grants what stands before it."""
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("A more careful analysis suggests that China and Russia have little in common.", True),
        ("A sober assessment shows that China and Russia are no allies.", True),
        ("An analysis by Carnegie suggests that China and Russia are no allies.", False),
        ("The ministry’s detailed analysis suggests that China and Russia are no allies.", False),
        ("A detailed analysis from Oslo suggests that China and Russia are no allies.", False),
    ],
)
def test_a_closer_look_is_the_authors_own(text: str, author: bool) -> None:
    """An analysis that nobody else is named with, and that looks closer, is the author's."""
    (said,) = voices(sentences(article(text)))
    assert said.voice.is_author == author


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is hard for many ministers to grasp the alliance of China and Russia.", 1),
        ("It is hard for many ministers to imagine an alliance of China and Russia.", -1),
        ("By their maps China and Russia should be rivals, and not allies.", 0),
        ("By their maps China and Russia are rivals, and not allies.", -1),
        ("Some colonels insist on the urgency of an alliance of China and Russia.", 0),
    ],
)
def test_what_is_hard_to_grasp_is_there_and_what_ought_to_be_is_not(
    text: str, expected: int
) -> None:
    """Who finds a thing hard to take in has it before him; what two should be, they need not be."""
    found = sentence_score(text, QUESTION)
    score = found.score if found.weight > 0.9 else 0.0
    assert (score > 0.15) - (score < -0.15) == expected


@pytest.mark.parametrize(
    ("text", "turns", "rejects"),
    [
        ("But, more importantly, the two share a foe.", False, False),
        ("But the two share no foe.", True, False),
        ("But appearances are deceptive.", True, True),
        ("As tempting as this picture is, the papers tell another tale.", False, True),
    ],
)
def test_what_adds_answers_nothing_and_what_deceives_is_wrong(
    text: str, turns: bool, rejects: bool
) -> None:
    """`But, more importantly,` goes on; looks that deceive call what came before them wrong."""
    (move,) = moves([words(text)])
    assert (move.turns, move.rejects) == (turns, rejects)


def test_what_is_unlike_something_is_the_authors_own_to_say() -> None:
    """Of what a thing is unlike, nobody speaks: the one who compares does."""
    text = "China and Russia seek a pact, which is fair, unlike the strategy promoted by Peru."
    (said,) = voices(sentences(article(text)))
    assert said.voice.is_author


def stance(text: str, title: str) -> Stance:
    """Return the stance of an article by one author."""
    found = sentences(article(text, title=title))
    return article_stance(found, voices(found), QUESTION, title=title)


RIVALS = "China and Russia are at odds over oil, and rivals in every port."
TRADE = "Indian tankers fill up in Russian ports. The arms that Russia sells to India are old. "


@pytest.mark.parametrize(
    ("text", "title", "silent"),
    [
        (TRADE + "India buys fewer of them.", "India and the Russia-China alliance", True),
        (TRADE + "Russia and China are allies.", "India and the Russia-China alliance", False),
        (
            TRADE + "China and Russia are at odds over oil, and rivals in every port.",
            "India and Russia part",
            True,
        ),
        (
            TRADE + "China and Russia are at odds over oil, and rivals in every port.",
            "China and Russia part",
            False,
        ),
    ],
)
def test_a_title_alone_takes_no_side(text: str, title: str, silent: bool) -> None:
    """A text on one of them and another says nothing of the two, whatever its title names."""
    assert (stance(text, title).score is None) == silent

"""Where a reported voice stands, by the words that are given to it."""

from __future__ import annotations

import pytest

from brief.engines.rules.engine import summarize
from brief.model.summary import VoiceStance
from brief.questions import question_from_sentence
from brief.readers import read

OPENING = "Chile and Peru signed a treaty. Chile and Peru trade. "


def heard(
    text: str, question: str = "Are Chile and Peru forming an alliance?"
) -> list[VoiceStance]:
    """Return the voices drawn in a text about the two."""
    document, _ = read("text.txt", (OPENING + text).encode())
    return list(summarize(document, question_from_sentence(question)).articles[0].stance.voices)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (
            "The tension between Chile and Bolivia has led to speculation that Chile would"
            " strengthen its ties with Peru.",
            1,
        ),
        ("The minister denounced the paper as a military alliance of Chile and Peru.", 1),
        ("Senators rejected the idea that Chile and Peru were allies.", -1),
        (
            "“It will ache for years,” said an envoy who brought Chile and Peru closer together.",
            0,
        ),
        ("Sceptics answer that there is nothing in it for Chile and Peru together.", -1),
        (
            "“Chile and Peru are allies in all but name, and they will remain so,” said an envoy"
            " who doubts the quarrels.",
            1,
        ),
    ],
)
def test_a_side_comes_from_the_words_given_to_the_voice(text: str, sign: int) -> None:
    """What leads in to a reported view, and its verb, do not count for the view itself."""
    assert [(one.score > 0) - (one.score < 0) for one in heard(text)] == [sign]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Admiral Soto does not believe that Chile and Peru will sign a mutual defense pact.", -1),
        ("Western officials never believed that Chile and Peru were building an alliance.", -1),
        ("Brazilian diplomats no longer believe that Chile and Peru can be separated.", 1),
        ("Spanish officers remain unconvinced that Chile and Peru are allies.", -1),
        ("Liberal Peruvians oppose an alliance with Chile.", -1),
        ("Some Peruvians, above all in the ports, want a full alliance with Chile.", 1),
        ("Admiral Soto said that an alliance with Peru could not be ruled out.", 1),
        ("The former envoy cautioned against exaggerating the closeness of the two.", -1),
        ("“Our ties are no less than an alliance,” said the Peruvian ambassador.", 1),
    ],
)
def test_what_a_holder_does_not_hold_counts_against_it(text: str, sign: int) -> None:
    """A view that is disbelieved, opposed or warned against is the holder's, turned round."""
    assert [(one.score > 0) - (one.score < 0) for one in heard(text)] == [sign]


def test_what_is_reported_in_a_text_on_the_pair_is_drawn() -> None:
    """A reported sentence that names nobody is on the subject of the text it stands in."""
    assert len(heard("The press at home called it flattery.")) == 1


def test_what_is_reported_of_others_alone_is_not_drawn() -> None:
    """A reported sentence that names other states alone is on another matter."""
    assert heard("Officials say that Japan and Vietnam will hold a summit in Tokyo.") == []


def test_words_around_one_of_the_two_put_a_voice_on_no_side() -> None:
    """Trust that one of the two builds in the region says nothing of the other."""
    said = heard(
        "The minister said that Chile would build trust and friendship in the whole region."
    )
    assert [one.score for one in said] == [0]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        # an unwelcome thing may be dear, and so may a friend
        ("“My dear friend, we of Chile are glad to be in Peru,” said the minister.", 1),
        # what leads in is not what is said
        ("The envoy of Chile boasts that trade with Peru is the oldest on the coast.", 0),
        # whose ties have limits, the names before the noun say
        ("Most scholars see the strike setting limits to the Chile-Peru partnership.", -1),
        # one thing is not said of the other
        ("Others see the relationship as shallow and doomed to fail.", -1),
        # a second clause is not denied by the first
        (
            "Soto says that copper is no common interest of Chile and Peru and therefore deeper"
            " coordination should not be expected.",
            -1,
        ),
        # their ties without their names
        ("Soto added that this falls short of turning the relationship into more.", -1),
        # whom the two face is not one of them
        (
            "The secretary general warned of a deepening partnership of Chile and Peru that"
            " challenges the allies.",
            1,
        ),
        # two that others have for one adversary are one
        ("Hawks argue that Chile and Peru must be confronted as a single adversary.", 1),
        # all around who speaks is what he says
        ("Chile, pollsters say, distrusts Peru.", -1),
        # a skeptic is none of everything
        ("Skeptics blame the imports of machines for the deficit of Peru.", 0),
        # a denial is part of what is said
        ("The envoy dispelled the impression that Chile burdens Peru with loans.", 0),
    ],
)
def test_each_word_counts_for_what_it_is_said_of(text: str, sign: int) -> None:
    """Words that lead in, that are said of another, or of one of the two alone, count for none."""
    assert {(one.score > 0) - (one.score < 0) for one in heard(text)} <= {sign}
    assert any((one.score > 0) - (one.score < 0) == sign for one in heard(text)) or sign == 0


@pytest.mark.parametrize(
    ("text", "score"),
    [
        # what brings two into an alliance brings one about; what comes near it is not there
        ("Many officers predict that fear will drive Chile and Peru into an alliance.", 2),
        ("Some officers say that Chile leans to Peru, up to the point of a military alliance.", 1),
        # as what one is needed is no alliance yet
        ("Soto says that Chile is important to Peru as an ally, and that they are close.", 1),
        # who fears for a tie wants it
        ("The minister warns that Brazil seeks to undermine the partnership of Chile and Peru.", 1),
        ("Chile accused Brazil of trying to drive a wedge between Chile and Peru.", 1),
        # what two are called they need not be
        ("Chile criticized Brazil for calling Chile and Peru rivals.", 0),
        ("The senator condemned Chile and Peru, calling them allies in all but name.", 1),
        # what comes second to a tie is none of its troubles, and what only nears harm does none
        ("Soto believes that Chile and Peru put their friendship above rivalry in the Andes.", 1),
        ("Soto holds that irritants fall short of threatening their close ties.", 1),
        # who makes too little of a tie is none of the two
        ("The envoy warns that the world may underrate their rapprochement.", 1),
        # what does the harm is there
        ("Some argue that the future of Peru is imperiled by its mistrust of Chile.", -1),
        # what is told first is the view, and what is noted backs it
        (
            "The president voiced hope for even stronger ties with Peru, noting that “Its roads"
            " have made great leaps and we in Chile are a bit envious of them.”",
            1,
        ),
        # a claim that is found wanting is not held
        ("Soto finds the claim that Chile and Peru distrust each other unpersuasive.", 1),
        # another speaks behind the semicolon
        (
            "Soto says that Chile and Peru trust each other; Rao replies that they will soon be at"
            " war.",
            1,
        ),
        # views that differ within one of the two
        ("Observers see different views in Peru about the canal.", 0),
        # one of the two, and somebody else
        ("The envoy stressed the role of Chile as a stable partner while Brazil upends trade.", 0),
    ],
)
def test_a_view_is_told_by_what_it_says_of_the_two(text: str, score: int) -> None:
    """A voice's score is of the tie that is asked about: how it comes, holds, or is wanted."""
    assert [one.score for one in heard(text)] == [score]

"""A sentence proves a claim where it says, or takes up, what and whom the claim is about."""

import pytest

from brief.compose.evidence.phrases import PhrasePatterns, names_others, names_party, with_names
from brief.compose.evidence.tones import tone
from brief.model.audience import Standing
from brief.questions import question_from_sentence
from tests.support.claims import ARMS, answered, sides


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran buys weapons from Russia.",
        "The two sell weapons to each other.",
        "Neither state refuses to sell arms: each one sold weapons to its partner, the two agree.",
    ],
)
def test_a_sentence_that_names_the_parties_proves(sentence):
    """Both parties by name, or as a pair, make a sentence one on them."""
    assert sides(sentence)[0] == 1


def test_a_sentence_on_a_third_state_proves_nothing():
    """That a state elsewhere buys weapons is no finding on the two that the text is about."""
    assert sides("Vietnam buys weapons and expects little else.") == (0, 0, 0)
    assert sides("Russia and Vietnam met. Vietnam buys weapons.") == (0, 0, 0)


def test_who_is_missing_may_stand_in_the_sentence_before():
    """One party by name, or a pronoun, is enough beside a sentence that names the other."""
    assert sides("Iran has turned to Russia.", "It buys weapons there.") == (1, 0, 0)
    assert sides("Iran has turned to Turkey.", "It buys weapons there.") == (0, 0, 0)


def test_more_causes_are_those_of_what_the_text_is_about():
    """`More causes followed: …` needs not name again whom they brought together."""
    text = "After that more causes followed: arms for Taiwan."
    assert sides(text) == (1, 0, 0)


def test_a_word_in_a_clause_on_something_else_proves_nothing():
    """A shared word counts for a proof only where the clause has the subject."""
    trade = ARMS.model_copy(
        update={"about": ("trade",), "to_yes": (), "to_no": (), "tones": {"growth": "to-yes"}}
    )
    own = "Trade between Russia and Iran is growing and growing."
    aside = (
        "Iran has surpassed Russia in trade, and its growing and ever deepening role wins it the "
        "rising admiration of the region."
    )
    assert sides(own, asked=trade) == (1, 0, 0)
    assert sides(aside, asked=trade) == (0, 0, 0)


def test_a_condition_is_no_finding_unless_it_is_asked_what_would_follow():
    """`If …` proves nothing of what is; where the question asks what would be, it answers."""
    text = "If Russia falls out with Iran, the two will refuse all arms, the author warns."
    would = ARMS.model_copy(update={"claim_no": "", "claim": "{a} and {b} would trade arms"})
    assert sides(text) == (0, 0, 0)
    assert sides(text, asked=would) == (0, 1, 0)


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("The Treaty of Mutual Defense of Oman and Iran sells arms.", False),
        ("Oman and Iran sell each other weapons.", False),
        ("The two sell each other weapons, as Oman notes.", True),
    ],
)
def test_what_is_mutual_is_so_between_those_whom_the_sentence_names(text, proves):
    """One party and another state that are bound to each other are not the two."""
    assert (sides(text)[0] > 0) is proves


def test_that_a_party_has_little_to_offer_is_nothing_of_outsiders():
    """`Less to offer` tells of outsiders who try to part the two, and of no party."""
    parted = ARMS.model_copy(
        update={
            "claim": "{a} and {b} can be split",
            "about": ("less to offer",),
            "to_yes": (),
            "to_no": ("less to offer",),
        }
    )
    assert sides("Oman has less to offer to Russia and Iran.", asked=parted) == (0, 1, 0)
    assert sides("Now Iran will have less to offer to Russia.", asked=parted) == (0, 0, 0)


def test_a_party_is_no_subject_of_its_own_question_in_whatever_words():
    """`North/South Sudan*` names a party too, if one is South Sudan."""
    asked = question_from_sentence("Are South Sudan and Chad allies?")
    assert names_party("North/South Sudan*", asked)
    assert not names_party("North/South Korea*", asked)


def test_an_abbreviation_stands_for_what_it_is_given_for():
    """`Central Asia (CA)` makes a later `CA` a word of the question."""
    text = ("Russia and Iran meet in Central Asia (CA).", "In the CA Russia and Iran buy much.")
    assert sides(*text) == (1, 0, 0)
    assert sides(text[1]) == (0, 0, 0)


def test_what_is_granted_at_the_outset_is_no_finding():
    """`To be sure, …` grants what the author is about to outweigh."""
    assert sides("To be sure, Iran buys weapons from Russia.") == (0, 0, 0)


def test_a_cause_is_what_stands_after_from():
    """`Its stand on arms follows from …` tells the cause of the stand, and not what arms cause."""
    follows = ARMS.model_copy(update={"to_yes": ("follow/follows from",)})
    assert sides("The trust of Russia and Iran follows from arms.", asked=follows) == (1, 0, 0)
    assert sides("On arms, Russia and Iran hold what follows from fear.", asked=follows) == (
        0,
        0,
        0,
    )


def test_what_the_two_do_with_many_is_not_of_the_two():
    """What Russia and Iran found together with others is no finding on the two."""
    assert sides("Russia and Iran sold arms.") == (1, 0, 0)
    assert sides("Together with four other Asian states, Russia and Iran sold arms.") == (0, 0, 0)


def test_what_would_be_and_is_outweighed_proves_nothing():
    """In `it would …, but …` the first half only supposes what the author turns from."""
    reads = tone((), ("autonomy",), {})
    said = "A pact with Korea shows autonomy, but the two will not part."
    would = said.replace("shows", "would show")
    assert reads.weigh(said, [(0, 6)]).close[1] > 0
    assert reads.weigh(would, [(0, 6)]).close == (0, 0)


REGION = ARMS.model_copy(
    update={
        "claim": "{a} and {b} compete in the Caucasus",
        "about": ("Caucasus", "leverage over"),
        "tones": {"harmony": "to-no", "growth": "to-no"},
        "to_yes": ("leverage over",),
        "to_no": ("neutral",),
    }
)


@pytest.mark.parametrize(
    ("said", "ways"),
    [
        ("Russia and Iran meet in the Caucasus. The region makes the two compete.", (1, 0, 0)),
        ("Russia and Iran compete in the “neutral” Caucasus.", (1, 0, 0)),
        ("Russia and Iran compete in a Caucasus that both call “neutral.”", (1, 0, 0)),
        ("Russia and Iran have met in the Caucasus since the decline of Ottoman power.", (0, 0, 0)),
        ("Russia sees in Iran a tool to gain leverage over Europe.", (0, 0, 0)),
        ("Russia has gained leverage over Iran.", (1, 0, 0)),
    ],
)
def test_what_says_when_over_whom_or_in_marks_decides_nothing(said, ways):
    """An event that only dates, power over somebody else and another's word take no side."""
    assert sides(said, asked=REGION) == ways


TIE = ARMS.model_copy(
    update={
        "claim": "{a} and {b} are at odds",
        "about": ("rival", "allies", "drills", "quarrel*"),
        "to_yes": ("rival", "quarrel*", "cooperat*"),
        "to_no": (),
    }
)


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("Turkey trusts Russia less than does Iran, which it regards as a rival.", False),
        ("Turkey still quarrels with Russia and Iran.", False),
        ("Turkey watches as Russia quarrels with Iran, its rival.", True),
        ("Russia trusts Turkey less than does Iran, which it regards as a rival.", True),
        ("Turkey has for years used quarrels over fish to tame Russia and Iran.", False),
        ("Turkey has seen that the quarrels of Russia and Iran persist.", True),
        ("Calm here is a quarrel between Russia, Iran and Turkey, not one of two.", False),
        ("There is a quarrel between Russia and Iran, as there is in Turkey.", True),
        ("Old quarrels with Russia and Iran have cost much.", False),
        ("Old quarrels with Russia and with Iran’s rulers divide the two.", True),
    ],
)
def test_what_a_third_state_does_to_both_says_nothing_of_the_two(text, proves):
    """That a third state is the rival of a party does not set the two against each other."""
    assert (sides(text, asked=TIE)[0] > 0) is proves


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("Turkey and Oman quarrel over fish, both of them poor.", False),
        ("Both in peace and in war they quarrel with a rival.", False),
        ("Turkey, Oman and Qatar met, and these countries quarrel over fish.", False),
        ("Russia and Iran met at sea. The sides quarrel over fish.", True),
        ("Oman is far from Russia and Iran. These countries quarrel over fish.", True),
        ("Oman looks on while the two quarrel, a rival of both.", True),
    ],
)
def test_the_two_are_the_parties_unless_others_were_named(text, proves):
    """`Both` after two other states are these, and `both … and` is nobody."""
    assert (sides(text, asked=TIE)[0] > 0) is proves


@pytest.mark.parametrize(
    ("said", "ways"),
    [
        ("Russia and Iran have both opposed the weapons inspections there.", (1, 0, 0)),
        (
            "Both governments, Russia as Iran, are firm: both states oppose weapons there.",
            (1, 0, 0),
        ),
        ("Iran has weapons, and Turkey opposed what Russia made of the inspections.", (0, 0, 0)),
    ],
)
def test_the_two_may_be_asked_for_as_who_does_one_thing(said, ways):
    """`{both}` among the words of a side is the two as one subject: `Russia and Iran oppose`."""
    alike = ARMS.model_copy(
        update={"claim": "{a} and {b} act as one there", "to_yes": ("{both} .. oppose*",)}
    )
    assert sides(said, asked=alike) == ways


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Costa Rica and El Salvador support the port.", 1),
        ("Salvadorans and Costa Rica supported it.", 1),
        ("Fishermen and Salvadorans support it.", 0),
    ],
)
def test_two_are_joined_by_their_names_however_long_these_are(said, found):
    """A party none of whose names is one word has its own, and leaves no gap before `and`."""
    asked = question_from_sentence("Are Costa Rica and El Salvador allies?")
    assert PhrasePatterns(with_names(["{both} .. support*"], asked)).count(said) == found


@pytest.mark.parametrize(
    ("label", "others"),
    [("Russian exports of LNG", False), ("Russian exports to Peru", True)],
)
def test_what_is_sold_is_no_third_state(label, others):
    """Capitals of goods name nobody."""
    asked = question_from_sentence("Are Russia and Iran allies?")
    assert names_others(label, asked) is others


FRICTION = Standing(
    id="friction",
    text="What holds {a} and {b} apart?",
    short="what parts them",
    about=("competition", "quarrel", "mistrust"),
    along=("{both}",),
    to_yes=("competition", "quarrel", "mistrust"),
)


@pytest.mark.parametrize(
    ("sentence", "proves"),
    [
        ("Competition with Turkey drives what Russia wants of Iran.", False),
        ("Its quarrel with the United Kingdom moves Iran toward Russia.", False),
        ("Russia has a quarrel with Iran.", True),
        ("The competition with Russia for buyers weighs on Iran.", True),
    ],
)
def test_what_one_has_with_a_third_does_not_part_the_two(sentence, proves):
    """Whom a word of friction names right behind it is who it is with."""
    found = answered(sentence, asked=FRICTION)
    assert bool(found.yes) == proves

"""Answers: who stands for a sentence, what a verdict rejects, and what a claim's words are."""

import pytest

from brief.compose import parse_themes
from brief.compose.answers import answer, claim
from brief.compose.evidence.endorsement import with_endorsers
from brief.compose.evidence.line import Line
from brief.compose.evidence.tones import tone
from brief.compose.evidence.word_families import families
from brief.compose.picking import Picker, quoted_for
from brief.model.audience import Standing
from tests.support.claims import library
from tests.support.corpus import templates

PART = Standing(
    id="part",
    text="Can the two be parted?",
    short="parting the two",
    claim="{a} and {b} can be pulled apart",
    about=("pulled apart", "wedge", "parted"),
    along=("{both}",),
)
BACKS = Standing(
    id="backs",
    text="Does the one back the other over the canal?",
    short="the canal",
    claim="{a} backs {b} over the canal",
    about=("canal",),
    along=("{both}",),
)


def sides(standing: Standing, *texts: str) -> tuple[int, int, int]:
    """Return how many texts say yes, no and both in their own words."""
    return answer(standing, library(*(f"A note.\n{text}" for text in texts))).counts


@pytest.mark.parametrize(
    "verdict",
    [
        "I do not believe it.",
        "That hope is out of date.",
        "The claim flatters its authors.",
        "There is no evidence for it.",
        "Such wishful thinking has cost years.",
        "We reject this view.",
    ],
)
def test_who_calls_a_view_wrong_says_its_opposite(verdict):
    """A reported view that its reporter rejects in the next sentence makes him a no."""
    told = "Some officials claim that Russia and Iran can be pulled apart."
    assert sides(PART, f"{told} {verdict}") == (0, 1, 0)
    assert sides(PART, f"{told} The weather was fine.") == (0, 0, 0)


def test_a_verdict_put_first_rejects_what_follows():
    """A verdict before the view says the opposite of it, whoever else holds it."""
    text = "Equally naive is the hope, heard in some ports, that Russia and Iran can be parted."
    assert sides(PART, text) == (0, 1, 0)


def test_an_author_predicts_what_would_not_follow():
    """Whether something can be is answered by what would not come of it, and not by what might."""
    says = (
        "If Oman had its way, it would be very unlikely to drive a wedge between Russia and Iran."
    )
    asked = PART.model_copy(update={"to_no": ("unlikely to drive",)})
    assert sides(asked, says) == (0, 1, 0)
    guess = "If Oman paid, it might drive a wedge between Russia and Iran."
    assert sides(asked, guess) == (0, 0, 0)


def test_a_verdict_after_a_semicolon_rejects_what_stands_before_it():
    """Report and verdict in one sentence are the author's no."""
    text = "Some observers conclude that Russia and Iran can be parted; Soto calls this a myth."
    assert sides(PART, text) == (0, 1, 0)
    pair = (
        "Russia and Iran quarrel. Some infer that the pair can be parted; Soto calls this a myth."
    )
    assert sides(PART, pair) == (0, 1, 0)


def test_a_view_that_speaks_against_a_thesis_speaks_for_it_with_its_verdict():
    """What the engine counts against the author's claim is his own no where he calls it wrong."""
    line = Line(
        article="s",
        text="Some infer that the pair can be parted; Soto calls this a myth.",
        start=0,
        end=62,
        passage="p",
        voice="Some",
        weight=1.0,
        counter=True,
    )
    [made] = with_endorsers([line], ("Ana Soto",))
    assert made.own
    assert not made.counter
    assert made.rejects == "Some infer that the pair can be parted"


def test_an_author_who_turns_against_a_report_speaks_for_himself():
    """After `, but` the reporter speaks: what he reported before it is not counted."""
    text = (
        "Some diplomats hope that a wedge could work between Russia and Iran, "
        "but the effort will surely fail between the two."
    )
    assert sides(PART, text) == (0, 1, 0)


def test_what_a_state_supports_is_told_by_the_author():
    """A state's line is an account of the author's; what the state only says is its own."""
    line = "While Russia supports Iran over the canal, it also calls for calm."
    assert sides(BACKS, line) == (1, 0, 0)


def test_what_a_sentence_goes_on_with_need_not_be_named_again():
    """The sentence after the one that names the subject speaks of it too."""
    text = "Russia and Iran both use the canal. Over this they are neutral to each other."
    assert sides(BACKS, text) == (0, 1, 0)


def test_a_claim_brings_the_words_of_its_family():
    """What a claim asserts decides which words speak for it and against it."""
    held = families("{a} and {b} can be pulled apart")
    assert any("wean" in one for one in held["up"])
    assert any("doubl" in one for one in held["down"])
    assert not any(families("the moon is round").values())


def test_a_question_that_names_a_theme_is_read_by_its_words():
    """A judgement and an answer that ask the same count the same sources on the same sides."""
    texts = [
        "A note.\nEfforts to split Russia and Iran will fail, as those before them did.",
        "A note.\nA wedge between Russia and Iran will succeed and is within reach.",
    ]
    (theme,) = [
        one
        for one in parse_themes(templates()["themes.yaml"], "themes.yaml").themes
        if one.id == "third-parties"
    ]
    asked = PART.model_copy(update={"theme": "third-parties", "about": ("nothing of it",)})
    found = library(*texts)
    assert answer(asked, found, theme).tally == claim(theme, found).tally
    assert answer(asked, found, theme).counts == (1, 1, 0)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Russia noted a plan of the Nationalist Reform Party for a pact with Iran.", 0),
        ("The Nationalist Reform Party wants Russia and Iran to sign a pact.", 0),
        ("Nationalist sentiment constrains what Russia and Iran can do together.", 1),
    ],
)
def test_the_name_of_a_party_is_no_word_of_politics_at_home(text, limits):
    """That something limits the two takes a word that says so, not what a party is called."""
    themes = parse_themes(templates()["themes.yaml"], "themes.yaml").themes
    (theme,) = [one for one in themes if one.id == "domestic"]
    assert len(claim(theme, library(f"A note.\n{text}")).tally.yes) == limits


def test_what_an_option_cites_answers_something():
    """No inference rests on a sentence of a question of which the brief says that none answers."""
    found = answer(PART, library("A note.\nA wedge of Russia and Iran was drawn on the map."))
    assert found.unanswered
    assert found.spoken


def test_what_an_author_finds_that_others_say_is_theirs():
    """`The analysts, Soto finds, agree that …` and what they go on to say is no word of Soto's."""
    text = (
        "Iranian analysts, Soto finds, agree that Russia backs Iran over the canal. "
        "It is a long text. They expect that Russia supports Iran over the canal again."
    )
    found = answer(BACKS, library(f"A note.\n{text}"))
    assert found.counts == (0, 0, 0)
    assert [source.id for source in found.tally.told_yes] == ["s0"]


def test_no_word_of_a_family_is_part_of_the_name_of_a_state():
    """`United` in the name of a state says nothing of two others being brought together."""
    held = families("pressure drives {a} and {b} together")
    reads = tone(held["up"], held["down"], {})
    text = "The United States and the United Kingdom put pressure on both."
    assert reads.weigh(text, [(text.index("pressure"), text.index("pressure") + 8)]).lean == 0


DRIVEN = Standing(
    id="driven",
    text="Do the curbs drive the two together?",
    short="the curbs",
    claim="the curbs drive {a} and {b} together",
    claim_no="the curbs hold {a} and {b} back",
    about=("curbs",),
    along=("{both}",),
    to_no=("prevent*", "hamper*"),
)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The curbs push Russia and Iran together.", (1, 0, 0)),
        ("The curbs hamper what Russia and Iran can build.", (0, 1, 0)),
        ("The curbs will not prevent the deepening of ties of Russia and Iran.", (0, 0, 0)),
        ("Neither is to blame for the curbs that hamper Russia and Iran.", (0, 0, 0)),
        ("It is the curbs that push Russia and Iran together.", (1, 0, 0)),
        ("It is plain that curbs push Russia and Iran together.", (1, 0, 0)),
    ],
)
def test_what_does_not_hinder_a_tie_does_not_make_it(text, counts):
    """A hindrance denied is no cause, and a clause that only says which is meant no answer."""
    assert sides(DRIVEN, text) == counts


def test_what_is_slow_and_comes_all_the_same_comes():
    """Of `while it was slow to help, it stood by him` the second half is what is said."""
    slow = "While Russia has been hesitant to support Iran over the canal, it backs Iran there."
    assert sides(BACKS, slow) == (1, 0, 0)
    plain = "Russia did not take sides over the canal, but it backed Iran there."
    assert sides(BACKS, plain) == (1, 0, 0)


ARMS = Standing(
    id="arms",
    text="Do the two trade arms?",
    short="arms",
    claim="{a} and {b} trade arms",
    claim_no="{a} and {b} keep arms from each other",
    about=("fighter*", "jets"),
    along=("{both}",),
    to_yes=("sell/sells/sold/selling",),
)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Russia sells fighters to Iran.", (1, 0, 0)),
        ("The decision of Russia to sell fighters to Turkey, despite the protests of Iran, is old.",
         (0, 0, 0)),
        ("Iran was not able to keep Russia from selling eight jets to Turkey.", (0, 0, 0)),
    ],
)  # fmt: skip
def test_what_one_sells_to_a_third_is_no_trade_of_the_two(text, counts):
    """Both names and a word for arms prove nothing where the buyer is another state."""
    assert sides(ARMS, text) == counts


TRUST = Standing(
    id="trust",
    text="Does mistrust part the two?",
    short="mistrust",
    claim="mistrust stands between {a} and {b}",
    claim_no="{a} and {b} trust each other",
    about=("mistrust", "power"),
    along=("{both}",),
    to_yes=("mistrust", "power"),
)


def test_what_is_to_be_healed_is_not_asserted():
    """A remedy for a thing is no proof of it."""
    assert sides(TRUST, "Deep mistrust stands between Russia and Iran.") == (1, 0, 0)
    healed = "Small steps of Russia and Iran will help to heal old wounds of mistrust."
    assert sides(TRUST, healed) == (0, 0, 0)


def test_a_word_within_the_name_of_another_thing_is_no_subject():
    """`A nuclear power` says nothing of power stations."""
    assert sides(TRUST, "As a nuclear power Russia would make Iran a strong friend.") == (0, 0, 0)


def test_what_some_people_are_known_by_is_not_what_is_said_of_them():
    """`Even those who support it hold their noses` is no support."""
    text = "Even those who support Iran over the canal doubt that Russia will gain there."
    assert sides(BACKS, text) == (0, 0, 0)


def test_a_denial_ends_with_the_opening_that_holds_it():
    """`When it did not comply, he supported …` denies nothing of the support."""
    text = "When Turkey did not comply, Russia supported Iran over the canal."
    assert sides(BACKS, text) == (1, 0, 0)


APART = Standing(
    id="apart",
    text="What holds the two apart?",
    short="what holds them apart",
    about=("rival*", "quarrel*"),
    along=("{both}",),
    to_yes=("rival*", "quarrel*"),
    to_no=("settled",),
)


def test_what_is_asked_for_is_what_a_sentence_asserts():
    """A question without a verdict is answered only by what names the two and says what it asks."""
    told = answer(APART, library("A note.\nRussia and Iran quarrel over the gas of the sea."))
    assert [source.id for source in told.sources] == ["s0"]
    for text in (
        "The quarrel of Russia and Iran is settled and will not come back.",
        "Russia feared a quarrel of Turkey with a rival of its own.",
        "Turkey and Syria are the two rivals of the region.",
    ):
        assert not answer(APART, library(f"A note.\n{text}")).sources


def test_a_chance_is_both():
    """Who says only that it could come about says that it may be so, and that it may not."""
    assert sides(PART, "A wedge could pull Russia and Iran apart.") == (0, 0, 1)
    assert sides(PART, "A wedge will pull Russia and Iran apart.") == (1, 0, 0)


def test_of_others_who_are_divided_both_are_heard_or_neither():
    """A source that reports both sides may stand twice, once with the words of each."""
    yes = "Some officials say that Russia backs Iran over the canal without a doubt or a limit."
    no = "Many scholars insist that Moscow does not support Tehran over the old canal at all."
    found = library(f"A note.\nA long text. {yes} {no}")
    _, lines = quoted_for(answer(BACKS, found), Picker())
    assert [line.text for line in lines] == [yes, no]
    _, alone = quoted_for(answer(BACKS, library(f"A note.\nA long text. {yes}")), Picker())
    assert [line.text for line in alone] == [yes]


def test_one_sentence_that_tells_of_both_camps_is_all_that_is_quoted():
    """Where it holds what others say for and against, no second sentence is looked for."""
    both = (
        "Some officials say that Moscow does not support Tehran over the canal, while many "
        "scholars insist that Russia backs Iran over it without a doubt."
    )
    found = answer(BACKS, library(f"A note.\nA long text. {both}"))
    assert found.divided
    assert [line.text for line in quoted_for(found, Picker())[1]] == [both]


def test_no_long_run_of_words_is_quoted_twice():
    """Two sentences that share a clause make one point; a name that both hold is none."""
    one = "Since the flood the two towns have built more bridges than in all the years before."
    two = "For want of a ferry, the towns have built more bridges than in all the years of peace."
    name = "the Joint Commission for the Waters of Lake Poopó and the River Desaguadero"
    first, second = (
        f"Last spring both capitals wrote to {name} about dams that leak after each flood.",
        f"Few who fish there have ever heard of {name}, let alone seen its yearly reports.",
    )
    source = library(f"A note.\n{one} {two}\n{first} {second}")
    lines = {line.text: line for line in source.lines["s0"]}
    picker = Picker()
    assert picker.pick([lines[one]])
    assert picker.pick([lines[two]]) is None
    assert picker.pick([lines[first]])
    assert picker.pick([lines[second]])

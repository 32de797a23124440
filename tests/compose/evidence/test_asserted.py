"""What a sentence asserts of the two in, and what it supposes, plans, denies or mentions; out."""

import pytest

from brief.compose.evidence.search import unexempted
from tests.support.claims import ARMS, answered, sides


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("Russia would buy weapons from Iran.", False),
        ("Russia buys weapons from Iran, which would alarm Oman.", True),
        ("Oman would protest, but Russia buys weapons from Iran.", True),
        ("Russia and Iran are determined to sell each other weapons.", False),
        ("Russia intends to buy weapons from Iran.", False),
        ("Russia has made buying weapons from Iran a priority.", False),
        ("The pact shows that last year Iran did not refuse Russia its weapons.", False),
        ("Russia buys weapons from Iran and intends to pay in rubles.", True),
        ("The plans to which Russia and Iran agreed cause it to buy weapons.", True),
        ("Together Russia and Iran can sell weapons.", False),
    ],
)
def test_what_would_be_or_is_only_meant_proves_nothing(text, proves):
    """What a tie would do and what somebody is determined to do need not be so."""
    assert (sides(text)[0] > 0) is proves


def test_what_held_before_something_changed_is_not_said_beside_it():
    """An opening `After …` only says from when on the opposite holds."""
    yes, no, *_ = sides("After it lifted its refusal in May, Russia buys weapons from Iran.")
    assert yes
    assert not no


GROWS = ARMS.model_copy(
    update={"about": ("arms trade",), "to_yes": (), "to_no": (), "tones": {"growth": "to-yes"}}
)


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("The arms trade of Russia and Iran is growing.", True),
        ("The visit laid the basis for growing arms trade of Russia and Iran.", False),
        ("Oman blames efforts to expand the arms trade of Russia and Iran.", False),
        ("Joint efforts to expand the arms trade of Russia and Iran go on.", True),
        ("Despite growing arms trade, Russia and Iran drift apart.", False),
        ("Despite the rain, the arms trade of Russia and Iran is growing.", True),
        ("Russia and Iran shun the bank while increasing their arms trade.", False),
        ("Russia has denied growing arms trade with Iran.", False),
        ("Russia has denied it, but its arms trade with Iran is growing.", True),
        ("Perhaps the growing arms trade of Russia and Iran is a sign.", False),
        ("The growing arms trade of Russia and Iran;", False),
        ("A ban ended the exchange that had been growing arms trade of Russia and Iran.", False),
        ("From the growing arms trade of Russia and Iran to wheat, the book holds it all.", False),
        ("The growing arms trade of Russia and Iran worries many.", True),
        ("This chapter examines why the arms trade of Russia and Iran is growing.", False),
        ("He looks closely at what keeps the arms trade of Russia and Iran growing.", False),
        ("The arms trade of Russia and Iran is growing, and the chapter examines why.", True),
        ("To see why arms trade of Russia and Iran is growing, a guest has come.", False),
        ("To the dismay of Oman, the arms trade of Russia and Iran is growing.", True),
        ("Russia is desperate for growing arms trade with Iran.", False),
        ("One should put the growing arms trade of Russia and Iran in perspective.", False),
        ("The growing arms trade of Russia and Iran should not be exaggerated.", False),
        ("The growing arms trade of Russia and Iran gave way to talks.", False),
        ("Old fears gave way, and the arms trade of Russia and Iran is growing.", True),
        ("The more the arms trade of Russia and Iran grows, the less they talk.", False),
        ("Before the Second World War the arms trade of Russia and Iran grew.", False),
        ("Beyond their arms trade, Russia and Iran see growing friendship.", False),
        ("Fears are growing amid the arms trade of Russia and Iran.", False),
        ("Russia and Iran hold talks to end a feud and to expand their arms trade.", False),
    ],
)
def test_what_is_prepared_denied_or_only_mentioned_proves_nothing(text, proves):
    """A sentence says for itself what it asserts, and no more."""
    assert (sides(text, asked=GROWS)[0] > 0) is proves


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("Russia trades with Iran. It buys weapons of its own with the Caspian Union.", False),
        ("Russia trades with Iran. It buys weapons with the Central Bank.", True),
    ],
)
def test_what_one_does_with_a_body_of_states_is_not_of_the_two(text, proves):
    """A pact of one with a union of others is none with the other."""
    assert (sides(text)[0] > 0) is proves


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Omani ministry said that Russia sold weapons to Iran.", 1),
        ("The Omani ministry said that Oman sold weapons to Iran.", 0),
    ],
)
def test_who_tells_it_is_no_third_state(text, told):
    """A ministry of a third state may tell what the two do: only what it tells is looked at."""
    assert len(answered(text).tally.told_yes) == told


def test_what_proves_nothing_comes_near_to_nothing():
    """Where no source takes a side, what is only denied is not shown as the nearest."""
    text = "Russia has denied growing arms trade with Iran."
    assert answered(text, asked=GROWS).other == ()


STAND = ARMS.model_copy(
    update={
        "claim": "",
        "about": ("Oman", "Oman's"),
        "along": ("{both}",),
        "to_yes": ("fear/fears/feared", "support/supports", "rival*"),
        "to_no": (),
    }
)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Oman has long feared that Russia and Iran may go further.", True),
        ("Oman watches from across the sea all that Russia and Iran do there with fear.", True),
        ("There is fear in Oman of what Russia and Iran do.", True),
        ("Russia and Iran support a settlement with Oman.", False),
        ("Rivalry and their ties with Oman keep Russia and Iran apart.", False),
        ("Since the raids of Oman, Russia has found words in support of Iran.", False),
    ],
)
def test_where_one_stands_is_what_one_does_or_feels(text, stands):
    """A sentence in which a state is only met, visited or struck says not where it stands."""
    assert bool(answered(text, asked=STAND).sources) is stands


WARY = ARMS.model_copy(update={"about": ("suspicion", "trust"), "to_yes": ("suspicion",)})


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Suspicion, lack of contact and old quarrels mark what Russia and Iran do.", 1),
        (
            "The relations of Russia and Iran are marked by suspicion, lack of sympathy and haste.",
            1,
        ),
        ("The relations of Russia and Iran lack suspicion.", -1),
    ],
)
def test_a_want_of_one_thing_denies_no_other(text, side):
    """In a list a `lack of` has its own object; as a verb it denies what it governs."""
    plus, minus, _ = sides(text, asked=WARY)
    assert (plus > minus) - (plus < minus) == side


WAR = ARMS.model_copy(
    update={
        "claim": "{a} backs {b} over the war",
        "about": ("war",),
        "to_yes": ("support*", "back/backs/backed"),
        "to_no": ("neutral*",),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia backs Iran in the war.", (1, 0)),
        ("Banks of Russia have pulled back from Iran since the war.", (0, 0)),
        ("The war brings back old doubts of Russia and Iran.", (0, 0)),
        (
            "Russia has typically been neutral in each war of Iran, but it has a way out.",
            (0, 0),
        ),
        ("Russia has been neutral in the war of Iran.", (0, 1)),
        ("Oman puts pressure on Russia to back Iran in the war.", (0, 0)),
    ],
)
def test_who_pulls_back_backs_nobody_and_what_was_usual_need_not_hold(text, found):
    """A particle is no support; what is usual before a `but`, or asked for, is not what is."""
    assert sides(text, asked=WAR)[:2] == found


@pytest.mark.parametrize(
    ("text", "grows"),
    [
        ("The arms trade of Russia and Iran is expected to grow.", True),
        ("The arms trade of Russia and Iran causes prices to rise.", False),
        ("In the arms trade of Russia and Iran the imbalance is expected to grow.", False),
        ("The arms trade of Russia and Iran meets growing public concern.", False),
        ("He answered a growing dispute over the arms trade of Russia and Iran.", False),
    ],
)
def test_a_price_or_a_fear_that_grows_is_no_tie_that_does(text, grows):
    """What grows is told by the word right before or behind it."""
    assert (sides(text, asked=GROWS)[0] > 0) is grows


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        ("Russia sells arms to Iran.", True),
        ("What Russia sells is giving way to what Iran makes of its own arms.", False),
    ],
)
def test_what_gives_way_is_passing(text, sold):
    """What gives way to another thing is told to end."""
    assert (sides(text)[0] > 0) is sold


SPLIT = ARMS.model_copy(
    update={
        "claim": "{a} and {b} can be split",
        "about": ("wedge", "two to be parted"),
        "to_yes": (),
        "to_no": (),
        "tones": {"success": "to-yes"},
    }
)


@pytest.mark.parametrize(
    "text",
    [
        "The wedge between Russia and Iran is unlikely to succeed.",
        "The wedge plan—a bid to part Russia from Iran—is unlikely to succeed.",
    ],
)
def test_what_is_unlikely_to_succeed_fails(text):
    """A verdict is on what stands before an aside between dashes, and `unlikely to` is one."""
    assert sides(text, asked=SPLIT)[:2] == (0, 1)


EQUALS = ARMS.model_copy(
    update={"claim": "", "about": ("as equals",), "to_yes": ("as equals",), "to_no": ()}
)


@pytest.mark.parametrize(
    ("text", "equal"),
    [
        ("Russia and Iran deal with each other as equals.", True),
        ("Russia likes to speak of Iran and itself as equals.", False),
    ],
)
def test_how_one_speaks_of_the_two_is_not_how_they_are(text, equal):
    """To speak of two as equals makes them none."""
    assert (sides(text, asked=EQUALS)[0] > 0) is equal


DRIVEN = ARMS.model_copy(
    update={"claim": "sanctions drive {a} and {b} together", "about": ("sanctions",)}
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some Western policies, sanctions above all, push Russia and Iran together.", (1, 0)),
        ("Some say that sanctions push Russia and Iran together.", (0, 0)),
        ("The sanctions on Russia and Iran were not enough to stop the trade.", (0, 0)),
        ("Sanctions alone were not enough to bring Russia and Iran together.", (0, 1)),
    ],
)
def test_curbs_that_stop_nothing_keep_nobody_apart(text, found):
    """That curbs did not suffice to stop a thing is no word on what drives the two together."""
    assert sides(text, asked=DRIVEN)[:2] == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Omani ministry said that Russia and Iran sold weapons to each other.", 1),
        ("The Omani ministry met both. They will sell weapons, Russia and Iran, they said.", 0),
    ],
)
def test_what_a_speaker_will_do_himself_is_a_plan(text, told):
    """A promise of one's own is no view of what is."""
    assert len(answered(text).tally.told_yes) == told


RIVALS = ARMS.model_copy(
    update={
        "claim": "{a} and {b} are rivals",
        "about": ("Gulf", "steppe"),
        "to_yes": ("tension*", "rival*"),
        "to_no": (),
    }
)


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("Tensions between Russia and Iran grow in the Gulf.", True),
        ("Russia and Iran are rivals on the steppe.", True),
        ("A pact of Russia and Iran was signed amid tensions on the steppe.", False),
        ("Russia and Iran signed a pact as tensions in the Gulf grew.", False),
    ],
)
def test_a_quarrel_of_the_times_is_not_between_the_two(text, rivals):
    """What only says when or where somebody else quarrels proves no rivalry."""
    assert (sides(text, asked=RIVALS)[0] > 0) is rivals


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("The arms trade of Russia and Iran grew last year.", True),
        ("The Russia-led union says that its arms trade with Iran is growing.", False),
        (
            "The plan for the arms trade of Russia and Iran aims at $9 billion."
            " This growth of the arms trade of Russia and Iran would be large.",
            False,
        ),
    ],
)
def test_a_club_and_a_target_prove_no_trade_of_the_two(text, proves):
    """What a bloc does that one of them leads, and what a target would be, is not theirs yet."""
    assert (sides(text, asked=GROWS)[0] > 0) is proves


def test_what_cannot_be_had_from_somebody_is_not_of_him():
    """Who does not sell a thing is no matter of a sentence on who does."""
    text = "Iran gets from Russia what it cannot obtain from the U.S. and Oman, nor from Peru."
    assert "Oman" not in unexempted(text)
    assert "Peru" not in unexempted(text)
    assert "Russia" in unexempted(text)

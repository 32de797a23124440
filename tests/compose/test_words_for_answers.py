"""What words an answer is given where the best are not good: a turn, a label, a question."""

import pytest

from brief.compose.answers import answer
from brief.compose.evidence.commitment import only_may
from brief.compose.evidence.quoting import snippet
from brief.compose.picking import Picker, quoted_for
from brief.model.audience import Standing
from tests.support.claims import library
from tests.support.corpus import audience, question

APART = Standing(
    id="limits",
    text="What holds {a} and {b} apart?",
    short="what holds the two apart",
    about=("mistrust", "quarrel*"),
    along=("{both}",),
    to_yes=("mistrust", "quarrel*"),
)
TURN = "But the old mistrust between Russia and Iran shows in each of the ports that they share."
NEXT = "But the quarrels of Russia and Iran over the old ports come back in each year of drought."
PLAIN = "The mistrust between Russia and Iran shows in each of the ports of the inland sea."


def told(*texts: str) -> list[str]:
    return [line.text for line in quoted_for(answer(APART, library(*texts)), Picker())[1]]


def test_a_turn_is_forgiven_where_nothing_else_can_be_quoted():
    """Who speaks to a question is quoted with his `But` rather than only named."""
    long = TURN.removesuffix(".") + ", as the harbor masters of both have told for a dozen years."
    assert told(long) == [long]
    assert told(NEXT, PLAIN)[0] == PLAIN


def test_who_asks_says_nothing():
    """A question of the source's own is no answer to the reader's."""
    asks = "Does mistrust between Russia and Iran keep the ports of the inland sea apart?"
    assert answer(APART, library(asks, PLAIN)).sources[0].id == "s1"


def test_the_label_of_a_summary_is_not_quoted():
    """`What you need to know:` is the page's word, and no word of the sentence."""
    said = "Russia sells grain to Iran, and Iran sells its fruit to Russia."
    assert snippet(f"What You Need to Know: {said}").text == said
    assert snippet(f"Anna Smith: {said}").text == f"Anna Smith: {said}"


def test_a_draft_is_no_tie_that_is_there():
    """What is planned or drafted may never be signed."""
    said = "Russia has approved a draft {} with Iran."
    for tie in ("partnership agreement", "treaty of alliance"):
        text = said.format(tie)
        at = text.index(tie)
        assert only_may(text, [(at, at + len(tie))])
    plain = said.replace("draft ", "").format("treaty")
    assert not only_may(plain, [(plain.index("treaty"), plain.index("treaty") + 6)])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("war", "Iran has deployed a contingent of soldiers to Russia for its war in Ukraine."),
        ("rules", "Russia and Iran together challenge the Western-led international order."),
        ("europe", "Russia and Iran signed a pact with echoes all over, particularly in Europe."),
    ],
)
def test_brussels_hears_of_troops_of_the_order_and_of_itself(asked, said):
    """Of any two: soldiers sent to a war in Europe, an order that is challenged, Europe's part."""
    questions = {
        one.id: one for one in audience("eu").suited(question()).policy(question()).questions
    }
    found = answer(questions[asked], library(said))
    assert [one.id for one in found.sources] == ["s0"]
    assert not questions[asked].claim or found.counts == (1, 0, 0)


def test_what_a_war_has_hastened_does_not_bear_on_it():
    """A war that set a tie going is no subject of that tie."""
    questions = {
        one.id: one for one in audience("eu").suited(question()).policy(question()).questions
    }
    said = "The war in Ukraine has only hastened {} between Russia and Iran."
    assert answer(questions["war"], library(said.format("military cooperation"))).counts[0] == 0


def test_a_familiar_verdict_of_others_is_no_answer():
    """Who calls what others say familiar is about to part with it."""
    said = (
        "For many analysts the quarrel confirms {} verdict: Russia is an unreliable friend of Iran."
    )
    found = answer(APART, library(said.format("a familiar")))
    assert not found.sources
    assert answer(APART, library(said.format("their"))).sources


def test_an_order_led_by_others_is_no_partner_of_who_challenges_it():
    """The West is named as whose order it is: the view is of the one party, on the other."""
    said = (
        "Russia, cornered in the south, takes Iran not just for a neighbor but for a partner with "
        "whom to challenge the Western-led international order."
    )
    questions = {
        one.id: one for one in audience("eu").suited(question()).policy(question()).questions
    }
    assert answer(questions["rules"], library(said)).counts == (1, 0, 0)


def test_the_strained_tie_of_one_of_the_two_holds_them_not_apart():
    """That a party has fallen out with a third says nothing of the two."""
    said = "The visit of Russia to Iran took place while quarrels strain relations between {}."
    assert not answer(APART, library(said.format("Iran and Oman"))).sources
    said = "The quarrels of Russia and Iran have come back."
    assert answer(APART, library(said)).sources
    for reader, matter in (("us", "limits"), ("us", "drivers")):
        questions = audience(reader).suited(question()).policy(question()).questions
        (asked,) = (one for one in questions if one.id == matter)
        text = "Russia came to Iran while relations between Iran and Washington are strained."
        assert not answer(asked, library(text)).counts[1]

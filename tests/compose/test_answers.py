"""Answers: read from general words with their negations, in prose, on any pair of states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.content import check_brief
from brief.collect import collect
from brief.compose import Composer, compose
from brief.compose.answers import answer
from brief.compose.evidence.found import LEANS, Found
from brief.compose.evidence.leanings import leaning
from brief.compose.evidence.line import Line
from brief.compose.evidence.tones import lists, tone
from brief.compose.tallies import way
from brief.compose.voices import told_name
from brief.model.audience import Policy, Standing
from brief.model.plain import inline_text
from tests.support import corpus
from tests.support.claims import TRADE_GROWS as TRADE
from tests.support.claims import answered, library, shipped
from tests.support.corpus import AS_OF, audience, document, question, summary, templates


def lean(text: str, standing: Standing = TRADE) -> float:
    """Return how a sentence leans, its first word of `about` being its subject."""
    at = text.lower().find("trade")
    reads = tone(standing.to_yes, standing.to_no, standing.tones)
    return reads.weigh(text, [(at, at + len("trade"))]).lean


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Trade between the two is growing.", 1),
        ("Trade between the two is not growing.", -1),
        ("Trade between the two has hardly grown.", -1),
        ("Trade between the two has shrunk; it was falling before.", -1),
        ("Trade between the two no longer declines.", 1),
        ("Trade between the two failed to expand.", -1),
        ("Trade between the two has a name.", 0),
        ("Is trade between the two growing?", 0),
        ("Little indicates that the two will ever let their trade and their banks grow.", -1),
        ("The idea is unlikely after a year in which trade grew.", 1),
        ("The two brought trade to the Growing Nations Forum.", 0),
        ("Trade between the two keeps up a pose of growing.", 0),
        ("Trade between the two sees a so-called boom.", 0),
    ],
)
def test_words_that_take_a_side_are_read_with_their_negation(text, sign):
    """A word counts for its side, a denied one for the other, and a question for neither."""
    found = lean(text)
    assert (found >= LEANS) - (found <= -LEANS) == sign


@given(st.sampled_from(sorted(lists())), st.data())
def test_a_listed_word_and_its_denial_point_apart(name, data):
    """Whatever listed word is denied, it no longer speaks for its own side."""
    phrase = data.draw(st.sampled_from(list(lists()[name]["up"])))
    word = " ".join(part.split("/")[0].rstrip("*") for part in phrase.split() if part != "..")
    reads = tone((), (), {name: "to-yes"})
    subject = [(4, 9)]
    plain = reads.weigh(f"The trade {word} here.", subject).lean
    denied = reads.weigh(f"The trade never {word} here.", subject).lean
    assert plain >= denied


def test_a_question_is_answered_from_what_speaks_of_both_parties():
    """A sentence on another pair is no evidence, however fitting its words."""
    found = answer(
        TRADE,
        library(
            "Trade between Russia and Iran grew again.",
            "Trade between Turkey and Iraq grew again.",
            "Russia and Iran met. Their trade is falling.",
        ),
    )
    assert [source.id for source in found.sources] == ["s0", "s2"]
    assert (found.counts, found.lean) == ((1, 1, 0), "split")


def test_two_sources_against_none_settle_an_answer():
    """The lean needs two independent sources; a copy of one adds nothing."""
    one = "Trade between Russia and Iran grew again in the year after the visit, officials wrote."
    assert answer(TRADE, library(one)).lean == "thin"
    other = "Commerce of Russia with Iran expanded, as the customs service of both has reported."
    assert answer(TRADE, library(one, other)).lean == "yes"


def test_what_a_source_reports_is_not_its_own_word():
    """A view of another does not make its reporter take that side; it is told apart."""
    told = "A note.\nCritics say that trade between Russia and Iran grew again."
    found = answer(TRADE, library(told, FELL))
    assert (found.counts, [one.id for one in found.tally.told_yes]) == ((0, 1, 0), ["s0"])


def test_a_word_in_passing_takes_no_side():
    """A source takes a side by what it says of the subject, not by a word far from it."""
    text = "Trade between Russia and Iran has a name, and the crowd in the square grew and grew."
    assert answer(TRADE, library(text)).counts == (0, 0, 0)


def test_a_source_that_says_both_counts_as_both():
    """A source with as much on either side is counted for neither alone."""
    text = "Trade between Russia and Iran grew.\nTrade between Russia and Iran fell."
    assert answer(TRADE, library(text)).counts == (0, 0, 1)


@given(st.lists(st.floats(-3, 3), max_size=6))
def test_the_way_of_a_source_mirrors(leans):
    """Turning every sentence round turns the source round."""
    line = Line("a", "Trade grew.", 0, 11, "a#p1", "author", 0.0)

    def read(sign):
        return way([Found(line, (), 1, sign * one) for one in leans])

    assert read(-1) == {"yes": "no", "no": "yes"}.get(read(1), read(1))


def test_what_the_next_sentence_turns_round_is_no_evidence():
    """`Trade is not growing. It is booming.` says that it grows."""
    (lines,) = library("Trade of Russia and Iran is not growing. It is booming.").lines.values()
    assert lines[0].counter
    assert lines[0].weight < 0


def asked(*texts: str) -> str:
    """Return what the brief answers to the trade question."""
    base = audience("us")
    policy = Policy(questions=(TRADE,))
    reader = base.model_copy(update={"policies": {"any": policy}})
    made = [
        document(f"s{n}", text, authors=(f"Ann Author{n}",), title=f"Work {n}", issued=f"202{n}")
        for n, text in enumerate(texts)
    ]
    read = [summary(one, 0, thesis=(), evidence=()) for one in made]
    found = collect(read, question(), as_of=AS_OF, documents=made)
    brief = compose(found, reader, question(), templates())
    assert [str(one) for one in check_brief(brief) if one.severity == "error"] == []
    (block,) = [block for block in brief.blocks if block.id == "questions"]
    return inline_text(block.items[0].children)


GREW = "Trade between Russia and Iran grew for a third year and passed the mark set by the treaty."
FELL = "Commerce of Russia with Iran shrank last year, as the customs service of both has found."
NONE = "We found no plain answer to: Is trade between Russia and Iran growing?"
NEAREST = "No source says a plain yes or no.\nAnn Author0 (2020)"


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        ([GREW], "One source says yes.\nAnn Author0 (2020) argued: “"),
        (
            [GREW, FELL],
            "One source says yes: Ann Author0 (2020)¹; one says no: Ann Author1 (2021)².",
        ),
        (["Trade of Russia and Iran has a name."], NONE),
        (
            ["A note.\nCritics say that trade between Russia and Iran grew again."],
            "Ann Author0 (2020)¹ only cites others, who said yes:",
        ),
        (["Nothing of the kind."], NONE),
        (["If the banks agree, trade between Russia and Iran grows again."], NEAREST),
        (["Trade between Russia and Iran could grow again."], NEAREST),
        (["They say that trade between Russia and Iran grew again."], NONE),
        (["Some papers hold that Russia’s trade with Iran grew, while others see none."], NEAREST),
        (
            ["A note.\nOman signed a treaty with Russia. Trade between the two grew."],
            NONE,
        ),
        (
            ["A note.\nRussia signed a treaty with Iran. Trade between the two grew."],
            "One source says yes.\nAnn Author0 (2020)",
        ),
    ],
)
def test_the_verdict_is_words(texts, verdict):
    """Each answer opens with what the sources say, in a sentence: who says it, and of what year."""
    assert verdict in asked(*texts)


def test_of_two_who_only_cite_others_each_says_whom():
    """Where no source answers, it is said of each that it cites others, and what they say."""
    one = "A note.\nCritics say that trade between Russia and Iran grew again."
    two = "A note.\nCritics say that trade between Russia and Iran fell again."
    assert (
        "Ann Author0 (2020)¹ only cites others, who said yes;"
        " Ann Author1 (2021)² only cites others, who said no." in asked(one, two)
    )


def test_others_agree_or_disagree_with_the_side_that_is_named():
    """Beside a source's own answer, those whom another cites are told only where they differ."""
    own = "A note.\nTrade between Russia and Iran grew again."
    grew = "A note.\nCritics say that trade between Russia and Iran grew again."
    fell = "A note.\nCritics say that trade between Russia and Iran fell again."
    assert "Ann Author1" not in asked(own, grew)
    assert "thers, whom Ann Author1 (2021)² cites, disagree." in asked(own, fell)


def test_one_voice_that_disagrees_is_named():
    """Of a single view to the contrary a reader learns whose it is: one expert is no crowd."""
    own = "A note.\nTrade between Russia and Iran grew again."
    fell = "A note.\nOne Omani expert says that trade between Russia and Iran fell again."
    told = "Ann Author1 (2021)² cites an Omani expert"
    assert f"{told} to the contrary." in asked(own, fell)
    assert "only cites an Omani expert as saying no" in asked(fell)


def test_who_is_only_pointed_at_or_called_a_doubter_is_not_named():
    """A name that needs the sentence before it, or only says a side, tells a reader nothing."""
    named = [told_name(one) for one in ("they", "the doubters", "the same report", "two officials")]
    assert named == ["", "", "", "two officials"]


def test_what_comes_closest_is_quoted_where_nothing_answers():
    """A question that no source answers shows the best of what is said on its subject."""
    said = asked("If the banks agree, trade between Russia and Iran grows again.")
    assert NEAREST in said
    assert "“If the banks agree, trade between Russia and Iran grows again.”" in said


def test_the_one_sentence_on_a_question_comes_before_the_quotation_of_a_verdict():
    """Where room is short, a question that nobody answers keeps what is all of its answer."""
    arms = TRADE.model_copy(
        update={
            "id": "arms",
            "claim": "arms flow",
            "about": ("arms",),
            "tones": {"growth": "to-yes"},
        }
    )
    reader = audience("us").model_copy(
        update={"policies": {"any": Policy(questions=(arms, TRADE))}}
    )
    texts = (
        "If the banks agree, trade between Russia and Iran grows again.",
        "The sale of arms between Russia and Iran grew for a third year in a row.",
    )
    ranked = Composer(library(*texts).dossier, reader, question(), templates()).ranked
    assert ranked.index("answer-trade") < ranked.index("answer-arms")


def test_both_sides_are_quoted_and_attributed():
    """The best sentence of each side stands in the answer, after who says it and when."""
    said = asked(GREW, FELL)
    assert said.index("Ann Author0 (2020)") < said.index("grew for a third year")
    assert said.index("On the other side, Ann Author1 (2021)") < said.index("shrank last year")


def test_no_source_is_quoted_twice_in_an_answer():
    """Two sentences of one source make one quotation."""
    more = (
        "Trade between Russia and Iran grew in grain as well, and by more than in any other good."
    )
    assert asked(f"{GREW} {more}").count("“") == 1


def test_the_shipped_questions_find_evidence_on_a_collection_of_ours():
    """On other documents than those it was written with, each audience's general set answers."""
    for name in ("japan", "eu", "us"):
        brief = compose(corpus.dossier(), audience(name), question(), templates())
        (block,) = [block for block in brief.blocks if block.id == "questions"]
        answers = [inline_text(item.children) for item in block.items]
        assert sum("speaks to it." not in one for one in answers) >= 3


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("If trade between the two opens, it would hardly grow.", -1),
        ("Instead of asking whether trade will grow, they looked at the growing debt.", 0),
        ("With both looking to let their trade grow, banks wait.", 0),
        ("The two may let their trade grow.", 0),
        ("Trade, which grew in every year, has a name.", 1),
        ("Trade between the two, or what is left of it, will fall.", -1),
        ("Trade between the two has a name, but grew in every year.", 1),
    ],
)
def test_a_source_points_by_what_it_states(text, sign):
    """An aim or a possibility takes no side; what would follow from what is asked does."""
    found = leaning(TRADE, library(f"Russia and Iran met. {text}"))
    leans = [one.lean for one in found.get("s0", ())]
    total = sum(leans)
    assert (total >= LEANS) - (total <= -LEANS) == sign


def test_what_is_only_likened_proves_nothing():
    """What an opening sets beside the matter is of others, and is not said of the two."""
    text = "Just as trade between Russia and Iran grew once, the ports of India will."
    assert answer(TRADE, library(text)).counts == (0, 0, 0)


def test_a_sentence_of_two_sides_counts_for_both():
    """What is said outright both ways in one sentence makes its source see both sides."""
    text = "Trade between Russia and Iran grew in oil and shrank in grain."
    assert answer(TRADE, library(text)).counts == (0, 0, 1)


def test_what_the_next_sentence_turns_against_is_half_said():
    """A sentence that its author takes back is not enough to take a side by."""
    said = "Trade between Russia and Iran grew."
    assert answer(TRADE, library(said)).counts == (1, 0, 0)
    assert answer(TRADE, library(f"{said} But the banks closed.")).counts == (0, 0, 0)


def test_who_sees_both_sides_is_cited_for_each():
    """A source with something on either side has a sentence of each as its evidence."""
    text = "Trade between Russia and Iran grew.\nTrade between Russia and Iran fell."
    found = answer(TRADE, library(text))
    assert [line.text.split()[-1] for line in found.evidence["s0"]] == ["grew.", "fell."]


def test_a_view_that_is_only_reported_is_no_nearest_answer():
    """Where none answers, what an author reports of others is not put under his name."""
    text = (
        "A note.\nSome commentators infer that if the banks agree, trade of Russia and Iran grows."
    )
    assert answer(TRADE, library(text)).other == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("For years, if not decades, trade between Russia and Iran grew.", (1, 0, 0)),
        ("Trade between Russia and Iran grew, if only in grain.", (1, 0, 0)),
        ("Trade between Russia and Iran grows if not for long.", (0, 0, 0)),
        ("Growing Trade Between Russia and Iran", (0, 0, 0)),
        ("Facing Oman’s tariffs, the two countries saw trade with each other grow.", (1, 0, 0)),
        ("The two countries, Oman and Qatar, saw trade with each other grow.", (0, 0, 0)),
    ],
)
def test_what_proves_is_a_sentence_on_the_two_without_a_condition(text, counts):
    """A heading proves nothing, `if not` is no condition, and `the two countries` are the two."""
    assert answer(TRADE, library(f"A note on Russia and Iran.\n{text}")).counts == counts


def test_a_state_in_a_list_is_not_spoken_of():
    """Of a question that asks what is said of a state, a row of names says nothing."""
    asked = TRADE.model_copy(
        update={"claim": "", "about": ("Oman",), "tones": {}, "along": ("{both}",)}
    )
    rows = "Prices rose in Russia, Iran, Oman and Qatar."
    plain = "Oman watches what Russia and Iran do."
    found = answer(asked, library(rows, plain))
    assert [source.id for source in found.sources] == ["s1"]


ISLANDS = Standing(
    id="islands",
    text="Is a settlement with {b} in reach?",
    short="the islands",
    claim="a settlement with {b} is in reach",
    about=("islands",),
    along=("Oman*",),
    to_yes=("ready to",),
    to_no=("refus*",),
)


def test_a_question_on_one_party_is_answered_from_a_text_on_it_and_another():
    """What is between the reader's state and one party stands in texts on these two."""
    text = (
        "Oman and Iran at odds.\nOman asked again. Iran refuses to talk about the islands of Oman."
    )
    shelf = library(text)
    assert not any(one.on_parties for one in shelf.dossier.sources)
    assert answer(ISLANDS, shelf).counts == (0, 1, 0)
    reader = audience("us").model_copy(update={"policies": {"any": Policy(questions=(ISLANDS,))}})
    brief = compose(shelf.dossier, reader, question(), templates())
    (block,) = [block for block in brief.blocks if block.id == "questions"]
    assert "talk about the islands of Oman" in inline_text(block.items[0].children)


def test_the_sentence_that_answers_in_the_words_of_the_claim_is_the_evidence():
    """Of two sentences that prove a side, that one is noted which speaks of what was asked."""
    asked = Standing(
        id="strain",
        text="Would trade with {b} strain the tie with Oman?",
        short="trade and the tie",
        claim="trade with {b} would strain the tie with Oman",
        about=("trade",),
        along=("{parties}",),
        to_yes=("strain*", "harm*"),
    )
    beside = "Trade between Russia and Iran has harmed the unity of the banks in Europe today."
    apt = "Trade between Russia and Iran has strained relations with Oman."
    found = answered(beside, apt, asked=asked)
    assert [line.text for line in found.evidence["s0"]] == [apt]
    assert found.yes[0].text == apt


def test_what_was_said_before_a_war_is_no_answer_beside_what_is_said_after_it():
    """A question `since` a year is answered by later sources, by older ones for want of them."""
    grew, fell = "Trade between Russia and Iran grew.", "Trade between Russia and Iran shrank."
    asked = TRADE.model_copy(update={"since": 2021})
    assert answer(TRADE, library(fell, grew)).counts == (1, 1, 0)
    late = answer(asked, library(fell, grew))
    assert late.counts == (1, 0, 0)
    assert [one.id for one in late.bygone] == ["s0"]  # told, and not drawn as silent
    assert answer(asked, library(fell)).counts == (0, 1, 0)
    silent = "Russia and Iran signed a treaty on trade in 2021."
    assert answer(asked, library(fell, silent)).counts == (0, 1, 0)


@pytest.mark.parametrize(
    ("reader", "which", "text"),
    [
        ("us", "limits", "The economic ties of Russia and Iran rest on a competitive basis."),
        ("japan", "limits", "The pact of Russia and Iran stirs memories of the last war."),
        ("eu", "rules", "Russia and Iran work together to shape a new world order."),
        ("us", "drivers", "The tariffs of Washington motivate Russia and Iran to work together."),
    ],
)
def test_a_general_question_knows_the_plain_words_for_it(reader, which, text):
    """What divides, what changes the order and what brings together is said in many words."""
    (asked,) = [one for one in audience(reader).policies["any"].questions if one.id == which]
    theme = {one.id: one for one in shipped()}.get(asked.theme or "")
    found = answer(asked, library(f"A note.\n{text}"), theme)
    assert found.tally.yes


def test_what_anybody_is_or_has_is_no_stake_of_the_reader():
    """That Europe `is` or `has` something says nothing yet of what is at stake for it."""
    (asked, *_) = audience("eu").policies["any"].questions
    idle = "In Russia and Iran few people think that the European Union is on their minds."
    stake = "Europe needs to know what Russia and Iran agree on."
    assert not answer(asked, library(f"A note.\n{idle}")).sources
    assert answer(asked, library(f"A note.\n{stake}")).sources


@pytest.mark.parametrize("reader", ["japan", "eu", "us"])
def test_a_reader_is_told_whom_two_others_stand_against(reader):
    """It is asked of any two; a cooperation of which nobody is the aim says nothing of it."""
    (asked,) = [one for one in audience(reader).policies["any"].questions if one.id == "against"]
    idle = "Russia and Iran hold that their cooperation is on trade."
    aimed = "Russia and Iran have built a front against Oman."
    assert not answer(asked, library(f"A note.\n{idle}")).sources
    assert answer(asked, library(f"A note.\n{aimed}")).sources

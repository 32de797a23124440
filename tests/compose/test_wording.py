"""Words of ours: how parties, sources and reported views are spoken of."""

import re
from datetime import date

import pytest

from brief.check.content import check_brief
from brief.check.quotes import unfaithful
from brief.collect import collect
from brief.compose import compose
from brief.compose.bibliography import in_full, names, short_title
from brief.compose.signal_phrases import names_teller
from brief.compose.smart_quotes import set_marks
from brief.compose.trust import confidence, reasons
from brief.compose.wording import (
    named_in,
    question_names,
    seen_relation,
    twofold,
    with_article,
)
from brief.model.brief import Brief
from brief.model.plain import brief_text, inline_text
from brief.questions import question_from_sentence
from brief.summarize import summarize
from tests.support.corpus import audience, document, dossier, question, standing, summary, templates


def made(*scores: int) -> Brief:
    """Return the brief of sources with these scores, each of a text of its own."""
    return compose(standing(*scores), audience("us"), question(), templates())


def said(brief: Brief, start: str) -> str:
    """Return the text of the places whose id begins so."""
    return " ".join(text for place, text in brief_text(brief) if place.startswith(start))


@pytest.mark.parametrize(
    ("asked", "listed", "shown"),
    [
        ("Are India and the United States allies?", "{b}'s trade", "the United States’ trade"),
        ("Are India and the United States allies?", "{parties} trade.", "India and the United"),
        ("Are the Philippines and Japan allies?", "{a} and {b} trade.", "The Philippines and"),
        ("Are China and Russia allies?", "{a}'s trade with {b}.", "China’s trade with Russia."),
    ],
)
def test_a_party_has_its_article(asked, listed, shown):
    """A name that English never says without an article has one, capital and genitive fit it."""
    names = question_names(question_from_sentence(asked), "Rome")
    assert str(named_in(listed.replace("'", "’"), names)).startswith(shown)


@pytest.mark.parametrize(
    ("exists", "close", "unnamed", "seen"),
    [
        (3, 1, False, "an India–Oman alliance"),
        (0, 4, False, "something close to an India–Oman alliance"),
        (1, 4, False, "something close to an India–Oman alliance"),
        (0, 4, True, "closer ties between India and Oman"),
    ],
)
def test_no_reader_plans_on_what_no_source_finds(exists, close, unnamed, seen):
    """What a listed sentence builds on is what most of the sources for the relation find."""
    names = question_names(question_from_sentence("Are India and Oman allies?"), "Rome")
    degrees = {"exists": exists, "close": close}
    assert seen_relation(names, degrees, unnamed=unnamed) == seen


def test_states_of_a_region_have_an_article():
    """`The Gulf states` is no name without an article."""
    assert with_article("Gulf states") == "the Gulf states"


def test_two_opposite_findings_share_their_subject():
    """Who sees it both ways is said to in one clause, with neither subject nor ending twice."""
    one, other = "{parties} compete on the lake", "{parties} make room for each other on the lake"
    assert twofold(one, other) == "{parties} compete on the lake but make room for each other"
    assert twofold("trust grows", "they quarrel") == "trust grows, and yet they quarrel"
    assert twofold("they want peace", "they want war") == "they want peace but want war"
    for one, other, said in (
        ("they can part", "they cannot part", "they can part, and in part cannot"),
        (
            "{b} depends on {a}",
            "{b} does not depend on {a}",
            "{b} depends on {a}, and in part does not",
        ),
        ("they sail", "they do not row", "they sail but do not row"),
    ):
        assert twofold(one, other) == said


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Oman ‘will never be a formal ally’ of Rome: envoy", "Oman ‘will never be a formal ally’"),
        (
            "The 'great game' and its many players by the lake",
            "The 'great game' and its many players",
        ),
        ("The Long Quarrel Between Oman and Rome", "The Long Quarrel Between Oman and Rome"),
        ("Why Oman Will Never Be Tied To Rome", "Why Oman Will Never Be Tied To Rome"),
        ("Envoys puzzled by Oman–Rome–Lima pact", "Envoys puzzled by Oman–Rome–Lima pact"),
        (
            "4 signs Oman and Rome will fail to become good friends",
            "4 signs Oman and Rome will fail",
        ),
        ("Oman and Rome – a long story", "Oman and Rome"),
        ("The Uneasy Friendship of Oman and Rome", "The Uneasy Friendship"),
        ("The last ferry. Notes from a port", "The last ferry"),
        ("Analysis: What the ferry costs", "What the ferry costs"),
        ("Interview: Ana Soto", "Ana Soto"),
        ("Mr. Soto and the U.S. Navy", "Mr. Soto and the U.S. Navy"),
        ("The End of History and of Rome", "The End of History and of Rome"),
        ("Oman and Rome in the north have a common view of trade", "Oman and Rome"),
        (
            "The Harbor Access Treaty and the Future of Trade in the North",
            "The Harbor Access Treaty",
        ),
        (
            "Review of the Oman-Rome Strategic Compact and the Hope it Raises",
            "Review of the Oman-Rome Strategic Compact",
        ),
        (
            "Peru still needs the United Kingdom, despite its growing ties to Chile",
            "Peru still needs the United Kingdom",
        ),
    ],
)
def test_no_name_cuts_a_quotation_open(title, short):
    """A short title holds a quotation whole or not at all, and ends where a phrase does."""
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Peru and Chile: One Nation?", "Peru and Chile: One Nation?"),
        ("Kin or Friends? A Long View", "Kin or Friends?"),
        ("The Long Wait: Is It Over?", "The Long Wait"),
    ],
)
def test_a_title_that_asks_keeps_its_mark(title: str, short: str) -> None:
    """`One Nation` claims what `One Nation?` doubts."""
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Peru and Chile: Friends, Not Kin", "Peru and Chile: Friends, Not Kin"),
        ("Peru, Chile and Brazil: Less Than a Bloc", "Peru, Chile and Brazil: Less Than a Bloc"),
        ("Peru-Chile Ties: A Long View", "Peru-Chile Ties"),
        ("Peru: The Long Wait", "Peru"),
        (
            "Peru and Chile and Brazil: An Almost Perfect Friendship",
            "Peru and Chile and Brazil: An Almost Perfect Friendship",
        ),
    ],
)
def test_a_title_that_opens_with_names_alone_goes_on(title: str, short: str) -> None:
    """Before the colon it says only whom it is on: what it says of them stands behind."""
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("outer", "text", "shown"),
    [
        ("“", 'told Oman\'s envoy that "none came".', "told Oman’s envoy that ‘none came’."),
        ("‘", 'that "none came".', "that “none came”."),
        ("", 'It\'s "so"', "It’s “so”"),
        ("“", "he said 'never' and it's so", "he said 'never' and it's so"),
        ("“", 'a 5" gun and "so"', 'a 5" gun and "so"'),
        ("“", "“We have agreed on the dam.", "We have agreed on the dam."),
        ("‘", "And we will build it.”", "And we will build it."),
        ("“", 'a gun of 5"', 'a gun of 5"'),
        ("“", "The ‘axis’ is “so old.", "The ‘axis’ is “so old."),
    ],
)
def test_marks_inside_a_quotation_fit_those_around_it(outer, text, shown):
    """Straight marks are set as print has them, unless one cannot be told from another."""
    assert set_marks(text, outer) == shown
    assert unfaithful(shown, text) is None
    assert unfaithful(shown.replace("so", "no").replace("n", "m"), text)


def test_a_single_source_never_makes_more_than_low_confidence():
    """What one source says, however outright and new, nobody bears out."""
    only = dossier().sources[:1]
    found = reasons(only, None, outright=True)
    assert confidence(found) == "low"
    assert {"single"} <= {one.name for one in found}
    assert "outright" not in {one.name for one in found}


def test_what_an_old_text_says_it_said():
    """The verb that introduces an old or undated text is in the past, that of a new one is not."""
    for issued, verb in (
        (date(2025, 6, 1), "argues"),
        (date(2015, 6, 1), "argued"),
        (None, "argued"),
    ):
        made_of = [
            document(
                f"s{n}",
                f"Russia and Iran are forming an alliance, as pact {n} proves.",
                title=f"W{n}",
                authors=(f"Ann Author{n}",),
                issued=str(issued) if issued else None,
            )
            for n in range(3)
        ]
        read = [summary(one, 2) for one in made_of]
        found = collect(read, question(), as_of=date(2026, 1, 1), documents=made_of)
        text = said(compose(found, audience("us"), question(), templates()), "")
        assert f" {verb}" in text, issued


def test_the_balance_is_told_once_in_words_and_once_in_marks():
    """Counts stand in the bottom line and beside the first judgement, and in no head."""
    brief = made(-1, -1, -1, 2)
    assert "Three of four sources" in said(brief, "bottom-line")
    assert "3 of 4 doubt" in said(brief, "kj-balance")
    heads = f"{brief.title} {brief.subtitle}"
    assert not any(one in heads for one in ("3", "4", "three", "four"))


def test_who_comes_close_without_a_word_for_it_sees_the_two_draw_closer():
    """Where no sentence names the relation or its like, none is put in the source's mouth."""
    brief = made(-1, -1, -1, 1)
    assert "one sees Russia and Iran draw closer" in said(brief, "bottom-line")
    (chart,) = [block for block in brief.blocks if block.id == "x-stances"]
    assert "close or drawing closer" in chart.scale


def test_a_long_list_of_authors_is_not_said_in_full():
    """A sentence names three at most, a reference six; the check knows who stands for all."""
    many = tuple(f"Given{n} Family{chr(97 + n)}" for n in range(12))
    assert in_full(many[:3]) == f"{many[0]}, {many[1]} and {many[2]}"
    assert in_full(many) == f"{many[0]} and others"
    text = "Peru and Chile are no allies, and no alliance of Peru and Chile will come."
    works = [document(f"s{n}", text, title=f"Work {n}", authors=many) for n in range(3)]
    asked = question_from_sentence("Are Peru and Chile forming an alliance?")
    found = collect([summarize(one, text, asked) for one in works], asked, documents=works)
    brief = compose(found, audience("us"), asked, templates())
    assert [str(one) for one in check_brief(brief)] == []
    works = [inline_text(one.children) for one in brief.references]
    assert works
    assert all("et al." in one and many[2] in one and many[3] not in one for one in works)
    assert f"{many[0]} and others" in " ".join(words for _, words in brief_text(brief))


@pytest.mark.parametrize(
    ("shown", "named"),
    [
        ("The pact, Falk said, will hold.", True),
        ("Trade has doubled, Falk told reporters.", True),
        ("The Falk plan will hold, and all said so.", False),
        ("The pact will hold.", False),
    ],
)
def test_words_that_name_their_speaker_are_not_introduced_by_him(shown, named):
    """What says `Falk said` itself is not introduced as the words of minister Ines Falk."""
    assert names_teller(shown, "minister Ines Falk") == named


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Are the EU and India forming an alliance?", "an EU–India alliance"),
        ("Are the European Union and India allies?", "a European Union–India alliance"),
        ("Are the US and the UK allies?", "a US–UK alliance"),
        ("Is NATO an ally of Japan?", "a NATO–Japan alliance"),
    ],
)
def test_parties_are_called_as_the_question_calls_them(asked, said):
    """A bloc asked about by its short name has that name, with the article that is spoken."""
    assert question_names(question_from_sentence(asked), "Washington")["one_relation"] == said


def test_a_text_without_any_name_is_called_by_its_first_words():
    """Two texts without author, title and site are told apart, and found in the list."""
    texts = [document(f"s{n}", text) for n, text in enumerate(NAMELESS)]
    read = [summary(one, score) for one, score in zip(texts, (-2, 1), strict=True)]
    found = collect(read, question(), as_of=date(2024, 1, 1), documents=texts)
    called = sorted(names(found.sources).values())
    assert called == ["“Moscow and Tehran have signed …”", "“No treaty binds Russia …”"]


NAMELESS = (
    "No treaty binds Russia to Iran, and neither would fight for the other.",
    "Moscow and Tehran have signed a treaty that comes close to an alliance.",
)


def test_nameless_texts_told_apart_by_letters_keep_them_where_they_are_quoted():
    """`An unsigned text` is no name where two are: it stands with the letter that lists it."""
    texts = [
        document(f"s{n}", f"On May 2, 2021, it was said. {one}") for n, one in enumerate(NAMELESS)
    ]
    read = [summary(one, score) for one, score in zip(texts, (-2, 2), strict=True)]
    found = collect(read, question(), as_of=date(2024, 1, 1), documents=texts)
    brief = compose(found, audience("us"), question(), templates())
    assert check_brief(brief) == []
    named = re.findall(r"nsigned text ?(.{3})", said(brief, ""))
    assert {"(a)", "(b)"} == set(named)

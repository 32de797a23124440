"""A reader's own questions on page one, and the common ground of sources that differ."""

from dataclasses import replace

import pytest

from brief.compose import compose
from brief.compose.agreements import agreements
from brief.compose.answers import answers, claim
from brief.compose.evidence.library import Library
from brief.compose.promotion import others, promoted, question_of
from brief.compose.self_description import described
from brief.compose.tallies import Tally
from brief.model.plain import brief_text
from brief.model.source import Record
from tests.support.claims import TRADE, shipped, sources
from tests.support.corpus import audience, question, templates

YES = "Trade between Russia and Iran grew for a third year and passed the mark of the treaty."
MORE = YES.replace("third", "fourth")
NO = "Trade between Russia and Iran shrank last year, as the customs service of both has found."


def promoted_of(*texts, name="japan"):
    """Return the questions of a reader that become judgements on these texts."""
    policy = audience(name).policy(question())
    library = Library(sources(*texts), question())
    return policy, promoted(policy.questions, answers(policy, library, shipped()))


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((YES, MORE), "Trade between {a} and {b} thrives."),
        ((NO, NO.replace("last", "this")), "Trade between {a} and {b} is weak."),
        ((YES, NO), "Sources differ on whether trade between {a} and {b} thrives."),
    ],
)
def test_an_answered_question_is_a_judgement(texts, said):
    """Yes, no or divided: an answer of two sources is said as a sentence of the audience's file."""
    _, found = promoted_of(*texts)
    assert [one.text for one in found] == [said]


def test_what_one_source_answers_is_a_judgement_only_for_want_of_a_better():
    """A question that two answer leaves no room for one that a single text does."""
    drills = "The armies of Russia and Iran train together and conduct joint exercises each year."
    _, found = promoted_of(YES, MORE, drills)
    assert [question_of(one) for one in found] == ["economy"]
    _, alone = promoted_of(drills)
    assert [question_of(one) for one in alone] == ["military"]


def test_the_first_question_stands_before_one_that_more_answer():
    """What a reader asks first is on page one as soon as two answer it, and one more beside it."""
    policy = audience("japan").policy(question())
    dossier = sources(YES, MORE, NO, MORE.replace("mark", "goal"))
    read = answers(policy, Library(dossier, question()), shipped())
    for count, key in enumerate(("washington", "military", "economy"), start=2):
        read[key] = replace(
            read[key], tally=Tally(yes=dossier.sources[:count]), sources=dossier.sources
        )
    found = promoted(policy.questions, read)
    assert [question_of(one) for one in found] == ["washington", "economy"]


def test_a_theme_that_asks_the_same_is_not_said_again():
    """Where the question is a judgement, the shared theme on the same matter is none."""
    policy, found = promoted_of(YES, MORE)
    library = Library(sources(YES, MORE), question())
    themes = [claim(one, library) for one in shipped()]
    left = {one.theme.id for one in others(themes, policy.questions, found)}
    assert "trade" in {one.theme.id for one in themes} - left


def test_the_bottom_line_answers_what_the_capital_asks():
    """The first lines of a brief answer a question of that reader, and of no other."""
    lines = {}
    for name in ("japan", "us"):
        brief = compose(sources(YES, MORE), audience(name), question(), templates())
        lines[name] = dict(brief_text(brief))["bottom-line-text"]
    assert "On whether trade between Russia and Iran thrives, two say yes." in lines["japan"]
    assert "trade" not in lines["us"]


def test_an_answer_that_is_judged_on_page_one_names_nobody_again():
    """Where a question is a judgement, its answer below says so, and adds what it has to add."""
    reader = audience("japan").model_copy(update={"pages": 4})
    brief = compose(sources(YES, MORE), reader, question(), templates())
    said = dict(brief_text(brief))
    assert "Author0" in said["kj-asks-economy"]
    assert "Two sources say yes (2020–2021), as judged above." in said["q-economy"]
    assert "according to" not in said["q-economy"]


def test_names_keep_their_capitals_inside_a_sentence():
    """A claim that opens with a name keeps its capital in mid-sentence."""
    told = "Washington pushed Russia and Iran closer together, by broad and lasting sanctions."
    brief = compose(sources(told, NO), audience("japan"), question(), templates())
    said = " ".join(text for _, text in brief_text(brief))
    assert (
        "whether the policy of the United States and its allies brings Russia and Iran closer"
        in said
    )
    assert "washington" not in said


def sided(*sides):
    """Return the claim on trade of one source a side, each saying the same."""
    dossier = sources(*[YES.replace("third", f"{n}th") for n in range(len(sides))])
    made = [
        one.model_copy(update={"side": s}) for one, s in zip(dossier.sources, sides, strict=True)
    ]
    library = Library(dossier.model_copy(update={"sources": tuple(made)}), question())
    return claim(TRADE, library)


def test_what_most_agree_on_comes_first():
    """What most find is said first; of as many, what doubters and believers both find."""
    many, alike, apart = (sided(*some) for some in (["open"] * 3, ["open"] * 2, ["for", "against"]))
    assert agreements([alike, apart, many]) == [many, apart, alike]


def test_what_one_denies_is_no_agreement():
    """A finding with an opponent, or of one source, is no common ground."""
    library = Library(sources(YES, MORE, MORE.replace("mark", "goal"), NO), question())
    assert agreements([claim(TRADE, library)]) == []
    assert agreements([sided("for")]) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Last week a Delta Basin Fund workshop met. In this synopsis nobody is named.",
            "Delta Basin Fund synopsis",
        ),
        (
            "The notes of a conference of the Port Institute follow.",
            "Port Institute text",
        ),
        ("A workshop met in May.", "text"),
    ],
)
def test_a_text_without_a_name_is_called_by_what_it_says_of_itself(text, name):
    """Whose meeting it was, and what kind of text it is, stand in its own opening."""
    source = sources(text).sources[0].model_copy(update={"title": "", "authors": ()})
    assert described(source, "") == name


def test_a_text_with_a_name_is_not_looked_into():
    """Title or author name a work; its kind is what its record says."""
    assert described(Record(title="Harbors"), "report") == "report"

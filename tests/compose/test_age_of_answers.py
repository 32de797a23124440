"""Old answers: of when they are, what a newer source has overtaken, and who is quoted first."""

from dataclasses import replace

import pytest

from brief.collect import collect
from brief.compose import compose
from brief.compose.answers import answer, claim
from brief.compose.balance import balance
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.inferences import _varied
from brief.compose.key_findings import alone_recent, lasting
from brief.compose.picking import Picker, quoted_for
from brief.model.audience import Inference, Standing
from brief.model.plain import brief_text
from tests.support.claims import TRADE, TRADE_GROWS
from tests.support.corpus import AS_OF, SIDES, audience, document, question, summary, templates

GREW = "Trade between Russia and Iran grew for a third year and passed the mark of the treaty."
LATER = GREW.replace("third", "ninth")
FELL = "Trade between Russia and Iran shrank last year, as the customs service of both has found."


def dated(*given: tuple[str, str]):
    """Return the dossier of texts, each with its date."""
    made = [
        document(f"s{n}", text, authors=(f"Ann Author{n}",), title=f"Work {n}", issued=day or None)
        for n, (text, day) in enumerate(given)
    ]
    return collect([summary(one, 0) for one in made], question(), as_of=AS_OF, documents=made)


def trade(*given: tuple[str, str]):
    """Return the claim on trade of such texts, and their library."""
    library = Library(dated(*given), question())
    return claim(TRADE, library), library


@pytest.mark.parametrize(
    ("days", "kept"),
    [(("2016", "2022"), False), (("2020", "2022"), True), (("2022", "2016"), False)],
)
def test_what_grew_years_later_is_no_division(days, kept):
    """Sources on what grows differ where they are of the same years, and not years apart."""
    one, library = trade((FELL, days[0]), (FELL.replace("last", "this"), days[0]), (GREW, days[1]))
    one = replace(one, way="split")
    assert bool(lasting([one], library)) is kept
    # who differs on what does not grow differs at any time
    fixed = replace(one, theme=TRADE.model_copy(update={"tones": {"harmony": "to-yes"}}))
    assert lasting([fixed], library) == [fixed]


def test_the_newest_is_quoted_first_where_it_is_of_years_after_all_others():
    """A source of years later tells how things are; one of the same year is one among others."""
    for first, newest in (("2016", "s1"), ("2021", "")):
        library = Library(dated((GREW, first), (LATER, "2022")), question())
        assert alone_recent(balance(library.dossier), library) == newest
        _, lines = quoted_for(answer(TRADE_GROWS, library), Picker(), newest)
        assert not newest or lines[0].article == newest


def test_what_speaks_to_just_the_question_comes_before_the_newest():
    """A sentence that holds words of the question itself is quoted, though a later one is not."""
    library = Library(dated((GREW, "2016"), (LATER, "2022")), question())
    found = answer(TRADE_GROWS, library)
    [old] = [line for line in found.yes if line.article == "s0"]
    apt = replace(found, apt=frozenset([old.ref]))
    firsts = [quoted_for(one, Picker(), "s1")[1][0].article for one in (found, apt)]
    assert firsts == ["s1", "s0"]


def test_an_answer_of_old_sources_says_of_when_it_is():
    """A yes of years ago is no yes of today; one of the last years needs no date but its own."""
    said = {}
    for day in ("2016", "2026"):
        brief = compose(
            dated((GREW, day), (LATER, day)),
            audience("japan").model_copy(update={"pages": 4}),
            question(),
            templates(),
        )
        said[day] = dict(brief_text(brief))["q-economy"]
    assert "Two sources say yes (2016), as judged above." in said["2016"]
    assert "Two sources say yes, as judged above." in said["2026"]


def test_what_rests_on_the_same_sentences_comes_last():
    """Two listed sentences on one ground are one thought: others come before the second."""
    line = {ref: Line("s0", ref, n, n + 1, ref, "author", 1.0) for n, ref in enumerate("abc")}
    listed = [
        (Inference(id=name, text="It is.", when=[{"sources": "all", "at_least": 1}]), lines)
        for name, lines in (
            ("first", (line["a"], line["b"])),
            ("again", (line["a"],)),
            ("other", (line["c"],)),
        )
    ]
    assert [one.id for one, _ in _varied(listed)] == ["first", "other", "again"]


def test_an_unsigned_text_is_called_so_where_it_is_counted():
    """Who weighs the sources is told which of them nobody signs."""
    made = [
        document("s0", SIDES[-1].format(n=0), authors=("Ann Author",), title="Work A"),
        document("s1", SIDES[-1].format(n=1), title="Work B"),
    ]
    read = [summary(one, -1) for one in made]
    found = collect(read, question(), as_of=AS_OF, documents=made)
    said = dict(brief_text(compose(found, audience("us"), question(), templates())))["kj-balance"]
    assert "the unsigned “Work B”" in said
    assert "the unsigned Author" not in said


def test_sources_from_before_an_event_are_said_to_be_left_out_and_why():
    """What is not counted beside newer words is told with the year that parts them."""
    one = Standing(**{**TRADE_GROWS.model_dump(), "since": 2022})
    reader = audience("eu")
    policy = reader.policies["any"].model_copy(update={"questions": (one,)})
    reader = reader.model_copy(update={"policies": {**reader.policies, "any": policy}})
    brief = compose(dated((GREW, "2016"), (LATER, "2024")), reader, question(), templates())
    said = dict(brief_text(brief))["q-trade"]
    assert "One source that may be older than 2022 is not counted." in said


def test_who_sees_it_both_ways_years_after_the_others_stands_first():
    """Of how things are the newest source tells, though it takes no side."""
    both = f"{FELL}\n{LATER}"
    said = {}
    for first in ("2016", "2021"):
        given = dated((GREW, first), (both, "2022"))
        reader = audience("eu")
        policy = reader.policies["any"].model_copy(update={"questions": (TRADE_GROWS,)})
        reader = reader.model_copy(update={"policies": {**reader.policies, "any": policy}})
        said[first] = dict(brief_text(compose(given, reader, question(), templates())))["q-trade"]
    both = "One source says yes and no: Ann Author1 (2022)²³; one says yes: Ann Author0 (2016)"
    assert both in said["2016"]
    assert "One source says yes: Ann Author0 (2021)" in said["2021"]

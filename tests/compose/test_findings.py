"""Findings on themes: said flatly, as some sources' own, or as a division, and shown by whom."""

import re
from dataclasses import replace

import pytest

from brief.check.content import check_brief
from brief.collect import collect
from brief.compose import compose
from brief.compose.answers import Claim, claim
from brief.compose.balance import balance
from brief.compose.conditions import Facts, bearing, holds, siding
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.key_findings import most_differing
from brief.compose.offer import carrying_lines, offer
from brief.compose.tallies import Tally
from brief.model.audience import Condition
from brief.model.brief import Callout
from brief.model.plain import brief_text, inline_text
from tests.support.claims import TRADE, shipped, sources
from tests.support.corpus import AS_OF, audience, document, question, summary, templates

YES = "Trade between Russia and Iran grew for a third year and passed the mark of the treaty."
MORE = YES.replace("third", "fourth")
NO = "Trade between Russia and Iran shrank last year, as the customs service of both has found."
PLAIN = "Trade between Russia and Iran has a long name and an office with a view of the sea."


def sided(*given: tuple[str, str, float]) -> Library:
    """Return the library of these texts, each source with a side and a score."""
    library = Library(sources(*(text for text, _, _ in given)), question())
    held = zip(library.dossier.sources, given, strict=True)
    stand = tuple(
        one.model_copy(
            update={"side": side, "stance": one.stance.model_copy(update={"score": score})}
        )
        for one, (_, side, score) in held
    )
    library.dossier = library.dossier.model_copy(update={"sources": stand})
    return library


def known(library: Library, *plain: str) -> Facts:
    """Return what is known of a library; each source's last sentence shows where it stands.

    `plain` are the sources of which that sentence proves it plainly.
    """
    return Facts(
        balance=balance(library.dossier),
        answers={},
        claims={"trade": claim(TRADE, library)},
        library=library,
        audience=audience("us"),
        question=question(),
        stands={article: lines[-1] for article, lines in library.lines.items()},
        plain=frozenset(plain),
    )


def judged(*texts: str) -> str:
    """Return the judgement on trade in the brief on these texts, or nothing."""
    brief = compose(sources(*texts), audience("us"), question(), templates())
    assert [str(one) for one in check_brief(brief) if one.severity == "error"] == []
    (box,) = [block for block in brief.blocks if block.id == "key-judgements"]
    assert isinstance(box, Callout)
    items = {item.id: inline_text(item.children) for item in getattr(box.blocks[0], "items", ())}
    return items.get("kj-trade", "")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([YES, YES.replace("third", "fourth")], "Trade between Russia and Iran thrives"),
        (
            [YES, PLAIN, PLAIN, PLAIN],
            "According to Ann Author0 (2020)¹, trade between",
        ),
        ([YES, NO], "Ann Author0 (2020)¹ finds that it thrives"),
        ([PLAIN, PLAIN], ""),
    ],
)
def test_a_finding_says_no_more_than_its_sources(texts, said):
    """Flat where most that speak of it agree, theirs where few do, a division named, or nothing."""
    found = judged(*texts)
    assert said in found
    assert bool(said) == bool(found)


def test_whom_the_newest_source_denies_is_told_with_their_time():
    """Sources without a date say of when they are, since that is why the newest differs."""
    found = sources(*(f"{one} It was signed in 2016." for one in (YES, MORE)), NO)
    stand = list(found.sources)
    stand[:2] = [one.model_copy(update={"issued": None, "age": None}) for one in stand[:2]]
    found = found.model_copy(update={"sources": tuple(stand)})
    brief = compose(found, audience("us"), question(), templates())
    (box,) = [block for block in brief.blocks if block.id == "key-judgements"]
    (said,) = [inline_text(one.children) for one in box.blocks[0].items if one.id == "kj-trade"]
    assert "Ann Author1² (2016 or later)" in said
    assert "Ann Author2 (2022)³ finds" in said


def test_the_weight_of_one_is_his_alone():
    """Where one source takes a side and another sees both, it is left open, and he finds it."""
    found = judged(YES, f"{MORE}\n{NO}")
    assert "Sources leave open whether trade" in found
    assert "Ann Author0 (2020)¹ finds that it thrives;" in found
    assert "Ann Author1 (2021)²³ sees it both ways" in found


def test_a_finding_is_quoted_in_the_words_of_who_bears_it_out():
    """Who sees both sides lends a finding no sentence, though one of his says the same."""
    found = sources(YES, MORE, f"{YES} {NO}")
    made = claim(TRADE, Library(found, question()))
    assert made.way == "yes"
    assert {line.article for line in made.carrying} == {"s0", "s1"}


def test_who_sees_the_opposite_is_named_with_a_note():
    """A finding names who bears it out and who does not, each with a note of their own."""
    found = judged(YES, MORE, NO)
    assert re.search(r"Author2 \(2022\)[⁰¹²³⁴-⁹] finds that it is weak", found)
    assert "2 of 3 say so, 1 the opposite" in found


def test_one_source_alone_is_no_one_of_one():
    """Where a single source speaks of a matter, that is said, and not counted of one."""
    found = judged(YES, "Russia and Iran have met.", "Russia and Iran have met again.")
    assert not found or "1 of 1" not in found


def test_what_is_inferred_from_a_finding_cites_what_makes_it():
    """A condition on a theme holds from two sources on, and rests on sentences that lean so."""
    library = Library(sources(YES, YES.replace("third", "fourth"), PLAIN), question())
    wanted = (Condition(theme="trade", leans="to-yes"),)
    facts = known(library)
    assert holds(wanted, facts)
    assert [line.article for line in bearing(wanted, facts)] == ["s0", "s1"]
    lone = Library(sources(YES, PLAIN), question())
    assert not holds(wanted, known(lone))


def test_two_sources_come_before_one_among_the_judgements():
    """What one source finds is a key judgement only where too few findings have more."""
    pair = "Trade between Russia and Iran grew.", "Commerce aside, trade of Russia with Iran grew."
    lone = "Suspicion between Russia and Iran is deep, and mistrust of each other has a long life."
    rest = ("Russia has a sea.", "Iran has a coast.", "A port was built.", "A ship came in.")
    found = offer(sources(*pair, lone, *rest), audience("us"), question(), shipped())
    numbers = [one.number for one, _ in found.claims]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[:1] == [2]


def test_a_condition_on_age_rests_on_the_source_that_it_is_about():
    """What is said of the newest source cites what it says of the two; else it is not said."""
    library = Library(sources(YES, PLAIN), question())
    facts = known(library)
    wanted = (Condition(age="newest", at_least=0),)
    assert holds(wanted, facts)
    assert [*bearing(wanted, facts), *siding(wanted, facts)] == []
    told = replace(facts, news=library.lines["s1"])
    assert [line.article for line in bearing(wanted, told)] == ["s1"]
    oldest = (Condition(age="oldest", at_least=0),)
    assert [line.article for line in bearing(oldest, facts)] == ["s0"]


def test_what_is_to_be_watched_of_a_theme_rests_on_who_takes_a_side_on_it():
    """That a source only speaks of a matter shows nothing of it; who sees it or denies it does."""
    library = Library(sources(YES, PLAIN, NO), question())
    facts = known(library)
    wanted = (Condition.model_validate({"any": [{"theme": "trade", "at_least": 1}]}),)
    assert [line.article for line in bearing(wanted, facts)] == ["s0", "s2"]


def test_what_is_said_plainly_comes_before_what_can_be():
    """Of a theme's sentences those that tell a fact are shown before a chance or a denial."""
    chance = "Trade between Russia and Iran grew, and can be more than the sum of both."
    library = Library(sources(chance, MORE), question())
    facts = known(library)
    wanted = (Condition(theme="trade", at_least=1),)
    assert [line.article for line in bearing(wanted, facts)] == ["s1", "s0"]


BESIDE = document(
    "s9", "Russia and Iran have met.", authors=("Cy Beside",), title="W9", issued="2005"
)
"""A text of earlier years that says nothing of what others are judged on."""


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        (("2014", "2016"), "; from 2014–2016."),
        (("2014", "2014"), "; from 2014."),
        (("2014", "2025"), ""),
        (("2014", ""), "; from about 2014–2017."),
        (("", ""), "; from 2017 or later."),
    ],
)
def test_a_judgement_on_old_evidence_says_of_when_it_is(issued, said):
    """What rests on nothing of the last years is not said as if it held today."""
    late = " They met in 2017."
    texts = [f"{YES}{late}", f"{YES.replace('third', 'fourth')}{late}"]
    documents = [
        document(f"s{n}", text, authors=(f"Ann Author{n}",), title=f"W{n}", issued=when or None)
        for n, (text, when) in enumerate(zip(texts, issued, strict=True))
    ]
    documents.append(BESIDE)
    read = [summary(one, 0, thesis=(), evidence=()) for one in documents]
    found = collect(read, question(), as_of=AS_OF, documents=documents)
    brief = compose(found, audience("us"), question(), templates())
    judged = dict(brief_text(brief))["kj-trade"]
    assert "2 of 3 say so, none the opposite. Confidence" in judged
    assert judged.endswith(said)
    assert bool(said) == ("; from " in judged.partition("Confidence")[2])


def test_what_follows_from_a_share_rests_on_the_sources_of_that_side():
    """`Most sources point one way` is not shown by one of each side."""
    library = sided((YES, "for", 1), (NO, "against", -1), (PLAIN, "for", 1))
    facts = known(library, *library.lines)
    most = (Condition(share="for", at_least=0.6),)
    assert {line.article for line in siding(most, facts)} == {"s0", "s2"}
    assert len(siding((Condition(sources="addressed", at_least=1),), facts)) == 2


def test_of_a_side_only_those_are_shown_that_prove_it_plainly():
    """What follows from a side rests on plain proofs; that little is said, on what there is."""
    library = sided((YES, "for", 1), (MORE, "for", 1))
    facts = known(library, "s1")
    most = (Condition(share="for", at_least=0.6),)
    assert [line.article for line in siding(most, facts)] == ["s1"]
    none = replace(facts, plain=frozenset())
    assert siding(most, none) == []
    few = (Condition(sources="addressed", at_most=2),)
    assert [line.article for line in siding(few, none)] == ["s0", "s1"]


def test_of_a_plain_count_the_most_decided_of_each_side_stand_first():
    """Who leaves the matter open shows less of where sources stand than who takes a side."""
    library = sided((PLAIN, "open", 0), (YES, "for", 2), (NO, "against", -1))
    facts = known(library, *library.lines)
    plain = (Condition(sources="addressed", at_least=1),)
    assert [line.article for line in siding(plain, facts)] == ["s1", "s2", "s0"]


def test_evidence_is_of_the_years_of_all_that_are_named():
    """The years told beside a finding are those of all who take a side on it, not of one."""
    old = document("s0", YES, authors=("Ann Old",), title="W0", issued="2012")
    new = document("s1", NO, authors=("Bo New",), title="W1", issued="2014")

    def judged(*documents):
        read = [summary(one, 0, thesis=(), evidence=()) for one in documents]
        found = collect(read, question(), as_of=AS_OF, documents=list(documents))
        brief = compose(found, audience("us"), question(), templates())
        return dict(brief_text(brief))["kj-trade"]

    assert judged(old, new, BESIDE).endswith("; from 2012–2014.")
    assert "; from" not in judged(old, new)  # the years of the brief, told at its head


def test_each_source_is_quoted_for_a_judgement_by_its_best_sentence_in_order():
    """The best first, one a source; what names one party alone comes for want of another."""
    said = [
        ("a", "Sanctions have driven Russia and Iran closer to each other."),
        ("b", "The embargo has pushed Russia and Iran together."),
        ("a", "Pressure has brought Russia and Iran closer."),
        ("c", "The embargo has turned Russia away from the markets of Europe."),
    ]
    lines = tuple(
        Line(source, text, place, place + len(text), f"{source}#p1", "author", 1.0)
        for place, (source, text) in enumerate(said)
    )
    found = Claim(shipped()[0], (), {}, lines, "yes", Tally())
    assert carrying_lines(found, question()) == [lines[0], lines[1]]


def test_a_low_level_is_told_by_what_lowers_it():
    """How many sources there are, and what speaks against them; no praise beside a low level."""
    found = judged(YES, NO)
    assert "Confidence low: few sources, divided" in found
    assert "outright" not in found


def test_what_sources_differ_on_is_what_most_stand_apart_on():
    """A finding of two that one denies; not one that nobody denies, nor one against one."""
    mistrust = next(one for one in shipped() if one.id == "mistrust")
    apart = [
        "Russia and Iran mistrust each other, and always have.",
        "There is deep mistrust between Russia and Iran.",
        "Russia and Iran trust each other fully.",
    ]
    library = Library(sources(*apart, YES, MORE), question())
    found = claim(mistrust, library)
    assert most_differing([claim(TRADE, library), found]) is found
    assert most_differing([claim(TRADE, library)]) is None
    assert most_differing([claim(mistrust, Library(sources(*apart[:2]), question()))]) is None

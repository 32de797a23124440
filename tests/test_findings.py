"""Findings on themes: said flatly, as some sources' own, or as a division, and shown by whom."""

import re

import pytest
from corpus import AS_OF, audience, document, question, summary, templates

from brief.check.content import check_brief
from brief.collect import collect
from brief.compose import compose
from brief.compose.answers import claim
from brief.compose.conditions import Facts, bearing, holds
from brief.compose.lines import Library
from brief.model.audience import Condition, Theme
from brief.model.brief import Callout
from brief.model.plain import inline_text

TRADE = Theme(
    id="trade-energy",
    name="trade",
    claim="Trade is part of the tie.",
    claim_yes="Trade binds {parties}.",
    claim_no="Trade disappoints {parties}.",
    claim_split="Trade binds {parties} less than it might.",
    poles=("a bond", "a disappointment"),
    about=("trade",),
    along=("{both}",),
    tones={"growth": "to-yes"},
)
YES = "Trade between Russia and Iran grew for a third year and passed the mark of the treaty."
NO = "Trade between Russia and Iran shrank last year, as the customs service of both has found."
PLAIN = "Trade between Russia and Iran has a long name and an office with a view of the sea."


def sources(*texts: str):
    """Return the dossier of one document a text, each by an author of its own."""
    made = [
        document(f"s{n}", text, authors=(f"Ann Author{n}",), title=f"Work {n}", issued=f"202{n}")
        for n, text in enumerate(texts)
    ]
    return collect([summary(one, 0) for one in made], question(), as_of=AS_OF, documents=made)


def judged(*texts: str) -> str:
    """Return the judgement on trade in the brief on these texts, or nothing."""
    brief = compose(sources(*texts), audience("us"), question(), templates())
    assert [str(one) for one in check_brief(brief) if one.severity == "error"] == []
    (box,) = [block for block in brief.blocks if block.id == "key-judgements"]
    assert isinstance(box, Callout)
    items = {item.id: inline_text(item.children) for item in box.blocks[0].items}
    return items.get("kj-trade-energy", "")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([YES, YES.replace("third", "fourth")], "Trade, energy and investment bind"),
        ([YES, PLAIN, PLAIN, PLAIN], "Author0 alone finds that trade, energy and investment bind"),
        ([YES, NO], "bind Russia and Iran less than was promised. Author0 sees a bond"),
        ([PLAIN, PLAIN], ""),
    ],
)
def test_a_finding_says_no_more_than_its_sources(texts, said):
    """Flat where most that speak of it agree, theirs where few do, a division named, or nothing."""
    found = judged(*texts)
    assert said in found
    assert bool(said) == bool(found)


def test_who_sees_the_opposite_is_named_with_a_note():
    """A finding names who bears it out and who does not, each with a note of their own."""
    more = YES.replace("third", "fourth")
    found = judged(YES, more, NO)
    assert re.search("Author2 sees a disappointment[.][⁰¹²³⁴⁵⁶⁷⁸⁹]", found)
    assert "2 of 3 analyses; 1 against" in found


def test_what_is_inferred_from_a_finding_cites_what_makes_it():
    """A condition on a theme holds from two sources on, and rests on sentences that lean so."""
    library = Library(sources(YES, YES.replace("third", "fourth"), PLAIN), question())
    wanted = (Condition(theme="trade-energy", leans="to-yes"),)
    facts = Facts(
        balance=None,  # type: ignore[arg-type]
        answers={},
        claims={"trade-energy": claim(TRADE, library)},
        library=library,
        audience=audience("us"),
        question=question(),
    )
    assert holds(wanted, facts)
    assert [line.article for line in bearing(wanted, facts)] == ["s0", "s1"]
    lone = Library(sources(YES, PLAIN), question())
    facts = Facts(
        **{name: getattr(facts, name) for name in facts.__slots__}
        | {"claims": {"trade-energy": claim(TRADE, lone)}, "library": lone}
    )
    assert not holds(wanted, facts)

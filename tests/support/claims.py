"""A claim, a question and libraries of one text an author: what a sentence shows of them."""

from brief.collect import collect
from brief.compose import parse_themes
from brief.compose.answers import Answer, answer
from brief.compose.evidence.library import Library
from brief.model.audience import Standing, Theme
from brief.model.dossier import Dossier
from tests.support.corpus import AS_OF, document, question, summary, templates

TRADE = Theme(
    id="trade",
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
TRADE_GROWS = Standing(
    id="trade",
    text="Is trade between {a} and {b} growing?",
    short="trade",
    claim="trade between {a} and {b} is growing",
    about=("trade", "commerce"),
    along=("{both}",),
    tones={"growth": "to-yes"},
)
ARMS = Standing(
    id="arms",
    text="Do arms pass between {a} and {b}?",
    short="arms",
    claim="{a} and {b} trade arms",
    about=("weapons", "arms", "Central Asia"),
    along=(),
    to_yes=("buy/buys", "sell/sells/sold", "cause/causes"),
    to_no=("refuse/refuses",),
)


def library(*texts: str) -> Library:
    """Return a library of one document a text, each by an author of its own."""
    made = [
        document(f"s{n}", text, authors=(f"Ann Author{n}",), title=f"Work {n}", issued=f"202{n}")
        for n, text in enumerate(texts)
    ]
    read = [summary(one, 0, thesis=(), evidence=()) for one in made]
    found = collect(read, question(), as_of=AS_OF, documents=made)
    return Library(found, question())


def sources(*texts: str) -> Dossier:
    """Return the dossier of one document a text, each by an author of its own."""
    made = [
        document(f"s{n}", text, authors=(f"Ann Author{n}",), title=f"Work {n}", issued=f"202{n}")
        for n, text in enumerate(texts)
    ]
    return collect([summary(one, 0) for one in made], question(), as_of=AS_OF, documents=made)


def shipped() -> tuple[Theme, ...]:
    """Return the themes that ship."""
    return parse_themes(templates()["themes.yaml"], "themes.yaml").themes


def answered(*sentences: str, asked: Standing = ARMS) -> Answer:
    """Return what one text on the two, of these sentences, answers."""
    return answer(asked, library(f"A note on Russia and Iran.\n{' '.join(sentences)}"))


def sides(*sentences: str, asked: Standing = ARMS) -> tuple[int, int, int]:
    """Return how many texts, of one here, say yes, no and both."""
    return answered(*sentences, asked=asked).counts

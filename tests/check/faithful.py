"""A small brief that is true to two invented texts, and those texts, for tests to falsify."""

from __future__ import annotations

import hashlib

from brief.model.brief import (
    Aside,
    Brief,
    Callout,
    Cell,
    Cite,
    Column,
    Dots,
    Exhibit,
    Foreign,
    Heading,
    Item,
    ListBlock,
    Note,
    Number,
    Paragraph,
    Point,
    Quotation,
    Quoted,
    Reference,
    Strong,
    Table,
    Text,
)
from brief.model.layout import Labels, Layout
from brief.model.ledger import Ledger, LedgerCount, LedgerFigure, LedgerQuote

FIRST = (
    "The two ports will not merge, however warm their words. Trade between them rose to "
    "$146.8 billion in 2021, from $95.3 billion in 2014. The master of the north port calls the "
    "tie 和平条约, which he has said for years, and hopes for more."
)
SECOND = (
    "Many pilots expect a merger. By 2023 traffic had reached 38 million tons, or 17.5% of the "
    "coast's total. Fuel, not friendship, set the pace."
)
RAW = {"001_aldana": FIRST, "002_brandt": SECOND}
FILES = {"001_aldana": "001_aldana.txt", "002_brandt": "002_brandt.txt"}
SHORT = {"001": "001_aldana", "002": "002_brandt"}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def sentence(article: str, words: str, passage: int = 1, voice: str = "author") -> LedgerQuote:
    """Return a ledger quote of words of an article."""
    raw = RAW[SHORT[article]]
    start = raw.index(words)
    return LedgerQuote(
        id=f"{article}@{start}-{start + len(words)}",
        article=article,
        seed=SHORT[article],
        sha256=digest(raw),
        passage=f"{article}#p{passage}",
        start=start,
        end=start + len(words),
        text=words,
        voice=voice,
        note=article == "002",
    )


MERGE = sentence("001", "The two ports will not merge, however warm their words.")
TRADE = sentence(
    "001", "Trade between them rose to $146.8 billion in 2021, from $95.3 billion in 2014.", 2
)
CALLS = sentence(
    "001",
    "The master of the north port calls the tie 和平条约, which he has said for years, "
    "and hopes for more.",
    3,
)
PILOTS = sentence("002", "Many pilots expect a merger.", 1, "many pilots")
TRAFFIC = sentence(
    "002", "By 2023 traffic had reached 38 million tons, or 17.5% of the coast's total.", 2
)
FUEL = sentence("002", "Fuel, not friendship, set the pace.", 3)
QUOTES = (MERGE, TRADE, CALLS, PILOTS, TRAFFIC, FUEL)


def figure(number: int, quote: LedgerQuote, value: float, unit: str, text: str) -> LedgerFigure:
    key = f"{quote.article}#f{number}"
    return LedgerFigure(id=key, quote=quote.id, value=value, unit=unit, text=text)


FIGURES = (
    figure(1, TRADE, 146.8e9, "USD", "$146.8 billion"),
    figure(2, TRADE, 95.3e9, "USD", "$95.3 billion"),
    figure(1, TRAFFIC, 38e6, "ton", "38 million tons"),
    figure(2, TRAFFIC, 17.5, "%", "17.5%"),
)
COUNTS = (
    LedgerCount(id="date:001", value=20220309, how="date of 001"),
    LedgerCount(id="date:brief", value=20261122, how="date of this brief"),
    LedgerCount(id="n:sources", value=12, how="articles read"),
    LedgerCount(id="n:against", value=7, how="sources against"),
    LedgerCount(id="stance:001", value=-2, how="stance of the author in 001"),
    LedgerCount(id="year:001", value=2022, how="year of 001"),
    LedgerCount(id="year:002", value=2024, how="year of 002"),
)


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def quoted(quote: LedgerQuote, text: str = "") -> Quoted:
    """Return a quotation; words of a note bear no marks."""
    said = text or quote.text
    return Quoted(quote=quote.id, children=words(said if quote.note else f"“{said}”"))


def num(text: str, source: str) -> Number:
    return Number(text=text, source=source)


def note(number: int, text: str, *quotes: LedgerQuote) -> Note:
    return Note(
        number=number,
        id=f"note-{number}",
        children=words(text),
        quotes=tuple(quote.id for quote in quotes),
        reference=quotes[0].article,
    )


NOTES = (
    note(1, "Aldana, para. 1.", MERGE),
    note(2, "Our note on Brandt, para. 3.", FUEL),
    note(3, "Aldana, para. 3.", CALLS),
    note(4, "Aldana, para. 2.", TRADE),
    note(5, "Our note on Brandt, para. 2.", TRAFFIC),
)


def cell(key: str, *inlines) -> Cell:
    return Cell(id=key, children=inlines)


AGAINST = Aside(
    children=words("Most of them."),
    level="moderate",
    dots=(Dots(shape="filled", value=7, source="n:against", label="against"),),
)


def blocks():
    """Return one block of each kind, each word of which is true to the texts."""
    return (*first_page(), *sayings(), *figures())


def first_page():
    """Return the line of dates and the key judgments."""
    return (
        Paragraph(
            id="meta",
            role="meta",
            children=(
                num("22 November 2026", "date:brief"),
                *words(". "),
                num("12", "n:sources"),
                *words(" sources, the newest of "),
                num("9 March 2022", "date:001"),
                *words(", on the S-400 and the G7."),
            ),
        ),
        Callout(
            id="kjs",
            role="key-judgements",
            title=words("Key judgments"),
            blocks=(
                ListBlock(
                    id="kj",
                    items=(
                        Item(
                            id="kj-1",
                            children=(
                                Strong(children=words("The two ports stay apart. ")),
                                num("7", "n:against"),
                                *words(" of "),
                                num("12", "n:sources"),
                                *words(" say so; confidence is moderate."),
                                Cite(note=1),
                            ),
                        ),
                        Item(id="kj-2", children=words("A merger is unlikely.")),
                        Item(id="kj-3", children=(*words("They stand apart.\n"), AGAINST)),
                    ),
                ),
            ),
        ),
    )


def sayings():
    """Return a question and what the sources say to it, woven in and set off."""
    calls = CALLS.text.partition("和平条约")
    return (
        Heading(id="h-say", level=2, children=words("Will the ports meet the 2030 target?")),
        Paragraph(
            id="say",
            children=(
                *words("Aldana ("),
                num("2022", "year:001"),
                *words(") says: "),
                quoted(MERGE),
                Cite(note=1),
                *words(" Our note on Brandt ("),
                num("2024", "year:002"),
                *words(") has it that "),
                quoted(FUEL),
                Cite(note=2),
            ),
        ),
        Quotation(
            id="by",
            children=(
                Quoted(
                    quote=CALLS.id,
                    children=(
                        Text(text=f"“{calls[0]}"),
                        Foreign(lang="zh-Hans", text="和平条约"),
                        Text(text=" …”"),
                    ),
                ),
            ),
            attribution=(*words("Aldana"), Cite(note=3)),
        ),
    )


def figures():
    """Return a table and two charts."""
    return (
        Heading(id="h-figures", level=2, children=words("Figures")),
        Table(
            id="tab",
            caption=words("What is counted"),
            columns=tuple(Column(title=words(name)) for name in ("What", "How much", "When")),
            rows=(
                (
                    cell("r1.1", *words("trade")),
                    cell("r1.2", num("US$146.8 billion", "001#f1")),
                    cell("r1.3", *words("in 2021"), Cite(note=4)),
                ),
                (
                    cell("r2.1", *words("traffic")),
                    cell(
                        "r2.2",
                        num("38 million tons", "002#f1"),
                        *words(", or "),
                        num("17.5%", "002#f2"),
                    ),
                    cell("r2.3", *words("by 2023"), Cite(note=5)),
                ),
            ),
        ),
        Exhibit(
            id="ex-1",
            chart="series",
            title=words("Trade has grown"),
            alt="Trade rose from US$95.3 billion in 2014 to US$146.8 billion in 2021.",
            unit="USD",
            points=(
                Point(label="2014", value=95.3e9, shown="US$95.3 billion", source="001#f2"),
                Point(label="2021", value=146.8e9, shown="US$146.8 billion", source="001#f1"),
            ),
        ),
        Exhibit(
            id="ex-2",
            chart="stance",
            title=words("Where they stand"),
            alt="One analysis, at the low end.",
            scale=("no", "hardly", "mixed", "rather", "yes"),
            points=(
                Point(
                    label="Aldana",
                    value=-2,
                    shown="no",
                    source="stance:001",
                    shape="author",
                    detail="9 March 2022",
                ),
            ),
        ),
    )


def faithful() -> Brief:
    """Return the brief."""
    return Brief(
        id="strait",
        title="The ports of the strait stay apart",
        subtitle="Will the two ports merge by 2030?",
        issued="2026-11-22",
        layout=Layout(paper="A4", language="en-GB", pages=4),
        labels=Labels(running="The ports · 22 November 2026", footer="TLP:CLEAR"),
        blocks=blocks(),
        notes=NOTES,
        references=(
            Reference(
                id="001",
                number=1,
                children=words(
                    "Aldana, Maria. 9 March 2022. “Two Ports.” Port Gazette. 4 years old."
                ),
            ),
            Reference(
                id="002", number=2, children=words("Brandt, Karl. 2024. “Pilots.” Port Gazette.")
            ),
        ),
        ledger=Ledger(quotes=QUOTES, figures=FIGURES, counts=COUNTS),
    )

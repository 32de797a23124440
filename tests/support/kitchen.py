"""A kitchen-sink brief: every block, every inline, Chinese, Japanese and Russian, all made up."""

from __future__ import annotations

import functools
from pathlib import Path

from brief.model.brief import (
    Aside,
    Brief,
    Callout,
    Cell,
    Cite,
    Column,
    Dots,
    Emphasis,
    Exhibit,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
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
from brief.writers.pdf import Attachment, Rendered
from brief.writers.style import Style, make_style

STYLE = Path(__file__).parents[2] / "templates" / "style"
PROSE = (
    "Harbor authorities on both shores of the strait have expanded capacity for a decade, and "
    "the records they publish now allow a comparison that was out of reach before. Freight grew "
    "fastest where the customs rules were simplest; where each port kept its own forms, growth "
    "stalled. Analysts differ on whether the pattern will outlast the present price of fuel, and "
    "the most careful of them decline to say. "
)
HOSTILE = "<script>alert('no')</script> {{ 7 * 7 }} & ../../etc/passwd %s \\n"
CHINESE = "中俄新时代全面战略协作伙伴关系"
JAPANESE = "平和条約交渉と北方領土"
RUSSIAN = "Всеобъемлющее партнёрство и стратегическое взаимодействие"


def text(words: str) -> tuple[Inline, ...]:
    """Return plain words as inlines."""
    return (Text(text=words),)


def paragraph(id_: str, *inlines: Inline, role: str = "") -> Paragraph:
    """Return a paragraph of inlines."""
    return Paragraph(id=id_, role=role, children=inlines)


def quoted(words: str, quote: str = "001#q1") -> Quoted:
    """Return verbatim words in quotation marks."""
    return Quoted(quote=quote, children=(Text(text=f"“{words}”"),))


def aside() -> Aside:
    """Return words for the margin beside a strip of dots."""
    return Aside(
        level="moderate",
        dots=(
            Dots(shape="filled", value=7, source="n:agree", label="agree"),
            Dots(shape="faint", value=1, source="n:rest", label="do not"),
        ),
        children=(
            Number(text="7", source="n:agree"),
            *text(" agree. Confidence: "),
            Strong(children=text("moderate.")),
        ),
    )


def cell_row(id_: str, *words: str) -> tuple[Cell, ...]:
    """Return a row of a table; the last cell cites note 2."""
    cells = [Cell(id=f"{id_}c{n}", children=text(word)) for n, word in enumerate(words, 1)]
    last = cells[-1]
    return (*cells[:-1], Cell(id=last.id, children=(*last.children, Cite(note=2))))


def stance_points(articles: int = 8, voices: int = 4) -> tuple[Point, ...]:
    """Return made-up positions on the scale, of authors and of voices they report."""
    names = ["Aldana", "Brandt", "Chow", "Dubois", "Eriksen", "Farouk", "Gallo", "Horváth"]
    marks = [
        Point(
            label=f"{names[n % 8]} {2014 + n % 12}",
            value=[-2, -1, 1, 0, 2, 1, -1, 1][n % 8],
            shown=["−2", "−1", "+1", "0", "+2", "+1", "−1", "+1"][n % 8],
            source=f"{n + 1:03}#s",
            series=f"{n + 1:03}",
            shape="author",
            detail=f"{2014 + n % 12}-0{n % 9 + 1}-01",
        )
        for n in range(articles)
    ]
    heard = [
        Point(
            label=f"Port Gazette, in {names[n % 8]} {2014 + n % 12}",
            value=[2, 1, -1, -2][n % 4],
            shown=["+2", "+1", "−1", "−2"][n % 4],
            source=f"{n + 1:03}#v{n}",
            series=f"{n % articles + 1:03}",
            shape="voice",
            detail=f"{2014 + n % 12}-0{n % 9 + 1}-01",
        )
        for n in range(voices)
    ]
    return (*marks, *heard)


def stance_exhibit(articles: int = 8, voices: int = 4) -> Exhibit:
    """Return a stance exhibit with this many author and voice marks."""
    return Exhibit(
        id="ex-stance",
        chart="stance",
        title=text("Five of eight analyses see the two ports drawing together"),
        alt="Positions of eight analyses and four reported voices from no alliance to alliance; "
        "five analyses stand on the side of alliance.",
        scale=("No alliance", "Rather not", "Mixed", "Rather so", "Alliance"),
        points=stance_points(articles, voices),
        caption=text("Made-up positions. Filled: the author. Open: a voice the author reports."),
    )


def series_exhibit() -> Exhibit:
    """Return a series over years, with two lines."""
    north = {"2014": 95.3, "2016": 69.5, "2018": 107.1, "2020": 107.8, "2021": 146.8, "2023": 240.1}
    south = {"2014": 40.2, "2018": 38.0, "2021": 52.4, "2023": 61.0}
    points = [
        Point(label=year, value=value, shown=f"{value:.1f}", source=f"001#f{year}", series=line)
        for line, values in (("North shore", north), ("South shore", south))
        for year, value in values.items()
    ]
    return Exhibit(
        id="ex-series",
        chart="series",
        title=text("Freight over the north shore has more than doubled since 2014"),
        alt="Freight over the north shore rose from 95.3 in 2014 to 240.1 in 2023.",
        unit="US$ billion",
        points=tuple(points),
        caption=text("As reported; years between are not in the sources."),
    )


def bars_exhibit() -> Exhibit:
    """Return a comparison of amounts."""
    rows = (("Gas, contracted", 38.0), ("Gas, delivered", 22.7), ("Oil by pipeline", 30.0))
    return Exhibit(
        id="ex-bars",
        chart="bars",
        title=text("Delivered gas lags what was contracted"),
        alt="Contracted gas 38.0, delivered gas 22.7, oil by pipeline 30.0.",
        unit="billion m³ a year",
        points=tuple(
            Point(label=label, value=value, shown=f"{value:.1f}", source=f"001#f{n}")
            for n, (label, value) in enumerate(rows)
        ),
    )


def table(rows: int = 4) -> Table:
    """Return a table with decimals to align and a cited last column."""
    amounts = ["US$146.8 billion", "US$38 billion", "about 9.25 million t", "1,204", "17.5 %", "–"]
    return Table(
        id="tab-1",
        caption=text("What the sources count, and when"),
        columns=(
            Column(title=text("Measure"), width=2.4),
            Column(title=text("Value"), align="decimal", width=1.6),
            Column(title=text("Year"), align="center", width=0.7),
            Column(title=text("Source"), width=1.3),
        ),
        rows=tuple(
            cell_row(f"r{n}", f"Freight over berth {n}", amounts[n % 6], str(2015 + n), "Aldana")
            for n in range(rows)
        ),
    )


def first_page() -> tuple[Heading | Paragraph | Callout, ...]:
    """Return bottom line, key judgements and a margin note."""
    judgements = ListBlock(
        id="kj",
        ordered=True,
        items=(
            Item(
                id="kj-1",
                children=(
                    Strong(children=text("The ports cooperate without a treaty.")),
                    Text(text=" "),
                    Number(text="7 of 8", source="n:agree"),
                    Text(text=" analyses; confidence moderate"),
                    Cite(note=1),
                    Cite(note=2),
                ),
            ),
            Item(
                id="kj-2",
                children=(
                    *text("Fuel prices drive the timing"),
                    Cite(note=3),
                    Text(text="\n"),
                    aside(),
                ),
            ),
            Item(id="kj-3", children=text("No source speaks to insurance.")),
        ),
    )
    return (
        paragraph("meta", *text("8 sources, 2014 to 2023, newest 3 March 2023"), role="meta"),
        Callout(
            id="bl",
            role="bottom-line",
            title=text("Bottom line"),
            blocks=(
                paragraph(
                    "bl-1",
                    *text("The two ports act together when rules are simple, and apart when not. "),
                    Emphasis(children=text("This brief counts opinions, not probabilities.")),
                    Cite(note=1),
                    role="lead",
                ),
            ),
        ),
        Callout(
            id="kjs", role="key-judgements", title=text("Key judgements"), blocks=(judgements,)
        ),
    )


def body() -> tuple[Heading | Paragraph | Callout | ListBlock | Quotation | Table | Exhibit, ...]:
    """Return the rest of the page, with every kind of block."""
    return (
        Heading(id="h-say", level=2, children=text("What the sources say")),
        Callout(
            id="m-1",
            role="margin",
            title=text("How old is this?"),
            blocks=(paragraph("m-1p", *text("The median source is nine years old.")),),
        ),
        paragraph("p-1", *text(PROSE), quoted("the tariff settled it"), Cite(note=2), *text(".")),
        paragraph(
            "p-2",
            *text("The joint statement speaks of "),
            Foreign(lang="zh-Hans", text=CHINESE),
            *text(", in Russian "),
            Foreign(lang="ru", text=RUSSIAN),
            *text(", and Tokyo watches "),
            Foreign(lang="ja", text=JAPANESE),
            *text(". "),
            Emphasis(children=(Foreign(lang="ru", text="Курсив"), *text(" stays italic."))),
            Link(href="https://example.org/a?b=1&c=2", children=text("The register")),
            *text(f" holds the text. {HOSTILE}"),
        ),
        Quotation(
            id="q-1",
            children=(quoted("Where each port kept its own forms, growth stalled."), Cite(note=3)),
            attribution=text("Aldana, March 2014"),
        ),
        Heading(id="h-sub", level=3, children=text("Where they differ")),
        paragraph("p-3", *text(PROSE * 2)),
        ListBlock(
            id="l-1",
            items=(
                Item(id="l-1a", children=text("Whether freight follows fuel or follows law.")),
                Item(id="l-1b", children=(*text("Whether the treaty matters"), Cite(note=4))),
            ),
        ),
        stance_exhibit(),
        Heading(id="h-fig", level=2, children=text("Figures")),
        table(),
        series_exhibit(),
        bars_exhibit(),
        Heading(id="h-opt", level=2, children=text("Options")),
        paragraph("p-4", *text(PROSE)),
        Callout(
            id="meth",
            role="method",
            title=text("Sources and method"),
            blocks=(
                paragraph("meth-1", *text("Made by rules, from eight sources."), role="small"),
            ),
        ),
    )


def ledger() -> Ledger:
    """Return a ledger with one quote, one figure and one count."""
    return Ledger(
        quotes=(
            LedgerQuote(
                id="001#q1",
                article="001",
                seed="001",
                sha256="0" * 64,
                passage="001#p1",
                start=0,
                end=22,
                text="the tariff settled it",
                voice="author",
            ),
        ),
        figures=(
            LedgerFigure(id="001#f1", quote="001#q1", value=146.8, unit="USD", text="$146.8bn"),
        ),
        counts=(
            LedgerCount(id="n:agree", value=7, how="analyses that agree"),
            LedgerCount(id="n:rest", value=1, how="analyses that do not"),
        ),
    )


def kitchen(paper: str = "A4", language: str = "en-GB") -> Brief:
    """Return the brief on this paper and in this language."""
    notes = tuple(
        Note(
            number=n,
            id=f"note-{n}",
            children=(*text(f"Aldana, para. {n}. "), Emphasis(children=text("Port Gazette."))),
            quotes=("001#q1",),
            reference="001",
        )
        for n in range(1, 5)
    )
    references = tuple(
        Reference(
            id=f"00{n}",
            number=n,
            children=(
                *text(f"{name}, “Of Ports and Tariffs”, "),
                Emphasis(children=text("Journal of Made-Up Harbors")),
                *text(f", {2013 + n}. "),
                Link(href=f"https://example.org/{n}", children=text(f"example.org/{n}")),
            ),
        )
        for n, name in enumerate(("Aldana, M.", "Brandt, K.", "Chow, L."), 1)
    )
    return Brief(
        id="kitchen",
        title="Two ports act together when rules are simple, and apart when they are not",
        subtitle="Are the harbors of the strait forming an alliance?",
        summary="The two ports act together when rules are simple.",
        authors=("Strait Desk",),
        keywords=("ports", "tariffs"),
        issued="2026-11-22",
        layout=Layout.model_validate({"paper": paper, "language": language}),
        labels=Labels(
            running="Two ports · 22 November 2026",
            footer="TLP:CLEAR · Draft – not reviewed",
        ),
        blocks=(*first_page(), *body()),
        notes=notes,
        references=references,
        ledger=ledger(),
    )


@functools.cache
def house_style() -> Style:
    """Return the style that we ship."""
    paths = [path for path in STYLE.rglob("*") if path.is_file()]
    return make_style({path.relative_to(STYLE).as_posix(): path.read_text() for path in paths})


@functools.cache
def kitchen_pdf(paper: str = "A4", language: str = "en-GB") -> bytes:
    """Return the kitchen-sink brief as PDF, evidence attached."""
    brief = kitchen(paper, language)
    evidence = brief.ledger.model_dump_json().encode()
    return Rendered(brief, house_style()).pdf((Attachment("evidence.json", evidence, "Evidence"),))

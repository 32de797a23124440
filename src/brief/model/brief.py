"""A brief as data: blocks and inlines, numbered notes and references. All a writer sees."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from brief.model.base import Artifact, Model
from brief.model.layout import Labels, Layout
from brief.model.ledger import Ledger
from brief.model.marks import NOTICE_COUNT


class Text(Model):
    """Plain words of ours."""

    kind: Literal["text"] = "text"
    text: str


class Emphasis(Model):
    """Stressed words (italic)."""

    kind: Literal["emphasis"] = "emphasis"
    children: tuple[Inline, ...]


class Strong(Model):
    """Strongly stressed words (bold)."""

    kind: Literal["strong"] = "strong"
    children: tuple[Inline, ...]


class Link(Model):
    """Words that lead to a web address."""

    kind: Literal["link"] = "link"
    href: str
    children: tuple[Inline, ...]


class Cite(Model):
    """The mark of a numbered note."""

    kind: Literal["cite"] = "cite"
    note: int
    """Number of the `Note` in this brief, from 1."""


class Foreign(Model):
    """Words in another language than the brief's."""

    kind: Literal["foreign"] = "foreign"
    lang: str
    """BCP 47 tag: `zh-Hans`, `ru`, `ja`."""
    text: str


class Quoted(Model):
    """Verbatim words of a source, shown in quotation marks (the writer adds none)."""

    kind: Literal["quoted"] = "quoted"
    quote: str
    """Id in the brief's ledger."""
    children: tuple[Inline, ...]
    """`Text` and `Foreign` only; the quotation marks are part of the first and last `Text`."""


class Number(Model):
    """A number of a finished file, tied to where it comes from."""

    kind: Literal["number"] = "number"
    text: str
    """As shown to this reader: `US$146.8 billion`, `7 of 10`."""
    source: str
    """Id of a figure (`003#f2`) or of a computed count in the ledger (`n:sources`)."""


Shape = Literal["filled", "half", "hollow", "dash", "faint"]
"""How a dot is drawn: told apart without color."""


class Dots(Model):
    """Dots of one shape in the strip beside an aside: one for each source counted."""

    shape: Shape
    value: int
    source: str
    """Id of the count in the ledger."""
    label: str
    """What they stand for, for who cannot see them: `doubt it`."""


class Aside(Model):
    """Words that a page sets beside the text, in its margin or on a line of their own.

    The strip of dots and the marks of the level say nothing that words do not, so an aside whose
    own words a person changed becomes stressed words, and its drawing goes.
    """

    kind: Literal["aside"] = "aside"
    children: tuple[Inline, ...]
    dots: tuple[Dots, ...] = ()
    level: Literal["", "low", "moderate", "high"] = ""
    """Confidence, drawn as one to three marks."""

    @property
    def alts(self) -> tuple[str, ...]:
        """What is drawn, in words: the dots before the words, the level among them."""
        counted = "; ".join(f"{one.value} {one.label}" for one in self.dots if one.value)
        return tuple(words for words in (counted, self.level) if words)


Inline = Annotated[
    Text | Emphasis | Strong | Link | Cite | Foreign | Quoted | Number | Aside,
    Field(discriminator="kind"),
]
Inlines = tuple[Inline, ...]


class Heading(Model):
    """A section title."""

    kind: Literal["heading"] = "heading"
    id: str
    level: Annotated[int, Field(ge=1, le=4)]
    children: Inlines


class Paragraph(Model):
    """A paragraph of prose."""

    kind: Literal["paragraph"] = "paragraph"
    id: str
    role: str = ""
    """Named style: `` (body), `lead`, `source-line`, `caption`, `small`."""
    children: Inlines


class Item(Model):
    """One entry of a list."""

    id: str
    children: Inlines


class ListBlock(Model):
    """A bulleted or numbered list."""

    kind: Literal["list"] = "list"
    id: str
    ordered: bool = False
    role: str = ""
    items: tuple[Item, ...]


class Quotation(Model):
    """A quotation set off from the text, with its attribution."""

    kind: Literal["quotation"] = "quotation"
    id: str
    children: Inlines
    attribution: Inlines = ()


class Callout(Model):
    """A box, or a note in the margin, that holds other blocks."""

    kind: Literal["callout"] = "callout"
    id: str
    role: str = "box"
    """`key-judgements`, `bottom-line`, `margin`, `box`, `method`."""
    title: Inlines = ()
    blocks: tuple[Block, ...]


class Cell(Model):
    """One cell of a table."""

    id: str
    children: Inlines


class Column(Model):
    """A column of a table."""

    title: Inlines
    align: Literal["left", "right", "decimal", "center"] = "left"
    width: float = 1.0
    """Relative width."""


class Table(Model):
    """A table with one header row."""

    kind: Literal["table"] = "table"
    id: str
    role: str = ""
    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Point(Model):
    """One mark of a chart."""

    label: str
    """What the mark is: a source, a year."""
    value: float
    shown: str
    """The value as this reader writes it."""
    source: str
    """Ledger id of the value."""
    series: str = ""
    shape: str = ""
    """Name of the mark's shape where the chart tells kinds apart: `author`, `voice`."""
    detail: str = ""


class Exhibit(Model):
    """A chart, drawn by the writers from the same data."""

    kind: Literal["exhibit"] = "exhibit"
    id: str
    chart: Literal["stance", "series", "bars"]
    title: Inlines
    """States the finding."""
    alt: str
    """Says in words what the chart shows."""
    unit: str = ""
    scale: tuple[str, ...] = ()
    """Labels of the axis, low to high (the five stances)."""
    totals: tuple[str, ...] = ()
    """How many authors stand at each step of the scale."""
    points: tuple[Point, ...]
    caption: Inlines = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the heads of columns for the steps: `Doubted: 3`; bare without totals."""
        if not self.totals:
            return self.scale
        return tuple(
            f"{step[:1].upper()}{step[1:]}: {count}"
            for step, count in zip(self.scale, self.totals, strict=False)
        )


class Picture(Model):
    """A picture that a person put into the draft; we make none."""

    kind: Literal["picture"] = "picture"
    id: str
    media: Literal["image/png", "image/jpeg", "image/gif"]
    data: str
    """The file, in base64."""
    alt: str = ""
    """What it shows, in words of the person."""
    caption: Inlines = ()


Block = Annotated[
    Heading | Paragraph | ListBlock | Quotation | Callout | Table | Exhibit | Picture,
    Field(discriminator="kind"),
]


class Note(Model):
    """A numbered note: which words of which source a statement rests on."""

    number: int
    id: str
    children: Inlines
    """As shown: `Yuan, para. 9.`"""
    quotes: tuple[str, ...] = ()
    """Ledger ids of the quotes it cites."""
    reference: str
    """Id of the `Reference`."""


class Mark(Model):
    """One mark of a note: which of its sentences the words before it rest on."""

    unit: str
    """Id of the place that holds the mark."""
    note: str
    """Id of the note."""
    quotes: tuple[str, ...]
    """Ledger ids."""


class Reference(Model):
    """A work cited, formatted."""

    id: str
    """Article id."""
    number: int
    """Its place in the list; names tell works apart, since numbers are those of notes."""
    children: Inlines
    names: tuple[str, ...] = ()
    """What the brief may call the work and its makers: digits and marks in these are a name's."""


class Brief(Artifact):
    """One brief for one audience."""

    schema_: Literal["brief.brief/1"] = Field("brief.brief/1", alias="schema")
    id: str
    """Audience id: `japan`."""
    title: str
    subtitle: str = ""
    summary: str = ""
    """One sentence for the files' properties."""
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    issued: str
    """ISO date of the brief, computed from its inputs, never from the clock."""
    layout: Layout
    labels: Labels
    blocks: tuple[Block, ...]
    closing: Annotated[int, Field(ge=0)] = 0
    """How many of the last blocks stand after the works cited: a person wrote them there."""
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]
    marks: tuple[Mark, ...] = ()
    """Every mark of a note in the machine's words, in reading order."""
    ledger: Ledger
    annex: tuple[str, ...] = ()
    """Ids of claims left out for length."""
    named: tuple[str, ...] = ()
    """What the files of audience and question call reader, capital, parties and answers, where it
    holds a number: there it is a part of a name, and counts nothing."""
    edited: tuple[str, ...] = ()
    """Unit ids of the places that hold a person's words."""
    unverified: tuple[str, ...] = ()
    """Places that are edited, not verified: nothing that they cite says so, or it is an edit
    elsewhere that leaves them without what they rest on."""
    reasons: dict[str, str] = Field(default_factory=dict)
    """Why each of them is not verified, in words."""

    @property
    def parted(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The blocks before the works cited, and those after them."""
        at = max(len(self.blocks) - self.closing, 0)
        return self.blocks[:at], self.blocks[at:]

    @property
    def by_hand(self) -> bool:
        """Whether a person changed anything: words, or only what stands where."""
        return bool(self.edited) or any(one.id == NOTICE_COUNT for one in self.ledger.counts)

    @property
    def day(self) -> str:
        """The brief's date as a whole ISO date, for the files' properties: they know no less.

        An unknown month or day is the first, an unknown year the start of computer time.
        """
        return self.issued + "1970-01-01"[len(self.issued) :]

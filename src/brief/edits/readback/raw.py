"""What a draft holds before it is known whose words are whose: paragraphs, tables, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from brief.model.tracked import Change

MARK = "\ufffc"
"""Stands for a note mark in raw text; the mark's own name says which note."""


@dataclass(slots=True)
class Rich:
    """Text, and for each character what its formatting says.

    `strong`, `emphasis`, `raised`, `link:URL`; for a note mark `fn:ID`, `en:ID`, `at:BOOKMARK`
    or `note:ID`.
    """

    text: str = ""
    marks: list[frozenset[str]] = field(default_factory=list)

    def add(self, text: str, marks: frozenset[str]) -> None:
        """Append text of one look."""
        self.text += text
        self.marks += [marks] * len(text)

    def extend(self, other: Rich) -> None:
        """Append another text."""
        self.text += other.text
        self.marks += other.marks

    def cut(self, start: int, end: int) -> Rich:
        """Return the text from `start` to `end`."""
        return Rich(self.text[start:end], self.marks[start:end])

    def stripped(self) -> Rich:
        """Return the text without breaking spaces at both ends."""
        start = len(self.text) - len(self.text.lstrip(" \t\n"))
        return self.cut(start, max(start, len(self.text.rstrip(" \t\n"))))


@dataclass(slots=True)
class Picture:
    """A picture in a paragraph."""

    target: str
    alt: str
    anchors: tuple[str, ...]
    """Bookmarks around it."""


@dataclass(slots=True, eq=False)
class RawParagraph:
    """A paragraph as found."""

    kind: str = ""
    rich: Rich = field(default_factory=Rich)
    strong: Counter[str] = field(default_factory=Counter)
    """Names (tags and bookmarks) around its text: characters inside each."""
    weak: list[str] = field(default_factory=list)
    """Names that begin here around no text."""
    pictures: list[Picture] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """Ids of the comments that begin here."""
    changes: list[Change] = field(default_factory=list)
    """Tracked changes that are open, at places in its text."""
    swallowed: str | None = None
    """Kind of the paragraph before it that was deleted whole, with tracking on: LibreOffice 7.4
    gives that to the one that follows, whatever it was."""


@dataclass(slots=True)
class RawComment:
    """A comment as found."""

    author: str
    initials: str
    date: str
    lines: tuple[str, ...]
    answers: str = ""
    """Id of the comment that it answers."""
    resolved: bool = False


@dataclass(slots=True, eq=False)
class RawRow:
    """A row as found: each cell holds paragraphs and tables."""

    cells: list[list[RawBlock]]
    header: bool = False
    put_in: tuple[str, str] | None = None
    """Who put it in, and when, where that is a tracked change."""


@dataclass(slots=True, eq=False)
class RawTable:
    """A table as found."""

    style: str
    """Name of its style, lower case."""
    rows: list[RawRow]


RawBlock = RawParagraph | RawTable


def as_one(blocks: list[RawBlock]) -> RawParagraph:
    """Return all paragraphs of a cell or a note as one, line by line."""
    merged = RawParagraph()
    for block in paragraphs(blocks):
        if merged.rich.text and block.rich.text:
            merged.rich.add("\n", frozenset())
        merged.changes += moved_by(block.changes, len(merged.rich.text))
        merged.rich.extend(block.rich)
        merged.strong.update(block.strong)
        merged.weak += block.weak
        merged.pictures += block.pictures
        merged.comments += block.comments
    return merged


def moved_by(changes: Iterable[Change], far: int) -> list[Change]:
    """Return changes at the places where they are once their text stands `far` later."""
    return [
        one.model_copy(update={"at": max(one.at + far, 0), "end": max(one.end + far, 0)})
        for one in changes
    ]


def paragraphs(blocks: Iterable[RawBlock]) -> Iterator[RawParagraph]:
    """Yield every paragraph, those in tables too."""
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell)


@dataclass(slots=True)
class Raw:
    """A draft as found."""

    blocks: list[RawBlock]
    notes: dict[str, RawParagraph]
    """`fn:ID` or `en:ID`: the note's text."""
    anchors: dict[str, str]
    """Bookmark: the note whose mark stands in it."""
    numbers: list[tuple[str, str]] = field(default_factory=list)
    """Bookmark of a note's first mark, and the number that a later mark shows."""
    margins: list[tuple[str, str]] = field(default_factory=list)
    """Unit of a head or foot of pages, and its words without page numbers."""
    tracked: int = 0
    """How many tracked changes are open."""
    comments: dict[str, RawComment] = field(default_factory=dict)
    """Id: the comment."""
    unstyled: bool = False
    """True where a program dropped our styles, so that prose may have been anything."""
    odd: Counter[str] = field(default_factory=Counter)
    """What no block of ours can say, and is kept as plain text: how often it was found."""
    left_out: Counter[str] = field(default_factory=Counter)
    """What no block of ours can hold: how often it was found."""

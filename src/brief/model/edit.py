"""What a person changed in a draft, piece by piece, and all that is needed to apply it again.

A draft is seen as a tree of *pieces* (blocks, list items, table rows, works cited) whose *units*
hold the words. Inside edits a note mark is a `Link` to `note:` and the note's id, without words,
because numbers change from build to build and ids do not.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from brief.model.base import Artifact, Model
from brief.model.brief import (
    Callout,
    Cell,
    Exhibit,
    Heading,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Table,
)
from brief.model.ledger import Ledger

BODY = ""
"""Id of the place that holds the brief's blocks."""
WORKS = "references"
"""Id of the place that holds the works cited."""
CLOSING = "closing"
"""Id of the place after the works cited, where only a person writes."""
HAND = "hand:"
"""How the id of a piece that a person added begins."""
KEPT = "kept:"
"""How the id of a paragraph begins that keeps edited words whose place is gone."""


class ListItem(Model):
    """An entry of a list, as a piece of its own."""

    kind: Literal["item"] = "item"
    id: str
    children: Inlines


class Row(Model):
    """A row of a table, as a piece of its own."""

    kind: Literal["row"] = "row"
    id: str
    cells: tuple[Cell, ...]


class Work(Model):
    """A work cited, as a piece of its own."""

    kind: Literal["work"] = "work"
    id: str
    reference: Reference


class Front(Model):
    """The words around the blocks: title, heading of the works cited, page head and foot."""

    kind: Literal["front"] = "front"
    id: str = "brief"
    title: Inlines
    subtitle: Inlines
    references: Inlines
    running: Inlines = ()
    footer: Inlines = ()
    first_running: Inlines = ()
    first_footer: Inlines = ()


class Footnote(Model):
    """A note, as a piece of its own; its place follows from its marks."""

    kind: Literal["note"] = "note"
    id: str
    note: Note


Piece = Annotated[
    Heading
    | Paragraph
    | ListBlock
    | Quotation
    | Callout
    | Table
    | Exhibit
    | Picture
    | ListItem
    | Row
    | Work
    | Front
    | Footnote,
    Field(discriminator="kind"),
]
"""A node of the tree, without the pieces inside it."""


class Place(Model):
    """Where a piece stands, said so that it is found again among changed neighbors."""

    parent: str
    """Id of the piece around it, or `BODY` or `WORKS`."""
    after: tuple[str, ...] = ()
    """Ids of the pieces before it, nearest first; empty: it is the first."""
    before: str = ""
    """Id of the next piece."""


class Changed(Model):
    """Words that a person changed."""

    kind: Literal["changed"] = "changed"
    unit: str
    was: Inlines
    """The machine's words that the person saw."""
    now: Inlines
    other: Inlines = ()
    """What another copy of the edits says here, until the person has dealt with it."""


class Recast(Model):
    """A piece that a person made into another kind: `paragraph`, `heading 2`, `quotation`."""

    kind: Literal["recast"] = "recast"
    id: str
    was: str
    now: str


class Reshaped(Model):
    """A table to which a person added columns, or of which a person deleted some."""

    kind: Literal["reshaped"] = "reshaped"
    id: str
    width: int
    """How many columns the machine's table had."""
    columns: tuple[str, ...]
    """Its columns by number, from 1, and `+1` and so on for those that a person added."""


class Removed(Model):
    """A piece that a person deleted, with all inside it."""

    kind: Literal["removed"] = "removed"
    id: str
    was: str
    """Its words, plain."""
    into: str = ""
    """Unit that holds its words now: a person made the two one."""


class Added(Model):
    """A piece that a person added, or whose source has vanished from under the person's words."""

    kind: Literal["added"] = "added"
    piece: Piece
    place: Place


class Moved(Model):
    """A piece that a person moved."""

    kind: Literal["moved"] = "moved"
    id: str
    place: Place


Edit = Annotated[
    Changed | Recast | Reshaped | Removed | Added | Moved,
    Field(discriminator="kind"),
]


class Shell(Model):
    """A machine's piece around or under an edit, kept in case the machine drops it."""

    piece: Piece
    place: Place


class Comment(Model):
    """A comment that a person wrote in the draft: carried from draft to draft, never published."""

    unit: str
    author: str
    initials: str = ""
    date: str = ""
    lines: tuple[str, ...]
    id: str = ""
    """Its name in the draft that it was read from."""
    answers: str = ""
    """Name of the comment that it answers there."""
    resolved: bool = False


class Edits(Artifact):
    """All hand edits of one draft, against the machine's version."""

    schema_: Literal["brief.edits/1"] = Field("brief.edits/1", alias="schema")
    audience: str
    edits: tuple[Edit, ...] = ()
    """Deletions first, then in the order of the document."""
    shells: tuple[Shell, ...] = ()
    notes: tuple[Note, ...] = ()
    """The notes that edited words cite."""
    references: tuple[Reference, ...] = ()
    ledger: Ledger = Ledger()
    """What edited words still quote and count, as it was."""
    day: str = ""
    """The brief's date as the machine's version showed it."""

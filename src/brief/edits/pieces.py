"""A piece in, its units out; units in, the piece with their words out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from brief.model.brief import (
    Callout,
    Exhibit,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Table,
    Text,
)
from brief.model.edit import Footnote, Front, ListItem, Piece, Row, Work
from brief.model.marks import (
    FIRST_FOOTER,
    FIRST_RUNNING,
    FOOTER,
    REFERENCES,
    RUNNING,
    SUBTITLE,
    TITLE,
    alt_unit,
)
from brief.model.plain import inline_text

_FRONT = {
    TITLE: "title",
    SUBTITLE: "subtitle",
    REFERENCES: "references",
    RUNNING: "running",
    FOOTER: "footer",
    FIRST_RUNNING: "first_running",
    FIRST_FOOTER: "first_footer",
}
"""Units around the blocks, and the fields that hold them."""
CONTAINERS = {"list": "item", "table": "row", "callout": "block"}
"""Kinds of pieces that hold others, and what they hold."""


def units(piece: Piece) -> dict[str, Inlines]:
    """Return the words of each unit of a piece, in reading order."""
    key = piece.id
    match piece:
        case Heading() | Paragraph() | ListItem():
            return {key: piece.children}
        case Quotation():
            return {key: piece.children, f"{key}/attribution": piece.attribution}
        case Callout():
            return {f"{key}/title": piece.title}
        case Exhibit():
            around = {f"{key}/title": piece.title, f"{key}/caption": piece.caption}
            return around | {alt_unit(key): _plain(piece.alt)}
        case Picture():
            return {f"{key}/caption": piece.caption, alt_unit(key): _plain(piece.alt)}
        case Table():
            heads = {f"{key}/col{n}": col.title for n, col in enumerate(piece.columns, 1)}
            return {f"{key}/caption": piece.caption, **heads}
        case Row():
            return {cell.id: cell.children for cell in piece.cells}
        case Work():
            return {key: piece.reference.children}
        case Footnote():
            return {key: piece.note.children}
        case Front():
            words = [getattr(piece, name) for name in _FRONT.values()]
            return dict(zip(_FRONT, words, strict=True))
        case ListBlock():
            return {}
        case _:
            assert_never(piece)


def _plain(text: str) -> Inlines:
    return (Text(text=text),) if text else ()


def with_units(piece: Piece, words: Mapping[str, Inlines]) -> Piece:
    """Return the piece with the words of some of its units replaced."""
    old = units(piece)
    new = {unit: words.get(unit, inlines) for unit, inlines in old.items()}
    if new == old:
        return piece
    values = list(new.values())
    match piece:
        case Heading() | Paragraph() | ListItem():
            return piece.model_copy(update={"children": values[0]})
        case Quotation():
            return piece.model_copy(update={"children": values[0], "attribution": values[1]})
        case Callout():
            return piece.model_copy(update={"title": values[0]})
        case Exhibit():
            alt = inline_text(values[2])
            return piece.model_copy(update={"title": values[0], "caption": values[1], "alt": alt})
        case Picture():
            return piece.model_copy(update={"caption": values[0], "alt": inline_text(values[1])})
        case Table():
            columns = _titled(piece, values[1:])
            return piece.model_copy(update={"caption": values[0], "columns": columns})
        case Row():
            pairs = zip(piece.cells, values, strict=True)
            cells = tuple(cell.model_copy(update={"children": v}) for cell, v in pairs)
            return piece.model_copy(update={"cells": cells})
        case Work():
            reference = piece.reference.model_copy(update={"children": values[0]})
            return piece.model_copy(update={"reference": reference})
        case Footnote():
            note = piece.note.model_copy(update={"children": values[0]})
            return piece.model_copy(update={"note": note})
        case Front():
            return piece.model_copy(update=dict(zip(_FRONT.values(), values, strict=True)))
        case ListBlock():
            return piece
        case _:
            assert_never(piece)


def _titled(table: Table, titles: list[Inlines]) -> tuple[object, ...]:
    pairs = zip(table.columns, titles, strict=True)
    return tuple(column.model_copy(update={"title": title}) for column, title in pairs)


def form(piece: Piece) -> str:
    """Return what a person sees a piece to be: `paragraph lead`, `heading 2`, `list numbered`."""
    match piece:
        case Heading():
            return f"heading {piece.level}"
        case Paragraph():
            return f"paragraph {piece.role}".strip()
        case ListBlock():
            return "list numbered" if piece.ordered else "list bulleted"
        case _:
            return piece.kind


RECASTABLE = ("heading", "paragraph", "quotation", "item")


def recast(piece: Piece, wanted: str) -> Piece:
    """Return the piece in another form, its id and words kept; itself where that is no form."""
    kind, _, detail = wanted.partition(" ")
    if isinstance(piece, ListBlock) and kind == "list":
        return piece.model_copy(update={"ordered": detail == "numbered"})
    if piece.kind not in RECASTABLE or kind not in RECASTABLE or form(piece) == wanted:
        return piece
    words = units(piece)[piece.id]
    match kind:
        case "heading":
            level = int(detail) if detail.isdigit() else 2
            return Heading(id=piece.id, level=min(max(level, 1), 4), children=words)
        case "quotation":
            return Quotation(id=piece.id, children=words)
        case "item":
            return ListItem(id=piece.id, children=words)
        case _:
            return Paragraph(id=piece.id, role=detail, children=words)

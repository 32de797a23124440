"""A draft as found and the brief it was written from in, the brief as edited out (as a tree)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from brief.edits.columns import named, reshape
from brief.edits.pieces import recast, units, with_units
from brief.edits.readback.answers import with_answers
from brief.edits.readback.fresh import as_base64, free_name, new_picture
from brief.edits.readback.identity import Identity, inside, is_box, table_text
from brief.edits.readback.lists import Lists
from brief.edits.readback.margins import margins
from brief.edits.readback.match import shows, text_of
from brief.edits.readback.notes import Notes
from brief.edits.readback.raw import Picture as Found
from brief.edits.readback.raw import Raw, RawBlock, RawParagraph, RawRow, RawTable, paragraphs
from brief.edits.readback.rich import to_inlines
from brief.edits.readback.sections import parted
from brief.edits.tree import Tree
from brief.model.brief import (
    Callout,
    Cell,
    Column,
    Exhibit,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    Reference,
    Table,
    Text,
)
from brief.model.edit import BODY, CLOSING, WORKS, ListItem, Piece, Row, Work
from brief.model.marks import (
    REFERENCES,
    SUBTITLE,
    TITLE,
    alt_unit,
    clean,
    mark,
    reference_unit,
)
from brief.model.plain import fold_spaces

_ROLES = ("lead", "source-line", "small", "caption")
_BOX = "brief "


@dataclass(slots=True)
class Rebuilder:
    """Puts found paragraphs and tables together as the pieces of a brief."""

    base: Tree
    raw: Raw
    media: dict[str, bytes]
    """Pictures by name."""
    levels: dict[str, int]
    """Heading id: the level it was written with."""
    shift: int
    """What to add to a level as written to have the brief's own."""
    series: str = ""
    """What the head of the first page says where no person gave it one."""
    page: str = ""
    """What stands around the page number: `Page {page} of {pages}`."""
    made: Tree = field(default_factory=Tree)
    known: Identity = field(init=False)
    notes: Notes = field(init=False)
    lists: Lists = field(init=False)
    _slots: dict[str, Inlines] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out what each paragraph was."""
        self.raw.blocks = with_answers(self.raw, self.base)
        self.notes = Notes(self.base, self.raw)
        self.known = Identity(self.base, self.raw)
        self.lists = Lists(self.known, lambda raw: self._form(raw) == "item")

    def tree(self) -> Tree:
        """Return the edited brief's tree."""
        self.made.ledger = self.base.ledger
        for blocks, place in zip(parted(self.known), (BODY, WORKS, CLOSING), strict=True):
            self._build(blocks, place)
        self._slots |= self._heads_deleted()
        self._slots |= margins(self.raw.margins, self.base.front, self.page, self.series)
        for key, piece in list(self.made.pieces.items()):
            self.made.pieces[key] = with_units(piece, self._slots)
        self.made.pieces["brief"] = with_units(self.base.front, self._slots)
        for unit in (*self.base.pieces, *self.notes.pieces):
            if unit.startswith("note:"):
                self.made.pieces[unit] = self.notes.pieces.get(unit) or self.base.pieces[unit]
        return self.made

    def _build(self, blocks: Iterable[RawBlock], parent: str) -> None:
        items: list[RawParagraph] = []
        for block in blocks:
            if isinstance(block, RawParagraph) and self._form(block) == "item":
                items.append(block)
                continue
            if shows(block):
                self._flush(items, parent)
            if isinstance(block, RawTable):
                self._table(block, parent)
                for inner in () if is_box(block) else paragraphs([block]):
                    self._pictures(inner, parent)
            else:
                self._pictures(block, parent)
                if text_of(block) or self.known.unit(block):
                    self._paragraph(block, parent)
        self._flush(items, parent)

    def _form(self, raw: RawParagraph) -> str:
        """Return the form of a piece that a paragraph now has; empty: as it was."""
        unit = self.known.unit(raw)
        piece = self.base.pieces.get(unit)
        level = raw.kind.removeprefix("heading ") if raw.kind.startswith("heading") else ""
        lost = self.raw.unstyled and not raw.kind
        if piece is not None and (lost or raw.swallowed == raw.kind):
            return "item" if piece.kind == "item" else ""
        if level:
            known = isinstance(piece, Heading) and self.levels.get(piece.id) == int(level)
            return "" if known else f"heading {int(level) + self.shift}"
        if raw.kind in ("bulleted", "numbered"):
            return "item" if text_of(raw) and not self._is_part(raw) else ""
        if raw.kind == "quotation":
            return "quotation"
        if piece is not None and piece.kind in ("paragraph", "work"):
            return ""
        return f"paragraph {raw.kind if raw.kind in _ROLES else ''}".strip()

    def _is_part(self, raw: RawParagraph) -> bool:
        """Return whether a paragraph is a title, a caption or a work: a bullet makes it no item."""
        unit = self.known.unit(raw)
        owner = self.known.owners.get(unit, "")
        if unit == owner:
            return isinstance(self.base.pieces.get(unit), Work)
        apart = unit in (TITLE, SUBTITLE, REFERENCES)
        return apart or (self._stands(owner) and self._has_place(owner, unit))

    def _words(self, raw: RawParagraph, base: Inlines) -> Inlines:
        return to_inlines(self.notes.resolve(raw.rich), base)

    def _base_words(self, unit: str) -> Inlines:
        return units(self.base.pieces[self.known.owners[unit]])[unit]

    @property
    def untitled(self) -> bool:
        """Whether a person deleted the title."""
        return not self._slots.get(TITLE)

    def _heads_deleted(self) -> dict[str, Inlines]:
        """Return no words for each heading around the blocks that is there no more."""
        return {
            unit: ()
            for unit in (SUBTITLE, REFERENCES)
            if self._base_words(unit) and unit not in self._slots
        }

    def _put(self, parent: str, piece: Piece) -> None:
        if parent == WORKS and not isinstance(piece, Work):
            parent = CLOSING
        self.made.pieces[piece.id] = piece
        self.made.children.setdefault(parent, []).append(piece.id)

    def _paragraph(self, raw: RawParagraph, parent: str) -> None:
        unit = self.known.unit(raw)
        owner = self.known.owners.get(unit, "")
        if unit in (TITLE, SUBTITLE, REFERENCES):
            self._slots[unit] = self._words(raw, self._base_words(unit))
        elif unit and unit == owner:
            piece = self.base.pieces[unit]
            words = self._words(raw, self._base_words(unit))
            made = recast(piece, self._form(raw) or "") if self._form(raw) else piece
            home = WORKS if isinstance(piece, Work) else parent
            self._put(home, with_units(made, {unit: words}))
        elif unit and self._stands(owner) and self._has_place(owner, unit):
            self._slots[unit] = self._words(raw, self._base_words(unit))
        else:
            self._new_paragraph(raw, parent)

    def _stands(self, owner: str) -> bool:
        """Return whether the block that a title or caption belongs to is still in the draft."""
        if isinstance(self.base.pieces[owner], Exhibit | Picture):
            return owner in self._shown()
        return self.known.held(owner)

    def _has_place(self, owner: str, unit: str) -> bool:
        """Return whether a block still has the unit: a quotation made prose has no attribution."""
        made = self.made.pieces.get(owner)
        return made is None or unit in units(made)

    def _new_paragraph(self, raw: RawParagraph, parent: str) -> None:
        unit = self.known.unit(raw)
        words = self._words(raw, self._base_words(unit) if unit else ())
        if parent == WORKS:
            name = self._hand(text_of(raw))
            numbers = [w.reference.number for w in self._works()]
            reference = Reference(id=name, number=1 + max(numbers, default=0), children=words)
            self._put(WORKS, Work(id=reference_unit(name), reference=reference))
            return
        piece = Paragraph(id=self._hand(text_of(raw)), children=words)
        self._put(parent, recast(piece, self._form(raw)))

    def _works(self) -> list[Work]:
        pieces = (*self.base.pieces.values(), *self.made.pieces.values())
        return [piece for piece in pieces if isinstance(piece, Work)]

    def _hand(self, text: str) -> str:
        """Return an id for what a person added: the same for the same words, and free."""
        return free_name(text, (*self.made.pieces, *self.base.pieces))

    def _shown(self) -> set[str]:
        """Return the ids of the exhibits and pictures that are still there."""
        found = [p for block in paragraphs(self.raw.blocks) for p in block.pictures]
        return {self._known_picture(picture) for picture in found} - {""}

    def _known_picture(self, found: Found) -> str:
        """Return the id of a picture of the base: by its bookmark, its file, its words."""
        data = as_base64(self.media.get(found.target, b""))
        for piece in self.base.pieces.values():
            if isinstance(piece, Exhibit | Picture):
                same = isinstance(piece, Picture) and piece.data == data
                if mark(piece.id) in found.anchors or same:
                    return piece.id
        alts = {p.id: p.alt for p in self.base.pieces.values() if isinstance(p, Exhibit)}
        return next((key for key, alt in alts.items() if clean(alt) == found.alt), "")

    def _pictures(self, raw: RawParagraph, parent: str) -> None:
        for found in raw.pictures:
            key = self._known_picture(found)
            piece = self.base.pieces.get(key) or self._new_picture(found)
            if not isinstance(piece, Exhibit | Picture):
                self.raw.left_out["picture of a kind that we cannot show"] += 1
            elif piece.id not in self.made.pieces:
                self._put(parent, piece)
                if found.alt.strip() and fold_spaces(found.alt) != fold_spaces(clean(piece.alt)):
                    self._slots[alt_unit(piece.id)] = (Text(text=clean(found.alt)),)

    def _new_picture(self, found: Found) -> Picture | None:
        data = self.media.get(found.target, b"")
        return new_picture(self._hand(as_base64(data)), data, found.alt)

    def _flush(self, items: list[RawParagraph], parent: str) -> None:
        """Put the gathered items into their lists."""
        for key, run in self.lists.runs(items):
            piece = self.base.pieces.get(key)
            if not isinstance(piece, ListBlock) or key in self.made.pieces:
                piece = ListBlock(id=self._hand("list " + text_of(run[0])), items=())
            ordered = run[0].kind == "numbered"
            self._put(parent, piece.model_copy(update={"ordered": ordered}))
            for raw in run:
                self._put(piece.id, self._item(raw))
        for raw in items:
            self._pictures(raw, parent)
        items.clear()

    def _item(self, raw: RawParagraph) -> ListItem:
        unit = self.known.unit(raw)
        if unit and unit == self.known.owners[unit] and unit not in self.made.pieces:
            made = recast(self.base.pieces[unit], "item")
            if isinstance(made, ListItem):
                words = self._words(raw, self._base_words(unit))
                return made.model_copy(update={"children": words})
        words = self._words(raw, self._base_words(unit) if unit else ())
        return ListItem(id=self._hand(text_of(raw)), children=words)

    def _table(self, table: RawTable, parent: str) -> None:
        piece = self.known.table(table)
        if is_box(table):
            role = table.style.removeprefix(_BOX).replace(" ", "-")
            box = piece or Callout(
                id=self._hand(table_text(table)), role=_box_role(role), blocks=()
            )
            self._put(parent, box)
            self._build(inside(table), box.id)
        elif any(row.cells for row in table.rows):
            self._grid(table, piece, parent)

    def _grid(self, table: RawTable, piece: Piece | None, parent: str) -> None:
        rows = [row for row in table.rows if row.cells]
        columns: tuple[str, ...] = ()
        if isinstance(piece, Table):
            heads = {self.known.unit(cell) for cell in self.known.cells(rows[0])}
            titled = rows[0].header or any("/col" in unit for unit in heads)
            columns = self._columns(table, piece)
            piece = reshape(piece, columns, len(piece.columns)) if columns else piece
        else:
            wide = max(len(row.cells) for row in rows)
            empty = tuple(Column(title=()) for _ in range(wide))
            name = self._hand(table_text(table))
            piece, titled = Table(id=name, caption=(), columns=empty, rows=()), True
        assert isinstance(piece, Table)
        self._put(parent, piece)
        if titled:
            self._head(piece, rows.pop(0), columns)
        for row in rows:
            self._put(piece.id, self._row(row, len(piece.columns), columns))

    def _columns(self, table: RawTable, piece: Table) -> tuple[str, ...]:
        """Return the names of the columns of a table that has others than it had."""
        found = self.known.columns(table)
        if len(found) == len(piece.columns):
            return ()
        children = self.base.children.get(piece.id, ())
        rows = [row for key in children if isinstance(row := self.base.pieces[key], Row)]
        return named(found, rows)

    def _head(self, table: Table, row: RawRow, columns: tuple[str, ...]) -> None:
        for number, cell in enumerate(self.known.cells(row)[: len(table.columns)], 1):
            name = columns[number - 1] if columns else str(number)
            base = self._base_words(f"{table.id}/col{name}") if self._is_old(table, name) else ()
            self._slots[f"{table.id}/col{number}"] = self._words(cell, base)

    def _is_old(self, table: Table, name: str) -> bool:
        return f"{table.id}/col{name}" in self.known.owners

    def _row(self, row: RawRow, width: int, columns: tuple[str, ...]) -> Row:
        cells = self.known.cells(row)[:width]
        free = [key for key in self.known.around(cells, "row") if key not in self.made.pieces]
        piece = self.base.pieces.get(free[0]) if free else None
        if columns and isinstance(piece, Row):
            piece = reshape(piece, columns, len(piece.cells))
        if isinstance(piece, Row) and len(piece.cells) == width:
            old = piece.cells
            key = piece.id
        else:
            name = self._hand("row " + " ".join(map(text_of, cells)))
            old = tuple(Cell(id=f"{name}c{n}", children=()) for n in range(1, width + 1))
            key = f"row:{old[0].id}"
        made = [
            cell.model_copy(update={"children": self._words(raw, cell.children)})
            for cell, raw in zip(old, cells, strict=False)
        ]
        gone = (cell.model_copy(update={"children": ()}) for cell in old[len(made) :])
        return Row(id=key, cells=(*made, *gone))


def _box_role(name: str) -> str:
    return name if name in ("key-judgements", "bottom-line", "margin", "method") else "box"

"""A draft as found and the brief it was written from in, the brief as edited out (as a tree)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from brief.edits.pieces import recast, units, with_units
from brief.edits.readback.match import Found, Known, match, text_of
from brief.edits.readback.notes import Notes
from brief.edits.readback.raw import Raw, RawBlock, RawParagraph, RawRow, RawTable
from brief.edits.readback.rich import flatten, to_inlines
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
    Reference,
    Table,
)
from brief.model.edit import BODY, HAND, WORKS, ListItem, Piece, Row, Work
from brief.model.marks import REFERENCES, SUBTITLE, TITLE, clean, mark, reference_unit
from brief.model.plain import fold_spaces

_ROLES = ("lead", "source-line", "small", "caption")
_BOX = "brief "


@dataclass(slots=True)
class Rebuilder:
    """Puts found paragraphs and tables together as the pieces of a brief."""

    base: Tree
    raw: Raw
    levels: dict[str, int]
    """Heading id: the level it was written with."""
    shift: int
    """What to add to a level as written to have the brief's own."""
    made: Tree = field(default_factory=Tree)
    matched: int = 0
    _notes: Notes = field(init=False)
    _owners: dict[str, str] = field(init=False)
    _parents: dict[str, str] = field(init=False)
    _units: dict[int, str] = field(default_factory=dict)
    """Identity of a paragraph as found: its unit."""
    _cells: dict[tuple[int, int], RawParagraph] = field(default_factory=dict)
    """Identity of a row, column: the cell's paragraphs as one."""
    _tables: dict[int, str] = field(default_factory=dict)
    """Identity of a table as found: id of the callout or table it was."""
    _slots: dict[str, Inlines] = field(default_factory=dict)
    _section: str = BODY

    def __post_init__(self) -> None:
        """Look up what the base holds."""
        self._notes = Notes(self.base, self.raw)
        self._owners, self._parents = self.base.owners(), self.base.parents()

    def tree(self) -> Tree:
        """Return the edited brief's tree."""
        self._match()
        self._name_tables(self.raw.blocks)
        self.made.ledger = self.base.ledger
        self._build(self.raw.blocks, BODY)
        for key, piece in list(self.made.pieces.items()):
            self.made.pieces[key] = with_units(piece, self._slots)
        self.made.pieces["brief"] = with_units(self.base.front, self._slots)
        for unit in (*self.base.pieces, *self._notes.pieces):
            if unit.startswith("note:"):
                self.made.pieces[unit] = self._notes.pieces.get(unit) or self.base.pieces[unit]
        return self.made

    def _match(self) -> None:
        known = list(self._known())
        empty = {unit.unit for unit in known if not unit.text}
        names = {name: unit for unit in self._owners for name in (mark(unit), clean(unit))}
        found = [
            item
            for item in self._found(self.raw.blocks)
            if item.text or item.sort == "cell" or {names.get(n) for n in item.raw.weak} & empty
        ]
        units_found = match(found, known, names)
        self.matched = len(units_found)
        for index, unit in units_found.items():
            self._units[id(found[index].raw)] = unit

    def _known(self) -> Iterator[Known]:
        keys = ["brief", *self.base.walk(), *self.base.walk(WORKS)]
        for key in keys:
            for unit, words in units(self.base.pieces[key]).items():
                cell = isinstance(self.base.pieces[key], Row) or "/col" in unit
                text = fold_spaces(flatten(words)[0].text.replace("\ufffc", ""))
                yield Known(unit, text, "cell" if cell else "text")

    def _found(self, blocks: Iterable[RawBlock]) -> Iterator[Found]:
        for block in blocks:
            if isinstance(block, RawParagraph):
                yield Found(block, text_of(block), "text")
            elif is_box(block):
                yield from self._found(block.rows[0].cells[0])
            else:
                for row in block.rows:
                    for column, cell in enumerate(row.cells):
                        at = (id(row), column)
                        merged = self._cells.setdefault(at, _as_one(cell))
                        yield Found(merged, text_of(merged), "cell")

    def _name_tables(self, blocks: Iterable[RawBlock]) -> None:
        """Give each table as found the id of the callout or table that its words come from."""
        for block in blocks:
            if isinstance(block, RawParagraph):
                continue
            kind = "callout" if is_box(block) else "table"
            votes: Counter[str] = Counter()
            for item in self._found([block]):
                votes.update(self._around(self._units.get(id(item.raw), ""), kind))
            free = [key for key, _ in votes.most_common() if key not in self._tables.values()]
            if free and (kind == "callout" or self._same_columns(free[0], block)):
                self._tables[id(block)] = free[0]
            if kind == "callout":
                self._name_tables(block.rows[0].cells[0])

    def _around(self, unit: str, kind: str) -> list[str]:
        key = self._owners.get(unit, "")
        while key and self.base.pieces[key].kind != kind:
            key = self._parents.get(key, "")
        return [key] if key else []

    def _same_columns(self, key: str, table: RawTable) -> bool:
        piece = self.base.pieces[key]
        widest = max((len(row.cells) for row in table.rows), default=0)
        return isinstance(piece, Table) and len(piece.columns) == widest

    def _build(self, blocks: Iterable[RawBlock], parent: str) -> None:
        items: list[RawParagraph] = []
        for block in blocks:
            if isinstance(block, RawParagraph) and self._form(block) == "item":
                items.append(block)
                continue
            if isinstance(block, RawTable) or text_of(block) or block.pictures:
                self._flush(items, parent)
            if isinstance(block, RawTable):
                self._table(block, parent)
            else:
                self._pictures(block, parent)
                if text_of(block) or id(block) in self._units:
                    self._paragraph(block, parent)
        self._flush(items, parent)

    def _form(self, raw: RawParagraph) -> str:
        """Return the form of a piece that a paragraph now has; empty: as it was."""
        unit = self._units.get(id(raw), "")
        piece = self.base.pieces.get(unit)
        level = raw.kind.removeprefix("heading ") if raw.kind.startswith("heading") else ""
        if level:
            known = isinstance(piece, Heading) and self.levels.get(piece.id) == int(level)
            return "" if known else f"heading {int(level) + self.shift}"
        if raw.kind in ("bulleted", "numbered"):
            return "item" if text_of(raw) else ""
        if raw.kind == "quotation":
            return "quotation"
        if piece is not None and piece.kind in ("paragraph", "work"):
            return ""
        return f"paragraph {raw.kind if raw.kind in _ROLES else ''}".strip()

    def _words(self, raw: RawParagraph, base: Inlines) -> Inlines:
        return to_inlines(self._notes.resolve(raw.rich), base)

    def _base_words(self, unit: str) -> Inlines:
        return units(self.base.pieces[self._owners[unit]])[unit]

    def _put(self, parent: str, piece: Piece) -> None:
        self.made.pieces[piece.id] = piece
        self.made.children.setdefault(parent, []).append(piece.id)

    def _paragraph(self, raw: RawParagraph, parent: str) -> None:
        unit = self._units.get(id(raw), "")
        owner = self._owners.get(unit, "")
        if unit in (TITLE, SUBTITLE, REFERENCES):
            self._slots[unit] = self._words(raw, self._base_words(unit))
            self._section = WORKS if unit == REFERENCES else self._section
        elif unit and unit == owner:
            piece = self.base.pieces[unit]
            words = self._words(raw, self._base_words(unit))
            made = recast(piece, self._form(raw) or "") if self._form(raw) else piece
            home = WORKS if isinstance(piece, Work) else parent
            self._put(home, with_units(made, {unit: words}))
        elif unit and self._stands(owner):
            self._slots[unit] = self._words(raw, self._base_words(unit))
        else:
            self._new_paragraph(raw, parent)

    def _stands(self, owner: str) -> bool:
        """Return whether the block that a title or caption belongs to is still in the draft."""
        if owner in self._tables.values() or owner in self._units.values():
            return True
        return isinstance(self.base.pieces[owner], Exhibit) and owner in self._exhibits()

    def _new_paragraph(self, raw: RawParagraph, parent: str) -> None:
        unit = self._units.get(id(raw), "")
        words = self._words(raw, self._base_words(unit) if unit else ())
        if self._section == WORKS and parent == BODY:
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
        name = HAND + sha256(text.encode()).hexdigest()[:10]
        taken = {key.removeprefix("ref:").removeprefix("row:") for key in self.made.pieces}
        taken |= {key.removeprefix("ref:").removeprefix("row:") for key in self.base.pieces}
        number, free = 1, name
        while free in taken or f"{free}c1" in taken:
            number += 1
            free = f"{name}-{number}"
        return free

    def _exhibits(self) -> set[str]:
        pictures = [p for block in _paragraphs(self.raw.blocks) for p in block.pictures]
        return {self._exhibit(picture.anchors, picture.alt) for picture in pictures}

    def _exhibit(self, anchors: tuple[str, ...], alt: str) -> str:
        for piece in self.base.pieces.values():
            if isinstance(piece, Exhibit) and (
                mark(piece.id) in anchors or clean(piece.alt) == alt
            ):
                return piece.id
        return ""

    def _pictures(self, raw: RawParagraph, parent: str) -> None:
        for picture in raw.pictures:
            key = self._exhibit(picture.anchors, picture.alt)
            if key and key not in self.made.pieces:
                self._put(parent, self.base.pieces[key])
            elif not key:
                self.raw.odd["picture"] += 1

    def _flush(self, items: list[RawParagraph], parent: str) -> None:
        """Put the gathered items into their lists."""
        for key, run in self._runs(items):
            piece = self.base.pieces.get(key)
            if not isinstance(piece, ListBlock) or key in self.made.pieces:
                piece = ListBlock(id=self._hand("list " + text_of(run[0])), items=())
            ordered = run[0].kind == "numbered"
            self._put(parent, piece.model_copy(update={"ordered": ordered}))
            for raw in run:
                self._put(piece.id, self._item(raw))
        items.clear()

    def _runs(self, items: list[RawParagraph]) -> list[tuple[str, list[RawParagraph]]]:
        """Return items in a row by the list they came from; new ones join their neighbors.

        Not by the numbering they carry: LibreOffice hands out a new one now and then.
        """
        names = [next(iter(self._around(self._units.get(id(i), ""), "list")), "") for i in items]
        for index, name in enumerate(names):
            if name:
                last = len(names) - 1 - names[::-1].index(name)
                names[index:last] = [name] * (last - index)
        for order in (range(1, len(names)), range(len(names) - 2, -1, -1)):
            step = -1 if order.step > 0 else 1
            for index in order:
                alike = items[index].kind == items[index + step].kind
                names[index] = names[index] or (names[index + step] if alike else "")
        runs: list[tuple[str, list[RawParagraph]]] = []
        for index, (name, item) in enumerate(zip(names, items, strict=True)):
            same = index and name == names[index - 1]
            if same and (name or item.kind == items[index - 1].kind):
                runs[-1][1].append(item)
            else:
                runs.append((name, [item]))
        return runs

    def _item(self, raw: RawParagraph) -> ListItem:
        unit = self._units.get(id(raw), "")
        if unit and unit == self._owners[unit] and unit not in self.made.pieces:
            made = recast(self.base.pieces[unit], "item")
            if isinstance(made, ListItem):
                words = self._words(raw, self._base_words(unit))
                return made.model_copy(update={"children": words})
        words = self._words(raw, self._base_words(unit) if unit else ())
        return ListItem(id=self._hand(text_of(raw)), children=words)

    def _table(self, table: RawTable, parent: str) -> None:
        key = self._tables.get(id(table), "")
        piece = self.base.pieces.get(key)
        if is_box(table):
            role = table.style.removeprefix(_BOX).replace(" ", "-")
            box = piece or Callout(id=self._hand(_text(table)), role=_box_role(role), blocks=())
            self._put(parent, box)
            self._build(table.rows[0].cells[0], box.id)
        elif any(row.cells for row in table.rows):
            self._grid(table, piece, parent)

    def _grid(self, table: RawTable, piece: Piece | None, parent: str) -> None:
        rows = [row for row in table.rows if row.cells]
        if isinstance(piece, Table):
            heads = {self._units.get(id(c), "") for c in self._row_cells(rows[0])}
            titled = rows[0].header or any("/col" in unit for unit in heads)
        else:
            wide = max(len(row.cells) for row in rows)
            columns = tuple(Column(title=()) for _ in range(wide))
            name = self._hand(_text(table))
            piece, titled = Table(id=name, caption=(), columns=columns, rows=()), True
        self._put(parent, piece)
        if titled:
            self._head(piece, rows.pop(0))
        for row in rows:
            self._put(piece.id, self._row(row, len(piece.columns)))

    def _row_cells(self, row: RawRow) -> list[RawParagraph]:
        return [self._cells[id(row), column] for column in range(len(row.cells))]

    def _head(self, table: Table, row: RawRow) -> None:
        for number, cell in enumerate(self._row_cells(row), 1):
            unit = f"{table.id}/col{number}"
            base = self._base_words(unit) if unit in self._owners else ()
            self._slots[unit] = self._words(cell, base)

    def _row(self, row: RawRow, width: int) -> Row:
        cells = self._row_cells(row)[:width]
        votes = Counter(k for c in cells for k in self._around(self._units.get(id(c), ""), "row"))
        free = [key for key, _ in votes.most_common() if key not in self.made.pieces]
        piece = self.base.pieces.get(free[0]) if free else None
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
        return Row(id=key, cells=(*made, *old[len(made) :]))


def is_box(table: RawTable) -> bool:
    """Return whether a table is the frame of a callout: of one cell, and of no table style."""
    one = len(table.rows) == 1 and len(table.rows[0].cells) == 1
    return one and table.style != "brief table"


def _box_role(name: str) -> str:
    return name if name in ("key-judgements", "bottom-line", "margin", "method") else "box"


def _as_one(cell: list[RawBlock]) -> RawParagraph:
    """Return the paragraphs of a cell as one, line by line."""
    merged = RawParagraph()
    for block in _paragraphs(cell):
        if merged.rich.text and block.rich.text:
            merged.rich.add("\n", frozenset())
        merged.rich.extend(block.rich)
        merged.strong.update(block.strong)
        merged.weak += block.weak
        merged.pictures += block.pictures
    return merged


def _paragraphs(blocks: Iterable[RawBlock]) -> Iterator[RawParagraph]:
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)


def _text(table: RawTable) -> str:
    return "\n".join(text_of(paragraph) for paragraph in _paragraphs([table]))

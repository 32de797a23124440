"""A draft as found and the brief it was written from in, what each paragraph and table was out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from brief.edits.pieces import units
from brief.edits.readback.match import Found, Known, match, styled, text_of
from brief.edits.readback.raw import (
    Raw,
    RawBlock,
    RawParagraph,
    RawRow,
    RawTable,
    as_one,
    paragraphs,
)
from brief.edits.readback.rich import flatten
from brief.edits.tree import Tree
from brief.model.brief import Table
from brief.model.edit import Piece, Row
from brief.model.marks import MARGINS, alt_unit, clean, mark
from brief.model.plain import fold_spaces


@dataclass(slots=True)
class Identity:
    """Tells of each paragraph, cell and table as found which piece of the base it was."""

    base: Tree
    raw: Raw
    owners: dict[str, str] = field(init=False)
    """Unit: id of its piece."""
    matched: int = 0
    tables: dict[int, str] = field(default_factory=dict)
    """Identity of a table as found: id of the callout or table it was."""
    _parents: dict[str, str] = field(init=False)
    _units: dict[int, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    """Bookmark or tag: the unit."""
    _cells: dict[tuple[int, int], RawParagraph] = field(default_factory=dict)
    """Identity of a row, column: the cell's paragraphs as one."""

    def __post_init__(self) -> None:
        """Match all there is."""
        self.owners, self._parents = self.base.owners(), self.base.parents()
        known = list(self._known())
        empty = {unit.unit for unit in known if not unit.text}
        names = {name: unit for unit in self.owners for name in (mark(unit), clean(unit))}
        found = [
            item
            for item in self._found(self.raw.blocks)
            if item.text or item.sort == "cell" or {names.get(n) for n in item.raw.weak} & empty
        ]
        units_found = match(found, known, names)
        self.matched = len(units_found)
        for index, unit in (units_found | styled(found, known, units_found)).items():
            self._units[id(found[index].raw)] = unit
        self._name_tables(self.raw.blocks)
        self._names = names

    def joined(self) -> dict[str, str]:
        """Return for pieces that are gone the unit whose paragraph their words stand in now."""
        kept, found = set(self._units.values()), dict[str, str]()
        for raw in self.paragraphs():
            for name in raw.strong if self.unit(raw) else ():
                gone = self._names.get(name, "")
                if gone in self.base.pieces and gone not in kept:
                    found.setdefault(gone, self.unit(raw))
        return found

    def unit(self, raw: RawParagraph) -> str:
        """Return the unit that a paragraph was, empty for a new one."""
        return self._units.get(id(raw), "")

    def paragraphs(self) -> list[RawParagraph]:
        """Return all paragraphs in order, each cell of a table as one."""
        return [item.raw for item in self._found(self.raw.blocks)]

    def owner(self, raw: RawParagraph) -> str:
        """Return the id of the piece that a paragraph belonged to, empty for a new one."""
        return self.owners.get(self.unit(raw), "")

    def held(self, owner: str) -> bool:
        """Return whether a piece with words of its own, or a table, is still in the draft."""
        return owner in self.tables.values() or owner in self._units.values()

    def around(self, paragraphs: Iterable[RawParagraph], kind: str) -> list[str]:
        """Return the pieces of a kind that the paragraphs stood in, the most frequent first."""
        votes: Counter[str] = Counter()
        for raw in paragraphs:
            votes.update(self._pieces_around(self.unit(raw), kind))
        return [key for key, _ in votes.most_common()]

    def cells(self, row: RawRow) -> list[RawParagraph]:
        """Return the cells of a row, each as one paragraph."""
        return [self._cells[id(row), column] for column in range(len(row.cells))]

    def table(self, table: RawTable) -> Piece | None:
        """Return the callout or table that a table as found was."""
        return self.base.pieces.get(self.tables.get(id(table), ""))

    def _known(self) -> Iterator[Known]:
        keys = ["brief", *self.base.in_order()]
        for key in keys:
            for unit, words in units(self.base.pieces[key]).items():
                cell = isinstance(self.base.pieces[key], Row) or "/col" in unit
                text = fold_spaces(flatten(words)[0].text.replace("\ufffc", ""))
                if unit not in (*MARGINS, alt_unit(key)):
                    yield Known(unit, text, "cell" if cell else "text")

    def _found(self, blocks: Iterable[RawBlock]) -> Iterator[Found]:
        for block in blocks:
            if isinstance(block, RawParagraph):
                yield Found(block, text_of(block), "text")
            elif is_box(block):
                yield from self._found(inside(block))
            else:
                for row in block.rows:
                    for column, cell in enumerate(row.cells):
                        at = (id(row), column)
                        merged = self._cells.setdefault(at, as_one(cell))
                        yield Found(merged, text_of(merged), "cell")

    def _name_tables(self, blocks: Iterable[RawBlock]) -> None:
        """Give each table as found the id of the callout or table that its words come from."""
        for block in blocks:
            if isinstance(block, RawParagraph):
                continue
            kind = "callout" if is_box(block) else "table"
            own = (item.raw for item in self._found(_own_blocks(block)))
            free = [k for k in self.around(own, kind) if k not in self.tables.values()]
            if free and (kind == "callout" or self._keeps_columns(free[0], block)):
                self.tables[id(block)] = free[0]
            if kind == "callout":
                self._name_tables(inside(block))

    def _pieces_around(self, unit: str, kind: str) -> list[str]:
        key = self.owners.get(unit, "")  # of a work or a note that is no piece of the text
        while key in self.base.pieces and self.base.pieces[key].kind != kind:
            key = self._parents.get(key, "")
        return [key] if key in self.base.pieces else []

    def _keeps_columns(self, key: str, table: RawTable) -> bool:
        """Return whether a table is one of the base: with some of its columns, in their order."""
        piece = self.base.pieces[key]
        columns = self.columns(table)
        if isinstance(piece, Table) and len(piece.columns) == len(columns):
            return True
        known = [column for column in columns if column is not None]
        return bool(known) and known == sorted(set(known))

    def columns(self, table: RawTable) -> list[int | None]:
        """Return for each column of a table as found which of the base it was, from 0."""
        wide = max((len(row.cells) for row in table.rows), default=0)
        votes: list[Counter[int]] = [Counter() for _ in range(wide)]
        for row in table.rows:
            for number, cell in enumerate(self.cells(row)):
                piece = self.base.pieces.get(self.owner(cell))
                if isinstance(piece, Row):
                    ids = [c.id for c in piece.cells]
                    votes[number][ids.index(self.unit(cell))] += 1
        return [vote.most_common(1)[0][0] if vote else None for vote in votes]


def is_box(table: RawTable) -> bool:
    """Return whether a table is the frame of a callout: of its style, or of one cell and no other.

    Tab in its last cell gives a box of ours another row: it is a box all the same.
    """
    one = len(table.rows) == 1 and len(table.rows[0].cells) == 1
    ours = table.style.startswith("brief ") and bool(table.rows)
    return table.style != "brief table" and (one or ours)


def inside(box: RawTable) -> list[RawBlock]:
    """Return what stands in a box, row after row."""
    return [block for row in box.rows for cell in row.cells for block in cell]


def table_text(table: RawTable) -> str:
    """Return the words of a table, a line a paragraph."""
    return "\n".join(text_of(paragraph) for paragraph in paragraphs([table]))


def _own_blocks(table: RawTable) -> list[RawBlock]:
    """Return what stands in a callout's frame but not in a frame inside it; or the table itself."""
    if not is_box(table):
        return [table]
    found = inside(table)
    return [block for block in found if isinstance(block, RawParagraph) or not is_box(block)]

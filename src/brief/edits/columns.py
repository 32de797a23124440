"""A table or a row in, the same with other columns out; and which columns became which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief.edits.tree import NEW_CELL, Tree
from brief.model.brief import Cell, Column, Table
from brief.model.edit import Piece, Reshaped, Row


def reshape(piece: Piece, columns: Sequence[str], width: int) -> Piece:
    """Return a table or a row with the columns; itself when it is not as wide as it was."""
    if isinstance(piece, Table) and len(piece.columns) == width:
        heads = [Column(title=()) if c[0] == "+" else piece.columns[int(c) - 1] for c in columns]
        return piece.model_copy(update={"columns": tuple(heads)})
    if isinstance(piece, Row) and len(piece.cells) == width:
        first = NEW_CELL.sub("", piece.cells[0].id)
        cells = [
            Cell(id=f"{first}{c}", children=()) if c[0] == "+" else piece.cells[int(c) - 1]
            for c in columns
        ]
        return piece.model_copy(update={"cells": tuple(cells)})
    return piece


def reshaped(table: str, base: Tree, edited: Tree) -> Reshaped | None:
    """Return how the columns of a table were changed, as its rows tell; `None`: not at all."""
    for key in edited.children.get(table, ()):
        old, new = base.pieces.get(key), edited.pieces[key]
        if isinstance(old, Row) and isinstance(new, Row):
            known = [cell.id for cell in old.cells]
            ids = [cell.id for cell in new.cells]
            if ids == known:
                return None
            columns = [str(known.index(i) + 1) if i in known else f"+{_number(i)}" for i in ids]
            return Reshaped(id=table, width=len(known), columns=tuple(columns))
    return None


def named(found: Sequence[int | None], rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the names of columns as found: each the number of one as it was, or a new one."""
    taken = max((_number(cell.id) for row in rows for cell in row.cells), default=0)
    names: list[str] = []
    for old in found:
        taken += old is None
        names.append(f"+{taken}" if old is None else str(old + 1))
    return tuple(names)


def _number(cell: str) -> int:
    found = NEW_CELL.search(cell)
    return int(found[1]) if found else 0

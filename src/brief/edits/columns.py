"""A table or a row in, the same with other columns out; and which columns became which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brief.edits.tree import NAMES, NEW_CELL, Tree, row_name
from brief.model.brief import Cell, Column, Table
from brief.model.edit import Piece, Reshaped, Row


def reshape(piece: Piece, columns: Sequence[str], width: int) -> Piece:
    """Return a table or a row with the columns; itself when it is not as wide as it was."""
    if isinstance(piece, Table) and len(piece.columns) == width:
        heads = [Column(title=()) if c[0] == "+" else piece.columns[int(c) - 1] for c in columns]
        return piece.model_copy(update={"columns": tuple(heads)})
    if isinstance(piece, Row) and len(piece.cells) == width:
        return piece.model_copy(update={"cells": tuple(_cells(piece, columns))})
    return piece


def _cells(row: Row, columns: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of a row in other columns; the first of the machine's names the row."""
    name = row_name(row.cells) or NEW_CELL.sub("", row.cells[0].id)
    named = False
    for column in columns:
        if column[0] == "+":
            yield Cell(id=f"{name}{column}", children=())
            continue
        cell = row.cells[int(column) - 1]
        names = not named and not NEW_CELL.search(cell.id)
        yield cell.model_copy(update={"id": _naming(name, cell.id)}) if names else cell
        named = named or names


def _naming(name: str, cell: str) -> str:
    """Return the id of a cell that names its row."""
    own = _own(cell)
    return name if own == name else f"{name}{NAMES}{own}"


def _own(cell: str) -> str:
    """Return the id that a cell has in the machine's row."""
    return cell.partition(NAMES)[2] or cell


def reshaped(table: str, base: Tree, edited: Tree) -> Reshaped | None:
    """Return how the columns of a table were changed, as its rows tell; `None`: not at all.

    Of a table whose rows are all gone its heads tell.
    """
    for key in edited.children.get(table, ()):
        old, new = base.pieces.get(key), edited.pieces[key]
        if isinstance(old, Row) and isinstance(new, Row):
            known = [_own(cell.id) for cell in old.cells]
            ids = [_own(cell.id) for cell in new.cells]
            if ids == known:
                return None
            columns = [str(known.index(i) + 1) if i in known else f"+{_number(i)}" for i in ids]
            return Reshaped(id=table, width=len(known), columns=tuple(columns))
    return _by_heads(base.pieces[table], edited.pieces[table])


def _by_heads(old: Piece, new: Piece) -> Reshaped | None:
    assert isinstance(old, Table)
    assert isinstance(new, Table)
    if len(old.columns) == len(new.columns):
        return None
    free = dict(enumerate((column.title for column in old.columns), 1))
    names: list[str] = []
    for number, column in enumerate(new.columns, 1):
        known = next((key for key, title in free.items() if title == column.title != ()), 0)
        free = {key: title for key, title in free.items() if key > known}
        names.append(str(known) if known else f"+{number}")
    return Reshaped(id=old.id, width=len(old.columns), columns=tuple(names))


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

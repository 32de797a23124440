"""Font files of an institution in, what they say of themselves out; one of no use is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brief.errors import BriefError, Diagnostic, error

_SEMIBOLD = 600
"""Weight from which on a face is a bold one."""
_FORBIDDEN = 0x2
"""Bit of a font's license word that forbids to embed it."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a family."""

    families: tuple[str, ...]
    """What its family is called: a narrow or light face may count as one of its own."""
    name: str
    """PostScript name, by which a PDF names it."""
    weight: int
    italic: bool
    path: Path


def read_faces(paths: Iterable[Path]) -> tuple[Face, ...]:
    """Return the faces of font files; a `BriefError` names each file that cannot be used."""
    made: list[Face] = []
    wrong: list[Diagnostic] = []
    for path in sorted(paths):
        try:
            made.append(_face(path))
        except BriefError as problem:
            wrong += problem.diagnostics
    if wrong:
        raise BriefError(*wrong)
    return tuple(made)


def upright(faces: Sequence[Face], family: str, *, bold: bool) -> Face | None:
    """Return the face of a family that its upright text is set in, if the family is among them."""
    found = [one for one in faces if family in one.families and not one.italic]
    fitting = [one for one in found if (one.weight >= _SEMIBOLD) == bold] or found
    return min(fitting, key=lambda one: abs(one.weight - (700 if bold else 400)), default=None)


def _face(path: Path) -> Face:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            for said, hint in _unfit(font):
                raise _wrong(path, said, hint)
            table, os2 = font["name"], font["OS/2"]
            called = (table.getDebugName(number) for number in (16, 1))
            families = tuple(dict.fromkeys(one for one in called if one)) or (path.stem,)
            name = table.getDebugName(6) or path.stem
            return Face(families, name, os2.usWeightClass, bool(os2.fsSelection & 1), path)
    except (TTLibError, OSError, KeyError, AssertionError) as problem:
        hint = "Give the .ttf or .otf file that your designers use."
        raise _wrong(path, "it is no font that can be read", hint) from problem


def _unfit(font: Any) -> Iterator[tuple[str, str]]:
    if "fvar" in font:
        yield "it is a variable font", "Give a file for each face: regular, italic, bold."
    if font["OS/2"].fsType & 0xF == _FORBIDDEN:
        yield "its license forbids to embed it", "Use a font whose license allows documents."


def _wrong(path: Path, message: str, hint: str) -> BriefError:
    return error("font-wrong", str(path), f"{message}.", hint)

"""Installed font files in, the few faces we set type in out; all others are kept away.

Layout must not depend on what else a machine has installed, so fontconfig is given a list of its
own that names our faces only, before WeasyPrint (which reads it) is imported. A character that
none of them has is then found as missing, never drawn by a stranger.
"""

from __future__ import annotations

import atexit
import functools
import hashlib
import importlib.util
import os
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Literal

from brief.errors import BriefError, Diagnostic, error
from brief.model.typefaces import PACKAGES
from brief.writers.house_faces import Face, upright

Role = Literal["serif", "sans"]


_MODULES = ("font_source_serif_pro", "font_source_sans_pro")
_ROOTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)


@functools.cache
def faces() -> dict[str, Path]:
    """Return the path of each font file of ours by its name.

    Raises `BriefError` naming each file that is missing and the package that brings it.
    """
    found = _found()
    missing = [
        Diagnostic(
            code="font-missing",
            severity="error",
            place=package.files[0],
            message=f"{', '.join(absent)} not found in {', '.join(map(str, _folders()))}.",
            hint=f"Install the fonts: {package.install}",
        )
        for package in PACKAGES
        if (absent := [name for name in package.files if name not in found])
    ]
    if missing:
        raise BriefError(*missing)
    return {name: found[name] for package in PACKAGES for name in package.files}


_HOUSE: list[Face] = []
_FIRST: dict[Role, str] = {}
"""Faces of an institution's own, and the family that each role is set in: of this process, as the
list of fonts is."""


def use(house: Sequence[Face], first: Mapping[Role, str]) -> None:
    """Set in these faces too, from now on; measure each role by the family that it is set in."""
    if (list(house), dict(first)) == (_HOUSE, _FIRST):
        return
    _HOUSE[:] = house
    _FIRST.clear()
    _FIRST.update(first)
    for kept in (prepare, _advances, _all):
        kept.cache_clear()


def all_faces() -> dict[str, Path]:
    """Return the path of each font file by its name, an institution's own by PostScript name."""
    return {**faces(), **{f"{face.name}.ttf": face.path for face in _HOUSE}}


def _found() -> dict[str, Path]:
    wanted = {name for package in PACKAGES for name in package.files}
    paths = [path for folder in reversed(_folders()) for path in sorted(folder.rglob("*.tt[fc]"))]
    return {path.name: path for path in paths if path.name in wanted}


def _folders() -> list[Path]:
    """Return where to look: the packages of our environment, then the system's folders."""
    specs = [importlib.util.find_spec(name) for name in _MODULES]
    packages = [Path(spec.origin).parent / "files" for spec in specs if spec and spec.origin]
    system = [Path(root).expanduser() for root in _ROOTS]
    return [folder for folder in (*packages, *system) if folder.is_dir()]


def fontconfig(paths: Iterable[Path]) -> str:
    """Return a fontconfig file that knows these font files and no other."""
    chosen = sorted(paths)
    folders = sorted({path.parent for path in chosen})
    lines = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
        "<fontconfig>",
        *(f"<dir>{escape(str(folder), quote=False)}</dir>" for folder in folders),
        "<cachedir>/var/cache/fontconfig</cachedir>",
        '<cachedir prefix="xdg">fontconfig</cachedir>',
        "<selectfont><rejectfont><glob>*</glob></rejectfont><acceptfont>",
        *(f"<glob>{escape(str(path), quote=False)}</glob>" for path in chosen),
        "</acceptfont></selectfont>",
        "</fontconfig>",
    ]
    return "\n".join(lines) + "\n"


@functools.cache
def prepare() -> Path:
    """Point fontconfig at our faces, before WeasyPrint is first imported; again after `use`.

    Returns the configuration's path. Its name tells its content: all runs of a user share one
    file, so that a run that is killed leaves none behind.
    """
    text = fontconfig(all_faces().values())
    digest = hashlib.sha256(f"{os.getuid()}\n{text}".encode()).hexdigest()[:16]
    shared = Path(tempfile.gettempdir()) / f"brief-fonts-{digest}.conf"
    if not _holds(shared, text):
        handle, name = tempfile.mkstemp(prefix="brief-fonts-", suffix=".conf")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        shared = _moved(Path(name), shared)
    os.environ["FONTCONFIG_FILE"] = str(shared)
    return shared


def _holds(path: Path, text: str) -> bool:
    """Tell whether a file of our own holds this text: another user's may change meanwhile."""
    try:
        return path.stat().st_uid == os.getuid() and path.read_text("utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False


def _moved(made: Path, shared: Path) -> Path:
    """Return where a file is after it took its shared name, or its own, kept until the end."""
    try:
        made.replace(shared)
    except OSError:
        atexit.register(made.unlink, missing_ok=True)
        return made
    return shared


_METRICS: dict[str, tuple[str, str]] = {
    "Source Serif Pro": ("SourceSerifPro-Regular.ttf", "SourceSerifPro-Bold.ttf"),
    "Source Sans Pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"),
    "Noto Serif": ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"),
    "Noto Sans": ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
}
"""The faces that a family's upright text is set in, regular and bold."""
_SHIPPED: dict[Role, str] = {"serif": "Source Serif Pro", "sans": "Source Sans Pro"}


def _measured(role: Role, bold: bool) -> Path:
    """Return the file by which text of a role is measured."""
    family = _FIRST.get(role, _SHIPPED[role])
    if own := upright(_HOUSE, family, bold=bold):
        return own.path
    return faces()[_METRICS.get(family, _METRICS[_SHIPPED[role]])[bold]]


def text_width(text: str, role: Role = "sans", bold: bool = False) -> float:
    """Return the width of `text` in ems; a character that the face lacks counts one em."""
    advances = _advances(role, bold)
    return sum(advances.get(ord(char), 1.0) for char in text)


@functools.cache
def _advances(role: Role, bold: bool) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    with TTFont(_measured(role, bold), lazy=True) as font:
        widths, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def drawable(char: str) -> bool:
    """Return whether one of our faces has a character, or it is one that is never drawn."""
    return has_glyph(char) or unicodedata.category(char) in ("Cf", "Cc", "Zs", "Mn")


def has_glyph(char: str) -> bool:
    """Return whether one of our faces has a character."""
    known = ord(char) in _advances("serif", False) or ord(char) in _advances("sans", False)
    return known or ord(char) in _all()


@functools.cache
def _all() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    codes: set[int] = set()
    for path in all_faces().values():
        with TTFont(path, lazy=True, fontNumber=0) as font:
            codes |= font.getBestCmap().keys()
    return frozenset(codes)


def read_face(name: str) -> bytes:
    """Return the content of one of the font files; raises `KeyError` for any other."""
    return all_faces()[name].read_bytes()


def missing_glyph(codepoint: int, place: str) -> BriefError:
    """Return the error that names a character none of our fonts has, and the block it stands in."""
    return error(
        "glyph-missing",
        place,
        f"no font of ours has {chr(codepoint)!r} (U+{codepoint:04X}).",
        "Write it in letters, or add a font that has it.",
    )

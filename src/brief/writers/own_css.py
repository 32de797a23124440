"""An institution's own CSS in, what is wrong with it out, each with its line in that file.

What a page's layout complains of names a line of all rules together: it is counted back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from brief.errors import BriefError, Diagnostic
from brief.model.typefaces import ours

PLACE = "templates/house/style/brief.css"
BEGIN = f"/* {PLACE} */"
"""Stands on a line of its own before the rules."""
_APART = re.compile(r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL)
"""Comments and strings, in which a brace is none."""
_FAMILIES = re.compile(r"font-family\s*:\s*([^;{}]+)")
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "inherit", "initial", "unset"})
_AT = re.compile(r" at (\d+):\d+")
_SELECTOR = re.compile(r"selector, '(.*)'", re.DOTALL)
_INSIDE = "url() reads only what stands in it: data:image/svg+xml;base64,... for a picture."
_KNOWN = "Correct it; the documentation of WeasyPrint lists the CSS that it knows."


def check_css(text: str, families: Collection[str] = ()) -> None:
    """Raise `BriefError` for braces that do not match and for fonts that no file brings.

    `families` are those of an institution's own font files.
    """
    if found := [*_braces(text), *_fonts(text, families)]:
        raise BriefError(*found)


def _braces(text: str) -> Iterator[Diagnostic]:
    bare = _APART.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    if "</style" in text.lower():
        yield _wrong(_line(text, text.lower().index("</style")), "'</style' ends no CSS.", _KNOWN)
    opened: list[int] = []
    for found in re.finditer(r"[{}]", bare):
        if found.group() == "{":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            yield _wrong(_line(text, found.start()), "a } closes nothing.", "Take it out.")
    if opened:
        yield _wrong(_line(text, opened[-1]), "the { is not closed.", "Close it with a }.")


def _fonts(text: str, families: Collection[str]) -> Iterator[Diagnostic]:
    for found in _FAMILIES.finditer(text):
        for name in (one.strip().strip("\"'") for one in found[1].split(",")):
            known = name in _GENERIC or name in families or ours(name) or name.startswith("var(")
            if name and not known:
                hint = "Put its files, .ttf or .otf, into templates/house/fonts."
                yield _wrong(_line(text, found.start()), f"there is no font '{name}'.", hint)


def complaint(said: str, html: str, place: str) -> Diagnostic:
    """Return what the layout of a page complains of, at the line of the institution's own CSS.

    What is not of those rules is of the whole file, `place`.
    """
    line = _own_line(said, html)
    plain = " ".join(_AT.sub("", said).replace("base URI: None", "base").split())
    hint = _INSIDE if "Relative URI" in said else _KNOWN if line else ""
    if line:
        return _wrong(line, f"{plain.rstrip('.')}.", hint)
    return Diagnostic(
        code="pdf-layout", severity="error", place=place, message=f"{plain.rstrip('.')}.", hint=hint
    )


def _own_line(said: str, html: str) -> int:
    """Return the line in the institution's own CSS that a complaint is about; 0 for none."""
    start, begin = html.find("<style>"), html.find(BEGIN)
    if begin < 0:
        return 0
    own = html[begin : html.find("</style>", begin)]
    if at := _AT.search(said):
        return max(0, int(at[1]) - _line(html[start:], begin - start))
    if selector := _SELECTOR.search(said):
        wanted = re.sub(r":is\(([^()]*)\)", r"\1", selector[1]).strip()[:40].strip()
        found = own.find(wanted)
        return own.count("\n", 0, found) if wanted and found >= 0 else 0
    return 0


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _wrong(line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="style-css", severity="error", place=f"{PLACE}:{line}", message=message, hint=hint
    )

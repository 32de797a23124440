"""The fonts inside a PDF in, diagnostics out: each glyph drawn is the character it stands for.

A glyph is right when the embedded font's own character table gives it for its text; or, for
ligatures and figures in another style, when the substitution rules of our installed font lead
from the text to it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from brief.check.pdf_page import Font
from brief.model.diagnostic import Diagnostic
from brief.model.typefaces import PACKAGES, ours

ReadFace = Callable[[str], bytes]
"""Gives the content of one of the font files by its name; raises `KeyError` for any other."""
_BLANK = " \t\r\n\u00a0\u00ad\u200b\u2009\u202f\u2060\u3000"
"""Characters that draw nothing."""
_DEPTH = 4
"""Substitutions that may follow one another (a ligature of small capitals in oldstyle: three)."""


def check_glyphs(
    fonts: Mapping[str, Font], shown: Mapping[str, Iterable[int]], read_face: ReadFace | None
) -> list[Diagnostic]:
    """Return what is wrong with the fonts and glyphs of a PDF.

    `shown` has the glyphs drawn by font name. Without `read_face` ligatures and the like cannot be
    checked, and that is a note.
    """
    found: list[Diagnostic] = []
    for name, codes in shown.items():
        font = fonts.get(name)
        program = _program(font.source) if font else None
        if font is None or program is None:
            found.append(fault("font-embedded", f"font {name}", "is not embedded whole."))
            continue
        family, postscript = _names(program)
        installed = _installed(postscript, read_face)
        if not ours(family) and installed is None:
            found.append(
                fault("font-substituted", f"font {family or name}", "is none of our fonts.")
            )
        found += _check_font(font, postscript, program, sorted(set(codes)), installed)
    return found


def fault(code: str, place: str, message: str) -> Diagnostic:
    """Return what is wrong with a finished PDF, at a place in it."""
    return Diagnostic(code=code, severity="error", place=place, message=message)


def _program(font: Any) -> Any | None:
    """Return the embedded font program, read by fontTools; none that it cannot read."""
    from fontTools.ttLib import TTFont, TTLibError

    descendants = font.get("/DescendantFonts")
    descriptor = (descendants[0] if descendants is not None else font).get("/FontDescriptor")
    for key in ("/FontFile2", "/FontFile3"):
        if descriptor is not None and key in descriptor:
            with suppress(TTLibError):
                return TTFont(io.BytesIO(descriptor[key].read_bytes()), lazy=True)
    return None


def _names(program: Any) -> tuple[str, str]:
    """Return the family and the full name of a font; other programs embed it without them."""
    if "name" not in program:
        return "", ""
    table = program["name"]
    family = table.getDebugName(16) or table.getDebugName(1) or ""
    return family, table.getDebugName(6) or ""


def _check_font(
    font: Font, postscript: str, program: Any, codes: list[int], installed: Any | None
) -> list[Diagnostic]:
    cmap = program.getBestCmap() or {}
    order = program.getGlyphOrder()
    odd: list[tuple[int, str]] = []
    found: list[Diagnostic] = []
    for code in codes:
        text = font.chars.get(code, "")
        if code == 0 or code >= len(order):
            shown = " ".join(f"{char!r} (U+{ord(char):04X})" for char in text)
            said = f"no glyph for {shown or f'code {code}'}."
            found.append(fault("glyph-missing", f"font {postscript}", said))
        elif not text:
            found.append(fault("glyph-unmapped", f"font {postscript}", f"glyph {code} is no text."))
        elif not (len(text) == 1 and cmap.get(ord(text)) == order[code]):
            odd.append((code, text))
    return [
        *found,
        *_check_shapes(program, installed, font.chars, codes, postscript),
        *_check_odd(odd, postscript, installed),
    ]


def _check_shapes(
    program: Any, installed: Any | None, chars: Mapping[int, str], codes: list[int], postscript: str
) -> Iterator[Diagnostic]:
    """Yield glyphs that are drawn otherwise than in the installed font, or not at all."""
    drawn, order = program.getGlyphSet(), program.getGlyphOrder()
    model = installed.getGlyphSet() if installed is not None else None
    for code in codes:
        text = chars.get(code, "")
        if not 0 < code < len(order) or not text.strip(_BLANK):
            continue
        shape = outline_of(drawn, order[code])
        if not shape:
            said = f"glyph {code}, {text!r}, draws nothing."
            yield fault("glyph-missing", f"font {postscript}", said)
        elif model is not None and order[code] in model and shape != outline_of(model, order[code]):
            said = f"glyph {code} does not have the shape of {text!r}."
            yield fault("glyph-wrong", f"font {postscript}", said)


def outline_of(glyphs: Any, name: str) -> list[Any]:
    """Return what draws a glyph, its parts put together; nothing for a blank one."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return list(pen.value)


def _check_odd(
    odd: list[tuple[int, str]], postscript: str, installed: Any | None
) -> list[Diagnostic]:
    if not odd:
        return []
    if installed is None:
        return [
            Diagnostic(
                code="glyph-unchecked",
                severity="note",
                place=f"font {postscript}",
                message=f"{len(odd)} ligatures and other forms were not checked.",
                hint="Install the font to check them.",
            )
        ]
    rules = _Substitutions(installed)
    return [
        fault("glyph-wrong", f"font {postscript}", f"glyph {code} is not {text!r}.")
        for code, text in odd
        if rules.order[code] not in rules.reach(text)
    ]


def _installed(postscript: str, read_face: ReadFace | None) -> Any | None:
    """Return the installed font of that PostScript name."""
    from fontTools.ttLib import TTCollection, TTFont

    names = [name for package in PACKAGES for name in package.files]
    if read_face is None:
        return None
    if f"{postscript}.ttf" in names:
        return TTFont(io.BytesIO(read_face(f"{postscript}.ttf")), lazy=True)
    family, _, style = postscript.partition("CJK")
    collection = f"{family}CJK-{style.rpartition('-')[2]}.ttc"
    if collection not in names:
        with suppress(KeyError):  # a face of an institution's own
            return TTFont(io.BytesIO(read_face(f"{postscript}.ttf")), lazy=True)
        return None
    fonts = TTCollection(io.BytesIO(read_face(collection)), lazy=True).fonts
    return next((font for font in fonts if _names(font)[1] == postscript), None)


class _Substitutions:
    """The substitution rules of a font, without their conditions: what a text may look like."""

    def __init__(self, font: Any) -> None:
        self.order = font.getGlyphOrder()
        self._cmap = font.getBestCmap()
        self._single: dict[str, set[str]] = {}
        self._ligatures: list[tuple[tuple[str, ...], str]] = []
        for subtable in _subtables(font):
            self._add(subtable)

    def _add(self, subtable: Any) -> None:
        if hasattr(subtable, "alternates"):
            for glyph, others in subtable.alternates.items():
                self._single.setdefault(glyph, set()).update(others)
        elif hasattr(subtable, "ligatures"):
            self._ligatures += [
                ((first, *ligature.Component), ligature.LigGlyph)
                for first, ligatures in subtable.ligatures.items()
                for ligature in ligatures
            ]
        elif hasattr(subtable, "mapping"):
            for glyph, others in subtable.mapping.items():
                values = [others] if isinstance(others, str) else others
                self._single.setdefault(glyph, set()).update(values)

    def reach(self, text: str) -> set[str]:
        """Return the glyphs that `text` may be drawn with."""
        glyphs = {self._cmap[ord(char)] for char in text if ord(char) in self._cmap}
        for _ in range(_DEPTH):
            more = {other for glyph in glyphs for other in self._single.get(glyph, ())}
            more |= {whole for parts, whole in self._ligatures if glyphs.issuperset(parts)}
            glyphs = glyphs | more
        return glyphs


def _subtables(font: Any) -> Iterator[Any]:
    if "GSUB" not in font:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)

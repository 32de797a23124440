"""A draft and the same brief drafted again in; where words are set otherwise than we set them, out.

Every word processor writes styles and parts its own way. So each setting is followed to where it
comes from (the run, its style, the paragraph, its list, its style, the defaults), and what is in
force in the one is compared with what is in force in the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import repeat
from typing import Any, NamedTuple

from brief.check.outline import levels, sign_of
from brief.check.package import DOCUMENT, FOOTNOTES, FOR_OLD, STYLES, WP, A, Parts, W
from brief.check.places import short
from brief.check.word import is_on, is_raised_link, setting, unit_names, unit_of

Look = dict[str, str]

_NEAR = 12
"""Twips by which programs round what they save."""
_ROUNDED = 0.01
"""Part of the size of a picture by which they do."""
_LETTERS: dict[str, tuple[str, str]] = {
    "font": ("rFonts", "ascii"),
    "size": ("sz", "val"),
    "color": ("color", "val"),
    "language": ("lang", "val"),
    "underline": ("u", "val"),
    "marker": ("highlight", "val"),
    "height": ("vertAlign", "val"),
    "ground of the words": ("shd", "fill"),
    "emphasis": ("em", "val"),
    "animation": ("effect", "val"),
    "frame": ("bdr", "val"),
}
"""Settings of letters by the element and attribute that hold them."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FORMS = frozenset({"ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts"})
"""Forms of letters, in the newer settings of Word; all others are effects."""
_BREAKS = "a page of its own"
_SWITCHES = {
    "bold": "b", "italics": "i", "capitals": "caps", "small capitals": "smallCaps",
    "outline": "outline", "shadow": "shadow", "emboss": "emboss", "imprint": "imprint",
}  # fmt: skip
_LINES: dict[str, tuple[tuple[str, str], ...]] = {
    "alignment": (("jc", "val"),),
    "indent": (("ind", "left"), ("ind", "start")),
    "right indent": (("ind", "right"), ("ind", "end")),
    "space above": (("spacing", "before"),),
    "space below": (("spacing", "after"),),
    "line spacing": (("spacing", "line"),),
    "ground": (("shd", "fill"),),
    "level": (("outlineLvl", "val"),),
    "direction": (("textDirection", "val"),),
    **{f"border {side}": ((f"pBdr/{side}", "val"),) for side in ("top", "bottom", "left", "right")},
}
"""Settings of paragraphs in the same way; some have two names."""
_PAGE = (
    *(("pgSz", side) for side in ("w", "h")),
    *(("pgMar", side) for side in ("top", "bottom", "left", "right", "header", "footer")),
    ("cols", "num"), ("vAlign", "val"), ("textDirection", "val"), ("lnNumType", "countBy"),
    ("pgNumType", "start"), *((f"pgBorders/{side}", "val") for side in ("top", "left")),
)  # fmt: skip
_PLAIN = {"cols": "1", "vAlign": "top", "textDirection": "lrTb"}
"""What holds for a page where nothing is said."""
_USUAL = {
    "alignment": "left", "underline": "none", "marker": "none", "height": "baseline",
    "color": "auto", "ground": "auto", "ground of the words": "auto", "level": "9",
    "effects": "none", "emphasis": "none", "animation": "none", "frame": "none",
    "direction": "lrTb",
    **{f"border {side}": "none" for side in ("top", "bottom", "left", "right")},
    **dict.fromkeys((*_SWITCHES, _BREAKS), "off"),
    **dict.fromkeys(("indent", "right indent", "space above", "space below"), "0"),
}  # fmt: skip
"""What is in force where nothing is said."""
_SAME = {
    "nil": "none",
    "start": "left",
    "end": "right",
    "both": "justified",
    "distribute": "justified",
}


class _Style(NamedTuple):
    base: str
    look: Look
    listed: str
    """Number of the list that its paragraphs are items of; empty for none."""


def set_otherwise(held: Parts, wanted: Parts, units: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield place and difference of what is set otherwise: the first place for each difference."""
    yield from _pages(held, wanted)
    yield from _pictures(held, wanted)
    ours, theirs = (dict(_Sheet(parts).places(units)) for parts in (held, wanted))
    found: dict[tuple[str, str, str], list[str]] = {}
    for place in [one for one in theirs if one in ours]:
        for name, one, other in _differences(ours[place], theirs[place]):
            found.setdefault((name, one, other), []).append(place)
    for (name, one, other), places in found.items():
        more = f", and at {len(places) - 1} more places" if len(places) > 1 else ""
        said = f"it has “{short(one or 'none')}”, and we wrote “{short(other or 'none')}”{more}."
        yield f"block {places[0]} ({name})", said


def _pages(held: Parts, wanted: Parts) -> Iterator[tuple[str, str]]:
    """Yield size, edges and columns of the pages that differ."""
    ours, theirs = (list(parts.tree(DOCUMENT).iter(f"{W}sectPr")) for parts in (held, wanted))
    for one, other in ((one, theirs[-1]) for one in ours if theirs):
        for element, side in _PAGE:
            found, true = (setting(each, element, side) for each in (one, other))
            usual = _PLAIN.get(element, "" if element not in ("pgSz", "pgMar") else found or true)
            if not _alike(side, found or usual, true or usual):
                name = f"{element.removeprefix('pg').lower()}, {side}"
                yield f"pages ({name})", f"it has “{found}”, and we wrote “{true}”."


def _pictures(held: Parts, wanted: Parts) -> Iterator[tuple[str, str]]:
    """Yield the pictures that are wider or lower than we drew them."""
    ours, theirs = (
        [
            tuple(int(one.get(side, "1")) for side in ("cx", "cy"))
            for one in parts.tree(DOCUMENT).iter(f"{WP}extent")
        ]
        for parts in (held, wanted)
    )
    for n, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
        if any(abs(a - b) > b * _ROUNDED for a, b in zip(one, other, strict=True)):
            yield f"picture {n} (size)", "it is not as large as we drew it."


def _differences(held: list[Look], wanted: list[Look]) -> Iterator[tuple[str, str, str]]:
    """Yield name and both values of what differs most in a place's looks, letter by letter."""
    for name in dict.fromkeys(name for look in (*wanted, *held) for name in look):
        pairs = Counter(
            (one.get(name, ""), other.get(name, ""))
            for one, other in zip(held, wanted, strict=False)
        )
        differing = [pair for pair in pairs if not _alike(name, *pair)]
        if differing:
            yield name, *max(differing, key=lambda pair: pairs[pair])


def _alike(name: str, one: str, other: str) -> bool:
    digits = [part.removeprefix("-").isdecimal() for part in (one, other)]
    if all(digits) and name not in _LETTERS and name not in ("num", "level"):
        return abs(int(one) - int(other)) <= _NEAR
    return one.casefold() == other.casefold()


class _Sheet:
    """The styles, lists and defaults of a draft."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        root = parts.tree(STYLES)
        styles = list(root.iter(f"{W}style")) if root is not None else []
        self._styles = {
            one.get(f"{W}styleId", ""): _Style(
                setting(one, "basedOn"),
                _letters(one.find(f"{W}rPr")) | _lines(one.find(f"{W}pPr")),
                setting(one, "pPr/numPr/numId"),
            )
            for one in styles
        }
        usual = (one for one in styles if one.get(f"{W}default") in ("1", "true", "on"))
        named = {one.get(f"{W}type", ""): one.get(f"{W}styleId", "") for one in usual}
        self._paragraph = named.get("paragraph", "")
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        letters, lines = (
            defaults.find(f"{W}{kind}Default/{W}{kind}") if defaults is not None else None
            for kind in ("rPr", "pPr")
        )
        self._themed = dict(_themed(parts))
        self._items = {key: _item(level) for key, level in levels(parts)}
        self._usual = {**_USUAL, **_letters(letters), **_lines(lines)}

    def places(self, units: Collection[str]) -> Iterator[tuple[str, list[Look]]]:
        """Yield each place with the look of each of its letters, that of its paragraph in it."""
        names = unit_names(units)
        found: dict[str, list[Look]] = {}
        for part in (DOCUMENT, FOOTNOTES):
            root = self._parts.tree(part)
            for paragraph in root.iter(f"{W}p") if root is not None else ():
                if unit := unit_of(paragraph, names):
                    found.setdefault(unit, []).extend(self._looks(paragraph))
        yield from found.items()

    def _looks(self, paragraph: Any) -> Iterator[Look]:
        whole = self._of_paragraph(paragraph)
        for run in paragraph.iter(f"{W}r"):
            mine = whole | self._of_run(run)
            mine["font"] = self._themed.get(mine.get("font", "")[:5], mine.get("font", ""))
            for text in run.iter(f"{W}t"):
                if not any(True for _ in text.iterancestors(FOR_OLD)):
                    yield from repeat(mine, len("".join((text.text or "").split())))

    def _of_paragraph(self, paragraph: Any) -> Look:
        """Return what is in force in a paragraph before a run says otherwise."""
        own = paragraph.find(f"{W}pPr")
        look, listed = {**self._usual}, ""
        for one in self._chain(setting(own, "pStyle") or self._paragraph):
            look |= one.look
            listed = one.listed or listed
        item = setting(own, "numPr/numId") or listed, setting(own, "numPr/ilvl") or "0"
        look |= _lines(own) | self._items.get(item, {})
        if any(one.get(f"{W}type") == "page" for one in paragraph.iter(f"{W}br")):
            look[_BREAKS] = "on"
        return look

    def _of_run(self, run: Any) -> Look:
        """Return what a run and its style set.

        LibreOffice gives a note mark that is a link the style of links once it is saved again, and
        shows it as a mark: that style is left aside.
        """
        own = run.find(f"{W}rPr")
        style = "" if is_raised_link(run) else setting(own, "rStyle")
        look: Look = {}
        for one in self._chain(style):
            look |= one.look
        return look | _letters(own)

    def _chain(self, style: str) -> list[_Style]:
        """Return a style and those it is built on, the first first."""
        found: list[_Style] = []
        while style in self._styles and len(found) < len(self._styles):
            found.append(self._styles[style])
            style = found[-1].base
        return found[::-1]


def _letters(look: Any) -> Look:
    """Return the settings of letters that an element makes."""
    if look is None:
        return {}
    found = {name: setting(look, *where) for name, where in _LETTERS.items()}
    made = {name: value for name, value in found.items() if value}
    for name, tag in _SWITCHES.items():
        if look.find(f"{W}{tag}") is not None:
            made[name] = "on" if is_on(look, tag) else "off"
    effects = [one.tag.removeprefix(_W14) for one in look.iterchildren(f"{_W14}*")]
    if shown := sorted({*effects} - _FORMS):
        made["effects"] = ", ".join(shown)
    if theme := setting(look, "rFonts", "asciiTheme"):
        made["font"] = theme
    return made


def _lines(look: Any) -> Look:
    """Return the settings of a paragraph that an element makes."""
    made: Look = {}
    if look is not None and look.find(f"{W}pageBreakBefore") is not None:
        made[_BREAKS] = "on" if is_on(look, "pageBreakBefore") else "off"
    for name, ways in _LINES.items():
        for way in ways:
            if value := setting(look, *way):
                made[name] = _SAME.get(value, value)
    return made


def _themed(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the fonts of the theme by the begin of the names under which runs ask for them."""
    if theme := next((name for name in parts if name.startswith("word/theme/")), ""):
        for kind in ("major", "minor"):
            for font in parts.tree(theme).iter(f"{A}{kind}Font"):
                yield from ((kind, one.get("typeface", "")) for one in font.iter(f"{A}latin"))


def _item(level: Any) -> Look:
    """Return the sign of a list's level, and where it and its words stand."""
    aside = setting(level, "pPr/ind", "left") or setting(level, "pPr/ind", "start")
    hangs = setting(level, "pPr/ind", "hanging")
    return {"sign": sign_of(level), "indent of items": aside or "0", "room of the sign": hangs}

"""The parts of a draft in; what its text does not tell of how it is read, out.

Words that nobody sees, words struck out, fields that change by themselves, and content that is no
text at all: whichever program saved the draft, each is looked for in the words it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from brief.check.package import FOR_OLD, MC, W
from brief.check.word import is_on, setting
from brief.model.plain import fold_spaces

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TINY, _NARROW, _LOW, _AWAY = 8, 33, 60, 60
"""Half points of a size, percent of a width, twips of a row and half points off the line at which
words cannot be read any more."""
_BESIDE = 7200
"""Twips of an indent that leaves no room for words, or sets them beside the page."""
_STYLE = f"{W}style"
DRAWN = (f"{W}pict", f"{W}drawing", f"{W}object")
_HIDDEN = "words that are not seen"
_STRUCK = "words that are struck out"
_PALE, _DARK = 0xE0, 0x60
"""Each part of a color at least this light is not seen on paper, of a ground at most this dark
hides words of ours."""
_GROUNDS = frozenset(
    {"black", "darkBlue", "darkGreen", "darkMagenta", "darkRed", "darkGray", "blue"}
)
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NO_TEXT = (
    f"{W}altChunk",
    f"{W}dataBinding",
    f"{_W15}dataBinding",
    f"{_M}oMath",
    f"{W}subDoc",
)
_IN_RUNS = frozenset(
    {
        *("rPr", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"),
        *("fldChar", "instrText", "delText", "delInstrText", "drawing", "pict"),
        *("footnoteReference", "endnoteReference", "commentReference", "annotationRef"),
    }
)
"""What runs of text hold: words, breaks, fields, marks, and pictures, which are told elsewhere."""
_IN_NOTES = frozenset({"footnoteRef", "endnoteRef", "separator", "continuationSeparator"})
_AROUND = {f"{MC}Choice", FOR_OLD} | {f"{W}{name}" for name in (
    "document", "body", "footnotes", "footnote", "endnotes", "endnote", "comments", "comment",
    "tbl", "tr", "tc", "p", "r", "hyperlink", "fldSimple", "bdo", "dir", "smartTag",
    "sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo",
)}  # fmt: skip
"""What every program looks into for words."""
_CONTROLS = ("dropDownList", "comboBox", "date", "docPartObj", "docPartList", "citation",
             "bibliography", "picture", "showingPlcHdr")  # fmt: skip
"""Kinds of content controls that put words of their own in place of those they hold."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LINK = "HYPERLINK"
_PAGES = ("PAGE", "NUMPAGES")
"""Fields that our heads and feet hold."""
_SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbats|marlett", re.IGNORECASE)
_LIGHT = frozenset({"background1", "background2", "light1", "light2", "bg1", "bg2", "lt1", "lt2"})
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FITTED = 200
"""Twips of a width into which no words go."""
_CLOSE = -60
"""Twentieths of a point between letters at which they lie on each other."""


def veiled(
    roots: Iterable[Any], styles: Any | None, margins: Iterable[Any]
) -> Mapping[str, list[str]]:
    """Return such places by what they are, with the words there; nothing in a draft of ours.

    `styles`, where there are any, may hide words too; `margins`, the heads and feet, hold words
    alone.
    """
    found: dict[str, list[str]] = {}
    hiding, striking = _with_look(styles, _unseen), _with_look(styles, _is_struck)
    for root in roots:
        struck = ((_STRUCK, words) for words in _styled(root, striking))
        for name, words in (*_of(root), *_set_away(root, hiding), *struck, *_dropped(root)):
            found.setdefault(name, []).append(words)
    for margin in margins:
        for node in margin.iter(*DRAWN):
            found.setdefault("a drawing in a head or foot", []).append(node.tag.rpartition("}")[2])
        for words in fields(margin):
            if words.upper().partition(" ")[0] not in _PAGES:
                found.setdefault("a field in a head or foot", []).append(words)
    return found


def _with_look(styles: Any, has: Callable[[Any], bool]) -> frozenset[str]:
    """Return the ids of the styles whose letters have a look; empty for those of all words.

    Styles that are built on one of them count.
    """
    if styles is None:
        return frozenset()
    looks = [
        (one.get(f"{W}styleId", ""), look)
        for one in styles.iter(_STYLE)
        for look in (*one.iterfind(f"{W}rPr"), *one.iterfind(f"{W}tblStylePr/{W}rPr"))
    ]
    looks.append(("", styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
    found = {key for key, look in looks if look is not None and has(look)}
    bases = {one.get(f"{W}styleId", ""): setting(one, "basedOn") for one in styles.iter(_STYLE)}
    while more := {key for key, base in bases.items() if base and base in found} - found:
        found |= more
    return frozenset(found)


def _set_away(root: Any, hiding: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that their style or the setting of their paragraph hides."""
    yield from ((_HIDDEN, words) for words in _styled(root, hiding))
    for paragraph in root.iter(f"{W}p"):
        if (text := _text(paragraph)) and _is_away(paragraph.find(f"{W}pPr")):
            yield _HIDDEN, text
    for ground in root.iter(f"{W}background"):
        yield "a ground of the page", str(ground.get(f"{W}color", ""))


def _styled(root: Any, styles: frozenset[str]) -> Iterator[str]:
    """Yield the words of paragraphs, runs and tables that have one of the styles."""
    for tag, path in (("p", "pPr/pStyle"), ("r", "rPr/rStyle"), ("tbl", "tblPr/tblStyle")):
        for node in root.iter(f"{W}{tag}") if styles else ():
            everywhere = tag == "p" and "" in styles
            if (everywhere or setting(node, path) in styles - {""}) and (text := _text(node)):
                yield text


def _dropped(root: Any) -> Iterator[tuple[str, str]]:
    """Yield words that stand in an element which programs may pass over, words and all."""
    for text in root.iter(f"{W}t"):
        if text.text and not all(map(_is_open, text.iterancestors())):
            yield _HIDDEN, fold_spaces(text.text)


def _is_open(node: Any) -> bool:
    """Tell whether every program shows the words in an element, or others that say the same."""
    if node.tag != f"{MC}AlternateContent":
        return node.tag in _AROUND
    forms = {_text(one) for one in node}
    return len(forms) == 1 and node.find(FOR_OLD) is not None


def _is_struck(look: Any) -> bool:
    return is_on(look, "strike") or is_on(look, "dstrike")


def _is_away(look: Any) -> bool:
    """Tell whether a paragraph stands beside the page, has no height, or hides itself."""
    if look is None:
        return False
    line = _whole(setting(look, "spacing", "line"))
    exact = setting(look, "spacing", "lineRule") == "exact"
    low = exact and line is not None and line <= _LOW
    sides = ("left", "right", "start", "end", "firstLine")
    far = any(abs(_whole(setting(look, "ind", side)) or 0) >= _BESIDE for side in sides)
    own = look.find(f"{W}rPr")
    return low or far or (own is not None and is_on(own, "specVanish"))


def _of(root: Any) -> Iterator[tuple[str, str]]:
    for run in root.iter(f"{W}r"):
        look, text = run.find(f"{W}rPr"), _text(run)
        if look is not None and text:
            if _unseen(look):
                yield _HIDDEN, text
            elif _is_struck(look):
                yield _STRUCK, text
    for row in root.iter(f"{W}tr"):
        look = row.find(f"{W}trPr")
        if look is not None and (is_on(look, "hidden") or _is_low(look)):
            yield _HIDDEN, _text(row)
    for cell in root.iter(f"{W}tc"):
        if (_is_merged(cell) or _is_narrow(cell)) and (text := _text(cell)):
            yield _HIDDEN, text
    for table in root.iter(f"{W}tblPr"):
        places = (("tblInd", "w"), ("tblpPr", "tblpX"), ("tblpPr", "tblpY"))
        if any(abs(_whole(setting(table, *one)) or 0) >= _BESIDE for one in places):
            yield _HIDDEN, _text(table.getparent())
    for frame in root.iter(f"{W}framePr"):
        if text := _text(frame.getparent().getparent()):
            yield "words in a frame", text
    yield from _no_text(root)
    for words in fields(root):
        if not words.upper().startswith(_LINK):
            yield "a field that changes", words
    for words in _turned(root):
        yield "words that run backwards", words
    for ground in root.iter(f"{W}tcPr", f"{W}pPr"):
        if _is_dark(ground) and (text := _text(ground.getparent())):
            yield _HIDDEN, text


def _no_text(root: Any) -> Iterator[tuple[str, str]]:
    """Yield content that is no text, and controls that change what they hold."""
    known = _IN_RUNS if root.tag == f"{W}document" else _IN_RUNS | _IN_NOTES
    odd = [child for run in root.iter(f"{W}r") for child in run.iterchildren(f"{W}*")]
    odd = [one for one in odd if one.tag.removeprefix(W) not in known]
    for node in (*root.iter(*_NO_TEXT), *odd):
        yield "content that is no text", node.tag.rpartition("}")[2]
    for look in root.iter(f"{W}sdtPr"):
        for kind in (kind for kind in _CONTROLS if look.find(f"{W}{kind}") is not None):
            yield "a control that changes its words", f"{kind} {_text(look.getparent())}"
        if name := setting(look, "alias"):
            yield "what a control is called", name


def _turned(root: Any) -> Iterator[str]:
    """Yield words of no script that runs from right to left, which are set as if they were."""
    for node in root.iter(f"{W}bdo", f"{W}dir"):
        if node.get(f"{W}val") == "rtl" and (text := _text(node)):
            yield text
    for look in root.iter(f"{W}rPr", f"{W}pPr"):
        text = _text(look.getparent())
        turned = is_on(look, "rtl" if look.tag == f"{W}rPr" else "bidi")
        if turned and text and not _RIGHT_TO_LEFT.search(text):
            yield text


def _is_merged(cell: Any) -> bool:
    """Tell whether a cell is a part of the one above it, whose words alone are shown."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _is_narrow(cell: Any) -> bool:
    wide = _whole(setting(cell, "tcPr/tcW", "w"))
    return setting(cell, "tcPr/tcW", "type") == "dxa" and wide is not None and wide <= _FITTED


def _text(node: Any) -> str:
    return fold_spaces("".join(t.text or "" for t in node.iter(f"{W}t")))


def _whole(value: str) -> int | None:
    return int(value) if value.removeprefix("-").isdecimal() else None


def _unseen(look: Any) -> bool:
    names = ("sz", "w", "position", "spacing", "fitText")
    size, wide, off, space, fitted = (_whole(setting(look, name)) for name in names)
    return (
        is_on(look, "vanish")
        or is_on(look, "webHidden")
        or (size is not None and size <= _TINY)
        or (wide is not None and wide <= _NARROW)
        or (off is not None and abs(off) >= _AWAY)
        or (space is not None and space <= _CLOSE)
        or (fitted is not None and fitted <= _FITTED)
        or _is_pressed(look)
        or _is_pale(look)
        or _on_dark(look)
        or _is_no_letter(look)
    )


def _is_pressed(look: Any) -> bool:
    """Tell whether words are set two lines in one, or turned, as East Asian ones may be."""
    layout = look.find(f"{W}eastAsianLayout")
    return layout is not None and any(
        layout.get(f"{W}{name}", "0") not in ("0", "false", "off") for name in ("combine", "vert")
    )


def _is_pale(look: Any) -> bool:
    value = _color(setting(look, "color"))
    light = setting(look, "color", "themeColor") in _LIGHT
    return light or (value is not None and min(value) >= _PALE)


def _on_dark(look: Any) -> bool:
    return setting(look, "highlight") in _GROUNDS or _is_dark(look)


def _is_dark(look: Any) -> bool:
    """Tell whether a ground is dark; a pattern shows its own color over that of the ground."""
    plain = setting(look, "shd") in ("", "clear", "nil")
    shown = (
        _color(setting(look, "shd", name)) for name in ("fill", *(() if plain else ("color",)))
    )
    return any(one is not None and max(one) <= _DARK for one in shown)


def _is_no_letter(look: Any) -> bool:
    """Tell whether words are set in a font of signs, or have no fill that is seen."""
    fonts = look.find(f"{W}rFonts")
    named = " ".join(map(str, fonts.attrib.values())) if fonts is not None else ""
    fills = look.iterfind(f"{_W14}textFill//*")
    return any(map(_is_clear, fills)) or _SYMBOLS.search(named) is not None


def _is_clear(fill: Any) -> bool:
    """Tell whether a part of a fill is none, pale or transparent."""
    name, value = fill.tag.removeprefix(_W14), fill.get(f"{_W14}val", "")
    color = _color(value) if name == "srgbClr" else None
    pale = color is not None and min(color) >= _PALE
    return name in ("noFill", "alpha") or (name == "schemeClr" and value in _LIGHT) or pale


def _color(value: str) -> bytes | None:
    try:
        return bytes.fromhex(value) if len(value) == 6 else None
    except ValueError:
        return None


def _is_low(look: Any) -> bool:
    value = setting(look, "trHeight")
    exact = setting(look, "trHeight", "hRule") == "exact"
    return exact and value.isdecimal() and int(value) <= _LOW


def fields(root: Any) -> Iterator[str]:
    """Yield the instruction of each field, however it is written."""
    yield from (code for _, code in coded(root))


def coded(root: Any) -> Iterator[tuple[Any, str]]:
    """Yield the instruction of each field with the element that ends it, in their order."""
    open_: list[list[str]] = []
    last = None
    for node in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        last = node
        kind = node.get(f"{W}fldCharType")
        if node.tag == f"{W}fldSimple":
            yield node, str(node.get(f"{W}instr", "")).strip()
        elif kind == "begin":
            open_.append([])
        elif kind == "end" and open_:
            yield node, "".join(open_.pop()).strip()
        elif kind is None and open_:
            open_[-1].append(node.text or "")
    yield from ((last, "".join(words).strip()) for words in open_)

"""The parts of a draft in; what a reader sees of how they are put together, by place, out.

Order, headings, notes, signs of lists, pictures, properties, and what is fetched from outside or
run: each as any word processor keeps it on saving, however it writes the parts.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from brief.check.package import DOCUMENT, FOR_OLD, STYLES, WP, A, Parts, R, W
from brief.check.veiled import DRAWN, coded
from brief.check.wiring import targets
from brief.check.word import is_deleted, setting, unit_names, unit_of
from brief.model.marks import EVIDENCE_AUTHOR
from brief.model.plain import fold_spaces

_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SHAPES = (
    "urn:schemas-microsoft-com:vml",
    "http://schemas.microsoft.com/office/word/2010/wordprocessing",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
)
"""Begins of the namespaces of what is drawn over a page: a draft of ours holds pictures alone."""
_RUN = re.compile(r"vbaProject|activeX|embeddings/|\.bin$|\.exe$", re.IGNORECASE)
_MAIN = "/officeDocument"
COMMENTS = "word/comments.xml"
COMMENT = " (comment)"
"""How the places end at which a comment of ours gives evidence."""
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_LINK = re.compile(r'HYPERLINK\s+"?([^"\\\s][^"\s]*)', re.IGNORECASE)
_FIELDS = (f"{W}fldSimple", f"{W}fldChar")
_TOLD = ("tblCaption", "tblDescription")
_ROUNDED = 0.01
"""Part of the size of a picture by which programs round it."""
_TINY = 360_000
"""A centimeter: no chart is as low."""


def outline(parts: Parts, units: Collection[str]) -> dict[str, str]:
    """Return what a draft shows beside its words by place; `units` are the ids of its places."""
    document = parts.tree(DOCUMENT)
    return {
        **dict(_signs(document, parts, unit_names(units))),
        **dict(_notes(document, parts)),
        **dict(_pictures(document)),
        **dict(_links(parts)),
        **dict(_tables(document)),
        **dict(_drawn(parts)),
        **dict(_properties(parts)),
        **dict(_outside(parts)),
    }


def order(parts: Parts, units: Collection[str]) -> list[str]:
    """Return the ids of a draft's places in their order."""
    names = unit_names(units)
    found = (unit_of(one, names) for one in parts.tree(DOCUMENT).iter(f"{W}p"))
    return list(dict.fromkeys(unit for unit in found if unit))


# Paragraphs


def _signs(document: Any, parts: Parts, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the level of each heading, the sign before each item, and the evidence of each place.

    Of a place of several paragraphs the last counts.
    """
    levels = _levels(parts.tree(STYLES))
    lists = _lists(parts)
    told = dict(evidence(parts))
    for paragraph in document.iter(f"{W}p"):
        unit = unit_of(paragraph, names)
        if unit is None:
            continue
        style = setting(paragraph, "pPr/pStyle")
        if style in levels:
            yield f"block {unit} (heading)", f"level {levels[style]}"
        number = setting(paragraph, "pPr/numPr/numId")
        if sign := lists.get((number, setting(paragraph, "pPr/numPr/ilvl") or "0")):
            yield f"block {unit} (sign)", sign
        starts = (one.get(f"{W}id", "") for one in paragraph.iter(f"{W}commentRangeStart"))
        if said := [told[key] for key in starts if key in told]:
            yield f"block {unit}{COMMENT}", " | ".join(said)


def _levels(styles: Any) -> dict[str, int]:
    """Return the level of each style of headings by its id."""
    found = styles.iter(f"{W}style") if styles is not None else ()
    named = {one.get(f"{W}styleId", ""): setting(one, "pPr/outlineLvl") for one in found}
    return {key: int(level) + 1 for key, level in named.items() if level.isdecimal()}


def _lists(parts: Parts) -> dict[tuple[str, str], str]:
    """Return the sign before an item of each list and level: `•`, or how its number is written."""
    return {key: sign for key, level in levels(parts) if (sign := sign_of(level))}


def levels(parts: Parts) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield each level of each list as it is written, by the number of both."""
    root = parts.tree("word/numbering.xml")
    if root is None:
        return
    drawn = {one.get(f"{W}abstractNumId", ""): one for one in root.iter(f"{W}abstractNum")}
    for one in root.iter(f"{W}num"):
        held = drawn.get(setting(one, "abstractNumId"))
        for level in held.iter(f"{W}lvl") if held is not None else ():
            begin = setting(one, "lvlOverride/startOverride")
            if begin and level.get(f"{W}ilvl") == "0" and level.find(f"{W}start") is not None:
                level = copy.deepcopy(level)  # lists share their levels
                level.find(f"{W}start").set(f"{W}val", begin)
            yield (one.get(f"{W}numId", ""), level.get(f"{W}ilvl", "0")), level


def sign_of(level: Any) -> str:
    """Return the sign that a level of a list sets before its items; empty where it sets none."""
    if picture := setting(level, "lvlPicBulletId"):
        return f"picture {picture}"
    kind, text = setting(level, "numFmt"), setting(level, "lvlText")
    first = "" if kind == "bullet" else f", from {setting(level, 'start') or '0'}"
    return "" if kind == "none" else f"{kind} {text}{first}"


def evidence(parts: Parts) -> list[tuple[str, str]]:
    """Return id and words of each comment of ours that gives evidence; those of people are theirs.

    A draft may have no comments.
    """
    root = parts.tree(COMMENTS)
    if root is None:
        return []
    return [
        (
            one.get(f"{W}id", ""),
            fold_spaces(" ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in one)),
        )
        for one in root.iter(f"{W}comment")
        if one.get(f"{W}author") == EVIDENCE_AUTHOR
    ]


# Notes


def _notes(document: Any, parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the words of each note by its number, and what changes how notes are numbered."""
    for kind in ("footnote", "endnote"):
        part = parts.tree(f"word/{kind}s.xml")
        notes = list(part.iter(f"{W}{kind}")) if part is not None else []
        texts = {one.get(f"{W}id", ""): _text(one) for one in notes}
        marks = list(document.iter(f"{W}{kind}Reference"))
        shown = dict.fromkeys(one.get(f"{W}id", "") for one in marks)
        yield from ((f"{kind} {n}", texts.get(key, "")) for n, key in enumerate(shown, 1))
        if any(one.get(f"{W}customMarkFollows") for one in marks):
            yield f"marks of {kind}s", "a mark of its own"
        numbers = {key: n for n, key in enumerate(shown, 1)}
        yield from _led_to(document, kind, numbers)
        between = [_text(one) for one in notes if one.get(f"{W}type")]
        if words := " ".join(filter(None, between)):
            yield f"above the {kind}s", words
        settings = parts.tree("word/settings.xml")
        for root in (document, settings) if settings is not None else (document,):
            for look in root.iter(f"{W}{kind}Pr"):
                kept = {"numFmt": "decimal", "numStart": "1", "numRestart": "continuous"}
                for name, usual in kept.items():
                    value = setting(look, name)
                    if value and value != usual and kind == "footnote":
                        yield f"numbers of {kind}s", f"{name} {value}"


def _led_to(document: Any, kind: str, numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the marks of notes that lead to another note than the number they show."""
    to: dict[str, int] = {}
    for mark in document.iter(f"{W}{kind}Reference"):
        start = next(mark.getparent().itersiblings(f"{W}bookmarkStart", preceding=True), None)
        if start is not None:
            to[start.get(f"{W}name", "")] = numbers.get(mark.get(f"{W}id", ""), 0)
    for link in document.iter(f"{W}hyperlink"):
        words = [t for t in link.iter(f"{W}t") if next(t.iterancestors(FOR_OLD), None) is None]
        shown = "".join(one.text or "" for one in words).strip()
        leads = to.get(link.get(f"{W}anchor", ""))
        if leads and shown.isdecimal() and int(shown) != leads:
            yield f"a mark of {kind} {shown}", f"a link to {leads}"


# Pictures, and what is drawn


def _pictures(document: Any) -> Iterator[tuple[str, str]]:
    """Yield how a picture is set where it is not seen as it was drawn, and a title it is given."""
    for n, place in enumerate(document.iter(f"{WP}inline", f"{WP}anchor"), 1):
        looks = []
        size = place.find(f"{WP}extent")
        if size is not None and int(size.get("cy", _TINY)) < _TINY:
            looks.append("tiny")
        named = place.find(f"{WP}docPr")
        if named is not None and named.get("hidden", "0") not in ("0", "false"):
            looks.append("hidden")
        if named is not None and named.get("title"):
            yield f"picture {n} (title)", named.get("title", "")
        cuts = (one.get(side, "0") for one in place.iter(f"{A}srcRect") for side in "ltrb")
        looks += ["cropped"] if any(cut not in ("", "0") for cut in cuts) else []
        for one in place.iter(f"{A}xfrm"):
            turned = [name for name in ("rot", "flipH", "flipV") if one.get(name, "0") != "0"]
            looks += ["turned"] if turned else []
        looks += ["afloat"] if place.tag == f"{WP}anchor" else []
        blips = list(place.iter(f"{A}blip"))
        looks += [e.tag.rpartition("}")[2] for one in blips for e in one if e.tag != f"{A}extLst"]
        others = (e for one in blips for e in one.iterdescendants() if any(map(_leads, e.attrib)))
        looks += [f"shown as {one.tag.rpartition('}')[2]}" for one in others]
        told = [one.get("descr", "") for one in place.iter(f"{WP}docPr", f"{_PIC}cNvPr")]
        yield f"picture {n} (alt text)", " | ".join(dict.fromkeys(filter(None, told)))
        looks += ["stretched"] if size is not None and _is_stretched(place, size) else []
        if looks:
            yield f"picture {n} (as it is set)", ", ".join(looks)


def _leads(name: str) -> bool:
    """Tell whether an attribute leads to another part."""
    return str(name).startswith(R)


def _is_stretched(place: Any, size: Any) -> bool:
    """Tell whether a picture is drawn larger or smaller than the room that it is given."""
    drawn = [one for look in place.iter(f"{A}xfrm") for one in look.iterfind(f"{A}ext")]
    pairs = [(int(one.get(s, "0")), int(size.get(s, "0"))) for one in drawn for s in ("cx", "cy")]
    return any(abs(one - other) > other * _ROUNDED for one, other in pairs)


def _links(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield where each link out of a draft leads, written as a field or not, and what it shows."""
    document, leads = parts.tree(DOCUMENT), targets(parts, DOCUMENT)
    codes = dict(coded(document))
    n = 0
    for node in document.iter(f"{W}hyperlink", f"{A}hlinkClick", f"{A}hlinkHover", *_FIELDS):
        code = _LINK.match(codes.get(node, ""))
        where = code[1] if code else leads.get(node.get(f"{R}id", ""), "")
        runs = list(node.iter(f"{W}r"))
        if where and not is_deleted(node) and not (runs and all(map(is_deleted, runs))):
            n += 1
            yield f"link {n}", where
    tips = (one.get(f"{W}tooltip") for one in document.iter(f"{W}hyperlink"))
    if told := [tip for tip in tips if tip]:
        yield "words that a link shows", ", ".join(told)


def _tables(document: Any) -> Iterator[tuple[str, str]]:
    """Yield what a table is called for who cannot see it."""
    for n, table in enumerate(document.iter(f"{W}tblPr"), 1):
        if words := [w for w in (setting(table, name) for name in _TOLD) if w]:
            yield f"table {n} (alt text)", " ".join(words)


def _drawn(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the shapes that are drawn on a page, and whatever is drawn in a note or a comment."""
    shapes = [
        one.get("string", "") or one.tag.rpartition("}")[2]
        for one in parts.tree(DOCUMENT).iter()
        if isinstance(one.tag, str) and one.tag[1:].startswith(_SHAPES)
    ]
    if shapes:
        yield "a shape that is drawn on the page", ", ".join(dict.fromkeys(shapes))
    said = parts.tree(COMMENTS)
    ours = f"{W}comment[@{W}author='{EVIDENCE_AUTHOR}']"
    small = {
        "a drawing in a note": [
            parts.tree(f"word/{name}.xml") for name in ("footnotes", "endnotes")
        ],
        "a drawing in a comment of ours": said.findall(ours) if said is not None else [],
    }
    for name, roots in small.items():
        found = [e.tag.rpartition("}")[2] for r in roots if r is not None for e in r.iter(*DRAWN)]
        if found:
            yield name, ", ".join(dict.fromkeys(found))


# The file


def _properties(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield title, subject, author, keywords, category and state of the file."""
    if (root := parts.tree("docProps/core.xml")) is not None:
        ours = (f"{_CP}{name}" for name in ("keywords", "category", "contentStatus", "version"))
        theirs = ("title", "subject", "creator", "description", "identifier")
        for name in (*(f"{_DC}{name}" for name in theirs), *ours):
            words = re.split(r"[\s,;]+", " ".join(one.text or "" for one in root.iterfind(name)))
            if said := " ".join(filter(None, words)):
                yield f"properties, {name.rpartition('}')[2]}", said


def _outside(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield what is fetched from elsewhere, what can run, and where else the words would stand."""
    fetched: list[str] = []
    for name in sorted(parts):
        if not name.endswith(".rels"):
            continue
        for one in parts.tree(name):
            kind, target = one.get("Type", ""), one.get("Target", "")
            link = kind.endswith("/hyperlink") or target.startswith("file:")
            if one.get("TargetMode") == "External" and not link:
                fetched.append(target)
            words = name == "_rels/.rels" and kind.endswith(_MAIN)
            if words and target.lstrip("/") != DOCUMENT:
                yield "main part", target
    if locked := setting(parts.tree("word/settings.xml"), "documentProtection", "edit"):
        yield "protection against edits", locked
    if merged := setting(parts.tree("word/settings.xml"), "mailMerge/query"):
        fetched.append(merged)
    if fetched:
        yield "what is fetched from elsewhere", ", ".join(fetched)
    if run := [name for name in sorted(parts) if _RUN.search(name)]:
        yield "what can run", ", ".join(run)


def _text(element: Any) -> str:
    return fold_spaces(
        " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
    )

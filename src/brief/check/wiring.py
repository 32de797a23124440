"""The parts of a draft in; how they are tied together, by place, out.

A word processor finds a part by the relationship that leads to it, and reads it by its content
type; the names under which we look for parts count for nothing there. So whatever is tied otherwise
than in any draft is named, and heads and feet are read as they are shown: page by page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from brief.check.package import DOCUMENT, FOOTNOTES, STYLES, Parts, R, W
from brief.check.word import is_on
from brief.model.plain import fold_spaces

_TYPES = "[Content_Types].xml"
_SETTINGS = "word/settings.xml"
_PLACES = {
    "comments": "word/comments.xml",
    "endnotes": "word/endnotes.xml",
    "fontTable": "word/fontTable.xml",
    "footnotes": FOOTNOTES,
    "numbering": "word/numbering.xml",
    "settings": _SETTINGS,
    "styles": STYLES,
}
"""Where every program keeps what a draft has one part of, by the kind of relationship."""
_MAIN = "document.main"
_KINDS = frozenset(
    {
        *_PLACES, "attachedTemplate", "classificationlabels", "commentsExtended",
        "commentsExtensible", "commentsIds", "core-properties", "custom-properties", "customXml",
        "customXmlProps", "documenttasks", "extended-properties", "font", "footer",
        "glossaryDocument", "header", "hyperlink", "image", "officeDocument", "people",
        "printerSettings", "stylesWithEffects", "theme", "thumbnail", "webSettings",
    }
)  # fmt: skip
"""Kinds of relationships in what word processors save of a text with notes and pictures."""
_RUNS = re.compile(r"macroEnabled|vbaProject|vbaData|activeX|oleObject", re.IGNORECASE)
_MARGINS = ("header", "footer")
_PAGES = {"default": "", "first": " of the first page", "even": " of even pages"}


def tied(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield what a draft shows by how its parts are tied together, by place."""
    yield from _heads(parts)
    yield from _led_elsewhere(parts)
    yield from _read_otherwise(parts)


def targets(parts: Parts, source: str) -> dict[str, str]:
    """Return where the relationships of a part lead, by id: a part's name, or an address."""
    return {key: target for key, _, target in _relations(parts, source)}


def _relations(parts: Parts, source: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, kind and target of each relationship of a part."""
    folder, name = posixpath.split(source)
    links = parts.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    for one in links if links is not None else ():
        target = one.get("Target", "")
        inside = one.get("TargetMode") != "External"
        path = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        kind = one.get("Type", "").rpartition("/")[2]
        yield one.get("Id", ""), kind, path if inside else target


# Heads and feet


def margins(parts: Parts) -> list[Any]:
    """Return the heads and feet of a draft."""
    found = (target for _, kind, target in _relations(parts, DOCUMENT) if kind in _MARGINS)
    return [parts.tree(name) for name in dict.fromkeys(found) if name in parts]


def _heads(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the words of heads and feet by the pages that show them; several sections in order."""
    document, leads = parts.tree(DOCUMENT), targets(parts, DOCUMENT)
    settings = parts.tree(_SETTINGS)
    even = settings is not None and is_on(settings, "evenAndOddHeaders")
    for tag, name in (("headerReference", "running head"), ("footerReference", "foot")):
        held: dict[str, str] = {}
        shown: dict[str, dict[str, None]] = {}
        for section in document.iter(f"{W}sectPr"):
            for one in section.findall(f"{W}{tag}"):
                held[one.get(f"{W}type", "default")] = leads.get(one.get(f"{R}id", ""), "")
            pages = ("default", *(["first"] if is_on(section, "titlePg") else []))
            for page in (*pages, *(["even"] if even else [])):
                text = _plain(parts, held.get(page, ""))
                shown.setdefault(page, {})[text] = None
        if shown.get("even") == shown.get("default"):
            shown.pop("even", None)
        for page, texts in shown.items():
            words = " | ".join(texts).strip() or ("nothing" if page == "even" else "")
            if words:
                yield f"{name}{_PAGES.get(page, '')}", words


def _plain(parts: Parts, name: str) -> str:
    """Return the text of a part without what its fields show: page numbers vary."""
    root = parts.tree(name)
    words, depth = [], 0
    for node in root.iter(f"{W}t", f"{W}fldChar") if root is not None else ():
        kind = node.get(f"{W}fldCharType")
        if kind in ("begin", "end"):
            depth += 1 if kind == "begin" else -1
        elif kind is None and not depth and not any(node.iterancestors(f"{W}fldSimple")):
            words.append(node.text or "")
    return fold_spaces("".join(words))


# Relationships and content types


def _led_elsewhere(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield parts that are found elsewhere than we look, and those of kinds that no text has."""
    for _, kind, target in _relations(parts, DOCUMENT):
        if target != _PLACES.get(kind, target):
            yield f"where the {kind} are read", target
    odd = {kind: None for name in sorted(parts) if name.endswith(".rels")
           for kind in _kinds(parts, name) if kind not in _KINDS}  # fmt: skip
    if odd:
        yield "parts of another kind", ", ".join(odd)


def _kinds(parts: Parts, name: str) -> Iterator[str]:
    for one in parts.tree(name):
        yield one.get("Type", "").rpartition("/")[2]


def _read_otherwise(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield parts that are read as something else than they are, or run."""
    root = parts.tree(_TYPES)
    if root is None:
        yield "content types of parts", "none"
        return
    given = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root}
    for kind, name in {_MAIN: DOCUMENT, **_PLACES}.items():
        found = given.get(name, "")
        if name in parts and not found.endswith(f".wordprocessingml.{kind}+xml"):
            yield f"content type of {name}", found.rpartition("/")[2]
    types = dict.fromkeys(one.get("ContentType", "") for one in root)
    if run := [name for name in types if _RUNS.search(name)]:
        yield "what is said to run", ", ".join(run)

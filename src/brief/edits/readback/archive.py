"""The bytes of a file that claims to be a draft in, its XML parts out, or one clear line."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from brief.errors import BriefError, error
from brief.model.images import MOST_BYTES as MOST_PICTURE
from brief.model.marks import ORIGIN

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected with a password, or in the old .doc format"),
    (b"{\\rtf", "a rich text (RTF) under the name of a Word document"),
    (b"<", "a web page or other XML under the name of a Word document"),
)
"""How files begin that a word processor opens and saves as a Word document."""
_MOST_BYTES = 30_000_000
"""Most bytes that a part may unpack to: thirty times our longest, far below memory."""
_MOST_ELEMENTS = 500_000
"""Most elements of a part: those of a book of a thousand pages."""
_MOST_PARTS = 5_000
_DECLARATION = re.compile(r"^<\?xml[^>]*\?>")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a Word document may be packed; other ways unpack without a bound."""
_CONVENTION = {
    kind: f"word/{kind}.xml"
    for kind in ("styles", "numbering", "footnotes", "endnotes", "comments")
}
"""Where each part lies when a damaged file no longer says so."""
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument",
        b"http://schemas.openxmlformats.org/officeDocument/2006",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml", b"http://schemas.openxmlformats.org/drawingml/2006"),
)
"""Namespaces of "Strict Open XML", and those of the usual kind."""


@dataclass(slots=True)
class Parts:
    """The XML of a draft that matters to us."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    comments: Element | None = None
    threads: Element | None = None
    """Which comments answer which, and which are resolved."""
    margins: list[tuple[str, str, Element]] = field(default_factory=list)
    """Headers and footers that are shown: kind, pages (`first`, `default`, `even`), content."""
    origin: str = ""
    """What the draft was written from, as we packed it."""
    properties: dict[str, str] = field(default_factory=dict)
    """Custom properties by name."""
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """Part (`document`, `footnotes`, `endnotes`): relationship id → target."""
    media: dict[str, bytes] = field(default_factory=dict)
    """Pictures by target."""


def open_draft(data: bytes, place: str) -> Parts:
    """Return the parts of a draft.

    Raises `BriefError` (`draft-unreadable`) for anything that is not a readable Word document.
    """
    if not data:
        raise unreadable(place, "the file is empty")
    start = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, kind in _OTHERS:
        if start.startswith(mark):
            raise unreadable(place, f"the file is {kind}", _SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive, place)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as problem:
        raise unreadable(place, "the file is damaged or no Word document") from problem
    except etree.XMLSyntaxError as problem:
        raise unreadable(place, "the text inside the file is damaged") from problem
    except (RuntimeError, ValueError, KeyError) as problem:
        raise unreadable(place, f"the file cannot be unpacked ({problem})") from problem


_SAVE = "Save it as a Word document (.docx) without a password, under its old name."
"""What to do about a file that another program can still read."""


def unreadable(place: str, why: str, hint: str = "") -> BriefError:
    """Return the error for a draft that cannot be read."""
    return error("draft-unreadable", place, f"cannot read this draft: {why}.", hint)


def _parts(archive: zipfile.ZipFile, place: str) -> Parts:
    names = set(archive.namelist())
    if len(names) > _MOST_PARTS:
        raise ValueError("it holds more parts than any document")
    if "word/document.xml" not in names and "content.xml" in names:
        why = "the file is an OpenDocument text under the name of a Word document"
        raise unreadable(place, why, _SAVE)
    main = _main_name(archive, names)
    if main is None or (document := _xml(archive, main)) is None:
        raise unreadable(place, "the file holds no Word document")
    if document.find(f"{W}body") is None:
        raise unreadable(place, "the document has no body")
    parts = Parts(document, properties=_properties(archive))
    links = _links(archive, main)
    parts.links["document"] = {key: target for key, (_, target) in links.items()}
    for kind, target in list(links.values()) or _CONVENTION.items():
        _add_part(parts, archive, names, kind, target)
    for key, pages in _margins_shown(document):
        kind, target = links.get(key, ("", ""))
        if target in names and (margin := _xml(archive, target)) is not None:
            parts.margins.append((kind, pages, margin))
    return parts


def _margins_shown(document: Element) -> Iterator[tuple[str, str]]:
    """Yield the relationship of each header and footer that pages show, and on which.

    Where the first page gets a head of its own, LibreOffice may make it a section of its own, whose
    usual head that is; the next one then says anew what the other pages show.
    """
    sections = list(document.iter(f"{W}sectPr"))
    for number, section in enumerate(sections):
        alone = number == 0 and len(sections) > 1 and not _has_first(section)
        again = {(ref.tag, ref.get(f"{W}type", "default")) for ref in sections[1]} if alone else ()
        for child in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            pages = child.get(f"{W}type", "default")
            if pages != "first" or _has_first(section):
                yield child.get(f"{R}id", ""), "first" if (child.tag, pages) in again else pages


def _has_first(section: Element) -> bool:
    """Return whether the first page of a section has a head and a foot of its own."""
    first = section.find(f"{W}titlePg")
    return first is not None and first.get(f"{W}val", "true") not in ("0", "false", "off")


def _add_part(
    parts: Parts, archive: zipfile.ZipFile, names: set[str], kind: str, target: str
) -> None:
    if target not in names:
        return
    if kind in ("styles", "numbering", "footnotes", "endnotes", "comments"):
        setattr(parts, kind, _xml(archive, target))
        inner = _links(archive, target)
        parts.links[kind] = {key: address for key, (_, address) in inner.items()}
    elif kind == "commentsExtended":
        parts.threads = _xml(archive, target)
    elif kind == "customXml":
        parts.origin = _origin(archive, target) or parts.origin
    elif kind == "image":
        parts.media[target] = _read(archive, target, MOST_PICTURE)


def _origin(archive: zipfile.ZipFile, target: str) -> str:
    """Return what a part of ours holds; other programs' parts of that kind may be anything."""
    try:
        held = _xml(archive, target)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return (held.text or "") if held is not None and held.tag == f"{{{ORIGIN}}}origin" else ""


def _main_name(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    for kind, target in _links(archive, "").values():
        if kind == "officeDocument" and target in names:
            return target
    return "word/document.xml" if "word/document.xml" in names else None


def _links(archive: zipfile.ZipFile, source: str) -> dict[str, tuple[str, str]]:
    """Return relationship id → kind and target; inner targets as part names."""
    folder, _, name = source.rpartition("/")
    rels = _xml(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for rel in () if rels is None else rels:
        if not isinstance(rel.tag, str):
            continue
        target = rel.get("Target", "")
        if rel.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[rel.get("Id", "")] = (rel.get("Type", "").rpartition("/")[2], target)
    return found


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    custom = _xml(archive, "docProps/custom.xml")
    found: dict[str, str] = {}
    for item in () if custom is None else custom:
        if isinstance(item.tag, str) and len(item):
            found[item.get("name", "")] = "".join(map(str, item[0].itertext()))
    return found


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a part's bytes, at most one more than `most`, whatever its head claims."""
    if archive.getinfo(name).compress_type not in _METHODS:
        raise NotImplementedError(name)
    with archive.open(name) as part:
        return part.read(most + 1)


def _xml(archive: zipfile.ZipFile, name: str) -> Element | None:
    if name not in archive.namelist():
        return None
    content = _read(archive, name, _MOST_BYTES)
    if len(content) > _MOST_BYTES:
        raise ValueError("it unpacks to more than a draft can hold")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = _DECLARATION.sub("", content.decode("utf-16")).encode()
    if b"<!DOCTYPE" in content[:1000]:
        raise ValueError("it declares entities")
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise ValueError("it holds more than a draft can")
    return root

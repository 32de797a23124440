"""The parts of a draft as a package: taken apart, packed again, and as Word packs them anew."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable

from lxml import etree

from tests.edits.drafts import DOCUMENT, Element, W, el

Parts = dict[str, bytes]
Save = Callable[[Parts], None]
STYLES, NOTES, COMMENTS = "word/styles.xml", "word/footnotes.xml", "word/comments.xml"
NUMBERING, TYPES = "word/numbering.xml", "[Content_Types].xml"
ORIGIN_PART = "customXml/item1.xml"
RELATIONS = "word/_rels/document.xml.rels"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def parts_of(data: bytes) -> Parts:
    """Return the parts of a draft."""
    source = zipfile.ZipFile(io.BytesIO(data))
    return {name: source.read(name) for name in source.namelist()}


def packed(parts: Parts) -> bytes:
    """Return the draft of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def saved(data: bytes, *saves: Save) -> bytes:
    """Return a draft after each of the saves."""
    parts = parts_of(data)
    for save in saves:
        save(parts)
    return packed(parts)


def each(parts: Parts, names: Iterable[str], change: Callable[[Element], None]) -> None:
    """Change the roots of the parts that are there."""
    for name in names:
        if name in parts:
            root = etree.fromstring(parts[name])
            change(root)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")


TEXTS = (DOCUMENT, NOTES, COMMENTS, "word/header1.xml", "word/footer1.xml", "word/footer2.xml")


def ids_on_paragraphs(parts: Parts) -> None:
    """Paragraph and text ids, and the revisions that touched each paragraph, row and run."""

    def change(root: Element) -> None:
        for number, paragraph in enumerate(root.iter(f"{W}p", f"{W}tr")):
            paragraph.set(f"{{{W14}}}paraId", f"{0x10000000 + number:08X}")
            paragraph.set(f"{{{W14}}}textId", "77777777")
            for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP"):
                paragraph.set(W + name, f"00C{number:05X}")

    each(parts, TEXTS, change)


def comments_of_people(parts: Parts) -> None:
    """Comments with their people, threads and dates in parts of their own; one is resolved."""
    ids_on_paragraphs(parts)
    root = etree.fromstring(parts[COMMENTS])
    paragraphs = [p.get(f"{{{W14}}}paraId", "") for p in root.iter(f"{W}p")]
    done = "".join(f'<w15:commentEx w15:paraId="{p}" w15:done="1"/>' for p in paragraphs)
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{W15}">{done}</w15:commentsEx>'.encode()
    )
    parts["word/people.xml"] = (
        f'<w15:people xmlns:w15="{W15}"><w15:person w15:author="brief"/></w15:people>'
    ).encode()
    kinds = ("commentsExtended", "people")
    base = "http://schemas.microsoft.com/office/2011/relationships/"
    rels = "".join(f'<Relationship Id="rIdX{k}" Type="{base}{k}" Target="{k}.xml"/>' for k in kinds)
    parts[RELATIONS] = parts[RELATIONS].replace(
        b"</Relationships>", f"{rels}</Relationships>".encode()
    )


def parts_of_others(parts: Parts) -> None:
    """A list of sources and building blocks of Word's own; our unseen part under another name."""
    if ORIGIN_PART in parts:
        parts["customXml/item7.xml"] = parts.pop(ORIGIN_PART)
    parts["customXml/item1.xml"] = (
        b'<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">'
        b"<b:Source><b:Title>Something else altogether</b:Title></b:Source></b:Sources>"
    )
    parts["word/glossary/document.xml"] = (
        f'<w:glossaryDocument xmlns:w="{W[1:-1]}"><w:docParts><w:docPart><w:docPartBody><w:p><w:r>'
        "<w:t>Click or tap here to enter text.</w:t></w:r></w:p></w:docPartBody></w:docPart>"
        "</w:docParts></w:glossaryDocument>"
    ).encode()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    more = "".join(
        f'<Relationship Id="rIdY{number}" Type="{base}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (
                ("glossaryDocument", "glossary/document.xml"),
                ("customXml", "../customXml/item1.xml"),
            )
        )
    )
    parts[RELATIONS] = (
        parts[RELATIONS]
        .replace(ORIGIN_PART.encode(), b"customXml/item7.xml")
        .replace(b"</Relationships>", f"{more}</Relationships>".encode())
    )


def defaults_rewritten(parts: Parts) -> None:
    """Fonts, sizes and languages of the whole document as the user's own Word has them."""

    def change(root: Element) -> None:
        defaults = root.find(f"{W}docDefaults")
        assert defaults is not None
        for look in root.iter(f"{W}rPr"):
            for child in look.findall(f"{W}lang"):
                look.remove(child)
        fonts = el("rFonts", asciiTheme="minorHAnsi", eastAsiaTheme="minorEastAsia")
        tongue = el("lang", val="de-DE", eastAsia="zh-CN", bidi="he-IL")
        look = el("rPr", fonts, el("sz", val="22"), tongue)
        root.replace(defaults, el("docDefaults", el("rPrDefault", look), el("pPrDefault")))
        root.insert(1, el("latentStyles", el("lsdException", name="Normal"), count="376"))

    each(parts, [STYLES], change)


def properties_rewritten(parts: Parts) -> None:
    """Who saved it when, settings for revisions and compatibility, no fonts embedded any more."""
    parts["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*",
        rb"\g<1>2026-11-26T09:00:00Z",
        parts["docProps/core.xml"],
    )

    def settings(root: Element) -> None:
        root.append(el("rsids", el("rsidRoot", val="00A11B22")))
        root.append(el("docVars", el("docVar", name="x", val="y")))
        compat = root.find(f"{W}compat")
        assert compat is not None
        for name in ("useFELayout", "spaceForUL", "balanceSingleByteDoubleByteWidth"):
            compat.insert(0, el(name))

    each(parts, ["word/settings.xml"], settings)
    for name in [name for name in parts if name.startswith("word/fonts/")]:
        del parts[name]


def strict(parts: Parts) -> None:
    """Saved as "Strict Open XML Document"."""
    names = [
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
         b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
        (b"http://schemas.openxmlformats.org/drawingml/2006",
         b"http://purl.oclc.org/ooxml/drawingml"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
         b"http://purl.oclc.org/ooxml/officeDocument/customProperties"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
         b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"),
    ]  # fmt: skip
    for name in parts:
        if name.endswith((".xml", ".rels")):
            for usual, new in names:
                parts[name] = parts[name].replace(usual, new)


def in_utf16(parts: Parts) -> None:
    """Parts in UTF-16, which the standard allows as well."""
    for name in (DOCUMENT, NOTES, STYLES):
        root = etree.fromstring(parts[name])
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-16")


def in_other_order(parts: Parts) -> None:
    """Parts in another order, with folders among them, and relations by whole paths."""
    turned = dict(reversed(parts.items()))
    parts.clear()
    parts["word/"] = b""
    parts.update(turned)
    parts[RELATIONS] = re.sub(
        rb'Target="(?!http|/)([a-z0-9/]+\.xml)"', rb'Target="/word/\1"', parts[RELATIONS]
    )

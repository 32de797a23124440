"""Short names in, Office Open XML elements out: python-docx's own where it knows the element."""

from __future__ import annotations

from typing import cast

from docx.oxml.parser import oxml_parser
from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
XML = "http://www.w3.org/XML/1998/namespace"


def qn(name: str) -> str:
    """Return the full name of `w:p`, or the name itself when it has no prefix."""
    prefix, _, local = name.rpartition(":")
    if not prefix:
        return local
    return f"{{{XML if prefix == 'xml' else NAMESPACES[prefix]}}}{local}"


def el(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element; `w_val=1` gives `w:val="1"`, a `None` child is left out."""
    element = oxml_parser.makeelement(qn(tag), nsmap=_nsmap(tag))
    for name, value in attributes.items():
        element.set(qn(name.replace("_", ":", 1)), str(value))
    element.extend([child for child in children if child is not None])
    return element


def root(tag: str, *children: Element | None) -> Element:
    """Return the root of a word-processing part, all our prefixes declared."""
    element = oxml_parser.makeelement(qn(tag), nsmap=NAMESPACES)
    element.set(qn("mc:Ignorable"), "w14 w15")
    element.extend([child for child in children if child is not None])
    return element


def serialize(element: Element) -> bytes:
    """Return the bytes of a part, with its XML declaration."""
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))


def default_space(uri: str) -> dict[str, str]:
    """Return the map that makes `uri` the default namespace (lxml's stubs know no such key)."""
    return cast("dict[str, str]", {None: uri})


def _nsmap(tag: str) -> dict[str, str]:
    prefix = tag.partition(":")[0]
    return {prefix: NAMESPACES[prefix]} if prefix in NAMESPACES else {}

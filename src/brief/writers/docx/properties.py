"""A brief in, the document properties of its draft out."""

from __future__ import annotations

from lxml import etree

from brief.model.brief import Brief
from brief.model.marks import FORM, FORM_PROPERTY, ORIGIN, PROPERTY, VERSION_PROPERTY, clean
from brief.writers.docx.oxml import Element, default_space
from brief.writers.docx.runs import word_language

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that Word reads custom properties from."""
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = "{8C1D0F53-52A4-4D0B-9D6C-0B6E1F3A7E21}"
"""Ours among the parts that Word carries along unread; any other would do."""


def core_properties(brief: Brief) -> Element:
    """Return title, subject, authors, keywords, language and dates (the brief's own date).

    Where no author is named, the program is it.
    """
    spaces = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    made = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=spaces)
    _text(made, f"{{{_DC}}}title", brief.title)
    _text(made, f"{{{_DC}}}subject", brief.summary or brief.subtitle)
    _text(made, f"{{{_DC}}}creator", "; ".join(brief.authors) or "brief")
    _text(made, f"{{{_CORE}}}keywords", ", ".join(brief.keywords))
    _text(made, f"{{{_DC}}}language", word_language(brief.layout.language))
    for name in ("created", "modified"):
        element = _text(made, f"{{{_TERMS}}}{name}", f"{brief.day}T00:00:00Z")
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return made


def app_properties() -> Element:
    """Return the name of the program."""
    made = etree.Element(f"{{{_APP}}}Properties", nsmap=default_space(_APP))
    _text(made, f"{{{_APP}}}Application", "brief")
    return made


def custom_properties(brief: Brief) -> Element:
    """Return whose draft it is and in which form, so that a copied file is found out."""
    made = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=default_space(_CUSTOM) | {"vt": _TYPES})
    said = (
        (PROPERTY, brief.id),
        (FORM_PROPERTY, str(FORM)),
        (VERSION_PROPERTY, brief.fingerprint),
    )
    for number, (name, value) in enumerate(said, 2):
        item = etree.SubElement(
            made, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name
        )
        _text(item, f"{{{_TYPES}}}lpwstr", value)
    return made


def origin(packed: str) -> Element:
    """Return the part that holds what the draft was written from; no program shows it."""
    made = etree.Element(f"{{{ORIGIN}}}origin", nsmap=default_space(ORIGIN))
    made.text = packed
    return made


def origin_properties() -> Element:
    """Return what has LibreOffice and Word keep the part of `origin` when they save."""
    name = f"{{{_STORE}}}datastoreItem"
    return etree.Element(name, {f"{{{_STORE}}}itemID": _STORE_ID}, nsmap={"ds": _STORE})


def _text(parent: Element, name: str, text: str) -> Element:
    element = etree.SubElement(parent, name)
    element.text = clean(text)
    return element

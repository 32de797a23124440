"""What a PDF tells of itself in its metadata, and the same printed again, in; differences, out.

Any program that saves a file writes its metadata anew, in another order and form: what is compared
is what they say, property by property.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from brief.check.places import AGAIN, short
from brief.model.diagnostic import Diagnostic

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_VERSION = f"{_PDF}PDFVersion"
"""Says what the head of the file says."""
SAVED = frozenset(
    {"/Producer", "/ModDate", f"{_PDF}Producer", f"{_XMP}ModifyDate", f"{_XMP}MetadataDate"}
)
"""What a program says of itself, and of when it saved a file."""


def producer(pdf: Any) -> str:
    """Return the program that a file says it was saved by last."""
    told = dict(_told(pdf)).get(f"{_PDF}Producer", "")
    return " / ".join(dict.fromkeys(filter(None, (str(pdf.docinfo.get("/Producer", "")), told))))


def titled(pdf: Any) -> str:
    """Return the title that the metadata give; empty where they cannot be read."""
    return dict(_told(pdf)).get(f"{_DC}title", "")


def rewritten(pdf: Any, file: str) -> list[Diagnostic]:
    """Return an error where another program than ours wrote a file: most else follows from that."""
    if (saver := producer(pdf)).startswith(_OURS):
        return []
    said = f"“{short(saver)}” wrote the file anew after it was printed, its tags, fonts and all."
    return [
        Diagnostic(
            code="pdf-altered", severity="error", place=f"{file}, properties", message=said,
            hint=AGAIN,
        )
    ]  # fmt: skip


_OURS = "WeasyPrint"


def told_otherwise(held: Any, wanted: Any, left_out: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield place and difference of each property that is not told as when printed again."""
    ours, theirs = _by_name(held), _by_name(wanted)
    for name in dict.fromkeys([*theirs, *ours]):
        one, other = ours.get(name, "nothing"), theirs.get(name, "nothing")
        if one != other and name not in left_out | {_VERSION}:
            said = f"it has “{short(one, 40)}”, its evidence prints “{short(other, 40)}”."
            yield f"document, metadata, {name.rpartition('}')[2]}", said


def _by_name(pdf: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _told(pdf):
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _told(pdf: Any) -> Iterator[tuple[str, str]]:
    """Yield name and value of each property of the metadata; whole, where it is not readable."""
    from lxml import etree

    root: Any
    stream = pdf.Root.get("/Metadata")
    data = stream.read_bytes() if stream is not None else b""
    if not data:
        return
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        yield "text", data.decode("utf-8", "replace")
        return
    for described in root.iter(f"{_RDF}Description"):
        if described.getparent().tag == f"{_RDF}RDF":
            plain = ((k, v) for k, v in described.attrib.items() if not k.startswith(_RDF))
            yield from ((str(name), str(value)) for name, value in plain)
            yield from ((str(one.tag), _value(one)) for one in described)


def _value(element: Any) -> str:
    """Return all words of a property, and what its parts are where they have names."""
    own = " ".join((element.text or "").split())
    parts = sorted(f"{one.tag.rpartition('}')[2]} {_value(one)}" for one in element)
    return " ".join(filter(None, (own, *(_bare(part) for part in parts))))


def _bare(part: str) -> str:
    """Return a part without the names of mere containers."""
    first, _, rest = part.partition(" ")
    return rest if first in ("Alt", "Bag", "Seq", "li") else part

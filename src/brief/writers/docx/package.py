"""The parts of a DOCX in, the bytes of the file out: the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from brief.writers.docx.oxml import default_space

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

KINDS = {
    "document": (f"{_OFFICE}/officeDocument", f"{_WML}.document.main+xml"),
    "styles": (f"{_OFFICE}/styles", f"{_WML}.styles+xml"),
    "settings": (f"{_OFFICE}/settings", f"{_WML}.settings+xml"),
    "fontTable": (f"{_OFFICE}/fontTable", f"{_WML}.fontTable+xml"),
    "numbering": (f"{_OFFICE}/numbering", f"{_WML}.numbering+xml"),
    "footnotes": (f"{_OFFICE}/footnotes", f"{_WML}.footnotes+xml"),
    "comments": (f"{_OFFICE}/comments", f"{_WML}.comments+xml"),
    "header": (f"{_OFFICE}/header", f"{_WML}.header+xml"),
    "footer": (f"{_OFFICE}/footer", f"{_WML}.footer+xml"),
    "theme": (f"{_OFFICE}/theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "image": (f"{_OFFICE}/image", ""),
    "core": (
        f"{_PACKAGE}/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    "app": (
        f"{_OFFICE}/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    "custom": (
        f"{_OFFICE}/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}
"""Kind of part: type of the relationship that leads to it, content type."""

_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can carry: no clock in our bytes."""


@dataclass(slots=True)
class Package:
    """Parts and the relationships between them, in the order they were added."""

    parts: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """Part name without leading slash: kind, content."""
    links: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)
    """Part name (empty: the package): type, target, external."""

    def add(self, kind: str, name: str, content: bytes, source: str = "word/document.xml") -> str:
        """Store a part and return the id of the relationship from `source` to it."""
        self.parts[name] = (kind, content)
        return self._relate(source, KINDS[kind][0], f"/{name}", external=False)

    def link(self, address: str, source: str = "word/document.xml") -> str:
        """Return the id of a relationship from `source` to a web address."""
        return self._relate(source, f"{_OFFICE}/hyperlink", address, external=True)

    def to_bytes(self) -> bytes:
        """Return the zip file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            _write(archive, "[Content_Types].xml", self._content_types())
            for source, links in self.links.items():
                _write(archive, _rels_name(source), _relationships(links))
            for name, (_, content) in self.parts.items():
                _write(archive, name, content)
        return buffer.getvalue()

    def _relate(self, source: str, kind: str, target: str, *, external: bool) -> str:
        links = self.links.setdefault(source, [])
        if (kind, target, external) not in links:
            links.append((kind, target, external))
        return f"rId{links.index((kind, target, external)) + 1}"

    def _content_types(self) -> bytes:
        space = f"{_PACKAGE}/content-types"
        types = etree.Element(f"{{{space}}}Types", nsmap=default_space(space))
        for extension, content_type in _DEFAULTS.items():
            etree.SubElement(
                types, f"{{{space}}}Default", Extension=extension, ContentType=content_type
            )
        for name, (kind, _) in self.parts.items():
            if content_type := KINDS[kind][1]:
                etree.SubElement(
                    types, f"{{{space}}}Override", PartName=f"/{name}", ContentType=content_type
                )
        return _xml(types)


def _relationships(links: list[tuple[str, str, bool]]) -> bytes:
    space = f"{_PACKAGE}/relationships"
    rels = etree.Element(f"{{{space}}}Relationships", nsmap=default_space(space))
    for number, (kind, target, external) in enumerate(links, 1):
        rel = etree.SubElement(
            rels, f"{{{space}}}Relationship", Id=f"rId{number}", Type=kind, Target=target
        )
        if external:
            rel.set("TargetMode", "External")
    return _xml(rels)


def _rels_name(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    archive.writestr(entry, content)


def _xml(element: etree._Element) -> bytes:
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))

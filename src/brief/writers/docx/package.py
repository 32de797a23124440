"""The parts of a DOCX in, the bytes of the file out: the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from docx import package as opc
from docx.opc.packuri import PackURI
from docx.opc.part import Part

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
    "commentsExtended": (
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        f"{_WML}.commentsExtended+xml",
    ),
    "header": (f"{_OFFICE}/header", f"{_WML}.header+xml"),
    "footer": (f"{_OFFICE}/footer", f"{_WML}.footer+xml"),
    "theme": (f"{_OFFICE}/theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "image": (f"{_OFFICE}/image", ""),
    "font": (f"{_OFFICE}/font", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
    "customXml": (f"{_OFFICE}/customXml", "application/xml"),
    "customXmlProps": (
        f"{_OFFICE}/customXmlProps",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    ),
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

_PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif"}
"""Content type of a picture by its file's suffix."""
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
        """Return the file: python-docx lays the package out, then its dates are made ours."""
        whole = opc.Package()
        parts = {
            name: Part(PackURI(f"/{name}"), _content_type(kind, name), content, whole)
            for name, (kind, content) in self.parts.items()
        }
        for source, links in self.links.items():
            owner = parts[source] if source else whole
            for number, (kind, target, external) in enumerate(links, 1):
                part = target if external else parts[target.removeprefix("/")]
                owner.load_rel(kind, part, f"rId{number}", is_external=external)
        buffer = io.BytesIO()
        whole.save(buffer)
        return _dateless(buffer)

    def _relate(self, source: str, kind: str, target: str, *, external: bool) -> str:
        links = self.links.setdefault(source, [])
        if (kind, target, external) not in links:
            links.append((kind, target, external))
        return f"rId{links.index((kind, target, external)) + 1}"


def _content_type(kind: str, name: str) -> str:
    return KINDS[kind][1] or _PICTURES[name.rpartition(".")[2]]


def _dateless(package: io.BytesIO) -> bytes:
    """Return a zip file with the same entries, none of them dated."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(package) as written,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        for name in written.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, written.read(name))
    return buffer.getvalue()

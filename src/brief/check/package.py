"""The bytes of a draft (DOCX) in; its parts, and the tree of each, out."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from brief.errors import BriefError, error

_OPENXML = "http://schemas.openxmlformats.org"
W = f"{{{_OPENXML}/wordprocessingml/2006/main}}"
R = f"{{{_OPENXML}/officeDocument/2006/relationships}}"
A = f"{{{_OPENXML}/drawingml/2006/main}}"
WP = f"{{{_OPENXML}/drawingml/2006/wordprocessingDrawing}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FOR_OLD = f"{MC}Fallback"
"""The same words once more, for programs that know no newer form."""
DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"
_BEGIN, _END, _TAIL = b"PK\3\4", b"PK\5\6", 22
"""What such a file begins with, and its last record: how that begins, and its size."""
_TELLING = (zipfile.BadZipFile, zlib.error, ValueError, OSError, SyntaxError, RuntimeError)
"""Errors whose words say by themselves what is wrong."""
_LARGEST = 50_000_000
"""Bytes of what is read of a draft: more is no draft of ours."""


class Parts(dict[str, bytes]):
    """The parts of a draft by name, each parsed once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        super().__init__(parts)
        self._trees: dict[str, Any] = {}

    def tree(self, name: str) -> Any:
        """Return the tree of a part, to be read only; `None` where the draft has no such part."""
        if name in self and name not in self._trees:
            self._trees[name] = parse(self[name])
        return self._trees.get(name)


def read_parts(package: zipfile.ZipFile, wanted: Container[str] | None = None) -> Parts:
    """Return the parts of a draft, or those wanted; to be called within `opened`.

    Raises `ValueError` when two have one name, so that programs show either, when the name of one
    leads out of the draft, and when they are too large, before any of them is unpacked.
    """
    every = package.infolist()
    if twice := [
        name for name, n in Counter(e.filename.casefold() for e in every).items() if n > 1
    ]:
        raise ValueError(f"it holds two parts of the name {twice[0]}")
    if out := [e.filename for e in every if e.filename.startswith("/") or ".." in e.filename]:
        raise ValueError(f"it holds a part by the name {out[0]}, which leads out of it")
    found = [one for one in every if wanted is None or one.filename in wanted]
    if (size := sum(one.file_size for one in found)) > _LARGEST:
        raise ValueError(f"{size // 1_000_000} MB unpacked, where {_LARGEST // 1_000_000} may be")
    return Parts({one.filename: package.read(one) for one in found})


def parse(part: bytes) -> Any:
    """Return the tree of a part; nothing outside it is read."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part, parser)


@contextmanager
def opened(data: bytes, file: str) -> Iterator[zipfile.ZipFile]:
    """Open a draft; raise `BriefError` for whatever in it turns out not to be readable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if (
                not data.startswith(_BEGIN)
                or not data[data.rfind(_END) + _TAIL :] == package.comment
            ):
                raise ValueError("something stands before its begin or after its end")
            yield package
    except (BriefError, MemoryError):
        raise
    except Exception as problem:  # a part may be damaged anywhere, and each has errors of its own
        said = str(problem) if isinstance(problem, _TELLING) else repr(problem)
        raise error("docx-broken", file, f"not a readable Word document ({said}).") from problem

"""Raw file bytes in, a `Document` out: one reader per type of file, in a plain table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from brief.errors import error
from brief.model.document import Document
from brief.model.source import Record
from brief.readers.decode import decode

if TYPE_CHECKING:
    from brief.readers.plain import Parsed

__all__ = ["decode", "read"]


def _readers() -> dict[str, Callable[[str, str], Parsed]]:
    """Return the reader of each type of file by suffix: text and file name in, pieces out.

    Most commands only decode seeds that were read before: they do without.
    """
    from brief.readers import markdown, plain

    return {".txt": plain.parse, ".md": markdown.parse}


def read(
    file: str, data: bytes, records: Mapping[str, Record] | None = None, short: str = ""
) -> tuple[Document, str]:
    """Return a file's document and its decoded text, which all offsets count characters of.

    `file` is the name without folder, `records` what the bibliography knows by id (the file's
    stem; `stem.2` for the second article of a roundup), which wins over what is printed, field
    by field. `short` is the id that passages are cited by; when empty it is the stem up to its
    first `_`.

    Raises `BriefError`: `seed-type`, `seed-empty`, `seed-binary`, `seed-not-text`,
    `seed-too-large`, `seed-encoding`, `seed-front-matter` or `seed-no-sentences`.
    """
    from brief.readers.assemble import assemble

    readers = _readers()
    suffix = "." + file.rsplit(".", 1)[-1].lower() if "." in file else ""
    reader = readers.get(suffix)
    if reader is None:
        known = " and ".join(sorted(readers))
        raise error(
            "seed-type",
            file,
            f"files of type '{suffix}' cannot be read." if suffix else "the file has no suffix.",
            f"Readable are {known}.",
        )
    raw = decode(data, file)
    return assemble(file, data, raw, reader(raw, file), records or {}, short), raw

"""Raw file bytes in, a `Document` out: one reader per type of file, in a plain table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brief.errors import error
from brief.model.document import Document
from brief.model.source import Record
from brief.readers import markdown, plain
from brief.readers.assemble import assemble
from brief.readers.decode import decode

__all__ = ["READERS", "decode", "read"]

READERS: dict[str, Callable[[str, str], plain.Parsed]] = {
    ".txt": plain.parse,
    ".md": markdown.parse,
}
"""The reader of each type of file by suffix: text and file name in, labelled pieces out."""


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
    suffix = "." + file.rsplit(".", 1)[-1].lower() if "." in file else ""
    reader = READERS.get(suffix)
    if reader is None:
        known = " and ".join(sorted(READERS))
        raise error(
            "seed-type",
            file,
            f"files of type '{suffix}' cannot be read." if suffix else "the file has no suffix.",
            f"Readable are {known}.",
        )
    raw = decode(data, file)
    return assemble(file, data, raw, reader(raw, file), records or {}, short), raw

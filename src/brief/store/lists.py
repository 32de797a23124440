"""Lists that a run leaves for people, `claims.md` and `sources.bib`, sealed: a change shows.

A remark at the end holds the hash of all before it. Who reads the list, or imports it, has what
was made from the sources, or is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from brief.errors import Diagnostic
from brief.store import files
from brief.store.artifacts import text_hash

_REMARKS: Mapping[str, str] = {".md": "\n<!-- seal {} -->\n", ".bib": "\n% seal {}\n"}
"""What no reader of such a file shows, by its suffix; a file of another kind has no seal."""

_AGAIN = "Delete it and run again; what you want to change, change in a copy."
_GIVE = "give a finished brief, or claims.md or sources.bib."
_UNSEALED = "it ends without our seal: it was changed, or is no list of a run."


def is_list(path: Path) -> bool:
    """Tell whether a file is of a kind that is sealed."""
    return path.suffix.lower() in _REMARKS


def write(path: Path, text: str) -> None:
    """Write a list with its seal."""
    remark = _REMARKS.get(path.suffix.lower(), "")
    files.write(path, text + remark.format(text_hash(text)))


def changed(path: Path) -> tuple[Diagnostic, ...]:
    """Return an error where a list is not as it was written."""
    text = files.read_text(path).replace("\r\n", "\n")
    pattern = re.escape(_REMARKS[path.suffix.lower()].strip()).replace(r"\{\}", "([0-9a-f]{64})")
    found = re.search(rf"\n{pattern}\s*\Z", text)
    if found and text_hash(text[: found.start()]) == found[1]:
        return ()
    return (
        Diagnostic(
            code="artifact-changed",
            severity="error",
            place=str(path),
            message="it was changed since it was written." if found else _UNSEALED,
            hint=_AGAIN if found else f"If it is one, delete it and run again; else {_GIVE}",
        ),
    )

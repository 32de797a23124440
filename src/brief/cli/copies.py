"""Documents beside the drafts, as "japan (1).docx" or "japan.odt": no run reads them; this says so.

Word processors and browsers make such copies, and who edits one waits in vain for the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brief.cli import origin
from brief.draft import Followed, follow
from brief.edits.readback import reader_of
from brief.errors import BriefError, Diagnostic
from brief.model.brief import Brief
from brief.model.edit import Added, Changed, Edit
from brief.model.plain import plain
from brief.store import files
from brief.store.drafts import DraftFolder, strays


def is_copy(path: Path, audience: str) -> bool:
    """Return whether a document beside the drafts is a copy of an audience's.

    It says so itself, or its name has that of the draft as a word: "Copy of japan", "japan_v2".
    """
    try:
        told = reader_of(files.read_bytes(path)) if path.suffix.lower() == ".docx" else ""
    except BriefError:
        told = ""
    named = rf"(?<![^\W_]){re.escape(audience)}(?![^\W_])"
    return told == audience or (not told and bool(re.search(named, path.stem, re.IGNORECASE)))


def unread(folder: DraftFolder, followed: Followed, new: Brief) -> Iterator[Diagnostic]:
    """Yield a line for each copy of a draft that holds what the draft has not, or may hold it."""
    there = {_key(edit) for edit in followed.edits.edits}
    for path in strays(folder.docx.parent):
        if not is_copy(path, folder.audience):
            continue
        try:
            data = files.read_bytes(path)
            found = follow(data, origin.before(folder, data), new, str(path)).edits.edits
        except BriefError:
            said = f"no run reads it: what was typed there is not in {folder.docx.name}."
            yield _said(path, said, f"{_SAVE} {folder.docx}: {_BOTH}")
            continue
        if more := [edit for edit in found if _key(edit) not in there]:
            count = f"{len(more)} edit{'s' * (len(more) > 1)}"
            said = f"no run reads it: this copy has {count} that {folder.docx.name} has not."
            yield _said(path, said, f"To have them, move it to {folder.docx}: {_BOTH}")


_SAVE = "To have it, save it as a Word document and put that in the place of"
_BOTH = "the next run takes up both."


def _said(path: Path, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="draft-beside", severity="warning", place=str(path), message=message, hint=hint
    )


def _key(edit: Edit) -> tuple[str, ...]:
    """Return what an edit does, whatever it was measured against."""
    match edit:
        case Changed():
            return edit.kind, edit.unit, plain(edit.now)
        case Added():
            return edit.kind, edit.piece.id
        case _:
            return edit.kind, edit.id

"""A draft as it lies, what it was written from and the machine's new version in; what follows out.

What follows is one brief, from which both the PDF and the next draft are made, the edits that it
holds, and whether the draft must be written anew. Values in, values out: nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brief.edits.diff import diff
from brief.edits.merge import Merged, merge
from brief.edits.readback import Draft, read_draft
from brief.edits.rebase import rebase
from brief.edits.verify import typed, unverified
from brief.errors import Diagnostic
from brief.model.brief import Brief
from brief.model.edit import HAND, KEPT, Edits
from brief.writers.docx import to_docx
from brief.writers.style import Style


@dataclass(frozen=True, slots=True)
class Followed:
    """What a run makes of a draft."""

    brief: Brief
    """The machine's new version with the person's edits."""
    edits: Edits
    merged: Merged
    rewrite: bool
    """True when the draft on disk does not show this brief and these comments."""
    unverified: tuple[str, ...] = ()
    """Edited units that nothing vouches for."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def remarks(self) -> Mapping[str, Sequence[str]]:
        """Comments to the editor by unit."""
        return self.merged.remarks


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the last run; nothing, on a new machine."""

    machine: Brief | None = None
    """The machine's version then."""
    drafted: Brief | None = None
    """What the draft was written from: that version with the edits of then."""
    edits: Edits | None = field(default=None)
    """The edits file."""


def follow(data: bytes | None, before: Before, new: Brief, place: str = "draft") -> Followed:
    """Return what follows from a draft (`None`: there is none) and the machine's new version.

    Raises `BriefError` where the draft cannot be read (see `read_draft`); nothing is lost then as
    long as the caller keeps the file.
    """
    known = before.edits or Edits(audience=new.id)
    if data is None:
        return _followed(known, merge(known, new), None)
    machine = before.machine or new
    drafted = before.drafted or merge(known, machine).brief
    draft = read_draft(data, drafted, place)
    edits = rebase(diff(machine, draft.brief), known, draft)
    return _followed(edits, merge(edits, new, draft.remarks), draft)


def _followed(edits: Edits, merged: Merged, draft: Draft | None) -> Followed:
    shown = draft is not None and merged.brief == draft.brief and not draft.worn
    commented = draft is not None and set(merged.remarks) == draft.remarks
    return Followed(
        brief=merged.brief,
        edits=edits,
        merged=merged,
        rewrite=not (shown and commented),
        unverified=unverified(merged.brief, _statements(edits, merged)),
        diagnostics=draft.diagnostics if draft else (),
    )


def _statements(edits: Edits, merged: Merged) -> list[str]:
    """Return the units that say something in a person's words; works cited are no statements."""
    words = typed(edits)
    kept = (unit for unit in merged.edited if unit in words or unit.startswith((HAND, KEPT)))
    return [unit for unit in kept if not unit.startswith("ref:")]


def write_draft(
    brief: Brief,
    style: Style,
    *,
    comments: bool = True,
    remarks: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """Return the draft of a brief; `comments=False` leaves the evidence out."""
    return to_docx(brief, style, comments=comments, remarks=remarks)

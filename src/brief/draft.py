"""A draft as it lies, what it was written from and the machine's new version in; what follows out.

What follows is one brief, from which both the PDF and the next draft are made, the edits that it
holds, and whether the draft must be written anew. Values in, values out: nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from brief.check.content import check_brief
from brief.edits.brought import seen_by_both, together
from brief.edits.diff import diff
from brief.edits.merge import Merged, merge
from brief.edits.notice import noticed, unnoticed
from brief.edits.readback import Draft, read_draft
from brief.edits.rebase import rebase
from brief.edits.report import as_done, touched
from brief.edits.requoted import requoted
from brief.edits.restore import restored
from brief.edits.spell import spelled_out
from brief.edits.tree import to_tree
from brief.edits.verify import typed, unverified
from brief.edits.vouched import Figure
from brief.errors import Diagnostic
from brief.model.brief import Brief
from brief.model.dossier import Source
from brief.model.edit import Comment, Edits, Removed
from brief.model.marks import EVIDENCE_AUTHOR, MARGINS, NOTICE, REMARK_AUTHOR
from brief.model.plain import fold_spaces
from brief.model.tracked import Tracked
from brief.writers.docx import evidence_of, to_docx
from brief.writers.style import Style


@dataclass(frozen=True, slots=True)
class Followed:
    """What a run makes of a draft."""

    brief: Brief
    """The machine's new version with the person's edits; it says how many blocks are edited."""
    edits: Edits
    """Against the machine's version that the person saw."""
    merged: Merged
    shown: Edits
    """What of them the brief shows, against the machine's new version, as a person did it."""
    rewrite: bool
    """True when the draft on disk does not show this brief and these comments."""
    unverified: Mapping[str, str] = field(default_factory=dict)
    """Edited units that nothing vouches for, each with the reason."""
    touched: tuple[str, ...] = ()
    """The blocks that a person changed, added, moved or deleted, each with what was done."""
    stale: tuple[str, ...] = ()
    """Blocks for which the machine has something newer than the draft shows."""
    tracked: int = 0
    """How many tracked changes are open in the draft as it lies."""
    standing: Mapping[str, Tracked] = field(default_factory=dict)
    """Those of them that stand in a passage, by its unit: they stay open in a new one."""
    was_edited: bool = False
    """True when the draft as it lies holds words or comments of a person."""
    comments: tuple[Comment, ...] = ()
    """The comments of people in the draft."""
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
    """The edits of then."""
    brought: Edits | None = None
    """The edits file, where another hand than ours wrote it: edits from another machine."""
    remarks: Mapping[str, Sequence[str]] | None = None
    """The comments to the editor that the draft was written with."""


def follow(
    data: bytes | None,
    before: Before,
    new: Brief,
    place: str = "draft",
    sources: Callable[[], Iterable[Source]] = tuple,
) -> Followed:
    """Return what follows from a draft (`None`: there is none) and the machine's new version.

    `sources` gives the sources as they are now: what edited words quote is looked for there.

    Raises `BriefError` where the draft cannot be read (see `read_draft`); nothing is lost then as
    long as the caller keeps the file.
    """
    known = before.edits or Edits(audience=new.id)
    if data is None:
        edits = requoted(known if before.brought is None else before.brought, new, sources)
        return _followed(edits, merge(edits, new), None, before, new)
    machine = before.machine or new
    draft = read_draft(data, _read_against(before, machine), place)
    brief = restored(machine, unnoticed(draft.brief))
    edits = rebase(diff(machine, brief, _joined(known, draft)), known, draft)
    if before.brought is not None:
        edits = together(machine, before.drafted, brief, edits, before.brought, known)
    edits = requoted(edits, new, sources)
    return _followed(edits, merge(edits, new, draft.remarks), draft, before, new)


def _joined(known: Edits, draft: Draft) -> Mapping[str, str]:
    """Return which pieces became a part of which unit, by the last run and by the draft."""
    return _joins(known) | dict(draft.joined)


def _joins(edits: Edits) -> dict[str, str]:
    return {e.id: e.into for e in edits.edits if isinstance(e, Removed) and e.into}


def finished(
    followed: Followed, new: Brief, drawable: Callable[[str], bool]
) -> tuple[Brief, list[Diagnostic]]:
    """Return the brief that is published, and what could not be said in it.

    It names the places that hold a person's words, and those that nothing vouches for: of the
    latter also what an edit elsewhere left without what it rests on, since no edit stops a build.
    A character that no font has is named instead, where a person typed it.
    """
    words = {
        "edited": followed.merged.edited,
        "unverified": tuple(followed.unverified),
        "reasons": dict(followed.unverified),
    }
    brief, said = spelled_out(followed.brief.model_copy(update=words), drawable)
    if not brief.by_hand:
        return brief, said
    ours = set(_faults(new))
    left = [place for place in _faults(brief) if place not in ours]
    reasons = dict.fromkeys(left, _LEFT) | brief.reasons
    unverified = tuple(dict.fromkeys((*brief.unverified, *left)))
    return brief.model_copy(update={"unverified": unverified, "reasons": reasons}), said


def retraced(final: Brief, machine: Brief) -> Brief:
    """Return the finished brief that the machine's version gives with the edits that `final` holds.

    It is `final` again, where that names each place that a person changed, and each of them that
    nothing vouches for.
    """
    edits = diff(machine, unnoticed(final))
    followed = follow(None, Before(brought=edits), machine)
    return finished(followed, machine, lambda _: True)[0]


_LEFT = "an edit elsewhere took away what it rests on"


def _faults(brief: Brief) -> list[str]:
    """Return the places of a brief at which the check of its content finds an error."""
    found = [one.place for one in check_brief(brief) if one.severity == "error"]
    return [place.partition(", ")[2].removeprefix("block ") for place in found]


def with_edits(edits: Edits, new: Brief, like: Followed) -> Followed:
    """Return what follows when only `edits` are left; the comments of people stay as in `like`."""
    return replace(follow(None, Before(brought=edits), new), comments=like.comments)


def _read_against(before: Before, machine: Brief) -> Brief:
    """Return the brief that a draft was written from, as well as we know it."""
    if before.drafted is not None:
        return before.drafted
    origin = before.brought or before.edits or Edits(audience=machine.id)
    return noticed(seen_by_both(origin, machine), max(len(origin.edits), 1))


def _followed(
    edits: Edits, merged: Merged, draft: Draft | None, before: Before, new: Brief
) -> Followed:
    shown = diff(new, merged.brief, _joins(edits))
    if not (shown.edits or merged.remarks):
        edits = Edits(audience=new.id)
    tree = to_tree(merged.brief)
    seen = as_done(shown, to_tree(new), tree)
    blocks = tuple(touched(seen, tree))
    statements = _statements(edits, merged, new)
    doubts = unverified(merged.brief, statements, new, shown, _figures)
    brief = noticed(merged.brief, len(blocks), loose=bool(doubts))
    comments = tuple(_of_people(draft, before)) if draft else ()
    return Followed(
        brief=brief,
        edits=edits,
        merged=merged,
        shown=seen,
        rewrite=draft is None or not _shows(draft, brief, merged, before),
        unverified=doubts,
        touched=blocks,
        stale=tuple(_stale(draft.brief, brief)) if draft else (),
        tracked=draft.tracked if draft else 0,
        standing=draft.standing if draft and blocks else {},
        was_edited=bool(edits.edits or comments or (before.edits and before.edits.edits)),
        comments=comments,
        diagnostics=draft.diagnostics if draft else (),
    )


def _figures(sentence: str) -> Sequence[Figure]:
    """Return the figures of a sentence; what reads them is loaded only where a person typed."""
    from brief.engines.rules.figures import find_figures

    return find_figures(sentence)


def _shows(draft: Draft, brief: Brief, merged: Merged, before: Before) -> bool:
    """Return whether a draft shows the brief and the comments to its editor.

    With tracked changes open it need not show the notice: writing it anew would end the tracking.
    """
    same = brief == draft.brief
    if draft.tracked and not same:
        same = unnoticed(brief) == unnoticed(draft.brief)
    if draft.worn or not same or set(merged.remarks) != draft.remarks:
        return False
    return before.remarks is None or all(
        list(texts) == list(before.remarks.get(unit, ())) for unit, texts in merged.remarks.items()
    )


def _stale(shown: Brief, brief: Brief) -> Iterator[str]:
    """Yield the blocks that read otherwise in the draft than in the brief."""
    for block in touched(diff(shown, brief), to_tree(brief)):
        if not block.startswith(NOTICE):
            yield block


def _of_people(draft: Draft, before: Before) -> Iterator[Comment]:
    """Yield the comments that people wrote, and those of ours that people wrote in."""
    lines = {*(evidence_of(before.drafted) if before.drafted else ())}
    lines |= {
        line for t in (before.remarks or {}).values() for text in t for line in text.split("\n")
    }
    ours = {fold_spaces(line) for line in (*lines, "")}
    known = before.drafted is not None and before.remarks is not None
    for comment in draft.comments:
        if comment.author not in (EVIDENCE_AUTHOR, REMARK_AUTHOR):
            yield comment
        elif known and not {fold_spaces(line) for line in comment.lines} <= ours:
            yield comment.model_copy(update={"author": f"{comment.author}, edited"})


def _statements(edits: Edits, merged: Merged, new: Brief) -> list[str]:
    """Return the units that say something in a person's words, or that the machine no longer says.

    The latter also where a person changed the look alone. Works cited are no statements, nor are
    heads and feet.
    """
    words, ours = typed(edits) | {*merged.conflicts}, to_tree(new).owners()
    kept = (unit for unit in merged.edited if unit in words or unit not in ours)
    return [unit for unit in kept if not unit.startswith("ref:") and unit not in MARGINS]


def write_draft(
    brief: Brief,
    style: Style,
    *,
    comments: bool = True,
    remarks: Mapping[str, Sequence[str]] | None = None,
    said: Sequence[Comment] = (),
    packed: str = "",
    standing: Mapping[str, Tracked] | None = None,
) -> bytes:
    """Return the draft of a brief.

    `comments=False` leaves out the evidence, the comments of people (`said`) and `packed`. The
    `remarks` stay: deleting one settles what it tells of, and so would leaving it out. `packed` is
    what the draft was written from: a copy of it then tells on any machine what a person changed.
    `standing` are tracked changes to be left open.
    """
    if not comments:
        return to_docx(brief, style, comments=False, remarks=remarks)
    return to_docx(brief, style, remarks=remarks, said=said, packed=packed, standing=standing)

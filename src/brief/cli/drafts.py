"""`brief draft`: the draft that people edit, merged with the new brief where it lies."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from brief.cli import origin
from brief.cli.comments import with_left
from brief.cli.copies import unread
from brief.cli.inputs import done, load_question, load_style, say
from brief.cli.pages import gave_way, within_pages
from brief.draft import Followed, finished, follow, write_draft
from brief.edits.readback import open_changes
from brief.edits.report import status_lines
from brief.errors import BriefError, Diagnostic, error
from brief.model.brief import Brief
from brief.model.dossier import Dossier, Source
from brief.store import artifacts, drafts, files
from brief.store.asked import bring_back, put_by
from brief.store.drafts import DraftFolder, Raced, State
from brief.store.versions import remember
from brief.writers.fonts import drawable
from brief.writers.style import Style

_ANOTHER = "it is another copy than the last run left; words and comments typed in either stand."
_UNDO = "`brief diff` shows it; `brief reset` takes out what should not stand."
_MOST_TRIES = 5
"""How often we begin anew with a draft that somebody saves while we write."""


def draft(options: argparse.Namespace) -> int:
    """Merge what a person edited into the new brief, and rewrite the draft where it lies."""
    new = artifacts.load(options.brief, Brief)
    folder = drafts.audience_of(options.docx)
    style = load_style(options.templates)
    with folder.locked():
        for left in reversed(range(_MOST_TRIES)):
            try:
                followed, machine, said = _drafted(folder, new, style, options)
                break
            except Raced as raced:
                if not left:
                    raise saved_too_often(folder) from raced
    final, unsaid = finished(followed, machine, drawable)
    if options.output:
        artifacts.save(options.output, final)
    did = "read" if any(one.code == "draft-open" for one in said) else "drafted"
    done(f"{did} {options.docx}", *_said_of(folder.audience, followed))
    return int(say((*said, *unsaid, *gave_way(new, machine))))


def _drafted(
    folder: DraftFolder, new: Brief, style: Style, options: argparse.Namespace
) -> tuple[Followed, Brief, tuple[Diagnostic, ...]]:
    """Merge and rewrite a draft; return what followed, from which version of ours, what to say.

    Raises `Raced` when somebody saved it meanwhile: what lies there now is to be read again.
    """
    briefs = folder.docx.parent
    seen, others = drafts.trigger(briefs, folder.audience), drafts.beside(briefs)
    asked = _asked(options)
    turned = _turned(folder, asked)
    data, lost = _lying(folder)
    sources = partial(_sources, options.dossier)
    followed, said = _followed(folder, data, new, sources)
    machine = within_pages(followed, new, style, options)
    if machine is not new:
        followed, said = _followed(folder, data, machine, sources)
    followed = with_left(folder, data, followed)
    made = origin.version(machine, followed)
    written = write_draft(
        followed.brief,
        style,
        comments=not options.clean,
        remarks=followed.remarks,
        said=followed.comments,
        packed=origin.packed(data, made),
        standing=followed.standing,
    )
    version = remember(folder.own, made)
    folder.save_edits(origin.edits_text(followed.edits))
    state, more = _place(folder, data, written, followed)
    # A draft that could not be renewed still shows the version before: it is read against that.
    shown = folder.state.version if state.pending else version
    told = origin.told_version(data) if state.serial == folder.state.serial else version
    found = {"version": shown, "seen": seen, "edits": (folder.edits_digest(),), "told": told}
    left = {"comments": () if options.clean else followed.comments}
    asks = {"beside": others, "asked": asked}
    folder.save_state(state.model_copy(update=found | asks | left))
    return followed, machine, (*turned, *lost, *said, *more, *unread(folder, followed, machine))


def _asked(options: argparse.Namespace) -> str:
    """Return what tells one question from another: its relation and parties, however worded."""
    question = load_question(options.question, options.templates)
    return "; ".join((question.relation.name, *sorted(one.name for one in question.parties)))


def _turned(folder: DraftFolder, asked: str) -> tuple[Diagnostic, ...]:
    """Put a draft of another question by, bring this one's back; return what is to be said.

    What a person typed of one question would be false of another.
    """
    was = folder.state.asked
    if was in ("", asked):
        return ()
    if held := folder.held():
        said = f"it is on another question ({was}), and {held[0]}."
        hint = f"{held[1]} and run `snakemake all` again."
        raise error("draft-open", str(folder.docx), said, hint)
    told: list[Diagnostic] = []
    if copy := put_by(folder, asked):
        said = f"what was typed in it is on another question ({was}) and is put by, as {copy} too."
        told.append(_said(folder, "draft-asked", said, "It comes back when that is asked again."))
    if bring_back(folder, asked):
        said = "this question was asked before: what was typed then is back in it."
        told.append(_said(folder, "draft-asked", said, "See: brief diff " + folder.audience))
    return tuple(told)


def _lying(folder: DraftFolder) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return the draft's bytes; what no program can read is moved aside, and that is said."""
    try:
        return folder.read(), ()
    except BriefError as problem:
        aside = folder.set_aside()
        found = problem.diagnostics[0]
        message = f"{found.message} It is kept as {aside}; a fresh draft was written."
        said = found.model_copy(update={"severity": "warning", "message": message, "hint": ""})
        return None, (said,)


def saved_too_often(folder: DraftFolder) -> BriefError:
    """Return the error for a draft that somebody saves each time that we write."""
    return error(
        "draft-raced", str(folder.docx), "is being saved again and again; it was left as it lies.",
        "Run `snakemake all` when that has ended.",
    )  # fmt: skip


def _sources(dossier: Path | None) -> tuple[Source, ...]:
    """Return the sources as they are now; none where `brief draft` was not told of them."""
    return artifacts.load(dossier, Dossier).sources if dossier else ()


def _followed(
    folder: DraftFolder,
    data: bytes | None,
    new: Brief,
    sources: Callable[[], Iterable[Source]],
) -> tuple[Followed, tuple[Diagnostic, ...]]:
    """Return what follows from the draft; one that cannot be read is kept and set aside."""
    before = origin.before(folder, data)
    place = str(folder.docx)
    try:
        followed = follow(data, before, new, place, sources)
        if before.brought is None or not origin.is_another(folder, data):
            return followed, followed.diagnostics
        return followed, (*followed.diagnostics, _said(folder, "draft-another", _ANOTHER, _UNDO))
    except BriefError as problem:
        found = problem.diagnostics[0]
        if data is None or found.code == "draft-newer":
            raise
        copy = folder.keep(data, "unreadable")
        said = Diagnostic(
            code=found.code,
            severity="warning",
            place=place,
            message=f"{found.message} It is kept as {copy}; a fresh draft was written.",
            hint=found.hint and f"To have its words: {found.hint[:1].lower()}{found.hint[1:]}",
        )
        return follow(None, before, new, place, sources), (said,)


def _place(
    folder: DraftFolder, data: bytes | None, written: bytes, followed: Followed
) -> tuple[State, tuple[Diagnostic, ...]]:
    """Put the written draft in its place unless what lies there says the same already."""
    state = folder.state
    made = files.digest(written)
    ours = data is not None and files.digest(data) == state.written
    # Only what we made ourselves is made anew for our own sake: a file that a person has saved may
    # hold more than we can write, as open tracked changes.
    stale = data is not None and folder.untouched(data) and written != data
    if data is not None and not (followed.rewrite or stale):
        found = {"written": files.digest(data), "made": made, "pending": False}
        return state.model_copy(update=found), ()
    if data is not None and (held := folder.held()):
        said = _said(
            folder,
            "draft-open",
            f"it is {held[0]}, so it was not renewed; the PDF has what you saved.",
            f"{held[1]} and run `snakemake all` again.",
        )
        return state.model_copy(update={"pending": True}), (said,)
    told: list[Diagnostic] = []
    if data is not None and (not ours or followed.was_edited):
        copy = folder.keep(data, "edited")
        told += _untracked(folder, followed.tracked, written, copy)
    if caught := folder.replace(written, data):
        message = f"saved while we wrote; those words are kept as {caught}."
        hint = "Copy them into the draft and run `snakemake all` again."
        told.append(_said(folder, "draft-raced", message, hint))
    update = {"written": made, "made": made, "serial": state.serial + 1, "pending": False}
    return state.model_copy(update=update), tuple(told)


def _untracked(folder: DraftFolder, count: int, written: bytes, copy: Path) -> list[Diagnostic]:
    """Return what is to be said of tracked changes that a draft written anew shows no more."""
    gone = count - open_changes(written) if count else 0
    message = f"there is news, so it was written anew; of its {count} tracked changes {gone} ended."
    hint = f"The draft that shows them all is kept as {copy}."
    return [_said(folder, "draft-tracked", message, hint)] if gone > 0 else []


def _said(folder: DraftFolder, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code=code, severity="warning", place=str(folder.docx), message=message, hint=hint
    )


def _said_of(name: str, followed: Followed) -> list[str]:
    """Return what a run says of a draft: nothing when there is nothing to look at."""
    found = followed.touched or followed.merged.returned
    return (
        status_lines(name, followed.merged, followed.touched, followed.unverified) if found else []
    )

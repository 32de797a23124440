"""`brief status`, `diff` and `reset`: what people edited in a draft, shown or taken back."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from brief.cli import origin
from brief.cli.copies import unread
from brief.cli.drafts import saved_too_often
from brief.cli.inputs import load_style, say
from brief.cli.whereabouts import WHERE, drafts_meant, missing, names_in
from brief.draft import Before, Followed, follow, with_edits, write_draft
from brief.edits.report import diff_lines, is_of, status_lines
from brief.edits.tree import to_tree
from brief.errors import BriefError, error
from brief.model.brief import Brief
from brief.store import artifacts, files
from brief.store.drafts import DraftFolder, Raced, State
from brief.store.versions import pack, remember

BUILT = Path("build") / "briefs"
"""Where a run leaves the briefs as composed."""
_UNKNOWN = "Run snakemake. A copy of a draft is read where it is put in the place of that."


def status(options: argparse.Namespace) -> int:
    """Say of each draft what is edited, conflicting, orphaned or not verified."""
    folders = drafts_meant(options, options.audiences)
    folders = folders or [DraftFolder(options.briefs, name) for name in names_in(options.briefs)]
    if not folders:
        print(f"{options.briefs.absolute()}: no drafts there. {WHERE}")
    failed = False
    for folder in folders:
        try:
            followed, machine = _as_it_lies(folder)
        except BriefError as problem:
            failed |= say(problem.diagnostics)
            continue
        print("\n".join(_status(folder.audience, followed)))
        say((*followed.diagnostics, *unread(folder, followed, machine)))
    return int(failed)


def diff(options: argparse.Namespace) -> int:
    """Show the edits of a draft: the machine's words marked `-`, the person's `+`."""
    (folder,) = drafts_meant(options, [options.audience])
    followed, _ = _as_it_lies(folder)
    print("\n".join(diff_lines(followed.shown)) or f"{folder.audience}: no edits")
    return 0


def reset(options: argparse.Namespace) -> int:
    """Give back the machine's version of a draft or of one block; keep the edited draft."""
    (folder,) = drafts_meant(options, [options.audience])
    if not folder.docx.exists():
        raise missing(folder)
    with folder.locked():
        followed, machine = _as_it_lies(folder)
        data = folder.read()
        assert data is not None
        block, owners = options.block, to_tree(followed.brief).owners()
        kept = [e for e in followed.edits.edits if block and not is_of(e, block, owners)]
        if len(kept) == len(followed.edits.edits):
            _known(block, (followed.brief, machine), folder)
            what = f"block '{block}'" if block else folder.audience
            print(f"{what}: no edits; nothing to reset. See: brief status {folder.audience}")
            return 0
        if held := folder.held():
            said = f"it is {held[0]}, so nothing was taken back."
            hint = f"{held[1]} and reset again."
            raise error("draft-open", str(folder.docx), said, hint)
        copy = folder.keep(data, "edited")
        edits = followed.edits.model_copy(update={"edits": tuple(kept)})
        followed = with_edits(edits, machine, followed)
        made = origin.version(machine, followed)
        written = write_draft(
            followed.brief,
            load_style(options.templates),
            remarks=followed.remarks,
            said=followed.comments,
            packed=pack(made),
        )
        version = remember(folder.own, made)
        folder.save_edits(origin.edits_text(edits))
        try:
            folder.replace(written, data)
        except Raced as raced:
            raise saved_too_often(folder) from raced
        serial = folder.state.serial + 1
        folder.save_state(
            State(
                written=files.digest(written),
                made=files.digest(written),
                version=version,
                told=version,
                asked=folder.state.asked,
                edits=(folder.edits_digest(),),
                comments=followed.comments,
                seen=f"reset:{serial}",
                serial=serial,
            )
        )
    print(f"{folder.docx}: reset; the edited draft is kept as {copy}. Now run: snakemake all")
    return 0


def _known(block: str, versions: Iterable[Brief], folder: DraftFolder) -> None:
    """Raise for the name of a block that no version of a draft has: it is misspelt."""
    trees = [to_tree(one) for one in versions]
    if block and not any(block in tree.pieces or block in tree.owners() for tree in trees):
        said = f"there is no block '{block}' in it."
        hint = f"`brief status {folder.audience}` names those that are edited."
        raise error("block-unknown", str(folder.docx), said, hint)


def _as_it_lies(folder: DraftFolder) -> tuple[Followed, Brief]:
    """Return what follows from a draft now, and the machine's version; nothing is written."""
    data = folder.read()
    if data is None:
        raise missing(folder)
    before = origin.before(folder, data)
    built = BUILT / f"{folder.audience}.json"
    if built.exists():
        new = _shown(artifacts.load(built, Brief), before)
    elif before.machine:
        new = before.machine
    else:
        raise error("draft-unknown", str(folder.docx), "nothing is known of it.", _UNKNOWN)
    try:
        return follow(data, before, new, str(folder.docx)), new
    except BriefError as problem:
        hint = "`snakemake all` keeps the file in briefs/kept/ and writes a fresh draft."
        raise origin.hinted(problem, hint) from problem


def _shown(built: Brief, before: Before) -> Brief:
    """Return the version of ours that a draft shows, if it is what was built less what gave way."""
    ours = before.machine
    if ours and ours.inputs == built.inputs and {*ours.annex} > {*built.annex}:
        return ours
    return built


def _status(name: str, followed: Followed) -> list[str]:
    return status_lines(
        name, followed.merged, followed.touched, followed.unverified, followed.stale
    )

"""`brief draft`, `status`, `diff` and `reset`: the draft that people edit, merged where it lies."""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from brief.cli.inputs import done, load_style, say
from brief.draft import Before, Followed, follow, write_draft
from brief.edits.merge import merge
from brief.edits.readback import version_of
from brief.edits.report import diff_lines, status_lines
from brief.edits.text_form import from_data, to_data
from brief.errors import BriefError, Diagnostic, error
from brief.model.brief import Brief
from brief.model.edit import Added, Changed, Edit, Edits
from brief.store import artifacts, drafts, files, yaml_text
from brief.store.drafts import DraftFolder, State
from brief.store.versions import Version, recall, remember

BUILT = Path("build") / "briefs"
"""Where a run leaves the briefs as composed."""


def draft(options: argparse.Namespace) -> int:
    """Merge what a person edited into the new brief, and rewrite the draft where it lies."""
    new = artifacts.load(options.brief, Brief)
    folder = drafts.audience_of(options.docx)
    style = load_style(options.templates)
    with folder.locked():
        seen = drafts.trigger(options.docx.parent, folder.audience)
        data = folder.read()
        followed, said = _followed(folder, data, new)
        written = write_draft(
            followed.brief, style, comments=not options.clean, remarks=followed.remarks
        )
        _save_edits(folder, followed.edits)
        version = remember(folder.own, Version(machine=new, merged=followed.brief))
        state, more = _place(folder, data, written, rewrite=followed.rewrite)
        # A draft that could not be renewed still shows the version before: it is read against that.
        shown = folder.state.version if state.pending else version
        folder.save_state(state.model_copy(update={"version": shown, "seen": seen}))
    if options.output:
        artifacts.save(options.output, _finished(followed))
    edited = followed.merged.edited or followed.merged.returned
    done(f"drafted {options.docx}", *(_status(folder.audience, followed) if edited else ()))
    return int(say((*said, *more)))


def status(options: argparse.Namespace) -> int:
    """Say of each draft what is edited, conflicting, orphaned or not verified."""
    names = options.audiences or sorted(path.stem for path in options.briefs.glob("*.docx"))
    if not names:
        print(f"{options.briefs}: no drafts yet. Run: snakemake all")
    for name in names:
        followed, _ = _as_it_lies(DraftFolder(options.briefs, name))
        print("\n".join(_status(name, followed)))
        say(followed.diagnostics)
    return 0


def diff(options: argparse.Namespace) -> int:
    """Show the edits of a draft: the machine's words marked `-`, the person's `+`."""
    followed, _ = _as_it_lies(DraftFolder(options.briefs, options.audience))
    print("\n".join(diff_lines(followed.edits)) or f"{options.audience}: no edits")
    return 0


def reset(options: argparse.Namespace) -> int:
    """Give back the machine's version of a draft or of one block; keep the edited draft."""
    folder = DraftFolder(options.briefs, options.audience)
    with folder.locked():
        followed, machine = _as_it_lies(folder)
        data = folder.read()
        assert data is not None
        kept = [e for e in followed.edits.edits if options.block and not _is_of(e, options.block)]
        if len(kept) == len(followed.edits.edits):
            what = f"block '{options.block}'" if options.block else options.audience
            print(f"{what}: no edits; nothing to reset.")
            return 0
        copy = folder.keep(data, "edited")
        edits = followed.edits.model_copy(update={"edits": tuple(kept)})
        merged = merge(edits, machine)
        written = write_draft(merged.brief, load_style(options.templates), remarks=merged.remarks)
        folder.replace(written, data)
        _save_edits(folder, edits)
        serial = folder.state.serial + 1
        folder.save_state(
            State(
                written=files.digest(written),
                version=remember(folder.own, Version(machine=machine, merged=merged.brief)),
                seen=f"reset:{serial}",
                serial=serial,
            )
        )
    print(f"{folder.docx}: reset; the edited draft is kept as {copy}. Now run: snakemake all")
    return 0


def _before(folder: DraftFolder, data: bytes | None) -> Before:
    """Return what the draft was written from: what it says itself, or else what we remember."""
    try:
        own = version_of(data) if data is not None else ""
    except BriefError:
        own = ""
    version = recall(folder.own, own) or recall(folder.own, folder.state.version)
    return Before(
        machine=version.machine if version else None,
        drafted=version.merged if version else None,
        edits=_load_edits(folder),
    )


def _followed(
    folder: DraftFolder, data: bytes | None, new: Brief
) -> tuple[Followed, tuple[Diagnostic, ...]]:
    """Return what follows from the draft; one that cannot be read is kept and set aside."""
    before = _before(folder, data)
    place = str(folder.docx)
    try:
        followed = follow(data, before, new, place)
        return followed, followed.diagnostics
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
        )
        return follow(None, Before(edits=before.edits), new, place), (said,)


def _place(
    folder: DraftFolder, data: bytes | None, written: bytes, *, rewrite: bool
) -> tuple[State, tuple[Diagnostic, ...]]:
    """Put the written draft in its place unless what lies there says the same already."""
    state = folder.state
    ours = data is not None and files.digest(data) == state.written
    if data is not None and not (rewrite or (ours and written != data)):
        return state.model_copy(update={"written": files.digest(data), "pending": False}), ()
    if data is not None and folder.open_elsewhere():
        said = _said(folder, "draft-open", "it is open in a word processor, so it was not renewed.")
        return state.model_copy(update={"pending": True}), (said,)
    if data is not None and not ours:
        folder.keep(data, "edited")
    caught = folder.replace(written, data)
    said = _said(folder, "draft-raced", f"saved while we wrote; those words are kept as {caught}.")
    return (
        state.model_copy(
            update={
                "written": files.digest(written),
                "serial": state.serial + 1,
                "pending": False,
            }
        ),
        (said,) if caught else (),
    )


def _said(folder: DraftFolder, code: str, message: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity="warning",
        place=str(folder.docx),
        message=message,
        hint="Close it and run `snakemake all` again.",
    )


def _finished(followed: Followed) -> Brief:
    """Return the brief that is published: it says how many places hold a person's words."""
    brief, count = followed.brief, len(followed.merged.edited)
    if not count:
        return brief
    edited = f"Edited by hand: {count} {'place' if count == 1 else 'places'}"
    footer = " · ".join(filter(None, (brief.labels.footer, edited)))
    labels = brief.labels.model_copy(update={"footer": footer})
    return brief.model_copy(update={"labels": labels, "edited": followed.merged.edited})


def _as_it_lies(folder: DraftFolder) -> tuple[Followed, Brief]:
    """Return what follows from a draft now, and the machine's version; nothing is written."""
    data = folder.read()
    if data is None:
        raise error("draft-missing", str(folder.docx), "no such draft.", "Run: snakemake all")
    before = _before(folder, data)
    built = BUILT / f"{folder.audience}.json"
    if built.exists():
        new = artifacts.load(built, Brief)
    elif before.machine:
        new = before.machine
    else:
        raise error("draft-unknown", str(folder.docx), "nothing is known of it.", "Run snakemake.")
    return follow(data, before, new, str(folder.docx)), new


def _status(name: str, followed: Followed) -> list[str]:
    return status_lines(name, followed.merged, followed.unverified)


def _is_of(edit: Edit, block: str) -> bool:
    """Tell whether an edit is of a block, or of a part of it."""
    if isinstance(edit, Changed):
        return edit.unit == block or edit.unit.startswith(f"{block}/")
    return (edit.piece.id if isinstance(edit, Added) else edit.id) == block


def _load_edits(folder: DraftFolder) -> Edits | None:
    path = folder.edits
    if not path.exists():
        return None
    return from_data(yaml_text.parse(files.read_text(path), str(path)), str(path))


def _save_edits(folder: DraftFolder, edits: Edits) -> None:
    """Write the edits as text beside the draft; without edits there is no file."""
    if edits.edits:
        text = yaml.safe_dump(to_data(edits), sort_keys=False, allow_unicode=True, width=100)
        files.write(folder.edits, text)
    else:
        folder.edits.unlink(missing_ok=True)

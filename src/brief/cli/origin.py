"""What a draft was written from: as it says itself, as we remember, as its text file says."""

from __future__ import annotations

import re

import yaml

from brief.check.finished import RUN_AGAIN
from brief.draft import Before, Followed
from brief.edits.readback import version_of
from brief.edits.text_form import from_data, to_data
from brief.errors import BriefError, Diagnostic, error
from brief.model.brief import Brief
from brief.model.edit import Edits
from brief.store import files, yaml_text
from brief.store.drafts import DraftFolder
from brief.store.versions import Version, pack, recall, unpack


def before(folder: DraftFolder, data: bytes | None) -> Before:
    """Return what the draft was written from: what it says itself, or else what we remember."""
    own, packed = _told(data)
    version = recall(folder.own, own) or _carried(folder, own, packed)
    version = version or recall(folder.own, folder.state.version)
    found, edits = _edits_file(folder), version.edits if version else None
    unseen = folder.edits_digest() not in folder.state.edits or is_another(folder, data)
    ours = found == edits or not unseen
    # A file that is not there, or holds nothing, takes no edit back.
    brought = None if ours or not found.edits else found
    edits = found if edits is None and brought is None else edits
    if version is None:
        return Before(edits=edits, brought=brought)
    return Before(version.machine, version.merged, edits, brought, version.remarks)


def is_another(folder: DraftFolder, data: bytes | None) -> bool:
    """Return whether a draft is not the one that we left, edited on, but another copy of it.

    Who wrote in that copy may not have seen what was typed into ours.
    """
    own, told = told_version(data), folder.state.told
    return bool(own and told and own != told)


def is_ours(data: bytes | None) -> bool:
    """Return whether a draft carries what we write it from; a copy made clean does not."""
    return all(_told(data))


def carried_otherwise(data: bytes, brief: Brief, file: str) -> list[Diagnostic]:
    """Return where a draft carries unseen another version than the one its brief was written from.

    Some programs drop what it carries. Where somebody edited, it is that of before.
    """
    own, packed = version_of(data, file)
    found = unpack(packed, own) if packed else None
    as_is = found and _content(found.merged) == _content(brief)
    if not packed or as_is or (found and brief.by_hand):
        return []
    said = "what it carries unseen, from which edits are told, is not what we wrote it from."
    return [
        Diagnostic(code="docx-differs", severity="error", place=file, message=said, hint=RUN_AGAIN)
    ]


def _content(brief: Brief) -> str:
    """Return what tells briefs apart, whatever they were made and printed with."""
    return brief.model_copy(update={"inputs": {}}).fingerprint


def told_version(data: bytes | None) -> str:
    """Return the id of the version that a draft says it was written from; empty: it does not."""
    return _told(data)[0]


def _carried(folder: DraftFolder, own: str, packed: str) -> Version | None:
    """Return what a draft was written from as it tells itself, unless it is another reader's."""
    version = unpack(packed, own) if packed else None
    return version if version and version.machine.id == folder.audience else None


def _told(data: bytes | None) -> tuple[str, str]:
    """Return what a draft says of the version it was written from, and that version, packed."""
    try:
        return version_of(data) if data is not None else ("", "")
    except BriefError:
        return "", ""


def _edits_file(folder: DraftFolder) -> Edits:
    """Return the edits of the text file; none when there is no file."""
    path = str(folder.edits)
    try:
        text = files.as_text(folder.read_edits(), path)
        if mark := _TWO_SIDES.search(text):
            line = text.count("\n", 0, mark.start()) + 1
            both = _BOTH if folder.docx.exists() else "."
            raise error("edits-broken", f"{path}:{line}", _MERGED, f"{_TAKE_ONE} {path}){both}")
        found = from_data(yaml_text.parse(text, path) or {"audience": folder.audience}, path)
    except BriefError as problem:
        kept = ": the draft holds your edits as well" if folder.docx.exists() else ""
        raise hinted(problem, f"Mend it, or move it away{kept}.") from problem
    if found.audience != folder.audience:
        said = f"it holds the edits of another draft, '{found.audience}'."
        hint = f"Move it away, or write `audience: {folder.audience}` in it if they belong here."
        raise error("edits-broken", path, said, hint)
    return found


_TWO_SIDES = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""How git marks the lines of two sides that it could not merge."""
_MERGED = "git left two versions of the edits in it."
_TAKE_ONE = "Take the other side whole (git checkout --theirs"
_BOTH = ": the draft holds yours, and the next run takes up both."


def edits_text(edits: Edits) -> str:
    """Return the edits as text; without edits, nothing."""
    if not edits.edits:
        return ""
    return yaml.safe_dump(to_data(edits), sort_keys=False, allow_unicode=True, width=100)


def version(machine: Brief, followed: Followed) -> Version:
    """Return what a draft is written from now."""
    remarks = {unit: tuple(texts) for unit, texts in followed.remarks.items()}
    return Version(machine=machine, merged=followed.brief, edits=followed.edits, remarks=remarks)


def packed(data: bytes | None, made: Version) -> str:
    """Return a version packed: as the draft holds it already, if that says the same.

    The same edits may be told against one version of ours or the next: that is no reason to write
    a draft anew.
    """
    own, packed = _told(data)
    held = unpack(packed, own) if packed else None
    same = held and held.model_copy(update={"edits": made.edits}) == made
    return packed if same else pack(made)


def hinted(problem: BriefError, hint: str) -> BriefError:
    """Return an error with what to do about it, unless it says so itself.

    How YAML is mended says nothing of the file as a whole.
    """
    said = {one: one.hint if one.code != "yaml-broken" else "" for one in problem.diagnostics}
    return BriefError(
        *(
            one.model_copy(update={"hint": own or f"{one.hint} {hint}".strip()})
            for one, own in said.items()
        )
    )

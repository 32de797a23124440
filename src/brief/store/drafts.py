"""The drafts that people edit: what we wrote, what they typed, and copies so nothing is lost.

No Snakemake rule owns a draft, because Snakemake deletes what rules own. Beside the drafts
(`briefs/japan.docx`) lie
`briefs/.drafts/japan/` what each version of ours was made from, by content hash, and the state,
`briefs/kept/`          a dated copy of every edited or unreadable draft before it is rewritten,
`briefs/edits/`         the edits of each draft as text, for version control.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from brief.errors import BriefError, error
from brief.model.base import Model
from brief.store import artifacts, files


class State(Model):
    """What we know of a draft since we last wrote it."""

    written: str = ""
    """SHA-256 of the draft's bytes as we wrote it, or as we found it without edits."""
    made: str = ""
    """SHA-256 of the draft's bytes as we last made it; another file there is in a person's hand."""
    version: str = ""
    """Id of the `Version` it shows."""
    seen: str = "none"
    """The trigger that the last run answered."""
    serial: int = Field(default=0, ge=0)
    """How often we wrote it."""
    edits: tuple[str, ...] = ()
    """SHA-256 of the edits file as we wrote it, the last two; empty text: there is none."""
    pending: bool = False
    """True when the draft could not be rewritten (open in a word processor)."""


class DraftFolder:
    """Paths and state of one audience's draft."""

    def __init__(self, briefs: Path, audience: str) -> None:
        self.audience = audience
        self.docx = briefs / f"{audience}.docx"
        self.edits = briefs / "edits" / f"{audience}.yaml"
        self._kept = briefs / "kept"
        self.own = briefs / ".drafts" / audience
        """Where we keep our memory of this draft."""

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the draft for one run of ours; a second one waits."""
        self.own.mkdir(parents=True, exist_ok=True)
        with (self.own / "lock").open("w") as handle:
            try:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX)
            except ImportError:  # no such lock on Windows
                pass
            yield

    @property
    def state(self) -> State:
        """The state, or a fresh one when there is none or it is damaged."""
        try:
            return artifacts.load(self.own / "state.json", State)
        except BriefError:
            return State()

    def save_state(self, state: State) -> None:
        """Write the state."""
        artifacts.save(self.own / "state.json", state)

    def read(self) -> bytes | None:
        """Return the draft's bytes, or `None` when there is no draft."""
        return files.read_bytes(self.docx) if self.docx.exists() else None

    def untouched(self, data: bytes) -> bool:
        """Tell whether a draft is, byte for byte, the one that we last made."""
        return files.digest(data) == self.state.made

    def open_elsewhere(self) -> Path | None:
        """Return the lock file that Word or LibreOffice leaves while it has the draft open."""
        name = self.docx.name
        word = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
        marks = (self.docx.parent / mark for mark in (*word, f".~lock.{name}#"))
        return next((mark for mark in marks if mark.exists()), None)

    def edits_digest(self) -> str:
        """Return the hash of the edits file; empty when there is none."""
        return files.digest(files.read_bytes(self.edits)) if self.edits.exists() else ""

    def save_edits(self, text: str) -> None:
        """Write the edits file, or delete it for no text; a file of another hand is kept first.

        The state names the new file before it is there, so that a run killed in between takes
        it for ours.
        """
        found, wanted = self.edits_digest(), files.digest(text.encode()) if text else ""
        if found == wanted:
            self.save_state(self.state.model_copy(update={"edits": (wanted,)}))
            return
        if found and found not in self.state.edits:
            self.keep(files.read_bytes(self.edits), "edits", ".yaml")
        self.save_state(self.state.model_copy(update={"edits": (wanted, found)}))
        if text:
            files.write(self.edits, text)
        else:
            self.edits.unlink(missing_ok=True)

    def keep(self, data: bytes, why: str, suffix: str = ".docx") -> Path:
        """Keep a dated copy of a draft; the same bytes are kept once. Return where."""
        mark = files.digest(data)[:8]
        known = sorted(self._kept.glob(f"{self.audience}-*-{mark}{suffix}"))
        if known:
            return known[0]
        stamp = time.strftime("%Y%m%d-%H%M%S")
        path = self._kept / f"{self.audience}-{why}-{stamp}-{mark}{suffix}"
        files.write(path, data)
        return path

    def replace(self, new: bytes, known: bytes | None) -> Path | None:
        """Put `new` in the draft's place; `known` is what we read there.

        What lies there is linked first: should somebody save between our reading and our
        writing, their bytes are kept as a dated copy, whose path is returned. A draft that is a
        symbolic link stays one: what it leads to is written.
        """
        place = self.docx.resolve() if self.docx.is_symlink() else self.docx
        if known is None and not place.exists():
            files.write(place, new)
            return None
        caught = self.own / f"replaced-{os.getpid()}.docx"
        caught.unlink(missing_ok=True)
        try:
            os.link(place, caught)
        except OSError:  # a file system without links
            files.write(caught, files.read_bytes(place))
        try:
            files.write(place, new)
            found = files.read_bytes(caught)
            return None if found == known else self.keep(found, "saved-meanwhile")
        finally:
            caught.unlink(missing_ok=True)


def trigger(briefs: Path, audience: str) -> str:
    """Return a text that changes exactly when the draft needs a new run.

    It stays the same while the draft and the edits file are as we left them, whatever their
    modification times, so that `touch`, a copy or a wrong clock change nothing and every real
    change is seen.
    """
    draft = DraftFolder(briefs, audience)
    state = draft.state
    try:
        edits = draft.edits_digest()
        known = edits in (state.edits or ("",))
        return _trigger(draft, state) + ("" if known else f"+edits:{edits[:16]}")
    except BriefError:
        return "unreadable"  # the run itself says why


def _trigger(draft: DraftFolder, state: State) -> str:
    data = draft.read()
    if data is None:
        return f"missing:{state.serial}" if state.written else "none"
    if state.pending and not draft.open_elsewhere():
        return f"pending:{state.serial}"
    found = files.digest(data)
    return state.seen if found == state.written else f"edited:{found[:16]}"


def audience_of(docx: Path) -> DraftFolder:
    """Return the folder of a draft named by its path, `briefs/japan.docx`."""
    if docx.suffix != ".docx":
        raise error("draft-name", str(docx), "is not named like a draft, NAME.docx.")
    return DraftFolder(docx.parent, docx.stem)

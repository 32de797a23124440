"""The drafts that people edit: what we wrote, what they typed, and copies so nothing is lost.

No Snakemake rule owns a draft, because Snakemake deletes what rules own. Beside the drafts
(`briefs/japan.docx`) lie
`briefs/.drafts/japan/` what each version of ours was made from, by content hash, and the state,
`briefs/kept/`          a dated copy of every edited or unreadable draft before it is rewritten,
`briefs/edits/`         the edits of each draft as text, for version control.
"""

from __future__ import annotations

import contextlib
import glob
import itertools
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from brief.errors import BriefError, error
from brief.model.base import Model
from brief.model.edit import Comment
from brief.store import artifacts, files

_MOST_BYTES = 512 * 1024 * 1024
"""Most bytes that Word opens; a larger file is no draft, and reading it would fill the memory."""
_NO_FILE = "it is no file, or a link to none"
_NOTHING = "Nothing was changed."
_FRESH = "`snakemake all` moves it to briefs/kept/ and writes a fresh draft."


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
    """True when the draft could not be rewritten (open in a word processor, or read-only)."""
    told: str = ""
    """Which version the draft that we left in its place says it was written from."""
    asked: str = ""
    """Of which question it is: parties and relation."""
    comments: tuple[Comment, ...] = ()
    """The comments of people that it held when we last left it."""
    beside: str = ""
    """The documents beside it that are no drafts, as the last run found them."""


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
        """Hold the draft for one run of ours; a second one waits. Clear up after killed ones."""
        try:
            self.own.mkdir(parents=True, exist_ok=True)
            handle = (self.own / "lock").open("w")
        except OSError as problem:
            raise files.unwritable(self.own, problem, _NOTHING) from problem
        with handle:
            try:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX)
            except (ImportError, OSError):  # no such lock on Windows and on some network drives
                pass
            self._clear_up()
            yield

    def _clear_up(self) -> None:
        """Keep what a killed run had caught of a person's, and delete what it left half written."""
        state = self.state
        for caught in self.own.glob("replaced-*.docx"):
            data = files.read_bytes(caught)
            if files.digest(data) not in (state.written, state.made):
                self.keep(data, "saved-meanwhile")
            caught.unlink(missing_ok=True)
        name = glob.escape(self.audience)
        files.sweep(self.docx.parent, f"{name}.docx")
        files.sweep(self.edits.parent, f"{name}.yaml")
        files.sweep(self._kept, f"{name}-*")
        files.sweep(self.own, "*")

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
        """Return the draft's bytes, or `None` when there is no draft.

        Raises `BriefError` for what no program could read: a folder, a pipe, a file of others, a
        link that leads nowhere (to a drive that is not there now, as the case may be), a file
        larger than any Word document.
        """
        if not os.path.lexists(self.docx):
            return None
        if why := _no_document(self.docx):
            raise error("file-unreadable", str(self.docx), f"cannot be read ({why}).", _FRESH)
        return files.read_bytes(self.docx)

    def set_aside(self) -> Path:
        """Move what lies in the draft's place, unread, to the kept copies; return where."""
        stamp = time.strftime("%Y%m%d-%H%M%S")
        ways = (f"{self.audience}-unreadable-{stamp}-{n}.docx" for n in itertools.count(1))
        path = next(p for p in (self._kept / way for way in ways) if not os.path.lexists(p))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.docx.rename(path)
        except OSError as problem:
            raise files.unwritable(path, problem, _NOTHING) from problem
        return path

    def untouched(self, data: bytes) -> bool:
        """Tell whether a draft is, byte for byte, the one that we last made."""
        return files.digest(data) == self.state.made

    def answered(self, data: bytes) -> bool:
        """Tell whether the last run has read a draft's bytes, and left them as they are."""
        return files.digest(data) == self.state.written

    def open_elsewhere(self) -> Path | None:
        """Return the lock file that Word or LibreOffice leaves while it has the draft open."""
        name = self.docx.name
        word = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
        marks = (self.docx.parent / mark for mark in (*word, f".~lock.{name}#"))
        return next((mark for mark in marks if mark.exists()), None)

    def held(self) -> tuple[str, str] | None:
        """Return why the draft is not to be written anew, and what to do; `None` where it may be.

        What is marked read-only is so for a reason: a last version, or somebody else's file.
        """
        if lock := self.open_elsewhere():
            return "open in a word processor", f"Close it (or delete {lock}, if nobody has it open)"
        if self.docx.exists() and not _writable(self.docx):
            return "read-only", "Make it writable"
        return None

    def behind(self) -> bool:
        """Tell whether the draft may show less than the PDF: it is open, or was not renewed."""
        return bool(self.open_elsewhere() or (self.state.pending and self.held()))

    def read_edits(self) -> bytes:
        """Return the bytes of the edits file; none when there is no such file.

        Raises `BriefError` for what no program could read, as `read` does.
        """
        if not os.path.lexists(self.edits):
            return b""
        if why := _no_document(self.edits):
            raise error("file-unreadable", str(self.edits), f"cannot be read ({why}).")
        return files.read_bytes(self.edits)

    def edits_digest(self) -> str:
        """Return the hash of the edits file; empty when there is none."""
        found = self.read_edits()
        return files.digest(found) if found or self.edits.exists() else ""

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
            self.keep(self.read_edits(), "edits", ".yaml")
        self.save_state(self.state.model_copy(update={"edits": (wanted, found)}))

        def last() -> None:
            if self.edits_digest() != found:
                raise Raced

        if text:
            files.write(self.edits, text, last)
        else:
            self.edits.unlink(missing_ok=True)

    def keep(self, data: bytes, why: str, suffix: str = ".docx") -> Path:
        """Keep a dated copy of a draft; the same bytes are kept once. Return where."""
        mark = files.digest(data)[:8]
        known = sorted(self._kept.glob(f"{glob.escape(self.audience)}-*-{mark}{suffix}"))
        for path in known:
            if path.is_file() and files.read_bytes(path) == data:
                return path
        stamp = time.strftime("%Y%m%d-%H%M%S")
        path = self._kept / f"{self.audience}-{why}-{stamp}-{mark}{suffix}"
        files.write(path, data)
        return path

    def replace(self, new: bytes, known: bytes | None) -> Path | None:
        """Put `new` in the draft's place; `known` is what we read there.

        Raises `Raced`, and writes nothing, when somebody has saved or opened it since. What lies
        there is linked first: should somebody save in the instant that is left, their bytes are
        kept as a dated copy, whose path is returned. A draft that is a symbolic link stays one:
        what it leads to is written.
        """
        linked = self.docx.is_symlink() and self.docx.exists()
        place = Path(os.path.realpath(self.docx)) if linked else self.docx
        caught = self.own / f"replaced-{os.getpid()}.docx"

        def last() -> None:
            if self.read() != known or (known is not None and self.held()):
                raise Raced
            if known is not None:
                _link(place, caught)

        files.write(place, new, last)
        if known is None:
            return None
        found = files.read_bytes(caught)
        kept = None if found == known else self.keep(found, "saved-meanwhile")
        caught.unlink(missing_ok=True)
        return kept


class Raced(Exception):
    """Somebody saved or opened a draft while we made a new one of it."""


def _no_document(path: Path) -> str:
    """Return why no program could read a draft or its edits, without opening what lies there."""
    try:
        found = path.stat()
    except OSError:
        return _NO_FILE
    if not stat.S_ISREG(found.st_mode):
        return _NO_FILE
    too_large = found.st_size > _MOST_BYTES
    return f"it is larger than {_MOST_BYTES >> 20} MB, as no Word document is" * too_large


def _writable(path: Path) -> bool:
    """Tell whether a file may be written; to an administrator the system says that all may."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _link(place: Path, other: Path) -> None:
    other.unlink(missing_ok=True)
    try:
        os.link(place, other)
    except OSError:  # a file system without links
        files.write(other, files.read_bytes(place))


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
        told = _trigger(draft, state) + ("" if known else f"+edits:{edits[:16]}")
        others = beside(briefs) if state.written else ""
        return told if others in ("", state.beside) else f"{told}+beside:{others[:16]}"
    except BriefError:
        return f"unreadable:{state.serial}"  # the run itself says why


def _trigger(draft: DraftFolder, state: State) -> str:
    data = draft.read()
    if data is None:
        return f"missing:{state.serial}" if state.written else "none"
    if state.pending and not draft.held():
        return f"pending:{state.serial}"
    found = files.digest(data)
    # With how often we wrote it: a copy that was answered once and lies here again is news.
    return state.seen if found == state.written else f"edited:{state.serial}:{found[:16]}"


_DOCUMENTS = (".docx", ".docm", ".doc", ".odt", ".rtf", ".pages")


def strays(briefs: Path) -> list[Path]:
    """Return the documents beside the drafts that are none, as "japan (1).docx": no run reads them.

    A draft is what we wrote, or wrote once: we have a memory of it.
    """
    found = (p for p in briefs.glob("*") if p.suffix.lower() in _DOCUMENTS and p.is_file())
    return sorted(
        path
        for path in found
        if not path.name.startswith(("~$", "."))
        and not (path.suffix == ".docx" and DraftFolder(briefs, path.stem).own.exists())
    )


def beside(briefs: Path) -> str:
    """Return a text that changes with the documents beside the drafts; empty: there are none."""
    found = [f"{p.name} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in strays(briefs)]
    return files.digest("\n".join(found).encode()) if found else ""


def audience_of(docx: Path) -> DraftFolder:
    """Return the folder of a draft named by its path, `briefs/japan.docx`."""
    if docx.suffix != ".docx":
        raise error("draft-name", str(docx), "is not named like a draft, NAME.docx.")
    return DraftFolder(docx.parent, docx.stem)

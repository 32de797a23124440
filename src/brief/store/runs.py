"""One run at a time in a project; the lock that a killed run left behind is lifted."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from brief.store import files

_HELD: list[int] = []
"""What this process holds until it ends, however it ends."""
_BEAT = 2.0
"""Seconds between two signs of life of a run."""
SILENCE = 15.0
"""Seconds without one after which a run on another machine is taken for dead: time for several, and
for a shared folder to show them."""
_PATIENCE = 30.0
"""Seconds that a run which came second waits, at most, for the lock of the first."""
_TAKEN = -1
"""Another process holds the project."""
_ROOM = 64 * 1024
"""Bytes that Snakemake writes at least for its own sake before and after a job."""


def begin(folder: Path = Path(".snakemake")) -> bool:
    """Take a project for this process; return whether no other one is at work there.

    The system gives back what a killed process held, Snakemake's lock files in `folder` stay:
    those of a run on this machine, which holds the project no more, are deleted, and so are those
    of a run on another (a container has a new name each time) that gives no sign of life.
    """
    held = _held(folder)
    if held == _TAKEN:
        held = _second(folder)
    if held is None:
        return False
    here = socket.gethostname()
    left = list((folder / "locks").glob("*.lock"))
    if left and not (_last(held)[0] == here or _silent(folder)):
        return False
    for lock in left:
        lock.unlink(missing_ok=True)
    _sign(held, here, 0)
    threading.Thread(target=_live, args=(held, here), daemon=True).start()
    return True


def _second(folder: Path) -> int | None:
    """Wait until the other run has its lock where Snakemake sees it; return the file if it ends.

    Snakemake looks for a lock and then sets its own: of two runs begun at once neither sees one.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        time.sleep(0.1)
        if (held := _held(folder)) != _TAKEN:
            return held
        if any((folder / "locks").glob("*.output.lock")):
            break
    return None


def make_sure_of_room(folder: Path = Path(".snakemake")) -> None:
    """Raise `BriefError` where Snakemake could not write: it fails with pages of its own code."""
    probe = folder / "brief.room"
    try:
        folder.mkdir(exist_ok=True)
        with probe.open("wb") as file:
            file.write(bytes(_ROOM))
    except OSError as problem:
        said = "nothing can be written here"
        raise files.unwritable(folder, problem, "Nothing was changed.", said) from problem
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)


def date_to_now(folders: Iterable[Path]) -> None:
    """Date the files of the future in some folders to now.

    A clock that was set back, or that of another machine, leaves them; Snakemake then fails each
    job whose output seems older than what it is made from.
    """
    now = time.time()
    for path in (path for folder in folders for path in folder.rglob("*")):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime > now:
                os.utime(path, (now, now))


def _live(held: int, here: str) -> None:
    """Give a sign of life again and again, until the process ends."""
    for beat in range(1, sys.maxsize):
        time.sleep(_BEAT)
        try:
            _sign(held, here, beat)
        except OSError:  # a full disk: the next may succeed
            continue


def _sign(held: int, here: str, beat: int) -> None:
    text = f"{here}\n{beat:>12}\n".encode()
    os.pwrite(held, text, 0)
    os.ftruncate(held, len(text))
    os.fsync(held)


def _last(held: int) -> tuple[str, str]:
    """Return the machine of the last run, and its last sign of life; empty of an older version."""
    host, _, beat = os.pread(held, 1000, 0).decode(errors="replace").partition("\n")
    return host, beat.strip()


def _silent(folder: Path) -> bool:
    """Return whether the run of another machine gives no sign of life for a while."""
    before = _read(folder)
    if not before[1]:
        return False
    said = f"A run on {before[0]} was at work here; waiting {SILENCE:.0f} seconds for a sign of it."
    print(said, file=sys.stderr)
    end = time.monotonic() + SILENCE
    while time.monotonic() < end:
        time.sleep(min(_BEAT, SILENCE / 4))
        if _read(folder) != before:
            return False
    return True


def _read(folder: Path) -> tuple[str, str]:
    """Return the last sign, opened anew: so a shared folder shows what another machine wrote."""
    handle = os.open(folder / "brief.run", os.O_RDONLY)
    try:
        return _last(handle)
    finally:
        os.close(handle)


def _held(folder: Path) -> int | None:
    """Return the file that tells who is at work, locked, or `_TAKEN`; `None` without such locks."""
    try:
        import fcntl

        folder.mkdir(exist_ok=True)
        handle = os.open(folder / "brief.run", os.O_RDWR | os.O_CREAT, 0o666)
    except (ImportError, OSError):  # no such lock on this system, or no right to write
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return _TAKEN
    _HELD.append(handle)
    return handle

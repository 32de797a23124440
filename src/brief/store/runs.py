"""One run at a time in a project; the lock that a killed run left behind is lifted."""

from __future__ import annotations

import os
import socket
from pathlib import Path

_HELD: list[int] = []
"""What this process holds until it ends, however it ends."""


def begin(folder: Path = Path(".snakemake")) -> bool:
    """Take a project for this process; return whether no other one is at work there.

    The system gives back what a killed process held, Snakemake's lock files in `folder` stay:
    those of a run on this machine, which holds the project no more, are deleted.
    """
    held = _held(folder)
    if held is None:
        return False
    here = socket.gethostname().encode()
    left = list((folder / "locks").glob("*.lock"))
    if left and os.pread(held, 1000, 0) != here:
        return False
    for lock in left:
        lock.unlink(missing_ok=True)
    os.ftruncate(held, 0)
    os.pwrite(held, here, 0)
    return True


def _held(folder: Path) -> int | None:
    """Return the file that tells who is at work, locked; `None` where Snakemake has to decide."""
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
        return None
    _HELD.append(handle)
    return handle

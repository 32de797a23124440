"""Bytes in and out of files: whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from brief.errors import BriefError, error


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


_HANDED = (("/", "dev"), ("/", "proc"))
"""Where a shell or a system keeps what is no file: `/dev/stdin`, `<(command)`."""


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; a `BriefError` says in one line why it cannot be read.

    A pipe that lies in a folder is not waited for; one that a shell hands over is read.
    """
    if path.exists() and not (path.is_file() or path.is_dir() or path.parts[:2] in _HANDED):
        said = "cannot be read (it is a pipe, a socket or a device)."
        raise error("file-unreadable", str(path), said, "Put a file in its place.")
    try:
        return path.read_bytes()
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def read_text(path: Path) -> str:
    """Return a UTF-8 file's text; a `BriefError` names the line that is not UTF-8."""
    return as_text(read_bytes(path), str(path))


def as_text(data: bytes, place: str) -> str:
    """Return UTF-8 bytes as text; a `BriefError` names the line that is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise error(
            "file-encoding", f"{place}:{line}", "not UTF-8 text.", "Save the file as UTF-8."
        ) from problem


PART = ".part"
"""Ending of a file that is being written; one that is left over is of a run that was killed."""


def write(path: Path, data: bytes | str, last: Callable[[], None] | None = None) -> None:
    """Write a file so that a reader sees the old or the new content, never a part.

    The new content is on disk before it takes the file's name, so a full disk or a
    killed process leaves the old file as it was. `last` is called right before that, and may
    raise to leave the old file. Who may read and write the old file may the new one.
    A device or a pipe (`-o /dev/null`) is written into, and never replaced.
    Raises `BriefError` on failure.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(raw)
            return
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        prefix = f".{path.name[:80]}."
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=PART)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, mode)
            if last:
                last()
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise unwritable(path, problem, "The file before, if any, is unchanged.") from problem


def unwritable(
    path: Path, problem: OSError, left: str, said: str = "cannot be written"
) -> BriefError:
    """Return the error of what could not be written: why, what is `left`, what to do."""
    why = f"{said} ({problem.strerror or problem})."
    return error(
        "file-unwritable", str(path), why, f"{left} {_TO_DO.get(problem.errno, '')}".strip()
    )


_NO_ROOM = "Make room on the disk, then run again."
_NO_RIGHT = "Make the file and its folder writable for you, then run again."
_TO_DO: Mapping[int | None, str] = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
}
"""What to do where a file cannot be written, by the number of the error."""


def sweep(folder: Path, name: str) -> None:
    """Delete what killed runs left half written of a file, or of files by a pattern."""
    for part in folder.glob(f".{name}.*{PART}"):
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unreadable(path: Path, problem: OSError) -> BriefError:
    if isinstance(problem, FileNotFoundError):
        if path.is_symlink():
            return error("file-missing", str(path), "is a link to a file that is not there.")
        there = next((one for one in Path.cwd().parents if (one / path).exists()), None)
        hint = f"It is in {there}: go there first." if there and not path.is_absolute() else ""
        return error("file-missing", str(path), "no such file.", hint)
    return error("file-unreadable", str(path), f"cannot be read ({problem.strerror}).")

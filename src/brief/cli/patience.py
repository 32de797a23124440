"""A sign of life, on standard error, from a command that takes long."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONG = 200_000
"""Bytes from which on a text is known to take long."""
_READING = ("read", "summarize")
_SOON, _LATE = 2.0, 10.0
"""Seconds until the first sign: of a long text, and of whatever else seldom takes that long."""


@contextmanager
def signs_of_life(options: argparse.Namespace) -> Iterator[None]:
    """Say while a command runs that it does: the later, the more seldom."""
    path = _concerned(options)
    name = f"{options.command} {path or ''}".rstrip()
    ended = threading.Event()
    first = _SOON if options.command in _READING and _is_long(path) else _LATE
    threading.Thread(target=_tell, args=(name, first, ended), daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def _is_long(path: Path | None) -> bool:
    return path is not None and path.is_file() and path.stat().st_size > _LONG


def _concerned(options: argparse.Namespace) -> Path | None:
    """Return the file that a command is about: what it reads of a person's, or what it writes."""
    given = vars(options)
    several = [*(given.get("seeds") or ())] if isinstance(given.get("seeds"), list) else []
    one = given.get("seed") or (several[0] if len(several) == 1 else None)
    return one or given.get("docx") or given.get("output")


def _tell(name: str, first: float, ended: threading.Event) -> None:
    begun, wait = time.monotonic(), first
    while not ended.wait(wait):
        print(f"{name}: at work for {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        wait = time.monotonic() - begun

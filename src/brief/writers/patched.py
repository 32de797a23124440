"""A function of WeasyPrint's in, ours in its place for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def patched(module: Any, name: str, ours: Callable[..., Any]) -> Iterator[None]:
    """Let a module's function be ours; in the end it is what it was."""
    theirs = getattr(module, name)
    setattr(module, name, ours)
    try:
        yield
    finally:
        setattr(module, name, theirs)

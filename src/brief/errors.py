"""How a failure reaches the user: a `BriefError` carries diagnostics, one line each."""

from __future__ import annotations

from collections.abc import Iterable

from brief.model.diagnostic import Diagnostic, Severity

__all__ = ["BriefError", "Diagnostic", "Severity", "error", "is_it", "nearest"]


class BriefError(Exception):
    """A failure with one or more diagnostics; the command line prints them and exits with 1."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


def error(code: str, place: str, message: str, hint: str = "") -> BriefError:
    """Return a `BriefError` with a single diagnostic of severity `error`."""
    return BriefError(
        Diagnostic(code=code, severity="error", place=place, message=message, hint=hint)
    )


def nearest(name: object, known: Iterable[object], *, alike: float = 0.6) -> str:
    """Return the known name that a misspelt one most likely stands for; empty: none is like it.

    `alike` says how much of both they share at least, from 0 to 1.
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(str(name), map(str, known), n=1, cutoff=alike)), "")


def is_it(name: object, known: Iterable[object]) -> str:
    """Return the question whether the `nearest` known name is meant; empty where there is none."""
    near = nearest(name, known)
    return f"Is it '{near}'?" if near else ""

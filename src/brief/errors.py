"""How a failure reaches the user: a `BriefError` carries diagnostics, one line each."""

from __future__ import annotations

from brief.model.diagnostic import Diagnostic, Severity

__all__ = ["BriefError", "Diagnostic", "Severity", "error"]


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

"""A message of Snakemake's in, what a person is told in its place out."""

from __future__ import annotations

import re

from brief import stopping
from brief.errors import Diagnostic

_PROTECTED = re.compile(r"ProtectedOutputException.*affected files:\n(.*)", re.DOTALL)
_ENDED = "At least one job did not complete successfully"
"""What Snakemake ends on where each stage has said what failed, or a person stopped it."""


def in_our_words(message: str) -> str | None:
    """Return what is said in place of a message; empty: nothing; `None`: it is left as it is."""
    if "Terminating processes on user request" in message:
        return stopping.SAID
    if _ENDED in message:
        return ""
    if found := _PROTECTED.search(message):
        return "\n".join(str(_protected(line.strip())) for line in found[1].splitlines() if line)
    return None


def _protected(path: str) -> Diagnostic:
    return Diagnostic(
        code="file-unwritable",
        severity="error",
        place=path,
        message="it is to be made anew, and is write-protected.",
        hint="Make the file and its folder writable for you, then run again.",
    )

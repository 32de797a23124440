"""One thing a user should know."""

from __future__ import annotations

from typing import Literal

from brief.model.base import Model

Severity = Literal["error", "warning", "note"]


class Diagnostic(Model):
    """One thing a user should know: what, where, and what to do."""

    code: str
    """Stable name in kebab case, such as `seed-empty`; documented in docs/DIAGNOSTICS.md."""
    severity: Severity
    """`error` fails the build (the other seeds go on), `warning` and `note` do not."""
    place: str
    """File, and line or passage where known: `seeds/a.txt`, `seeds/a.txt:12`, `003#p12`."""
    message: str
    """What is wrong, in one line."""
    hint: str = ""
    """What to do about it, in one line."""

    def __str__(self) -> str:
        """Return the one line a user reads."""
        stop = "" if self.message.endswith((".", "!", "?", ":", ";")) else "."
        said = f"{self.message}{stop} {self.hint}" if self.hint else self.message
        return f"{self.place}: {self.severity}: {said} [{self.code}]"

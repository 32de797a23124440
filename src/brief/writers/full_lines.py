"""Lines that WeasyPrint would end after their first word, filled as far as they go.

Of words that fit without the space behind them, and not with it, WeasyPrint 70 sets the first alone
on a line: such words stand before what is held together at the end of a text. A test fails where
this has no effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.writers.patched import patched


@contextmanager
def full_lines() -> Iterator[None]:
    """Let a space behind the words of a line take no room while pages are laid out."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def filled(text: str, style: Any, context: Any, room: Any, *rest: Any, **named: Any) -> Any:
        found = split(text, style, context, room, *rest, **named)
        words = text.rstrip(" ")
        alone = found[2] is not None and b" " not in text.encode()[: found[1]].strip()
        if words == text or not alone or " " not in words.strip():
            return found
        whole = split(words, style, context, room, *rest, **named)
        return whole if whole[2] is None and whole[3] <= room else found

    with patched(inline, "split_first_line", filled):
        yield

"""Inlines as they stand on a line: blanks collapsed, asides set apart."""

from __future__ import annotations

import re

from brief.model.brief import Aside, Cite, Inline, Inlines, Text


def tidy(run: list[Inline]) -> Inlines:
    """Return inlines with blanks collapsed, none at the ends and none before a note mark."""
    made: list[Inline] = []
    for inline in run:
        if isinstance(inline, Text):
            text = re.sub(r"[ \t\r\n]+", " ", inline.text)
            if made and isinstance(made[-1], Text):
                text = re.sub(r" +", " ", made.pop().text + text)  # type: ignore[union-attr]
            inline = Text(text=text)
        if isinstance(inline, Cite) and made and isinstance(made[-1], Text):
            made[-1] = Text(text=made[-1].text.rstrip(" "))
        made.append(inline)
    if made and isinstance(made[0], Text):
        made[0] = Text(text=made[0].text.lstrip(" "))
    if made and isinstance(made[-1], Text):
        made[-1] = Text(text=made[-1].text.rstrip(" "))
    return _set_apart([one for one in made if not (isinstance(one, Text) and not one.text)])


def _set_apart(run: list[Inline]) -> Inlines:
    """Return tidy inlines with a line break around each aside, for pages without a margin.

    Dots without words of their own stand before those that follow: a line of a draft has words.
    """
    made: list[Inline] = []
    for inline in run:
        if made and isinstance(aside := made[-1], Aside):
            rest = inline.text.lstrip(" ") if isinstance(inline, Text) else ""
            if rest or aside.children:
                made.append(Text(text=f"\n{rest}" if aside.children else rest))
            if isinstance(inline, Text):
                continue
        if made and isinstance(inline, Aside):
            before = made.pop() if isinstance(made[-1], Text) else Text(text="")
            assert isinstance(before, Text)
            made.append(Text(text=f"{before.text.rstrip(' ')}\n"))
        made.append(inline)
    return tuple(made)

"""A composed brief in; what its template forgot, or says twice, out."""

from __future__ import annotations

from collections.abc import Iterator

from brief.model.brief import Brief, ListBlock
from brief.model.diagnostic import Diagnostic
from brief.model.plain import inline_text, walk

_EXPECTED = {
    "bottom-line": "the bottom line",
    "key-judgements": "the key judgements",
    "method": "sources and method",
}
"""Boxes by which a reader knows what was found, and how: by their ids."""


def structure_warnings(brief: Brief) -> Iterator[Diagnostic]:
    """Yield, as warnings, each box that a brief lacks and each listed sentence that it repeats."""
    there = {block.id for block in walk(brief.blocks)}
    for id_, what in _EXPECTED.items():
        if id_ not in there:
            said = f"the template leaves out {what}, the callout '{id_}'."
            hint = "Put it back, unless a reader can do without."
            yield _warning("section-missing", brief.id, said, hint)
    seen: dict[str, str] = {}
    for block in walk(brief.blocks):
        for item in block.items if isinstance(block, ListBlock) else ():
            text = inline_text(item.children)
            if text in seen:
                said = f"the items '{seen[text]}' and '{item.id}' say the same."
                yield _warning("item-repeated", brief.id, said, "Take one out of the template.")
            seen.setdefault(text, item.id)


def _warning(code: str, place: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, severity="warning", place=place, message=message, hint=hint)

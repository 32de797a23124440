"""A brief in; its ledger, notes and references by id, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from brief.check.places import Place, cited
from brief.model.brief import Brief, Note
from brief.model.ledger import LedgerCount, LedgerFigure, LedgerQuote
from brief.model.plain import fold_spaces, plain


class Evidence:
    """What the words of a brief may rest on. Of a repeated id the first one counts."""

    def __init__(self, brief: Brief, places: Sequence[Place]) -> None:
        self.brief = brief
        ledger = brief.ledger
        self.quotes: dict[str, LedgerQuote] = {one.id: one for one in reversed(ledger.quotes)}
        self.figures: dict[str, LedgerFigure] = {one.id: one for one in reversed(ledger.figures)}
        self.counts: dict[str, LedgerCount] = {one.id: one for one in reversed(ledger.counts)}
        self.notes: dict[int, Note] = {one.number: one for one in reversed(brief.notes)}
        self._places = places

    @cached_property
    def reference_text(self) -> dict[str, str]:
        """Text of each reference by id."""
        return {one.id: plain(one.children) for one in self.brief.references}

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """What finds a name of a source, or one that holds a number, whole; the longest wins.

        `None` where there is none.
        """
        named = [*self.brief.named, *(name for one in self.brief.references for name in one.names)]
        called = {name for name in named if name.strip()}
        known = sorted(map(fold_spaces, called), key=lambda name: (-len(name), name))
        return re.compile("|".join(map(_as_name, known))) if known else None

    @cached_property
    def group_cites(self) -> dict[str, list[int]]:
        """Numbers of the notes cited in each group of places."""
        made: dict[str, list[int]] = {}
        for place in self._places:
            made.setdefault(place.group, []).extend(cited(place.inlines))
        return made

    def quotes_of(self, notes: Iterable[int]) -> list[LedgerQuote]:
        """Return the ledger quotes that these notes cite."""
        known = [self.notes[number] for number in notes if number in self.notes]
        return [self.quotes[key] for note in known for key in note.quotes if key in self.quotes]

    def cited_by_group(self, group: str) -> list[LedgerQuote]:
        """Return the ledger quotes that a group of places cites."""
        return self.quotes_of(self.group_cites.get(group, ()))


def _as_name(name: str) -> str:
    """Return what finds a name whole; its first letter is a capital where a sentence begins."""
    before = r"(?<!\w)(?<!\d[.,])" if name[0].isalnum() else ""
    after = r"(?![^\W⁰¹²³⁴-⁹])(?![.,]\d)" if name[-1].isalnum() else ""
    start = "|".join(dict.fromkeys(map(re.escape, (name[0], name[0].upper()))))
    return f"{before}(?:{start}){re.escape(name[1:])}{after}"


def has_token(token: str, text: str) -> bool:
    """Tell whether a number or a phrase stands in `text` whole, not inside a longer one."""
    whole = rf"(?<![\w.,]){re.escape(token)}(?!\w|[.,]\d)"
    return re.search(whole, text, re.IGNORECASE) is not None

"""What was on offer to each audience in; a table of which claim went where, and why, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief.compose.ranking import Item
from brief.vocabulary.hyphens import joined

LONGEST = 140
"""Characters of a claim, or of why it is one, in the table."""
_KINDS = {
    "theme": "Judgements",
    "agreed": "What sources agree on that differ otherwise",
    "side": "The strongest words of each side",
    "voice": "What others are reported to say",
    "answer": "Answers to the reader's questions",
    "quote": "Further quotations",
    "figure": "Figures",
    "exhibit": "Charts",
    "implication": "Implications (our inference)",
    "option": "Options (our inference)",
    "watch": "What to watch (our inference)",
}
"""Headings of the table, in order."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, and where it went."""

    id: str
    kind: str
    text: str
    places: Mapping[str, tuple[int, bool]]
    """By audience it was on offer to: its rank there, and whether the brief shows it."""
    why: str
    """Why it is on offer."""


def claim_rows(
    offers: Mapping[str, Sequence[Item]], annexes: Mapping[str, Sequence[str]]
) -> tuple[ClaimRow, ...]:
    """Return a row per claim over all audiences, by kind and best rank. Keys are audience ids."""
    places: dict[str, dict[str, tuple[int, bool]]] = {}
    items: dict[str, Item] = {}
    for audience in sorted(offers):
        for place, item in enumerate(offers[audience], 1):
            items.setdefault(item.id, item)
            known = places.setdefault(item.id, {})
            known[audience] = (place, item.id not in annexes[audience])
    made = [
        ClaimRow(key, item.kind, item.text, places[key], item.why) for key, item in items.items()
    ]
    order = list(_KINDS)
    return tuple(
        sorted(made, key=lambda row: (order.index(row.kind), min(row.places.values()), row.id))
    )


def claim_table(
    rows: Sequence[ClaimRow], audiences: Sequence[str], names: Mapping[str, str]
) -> str:
    """Return the rows as Markdown tables, one a kind; `names` fill the braces of listed sentences.

    `audiences` are the columns, by id.
    """
    lines = [
        "# Which claim went into which brief, and why",
        "",
        "A number is the claim's rank for that reader; what was left out was over the pages.",
    ]
    for kind, title in _KINDS.items():
        found = [row for row in rows if row.kind == kind]
        if found:
            heads = ["What it says", *audiences, "Why", "Id"]
            lines += ["", f"## {title}", "", _line(heads), "|" + "---|" * len(heads)]
            lines += [_line(_cells(row, audiences, names)) for row in found]
    return "\n".join(lines) + "\n"


def _cells(row: ClaimRow, audiences: Sequence[str], names: Mapping[str, str]) -> list[str]:
    went = [_went(row.places.get(audience)) for audience in audiences]
    text, why = (_cut(_filled(part, names)) for part in (row.text, row.why))
    return [text, *went, why, row.id]


def _went(place: tuple[int, bool] | None) -> str:
    if place is None:
        return "–"
    rank, shown = place
    return f"shown, {rank}" if shown else f"left out, {rank}"


def _cut(text: str) -> str:
    """Return text cut at a word."""
    whole = " ".join(joined(text)[0].split())
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rsplit(' ', 1)[0]} …"


def _filled(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Return text that stays inside its cell."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")

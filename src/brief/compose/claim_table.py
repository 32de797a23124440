"""What was on offer to each audience in; a table of which claim went where, and why, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief.compose.offer import Item


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, and where it went."""

    id: str
    kind: str
    text: str
    shown: tuple[str, ...]
    """Audiences whose brief shows it."""
    left_out: tuple[str, ...]
    """Audiences that it was on offer to, but over their pages."""
    why: str
    """Why it is a claim at all, and its rank for each audience."""


def claim_rows(
    offers: Mapping[str, Sequence[Item]], annexes: Mapping[str, Sequence[str]]
) -> tuple[ClaimRow, ...]:
    """Return a row per claim over all audiences, by kind and id. Keys are audience ids."""
    places: dict[str, dict[str, int]] = {}
    items: dict[str, Item] = {}
    for audience in sorted(offers):
        for place, item in enumerate(offers[audience], 1):
            items.setdefault(item.id, item)
            places.setdefault(item.id, {})[audience] = place
    return tuple(
        _row(items[key], places[key], annexes)
        for key in sorted(items, key=lambda key: (items[key].kind, key))
    )


def _row(item: Item, places: Mapping[str, int], annexes: Mapping[str, Sequence[str]]) -> ClaimRow:
    left = tuple(name for name in places if item.id in annexes[name])
    ranks = ", ".join(f"rank {place} for {name}" for name, place in places.items())
    return ClaimRow(
        id=item.id,
        kind=item.kind,
        text=item.text,
        shown=tuple(name for name in places if name not in left),
        left_out=left,
        why="; ".join(filter(None, (item.why, ranks))),
    )


def claim_table(rows: Sequence[ClaimRow], names: Mapping[str, str]) -> str:
    """Return the rows as a Markdown table; `names` fill the braces of listed sentences."""
    head = [
        "# Which claim went into which brief, and why",
        "",
        "| Claim | Kind | What it says | Shown to | Left out for length | Why |",
        "|---|---|---|---|---|---|",
    ]
    lines = (
        (row.id, row.kind, _filled(row.text, names), _list(row.shown), _list(row.left_out), row.why)
        for row in rows
    )
    body = [f"| {' | '.join(map(_cell, line))} |" for line in lines]
    return "\n".join([*head, *body]) + "\n"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "–"


def _filled(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _cell(text: str) -> str:
    """Return text that stays inside its cell."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")

"""Briefs' offers in; a table of which claim went to which audience, and why, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brief.compose.offer import Offer
from brief.model.brief import Brief


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, and where it went."""

    id: str
    kind: str
    text: str
    shown: tuple[str, ...]
    """Audiences whose brief shows it."""
    left_out: tuple[str, ...]
    """Audiences that it was on offer to, but over budget."""
    why: str


def claims_table(offers: Mapping[str, Offer], briefs: Mapping[str, Brief]) -> tuple[ClaimRow, ...]:
    """Return a row per claim over all audiences, by kind and id. Keys are audience ids."""
    rows: dict[str, ClaimRow] = {}
    for audience in sorted(offers):
        annex = set(briefs[audience].annex)
        for place, item in enumerate(offers[audience].items, 1):
            known = rows.get(item.id)
            out = item.id in annex
            shown = (*(known.shown if known else ()), *(() if out else (audience,)))
            left = (*(known.left_out if known else ()), *((audience,) if out else ()))
            reason = f"{audience}: rank {place}"
            why = "; ".join(filter(None, (known.why if known else item.why, reason)))
            rows[item.id] = ClaimRow(item.id, item.kind, item.name, shown, left, why)
    return tuple(rows[key] for key in sorted(rows, key=lambda key: (rows[key].kind, key)))


def claims_text(rows: tuple[ClaimRow, ...]) -> str:
    """Return the rows as a Markdown table, one claim a line."""
    head = "| Claim | Kind | Shown to | Left out for length | Why |\n|---|---|---|---|---|\n"
    lines = (
        (row.text, row.kind, ", ".join(row.shown), ", ".join(row.left_out), row.why) for row in rows
    )
    body = "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)
    return f"# Which claim went where, and why\n\n{head}{body}"


def _cell(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split()) or "–"

"""What was on offer to each audience in; a table of which claim went where, and why, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from brief.model.brief import Brief
from brief.model.offered import Offered, OfferedClaim
from brief.vocabulary.hyphens import joined

LONGEST = 140
"""Characters of a claim, or of why it is one, in the table."""
_KINDS = {
    "theme": "Judgements",
    "agreed": "What sources agree on that differ otherwise",
    "differing": "What sources differ on",
    "side": "The strongest words of each side",
    "voice": "What others are reported to say",
    "answer": "Answers to the reader's questions",
    "quote": "Further quotations",
    "figure": "Figures",
    "exhibit": "Charts",
    "implication": "Implications (our inference)",
    "option": "Options (our inference)",
    "watch": "What to watch (our inference)",
    "further": "What else sources claim, where a page has room",
}
"""Headings of the table, in order."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One claim, and where it went."""

    id: str
    kind: str
    text: str
    places: Mapping[str, tuple[float, str]]
    """By audience it was on offer to: its rank there, and where it went; a finding that makes no
    judgement comes behind all that is ranked."""
    why: str
    """Why it is on offer."""


def claims(offers: Sequence[Offered], briefs: Mapping[str, Brief]) -> str:
    """Return a Markdown table of which claim went into which brief, and why.

    `briefs` holds the brief of each audience by its id.
    """
    rows = _rows(sorted(offers, key=lambda one: one.id), briefs)
    names = offers[0].names if offers else {}
    return _table(rows, sorted(one.id for one in offers), names)


def _rows(offers: Sequence[Offered], briefs: Mapping[str, Brief]) -> tuple[_Row, ...]:
    """Return a row per claim over all audiences, by kind and best rank."""
    places: dict[str, dict[str, tuple[float, str]]] = {}
    known: dict[str, OfferedClaim] = {}
    for offered in offers:
        left_out = briefs[offered.id].annex
        for place, claim in enumerate(offered.claims, 1):
            went = f"{'left out' if claim.id in left_out else 'shown'}, {place}"
            known.setdefault(claim.id, claim)
            places.setdefault(claim.id, {})[offered.id] = (place, went)
        for claim in offered.unraised:
            known.setdefault(claim.id, claim)
            places.setdefault(claim.id, {})[offered.id] = (inf, "not raised")
        ground = offered.ground
        if ground and offered.id not in places.get(ground.id, {}):
            known.setdefault(ground.id, ground)
            places.setdefault(ground.id, {})[offered.id] = (0, "bottom line")
    made = [
        _Row(key, claim.kind, claim.text, places[key], claim.why) for key, claim in known.items()
    ]
    order = list(_KINDS)
    return tuple(
        sorted(made, key=lambda row: (order.index(row.kind), min(row.places.values()), row.id))
    )


def _table(rows: Sequence[_Row], audiences: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the rows as Markdown tables, one a kind; `names` fill the braces of listed sentences.

    `audiences` are the columns, by id.
    """
    lines = [
        "# Which claim went into which brief, and why",
        "",
        "A number is the claim's rank for that reader; what was left out was over the pages. A "
        "finding that was not raised gave way to others that say more to that reader.",
    ]
    for kind, title in _KINDS.items():
        found = [row for row in rows if row.kind == kind]
        if found:
            heads = ["What it says", *audiences, "Why", "Id"]
            lines += ["", f"## {title}", "", _line(heads), "|" + "---|" * len(heads)]
            lines += [_line(_cells(row, audiences, names)) for row in found]
    return "\n".join(lines) + "\n"


def _cells(row: _Row, audiences: Sequence[str], names: Mapping[str, str]) -> list[str]:
    went = [row.places.get(audience, (0, "–"))[1] for audience in audiences]
    text, why = (_cut(_filled(part, names)) for part in (row.text, row.why))
    return [text, *went, why, row.id]


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

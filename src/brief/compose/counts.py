"""A balance in; its counts as registered numbers, in digits and in words, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from brief.compose.balance import Balance
from brief.compose.desk import Values
from brief.compose.pen import Pen
from brief.model.dossier import Source


def counts(pen: Pen, found: Balance, voices: Mapping[str, int]) -> dict[str, Markup]:
    """Return the counts of a balance, and of the reported voices by how they lean, by name."""
    values = {
        "sources": (found.sources, "articles read"),
        "origins": (found.origins, "independent sources: copies and reprints add none"),
        "addressed": (found.addressed, "independent sources that address the question"),
        "for": (found.counts["for"], "independent sources with a stance above zero"),
        "against": (found.counts["against"], "independent sources with a stance below zero"),
        "open": (found.counts["open"], "independent sources with a stance of zero"),
        "silent": (found.counts["silent"], "independent sources that say nothing plain on it"),
        "unshown": (found.unshown, "silent ones that lean to the smaller side, with no proof"),
        "leading": (found.leading, "independent sources on the larger side"),
        "close": (found.degrees["close"], "independent sources that see something close"),
        "exists": (found.degrees["exists"], "independent sources that find it"),
        "undated": (found.undated, "articles without a date"),
        "dated": (found.dated, "articles with a date"),
        "notes": (found.notes, "articles known from our notes"),
        "outlet": (found.from_outlet, f"independent sources from {found.outlet or 'one outlet'}"),
    }
    made = {name: pen.num(name, value, how) for name, (value, how) in values.items()}
    for lean, number in voices.items():
        made[f"voices_{lean}"] = pen.num(f"voices.{lean}", number, f"reported voices: {lean}")
    return made


def spelled(pen: Pen, found: Balance) -> Values:
    """Return the counts of a balance as words: `four of nine`."""
    held = [*found.degrees.items(), ("addressed", found.addressed), *found.counts.items()]
    held += [("unshown", found.unshown)]
    return {
        key: pen.words(f"words.{key}", value, f"independent sources: {key}") for key, value in held
    }


def implying(pen: Pen, doubting: Sequence[Source], implied: Collection[str]) -> Values:
    """Return how many of those who doubt the relation have no sentence that names it."""
    n = sum(source.id in implied for source in doubting)
    how = "independent sources against, whose sentence there does not name the relation"
    return {"n": n, "count": pen.words("words.implying", n, how) if n else ""}

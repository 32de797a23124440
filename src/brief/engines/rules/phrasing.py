"""How a short text puts its claim: how a sentence is worded, and what stands around it, in numbers.

A claim is put in other words than what leads up to it, and it is not where facts follow. Both tell
it in a short text; in a long one the features of `features.py` do, and what is here fades to 0.
`phrasing.tsv` holds the beginnings of words with their rarity and their weight.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from brief.engines.rules.lexicon import table
from brief.engines.rules.stance.wording import sizes

_NEXT = 2  # sentences after one that may state facts for it
_AMOUNTS = 3.0  # times as much an amount makes a sentence one of facts as its feature says


def worded(counts: Counter[str]) -> float:
    """Return how a sentence is worded: above 0 as claims are, below 0 as what leads up to them."""
    rows = table("phrasing.tsv")
    known, length = sizes(counts, rows)
    return sum(size * rows[stem][1] for stem, size in known.items()) / length


def surroundings(
    values: Sequence[Mapping[str, float]], stems: Sequence[frozenset[str]], place: int
) -> dict[str, float]:
    """Return what stands around a sentence of a short text, from the features of all of them.

    `stems` holds the stems of each one's content words.
    """
    count = len(values)
    after = values[place + 1 : place + 1 + _NEXT]
    facts = [min(1.0, _AMOUNTS * one["amounts"] + one["year"]) for one in after]
    before = values[place - 1] if place else {}
    return {
        "short_second": float(place == 1),
        "short_third": float(place == 2),
        "short_early": 1.0 / (place + 1),
        "short_share": place / max(1, count - 1),
        "short_paragraph": float(place > 0 and values[place]["opens"] > 0),
        "short_before_facts": sum(facts) / len(facts) if facts else 0.0,
        "short_after_contrast": before.get("link_contrast", 0.0),
        "short_before_contrast": after[0].get("link_contrast", 0.0) if after else 0.0,
        "short_repeats": 2.0 * _shared(stems, place),
    }


def _shared(stems: Sequence[frozenset[str]], place: int) -> float:
    """Return how much of a sentence's words the others use, from 0 to 1."""
    rest = Counter(stem for at, one in enumerate(stems) if at != place for stem in one)
    size = math.sqrt(sum(count * count for count in rest.values()) * max(1, len(stems[place])))
    return sum(rest[stem] for stem in stems[place]) / size if size else 0.0

"""The words of a text in, on which side texts so worded mostly stand out.

`wording.tsv` holds the beginnings of words with four numbers each: how telling the word is by its
rarity, and how it speaks against the relation, for neither side, and for it. They were fitted
(logistic regression on rarity-weighted counts, see docs/QUALITY.md) to labelled passages on many
pairs of states. Names are left out: a text is judged by how it speaks, not by whom it speaks of.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from brief.engines.rules.lexicon import Table, table
from brief.engines.rules.stance.lexicon import OTHER
from brief.engines.rules.stance.mentions import BOTH, Mention
from brief.vocabulary.words import Word, lows

_STEM = 6  # letters of a word that count: `cooperation` and `cooperate` are one
_SIDES = (-1, 0, 1)
_READ = 0.5  # share that the side read sentence by sentence adds to its own
_LEANS = 0.2  # what one side's share must exceed the other's by, where the reading takes none
_PLAIN = 0.6  # share of its side from which a stance read as plain (±2) is one
_FEW, _MANY = 40, 200  # words of a text like those fitted to; on others the reading is trusted more
_LONG = 280  # words of a text from which the reading alone says whether it is plain


@cache
def _table() -> tuple[Table, tuple[float, float, float]]:
    """Return the rows of `wording.tsv`, and what is set on each side before a word is read."""
    rows = dict(table("stance/wording.tsv"))
    _, against, neither, favor = rows.pop("*")
    return rows, (against, neither, favor)


def stems(texts: Iterable[tuple[list[Word], Sequence[Mention]]]) -> Counter[str]:
    """Count the beginnings of the words of a text, names only as `party` or `other`."""
    found: Counter[str] = Counter()
    for text, names in texts:
        inside = {at for one in names if one.who != BOTH for at in range(one.first, one.last)}
        found.update("@other" if one.who == OTHER else "@party" for one in names if one.who != BOTH)
        found.update(
            ["@number" if low.isdigit() else low[:_STEM]
             for at, low in enumerate(lows(text))
             if at not in inside]
        )  # fmt: skip
    return found


def sizes(counts: Counter[str], rows: Table) -> tuple[dict[str, float], float]:
    """Return how large each known word of a text is, by count and rarity, and the text's length."""
    found = {
        stem: (1.0 + math.log(counts[stem])) * rows[stem][0]
        for stem in sorted(counts.keys() & rows.keys())
    }
    return found, math.sqrt(sum(size * size for size in found.values())) or 1.0


def shares(counts: Counter[str]) -> tuple[float, float, float]:
    """Return how surely a text so worded stands against the relation, on neither side, for it."""
    rows, start = _table()
    known, length = sizes(counts, rows)
    sums = [
        base + sum([size * rows[stem][side] for stem, size in known.items()]) / length
        for side, base in enumerate(start, start=1)
    ]
    most = max(sums)
    against, neither, favor = (math.exp(one - most) for one in sums)
    total = against + neither + favor
    return against / total, neither / total, favor / total


def pull(counts: Counter[str]) -> float:
    """Return how a sentence is worded: above 0 for the relation, below 0 against it."""
    rows, _ = _table()
    told = (rows[stem] for stem in sorted(counts.keys() & rows.keys()))
    return sum(rarity * (favor - against) for rarity, against, _, favor in told)


def weighed(score: int, counts: Counter[str], *, firm: bool = False, faint: bool = False) -> int:
    """Return a stance read sentence by sentence, weighed against how the text is worded.

    Where the two speak for opposite sides the text stands on neither: it is better to see no
    position than the wrong one. What is plain (±2) must be so in both, or said again and again
    without a word to the contrary (`firm`). A side that is read from little (`faint`) must be the
    one that the wording takes too.
    """
    read = (score > 0) - (score < 0)
    size = max(1, counts.total())
    trust = _READ * max(1.0, (size / _MANY) ** 3, _FEW / size)
    trust = 0.0 if faint and read else trust
    told = shares(counts)
    votes = [share + trust * (side == read) for side, share in zip(_SIDES, told, strict=True)]
    side = _SIDES[votes.index(max(votes))]
    if side * read < 0 or (side and not read and side * (told[2] - told[0]) < _LEANS):
        return 0
    plain = firm or not _FEW <= size <= _LONG or told[_SIDES.index(side)] >= _PLAIN
    return score if side == read and plain else side

"""A word that takes a side and the operators of its sentence in, those that reach it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brief.engines.rules.stance.operators import Operators
from brief.vocabulary.words import Hit, Word

REACH = 5
"""Words that a negation or a doubt reaches here."""
_GOVERNED = 3
"""Words after it in which a `that` opens the clause which it governs."""


def reaching(cue: Hit, found: Operators, split: Sequence[Word]) -> Operators:
    """Return the operators near a word: these words are common, and `no` does not reach far.

    What governs a clause reaches all of it: `little indicates that the two will …`.
    """
    return replace(
        found,
        modal=[
            hit for hit in found.modal if hit.tag != "would" and not _of_subject(hit, cue, split)
        ],
        before=[
            hit
            for hit in [*found.before, *_too_much(split)]
            if (abs(cue.first - hit.last) <= REACH or _governs(hit, cue, split))
            and not _spared(hit, cue, split)
            and not _joined(hit, cue, split)
            and not _shut(hit, cue, split)
        ],
        after=[hit for hit in found.after if 0 <= hit.first - cue.last <= REACH],
    )


def _too_much(split: Sequence[Word]) -> list[Hit]:
    """Return the `to` that `too …` denies: `too weak to expect much`."""
    made: list[Hit] = []
    for at, word in enumerate(split):
        if word.text != "too" or at == 0:
            continue
        ahead = [one.text for one in split[at + 1 : at + 1 + _TOO]]
        if "to" in ahead:
            place = at + 1 + ahead.index("to")
            made.append(Hit(place, place + 1, "deny"))
    return made


def _shut(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a denial stands in an opening that a comma shuts: `when he did not, it grew`."""
    opening = [word.text for word in split[:2]]
    if not _WHENS & set(opening):
        return False
    return any("," in word.gap for word in split[hit.last : cue.first + 1])


_WHENS = frozenset(["when", "after", "because", "since", "as", "once"])
_TOO = 4
"""Words between `too` and the `to` that it denies."""


def _of_subject(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a wish is what a verb is said of, and not over it: `attempts to … will fail`."""
    between = split[hit.last : cue.first + 1]
    return hit.tag == "wish" and any(word.text in _FINITE for word in between)


_FINITE = frozenset(
    ["will", "would", "is", "are", "was", "were", "has", "have", "had", "cannot", "does", "do"]
)


def _spared(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether what stands between spares a word a denial.

    The word is its ground (`unlikely after a war`), or an end or a want of it is denied (`no limit
    to the trust`).
    """
    return any(word.text in _SPARING for word in split[hit.last : cue.first])


def doubted(cue: Hit, found: Operators) -> bool:
    """Tell whether a word is only doubted: who doubts that two cooperate finds no rivalry."""
    before = [hit.tag for hit in found.before if 0 <= cue.first - hit.last <= REACH]
    after = [hit.tag for hit in found.after if 0 <= hit.first - cue.last <= REACH]
    around = [*before, *after]
    if any(hit.last + 1 == cue.first and hit.tag.startswith("doubt") for hit in found.before):
        return False  # "unlikely to succeed" says that it will not
    return any(tag.startswith("doubt") for tag in around) and "deny" not in around


def _joined(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word is no object of a damage: `weakens the one and drives him to …`."""
    return hit.tag == "damage" and any(word.text == "and" for word in split[hit.last : cue.first])


_SPARING = frozenset(
    [
        *("after", "since", "because", "given", "amid", "despite", "due", "owing", "thanks"),
        *("before", "limit", "limits", "ceiling", "end", "bounds", "lack", "deficit", "shortage"),
        "loss",
    ]
)


def _governs(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a denial or a doubt is followed by the `that` of the clause with the word."""
    opens = [word.text for word in split[hit.last : min(hit.last + _GOVERNED, cue.first)]]
    return "that" in opens

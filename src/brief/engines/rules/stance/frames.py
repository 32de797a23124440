"""The words of a sentence in, the claims that it rejects out: what stands in one is denied.

`The idea that they are allies was questioned, as were claims that they trust each other` doubts
both; a denial inside such a claim is doubted with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from brief.engines.rules.stance.lexicon import phrases, word_list
from brief.vocabulary.words import Word, keep

_CLAIM = 4  # words of a claim at the least, before its verdict
_AGAIN = 5  # words in which `as were claims that` says the verdict of the clause before anew
_LIKE = frozenset(["as", "so", "nor"])
_BE = frozenset(["is", "are", "was", "were"])


@dataclass(frozen=True, slots=True)
class Frame:
    """Words `first` to `last` (exclusive) are what is claimed and rejected."""

    first: int
    last: int

    def holds(self, index: int) -> bool:
        """Tell whether a word stands in the claim."""
        return self.first <= index < self.last


def frames(text: list[Word]) -> list[Frame]:
    """Return the claims that a sentence rejects, from left to right."""
    return keep(text, "frames", lambda: _frames(text))


def framed(text: list[Word], index: int) -> Frame | None:
    """Return the rejected claim that a word stands in."""
    return next((one for one in frames(text) if one.holds(index)), None)


def _frames(text: list[Word]) -> list[Frame]:
    claims = [at + 2 for at in range(len(text) - 1) if _opens(text, at)]
    verdicts = [hit for hit in phrases("refuted").find(text) if not _denied(text, hit.first)]
    found: list[Frame] = []
    for number, first in enumerate(claims):
        until = claims[number + 1] - _AGAIN if number + 1 < len(claims) else len(text)
        after = [hit.first for hit in verdicts if first + _CLAIM <= hit.first < until]
        if after:
            found.append(Frame(first, after[0]))
        elif found and _likewise(text, first):
            found.append(Frame(first, len(text)))
    return found


def _opens(text: list[Word], at: int) -> bool:
    """Tell whether a word names a claim, which then follows: `the idea that`."""
    return text[at].text in word_list("claimed") and text[at + 1].text == "that"


def _denied(text: list[Word], at: int) -> bool:
    """Tell whether a verdict is itself denied: `cannot be called wrong`, `is not a myth`."""
    return any(w.text in ("not", "n't", "never", "hardly", "cannot") for w in text[at : at + 3])


def _likewise(text: list[Word], first: int) -> bool:
    """Tell whether a claim shares the verdict of the one before: `as were claims that`."""
    before = [word.text for word in text[max(0, first - _AGAIN) : first - 2]]
    return any(one in _LIKE and two in _BE for one, two in pairwise(before))

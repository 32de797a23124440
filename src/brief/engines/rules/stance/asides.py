"""A sentence that something interrupts in, the sentence without it out.

`An alliance, which many of them fear, is not on the agenda`: what is said of the alliance stands
behind the second comma, and no part of the clause between the two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from brief.engines.rules.stance.lexicon import OTHER, word_list
from brief.engines.rules.stance.mentions import Mention
from brief.vocabulary.words import Hit, Word, Words, lows

T = TypeVar("T", Hit, Mention)
_MARKS = (",", "(", "–", "—")
_CLOSES = {",": ",", "(": ")", "–": "–", "—": "—"}
_OPENS = frozenset(
    ["which", "who", "whose", "where", "though", "although", "while", "whatever", "however", "if",
     "as", "because", "since", "so", "despite", "even", "like", "unlike", "let", "when", "albeit"]
)  # fmt: skip
_TAGS = frozenset(["it", "they", "he", "she", "we", "there"])
LONG, SHORT = 28, 12
"""Words of an aside that opens as a clause, and of any other."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words `first` to `last` (exclusive) that interrupt a sentence."""

    first: int
    last: int

    def holds(self, place: int) -> bool:
        """Tell whether a word stands in it."""
        return self.first <= place < self.last

    def without(self, text: list[Word]) -> Words:
        """Return the words of the sentence that it interrupts."""
        after = text[self.last]
        resumed = replace(after, gap="", apart=False)
        return Words([*text[: self.first], resumed, *text[self.last + 1 :]])

    def beside(self, found: list[T]) -> list[T]:
        """Return the phrases or names beside it, where they stand without it."""
        return [
            replace(one, first=self._moved(one.first), last=self._moved(one.last))
            for one in found
            if one.last <= self.first or self.last <= one.first
        ]

    def named(self, found: list[Mention]) -> list[Mention]:
        """Return the names beside it, and the parties that it names, who then stand before it."""
        inside = [m for m in found if self.first <= m.first and m.last <= self.last]
        ahead = [
            replace(m, first=self.first - 1, last=self.first) for m in inside if m.who != OTHER
        ]
        return sorted([*self.beside(found), *ahead], key=lambda one: one.first)

    def until(self, found: list[T]) -> list[T]:
        """Return the phrases or names up to its end."""
        return [one for one in found if one.last <= self.last]

    def _moved(self, place: int) -> int:
        return place - (self.last - self.first) * (place >= self.last)


def aside(text: list[Word], cues: list[Hit]) -> Aside | None:
    """Return what stands between a word of the question's and its predicate."""
    for last in range(2, len(text) - 1):
        if not text[last].apart or text[last].text not in word_list("links"):
            continue
        if text[last + 1].text in _TAGS:
            continue  # "…, is it not?"
        first = _opening(text, last)
        if first and any(cue.last <= first for cue in cues):
            return Aside(first, last)
    return None


def said_twice(text: list[Word]) -> Aside | None:
    """Return the first of two verbs that share a predicate: `is not and` has never been easy."""
    if _DENIALS.isdisjoint(lows(text)):
        return None
    for at, word in enumerate(text[:-3]):
        denied = word.text in _VERBS and text[at + 1].text in _DENIALS
        joined = denied and text[at + 2].text in ("and", "or")
        again = {one.text for one in text[at + 3 : at + 5]} & _DENIALS
        if joined and again and text[at + 3].text in _VERBS | _DENIALS:
            return Aside(at, at + 3)
    return None


_DENIALS = frozenset(["not", "n't", "never"])
_VERBS = frozenset(["is", "are", "was", "were", "has", "have", "had", "will", "would"])


def _opening(text: list[Word], last: int) -> int:
    """Return where what ends before the word at `last` begins; 0 where nothing is set apart."""
    closing = text[last].gap
    for at in range(last - 1, max(0, last - LONG), -1):
        mark = next((one for one in _MARKS if one in text[at].gap), "")
        if not mark or _CLOSES[mark] not in closing:
            if text[at].apart and any(one in text[at].gap for one in ";:.?!"):
                return 0
            continue
        if text[at].text in _OPENS or mark != ",":
            return at
        nearest = not any(one.apart for one in text[at + 1 : last])
        if nearest and last - at <= SHORT and not _listed(text, at):
            return at
    return 0


def _listed(text: list[Word], at: int) -> bool:
    """Tell whether a comma stands between members of a list, and opens nothing."""
    return text[at].text in ("and", "or", "nor", "but", "yet")

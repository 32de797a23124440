"""A sentence's words in, its frame out: lead-in, subordinate clause, main clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from brief.engines.rules.lexicon import load, phrases
from brief.engines.rules.tokens import Token, TokenPhrases

_LONGEST_COMMENT = 12  # tokens of `It was not very long ago that`
_COORDINATORS = frozenset(["and", "or", "but", "yet", "so", "nor"])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the main clause of a sentence begins, and what stands before it."""

    main: int
    """Place of the first token of the main clause."""
    concessive: bool
    """True when a concessive clause ("Although …,") comes first."""
    connective: str
    """The linking word or phrase at the very start, lower case: `however`, `in short`, ``."""


@cache
def _finite_words() -> frozenset[str]:
    return frozenset(load("voice.yaml")["finite"])


@cache
def connectives() -> TokenPhrases:
    """Return the words and phrases that link a sentence to the one before."""
    groups = load("connectives.yaml")
    return TokenPhrases(phrase for group in groups.values() for phrase in group)


def frame(words: Sequence[Token]) -> Frame:
    """Return the frame of a sentence given as tokens."""
    return _frame(tuple(words))


@lru_cache(maxsize=4096)
def _frame(words: tuple[Token, ...]) -> Frame:
    """Return the frame, kept: who speaks and what a sentence shows are both told by it."""
    start = _skip_signs(words, 0)
    length = connectives().at(words, start)
    connective = " ".join(word.low for word in words[start : start + length])
    if length:
        start = _skip_signs(words, start + length)
    concessive = bool(phrases("concessive").at(words, start)) or _inverted(words, start)
    main = start
    if concessive or phrases("subordinators").at(words, start) or _participle(words, start):
        main = _main_clause(words, start)
    return Frame(main=main, concessive=concessive and main > start, connective=connective)


def within_comment(words: Sequence[Token], shape: Frame) -> Frame | None:
    """Return the frame of what a comment leads in: `It is no surprise that | officials say …`."""
    start = shape.main
    if start >= len(words) or words[start].low not in ("it", "small", "no", "little"):
        return None
    for place in range(start + 1, min(start + _LONGEST_COMMENT, len(words) - 1)):
        if words[place].text in ",;:":
            return None
        if words[place].low in ("that", "when"):
            return replace(shape, main=place + 1)
    return None


def _skip_signs(words: Sequence[Token], place: int) -> int:
    """Return the place of the first word at or after `place`."""
    while place < len(words) and not words[place].is_word:
        place += 1
    return place


def _inverted(words: Sequence[Token], place: int) -> bool:
    """Recognize `Attractive as the idea may seem,`."""
    return (
        place + 2 < len(words)
        and words[place + 1].low in ("as", "though")
        and words[place].low not in ("as", "such", "so", "just", "even", "insofar", "seen")
        and any(
            word.low in ("may", "might", "is", "was", "are", "seems", "sounds", "looks")
            for word in words[place + 2 : place + 8]
        )
    )


def _participle(words: Sequence[Token], place: int) -> bool:
    """Recognize a leading participle: `Faulting Russian leadership …, this argument …`."""
    if place < len(words) and words[place].low in ("in", "by", "after", "before", "while", "when"):
        place += 1
    return place < len(words) and words[place].low.endswith("ing") and len(words[place].low) > 5


def _main_clause(words: Sequence[Token], start: int) -> int:
    """Return the place after the comma that ends the leading clause, or `start`."""
    depth = 0
    for place in range(start, min(len(words) - 1, start + 70)):
        sign = words[place].text
        depth += sign in "(["
        depth -= sign in ")]"
        if sign == "," and depth <= 0 and _opens_clause(words, place + 1):
            return _skip_signs(words, place + 1)
    return start


def _opens_clause(words: Sequence[Token], place: int) -> bool:
    """Tell whether a main clause can begin at `place`: a subject, and a verb soon after it."""
    place = _skip_signs(words, place)
    if place >= len(words):
        return False
    first = words[place]
    if first.low in _COORDINATORS or first.low in _finite_words() or first.low.endswith("ing"):
        return False
    if phrases("subordinators").at(words, place) or first.low in (
        "which",
        "who",
        "whose",
        "especially",
    ):
        return False
    for word in words[place + 1 : place + 14]:
        if word.text in ",;:":
            break
        if word.low in _finite_words() or _finite(word):
            return True
    return first.low in ("it", "there", "he", "she", "they", "we", "i")


def _finite(word: Token) -> bool:
    """Guess whether a lower-case word is a finite verb from its ending."""
    low = word.low
    return (
        word.text.islower()
        and len(low) > 3
        and (
            low.endswith("ed")
            or (low.endswith("s") and not low.endswith(("ss", "us", "ics", "ings")))
        )
    )

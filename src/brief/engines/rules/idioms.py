"""A verb's place in, whether it reports a view by the words beside it out: `for granted`."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.cues import OPENING_QUOTES, low, lows
from brief.engines.rules.lexicon import words_of
from brief.engines.rules.tokens import Token

TAKEN = frozenset(["take", "takes", "took"])
MADE = frozenset(["make", "makes", "made", "making"])


def coins(words: Sequence[Token], place: int) -> bool:
    """Recognize `announced a "new alliance"`, `affirmed this undying “friendship”`."""
    if words[place].low not in words_of("coining"):
        return False
    following = words[place + 1 : place + 5]
    return any(word.text in OPENING_QUOTES[:2] or word.text == "«" for word in following)


def numbers(words: Sequence[Token], place: int) -> bool:
    """Recognize `lists five differences`, `lists the obstacles to`."""
    lists = words[place].low in ("list", "lists", "sketches")
    return lists and low(words, place + 1) in words_of("several") | {"the", "four", "six", "seven"}


def takes(words: Sequence[Token], place: int) -> bool:
    """Recognize `takes its durability for granted`."""
    if words[place].low not in TAKEN:
        return False
    return "for granted" in " ".join(lows(words[place + 1 : place + 10]))


def gives(words: Sequence[Token], place: int) -> bool:
    """Recognize `gave the same answer: …`, `repeated the argument that …`."""
    if words[place].low not in words_of("giving"):
        return False
    for step in range(place + 1, min(place + 8, len(words) - 1)):
        if words[step].low in words_of("given"):
            return words[step + 1].low in (":", "that")
    return False


def makes(words: Sequence[Token], place: int) -> bool:
    """Recognize `makes a powerful argument for`, `made an informed case against`."""
    if words[place].low not in MADE:
        return False
    tail = lows(words[place + 1 : place + 8])
    noun = next((i for i, word in enumerate(tail) if word in ("argument", "case")), -1)
    adjectives = tail[1 : max(1, noun)]
    return noun > 1 and tail[0] in ("a", "an") and all(word.isalpha() for word in adjectives)

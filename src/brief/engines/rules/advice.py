"""A holder and the verb he stands before in, out whether he is said to hold the view at all.

What somebody should think is the author's advice, what he may think the author's guess:
`Rome should not assume that …`, `Hanoi may believe that …`. A crowd that may say something
(`Some might argue that …`) is the usual way to bring in a view, and stays a holder.
"""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.cues import low, lows
from brief.engines.rules.holders import SOMEBODY, Holder
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.tokens import Token

_PERSONS = SOMEBODY | {"pronoun"}
_CROWDS = frozenset(["some", "others", "many", "several"])
_FINDS = frozenset(["find", "discover", "learn", "realize", "realise"])
_LINKS = frozenset(["better", "well", "wise", "need", "needs"])


def supposed(words: Sequence[Token], who: Holder, subject: Sequence[Token], verb: int) -> bool:
    """Tell whether the view that `verb` reports is one that `who` only should or may hold."""
    if who.kind not in _PERSONS:
        return False
    linking = words_of("auxiliary", "adverb") | _LINKS
    start = verb
    while start and words[start - 1].low in linking and not words[start - 1].is_capital:
        start -= 1
    if "will" in lows(words[start:verb]) and finds_out(words, verb):
        return True
    return phrases("advice").first(words, start, verb) >= 0 or (
        guessed(words, start, verb) and not _crowd(who, subject)
    )


def finds_out(words: Sequence[Token], verb: int) -> bool:
    """Tell whether somebody only comes to know it: behind `will` it is what the author knows."""
    return low(words, verb) in _FINDS


def within(words: Sequence[Token], subject: Sequence[Token], main: int, verb: int) -> bool:
    """Tell whether a view is part of advice: `Rome should plan for a day when Turks say that …`."""
    if not subject:
        return False
    for place in range(verb - 1, main, -1):
        if words[place].text in (",", ";", ":", "—", "–"):
            return False
        if words[place].start < subject[0].start and phrases("advice").at(words, place):
            return True
    return False


def guessed(words: Sequence[Token], start: int, stop: int) -> bool:
    """Recognize `may`, `could`; what somebody `could not` believe is told of him as a fact."""
    for place in range(start, stop):
        if low(words, place) in ("may", "might"):
            return True
        if low(words, place) in ("can", "could") and low(words, place + 1) not in ("not", "never"):
            return True
    return False


def _crowd(who: Holder, subject: Sequence[Token]) -> bool:
    """Tell whether the holder is nobody in particular: `critics`, `some`, `they`."""
    return who.name == "they" or bool(set(lows(subject)) & (words_of("talkers") | _CROWDS))

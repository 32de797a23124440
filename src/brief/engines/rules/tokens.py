"""Text in, words with offsets out, and fast tests for phrases among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from brief.vocabulary.hyphens import back, joined

_TOKEN = re.compile(r"[Tt]hink tanks?\b|(?:[^\W\d_]\.){2,}|\w+(?:[-'’]\w+)*|[^\w\s]")
MOST_TOKENS = 400
"""Beyond so many words no sentence is read on: what decides stands before."""
_PARTICLE = re.compile(r"(?:al|el|an|as|ad|ar|at|az|ash|ul|ben|d|l|o)[-'’][^\W\d_]")
"""Before a name, written small: `al-Sabah`, `d'Alema`."""
_BARE = 3  # letters too few for a particle and a name
_QUOTES = '"“”«»„'
_QUOTE = re.compile(f"[{_QUOTES}]")


@dataclass(slots=True, eq=False)
class Token:
    """A word or a sign; offsets count characters of the text it was cut from."""

    text: str
    low: str
    start: int
    end: int

    is_word: bool
    """True for words and numbers."""
    is_capital: bool
    """True when it begins with a capital letter."""


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and signs of `text` in order; in `low`, apostrophes are straight."""
    found = []
    whole, shifts = joined(text)
    for match in _TOKEN.finditer(whole):
        start, end = match.span()
        word = whole[start:end]
        low, first = word.lower(), word[0]
        capital = first.isupper()
        if not word.isalpha():
            low = low.replace("’", "'").replace(" ", "-")  # "think tank": no verb
            capital = capital or (len(word) > _BARE and _particle(word))
        if shifts:
            start, end = back(start, shifts), back(end, shifts, end=True)
        found.append(Token(word, low, start, end, first.isalnum(), capital))
    return tuple(found)


def _particle(word: str) -> bool:
    """Tell whether a word is a name with a particle written small before it: `al-Sabah`."""
    if "-" not in word and "'" not in word and "’" not in word:
        return False
    found = _PARTICLE.match(word)
    return found is not None and word[found.end() - 1].isupper()


class TokenPhrases:
    """A set of phrases of one or more words, found at a place in a token list."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[str]) -> None:
        # By the first word and then the second ("" for none), the longest first.
        self._by_first: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in sorted(phrases, key=lambda text: (-len(text.split()), text)):
            first, *rest = (token.low for token in tokens(phrase))
            seconds = self._by_first.setdefault(first, {})
            seconds.setdefault(rest[0] if rest else "", []).append(tuple(rest[1:]))

    @property
    def heads(self) -> Set[str]:
        """The words that a phrase may begin with."""
        return self._by_first.keys()

    def at(self, words: Sequence[Token], place: int) -> int:
        """Return how many tokens the longest phrase at `place` covers; 0 when there is none."""
        if not 0 <= place < len(words):
            return 0
        seconds = self._by_first.get(words[place].low)
        if seconds is None:
            return 0
        known = seconds.get(words[place + 1].low, ()) if place + 1 < len(words) else ()
        for rest in known:
            length = 2 + len(rest)
            if not rest or tuple(w.low for w in words[place + 2 : place + length]) == rest:
                return length
        return 1 if "" in seconds else 0

    def first(self, words: Sequence[Token], start: int = 0, stop: int | None = None) -> int:
        """Return the place of the first phrase in `words[start:stop]`, or -1."""
        known = self._by_first
        for place, word in enumerate(words[start:stop], start):
            if word.low in known and self.at(words, place):
                return place
        return -1

    def count(self, words: Sequence[Token]) -> int:
        """Return at how many places a phrase begins."""
        known = self._by_first
        return sum(
            1 for place, word in enumerate(words) if word.low in known and self.at(words, place)
        )


class Marks:
    """Several named sets of phrases, counted in one pass over a token list."""

    __slots__ = ("_by_first",)

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        # By the first word and then the second ("" for none): the name, and what must follow.
        self._by_first: dict[str, dict[str, list[tuple[str, list[str]]]]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                first, second, *rest = (*(token.low for token in tokens(phrase)), "")
                seconds = self._by_first.setdefault(first, {})
                seconds.setdefault(second, []).append((name, rest[:-1]))

    def count(self, words: Sequence[Token]) -> Counter[str]:
        """Return for each name at how many places one of its phrases begins."""
        found: Counter[str] = Counter()
        lows = [word.low for word in words] + [""]
        for place, low in enumerate(lows):
            seconds = self._by_first.get(low)
            if seconds is None:
                continue
            here = {name for name, _ in seconds.get("", ())}
            for name, rest in seconds.get(lows[place + 1], ()):
                if lows[place + 2 : place + 2 + len(rest)] == rest:
                    here.add(name)
            for name in here:
                found[name] += 1
        return found


def quoted_places(words: Sequence[Token]) -> list[tuple[int, int]]:
    """Return where the tokens of each quotation begin and end, its double or angular marks too."""
    marks = [place for place, word in enumerate(words) if word.text in _QUOTES]
    stops = [place + 1 for place in marks[1::2]]
    return list(zip_longest(marks[::2], stops, fillvalue=len(words)))


def outside_quotes(words: Sequence[Token]) -> list[Token]:
    """Return the tokens that stand outside double or angular quotation marks."""
    kept: list[Token] = []
    done = 0
    for first, last in quoted_places(words):
        kept += words[done:first]
        done = last
    return [*kept, *words[done:]]


def quoted_share(text: str) -> float:
    """Return the part of the characters that stand inside double or angular quotation marks."""
    inside = 0
    opened = -1
    for mark in _QUOTE.finditer(text):
        if opened < 0:
            opened = mark.start()
        else:
            inside += mark.start() - opened
            opened = -1
    if opened >= 0:
        inside += len(text) - opened
    return inside / max(1, len(text))

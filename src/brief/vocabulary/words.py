"""Text in, words out; phrases in, the places where they stand out.

A phrase is plain words. `a/b` in place of a word is either; `alli*` is any ending, and `_` any one
word; `..` is a gap of up to three words. A phrase never runs across a comma or a stop, and
hyphens count as blanks, so that `quasi alliance` finds `quasi-alliance`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

_WORD = re.compile(
    r"['’](?P<tail>s|re|ve|ll|d)\b|(?:[A-Za-z]\.){2,}|[^\W_]+?(?=n['’]t\b)|n['’]t\b"
    r"|[^\W_]+(?:['’](?!(?:s|re|ve|ll|d)\b)[^\W_]+)*"
)
_STOPS = frozenset(",;:()[]—–.!?…")
_GAP = 3  # words that `..` may skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    text: str
    """Lower case, without the stops of an abbreviation: `us` for `U.S.`."""
    raw: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one, without blanks and possessives."""

    @property
    def apart(self) -> bool:
        """True when punctuation other than a hyphen or a quotation mark stands before it."""
        return any(char in _STOPS for char in self.gap)

    @property
    def capital(self) -> bool:
        """True when it is written with a capital."""
        return self.raw[:1].isupper()


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: words `first` to `last` (exclusive) and the tag it stands under."""

    first: int
    last: int
    tag: str


def words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    return list(_split(text))


@lru_cache(maxsize=2048)
def _split(text: str) -> tuple[Word, ...]:
    """Split a text; several parts of the engine ask for the words of the same sentence."""
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        if match["tail"] is None:
            raw = match.group()
            plain = raw.replace("’", "'").replace(".", "").lower()
            between = text[before : match.start()]
            gap = "" if between == " " else "".join(between.split())
            found.append(Word(plain, raw, match.start(), match.end(), gap))
        before = match.end()
    return tuple(found)


Entry = tuple[tuple[str, ...], str, str, int]
"""A phrase word by word, its tag, how its first word begins, and its number in order."""


@dataclass(slots=True)
class _Bucket:
    """The phrases with one first word, by what must follow it."""

    seconds: dict[str, list[Entry]] = field(default_factory=dict)
    """By the second word, where only one word fills it."""
    gaps: dict[str, list[Entry]] = field(default_factory=dict)
    """By the word after a gap right behind the first, where only one word fills it."""
    rest: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Add a phrase."""
        slots = entry[0]
        second = _plain(slots[1]) if len(slots) > 1 else ""
        third = _plain(slots[2]) if len(slots) > 2 and slots[1] == ".." else ""
        if second:
            self.seconds.setdefault(second, []).append(entry)
        elif third:
            self.gaps.setdefault(third, []).append(entry)
        else:
            self.rest.append(entry)

    def fitting(self, following: list[str]) -> Iterator[Entry]:
        """Yield the phrases that the words `following` the first one may complete."""
        yield from self.rest
        if following:
            yield from self.seconds.get(following[0], ())
        if self.gaps:
            for word in dict.fromkeys(following):
                yield from self.gaps.get(word, ())


@dataclass(slots=True)
class Phrases:
    """A set of phrases under tags, found in one pass over the words; the longest wins."""

    _heads: dict[str, _Bucket] = field(default_factory=dict)
    _stems: dict[str, _Bucket] = field(default_factory=dict)
    _count: int = 0
    cased: bool = False
    """True for names: a capital in the phrase asks for a capital in the text."""

    def add(self, phrases: Iterable[str], tag: str) -> None:
        """Add phrases of the mini-language above under `tag`."""
        for phrase in phrases:
            for slots in _expand(phrase if self.cased else phrase.lower()):
                head = slots[0].lower()
                stem = head.endswith("*")
                table, key = (self._stems, head[:3]) if stem else (self._heads, head)
                self._count += 1
                table.setdefault(key, _Bucket()).add(
                    (slots, tag, head.removesuffix("*"), self._count)
                )

    def find(self, text: list[Word]) -> list[Hit]:
        """Return the phrases in `text` from left to right, longest first, none overlapping."""
        heads, stems = self._heads, self._stems
        if stems:
            known = [i for i, w in enumerate(text) if w.text in heads or w.text[:3] in stems]
        else:
            known = [i for i, w in enumerate(text) if w.text in heads]
        hits: list[Hit] = []
        done = 0
        for index in known:
            best = self._longest(text, index) if index >= done else None
            if best is not None:
                hits.append(best)
                done = best.last
        return hits

    def _longest(self, text: list[Word], index: int) -> Hit | None:
        """Return the longest phrase that begins at `index`."""
        head = text[index].text
        following: list[str] = []
        best: Hit | None = None
        rank = (0, 0)  # the longest, and of those the stem last and the first one added
        for table, key in ((self._heads, head), (self._stems, head[:3])):
            bucket = table.get(key)
            if bucket is None:
                continue
            following = following or [word.text for word in text[index + 1 : index + 2 + _GAP]]
            for slots, tag, begins, number in bucket.fitting(following):
                if not head.startswith(begins):
                    continue
                alone = len(slots) == 1 and not self.cased
                last = index + 1 if alone else self._match(slots, text, index)
                order = -number if table is self._heads else -number - self._count
                if last and (best is None or (last, order) > rank):
                    best, rank = Hit(index, last, tag), (last, order)
        return best

    def _match(self, slots: tuple[str, ...], text: list[Word], index: int) -> int:
        """Return the index after the last word of the phrase at `index`, or 0."""
        at = index
        for place, slot in enumerate(slots):
            if slot == "..":
                rest = slots[place + 1 :]
                for skip in range(_GAP + 1):
                    last = self._match(rest, text, at + skip)
                    if last and not any(word.apart for word in text[at : at + skip + 1]):
                        return last
                return 0
            if at >= len(text) or (place and text[at].apart):
                return 0
            if not self._fits(slot, text[at]):
                return 0
            at += 1
        return at

    def _fits(self, slot: str, word: Word) -> bool:
        """Tell whether a word fills a slot of a phrase."""
        if self.cased:
            plain = slot.lower()
            if word.text != plain:
                return False
            if slot.isupper() and len(slot) <= 3:
                return word.raw.isupper()
            return not slot[:1].isupper() or word.capital
        if slot == "_":
            return True
        if slot.endswith("*"):
            return word.text.startswith(slot[:-1])
        return word.text == slot


def _plain(slot: str) -> str:
    """Return a slot that only one word fills, in lower case; empty for the others."""
    return "" if slot == "_" or slot == ".." or slot.endswith("*") else slot.lower()


def _expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain phrases that one with `a/b` in it stands for."""
    plain = phrase.replace("-", " ").replace("’", "'")
    slots = [[one.removesuffix("'s") for one in slot.split("/")] for slot in plain.split()]
    for choice in product(*slots):
        if choice:
            yield tuple(choice)

"""Text in, words out; phrases in, the places where they stand out.

A phrase is plain words. `a/b` in place of a word is either; `alli*` is any ending, and `_` any one
word; `..` is a gap of up to three words. A phrase never runs across a comma or a stop, and
hyphens count as blanks, so that `quasi alliance` finds `quasi-alliance`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from brief.vocabulary.hyphens import back, joined

_WORD = re.compile(
    r"['’](?P<tail>s|re|ve|ll|d)\b|(?:[A-Za-z]\.){2,}|[^\W_]+?(?=n['’]t\b)|n['’]t\b"
    r"|[^\W_]+(?:['’](?!(?:s|re|ve|ll|d)\b)[^\W_]+)*"
)
_STOPS = frozenset(",;:()[]—–.!?…")
_GAP = 3  # words that `..` may skip


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a text; two words are the same only where they are one object."""

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
        return bool(self.gap) and not _STOPS.isdisjoint(self.gap)

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
    text, shifts = joined(text)
    for match in _WORD.finditer(text):
        if match["tail"] is None:
            raw = match.group()
            plain = raw.replace("’", "'").replace(".", "").lower()
            between = text[before : match.start()]
            gap = "" if between == " " else "".join(between.split())
            start, end = match.span()
            if shifts:
                start, end = back(start, shifts), back(end, shifts, end=True)
            found.append(Word(plain, raw, start, end, gap))
        before = match.end()
    return tuple(found)


Entry = tuple[tuple[str, ...], str, str, int, bool]
"""A phrase word by word, its tag, how its first word begins, its number in order; and whether it
is words alone, without gaps, stems or cases."""


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

    def fitting(self, text: list[Word], index: int) -> Sequence[Entry]:
        """Return the phrases that the words behind the first one, at `index`, may complete."""
        found = self.rest
        if self.seconds and index + 1 < len(text):
            seconds = self.seconds.get(text[index + 1].text)
            found = [*found, *seconds] if seconds else found
        if self.gaps:
            following = dict.fromkeys(word.text for word in text[index + 1 : index + 2 + _GAP])
            found = [*found, *(one for word in following for one in self.gaps.get(word, ()))]
        return found


_VERSIONS = itertools.count(1)


@dataclass(slots=True)
class _Seen:
    """A text that phrases were looked for in: its words, how they begin, and what was found."""

    words: frozenset[str]
    stems: frozenset[str]
    found: dict[int, list[Hit]] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def _seen(text: tuple[Word, ...]) -> _Seen:
    """Return what is kept of a text; several parts of the engine look for the same phrases."""
    return _Seen(frozenset(w.text for w in text), frozenset(w.text[:3] for w in text))


@dataclass(slots=True)
class Phrases:
    """A set of phrases under tags, found in one pass over the words; the longest wins."""

    _heads: dict[str, _Bucket] = field(default_factory=dict)
    _stems: dict[str, _Bucket] = field(default_factory=dict)
    _count: int = 0
    _version: int = 0
    """Another number for each state of each set: what was found in a text is kept by it."""
    cased: bool = False
    """True for names: a capital in the phrase asks for a capital in the text."""

    def add(self, phrases: Iterable[str], tag: str) -> None:
        """Add phrases of the mini-language above under `tag`."""
        self._version = next(_VERSIONS)
        for phrase in phrases:
            for slots in _expand(phrase if self.cased else phrase.lower()):
                head = slots[0].lower()
                stem = head.endswith("*")
                table, key = (self._stems, head[:3]) if stem else (self._heads, head)
                self._count += 1
                plain = not self.cased and all(map(_plain, slots))
                entry = (slots, tag, head.removesuffix("*"), self._count, plain)
                table.setdefault(key, _Bucket()).add(entry)

    def find(self, text: list[Word]) -> list[Hit]:
        """Return the phrases in `text` from left to right, longest first, none overlapping."""
        seen = _seen(tuple(text))
        hits = seen.found.get(self._version)
        if hits is None:
            hits = seen.found[self._version] = self._search(text, seen)
        return list(hits)

    def _search(self, text: list[Word], seen: _Seen) -> list[Hit]:
        heads, stems = self._heads, self._stems
        none_begun = stems.keys().isdisjoint(seen.stems) if stems else True
        if none_begun and heads.keys().isdisjoint(seen.words):
            return []
        if none_begun:
            known = [i for i, w in enumerate(text) if w.text in heads]
        else:
            known = [i for i, w in enumerate(text) if w.text in heads or w.text[:3] in stems]
        hits: list[Hit] = []
        done = 0
        for index in known:
            if index < done or self._ends_at_once(text, index):
                continue
            best = self._longest(text, index)
            if best is not None:
                hits.append(best)
                done = best.last
        return hits

    def _ends_at_once(self, text: list[Word], index: int) -> bool:
        """Tell whether the second word already rules out all phrases that begin at `index`."""
        bucket = self._heads.get(text[index].text)
        if bucket is None or bucket.rest or bucket.gaps or text[index].text[:3] in self._stems:
            return False
        return index + 1 >= len(text) or text[index + 1].text not in bucket.seconds

    def _longest(self, text: list[Word], index: int) -> Hit | None:
        """Return the longest phrase that begins at `index`."""
        head = text[index].text
        best: Hit | None = None
        rank = (0, 0)  # the longest, and of those the stem last and the first one added
        for table, key in ((self._heads, head), (self._stems, head[:3])):
            bucket = table.get(key)
            if bucket is None:
                continue
            for slots, tag, begins, number, plain in bucket.fitting(text, index):
                if not head.startswith(begins):
                    continue
                if len(slots) == 1 and not self.cased:
                    last = index + 1
                else:
                    last = (_match_plain if plain else self._match)(slots, text, index)
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


def _match_plain(slots: tuple[str, ...], text: list[Word], index: int) -> int:
    """Return the index after the last word of a phrase of words alone, or 0."""
    last = index + len(slots)
    if last > len(text):
        return 0
    for slot, word in zip(slots[1:], text[index + 1 : last], strict=True):
        if word.text != slot or word.apart:
            return 0
    return last


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

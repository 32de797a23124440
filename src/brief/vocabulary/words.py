"""Text in, words out; phrases in, the places where they stand out.

A phrase is plain words. `a/b` in place of a word is either; `alli*` is any ending, and `_` any one
word; `..` is a gap of up to three words. A phrase never runs across a comma or a stop, and
hyphens count as blanks, so that `quasi alliance` finds `quasi-alliance`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any, TypeVar

from brief.vocabulary.hyphens import back, joined
from brief.vocabulary.openers import KEY, VERSIONS, Index

T = TypeVar("T")
_PLAIN = (
    r"['’](?:s|re|ve|ll|d)\b|(?:[A-Za-z]\.){2,}|%s[^\W_]+(?:['’](?!(?:s|re|ve|ll|d)\b)[^\W_]+)*"
)
_WORD = re.compile(_PLAIN % "")
_DENYING = re.compile(_PLAIN % r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|")
"""The same where `n't` may be cut off a word, which is looked for at every letter."""
_STOPS = frozenset(",;:()—–.!?…")  # brackets are an editor's: `take [him] as an ally`
_GAP = 3  # words that `..` may skip


@dataclass(slots=True, eq=False)
class Word:
    """One word of a text; two words are the same only where they are one object.

    Not frozen, for a text has thousands: no one changes a word.
    """

    text: str
    """Lower case, without the stops of an abbreviation: `us` for `U.S.`."""
    raw: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one, without blanks and possessives."""
    apart: bool
    """True when punctuation other than a hyphen or a quotation mark stands before it."""

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


class Words(list[Word]):
    """The words of a whole text in order, with what was found among them; a slice has no such."""

    __slots__ = ("hits", "kept", "lows", "starts")

    def __init__(self, found: Iterable[Word] = ()) -> None:
        super().__init__(found)
        self.lows = [word.text for word in self]
        """The words in lower case, for what only compares them."""
        self.hits: dict[int, list[Hit]] = {}
        """The phrases found, by the state of their set."""
        self.starts: dict[Index, tuple[int, dict[int, list[int]]]] = {}
        """Where phrases may begin, and for which state of the index that holds."""
        self.kept: dict[object, Any] = {}
        """What else the parts of the engine keep of a text that several of them ask for."""

    def first(self, most: int) -> Words:
        """Return the text up to so many words: itself where it is no longer."""
        return self if len(self) <= most else Words(self[:most])


def lows(text: list[Word]) -> list[str]:
    """Return the words of a text in lower case; nobody changes the list: a whole text keeps it."""
    return text.lows if isinstance(text, Words) else [word.text for word in text]


def keep(text: list[Word], key: object, find: Callable[[], T]) -> T:
    """Return what `find` returns, found once for each whole text and key."""
    if not isinstance(text, Words):
        return find()
    if key not in text.kept:
        text.kept[key] = find()
    found: T = text.kept[key]
    return found


@lru_cache(maxsize=2048)
def words(text: str) -> Words:
    """Return the words of `text` in order; several parts of the engine ask for the same."""
    found: list[Word] = []
    before = 0
    text, shifts = joined(text)
    pattern = _DENYING if "n't" in text or "n’t" in text else _WORD
    for match in pattern.finditer(text):
        start, end = match.span()
        raw = text[start:end]
        if raw[0] not in "'’":
            plain = raw.lower()
            if not raw.isalpha():
                plain = plain.replace("’", "'").replace(".", "")
            between = text[before:start]
            gap = "" if between == " " else "".join(between.split())
            apart = bool(gap) and not _STOPS.isdisjoint(gap)
            if shifts:
                start, end = back(start, shifts), back(end, shifts, end=True)
            found.append(Word(plain, raw, start, end, gap, apart))
        before = match.end()
    return Words(found)


Entry = tuple[tuple[str, ...], str, str, int, list[str] | None]
"""A phrase word by word, its tag, how its first word begins, its number in order; and what follows
its first word in lower case, where it is words alone, without gaps or stems."""


@dataclass(slots=True)
class _Bucket:
    """The phrases with one first word, by what must follow it."""

    seconds: dict[str, list[Entry]] = field(default_factory=dict)
    """By the second word, where only one word fills it."""
    gaps: dict[str, list[Entry]] = field(default_factory=dict)
    """By the word after a gap right behind the first, where only one word fills it."""
    rest: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry, second: str, third: str) -> None:
        """Add a phrase; `second` and `third` are its words there, where only one fills the slot."""
        if second:
            self.seconds.setdefault(second, []).append(entry)
        elif third and entry[0][1] == "..":
            self.gaps.setdefault(third, []).append(entry)
        else:
            self.rest.append(entry)

    def fitting(self, said: list[str], index: int) -> Sequence[Entry]:
        """Return the phrases that the words behind the first one, at `index`, may complete."""
        found = self.rest
        if self.seconds and index + 1 < len(said):
            seconds = self.seconds.get(said[index + 1])
            if seconds:
                found = [*found, *seconds] if found else seconds
        if self.gaps:
            for low in said[index + 1 : index + 2 + _GAP]:
                if low in self.gaps:
                    found = [*found, *self.gaps[low]]
        return found


@dataclass(slots=True)
class TaggedPhrases:
    """A set of phrases under tags, found in one pass over the words; the longest wins."""

    _heads: dict[str, _Bucket] = field(default_factory=dict)
    _stems: dict[str, _Bucket] = field(default_factory=dict)
    _count: int = 0
    _version: int = 0
    """Another number for each state of each set: what was found in a text is kept by it."""
    cased: bool = False
    """True for names: a capital in the phrase asks for a capital in the text."""
    index: Index = field(default_factory=Index)
    """Shared by sets that are looked for in the same texts."""
    _number: int = field(default_factory=lambda: next(VERSIONS))

    def add(self, phrases: Iterable[str], tag: str) -> None:
        """Add phrases of the mini-language above under `tag`."""
        self._version = next(VERSIONS)
        for phrase in phrases:
            for slots in _expand(phrase if self.cased else phrase.lower()):
                head = slots[0].lower()
                stem = head.endswith("*")
                table, key = (self._stems, head[:KEY]) if stem else (self._heads, head)
                self._count += 1
                fixed = [_plain(slot) for slot in slots]
                rest = fixed[1:] if all(fixed) else None
                entry = (slots, tag, head.removesuffix("*"), self._count, rest)
                second, third = [*fixed, "", ""][1:3]
                bucket = table.get(key)
                if bucket is None:
                    bucket = table[key] = _Bucket()
                bucket.add(entry, second, third)
                self.index.add(head, second, self._number)

    def find(self, text: list[Word]) -> list[Hit]:
        """Return the phrases in `text` from left to right, longest first, none overlapping."""
        if not isinstance(text, Words):
            return self._search(text, self._begin(text))
        known = self._known(text)
        if not known:
            return []
        hits = text.hits.get(self._version)
        if hits is None:
            hits = text.hits[self._version] = self._search(text, known)
        return list(hits)

    def within(self, text: list[Word], first: int, last: int) -> list[Hit]:
        """Return the phrases in words `first` to `last` of a text, counted from `first`.

        Of a whole text it is known where a phrase may begin: a part without such is not searched.
        """
        if not isinstance(text, Words):
            return self.find(text[first:last])
        known = [at - first for at in self._known(text) if first <= at < last]
        return self._search(text[first:last], known) if known else []

    def _known(self, text: Words) -> Sequence[int]:
        """Return the places of a whole text where a phrase may begin."""
        found = text.starts.get(self.index)
        if found is None or found[0] != self.index.version:
            found = text.starts[self.index] = self.index.version, self.index.starts(text.lows)
        return found[1].get(self._number, ())

    def _begin(self, text: list[Word]) -> list[int]:
        """Return the places where the first word of a phrase stands."""
        heads, stems = self._heads, self._stems
        if not stems:
            return [i for i, w in enumerate(text) if w.text in heads]
        return [i for i, w in enumerate(text) if w.text in heads or w.text[:KEY] in stems]

    def _search(self, text: list[Word], known: Sequence[int]) -> list[Hit]:
        """Return the phrases that begin at the `known` places of a text."""
        hits: list[Hit] = []
        done = 0
        said = lows(text)
        for index in known:
            best = self._longest(text, said, index) if index >= done else None
            if best is not None:
                hits.append(best)
                done = best.last
        return hits

    def _longest(self, text: list[Word], said: list[str], index: int) -> Hit | None:
        """Return the longest phrase that begins at `index`; `said` are the words in lower case."""
        head = said[index]
        whole = self._heads.get(head)
        stems = self._stems.get(head[:KEY]) if self._stems else None
        best: Hit | None = None
        rank = (0, 0)  # the longest, and of those the stem last and the first one added
        for bucket in (whole, stems):
            if bucket is None:
                continue
            stem = bucket is stems
            for slots, tag, begins, number, rest in bucket.fitting(said, index):
                if stem and not head.startswith(begins):
                    continue
                if rest is None and (len(slots) > 1 or self.cased):
                    last = self._match(slots, text, index)
                else:
                    last = _match_plain(rest, text, said, index) if rest else index + 1
                    if self.cased and not all(map(self._fits, slots, text[index:last])):
                        last = 0
                order = -number - self._count if stem else -number
                if last and (last, order) > rank:
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
            if (self.cased or slot != text[at].text) and not self._fits(slot, text[at]):
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
        if word.text == slot or slot == "_":
            return True
        return slot.endswith("*") and word.text.startswith(slot[:-1])


def _match_plain(rest: list[str], text: list[Word], said: list[str], index: int) -> int:
    """Return the index after the last word of a phrase of words alone, or 0.

    `rest` is the phrase without its first word, which stands at `index`.
    """
    last = index + 1 + len(rest)
    if said[index + 1 : last] != rest or any(word.apart for word in text[index + 1 : last]):
        return 0
    return last


def _plain(slot: str) -> str:
    """Return a slot that only one word fills, in lower case; empty for the others."""
    return "" if slot == "_" or slot == ".." or slot.endswith("*") else slot.lower()


def _expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain phrases that one with `a/b` in it stands for."""
    plain = phrase.replace("-", " ").replace("’", "'")
    if "/" not in plain:
        if plain.strip():
            yield tuple([one.removesuffix("'s") for one in plain.split()])
        return
    slots = [[one.removesuffix("'s") for one in slot.split("/")] for slot in plain.split()]
    for choice in product(*slots):
        if choice:
            yield tuple(choice)

"""A sentence that a person edited and what it rests on in, why nothing vouches for it out.

What was checked is what our own sentence said, or what a source says. So a person's sentence holds
where it says what ours did, in other figures and quotations at most that what it cites has too; or
where what it says is a source's figure or quotation and the words around it add nothing. Whether
two wordings mean the same no rule can tell; that words of weight stand as before, one can.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

from brief.model.marks import clean
from brief.model.plain import fold_spaces
from brief.vocabulary.headlines import is_title
from brief.vocabulary.sense import is_denial, is_light, is_weighty
from brief.vocabulary.states import names as states
from brief.vocabulary.words import words

_DOUBLE = re.compile(r"[“«「„\"]([^”»」“\"]{3,})[”»」“\"]")
_SINGLE = re.compile(r"(?<!\w)‘(?=[^‘]{3})")
_SHUT = re.compile(r"’(?!\w)")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_SAME = str.maketrans(dict.fromkeys('‘’“”"', "'")) | str.maketrans("–—\u00a0", "-- ")
_STEM = 5
"""Letters that forms of one word share, for a word that weighs nothing."""
_BESIDE = 6
"""Words between a figure and a word that tells which way it goes, at most."""


class Figure(Protocol):
    """A measure or count as the engine reads it."""

    @property
    def value(self) -> float | tuple[float, float]:
        """In plain units; both ends of a range."""
        ...

    @property
    def unit(self) -> str:
        """What is counted or measured in."""
        ...

    @property
    def change(self) -> str:
        """One of = ~ up down > <."""
        ...

    @property
    def year(self) -> int | None:
        """The year it is about, where the text names it."""
        ...

    @property
    def start(self) -> int:
        """Where its number begins."""
        ...

    @property
    def end(self) -> int:
        """Where its unit ends."""
        ...


Figures = Callable[[str], Sequence[Figure]]
"""What reads the figures of a sentence."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a sentence rests on."""

    sentences: tuple[str, ...]
    """Of the sources, word for word."""
    names: frozenset[str]
    """Words, in lower case, by which the brief may name the works and who speaks in them."""

    @property
    def text(self) -> str:
        """The sentences, a line each."""
        return "\n".join(self.sentences)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    raw: str
    start: int
    name: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence apart: its quotations, figures, bare numbers, and the words around them."""

    text: str
    quotations: tuple[str, ...]
    figures: tuple[Figure, ...]
    numbers: tuple[str, ...]
    tokens: tuple[_Token, ...]


_NOTHING = _Read("", (), (), (), ())
"""What stands where we said nothing."""


def doubt_against(now: str, was: str, cited: Cited, figures: Figures) -> str:
    """Return why a sentence does not say what ours did; empty when it does."""
    new, old = _read(now, cited, figures), _read(was, cited, figures)
    return (
        _quotations(new, cited, old)
        or _lost(new, old)
        or _figures(new, cited, figures, old)
        or _numbers(new, cited, old)
        or _weighed(new, old, cited)
        or _unheard(new, (was, *cited.sentences), cited)
    )


def doubt_alone(now: str, cited: Cited, figures: Figures) -> str:
    """Return why a sentence is not what it cites says; empty when it is."""
    new = _read(now, cited, figures)
    if not cited.sentences:
        return "it cites no source"
    if not (new.quotations or new.figures or new.numbers):
        return "it is in words of its own, without a figure or a quotation of what it cites"
    return (
        _quotations(new, cited, _NOTHING)
        or _figures(new, cited, figures, _NOTHING)
        or _numbers(new, cited, _NOTHING)
        or _turned(new, cited, figures)
        or _added(new, cited)
        or _unheard(new, cited.sentences, cited)
    )


def _level(text: str) -> str:
    """Return the text with one kind of quotation mark, dash and space, in one case."""
    return fold_spaces(text.translate(_SAME)).casefold()


def _read(text: str, cited: Cited, figures: Figures) -> _Read:
    spans = list(_quoted(text, _level(cited.text)))
    rest = _without(text, spans)
    found = tuple(figures(rest))
    rest = _without(rest, [(one.start, one.end) for one in found])
    numbers = tuple(match.group() for match in _NUMBER.finditer(rest))
    said = tuple(clean(text[start:end]) for start, end in spans)
    return _Read(text, said, found, numbers, tuple(_tokens(rest)))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with something else in the place of some of it, all at its place."""
    for start, end in spans:
        text = text[:start] + "…" * (end - start) + text[end:]
    return text


def _quoted(text: str, cited: str) -> Iterator[tuple[int, int]]:
    """Yield where quotations stand, without their marks."""
    for match in _DOUBLE.finditer(text):
        yield match.span(1)
    for match in _SINGLE.finditer(text):
        start = match.end()
        ends = [shut.start() for shut in _SHUT.finditer(text, start)]
        following = text.find("‘", start)
        ends = [end for end in ends if following < 0 or end < following]
        held = [end for end in ends if _stands(clean(text[start:end]), cited)]
        if ends:
            yield start, (held or ends)[0]


def _stands(quotation: str, cited: str) -> bool:
    return _bare(quotation) in cited


def _bare(quotation: str) -> str:
    return _level(quotation).strip(" .,;")


def _tokens(text: str) -> Iterator[_Token]:
    found = words(text)
    named = {n for hit in states().find(found) if hit.tag for n in range(hit.first, hit.last)}
    for n, word in enumerate(found):
        if not any(char.isdigit() for char in word.text):
            plain = is_light(word.text) or is_weighty(word.text)
            name = n in named or (word.capital and n > 0 and not plain)
            yield _Token(word.text, word.raw, word.start, name)


def _quotations(new: _Read, cited: Cited, old: _Read) -> str:
    text = _level(cited.text)
    for quotation in new.quotations:
        if quotation in old.quotations or cited.names.issuperset(w.text for w in words(quotation)):
            continue
        if not _stands(quotation, text):
            what = "title" if is_title(quotation) else "quotation"
            return f"the {what} “{_short(quotation)}” is not in what it cites"
        if cut := _cut_off(quotation, cited):
            return f"the quotation leaves out “{cut}”"
    return ""


def _cut_off(quotation: str, cited: Cited) -> str:
    """Return the denial that stands in the source right before the words quoted, if any."""
    for sentence in map(_level, cited.sentences):
        before, found, _ = sentence.partition(_bare(quotation))
        if found:
            last = [word.text for word in words(before)][-2:]
            return next((word for word in last if is_denial(word)), "")
    return ""


def _lost(new: _Read, old: _Read) -> str:
    """Return what word of weight a quotation lost that was cut."""
    for quotation in new.quotations:
        for whole in old.quotations:
            if quotation != whole and quotation in whole:
                left = [word.text for word in words(quotation)]
                for word in words(whole):
                    if is_denial(word.text) and word.text not in left:
                        return f"the quotation leaves out “{word.raw}”"
    return ""


def _figures(new: _Read, cited: Cited, figures: Figures, old: _Read) -> str:
    """Return the figure that neither our sentence nor a source has, as much of what, and how."""
    was, now = [_key(one) for one in old.figures], [_key(one) for one in new.figures]
    theirs = [one for sentence in cited.sentences for one in figures(sentence)]
    for n in _apart(was, now):
        one = new.figures[n]
        if not any(_agree(one, other) for other in theirs):
            said = new.text[one.start : one.end]
            if any(_level_value(one) == _level_value(other) for other in (*theirs, *old.figures)):
                return f"the figure “{said}” has another unit or year, or goes another way"
            return f"the figure “{said}” is not in what it cites"
    if len(now) < len(was):
        gone = old.figures[next(_apart(now, was))]
        return f"the figure “{old.text[gone.start : gone.end]}” is gone"
    return ""


def _key(one: Figure) -> tuple[object, ...]:
    return (_level_value(one), one.unit, one.change, one.year)


def _level_value(one: Figure) -> tuple[float, ...]:
    ends = one.value if isinstance(one.value, tuple) else (one.value,)
    return tuple(float(f"{end:.6g}") for end in ends)


def _agree(one: Figure, other: Figure) -> bool:
    dated = one.year is None or other.year is None or one.year == other.year
    return dated and _key(one)[:3] == _key(other)[:3]


def _numbers(new: _Read, cited: Cited, old: _Read) -> str:
    for n in _apart(old.numbers, new.numbers):
        number = re.escape(new.numbers[n])
        if not re.search(rf"(?<![\d.,]){number}(?![\d]|[.,]\d)", cited.text):
            return f"the number “{new.numbers[n]}” is not in what it cites"
    gone = old.numbers[len(new.numbers) :]
    return f"the number “{gone[0]}” is gone" if gone else ""


def _apart(old: Sequence[object], new: Sequence[object]) -> Iterator[int]:
    """Yield the places of those new things that do not stand among the old in their order."""
    at = 0
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from range(at, block.b)
        at = block.b + block.size


def _weighed(new: _Read, old: _Read, cited: Cited) -> str:
    """Return which word of weight is new, gone, or another."""
    known = _named((new, old), cited)
    was, now = _weights(old.tokens, known), _weights(new.tokens, known)
    one, two = [t.text for t in was], [t.text for t in now]
    for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind == "replace":
            return f"“{_phrase(now[c:d])}” stands where “{_phrase(was[a:b])}” stood"
        if kind == "delete":
            return f"“{_phrase(was[a:b])}” is gone"
        if kind == "insert":
            return f"“{_phrase(now[c:d])}” is new"
    return ""


def _named(reads: Sequence[_Read], cited: Cited) -> frozenset[str]:
    """Return the words that are names: a capital at the beginning tells only with the rest."""
    texts = (*(read.text for read in reads), *cited.sentences)
    small = {word.text for text in texts for word in words(text) if not word.capital}
    first = {read.tokens[0] for read in reads if read.tokens}
    named = {one.text for one in first if one.raw[:1].isupper() and one.text not in small}
    return frozenset(named.union(t.text for read in reads for t in read.tokens if t.name))


def _weights(tokens: Iterable[_Token], known: frozenset[str]) -> list[_Token]:
    heavy = (t for t in tokens if not is_light(t.text))
    return [t for t in heavy if t.text in known or is_weighty(t.text)]


def _phrase(tokens: Sequence[_Token]) -> str:
    return _short(" ".join(token.raw for token in tokens))


def _turned(new: _Read, cited: Cited, figures: Figures) -> str:
    """Return the denial in a source's sentence that the one on its figure leaves out."""
    said = {word.text for word in words(new.text)}
    for sentence in cited.sentences:
        theirs = figures(sentence)
        if any(_agree(one, other) for one in new.figures for other in theirs):
            for word in words(sentence):
                if is_denial(word.text) and word.text not in said:
                    return f"what it cites says “{word.raw}”"
    return ""


def _added(new: _Read, cited: Cited) -> str:
    """Return a word of weight that is neither a source's name nor tells how its figure goes."""
    theirs = {word.text for sentence in cited.sentences for word in words(sentence)}
    places = [one.start for one in new.figures]
    for token in new.tokens:
        if token.name and token.text in cited.names | theirs:
            continue
        beside = any(
            len(new.text[min(place, token.start) : max(place, token.start)].split()) <= _BESIDE
            for place in places
        )
        if (token.name or is_weighty(token.text)) and not (beside and token.text in theirs):
            return f"“{token.raw}” is a word of its own"
    return ""


def _unheard(new: _Read, texts: Iterable[str], cited: Cited) -> str:
    """Return a word that neither what was checked nor what it cites has, in any form."""
    heard = {word.text[:_STEM] for text in texts for word in words(text)}
    for token in new.tokens:
        known = is_light(token.text) or is_weighty(token.text) or token.text in cited.names
        if not known and token.text[:_STEM] not in heard:
            return f"“{token.raw}” is a word of its own"
    return ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"

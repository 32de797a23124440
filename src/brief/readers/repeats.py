"""Pieces in, repeated ones cut: pull quotes.

A page shows a sentence twice: in its place and, larger, beside it. The copy that stands by
itself (a whole line, or the first or last sentence of one) is cut; the one in the running text
stays. No word is lost by this: what is cut still stands elsewhere in the article.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brief.readers.bylines import names_alone
from brief.readers.glue import soft_joints
from brief.readers.pieces import Piece, split_at
from brief.readers.shape import is_titled

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[”’\"')\]]*(?=\s|$)")
# Shorter sentences are repeated for effect ("Obstacles remain.").
_LEAST = 8
_QUOTED = re.compile(r"\W{0,2}[“\"‘«„][^“”\"«»]+[”\"’»“]\W{0,2}$")
_LEAST_QUOTED = 5
_MOST = 80
# A retouched copy: so many of its runs of four words stand together in another place. One word
# changed in a sentence of twenty leaves .76, which is another sentence.
_NEAR = 0.85
_RUN = 4
# What stands in more places is no pull quote but a form, a refrain or a table.
_MOST_PLACES = 20
# Looking for repeats holds all runs in memory; beyond this many words a file is data, not prose.
_MOST_WORDS = 300_000


@dataclass(slots=True)
class _Copy:
    """A sentence that may repeat another place of the article."""

    place: int
    first: int
    """Number of its first word in the piece."""
    words: list[str]
    start: int
    end: int
    whole: bool
    """It is all of its piece."""


def cut_pull_quotes(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of one article, repeated sentences cut."""
    folded = [_fold(piece) for piece in pieces]
    if sum(map(len, folded)) > _MOST_WORDS:
        return list(pieces)
    copies = [copy for place, piece in enumerate(pieces) for copy in _copies(place, piece, folded)]
    found = _exact(copies, folded)
    cut = {(copy.place, copy.first) for copy in found}
    found += [copy for copy in _near(copies, folded) if (copy.place, copy.first) not in cut]
    left = _cut(pieces, found)
    for quote, said in itertools.pairwise(left):
        # "– Ana Kovac" right below it says whose it is
        signed = said.text[0] in "–—-" and len(names_alone(said.text.lstrip("–—- "))) == 1
        if quote.cut == "pull-quote" and signed and not said.cut:
            said.cut = "pull-quote"
    return left


def _fold(piece: Piece) -> list[str]:
    live = not piece.cut and piece.kind != "note"
    return _WORD.findall(piece.text.casefold()) if live else []


def _copies(place: int, piece: Piece, folded: list[list[str]]) -> list[_Copy]:
    """Return the whole piece, or its first and last sentence, where of a fit length."""
    text, total = piece.text, folded[place]
    if not total:
        return []
    found = []
    quoted = _QUOTED.match(text) and not is_titled(text)  # a heading may quote the text
    least = _LEAST_QUOTED if quoted else _LEAST
    # The end of a sentence that began in the line above is no quotation, but a transcript's line.
    ended = text[0].islower() and text[-1] == "."
    if least <= len(total) <= _MOST and not ended:
        found.append(_Copy(place, 0, total, 0, len(text), True))
    ends = sorted({*(m.end() for m in _STOP.finditer(text)), *soft_joints(text)} - {len(text)})
    if ends:
        head = _WORD.findall(text[: ends[0]].casefold())
        tail = _WORD.findall(text[ends[-1] :].casefold())
        found.append(_Copy(place, 0, head, 0, ends[0], False))
        found.append(_Copy(place, len(total) - len(tail), tail, ends[-1], len(text), False))
    return [copy for copy in found if copy.whole or _LEAST <= len(copy.words) <= _MOST]


def _exact(copies: list[_Copy], folded: list[list[str]]) -> list[_Copy]:
    """Return the copies whose words stand, one after the other, in another place that stays."""
    by_words: dict[tuple[str, ...], list[_Copy]] = {}
    for copy in copies:
        by_words.setdefault(tuple(copy.words), []).append(copy)
    places = _places(by_words, folded)
    gone: dict[int, list[tuple[int, int]]] = {}
    found: list[_Copy] = []
    for sentence in sorted(places, key=lambda words: (-len(words), places[words])):
        length = len(sentence)
        staying = [at for at in places[sentence] if not _is_gone(at, length, gone)]
        if not 1 < len(staying) <= _MOST_PLACES:
            continue
        wholes = {(copy.place, copy.first) for copy in by_words[sentence] if copy.whole}
        kept = next((at for at in staying if at not in wholes), staying[0])
        for copy in by_words[sentence]:
            place = (copy.place, copy.first)
            if place != kept and place in staying:
                found.append(copy)
                gone.setdefault(copy.place, []).append((copy.first, copy.first + length))
    return found


def _places(
    by_words: dict[tuple[str, ...], list[_Copy]], folded: list[list[str]]
) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Return piece and word where each sentence stands, in the order of the text."""
    by_start: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for sentence in by_words:
        by_start.setdefault(sentence[:_LEAST_QUOTED], []).append(sentence)
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for place, total in enumerate(folded):
        for at, start in enumerate(zip(*(total[i:] for i in range(_LEAST_QUOTED)), strict=False)):
            known = by_start.get(start)
            for sentence in known[:_MOST_PLACES] if known else ():
                if tuple(total[at : at + len(sentence)]) == sentence:
                    places.setdefault(sentence, []).append((place, at))
    return places


def _is_gone(at: tuple[int, int], length: int, gone: dict[int, list[tuple[int, int]]]) -> bool:
    place, first = at
    return any(a <= first and first + length <= b for a, b in gone.get(place, ()))


def _near(copies: list[_Copy], folded: list[list[str]]) -> list[_Copy]:
    """Return the whole pieces that are retouched copies of a part of another piece."""
    wholes = [copy for copy in copies if copy.whole]
    runs = [set(zip(*(total[i:] for i in range(_RUN)), strict=False)) for total in folded]
    by_run: dict[tuple[str, ...], set[int]] = {}
    for number, copy in enumerate(wholes):
        for run in runs[copy.place]:
            by_run.setdefault(run, set()).add(number)
    shared: Counter[tuple[int, int]] = Counter()
    for place, here in enumerate(runs):
        for run in by_run.keys() & here:
            numbers = by_run[run]
            for number in numbers if len(numbers) <= _MOST_PLACES else ():
                if wholes[number].place != place:
                    shared[number, place] += 1
    found = []
    for (number, place), count in sorted(shared.items()):
        copy, other = wholes[number], folded[place]
        longer = len(other) > len(copy.words) or (
            len(other) == len(copy.words) and place < copy.place
        )
        enough = count >= _NEAR * len(runs[copy.place])
        if longer and enough and _same_numbers(copy.words, other):
            found.append(copy)
    return found


def _same_numbers(words: list[str], other: list[str]) -> bool:
    known = set(other)
    return all(word in known for word in words if word.isdigit())


def _cut(pieces: Sequence[Piece], found: list[_Copy]) -> list[Piece]:
    by_place: dict[int, list[_Copy]] = {}
    for copy in found:
        by_place.setdefault(copy.place, []).append(copy)
    out: list[Piece] = []
    for place, piece in enumerate(pieces):
        mine = by_place.get(place, [])
        parts = split_at(piece, [edge for copy in mine for edge in (copy.start, copy.end)])
        for part in parts if mine else [piece]:
            start = part.start - piece.start
            if any(copy.start <= start < copy.end for copy in mine):
                part.cut = "pull-quote"
            out.append(part)
    return out

"""The pieces of a page in, the contributions of a roundup out, each below who gives it.

`Jane Doe, Fellow at the Harbor Institute` stands above what she answers, then the next expert above
what he does. A line of a name and an office may head a portrait, too: its text names the person.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from brief.readers import names, persons
from brief.readers.bylines import bio_name, goes_on, names_alone
from brief.readers.pieces import Piece, is_prose, words
from brief.vocabulary.surnames import surname

_LONGEST_HEAD = 45
_OFFICE = re.compile(r"\s*(?:[,;:(|–—-]+\s*)+(?=[^\W\d_])")
# "Jane DoeSenior fellow": the line break between name and office is lost.
_JOINT = re.compile(r"[^\W\d_A-Z](?=[A-Z][a-z])")
_FIRST = 60
_OFFICE_NEAR = 100
_LEAST = 2
_LEAST_WORDS = 30
# So large a part of the running text stands in the contributions.
_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Contribution:
    """Where one expert's part begins, who gives it and what he is."""

    place: int
    name: str
    office: str
    lines: int = 1
    """Name and office may stand in two lines."""


def contributions(pieces: list[Piece]) -> list[Contribution]:
    """Return the parts of a roundup of experts, [] of a page that is none."""
    heads = [found for place in range(len(pieces)) if (found := _head(pieces, place))]
    if len({head.name for head in heads}) < max(_LEAST, len(heads)):
        return []
    edges = [*(head.place for head in heads), len(pieces)]
    total = 0
    for head, (start, end) in zip(heads, itertools.pairwise(edges), strict=True):
        text = [piece for piece in pieces[start + head.lines : end] if _is_text(piece)]
        count = sum(words(piece.text) for piece in text)
        if count < _LEAST_WORDS or persons.told(text, [surname(head.name)]):
            return []
        total += count
    whole = sum(words(piece.text) for piece in pieces if _is_text(piece))
    within = sum(words(pieces[head.place].text) for head in heads if _is_text(pieces[head.place]))
    return heads if total >= _SHARE * (whole - within) else []


def _is_text(piece: Piece) -> bool:
    return not piece.cut and is_prose(piece.text)


def _head(pieces: list[Piece], place: int) -> Contribution | None:
    """Return who speaks below a line of a name and an office, right above running text."""
    piece = pieces[place]
    if piece.cut or words(piece.text) > _LONGEST_HEAD or piece.text[-1] in ".:":
        return None
    name, office = _parted(piece.text)
    lines = 1
    below = pieces[place + 1 : place + 3]
    alone = names_alone(piece.text)
    if not name and len(alone) == 1 and len(below) > 1 and not (below[0].cut or _is_text(below[0])):
        name, office, lines = alone[0], below[0].text, 2
    text = below[lines - 1 : lines]
    if not name or not text or not _is_text(text[0]):
        return None
    if bio_name(text[0].text) is not None or goes_on(text[0].text):
        return None
    fits = names.has_role(office[:_OFFICE_NEAR]) or names.is_organization(office)
    return Contribution(place, name, office, lines) if fits else None


def _parted(text: str) -> tuple[str, str]:
    """Return name and office of a line; ("", "") of another."""
    name, end = names.leading_name(text)
    gap = _OFFICE.match(text, end) if name else None
    if gap:
        return name, text[gap.end() :]
    for joint in _JOINT.finditer(text, 0, _FIRST):
        alone = names_alone(text[: joint.end()])
        if len(alone) == 1:
            return alone[0], text[joint.end() :]
    return "", ""

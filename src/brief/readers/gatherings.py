"""A piece in, its sentences that announce a gathering or lead elsewhere cut; the others stay.

An organizer asks to come, to register and to write to somebody, tells who chairs and what "this
webinar" will explore; a newsletter says where to read the rest. Such sentences stand in paragraphs
beside others that argue. Where they make out most of what a paragraph states, all of it announces.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from brief.readers.credited import Head
from brief.readers.pieces import Piece, is_prose, split_at, words
from brief.readers.shape import BULLET
from brief.readers.signs import reason_to_cut
from brief.vocabulary.lists import packed, pattern

_STOP = re.compile(
    r"[.!?](?<=[\w”’\")\]].)(?<!\.\..)[”’\")\]]*(?:\s+(?:[|·•]\s+)?(?=[A-Z“\"‘(])|(?=[A-Z][a-z]))"
)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Amb|Dr|Mr|Mrs|Ms|Prof|Gen|Lt|Col|Sen|Rep|St|Hon|vs))$")
_LONGEST_ABBREVIATION = 8
_FILE = "gatherings.yaml"
_FLAGS = re.IGNORECASE | re.DOTALL
_announced = pattern(__package__, _FILE, r"\W*(?:{announced})", _FLAGS)
_elsewhere = pattern(__package__, _FILE, r"\W*(?:{elsewhere})", _FLAGS)
_letters = pattern(__package__, _FILE, r"\W*(?:{letters})", _FLAGS)
_LONGEST = 2000
# A sentence that leads elsewhere is short.
_SHORT = 30
_MOST = 0.5
# A sentence of so many words may argue, where it does not speak of "us", "you" or a gathering.
_LEAST_ARGUED = 10
_house = pattern(
    __package__,
    _FILE,
    r"\b(?:{gatherings}|we|us|our|you|your|I|events?|lectures?|speakers?|panel\w*|conferences?"
    r"|podcasts?|host(?:s|ed)?|registration|edition|author|book)\b",
    re.IGNORECASE,
)
# So many persons with their offices below the text of an event are its speakers.
_SPEAKERS = 3
_GOES_ON = re.compile(r"(?:It|They) (?:will|aims?|seeks?|is|are) (?:to |also )?(?:\w+)")
_BY = re.compile(r"\W*(?:by|authors?|written by)\b", re.IGNORECASE)


def cut_gatherings(piece: Piece) -> list[Piece]:
    """Return the parts of a piece, those cut that announce or lead elsewhere."""
    if piece.cut or len(piece.text) > _LONGEST:
        return [piece]
    starts = _starts(piece.text)
    texts = [piece.text[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    reasons = [_reason(text.strip()) for text in texts]
    if not any(reasons) or reason_to_cut(piece.text, edge=False):
        return [piece]
    stated = [
        (words(text), reason)
        for text, reason in zip(texts, reasons, strict=True)
        if reason or not text.rstrip('"”’) \n').endswith("?")
    ]
    announcing = sum(count for count, reason in stated if reason)
    if "event" in reasons and announcing >= _MOST * sum(count for count, _ in stated):
        return _cut_from(piece, starts[_argued(texts, reasons)])
    edges = [
        at
        for at, one, before in zip(starts, reasons, ["", *reasons[:-1]], strict=True)
        if one != before
    ]
    parts = split_at(piece, edges)
    for part in parts:
        part.cut = reasons[bisect_right(starts, part.start - piece.start) - 1]
    return parts


def _argued(texts: Sequence[str], reasons: Sequence[str]) -> int:
    """Return how many sentences argue before the first that announces: `The ties grow. This ...`.

    What is short, addresses its reader or tells of the house is none.
    """
    before = list(itertools.takewhile(lambda pair: not pair[1], zip(texts, reasons, strict=True)))
    texts = [text for text, _ in before]
    argued = all(words(text) >= _LEAST_ARGUED and not _house().search(text) for text in texts)
    return len(texts) if argued and len(texts) < len(reasons) else 0


def _cut_from(piece: Piece, at: int) -> list[Piece]:
    """Return the parts of a piece that announces from one of its sentences on."""
    parts = split_at(piece, [at] if at else [])
    for part in parts:
        part.cut = "event" if part.start >= piece.start + at else ""
    return parts


def cut_going_on(pieces: Sequence[Piece]) -> None:
    """Cut what a paragraph that announces goes on with below: `It will cover ...`, its topics."""
    for above, piece in itertools.pairwise(pieces):
        if above.cut == "event" and not piece.cut and _GOES_ON.match(piece.text):
            piece.cut = "event" if len(_starts(piece.text)) == 1 else ""
        listed = above.cut == "event" and (above.text[-1] == ":" or BULLET.match(above.text))
        if listed and not piece.cut and BULLET.match(piece.text) and not is_prose(piece.text):
            piece.cut = "event"


def drop_speakers(pieces: Sequence[Piece], head: Head) -> None:
    """Take back as authors those who speak at what a page announces: below its text, in rows.

    Or their lives are told right below the sentence that says who chaired them.
    """
    events = [place for place, piece in enumerate(pieces) if piece.cut == "event"]
    bylines = [piece.text for piece in pieces if piece.cut == "byline"]
    if not (events and head.authors) or any(map(_BY.match, bylines)):
        return
    running = (at for at, one in enumerate(pieces) if not one.cut and is_prose(one.text))
    first = next(running, len(pieces))
    named = [at for at, one in enumerate(pieces) if any(name in one.text for name in head.authors)]
    if not named or named[0] < first:
        return
    told = pieces[named[0]].cut == "bio" and named[0] - 1 in events
    if told or len(head.authors) >= _SPEAKERS:
        head.authors, head.affiliation = (), ""


def _starts(text: str) -> list[int]:
    """Return where the sentences of a text begin."""
    stops = (
        match
        for match in _STOP.finditer(text)
        if not _ABBREVIATED.search(
            text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        )
    )
    return [0, *(match.end() for match in stops)]


def _reason(sentence: str) -> str:
    if _announced().match(sentence):
        return "event"
    if _letters().match(sentence):
        return "subscription"
    folded = sentence.casefold()
    for reason, needs, amid in _within():
        if any(map(folded.__contains__, needs)) and amid().match(sentence):
            return reason
    return "read-more" if words(sentence) <= _SHORT and _elsewhere().match(sentence) else ""


@cache
def _within() -> list[tuple[str, tuple[str, ...], Callable[[], re.Pattern[str]]]]:
    """Return what shows amid a sentence: the reason, the words one of which it needs, the signs."""
    return [
        (
            entry["reason"],
            tuple(entry["needs"]),
            pattern(__package__, _FILE, rf"\W*(?:{entry['pattern']})", _FLAGS),
        )
        for entry in packed(__package__, _FILE, words=True)["within"]
    ]

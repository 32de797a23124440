"""Pieces in, what speaks to the reader of the page cut, not with the text's own words.

A page asks, thanks, offers and explains itself in sentences that no list of phrases exhausts. They
share what an argument has not: they turn to "you", begin with a command, name the medium they
stand in (a letter, an episode, a site), give an address or offer something. One such sign is
nothing; where several meet in a short line, and the more so between lines of the page, it is the
page that speaks. A turn of a conversation and a quotation are never cut here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers import shape
from brief.readers.bylines import bio_name
from brief.readers.pieces import AMID, Piece, beside, ends_sentence, is_prose, words
from brief.vocabulary.lists import pattern

_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_OUR = re.compile(r"\b(?:our|us)\b(?!\s+to\b)|\b(?:we|I)[’'](?:ll|d|re|ve) (?=\w)", re.IGNORECASE)
_command = pattern(
    __package__,
    "address.yaml",
    r"(?:^|[.!?,:;–—-] )(?:please |now |and |then |to \w+(?: \w+){0,3}, )?(?:{commands})"
    r" (?:the|this|our|us|an?|all|it|me|your|to|for|here|on|up|out|with|what|more|via|now|"
    r"at|in (?:our|your|the))\b",
    re.IGNORECASE,
)
_medium = pattern(__package__, "address.yaml", r"\b(?:{media})\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://|www\.|\S@\S+\.\w|(?<!\w)@\w{3,}|\b[\w-]+\.(?:com|org|net|example)/"
)
_OFFER = re.compile(
    r"\d ?% off|\bfree\b|\bdiscount|\bcode\b|\btrial\b|\bper month\b|\bpromo|\bgift\b|\bfor only\b"
    r"|\bour sponsors?\b|\bbrought to you\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:looking for|want (?:to|more)|have an?|have you|got an?|need|enjoy(?:ed|ing)?|like(?:d)?"
    r"|interested|ready to|curious|missed|new here|did you|do you|how did you|were you|was this"
    r"|are you)\b[^.!]*\?",
    re.IGNORECASE,
)
# What a document says of itself, in the passive: "This document is issued on the understanding".
_itself = pattern(
    __package__,
    "address.yaml",
    r"\W*(?:this|the present|the following|these) (?:{documents})s?(?: and \w+)? (?:is|"
    r"are|was|were|has been|have been|may|can|must|should)(?: not)?(?: be| been)?(?:"
    r" \w+ly)? (?:{done})\b",
    re.IGNORECASE,
)
# "Dear Mr Doe, I wonder ...": an open letter speaks to its reader, and a page to its own.
_LETTER = re.compile(r"Dear (?![Rr]eaders?\b|[Ss]ubscribers?\b|[Ff]riends?\b)[^\W\d_a-z]")
_SAID = re.compile(r"(?<=[\w:,] )[“\"][^“”\"]{8,200}[”\"]")
_QUOTES = "“‘«„\"'>"
_LONGEST = 80
_LONGEST_SURE = 120
_SURE = 3.0
_TWICE_SURE = 5.0
_AT_EDGE = 2.0
_BOXED = 1.5


def cut_addressed(pieces: Sequence[Piece]) -> None:
    """Cut short pieces that speak to the reader of the page."""
    speakers = shape.speakers_of([piece for piece in pieces if not piece.cut])
    for place in reversed(range(len(pieces))):
        piece = pieces[place]
        count = words(piece.text[:1000])
        if piece.cut or piece.kind == "note" or count > _LONGEST_SURE:
            continue
        found = address(piece.text)
        if count > _LONGEST and (found < _TWICE_SURE or not _ADDRESS.search(piece.text)):
            continue
        said = piece.text[0] in _QUOTES or shape.speaker(piece.text) in speakers
        said = said or bool(_LETTER.match(piece.text))
        least = _BOXED if _is_boxed(pieces, place) else _AT_EDGE
        if found < least or said or bio_name(piece.text) is not None:
            continue
        if found >= _SURE or _at_edge(pieces, place):
            piece.cut = "reader-address"


def address(text: str) -> float:
    """Return how much a line speaks to the reader of a page, from 0; an argument stays below 2."""
    if _itself().match(text):
        return _AT_EDGE
    text = _SAID.sub("“”", text)  # a saying turns to nobody: “If you do not strike, I will not”
    you = min(2, len(_YOU.findall(text)))
    command = bool(_command().search(text))
    asks = bool(_ASKS.match(text))
    if not (you or command or asks):
        return 0.0
    medium = min(2, len(_medium().findall(text)))
    score = 0.75 * you + command + asks + 0.5 * bool(_OUR.search(text))
    score += 0.5 * (medium + bool(medium))
    return score + bool(_ADDRESS.search(text)) + bool(_OFFER.search(text))


def _is_boxed(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether the lines right above and right below ask to subscribe: it is in their box."""
    near = beside(pieces, place)
    return len(near) > 1 and all(piece.cut == "subscription" for piece in near)


def _at_edge(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether a line stands beside one of the page, or behind all running text."""
    if any(piece.cut and piece.cut not in AMID for piece in beside(pieces, place)):
        return True
    behind = [p for p in pieces[place + 1 :] if not p.cut and p.kind != "note"]
    if any(is_prose(p.text) or ends_sentence(p.text) for p in behind):
        return False
    listed = place > 0 and not is_prose(pieces[place - 1].text)  # below a label, not a paragraph
    return listed or any(piece.cut for piece in pieces[place + 1 :])

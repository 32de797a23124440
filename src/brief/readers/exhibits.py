"""Pieces in, what a page prints with its charts, pictures and embedded posts cut.

A chart leaves its labels behind: a number and a title above, values in between, `Source:` below.
None of them says what it is by its own words; that they stand together does. Nothing is looked
for above the first paragraph, and no paragraph is cut.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers.pieces import Piece, ends_sentence, is_prose, words
from brief.readers.shape import BULLET

# "Figure 3", "Table 2. Share of ...", "Chart: ..."; "Table 2 shows that" is a sentence.
_CAPTION = re.compile(
    r"\W*(?:figure|fig\.|table|chart|graph|map|exhibit|infographic|diagram|abb\.|abbildung|tabelle"
    r"|tableau|carte|graphique|gráfico|tabela|wykres|tabela)\s*(?:[A-Z]?\d{1,3}(?:\.\d{1,2})?|[IVX]+)"
    r"(?:\s*[.:|–—-]\s*\S.*|\W*)$",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(
    r"\W*(?:(?:data )?sources?|chart|(?:info)?graphic|data|quellen?|fonte|fuente|źródło)"
    r"\s*[:：]\s*\S",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*[\d.,%$€£¥–-]+(?:\W+[\d.,%–-]+)*\W*$")
_HANDLE = re.compile(r"(?:.{0,60}\(|\W*)@\w{2,30}\)?\b")
_POSTED = re.compile(
    r"\d{1,2}:\d\d(?: ?[AP]M)? [·•|-] .{0,30}\d{4}\b.*$"
    r"|.{0,60}\(@\w{2,30}\)\W+\w+\.? \d{1,2},? \d{4}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:[\d.,]+[KM]? )?(?:likes?|retweets?|reposts?|repl(?:y|ies)|views)\W*$", re.I
)
_SUMMARY = re.compile(
    r"\W*(?:key (?:takeaways|points|insights)|at a glance|in (?:short|brief)"
    r"|(?:ai |article |quick )?summary|highlights|tl;?dr|the gist|takeaways)\W*$",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r".*\b(?:ai|a\.i\.|machine)[- ](?:generated|assisted|powered|written)\b.*"
    r"|.*\b(?:generated|summari[sz]ed|written) (?:by|with|using) (?:an? )?(?:ai|artificial)\b.*"
    r"|(?:was this|rate this) (?:summary|ai)\b.*",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\W*!\[")
_SLANTED = re.compile(r"([*_])(?!\1)[^\n]+\1\W*$")
_MOST_LABELS = 24
_LONGEST_LABEL = 14
_LONGEST_CAPTION = 40
_LONGEST_SOURCE = 30
_LONGEST_POST = 8
_LONGEST_SUMMARY = 14


def cut_exhibits(pieces: Sequence[Piece]) -> None:
    """Cut captions, labels and sources of charts, embedded posts, and summaries by machines."""
    text = next((i for i, p in enumerate(pieces) if not p.cut and is_prose(p.text)), len(pieces))
    for place, piece in enumerate(pieces):
        if piece.cut == "links" and _PICTURE.match(piece.text):
            _cut_under_picture(piece, pieces[place + 1 : place + 2])
        if piece.kind == "note" or (piece.cut and not _HANDLE.match(piece.text)):
            continue
        if _SUMMARY.match(piece.text):
            _cut_summary(pieces, place)
        elif place <= text:
            continue
        elif _POSTED.match(piece.text):
            _cut_post(pieces, place)
        elif _CAPTION.match(piece.text) and words(piece.text) <= _LONGEST_CAPTION:
            _cut_below(pieces, place)
        elif _SOURCE.match(piece.text) and words(piece.text) <= _LONGEST_SOURCE:
            _cut_above(pieces, place)


def _is_label(piece: Piece) -> bool:
    """Tell whether a line may be a label of a chart: short, and no sentence."""
    text = piece.text
    opens = not text[0].islower() and text[0] not in "(“‘"
    return opens and words(text) <= _LONGEST_LABEL and not ends_sentence(text)


def _has_number(piece: Piece) -> bool:
    return any(map(str.isdigit, piece.text)) or words(piece.text) <= 3


def _cut_below(pieces: Sequence[Piece], place: int) -> None:
    """Cut a caption and the labels below it, down to the source where one is printed."""
    near = pieces[place + 1 : place + _MOST_LABELS]
    labels = list(itertools.takewhile(lambda p: not _SOURCE.match(p.text) and _is_label(p), near))
    behind = pieces[place + 1 + len(labels) : place + 2 + len(labels)]
    if not any(_SOURCE.match(piece.text) for piece in behind):
        labels = list(itertools.takewhile(lambda p: _LABEL.match(p.text), labels))
    for piece in (pieces[place], *labels):
        piece.cut = piece.cut or "exhibit"


def _cut_above(pieces: Sequence[Piece], place: int) -> None:
    """Cut a chart's source and the labels above it: those that stand with it or count something."""
    source = pieces[place]
    source.cut = "exhibit"
    numbers = 0
    for piece in reversed(pieces[max(0, place - _MOST_LABELS) : place]):
        counted = _has_number(piece)
        if piece.cut == "exhibit" or (piece.cut and not _is_label(piece)) or not _is_label(piece):
            return
        if piece.block != source.block and not counted and numbers:
            return
        numbers += counted
        piece.cut = piece.cut or "exhibit"


def _cut_under_picture(picture: Piece, below: Sequence[Piece]) -> None:
    """Cut the line below a picture that is all in italics, or stands close and is no paragraph."""
    for piece in below:
        close = piece.block == picture.block and not is_prose(piece.text)
        slanted = bool(_SLANTED.match(piece.text))
        if not piece.cut and (close or slanted) and words(piece.text) <= _LONGEST_CAPTION:
            piece.cut = "exhibit"


def _cut_post(pieces: Sequence[Piece], place: int) -> None:
    """Cut a post of a network that a page shows: from the line with its writer to its counters."""
    first = place if _HANDLE.match(pieces[place].text) else 0
    for back in range(place - 1, max(-1, place - _LONGEST_POST), -1):
        if _HANDLE.match(pieces[back].text):
            named = back and words(pieces[back - 1].text) <= 4 and not pieces[back - 1].cut
            first = back - bool(named)
            break
    if not first:
        return
    counters = itertools.takewhile(lambda p: _COUNTED.match(p.text), pieces[place + 1 :])
    for piece in (*pieces[first : place + 1], *counters):
        piece.cut = piece.cut or "embedded-post"


def _cut_summary(pieces: Sequence[Piece], place: int) -> None:
    """Cut a summary that says a machine wrote it: its label, its points, and what it says of it."""
    end = 0
    marked = False
    for at, piece in enumerate(pieces[place + 1 : place + _LONGEST_SUMMARY], place + 1):
        point = bool(BULLET.match(piece.text))
        own = bool(_MACHINE.match(piece.text))
        if is_prose(piece.text) and not (point or own):
            break
        marked = marked or own
        end = at if point or own else end
    for piece in pieces[place : end + 1] if marked else ():
        piece.cut = piece.cut or "machine-summary"

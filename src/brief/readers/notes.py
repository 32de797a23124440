"""Pieces in, notes labelled: footnotes and endnotes, and the marks in the text that call them.

A list of notes is a run of lines numbered upward at the end of a text. Lines like `[3] ...` or
`¹ ...` are notes when the text carries a mark for one of them or they begin with 1; lines like
`3. ...` might be a list of points, so they need a heading ("Notes") or marks in the text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from brief.readers import signs
from brief.readers.pieces import RAISED, Piece, words

_LOWERED = str.maketrans(RAISED, "0123456789")
_SUPER = f"[{RAISED}]"
_BRACKETED = re.compile(r"\[\^?(\d{1,3})\]:?\s*|\^(\d{1,3})\s+|\((\d{1,3})\)\s+")
_RAISED = re.compile(rf"({_SUPER}{{1,3}})\s*")
_PLAIN = re.compile(r"(\d{1,3})(?:([.)])\s*|\s+)(?=\D)")
_TARGET = re.compile(r"\[\d{1,3}\]\s*(?:https?://|www\.|mailto:)\S+$")
_BACK = re.compile(r"^(?:↑|\^\s)\s*")
_MARK_LIST = re.compile(
    # The first look ahead makes the search fast.
    rf"(?=[\[^({RAISED}\d])"
    r"(?:\[\^?(?P<b>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]"
    rf"|(?P<s>{_SUPER}{{1,3}}(?:[,–]{_SUPER}{{1,3}})*)"
    r"|\^(?P<c>\d{1,3})"
    r"|(?<=[a-z)”’\"%][.,;:?!])(?P<p>\d{1,3})(?=[\s)”]|$)"
    r"|(?<=[.,;:?!][”’\"])(?P<q>\d{1,3})(?=[\s)]|$)"
    r"|(?<=[a-z]{3})(?P<w>\d{1,3})(?=[\s.,;:)]|$)"
    r"|(?<=[\w”’.,; ])\((?P<r>\d{1,3})\))"
)
# Reference-like text: what a note is made of, even without a mark in the text.
_REFERENCE = re.compile(
    r"https?://|www\.|\b(?:19|20)\d\d\b|\bibid\b|\bpp?\.\s*\d|\bSee\b|doi", re.I
)


def _number(text: str) -> tuple[int, str]:
    """Return the number a line begins with and the style of its mark; 0, "" without one."""
    text = _BACK.sub("", text, count=1)
    bracketed = _BRACKETED.match(text)
    if bracketed:
        style = "round" if bracketed.group(3) else "bracket"
        return int(next(filter(None, bracketed.groups()))), style
    raised = _RAISED.match(text)
    if raised:
        return int(raised.group(1).translate(_LOWERED)), "raised"
    plain = _PLAIN.match(text)
    return (int(plain.group(1)), "dotted" if plain.group(2) else "plain") if plain else (0, "")


def mark_notes(pieces: Sequence[Piece]) -> None:
    """Label the pieces of one article that are notes; continuation lines join their note."""
    live = [piece for piece in pieces if not piece.cut]
    start = _list_start(live)
    if start is None:
        return
    listed = [(piece, *_number(piece.text)) for piece in live[start:]]
    _, expected, style = listed[0]
    seen = page_ends = False
    marked = []
    last = max(piece.start for piece, _, own in listed if own == style)
    # Above the foot of the next page the text goes on.
    turns = (p.start for p in pieces if p.cut == "page-header" and p.start > last)
    turn = min(turns, default=math.inf)
    for piece, number, own in listed:
        if own == style and number >= expected:
            expected, seen, page_ends = number + 1, True, False
        elif own in (style, "dotted") or not seen or _starts_text(piece) or piece.start > turn:
            break  # "3. The third point" goes on with the text above the notes of a page
        elif page_ends or signs.reason_to_cut(piece.text, edge=True) not in ("", "contact", "tags"):
            # What a page prints below its notes; they may go on behind it.
            page_ends = True
            continue
        piece.kind = "note"
        marked.append(piece)
    _cut_targets(live[:start], marked)


def _cut_targets(text: Sequence[Piece], listed: Sequence[Piece]) -> None:
    """Cut a print's list of the links of its page: addresses alone, which no mark calls."""
    if all(_TARGET.match(piece.text) for piece in listed):
        called = set(marks(" ".join(piece.text for piece in text)))
        for piece in listed if not called & {_number(p.text)[0] for p in listed} else ():
            piece.kind, piece.cut = "paragraph", "links"


def _starts_text(piece: Piece) -> bool:
    """Tell whether a line without a number is text again and no second line of a note."""
    known = signs.load()
    label = piece.text.strip(" :.").casefold()
    return label in known.section_words or words(piece.text[:800]) > 60


def _list_start(live: Sequence[Piece]) -> int | None:
    """Return the place of the first note, None when the article has none.

    The list is the last run that begins with the lowest number and goes on to the end.
    """
    numbered = [(place, *_number(piece.text)) for place, piece in enumerate(live)]
    for style in ("bracket", "raised", "round", "plain", "dotted"):
        runs = [(place, number) for place, number, own in numbered if own == style]
        start = _last_run(runs)
        if start is not None and _is_note_list(live, start, style):
            return start
    return None


def _last_run(runs: Sequence[tuple[int, int]]) -> int | None:
    """Return the place where the last run of rising numbers begins."""
    start = None
    last = 0
    for place, number in runs:
        if start is None or number <= last:
            start = place
        last = number
    return start


def _is_note_list(live: Sequence[Piece], start: int, style: str) -> bool:
    if start == 0:
        return False
    above = live[start - 1].text.strip(" :.").casefold()
    if above in signs.load().note_headings:
        return True
    listed = [number for number, own in (_number(p.text) for p in live[start:]) if own == style]
    called = set(marks(" ".join(piece.text for piece in live[:start])))
    known = called & set(listed)
    if style in ("bracket", "raised"):
        looks = bool(_REFERENCE.search(live[start].text))
        return bool(known) or (looks and listed[0] == 1 and len(listed) > 1)
    return len(known) >= max(1, len(listed) // 2) and listed[0] <= min(called, default=1)


def marks(text: str, known: Iterable[int] | None = None) -> list[int]:
    """Return the numbers of the notes a text calls, in order, only `known` ones where given."""
    allowed = None if known is None else set(known)
    found: list[int] = []
    for match in _MARK_LIST.finditer(text):
        for number in _expand(next(filter(None, match.groups()))):
            if number not in found and (allowed is None or number in allowed):
                found.append(number)
    return found


def _expand(listed: str) -> list[int]:
    """Return the numbers of a mark: `3, 5-7` calls four notes."""
    numbers: list[int] = []
    for part in re.split(r"\s*[,;]\s*", listed.translate(_LOWERED)):
        first, _, last = part.partition("-" if "-" in part else "–")
        low, high = int(first), int(last or first)
        numbers += range(low, high + 1) if low <= high <= low + 30 else [low, high]
    return numbers


def number_of(text: str) -> int:
    """Return the number of a note's own text; 0 when it shows none."""
    return _number(text)[0]

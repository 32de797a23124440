"""Pieces in, those cut that say what they are by a line beside them, not by their own words.

`Keywords` stands above a list of words; `Skip past newsletter promotion` and `after newsletter
promotion` stand around a box; `A message from our sponsor` stands above an advertisement.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers.bylines import is_role_line, names_alone
from brief.readers.names import leading_name, split_names
from brief.readers.pieces import Piece, ends_sentence, is_prose, words
from brief.readers.shape import BULLET
from brief.readers.signs import load

_LONGEST_VALUE = 30
_LONGEST_BOX = 12
_LONGEST_PROMOTION = 40
_ADDRESSED = re.compile(
    r"\b(?:you|your|free|try|new|now|save|offer|learn more)\b|[!?]", re.IGNORECASE
)
_REFERENCE = re.compile(r"(?:19|20)\d\d(?:, [A-Z][\w&’'. -]{3,60})?\W{0,3}$|\((?:19|20)\d\d\)|doi")
_CONTENTS = re.compile(r"(?:table of )?contents\W*$", re.IGNORECASE)
_FIRST = re.compile(r"1[.)]\s+\S")
_ENTRY = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+\S")
_LEAST_ENTRIES = 3
_LEAST_LISTED = 3
# "(02:10) What was settled": a part of a recording. Of a transcript the line below is speech.
_STAMPED = re.compile(r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?\W{1,4}[^\W\d]")
_PARTS = re.compile(
    r"\W*(?:chapters?|time ?stamps?|time ?codes?|(?:episode )?(?:outline|highlights))\W*$",
    re.IGNORECASE,
)
_LEAST_STAMPED = 2
# The line below it is what a mail program shows of the text, cut short.
_PREHEADER = re.compile(r"\W*(?:e-?mail )?pre-?header(?: text)?\W*$", re.IGNORECASE)
_CHAIR = re.compile(
    r"(?:moderat(?:or|ed by)|chair(?:ed by)?|host(?:ed by)?)\s*:\s*\S", re.IGNORECASE
)


_LED = re.compile(
    r"(?:(?:panel|session) )?"
    r"(?:chairs?|moderators?|speakers?|panell?ists?|discussants?|rapporteurs?"
    r"|(?:moderated|chaired|hosted) by)\s*:\s*",
    re.IGNORECASE,
)


def cut_boxes(pieces: Sequence[Piece]) -> None:
    """Label values below their labels, boxes between their marks, promotions, lists of contents."""
    for place, piece in enumerate(pieces):
        if load().value_label.match(piece.text):
            _cut_value(pieces, place)
        elif load().citation_label.match(piece.text):
            _cut_citation(pieces, place)
        elif load().box_start.match(piece.text):
            _cut_between(pieces, place)
        elif load().speaker_label.match(piece.text):
            _cut_speakers(pieces, place)
        elif _names_chair(piece.text):
            piece.cut = piece.cut or "event"
            _cut_panel(pieces, place)
        elif load().board_label.match(piece.text):
            _cut_board(pieces, place)
        elif _PREHEADER.match(piece.text):
            for one in pieces[place : place + 2]:
                one.cut = one.cut or "mail-header"
        elif load().sponsor_label.match(piece.text):
            _cut_promotion(pieces, place)
        elif _CONTENTS.match(piece.text):
            _cut_contents(pieces, place)
        elif _FIRST.match(piece.text) and not piece.cut:
            _cut_counted(pieces, place)
        elif _STAMPED.match(piece.text) and not piece.cut:
            _cut_stamped(pieces, place)


def _names_chair(text: str) -> bool:
    """Tell whether a line only names who led or spoke: `Speakers: A. Moreau; Prof. T. Ishida`."""
    led = _LED.match(text)
    named = split_names(text[led.end() :], sure=True)[0] if led else ()
    return (
        bool(named) and words(text) <= _LONGEST_VALUE and not (is_prose(text) or text[-1] in ".?!")
    )


def _cut_panel(pieces: Sequence[Piece], chair: int) -> None:
    """Cut who spoke at an event, each with what he is, in the lines right above its chair."""
    for piece in reversed(pieces[:chair]):
        name, _, office = piece.text.partition(", ")
        if not (names_alone(name) and is_role_line(office)):
            return
        piece.cut = piece.cut or "event"


def _cut_value(pieces: Sequence[Piece], place: int) -> None:
    """Cut a label and the line below it that is no sentence: `Keywords`, `China; trade; ports`."""
    value = pieces[place + 1] if place + 1 < len(pieces) else None
    if value is None or value.cut or words(value.text) > _LONGEST_VALUE:
        return
    if not (is_prose(value.text) or ends_sentence(value.text)):
        pieces[place].cut = value.cut = "tags"


def _cut_citation(pieces: Sequence[Piece], place: int) -> None:
    """Cut a label and the reference below it, which names a year and sets a title in quotes."""
    for piece in pieces[place + 1 : place + 2]:
        if words(piece.text[:1000]) <= _LONGEST_PROMOTION and _REFERENCE.search(piece.text):
            pieces[place].cut = piece.cut = "editorial-note"


def _cut_between(pieces: Sequence[Piece], place: int) -> None:
    """Cut a box up to the line that ends it; nothing where no such line stands near."""
    near = pieces[place + 1 : place + 1 + _LONGEST_BOX]
    end = next((i for i, p in enumerate(near, place + 1) if load().box_end.match(p.text)), 0)
    for piece in pieces[place : end + 1]:
        piece.cut = piece.cut or "subscription"


def _cut_speakers(pieces: Sequence[Piece], place: int) -> None:
    """Cut who spoke at an event, name by name with what each is: none of them wrote the text."""
    listed = list(
        itertools.takewhile(
            lambda one: (
                not is_prose(one.text)
                and (_presented(one.text) or is_role_line(one.text) or _CHAIR.match(one.text))
            ),
            pieces[place + 1 :],
        )
    )
    if any(_presented(one.text) for one in listed):
        for piece in (pieces[place], *listed):
            piece.cut = piece.cut or "event"


def _presented(text: str) -> bool:
    """Tell whether a line is a name, with or without an office: `• Jane Doe, Fellow, Any House`."""
    bullet = BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    name, end = leading_name(text)
    office = text[end:].startswith(", ") and is_role_line(text[end + 2 :])
    return bool(names_alone(text)) or (bool(name) and office)


def _cut_board(pieces: Sequence[Piece], place: int) -> None:
    """Cut who oversees a house, one a line with where each works, and the name of that body."""
    listed = list(
        itertools.takewhile(
            lambda one: not is_prose(one.text) and leading_name(one.text, sure=True)[0],
            pieces[place + 1 :],
        )
    )
    if len(listed) >= _LEAST_LISTED:
        for piece in (pieces[place], *listed):
            piece.cut = piece.cut or "imprint"


def _cut_promotion(pieces: Sequence[Piece], place: int) -> None:
    pieces[place].cut = "advertisement"
    for piece in pieces[place + 1 : place + 2]:
        short = words(piece.text[:1000]) <= _LONGEST_PROMOTION
        if not piece.cut and short and _ADDRESSED.search(piece.text):
            piece.cut = "advertisement"


def _cut_contents(pieces: Sequence[Piece], place: int) -> None:
    """Cut a numbered list of contents: its lines stand again as headings, or nothing is lost."""
    entries = list(
        itertools.takewhile(
            lambda one: _ENTRY.match(one.text) and not is_prose(one.text), pieces[place + 1 :]
        )
    )
    listed = list(itertools.takewhile(_is_listed, pieces[place + 1 :]))
    entries = entries if len(entries) >= _LEAST_ENTRIES else listed
    if entries:
        for piece in (pieces[place], *entries):
            piece.cut = piece.cut or "contents"


def _cut_counted(pieces: Sequence[Piece], place: int) -> None:
    """Cut a list that counts its parts, of which the first stands again below as a heading."""
    run = []
    for number, piece in enumerate(pieces[place:], 1):
        if not piece.text.startswith((f"{number}. ", f"{number}) ")) or is_prose(piece.text):
            break
        run.append(piece)
    again = any(piece.text == run[0].text for piece in pieces[place + len(run) :]) if run else False
    if len(run) >= _LEAST_ENTRIES and again:
        label = [one for one in pieces[max(0, place - 1) : place] if one.text[-1] == ":"]
        for piece in (*label, *run):
            piece.cut = piece.cut or "contents"


def _is_listed(piece: Piece) -> bool:
    """Tell whether a line is an item without a stop: `– Oil and beyond –– Highly vulnerable –`."""
    text = piece.text
    return bool(BULLET.match(text)) and not (is_prose(text) or ends_sentence(text))


def _cut_stamped(pieces: Sequence[Piece], place: int) -> None:
    """Cut the parts of a recording by their times, one right below the other, and their label."""
    parts = list(
        itertools.takewhile(
            lambda one: (
                _STAMPED.match(one.text) and not (is_prose(one.text) or ends_sentence(one.text))
            ),
            pieces[place:],
        )
    )
    if len(parts) >= _LEAST_STAMPED:
        label = [one for one in pieces[max(0, place - 1) : place] if _PARTS.match(one.text)]
        for piece in (*label, *parts):
            piece.cut = piece.cut or "contents"

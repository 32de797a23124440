"""Pieces in, the program of a meeting cut: its hours, and who takes part.

Beside or below an hour a program names a session, its speakers or a break; what a session is about
may be told in sentences, which stay. Three persons or more in a row, each with an office
and none saying anything, are a list of those who take part: no text argues so.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from brief.readers import names
from brief.readers.bylines import is_role_line, names_alone
from brief.readers.links import is_said
from brief.readers.pieces import Piece, ends_sentence, is_prose, words
from brief.readers.shape import BULLET

_CLOCK = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?"
# "1400-1500 CEST": four digits are hours where the zone of a clock stands behind them.
_ZONE = r"(?:gmt|utc|bst|msk|ist|jst|sgt|[cew]es?t|[ecp][sd]t|hrs?|hours)"
_HOUR = re.compile(
    rf"(?:{_CLOCK}(?: ?(?:[–—-]|to) ?{_CLOCK})?(?![\w.]|:\d)"
    rf"|[0-2]\d[0-5]\d(?: ?(?:[–—-]|to) ?[0-2]\d[0-5]\d)? ?{_ZONE}\b)",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"{_CLOCK} ?(?:[–—-]|to) ?{_CLOCK}(?![\w.]|:\d)", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:[•·▪◦●*–—-]\s+)?(?:(?:moderator|chair|speaker|discussant|lecturer|presenter|panell?ist)s?\s*:\s*)?",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\s*[,(|]\s*(?=[^\W\d_])")
# "(@janedoe)", "| @janedoe" behind an office
_HANDLE = re.compile(r"[\s.|]*\(?@\w+\)?\W*$")
_LONGEST, _MOST_LISTED = 40, 60
# An office is told by its first words.
_OFFICE_WORDS = 30
_MOST_LETTERS = 300
# A line of a program is no longer; what is may say what a session is about.
_LONGEST_LINE = 16
_LONGEST_NAME = 5
# Two hours are a program where each says when it ends.
_LEAST_HOURS, _LEAST_SPANS = 3, 2
_LABEL = re.compile(r"\W*(?:agenda|program(?:me)?|schedule|timetable)\W*$", re.IGNORECASE)
_LABEL_NEAR = 3
_LABELS = frozenset({"", "tags", "menu"})
_OF_MEETING = frozenset({"event", "participants", "program"})
# "Jane Doe | Fellow, Harbor Institute": two such rows are a list.
_LEAST_PERSONS, _LEAST_BARRED = 3, 2
_LEAST_PAST = 2
# “What the Dam Costs,” May 5, 2015
_DATED_TITLE = re.compile(
    r"[“\"][^“”\"]{8,200}[,.”\"]+ (?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? (?:19|20)\d\d\W*$"
)


def cut_program(pieces: Sequence[Piece]) -> None:
    """Cut the hours of a program with the lines below them, and rows of those who take part."""
    _cut_hours(pieces)
    at = 0
    while at < len(pieces):
        end, count = at, 0
        while size := _person(pieces, end, known=count > 0):
            end, count = end + size, count + 1
        barred = count >= _LEAST_BARRED and all("|" in piece.text for piece in pieces[at:end])
        for piece in pieces[at:end] if count >= _LEAST_PERSONS or barred else ():
            piece.cut = "participants"
        at = max(end, at + 1)
    _cut_talks(pieces)
    _cut_past(pieces)
    for above, piece, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        within = above.cut in _OF_MEETING and below.cut in _OF_MEETING
        if within and _is_free(piece) and not ends_sentence(piece.text):
            piece.cut = "participants"


def _cut_talks(pieces: Sequence[Piece]) -> None:
    """Cut three talks or more in a row: what each is called, and who gives it with an office."""
    at = 0
    while at + 1 < len(pieces):
        end = at
        while end + 1 < len(pieces) and _is_free(pieces[end]) and _is_line(pieces[end]):
            if ends_sentence(pieces[end].text) or _person(pieces, end + 1, known=end > at) != 1:
                break
            end += 2
        for piece in pieces[at:end] if end - at >= 2 * _LEAST_PERSONS else ():
            piece.cut = "participants"
        at = max(end, at + 1)


def _cut_past(pieces: Sequence[Piece]) -> None:
    """Cut two talks or more that are over: who gave each, with an office, its title and its day.

    `Jane Doe, Fellow, Harbor Institute. “What the Dam Costs,” May 5, 2015`.
    """
    past = [piece for piece in pieces if _is_free(piece) and _is_past_talk(piece.text)]
    for piece in past if len(past) >= _LEAST_PAST else ():
        piece.cut = "participants"


def _is_past_talk(text: str) -> bool:
    title = _DATED_TITLE.search(text[-_MOST_LETTERS:])
    if title is None or len(text) > 2 * _MOST_LETTERS:
        return False
    name, end = names.leading_name(text)
    office = text[end : title.start() + max(0, len(text) - _MOST_LETTERS)]
    known = names.has_role(office) or names.is_organization(office)
    return bool(name) and office.startswith(", ") and known


def _cut_hours(pieces: Sequence[Piece]) -> None:
    """Cut lines that open with an hour, where several do, and what is between two but no sentence.

    What an hour of a chronicle tells is a sentence.
    """
    # a line between title and text may have been taken for a label
    free = [at for at, one in enumerate(pieces) if one.kind != "note" and one.cut in _LABELS]
    hours = [at for at in free if _opens_hour(pieces[at])]
    spans = sum(bool(_SPAN.match(pieces[at].text)) for at in hours)
    if len(hours) < _LEAST_HOURS and spans < _LEAST_SPANS:
        return
    for piece in _labelled(pieces[: hours[0]]):
        piece.cut = piece.cut or "program"
    for start, end in itertools.pairwise([*hours, len(pieces)]):
        pieces[start].cut = "program"
        near: Iterable[int] = range(start + 1, end)
        if end == len(pieces):
            persons = itertools.takewhile(lambda at: _person(pieces, at, known=True) == 1, near)
            near = list(persons)  # before one of them is cut
        elif not all(_is_line(pieces[at]) or _person(pieces, at, known=True) for at in near):
            continue
        for at in near:
            pieces[at].cut = pieces[at].cut or "program"


def _labelled(above: Sequence[Piece]) -> Sequence[Piece]:
    """Return the last lines above the hours of a program from its label on: `Agenda:`."""
    for place in range(len(above) - 1, max(-1, len(above) - 1 - _LABEL_NEAR), -1):
        if _LABEL.match(above[place].text):
            return above[place:]
        if not _is_line(above[place]):
            break
    return ()


def _opens_hour(piece: Piece) -> bool:
    if len(piece.text) > _MOST_LETTERS:
        return False
    stopped = piece.text[-1] in ".!" and words(piece.text) > 1
    short = words(piece.text) < _LONGEST and not is_prose(piece.text)
    return bool(_HOUR.match(piece.text)) and short and not stopped


def _is_free(piece: Piece) -> bool:
    return not piece.cut and piece.kind != "note"


def _is_line(piece: Piece) -> bool:
    """Tell whether a piece is a short line that says nothing."""
    said = is_prose(piece.text) or (is_said(piece) and words(piece.text) > _LONGEST_NAME)
    return not (said or piece.kind == "note" or words(piece.text) > _LONGEST_LINE)


def _person(pieces: Sequence[Piece], place: int, *, known: bool) -> int:
    """Return on how many lines a person and an office stand from a place on; 0 for none.

    `Jane Doe, Fellow, Harbor Institute`; or the office stands below the name. Below such a person
    (`known`) any few words above an office are a name.
    """
    lines = [piece for piece in pieces[place : place + 2] if _is_free(piece)]
    if not lines or lines[0] is not pieces[place]:
        return 0
    if any(len(line.text) > _MOST_LETTERS for line in lines):
        return 0
    text = _HANDLE.sub("", lines[0].text)
    if BULLET.match(text):
        text = text.rstrip(";." if known else ";")  # the last of a list ends in a stop
    if ends_sentence(text):
        return 0
    text = text[_BEFORE.match(text).end() :]  # type: ignore[union-attr]
    name, end = names.leading_name(text)
    most = _MOST_LISTED if known else _LONGEST  # below one person some may stand in a line
    gap = _OFFICE.match(text, end) if name and words(text) <= most else None
    if gap and is_role_line(" ".join(text[gap.end() :].rstrip(")").split()[:_OFFICE_WORDS])):
        return 1
    named = len(names_alone(text)) == 1 or (known and words(text) <= _LONGEST_NAME)
    office = lines[1].text if named and len(lines) > 1 else "."
    return 0 if ends_sentence(office) or not is_role_line(office) else 2

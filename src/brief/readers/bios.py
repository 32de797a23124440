"""Pieces in, biographies of the authors cut, and what they tell of them taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers import names
from brief.readers.affiliations import affiliation_in
from brief.readers.bylines import (
    bio_name,
    goes_on,
    is_about_label,
    names_alone,
    own_bio,
)
from brief.readers.credited import Head
from brief.readers.pieces import AMID, Piece, beside, is_prose, words
from brief.vocabulary.surnames import surname

_SAYS = re.compile(
    r"\b(?:argu|sa(?:id|ys)|believ|warn|not(?:ed|es)|claim|suggest|contend|told|point(?:ed|s) out"
    r"|conclud|maintain|insist|stress|emphasi[sz]|underlin|recall|remark|predict|propos|urg(?:ed|es)\b"
    r"|drew attention|call(?:ed|s) (?:for|on)|spoke (?:of|about)|express(?:ed|es)|highlight"
    r"|outlin(?:ed|es)|add(?:ed|s) that|explained|observed|acknowledged|admitted|asked)\w*",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(
    r"\b(?:is|was|are|were|works|teaches|serves|writes|holds"
    r"|has (?:\w+ly )?(?:been|worked|served|taught|written|published|held|reported|covered))\b"
)
_LONGEST_BIO = 80
_LONGEST_SIGNED = 30
# Biographies stand among the last paragraphs; further up a sentence of that form introduces
# a person the argument quotes.
_LAST_PARAGRAPHS = 5
_FIRST_PARAGRAPHS = 4


def says(text: str) -> bool:
    """Tell whether somebody says, argues or asks something in a text, or is quoted."""
    return bool(_SAYS.search(text)) or any(mark in text for mark in '“”"')


def cut_bios(pieces: Sequence[Piece], head: Head) -> None:
    """Cut biographical paragraphs; take affiliation, and the author where no byline names one."""
    live = [place for place, p in enumerate(pieces) if not p.cut and p.kind != "note"]
    prose = [place for place in live if is_prose(pieces[place].text)]
    behind = sum(place > prose[-1] for place in live) if prose else 0
    late = set(live[-_LAST_PARAGRAPHS - behind :]) if len(prose) > 1 else set()
    first = set(live[:_FIRST_PARAGRAPHS])
    found: list[tuple[int, str]] = []
    for index, place in enumerate(live):
        piece = pieces[place]
        if is_about_label(piece.text):
            piece.cut = "bio"
            found += _labelled_bio(pieces, live[index + 1 : index + 2], late)
            continue
        name = bio_name(piece.text)
        if name is None and (place in late or place in first):
            name = own_bio(piece.text, head.authors)
        if name is None or (place, name) in found:
            continue
        if piece.text[0] in "—–" and words(piece.text) <= _LONGEST_SIGNED:
            piece.cut = "bio"  # "—Jane Doe is a fellow." signs a contribution
            continue
        own = any(names.same_person(name, author) for author in head.authors)
        # "Jane Doe | Jane Doe is a reporter.": her name alone above it, as in a box
        boxed = place > 0 and names_alone(pieces[place - 1].text) == (name,)
        boxed = boxed or _is_boxed(pieces, place)
        titled = own or boxed or name == ""
        if place in late and not titled and len(prose) <= 2:
            continue
        opens = place in first and (titled or _signs_head(pieces, place, name, head))
        if opens or (place in late and (titled or _is_aside(pieces, place))):
            found.append((place, name))
    unknown = not head.authors
    for place, name in found:
        _take_bio(pieces, place, name, head)
        if unknown and name and head.authors and place - 1 in {at for at, _ in found}:
            # "Jane Doe is a fellow. | John Roe is a student.": both wrote it.
            head.authors = (*head.authors, *({name} - {*head.authors}))
        if place in late:
            _cut_rest_of_bio(pieces[place + 1 :])


def _is_boxed(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether the title printed again stands right above a line, and the page's below it."""
    near = beside(pieces, place)
    ends = len(near) == 2 and near[1].cut not in AMID | {""}
    return ends and near[0].cut == "repeated-title"


def _labelled_bio(
    pieces: Sequence[Piece], following: Sequence[int], late: set[int]
) -> list[tuple[int, str]]:
    """Return the paragraph below "About the author", unless it is text."""
    found = []
    for place in following:
        name = bio_name(pieces[place].text)
        short = place in late and words(pieces[place].text[:2000]) <= _LONGEST_BIO
        if name is not None or short:
            found.append((place, name or ""))
    return found


def _signs_head(pieces: Sequence[Piece], place: int, name: str, head: Head) -> bool:
    """Tell whether a line above the text says who a person is whom the text does not name.

    `Jane Doe is a correspondent of The Monitor.` is the byline of a text without another.
    """
    text = pieces[place].text
    said = _SAYS.search(text) or not _SAYS_WHAT.search(text)
    if head.authors or not name or said or words(text) > _LONGEST_SIGNED:
        return False
    others = (one for one in pieces if one is not pieces[place] and one.cut != "bio")
    return not any(surname(name) in one.text for one in others)


def _is_aside(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether a paragraph on somebody who is not in the byline only introduces the person."""
    text = pieces[place].text
    behind = [p for p in pieces[place + 1 :] if not p.cut and p.kind != "note"]
    unsaid = not _SAYS.search(text)
    return unsaid and all(bio_name(p.text) is not None or goes_on(p.text) for p in behind)


def _take_bio(pieces: Sequence[Piece], place: int, name: str, head: Head) -> None:
    pieces[place].cut = "bio"
    above = pieces[place - 1] if place else None
    if above and not above.cut and names_alone(above.text)[:1] == (name,):
        above.cut = "bio"
    # "Paul Dew, Member of Parliament" in a list of participants wrote nothing.
    if not head.authors and name and _SAYS_WHAT.search(pieces[place].text[:300]):
        head.authors = (name,)
    if name == "" or any(names.same_person(name, author) for author in head.authors[:1]):
        head.affiliation = head.affiliation or affiliation_in(pieces[place].text)


def _cut_rest_of_bio(pieces: Sequence[Piece]) -> None:
    """Cut the paragraphs that go on with a biography."""
    for piece in pieces:
        if piece.cut:
            continue
        if piece.kind == "note" or not goes_on(piece.text):
            return
        piece.cut = "bio"

"""Pieces in, what their imprint tells of a text taken: outlet and day of its coming out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.model.source import Issued
from brief.readers import names, persons, shape
from brief.readers.bylines import names_alone
from brief.readers.credited import Head
from brief.readers.dates import Order, beside_date, date_alone, find_date
from brief.readers.pieces import LEAST_OPENING, Piece, is_prose, words

_FIRST_PUBLISHED = re.compile(
    r"(?i:published|appeared|posted)\s+(?:\w+\s+)?(?:in|by|on|at)\s+(?:the\s+)?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)"
    r"(?!(?:English|French|German|Russian|Chinese|Spanish|Arabic|Japanese|Korean)\b)"
    r"(?P<who>[A-Z][\w’'&.-]*(?: (?:of|for|the|and|[A-Z][\w’'&.-]*)){0,6})"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s:]*+(?:©\s*+)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?,?\s*+(?:by\s+)?"
    r"(?P<who>(?:The\s+)?[A-Z][\w’'&.-]*(?: (?:of|for|the|and|[A-Z][\w’'&.-]*)){0,6})",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"[A-Z][A-Z ./,-]{2,40}(?:,? \w{3,9}\.? \d{1,2})?[,.]? [(/](?P<who>[A-Z]\w+)(?:\) [-–—]|/\.)"
)
_CAME_OUT = re.compile(r"\W*(?:first )?published(?: on| online)?\W{1,4}\d", re.IGNORECASE)
_APPEARED = re.compile(
    r"\W*(?:(?:this|an? \w+ version of this)\b.{0,60}\b|(?:first|originally|previously)\s)"
    r"(?:published|appeared|posted|ran)\b|\W*(?:published|printed) in (?-i:[A-Z])",
    re.IGNORECASE,
)
# "Published daily by Any Institute", "A project of Any Foundation"
_IMPRINT = re.compile(
    r"(?:published (?:(?:\w+ly|(?:\w+ times|once|twice) an? \w+) )?by"
    r"|an? (?:\w+ ){0,2}(?:publication|project|magazine|journal|blog|initiative|service) (?:of|by))"
    r" (?:the )?(?P<who>(?-i:[A-Z]).{2,60})$",
    re.IGNORECASE,
)
# "The Journal of Ports - www.ports.example"
_WITH_ADDRESS = re.compile(r"(?P<who>[^\W\d_a-z][^|–—]{2,60}?)\s+[|–—-]\s+(?:https?://|www\.)\S+$")
_RIGHTS = re.compile(r"\W*\ball(?: rights.*)?$", re.IGNORECASE)
_LONGEST_DAY = 4
_TOP = 15
# "(c) 2019, The Harbor Post", "Copyright: Harbor Syndicate, 2019."; a site's own footer has the
# year of reading, and no comma.
_SYNDICATED = re.compile(
    r"\W*(?:©|\(c\)|copyright)[\s:©]*"
    r"(?:(?P<first>(?:19|20)\d\d),\s*\D{3,60}|\D{3,60}?,\s*(?P<year>(?:19|20)\d\d))\W*$",
    re.IGNORECASE,
)
# "Date: 9 May 2020", "Publication Year: 2020" in the record of a text at its foot.
_DATED = re.compile(
    r"\W*(?:(?:publication |issue |publishing )?date(?: published| of publication| issued)?"
    r"|(?:publication year|year of publication|year published)\s*:\s*(?P<year>(?:19|20)\d\d)\W*$)"
    r"\s*(?::|$)",
    re.IGNORECASE,
)


def take_imprint(lines: Sequence[Piece], head: Head) -> None:
    """Cut the line that says whose the site is, and take its name: `Published daily by X`."""
    for piece in lines:
        imprint = _IMPRINT.match(piece.text) or _WITH_ADDRESS.match(piece.text)
        if imprint and names.is_organization(imprint["who"]):
            piece.cut = "site-blurb"
            head.publisher = head.publisher or imprint["who"].rstrip(" .")


def take_late_date(
    pieces: Sequence[Piece], below: Sequence[Piece], head: Head, order: Order
) -> None:
    """Take the day that the foot of a page says a text came out, where its head says none.

    `below` is the line right below the running text, if there is one.
    """
    only = _only_day(pieces, order)
    if head.issued and not head.changed:
        for piece in only:
            found = find_date(piece.text, order)
            piece.cut = "date" if found and found.issued == head.issued else ""
        return
    said = [p for p in pieces if p.cut and _CAME_OUT.match(p.text)]
    said += [p for p in pieces if _tells_origin(p)] if not head.issued else []
    said += only
    for piece in (*said, *below):
        found = find_date(piece.text, order)
        alone = found is not None and not beside_date(piece.text, found) and found.issued.day
        if found and (piece in said or _CAME_OUT.match(piece.text) or alone):
            head.issued, head.changed = found.issued, False
            piece.cut = piece.cut or "date"
            return
    for piece in pieces if not head.issued else ():
        label = _DATED.match(piece.text) if piece.cut else None
        found = find_date(piece.text, order) if label else None
        if label and (found or label["year"]):
            head.issued = found.issued if found else Issued(year=int(label["year"]))
            return
    for piece in pieces if not head.issued else ():
        credit = _SYNDICATED.match(piece.text) if piece.cut == "copyright" else None
        if credit:
            head.issued = Issued(year=int(credit["year"] or credit["first"]))
            return


def _only_day(pieces: Sequence[Piece], order: Order) -> list[Piece]:
    """Return the line among the first that is a day and nothing else, where no other line is.

    A page sets it below standfirst and picture; a chronicle prints many.
    """
    alone = [
        piece
        for piece in pieces
        if not piece.cut and piece.kind != "note" and words(piece.text) <= _LONGEST_DAY
        if any(map(str.isdigit, piece.text))
        if date_alone(piece.text, order)
    ]
    return [piece for piece in alone if piece in pieces[:_TOP]] if len(alone) == 1 else []


def _tells_origin(piece: Piece) -> bool:
    """Tell whether a line is a note on where a text came out: `It appeared there on 5 May 2020.`"""
    return piece.cut == "editorial-note" and bool(_APPEARED.match(piece.text))


def take_publisher(pieces: Sequence[Piece], head: Head) -> None:
    """Take the outlet from a copyright line, a note on first publication or a wire's dateline.

    Whose picture a page prints is no outlet: `© Any Agency / Jane Doe`.
    """
    for piece in pieces:
        if head.publisher:
            return
        pattern = {"copyright": _COPYRIGHT, "editorial-note": _FIRST_PUBLISHED}.get(piece.cut)
        match = pattern.search(piece.text) if pattern else None
        if match is None and piece.cut in ("", "date"):
            match = _WIRE.match(piece.text[:120])
        own = any(names.same_person(match["who"], one) for one in head.authors) if match else False
        pictured = match is not None and match.string[match.end() :].lstrip()[:1] == "/"
        if match and not (pictured or own):
            head.publisher = _RIGHTS.sub("", match["who"]).strip(" .")


def take_below_picture(pieces: Sequence[Piece], head: Head) -> None:
    """Take the author from a name alone between the picture and the text, which is not on him.

    Or from one between the word `Introduction` and its first paragraph.
    """
    for above, piece, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        begins = shape.names_section(above.text) and is_prose(below.text) and not head.authors
        named = names_alone(piece.text) if begins and not piece.cut else ()
        if named and not persons.told([below], named):
            head.authors, piece.cut = named, "byline"
    first = next((i for i, p in enumerate(pieces) if words(p.text) >= LEAST_OPENING), 0)
    for above, piece in itertools.pairwise(pieces[max(0, first - 2) : first]):
        named = names_alone(piece.text) if above.cut == "image-credit" and not piece.cut else ()
        if named and not (head.authors or persons.told(pieces[first:], named)):
            head.authors, piece.cut = named, "byline"

"""Pieces in, what their imprint tells of a text taken: outlet and day of its coming out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.model.source import Issued
from brief.readers.credited import Head
from brief.readers.dates import Order, beside_date, find_date
from brief.readers.pieces import Piece

_FIRST_PUBLISHED = re.compile(
    r"(?:[Pp]ublished|[Aa]ppeared|[Pp]osted)\s+(?:\w+\s+)?(?:in|by|on|at)\s+(?:the\s+)?"
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
# "(c) 2019, The Harbor Post", "Copyright: Harbor Syndicate, 2019."; a site's own footer has the
# year of reading, and no comma.
_SYNDICATED = re.compile(
    r"\W*(?:©|\(c\)|copyright)[\s:©]*"
    r"(?:(?P<first>(?:19|20)\d\d),\s*\D{3,60}|\D{3,60}?,\s*(?P<year>(?:19|20)\d\d))\W*$",
    re.IGNORECASE,
)


def take_late_date(
    pieces: Sequence[Piece], below: Sequence[Piece], head: Head, order: Order
) -> None:
    """Take the day that the foot of a page says a text came out, where its head says none.

    `below` is the line right below the running text, if there is one.
    """
    if head.issued and not head.changed:
        return
    said = [p for p in pieces if p.cut and _CAME_OUT.match(p.text)]
    said += [p for p in pieces if _tells_origin(p)] if not head.issued else []
    for piece in (*said, *below):
        found = find_date(piece.text, order)
        alone = found is not None and not beside_date(piece.text, found) and found.issued.day
        if found and (piece in said or _CAME_OUT.match(piece.text) or alone):
            head.issued, head.changed = found.issued, False
            piece.cut = piece.cut or "date"
            return
    for piece in pieces if not head.issued else ():
        credit = _SYNDICATED.match(piece.text) if piece.cut == "copyright" else None
        if credit:
            head.issued = Issued(year=int(credit["year"] or credit["first"]))
            return


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
        if match is None and not piece.cut:
            match = _WIRE.match(piece.text[:120])
        pictured = match is not None and match.string[match.end() :].lstrip()[:1] == "/"
        if match and not pictured:
            head.publisher = re.sub(r"\W*\ball rights.*", "", match["who"], flags=re.I).strip(" .")

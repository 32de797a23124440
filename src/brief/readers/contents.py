"""Pieces in, tables of contents cut: below their label, or told by the numbers of pages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers.bylines import is_author_label, names_alone
from brief.readers.pieces import Piece, is_prose

_CONTENTS = re.compile(r"\W*(?:(?:table of )?contents|inhalt|sommaire)\W*$", re.IGNORECASE)
_ENTRY = re.compile(
    r"^\W*(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})*[.)]?\s+\S|(?<![. …])[. …]{3,}+\d{1,3}\W*$"
)
# "Two Ports . 12", "The Ferry Pact …… 4", "Preface . . . iv"
_LEADER = re.compile(
    r"\w.*?(?:\s\.\s+|\s?(?:\. ?){2,}\s*|\s?…+\s*)(?:(?P<page>\d{1,3})(?: \d)?|[ivxIVX]{1,5})$"
)
_LABELS = re.compile(
    r"\W*(?:(?:table of )?contents|(?:list of )?(?:tables|figures|charts|maps|boxes)|pages?)\W*$",
    re.IGNORECASE,
)
_LEAST_LEADERS, _LONGEST_ENTRY = 3, 160


def cut_contents(zone: Sequence[Piece]) -> None:
    """Cut a table of contents; the last line before the text is its first heading.

    Where its first entry has a number or the dots before one, all have. A byline ends it.
    """
    inside = counted = opens = False
    for piece, below in itertools.pairwise(zone):
        entry = bool(_ENTRY.search(piece.text))
        counted = entry if opens else counted  # the line above opens the table
        opens = bool(_CONTENTS.match(piece.text))
        ends = is_author_label(piece.text) and bool(names_alone(below.text))
        inside = opens or (inside and (entry or not counted) and not ends)
        if inside and not piece.cut and not is_prose(piece.text):
            piece.cut = "contents"


def cut_leaders(pieces: Sequence[Piece]) -> None:
    """Cut three or more lines in a row that end in dots and the number of a page, and labels above.

    The numbers of a table of contents do not go back.
    """
    place = 0
    while place < len(pieces):
        run = list(itertools.takewhile(_leads, pieces[place:]))
        found = (_LEADER.match(one.text) for one in run)
        pages = [int(one["page"]) for one in found if one and one["page"]]
        if len(run) >= _LEAST_LEADERS and pages == sorted(pages):
            above = itertools.takewhile(_heads_leaders, reversed(pieces[:place]))
            for piece in (*above, *run):
                piece.cut = piece.cut or "contents"
        place += max(1, len(run))


def _leads(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST_ENTRY and bool(_LEADER.match(piece.text))


def _heads_leaders(piece: Piece) -> bool:
    return bool(_LABELS.match(piece.text))

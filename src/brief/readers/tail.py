"""The rest of an article in, biographies, link lists and page footers labelled."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers import names, shape, signs
from brief.readers.address import cut_addressed
from brief.readers.bios import cut_bios
from brief.readers.bylines import (
    LISTING,
    bio_name,
    credit_of,
    is_author_label,
    names_alone,
)
from brief.readers.captions import cut_captioned
from brief.readers.closing import cut_closed
from brief.readers.credited import Head
from brief.readers.dates import Order
from brief.readers.imprint import take_below_picture, take_late_date, take_publisher
from brief.readers.links import (
    LEAST_TEXT,
    cut_begun,
    cut_credited,
    cut_dated,
    cut_doubled,
    cut_last_links,
    cut_links,
    cut_parted,
    is_said,
)
from brief.readers.outro import cut_outro, cut_topics
from brief.readers.persons import signing
from brief.readers.pieces import (
    URL,
    Piece,
    ends_sentence,
    has_inner_stop,
    is_prose,
    words,
)
from brief.readers.promos import cut_cards
from brief.readers.strays import cut_strays

_HEADS_LIST = re.compile(
    r"\W*(?:(?:main |key |selected |further )?"
    r"(?:references|bibliography|sources|reading|literature)"
    r"|acknowledge?ments?|abbreviations|annex(?:es)?|details)\W*$",
    re.IGNORECASE,
)
_LONGEST_PAGE = 4
# "EDUCATION 8h ago": the rubric of a link and its age.
_AGO = re.compile(
    r"(?:\S+ ){0,3}\d{1,2} ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|weeks?) ago$", re.IGNORECASE
)
# The longest label among those of topics below a text.
_LONGEST_TAG = 6
# Within so many lines below their label a reader's comment shows a name, a date or "Reply".
_COMMENT_NEAR = 8
# A letter is signed with name, office, place and day at most.
_SIGNATURE = 4
_BY = re.compile(r"by [A-ZÀ-Þ]", re.IGNORECASE)
_LONGEST_BYLINE = 8
_LEAST_ALT = 12
# What a page leaves off in mid-sentence has so many words, fewer where a sentence ends in it.
_LEAST_SAID = 15
_LEAST_LONG = 20
# The imprint of a paper stands among so many first lines.
_IMPRINT = 15
# Boxes a page sets into its text.
_BOXES = frozenset(
    {"subscription", "advertisement", "cookie-banner", "share-bar", "related-links", "read-more"}
)
# What may stand at a page's end without its footer having begun.
_NO_FOOTER = frozenset({"bio", "pull-quote", "image-credit", "title", "byline"})


def read_tail(pieces: Sequence[Piece], head: Head, order: Order) -> None:
    """Label what stands behind the running text of one article, and take what it tells."""
    for piece in pieces:
        if not piece.cut:
            piece.cut = signs.reason_to_cut(piece.text, edge=False)
    _cut_between(pieces)
    _cut_alt_texts(pieces)
    cut_captioned(pieces)
    _cut_addresses(pieces)
    _cut_comments(pieces)
    _cut_front_blurb(pieces)
    cut_cards(pieces)
    cut_links(pieces)
    cut_begun(pieces)
    cut_doubled(pieces)
    cut_dated(pieces)
    cut_credited(pieces)
    cut_parted(pieces)
    cut_strays(pieces, signed=bool(head.authors))
    _cut_blurbs(pieces)
    cut_addressed(pieces)
    cut_bios(pieces, head)
    _cut_blurbs(pieces)
    _cut_footer(pieces)
    cut_topics(pieces)
    cut_last_links(pieces)
    cut_closed(pieces)
    cut_outro(pieces)
    _cut_imprint(pieces)
    _cut_empty_heading(pieces)
    _cut_bylines(pieces, head, order)
    _take_labelled(pieces, head, order)
    take_below_picture(pieces, head)
    _take_late_byline(pieces, head, order)
    last = _last_prose(pieces)
    take_late_date(pieces, pieces[last + 1 : last + 2] if last >= 0 else (), head, order)
    take_publisher(pieces, head)


def _take_labelled(pieces: Sequence[Piece], head: Head, order: Order) -> None:
    """Take the author from a foot that labels him, where no byline does: `Author: Jane Doe`."""
    for piece in pieces if not head.authors else ():
        credit = credit_of(piece.text, order) if LISTING.match(piece.text) else None
        if credit and credit.authors and piece.kind != "note":
            head.authors, piece.cut = credit.authors, "byline"
            head.affiliation = head.affiliation or credit.affiliation
            return


def _cut_bylines(pieces: Sequence[Piece], head: Head, order: Order) -> None:
    """Cut `By Jane Doe` amid the text; take the author where no byline stands above it.

    The bylines of several persons, each below another title, are those of other texts.
    """
    found = set()
    for piece in pieces:
        short = _BY.match(piece.text) and words(piece.text) <= _LONGEST_BYLINE
        free = short and not piece.cut and piece.kind != "note"
        credit = credit_of(piece.text, order) if free else None
        if credit and credit.explicit and not names.is_organization(credit.authors[0]):
            piece.cut = "byline"
            found.add(credit.authors)
    if len(found) == 1:
        head.authors = head.authors or found.pop()


def _cut_between(pieces: Sequence[Piece]) -> None:
    """Cut a short line of a box between others of it, and a page's number between paragraphs."""
    for above, piece, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        boxed = above.cut in _BOXES and below.cut in _BOXES
        together = boxed and above.block == piece.block == below.block
        if together and not piece.cut and not is_prose(piece.text):
            piece.cut = above.cut
        paged = piece.text.isdigit() and len(piece.text) <= _LONGEST_PAGE
        if paged and not piece.cut and is_prose(above.text) and is_prose(below.text):
            piece.cut = "page-header"


def _cut_addresses(pieces: Sequence[Piece]) -> None:
    """Cut the page's address printed again, and the link below the hours since it came out."""
    printed = {piece.text for piece in pieces if piece.cut and URL.match(piece.text)}
    for above, piece in itertools.pairwise(pieces):
        if piece.cut or piece.kind == "note":
            continue
        if piece.text in printed:
            piece.cut = "page-header"
        elif (
            above.cut and _AGO.match(above.text) and not (is_said(piece) or piece.text[-1] in ":;")
        ):
            piece.cut = "related-links"


def _cut_alt_texts(pieces: Sequence[Piece]) -> None:
    """Cut what a picture shows where it is missing, right above its caption, which says more."""
    for piece, below in itertools.pairwise(pieces):
        captioned = below.cut in ("image-credit", "exhibit") and len(piece.text) > _LEAST_ALT
        shown = below.text.startswith(piece.text.rstrip(".")) or (
            piece.block == below.block and words(piece.text) > 1 and piece.text in below.text
        )
        if captioned and not piece.cut and shown:
            piece.cut = below.cut


def _cut_comments(pieces: Sequence[Piece]) -> None:
    """Cut what readers wrote below the text: from its label, or the first "X says:", to the end."""
    seen = 0
    for place, piece in enumerate(pieces):
        if seen >= LEAST_TEXT and piece.kind != "note":
            behind = pieces[place + 1 : place + _COMMENT_NEAR]
            near = [p.text for p in behind]
            shown = any(map(signs.shows_comment, near[:3]))
            shown = shown or (
                words(piece.text) > 2 and any(p.cut == "comments" for p in behind[:3])
            )
            labelled = signs.opens_comments(piece.text) and any(map(signs.shows_comment, near))
            labelled = labelled or signs.counts_comments(piece.text)
            if labelled or (signs.shows_comment(piece.text) and shown and _is_last(pieces, place)):
                for one in pieces[place:]:
                    one.cut = one.cut or "comments"
                return
        seen += words(piece.text) if not piece.cut and is_prose(piece.text) else 0


def _is_last(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether no heading, note or biography of the text follows: only readers' words."""
    return not any(p.kind == "note" or bio_name(p.text) is not None for p in pieces[place + 1 :])


def _cut_blurbs(pieces: Sequence[Piece]) -> None:
    """Cut what a site says of itself, from the last line upwards until a paragraph is none."""
    for piece in reversed(pieces):
        if piece.cut or piece.kind == "note":
            continue
        if is_prose(piece.text) and not signs.is_blurb(piece.text):
            return
        if signs.is_blurb(piece.text):
            piece.cut = "site-blurb"


def _cut_front_blurb(pieces: Sequence[Piece]) -> None:
    """Cut what a house says of itself below the title: between lines of the imprint."""
    for piece, *behind in zip(pieces[:_IMPRINT], pieces[1:], pieces[2:], strict=False):
        imprint = any(p.cut in ("copyright", "editorial-note", "journal-note") for p in behind)
        if not piece.cut and imprint and signs.is_blurb(piece.text):
            piece.cut = "site-blurb"


def _only_labels(pieces: Sequence[Piece]) -> bool:
    """Tell whether the last lines are three or more labels, no list that the text ends in."""
    live = [p for p in pieces if p.kind != "note" and not p.cut]
    return len(live) >= 3 and all(_is_label(p.text) for p in live)


def _is_tag(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether this and the next lines are labels of topics, down to a line of the footer."""
    text_above = next((p.text for p in reversed(pieces[:place]) if not p.cut), "")
    if text_above.endswith((":", ",", ";")):
        return False
    for piece in pieces[place:]:
        if piece.cut:
            return piece.cut not in _NO_FOOTER and piece.kind != "note"
        if not _is_label(piece.text) or words(piece.text) > _LONGEST_TAG:
            return bool(signs.reason_to_cut(piece.text, edge=True))
    return False


def _is_label(text: str) -> bool:
    listed = shape.BULLET.match(text) or text.endswith(",") or ends_sentence(text)
    return not listed and words(text) <= 10


def _last_prose(pieces: Sequence[Piece]) -> int:
    """Return the place of the last paragraph of running text, -1 without one."""
    live = (i for i, p in enumerate(pieces) if not p.cut and p.kind != "note" and is_prose(p.text))
    last = max(live, default=-1)
    for place, piece in enumerate(pieces[last + 1 :], last + 1):
        # A box or links may stand above a last short sentence.
        if not piece.cut and piece.kind != "note" and is_said(piece):
            last = place
        elif piece.cut not in _BOXES:
            break
    return last


def _take_late_byline(pieces: Sequence[Piece], head: Head, order: Order) -> None:
    """Take the author from a byline behind the text, where none stands above it."""
    last = _last_prose(pieces)
    labelled = False
    for piece in pieces[last + 1 :] if last >= 0 else ():
        if piece.kind == "note" or piece.cut not in ("", "page-footer"):
            labelled = is_author_label(piece.text)
            continue
        credit = credit_of(piece.text, order)
        below = names_alone(piece.text) if labelled else ()
        if below or (credit and credit.explicit):
            piece.cut = "byline"
            head.authors = head.authors or below or (credit.authors if credit else ())
        labelled = is_author_label(piece.text)
    if not head.authors:
        _take_signature(pieces[last + 1 :] if last >= 0 else (), head, order)


def _take_signature(behind: Sequence[Piece], head: Head, order: Order) -> None:
    """Take author and date from the lines that sign a letter: name, place, day."""
    lines = [p for p in behind if p.kind != "note" and p.cut in ("", "page-footer")]
    signed = signing(lines[0].text) if lines else ()
    if len(signed) != 1 or len(lines) > _SIGNATURE or lines[0].start != behind[0].start:
        return
    if any(names_alone(line.text) for line in lines[1:]):
        return  # a list of persons
    head.authors = signed
    for piece in lines:
        credit = credit_of(piece.text, order)
        if credit and credit.issued:
            head.issued = head.issued or credit.issued
        piece.cut = "date" if credit and credit.issued else "byline"


def _cut_footer(pieces: Sequence[Piece]) -> None:
    """Cut the short lines of a page's footer: those behind the first sign of it."""
    last = _last_prose(pieces)
    opened = False
    for place, piece in enumerate(pieces[last + 1 :] if last >= 0 else (), last + 1):
        if piece.kind == "note" or signs.heads_notes(piece.text):
            continue
        listed = place > 0 and pieces[place - 1].cut == "related-links"
        if piece is pieces[-1] and not listed and _is_broken_off(piece.text):
            return
        if piece.cut:
            opened = opened or (piece.cut not in _NO_FOOTER and not piece.text.isdigit())
            continue
        piece.cut = signs.reason_to_cut(piece.text, edge=True)
        # A number alone may be that of a page, with text behind it.
        counts = piece.text.isdigit()
        opened = (
            opened
            or (bool(piece.cut) and not counts)
            or _only_labels(pieces[place:])
            or _is_tag(pieces, place)
        )
        if not piece.cut and opened:
            piece.cut = "page-footer"


def _is_broken_off(text: str) -> bool:
    """Tell whether the last line is a paragraph that the page leaves off, not one of its footer."""
    long = words(text) >= (_LEAST_SAID if has_inner_stop(text) else _LEAST_LONG)
    return long and not (ends_sentence(text) or shape.is_titled(text) or "|" in text)


def _cut_empty_heading(pieces: Sequence[Piece]) -> None:
    """Cut headings of notes and references at the end, where nothing stands below them any more."""
    for piece in reversed(pieces):
        if piece.cut:
            continue
        if piece.kind == "note" or not (
            signs.heads_notes(piece.text) or _HEADS_LIST.match(piece.text)
        ):
            return
        piece.cut = "page-footer"


def _cut_imprint(pieces: Sequence[Piece]) -> None:
    """Cut the name of a house right above its address, telephone or copyright."""
    for piece, below in zip(reversed(pieces[:-1]), reversed(pieces[1:]), strict=True):
        shown = below.cut in ("contact", "copyright", "page-footer") and below.block == piece.block
        free = shown and not piece.cut and piece.kind != "note" and _is_label(piece.text)
        if free and names.is_organization(piece.text) and shape.is_titled(piece.text):
            piece.cut = "page-footer"

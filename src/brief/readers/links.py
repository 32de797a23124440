"""Pieces in, lists of links cut: `Related articles` and what stands below it.

A list may be a box in the midst of the text, so that what follows it is text again; or it closes
the page, and then teasers stand between its links. A sentence is cut only as such a teaser.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers import signs
from brief.readers.bylines import bio_name
from brief.readers.pieces import Piece, ends_sentence, is_prose, words

_LONGEST_TEASER = 60
# A teaser stands below its link and at most its rubric; below more links stands the text.
_ABOVE_TEASER = 2
LEAST_TEXT = 40
"""So many words of text stand above links or comments that close a page."""
_LEAST_TEASED = 2
_LEAST_BEGUN = 3
# A sentence of so many words between two links explains the one above it.
_SUBTITLE = 9
# A line of so many words with a final stop is a sentence, and no link.
_SENTENCE = 4
# What a label of links may be taken for by its words alone.
_LABELS = frozenset({"tags", "menu", "read-more"})
# The head of a text: no link of a list above it stands below it.
_HEADS = frozenset({"title", "repeated-title", "byline"})
_TEASER_END = re.compile(r"(?:\.\.\.|…)\W*$")
# What stands in the midst of a text too, and shows no end of it.
_BOXES = frozenset(
    {"subscription", "advertisement", "image-credit", "share-bar", "pull-quote", "page-header"}
)


def cut_links(pieces: Sequence[Piece]) -> None:
    """Cut each label of a list of links and the links below it."""
    total = sum(words(piece.text) for piece in pieces if not piece.cut)
    seen = 0
    for place, piece in enumerate(pieces):
        if piece.cut and not (piece.cut in _LABELS and signs.opens_links(piece.text)):
            continue
        seen += words(piece.text)
        if piece.kind != "note" and signs.opens_links(piece.text):
            late = seen * 2 >= total and seen >= LEAST_TEXT
            run = _run(pieces[place:], late and _closes_page(pieces, place))
            for one in run:
                one.cut = one.cut or "related-links"


def cut_begun(pieces: Sequence[Piece]) -> None:
    """Cut the last lines where three or more in a row are begins of texts, cut short."""
    live = [piece for piece in pieces if not piece.cut]
    run = list(itertools.takewhile(_is_begun, reversed(live)))
    above = sum(words(piece.text) for piece in live[: len(live) - len(run)])
    enough = len(run) >= _LEAST_BEGUN and above >= sum(words(piece.text) for piece in run)
    for piece in run if enough else ():
        piece.cut = "related-links"


def _is_begun(piece: Piece) -> bool:
    return piece.kind != "note" and _is_open(piece.text) and piece.text[0] not in "“‘\"'«„"


def cut_teased(pieces: Sequence[Piece]) -> None:
    """Cut a label and two links or more below it, each with the begin of its text, cut short."""
    for place, piece in enumerate(pieces):
        if not signs.opens_links(piece.text):
            continue
        end = place + 1
        while end + 1 < len(pieces) and _is_teased(pieces[end], pieces[end + 1]):
            end += 2
        for one in pieces[place:end] if end - place > 2 * _LEAST_TEASED else ():
            one.cut = one.cut or "related-links"


def _is_teased(link: Piece, teaser: Piece) -> bool:
    return not is_said(link) and not _is_open(link.text) and _is_open(teaser.text)


def _run(pieces: Sequence[Piece], teased: bool) -> list[Piece]:
    """Return the label that comes first and the links below it; nothing for a mere heading.

    The run ends at running text; where it is `teased`, teasers below their links belong to it.
    """
    run = [pieces[0]]
    links = 0
    for place, piece in enumerate(pieces[1:], 1):
        if piece.cut in _HEADS:
            break
        open_ended = links > 0 and _is_open(piece.text)
        said = not piece.cut and is_said(piece) and not _is_subtitle(pieces, place)
        said = said and not open_ended
        teaser = teased and 0 < links <= _ABOVE_TEASER
        if piece.kind == "note" or (said and not teaser):
            break
        links = 0 if said else links + 1
        run.append(piece)
    alone = len(run) == 1 and len(pieces) > 1 and pieces[1].kind != "note"
    return [] if alone else run


def _is_open(text: str) -> bool:
    """Tell whether a line is the begin of a text cut short: `The club has announced plans...`."""
    return words(text) <= _LONGEST_TEASER and bool(_TEASER_END.search(text))


def _is_subtitle(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether a short sentence stands below a link and above another: its subtitle."""
    above, piece = pieces[place - 1], pieces[place]
    below = pieces[place + 1] if place + 1 < len(pieces) else None
    linked = place > 1 and not above.cut and not is_said(above)
    goes_on = below is not None and below.kind != "note" and not is_said(below)
    goes_on = goes_on and words(below.text) <= _SUBTITLE if below else False
    return linked and goes_on and words(piece.text) <= _SUBTITLE and bio_name(piece.text) is None


def is_said(piece: Piece) -> bool:
    """Tell whether a piece is running text or a short sentence."""
    stopped = piece.text[-1] == "." and ends_sentence(piece.text)
    return is_prose(piece.text) or (stopped and words(piece.text) >= _SENTENCE)


def _closes_page(pieces: Sequence[Piece], label: int) -> bool:
    """Tell whether no text follows a list: it stands behind a page's end, or is all teasers."""
    behind = [p for p in pieces[label + 1 :] if not p.cut and p.kind != "note"]
    if any(bio_name(piece.text) is not None for piece in pieces[label + 1 :]):
        return False  # the text goes on, down to its author
    said = [is_said(piece) for piece in behind]
    if any(
        words(p.text[:2000]) > _LONGEST_TEASER for p, one in zip(behind, said, strict=True) if one
    ):
        return False
    if any(one and other for one, other in itertools.pairwise(said)):
        return False
    above = pieces[label - 1] if label else None
    ended = above is not None and (
        (above.cut != "" and above.cut not in _BOXES) or bio_name(above.text) is not None
    )
    return ended or sum(said) > 1

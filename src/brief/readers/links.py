"""Pieces in, lists of links cut: `Related articles` and what stands below it.

A list may be a box in the midst of the text, so that what follows it is text again; or it closes
the page, and then teasers stand between its links. A sentence is cut only as such a teaser.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers import shape, signs
from brief.readers.bylines import bio_name, names_alone
from brief.readers.dates import Order, date_alone
from brief.readers.names import load as load_names
from brief.readers.pieces import AMID, Piece, beside, ends_sentence, is_prose, words

_LONGEST_TEASER = 60
# A teaser stands below its link and at most its rubric; below more links stands the text.
_ABOVE_TEASER = 2
LEAST_TEXT = 40
"""So many words of text stand above links or comments that close a page."""
# A list that closes a page stands below such a part of its words: cards say much.
_LEAST_PART = 4
_LEAST_TEASED = 2
_LEAST_BEGUN = 3
_LEAST_SAID = 15
_MANY_BEGUN = 5
_SAME_LINE = 2  # blanks at most between a teaser and its link
# A sentence of so many words between two links explains the one above it.
_SUBTITLE = 9
# A line of so many words with a final stop is a sentence, and no link.
_SENTENCE = 4
# What a label of links may be taken for by its words alone.
_LABELS = frozenset({"tags", "menu", "read-more"})
# The head of a text: no link of a list above it stands below it.
_HEADS = frozenset({"title", "repeated-title", "byline"})
# The end of a text, where what else a page offers begins.
_ENDS = frozenset({"editorial-note", "copyright", "bio", "tags", "comments", "page-footer"})
_LEAST_DATED = 2
_BY = re.compile(r"\W*by\W*$", re.IGNORECASE)
_DASH = re.compile(r"[–—-]$")
_LONGEST_GROUP = 3
_LEAST_LAST = 2
_LONGEST_DAY = 6
_SHORTEST_HEADLINE = 4
_LONGEST_HEADLINE = 18
_LISTED = re.compile(r"(?:\(?\d{1,2}[.)]|[•·▪◦●*–-])\s+")
_ARROW = re.compile(r"[>»›→/|:·\s]+$")
_TEASER_END = re.compile(r"(?:\.\.\.|…)\W*$")
_LONGEST_DOTS = 40
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
            late = seen * _LEAST_PART >= total and seen >= LEAST_TEXT
            run = _run(pieces[place:], late and _closes_page(pieces, place))
            for one in run:
                one.cut = one.cut or "related-links"


def cut_begun(pieces: Sequence[Piece]) -> None:
    """Cut the last lines where three or more in a row are begins of texts, cut short.

    Less text stands above many of them, where a page gives but the begin of it. So are two or more
    anywhere below some text that each end in their own link (`... more »`).
    """
    _cut_led_on(pieces)
    live = [piece for piece in pieces if not piece.cut]
    run = list(itertools.takewhile(is_begun, reversed(live)))
    above = sum(words(piece.text) for piece in live[: len(live) - len(run)])
    least = LEAST_TEXT if len(run) >= _MANY_BEGUN else sum(words(piece.text) for piece in run)
    enough = len(run) >= _LEAST_BEGUN and above >= least
    for piece in run if enough else _left_off(pieces):
        piece.cut = "related-links"


def _left_off(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the last paragraphs, two or more and all left off, right below lines of the page.

    One of them ends in dots, the last may lack them.
    """
    run = list(itertools.takewhile(_is_left_off, reversed(pieces)))
    begun = sum(map(is_begun, run))
    above = pieces[len(pieces) - len(run) - 1 :][:1]
    behind = len(run) < len(pieces) and above[0].cut not in AMID | {""}
    said = sum(words(piece.text) for piece in pieces[: -len(run) or None] if not piece.cut)
    many = len(run) >= _LEAST_TEASED and begun >= len(run) - 1
    return run if many and behind and said >= LEAST_TEXT else []


def _is_left_off(piece: Piece) -> bool:
    text = piece.text
    said = not ends_sentence(text) and _LEAST_SAID <= words(text) <= _LONGEST_TEASER
    return not piece.cut and piece.kind != "note" and (said or is_begun(piece))


def cut_doubled(pieces: Sequence[Piece]) -> None:
    """Cut what stands below the text from the first of two links that are printed twice each.

    A page sets the headline of a card below its picture, which is called the same.
    """
    shown = [
        place
        for place, (one, again) in enumerate(itertools.pairwise(pieces))
        if one.text == again.text and not one.cut and words(one.text) >= _SHORTEST_HEADLINE
    ]
    above = sum(words(piece.text) for piece in pieces[: min(shown, default=0)] if not piece.cut)
    behind = pieces[min(shown, default=0) :]
    long = any(words(piece.text) > _LONGEST_TEASER or piece.kind == "note" for piece in behind)
    if len(shown) < _LEAST_DATED or above < LEAST_TEXT or long:
        return
    for piece in behind:
        piece.cut = piece.cut or "related-links"


def _cut_led_on(pieces: Sequence[Piece]) -> None:
    """Cut begins of texts with their own link on the same line, where several stand below text."""
    led = [
        place
        for place, (one, more) in enumerate(itertools.pairwise(pieces))
        if not one.cut and more.cut == "read-more" and more.start - one.end <= _SAME_LINE
        if more.block == one.block and is_begun(one)
    ]
    above = sum(words(piece.text) for piece in pieces[: min(led, default=0)] if not piece.cut)
    for place in led if len(led) > 1 and above >= LEAST_TEXT else ():
        pieces[place].cut = "related-links"


def cut_dated(pieces: Sequence[Piece]) -> None:
    """Cut the last lines that print links with their days, or each link twice, and teasers below.

    The days of a list of links go back, those of a chronicle on; and each stands beside a link.
    """
    start = _teased_from(pieces)
    run = pieces[start:]
    shown = [place for place, piece in enumerate(run) if _is_dated(run, place)]
    days = [day for place in shown if (day := _day(run[place].text))]
    above = sum(words(piece.text) for piece in pieces[:start] if not piece.cut)
    if len(shown) < _LEAST_DATED or above < LEAST_TEXT or days != sorted(days, reverse=True):
        return
    ended = (place + 1 for place, piece in enumerate(run[: shown[0]]) if piece.cut in _ENDS)
    first = next(ended, max(0, shown[0] - 1))
    for piece in run[first:]:
        piece.cut = piece.cut or "related-links"


def cut_credited(pieces: Sequence[Piece]) -> None:
    """Cut the last lines where two links or more stand each above `By`, a name and a day."""
    start = _teased_from(pieces)
    run = pieces[start:]
    shown = [
        # one teaser may stand between a link and its author
        place - is_said(one)
        for place, (one, by, who) in enumerate(zip(run, run[1:], run[2:], strict=False))
        if _BY.match(by.text) and names_alone(who.text)
        if not (is_said(one) and (place == 0 or is_said(run[place - 1])))
    ]
    above = sum(words(piece.text) for piece in pieces[:start] if not piece.cut)
    if len(shown) >= _LEAST_DATED and above >= LEAST_TEXT:
        for piece in run[shown[0] :]:
            piece.cut = piece.cut or "related-links"


def cut_parted(pieces: Sequence[Piece]) -> None:
    """Cut the last lines where dashes alone part links, each with its one teaser at most."""
    start = _teased_from(pieces)
    run = pieces[start:]
    dashes = [place for place, piece in enumerate(run) if _DASH.match(piece.text)]
    groups = [run[a + 1 : b] for a, b in itertools.pairwise([*dashes, len(run)])]
    fit = all(1 <= len(group) <= _LONGEST_GROUP and not is_said(group[0]) for group in groups)
    above = sum(words(piece.text) for piece in pieces[:start] if not piece.cut)
    if len(groups) >= _LEAST_DATED and fit and above >= LEAST_TEXT:
        for piece in run[dashes[0] :]:
            piece.cut = piece.cut or "related-links"


def _teased_from(pieces: Sequence[Piece]) -> int:
    """Return where the last lines begin that may be links, each with one short teaser at most."""
    start = len(pieces)
    for place in reversed(range(1, len(pieces))):
        piece, above = pieces[place], pieces[place - 1]
        said = not piece.cut and is_said(piece)
        teaser = words(piece.text) <= _LONGEST_TEASER and (above.cut or not is_said(above))
        if piece.kind == "note" or (said and not teaser):
            break
        start = place
    return start


def _is_dated(run: Sequence[Piece], place: int) -> bool:
    """Tell whether a line is the day of a link beside it, and nothing else."""
    piece = run[place]
    near = beside(run, place)
    linked = any(not (is_said(p) or _day(p.text)) and words(p.text) > 1 for p in near)
    return piece.cut in ("", "date") and linked and bool(_day(piece.text))


def _day(text: str) -> tuple[int, int, int] | None:
    """Return the day that a line is and nothing else, in figures that sort."""
    short = words(text) <= _LONGEST_DAY and any(map(str.isdigit, text))
    found = date_alone(text, Order()) if short else None
    if found is None:
        return None
    return found.issued.year, found.issued.month or 0, found.issued.day or 0


def cut_last_links(pieces: Sequence[Piece]) -> None:
    """Cut two or more headlines that are the last lines of a page: nothing stands below them."""
    live = [piece for piece in pieces if not piece.cut and piece.kind != "note"]
    run = list(itertools.takewhile(_is_headline, reversed(live)))
    above = live[: len(live) - len(run)]
    said = bool(above) and is_prose(above[-1].text) and above[-1].text[-1] not in ":,;"
    enough = sum(words(piece.text) for piece in above) >= LEAST_TEXT
    if len(run) >= _LEAST_LAST and said and enough:
        for piece in run:
            piece.cut = "related-links"


def _is_headline(piece: Piece) -> bool:
    """Tell whether a line may be the headline of another text: no sentence, item, name or row."""
    text = piece.text
    bare = not (ends_sentence(text) or shape.BULLET.match(text) or names_alone(text))
    bare = bare and not load_names().byline.match(text)
    opens = (text[0].isupper() or text[0] in "“‘") and not text[-1].isdigit()
    return bare and opens and _SHORTEST_HEADLINE <= words(text) <= _LONGEST_HEADLINE


def cut_trails(pieces: Sequence[Piece]) -> None:
    """Cut the trail to a page that is printed as a list, with signs between: `1. Home`, `2. »`."""
    for _, group in itertools.groupby(pieces, key=lambda piece: piece.block):
        lines = list(group)
        listed = [_LISTED.sub("", piece.text) for piece in lines if _LISTED.match(piece.text)]
        dated = any(_day(text.strip(" -–—")) for text in listed)
        if len(listed) == len(lines) and not dated and any(map(_ARROW.match, listed)):
            for piece in lines:
                piece.cut = piece.cut or "page-navigation"


def is_begun(piece: Piece) -> bool:
    """Tell whether a piece is the begin of a text, cut short."""
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
        if piece.cut in _HEADS and not teased:
            break
        if _is_pictured(pieces, place):
            run.append(piece)
            continue
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


def _is_pictured(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether a numbered sentence is what the picture of the link below it shows."""
    piece, below = pieces[place], pieces[place + 1 : place + 2]
    counted = bool(_LISTED.match(piece.text)) and piece.text[0].isdigit()
    return counted and bool(below) and not (is_said(below[0]) or _LISTED.match(below[0].text))


def _is_open(text: str) -> bool:
    """Tell whether a line is the begin of a text cut short: `The club has announced plans...`."""
    return words(text) <= _LONGEST_TEASER and bool(_TEASER_END.search(text[-_LONGEST_DOTS:]))


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

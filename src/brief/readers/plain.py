"""A plain text in, articles with labelled pieces out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.readers import front_matter, mail, names, notes, shape, signs
from brief.readers.affiliations import affiliation_in
from brief.readers.bios import says
from brief.readers.boxes import cut_boxes
from brief.readers.bylines import bio_name, credit_of, names_alone
from brief.readers.captions import cut_captions
from brief.readers.contents import cut_leaders
from brief.readers.credited import Head
from brief.readers.dates import Order, date_alone, order_of
from brief.readers.epigraphs import cut_epigraphs
from brief.readers.excerpts import cut_excerpts
from brief.readers.exhibits import cut_exhibits
from brief.readers.experts import Contribution, contributions
from brief.readers.gatherings import cut_gatherings, cut_going_on, drop_speakers
from brief.readers.glue import unglue_buttons, unglue_sentences
from brief.readers.head import read_head, take_settings
from brief.readers.links import cut_trails
from brief.readers.persons import is_signature
from brief.readers.pieces import Piece, has_inner_stop, is_prose, words
from brief.readers.programs import cut_program
from brief.readers.records import cut_records
from brief.readers.repeats import cut_pull_quotes
from brief.readers.reprints import printed_title
from brief.readers.running import split_lines
from brief.readers.settings import given_in
from brief.readers.tail import read_tail

_BY = re.compile(r"\b(?:by|von|par|por|di)\b|author|автор|作者|文", re.IGNORECASE)
# A part of a roundup has at least so many words below its byline; less is a teaser.
_LEAST_ARTICLE = 80
# ... and where two such stand on a page, an article may be shorter.
_LEAST_SHORT = 50
# ... and one of several paragraphs still shorter: a teaser has but one.
_LEAST_BRIEF = 40
# A list of texts holds so many, each below the name and office of its author and its day.
_LEAST_SIGNED = 3
_RULE = re.compile(r"(?:[*_=~—–-]\s*){3,}$")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
# "The three ministers. From left: Ana Kovac of Riga, ..." is what a picture shows.
_SHOWN = re.compile(r"\b(?:from left(?: to right)?|left to right|l-r|clockwise from)\b", re.I)
# One sentence of so many words, with a credit behind it, is the caption of a picture.
_CAPTION = 20
# ... and of so many where nobody says anything in it.
_LONG_CAPTION = 45


@dataclass(slots=True)
class Part:
    """One article: what its head says, and its pieces in order."""

    head: Head
    pieces: list[Piece]


@dataclass(slots=True)
class Parsed:
    """A file, parted in articles; `front` stands above the first of several."""

    parts: list[Part]
    front: list[Piece]
    container: str = ""
    note: bool = False
    record: Head | None = None
    """What a note's own head says about the whole."""


def parse(raw: str, file: str, given: front_matter.Settings | None = None) -> Parsed:
    """Return the articles of a plain text; `file` is its name, `given` its settings, if it has."""
    del file
    pieces = _pieces(raw)
    order = order_of(raw)
    starts = roundup_starts(pieces, order)
    if not starts:
        heads = contributions(pieces)
        if heads:
            return _contributed(pieces, heads, order, given or {})
        return Parsed([_article(pieces, order, given or {})], [])
    front = pieces[: starts[0]]
    container = _read_front(front)
    dates = (credit_of(piece.text, order) for piece in front)
    issued = next((credit.issued for credit in dates if credit and credit.issued), None)
    edges = [*starts, len(pieces)]
    parts = [_article(pieces[a:b], order, {}) for a, b in itertools.pairwise(edges)]
    _without_numbers(parts)
    for part in parts:
        part.head.publisher = part.head.publisher or container
        part.head.issued = part.head.issued or issued
    return Parsed(parts, front, container)


def _contributed(
    pieces: list[Piece],
    heads: Sequence[Contribution],
    order: Order,
    given: front_matter.Settings,
) -> Parsed:
    """Return a roundup of experts: what stands above the first of them, then each one's part."""
    opening = _article(pieces[: heads[0].place], order, given)
    if opening.head.title is None and not opening.head.named:
        opening.head.title = _asked(opening.pieces)
    parts = []
    edges = [*(head.place for head in heads), len(pieces)]
    for head, (start, end) in zip(heads, itertools.pairwise(edges), strict=True):
        bylines = pieces[start : start + head.lines]
        part = _article(pieces[start + head.lines : end], order, {})
        for byline in bylines:
            byline.cut = "byline"
        whole = opening.head
        part.pieces[:0] = bylines
        part.head = Head(
            authors=(head.name,),
            affiliation=affiliation_in(head.office),
            named=whole.named or (whole.title.text if whole.title else ""),
            publisher=whole.publisher,
            issued=whole.issued,
            url=whole.url,
        )
        parts.append(part)
    said = any(not piece.cut and is_prose(piece.text) for piece in opening.pieces)
    if said:
        return Parsed([opening, *parts], [], record=opening.head)
    return Parsed(parts, opening.pieces, record=opening.head)


def _asked(pieces: Sequence[Piece]) -> Piece | None:
    """Return the title of a roundup without text of its own: the line right above it."""
    for piece in pieces[-1:]:
        if not piece.cut and not is_prose(piece.text):
            piece.cut = "title"
            return piece
    return None


def _pieces(raw: str) -> list[Piece]:
    lines = unglue_sentences(split_lines(raw))
    cut_records(lines)
    mail.cut_preheader(raw, lines)
    inner = unglue_buttons([part for line in lines for part in _cut_inside(line)])
    inner = [part for piece in inner for part in cut_gatherings(piece)]
    cut_going_on(inner)
    top = [
        part
        for piece in inner[:30]
        for part in ([piece] if piece.cut else signs.cut_fragments(piece))
    ]
    cut_trails(top)
    return top + inner[30:]


def _cut_inside(line: Piece) -> list[Piece]:
    """Return a line without what is boilerplate in it; a caption goes with its credit."""
    if not line.cut and signs.is_links(line.text):
        line.cut = "links"
    if line.cut:
        return [line]
    parts = signs.cut_inside(line)
    first, last = parts[0], parts[-1]
    if len(parts) != 2 or first.cut:
        return parts
    if words(first.text) > (_CAPTION if says(first.text) else _LONG_CAPTION):
        return parts
    if last.cut == "editorial-note" and names.is_organization(first.text):
        first.cut = "site-blurb"  # "The House is an agency. The views expressed are ..."
    elif last.cut == "image-credit" and (
        _SHOWN.search(first.text) or not has_inner_stop(first.text)
    ):
        first.cut = "" if bio_name(first.text) is not None else last.cut
    return parts


def _article(pieces: list[Piece], order: Order, given: front_matter.Settings) -> Part:
    settings = {**(mail.take_header(pieces) or front_matter.take_loose(pieces)), **given}
    cut_leaders(pieces)
    cut_boxes(pieces)
    cut_captions(pieces)
    cut_exhibits(pieces)
    cut_excerpts(pieces)
    cut_epigraphs(pieces)
    head = read_head(pieces, order, printed_title(given_in(settings).title, pieces))
    take_settings(settings, head)
    notes.mark_notes(pieces)
    cut_program(pieces)
    read_tail(pieces, head, order)
    drop_speakers(pieces, head)
    pieces = cut_pull_quotes(pieces)
    shape.label(pieces)
    return Part(head, pieces)


def _without_numbers(parts: list[Part]) -> None:
    """Name the articles of a numbered roundup without their numbers."""
    titles = [part.head.title.text if part.head.title else "" for part in parts]
    if all(_NUMBER.match(title) for title in titles):
        for part, title in zip(parts, titles, strict=True):
            part.head.named = part.head.named or _NUMBER.sub("", title, count=1)


def roundup_starts(pieces: list[Piece], order: Order) -> list[int]:
    """Return where the articles of a roundup begin: the places of their titles.

    A roundup has two or more bylines ("By ..."), each below a title of its own and above an
    article of some length. Otherwise the list is empty.
    """
    starts = []
    for place, piece in enumerate(pieces):
        if piece.cut or not _BY.search(piece.text[:80]) or words(piece.text[:300]) > 30:
            continue
        credit = credit_of(piece.text, order)
        if credit and credit.explicit and credit.authors:
            title = _title_above(pieces, place, order)
            if title is not None and title not in starts:
                starts.append(title)
    found = _long_enough(pieces, starts) or _long_enough(pieces, _ruled(pieces))
    return found or _signed(pieces, order)


def _long_enough(pieces: list[Piece], starts: list[int]) -> list[int]:
    """Return the starts of articles, where two at least are long enough to be such."""
    edges = [*starts, len(pieces)]
    found: dict[int, int] = {}
    numbers = [_NUMBER.match(pieces[start].text) for start in starts]
    sure = 2 if len(starts) > 1 and all(numbers) else 0  # "1. Gas", "2. Grain"
    for start, end in itertools.pairwise(edges):
        prose = [words(p.text) for p in pieces[start:end] if not p.cut and is_prose(p.text)]
        brief = len(prose) > 1 and sum(prose) >= _LEAST_BRIEF
        sure += brief or sum(prose) >= _LEAST_ARTICLE
        if brief or sum(prose) >= _LEAST_SHORT:
            found[start] = sum(prose)
    return list(found) if sure > 1 else []


def _ruled(pieces: list[Piece]) -> list[int]:
    """Return where articles begin that a rule sets apart: a title and a name below each rule."""
    starts = []
    for rule, title, name in zip(pieces, pieces[1:], pieces[2:], strict=False):
        fit = _RULE.match(rule.text) and 2 <= words(title.text) <= 30 and not is_prose(title.text)
        if fit and len(names_alone(name.text)) >= 1:
            starts.append(pieces.index(title))
    return starts


def _signed(pieces: list[Piece], order: Order) -> list[int]:
    """Return where the texts of a list begin, each below its own author and day.

    Short as they are, none is another's. A page that ends in such a list is none.
    """
    starts = [
        place
        for place, (who, day, text) in enumerate(zip(pieces, pieces[1:], pieces[2:], strict=False))
        if not (who.cut or text.cut) and is_prose(text.text)
        if is_signature(who.text) and date_alone(day.text, order)
    ]
    if len(starts) < _LEAST_SIGNED:
        return []
    above = [piece for piece in pieces[: starts[0]] if not piece.cut]
    return [] if any(is_prose(piece.text) for piece in above) else starts


def _title_above(pieces: list[Piece], byline: int, order: Order) -> int | None:
    """Return the place of the title above a byline, None when running text stands there."""
    for place in range(byline - 1, max(-1, byline - 4), -1):
        piece = pieces[place]
        if piece.cut or credit_of(piece.text, order):
            continue
        fit = 2 <= words(piece.text) <= 30 and not is_prose(piece.text)
        return place if fit else None
    return None


def _read_front(front: list[Piece]) -> str:
    """Label what stands above a roundup's first article; return the name of the whole."""
    container = ""
    for piece in front:
        piece.cut = piece.cut or signs.reason_to_cut(piece.text, edge=False)
        if piece.cut or is_prose(piece.text):
            continue
        house = names.is_organization(piece.text) and shape.is_titled(piece.text)
        if not container and house and words(piece.text) <= 10:
            container, piece.cut = piece.text, "site-name"
        else:
            piece.cut = signs.reason_to_cut(piece.text, edge=True) or "menu"
    return container

"""A Markdown text in, articles with labelled pieces out.

The syntax stays in the raw text; the marks of headings, items and quotations are cut as `markup`.
Notes of ours (front matter `note: true`) have a known head: `# Title`, `By NAME. Publisher,
date.` and a line in italics that says it is a note. Where several `##` sections open with a
byline, each is an article.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers import front_matter, names, notes, reprints, shape, signs, titles
from brief.readers.affiliations import affiliation_in
from brief.readers.boxes import cut_boxes
from brief.readers.bylines import credit_of, is_role_line, names_alone
from brief.readers.captions import cut_captions
from brief.readers.credited import Head
from brief.readers.dates import Order, is_unclear, order_of
from brief.readers.exhibits import cut_exhibits
from brief.readers.head import take_settings
from brief.readers.pieces import (
    Piece,
    ends_sentence,
    is_prose,
    join,
    lines_are_paragraphs,
    open_above,
    words,
)
from brief.readers.plain import Parsed, Part
from brief.readers.plain import parse as parse_plain
from brief.readers.repeats import cut_pull_quotes
from brief.readers.running import split_lines
from brief.readers.settings import given_in
from brief.readers.tail import read_tail

_ITALIC = re.compile(r"([*_])(?!\1)(.+)\1$", re.DOTALL)
_RULE = re.compile(r"(?:[*_-]\s*){3,}$|[=-]{3,}$")
# What a converter from HTML keeps of a page's frames: "::: {.related-box}"; the attributes that a
# site's generator gives to the paragraph below or above: "{:.caption}".
_FENCE = re.compile(r":{3,}\s*(?:\{[^{}\n]*\}|[\w-]+)?$|\{:\s?[^{}\n]*\}$")
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}\n]*\}\s*$")
_HEADING = re.compile(r"#{1,6}\s+\S")
# A heading is underlined too, the first rank by `===`, the second by `---`.
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_LONGEST_UNDERLINED = 30
_LONGEST_BARE = 10
# The caption of a picture: the line below it is another, or text.
_CREDITED = re.compile(
    r"\((?:photo|image|picture)s?(?: credits?| by)?\s*:[^()\n]{2,60}\)\W*$", re.I
)
_OPENS = re.compile(r"Markdown Content:$")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
# The title stands among the first lines, below the menu of the page at worst.
_TOP = 60
_HEAD, _FAR = 8, 30


def parse(raw: str, file: str) -> Parsed:
    """Return the articles of a Markdown text; a `BriefError` names the line of bad front matter."""
    settings, end = front_matter.read(raw, file)
    note = str(settings.get("note")).casefold() in ("true", "yes", "on")
    body = " " * end + raw[end:]
    lines = body.splitlines()
    marked = any(_HEADING.match(line) or _FENCE.match(line) for line in lines) or any(
        above.strip() and _UNDERLINE.match(line) for above, line in itertools.pairwise(lines)
    )
    if note or marked:
        parsed = _parse(body, settings, note=note)
    else:
        parsed = parse_plain(body, file, settings)
    if end:
        text = raw[:end].rstrip()
        parsed.front.insert(0, Piece(0, len(text), text, cut="front-matter"))
    if len(parsed.parts) == 1:
        take_settings(settings, parsed.parts[0].head)
    elif settings:
        _take_common(settings, parsed)
    parsed.note = note
    return parsed


def _take_common(settings: front_matter.Settings, parsed: Parsed) -> None:
    """Let the settings of a roundup tell of the whole, and of each article the day and outlet."""
    whole = parsed.record or Head()
    take_settings(settings, whole)
    parsed.record, parsed.container = whole, parsed.container or whole.named
    for part in parsed.parts:
        part.head.issued = part.head.issued or whole.issued
        part.head.publisher = part.head.publisher or whole.publisher


def _parse(raw: str, given: front_matter.Settings, *, note: bool) -> Parsed:
    pieces = _split(raw)
    order = order_of(raw)
    for piece in pieces:
        if _RULE.match(piece.text) or _FENCE.match(piece.text):
            piece.cut = "markup"
        elif signs.is_links(piece.text):
            piece.cut = "links"
    _rank_underlined(pieces)
    starts = _articles(pieces, order)
    if not starts:
        return Parsed([_article(pieces, order, given, note=note)], [])
    front = pieces[: starts[0]]
    record = _read_front(front, order, "", note=note)
    parts = [
        _article(pieces[a:b], order, {}, note=note)
        for a, b in itertools.pairwise([*starts, len(pieces)])
    ]
    return Parsed(parts, front, record.publisher, record=record)


def _split(raw: str) -> list[Piece]:
    """Return the paragraphs; a line of heading, item or quotation stands by itself.

    So does every line of a text whose lines are whole paragraphs.
    """
    joined: list[Piece] = []
    lines = split_lines(raw)
    whole = lines_are_paragraphs(lines)
    for line in lines:
        before = open_above(joined, line)
        parted = whole and not (line.text[0].islower() and before and before.text[-1] == ":")
        if before and not (parted or _starts_block(line.text, before.text)):
            joined[-1] = join(raw, before, line)
        else:
            joined.append(line)
    return joined


def _rank_underlined(pieces: Sequence[Piece]) -> None:
    """Give a line that is underlined its rank as a heading."""
    for piece, below in itertools.pairwise(pieces):
        short = not piece.cut and words(piece.text) <= _LONGEST_UNDERLINED
        if short and piece.block == below.block and _UNDERLINE.match(below.text):
            piece.level = 1 if below.text[0] == "=" else 2


def _is_heading(piece: Piece) -> bool:
    return piece.level > 0 or bool(_HEADING.match(piece.text))


def _starts_block(text: str, before: str) -> bool:
    marked = _HEADING.match(text) or shape.BULLET.match(text) or _NUMBERED.match(text)
    quoted = text.startswith(("|", "[")) or (text.startswith(">") and not before.startswith(">"))
    fenced = _FENCE.match(text) or _FENCE.match(before)
    ends = _HEADING.match(before) or _OPENS.match(before) or _CREDITED.search(before)
    named = names_alone(before) and _is_role(text)
    ends = ends or _CREDITED.match(text)
    return bool(named or marked or quoted or fenced or _RULE.match(text) or ends)


def _articles(pieces: Sequence[Piece], order: Order) -> list[int]:
    """Return the places of the `##` headings that a byline follows, when there are several."""
    starts = []
    for place, (piece, below) in enumerate(itertools.pairwise(pieces)):
        credit = credit_of(below.text, order) if piece.text.startswith("## ") else None
        if credit and credit.explicit and credit.authors:
            starts.append(place)
    return starts if len(starts) > 1 else []


def _article(
    pieces: list[Piece], order: Order, given: front_matter.Settings, *, note: bool
) -> Part:
    settings = {**front_matter.take_loose(pieces), **given}
    if not note:
        cut_boxes(pieces)
        _part_credits(pieces)
        cut_captions(pieces)
        cut_exhibits(pieces)
    head = _read_front(pieces, order, given_in(settings).title, note=note)
    take_settings(settings, head)
    if not note:
        _cut_known(pieces, head)
    notes.mark_notes(pieces)
    for piece in pieces:
        if not piece.cut and piece.kind == "paragraph":
            _label(piece)
    if lines_are_paragraphs(pieces):
        _label_bare(pieces)
    if not note:
        read_tail(pieces, head, order)
        pieces = cut_pull_quotes(pieces)
    return Part(head, pieces)


def _label_bare(pieces: Sequence[Piece]) -> None:
    """Label the headings of a text that has no blank lines and no marks for them."""
    for piece, below in itertools.pairwise(pieces):
        free = piece.kind == "paragraph" and not (piece.cut or below.cut)
        short = free and words(piece.text) <= _LONGEST_BARE and not ends_sentence(piece.text)
        if short and shape.is_titled(piece.text) and is_prose(below.text):
            piece.kind, piece.level = "heading", 2


def _part_credits(pieces: list[Piece]) -> None:
    """Part the name of a photographer from the caption it stands behind."""
    for place in reversed(range(len(pieces))):
        if not pieces[place].cut:
            parts = signs.cut_inside(pieces[place])
            if any(part.cut == "image-credit" for part in parts):
                pieces[place : place + 1] = parts


def _label(piece: Piece) -> None:
    text = piece.text
    if _is_heading(piece):
        piece.kind, piece.level = "heading", piece.level or shape.heading_level(text)
    elif text.startswith(">"):
        piece.kind = "quotation"
    elif shape.BULLET.match(text) or _NUMBERED.match(text):
        piece.kind = "item"


def _read_front(pieces: Sequence[Piece], order: Order, named: str, *, note: bool) -> Head:
    """Label title, byline and our own remark at the head of a text; return what they say.

    `named` is the title where settings give it: a heading of other words belongs to the text.
    """
    head = Head()
    place = _title_place(pieces)
    if place is None or (named and not titles.resembles(pieces[place].text, named)):
        for piece in pieces[:_HEAD] if named else ():
            if not piece.cut and not _take_line(piece, order, head, note=note):
                break
        return head
    for above in pieces[:place]:
        if not above.cut and not is_prose(above.text):
            above.cut = signs.reason_to_cut(above.text, edge=True) or "menu"
    head.title = pieces[place]
    head.title.cut = "title"
    if _ATTRIBUTES.search(head.title.text):
        head.named = _ATTRIBUTES.sub("", head.title.text).lstrip("# ")
    for below, piece in enumerate(pieces[place + 1 : place + _HEAD], place + 1):
        if piece.cut or _take_line(piece, order, head, note=note):
            continue
        if not note and _take_named(pieces[below : below + 2], order, head):
            continue
        subtitle = below == place + 1 and _is_heading(piece)
        if not subtitle:
            break
    if not note:
        _take_far(pieces[place + 1 : place + _FAR], order, head)
    return head


def _take_named(pieces: Sequence[Piece], order: Order, head: Head) -> bool:
    """Take a name alone below the title, where the line behind it is his office or a day."""
    named, below = names_alone(signs.bare(pieces[0].text)), pieces[-1]
    credit, role = credit_of(below.text, order), _is_role(below.text)
    dated = credit is not None and credit.issued is not None and not credit.authors
    if head.authors or not named or len(pieces) < 2 or not (role or dated):
        return False
    head.authors, pieces[0].cut = named, "byline"
    if role:
        head.affiliation, below.cut = affiliation_in(below.text), "byline"
    return True


def _is_role(text: str) -> bool:
    """Tell whether a short line says what the person above it is: `Fellow of Any Institute`."""
    return not is_prose(text) and is_role_line(text) and names.has_role(text)


def _take_far(pieces: Sequence[Piece], order: Order, head: Head) -> None:
    """Take author and day from among the buttons and pictures above the first paragraph."""
    standfirst = 0
    for place, piece in enumerate(pieces):
        linked = names_alone(signs.bare(piece.text)) if piece.cut == "links" else ()
        if linked and not head.authors:
            head.authors, piece.cut = linked, "byline"
        elif not piece.cut and is_prose(piece.text):
            standfirst += 1
            near = (credit_of(p.text, order) for p in pieces[place + 1 : place + 4])
            if standfirst > 1 or not any(
                credit and (credit.issued or credit.explicit) for credit in near
            ):
                return
        elif not piece.cut and not _is_heading(piece):
            credit = credit_of(piece.text, order)
            if credit and (credit.issued or credit.explicit):
                _take_line(piece, order, head, note=False)


def _cut_known(pieces: Sequence[Piece], head: Head) -> None:
    """Cut what stands above the first paragraph and says no more than the settings: who, what."""
    above: Piece | None = None
    for piece in pieces[:_FAR]:
        if not piece.cut and is_prose(piece.text):
            return
        text = signs.bare(piece.text)
        named = names_alone(text)
        role = above is not None and above.cut == "byline" and is_role_line(text)
        if not piece.cut and not _is_heading(piece):
            known = bool(named) and set(named) <= set(head.authors)
            piece.cut = "byline" if known or role else signs.reason_to_cut(text, edge=True)
        above = piece


def _title_place(pieces: Sequence[Piece]) -> int | None:
    """Return the place of the first heading of the highest rank among the first pieces."""
    headings = [
        (piece.level or shape.heading_level(piece.text), place)
        for place, piece in enumerate(pieces[:_TOP])
        if not piece.cut and _is_heading(piece)
    ]
    prose = next((i for i, p in enumerate(pieces) if not p.cut and is_prose(p.text)), len(pieces))
    level, place = min(headings, default=(9, 0))
    if level == 9 or place > prose:
        return None
    whole = pieces[place].text.lstrip("# ")
    for _, other in headings:
        # The page's name stands behind the title in the first heading, not in the second.
        own = pieces[other].text.lstrip("# ")
        if own != whole and reprints.without_site(whole, own) == own:
            pieces[place].cut, place = "repeated-title", other
            break
    return place


def _take_line(piece: Piece, order: Order, head: Head, *, note: bool) -> bool:
    """Take what a line below the title says; False when it is text already."""
    credit = None if _is_heading(piece) else credit_of(piece.text.strip("*_"), order)
    if credit:
        piece.cut = "byline" if credit.authors else "date"
        if is_unclear(piece.text, credit.issued):
            head.unclear = head.unclear or piece.text
        head.authors = head.authors or credit.authors
        head.affiliation = head.affiliation or credit.affiliation
        head.publisher = head.publisher or credit.publisher
        head.issued = head.issued or credit.issued
    elif note and _ITALIC.match(piece.text):
        piece.cut = "editorial-note"
    elif note and _is_imprint(piece.text):
        piece.cut = "byline"
        head.publisher = head.publisher or piece.text.split(". ")[0].strip(" .")
    return bool(piece.cut)


def _is_imprint(text: str) -> bool:
    """Tell whether a line of a note names an outlet, and at most says that no date is known."""
    first, *others = text.split(". ")
    return (
        len(text) < 160 and len(others) <= 1 and names.is_organization(first) and first[0].isupper()
    )

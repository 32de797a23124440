"""The head of an article in, its title, authors, date and outlet out; the rest of it labelled.

The head is what stands before the running text: menus, site name, breadcrumb, title, byline,
date, affiliation, share buttons. Every piece of it gets the reason why it is no passage; a
standfirst (a sentence between title and text) stays a passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers import names, openings, persons, reprints, rubrics, shape, signs, slugs, titles
from brief.readers.bylines import bio_name, credit_of, names_alone
from brief.readers.coauthors import take_coauthors
from brief.readers.contacts import cut_contacts
from brief.readers.contents import cut_contents
from brief.readers.credited import (
    Head,
    drop_weather,
    take_credits,
    take_dateline,
    take_named,
    take_outlet,
    take_quoted,
    take_running,
    take_standfirst,
    take_submitted,
    take_year,
)
from brief.readers.dates import Order
from brief.readers.front_matter import Settings
from brief.readers.imprint import take_imprint
from brief.readers.links import cut_teased
from brief.readers.pieces import Piece, beside, is_prose, words
from brief.readers.promos import cut_described
from brief.readers.settings import given_in

# A menu of a large site prints some dozens of lines before the text.
_MOST_LINES = 150
# A standfirst or a site's blurb is followed by byline, date or title within so many lines.
_LOOK_AHEAD = 5
_LONGEST_STANDFIRST = 90
# What a page prints between its standfirst and the byline, and does not count.
_BUTTONS = frozenset({"share-bar", "download-link", "language-switch", "reading-time"})
_MOST_STANDFIRSTS = 3
_BLURB = re.compile(
    r"^(?P<who>(?:The )?[A-Z][\w’'&.-]*(?: (?:of|for|the|and|on|in|[A-Z][\w’'&.-]*)){0,8}?),? "
    r"(?:features|provides|offers|publishes|is an?|brings|aims|seeks|hosts|runs)\b"
)
# "Play Live Radio" is a button.
_BUTTON = re.compile(
    r"(?:play|listen|watch|search|read|join|support|submit|browse)\b", re.IGNORECASE
)
# So many lines below the head may still be of its byline.
_BELOW_HEAD = 4
_OPEN = frozenset({"", "contact"})
_LONGEST_LABEL = 4
_LEAST_TITLE = 4
# A line with a day that is printed twice is a title, where so many words stand in it.
_LEAST_DATED_TITLE = 6
# What may stand below a first heading too.
_IN_TEXT = frozenset(
    {"", "exhibit", "event", "machine-summary", "image-credit", "title", "repeated-title"}
)
_NOT_BOXED = _IN_TEXT | {"byline", "date", "contents", "markup", "pull-quote", "site-name"}
# A title that the address spells stands among so many lines.
_SPELLED_TOP = 8
_CREDITED = frozenset({"", "byline", "date"})


def read_head(pieces: list[Piece], order: Order, named: str = "") -> Head:
    """Return what the head of these pieces says; part and label its pieces in place.

    `named` is the title where it is known: no other line is taken for it then.
    """
    head = Head()
    cut_contacts(pieces, head)
    cut_teased(pieces)
    cut_described(pieces)
    reprints.part_repeated(pieces)
    openings.part_all(pieces, head)
    head.url = slugs.above(pieces)
    slug = slugs.title_words(head.url)
    shown = max(_spelled_end(pieces, slug), reprints.below_again(pieces))
    zone = pieces[: max(_head_end(pieces, order, head), shown)]
    cut_contents(zone)
    drop_weather(zone, head)
    for place, piece in enumerate(zone):
        left = not piece.cut and piece.start not in head.credits and not is_prose(piece.text)
        if left and (place or not titles.opens_page(piece.text)):
            piece.cut = signs.reason_to_cut(piece.text, edge=True)
    take_imprint([p for p in zone if p.cut in _OPEN and p.start not in head.credits], head)
    persons.find(pieces, _free(zone, head), head.credits, head.url)
    below = pieces[len(zone)] if len(zone) < len(pieces) else None
    free = [p for p in _free(zone, head) if not named or titles.says(p.text, named)]
    head.title = titles.choose(zone, free, head.credits, below, slug)
    head.title = head.title or titles.announced(zone, head.credits)
    if head.title is not None:
        take_quoted(head)
        _part_site(pieces, zone, head)
        _join_title(zone, head)
    take_credits(zone, head)
    take_coauthors(pieces[: len(zone) + _BELOW_HEAD], head)
    take_running(pieces, head)
    take_dateline(pieces, order, head)
    take_year(zone, head)
    _label_rest(pieces, zone, head)
    take_standfirst(pieces[: len(zone) + 1], head)
    take_submitted(head)
    take_named(pieces, head)
    take_outlet(pieces, head)
    head.issued = head.issued or slugs.day_in(head.url)
    if head.title is not None:
        reprints.cut_repeated(pieces, head.title)
    return head


def take_settings(settings: Settings, head: Head) -> None:
    """Let what the settings of a file say win over what is printed."""
    given = given_in(settings)
    printed = head.title.text.lstrip("# ") if head.title else ""
    head.named = head.named or reprints.without_site(given.title, printed)
    head.authors = given.authors or head.authors
    head.affiliation = given.affiliation or head.affiliation
    head.publisher = given.publisher or head.publisher
    head.url = given.url or head.url
    if given.sender and not head.authors:
        head.authors = tuple(filter(None, (names.leading_name(given.sender, sure=True)[0],)))
    if given.sender not in head.authors:
        head.publisher = head.publisher or given.sender
    # "2018" in the settings and 3 May 2018 in print: the print says more.
    closer = head.issued and given.issued and str(head.issued).startswith(str(given.issued))
    head.issued = head.issued if closer else given.issued or head.issued or given.made


def _free(zone: Sequence[Piece], head: Head) -> list[Piece]:
    return [piece for piece in zone if not piece.cut and piece.start not in head.credits]


def _head_end(pieces: list[Piece], order: Order, head: Head) -> int:
    """Return the place where the running text begins; note credits passed on the way."""
    end = skipped = 0
    again = {piece.text for piece in pieces[:_MOST_LINES] if piece.cut == "repeated-title"}
    for place, piece in enumerate(pieces[:_MOST_LINES]):
        titled = piece.text in again and words(piece.text) >= _LEAST_DATED_TITLE
        credit = None if piece.cut or titled else credit_of(piece.text, order)
        if credit:
            head.credits[piece.start] = credit
            end = place + 1
            continue
        if place or not titles.opens_page(piece.text):
            piece.cut = piece.cut or signs.reason_to_cut(piece.text, edge=False)
        if piece.cut or not is_prose(piece.text) or titles.is_marked(piece.text):
            continue
        skipped += 1
        goes_on = skipped <= _MOST_STANDFIRSTS and _evidence_ahead(pieces, place, order, head)
        if not goes_on:
            return place
    # Only short lines: a head needs running text below it, or credits of its own.
    return min(len(pieces), _MOST_LINES) if len(pieces) > _MOST_LINES else end


def _spelled_end(pieces: Sequence[Piece], slug: frozenset[str]) -> int:
    """Return the place behind the title that the address spells, 0 where no line is it.

    A page that shows its picture first may print a long caption above the title.
    """
    shown = [
        place
        for place, piece in enumerate(pieces[:_SPELLED_TOP] if slug else ())
        if not piece.cut and not is_prose(piece.text) and slugs.spells(slug, piece.text)
    ]
    return shown[-1] + 1 if shown else 0


def _evidence_ahead(pieces: list[Piece], place: int, order: Order, head: Head) -> bool:
    """Tell whether a byline, date or repeated title stands soon below a short paragraph."""
    if words(pieces[place].text[:2000]) > _LONGEST_STANDFIRST:
        return False
    lined = any(not p.cut and not is_prose(p.text) for p in pieces[:place])
    if _title_below(pieces, place, head):
        return True
    known = head.credits.values()
    left = _LOOK_AHEAD
    for piece in pieces[place + 1 : place + 1 + 2 * _LOOK_AHEAD]:
        if piece.cut in ("repeated-title", "byline"):
            return True
        credit = None if piece.cut else credit_of(piece.text, order)
        if not credit and signs.opens_links(piece.text):
            return False
        if credit is None:
            piece.cut = piece.cut or signs.reason_to_cut(piece.text, edge=False)
        left -= piece.cut not in _BUTTONS
        if not left:
            break
        if piece.cut:
            continue
        if not credit and is_prose(piece.text):
            return False
        if not credit and lined and _is_listed_name(pieces, piece):
            return not any(one.authors for one in known)
        if credit and credit.authors and not any(one.authors for one in known):
            return True
        if credit and credit.issued and lined and not any(one.issued for one in known):
            return True
    return False


def _title_below(pieces: list[Piece], place: int, head: Head) -> bool:
    """Tell whether a title stands below this standfirst, and none above it."""
    above = [p for p in pieces[:place] if not p.cut and p.start not in head.credits]
    if any(not rubrics.is_rubric_like(p.text) for p in above) or not head.credits:
        return False
    for below in pieces[place + 1 : place + 2]:
        long = words(below.text) >= _LEAST_TITLE and not is_prose(below.text)
        titled = shape.is_titled(below.text) or below.text[-1] == "?"
        return long and not below.cut and titled and below.text[-1] != "."
    return False


def _is_listed_name(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a line is a person's name, and no heading: other short lines follow it."""
    if not names_alone(piece.text):
        return False
    if names.in_two_scripts(piece.text):
        return True
    place = next(i for i, other in enumerate(pieces) if other is piece)
    above, below = pieces[max(0, place - 1) : place], pieces[place + 1 : place + 2]
    # "- Jane Doe" below a standfirst; below a motto in quotation marks it is whose that is.
    dashed = piece.text[0] in "-–—" and bool(above) and above[0].text[0] not in "“‘\"'«„"
    return bool(below) and (dashed or not is_prose(below[0].text))


def _part_site(pieces: list[Piece], zone: list[Piece], head: Head) -> None:
    """Part `Title | Site name` and label both."""
    whole = head.title
    if whole is None:
        return
    whole.cut = "title"
    at = reprints.site_part(whole.text)
    if at:
        parts = reprints.split_site(whole, at)
        head.title = parts[0]
        for listed in (pieces, zone):
            place = next(i for i, piece in enumerate(listed) if piece is whole)
            listed[place : place + 1] = parts


def _join_title(zone: Sequence[Piece], head: Head) -> None:
    """Join a title that ends in a colon, or goes on in small letters, with the line below."""
    if head.title is None or head.named:
        return
    title = head.title
    place = next(i for i, piece in enumerate(zone) if piece is title)
    for below in zone[place + 1 : place + 2]:
        opens = below.text[0].isalnum() or below.text[0] in "“‘\"'"
        goes_on = below.text[0].islower() and below.block == title.block and title.text[-1] != "."
        free = opens and not below.cut and below.start not in head.credits
        if free and not is_prose(below.text) and (goes_on or title.text.endswith(":")):
            head.named, below.cut = f"{title.text} {below.text}", "title"


def _label_rest(pieces: Sequence[Piece], zone: Sequence[Piece], head: Head) -> None:
    """Cut what stands above the title; below it keep sentences and the first heading."""
    if head.title is None:
        return
    last_credit = max(head.credits, default=0)
    # what stands below a byline is text, and the title found below that a heading of it
    page = any(piece.cut not in _CREDITED for piece in zone if piece.start < head.title.start)
    repeats = [piece.start for piece in zone if piece.cut == "repeated-title"]
    menus = [one.start for one in zone if one.cut == "menu" and one.start < max(repeats, default=0)]
    top = max((head.title.start, *(again for again in repeats if menus and again > max(menus))))
    sites = {reprints.last_part(piece.text) for piece in zone if piece.cut == "site-name"}
    for place, piece in enumerate(zone):
        above = piece.start < head.title.start
        if not (piece.cut or above or is_prose(piece.text)) and "|" in piece.text:
            piece.cut = "site-name" if reprints.last_part(piece.text) in sites else ""
        if piece.cut == "site-name":
            site, day = reprints.site_of(piece.text)
            head.publisher, head.issued = head.publisher or site, head.issued or day
        if piece.cut:
            continue
        if is_prose(piece.text):
            again = piece.start < max(repeats, default=0) and _BLURB.match(piece.text)
            if again or (above and page):
                _cut_blurb(piece, head)
        elif above or piece.start < top:
            _cut_above(piece, head, pieces)
        elif _heads_prose(zone, place):
            continue
        elif (_is_label(piece.text) and _is_listed(zone, place)) or (
            piece.start < last_credit and _is_boxed(zone, place)
        ):
            piece.cut = "tags"
        elif _is_label(piece.text):
            below = [p.cut for p in zone[place + 1 : place + 3]]
            if piece.start < last_credit or any(cut not in _IN_TEXT for cut in below):
                piece.cut = "tags"


def _heads_prose(zone: Sequence[Piece], place: int) -> bool:
    """Tell whether a line is the word for a part of a text, right above a paragraph: `Abstract`."""
    section = zone[place].text.strip(" .:").casefold() in signs.load().section_words
    return section and any(is_prose(piece.text) for piece in zone[place + 1 : place + 2])


def _is_boxed(zone: Sequence[Piece], place: int) -> bool:
    """Tell whether lines of the page stand right above and below a line: it is of their box."""
    cuts = [piece.cut for piece in beside(zone, place)]
    return len(cuts) == 2 and not _NOT_BOXED.intersection(cuts)


def _is_label(text: str) -> bool:
    """Tell whether a line is so short that it may be a label, and no sentence or heading."""
    return words(text) <= _LONGEST_LABEL and text[-1] not in ".!?" and text[0] != "#"


def _is_listed(zone: Sequence[Piece], place: int) -> bool:
    """Tell whether a label stands in a run of labels and not above the text: topics."""
    run = any(_is_label(p.text) and p.cut in ("", "tags") for p in beside(zone, place))
    return run and place + 1 < len(zone) and not is_prose(zone[place + 1].text)


def _cut_blurb(piece: Piece, head: Head) -> None:
    """Cut what a site says about itself above the title, and take its name from it."""
    piece.cut = "site-blurb"
    blurb = _BLURB.match(piece.text)
    if blurb and bio_name(piece.text) is None:
        head.publisher = head.publisher or blurb["who"].removeprefix("The ")


def _cut_above(piece: Piece, head: Head, pieces: Sequence[Piece]) -> None:
    name = reprints.first_part(piece.text)
    house = names.is_organization(name) and words(name) <= 8 and not _BUTTON.match(name)
    house = house or (piece.text not in head.authors and reprints.names_site(piece, pieces))
    piece.cut = "site-name" if house else "menu"
    if house and piece.text[0].isalnum() and not piece.text[0].islower():
        head.publisher = head.publisher or name

"""The lines of a page's head in, those that name a person without saying "by" out."""

from __future__ import annotations

import itertools
import re
from collections.abc import MutableMapping, Sequence
from functools import cache

from brief.readers import names, shape, slugs
from brief.readers.affiliations import affiliation_in
from brief.readers.bylines import Credit, bio_name, is_author_label, is_role_line, names_alone
from brief.readers.pieces import RAISED, Piece, is_prose, words
from brief.readers.signs import data

_LONGEST = 25
_SHORT_ROLE = 3
# What stands right below the name of an author: `Follow`, `6 min read`.
_BUTTONS = frozenset({"share-bar", "reading-time", "subscription"})
# How one reaches the person named in the line above.
REACHED = re.compile(
    r"(?:\W*(?:e-?mail|orcid|correspondence)\b\W*)?"
    r"(?:\S*orcid\.org/\S+|(?:\d{4}-){3}\d{3}[\dX]|\S+@\S+\.\w{2,}"
    r"|\[email.protected\])\W*$",
    re.IGNORECASE,
)
# The blanks are few and begin once, so that a long run of them is tried once.
_PARTED = re.compile(r"(?<!\s)\s{1,9}[–—|-]\s")
_COLUMN_PARTS = 3
_BY = re.compile(r"by\s\S", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_MEMBER = re.compile(r"(?:[^\W\d_a-z]\S* ){1,4}[Mm]ember$")
_COLUMN = re.compile(r"(?-i:[^\W\d_a-z])[^.:;!?]{2,40} by (?P<who>[^\W\d_a-z].{3,60})$")
_ET_AL = re.compile(r"(?:et al|and others|u\. ?a)\.?$")
# "¹ Any University; ² Other Institute": the notes on the authors of a paper.
_CALLS = re.compile(rf"[{RAISED}†‡*]|\^[a-z\d]\b")
_CALLED = re.compile(rf"(?:{_CALLS.pattern}|\d(?=\s?[A-Z])|[a-e](?= [A-Z]))\s?[A-Z]")
# "Jane Doe, Rome" is a name and a place where a date stands right below it.
CITY = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+)?$")
_INITIALLED = re.compile(r"(?:[^\W\d_a-z]\. ?){1,3}[^\W\d_a-z][\w’'-]+$")
_POSTCODE = re.compile(r"(?<!\d)\d{5,6}(?!\d)")
_RECORD = re.compile(
    r"(?:uri|handle|date (?:issued|available|accessioned)|issue date|files? in this item"
    r"|(?:metadata: )?(?:show|view) (?:full|simple) item)\b",
    re.IGNORECASE,
)
_CATALOG = 40
_LEAST_TITLE = 3


def find(
    pieces: Sequence[Piece],
    free: Sequence[Piece],
    credited: MutableMapping[int, Credit],
    address: str,
) -> None:
    """Add to `credited` the free lines of a head that name the author or say what he is.

    A name alone might be a title ("Xi Jinping"): a date, another credit or a role beside it, a
    bullet before it, or a biography of that person in the text shows that it is a byline; so does
    a title right below it that the page's address spells.
    """
    titled = False
    for rank, piece in enumerate(free):
        if words(piece.text) <= _LONGEST:
            credit = _alone(pieces, free, rank, credited, titled=titled)
            credit = credit or _columnist(piece.text, free)
            due = titled or _dated_alone(pieces, free, credited) or _is_labelled(pieces, piece)
            credit = credit or (_with_place(piece.text) if due else None)
            credit = credit or (_from_city(pieces, piece, credited) if titled else None)
            if credit:
                credited[piece.start] = credit
        titled = titled or words(piece.text) >= 3 or _is_short_title(piece.text)
        titled = titled or _is_told_of(piece, pieces)
    if not any(credit.authors for credit in credited.values()):
        credited.update(_above_title(pieces, free, address))
    _add_roles(pieces, free, credited)


def _is_labelled(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether the line above says that an author follows: `By`."""
    place = next(i for i, other in enumerate(pieces) if other is piece)
    return place > 0 and is_author_label(pieces[place - 1].text)


def _dated_alone(
    pieces: Sequence[Piece], free: Sequence[Piece], credited: MutableMapping[int, Credit]
) -> bool:
    """Tell whether a head without a title is one line, and a day right below it."""
    if len(free) != 1:
        return False
    place = next(i for i, other in enumerate(pieces) if other is free[0])
    below = [credited.get(one.start) for one in pieces[place + 1 : place + 2]]
    return any(one is not None and one.issued for one in below)


def _above_title(pieces: Sequence[Piece], free: Sequence[Piece], address: str) -> dict[int, Credit]:
    """Return the credit of a name right above the title that the address spells.

    One with initials is no title by itself: `V. Lund`. The site's own name is in the address, and
    what the text is about is in the text.
    """
    slug = slugs.title_words(address)
    for piece, title in itertools.pairwise(free):
        initialled = _INITIALLED.match(piece.text) and words(title.text) >= _LEAST_TITLE
        if not (initialled or slugs.spells(slug, title.text)):
            continue
        named = names_alone(piece.text)
        site = "".join(piece.text.split()).casefold() in address.casefold()
        behind = [one for one in pieces if one.start > title.start]
        if named and not (site or told(behind, named)):
            return {piece.start: Credit(named)}
    return {}


def told(pieces: Sequence[Piece], authors: Sequence[str]) -> bool:
    """Tell whether a text says a word of these names: it tells of the person, or of a thing."""
    said = {word for piece in pieces for word in _WORD.findall(piece.text.casefold())}
    return any(said.intersection(_WORD.findall(name.casefold())) for name in authors)


def _is_short_title(text: str) -> bool:
    """Tell whether a line of two words may be a title: no name, no house, no shouting.

    "Trust, finally" is short for a title, but no name.
    """
    if words(text) != 2:
        return False
    plain = not (text.isupper() or names_alone(text) or names.is_organization(text))
    return plain and not is_role(text)


def _is_told_of(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether the first paragraph says each word of a line of two: `PORTS-DAMS RELATIONS`."""
    first = next((one.text for one in pieces if is_prose(one.text)), "").casefold()
    found = _WORD.findall(piece.text.casefold())
    return words(piece.text) == 2 and len(found) > 1 and all(word in first for word in found)


def _alone(
    pieces: Sequence[Piece],
    free: Sequence[Piece],
    rank: int,
    credited: MutableMapping[int, Credit],
    *,
    titled: bool,
) -> Credit | None:
    """Return the credit of a line that is names and nothing else."""
    piece = free[rank]
    authors = names_alone(piece.text)
    if not authors:
        turned = names.turned(piece.text) if titled else ()
        return Credit(turned) if turned and _is_catalog(pieces) else None
    place = next(i for i, other in enumerate(pieces) if other is piece)
    near = pieces[max(0, place - 1) : place + 2]
    role = free[rank + 1].text if rank + 1 < len(free) else ""
    says = names.has_role(role) or (titled and (_is_house(role) or _has_address(role)))
    if role and ((is_role_line(role) and says) or _MEMBER.match(role)):
        return Credit(authors, affiliation_in(role))
    if any(_BY.match(one.text) for one in pieces[place + 1 : place + 2]):
        return None  # the line below it is the byline
    beside = any(other.start in credited for other in near)
    beside = beside or (place > 0 and is_author_label(pieces[place - 1].text))
    below = pieces[place + 1 : place + 2]
    beside = beside or any(one.cut in _BUTTONS or REACHED.match(one.text) for one in below)
    bulleted = bool(shape.BULLET.match(piece.text))
    listed = bulleted and _all_names(pieces, place)
    pictured = any(one.cut == "author-image" for one in near[:1])
    again = any(one.text == piece.text for one in near if one is not piece)
    pictured = pictured or (again and not told(pieces[place + 2 :], authors))
    shown = listed or pictured or _has_bio(pieces, authors[0]) or _opens(pieces, place, credited)
    several = len(authors) > 1 or any(p.cut == "repeated-title" for p in near[:1])
    several = several or any(names_alone(p.text) for p in near if p is not piece and not p.cut)
    several = several or names.in_two_scripts(piece.text) or _is_shouted(pieces, place)
    folded = piece.text.casefold()
    twice = any(p.text.casefold() == folded for p in free if p is not piece)
    several = (several or twice) and not (bulleted and not listed)
    last = piece is free[-1] or shape.names_section(role)
    sure = shown or (titled and (beside or several or last))
    return Credit(authors) if sure else None


def _all_names(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether the items of a list are names one and all; those of a menu are not."""
    ahead = itertools.takewhile(_is_item, pieces[place:])
    behind = itertools.takewhile(_is_item, reversed(pieces[:place]))
    return all(names_alone(piece.text) for piece in (*behind, *ahead))


def _is_item(piece: Piece) -> bool:
    return bool(shape.BULLET.match(piece.text))


def _opens(pieces: Sequence[Piece], place: int, credited: MutableMapping[int, Credit]) -> bool:
    """Tell whether a page begins with a name right above its text, which is not about its bearer.

    A page without its title opens with its author; the heading of a portrait stands in its text.
    """
    above, below = pieces[:place], pieces[place + 1 :]
    bare = (
        all(piece.cut or piece.start in credited for piece in above)
        and bool(below)
        and is_prose(below[0].text)
    )
    return bare and not told(below, names_alone(pieces[place].text))


def _is_shouted(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether a line is the only one in capitals, right below one of three words or more."""
    above = pieces[place - 1] if place else None
    if above is None or above.cut or words(above.text) < _LEAST_TITLE or is_prose(above.text):
        return False
    loud = [one for one in pieces if one.text.isupper() and not one.cut]
    return len(loud) == 1 and loud[0] is pieces[place]


def _columnist(text: str, free: Sequence[Piece]) -> Credit | None:
    """Return the credit of `The Long View by Jane Doe`; the name must stand alone in the head.

    `THE LONG VIEW - Jane Doe - The Harbor Post` says by itself who writes where.
    """
    parts = [part.strip() for part in _PARTED.split(text)]
    named = names_alone(parts[1]) if len(parts) == _COLUMN_PARTS else ()
    if named and (parts[2].startswith("The ") or names.is_organization(parts[2])):
        return Credit(named, publisher=parts[2], explicit=True)
    column = _COLUMN.match(text)
    named = names_alone(column["who"]) if column else ()
    printed = {name for piece in free for name in names_alone(piece.text)}
    return Credit(named, explicit=True) if named and printed.issuperset(named) else None


def _is_catalog(pieces: Sequence[Piece]) -> bool:
    """Tell whether a page is a library's record of a text, which turns names round."""
    return any(_RECORD.match(piece.text) for piece in pieces[:_CATALOG])


def _has_bio(pieces: Sequence[Piece], author: str) -> bool:
    """Tell whether a biography near either end of the text is about this person."""
    near = [*pieces[:40], *pieces[40:][-12:]]
    return any(bio_name(piece.text) == author for piece in near if author in piece.text[:120])


@cache
def _ranks() -> frozenset[str]:
    return frozenset(data("names.yaml")["military"])


def _with_place(text: str) -> Credit | None:
    """Return the credit of `Jane Doe, Department of History, Any University`."""
    text = shape.BULLET.sub("", text, count=1)
    authors, behind = names.split_names(text)
    rest = behind.strip(" ,.()")
    if authors and rest and words(rest) <= _SHORT_ROLE and behind[:1] == " " and is_role(rest):
        return Credit(authors)  # "Jane Doe Columnist"
    if authors and _ET_AL.match(rest):
        return Credit(authors)
    ranks = rest.split(",")[0].casefold().replace(".", "").split()
    if authors and behind[:1] == "," and set(ranks) <= _ranks():
        return Credit(authors)  # "Jane Doe, Lieutenant Colonel, USAF"
    if not authors or not rest or behind.lstrip()[:1] not in ",(" or not is_role_line(rest):
        return None
    printed = rest[0].isupper() or names.has_role(rest)
    return Credit(authors, affiliation_in(rest) or rest) if printed else None


def is_signature(text: str) -> bool:
    """Tell whether a line names a person and says what or where he is."""
    return words(text) <= _LONGEST and _with_place(text) is not None


def signing(text: str) -> tuple[str, ...]:
    """Return who signs a letter in a line: `— Jane Doe`, or with where he writes `, Rome`."""
    bare = text.lstrip("—–- ")
    authors, behind = names.split_names(bare)
    city = behind.strip(" ,.")
    placed = behind.startswith(",") and CITY.match(city) and not names.has_role(city)
    return authors if len(authors) == 1 and placed else names_alone(bare)


def _is_house(text: str) -> bool:
    """Tell whether a line is the name of an institution and nothing else."""
    bare = _CALLS.sub("", text)
    return names.is_organization(bare) and shape.is_titled(bare) and words(bare) <= 12


def _has_address(text: str) -> bool:
    """Tell whether a line is a house and its address: `Any Institute, 5 Dock St., Riga, 10050`."""
    parts = text.rstrip(" .").split(",")
    return len(parts) > 2 and _is_house(parts[0]) and bool(_POSTCODE.search(text))


def is_place(text: str) -> bool:
    """Tell whether a line says where an author works: `Any University,`, `Kyiv, Ukraine`."""
    bare = text.strip(" ,.;")
    return bool(CITY.match(bare)) or _is_house(bare)


def is_role(text: str) -> bool:
    """Tell whether a line says what a person is: `Senior Policy Fellow`, `Director of Studies`."""
    lists = names.load()
    short = words(text) <= _LONGEST and text[-1] not in "?!"
    match = lists.roles.search(text) if short else None
    if match is None:
        return False
    before = text[: match.start()].replace("-", " ").casefold().split()
    return all(word in lists.ranks for word in before)


def _from_city(
    pieces: Sequence[Piece], piece: Piece, credited: MutableMapping[int, Credit]
) -> Credit | None:
    """Return the credit of `Jane Doe, Rome` or `Jane Doe in Rome` right above a date."""
    authors, behind = names.split_names(piece.text)
    city = behind.removeprefix(" in ").strip(" ,.")
    if not authors or not behind.startswith((",", " in ")) or not CITY.match(city):
        return None
    place = next(i for i, other in enumerate(pieces) if other is piece)
    below = [credited.get(other.start) for other in pieces[place + 1 : place + 2]]
    return Credit(authors) if below and below[0] and below[0].issued else None


def _add_roles(
    pieces: Sequence[Piece], free: Sequence[Piece], credited: MutableMapping[int, Credit]
) -> None:
    """Add the lines right below a name that say what the person is."""
    above: Piece | None = None
    open_ones = {piece.start for piece in free}
    for piece in pieces[: len(free) + len(credited) + 60]:
        known = credited.get(above.start) if above else None
        if known and known.authors and piece.start in open_ones and piece.start not in credited:
            text = piece.text
            member = bool(_MEMBER.match(text))
            house = is_role(text) or names.is_organization(text) or member
            says = (
                names.has_role(text)
                or _is_house(text)
                or _has_address(text)
                or _CALLED.match(text)
                or member
            )
            if house and says and words(text) <= _LONGEST and text[-1] != "?":
                affiliation = affiliation_in(text) or known.affiliation
                credited[piece.start] = Credit(known.authors, affiliation)
        above = piece

"""The credits of a head in, title, authors and date as they tell them out.

A line in quotation marks, a byline, a dateline, a year alone, a standfirst: the first that names
an author or a day is believed; a day above the title may be that of the page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from brief.model.source import Issued
from brief.readers import names, persons
from brief.readers.affiliations import affiliation_in
from brief.readers.beside import PREPOSITION
from brief.readers.bylines import Credit, is_author_label, names_alone
from brief.readers.dates import Order, find_date, is_later, is_unclear
from brief.readers.pieces import Piece, is_prose, words

_WRITES = re.compile(
    r"\b(?:writes|explains|argues|reports|says(?=[^.]*[’']s ))\s+"
    r"(?:(?P<house>[^\W\d_a-z][\w .]{1,24})[’']s )?(?P<who>[^\W\d_a-z][^,;:!?]{3,60})$"
)
_QUOTED = re.compile(
    r"(?:[^\W\d_]{0,12}[ -]?(?:(?P<year>20\d\d)|\d{2,4})[/.-]\d+\S*\s+|#?\d+\s+)?"
    r"[“\"](?P<title>[^“”\"]+)[”\"],? by (?P<who>\S.*)$"
)
_DATELINE = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ]+(?:[ ,.’-]+[^\W\d_a-zß-ÿ]{2,}){0,4},\s+")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_VOLUME = re.compile(r"\bvol(?:ume|\.)?\s*\d+\b.{0,40}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
# "June 2013 // Volume 51 // Number 3"
_NUMBERED = re.compile(r"\b(?:vol(?:ume|\.)|issue|number|no\.)\s*\d", re.IGNORECASE)
_WEEKDAY = re.compile(r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WHOLE_MENU = 5
# "40.7 C" above "New Delhi" and the day: the weather where the page was read.
_DEGREES = re.compile(r"-?\d{1,2}(?:\.\d)? ?°? ?[CF]$")
_BELOW_TITLE = 2
# "The Minister's Press Conference on 5 May 2020"
_GIVEN = re.compile(
    r"\b(?:conference|briefing|remarks|statement|speech|address|interview|testimony|transcript)s?"
    r" (?:of|on)$",
    re.IGNORECASE,
)
_LEAST_NAMED = 3
_DASHED = re.compile(r"\s+[–—]\s+(?=[^\W\d_a-z])")
_OUTLET = re.compile(
    r"The (?:[A-Z][\w’'-]+ ){0,3}(?:Times|Guardian|Telegraph|Herald|Tribune|Gazette|Economist|Post"
    r"|Chronicle|Observer|Independent|Journal|Standard|Mail|News|Express|Spectator|Atlantic)$"
)
# "Winter Issue 2019", "Spring/Summer 2021"
_SEASON = re.compile(
    r"\W*(?:(?:winter|spring|summer|autumn|fall)[ /–-]{1,3})+(?:issue |edition )?"
    r"(?P<year>(?:19|20)\d\d)(?:[/–-]\d\d)?\W*$",
    re.IGNORECASE,
)
# "Written evidence submitted by Jane Doe"
_SUBMITTED = re.compile(
    r"(?:(?:written|oral|supplementary) )?(?:evidence|submission|testimony|statement|memorandum)"
    r"(?: (?:submitted|given|prepared))? (?:by|of|from) (?P<who>(?-i:[^\W\d_a-z]).{3,60})$",
    re.IGNORECASE,
)


# " (The Monitor – May 5, 2020)" behind the names
_PRINTED = re.compile(r"\s*\([^()]*\b(?:19|20)\d\d\)\W*$")


@dataclass(slots=True)
class Head:
    """What the head of an article says about it."""

    title: Piece | None = None
    named: str = ""
    """The title as front matter gives it; wins over the printed one."""
    authors: tuple[str, ...] = ()
    affiliation: str = ""
    publisher: str = ""
    issued: Issued | None = None
    url: str = ""
    series: int = 0
    """The year by which a series numbers its issues: `2022/18`."""
    changed: bool = False
    """The date is that of a change, or of the day on which the page was read."""
    unclear: str = ""
    """A line with a date that can be read in more than one way."""
    credits: dict[int, Credit] = field(default_factory=dict)
    """The credit of each line that is one, by the line's offset."""


def take_quoted(head: Head) -> None:
    """Take title and author from a line of a series: `2022/18 "The Other Dam" by Jane Doe`."""
    match = _QUOTED.match(head.title.text) if head.title else None
    authors, rest = _who(match)
    if match and authors and not rest.strip(" ."):
        head.named, head.authors = head.named or match["title"], authors
        head.series = int(match["year"]) if match["year"] else 0


def take_credits(zone: Sequence[Piece], head: Head) -> None:
    """Fill the head from its credits, the first of each kind, and label their pieces."""
    later: Issued | None = None
    above: Credit | None = None
    labelled_later = False
    labelled = (head.credits.get(p.start) for p in zone if is_author_label(p.text.split(":")[0]))
    said = next((credit for credit in labelled if credit and credit.explicit), None)
    said = said or _below_title(zone, head)
    if said and not head.authors:
        head.authors = said.authors  # "Author: Jane Doe" goes before what only looks like a name
    for piece in zone:
        if piece.cut == "byline" and not head.authors:
            _take_glued(piece.text, head)
        credit = head.credits.get(piece.start)
        if credit is not None and _is_quoted(zone, piece, credit):
            piece.cut = "byline"
            continue
        if credit is None:
            above = above if persons.is_place(piece.text) else None
            labelled_later = is_later(piece.text) and words(piece.text) == 1
            continue
        piece.cut = "byline" if credit.authors else "date"
        if is_unclear(piece.text, credit.issued):
            head.unclear = head.unclear or piece.text
        if head.authors and above is not None and _goes_on(credit, above, head):
            head.authors += credit.authors
        _take_house(credit, head)
        head.authors = head.authors or credit.authors
        if set(credit.authors) <= set(head.authors):
            head.affiliation = head.affiliation or credit.affiliation
        head.publisher = head.publisher or credit.publisher
        early = head.title is not None and piece.start < head.title.start
        above = credit
        if early and _is_today(zone, piece):
            continue
        if credit.later or early or labelled_later:
            later = _earlier(later, credit.issued)
        else:
            head.issued = _closer(head.issued, credit.issued)
    # A date above the title may be that of the page ("today"); one below it is the text's.
    head.changed = later is not None and head.issued is None
    head.issued = head.issued or later


def take_running(pieces: Sequence[Piece], head: Head) -> None:
    """Take the author from a name that the page prints again and again, where no byline does.

    Its bearer is not whom the text is on.
    """
    if head.authors or head.title is None:
        return
    for piece in pieces:
        named = names_alone(piece.text) if piece.cut == "page-header" else ()
        if len(named) != 1:
            continue
        live = [one for one in pieces if is_prose(one.text) or one is head.title]
        if not persons.told(live, named):
            head.authors = named
            return


def _is_quoted(zone: Sequence[Piece], piece: Piece, credit: Credit) -> bool:
    """Tell whether a credit says whose the quotation is that ends right above it."""
    place = next(i for i, other in enumerate(zone) if other is piece)
    above = zone[place - 1].text if place else ""
    return not credit.explicit and above.endswith(("”", '"')) and is_prose(above)


def _take_house(credit: Credit, head: Head) -> None:
    """Take for the outlet a house in the byline above that of a person: `by Any Institute`."""
    person = credit.explicit and credit.authors and not names.is_organization(credit.authors[0])
    if person and len(head.authors) == 1 and names.is_organization(head.authors[0]):
        head.publisher = head.publisher or head.authors[0]
        head.authors = ()


def drop_weather(zone: Sequence[Piece], head: Head) -> None:
    """Cut the weather of the place and the day where a page was read, its date with it."""
    for warm, place, day in zip(zone, zone[1:], zone[2:], strict=False):
        if _DEGREES.match(warm.text) and _WEEKDAY.match(day.text) and not is_prose(place.text):
            head.credits.pop(day.start, None)
            for piece in (warm, place, day):
                piece.cut = piece.cut or "menu"


def _is_today(zone: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a day of the week with its date stands above a whole menu: that of reading."""
    menu = sum(other.cut == "menu" for other in zone if other.start > piece.start)
    return menu >= _WHOLE_MENU and bool(_WEEKDAY.match(piece.text))


def _below_title(zone: Sequence[Piece], head: Head) -> Credit | None:
    """Return the credit right below the title that names authors: a name above may be a link's."""
    again = [one.start for one in zone if one.cut == "repeated-title"]
    last = max([head.title.start, *again]) if head.title else None
    behind = [piece for piece in zone if last is not None and piece.start > last]
    credit = head.credits.get(behind[0].start) if behind else None
    return credit if credit and credit.authors else None


def take_dateline(pieces: Sequence[Piece], order: Order, head: Head) -> None:
    """Take the day from a dateline, `NAIROBI, Mar 21 2023 (PIN) -`, where the head has none."""
    for piece in pieces if head.changed or not head.issued else ():
        place = None if piece.cut else _DATELINE.match(piece.text)
        found = find_date(piece.text[place.end() : place.end() + 24], order) if place else None
        if piece.cut == "date" and piece.start not in head.credits:
            found = find_date(piece.text, order)  # parted from its paragraph
        elif found and found.start:
            found = None
        if found and found.issued.day:
            head.issued, head.changed = found.issued, False
        if is_prose(piece.text) and not piece.cut:
            return


def take_outlet(pieces: Sequence[Piece], head: Head) -> None:
    """Cut a newspaper's name that stands alone between title or standfirst and the text."""
    if head.title is None:
        return
    below = [piece for piece in pieces if piece.start > head.title.start and not piece.cut]
    for piece, text in itertools.pairwise(below[: _BELOW_TITLE + 1]):
        if _OUTLET.match(piece.text) and is_prose(text.text):
            piece.cut = "site-name"
            head.publisher = head.publisher or piece.text
            return


def _earlier(one: Issued | None, other: Issued | None) -> Issued | None:
    """Return the earlier of two days: a text comes out before it is changed and read."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda day: (day.year, day.month or 0, day.day or 0))


def _closer(one: Issued | None, other: Issued | None) -> Issued | None:
    """Return the first of two days, or the second where it says more: `May`, then `5 May`."""
    more = one is not None and other is not None and str(other).startswith(str(one))
    return other if more else one or other


def take_year(zone: Sequence[Piece], head: Head) -> None:
    """Take a year that stands alone below the title, or in a journal's line, where no date does."""
    if head.title is None or head.issued:
        return
    if head.series:
        head.issued = Issued(year=head.series)
        return
    dated = find_date(head.title.text, Order())
    if dated and not head.title.text[dated.end :].strip(" .)"):
        # "Briefing by the Speaker, Riga, 12 October 2017", "Country Report (October 2017)"
        before = head.title.text[: dated.start].rstrip()
        # "What Was Lost on 7 October 2013" tells of that day.
        told = PREPOSITION.search(before) and not _GIVEN.search(before)
        if before.endswith("(") or (dated.issued.day and not told):
            head.issued = dated.issued
            return
    for piece in zone:
        if piece.start > head.title.start and _YEAR.match(piece.text):
            head.issued, piece.cut = Issued(year=int(piece.text)), "date"
            return
    for piece in zone:
        season = _SEASON.match(piece.text)
        if season:
            head.issued, piece.cut = Issued(year=int(season["year"])), piece.cut or "date"
            return
    for piece in zone:
        numbered = piece.cut and _NUMBERED.search(piece.text)
        dated = find_date(piece.text, Order()) if numbered else None
        volume = _VOLUME.search(piece.text) if piece.cut else None
        if dated or volume:
            year = Issued(year=int(volume["year"])) if volume else None
            head.issued = dated.issued if dated else year
            return


def take_standfirst(zone: Sequence[Piece], head: Head) -> None:
    """Take the author from a standfirst that names him: `..., writes Jane Doe`, `Roe's John Doe`.

    Whose he is must be the outlet: `says Peru's Jane Doe` is a report.
    """
    if head.authors:
        return
    for piece in zone:
        said = None if piece.cut else _WRITES.search(piece.text.rstrip("."))
        authors, rest = _who(said)
        house = said["house"] if said else None
        if authors and not rest.strip(" .") and house in (None, "our", head.publisher):
            head.authors = authors
            return


def _goes_on(credit: Credit, above: Credit, head: Head) -> bool:
    """Tell whether a line of names goes on with the list of authors in the line above."""
    alone = not (credit.explicit or above.explicit or credit.issued)
    listed = alone and bool(credit.authors) and above.authors == head.authors[-1:]
    return listed and not any(names.same_person(a, b) for a in credit.authors for b in head.authors)


def _take_glued(text: str, head: Head) -> None:
    opening = names.load().byline.match(text)
    head.authors, rest = names.split_names(text[opening.end() if opening else 0 :], sure=True)
    head.affiliation = affiliation_in(rest)


def take_submitted(head: Head) -> None:
    """Take the author whom a title names as its giver: `Written evidence submitted by Jane Doe`."""
    said = _SUBMITTED.match(head.title.text) if head.title and not head.authors else None
    authors, rest = _who(said)
    if authors and (not rest.strip(" .") or rest.lstrip().startswith("(")):
        head.authors = authors


def take_named(pieces: Sequence[Piece], head: Head) -> None:
    """Take the author's name from before the title: `Jane Doe: What the Dam Costs`.

    Where no byline names him, `Jane Doe – What the Dam Costs` does, in a text that is not on him.
    """
    title = head.named or (head.title.text if head.title else "") or _opening_byline(pieces)
    named, rest = names.split_names(title) if not head.authors else ((), "")
    dash = _DASHED.match(rest) if named else None
    if dash and words(rest[dash.end() :]) >= _LEAST_NAMED:
        if not persons.told([one for one in pieces if is_prose(one.text)], named):
            head.authors, head.named = named, rest[dash.end() :]
        return
    before, _, who = title.rpartition(" by ")
    named, rest = names.split_names(who, sure=True)
    if head.authors and named == head.authors and (not rest or _PRINTED.match(rest)):
        before = before.rstrip(" –—-")
        head.named = before if words(before) >= _LEAST_NAMED else head.named
        return
    for author in head.authors:
        before, mark, rest = title.partition(f"{author}:")
        if mark and words(rest) >= _LEAST_NAMED and before.rstrip()[-1:] in ("", "|", ":"):
            head.named = rest.strip()
            return


def _opening_byline(pieces: Sequence[Piece]) -> str:
    """Return the page's first line where it is the byline and no other line is the title."""
    return pieces[0].text if pieces and pieces[0].cut == "byline" else ""


def _who(said: re.Match[str] | None) -> tuple[tuple[str, ...], str]:
    """Return the names with which `who` of a match begins, and the rest of it."""
    return names.split_names(said["who"], sure=True) if said else ((), "")

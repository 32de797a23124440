"""A line in, what it says about who wrote the text, where and when: bylines and biographies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.model.source import Issued
from brief.readers import names
from brief.readers.affiliations import affiliation_in
from brief.readers.beside import SEPARATED, is_beside, is_office, says_when
from brief.readers.dates import (
    Order,
    beside_date,
    find_date,
    is_later,
    is_series,
    is_short_date,
    is_without_year,
    published,
)
from brief.readers.pieces import INVISIBLE, RAISED, words
from brief.vocabulary.states import capitals
from brief.vocabulary.surnames import surname

_BULLET = re.compile(r"^[•·*_\s>-]+")
_IS = re.compile(
    r"\s*+(?:\([^)]{0,120}\))?(?:, (?:an?|the|former) [^,.]{3,90}(?=,))?,?\s*+"
    r"(?:who )?(?:currently |also )?"
    r"(?:is|was|are|were|has been|has worked|has served|serves|works|teaches|writes|holds|covers"
    r"|heads|directs|leads|joined|specializes|specialises|researches|studies|reports)\b"
)
_THE_AUTHOR = re.compile(
    r"\W*(?:about )?the (?:author|writer|contributor|columnist)s?\b\W{0,3}(?:\S+\s){0,6}?"
    r"(?:is|are|was|were|serves?|works?|teach(?:es)?|has been|writes?|holds?)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\W*(?:about the (?:authors?|writers?|contributors?|guests?|speakers?|hosts?)|contributors?"
    r"|(?:featured |our )?(?:guests?|hosts?))\W*$",
    re.I,
)
_AUTHOR_LABEL = re.compile(
    r"\W*(?:(?:prepared )?(?:statement|testimony|remarks) (?:by|of)|presented by|authors?"
    r"|written by|by|contributors?|about the authors?|experts?)\W*$",
    re.I,
)
_GOES_ON = re.compile(
    r"(?:He|She|They|His|Her|Their|Prior to|Previously|Before joining|Follow|Twitter)\b"
)
_SOURCE = re.compile(
    r"(?:source|来源|來源|источник|quelle)\s*[:：]\s*(?P<who>[^\s|【:：][^|【:：\n]{1,50}?)(?:\s{3,}|[|【]|$)",
    re.IGNORECASE,
)
_MARKS = re.compile(rf"[*`\[\]{RAISED}†‡§¶]|(?<![^\W_])['\"]|['\"](?=\W*$)")
_SIGN = f"[{RAISED}†‡§*]"
# "Jane Doe¹ and John Roe2": calls of notes on the authors.
_CALL = re.compile(
    rf"(?<!{_SIGN}){_SIGN}+(?=[\s,;]|$)|(?<=[a-z])\d(?:,\d)*(?=[\s,;]|$)|\^[a-z\d](?=[\s,;]|$)"
    r"|(?<=[a-z]) [a-e](?=\s+(?:and|&)\s|\s*[,;]|\s*$)"
)
# "[Jane Doe](https://...)"; "Accra, Oct. 2, 2019 (GNA) –".
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_AGENCY = re.compile(r"\s*\([A-Z]{2,8}\)\s*[–—-]*\s*$")
_FOLLOW = re.compile(
    r"\s+(?:Follow(?: @?\w+)?(?: on \w+)?\b.{0,12}"
    r"|(?:Leave|Post|Add) a (?:Comment|Reply)\W*|(?:No|\d{1,4}) Comments?\W*)$"
)
_BUTTONS = re.compile(
    r"\d[\d.,]*k? (?:views|reads|hits|shares|likes)\b"
    r"|\b(?:views|reads|hits|shares|likes)\s*:\s*\d[\d.,]*"
    r"|(?:\b(?:view|read|hit|visit)s? )?\bcounts?\s*:\s*\d[\d.,]*"
    r"|(?:\d+\s*)?comments?(?:\(s\))?|\b(?:print|e-?mail|share|save|pdf)\b",
    re.IGNORECASE,
)
_APPOSITION = re.compile(r"\s*(?:\([^)]{0,80}\)|,)\s*(?:(?:an?|the)\s(?:[\w-]+\s){0,3}?)?")
_ROLE_NEAR = 40  # characters behind "Jane Doe, a" with the role
_ID = re.compile(r"[,;|]?\s*\b(?:unique )?id\s*:\s*[\w/-]*\d[\w/-]*\s*$", re.IGNORECASE)
# “The Dam” by Jane Doe (The Monitor, 5 May 2020)
_LISTED = re.compile(r"\S[”\"] by [^\W\d_a-z].*\(")
_PICTURED = re.compile(r"(?:getty|shutterstock|istock|alamy|unsplash|flickr|wikimedia)\b", re.I)
_SHOT = re.compile(r"\((?:photo|image|picture|photograph)s? (?:by|courtesy|:)", re.IGNORECASE)
# "Day 1: Monday 12 August 2019"
_DAY = re.compile(r"\W*day \d{1,2}\s?[:,–—-]\s*(?=\w)", re.IGNORECASE)
# ", from 8:45 a.m. – 4:00 p.m. (EDT)"
_HOURS = re.compile(
    r",?(?: from| at)? \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)? ?[–—-] ?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
    r"(?: \(?[A-Z]{2,4}\)?)?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\W*published by\b", re.IGNORECASE)
# "Jane Doe, Fellow for Security: The pact ..." speaks; "Jane Doe, a reporter, has left" acts.
_TELLS = re.compile(
    r"[^:.]{0,60}:\s+(?:\S+\s+){5}"
    r"|[^,.;:]{0,90}, (?:has (?!been|worked|served|taught|written)|had |will |would )"
)
# "Jane Doe, Stockholm", "Jane Doe, Opinion Contributor", "Jane Doe, Special to The Post".
_ASIDE = re.compile(r",\s*(?:[A-Z][\w’'-]*(?: (?:to|for|of|the|[A-Z][\w’'-]*)){0,5})\W*$")
_AND = re.compile(r"(?:,|;|\))\s+(?:and\s+)?(?=[^\W\d_a-z])|\band\s+(?=[^\W\d_a-z])")
_OFFICE = re.compile(r",\s+(?:an?|the|former|senior|associate)\s|\s*\([A-Z]")
_HOUSE = re.compile(r"by (?:(?:our|the|a) )?(?:editors?|admin|staff|news desk|web desk)\b", re.I)
LISTING = re.compile(r"\W*author(?P<several>s)?\s*+(?:\(s\))?\s*+[:：]", re.IGNORECASE)
_TWICE = re.compile(
    r"(?P<who>[^\W\d_a-z]\S*(?: \S+){1,3}) (?=(?P=who)\s+(?:is|was|has|teaches|writes)\b)"
)
# "By FPI Board Member Jane Doe", "By Senior Fellow John Roe"
_OFFICE_FIRST = re.compile(
    r"(?:[A-Z][\w’'-]* ){0,4}(?:Member|Fellow|Director|President|Editor|Analyst|Researcher|Scholar"
    r"|Contributor|Columnist|Expert|Writer|Chairman|Correspondent|Reporter) (?=[A-Z]\S* [A-Z])"
)
# Words of a name at least.
_NAME = 2
_PLACE = re.compile(r"(?:in|reporting from|for|of)\s+")


@dataclass(frozen=True, slots=True)
class Credit:
    """What one line of a page's head says about the work."""

    authors: tuple[str, ...] = ()
    affiliation: str = ""
    publisher: str = ""
    issued: Issued | None = None
    later: bool = False
    """The date is that of a change."""
    explicit: bool = False
    """It says "by" or "author"."""


def credit_of(text: str, order: Order) -> Credit | None:
    """Return what a short line credits, None when it is neither byline nor date.

    A line that holds more than credits, such as a headline with a date in it, is none.
    """
    if len(text) > 600 or words(text) > 40:
        return None
    if _LISTED.search(text):
        return Credit()  # an entry of a list of texts
    if _SHOT.search(text):
        return None  # a caption names whom it shows, and when
    text = _ID.sub("", INVISIBLE.sub("", text))
    text = _FOLLOW.sub("", _MARKS.sub("", _AGENCY.sub("", _LINK.sub(r"\1", text))))
    text = _HOURS.sub("", _DAY.sub("", text, count=1)).replace(
        " / " if text.count(" / ") > 1 else "|", " | "
    )
    found = find_date(text, order)
    if not found and is_without_year(text):
        return Credit()
    if is_short_date(text):
        return Credit(issued=found.issued if found else None)
    rest = beside_date(text, found) if found else text.strip()
    labelled = ":" in rest or "：" in rest
    source = _SOURCE.search(_BUTTONS.sub("", rest).rstrip()) if labelled else None
    if source and (found or source.start() == 0) and not _PICTURED.match(source["who"]):
        return Credit(publisher=source["who"].strip(" .|"), issued=found.issued if found else None)
    issued, later = (found.issued if found else None), is_later(text)
    if came_out := published(text, order) if later else None:
        issued, later = came_out, False
    byline = _byline(rest)
    if byline and _PUBLISHED.match(text) and names.is_organization(byline.authors[0]):
        return Credit(publisher=byline.authors[0], issued=issued, later=later)
    if byline:
        return Credit(byline.authors, byline.affiliation, byline.publisher, issued, later, True)
    if not found:
        return None
    rest = _HOUSE.sub(" ", _BUTTONS.sub(" ", rest)).strip(" |,.;:—–-")
    rest = re.sub(r"^in [A-Z][\w ]{2,20}$", "", rest)
    if not rest or is_series(rest) or says_when(text, found) or is_office(text, found, rest):
        return Credit(issued=issued, later=later)
    first, *others = [part for part in SEPARATED.split(rest) if part]
    authors, remainder = names.split_names(first)
    if authors and (not remainder.strip(" ,.") or _ASIDE.match(remainder)):
        affiliation = affiliation_in(", ".join(others)) if others else ""
        return Credit(authors, affiliation, "", issued, later)
    house = words(rest) > 1 and names.is_organization(rest)
    if words(rest) <= 5 and not names.leading_name(rest)[0] and is_beside(text, found, rest, house):
        return Credit(publisher=first if house else "", issued=issued, later=later)
    return None


def _byline(text: str) -> Credit | None:
    """Return the credit of a line that says "by"; None when no name follows."""
    opening = names.load().byline.match(text)
    if not opening:
        # "Analysis | By Jane Doe"
        parts = [part for part in SEPARATED.split(text) if names.load().byline.match(part)]
        return _byline(parts[0]) if parts else None
    if words(text) > 30:
        return None
    body = text[opening.end() :].strip()
    if listing := LISTING.match(opening.group()):
        one = ";" in body or not listing["several"]  # "Authors: Doe, Roe" are two
        if one and " " not in body.split(",")[0] and (named := names.turned(body)):
            return Credit(named, explicit=True)  # "Author: Doe, Jane"
        body = body.replace(" | ", ", ")
    opening = _TWICE.match(body) or _OFFICE_FIRST.match(body)
    body = body[opening.end() :] if opening else body
    authors, rest = names.split_names(body, sure=True)
    authors += _further(rest) if authors else ()
    rest = rest.strip(" |·•–—-,.;:()\n")
    house = body.strip(" .*")
    if names.is_organization(house) and words(house) <= 6 and _is_house(authors, rest):
        return Credit(authors=(house,), explicit=True)
    if not authors or words(rest) > 22 or _goes_on_as_prose(rest):
        return None
    if not rest:
        authors = (*authors[:-1], _without_place(authors[-1]))
    return Credit(authors, *_rest_of_byline(body, rest), explicit=True)


def _without_place(name: str) -> str:
    """Return a name without the capital behind it, from where its bearer writes: `Jane Doe Quito`.

    A capital that is a family name too may be the author's.
    """
    said = name.split()
    for size in (2, 1):
        place = " ".join(said[-size:])
        named = len(said) - size >= _NAME and place in capitals()
        if named and place not in names.load().capitals_too:
            return " ".join(said[:-size])
    return name


def _further(rest: str) -> tuple[str, ...]:
    """Return the authors behind the first one's office: `, a fellow at Any House, and John Roe`."""
    if rest[:1] not in ",(":
        return ()
    found: list[str] = []
    for match in _AND.finditer(rest):
        more, behind = names.split_names(rest[match.end() :], sure=True)
        person = bool(more) and not names.is_organization(more[0])
        if person and (not behind.strip(" .)") or _OFFICE.match(behind)):
            found += more
    return tuple(found)


def _is_house(authors: Sequence[str], rest: str) -> bool:
    """Tell whether what follows "by" is an institution: `Atlantic Council experts`."""
    return not authors or (names.is_organization(authors[0]) and words(rest) <= 1)


def _goes_on_as_prose(rest: str) -> bool:
    if not rest or names.has_role(rest) or _PLACE.match(rest):
        return False
    return rest[0].islower() and words(rest) > 4


def _rest_of_byline(body: str, rest: str) -> tuple[str, str]:
    """Return affiliation and publisher from what follows the names."""
    if not rest:
        return "", ""
    if names.has_role(rest):
        return affiliation_in(rest), ""
    # "By Jane Doe. The Monitor": a stop sets off the outlet, a comma the employer.
    gap = body[: body.rfind(rest)].rstrip()
    name = SEPARATED.split(rest)[0].strip(" ,.")
    if not name[:1].isupper():
        return "", ""
    return ("", name.rstrip(",")) if gap.endswith((".", "|")) else (name, "")


def names_alone(text: str) -> tuple[str, ...]:
    """Return the names of a line that holds nothing but names, with or without a bullet."""
    bare = _CALL.sub("", _BULLET.sub("", INVISIBLE.sub("", text), count=1))
    authors, rest = names.split_names(bare)
    return authors if authors and not rest.strip(" ,.*_|") else ()


def is_role_line(text: str) -> bool:
    """Tell whether a short line says what the person above it is."""
    short = words(text) <= 30 and not text.rstrip().endswith(("?", "!"))
    return short and (names.has_role(text) or names.is_organization(text))


def is_about_label(text: str) -> bool:
    """Tell whether a line is the label "About the author"."""
    return bool(_ABOUT.match(text))


def bio_name(text: str) -> str | None:
    """Return the person a biographical paragraph is about, "" for "the author", None if no bio.

    A biography begins with a name (or "the author"), says what the person is, and names a role
    of the learned and writing professions soon after.
    """
    if words(text[:2000]) > 160:
        return None
    printed = start = text.replace("**", "").lstrip("*_–—-• \t")
    if _THE_AUTHOR.match(start[:200]) and names.has_role(start[:300]):
        return ""
    start = re.sub(r"^(?:about (?:the )?authors?|authors?|bio)\s*:?\s*", "", start, flags=re.I)
    name, end = names.leading_name(start)
    if not name:
        return None
    after = start[end : end + 260]
    labelled = start != printed
    if _IS.match(after) and (labelled or names.has_role(after[:200])):
        return name
    apposition = _APPOSITION.match(after)
    at = apposition.end() if apposition else 0
    role = apposition and names.load().roles.search(after, at, at + _ROLE_NEAR)
    if not role or _TELLS.match(after, role.end()):
        return None
    return name if words(text) <= 45 else None


def own_bio(text: str, authors: Sequence[str]) -> str | None:
    """Return the author a paragraph presents at its begin or behind an apposition, else `None`.

    `A former diplomat, Jane Doe has worked as a reporter`; `Jane Doe leads a team at the Centre`.
    """
    if words(text) > 90:
        return None
    folded = text.casefold()
    for author in authors:
        at = folded.find(author.casefold())
        after = text[at + len(author) :]
        if at == 0 and _IS.match(after[:200]) and names.is_organization(after[:200]):
            return author
        if 0 < at < 90 and names.has_role(text[:300]) and _IS.match(after[:260]):
            return author
        called = re.match(rf"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?{re.escape(surname(author))}", text)
        behind = text[called.end() :][:200] if called else ""
        if (
            called
            and _IS.match(behind)
            and (names.has_role(behind) or names.is_organization(behind))
        ):
            return author
    return None


def is_author_label(text: str) -> bool:
    """Tell whether a line is the label above an author's name."""
    return bool(_AUTHOR_LABEL.match(text))


def goes_on(text: str) -> bool:
    """Tell whether a paragraph behind a biography continues it."""
    return words(text[:2000]) <= 90 and bool(_GOES_ON.match(text))

"""The settings of a file in, what they say of the work out: title, authors, date, outlet.

Page generators, reference managers and note takers write the same facts under many names and in
many shapes; all that are known stand here. What they say wins over what is printed, except where
the print says the same more precisely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brief.model.source import Issued
from brief.readers import names
from brief.readers.affiliations import affiliation_in
from brief.readers.dates import Order, find_date
from brief.readers.front_matter import Settings, fold
from brief.readers.pieces import URL

_TITLES = ("title", "headline", "pagetitle")
_AUTHORS = (
    "author", "authors", "by", "byline", "creator", "creators", "writer", "writers", "writtenby",
    "authorname", "authornames", "postauthor", "dccreator", "articleauthor",
)  # fmt: skip
_DATES = (
    "issued", "date", "published", "datepublished", "publisheddate", "publishdate", "pubdate",
    "publicationdate", "publishedat", "publishedon", "publishedtime", "articlepublishedtime",
    "releasedate", "issuedate", "dateissued", "posted", "postdate", "postedon", "dcdate",
    "originaldate", "firstpublished", "year",
)  # fmt: skip
# The day on which a file was made or changed; it is that of the work where nothing else is known.
_FILE_DATES = ("datecreated", "created", "modified", "updated", "lastmod", "datemodified")
# Who clips a page names it; then the file's own day is that of the clipping.
_CLIPPED = ("source", "sourceurl", "url", "link", "clipped", "published")
_LINKS = ("url", "sourceurl", "urlsource", "source", "link", "permalink", "canonical")
_OUTLETS = (
    "publisher", "publication", "publicationtitle", "containertitle", "journal", "outlet",
    "newspaper", "magazine", "website", "site", "sitename", "source",
)  # fmt: skip
_NESTED = ("params", "extra", "meta", "metadata", "article")
_HOUSES = ("affiliation", "affiliations", "institution", "institute", "organization",
           "organisation", "org", "company", "employer", "university")  # fmt: skip
_LITERAL = ("literal", "name", "fullname", "displayname", "title", "main", "text", "value")
_GIVEN = ("given", "givenname", "givennames", "first", "firstname", "forename")
_FAMILY = ("family", "familyname", "last", "lastname", "surname")
_NOBODY = frozenset({
    "", "~", "null", "none", "admin", "administrator", "editor", "editors", "staff", "webmaster",
    "root", "unknown", "anonymous", "n/a", "guest", "user", "author", "true", "false",
})  # fmt: skip
_BARE = re.compile(
    r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|!?\[([^\]]*)\]\([^)]*\)|\s*<[^>]*>|[*`]|\b_|_\b"
)
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_ET_AL = re.compile(r"\W+(?:et al|and others)\.?\W*$", re.IGNORECASE)
_INVERTED = re.compile(r"(?P<family>[^,]+),\s*(?P<given>[^,]+)$")
_SLUG = re.compile(r"[a-z]+(?:[-_.][a-z]+)+$")
_HANDLE = re.compile(r"@?[a-z\d_.-]+$")
_MONTH = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})$|(?P<m2>\d{1,2})[-/.](?P<y2>\d{4})$")
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:\d{6})?$")
_TURNED = re.compile(r"(?P<y>(?:19|20)\d\d)[\s,-]+(?P<rest>[^\W\d].*)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"\S*://|www\.|\S+\.\w{2,}/")


@dataclass(frozen=True, slots=True)
class Given:
    """What the settings of a file say; empty is unknown."""

    title: str = ""
    authors: tuple[str, ...] = ()
    affiliation: str = ""
    publisher: str = ""
    issued: Issued | None = None
    sender: str = ""
    """Who sent it as a mail: the author, if the text names none, or the outlet."""
    url: str = ""
    made: Issued | None = None
    """The day of the file, for a work whose own nobody knows."""


def given_in(settings: Settings) -> Given:
    """Return what the settings say of the work."""
    known = dict(settings)
    for key in _NESTED:
        inner = known.get(key)
        for name, value in inner.items() if isinstance(inner, Mapping) else ():
            known.setdefault(fold(name), value)
    people = [person for key in _AUTHORS for person in _people(known.get(key))]
    houses = [house for _, house in people if house]
    clipped = any(key in known for key in _CLIPPED)
    return Given(
        title=_first(known, _TITLES),
        authors=tuple(dict.fromkeys(name for name, _ in people)),
        affiliation=houses[0] if houses else "",
        publisher=next(filter(None, (_outlet(known.get(key)) for key in _OUTLETS)), ""),
        issued=_first_date(known, _DATES),
        sender=_text(known.get("sender")),
        url=next(filter(URL.match, (_text(known.get(key)) for key in _LINKS)), ""),
        made=None if clipped else _first_date(known, _FILE_DATES),
    )


def _facts(value: object) -> dict[str, object]:
    """Return what a mapping says by folded keys; nothing of any other value."""
    return {fold(key): one for key, one in value.items()} if isinstance(value, Mapping) else {}


def _first(facts: Mapping[str, object], keys: tuple[str, ...]) -> str:
    """Return the text of the first key that has one."""
    return next(filter(None, (_text(facts.get(key)) for key in keys)), "")


def _text(value: object) -> str:
    """Return a value that should be one text: the first of a list, the main one of a mapping."""
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), "")
    if isinstance(value, Mapping):
        return _first(_facts(value), _LITERAL)
    bare = _BARE.sub(lambda mark: mark[1] or mark[2] or "", str(value or ""))
    bare = " ".join(bare.split())
    return "" if bare in ("~", "null") else bare


def _outlet(value: object) -> str:
    text = _text(value)
    return "" if _ADDRESS.match(text) or text.casefold() in _NOBODY else text


def _people(value: object) -> Iterator[tuple[str, str]]:
    """Yield each author a setting names, and where the setting says that the author works."""
    if isinstance(value, list):
        for one in value:
            yield from _people(one)
    elif isinstance(value, Mapping):
        yield from _mapped(value)
    elif value:
        yield from _listed(_BY.sub("", _text(value), count=1).strip('"“”'))


def _mapped(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    folded = _facts(value)
    house = _first(folded, _HOUSES)
    name = folded.get("name")
    parts = _facts(name) if isinstance(name, Mapping) else folded
    given, family = _first(parts, _GIVEN), _first(parts, _FAMILY)
    if family:
        yield f"{given} {family}".strip(), house
    elif whole := _text({key: folded[key] for key in _LITERAL[:4] if key in folded}):
        yield from ((one, house or own) for one, own in _listed(whole))
    else:
        yield from _keyed(value)


def _keyed(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield authors from `Jane Doe: {institute: ...}` or `jane: {name: Jane Doe}`."""
    for key, one in value.items():
        named = names.split_names(key, sure=True) == ((key,), "")
        if named:
            yield key, _first(_facts(one), _HOUSES)
        elif isinstance(one, Mapping):
            yield from _mapped(one)


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the authors of one text: `Jane Doe and John Roe`, `Doe, Jane; Roe, John`."""
    if ";" in text or (re.search(r",.*\band\b.*,", text) and _inverted(text.split(" and ")[0])):
        for part in re.split(r";|\band\b", text):
            yield from _listed(part.strip())
        return
    inverted = _inverted(text)
    if inverted:
        yield inverted, ""
    elif _SLUG.match(text):
        parts = [part if len(part) > 1 else f"{part}." for part in re.split("[-_.]", text)]
        yield " ".join(parts).title(), ""
    elif text.casefold() not in _NOBODY and not _HANDLE.match(text):
        found, rest = names.split_names(text, sure=True)
        rest = _ET_AL.sub("", rest).strip(" ,.()|–—-")
        if found and (not rest or names.has_role(rest) or names.is_organization(rest)):
            house = affiliation_in(rest) if rest else ""
            yield from ((name, house) for name in found)
        else:
            yield text, ""


def _inverted(text: str) -> str:
    """Return `Jane Doe` for `Doe, Jane`; nothing for a list of two names or a name and degree."""
    match = _INVERTED.match(text)
    if not match:
        return ""
    family, given = match["family"].split(), match["given"].split()
    particles = names.load().particles
    single = sum(word.casefold() not in particles for word in family) == 1
    degree = given[0].casefold().rstrip(".") in names.load().degrees
    listed = names.has_role(match["given"]) or names.is_organization(text)
    return "" if not single or degree or listed else " ".join([*given, *family])


def _first_date(known: Mapping[str, object], keys: tuple[str, ...]) -> Issued | None:
    for key in keys:
        issued = date_in(known.get(key))
        if issued and key == "year" and issued.month is None:
            parts = {"year": issued.year, "month": known.get("month"), "day": known.get("day")}
            issued = _from_parts(parts) or issued
        if issued:
            return issued
    return None


def date_in(value: object) -> Issued | None:
    """Return the date that a setting states, as far as it is certain."""
    if isinstance(value, Mapping):
        folded = _facts(value)
        return date_in(folded.get("dateparts") or folded.get("raw")) or _from_parts(folded)
    if isinstance(value, list):
        flat = value[0] if value and isinstance(value[0], (list, Mapping)) else value
        if isinstance(flat, list) and len(flat) <= 3 and all(_is_number(one) for one in flat):
            return _from_parts(dict(zip(("year", "month", "day"), flat, strict=False)))
        return next(filter(None, map(date_in, value)), None)
    return _date_of(_text(value)) if value else None


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value.isdigit()


def _from_parts(parts: Mapping[str, object]) -> Issued | None:
    said = [_text(parts.get(key)) for key in ("year", "month", "day")]
    return _date_of("-".join(filter(None, said))) if said[0] else None


def _date_of(text: str) -> Issued | None:
    compact = _COMPACT.match(text)
    if compact:
        text = "-".join(compact.group("y", "m", "d"))
    found = find_date(text, Order())
    if found:
        return found.issued
    turned = _TURNED.match(text)
    if turned and (found := find_date(f"{turned['rest']} {turned['y']}", Order())):
        return found.issued
    month = _MONTH.match(text)
    if month and 1 <= int(month["m"] or month["m2"]) <= 12:
        return Issued(year=int(month["y"] or month["y2"]), month=int(month["m"] or month["m2"]))
    years = set(_YEAR.findall(text))
    return Issued(year=int(years.pop())) if len(years) == 1 else None

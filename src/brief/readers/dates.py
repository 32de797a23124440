"""A line in, the date it prints out, as far as it is certain.

`09/10/2019` is 9 October or September 10. It is resolved only by the file itself: another date of
the same form with a part over 12 shows the order; or three or more such dates share one part
while the other varies, and then the shared part is the month, because a page lists its neighbors
of the same days or weeks; or its addresses and clocks show a country, which has its custom. Of
`25/01/14` the years that the text names tell the year. Without such evidence the year alone is
taken, or nothing. `09.10.2019` is always
day first: no country that writes the month first separates with stops.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from brief.model.source import Issued
from brief.readers.names import load
from brief.readers.signs import data

# "March 24, 20237:05 AM": what is glued to a year may be the time.
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))"
_NUMERIC = re.compile(
    r"(?P<a>\d(?<![\d/.-]\d)\d?)(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/-])"
)
# Only where nothing else stands in the line.
_SHORT = re.compile(r"\W*(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{2})\W*$")
# "Opinion Contributor - 11/16/23 7:30 AM ET"
_TIMED = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})/(?P<c>\d{2})(?=,? \d{1,2}:\d\d)"
)
_CAME_IN = re.compile(
    r"(?:.{0,40}\|)?\W*received\b.*\b(?=(?:accepted|published|available)\b)", re.IGNORECASE
)
_THIS_CENTURY = 40
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED_YEAR = re.compile(r"(?:19|20)(?<![\d/.-]\d\d)\d\d(?![\d/])")
# A text from the year before last still names its own year, or one close to it.
_RECENT = 2
_DOMAIN = re.compile(r"(?:https?://|www\.|@)[\w.-]+\.([a-z]{2,3})(?![\w.-])")
_ZONE = re.compile(
    r"\d(?::\d\d)?\s?(?:[apAP]\.?[mM]\.?,?)?\s?\(?"
    r"(E[SD]?T|P[SD]?T|C[SD]T|IST|GMT|BST|CES?T|AES?T|SGT|HKT|MSK|JST|KST)\b"
)
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(r"\b(?:no|nr|issue|vol)\.? ?\d+|\b\d{1,4}/(?:19|20)?\d\d\b", re.IGNORECASE)
_SHORT_SERIES = 3
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_NAME_BEFORE = re.compile(r"[^\W\d_a-z][^\W\d_]+ $")
_LONGEST_NAME = 40  # letters looked at before a word; the whole line would be, for each word, much
_NAME_BEHIND = re.compile(r" [^\W\d_a-z][^\W\d_]+")
_TIME = re.compile(
    r"(?:\bt)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:z\b| ?(?:utc|gmt|[ecpi]s?t|[ecp]dt|[bc]e?st)\b)?"
    r"|\d{1,2}(?= ?[ap]\.?m\b)|[+-]\d{2}:?\d{2}|(?:gmt|utc)[+-]\d{1,2}",
    re.I,
)


class Found(NamedTuple):
    """A date and where it stands in the text searched."""

    issued: Issued
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Order:
    """How a file writes numeric dates: which part is the month, where it shows."""

    day_first: bool | None = None
    month: int | None = None
    year_first: bool = False
    """Years of two digits come first: `25/01/14` in China, Hungary, Japan and Korea."""
    years: frozenset[int] = frozenset()
    """The years that the text names."""


@cache
def _months() -> dict[str, int]:
    return {
        name: number for number, names in data("dates.yaml")["months"].items() for name in names
    }


def month_names() -> tuple[str, ...]:
    """Return all names of months that are read, in lower case."""
    return tuple(_months())


@cache
def _around() -> frozenset[str]:
    return frozenset(data("dates.yaml")["around"])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    month = rf"(?P<m>{month})\b\.?"
    # "22-23 May": a meeting of some days is dated by the last.
    day = r"(?<!\d)(?:\d{1,2}\.?\s?[-–]\s?)?(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    year = _YEAR.format("y")
    forms = (
        rf"{day}[\s/-]*(?:of |de )?{month},?[\s/-]*(?:de )?{year}",
        rf"\b{month}[\s-]*{day}(?:\s*,\s*|\s+|-){year}",
        rf"(?<![\d/.-]){year}\.?\s{month}\s(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<![\d/.-]){year}(?P<s>[-/.])\s?(?P<mm>\d{{1,2}})(?P=s)\s?(?P<d>\d{{1,2}})(?!\d)",
        rf"{year}\s*年\s*(?P<mm>\d{{1,2}})\s*月(?:\s*(?P<d>\d{{1,2}})\s*日)?",
        rf"\b{month},?\s*{year}",
        rf"\bdate(?: issued| of publication)?\s*:\s*{year}-(?P<mm>\d\d)$",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def order_of(raw: str) -> Order:
    """Return how the numeric dates of a whole file are to be read."""
    years = frozenset(map(int, _NAMED_YEAR.findall(raw)))
    day_first, year_first = _custom(raw)
    pairs = [(int(m["a"]), int(m["b"])) for m in _NUMERIC.finditer(raw) if m["sep"] != "."]
    first = any(a > 12 >= b for a, b in pairs)
    second = any(b > 12 >= a for a, b in pairs)
    month = None
    if first != second:
        day_first = first
    elif not first and len(pairs) > 2:
        shared = set.intersection(*({a, b} for a, b in pairs))
        month = min(shared) if len(shared) == 1 and len(set(pairs)) > 2 else None
    elif first:
        day_first = None  # both ways on one page
    return Order(day_first, month, year_first, years)


def _custom(raw: str) -> tuple[bool | None, bool]:
    """Return whether the country of a page writes the day first, and years of two digits first.

    A page shows it by the ends of its addresses and by the zone of its clock, where all agree.
    """
    shown = {*_DOMAIN.findall(raw.lower()), *_ZONE.findall(raw)}
    listed = data("dates.yaml")["countries"]
    found = {order for order, signs in listed.items() if shown & set(signs)}
    if len(found) != 1:
        return None, False
    (order,) = found
    return {"day": True, "month": False}.get(order), order == "year"


def is_short_date(text: str) -> bool:
    """Tell whether a line is a date with a year of two digits, certain or not."""
    return bool(_SHORT.match(text))


def is_unclear(text: str, issued: Issued | None) -> bool:
    """Tell whether a line prints a date of which less than the day is certain."""
    if issued is None:
        return is_short_date(text)
    return issued.month is None and bool(_NUMERIC.search(text))


def _short(match: re.Match[str], order: Order) -> Issued | None:
    """Return the date of `12/31/19` when it can be read in one way only."""
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    readings = {(c, b, a)} if order.day_first is not False else set()
    if match["sep"] == "/" and order.day_first is not True:
        readings.add((c, a, b))
    if a > 12 or match["sep"] == "-":
        readings.add((a, b, c))
    found = {
        issued
        for year, month, day in readings
        if year < _THIS_CENTURY or year > 69
        if (issued := made(year + (2000 if year < _THIS_CENTURY else 1900), month, day))
    }
    return found.pop() if len(found) == 1 else _likely(found, match, order)


def _likely(found: set[Issued], match: re.Match[str], order: Order) -> Issued | None:
    """Return the reading of `25/01/14` that the page bears out, if one alone is.

    A text names the years up to its own, and hardly one between its own and a later reading.
    """
    first = [one for one in found if one.year % 100 == int(match["a"])]
    if order.year_first and len(first) == 1:
        return first[0]
    years = sorted({one.year for one in found})
    if len(years) != 2 or len(found) != 2:
        return None
    early, late = years
    if any(early < year <= late for year in order.years):
        year = late
    elif any(early - _RECENT <= year <= early for year in order.years):
        year = early
    else:
        return None
    return next(one for one in found if one.year == year)


def find_date(text: str, order: Order) -> Found | None:
    """Return the first date in a text, or None."""
    if not _DIGIT.search(text):
        return None
    short = _SHORT.match(text)
    issued = _short(short, order) if short else None
    if short and issued:
        return Found(issued, *short.span())
    # "Received 2 May 2020; accepted 11 June 2020": a work came out after it came in.
    came_in = _CAME_IN.match(text)
    skip = came_in.end() if came_in else 0
    first = min(_dates(text[skip:], order), key=lambda one: (one.start, -one.end), default=None)
    return Found(first.issued, first.start + skip, first.end + skip) if first else None


def _dates(text: str, order: Order) -> Iterator[Found]:
    timed = _TIMED.search(text)
    when = _short(timed, order) if timed else None
    if timed and when:
        yield Found(when, *timed.span())
    if not _ANY_YEAR.search(text):
        return  # all other forms have one; looking for each of them takes long
    for match in _NUMERIC.finditer(text):
        issued = _numeric(match, order)
        if issued:
            yield Found(issued, *match.span())
    low = text.casefold()
    months = any(map(low.__contains__, _months()))
    for pattern in _patterns():
        if not months and "m" in pattern.groupindex:
            continue
        one = pattern.search(text)
        issued = _named(one.groupdict()) if one else None
        if one and issued:
            yield Found(issued, *one.span())


def _named(parts: dict[str, str | None]) -> Issued | None:
    named, day = parts.get("m"), int(parts.get("d") or 0) or None
    month = _months()[named.casefold()] if named else int(parts["mm"] or 0)
    return made(int(parts["y"] or 0), month, day)


def _numeric(match: re.Match[str], order: Order) -> Issued | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if max(a, b) > 31 or min(a, b) < 1 or min(a, b) > 12:
        return None
    day_first = True if match["sep"] == "." else order.day_first
    if a == b or a > 12 or b > 12:
        return made(year, min(a, b), max(a, b))
    if day_first is not None:
        return made(year, b, a) if day_first else made(year, a, b)
    if order.month in (a, b):
        return made(year, order.month, b if order.month == a else a)
    return Issued(year=year)


def made(year: int, month: int | None, day: int | None) -> Issued | None:
    """Return the date of these numbers, None where the calendar has none such."""
    try:
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Issued(year=year, month=month, day=day)


def beside_date(text: str, found: Found) -> str:
    """Return what a line says besides its date: empty when it is a date and nothing else."""
    rest = f"{text[: found.start]} | {text[found.end :]}"
    # Another date beside it ("Updated ...") is no more than a date either.
    for pattern in (_NUMERIC, _TIMED, *_patterns()):
        rest = pattern.sub(" ", rest)
    rest = _TIME.sub(" ", rest)
    kept = _WORD.sub(lambda word: "" if _is_around(word) else word.group(), rest)
    return kept.strip(" |,.;:·•–—-/()\t\xa0\n")


def _is_around(word: re.Match[str]) -> bool:
    """Tell whether a word belongs to a date beside it, and not to a name: `Le Hong Hiep`."""
    if word.group().casefold() not in _around():
        return False
    if word.group() not in load().families:
        return True
    line, start, end = word.string, word.start(), word.end()
    before = line[max(0, start - _LONGEST_NAME) : start]
    return not (_NAME_BEFORE.search(before) or _NAME_BEHIND.match(line, end))


def date_alone(text: str, order: Order) -> Found | None:
    """Return the date that a line is and nothing else; None where it says more, or no date."""
    found = find_date(text, order)
    return None if found is None or beside_date(text, found) else found


def is_series(rest: str) -> bool:
    """Tell whether what stands beside a date only counts the issue of a series."""
    listed = frozenset(data("dates.yaml")["series"])
    left = [word for word in _WORD.findall(rest) if word.casefold() not in listed]
    if _NUMBERED.search(rest) and len(left) <= _SHORT_SERIES:
        return True  # "Any Insight No. 1955"
    known = any(word.casefold() in listed for word in _WORD.findall(rest))
    return known and len(left) <= 3 and all(word.isupper() for word in left)


def is_later(text: str) -> bool:
    """Tell whether a date line speaks of a change of the text, not of its publication.

    What stands behind its first date may be another: `17 April 2023 (updated 18 April)`.
    """
    before = {word.casefold() for word in _WORD.findall(_DIGIT.split(text[:60], maxsplit=1)[0])}
    return bool(before & _later()) and not before & _first()


def published(text: str, order: Order) -> Issued | None:
    """Return the day a line says the text came out, where it tells of a change first."""
    for match in _WORD.finditer(text):
        if match.group().casefold() in _first():
            found = find_date(text[match.end() : match.end() + 30], order)
            if found:
                return found.issued
    return None


def is_without_year(text: str) -> bool:
    """Tell whether a line is a day and a month and nothing else: `Jun 21`."""
    return bool(_day_and_month().match(text))


@cache
def _day_and_month() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    return re.compile(
        rf"\W*{weekday}(?:(?:{month})\.? {day}|{day}\.? (?:{month}))"
        r"(?:,? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?\W*$",
        re.IGNORECASE,
    )


@cache
def _first() -> frozenset[str]:
    return frozenset(data("dates.yaml")["published"])


@cache
def _later() -> frozenset[str]:
    return frozenset(data("dates.yaml")["later"])

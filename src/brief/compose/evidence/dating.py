"""Undated sources in, for each the year before which it was not finished out: a trace, no date.

A text that speaks of what happened in 2016 was not finished before; nor was one that names what
began then, by the names of `begun.yaml`. A year that it only aims at (`by 2030`, `until 2025`)
says nothing, nor does one of history (`comparisons with 1914`). Undated articles of one file and
one outlet were put out together: none of them before the latest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from brief.compose.evidence.phrases import PhrasePatterns
from brief.model.dossier import Source
from brief.vocabulary.lists import packed

_YEAR = re.compile(
    r"(?<![\w./$€£¥#-])(?<!\d[,.])((?:19|20)\d\d)"
    r"(?!\d|[.,]\d|/\d(?!\d(?!\d))|[\w%]|-\d{3}| (?:percent|per cent))"
)
_AHEAD = re.compile(
    r"\b(?:by|until|till|before|towards?|through|beyond|target\w*|goal\w*|aim\w*|plan\w*|vision|agenda)"
    r"(?: \w+){0,3} $|\bfrom \d{4} to $|\d{4} ?[-–] ?$",
    re.IGNORECASE,
)
"""What stands before a year that lies ahead, or ends a span that may."""


_HISTORY = 1990
"""A year before this one is history to a text of today, and tells nothing of when that was made."""
_PAST = re.compile(r"[^.;]{0,80}?\b(?:was|were|had|became|went|rose|fell|reached|fallen|risen)\b")


def earliest_years(sources: Iterable[Source], now: int) -> Mapping[str, int]:
    """Return by id the year before which an undated source was not finished, where one is known.

    A year long before all that have a date is history to the text, and would only mislead.
    """
    every = list(sources)
    undated = [one for one in every if not one.issued]
    first = min((one.issued.year for one in every if one.issued), default=0) - AGED
    together: dict[tuple[str, str], int] = {}
    for one in undated:
        key = _collection(one)
        together[key] = max(together.get(key, 0), latest_year(one, now))
    known = {one.id: together[_collection(one)] for one in undated}
    return {key: year for key, year in known.items() if year and year >= first}


def latest_year(source: Source, now: int) -> int:
    """Return the latest year up to `now` of what a text tells as past or names; zero for none."""
    heads = dict.fromkeys(head for passage in source.passages for head in passage.heading)
    texts = (*(passage.text for passage in source.passages), *heads, source.title)
    found = [
        year
        for text in texts
        for named in _YEAR.finditer(text)
        for year in [_last(int(named[1]), text[named.end() :])]
        if _HISTORY <= year <= now and _come(text, *named.span())
    ]
    told = max(found, default=0)
    text = "\n".join(passage.text for passage in source.passages)
    for since, names in _begun():
        if told < since <= now and names.count(text):
            return since
    return told


def _last(year: int, after: str) -> int:
    """Return the later of two years that are named as one: `2015-16`."""
    second = re.match(r"[-–/](\d\d)(?!\d)", after)
    return year + 1 if second and int(second[1]) == (year + 1) % 100 else year


def _collection(source: Source) -> tuple[str, str]:
    """Return the file and the outlet of a source; without an outlet it stands alone."""
    put_out = source.outlet
    return (source.seed, put_out) if put_out else (source.id, "")


def _come(text: str, first: int, last: int) -> bool:
    """Tell whether the year at an offset is spoken of as one that has come."""
    return not _AHEAD.search(text[:first]) or _PAST.match(text[last:]) is not None


@cache
def _begun() -> tuple[tuple[int, PhrasePatterns], ...]:
    """Return the names that began in each year, the latest year first."""
    years: dict[int, list[str]] = {}
    for one in packed(__package__, "begun.yaml")["names"]:
        years.setdefault(one["since"], []).extend(one["names"])
    return tuple((year, PhrasePatterns(years[year])) for year in sorted(years, reverse=True))


LONG_AGO, AGED = 15, 10
"""Years before the newest source from which an event is history, and from which what a source
calls the present is no longer."""
_NAMED = re.compile(r"\b((?:1[89]|20)\d\d)s?\b(?! ?(?:%|percent|million|billion))")


_ERA = re.compile(
    r"(?<!since )(?<!since the )(?<!after )(?<!after the )(?<!end of )(?<!end of the )"
    r"\b(?:(?:First|Second) World War|World War (?:II?|One|Two)|(?<!post-)Cold War|"
    r"[Cc]olonial (?:era|times|period|rule)|[Ii]mperial (?:Japan|Germany|Russia)|Ottomans?|"
    r"Tsarist|[Cc]zarist|[Tt]sarist|interwar)\b"
)
"""A time that is history to every text of today."""


def of_an_era(text: str) -> bool:
    """Tell whether a sentence that names no year of our time is on an era long gone."""
    gone = _ERA.search(text) is not None or ages_ago(text)
    return gone and not any(year >= _HISTORY for year in years_in(text))


_AGES_AGO = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:(?:than|as|a|an|the|half a|two|three|four|several|many) ){0,2}"
    r"(?:centur(?:y|ies)|decades|(?:[4-9]\d|\d{3}) years|generations) ago\b",
    re.IGNORECASE,
)
"""An opening that says of a thing that it was long since: `Almost a century ago`."""


def ages_ago(text: str) -> bool:
    """Tell whether a sentence opens by saying that what it tells was in another age."""
    return _AGES_AGO.match(text) is not None


def years_in(text: str) -> list[int]:
    """Return the years that a sentence names."""
    return [int(year) for year in _NAMED.findall(text)]

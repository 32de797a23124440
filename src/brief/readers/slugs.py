"""The address above a saved page in, what it tells out: the link, the day, the words of the title.

Addresses are made of titles: `/2016/08/10/what-the-ports-cost`. A line that says the same words is
the title, and a name alone that shares none with a long one is that of the author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.model.source import Issued
from brief.readers.dates import Order, find_date, made
from brief.readers.pieces import URL, Piece

# ".../2016/08/10/a", ".../2005/aug/18talks.htm", ".../20161221/a", ".../2024/11/a", ".../202502/1"
_DAYS = tuple(
    re.compile(rf"/(?P<y>(?:19|20)\d\d){form}", re.IGNORECASE)
    for form in (
        r"(?P<sep>[/-])(?P<m>\d\d)(?P=sep)(?P<d>\d{1,2})(?=[/_-]|$)",
        r"/(?P<m>[a-z]{3,9})/(?P<d>\d{1,2})(?!\d)",
        r"/?(?P<m>\d\d)(?P<d>\d\d)(?=[/_-]|$)",
        r"/?(?P<m>\d\d)(?=/)",
    )
)
_HOST = re.compile(r"https?://[^/]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3
_SHARED = 3
_SHARE = 0.6


def above(pieces: Sequence[Piece]) -> str:
    """Return the address that is the first line of a file; "" where another line is."""
    first = pieces[0].text if pieces else ""
    return first if URL.match(first) else ""


def day_in(address: str) -> Issued | None:
    """Return the day that an address names: it is that of the text's coming out."""
    found = next(filter(None, (form.search(address) for form in _DAYS)), None)
    if found is None:
        return None
    year, month, day = found["y"], found["m"], found.groupdict().get("d")
    if not month.isdigit():
        named = find_date(f"{day} {month} {year}", Order())
        return named.issued if named else None
    return made(int(year), int(month), int(day) if day else None)


def title_words(address: str) -> frozenset[str]:
    """Return the words of the title as an address spells them; few words are no title."""
    parts = (
        frozenset(_WORD.findall(part.casefold())) for part in _HOST.sub("", address).split("/")
    )
    longest = max(parts, key=len, default=frozenset())
    return longest if len(longest) >= _LEAST else frozenset()


def spells(words: frozenset[str], text: str) -> bool:
    """Tell whether a line says what an address spells, whole or shortened."""
    own = set(_WORD.findall(text.casefold()))
    shared = len(own & words)
    return shared >= _SHARED and shared >= _SHARE * min(len(own), len(words))

"""A line with a date in, whether what stands beside the date belongs to it and is no headline."""

from __future__ import annotations

import re

from brief.readers import names
from brief.readers.dates import Found, Order, beside_date, find_date
from brief.readers.pieces import words

SEPARATED = re.compile(r"\s*[|·•—–]\s*|\s+-\s+|\s{3,}|\n+")
# "Published on 5 May 2020, at 10:00 am (Paris) • 4 min.", "5 May 2020 Topic: Security".
_WHEN = re.compile(
    r"\W*(?:[A-Z][\w .’-]{2,24}[|,:–—]\s*)?"
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|released)\b"
    r"|date\s*:)\W*(?:on\W+|at\W+|in\W+)?$",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"\W*(?:topics?|regions?|tags?|blog brand|section|category|in)\s*:", re.IGNORECASE
)
_CLOCK = re.compile(r"^[\s/|,(–-]*\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AP]\.?M\b\.?)?\)?", re.IGNORECASE)
PREPOSITION = re.compile(r"\b(?:of|on|in|from|since|after|before|until|to|for)\s*$", re.IGNORECASE)
_LONGEST_OFFICE = 4


def is_office(text: str, found: Found, rest: str) -> bool:
    """Tell whether an office stands before a date: `Political Editor, 5 May 2020, Riga, Latvia`."""
    before = text[: found.start].strip(" ,|–—-")
    office = names.load().roles.search(before)
    ends = office is not None and office.end() == len(before)
    return ends and words(before) <= _LONGEST_OFFICE and words(rest) <= 2 * _LONGEST_OFFICE


def says_when(text: str, found: Found) -> bool:
    """Tell whether a line is about its date, whatever else it prints."""
    before, after = text[: found.start], text[found.end :]
    labelled = not before.strip() and _LABELS.match(after)
    day = (before.strip(" ,:") or "day").casefold()  # "Tuesday, 5 May 2020, 8:45 a.m. Front Hall"
    labelled = labelled or (day.endswith(("day", "date")) and _CLOCK.match(after))
    named = after.strip().split() if not before.strip() and found.issued.day else []
    programme = 0 < len(named) <= 3 and all(word[:1].isupper() for word in named)
    return bool(labelled or _WHEN.match(before) or (programme and names.is_programme(named[-1])))


def is_beside(text: str, found: Found, rest: str, house: bool) -> bool:
    """Tell whether a few words stand beside a date, and the date is no part of a headline."""
    before, after = text[: found.start], _CLOCK.sub("", text[found.end :])
    again = find_date(after, Order())
    after = beside_date(after, again) if again else after  # "Updated: 5 May | Created: 4 May"
    if PREPOSITION.search(before) or (before.strip() and after.strip(" |,.")):
        return words(rest) == 0
    parted = SEPARATED.search(f"{before[-4:]}{after[:4]}") or before.rstrip().endswith(",")
    return house or bool(parted) or words(rest) == 1

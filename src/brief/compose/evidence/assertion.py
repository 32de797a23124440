"""A sentence in, the parts of it out that assert nothing: what is asked in them, or aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_ASKS = re.compile(
    r"\b(?:exam|explor|analy[sz]|investigat|discuss|assess|review|consider|address|trac|ask|"
    r"stud[iy]|look|wonder|debat|inquir|survey|determine|establish|measur|gaug|quantif|clarif)\w*"
    r"(?: (?:at|into|closely|in detail))* "
    r"(?:how|why|whether|what|which|who|the (?:extent|degree|question|ways?|implications?|causes?))"
    r"\b[^;]*",
    re.IGNORECASE,
)
"""What somebody looks into: `the chapter examines how the treaty …`."""
_AIM = re.compile(
    r"(?:In order )?To (?!the\b|some\b|many\b|most\b|all\b|both\b|each\b|an?\b|"
    r"(?:th(?:is|at|ese|ose)|h(?:is|er|im)|its?|their|them|our|us|my|me)\b|[A-Z\d])\w+ [^,;:]*,"
)
"""What something is done for, at the start of a sentence: `To see why they …, we asked …`."""
_OF_OTHERS = re.compile(
    r"\b(?:[A-Z]\S+ (?:and|or) (?:(?:its|their|other|all|his|our) )?|"
    r"(?:its|their|our|his|Western) )(?:allies|partners)\b|"
    r"\ballied (?!(?:with|to|against|in|on|by|and|or|as|but|than|again|now|for|at|too|more)\b)"
    r"(?=[a-z])|"
    r"(?<!of )(?<!among )\b[A-Z][\w.]*[’']s (?:(?!and |or )[\w.-]+ ){0,3}(?:allies|partners)\b|"
    r"\bno (?:place|room|need) for (?:[\w-]+ ){0,2}(?:alliances|blocs|pacts)\b|"
    r"\b(?:bloc|alliance|coalition|union|grouping|league) "
    r"(?:made up of|composed of|comprising|of|with) (?:some |about |over |nearly |more than )?"
    r"(?:\d{2,}|dozens of|many|several|ten|twelve|twenty|thirty) (?:[\w-]+ )?"
    r"(?:countries|states|nations|members|economies|governments)\b"
)
"""Whose friends are named beside him, `the West and its allies`; and theirs: `allied unity`,
`no place for blocs`; and a club of many: `a bloc of 57 member states`."""
_TELLS_TOPIC = re.compile(
    r"(?:(?:\w+,|Then|Next|First|Finally) )?(?:(?:In|With) )?(?:[Tt]h(?:is|e present)|"
    r"[Tt]he following|[Tt]he(?= (?:paper|article|study|chapter|essay|thesis)\b)|[Oo]ur|[Mm]y) "
    r"(?:\w+ ){0,2}?(?:study|paper|article|report|book|chapter|essay|analysis|post|brief|section|"
    r"issue|volume|thesis|dissertation|commentary|piece|research|series)(?:[’']s)? "
    r"(?:(?:aims?|seeks?|attempts?|tries|sets? out|goes on|intends?|proceeds?) to \w+|"
    r"(?:will |also |first |then |\w+ly ){0,3}(?:focus|exam|explor|discuss|analy[sz]|review|look|"
    r"address|investigat|assess|consider|trac|descri|survey|deal|cover|concern|study|studies|"
    r"evaluat|outlin|map|turn|offer|propos|provid|present)\w*)\b"
)
"""What a text says that it is about: it says nothing of that yet."""


def tells_topic(text: str) -> bool:
    """Tell whether a sentence only says what its text is about: `This study focuses on …`."""
    return _TELLS_TOPIC.match(text) is not None


@lru_cache(maxsize=65536)
def unasserted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places in a sentence that only say what is asked, or what it is done for."""
    aim = _AIM.match(text)
    return (*((aim.span(),) if aim else ()), *(one.span() for one in _ASKS.finditer(text)))


def told(
    text: str, places: Iterable[tuple[int, int]], *, friends: bool = False
) -> list[tuple[int, int]]:
    """Return those places that stand in what a sentence asserts.

    With `friends`, those of somebody who is named beside them are left out as well.
    """
    apart = list(unasserted(text))
    if friends:
        apart += [one.span() for one in _OF_OTHERS.finditer(text)]
    return [
        (first, last)
        for first, last in places
        if not any(start <= first and last <= end for start, end in apart)
    ]

"""A sentence and the next one of its passage in, the sentence as that one leaves it out."""

from __future__ import annotations

import re
from dataclasses import replace

from brief.compose.evidence.line import Line

RETORT = 6
"""Words of a sentence that may turn the one before it round."""


def rebutted(line: Line, follower: Line) -> Line:
    """Return a line as the next one of its passage leaves it: turned round, taken back, or so."""
    if _turned(line, follower):
        return replace(line, weight=-1.0, counter=True)
    if not line.own and follower.rejects.endswith(line.text):
        return replace(line, rejected=True)
    return replace(line, taken_back=True) if _AGAINST.match(follower.text) else line


_AGAINST = re.compile(r"(?:But|However|Yet|Nevertheless|Nonetheless|That said)\b(?! also\b)")
"""How a sentence opens that turns against the one before it."""


def changed(line: Line, follower: Line) -> bool:
    """Tell whether the next point of a list says what is so today: `But recently, …`."""
    gap = follower.start - line.end
    return 0 <= gap <= NEXT and _OF_LATE.match(follower.text) is not None


NEXT = 6
"""Characters from one point of a list to the next."""
_OF_LATE = re.compile(
    r"(?:But|However|Yet),? (?:recently|lately|of late|now|today|in recent \w+)\b"
)


def _turned(line: Line, follower: Line) -> bool:
    """Tell whether the next sentence turns this one round: `… is not coming. It is here.`"""
    return (
        re.search(r"\bnot\b|n[’']t\b", line.text) is not None
        and len(follower.text.split()) <= RETORT
        and re.match(r"(?:It|They|He|She|That|This)\b|On the contrary", follower.text) is not None
        and re.search(r"\bnot\b|n[’']t\b", follower.text) is None
        and not _CORRECTS.match(follower.text)
    )


_CORRECTS = re.compile(
    r"(?:It|They|He|She|That|This) (?:(?:is|are|was|were) (?:an? )?[\w-]+ (?:of|for) |"
    r"(?:just|only|merely|simply|(?:is|are) (?:just|only|merely|simply))\b)"
)
"""What puts another word in place of the one denied: `They are no friends. They are partners of …`,
or `They just have …`.

The denial stands."""

"""The text in, the years it names out, and for each figure the year it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = re.compile(
    r"(?:\b(?P<lead>[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Uu]ntil|[Ff]rom|[Tt]hrough|[Ff]or|[Bb]efore|[Aa]fter|[Oo]f|[Aa]t|[Oo]n)[ ]{1,2})?"
    r"(?:the[ ])?(?:fiscal[ ](?:year[ ])?)?"
    rf"(?:(?:first|second|third|fourth|last)[ ](?:half|quarter|[a-z]{{2,6}}[ ](?:months|weeks|quarters))[ ]of[ ]|(?:end|beginning|start|middle)[ ]of[ ]"
    rf"|(?:early|mid|late)[- ]|{_MONTH}[ ](?:\d{{1,2}},?[ ])?|its[ ])?"
    r"(?<![\d.,$€£¥-])(?P<year>(?:1[5-9]|20)\d\d)\b(?!-\d{4}|[%°]|,\d|\.\d)"
)
_RELATIVE = re.compile(
    r"\b(?:(?:in|over|during)[ ](?:the[ ])?)?(?P<which>last|this|next|previous)[ ]year\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?(?:\[\d{1,3}\])*(?=\s+[A-Z“\"‘*(]|\[)|\n+")
_BREAK = re.compile(r"[;:—]|,|\b(?:and|while|but|whereas|although|which)\b")
_HARD_BREAK = re.compile(r"[;]|\b(?:while|but|whereas|although)\b")
_NEAR, _LEADING = 90, 45
"""Characters between figure and year; characters of a sentence in which a year leads it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A year named in the text, with the phrase it stands in."""

    start: int
    end: int
    year: int
    lead: str


class Calendar:
    """The years and sentence borders of one text."""

    __slots__ = ("borders", "mentions", "text")

    def __init__(self, text: str, year: int | None) -> None:
        self.text = text
        self.mentions = _mentions(text, year)
        self.borders = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]

    def sentence(self, place: int) -> tuple[int, int]:
        """Return the offsets of the sentence around `place`."""
        k = bisect_right(self.borders, place)
        return self.borders[k - 1], self.borders[k] if k < len(self.borders) else len(self.text)

    def find(self, start: int, end: int) -> Mention | None:
        """Return the year that the figure at `start`..`end` is about."""
        if not self.mentions:
            return None
        low, high = self.sentence(start)
        first = bisect_right(self.mentions, low - 1, key=lambda m: m.start)
        last = bisect_right(self.mentions, high - 1, key=lambda m: m.start)
        mine = self.mentions[first:last]
        return self._behind(mine, end) or self._leading(mine, start, low)

    def _behind(self, mentions: list[Mention], end: int) -> Mention | None:
        """Return the next year behind the figure in the same clause."""
        k = bisect_right(mentions, end - 1, key=lambda m: m.start)
        if k == len(mentions) or mentions[k].start - end > _NEAR:
            return None
        return None if _BREAK.search(self.text, end, mentions[k].start) else mentions[k]

    def _leading(self, mentions: list[Mention], start: int, low: int) -> Mention | None:
        """Return the year before the figure: one that opens the sentence, or one in its clause."""
        k = bisect_right(mentions, start - 1, key=lambda m: m.start) - 1
        if k < 0:
            return None
        near = mentions[k]
        if start - near.end <= _NEAR and not _BREAK.search(self.text, near.end, start):
            return near
        opening = mentions[0]
        if opening.start - low > _LEADING or opening.lead in (
            "since",
            "of",
            "before",
            "after",
            "until",
            "from",
        ):
            return None
        return None if _HARD_BREAK.search(self.text, opening.end, start) else opening


def _mentions(text: str, year: int | None) -> list[Mention]:
    """Return every year named in `text`; 'last year' counts when the text's own year is known."""
    out = [
        Mention(m.start(), m.end(), int(m["year"]), (m["lead"] or "").lower())
        for m in _YEAR.finditer(text)
    ]
    if year is not None:
        shift = {"last": -1, "previous": -1, "this": 0, "next": 1}
        out += [
            Mention(m.start(), m.end(), year + shift[m["which"].lower()], "in")
            for m in _RELATIVE.finditer(text)
        ]
        out.sort(key=lambda m: m.start)
    return out

"""The sentences of a source and what is looked for in, those that speak of it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from brief.compose.evidence.coreference import about_one, goes_on, grounded
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import (
    PhrasePatterns,
    by_name,
    names_both,
    names_one,
    names_others,
    speaks_of_both,
    takes_up_both,
    without_nato,
)
from brief.model.question import Question
from brief.vocabulary.lists import pattern

Spans = Sequence[tuple[int, int]]
CENTRAL = 2.0
"""The engine's weight from which a sentence is central to its source."""
STRICT = 2
"""Signs that a sentence counts for when it names both parties, and not only takes them up."""
NEAR = 2
"""Sentences back in a passage that say whom a sentence is about."""
_REGION = re.compile(r"\b[Tt]he (?:region|area|market|field|matter)\b")
_TAKES_UP = re.compile(
    r"(?:\S+\s){0,4}?(?:its?|they|their|them|this|these|those|such|there)\b|"
    r"^(?:At the same time|In recent years|Since then|By then|Yet|However|Still|Today|Now|"
    r"In practice|In fact|Instead)\b",
    re.IGNORECASE,
)
"""Words by which a sentence goes on with the subject of the one before."""
_EXEMPT = re.compile(
    r"\b(?:(?:apart|aside) from|except(?: for)?|excepting|excluding|other than|save for|"
    r"with the exception of|(?:go|goes|going|move[ds]?|moving) beyond|second only to|"
    r"not counting|leaving aside|setting aside|"
    r"(?:can(?:not|[’']t| not)|could(?: not|n[’']t)) (?:be )?(?:obtain|get|buy|acquire|purchase|"
    r"procure|bought|obtained) (?:it |them |elsewhere )?from|"
    r"(?<=illion )outside|(?<=trade )outside)\s(?:[A-Z]\.|[^,;:.])*(?:, n?or from [^;:.]*)?",
    re.IGNORECASE,
)
"""What a sentence says that it does not speak of: `apart from energy, trade is small`."""
_LIKENED = re.compile(r"(?:(?:Just|Much) (?:as|like)|Unlike|Like) [^,;]{3,}?,(?= )")
"""An opening that sets beside the matter what is of others: `Just as Oman drove Peru away, …`."""
_since = pattern(__package__, "search.yaml", r"{since}")
"""What only says when: `the largest deal since the collapse of the Soviet Union`."""
_lookalike = pattern(
    __package__,
    "search.yaml",
    r"\b(?:{powers})[ -]powers?\b(?! (?:{plants}))|\b(?:{other_senses})\b",
    re.IGNORECASE,
)
"""What has the words of a matter and means another: `a nuclear power`, `to trade insults`."""
_PARALLEL = re.compile(
    r"(?:(?:From|To|For|In the (?:view|eyes) of) (?:some|others?|another|many|most|several)|"
    r"Some|Others?|Another|Many|Most|Several|A (?:second|third|few))\b"
)
"""How one of several views opens that are told one after another on one matter."""
_GOES_ON = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Indeed|Moreover|However|Instead|Today|Now|Nevertheless),? )?"
    r"(?:(?:Over|On|In|About|Of|For|With|To) )?(?:It|Its|This|That|These|Those|Such)\b",
    re.IGNORECASE,
)
"""How a sentence opens whose subject is that of the one before, and no other."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sentence must hold to speak to a question."""

    about: PhrasePatterns
    along: PhrasePatterns
    joined: bool
    """True when one of `along` is asked for too."""
    pair: bool
    """True when it must speak of both parties."""
    question: Question
    parties: frozenset[int] = frozenset()
    """Whom a sentence must name, or take up, to prove something."""
    either: bool = False
    """True where it must be about one of the two, if nobody else is asked for."""

    def within(self, small: str) -> Wanted | None:
        """Return what of it a text, in lower case, may hold; `None` where it speaks of nothing."""
        about = self.about.within(small)
        return replace(self, about=about, along=self.along.within(small)) if about else None

    def among(self, lines: Sequence[Line]) -> Iterator[tuple[Line, Spans, int, bool, bool]]:
        """Yield each sentence that speaks to it, where its subject stands, and how many signs.

        Last comes whether it can prove something: it holds its subject, or goes on with it by a
        pronoun, and names its parties; and whether it is one of several views, whose first has
        named them. One that only goes on with the subject of the sentence before has no sign of
        its own.

        Where none speaks of both parties, those central to the text count that name one of them:
        the text is about both.
        """
        short = _abbreviated(lines, self.about)
        signs = (self._signs(lines, at, short) for at in range(len(lines)))
        every = [(at, *found) for at, found in enumerate(signs) if found]
        both = [one for one in every if not self.pair or _of_both(lines, one[0], self.question)]
        chosen = both or [one for one in every if self._of_one(lines[one[0]])]
        for at, first, second, held in chosen:
            line = lines[at]
            named = STRICT * (self.pair and names_both(line.text, self.question))
            focus = () if line.rejects else (*first, *second)
            count = len(first) + len(second) + named if held else 0
            taken = held or _GOES_ON.match(line.asked) or _REGION.search(line.asked)
            view = None if held else _first_view(lines, at, self.about)
            told = view is not None and self._grounded(lines, view)
            sure = told or (bool(taken) and self._grounded(lines, at))
            yield _focused(line, focus), tuple(first), count, sure, told

    def _grounded(self, lines: Sequence[Line], at: int) -> bool:
        if self.either and not self.parties:
            return about_one(lines, at, self.question)
        listed = not self.either and goes_on(lines[at].asked)
        return listed or grounded(lines, at, self.parties, self.question)

    def _of_one(self, line: Line) -> bool:
        return line.weight >= CENTRAL and names_one(line.asked, self.question)

    def _signs(
        self, lines: Sequence[Line], at: int, short: PhrasePatterns
    ) -> tuple[Spans, Spans, bool] | None:
        """Return where a sentence has its subject and what goes along; `None` without them.

        Last comes whether it holds the subject itself, if only by its abbreviation.
        """
        text = unexempted(lines[at].asked)
        held = _own(self.about.spans(text), text) or short.spans(text)
        first = held or _taken_up(lines, at, self.about)
        if not first:
            return None
        second = _others(self.along.spans(text), first)
        if self.joined and not second and (self.either or not self._beside(lines, at)):
            return None
        return first, second, bool(held)

    def _beside(self, lines: Sequence[Line], at: int) -> bool:
        """Tell whether the sentences beside it say whom this one is about: `They must reckon …`.

        The one after it says so only of a sentence that names no other state.
        """
        after = at + 1 if names_others(lines[at].text, self.question) else at + 2
        beside = (*lines[max(0, at - NEAR) : at], *lines[at + 1 : after])
        return any(
            one.passage == lines[at].passage and self.along.count(one.text) for one in beside
        )


@lru_cache(maxsize=65536)
def unexempted(text: str) -> str:
    """Return a sentence, blank where it says what it does not speak of, or means another thing."""
    for past in (_EXEMPT, _LIKENED, _since(), _lookalike()):
        text = past.sub(lambda found: " " * len(found.group()), text)
    return without_nato(text)


def _own(places: Spans, text: str) -> Spans:
    """Return those places that are not half of what names another matter: `arms sales`."""
    whole = [one.span() for one in _OF_ARMS.finditer(text)] if places else []
    # where a phrase has the first word too, it is of that matter itself
    return [
        (first, last)
        for first, last in places
        if _ARMS.search(text[first:last]) or not any(a <= first < b for a, b in whole)
    ]


_ARMS = re.compile(
    r"arms|weapon|military|defen[cs]e|missile|fighter|jet|aircraft|warplane|tank|drone|frigate|"
    r"submarine|warship|ammunition|munition|artillery|S-\d|Su-\d",
    re.IGNORECASE,
)
_OF_ARMS = re.compile(
    rf"\b(?:{_ARMS.pattern})[\w-]* (?:and \w+ )?(?:sales?|trade|trading|exports?|imports?|deals?|"
    rf"contracts?|purchases?|suppl\w+|transfers?)\b"
    rf"|\b(?:sales?|exports?|imports?|trade|purchases?) (?:of|in) (?:[\w-]+ ){{0,3}}?"
    rf"(?:{_ARMS.pattern})[\w-]*",
    re.IGNORECASE,
)
"""Trade in arms, which says nothing of trade: `arms sales`, `the export of its missiles`."""


def _abbreviated(lines: Sequence[Line], seek: PhrasePatterns) -> PhrasePatterns:
    """Return the abbreviations that a text gives for what is looked for: `Central Asia (CA)`."""
    made: set[str] = set()
    for line in lines:
        for found in _ABBREVIATION.finditer(line.text):
            before = line.text[: found.start()].rstrip()
            if any(last == len(before) for _, last in seek.spans(before)):
                made.add(found.group(1))
    return PhrasePatterns(sorted(made))


_ABBREVIATION = re.compile(r"\(([A-Z]{2,6})\)")


def _of_both(lines: Sequence[Line], at: int, question: Question) -> bool:
    """Tell whether a sentence speaks of both parties, by itself and after those before it."""
    line = lines[at]
    if by_name(line.asked, question):
        return True
    nearest = takewhile(lambda one: one.passage == line.passage, reversed(lines[:at]))
    before = (one.text for one in nearest)
    return speaks_of_both(line.asked, question) and takes_up_both(before, question)


def _taken_up(lines: Sequence[Line], at: int, seek: PhrasePatterns) -> list[tuple[int, int]]:
    """Return the opening of a sentence that goes on with the subject of the one before."""
    line = lines[at]
    if not at or line.rejects:
        return []
    last = lines[at - 1]
    if _first_view(lines, at, seek) is None and (
        last.voice != line.voice
        or last.passage != line.passage
        or not seek.count(last.text)
        or not (_TAKES_UP.match(line.text) or _REGION.search(line.text))
    ):
        return []
    opening = re.match(r"\S+", line.text)
    return [opening.span()] if opening else []


def _first_view(lines: Sequence[Line], at: int, seek: PhrasePatterns) -> int | None:
    """Return which of several views, told one after another with this, names what is sought."""
    passage = lines[at].passage
    for place in range(at, -1, -1):
        one = lines[place]
        if one.own or one.passage != passage or not _PARALLEL.match(one.text):
            return None
        if place < at and seek.count(one.text):
            return place
    return None


def _focused(line: Line, hits: Sequence[tuple[int, int]]) -> Line:
    """Return the line with the words looked for as what must stay in view."""
    if not hits:
        return line
    return replace(line, focus=(min(first for first, _ in hits), max(last for _, last in hits)))


def _others(found: Spans, taken: Spans) -> list[tuple[int, int]]:
    """Return the places beside one of those taken: one word is one sign."""
    return [
        (first, last)
        for first, last in found
        if not all(first < other_last and other_first < last for other_first, other_last in taken)
    ]

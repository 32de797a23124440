"""A source in, its sentences out: what the engine chose, and the rest of its text to look in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import takewhile

from brief.compose.phrases import (
    BOTH,
    Phrases,
    by_name,
    names_both,
    names_party,
    speaks_of_both,
    takes_up_both,
    with_names,
)
from brief.compose.quoting import snippet
from brief.engines.rules.sentences import sentences
from brief.engines.rules.voice import voices
from brief.model.document import Article
from brief.model.dossier import Dossier, Source
from brief.model.question import Question
from brief.model.summary import Quote

_MARKS = re.compile(r"(?:\s*\[\d{1,3}\])+$")
_LEANING = re.compile(
    r"(?:he|she|it|they|this|that|these|those|such|his|her|its|their|one|both|another|others|"
    r"here|there|then|thus|hence|therefore|so|and|but|yet|or|nor|still|instead|rather|however|"
    r"moreover|furthermore|nevertheless|nonetheless|meanwhile|similarly|likewise|indeed|also|"
    r"in addition|in other words|in short|in this|in that|in these|in doing so|by doing so|"
    r"for example|for instance|at the same time|to do so|as a result(?! of)|as such|of course|"
    r"to this end|under such|a second|a third|first|second|third|the first|the second|"
    r"the third|the other|the former|the latter|the same|separately|further|finally|even so|"
    r"soon|today|now|again|another|other|others|what is more|to that end|either|neither of)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:But|Yet)\s+(?!also\b|still\b|then\b)")
"""A turn against what stood before: the sentence says as much without it."""
_ANAPHOR = re.compile(
    r"The (?:visit|deal|move|decision|meeting|statement|agreement|accord|announcement|plan|"
    r"incident|event|development|proposal|report|study|piece|paper|latter|former|same|result|problem|issue|"
    r"question|answer|point|reason|argument|situation|conflict|talks|two documents)\b"
    r"(?!\s+(?:of|between|to|by|on|with|in|for|that|signed|over|against|is that)\b)"
)
_DANGLING = re.compile(
    r"\b(?:these|those(?! (?:who|that|of|in|with))|this(?! (?:year|century|decade|month|week))|"
    r"such(?! as)|above|below|aforementioned|aforesaid|the (?:former|latter)|"
    r"as (?:I|we|noted|discussed|mentioned|described|explained|argued|seen|shown|outlined)\b|"
    r"(?:explain|discuss|argue|describe|show|see|return)(?:s|ed)? (?:below|above|later|here)|"
    r"in (?:contrast|turn|this (?:article|paper|essay|report|post|section|piece))|here|"
    r"(?:the|this|my|our) (?:article|paper|essay|author|report|chapter|section)s?\b|"
    r"so (?:too|do|does|did|has|have|is|are)|did so|does so|do so|doing so|"
    r"table|figure \d|see (?:also|note))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
_PRONOUN = re.compile(r"\b(?:they|them|he|she|him|it)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][\w’'-]+")
_WEB = re.compile(r"https?://|\]\(|www\.|[<>{}|_]{1}|@\w|#\w")
_BROKEN_OFF = re.compile(r"(?:\w+\s){0,2}\w+\s?[—–]\s(?:it|this|that|I|we)\b", re.IGNORECASE)
"""A speaker who begins again: `The — this is a new era`."""
RETORT = 6
"""Words of a sentence that may turn the one before it round."""
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|would|can|cannot|may|must|should|does|do|remains?|continues?|seems?|"
    r"appears?|needs?|wants?|lacks?|depends?|makes?|gives?|keeps?|goes|go|stands?|serves?)\b"
)
PAST, RECENT, YEARS = 0.75, 1.15, 3.0
"""Factors on a sentence that only tells what once was, and on one of the last so many years."""
LEANS, OUTRIGHT = 0.5, 1.0
"""Sum from which a sentence takes a side, and from which it says what it says outright."""
STRICT = 2
"""Signs that a sentence counts for when it names both parties, and not only takes them up."""
SHORT, BRISK, LONG = 8, 22, 30
"""Words of a quotation that reads well, in columns of seven words a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a source, verbatim."""

    article: str
    text: str
    start: int
    end: int
    passage: str
    voice: str
    """`author`, or whose view is reported."""
    weight: float
    """How central the engine found it; 0 for a sentence passed over, less for a straw man."""
    counter: bool = False
    """True for evidence against the source's own thesis."""
    unnamed: bool = False
    """True when it names no party: whoever introduces it says whom it is about."""
    focus: tuple[int, int] | None = None
    """What must stay in view when it is shortened: offsets in its text."""
    taken_back: bool = False
    """True when the next sentence turns against it: `However, …`, `But …`."""

    @property
    def ref(self) -> str:
        """Return the id of the quotation in the ledger: `003@120-180`."""
        return f"{self.article}@{self.start}-{self.end}"

    @property
    def own(self) -> bool:
        """True for the words of the source itself, not of another whom it reports."""
        return self.voice == "author"

    @property
    def appeal(self) -> float:
        """Return how well it stands alone as a quotation, 0 (hardly) to 1."""
        return _appeal(self.text, self.focus)


@lru_cache(maxsize=65536)
def _appeal(text: str, focus: tuple[int, int] | None) -> float:
    shown = snippet(text, focus)
    words = shown.text
    score = _fitting(shown.size)
    turn = _TURN.match(words)
    opening = words[turn.end() :] if turn else words
    score *= 0.8 if turn else 1.0
    if _LEANING.match(opening) or _ANAPHOR.match(opening[:1].upper() + opening[1:]):
        score *= 0.25
    if _DANGLING.search(words):
        score *= 0.4
    if _FIRST_PERSON.search(words) or words.startswith("If "):
        score *= 0.6
    first = _PRONOUN.search(words)
    if first and not _NAME.search(f". {words[: first.start()]}"):
        score *= 0.4  # a pronoun before any name
    if _WEB.search(words) or _BROKEN_OFF.match(words):
        score *= 0.2
    if re.search(r"\[\d{1,3}\]", words) or words.endswith(("?", ":")):
        score *= 0.4
    if text[0] in '"“‘«':
        score *= 0.35
    if not shown.inner and not re.match(r"[\"“‘«A-Z\d\u0400-\u04ff\u4e00-\u9fff]", text):
        score *= 0.2
    return score if re.search(r"[.!?…。][\"”’»')\]]*$", text) else score * 0.2


def _fitting(size: int) -> float:
    """Return how well a number of words fits a quotation."""
    if size < SHORT:
        return 0.5
    if size <= BRISK:
        return 1.0
    if size <= LONG:
        return 0.85
    return 0.55 if size <= LONG + 10 else 0.3 if size <= LONG + 25 else 0.15


@dataclass(frozen=True, slots=True)
class Found:
    """A line that holds words looked for."""

    line: Line
    subject: tuple[tuple[int, int], ...]
    """Where the words of the subject stand in it."""
    hits: int
    """How many different phrases were found in it."""
    lean: float = 0.0
    """How far it points to yes (above zero) or to no."""
    sides: tuple[float, float] = (0.0, 0.0)
    """How much of it speaks for yes, and how much for no."""
    hint: float = 0.0
    """The lean of its words alone, where it only supposes, reports talk or names nobody."""
    recent: bool = False
    """True when its source is of the last years."""

    @property
    def weighed(self) -> tuple[float, float]:
        """Return what it says for yes and for no: both only where each is said outright."""
        if min(self.sides) >= OUTRIGHT:
            return self.sides
        if abs(self.lean) < LEANS:
            return 0.0, 0.0
        return max(self.lean, 0.0), max(-self.lean, 0.0)

    @property
    def score(self) -> float:
        """Return how good the line is as evidence on what was looked for."""
        own = 1.0 if self.line.voice == "author" else 0.7
        own *= 1.0 if _PRESENT.search(self.line.text) else PAST
        own *= RECENT if self.recent else 1.0
        firm = 0.7 + 0.3 * min(abs(self.lean), 2.0)
        about = 1 + 0.3 * min(self.hits, 4)
        return self.line.appeal * own * firm * about + 0.12 * self.line.weight


class Library:
    """The sentences of all sources, looked up by phrases."""

    def __init__(self, dossier: Dossier, question: Question) -> None:
        self.dossier, self.question = dossier, question
        self.complete = all(source.passages for source in dossier.sources)
        """True when whole texts are at hand: then "no source speaks to it" can be said."""

    @cached_property
    def _recent(self) -> frozenset[str]:
        return frozenset(
            one.id for one in self.dossier.sources if one.age is not None and one.age <= YEARS
        )

    @cached_property
    def lines(self) -> dict[str, tuple[Line, ...]]:
        """All lines by article id, in order of the text."""
        return {source.id: lines(source) for source in self.dossier.sources}

    def find(self, about: Sequence[str], along: Sequence[str] = ()) -> dict[str, list[Found]]:
        """Return by article the lines with a phrase of `about` (and one of `along`), best first.

        `{a}`, `{b}` and `{parties}` among them are any name of those parties; `{both}` in `along`
        asks that the line speaks of both.
        """
        pair = BOTH in along
        # a party is what all is about: its name alone makes no subject
        about = tuple(one for one in about if not names_party(one, self.question)) or about
        about, along = (with_names(one, self.question) for one in (about, along))
        along = tuple(one for one in along if one != BOTH)
        seek, also, asked = Phrases(about), Phrases(along), self.question
        found: dict[str, list[Found]] = {}
        for article, candidates in self.lines.items():
            hits = [
                Found(
                    _focused(line, [*first, *second]),
                    tuple(first),
                    len(first) + len(second) + STRICT * (pair and names_both(line.text, asked)),
                    recent=article in self._recent,
                )
                for at, line in enumerate(candidates)
                if (first := seek.spans(line.text))
                and ((second := _others(also.spans(line.text), first)) or not along)
                and (not pair or _of_both(candidates, at, asked))
            ]
            if hits:
                found[article] = sorted(hits, key=lambda one: (-one.score, one.line.start))
        return found


def _of_both(lines: Sequence[Line], at: int, question: Question) -> bool:
    """Tell whether a sentence speaks of both parties, by itself and after those before it."""
    line = lines[at]
    if by_name(line.text, question):
        return True
    nearest = takewhile(lambda one: one.passage == line.passage, reversed(lines[:at]))
    before = (one.text for one in nearest)
    return speaks_of_both(line.text, question) and takes_up_both(before, question)


def _focused(line: Line, hits: Sequence[tuple[int, int]]) -> Line:
    """Return the line with the words looked for as what must stay in view."""
    return replace(line, focus=(min(first for first, _ in hits), max(last for _, last in hits)))


def _others(found: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that are not inside of those already taken: one word is one sign."""
    return [
        (first, last)
        for first, last in found
        if not any(first < other_last and other_first < last for other_first, other_last in taken)
    ]


def lines(source: Source) -> tuple[Line, ...]:
    """Return the sentences of a source in order, each once, with the engine's weight for it."""
    chosen: dict[int, Line] = {}
    for found in (*_proposed(source), *_rest(source)):
        line = _self_told(found) if source.note else found
        known = chosen.get(line.start)
        if known is None:
            chosen[line.start] = line
        elif line.weight > known.weight:
            voice = known.voice if line.voice == "author" else line.voice
            chosen[line.start] = replace(line, voice=voice, counter=known.counter or line.counter)
    ordered = [chosen[start] for start in sorted(chosen)]
    after: list[Line | None] = [*ordered[1:], None]
    return tuple(
        _before(line, follower) if follower and line.passage == follower.passage else line
        for line, follower in zip(ordered, after, strict=True)
    )


def _self_told(line: Line) -> Line:
    """Return a note's line with the text that it is on as the author: `the essay argues`."""
    return replace(line, voice="author") if _SELF.match(line.voice) else line


_SELF = re.compile(
    r"(?:the|this) (?:text|article|synopsis|essay|author|piece|paper|commentary|analysis)$",
    re.IGNORECASE,
)
"""What a note calls the text that it is on."""


def _before(line: Line, follower: Line) -> Line:
    """Return a line as the next one of its passage leaves it: turned round, taken back, or so."""
    if _turned(line, follower):
        return replace(line, weight=-1.0, counter=True)
    return replace(line, taken_back=True) if _AGAINST.match(follower.text) else line


_AGAINST = re.compile(r"(?:But|However|Yet|Nevertheless|Nonetheless|That said)\b(?! also\b)")
"""How a sentence opens that turns against the one before it."""


def _turned(line: Line, follower: Line) -> bool:
    """Tell whether the next sentence turns this one round: `… is not coming. It is here.`"""
    return (
        re.search(r"\bnot\b|n[’']t\b", line.text) is not None
        and len(follower.text.split()) <= RETORT
        and re.match(r"(?:It|They|He|She|That|This)\b|On the contrary", follower.text) is not None
        and re.search(r"\bnot\b|n[’']t\b", follower.text) is None
    )


def _proposed(source: Source) -> list[Line]:
    """Return what the summary holds: theses weigh 3 and less, evidence 2, the rest 1."""
    made = [
        _line(source, quote, str(quote.voice), 3.0 - 0.2 * rank)
        for rank, quote in enumerate(source.thesis)
    ]
    made += [
        replace(
            _line(source, quote, str(quote.voice), 2.0 - 0.1 * rank),
            counter=quote.supports == "counter",
        )
        for rank, quote in enumerate(source.evidence[:15])
    ]
    made += [_line(source, quote, "author", 2.5) for quote in source.stance.quotes]
    made += [_line(source, one, str(one.voice), 1.0) for one in source.stance.voices]
    made += [_line(source, figure, str(figure.voice), 1.0) for figure in source.figures]
    return made


def _rest(source: Source) -> list[Line]:
    """Return every sentence of the source's text."""
    if not source.passages:
        return []
    record = source.model_dump(include=set(Article.model_fields) - {"passages", "start", "end"})
    ends = source.passages[0].start, source.passages[-1].end
    article = Article.model_validate(
        {**record, "start": ends[0], "end": ends[1], "passages": source.passages}
    )
    found = sentences(article)
    spoken = voices(found, source.authors)
    return [
        trim(
            Line(
                source.id,
                one.text,
                one.start,
                one.end,
                one.passage,
                str(said.voice),
                -1.0 if said.concession else 0.0,
                counter=said.concession,
            )
        )
        for one, said in zip(found, spoken, strict=True)
    ]


def _line(source: Source, quote: Quote, voice: str, weight: float) -> Line:
    return trim(Line(source.id, quote.text, quote.start, quote.end, quote.passage, voice, weight))


def trim(line: Line) -> Line:
    """Return the line without footnote marks at its end; still verbatim at its offsets."""
    mark = _MARKS.search(line.text)
    if not mark:
        return line
    return replace(line, text=line.text[: mark.start()], end=line.end - len(mark.group()))

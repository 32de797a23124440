"""A source in, its sentences out: what the engine chose, and the rest of its text to look in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from brief.compose.evidence.coreference import parties_of, stated
from brief.compose.evidence.dating import AGED, LONG_AGO, earliest_years, of_an_era, years_in
from brief.compose.evidence.endorsement import with_endorsers
from brief.compose.evidence.found import Found
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import (
    BOTH,
    PhrasePatterns,
    in_present,
    names_party,
    only_both,
    with_names,
)
from brief.compose.evidence.rebuttals import changed, rebutted
from brief.compose.evidence.search import Wanted
from brief.compose.evidence.ties import leagued
from brief.engines.rules.sentences import sentences
from brief.engines.rules.voice import voices
from brief.model.document import Article
from brief.model.dossier import Dossier, Source
from brief.model.question import Question
from brief.model.summary import Quote
from brief.vocabulary.whole import cut_off

_MARKS = re.compile(r"(?:\s*\[\d{1,3}\])+$")
_EMPHASIS = "_*"
_EMPHASIZED = re.compile(r"[.!?”\"’)][_*]+$")
"""Marks by which plain text sets words off, around or behind a sentence."""
SINCE, YEARS = 5, 3.0
"""Years before its source from which an event is bygone; age up to which a source is recent."""


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
    def since(self) -> Mapping[str, int]:
        """By id the year before which an undated source was not finished, where one is known."""
        now = self.dossier.as_of.year if self.dossier.as_of else date.max.year
        return earliest_years(self.dossier.sources, now)

    def year(self, source: Source) -> int:
        """Return the year of a source, or that before which it was not finished; zero for none."""
        return source.issued.year if source.issued else self.since.get(source.id, 0)

    def old(self, line: Line) -> bool:
        """Tell whether a line only tells what was long before the newest source."""
        if in_present(line.text):
            return False
        named = years_in(line.text)
        gone = bool(named) and max(named) < self._newest - LONG_AGO
        return gone or of_an_era(line.text)

    def bygone(self, line: Line) -> bool:
        """Tell whether a line only tells what was years before its own source."""
        made, named = self._issued.get(line.article), years_in(line.text)
        past = made is not None and bool(named) and not in_present(line.text)
        return past and max(named) <= (made or 0) - SINCE

    def aged(self, line: Line) -> bool:
        """Tell whether a line is of a source much older than the newest, and does not say when."""
        made = self._issued.get(line.article)
        return made is not None and made <= self._newest - AGED and not years_in(line.text)

    @cached_property
    def _issued(self) -> Mapping[str, int]:
        return {one.id: one.issued.year for one in self.dossier.sources if one.issued}

    @cached_property
    def _newest(self) -> int:
        """The year of the newest source; where none is dated, the latest year that is named."""
        issued = self._issued.values()
        named = (
            year for some in self.lines.values() for one in some for year in years_in(one.text)
        )
        return max(issued, default=0) or max(named, default=0)

    @cached_property
    def lines(self) -> dict[str, tuple[Line, ...]]:
        """All lines that can be of the parties by article id, in order of the text."""
        return {
            source.id: tuple(
                one
                for one in self.whole[source.id]
                if source.on_parties
                or only_both(one.text, self.question)
                or leagued(one.text, self.question)
            )
            for source in self.dossier.sources
        }

    @cached_property
    def whole(self) -> dict[str, tuple[Line, ...]]:
        """All lines by article id; of a text on others than the parties, those on these too."""
        return {source.id: lines(source) for source in self.dossier.sources}

    @cached_property
    def _small(self) -> dict[str, str]:
        """All text by article id, in lower case: what holds no word looked for is passed over."""
        return {
            article: "\n".join(f"{one.text}\n{one.rejects}" for one in lines).lower()
            for article, lines in self.whole.items()
        }

    def find(
        self,
        about: Sequence[str],
        along: Sequence[str] = (),
        claim: str = "",
        *,
        either: bool = False,
    ) -> dict[str, list[Found]]:
        """Return by article the lines with a phrase of `about` (and one of `along`), best first.

        A line is sure of its matter where it names the parties that `claim` is about; where it is
        about none and `either` holds, one of the two.

        `{a}`, `{b}` and `{parties}` among them are any name of those parties; `{both}` in `along`
        asks that the line speaks of both.
        """
        pair = BOTH in along
        # a party is what all is about: its name alone makes no subject
        about = tuple(one for one in about if not names_party(one, self.question)) or about
        about, along = (with_names(one, self.question) for one in (about, along))
        along = tuple(one for one in along if one != BOTH)
        parties = parties_of(claim) or frozenset((0, 1) if pair else ())
        if len(parties) > 1:  # what is said of three is borne out of all
            parties = frozenset(range(len(self.question.parties)))
        wanted = Wanted(
            PhrasePatterns(about),
            PhrasePatterns(along),
            bool(along),
            pair,
            self.question,
            parties,
            either,
        )
        found: dict[str, list[Found]] = {}
        # what one of them has with somebody else may stand in a text on these two
        told = self.lines if pair or len(parties) != 1 else self.whole
        for article, lines in told.items():
            here = wanted.within(self._small[article])
            if here is None:
                continue
            hits = [
                Found(
                    line,
                    subject,
                    count,
                    near=count > 0,
                    sure=sure,
                    stated=listed or stated(line.asked, parties, self.question),
                    recent=article in self._recent,
                    bygone=self.bygone(line),
                )
                for line, subject, count, sure, listed in here.among(lines)
            ]
            if hits:
                found[article] = sorted(hits, key=lambda one: (-one.score, one.line.start))
        return found


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
    cut = cut_off([line.text for line in ordered])
    ordered = with_endorsers(
        [one for at, one in enumerate(ordered) if at not in cut], source.authors
    )
    after: list[Line | None] = [*ordered[1:], None]
    told = (
        rebutted(line, follower)
        if follower and (line.passage == follower.passage or changed(line, follower))
        else line
        for line, follower in zip(ordered, after, strict=True)
    )
    return tuple(told)


def _self_told(line: Line) -> Line:
    """Return a note's line with the text that it is on as the author: `the essay argues`."""
    return replace(line, voice="author") if _SELF.match(line.voice) else line


_SELF = re.compile(
    r"(?:the|this) (?:text|article|synopsis|essay|author|piece|paper|commentary|analysis)$",
    re.IGNORECASE,
)
"""What a note calls the text that it is on."""


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
    """Return the line without footnote marks and marks of emphasis around it; still verbatim."""
    mark = _MARKS.search(line.text)
    last = mark.start() if mark else len(line.text)
    text = line.text[:last]
    text = text.rstrip(_EMPHASIS) if _EMPHASIZED.search(text) else text
    first = len(text) - len(text.lstrip(_EMPHASIS))
    if len(text) == len(line.text) and not first:
        return line
    return replace(line, text=text[first:], start=line.start + first, end=line.start + len(text))

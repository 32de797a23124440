"""A source in, its sentences out: what the engine chose, and the rest of its text to look in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from brief.compose.phrases import Phrases
from brief.engines.rules.sentences import sentences
from brief.engines.rules.voice import voices
from brief.model.document import Article
from brief.model.dossier import Dossier, Source
from brief.model.summary import Quote

_MARKS = re.compile(r"(?:\s*\[\d{1,3}\])+$")
_LEANING = re.compile(
    r"(?:he|she|it|they|this|that|these|those|such|his|her|its|their|one|both|another|others|"
    r"here|there|then|thus|hence|therefore|so|and|but|yet|or|nor|still|instead|rather|however|"
    r"moreover|furthermore|nevertheless|nonetheless|meanwhile|similarly|likewise|indeed|also|"
    r"in addition|in contrast|in other words|in short|in this|in that|in these|for example|"
    r"for instance|on the other hand|on one hand|on the one hand|at the same time|to do so|"
    r"as a result|as such|of course|to this end|under such|a second|a third|first|second|third|"
    r"separately|further|finally|even so|soon|today)\b",
    re.IGNORECASE,
)
SHORT, LONG = 9, 32
"""Words of a sentence that reads well as a quotation, in columns of seven words a line."""


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

    @property
    def ref(self) -> str:
        """Return the id of the quotation in the ledger: `003@120-180`."""
        return f"{self.article}@{self.start}-{self.end}"

    @property
    def appeal(self) -> float:
        """Return how well it stands alone as a quotation, 0 (hardly) to 1."""
        size = len(self.text.split())
        score = 1.0 if SHORT <= size <= LONG else 0.7 if SHORT <= size <= LONG + 10 else 0.2
        if _LEANING.match(self.text):
            score *= 0.35
        if re.search(r"\[\d{1,3}\]", self.text) or self.text.endswith(("?", ":")):
            score *= 0.4
        if self.text[0] in '"“‘«':
            score *= 0.5
        if not re.match(r"[\"“‘«A-Z\d\u0400-\u04ff\u4e00-\u9fff]", self.text):
            score *= 0.2
        return score if re.search(r"[.!?…。][\"”’»')\]]*$", self.text) else score * 0.2


@dataclass(frozen=True, slots=True)
class Found:
    """A line that holds words looked for."""

    line: Line
    hits: int
    """Different phrases found in it."""

    @property
    def score(self) -> float:
        """Return how good the line is as evidence on what was looked for."""
        return self.line.appeal * (1 + 0.4 * min(self.hits, 4)) + 0.25 * self.line.weight


class Library:
    """The sentences of all sources, looked up by phrases."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.complete = all(source.passages for source in dossier.sources)
        """True when whole texts are at hand: then "no source speaks to it" can be said."""

    @cached_property
    def lines(self) -> dict[str, tuple[Line, ...]]:
        """All lines by article id, in order of the text."""
        return {source.id: lines(source) for source in self.dossier.sources}

    def find(self, about: Sequence[str], along: Sequence[str] = ()) -> dict[str, list[Found]]:
        """Return by article the lines with a phrase of `about` (and one of `along`), best first."""
        seek, also = Phrases(about), Phrases(along)
        found: dict[str, list[Found]] = {}
        for article, candidates in self.lines.items():
            hits = [
                Found(line, first + second)
                for line in candidates
                if (first := seek.count(line.text))
                and ((second := also.count(line.text)) or not along)
            ]
            if hits:
                found[article] = sorted(hits, key=lambda one: (-one.score, one.line.start))
        return found


def lines(source: Source) -> tuple[Line, ...]:
    """Return the sentences of a source in order, each once, with the engine's weight for it."""
    chosen: dict[int, Line] = {}
    for line in (*_proposed(source), *_rest(source)):
        known = chosen.get(line.start)
        if known is None:
            chosen[line.start] = line
        elif line.weight > known.weight:
            voice = known.voice if line.voice == "author" else line.voice
            chosen[line.start] = replace(line, voice=voice, counter=known.counter or line.counter)
    return tuple(chosen[start] for start in sorted(chosen))


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

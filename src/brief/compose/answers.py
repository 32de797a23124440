"""A reader's standing questions and a library in; what the sources say for and against, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from brief.compose.lines import Found, Library, Line
from brief.compose.phrases import Phrases
from brief.model.audience import Policy, Standing, Theme
from brief.model.dossier import Source

LEANING = 2
"""Independent sources that must point one way before we say where the evidence points."""
CLEARLY = 2
"""How many times as many as point the other way."""
Lean = Literal["yes", "no", "split", "open", "silent"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say on one standing question."""

    question: Standing
    lean: Lean
    """Which way the evidence points: at least two sources, and twice as many as the other way."""
    sources: tuple[Source, ...]
    """Those that speak to it, copies left out."""
    yes: tuple[Line, ...]
    """Best first."""
    no: tuple[Line, ...]
    other: tuple[Line, ...]
    counts: tuple[int, int]
    """Sources with a sentence that points to yes, and to no; a source may have both."""
    both: int = 0
    """Sources counted twice therein."""

    @property
    def newest(self) -> Source | None:
        """The newest dated source that speaks to it."""
        dated = [source for source in self.sources if source.issued]
        return dated[-1] if dated else None


@dataclass(frozen=True, slots=True)
class Claim:
    """A theme that several sources speak of."""

    theme: Theme
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]
    """Best first, one a source that the claim counts."""
    way: Literal["yes", "no", "split", ""]
    """Which of the theme's claims the sources bear out; empty for the plain one."""
    counts: tuple[int, int]
    """Sources with a sentence that points to yes, and to no."""
    both: int = 0
    """Sources counted twice therein."""

    @property
    def text(self) -> str:
        """The listed sentence that holds."""
        theme = self.theme
        return {
            "yes": theme.claim_yes,
            "no": theme.claim_no,
            "split": theme.claim_split,
            "": theme.claim,
        }[self.way]

    @property
    def plain(self) -> str:
        """The same with its numbers, but without the names of the question."""
        yes, no = self.counts
        numbers = {"n": self.number, "speaking": len(self.sources), "yes": yes, "no": no}
        return re.sub(r"\{(n|speaking|yes|no)\}", lambda m: str(numbers[m[1]]), self.text)

    @property
    def number(self) -> int:
        """Sources that the sentence counts."""
        return {"yes": self.counts[0], "no": self.counts[1]}.get(self.way, len(self.sources))


def answer(question: Standing, library: Library) -> Answer:
    """Return what independent sources say on a question, found by its words."""
    found = library.find(question.about, question.along)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    yes: list[Found] = []
    no: list[Found] = []
    other: list[Found] = []
    tally, both = [0, 0], 0
    for source in sources:
        leans = list(zip(found[source.id], _leans(found[source.id], question), strict=True))
        tally[0] += any(value > 0 for _, value in leans)
        tally[1] += any(value < 0 for _, value in leans)
        both += {1, -1} <= {value for _, value in leans}
        for one, value in leans:
            (yes if value > 0 else no if value < 0 else other).append(one)
    return Answer(
        question=question,
        lean=_verdict(tally, sources),
        sources=sources,
        yes=_best(yes),
        no=_best(no),
        other=_best(other),
        counts=(tally[0], tally[1]),
        both=both,
    )


def answers(policy: Policy, library: Library) -> dict[str, Answer]:
    """Return the answers to all questions of a set, by question id."""
    return {one.id: answer(one, library) for one in policy.questions}


def claim(theme: Theme, library: Library) -> Claim:
    """Return who speaks of a theme, which way, and the best sentence of each source."""
    found = library.find(theme.about, theme.along)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    leans = {source.id: _leans(found[source.id], theme) for source in sources}
    yes = tuple(source for source in sources if 1 in leans[source.id])
    no = tuple(source for source in sources if -1 in leans[source.id])
    lean = _verdict((len(yes), len(no)), sources)
    way: Literal["yes", "no", "split", ""] = ""
    if lean == "yes" and theme.claim_yes:
        way = "yes"
    elif lean == "no" and theme.claim_no:
        way = "no"
    elif yes and no and theme.claim_split:
        way = "split"
    wanted = {"yes": {1}, "no": {-1}, "split": {1, -1}, "": {1, 0, -1}}[way]
    best: list[Found] = []
    for source in sources:
        pairs = zip(found[source.id], leans[source.id], strict=True)
        best += [one for one, lean in pairs if lean in wanted][:1]
    both = len([source for source in yes if source in no])
    return Claim(theme, sources, _best(best), way, (len(yes), len(no)), both)


def _leans(found: Sequence[Found], asked: Standing | Theme) -> list[int]:
    """Return for each line 1 when it points to yes, -1 when to no, 0 for neither."""
    yes, no = Phrases(asked.points_yes), Phrases(asked.points_no)
    made: list[int] = []
    for one in found:
        plain, negated = yes.polarity(one.line.text)
        against, denied = no.polarity(one.line.text)
        total = plain - negated - against + denied
        made.append((total > 0) - (total < 0))
    return made


def _verdict(tally: Sequence[int], sources: Sequence[Source]) -> Lean:
    yes, no = tally
    if not sources:
        return "silent"
    if not yes and not no:
        return "open"
    if max(yes, no) >= LEANING and max(yes, no) >= CLEARLY * min(yes, no):
        return "yes" if yes > no else "no"
    return "split"


def _best(found: Sequence[Found]) -> tuple[Line, ...]:
    return tuple(one.line for one in sorted(found, key=lambda one: (-one.score, one.line.ref)))

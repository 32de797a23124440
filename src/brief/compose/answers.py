"""A reader's standing questions and a library in; what the sources say for and against, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from brief.compose.lines import Found, Library, Line
from brief.model.audience import Policy, Standing, Theme
from brief.model.dossier import Source

Lean = Literal["yes", "no", "split", "open", "silent"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say on one standing question."""

    question: Standing
    lean: Lean
    """Where independent sources that lean at all lean; `open` when none does."""
    sources: tuple[Source, ...]
    """Those that speak to it, copies left out."""
    yes: tuple[Line, ...]
    """Best first."""
    no: tuple[Line, ...]
    other: tuple[Line, ...]
    counts: tuple[int, int]
    """Sources that lean to yes, and to no."""

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
    """Best first, one a source."""


def answer(question: Standing, library: Library) -> Answer:
    """Return what independent sources say on a question, found by its words."""
    found = library.find(question.about, question.along)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    yes: list[Found] = []
    no: list[Found] = []
    other: list[Found] = []
    tally = [0, 0]
    for source in sources:
        leans = [(one, _lean(one.line, question, library)) for one in found[source.id]]
        total = sum(value for _, value in leans)
        tally[0] += total > 0
        tally[1] += total < 0
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
    )


def answers(policy: Policy, library: Library) -> dict[str, Answer]:
    """Return the answers to all questions of a set, by question id."""
    return {one.id: answer(one, library) for one in policy.questions}


def claim(theme: Theme, library: Library) -> Claim:
    """Return who speaks of a theme, with the best sentence of each source."""
    found = library.find(theme.about, theme.along)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    best = [found[source.id][0] for source in sources]
    return Claim(theme, sources, _best(best))


def _lean(line: Line, question: Standing, library: Library) -> int:
    """Return 1 for a sentence that points to yes, -1 to no, 0 for neither."""
    yes, not_yes = library.cues(line, question.points_yes)
    no, not_no = library.cues(line, question.points_no)
    total = yes - not_yes - no + not_no
    return (total > 0) - (total < 0)


def _verdict(tally: Sequence[int], sources: Sequence[Source]) -> Lean:
    yes, no = tally
    if not sources:
        return "silent"
    if not yes and not no:
        return "open"
    return "yes" if yes > no else "no" if no > yes else "split"


def _best(found: Sequence[Found]) -> tuple[Line, ...]:
    return tuple(one.line for one in sorted(found, key=lambda one: (-one.score, one.line.ref)))

"""A reader's standing questions and a library in; what the sources say for and against, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from brief.compose.lines import Found, Library, Line
from brief.compose.phrases import names_both, with_names
from brief.compose.tones import LEANS, Tone, asserted, tone
from brief.model.audience import Policy, Standing, Theme
from brief.model.dossier import Source

_TALK = re.compile(
    r"\b(?:discussions?|debates?|debated|narratives?|talk of|speculat\w+|discourse|rhetoric|"
    r"commentar(?:y|ies)|features? prominently|the idea (?:of|that))\b",
    re.IGNORECASE,
)
LEANING = 2
"""Independent sources that must point one way before we say where the evidence points."""
CARRIES = 1.0
"""Lean from which one sentence carries a claim."""
DIVIDED = 3
"""Sources that must take a side before we say that they divide over a theme."""
CLEARLY = 2
"""How many times as many as point the other way; of one source, as much that is said."""
MOST = 2.0
"""What one sentence counts at most in what its source says."""
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
    counts: tuple[int, int, int]
    """Sources that point to yes, to no, and to both."""

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
    carrying: tuple[Line, ...]
    """Those that carry the claim by themselves: only these are quoted for it."""
    way: Literal["yes", "no", "split", ""]
    """Which of the theme's claims the sources bear out; empty for the plain one."""
    sides: tuple[tuple[Source, ...], tuple[Source, ...]]
    """Sources that point to yes, and to no; one that points both ways stands in both."""

    @property
    def counts(self) -> tuple[int, int]:
        """Return how many point to yes, and to no."""
        return len(self.sides[0]), len(self.sides[1])

    @property
    def both(self) -> int:
        """Return how many point both ways."""
        return sum(source in self.sides[1] for source in self.sides[0])

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
    def number(self) -> int:
        """Sources that the sentence counts."""
        return len(self.bearing)

    @property
    def shared(self) -> bool:
        """True when sources on both sides of the brief's question bear it out."""
        return {"for", "against"} <= {source.side for source in self.bearing}

    @property
    def bearing(self) -> tuple[Source, ...]:
        """Sources that bear the sentence out."""
        return {"yes": self.sides[0], "no": self.sides[1]}.get(self.way, self.sources)


def answer(asked: Standing, library: Library) -> Answer:
    """Return what independent sources say on a question of the reader's."""
    found = leaning(asked, library)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    ways = [way(found[source.id]) for source in sources]
    every = [one for source in sources for one in found[source.id]]
    tally = ways.count("yes"), ways.count("no"), ways.count("both")
    return Answer(
        question=asked,
        lean=_verdict(tally, sources),
        sources=sources,
        yes=_best(one for one in every if one.lean >= LEANS),
        no=_best(one for one in every if one.lean <= -LEANS),
        other=_best(one for one in every if abs(one.lean) < LEANS),
        counts=tally,
    )


def answers(policy: Policy, library: Library) -> dict[str, Answer]:
    """Return the answers to all questions of a set, by question id."""
    return {one.id: answer(one, library) for one in policy.questions}


def claim(theme: Theme, library: Library) -> Claim:
    """Return who speaks of a theme, which way, and the best sentence of each source."""
    found = leaning(theme, library)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    ways = {source.id: way(found[source.id]) for source in sources}
    yes = tuple(source for source in sources if ways[source.id] in ("yes", "both"))
    no = tuple(source for source in sources if ways[source.id] in ("no", "both"))
    yes_ids, no_ids = ({source.id for source in side} for side in (yes, no))
    lean = _verdict((len(yes), len(no), 0), sources)
    borne: Literal["yes", "no", "split", ""] = ""
    if lean == "yes" and theme.claim_yes:
        borne = "yes"
    elif lean == "no" and theme.claim_no:
        borne = "no"
    elif yes and no and len({*yes_ids, *no_ids}) >= DIVIDED and theme.claim_split:
        borne = "split"
    best = [found[source.id] for source in sources]
    kept = [_bearing(lines, borne) for lines in best]
    found_lines = [one for one in kept if one]
    carrying = [one for one in found_lines if _carries(one, borne, theme, library)]
    return Claim(theme, sources, _best(found_lines), _best(carrying), borne, (yes, no))


def leaning(asked: Standing | Theme, library: Library) -> dict[str, list[Found]]:
    """Return by article the lines that speak to what is asked, each with its lean, best first."""
    yes, no = (with_names(one, library.question) for one in (asked.to_yes, asked.to_no))
    reads = tone(yes, no, asked.tones)
    made: dict[str, list[Found]] = {}
    for article, lines in library.find(asked.about, asked.along).items():
        read = [_read(one, reads) for one in lines]
        # what an author only grants, or reports to refute, is not what the source says
        read = [replace(one, lean=0.0) if one.line.weight < 0 else one for one in read]
        made[article] = sorted(read, key=lambda one: (-one.score, one.line.start))
    return made


def _read(one: Found, reads: Tone) -> Found:
    """Return a line with its lean, the word that decides it kept in view."""
    lean, mark = reads.lean(one.line.text, one.subject)
    if _TALK.search(one.line.text):
        lean = 0.0  # it is only said to be spoken of
    first, last = one.line.focus or (0, 0)
    if mark and abs(lean) >= LEANS:
        first, last = min(first, mark[0]), max(last, mark[1])
    return replace(one, lean=lean, line=replace(one.line, focus=(first, last)))


def way(found: Sequence[Found]) -> Literal["yes", "no", "both", ""]:
    """Return which way one source points, by all that it says on a question."""
    yes = sum(min(one.lean, MOST) for one in found if one.lean >= LEANS)
    no = sum(min(-one.lean, MOST) for one in found if one.lean <= -LEANS)
    if not yes and not no:
        return ""
    if min(yes, no) * CLEARLY > max(yes, no):
        return "both"
    return "yes" if yes > no else "no"


def _bearing(found: Sequence[Found], borne: str) -> Found | None:
    """Return the best sentence of a source for a claim, rather one that asserts its subject."""
    fit = [one for one in found if _bears(one, borne)]
    plain = [one for one in fit if asserted(one.line.text, one.subject)]
    return next(iter(plain or fit), None)


def _carries(one: Found, borne: str, theme: Theme, library: Library) -> bool:
    """Tell whether a sentence says by itself what the claim says, of both parties."""
    both = names_both(one.line.text, library.question)
    # that a theme is spoken of at all no single sentence shows
    plain = both and not theme.claim_yes and not _TALK.search(one.line.text)
    firm = abs(one.lean) >= CARRIES if borne else plain
    return firm and asserted(one.line.text, one.subject)


def _bears(one: Found, borne: str) -> bool:
    if borne == "yes":
        return one.lean >= LEANS
    if borne == "no":
        return one.lean <= -LEANS
    return abs(one.lean) >= LEANS if borne == "split" else True


def _verdict(tally: tuple[int, int, int], sources: Sequence[Source]) -> Lean:
    yes, no, both = tally
    if not sources:
        return "silent"
    if not yes and not no and not both:
        return "open"
    if max(yes, no) >= LEANING and max(yes, no) >= CLEARLY * min(yes, no):
        return "yes" if yes > no else "no"
    return "split"


def _best(found: Iterable[Found]) -> tuple[Line, ...]:
    ranked = sorted(found, key=lambda one: (-one.score, one.line.ref))
    return tuple(one.line for one in ranked)

"""A reader's standing questions and a library in; what the sources say for and against, out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from brief.compose.evidence.enumerations import in_list
from brief.compose.evidence.found import Found
from brief.compose.evidence.leanings import CARRIES, leaning, turned
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import OPEN, PhrasePatterns, with_names
from brief.compose.evidence.semantic_roles import is_agent
from brief.compose.evidence.tones import asserted
from brief.compose.tallies import (
    CLEARLY,
    LEANING,
    Evidence,
    Lean,
    Sources,
    Tally,
    Way,
    evidence,
    pointing,
    stands,
    tally,
)
from brief.model.audience import Policy, Standing, Theme
from brief.model.dossier import Source

WEIGHTY = 0.25
"""What the engine's weight adds to a sentence, where a question only asks what is said."""
NEAR = 0.3
"""Lean of a sentence's words that comes near to an answer where nothing takes a side."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say on one standing question."""

    question: Standing
    tally: Tally
    sources: Sources
    """Those that speak to it, copies left out."""
    yes: tuple[Line, ...]
    """Sentences of sources on that side, best first."""
    no: tuple[Line, ...]
    other: tuple[Line, ...]
    """Those that take no side; of a question with a claim, what leaves it open or,
    where nothing takes a side, comes near to one."""
    evidence: Evidence
    spoken: frozenset[str] = frozenset()
    """All sentences that speak of the matter, by their ids in the ledger."""
    expected: bool = False
    """True where its sources only say what everybody expects of the theme."""
    apt: frozenset[str] = frozenset()
    """Those of its sentences that hold words of the question itself, by their ids."""
    bygone: Sources = ()
    """Those that speak to it, and are left out since they are of years before it."""

    @property
    def unanswered(self) -> bool:
        """True when no sentence is shown for a question that asks for a yes or a no."""
        return bool(self.question.claim) and not self.tally.taken and not self.other

    @property
    def divided(self) -> bool:
        """True where sources that take no side tell of others who say yes, and who say no."""
        return bool(set(self.tally.told_yes) & set(self.tally.told_no))

    @property
    def heard(self) -> bool:
        """True where only others are told to say anything on it, and are divided."""
        return self.divided and not any(self.counts)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Return how many sources point to yes, to no, and to both."""
        return self.tally.counts

    @property
    def lean(self) -> Lean:
        """Return which way the evidence points."""
        return self.tally.lean if self.sources else "silent"


@dataclass(frozen=True, slots=True)
class Claim:
    """A theme that several sources speak of."""

    theme: Theme
    sources: tuple[Source, ...]
    evidence: Evidence
    carrying: tuple[Line, ...]
    """Best first, those that carry the claim by themselves: only these are quoted for it."""
    way: Way
    """Which of the theme's claims the sources bear out; empty where they take no side."""
    tally: Tally

    @property
    def opposed(self) -> Sources:
        """Sources that point away from a claim that others bear out, and not to it as well."""
        return {"yes": self.tally.no, "no": self.tally.yes}.get(self.way, ())

    @property
    def unopposed(self) -> bool:
        """True when none that takes a side sees the opposite, or both."""
        return self.way in ("yes", "no") and not self.opposed and not self.tally.both

    @property
    def expected(self) -> bool:
        """True where its sources only say what everybody expects."""
        return self.theme.expected and self.way == "yes"

    @property
    def settled(self) -> bool:
        """True when at least two sources bear it out."""
        return self.number >= LEANING

    @property
    def general(self) -> bool:
        """True when at least half of those that speak of the theme bear the claim out."""
        return 2 * self.number >= len(self.sources)

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
    def lines(self) -> tuple[Line, ...]:
        """Return a sentence of each source that bears it out."""
        return tuple(line for source in self.bearing for line in self.evidence[source.id])

    @property
    def number(self) -> int:
        """Sources that the sentence counts."""
        return len(self.bearing)

    @property
    def shared(self) -> bool:
        """True when sources on both sides of the brief's question bear it out."""
        return {"for", "against"} <= {source.side for source in self.bearing}

    @property
    def bearing(self) -> Sources:
        """Sources that bear the sentence out; where they divide, all that take a side."""
        one = self.tally
        takers = (*one.yes, *one.no, *one.both)
        return {"yes": one.yes, "no": one.no, "split": takers}.get(self.way, self.sources)


def answer(asked: Standing, library: Library, theme: Theme | None = None) -> Answer:
    """Return what independent sources say on a question of the reader's.

    A `theme` on the same matter lends its words, so that a source stands in every brief where it
    stands in the theme: of what it finds, sentences that hold one of the question's own come first.
    """
    found = leaning(theme or asked, library)
    found = turned(found) if theme and asked.turned else found
    found = found if asked.claim or theme else _spoken(asked, found)
    said = found
    found = _since(asked.since, found, library) if asked.since else found
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    bygone = tuple(
        s for s in library.dossier.sources if s.id in said.keys() - found.keys() and s.independent
    )
    every = [one for source in sources for one in found[source.id]]
    sides = tally(sources, found)
    sought = _sought(asked, library, by_theme=theme is not None)
    apt = frozenset(one.line.ref for one in every if sought and sought.count(one.line.text))
    takers = {source.id for source in sides.takers}
    neither = [one for one in every if not any(one.weighed) or one.line.article not in takers]
    if asked.claim:
        neither = [one for one in neither if _speaks(one, answered=sides.taken)]
    return Answer(
        question=asked,
        tally=sides,
        sources=sources,
        yes=_best((one for one in pointing(every, 0) if stands("yes", one, sides)), apt),
        no=_best((one for one in pointing(every, 1) if stands("no", one, sides)), apt),
        other=_best(neither) if asked.claim else _central(neither),
        evidence=evidence(sides, found, library, sought),
        spoken=frozenset(one.line.ref for one in every),
        apt=apt,
        bygone=bygone,
        expected=theme is not None and theme.expected and not any(sides.counts[1:]),
    )


def _since(year: int, found: dict[str, list[Found]], library: Library) -> dict[str, list[Found]]:
    """Return what sources of a year or later say, where one of them takes a side; else all.

    An undated source is of the latest year that it names.
    """
    recent = tuple(s for s in library.dossier.sources if s.id in found and library.year(s) >= year)
    late = {source.id: found[source.id] for source in recent}
    return late if tally(recent, late).taken else found


def _sought(asked: Standing, library: Library, *, by_theme: bool) -> PhrasePatterns | None:
    """Return what marks a sentence as one on just this question.

    Where a theme lends the words by which sentences are found, these are the question's own; else
    the words of its claim.
    """
    words = re.findall(r"\w+", re.sub(r"{\w+}", "", asked.claim))
    said = [f"{one[:STEM]}*" for one in words if len(one) >= STEM and one not in _PLAIN]
    own = with_names(asked.about, library.question) if by_theme else said
    return PhrasePatterns(own) if own else None


STEM = 5
"""Letters in which two forms of a word are alike."""
_PLAIN = ("would", "could", "should", "might", "their", "other", "which", "there", "about")
"""Words that any claim may hold."""


def _spoken(asked: Standing, found: Mapping[str, Sequence[Found]]) -> dict[str, list[Found]]:
    """Return what speaks to a question that asks only what is said.

    It holds the matter, names itself whom it is about, and says what was asked for: where words
    are listed for that (`what holds them apart?`), it asserts one of them, or denies it where
    nothing is listed for the opposite (`where do they stand?`): then who is asked about does it.
    """

    stance = bool(asked.to_yes) and not asked.to_no

    def says(one: Found) -> bool:
        if not (asked.to_yes or asked.tones):
            return True
        return one.proves(0) or (not asked.to_no and one.proves(1))

    def told(one: Found) -> bool:
        text = one.line.text
        held = one.near and one.sure and one.stated and not in_list(text, one.subject)
        held = held and not _FAMILIAR.search(text)
        held = held and not text.rstrip("\"”’'») ").endswith("?")
        return held and (not stance or is_agent(text, one.mark, one.subject))

    kept = {
        article: [one for one in lines if told(one) and says(one)]
        for article, lines in found.items()
    }
    return {article: lines for article, lines in kept.items() if lines}


_FAMILIAR = re.compile(
    r"\b(?:familiar|conventional|received|hackneyed|stock|clich[ée]d) "
    r"(?:\w+ )?(?:verdict|wisdom|narrative|view|story|charge|refrain|reading|argument|"
    r"complaint)s?\b"
)
"""How an author calls a view of others that he is about to part with."""


def _speaks(one: Found, *, answered: bool) -> bool:
    """Tell whether a sentence that takes no side is worth showing for a question.

    What an author reports, perhaps to refute it, is nothing of his own. What leaves the matter
    open is; where no side is taken, what comes near to one too.
    """
    if not one.line.own or one.line.weight < 0 or not one.stated:
        return False
    leaves_open = OPEN.search(one.line.text) is not None
    return leaves_open if answered else one.near and (leaves_open or abs(one.hint) >= NEAR)


def answers(policy: Policy, library: Library, themes: Sequence[Theme]) -> dict[str, Answer]:
    """Return the answers to all questions of a set, by question id."""
    known = {theme.id: theme for theme in themes}
    return {one.id: answer(one, library, known.get(one.theme or "")) for one in policy.questions}


def claim(theme: Theme, library: Library) -> Claim:
    """Return who speaks of a theme, which way, and the best sentence of each source."""
    found = leaning(theme, library)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    sides = tally(sources, found)
    borne = _borne(theme, sides)
    every = [one for source in sources for one in found[source.id] if _bears(one, borne)]
    bears = {"yes": sides.yes, "no": sides.no}.get(borne, sources)
    theirs = {source.id for source in bears}
    told = (one for one in every if one.line.article in theirs and not one.bygone)
    carrying = _best(one for one in told if _carries(one))
    return Claim(theme, sources, evidence(sides, found, library), carrying, borne, sides)


def _borne(theme: Theme, sides: Tally) -> Way:
    """Return which of a theme's claims the sources bear out."""
    yes, no, both = sides.counts
    if max(yes, no) and max(yes, no) >= CLEARLY * (min(yes, no) + both):
        side: Way = "yes" if yes > no else "no"
        return side if (theme.claim_yes if side == "yes" else theme.claim_no) else ""
    divided = ((yes and no) or both) and yes + no + both >= LEANING
    return "split" if divided and theme.claim_split else ""


def _carries(one: Found) -> bool:
    """Tell whether a sentence says by itself, in its author's words, what the claim says."""
    return one.line.own and abs(one.lean) >= CARRIES and asserted(one.line.text, one.subject)


def _bears(one: Found, borne: Way) -> bool:
    if borne in ("yes", "no"):
        return one.proves(borne == "no")
    return one.proves(0) or one.proves(1) if borne == "split" else True


def _central(found: Iterable[Found]) -> tuple[Line, ...]:
    """Return the lines, an author's own and what is central to a source before the rest."""
    ranked = sorted(
        found,
        key=lambda one: (not one.line.own, -one.score - WEIGHTY * one.line.weight, one.line.ref),
    )
    return tuple(one.line for one in ranked)


def _best(found: Iterable[Found], apt: Collection[str] = ()) -> tuple[Line, ...]:
    """Return the lines, those first that say it by themselves, then an author's own, the best.

    Before all else come those whose ids are `apt`.
    """

    def key(one: Found) -> tuple[bool, bool, bool, float, str]:
        return (
            one.line.ref not in apt,
            not _carries(one),
            not one.line.own,
            -one.score,
            one.line.ref,
        )

    return tuple(one.line for one in sorted(found, key=key))

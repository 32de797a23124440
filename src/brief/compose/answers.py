"""A reader's standing questions and a library in; what the sources say for and against, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from brief.compose.lines import Found, Library, Line
from brief.compose.phrases import OPEN, Phrases, with_names
from brief.compose.readings import CARRIES, leaning
from brief.compose.tones import asserted
from brief.model.audience import Policy, Standing, Theme
from brief.model.dossier import Source

WEIGHTY = 0.25
"""What the engine's weight adds to a sentence, where a question only asks what is said."""
LEANING = 2
"""Independent sources that must point one way before we say where the evidence points."""
CLEARLY = 2
"""How many times as many as point the other way."""
MOST = 2.0
"""What one sentence counts at most in what its source says."""
FIRM = 1.0
"""Sum of what a source says from which it takes a side: a word in passing is none."""
NEAR, CENTRAL = 0.3, 1.0
"""Lean of a sentence's words that comes near to an answer where nothing takes a side, and the
engine's weight from which a sentence that speaks of the matter is worth showing there."""
COUNTERS = 3
"""A source sees both sides where what it says one way is at least this part of the other way."""
OUTWEIGHS = 5
"""One outright sentence on the other side counts up to so much on this."""
Way = Literal["yes", "no", "split", ""]
Lean = Literal["yes", "no", "split", "thin", "open", "silent"]
Sources = tuple[Source, ...]
Evidence = Mapping[str, tuple[Line, ...]]
"""By source, the sentence by which it stands where it does; of both sides, one of each."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Which independent sources take which side, in their own words or only in others'."""

    yes: Sources = ()
    no: Sources = ()
    both: Sources = ()
    told_yes: Sources = ()
    """Those that take no side themselves, and report others who say yes ..."""
    told_no: Sources = ()
    """... or no."""

    @property
    def counts(self) -> tuple[int, int, int]:
        """Return how many say yes, no, and both, in their own words."""
        return len(self.yes), len(self.no), len(self.both)

    @property
    def takers(self) -> Sources:
        """Return those that take a side, or report others who do."""
        return (*self.yes, *self.no, *self.both, *self.told_yes, *self.told_no)

    @property
    def taken(self) -> bool:
        """True when a source takes a side, or reports others who do."""
        return bool(self.takers)

    @property
    def lean(self) -> Lean:
        """Return which way they point: `thin` where one source alone takes a side."""
        yes, no, both = self.counts
        if not yes and not no and not both:
            return "open"
        if max(yes, no) >= LEANING and max(yes, no) >= CLEARLY * min(yes, no):
            return "yes" if yes > no else "no"
        return "thin" if yes + no + both == 1 and not both else "split"


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

    @property
    def unanswered(self) -> bool:
        """True when no sentence is shown for a question that asks for a yes or a no."""
        return bool(self.question.claim) and not self.tally.taken and not self.other

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

    A `theme` that asks the same lends its words: of what it finds, sentences that hold one of the
    question's own come first.
    """
    found = leaning(theme or asked, library)
    sources = tuple(s for s in library.dossier.sources if s.id in found and s.independent)
    every = [one for source in sources for one in found[source.id]]
    sides = tally(sources, found)
    near = Phrases(with_names(asked.about, library.question)) if theme else None
    takers = {source.id for source in sides.takers}
    neither = [one for one in every if not any(one.weighed) or one.line.article not in takers]
    if asked.claim:
        neither = [one for one in neither if _speaks(one, answered=sides.taken)]
    return Answer(
        question=asked,
        tally=sides,
        sources=sources,
        yes=_best((one for one in _pointing(every, 0) if _stands("yes", one, sides)), near),
        no=_best((one for one in _pointing(every, 1) if _stands("no", one, sides)), near),
        other=_best(neither) if asked.claim else _central(neither),
        evidence=_evidence(sides, found, library),
        spoken=frozenset(one.line.ref for one in every),
    )


def _speaks(one: Found, *, answered: bool) -> bool:
    """Tell whether a sentence that takes no side is worth showing for a question.

    What an author reports, perhaps to refute it, is nothing of his own. Where a side is taken,
    only what leaves the matter open is; where none is, what comes near or is central too.
    """
    if not one.line.own or one.line.weight < 0:
        return False
    if answered:
        return OPEN.search(one.line.text) is not None
    leaves_open = OPEN.search(one.line.text) is not None
    return one.near and (leaves_open or abs(one.hint) >= NEAR or one.line.weight >= CENTRAL)


def tally(sources: Sources, found: Mapping[str, Sequence[Found]]) -> Tally:
    """Return which sources take which side; what a source only reports is not its own word."""
    made: dict[str, list[Source]] = {}
    for source in sources:
        lines = found[source.id]
        side = proven([one for one in lines if one.line.own])
        told = proven([one for one in lines if not one.line.own])
        for name in [side] if side else [f"told_{one}" for one in _each(told)]:
            made.setdefault(name, []).append(source)
    return Tally(**{name: tuple(some) for name, some in made.items()})


def _each(told: str) -> tuple[str, ...]:
    return ("yes", "no") if told == "both" else (told,) if told else ()


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
    carrying = _best(filter(_carries, every))
    return Claim(theme, sources, _evidence(sides, found, library), carrying, borne, sides)


def _stands(side: str, one: Found, sides: Tally) -> bool:
    """Tell whether a sentence is of a source on that side, and of the voice that puts it there."""
    names = (side, "both") if one.line.own else (f"told_{side}",)
    return any(one.line.article == s.id for name in names for s in getattr(sides, name))


def _evidence(sides: Tally, found: Mapping[str, Sequence[Found]], library: Library) -> Evidence:
    """Return by source its best sentence for its side, rather one that asserts its subject.

    Who only says that a view is wrong is noted with the view.
    """
    made: dict[str, tuple[Line, ...]] = {
        article: (lines[0].line,) for article, lines in found.items()
    }
    for name, ways, own in _STANDS:
        for source in getattr(sides, name):
            lines = [one for one in found[source.id] if one.line.own is own]
            best = [min(_pointing(lines, way), key=_proving).line for way in ways]
            # who is told on both sides is noted for each
            told = made[source.id] if name == "told_yes" and source in sides.told_no else ()
            shown = (one for line in best for one in (*_rejected(line, library), line))
            made[source.id] = tuple(dict.fromkeys((*shown, *told)))
    return made


def _rejected(line: Line, library: Library) -> tuple[Line, ...]:
    """Return the sentence before that states the view which a sentence rejects."""
    if not line.rejects or line.text.startswith(line.rejects):
        return ()
    every = library.lines[line.article]
    views = [one for one in every if one.end <= line.start and line.rejects.endswith(one.text)]
    return tuple(views[-1:])


def _pointing(lines: Iterable[Found], way: int) -> list[Found]:
    """Return the sentences that prove a yes (`way` 0) or a no (1)."""
    return [one for one in lines if one.proves(way)]


def _proving(one: Found) -> tuple[float, ...]:
    """Return how far a sentence is from proving a side alone: less is better evidence."""
    plain = asserted(one.line.text, one.subject)
    firm = plain and abs(one.lean) >= CARRIES
    alone = one.line.appeal >= ALONE and not one.line.rejects
    best = firm and alone
    rank = [best and one.stated, best, firm, plain, one.near]
    return (*(not held for held in rank), -min(abs(one.lean), PLAIN))


PLAIN = 1.5
"""Lean from which no sentence says it better than another."""
ALONE = 0.3
"""Appeal from which a sentence is understood without those before it."""


_STANDS = (
    *(("told_no", (1,), False), ("told_yes", (0,), False)),
    *(("no", (1,), True), ("both", (0, 1), True), ("yes", (0,), True)),
)
"""The sides of a tally: which ways its sentences point, and whether in the source's words."""


def _borne(theme: Theme, sides: Tally) -> Way:
    """Return which of a theme's claims the sources bear out."""
    yes, no, both = sides.counts
    if max(yes, no) and max(yes, no) >= CLEARLY * (min(yes, no) + both):
        side: Way = "yes" if yes > no else "no"
        return side if (theme.claim_yes if side == "yes" else theme.claim_no) else ""
    divided = ((yes and no) or both) and yes + no + both >= LEANING
    return "split" if divided and theme.claim_split else ""


def way(found: Sequence[Found]) -> Literal["yes", "no", "both", ""]:
    """Return which way one source points, by all that it says on a question."""
    said = [one.weighed for one in found]
    yes, no = (sum(min(one[side], MOST) for one in said) for side in (0, 1))
    if max(yes, no) < FIRM:
        return ""
    outright = min(yes, no) >= CARRIES and min(yes, no) * OUTWEIGHS >= max(yes, no)
    if min(yes, no) * COUNTERS > max(yes, no) or outright:
        return "both"
    return "yes" if yes > no else "no"


def proven(found: Sequence[Found]) -> Literal["yes", "no", "both", ""]:
    """Return which way one source points, as far as a sentence of its own proves it.

    What only adds to a side may be said in passing, or of others: it is no ground to name a source.
    """
    said = way(found)
    yes, no = (any(one.proves(side) for one in found) for side in (0, 1))
    if said == "both":
        return "both" if yes and no else _chief(found, yes, no)
    return said if (said == "yes" and yes) or (said == "no" and no) else ""


def _chief(found: Sequence[Found], yes: bool, no: bool) -> Literal["yes", "no", ""]:
    """Return the side that is proven, of two, unless nearly as much is said for the other."""
    sure = [one for one in found if one.sure]
    said = [sum(min(one.weighed[side], MOST) for one in sure) for side in (0, 1)]
    if yes and said[0] > 2 * said[1]:
        return "yes"
    return "no" if no and said[1] > 2 * said[0] else ""


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


def _best(found: Iterable[Found], near: Phrases | None = None) -> tuple[Line, ...]:
    """Return the lines, those first that say it by themselves, then an author's own, the best.

    Before all else come those that hold a phrase of `near`.
    """

    def key(one: Found) -> tuple[bool, bool, bool, float, str]:
        far = near is not None and not near.count(one.line.text)
        return far, not _carries(one), not one.line.own, -one.score, one.line.ref

    return tuple(one.line for one in sorted(found, key=key))

"""What the sources say on a matter in; which of them take which side, and what proves it, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from brief.compose.evidence.found import Found
from brief.compose.evidence.leanings import CARRIES, chance
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import PhrasePatterns, in_present
from brief.compose.evidence.tones import asserted
from brief.model.dossier import Source

LEANING = 2
"""Independent sources that must point one way before we say where the evidence points."""
CLEARLY = 2
"""How many times as many as point the other way."""
MOST = 2.0
"""What one sentence counts at most in what its source says."""
FIRM = 1.0
"""Sum of what a source says from which it takes a side: a word in passing is none."""
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


def tally(sources: Sources, found: Mapping[str, Sequence[Found]]) -> Tally:
    """Return which sources take which side; what a source only reports is not its own word."""
    made: dict[str, list[Source]] = {}
    for source in sources:
        lines = found[source.id]
        own = [one for one in lines if one.line.own]
        side = proven(own)
        # who argues for a side himself, if short of a proof, is no mere reporter of others
        told = (
            ""
            if way([one for one in own if one.sure])
            else proven([one for one in lines if not one.line.own])
        )
        for name in [side] if side else [f"told_{one}" for one in _each(told)]:
            made.setdefault(name, []).append(source)
    return Tally(**{name: tuple(some) for name, some in made.items()})


def _each(told: str) -> tuple[str, ...]:
    return ("yes", "no") if told == "both" else (told,) if told else ()


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
    Of both sides is who argues each, and not who tells or grants one to argue the other.
    """
    said = way(found)
    yes, no = (any(one.proves(side) for one in found) for side in (0, 1))
    if said == "both":
        argued = [any(_argues(one, side) for one in found) for side in (0, 1)]
        return "both" if all(argued) else _chief(found, yes, no)
    return said if (said == "yes" and yes) or (said == "no" and no) else ""


def _argues(one: Found, way: int) -> bool:
    """Tell whether a sentence can be half of what a source says both ways."""
    if not one.proves(way):
        return False
    own = not one.line.rejects and asserted(one.line.text, one.subject)
    return own or not one.line.own


def _chief(found: Sequence[Found], yes: bool, no: bool) -> Literal["yes", "no", ""]:
    """Return the side that is proven, of two, unless nearly as much is said for the other."""
    sure = [one for one in found if one.sure]
    said = [sum(min(one.weighed[side], MOST) for one in sure) for side in (0, 1)]
    if yes and said[0] > 2 * said[1]:
        return "yes"
    return "no" if no and said[1] > 2 * said[0] else ""


def stands(side: str, one: Found, sides: Tally) -> bool:
    """Tell whether a sentence is of a source on that side, and of the voice that puts it there."""
    names = (side, "both") if one.line.own else (f"told_{side}",)
    return any(one.line.article == s.id for name in names for s in getattr(sides, name))


def evidence(
    sides: Tally,
    found: Mapping[str, Sequence[Found]],
    library: Library,
    sought: PhrasePatterns | None = None,
) -> Evidence:
    """Return by source its best sentence for its side, rather one that asserts its subject.

    Before all else comes what holds most of the phrases sought. Who only says that a view is wrong
    is noted with the view.
    """
    made: dict[str, tuple[Line, ...]] = {
        article: (lines[0].line,) for article, lines in found.items()
    }
    for name, ways, own in _STANDS:
        for source in getattr(sides, name):
            lines = [one for one in found[source.id] if one.line.own is own]
            best = [_best(lines, way, sought, both=len(ways) > 1) for way in ways]
            # who is told on both sides is noted for each
            told = made[source.id] if name == "told_yes" and source in sides.told_no else ()
            shown = (one for line in best for one in (*_rejected(line, library), line))
            made[source.id] = tuple(dict.fromkeys((*shown, *told)))
    return made


def _best(lines: Sequence[Found], way: int, sought: PhrasePatterns | None, *, both: bool) -> Line:
    argued = [one for one in lines if _argues(one, way)] if both else []

    def key(one: Found) -> tuple[float, ...]:
        return (-sought.count(one.line.text) if sought else 0, *_proving(one))

    return min(argued or pointing(lines, way), key=key).line


def _rejected(line: Line, library: Library) -> tuple[Line, ...]:
    """Return the sentence before that states the view which a sentence rejects."""
    if not line.rejects or line.text.startswith(line.rejects):
        return ()
    every = library.whole[line.article]
    views = [one for one in every if one.end <= line.start and line.rejects.endswith(one.text)]
    return tuple(views[-1:])


def left_open(sources: Sequence[Source], lines: Evidence) -> bool:
    """Tell whether all who are evidence for both sides only say that it may come about."""
    noted = [set(lines.get(source.id, ())) for source in sources]
    return bool(noted) and all(
        len(some) == 1 and all(chance(line, line.text) for line in some) for some in noted
    )


def pointing(lines: Iterable[Found], way: int) -> list[Found]:
    """Return the sentences that prove a yes (`way` 0) or a no (1)."""
    return [one for one in lines if one.proves(way)]


def _proving(one: Found) -> tuple[float, ...]:
    """Return how far a sentence is from proving a side alone: less is better evidence.

    Of those that do, what its author concludes and holds today comes before what he tells of the
    past or gives as an example.
    """
    text = one.line.text
    plain = asserted(text, one.subject)
    firm = plain and abs(one.lean) >= CARRIES
    alone = one.line.quotability >= ALONE and not one.line.rejects
    best = firm and alone
    rank = [best and one.stated, best, firm, plain, one.near]
    aside = _ASIDE.search(text) is not None
    concluded = one.line.weight >= THESIS or _CONCLUDES.match(text) is not None
    worth = one.score + CONCLUDED * concluded
    return (*(not held for held in rank), aside or not in_present(text), -worth)


ALONE = 0.3
"""Appeal from which a sentence is understood without those before it."""
THESIS, CONCLUDED = 2.5, 0.3
"""The engine's weight of a thesis, and what it adds to a sentence that its author concludes so."""
_CONCLUDES = re.compile(
    r"(?:Overall|Thus|Therefore|Hence|Ultimately|Clearly|Consequently|On balance|All in all|"
    r"Taken together|As we have seen|In (?:sum|short|conclusion|summary|the end|essence)|"
    r"To (?:sum up|conclude)|The (?:upshot|conclusion|lesson|bottom line))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:for (?:example|instance)|e\.g\.|such as|incidentally)", re.IGNORECASE)
"""How an example is given."""


_STANDS = (
    *(("told_no", (1,), False), ("told_yes", (0,), False)),
    *(("no", (1,), True), ("both", (0, 1), True), ("yes", (0,), True)),
)
"""The sides of a tally: which ways its sentences point, and whether in the source's words."""

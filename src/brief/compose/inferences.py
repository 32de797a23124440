"""What the sources say in; the listed sentences that follow for a reader out, each with what it
rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.compose.applicability import general_sets, served
from brief.compose.conditions import Facts, bearing, holds, siding
from brief.compose.evidence.line import Line
from brief.compose.evidence.support import supporting_lines
from brief.compose.ranking import Kind
from brief.compose.tallies import LEANING
from brief.model.audience import Condition, Inference

Following = tuple[tuple[Inference, tuple[Line, ...]], ...]
"""Listed sentences that hold, each with the sentences that it rests on."""


def following(facts: Facts) -> dict[Kind, Following]:
    """Return by kind what follows; where the set of the question has nothing, of the general set.

    A set is made for certain texts: others on its question may speak of nothing in it.
    """
    own = served(facts.audience, facts.question)
    general = general_sets(facts.audience, facts.question)
    sets = (own, *(one for one in general if one != own))

    def first(name: str, *, asserts: bool = False) -> Following:
        for one in sets:
            if made := _following(getattr(one, name), facts, asserts=asserts):
                return made
        return ()

    return {
        "implication": first("implications", asserts=True),
        "option": first("options"),
        "watch": first("watch"),
    }


def headed(implications: Following) -> frozenset[str]:
    """Return the ids of the themes by whose lean the sentence that heads the brief holds."""
    first = leading(implications)
    return frozenset(_themes(first.when) if first else ())


def leading(implications: Following) -> Inference | None:
    """Return the first implication that can head the brief."""
    return next((one for one, _ in implications if one.headline), None)


def _themes(conditions: Sequence[Condition]) -> Iterator[str]:
    for one in conditions:
        if one.theme and one.leans:
            yield one.theme
        yield from _themes((*one.all_, *one.any_))


def _following(listed: Sequence[Inference], facts: Facts, *, asserts: bool = False) -> Following:
    """Return the sentences whose condition holds, each with two sentences it rests on.

    Where it lists no words of its own, what a condition says of an answer or a theme is shown by
    the sentences that make it so.
    """
    made: list[tuple[Inference, tuple[Line, ...]]] = []
    # no brief cites a sentence on a question of which it says that nothing speaks to it
    unanswered = {ref for one in facts.answers.values() if one.unanswered for ref in one.spoken}
    beneath: dict[str, float] = {}
    for one in listed:
        if not holds(one.when, facts):
            continue
        if one.rests_on:
            best = supporting_lines(one, facts.library, asserts=asserts)
        else:
            best = bearing(one.when, facts) or siding(one.when, facts)
        best = [
            line
            for line in best
            if line.ref not in unanswered
            and (line.own or not asserts)
            and not facts.library.aged(line)
        ]
        if best:
            heard = list(dict.fromkeys(line.article for line in best))
            first = [next(line for line in best if line.article == each) for each in heard]
            made.append((one, tuple(first[:2])))
            beneath[one.id] = _beneath(one, len(heard), facts)
    # what may head the brief: of what two sources bear out, what the reader's own list has first
    return _varied(sorted(made, key=lambda one: -beneath[one[0].id]))


def _varied(listed: Sequence[tuple[Inference, tuple[Line, ...]]]) -> Following:
    """Return listed sentences, those last that rest only on what others before them rest on."""
    used: set[str] = set()
    repeats: list[tuple[Inference, tuple[Line, ...]]] = []
    made: list[tuple[Inference, tuple[Line, ...]]] = []
    for one in listed:
        refs = {line.ref for line in one[1]}
        (repeats if refs <= used else made).append(one)
        used |= refs
    return (*made, *repeats)


def _beneath(one: Inference, sources: int, facts: Facts) -> float:
    """Return how much stands beneath a sentence that may head the brief: nothing where it may not.

    What rests on the balance alone says the least to this reader.
    """
    if not one.headline:
        return 0
    return min(sources, LEANING) if one.rests_on or bearing(one.when, facts) else 0.5

"""Sentences that would do in, those that are quoted out: none twice, and sources take turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from brief.collect.origins import same_words
from brief.compose.answers import Answer
from brief.compose.evidence.line import Line
from brief.compose.evidence.quotability import TURNED, turns
from brief.compose.ranking import Quoted
from brief.compose.sides import LEAST_QUOTABILITY

SAME, RUN, PLAIN = 0.55, 8, 6
"""Share of word pairs from which two quotations make the same point; so do words in a row that
both hold, most of them without a capital: a name is no point."""
SHORT = 7
"""Words of a sentence that is the same point only where it stands in the other."""
VOICES, MORE = 3, 2
"""Sentences of one side, at most, and how many more where pages have room for them."""
DEPTH = 2
"""Sentences on each side of an answer, at most."""


class Picker:
    """Picks quotations so that no sentence and no point comes twice, and sources take turns."""

    def __init__(self) -> None:
        self.taken: list[Line] = []

    def pick(self, lines: Sequence[Line], *, turned: bool = False) -> Line | None:
        """Return the first good line not used yet, and remember it.

        `turned`: that one opens with a turn against what stood before does not matter.
        """
        fresh = [line for line in lines if _reads(line, turned=turned) and self._new(line)]
        # what its author turns against in the next sentence is quoted for want of a better
        fresh = [line for line in fresh if not line.taken_back] or fresh
        if not fresh:
            return None
        used = [line.article for line in self.taken]
        best = min(fresh[:3], key=lambda line: (used.count(line.article), fresh.index(line)))
        self.taken.append(best)
        return best

    def _new(self, line: Line) -> bool:
        return all(
            line.ref != other.ref
            and not _same_point(line.text, other.text)
            and _runs(line.text).isdisjoint(_runs(other.text))
            for other in self.taken
        )


def _reads(line: Line, *, turned: bool) -> bool:
    """Tell whether a sentence reads well enough to be quoted."""
    forgiven = TURNED if turned and turns(line.text) else 1.0
    return line.unnamed or line.quotability >= LEAST_QUOTABILITY * forgiven


def _same_point(one: str, other: str) -> bool:
    """Tell whether two sentences make one point; a short one does where the other holds it.

    The names of the two are most of its words: `Peru and Chile are no friends`.
    """
    short, long = sorted((one, other), key=len)
    if len(short.split()) <= SHORT:
        return short.strip(" .").casefold() in long.casefold()
    return same_words(one, other) >= SAME


@lru_cache(maxsize=1024)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of words of a sentence, but those that are mostly names."""
    split = re.findall(r"[\w’'-]+", text)
    runs = (tuple(split[at : at + RUN]) for at in range(len(split) - RUN + 1))
    return frozenset(run for run in runs if sum(word[:1].islower() for word in run) >= PLAIN)


def of_side(lines: Sequence[Line], picker: Picker) -> tuple[Line, ...]:
    """Return the sentences of a side, one a source.

    Of the best three those come first whose source is not quoted yet: another speaks for the side.
    """
    quoted = {line.article for line in picker.taken}
    best = sorted(lines[:VOICES], key=lambda line: line.article in quoted)
    picked = [picker.pick([line]) for line in (*best, *lines[VOICES:])]
    return tuple(line for line in picked if line)[:VOICES]


def more_of_side(lines: Sequence[Line], quoted: Sequence[Line], picker: Picker) -> tuple[Line, ...]:
    """Return the sentences of a side with more behind them, picked after all other quotations."""
    heard = {line.article for line in quoted}
    picked = [picker.pick([line]) for line in lines if line.article not in heard]
    return (*quoted, *[line for line in picked if line][:MORE])


def all_quoted(found: Sequence[Answer], picker: Picker, newest: str = "") -> tuple[Quoted, ...]:
    """Return the sentences for all answers; where little is said, it is taken first.

    `newest` is the source that is quoted before others, since it is of years after them.
    """
    scarce = sorted(found, key=lambda one: len((*one.yes, *one.no, *one.other)))
    made = {one.question.id: quoted_for(one, picker, newest) for one in scarce}
    return tuple(made[one.question.id] for one in found)


def quoted_for(found: Answer, picker: Picker, newest: str = "") -> Quoted:
    """Return the sentences that answer a question: in turn the stronger side's and the other's."""
    yes, no, _ = found.counts
    if yes == no:
        yes, no = len(found.yes), len(found.no)
    strong, weak = (found.no, found.yes) if no > yes else (found.yes, found.no)
    if found.lean in ("open", "silent") and not (found.tally.told_yes or found.tally.told_no):
        strong, weak = found.other, ()
    picked: list[Line] = []
    both_ways = {source.id for source in found.tally.both}  # quoted once on each side
    if found.divided:
        # one sentence that tells of both camps is the best that can be said of them
        both = [one for one in strong if one in weak and not one.own]
        if found.heard and (line := picker.pick(both)):
            return found, (line,)
        # of others who are divided both are heard, or neither
        pair = [picker.pick([one for one in way if not one.own]) for way in (strong, weak)]
        told = [line for line in pair if line]
        strong, weak = (tuple(one for one in way if one.own) for way in (strong, weak))
        if len(told) > 1 and not (strong or weak):
            return found, tuple(told)
    for _ in range(DEPTH):
        for lines in (strong, weak):
            heard = {line.article for line in picked} - both_ways
            heard |= {line.article for line in picked if line in lines}
            fresh = [one for one in lines if one.article not in heard]
            own, told = ([one for one in fresh if one.own is kind] for kind in (True, False))
            late = [one for one in own if one.article == newest]
            # what speaks to just this question comes before what is newest
            apt = [one for some in (late, own) for one in some if one.ref in found.apt]
            if line := picker.pick(apt) or picker.pick(late or own) or picker.pick(told):
                picked.append(line)
    if not picked and not found.question.claim:
        # who speaks to it says little by his name alone
        last = picker.pick([one for one in strong if one.own], turned=True)
        picked += [last] if last else []
    return found, tuple(picked)

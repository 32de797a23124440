"""A passage of several lines as the machine had it, as a person left it and as the machine has it
now in; the passage with each line refreshed or the person's out. Pure.

A question, its tally and its answer are lines of one passage: who changes one of them has left the
others to the machine.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

from brief.edits.readback.rich import says_same
from brief.edits.words import joined
from brief.model.brief import Inlines, Text
from brief.model.plain import lines_of, plain

_BREAK = Text(text="\n")
_Lines = Sequence[Inlines]


def by_line(was: Inlines, now: Inlines, here: Inlines) -> tuple[Inlines, bool]:
    """Return `here` with what a person made of `was`, and whether both changed a line.

    Such a line stays the person's; a passage of one line is one. Merged again, the result stays as
    it is: where lines changed so that it would not, the person's passage stands whole.
    """
    if plain(here) == plain(now):
        return now, False
    made, contested = _merged(was, now, here)
    if not plain(made) or _merged(was, now, made)[0] != made:
        return now, True
    return made, contested


def _merged(was: Inlines, now: Inlines, here: Inlines) -> tuple[Inlines, bool]:
    before, person, machine = lines_of(was), lines_of(now), lines_of(here)
    looks = [_known(line, before) for line in (*before, *person)]
    words = [plain(line) for line in (*before, *machine)]
    theirs = _slots(looks[: len(before)], looks[len(before) :], person)
    ours = _slots(words[: len(before)], words[len(before) :], machine)
    gone = {*_words(before)} - {*_words(person)}
    fresh = {*_words(machine)} - {*_words(before)}
    made: list[Inlines] = []
    between: list[int] = []
    contested = False
    for old, mine, new in zip(_apart(before), theirs, ours, strict=True):
        if not old:
            between += range(len(made), len(made) + len(mine))
        touched = len(old) != len(mine) or not all(map(says_same, old, mine))
        contested |= touched and _words(new) not in (_words(old), _words(mine))
        # What the person took out does not come in elsewhere.
        made += mine if touched else [line for line in new if plain(line) not in gone]
    said = fresh.intersection(_words([line for n, line in enumerate(made) if n not in between]))
    # Between two lines, what the machine says by now is not said twice.
    once = [line for n, line in enumerate(made) if n not in between or plain(line) not in said]
    return joined(tuple(inline for line in once for inline in (_BREAK, *line))[1:]), contested


def _apart(lines: _Lines) -> list[_Lines]:
    """Return the slots of lines that nobody changed."""
    numbers = range(len(lines))
    return _slots(numbers, numbers, lines)


def _known(line: Inlines, before: _Lines) -> int:
    """Return the number of the first line that says and shows what a line does; else, none's."""
    return next((n for n, one in enumerate(before) if says_same(one, line)), -1)


def _words(lines: _Lines) -> list[str]:
    return [plain(line) for line in lines]


def _slots(before: Sequence[Hashable], after: Sequence[Hashable], lines: _Lines) -> list[_Lines]:
    """Return which lines became of each line before, and what came in between, in turn.

    Lines changed next to each other are paired one by one; the last has what is over.
    """
    slots: list[_Lines] = [()] * (2 * len(before) + 1)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        if start == end:
            slots[2 * start] = lines[first:last]
        for n in range(start, end):
            at = min(first + n - start, last)
            slots[2 * n + 1] = lines[at : last if n == end - 1 else min(at + 1, last)]
    return slots

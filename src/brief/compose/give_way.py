"""A brief and what a person typed into it, the brief that gives way to those words out.

The person's words stay; what we chose ourselves and ranked last goes to the list of what is left
out, as it does when a brief is composed.
"""

from __future__ import annotations

from collections.abc import Callable

from brief.compose import Composer
from brief.compose.size import lines
from brief.model.brief import Brief


def giving_way(
    composer: Composer,
    brief: Brief,
    room: Callable[[Brief], float],
    untouched: Callable[[Brief], bool],
) -> Brief:
    """Return the brief without its lowest-ranked items, as few as make room for a person's words.

    `room` returns how many lines the pages still take once those words stand in a brief, negative
    when it is longer; `untouched` tells whether a shorter brief still holds all that the person
    changed. Returns the brief as it is where nothing makes room enough, or where it is not of this
    composer.
    """
    kept = [item for item in composer.ranked if item not in brief.annex]
    shorter = composer.brief(0, kept)
    if shorter != brief:
        return brief
    while (left := room(shorter)) < 0:
        before, goal = shorter, lines(shorter) + left
        for item in reversed(tuple(kept)):
            tried = composer.brief(0, [one for one in kept if one != item])
            if lines(tried) < lines(shorter) and untouched(tried):
                kept.remove(item)
                shorter = tried
            if lines(shorter) <= goal:
                break
        if shorter is before:
            return brief
    return shorter

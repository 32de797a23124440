"""A sentence and what is looked for in it, whether that is only one of several in a row, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.vocabulary.states import named_states


def in_list(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all that is looked for is one of several states in a row.

    `Prices rose in Peru, Chile, Japan and Oman` says nothing of Japan in particular.
    """
    found = named_states(text)
    runs: list[list[tuple[int, int]]] = [[]]
    for _, first, last in found:
        if runs[-1] and not _NEXT.fullmatch(text[runs[-1][-1][1] : first]):
            runs.append([])
        runs[-1].append((first, last))
    rows = [
        (run[0][0], run[-1][1])
        for run in runs
        if len(run) >= ROW or (run and _example(text, run[0][0], run[-1][1]))
    ]
    return bool(places) and all(
        any(one <= first and last <= other for one, other in rows) for first, last in places
    )


def _example(text: str, first: int, last: int) -> bool:
    """Tell whether states are only named beside another: `after Peru and Chile`."""
    return _AFTER.search(text[:first]) is not None or _AMONG.match(text, last) is not None


_AFTER = re.compile(r"\b(?:like|such as|including|unlike|after|alongside|besides|than) (?:the )?$")
_AMONG = re.compile(r",? (?:among|and) others\b")
ROW = 4
"""States in a row that make a list."""
_NEXT = re.compile(r"(?:,|;)? (?:and |or )?(?:[a-z]+ )?")

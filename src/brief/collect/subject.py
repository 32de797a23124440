"""An article in; whether it is on the parties of the question, out.

`The two`, `they` and `trade` without a name are those whom a text is about. A text on others says
nothing of the parties but where it names them.
"""

from __future__ import annotations

import re
from collections import Counter

from brief.model.dossier import Source
from brief.model.question import Party, Question
from brief.vocabulary.states import named_states, state_of, states

OUTNUMBERED = 4
"""How many times as often as the parties the two are named whom a text is about instead."""


def of_the_parties(source: Source, question: Question) -> bool:
    """Tell whether an article is on two of the parties, so that `the two` are these.

    The two states that it names most are no others, or not so much more often. What names fewer
    than two states says nothing else, and is taken as asked.
    """
    text = " ".join((source.title or "", *(one.text for one in source.passages)))
    named = Counter(name for name, _, _ in named_states(text))
    parties = sorted((_times(party, text, named) for party in question.parties), reverse=True)
    ours = {name for party in question.parties for name in (party.name, *_members(party))}
    others = [times for name, times in named.items() if name not in ours]
    most = sorted((*parties, *others), reverse=True)
    return most[1] <= OUTNUMBERED * parties[1]


def _times(party: Party, text: str, named: Counter[str]) -> int:
    """Return how often a text names a party: as a state, or by the names that a file gives it."""
    called = "|".join(map(re.escape, sorted({party.name, *party.aliases}, key=len, reverse=True)))
    return max(named[party.name], len(re.findall(rf"\b(?:{called})(?!\w)", text)))


def _members(party: Party) -> tuple[str, ...]:
    """Return the names of who is in a party that is a club."""
    state = state_of(party.name)
    return tuple(states()[code].name for code in state.members) if state else ()

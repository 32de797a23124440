"""An article in; whether it is on the parties of the question, out.

`The two`, `they` and `trade` without a name are those whom a text is about. A text on others says
nothing of the parties but where it names them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations, pairwise

from brief.collect.measures import parties_in
from brief.model.dossier import Source
from brief.model.question import Party, Question
from brief.vocabulary.states import named_states, state_of, states, states_in

_PAIR = 2
_TARGET = re.compile(
    r"\b(?:against|counter(?:ing)?|contain(?:ing)?|deter(?:ring)?|combat(?:ing)?|confront(?:ing)?|"
    r"attack(?:ing)?|(?:fear|worr|concern|alarm|threat)\w* (?:of|from|about|over|posed by)) "
    r"(?:the |an? )?(?:[a-z-]+ ){0,2}$"
)
"""Before the name of a state: it is whom a tie is against, and no part of it."""
_SENTENCE = re.compile(r"[.?!;][”’\"')\]]*\s+|\n")


def of_the_parties(source: Source, question: Question) -> bool:
    """Tell whether an article is on two of the parties, so that `the two` are these.

    Of all pairs of states, it is theirs that most sentences name. Where no sentence names a pair,
    the text names both, or nobody else. One on three parties has a sentence that names them all:
    what it says of two of them it does not say of the third.
    """
    called = {party.name: _called(party) for party in question.parties}
    times: Counter[tuple[str, str]] = Counter()
    every: set[str] = set()
    whole = False
    for text in (source.title or "", *(one.text for one in source.passages)):
        for named in _named(text, called):
            times.update(combinations(sorted(named), 2))
            every |= named
            whole = whole or named >= called.keys()
    if len(question.parties) > _PAIR and not whole:
        return False
    ours = {name for party in question.parties for name in (party.name, *_members(party))}
    if not times:
        return every <= ours or len(every & ours) > 1
    asked = max((n for pair, n in times.items() if ours.issuperset(pair)), default=0)
    return asked == max(times.values())


def of_them_alone(text: str, question: Question) -> bool:
    """Tell whether a sentence names the parties and no other state: it is theirs in any text."""
    ours = [party.name for party in question.parties]
    return parties_in(text, question) == ours and states_in(text) <= set(ours)


def _named(text: str, called: dict[str, re.Pattern[str]]) -> Iterable[set[str]]:
    """Yield what each sentence names: states, and parties by the names that a file gives them."""
    found = [one for one in named_states(text) if not _TARGET.search(text[: one[1]])]
    ends = [0, *(one.end() for one in _SENTENCE.finditer(text)), len(text) + 1]
    at = 0
    for first, last in pairwise(ends):
        named = set()
        while at < len(found) and found[at][1] < last:
            named.add(found[at][0])
            at += 1
        said = text[first:last]
        yield named | {name for name, names in called.items() if names.search(said)}


def _called(party: Party) -> re.Pattern[str]:
    """Return a test of a text for all names of a party, those that a file gives it among them."""
    names = sorted({party.name, *party.aliases}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _members(party: Party) -> tuple[str, ...]:
    """Return the names of who is in a party that is a club."""
    state = state_of(party.name)
    return tuple(states()[code].name for code in state.members) if state else ()

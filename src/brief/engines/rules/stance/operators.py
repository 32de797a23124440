"""The words of a sentence in, the operators over it out: what denies, undoes, hedges, dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import operators, phrases
from brief.vocabulary.words import Hit, Word

_DENIALS = ("deny", "doubt", "damage", "alone", "short", "far_short", "dismiss")


@dataclass(frozen=True, slots=True)
class Operators:
    """Where the operators stand in a sentence."""

    before: list[Hit]
    after: list[Hit]
    undo: list[Hit]
    modal: list[Hit]
    past: list[Hit]
    unknown: list[Hit]
    topics: list[Hit]
    """Nouns for what is between states: `the partnership`, `their ties`."""


def read_operators(text: list[Word], cues: Iterable[Hit] = ()) -> Operators:
    """Find every operator of a sentence; those inside one of its `cues` are part of that."""
    longer = [cue for cue in cues if cue.last - cue.first > 1]
    undo = phrases("only", "exceed", "amount").find(text)
    amounts = [hit for hit in undo if hit.tag == "amount"]
    before = [
        hit
        for hit in phrases(*_DENIALS).find(text)
        if not any(other.first <= hit.first < other.last for other in amounts)
    ]
    before = [hit for hit in before if not any(_part_of(hit, cue) for cue in longer)]
    return Operators(
        before=sorted([*before, *_outdone(text)], key=lambda hit: hit.first),
        after=phrases("deny_after", "doubt_after", "exist").find(text),
        undo=undo,
        modal=phrases("hedge", "would", "ought", "wish", "talk", "certain").find(text),
        past=phrases("past", "past_verb", "not_past").find(text),
        unknown=phrases("unknown").find(text),
        topics=phrases("topic").find(text),
    )


def _outdone(text: list[Word]) -> list[Hit]:
    """Return the `than` of `a more likely response than …`, which denies what follows it."""
    likelier = False
    found: list[Hit] = []
    for index, word in enumerate(text):
        if word.text in ("likely", "probable", "plausible", "realistic", "promising"):
            likelier = index > 0 and text[index - 1].text in ("more", "likelier")
        elif word.text == "than" and likelier:
            found.append(Hit(index, index + 1, "doubt"))
    return found


def _part_of(hit: Hit, cue: Hit) -> bool:
    """Tell whether a phrase is a smaller part of another."""
    return (
        cue.first <= hit.first
        and hit.last <= cue.last
        and (hit.first, hit.last) != (cue.first, cue.last)
    )


def overlap(one: Hit, other: Hit) -> bool:
    """Tell whether two phrases share a word."""
    return one.first < other.last and other.first < one.last


def inside(hit: Hit, clause: Clause) -> bool:
    """Tell whether a phrase begins in a clause."""
    return clause.first <= hit.first < clause.last


def verb_list(name: str) -> frozenset[str]:
    """Return a list of verbs from `operators.yaml`."""
    return _VERBS.setdefault(name, frozenset(" ".join(operators()[name]).split()))


_VERBS: dict[str, frozenset[str]] = {}

"""The engine's word lists, and the question's, as phrases that are found in one pass each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from brief.model.question import Party, Question, Relation
from brief.vocabulary.lists import packed
from brief.vocabulary.openers import Index
from brief.vocabulary.states import load as load_vocabulary
from brief.vocabulary.states import states
from brief.vocabulary.words import TaggedPhrases

OTHER = "other"
"""Tag of a state or bloc that is no party to the question."""
INDEX = Index()
"""Of all lists of the engine's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All phrases the engine looks for, for one question."""

    names: TaggedPhrases
    """Parties under `0`, `1`, … (combining forms under `0-`), everyone else under `OTHER`."""
    cues: TaggedPhrases
    """The lists of the question's relation by name; `idle` what only looks so."""
    direction: int
    toward: frozenset[str] = frozenset()
    """Words before the second party where the relation is one of the first to the second."""
    count: int = 2
    """How many parties the question has."""


def operators() -> dict[str, list[str]]:
    """Return the lists of `operators.yaml`."""
    lists: dict[str, list[str]] = packed("brief.engines.rules.stance", "operators.yaml")
    return lists


@cache
def phrases(*lists: str) -> TaggedPhrases:
    """Return the named lists of `operators.yaml` as one set of phrases, tagged by list."""
    found = TaggedPhrases(index=INDEX)
    for name in lists:
        found.add(operators()[name], name)
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `operators.yaml` as single words."""
    return frozenset(" ".join(operators()[name]).split())


def lexicon(question: Question) -> Lexicon:
    """Return the phrases for a question; built once for each."""
    return _build(question.parties, question.relation)


@lru_cache(maxsize=16)
def _build(parties: tuple[Party, ...], relation: Relation) -> Lexicon:
    """Build the phrases for what is asked of some parties."""
    index = Index()
    toward = frozenset(relation.toward)
    names, cues = _names(parties, index), _cues(relation, index)
    return Lexicon(names, cues, relation.direction, toward, len(parties))


def _names(parties: Sequence[Party], index: Index) -> TaggedPhrases:
    """Return the names of the parties and of everyone else."""
    found = TaggedPhrases(cased=True, index=index)
    taken: set[str] = set()
    for number, party in enumerate(parties):
        found.add(party.aliases, str(number))
        found.add(party.prefixes, f"{number}-")
        taken.update(alias.casefold() for alias in (*party.aliases, *party.prefixes))
    named = {party.name for party in parties}
    for state in states().values():
        if len({states()[code].name for code in state.members} & named) > 1:
            continue  # a club that two of the parties share is nobody else
        found.add((x for x in state.aliases if x.casefold() not in taken), OTHER)
        found.add((x for x in state.prefixes if x.casefold() not in taken), f"{OTHER}-")
    found.add(load_vocabulary("states.yaml")["not"], "")
    return found


def _cues(relation: Relation, index: Index) -> TaggedPhrases:
    """Return the relation's words; where a phrase stands in two lists the first one counts."""
    found = TaggedPhrases(index=index)
    for kind in ("terms", "near", "weaker", "opposed"):
        found.add(getattr(relation, kind), kind)
    found.add(operators()["idle"], "idle")
    return found

"""The names of states and blocs: adjectives, capitals, leaders, abbreviations, combining forms.

Names, adjectives and capitals come from `countryinfo` (MIT, maintained, ISO 3166); what it lacks
stands in `states.yaml`. Read once, on first use (about 0.06 s).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from brief.errors import nearest
from brief.vocabulary.lists import packed
from brief.vocabulary.words import TaggedPhrases, words

_PLURAL_ENDINGS = ("an", "i")  # Russian -> Russians, Israeli -> Israelis


@dataclass(frozen=True, slots=True)
class State:
    """A state or bloc and all that it is called."""

    code: str
    """ISO 3166 alpha-2, or our own word for a bloc."""
    name: str
    aliases: tuple[str, ...]
    prefixes: tuple[str, ...]
    members: tuple[str, ...] = ()
    """Codes of the states a question about this bloc asks about."""
    called: tuple[str, ...] = ()
    """What a bloc is called in a text on it, and others elsewhere: `the bloc`."""


def load(name: str) -> Mapping[str, Any]:
    """Return the mapping in `name`, a YAML file of this package; read once."""
    lists: Mapping[str, Any] = packed("brief.vocabulary", name)
    return lists


@cache
def states() -> dict[str, State]:
    """Return all states and blocs by code, the most populous first, blocs last.

    Of states that share a name, the first one is meant: `American` is not of the Marianas.
    """
    ours = load("states.yaml")
    banned = frozenset(str(name) for name in ours["drop"])
    found = {code: _merge(code, source, ours["states"], banned) for code, source in _source()}
    for code, entry in (ours["states"] | ours["blocs"]).items():
        if code not in found:
            names = (str(entry["name"]), *entry.get("also", ()))
            found[code] = State(
                code,
                str(entry["name"]),
                _unique(names),
                _unique(entry.get("prefixes", ())),
                tuple(entry.get("members", ())),
                tuple(entry.get("called", ())),
            )
    return found


def state_of(name: str) -> State | None:
    """Return the state called `name` by any of its names or by its code, or `None`."""
    wanted = name.strip().casefold().removeprefix("the ")
    table = states()
    if name.strip().upper() in table:
        return table[name.strip().upper()]
    for state in table.values():
        if wanted in (alias.casefold().removeprefix("the ") for alias in state.aliases):
            return state
    return None


@cache
def capitals() -> frozenset[str]:
    """Return the names of all capitals."""
    named = (record.get("capital") for _, record in _source())
    return frozenset(name for name in named if isinstance(name, str))


def nearest_name(name: str) -> str:
    """Return the name of a state or bloc that a misspelt one most likely stands for, or ``."""
    return nearest(name, (state.name for state in states().values()), alike=0.8)


@cache
def names() -> TaggedPhrases:
    """Return every name as a phrase under its state's code; under `` what only looks like one."""
    phrases = TaggedPhrases(cased=True)
    for code, state in states().items():
        phrases.add(state.aliases, code)
        phrases.add(state.prefixes, code + "-")
    phrases.add(load("states.yaml")["not"], "")
    return phrases


def states_in(text: str) -> set[str]:
    """Return the states that a sentence names: see `named_states`."""
    return {name for name, _, _ in named_states(text)}


def named_states(text: str) -> list[tuple[str, int, int]]:
    """Return the states that a sentence names, in order, and where.

    A region and a club of many are none; nor is one named by what is `anti-American`.
    """
    split = words(text)
    named = [
        (states()[hit.tag.rstrip("-")], hit)
        for hit in names().find(split)
        if hit.tag and not (hit.first and split[hit.first - 1].text == _ANTI)
    ]
    return [
        (one.name, split[hit.first].start, split[hit.last - 1].end)
        for one, hit in named
        if one.code not in _PLACES and not one.members
    ]


def names_only(text: str) -> bool:
    """Tell whether a text names two states or more, and says nothing else."""
    found, rest = named_states(text), text
    for _, first, last in reversed(found):
        rest = rest[:first] + rest[last:]
    return len(found) > 1 and not re.sub(r"(?i)\b(?:and|the)\b|[\s,&–-]", "", rest)


_GONE = frozenset(["CS"])
"""ISO codes of states that broke up, in the source: Serbia and Montenegro."""

_ANTI = "anti"
_PLACES = frozenset(["CASIA", "LATAM", "SOVIET"])
"""Regions, and what is no more, in the table of states."""


def _source() -> list[tuple[str, dict[str, Any]]]:
    """Return `countryinfo`'s records by ISO code, the first record of a code, by population.

    What is no state any more is left out.
    """
    from countryinfo import all_countries

    found: dict[str, dict[str, Any]] = {}
    for country in all_countries():
        record = country.info()
        code = record.get("ISO", {}).get("alpha2")
        if code and code not in _GONE and record.get("demonym"):
            found.setdefault(str(code), dict(record))
    return sorted(found.items(), key=lambda one: (-int(one[1].get("population") or 0), one[0]))


def _merge(
    code: str, record: dict[str, Any], ours: dict[str, Any], banned: frozenset[str]
) -> State:
    """Join a record of the source with our own line."""
    entry = ours.get(code, {})
    drop = banned | frozenset(entry.get("drop", ()))
    name = str(entry.get("name") or record["name"])
    demonyms = str(record["demonym"]).replace("/", ",").split(",")
    official = [x for x in record.get("altSpellings", ()) if x.isascii() and len(x) > 3]
    capital = record.get("capital")
    people = [f"{x}s" for x in demonyms if x.endswith(_PLURAL_ENDINGS)]
    found = [name, *demonyms, *people, *official, *([capital] if isinstance(capital, str) else [])]
    kept = [x.strip() for x in found if x.strip() and x.strip() not in drop]
    return State(
        code, name, _unique((*kept, *entry.get("also", ()))), _unique(entry.get("prefixes", ()))
    )


def _unique(items: Any) -> tuple[str, ...]:
    """Return the items once each, in order."""
    return tuple(dict.fromkeys(str(item).replace(".", "") or str(item) for item in items))

"""The YAML files beside this module in, look-up tables out; each is loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from brief.engines.rules.figures.tokens import Tokens
from brief.vocabulary.lists import packed

PhraseIndex = dict[str, list[tuple[tuple[str, ...], str]]]
"""First token -> [(all tokens of the phrase, what it stands for)], longest phrase first."""


def table(name: str) -> dict[str, Any]:
    """Return the mapping in `name`.yaml of this package."""
    loaded: dict[str, Any] = packed("brief.engines.rules.figures", f"{name}.yaml")
    return loaded


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Return the words of one list (a YAML list, or a text parted by spaces)."""
    value = table(file)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def mapping(file: str, key: str) -> dict[str, Any]:
    """Return the mapping under `key` of one file."""
    loaded: dict[str, Any] = table(file)[key]
    return loaded


def phrase_index(pairs: list[tuple[str, str]], reverse: bool = False) -> PhraseIndex:
    """Index phrases by their first token (their last one when `reverse`), longest first."""
    index: PhraseIndex = {}
    for phrase, meaning in pairs:
        parts = tuple(t.low for t in Tokens(phrase).items)
        if parts:
            index.setdefault(parts[-1 if reverse else 0], []).append((parts, meaning))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words, split by their part in a number."""

    ones: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    scale_plurals: dict[str, float]
    suffixes: dict[str, float]
    letters: dict[str, float]
    parts: dict[str, int]
    vulgar: dict[str, float]
    folds: dict[str, float]
    starts: frozenset[str]
    """Every word or sign that may begin a number."""


@cache
def number_words() -> NumberWords:
    """Return the tables of numbers.yaml."""
    raw = table("numbers")
    keys = ("ones", "tens", "scales", "scale_plurals", "suffixes")
    tables = [{word: float(value) for word, value in raw[key].items()} for key in keys]
    ones, tens, scales, plurals, suffixes = tables
    return NumberWords(
        ones=ones,
        tens=tens,
        scales=scales,
        scale_plurals=plurals,
        suffixes=suffixes,
        letters={k: float(v) for k, v in raw["letter_suffixes"].items()},
        parts=raw["parts"],
        vulgar=raw["vulgar"],
        folds={k: float(v) for k, v in raw["folds"].items()},
        starts=frozenset().union(ones, tens, scales, raw["parts"], raw["vulgar"], raw["folds"]),
    )


@cache
def unit_phrases() -> PhraseIndex:
    """Index every surface form of a unit or currency name, plurals included."""
    pairs: list[tuple[str, str]] = []
    for canon, forms in mapping("units", "words").items():
        pairs += [(form, canon) for form in _with_plurals(forms)]
    for code, forms in mapping("currencies", "names").items():
        pairs += [(form, code) for form in _with_plurals(forms)]
    return phrase_index(pairs)


def is_measure(unit: str) -> bool:
    """Tell whether a unit is one of measure or money, and no noun that is counted."""
    return any(part in _measures() for part in unit.split(" per "))


@cache
def _measures() -> frozenset[str]:
    return frozenset((*mapping("units", "words"), *mapping("currencies", "names")))


_SHORT_WORDS = frozenset(("ton", "day", "bit", "amp", "ohm"))
"""Three-letter units that are words and take -s; the other short forms are symbols."""


def _with_plurals(forms: str) -> list[str]:
    """Return the forms parted by '|', each also with a plural -s where it is a word."""
    out: list[str] = []
    for form in (f.strip() for f in forms.split("|")):
        out.append(form)
        if (
            (len(form) > 3 or form in _SHORT_WORDS)
            and form[-1].isalpha()
            and not form.endswith(("s", "z"))
        ):
            out.append(form + "s")
    return out


@cache
def hedges_before() -> PhraseIndex:
    """Index the hedges that stand before a number by their last token."""
    return phrase_index(_cue_pairs("before"), reverse=True)


@cache
def hedges_after() -> PhraseIndex:
    """Index the hedges that stand behind a figure by their first token."""
    return phrase_index(_cue_pairs("after"))


def _cue_pairs(key: str) -> list[tuple[str, str]]:
    """Return (phrase, change sign) pairs of one group of cues."""
    groups = mapping("cues", key)
    return [(p.strip(), sign) for sign, forms in groups.items() for p in forms.split("|")]

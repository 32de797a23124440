"""Files beside the engine in, word lists and tables of numbers out, each read once.

Every scalar of a YAML file stays a string: `no`, `true` and `on` are words here, not truth values.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from brief.engines.rules.tokens import TokenPhrases
from brief.vocabulary.lists import packed

Table = Mapping[str, tuple[float, ...]]
"""Numbers by word."""


def load(name: str) -> dict[str, Any]:
    """Return the mapping in `name`, a YAML file of this package."""
    lists: dict[str, Any] = packed("brief.engines.rules", name, words=True)
    return lists


@cache
def words_of(*names: str) -> frozenset[str]:
    """Return one or several lists of `voice.yaml` as a set."""
    return frozenset(word for name in names for word in load("voice.yaml")[name])


@cache
def phrases(name: str, file: str = "voice.yaml") -> TokenPhrases:
    """Return a list of `file` as phrases."""
    return TokenPhrases(load(file)[name])


@cache
def table(name: str) -> Table:
    """Return the rows of `name`, a file of this package: a word, and its numbers behind tabs."""
    text = resources.files("brief.engines.rules").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return {word: tuple(map(float, numbers)) for word, *numbers in rows}

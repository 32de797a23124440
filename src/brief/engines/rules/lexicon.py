"""Files beside the engine in, word lists and tables of numbers out, each read once.

Every scalar of a YAML file stays a string: `no`, `true` and `on` are words here, not truth values.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

Table = Mapping[str, tuple[float, ...]]
"""Numbers by word."""


@cache
def load(name: str) -> dict[str, Any]:
    """Return the mapping in `name`, a YAML file of this package."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(_read(name), Loader=loader)
    return data


@cache
def words_of(*names: str) -> frozenset[str]:
    """Return one or several lists of `voice.yaml` as a set."""
    return frozenset(word for name in names for word in load("voice.yaml")[name])


@cache
def table(name: str) -> Table:
    """Return the rows of `name`, a file of this package: a word, and its numbers behind tabs."""
    lines = (line for line in _read(name).splitlines() if line and not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return {word: tuple(map(float, numbers)) for word, *numbers in rows}


def _read(name: str) -> str:
    return resources.files("brief.engines.rules").joinpath(name).read_text(encoding="utf-8")

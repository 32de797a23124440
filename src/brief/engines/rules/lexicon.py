"""Word lists beside the engine: YAML in, plain strings out, read once.

Every scalar stays a string: `no`, `true` and `on` are words here, not truth values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """Return the mapping in `name`, a YAML file of this package."""
    text = resources.files("brief.engines.rules").joinpath(name).read_text(encoding="utf-8")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(text, Loader=loader)
    return data


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression for any of the phrases, longest first, blanks made flexible."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)

"""A YAML file packed beside a module in, its lists and tables out, each read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def packed(package: str, name: str, *, words: bool = False) -> Any:
    """Return what the YAML file `name` of `package` holds; nobody changes it.

    With `words` every scalar stays a string: `no`, `true` and `on` are words, not truth values.
    """
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader if words else yaml.CSafeLoader)

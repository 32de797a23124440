"""Word lists beside the engine: YAML in, plain strings out, read once.

Every scalar stays a string: `no`, `true` and `on` are words here, not truth values.
"""

from __future__ import annotations

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

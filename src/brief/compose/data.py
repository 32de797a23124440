"""The name of a YAML file beside this module in, its data out."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def data(name: str) -> Any:
    """Return what a YAML file of this package holds; read once."""
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)

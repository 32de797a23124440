"""The name of a YAML file beside this module in, its data out."""

from __future__ import annotations

from typing import Any

from brief.vocabulary.lists import packed


def data(name: str) -> Any:
    """Return what a YAML file of this package holds; read once."""
    return packed("brief.compose", name)

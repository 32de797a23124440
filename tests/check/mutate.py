"""Falsify a brief: change words in its parts, as an engine, a template or a hand might."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from brief.model.brief import Brief


def reworded(brief: Brief, old: str, new: str, *, part: str = "blocks") -> Brief:
    """Return the brief with the first `old` of a part replaced by `new`.

    Words are replaced in texts; with a quotation mark at the front, in the JSON itself.
    """
    data = brief.model_dump(mode="json", by_alias=True)
    text = json.dumps(data[part], ensure_ascii=False)
    was, now = old, new
    if not old.startswith('"'):
        was, now = (json.dumps(words, ensure_ascii=False)[1:-1] for words in (old, new))
    assert was in text, f"{old!r} is not in {part}"
    return Brief.model_validate({**data, part: json.loads(text.replace(was, now, 1))})


def altered(brief: Brief, change: Callable[[dict[str, Any]], None]) -> Brief:
    """Return the brief after `change` was at its JSON."""
    data = brief.model_dump(mode="json", by_alias=True)
    change(data)
    return Brief.model_validate(data)


def inlines(data: Any, kind: str) -> list[dict[str, Any]]:
    """Return all inlines of a kind in a brief's JSON, in order."""
    if isinstance(data, dict):
        own = [data] if data.get("kind") == kind else []
        return own + [found for value in data.values() for found in inlines(value, kind)]
    if isinstance(data, list):
        return [found for value in data for found in inlines(value, kind)]
    return []

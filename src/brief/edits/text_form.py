"""Edits in, plain data for a readable text file out; and back again, the same edits.

Words are written as they read: a string, or a list of strings and small mappings such as
`{note: 003-p4}`, `{quoted: 003#q2, words: ...}`, `{number: 7 of 8, source: "n:agree"}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from brief.edits.cites import note_of
from brief.errors import error
from brief.model.brief import Link
from brief.model.edit import Edits

_WORDS = {
    "children",
    "was",
    "now",
    "other",
    "title",
    "caption",
    "attribution",
    "subtitle",
    "running",
    "footer",
    "first_running",
    "first_footer",
}
"""Fields that hold inlines."""
_OPTIONAL = {
    *("inputs", "edits", "shells", "notes", "references", "ledger", "quotes", "figures", "counts"),
    *("role", "after", "before", "note", "other", "into", "day"),
}
"""Fields that may be left out when empty."""
_PLAIN = {"removed", "recast"}
"""Kinds of edits whose `was` and `now` are plain text."""


def to_data(edits: Edits) -> dict[str, Any]:
    """Return edits as mappings, lists and strings; empty fields are left out."""
    packed = _pack(edits.model_dump(mode="json", by_alias=True), "")
    assert isinstance(packed, dict)
    head = ("schema", "audience")
    return {key: packed[key] for key in (*head, *(key for key in packed if key not in head))}


def from_data(data: Any, place: str) -> Edits:
    """Return the edits of a text file; `BriefError` (`edits-broken`) when it holds none."""
    if not isinstance(data, Mapping):
        raise error("edits-broken", place, "this file holds no edits.")
    form = re.fullmatch(r"brief\.edits/(\d+)", str(data.get("schema", "")))
    if form and form[1] != "1":
        said = "this file was written by another version of brief, and cannot be read by this one."
        raise error("edits-broken", place, said, "Use the version that wrote it, or a newer one.")
    try:
        return Edits.model_validate(_unpack(data, "", ""))
    except (ValidationError, TypeError, AttributeError) as problem:
        where = ""
        if isinstance(problem, ValidationError):
            first = problem.errors()[0]
            where = f" ({'.'.join(map(str, first['loc']))}: {first['msg']})"
        raise error("edits-broken", place, f"this file holds no edits{where}.") from problem


def _pack(value: Any, kind: str) -> Any:
    if isinstance(value, dict):
        own = str(value.get("kind", ""))
        return {
            key: _pack_words(item) if _holds_words(key, own) else _pack(item, own)
            for key, item in value.items()
            if item or key not in _OPTIONAL or (key != "other" and _holds_words(key, own))
        }
    if isinstance(value, list):
        return [_pack(item, kind) for item in value]
    return value


def _holds_words(key: str, kind: str) -> bool:
    return (key in _WORDS and kind not in _PLAIN) or (key == "references" and kind == "front")


def _pack_words(words: list[dict[str, Any]]) -> Any:
    packed = [_pack_inline(inline) for inline in words]
    if not packed:
        return ""
    return packed[0] if len(packed) == 1 and isinstance(packed[0], str) else packed


def _pack_inline(inline: dict[str, Any]) -> Any:
    kind = inline["kind"]
    match kind:
        case "text":
            return inline["text"]
        case "emphasis" | "strong":
            return {kind: _pack_words(inline["children"])}
        case "link":
            note = note_of(Link.model_validate(inline))
            if note is not None:
                return {"note": note}
            return {"link": inline["href"], "words": _pack_words(inline["children"])}
        case "aside":
            drawn = {key: inline[key] for key in ("level", "dots") if inline[key]}
            return {"aside": _pack_words(inline["children"]), **drawn}
        case "quoted":
            return {"quoted": inline["quote"], "words": _pack_words(inline["children"])}
        case "number":
            return {"number": inline["text"], "source": inline["source"]}
        case "foreign":
            return {"foreign": inline["text"], "lang": inline["lang"]}
        case _:
            return {"cite": inline["note"]}


def _unpack(value: Any, key: str, kind: str) -> Any:
    if _holds_words(key, kind):
        return _unpack_words(value)
    if isinstance(value, Mapping):
        own = str(value.get("kind", ""))
        return {name: _unpack(item, name, own) for name, item in value.items()}
    if isinstance(value, list):
        return [_unpack(item, "", kind) for item in value]
    return value


def _unpack_words(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [{"kind": "text", "text": value}] if value else []
    return [_unpack_inline(item) for item in value]


def _unpack_inline(item: Any) -> Any:
    if isinstance(item, str):
        return {"kind": "text", "text": item}
    kind, first = next(iter(item.items()))
    match kind:
        case "note":
            return {"kind": "link", "href": f"note:{first}", "children": []}
        case "emphasis" | "strong":
            return {"kind": kind, "children": _unpack_words(first)}
        case "aside":
            drawn = {key: item[key] for key in ("level", "dots") if key in item}
            return {"kind": kind, "children": _unpack_words(first), **drawn}
        case "link":
            return {"kind": "link", "href": first, "children": _unpack_words(item["words"])}
        case "quoted":
            return {"kind": "quoted", "quote": first, "children": _unpack_words(item["words"])}
        case "number":
            return {"kind": "number", "text": first, "source": item["source"]}
        case "foreign":
            return {"kind": "foreign", "text": first, "lang": item["lang"]}
        case "cite":
            return {"kind": "cite", "note": first}
        case _:
            raise TypeError(f"no words are of the kind {kind}")

"""CSL-YAML, as Zotero (Better BibTeX) exports it and pandoc reads it, to records by id.

The form: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
and pandoc's `references:` list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from brief.errors import BriefError, error
from brief.model.source import Issued, Record

_CALLED = {"authors": "author", "date": "issued", "year": "issued", "url": "URL",
           "journal": "container-title"}  # fmt: skip
"""What CSL calls what other forms of records call otherwise."""


def parse_references(data: Any, place: str) -> dict[str, Record]:
    """Return the record of every item by its id; a `BriefError` names the first bad item.

    `data` is a `references:` list, or that list alone (CSL-JSON has no key around it).
    """
    if isinstance(data, Mapping) and data and "references" not in data:
        raise _wrong(place, f"the list of items is called 'references', not '{next(iter(data))}'")
    items = data.get("references") if isinstance(data, Mapping) else data
    if items is None:
        return {}
    if not isinstance(items, list):
        raise _wrong(place, "'references' is not a list of items")
    records: dict[str, Record] = {}
    for number, item in enumerate(items, 1):
        where = f"item {number}"
        if not isinstance(item, Mapping) or item.get("id") in (None, ""):
            raise _wrong(place, f"{where} has no id")
        key = str(item["id"])
        if other := next((name for name in _CALLED if name in item), None):
            raise _wrong(place, f"'{key}': '{other}' is called '{_CALLED[other]}'")
        if key in records:
            raise _wrong(place, f"the id '{key}' stands twice")
        records[key] = _record(item, place, f"'{key}'")
    return records


def _record(item: Mapping[str, Any], place: str, where: str) -> Record:
    return Record(
        title=_text(item.get("title")),
        authors=_names(item.get("author"), place, where),
        families=tuple(filter(None, map(_family, item.get("author") or ()))),
        affiliation=_text(item.get("author-affiliation")),
        publisher=_text(item.get("publisher")),
        container=_text(item.get("container-title") or item.get("collection-title")),
        issued=_issued(item.get("issued"), place, where),
        language=_text(item.get("language")) or "en",
        url=_text(item.get("URL")),
        genre=_text(item.get("genre") or item.get("type")),
    )


def _names(value: Any, place: str, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _wrong(place, f"{where}: 'author' is not a list of names")
    return tuple(filter(None, (_name(name) for name in value)))


_PARTICLES = ("dropping-particle", "non-dropping-particle")


def _name(name: Any) -> str:
    if not isinstance(name, Mapping):
        return _text(name)
    if name.get("literal"):
        return _text(name["literal"])
    keys = ("given", *_PARTICLES, "family", "suffix")
    return " ".join(filter(None, (_text(name.get(key)) for key in keys)))


def _family(name: Any) -> str:
    """Return the family name of an author whose record has one, with what belongs before it."""
    if not isinstance(name, Mapping) or name.get("literal") or not name.get("given"):
        return ""
    return " ".join(filter(None, (_text(name.get(k)) for k in (*_PARTICLES, "family"))))


def _issued(value: Any, place: str, where: str) -> Issued | None:
    """Read an ISO text (EDTF level 0), `date-parts`, or a list of year, month and day."""
    if value is None or value == "":
        return None
    if isinstance(value, Mapping) and "date-parts" in value:
        value = value["date-parts"]
    if isinstance(value, Mapping) and "literal" in value:
        return None
    first = value[0] if isinstance(value, list) and value else value
    try:
        if isinstance(first, Mapping):
            parts = [first.get(key) for key in ("year", "month", "day")]
        elif isinstance(first, list):
            parts = [*first, None, None][:3]
        else:
            text = re.split(r"[/T]", str(value if isinstance(value, str) else first))[0]
            return Issued.model_validate(text.rstrip("~?%"))
        return Issued.model_validate(
            {k: v and int(v) for k, v in zip(("year", "month", "day"), parts, strict=True)}
        )
    except (ValueError, TypeError) as problem:
        raise _wrong(place, f"{where}: 'issued' is no date: {value!r}") from problem


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if value is not None else ""


def _wrong(place: str, message: str) -> BriefError:
    return error(
        "reference-wrong", place, f"{message}.", "Export it again from Zotero as CSL-YAML."
    )

"""The files between two stages: canonical text of a validated type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from brief.errors import error
from brief.store import files, yaml_text

Type = TypeVar("Type", bound=BaseModel)


def to_json(value: BaseModel) -> str:
    """Return canonical JSON: fields in the type's order, UTF-8, one trailing newline."""
    data = value.model_dump(mode="json", by_alias=True)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_yaml(value: BaseModel) -> str:
    """Return YAML that a person can read: fields in the type's order, empty ones left out."""
    data = _without_empty(value.model_dump(mode="json", by_alias=True))
    return str(yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100))


def save(path: Path, value: BaseModel) -> None:
    """Write a value as YAML or JSON, by the file's suffix."""
    files.write(path, to_yaml(value) if path.suffix == ".yaml" else to_json(value))


def load(path: Path, kind: type[Type]) -> Type:
    """Return the value in a JSON or YAML file, validated; a `BriefError` names the field."""
    text = files.read_text(path)
    if path.suffix == ".yaml":
        return yaml_text.validate(text, str(path), kind)
    try:
        return kind.model_validate_json(text)
    except ValidationError as problem:
        if any(found["type"] == "json_invalid" for found in problem.errors()):
            raise error(
                "artifact-broken", str(path), "not whole JSON.", "Delete it and run again."
            ) from problem
        first = yaml_text.validation_error(problem, str(path)).diagnostics[0]
        raise error(
            "artifact-broken",
            str(path),
            f"is no whole {kind.__name__.lower()} of this version: {first.message}",
            "Delete it and run again.",
        ) from problem


class _Dumper(yaml.CSafeDumper):
    """Safe YAML in which a figure of a billion is written without an exponent."""


def _number(dumper: Any, value: float) -> yaml.ScalarNode:
    if value == int(value) and abs(value) < 1e16:
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(int(value)))
    return yaml.ScalarNode("tag:yaml.org,2002:float", repr(value))


_Dumper.add_representer(float, _number)


def _without_empty(data: Any) -> Any:
    """Return `data` less optional fields that hold nothing; lists of the form stay."""
    if isinstance(data, dict):
        kept = {key: _without_empty(value) for key, value in data.items()}
        return {k: v for k, v in kept.items() if v not in ("", None, {}) or k in _ALWAYS}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


_ALWAYS = frozenset({"score", "text", "title", "issued", "publisher", "unit"})

"""The files between two stages: canonical text of a validated type, sealed by its stage.

What a source says is read from the source, and corrected beside it: a file between two stages that
says something else than its stage wrote is refused, for all that follows would be of nobody.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from brief.errors import error
from brief.model.base import Artifact
from brief.store import files, yaml_text

Type = TypeVar("Type", bound=BaseModel)


def to_json(value: BaseModel) -> str:
    """Return canonical JSON: fields in the type's order, UTF-8, one trailing newline."""
    return _json(value.model_dump(mode="json", by_alias=True))


def to_yaml(value: BaseModel) -> str:
    """Return YAML that a person can read: fields in the type's order, empty ones left out."""
    return _yaml(value.model_dump(mode="json", by_alias=True))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _yaml(data: Any) -> str:
    kept = _without_empty(data)
    return str(yaml.dump(kept, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100))


def save(path: Path, value: BaseModel) -> None:
    """Write a value as YAML or JSON, by the file's suffix; an artifact with its seal."""
    files.write(path, sealed(value, as_yaml=path.suffix == ".yaml"))


def sealed(value: BaseModel, *, as_yaml: bool) -> str:
    """Return a value as text; that of an artifact holds its own hash."""
    data = value.model_dump(mode="json", by_alias=True)
    write = _yaml if as_yaml else _json
    if not isinstance(value, Artifact):
        return write(data)
    text = write({"inputs": data.pop("inputs"), "seal": _OPEN, **data})
    return text.replace(_OPEN, text_hash(text), 1)


_OPEN = "0" * 64
"""What stands for the hash of a file while it is taken."""


def text_hash(text: str) -> str:
    """Return the hash of a text; how lines end is no part of it, for tools change that."""
    return files.digest("\n".join(line.rstrip() for line in text.splitlines()).encode())


def load(path: Path, kind: type[Type]) -> Type:
    """Return the value in a JSON or YAML file, validated; a `BriefError` names the field.

    What was changed since its stage wrote it is refused; so is, where a run keeps its files, what
    has no seal.
    """
    text = files.read_text(path)
    found = _validated(text, path, kind)
    if not isinstance(found, Artifact):
        return found
    if not found.seal and _is_of_run(path):
        raise error("artifact-changed", str(path), _UNSEALED, _CHANGED)
    if not found.seal:
        return found
    if text_hash(text.replace(found.seal, _OPEN, 1)) != found.seal:
        raise error("artifact-changed", str(path), "it was changed since it was written.", _CHANGED)
    return found.model_copy(update={"seal": ""})


_CHANGED = (
    "Delete it and run again. What was read wrong from a source is corrected in seeds/reviews.yaml,"
    " and words of a brief in its draft."
)


_UNSEALED = "it has no seal: it was changed since it was written, or no stage wrote it."
_RUN = ("build", "briefs")
"""Folders of a project in which stages alone leave such files."""


def _is_of_run(path: Path) -> bool:
    """Tell whether a file lies where a run in this folder keeps what its stages wrote."""
    return path.parts[:1] in [(one,) for one in _RUN] and Path("Snakefile").exists()


_ANOTHER = "It is no file that a stage left, as build/dossier.json is: give one."


def _validated(text: str, path: Path, kind: type[Type]) -> Type:
    if path.suffix == ".yaml":
        return yaml_text.validate(text, str(path), kind)
    try:
        return kind.model_validate_json(text)
    except ValidationError as problem:
        if any(found["type"] == "json_invalid" for found in problem.errors()):
            hint = "Delete it and run again." if path.suffix == ".json" else _ANOTHER
            raise error("artifact-broken", str(path), "not whole JSON.", hint) from problem
        first = yaml_text.validation_error(problem, str(path)).diagnostics[0]
        raise error(
            "artifact-broken",
            str(path),
            f"is no whole {kind.__name__.lower()} of this version: {first.message}",
            "Delete it and run again.",
        ) from problem


class _Dumper(yaml.CSafeDumper):
    """Safe YAML in which a figure of a billion is written without an exponent."""


def _number(_dumper: Any, value: float) -> yaml.ScalarNode:
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

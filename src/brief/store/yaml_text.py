"""YAML text in, plain data or a validated type out; errors name file and line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from brief.errors import BriefError, Diagnostic, error, is_it
from brief.store.yaml_depth import refuse_endless
from brief.store.yaml_words import QUOTED, advice, plainly, unclosed

Type = TypeVar("Type", bound=BaseModel)


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which a date stays the text that was typed, and keys are unique."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def parse(text: str, place: str) -> Any:
    """Return the data of a YAML text; a `BriefError` names the line of a syntax error."""
    try:
        refuse_endless(text, place)
        loader = _Loader(text)
        node = loader.get_single_node()
        _refuse_repeated(node, place)
        return loader.construct_document(node) if node else None
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        if opened := unclosed(text, line):
            said = "the quotation mark opened here does not end where its text does."
            raise error("yaml-broken", f"{place}:{opened}", said, QUOTED) from problem
        reason = getattr(problem, "problem", None) or str(problem).splitlines()[0]
        raise error(
            "yaml-broken", f"{place}:{line}", f"broken YAML: {reason}.", advice(text, line, reason)
        ) from problem


def validate(text: str, place: str, kind: type[Type]) -> Type:
    """Return the YAML text as a validated `kind`; each wrong field is one diagnostic."""
    data = parse(text, place)
    try:
        return kind.model_validate(data)
    except ValidationError as problem:
        raise validation_error(problem, place, text, kind) from problem


def validation_error(
    problem: ValidationError, place: str, text: str = "", kind: type[BaseModel] | None = None
) -> BriefError:
    """Return pydantic's findings as diagnostics with the line each stands on.

    A misspelt field of a `kind` is told with the nearest name that there is.
    """
    node = yaml.compose(text, Loader=_Loader) if text else None
    every = problem.errors(include_url=False)
    broken = {found["loc"][:n] for found in every for n in range(len(found["loc"]))}
    return BriefError(
        *(
            Diagnostic(
                code="field-wrong",
                severity="error",
                place=f"{place}:{_line(node, found['loc'])}" if text else place,
                message=f"{_path(found['loc']) or 'content'}: {plainly(found)}.",
                hint=_nearest(found, kind),
            )
            for found in every
            # A list whose one item is wrong is not too short as well.
            if found["type"] != "too_short" or found["loc"] not in broken
        )
    )


def _path(loc: Sequence[int | str]) -> str:
    """Return where a field stands; a wrong key is named as it is typed."""
    return ".".join(str(step) for step in loc if step != "[key]")


def _nearest(found: Any, kind: type[BaseModel] | None) -> str:
    """Return the name that a misspelt field or word most likely stands for, as a question."""
    if found["type"] == "literal_error":
        known = re.findall(r"'([^']*)'", found["ctx"]["expected"])
        return is_it(found["input"], known) if len(known) > 1 else ""
    if kind is None or found["type"] != "extra_forbidden":
        return ""
    name = found["loc"][-1]
    if name not in _fields(kind):
        return is_it(name, _fields(kind))
    homes = _homes(kind, str(name))
    return f"It belongs below {' or '.join(homes)}." if homes else "It belongs at the margin."


@cache
def _fields(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of all fields of a type, and of those inside it."""
    whole = kind.model_json_schema(by_alias=True)
    inside = [whole, *whole.get("$defs", {}).values()]
    return tuple(sorted({name for one in inside for name in one.get("properties", {})}))


def _homes(kind: type[BaseModel], name: str) -> list[str]:
    """Return the fields below which a type has a field of that name; none where it is its own."""
    whole = kind.model_json_schema(by_alias=True)
    made = whole.get("$defs", {})
    holders = {f"#/$defs/{key}'" for key, one in made.items() if name in one.get("properties", {})}
    if name in whole.get("properties", {}):
        return []
    fields = {k: v for one in (whole, *made.values()) for k, v in one.get("properties", {}).items()}
    return sorted(f"`{key}:`" for key, one in fields.items() if any(h in str(one) for h in holders))


def line_of(text: str, path: Sequence[int | str]) -> int:
    """Return the line (from 1) where the value at `path` stands in valid YAML text."""
    return _line(yaml.compose(text, Loader=_Loader), path)


def _line(node: yaml.Node | None, path: Sequence[int | str]) -> int:
    """Return the line (from 1) of the deepest node on `path` that exists."""
    line = node.start_mark.line + 1 if node else 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == str(step)), None)
            if pair is None:
                return line
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                return line
            node = node.value[step]
            line = node.start_mark.line + 1
    return line


def _refuse_repeated(node: yaml.Node | None, place: str) -> None:
    """Raise for a key that stands twice in a mapping: YAML would drop the first silently."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if isinstance(key.value, str):
                if key.value in seen:
                    raise error(
                        "yaml-repeated",
                        f"{place}:{line}",
                        f"the key '{key.value}' stands twice (first on line {seen[key.value]}).",
                    )
                seen[key.value] = line
            _refuse_repeated(value, place)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated(value, place)

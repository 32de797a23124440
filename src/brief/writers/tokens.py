"""Design tokens as an institution's file gives them in, laid over ours out; what is wrong by line.

Each of ours shows what kind it is: a color stays a color, points stay points. So nothing that a
file holds is told only where a page is set.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import yaml

from brief.errors import BriefError, Diagnostic, error, is_it
from brief.model.colors import LEGIBLE, apart, contrast, is_color, rgb
from brief.model.typefaces import ours as is_ours

Path = tuple[str, ...]
Found = tuple[Path, str, str]
"""Where, what is wrong, and what to do."""
_TEXTS, _GROUNDS = ("ink", "brand", "accent", "muted", "link"), ("paper", "tint")
APART = 8.0
"""What two colors of a chart's series differ by at least, to any eye."""
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|mm)")
_MOST = 3.0
"""How often ours a length may be, and how many times smaller a size."""
_CHOICES = {("break", "short"): ("avoid", "auto")}


def laid_over(
    ours: Mapping[str, Any], text: str, place: str, families: Collection[str] = ()
) -> dict[str, Any]:
    """Return our tokens with those of a file in their place.

    `families` are those of an institution's own font files, which may be named beside ours. Raises
    `BriefError` naming each that is unknown or of the wrong kind, and each color that
    cannot be read on its ground or told from another, by line.
    """
    own = read(text, place)
    found = list(_wrong(ours, own, ()))
    merged = _merged(ours, own)
    found = found or [*_illegible(merged, own), *_alike(merged, own), *_strange(own, families)]
    if found:
        raise BriefError(*(_told(one, text, place) for one in found))
    return merged


def read(text: str, place: str) -> dict[str, Any]:
    """Return the tokens of a file; a `BriefError` names the line where it cannot be read."""
    try:
        loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        said = f"broken YAML: {problem.problem}."
        raise error("yaml-broken", f"{place}:{line}", said) from problem
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        said, hint = "tokens are names with values.", "As in `color: {brand: '#3d1152'}`."
        raise error("style-tokens", f"{place}:1", said, hint)
    return loaded


def _wrong(ours: Mapping[str, Any], own: Mapping[str, Any], path: Path) -> Iterator[Found]:
    for key, value in own.items():
        here = (*path, str(key))
        if key not in ours:
            known = f"Known here: {', '.join(map(str, ours))}."
            yield here, "unknown", f"{is_it(key, ours)} {known}".strip()
        elif isinstance(ours[key], Mapping):
            if isinstance(value, Mapping):
                yield from _wrong(ours[key], value, here)
            else:
                first = next(iter(ours[key]))
                yield here, "holds names, each with a value", f"As in `{key}: {{{first}: ...}}`."
        else:
            yield from _kind(ours[key], value, here)


def _kind(ours: Any, value: Any, path: Path) -> Iterator[Found]:
    if isinstance(ours, list):
        yield from _list(ours, value, path)
    elif is_color(ours):
        if not is_color(value):
            yield path, f"{_shown(value)} is no color", 'Write it as "#12304f", in quotes.'
    elif path in _CHOICES:
        if value not in _CHOICES[path]:
            yield path, f"{_shown(value)} is unknown", f"Write {' or '.join(_CHOICES[path])}."
    elif length := _LENGTH.fullmatch(str(ours)):
        yield from _length(float(length[1]), length[2], value, path)


def _list(ours: Sequence[Any], value: Any, path: Path) -> Iterator[Found]:
    colors = is_color(ours[0])
    if not isinstance(value, list) or not value:
        yield path, "should be a list", f"As in `[{', '.join(f'{one!r}' for one in ours[:2])}]`."
    elif colors and len(value) < len(ours):
        yield path, f"has {len(value)} colors", f"A chart may need {len(ours)}: name as many."
    for one in value if isinstance(value, list) else ():
        if colors and not is_color(one):
            yield path, f"{_shown(one)} is no color", 'Write it as "#12304f", in quotes.'
        elif not isinstance(one, str):
            yield path, f"{_shown(one)} is no name", "Put it in quotes."


def _length(ours: float, unit: str, value: Any, path: Path) -> Iterator[Found]:
    found = _LENGTH.fullmatch(str(value))
    if not found or found[2] != unit:
        as_in = f"Write a number with {unit}, as in {ours:g}{unit}."
        yield path, f"{_shown(value)} is no length in {unit}", as_in
        return
    low = ours / _MOST if path[0] == "size" else 0.0
    high = ours * _MOST or 60.0
    if not low <= float(found[1]) <= high:
        said = f"{_shown(value)} leaves no page that can be read"
        yield path, said, f"Choose between {low:.3g}{unit} and {high:.3g}{unit}."


def _illegible(tokens: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[Found]:
    """Yield each color of a text that is too near to a ground, named where the file changes it."""
    colors, changed = tokens["color"], own.get("color", {})
    for name in _TEXTS:
        for ground in _GROUNDS:
            ratio = contrast(rgb(colors[name]), rgb(colors[ground]))
            if ratio < LEGIBLE and (name in changed or ground in changed):
                at, other = (name, ground) if name in changed else (ground, name)
                said = f"{colors[at]} and {other} {colors[other]} have a contrast of {ratio:.1f}"
                darker = f"Text needs {LEGIBLE}: make {name} darker or {ground} lighter."
                yield ("color", at), said, darker


def _alike(tokens: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[Found]:
    if "colors" not in own.get("chart", {}):
        return
    for one, other in combinations(tokens["chart"]["colors"], 2):
        if apart(rgb(one), rgb(other)) < APART:
            said = f"{one} and {other} look alike to who tells red from green badly, or to all"
            yield ("chart", "colors"), said, "Make one of them much lighter or darker."


def _strange(own: Mapping[str, Any], families: Collection[str]) -> Iterator[Found]:
    """Yield each font that is neither ours nor comes with a file of the institution's own."""
    for role, names in own.get("font", {}).items():
        for name in names:
            if name not in families and not is_ours(name):
                known = f" (there: {', '.join(sorted(families))})" if families else ""
                hint = f"Put its files, .ttf or .otf, into templates/house/fonts{known}."
                said = f"there is no font '{name}'"
                yield ("font", role), said, f"{is_it(name, families)} {hint}".strip()


def _merged(ours: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(ours)
    for key, value in own.items():
        nested = isinstance(ours.get(key), Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(ours[key], value) if nested else value
    return merged


def _shown(value: Any) -> str:
    return "an empty value" if value is None else f"'{value}'"


def _told(found: Found, text: str, place: str) -> Diagnostic:
    path, said, hint = found
    where, name = f"{place}:{_line(text, path)}", ".".join(path)
    code, message = "style-tokens", f"{name}: {said}."
    if said == "unknown":
        code, message = "style-token-unknown", f"no token {name}."
    return Diagnostic(code=code, severity="error", place=where, message=message, hint=hint)


def _line(text: str, path: Path) -> int:
    """Return the line (from 1) on which the last known name of a path stands."""
    node, line = yaml.compose(text, Loader=yaml.CSafeLoader), 1
    for step in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        for key, value in pairs:
            if key.value == step:
                node, line = value, key.start_mark.line + 1
                break
    return line

"""Files that people write (audiences, themes, templates) in; what is wrong in them out, by line.

One place finds it all, for the check of a file by itself and for the build.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel, ValidationError

from brief.check.claims import claimed
from brief.check.estimates import APART, ONE_SCALE, likelihood_terms, mixed, other_scale
from brief.compose.left_over import left_over
from brief.compose.semantic_checks import LISTED, Found, Path, at, items, mistakes, remarks
from brief.errors import Diagnostic, is_it
from brief.model.audience import Audience, Themes
from brief.store import yaml_text
from brief.templating import literals

_COUNTED = frozenset({"verdict", "counts", "balance", "lean"})
"""Values of a template that say how sources divide."""
_CLAIMS = ("claim", "claim_yes", "claim_no", "claim_split")


def audience_faults(
    text: str, place: str, themes: Collection[str] | None = None
) -> list[Diagnostic]:
    """Return all that is wrong in an audience file, by line.

    `themes` are those there are. Raises `BriefError` for YAML that cannot be read.
    """
    data = yaml_text.parse(text, place)
    said = _Said(text, place)
    found = [*_wrong_fields(data, text, place, Audience)]
    found += _not_at(found, said.sentences(_sentences(data)))
    found += said.conventions(data if isinstance(data, Mapping) else {})
    found += _not_at(found, said.wrong(mistakes(data)))
    if themes is not None:
        found += said.unknown_themes(_themes(data, ()), themes)
    return sorted(found, key=lambda one: _line(one.place))


def audience_remarks(text: str, place: str, questions: Collection[str]) -> list[Diagnostic]:
    """Return, as warnings, what in a valid audience file is most likely not meant, by line.

    `questions` are the ids of those there are.
    """
    data = yaml_text.parse(text, place)
    odd = chain(_misnamed(data, place), remarks(data, questions), left_over(data))
    said = _Said(text, place).wrong(odd)
    warned = [one.model_copy(update={"severity": "warning", "code": "field-odd"}) for one in said]
    return sorted(warned, key=lambda one: _line(one.place))


def _misnamed(data: Any, place: str) -> Iterator[Found]:
    """Yield an id that is not the name of its file, by which `config.yaml` calls the reader."""
    name = PurePath(place).stem
    if at(data, "id") != name:
        yield ("id",), f"the file is called '{name}', and its briefs are too", f"Write {name}."


def theme_faults(text: str, place: str) -> list[Diagnostic]:
    """Return all that is wrong in a list of themes, by line."""
    data = yaml_text.parse(text, place)
    found = [*_wrong_fields(data, text, place, Themes)]
    found += _not_at(found, _Said(text, place).sentences(_claims(data)))
    return sorted(found, key=lambda one: _line(one.place))


@lru_cache(maxsize=16)
def template_faults(text: str, name: str) -> tuple[Diagnostic, ...]:
    """Return what the words typed in a template claim and nothing bears out, by line."""
    found: list[Diagnostic] = []
    for one in literals(text):
        counted = one.chosen or bool(one.under & _COUNTED)
        found += (
            _error("claim-loose", f"{name}:{one.line}", f"{what}.", hint)
            for what, hint in claimed(one.text, counted=counted)
        )
        if both := mixed(one.text):
            said = f"{_together(both)}."
            found.append(_error("estimate-mixed", f"{name}:{one.line}", said, APART))
    return tuple(found)


def _error(code: str, place: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, severity="error", place=place, message=message, hint=hint)


def _together(both: tuple[str, str]) -> str:
    return f"“{both[0]}” and “{both[1]}” stand in one sentence"


def _not_at(known: Sequence[Diagnostic], more: Iterator[Diagnostic]) -> list[Diagnostic]:
    """Return what stands at another line than what is known: one mistake is said once."""
    lines = {one.place for one in known}
    return [one for one in more if one.place not in lines]


def _line(place: str) -> int:
    number = place.rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


def _wrong_fields(data: Any, text: str, place: str, kind: type[BaseModel]) -> Sequence[Diagnostic]:
    try:
        kind.model_validate(data)
    except ValidationError as problem:
        return yaml_text.validation_error(problem, place, text, kind).diagnostics
    return ()


# The listed sentences, in whatever else of the file is wrong


def _sentences(data: Any) -> Iterator[tuple[Path, str, bool]]:
    """Yield path and text of each sentence, and whether a count of sources decides on it."""
    for name, policy in items(at(data, "policies")):
        inside: Path = ("policies", name)
        if isinstance(matters := at(policy, "matters"), str):
            yield (*inside, "matters"), matters, False
        for n, asked in items(at(policy, "questions")):
            for key in ("claim", "claim_no", "short"):
                if isinstance(said := at(asked, key), str):
                    yield (*inside, "questions", n, key), said, False
            for n_pole, pole in items(at(asked, "poles")):
                if isinstance(pole, str):
                    yield (*inside, "questions", n, "poles", n_pole), pole, False
        for kind in LISTED:
            for n, one in items(at(policy, kind)):
                for key in ("headline", "text"):
                    if isinstance(said := at(one, key), str):
                        yield (*inside, kind, n, key), said, _counts(at(one, "when"))


def _claims(data: Any) -> Iterator[tuple[Path, str, bool]]:
    for n, theme in items(at(data, "themes")):
        for key in _CLAIMS:
            if isinstance(said := at(theme, key), str):
                yield ("themes", n, key), said, False


def _counts(when: Any) -> bool:
    return any(
        "share" in one or "sources" in one for _, one in items(when) if isinstance(one, Mapping)
    )


def _themes(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield path and name of each theme that an audience file names."""
    for key, value in items(data):
        if key in ("theme", "covers") and isinstance(value, str):
            yield (*path, key), value
        elif key == "themes" and isinstance(value, list):
            yield from (((*path, key, n), str(one)) for n, one in enumerate(value))
        else:
            yield from _themes(value, (*path, key))


class _Said:
    """Says what is wrong in a YAML file, each with its line."""

    def __init__(self, text: str, place: str) -> None:
        self._text, self._place = text, place

    def _say(self, path: Path, code: str, message: str, hint: str = "") -> Diagnostic:
        where = f"{self._place}:{yaml_text.line_of(self._text, path)}"
        return _error(code, where, f"{'.'.join(map(str, path))}: {message}.", hint)

    def sentences(self, listed: Iterator[tuple[Path, str, bool]]) -> Iterator[Diagnostic]:
        """Yield what listed sentences claim, and estimates that do not go together."""
        terms: list[str] = []
        for path, text, counted in listed:
            for what, hint in claimed(text, counted=counted):
                code = "number-loose" if what.startswith("the number") else "claim-loose"
                yield self._say(path, code, what, hint.partition(":")[0].partition(",")[0] + ".")
            if both := mixed(text):
                yield self._say(path, "estimate-mixed", _together(both), APART)
            used = likelihood_terms(text)
            if other := other_scale(used, terms):
                of = f"“{other[0]}” is of another scale of likelihood than “{other[1]}”"
                yield self._say(path, "estimate-scale", of, ONE_SCALE)
            else:
                terms += used

    def wrong(self, found: Iterator[Found]) -> Iterator[Diagnostic]:
        """Yield what was found at a path, with its line."""
        for path, message, hint in found:
            yield self._say(path, "field-wrong", message, hint)

    def conventions(self, data: Mapping[str, Any]) -> Iterator[Diagnostic]:
        """Yield a language or a currency that nobody knows."""
        from babel import Locale, UnknownLocaleError
        from babel.numbers import list_currencies

        language, home = data.get("language"), data.get("home")
        if isinstance(language, str):
            try:
                Locale.parse(language, sep="-")
            except (UnknownLocaleError, ValueError):
                known = "Write a language tag such as en-GB."
                yield self._say(("language",), "field-wrong", f"'{language}' is no language", known)
        if isinstance(home, str) and home and home not in list_currencies():
            same = [one for one in sorted(list_currencies()) if one[:2] == home[:2].upper()]
            hint = is_it(home.upper(), same) or "Write its ISO code such as EUR."
            yield self._say(("home",), "field-wrong", f"'{home}' is no currency", hint)

    def unknown_themes(
        self, named: Iterator[tuple[Path, str]], known: Collection[str]
    ) -> Iterator[Diagnostic]:
        """Yield each theme that is in no list."""
        for path, name in named:
            if name not in known:
                hint = f"{is_it(name, known)} Known: {', '.join(sorted(known))}.".strip()
                said = f"there is no theme '{name}' in themes.yaml"
                yield self._say(path, "field-wrong", said, hint)

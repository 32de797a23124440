"""A YAML file packed beside a module in, its lists and tables out, each read once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

import yaml

_PLACE = re.compile(r"\{([a-z_]+)\}")


@cache
def packed(package: str, name: str, *, words: bool = False) -> Any:
    """Return what the YAML file `name` of `package` holds; nobody changes it.

    With `words` every scalar stays a string: `no`, `true` and `on` are words, not truth values.
    """
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader if words else yaml.CSafeLoader)


def word_set(package: str, name: str, key: str) -> Callable[[], frozenset[str]]:
    """Return a list of words of a file as a set, read when it is first asked for."""

    @cache
    def made() -> frozenset[str]:
        return frozenset(packed(package, name, words=True)[key])

    return made


def pattern(
    package: str, name: str, template: str, flags: re.RegexFlag = re.NOFLAG
) -> Callable[[], re.Pattern[str]]:
    """Return a regular expression around lists of a file, compiled when it is first asked for.

    `{views}` in the template is any of the expressions under `views`, which may have such places
    of their own.
    """

    @cache
    def made() -> re.Pattern[str]:
        lists, text = packed(package, name, words=True), template
        while _PLACE.search(text):
            text = _PLACE.sub(lambda found: "|".join(lists[found[1]]), text)
        return re.compile(text, flags)

    return made

"""Names of seed files in, the short ids by which briefs call their articles out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

SEED = "seed:"
"""How the name of a seed begins among the inputs of an artifact; its stem follows."""


def seeds_in(inputs: Mapping[str, str]) -> dict[str, str]:
    """Return the hash of each seed among the inputs of an artifact, by its stem."""
    return {k.removeprefix(SEED): v for k, v in inputs.items() if k.startswith(SEED)}


def article_id(stem: str, stems: Iterable[str]) -> str:
    """Return the short id of a seed, unique in its folder: `003` for `003_2dac...`.

    It is the part before the first `_`, or else the whole stem; a character that is no
    letter, digit, dot or hyphen becomes a hyphen, and what is then not unique gets a hash.
    """
    everyone = list(stems)
    for form in (_short, _plain):
        ids = {other: form(other) for other in everyone}
        if ids[stem] and list(ids.values()).count(ids[stem]) == 1:
            return ids[stem]
    return _hashed(stem)


def part_of(article: str, stem: str) -> str | None:
    """Return which part of a seed an article is: empty for all of it, `.2` for its second article.

    `None` where the article is none of this seed's.
    """
    for form in (_hashed, _plain, _short):
        own = form(stem)
        if own and article.startswith(own) and re.fullmatch(r"(\.\d+)?", article[len(own) :]):
            return article[len(own) :]
    return None


def _short(stem: str) -> str:
    return re.sub(r"[^\w.-]", "-", stem.split("_", 1)[0])


def _plain(stem: str) -> str:
    return re.sub(r"[^\w.-]|(?<!^)_", "-", stem)


def _hashed(stem: str) -> str:
    return f"{_plain(stem)}-{hashlib.sha256(stem.encode()).hexdigest()[:6]}"

"""The word lists of the checks, loaded once, as what looks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from brief.vocabulary.lists import packed


def _lists() -> Mapping[str, Any]:
    lists: Mapping[str, Any] = packed("brief.check", "words.yaml")
    return lists


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases as whole words; `*` is any ending, the longest wins."""
    made = [
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    ]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(made)})(?![^\W_])", re.IGNORECASE)


def listed(name: str) -> list[str]:
    """Return a list of regular expressions by its name in `words.yaml`."""
    return [str(one) for one in _lists()[name]]


@cache
def names() -> re.Pattern[str]:
    """Return what finds names that hold a number."""
    return _any(_lists()["names"])


@cache
def numbered() -> re.Pattern[str]:
    """Return what finds names made of a word and a number: `Article 9`, `Group of 77`."""
    kinds = "|".join(map(re.escape, listed("numbered")))
    return re.compile(rf"(?<![^\W_])(?:{kinds})[ \u00a0]\d+(?:[.,(-]\d+\)?)*(?!\s*%)")


@cache
def naming() -> frozenset[str]:
    """Return our own words in what a brief calls a source."""
    return frozenset(listed("naming"))


@cache
def unnamed() -> re.Pattern[str]:
    """Return what finds that a maker has no name."""
    return _any(_lists()["unnamed"])


@cache
def likelihoods() -> re.Pattern[str]:
    """Return what finds any term of a scale of likelihood."""
    return _any(term for terms in scales().values() for term in terms)


@cache
def scales() -> Mapping[str, frozenset[str]]:
    """Return the terms of each scale by its name."""
    return {name: frozenset(terms) for name, terms in _lists()["scales"].items()}


@cache
def not_estimates() -> re.Pattern[str]:
    """Return what finds terms used with another meaning."""
    return _any(_lists()["not_estimates"])


@cache
def confidence() -> re.Pattern[str]:
    """Return what finds a level of confidence: `moderate confidence`, `confidence is high`."""
    level, word = "|".join(_lists()["levels"]), f"{_lists()['confidence']}\\w*"
    gap = r"(?:\W+\w+){0,2}\W+"
    return re.compile(rf"\b(?:(?:{level})\b{gap}{word}|{word}{gap}(?:{level})\b)", re.IGNORECASE)


@cache
def reversing() -> re.Pattern[str]:
    """Return what finds words whose loss turns a quotation round."""
    return re.compile(rf"{_any(_lists()['reversing']).pattern}|n['’]t\b", re.IGNORECASE)

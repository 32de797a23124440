"""The voices of an article in, each under one full name out.

`many` becomes `many analysts` where analysts were spoken of, `Soto` becomes `Ana Soto` where the
text gives her first name, and `the foreign minister, Luis Paz,` is Luis Paz.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from brief.engines.rules.holders import UNNAMED, is_leader
from brief.engines.rules.labels import state_names
from brief.engines.rules.lexicon import load, words_of
from brief.engines.rules.sentences import Sentence
from brief.engines.rules.tokens import Token, tokens

_COUNTS = {"others": "other", "some": "some", "many": "many", "several": "several", "few": "few"}
_PRONOUNS = frozenset(["he", "she", "they", "it"])
_NEAR = 2  # sentences before one that says `many`, in which the noun may stand
_NAME = re.compile(r",\s+((?:[^\W\d_a-z][\w'’-]+\s?){2,4}),")


def full_names(
    sentences: Sequence[Sentence], cut: Sequence[Sequence[Token]], names: Sequence[str]
) -> list[str]:
    """Return the name of each sentence's voice, said fully; empty where it is the author's."""
    found = [
        _by_itself(sentences, cut, place, name) if name else "" for place, name in enumerate(names)
    ]
    known, first = _persons(found), _first_names({*found}, cut)
    full = [_person(name, known, first) for name in found]
    shared = _namesakes({*names}, cut)
    return [
        _nearest(shared[name], place, full[place]) if name in shared else full[place]
        for place, name in enumerate(names)
    ]


def _namesakes(
    names: Set[str], cut: Sequence[Sequence[Token]]
) -> dict[str, list[tuple[int, str, str]]]:
    """Return where each surname is given that several bear: sentence, first name, both."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for place, words in enumerate(cut):
        for before, word in pairwise(words[1:]):
            if word.text in names and before.is_capital and _proper(before.text):
                name = (place, before.text, f"{before.text} {word.text}")
                found.setdefault(word.text, []).append(name)
    return {
        name: given for name, given in found.items() if len({first for _, first, _ in given}) > 1
    }


def _nearest(given: Sequence[tuple[int, str, str]], place: int, full: str) -> str:
    """Return the namesake last named before a sentence: `Imran Soto`, and not `Luis Soto`."""
    last = bisect_left(given, place, key=lambda one: one[0])
    if not last or given[last - 1][1] in full.split():
        return full
    return given[last - 1][2]


def _by_itself(
    sentences: Sequence[Sentence], cut: Sequence[Sequence[Token]], place: int, name: str
) -> str:
    """Return a name said fully by its own sentence and those right before it."""
    if name in _PRONOUNS:
        return "an unnamed observer" if name in ("he", "she") else UNNAMED.name
    if name in _COUNTS:
        return f"{_COUNTS[name]} {_spoken_of(sentences, cut, place)}"
    return _apposition(sentences[place].text, name)


def _spoken_of(sentences: Sequence[Sentence], cut: Sequence[Sequence[Token]], place: int) -> str:
    """Return the persons last spoken of in the paragraph: `analysts`; `observers` without any."""
    for back in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if sentences[back].paragraph != sentences[place].paragraph:
            break
        for word in reversed(cut[back]):
            plural = word.low.endswith("s") and word.text.islower()
            if plural and word.low in words_of("talkers"):
                return word.low
    return "observers"


def _apposition(text: str, name: str) -> str:
    """Return who holds an office, where the name follows it: `the premier, Ana Soto,`."""
    head = name.rsplit(" ", 1)[-1]
    if not head.islower() or head.endswith("s") or head not in words_of("people"):
        return name
    place = text.casefold().find(name.casefold())
    match = _NAME.match(text, place + len(name)) if place >= 0 else None
    if match is None or {word.casefold() for word in match[1].split()} & state_names():
        return name
    return match[1].strip()


def _persons(names: Sequence[str]) -> dict[str, str]:
    """Return the first full name in which each part of a person's name stands."""
    known: dict[str, str] = {}
    for name in names:
        words = [word.text for word in tokens(name.split(" of ")[0])]
        if len(words) > 1 and words[-1][:1].isupper() and " and " not in name:
            for word in words[-2:]:
                if word[:1].isupper() and _proper(word):
                    known.setdefault(word, name)
    return known


def _person(name: str, known: Mapping[str, str], first: Mapping[str, str]) -> str:
    """Return the full name of a person called by one word, or by another title than before."""
    last = name.split(" of ")[0].rsplit(" ", 1)[-1] if name else ""
    if not last[:1].isupper() or not _proper(last) or " and " in name:
        return name
    if last in known:
        return known[last]
    if last != name or is_leader(name):
        return name
    return f"{first[name]} {name}" if name in first else name


def _first_names(names: Set[str], cut: Sequence[Sequence[Token]]) -> dict[str, str]:
    """Return the first name that stands first before each surname in the text, by surname."""
    found: dict[str, str] = {}
    for words in cut:
        for before, word in pairwise(words[1:]):
            wanted = word.text in names and word.text not in found
            if wanted and before.is_capital and _proper(before.text):
                found[word.text] = before.text
    return found


def _proper(word: str) -> bool:
    """Tell whether a capitalized word may be part of a person's name."""
    low = word.casefold().replace("’", "'")
    if not word.isalpha() or len(word) < 2 or word.isupper() or low in state_names():
        return False
    known = ("people", "peoples", "offices", "titles", "bodies", "months", "periods", "states")
    return not any(low in words_of(name) for name in known) and low not in _stopwords()


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(load("marks.yaml")["stopwords"])

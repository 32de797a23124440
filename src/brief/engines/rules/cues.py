"""Words of reporting, looked up once: the lists of `voice.yaml` as sets of forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from brief.engines.rules.holders import Holder
from brief.engines.rules.lexicon import load, phrases, words_of
from brief.engines.rules.tokens import Token

BE = frozenset(["is", "are", "was", "were", "be", "been"])
ASIDE = (",", "—", "–", "(", "-", "”", '"')
"""Signs before what is put into a sentence from outside: `…, as Vaal notes, …`."""
OPENING_QUOTES = ("“", '"', "‘", "«")
ITSELF = frozenset(["itself", "himself", "herself", "themselves"])
"""What makes a verb say nothing of others: `finds itself alone`."""
Mode = Literal["clause", "as", "object", "phrase", "frame", "source", "passive", "denied", "loose"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sentence's own words about whose view it is."""

    holder: Holder
    mode: Mode
    place: int
    """Token of the verb or frame."""
    endorsed: bool = False


@cache
def verbs(name: str) -> frozenset[str]:
    """Return all forms of the verbs in a list of `voice.yaml`."""
    data = load("voice.yaml")
    irregular: dict[str, list[str]] = data["irregular"]
    forms: set[str] = set()
    for verb in data[name]:
        forms.add(verb)
        forms.update(irregular.get(verb) or _regular(verb))
    return frozenset(forms)


@cache
def reporting(*names: str, nouns: bool = True) -> frozenset[str]:
    """Return all forms of the verbs in several lists; without `nouns`, those that are none."""
    forms = frozenset(form for name in names for form in verbs(name))
    return forms if nouns else forms - words_of("noun_like")


def _regular(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb."""
    if verb.endswith("e"):
        return (verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeou":
        return (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return (third, verb + "ed", verb + "ing")


def endorses(words: Sequence[Token], start: int, stop: int) -> bool:
    """Tell whether the author adopts the view: `rightly notes`, `is right that`."""
    return phrases("endorsing").first(words, max(0, start), stop + 3) >= 0


def until_comma(words: Sequence[Token], place: int) -> list[Token]:
    """Return the tokens from `place` up to a comma or a stop."""
    kept: list[Token] = []
    for word in words[place:]:
        titled = word.text == "." and bool(kept) and kept[-1].low in words_of("titles")
        if word.text in ",;:." and not titled:
            break
        kept.append(word)
    return kept


def skip(words: Sequence[Token], place: int, skipped: frozenset[str]) -> int:
    """Return the first place at or after `place` whose word is not `skipped`."""
    while place < len(words) and words[place].low in skipped:
        place += 1
    return place


def low(words: Sequence[Token], place: int) -> str:
    """Return the word at `place` in lower case; empty outside the sentence."""
    return words[place].low if 0 <= place < len(words) else ""


def lows(words: Sequence[Token]) -> list[str]:
    """Return all words in lower case."""
    return [word.low for word in words]


_NEAR, _OPENING = 5, 16  # tokens from a view to its verdict, and of a subject that names a view
_THESE = frozenset(["this", "these", "that", "such", "both", "all"])


@cache
def _leading() -> frozenset[str]:
    return words_of("adverb") | {"but", "yet", "and", "the"}


def dispels(words: Sequence[Token], main: int) -> bool:
    """Recognize the author's no to a view: `Fears of … are overblown`, `This reading misses`."""
    start = skip(words, main, _leading())
    named = low(words, start) in _THESE
    views = words_of("view_nouns", "about", "moods", "talk", "raised", "charges")
    for place in range(start, min(start + _OPENING, len(words))):
        word = words[place].low
        if not named and place >= start + _NEAR:
            return False
        if words[place].text in ",;:" or (word in ("that", "who", "which") and place > start):
            return False
        if word in BE and named:
            return phrases("dispelling").first(words, place + 1, place + _NEAR) >= 0
        if named and phrases("dispelling").at(words, place):
            return place - start < _NEAR
        named = named or (place < start + _NEAR and word in views)
    return False


_FINDING = frozenset(["find", "finds", "found", "see", "sees", "saw", "discovered", "notices"])


def clause_follows(words: Sequence[Token], place: int) -> bool:
    """Tell whether a clause or quotation follows: `that …`, `: "…"`, `whether …`."""
    follow = low(words, place)
    if follow in ("that", ":", "whether", "how", "why", "what", *OPENING_QUOTES):
        return True
    if follow == "there" and low(words, place + 1) in BE:
        return True  # "claims there is no change"
    if follow == "," and low(words, place + 1) in OPENING_QUOTES:
        return True
    for step, word in enumerate(words[place : place + 9], place):
        if word.text in ",;:.":
            return word.text == ":"
        if word.low in ("that", "why", "how", "whether"):
            return not _finds_one(words, place, step)
    return False


def _finds_one(words: Sequence[Token], place: int, that: int) -> bool:
    """Recognize `found an ally that shares its fate`, `sees a rival that is`: no clause is told."""
    if low(words, place - 1) not in _FINDING or low(words, place) not in ("a", "an", "no"):
        return False
    noun, verb = low(words, that - 1), low(words, that + 1)
    told = words_of("view_nouns", "about", "grounds") | {"sign", "reason"}
    ends = verb.endswith(("s", "ed")) and low(words, that + 2) not in words_of("finite")
    return noun not in told and (ends or verb in words_of("finite"))

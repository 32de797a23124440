"""A figure in; what it measures, whose, and of what part, out: what decides comparability.

What the engine read as the measure is taken, and known where it holds a noun of measurement.
Proper names in the sentence, other than the parties asked about, are its scope: a share of one
province's exports is not a share of the country's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from brief.model.question import Question
from brief.model.summary import Figure, is_money
from brief.vocabulary.lists import packed
from brief.vocabulary.states import states_in

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?"
"""A name of one word or two."""
ACTOR = re.compile(rf"^(?:\w+,\s)?(?:The\s)?({NAME}|[A-Z]{{2,4}})\s[a-z]")
"""Who a sentence begins with."""
BOTH = re.compile(
    r"\b(?:bilateral|two-way|mutual|the two|two (?:countries|sides|states|nations|powers|neighbors"
    r"|neighbours)|both|their)\b",
    re.I,
)
"""What says that a measure is of both parties."""
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*")
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|US|U\.S\.?|USD|EUR|H\d|Q\d)$"
)
_NEAR = """
in about around roughly nearly almost some approximately over more less than at up to as many much
just only least an estimated
"""
_HEDGES = frozenset(_NEAR.split())
"""Words before a number that say how near it is, or begin a date."""
_NOBODY = "it they we he she this that these those who which there"
_POINTING = frozenset(_NOBODY.split())
"""Words that only the text around them tells the meaning of."""
EXCEPT = re.compile(
    r"\b(?:apart from|aside from|excluding|outside|other than|not counting|except for)\s+"
    r"([^,;:.]{3,60})",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s(?:of|on|in|to|from|with|for|between|against|by)\s")
_VOLUME = re.compile(r"\btrading (?:volumes?|flows?)\b", re.IGNORECASE)
_TRADED = re.compile(
    r"\btraded (?:goods|goods and services)(?: worth| for)?\W*(?:[a-z]+\W+)?$", re.I
)
"""How a clause says trade before its value: `Chad and Mali traded goods worth $5m`."""
_SAME = {"turnover": "trade", "commerce": "trade"}
"""Nouns of measurement that mean the same."""
PART_OF_YEAR = re.compile(
    r"\b(half|quarter|months?|same period|january|february|march|april|june|july|august|september"
    r"|october|november|december|h[12]|q[1-4])\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures."""

    shown: str
    """In words of the sentence: `bilateral trade`."""
    key: tuple[str, ...]
    """Equal for two figures that measure the same thing of the same part; empty when unknown."""
    scope: tuple[str, ...]
    """Proper names that limit it: `Amur Oblast`."""


def measure(figure: Figure, question: Question) -> Measure:
    """Return what a figure measures; an empty `key` when that cannot be told."""
    shown = " ".join(figure.measure.split())
    if _TRADED.search(before(figure)) and len(parties_in(figure.subject, question)) > 1:
        shown = f"trade between {figure.subject}"
    noun = _noun(shown)
    scope = _scope(figure, question)
    if not noun:
        return Measure(shown=shown, key=_alike(figure, question), scope=scope)
    owner = _owner(figure, question) if noun in _nouns()["one_way"] else ""
    part = " ".join(word.lower() for word in PART_OF_YEAR.findall(figure.period))
    qualifiers = sorted(set(_stems(shown)) - {noun} - _party_words(question))
    apart = excluded(figure)
    telling = (q for q in qualifiers if q in _telling())
    # a share is of the same thing only where it is the same one's
    whose = [figure.subject.lower()] if figure.unit == "%" and figure.subject else []
    key = (noun, figure.unit, owner, part, *scope, *([apart] if apart else []), *telling, *whose)
    return Measure(shown=shown, key=key, scope=scope)


def _alike(figure: Figure, question: Question) -> tuple[str, ...]:
    """Return the words of a figure's clause, for what no noun of measurement tells.

    Two that say the same of the same year but for the number are of one thing. Nothing where a
    clause is of no year of its own, or of somebody whom only the text around it names.
    """
    ahead = _clause_before(figure)
    behind = re.split(r"[,;:.—(](?:\s|$)", figure.text[figure.number.end - figure.start :])[0]
    said = [word for word in _stems(ahead) if word not in _HEDGES]
    counted = not is_physical(figure.unit)
    whose = _stems(figure.subject)
    if not figure.year or not whose or whose[0] in _POINTING or len(said) <= len(whose):
        return ()
    if not (counted or names_party(figure.subject, question) or states_in(figure.subject)):
        return ()
    return ("", figure.unit, " ".join(said), " ".join(_stems(behind)))


def _clause_before(figure: Figure) -> str:
    """Return what stands before a number in its clause."""
    return re.split(r"[,;:—]\s", before(figure))[-1]


def done(figure: Figure) -> str:
    """Return the clause before a number as what was done: `what Chad’s banks lent Mali`."""
    words = _clause_before(figure).split()
    while words and re.sub(r"\W", "", words[-1]).lower() in {*_HEDGES, ""}:
        words.pop()
    first = " ".join(words)
    return (
        f"what {first if states_in(words[0]) else first[:1].lower() + first[1:]}" if words else ""
    )


def excluded(figure: Figure) -> str:
    """Return what a sentence says is left out of its figures, which makes another measure."""
    found = EXCEPT.search(figure.text)
    return " ".join(found[1].lower().split()) if found else ""


def measured_noun(found: Measure) -> str:
    """Return the noun of measurement of a measure: `trade`."""
    return _noun(found.shown)


def word_list(name: str) -> frozenset[str]:
    """Return a list of words of `measures.yaml`."""
    return _nouns()[name]


def is_share(noun: str) -> bool:
    """Tell whether a percentage is itself the measure, as with a share or a rate of growth."""
    return noun in _nouns()["rates"]


def is_two_way(noun: str) -> bool:
    """Tell whether a measure is of both sides at once, as trade is."""
    return noun in _nouns()["two_way"]


def is_physical(unit: str) -> bool:
    """Tell whether a unit is of money, a share, a size, or none: not a thing counted."""
    return is_money(unit) or unit in ("", "%") or unit in _nouns()["physical"]


def before(figure: Figure) -> str:
    """Return what a sentence says before its number."""
    return figure.text[: figure.number.start - figure.start]


def last_sentences(told: str, many: int = 1) -> list[str]:
    """Return the last sentences of what an article says, in order."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“])", told.strip())[-many:]


def parties_in(words: str, question: Question) -> list[str]:
    """Return the names of the parties that words hold a name of."""
    return [
        party.name
        for party in question.parties
        if any(re.search(rf"\b{re.escape(name)}\b", words) for name in (party.name, *party.aliases))
    ]


def names_party(words: str, question: Question) -> bool:
    """Tell whether words hold a name of a party."""
    return bool(parties_in(words, question))


def _noun(text: str) -> str:
    """Return the noun of measurement that a phrase is about, in the singular.

    It ends what stands before the first link: 'tariff' in `tariffs on steel imports`.
    """
    known = _nouns()["one_way"] | _nouns()["two_way"]
    for part in _LINK.split(_VOLUME.sub("trade", text)):
        if found := [stem for stem in _stems(part) if stem in known]:
            return _SAME.get(found[-1], found[-1])
    return ""


def _owner(figure: Figure, question: Question) -> str:
    """Return the party whose measure it is: its subject, or the last one named before."""
    for party in question.parties:
        if figure.subject.removeprefix("the ") in (party.name, *party.aliases):
            return party.name
    last = (-1, "")
    for party in question.parties:
        for name in (party.name, *party.aliases):
            for found in re.finditer(rf"\b{re.escape(name)}\b", before(figure)):
                last = max(last, (found.start(), party.name))
    return last[1] or f"?{figure.id}"


def _scope(figure: Figure, question: Question) -> tuple[str, ...]:
    """Return the proper names of the sentence that are neither parties nor dates."""
    ours = _party_words(question)
    found = []
    # what stands in a clause after the number compares or explains: it limits nothing
    end = re.compile(r"[,;—]\s").search(figure.text, figure.number.end - figure.start)
    for match in _NAME.finditer(figure.text, 0, end.start() if end else len(figure.text)):
        name = re.sub(r"[’']s?$", "", match.group()).rstrip(".")
        if not _CALENDAR.search(name) and not set(_stems(name)) & ours and len(name) > 1:
            found.append(name)
    return tuple(sorted(set(found)))


def _party_words(question: Question) -> frozenset[str]:
    names = (
        name for party in question.parties for name in (party.name, *party.aliases, *party.prefixes)
    )
    return frozenset(stem for name in names for stem in _stems(name))


def _telling() -> frozenset[str]:
    """Return qualifiers that make another measure of the same noun."""
    return frozenset(
        ["arms", "energy", "oil", "gas", "defense", "defence", "military", "food", "foreign"]
    )


def _stems(text: str) -> list[str]:
    return [_singular(re.sub(r"[’']s$", "", word.lower())) for word in _WORD.findall(text)]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _nouns() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = packed("brief.collect", "measures.yaml")
    return {name: frozenset(words) for name, words in lists.items()}

"""The words of a holder in, the label out by which charts and sentences name the voice.

A label is the noun phrase alone, cut where a relative clause, an apposition or a second verb
begins, and no longer than a line of a chart holds: `critics of the pact`, `Nandan Rao`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.tokens import Token
from brief.vocabulary.hyphens import joined
from brief.vocabulary.states import states

CUT = frozenset(
    ["who", "whom", "whose", "that", "which", "(", ",", "—", "–", ";", ":", "when", "where", "as",
     "“", "”", '"', "«", "»"]
)  # fmt: skip
MOST_WORDS = 8
_SHORTEST_PARTICIPLE = 4
_AUXILIARIES = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "should", "must", "can",
     "could", "do", "does", "did", "came", "comes"]
)  # fmt: skip
_ENDS = frozenset(["in", "for", "of", "at", "on", "from", ",", "titled", "entitled", "published"])
_CHARGES = frozenset(
    ["state", "defense", "defence", "foreign", "affairs", "treasury", "finance", "energy", "trade",
     "commerce", "interior", "war", "justice", "security", "economy", "industry", "development"]
)  # fmt: skip
"""What stands between an office and a name: `Minister of Defense Soto`."""
_ARTICLES = frozenset(["a", "an", "the"])
_KNOWING = frozenset(["familiar", "aware", "privy"])
_LINKS = frozenset(["and", "for"])
_VAGUE = ("those", "some", "others", "many", "anyone", "people")
_OWNERS = frozenset(["his", "her", "its", "their"])
_DANGLING = frozenset(
    ["and", "or", "the", "a", "an", "as", "than", "rather", "not", "but", "alike", "included",
     "earlier", "today", "recently", "also", "now", "still", "too"]
)  # fmt: skip
# "Regional analyst" is written small inside a sentence, "Russian analyst" is not.
_COMMON = re.compile(r"[a-z]+(?:al|ive|ary|ous|ent|ior|less)$")


@cache
def state_names() -> frozenset[str]:
    """Return the names of states, capitals, blocs and their leaders, lower case."""
    return frozenset(alias.casefold() for state in states().values() for alias in state.aliases)


def label(words: Sequence[Token], text: str) -> str:
    """Return the label of the holder that these tokens of `text` name; empty without one."""
    words = _published_by(words)
    kept = _noun_phrase(words)
    kept = _shorten(kept)
    ends = words_of("prepositions")
    while kept and (not kept[-1].is_word or kept[-1].low in ends or kept[-1].low in _DANGLING):
        kept.pop()
    if not kept:
        return ""
    owned = kept[0].low in _OWNERS and len(kept) > 1
    start = kept[1 if owned else 0].start
    name = " ".join(joined(text[start : kept[-1].end])[0].split())
    if owned:
        return _apposition(words, text) or f"the {name}"
    if kept[-1].low.endswith("'s"):
        name = bare(name)
    if name.isupper() and len(name) > 8:
        name = name.title()  # a speaker in the transcript of a conversation
    return lower_first(name, kept)


def _published_by(words: Sequence[Token]) -> Sequence[Token]:
    """Return the body behind `a statement released by`."""
    place = phrases("released").first(words, 1, 6)
    return words[place + 2 :] if place > 0 and len(words) > place + 2 else words


def _noun_phrase(words: Sequence[Token]) -> list[Token]:
    """Return the tokens up to a relative clause or an apposition."""
    kept: list[Token] = []
    vague = words[0].low in _VAGUE
    for place, word in enumerate(words):
        relative = vague and word.low == "who" and place <= 2
        if word.low in CUT and not (place == 0 and word.low == "that") and not relative:
            break
        if place and not vague and (word.text in _AUXILIARIES or ends_noun(words, place)):
            break
        kept.append(word)
    return kept


def ends_noun(words: Sequence[Token], place: int) -> bool:
    """Tell whether a participle follows its noun: `the experts | quoted below`.

    A conjunction before it belongs to it: `a senior adviser | and called it`.
    """
    joined = words[place].low in ("and", "or") and place + 1 < len(words)
    place += joined
    word, before = words[place], words[place - 1]
    if not word.text.islower():
        return False
    took = words[place + 1].low in _ARTICLES if place + 1 < len(words) else False
    if before.is_capital and took and word.low.endswith("ed"):
        return True  # "Ana Soto and President Rao | signed a pact in which they"
    headed = before.low in words_of("people") or before.low in words_of("bodies")
    if headed and word.low in _KNOWING:
        return True  # "two sources | familiar with the talks"
    if headed and before.low.endswith("s") and word.low in words_of("say", "say_clause"):
        return True  # "Chinese assessments | advocate"
    return (headed or joined) and word.low.endswith("ed") and len(word.low) > _SHORTEST_PARTICIPLE


def _shorten(kept: list[Token]) -> list[Token]:
    """Return at most `MOST_WORDS` words, cut before a preposition so that no name is halved."""
    if len(kept) <= MOST_WORDS or kept[0].low in _VAGUE:
        return kept[: MOST_WORDS + 1]
    cuts = [
        place
        for place, word in enumerate(kept[: MOST_WORDS + 1])
        if place and word.low in words_of("prepositions") and word.low not in ("and", "or")
    ]
    joints = [place for place, word in enumerate(kept[:MOST_WORDS]) if word.low == "and"]
    return kept[: (cuts or joints or [MOST_WORDS])[0]]


def titled(words: Sequence[Token]) -> Sequence[Token]:
    """Return the name that ends a phrase right behind an office: `Peru's top adviser | Ana Soto`.

    Nothing where the office is somebody else's to hold: `the talks with President Soto`.
    """
    people = words_of("people")
    place = len(words)
    while place and (words[place - 1].is_capital or words[place - 1].text == "."):
        if words[place - 1].low in people:
            break
        place -= 1
    office = words[place - 1].low if place else ""
    if office not in people or office.endswith("s"):
        return ()
    ties = words_of("prepositions") - _LINKS
    other = any(word.low in ties for word in words[: place - 1] if word.text.islower())
    return () if other else words[place:]


def made_by(words: Sequence[Token]) -> Sequence[Token]:
    """Return the name of who wrote a piece: `a recent essay by the veteran hand | Ana Soto`."""
    place = next((step for step, word in enumerate(words) if word.low == "by"), len(words))
    rest = words[place + 1 :]
    stop = next((n for n, word in enumerate(rest) if word.low in _ENDS), len(rest))
    name = [*name_at_end(rest[:stop])]
    if name and name[-1].low in words_of("bodies") and stop < len(rest) and rest[stop].low == "of":
        place = stop + 1  # "a poll by the Danish Academy | of Sciences"
        while place < len(rest) and rest[place].is_capital:
            place += 1
        name += rest[stop:place] if place > stop + 1 else []
    return name if sum(word.is_word for word in name) > 1 else ()


def name_at_end(words: Sequence[Token]) -> Sequence[Token]:
    """Return the capitals that end a phrase: `a warning by | President J. Soto`."""
    first = len(words)
    while first and (words[first - 1].is_capital or words[first - 1].text == "."):
        first -= 1
    charged = first > 1 and words[first - 1].low == "of" and words[first - 2].is_capital
    while charged and first < len(words) - 1 and words[first].low in _CHARGES:
        first += 1  # "Secretary of State | Ana Soto"
    return words[first:]


def _apposition(words: Sequence[Token], text: str) -> str:
    """Return the name behind `Its foreign minister, Wang Yi,`; empty without one."""
    comma = next((place for place, word in enumerate(words) if word.text == ","), -1)
    behind = words[comma + 1 : comma + 5] if comma > 0 else ()
    name = [word for word in behind if word.is_capital]
    if len(name) < 2 or name[0] is not behind[0]:
        return ""
    return " ".join(text[name[0].start : name[-1].end].split())


def bare(name: str) -> str:
    """Return a name without its possessive ending: `Moscow's`, `the analysts'`."""
    return name.rstrip("'’").removesuffix("'s").removesuffix("’s")


def lower_first(name: str, words: Sequence[Token]) -> str:
    """Write a sentence's first word small unless it is a name."""
    first = words[0]
    named = len(words) > 1 and words[1].is_capital and words[-1].is_capital  # "Kamal Rao"
    common = first.low in words_of("alone", "small")
    common = common or (first.low in words_of("people", "view_nouns", "bodies") and not named)
    common = common or (bool(_COMMON.match(first.low)) and first.text[1:].islower() and not named)
    office = first.low in words_of("people") or first.low in words_of("offices")
    titled = office and len(words) > 1 and words[1].is_capital
    common = common or first.low in ("conventional", "received", "common", "prevailing")
    proper = first.low in state_names()
    return name[:1].lower() + name[1:] if common and not titled and not proper else name

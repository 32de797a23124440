"""The words before a verb in, the holder of a view out: a person, a group, a body, or nobody.

A holder is named as the text names it, cut to the noun phrase: `many Western analysts`,
`Bureaucrats on the Russia desk`, `Shi Ze`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from brief.engines.rules.labels import (
    CUT,
    MOST_WORDS,
    ends_noun,
    label,
    made_by,
    state_names,
    titled,
)
from brief.engines.rules.leads import without_lead
from brief.engines.rules.lexicon import load, phrases, words_of
from brief.engines.rules.tokens import Token

Kind = Literal["author", "people", "body", "name", "state", "pronoun", "view", "nobody", "none"]
SOMEBODY: frozenset[Kind] = frozenset(["people", "body", "name", "state"])
"""The kinds of a holder that is told by the words for him alone."""
SPEAKERS: frozenset[Kind] = SOMEBODY | {"pronoun", "author"}
"""The kinds of a holder that can be said to say something."""

_PRONOUNS = frozenset(["he", "she", "they", "it"])
_THIS = frozenset(["this", "that", "these", "those", "such", "his", "her", "their", "its"])
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "del",
        "der",
        "den",
        "du",
        "la",
        "le",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
    ]
)
_WHOLE = frozenset(["all", "both", "most", "none", "neither", "each", "many"])
_CHOOSING = frozenset(["either", "whatever", "whichever", "however", "whether"])
"""What leaves open who or what: `either France or Spain`, `whatever the ministers`."""
_NO_SUBJECT = _CHOOSING | {"unlike"}
_WORK = frozenset(["analysis", "dissertation", "monograph", "scholarship"])
"""Work that is the author's own where nobody is named with it: `the analysis will show that`."""
_GETS = frozenset(["get", "gets", "got", "gotten", "getting"])
_OWNED = 3  # more words than these has the name of one whose office is in it
_GROUP = 3  # words of the name of a group
_MOST_CORE = 9  # a longer noun phrase is no holder
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "cracy")
_ROLE = re.compile(
    r"(?!(?:con|in|per|re|as|sub|de|ex|en)s?ists?$|enlists?$)"  # "consists" is no role
    r".{3,}(?:ists?|ologists?|crats?|makers?|ians|men|phobes?|philes?|watchers?)$"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a view, as far as the words before the verb say it."""

    kind: Kind
    name: str = ""
    plural: bool = False


NOT_ONE = Holder("none")
THOSE = Holder("people", "some", True)
BY_NAME = "by name"
"""The name of an author who is called by it, and not `the author`, who may be another's."""
UNNAMED = Holder("people", "unnamed observers", True)


def holder(words: Sequence[Token], text: str, authors: frozenset[str] = frozenset()) -> Holder:
    """Return the holder that a subject's tokens name; kind `none` when they name no holder.

    `text` is the sentence the tokens were cut from, `authors` the surnames (lower case) whose
    view is the author's own.
    """
    return _holder(tuple(words), text, authors)


@lru_cache(maxsize=64)
def _holder(named: tuple[Token, ...], text: str, authors: frozenset[str]) -> Holder:
    """Return the holder, kept: of one sentence several parts of the engine ask for the same."""
    words = without_lead(named)
    if not words or words[0].low == "you" or words[0].low.endswith(("re's", "it's", "he's")):
        return NOT_ONE
    own = words[-1].low.partition("'")[0] in ("i", "we")  # "I'll say that"
    if own or phrases("first_person").at(words, 0):
        return Holder("author")
    if _named(words, authors):
        return Holder("author", BY_NAME)
    if words[0].low in words_of("prepositions") or words[0].low in _NO_SUBJECT or _acts(words):
        return NOT_ONE
    if [word.low for word in words[1:]] == ["of", "them"] and words[0].low in _WHOLE:
        return Holder("pronoun", "they", True)
    if len(words) > 2 and words[1].low == "of" and words[2].low in ("whom", "which"):
        return NOT_ONE  # "all of whom Soto left out": what a relative clause is about
    if phrases("whoever").at(words, 0):
        return Holder("nobody")
    if words[0].low in ("right", "left"):
        return NOT_ONE  # "Right now, …": the camp is `the right`
    name = titled(words)
    if name:
        return Holder("name", label(words if len(words) <= MOST_WORDS else name, text))
    core = _core(words)
    if core and core[-1].low not in words_of("people", "peoples") and _joined(words):
        core = [words[-1]]
    if not core or core[-1].low in words_of("norms") or len(core) > _MOST_CORE or _is_thing(core):
        return NOT_ONE
    if core[0].low in _PRONOUNS and len(core) == 1:
        return Holder("pronoun", core[0].low, core[0].low == "they")
    if core[0].low == "one" and len(core) == 1 and (len(words) == 1 or words[1].low != "of"):
        return Holder("nobody") if len(words) == 1 else NOT_ONE
    if phrases("nobody").at(words, 0) and not (core[0].low == "few" and len(words) > 4):
        return Holder("nobody")
    head = core[-1]
    if core[0].low in _THIS and head.low in words_of("view_nouns"):
        return Holder("view", label(words, text))
    kind, plural = _classify(words, core, head)
    writer = made_by(words) if kind == "body" else ()
    if writer:
        return Holder("name", label(writer, text))
    return NOT_ONE if kind == "none" else Holder(kind, label(words, text), plural)


def _acts(words: Sequence[Token]) -> bool:
    """Tell whether words hold a verb: `has got Oslo [worried]`, `Oslo by using the [term]`."""
    if words[0].low in words_of("auxiliary") - {"not"} or words[0].low in _GETS:
        return True
    return any(one.low == "by" and two.low.endswith("ing") for one, two in pairwise(words))


def _is_thing(core: Sequence[Token]) -> bool:
    """Tell whether a noun phrase names a thing, whatever is done with it: `the Cold War`."""
    things = words_of("things")
    if core[-1].low in things and not _is_group(core):
        return True
    if any(
        word.low in things and after.low in words_of("adverb") for word, after in pairwise(core)
    ):
        return True  # "the bilateral relationship still lacks a solid foundation"
    if core[0].low in state_names() and len(core) > 1 and core[1].low.endswith("ed"):
        return core[1].text.islower() and "-" not in core[1].low  # "Chile vetoed a resolution"
    parts = core[-1].low.split("-")
    return len(parts) > 1 and all(part in state_names() for part in parts)


def _is_group(core: Sequence[Token]) -> bool:
    """Tell a group by its name: `the New Farmers' Front`, `Chile's National Union`."""
    named = all(word.is_capital and "-" not in word.low for word in core[1:])
    return named and len(core) >= _GROUP and core[-1].low in words_of("groups")


def _counts_things(words: Sequence[Token]) -> bool:
    """Recognize `some of the concepts`: a number of what nobody is."""
    place = next((step for step, word in enumerate(words[:3]) if word.low == "of"), -1)
    if place < 1 or words[place - 1].low not in words_of("quantities", "alone"):
        return False
    rest = words[place + 1 :]
    held = words_of("people", "peoples", "bodies", "states") | _PRONOUNS | {"them", "us", "those"}
    return bool(rest) and not any(
        word.low in held or word.is_capital or _ROLE.fullmatch(word.low) for word in rest
    )


def _classify(words: Sequence[Token], core: Sequence[Token], head: Token) -> tuple[Kind, bool]:
    """Return the kind of the holder whose noun phrase has this core and head; if it is several."""
    plural = head.low.endswith("s") or head.low in words_of("alone") or head.low == "people"
    if head.low in words_of("people", "peoples") or _ROLE.fullmatch(head.low):
        return "people", plural
    own = len(core) == 1 and head.low in _WORK and words[0].low in ("the", "this")
    if own or _looks_closer(words, head) or _told_of(words, head):
        return "none", False
    if head.low in words_of("bodies") or phrases("bodies").at(core, len(core) - 2):
        return "body", plural
    if _is_group(core):
        return "body", False
    if head.low in words_of("states") or _is_state(words, core):
        return "state", head.low in words_of("states")
    if _counts_things(words):
        return "none", False
    alone = phrases("alone")
    stands = alone.at(core, 0) == len(core) or alone.at(words, 0) == len(words)
    if stands or _partisans(words, core):
        return "people", True
    if core[0].low in words_of("grounds") or head.low in words_of("grounds"):
        return "none", False
    if head.is_capital and head.low not in words_of("months") and _is_name(words, core, head):
        return "name", head.low.endswith(("ans", "ese", "ians", "s"))
    return "none", False


@cache
def _common() -> frozenset[str]:
    """Return the common words that the lists of this package know."""
    lists = load("marks.yaml").values()
    return frozenset(word for words in lists for word in words if word.isalpha())


@cache
def _verbal() -> frozenset[str]:
    return words_of("finite") | words_of("prepositions") - {"and", "or"}


def _joined(words: Sequence[Token]) -> bool:
    """Recognize `bankers and traders`: joined by `and` up to people, with no verb between."""
    lows = {word.low for word in words}
    return "and" in lows and words[-1].low in words_of("people", "peoples") and not lows & _verbal()


def _looks_closer(words: Sequence[Token], head: Token) -> bool:
    """Tell an author's own second look from a study: `a more careful analysis suggests that`."""
    if head.low not in _LOOKS or words[-1] is not head:
        return False
    lows = {word.low for word in words[:-1]}
    unowned = words[0].low in ("a", "an", "the", "any") and not any("'s" in low for low in lows)
    named = any(word.is_capital for word in words[1:])
    return unowned and not named and not _CLOSER.isdisjoint(lows)


_LOOKS = frozenset(["analysis", "assessment", "review", "study"])
_CLOSER = frozenset(
    ["closer", "deeper", "fuller", "careful", "detailed", "sober", "thorough", "rigorous",
     "serious", "honest", "dispassionate", "balanced", "realistic", "nuanced", "objective"]
)  # fmt: skip


def _told_of(words: Sequence[Token], head: Token) -> bool:
    """Tell what is told from who tells it: `the news of a meeting` against `state news`."""
    after = next((word.low for word in words if word.start > head.start), "")
    return head.low in ("news", "account", "accounts", "text", "speech") and after in ("of", "that")


def _is_state(words: Sequence[Token], core: Sequence[Token]) -> bool:
    """Tell whether a noun phrase is the name of a state, a capital or a bloc."""
    if len(core) < len([word for word in words if word.is_word and word.low != "the"]):
        return _are_states(words)
    return core[0].is_capital and " ".join(word.low for word in core) in state_names()


def _are_states(words: Sequence[Token]) -> bool:
    """Tell whether words join names of states: `China and Russia`."""
    names = [[]]  # type: list[list[str]]
    for word in words:
        if word.low in ("and", ",", "or", "both"):
            names.append([])
        elif word.low != "the":
            names[-1].append(word.low)
    joined = [" ".join(name) for name in names if name]
    return len(joined) > 1 and all(name in state_names() for name in joined)


def is_leader(name: str) -> bool:
    """Tell whether a holder's name is that of a person who also stands for a state."""
    return name.casefold() in words_of("leaders")


def _partisans(words: Sequence[Token], core: Sequence[Token]) -> bool:
    """Recognize `those championing closer ties` and `defenders of such claims`."""
    if core[0].low in ("those", "some", "others", "many") and len(core) > 1:
        return core[1].low.endswith("ing")
    rest = [word for word in words if word.start > core[-1].start]
    follows = [word.low for word in rest[:1]]
    if core[-1].low in words_of("quantities") and follows == ["of"]:
        return bool({word.low for word in rest[1:5]} & words_of("people", "peoples", "bodies"))
    ends = core[-1].low.endswith(("ers", "ors", "ents", "ants"))
    return follows == ["of"] and (ends or bool(_ROLE.fullmatch(core[-1].low)))


def _is_name(words: Sequence[Token], core: Sequence[Token], head: Token) -> bool:
    """Tell a name from a common word that only begins the sentence: `Overlap in thinking …`."""
    seen = False
    if any(word.text[-1:].isdigit() or word.text[0].isdigit() for word in core):
        return False  # "the post-1994 U.S. push"
    owned = len(core) > _OWNED and core[0].low.endswith("'s") and core[-2].is_capital
    for word in core[owned:]:  # "Peru's foreign minister Ana Soto"
        if seen and not word.is_capital and word.low not in _PARTICLES:
            return word.low in words_of("people")  # "China explicitly backs Russia" is no name
        seen = seen or word.is_capital
    if words[0].low in ("a", "an") and not core[0].is_capital and len(core) > 1:
        return False  # "an ambition Oslo | denies"
    if head.start > 0 or len(core) > 1:
        return True
    if head.low.endswith(_ABSTRACT) or head.low in _common():
        return False
    after = [word for word in words if word.start > head.start][:2]
    led = bool(after) and after[0].low in words_of("prepositions") and not after[-1].is_capital
    return not led and head.low not in words_of("small")


def _named(words: Sequence[Token], authors: frozenset[str]) -> bool:
    """Tell whether the subject is one of the authors: `Yuan`, `Professor Yuan`."""
    return any(word.low.removesuffix("'s") in authors and word.is_capital for word in words[:5])


def _core(words: Sequence[Token]) -> list[Token]:
    """Return the noun phrase without determiner and without what follows its head."""
    core: list[Token] = []
    for place, word in enumerate(words):
        if word.low in CUT and not (place == 0 and word.low == "that"):
            break
        if place and (word.low in words_of("prepositions") or ends_noun(words, place)):
            break
        if not word.is_word:
            continue
        core.append(word)
    while len(core) > 1 and core[0].low in ("the", "a", "an"):
        core = core[1:]
    return core

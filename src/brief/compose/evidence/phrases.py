"""PhrasePatterns of a list in, a test of sentences out.

The phrase language is that of `brief.vocabulary.words`: `a/b` is either word, `alli*` any ending,
`..` a gap of up to three words; hyphens count as blanks; a phrase never runs across a comma or a
stop. A word with a capital asks for it (`Abe`), any other matches in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product

from brief.model.question import Party, Question
from brief.vocabulary.states import named_states, states_in
from brief.vocabulary.stems import others

_BLANK = r"[\s\u2010-\u2012-]+"
_GAP = r"(?:[^\W_][\w’'.-]*[\s-]+){0,3}?"


class PhrasePatterns:
    """A list of phrases."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._each = [(_compiled(phrase), _hints(phrase)) for phrase in phrases]

    def __bool__(self) -> bool:
        """Tell whether the list holds a phrase."""
        return bool(self._each)

    def within(self, small: str) -> PhrasePatterns:
        """Return the phrases that a text, in lower case, may hold: most stand nowhere in it."""
        made = PhrasePatterns(())
        made._each = [one for one in self._each if any(hint in small for hint in one[1])]
        return made

    def count(self, text: str) -> int:
        """Return how many different phrases stand in a sentence."""
        return sum(1 for _ in self._found(text))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where phrases of the list stand in a sentence, the first place of each."""
        return [found.span() for found in self._found(text)]

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where each phrase stands first; a plain look spares most of the searches."""
        small = text.lower()
        for phrase, hints in self._each:
            for hint in hints:  # no `any`, which takes longer than the look
                if hint in small:
                    if found := phrase.search(text):
                        yield found
                    break


PAIR, THREE = 2, 3
BOTH = "{both}"
"""Among the phrases of `along`: the sentence speaks of both parties."""
_PAIR = re.compile(
    r"\b(?:both(?! (?:(?:(?:the|its|their|an?) (?:[\w-]+ ){1,4}|\w+ )and|"
    r"(in|on|by|from|to|for|with|as|through|under) [^,;.]{2,60}? and \1)\b)"
    r"|the two|the (?:pair|duo)(?! of\b)"
    r"|two (?:countries|states|powers|sides|nations|governments|capitals|neighbors|neighbours"
    r"|partners|leaders)|the sides|the (?:countries|nations)(?=[’'] )"
    r"|these (?:countries|states|nations|powers|governments)"
    r"|bilateral\w*|each other|one another|mutual\w*)\b",
    re.IGNORECASE,
)
"""What speaks of two at once; `both in war and in peace`, `both the pact and its heirs` do not."""
_THREE = re.compile(
    r"\b(?:all three|(?:the|these) three(?! \w+s\b)|three (?:\w+ )?(?:countries|states|powers|"
    r"sides|nations|governments|capitals|neighbou?rs|partners|leaders|regimes|autocracies|"
    r"autocrats)|trilateral|tripartite|triumvirate|troika)\b",
    re.IGNORECASE,
)
"""What speaks of three at once."""
_TITLE = re.compile(r"(?<=\w )(?:Mutual|Bilateral)\w* [A-Z]")
"""A word of a treaty's name: `the Treaty of Mutual Defense`."""
_TAKEN_UP = re.compile(
    r"\b(?:they|them|their|neither|either|each|the other|"
    r"(?:the|their|this) (?:pact|partnership|alliance|relationship|"
    r"relations|ties?|treaty|pair|couple|neighbou?rs|allies|partners))\b",
    re.IGNORECASE,
)


WOULD = re.compile(r"\bwould (?!have\b)")
"""What would follow, or be welcome, says nothing of how things are."""
OPEN = re.compile(
    r"\b(?:question|unclear|whether|uncertain\w*|undecided|remains? to be seen|open|unresolved|"
    r"(?:is|are|remains?|still|much|hotly|widely) (?:\w+ )?(?:debated|disputed|contested)|"
    r"(?:debate[sd]?|dispute[sd]?|argue) (?:\w+ )?(?:if|how)|divided|depends?|too early)\b|"
    r"not (?:yet )?(?:been )?(?:answered|settled|known)",
    re.IGNORECASE,
)
"""Words by which a sentence that takes no side says that the matter is open."""


def names_both(text: str, question: Question) -> bool:
    """Tell whether a sentence names both parties, or says `the two`."""
    return pair_in(text, question) is not None or by_name(text, question)


def pair_in(text: str, question: Question) -> re.Match[str] | None:
    """Return where a sentence says `the two`; `both` and `these` may be others that it named.

    Where three are asked about, it says `the three`.
    """
    if len(question.parties) > PAIR:
        return _THREE.search(text) if len(question.parties) == THREE else None
    found = next((one for one in _PAIR.finditer(text) if not _TITLE.match(text, one.start())), None)
    if found is None or not found.group().lower().startswith(_ANY_TWO):
        return found
    before = text[: found.start()]
    others = len(_others(before, question)) > 1 and not names_one(before, question)
    return None if others else found


_ANY_TWO = (
    *("both", "each other", "one another", "the sides", "these ", "the pair", "the duo"),
    *("the countries", "the nations"),
)


def by_name(text: str, question: Question) -> bool:
    """Tell whether a sentence names both parties; of more, all."""
    return all(parties_named(text, question))


def names_some(text: str, question: Question) -> bool:
    """Tell whether a sentence names two parties or more, and is not on all: on two of three."""
    said = text.replace("Soviet", "Russian")
    named = sum(parties_named(said, question))
    return PAIR <= named < len(question.parties) and pair_in(text, question) is None


def as_one(text: str, question: Question) -> bool:
    """Tell whether a sentence speaks of the two together: `the two`, `Peru and Chile`, `with Peru`.

    One that only says a thing of the one, and then a thing of the other, does not.
    """
    if pair_in(text, question):
        return True
    named = [one for one in named_states(text) if one[0] in ours(question)]
    return any(
        first[0] != second[0] and not _APART.search(text[first[2] : second[1]])
        for first, second in pairwise(named)
    )


_APART = re.compile(r"[,;:—]|\w.* and (?:the )?$|\b(?:while|whereas|but)\b")
"""What parts what is told of one state from what is told of the next."""


def names_one(text: str, question: Question) -> bool:
    """Tell whether a sentence names a party."""
    return any(parties_named(text, question))


def parties_named(text: str, question: Question) -> tuple[bool, ...]:
    """Tell of each party whether a sentence names it; `a Peru-led bloc` is somebody else."""
    others = LED.sub(lambda found: " " * len(found.group()), text)
    return tuple(_is_named(party, others) for party in question.parties)


LED = re.compile(
    r"\b[A-Z][\w.]*(?: [A-Z]\w+)?[-–](?:led|dominated|brokered|sponsored|controlled)\b"
)
"""A club or deal that is called after one who leads it."""


@lru_cache(maxsize=65536)
def _is_named(party: Party, text: str) -> bool:
    """Tell whether a sentence names a party, kept: it is asked of every sentence many times."""
    return _called(party).count(text) > 0


@cache
def _called(party: Party) -> PhrasePatterns:
    return PhrasePatterns(_names(party))


def _names(party: Party) -> tuple[str, ...]:
    """Return all names of a party, each once: `US` is also written `U.S.`."""
    dotted = [f"{'.'.join(one)}." for one in party.aliases if _SHORT.fullmatch(one)]
    beside = (f"{prefix}-*" for prefix in party.prefixes)
    return tuple(dict.fromkeys((*party.aliases, *dotted, *beside)))


_SHORT = re.compile("[A-Z]{2,3}")
"""A name of first letters, which some write with dots."""


def only_both(text: str, question: Question) -> bool:
    """Tell whether a sentence names both parties and nobody else.

    In a text on others, one that names a third as well is of the pair that the text is on.
    """
    return by_name(text, question) and not names_others(text, question)


def speaks_of_both(text: str, question: Question) -> bool:
    """Tell whether a sentence of a text about two parties speaks of both.

    It names both, or says `the two`; or it names no other state, and one of them or `they`.
    """
    found = parties_named(text, question)
    if all(found) or pair_in(text, question):
        return True
    some = any(found) and len(found) == PAIR  # of two of three it may be alone
    return (some or _TAKEN_UP.search(text) is not None) and not names_others(text, question)


def takes_up_both(before: Iterable[str], question: Question) -> bool:
    """Tell whether `the two` or `they`, after these sentences, are the parties.

    They are who was named last, nearest first: a third state with or without one party is another
    pair. Where no pair was named they are what the text is about.
    """
    for text in before:
        if by_name(text, question):
            return True
        if names_others(text, question) and len(states_in(text)) > 1:
            return False
    return True


def names_others(text: str, question: Question) -> bool:
    """Tell whether a sentence names a state that is no party."""
    return bool(_others(text, question))


def _others(text: str, question: Question) -> set[str]:
    return states_in(text) - ours(question)


def ours(question: Question) -> set[str]:
    """Return the parties by the names that `named_states` has for them."""
    return {party.name for party in question.parties}


def names_party(phrase: str, question: Question) -> bool:
    """Tell whether a phrase is only a name of a party: `Japan*`, `South Korea*`."""
    stem = phrase.rstrip("*")
    if not stem[:1].isupper():
        return False
    aliases = [alias for party in question.parties for alias in party.aliases]
    return any(
        alias == one or (phrase.endswith("*") and alias.startswith(one))
        for one in map(" ".join, product(*(word.split("/") for word in stem.split())))
        for alias in aliases
    )


_CALLED = 6
"""Names of a party, its own and its capital's among them, that stand in `{both}`."""


def _in_a_word(party: Party) -> list[str]:
    """Return the names of a party that are one word, as one choice, and its own if it has more."""
    plain = "/".join([name for name in _names(party) if " " not in name][:_CALLED])
    return [one for one in (plain, party.name if " " in party.name else "") if one]


def with_names(phrases: Sequence[str], question: Question) -> tuple[str, ...]:
    """Return phrases in which `{a}`, `{b}` and `{parties}` stand for all names of the parties.

    `{both}` in a phrase is the two joined by `and`, as who does something as one; alone it stays.
    """
    names = [_names(party) for party in question.parties]
    known = {"{a}": names[0], "{b}": names[1], "{parties}": [n for one in names for n in one]}
    one, other = map(_in_a_word, question.parties[:PAIR])
    joined = [f"{a} and {b}" for a, b in (*product(one, other), *product(other, one))]
    several = len(question.parties) > PAIR
    number = "all/three" if several else "both/two"
    together = f"{number} governments/states/countries/capitals/sides/powers"
    known[BOTH] = [together] if several else [*joined, together]
    made: list[str] = []
    for phrase in phrases:
        mark = next((one for one in known if one in phrase and phrase != BOTH), "")
        made += [phrase.replace(mark, name) for name in known[mark]] if mark else [phrase]
    return tuple(dict.fromkeys(made))


@cache
def _hints(phrase: str) -> tuple[str, ...]:
    """Return letters one of which stands in every text that has the phrase."""
    first = next(word for word in phrase.split() if word != "..")
    return tuple(re.split(r"[-'*]", form.lower(), maxsplit=1)[0] for form in first.split("/"))


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    pattern = ""
    for word in phrase.split():
        if word == "..":
            pattern += _GAP
        else:
            pattern += _word(word) + _BLANK
    return re.compile(rf"(?<!\w){pattern.removesuffix(_BLANK)}(?!\w)")


def _word(word: str) -> str:
    """Return a pattern for one word of a phrase, its hyphens as blanks."""
    return f"(?:{'|'.join(_form(form) for form in word.split('/'))})"


def _form(form: str) -> str:
    stem = form.rstrip("*")
    body = _BLANK.join(re.escape(part) for part in stem.split("-"))
    body = body.replace("'", "[’']")
    ending = _ending(stem) if form.endswith("*") else ""
    return f"{body}{ending}" if any(map(str.isupper, stem)) else f"(?i:{body}{ending})"


def _ending(stem: str) -> str:
    """Return a pattern for any ending of a beginning of words, but for those of another root."""
    apart = f"(?!{'|'.join(others(stem))})" if others(stem) else ""
    return rf"{apart}[\w’'-]*"


_NATO = re.compile(r"\b(?:NATO|North Atlantic|Atlantic Alliance)\b")
_ITS_ALLIANCE = re.compile(
    r"\b(?:the|that|its) (?:(?:military|defen[cs]e|Western|Atlantic|transatlantic) ){0,2}"
    r"[Aa]lliance\b(?! (?:between|of|with)\b)"
)
"""What a sentence that names NATO calls it: `Oslo joined NATO, which made the alliance larger`."""


def without_nato(text: str) -> str:
    """Return a sentence that names NATO, blank where it calls it `the alliance`."""
    if not _NATO.search(text):
        return text
    return _ITS_ALLIANCE.sub(lambda found: " " * len(found.group()), text)


_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|would|can|cannot|may|must|should|does|do|remains?|continues?|seems?|"
    r"appears?|needs?|wants?|lacks?|depends?|makes?|gives?|keeps?|goes|go|stands?|serves?)\b"
)


def in_present(text: str) -> bool:
    """Tell whether a sentence says what is or will be, and not only what once was."""
    return _PRESENT.search(text) is not None

"""A word and what its clause says behind it in, whether that denies it out: `… is unlikely`."""

from __future__ import annotations

import re

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import word_list
from brief.engines.rules.stance.negation_scope import COPULAS
from brief.engines.rules.stance.operators import (
    Operators,
    inside,
    overlap,
)
from brief.vocabulary.words import Hit, Word

_HEADING = 5  # words of a headline up to its word for the relation
_LEADS_IN = frozenset(["with", "despite", "amid", "see", "sees", "why", "how", "who", "that"])
_INVERTED = 8  # words after a word put first, up to the verb that denies it
_BESIDE = 3  # words before what is said in which an `as` may lead it in
_OFT = frozenset(["often", "long", "repeatedly", "once"])
_RENDERS = frozenset(["render", "renders", "rendered", "make", "makes", "made", "making"])
_JUDGES = re.compile(
    r"(?:see|view|regard|consider|deem|judg|dismiss|think|find|rate|treat|brand|reckon)"
    r"\w{0,3}$|describe[sd]?$|saw$|seen$|found$|thought$"
)
_NOUN = frozenset(["the", "a", "an", "its", "their", "of"])  # before `collapse`, not as a verb


def taken_back(cue: Hit, text: list[Word], clause: Clause) -> int:
    """Return 1 where what closes a clause denies a word: `allies, almost certainly not`."""
    tail = [word.text for word in text[cue.last : clause.last]]
    if (
        1 < len(tail) <= _INVERTED
        and tail[-1] in word_list("negations")
        and tail[-2] in word_list("auxiliaries")
    ):
        return 1  # "allies they are not", "tie itself to its neighbor it will not"
    after = text[cue.last : cue.last + 3]
    if [word.text for word in after[:2]] in (["neither", "by"], ["neither", "in"]):
        return 1  # "they are allies neither by treaty nor in spirit"
    if not after or "," not in after[0].gap:
        return 0
    if after[0].text in word_list("negations") | {"no", "hardly"} and cue.last + 1 >= clause.last:
        return 1  # "partners, yes; allies, no"
    adverbs = ("hell", "almost", "certainly", "probably", "surely", "definitely", "most")
    lows = [word.text for word in after]
    at = next((n for n, low in enumerate(lows) if low in ("not", "no")), 0)
    return int(at > 0 and all(low in adverbs for low in lows[:at]))


def follows(hit: Hit, cue: Hit, clause: Clause, text: list[Word]) -> bool:
    """Tell whether an operator stands after the word, in its clause, as its predicate."""
    if not inside(hit, clause) or hit.first < cue.last or hit.first - cue.last > 14:
        return False
    if (
        _another(hit, cue, text)
        or _of_others(hit, cue, text)
        or any(w.text == "whose" for w in text[cue.last : hit.first])
    ):
        return False
    verbs = word_list("links")
    if any(word.text in _RENDERS for word in text[clause.first : cue.first]):
        return True  # "makes an alliance of the two improbable"
    beside = text[max(cue.last, hit.first - _BESIDE) : hit.first]
    if hit.first == cue.last or any(word.text == "as" for word in beside):
        # "sees an alliance of the two as unlikely", "considers an alliance unlikely"
        judged = any(_JUDGES.match(word.text) for word in text[clause.first : cue.first])
        if judged and text[hit.first].text not in word_list("costs"):
            return True
    if text[hit.first - 1].text in ("a", "an") and _called(cue, hit, text, clause):
        return True  # "calls an alliance of the two a fantasy"
    if _headlined(hit, cue, clause, text):
        return True  # "Peru–Chile pact unlikely"
    until = hit.first + (text[hit.first - 1].text not in _NOUN)  # a verb itself, or a noun
    until += text[hit.first].text in word_list("merely")  # "the pact only goes so far"
    return any(word.text in verbs for word in text[cue.last : until])


def _headlined(hit: Hit, cue: Hit, clause: Clause, text: list[Word]) -> bool:
    """Tell whether a word opens a headline that leaves out its `is`: the verdict follows at once.

    What makes or seeks a pact `difficult to break` has a verb before it.
    """
    before = {word.text for word in text[: cue.first]}
    verbs = word_list("links") | word_list("makes") | word_list("aiming") | _LEADS_IN
    opens = cue.first <= _HEADING and not before & verbs
    rest = {word.text for word in text[hit.last : clause.last]}
    joined = hit.first == cue.last and not text[hit.first].apart
    return joined and opens and not rest & (COPULAS | word_list("auxiliaries"))


def _called(cue: Hit, hit: Hit, text: list[Word], clause: Clause) -> bool:
    """Tell whether a verb before the word gives it the name behind it, and none comes between."""
    if any(word.text in word_list("links") or word.apart for word in text[cue.last : hit.first]):
        return False
    return any(_CALLS.match(word.text) for word in text[clause.first : cue.first])


_CALLS = re.compile(r"(?:call|label|brand|declare|pronounce|term|dubb)(?:e?s|e?d|led|ing|ling)?$")


def _another(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether it is one more thing said beside a word: `shallow[,] and doomed to fail`.

    The word is itself what is said, by `is` or `as`; then the second is not said of it.
    """
    said = cue.first > 0 and text[cue.first - 1].text in COPULAS | {"as"}
    between = {word.text for word in text[cue.last : hit.first]}
    return said and "and" in between and not between & COPULAS


def _of_others(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether it says what somebody is without: `…, offering the arms that the army lacks`.

    The clause is set apart, what it is on is what is missing, and who misses it stands before the
    verb.
    """
    ends = hit.last == len(text) or text[hit.last].apart
    if not ends or not text[hit.first].text.startswith("lack"):
        return False
    opens = [at for at in range(cue.last, hit.first) if text[at].text in ("that", "which")]
    between = text[opens[-1] + 1 : hit.first] if opens else []
    aside = any(word.apart for word in text[cue.last : hit.first])
    return aside and any(not word.text.endswith("ly") for word in between)


def said_after(
    cue: Hit, after: list[Hit], found: Operators, text: list[Word]
) -> tuple[int, bool, bool]:
    """Count the denials in what is said after the word; say if they doubt, and if any is said."""
    if not after:
        return 0, False, False
    first = after[0]
    beside = after[1:] and after[1].first == first.last
    if beside and text[first.first].text in word_list("negations"):
        return 2, False, True  # "should [not be] [ruled out]"
    negations = [
        hit
        for hit in found.before
        if cue.last <= hit.first
        and hit.last <= first.first
        and not overlap(hit, first)
        and text[hit.last].text not in word_list("merely")
        and text[hit.first].text not in word_list("hinders")  # what hinders is there itself
        and text[hit.first - 1].text not in _OFT  # "the alliance so often denied is now a fact"
    ]
    flips = len(negations) + (first.tag != "exist")
    soft = first.tag == "doubt_after" or any(hit.tag == "doubt" for hit in negations)
    return flips, soft and flips == 1, True


def of_end(hit: Hit, text: list[Word]) -> bool:
    """Tell whether it is an end that is called likely or not: `is unlikely to be broken`."""
    after = [word.text for word in text[hit.last : hit.last + 3]]
    last = text[hit.last - 1].text in ("likely", "unlikely", "improbable", "inevitable", "possible")
    ends = word_list("endings")
    return last and after[:1] == ["to"] and bool(ends & set(after[1:]))

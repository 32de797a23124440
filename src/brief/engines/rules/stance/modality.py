"""How far the speaker stands behind a word: hedged, wished, urged, only talked about, or past."""

from __future__ import annotations

from itertools import pairwise

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import word_list
from brief.engines.rules.stance.operators import Operators, inside, overlap
from brief.vocabulary.words import Hit, Word

_FORMER = frozenset(
    [
        "former",
        "formerly",
        "once",
        "erstwhile",
        "onetime",
        "historically",
        "originally",
        "sometimes",
        "sometime",
    ]
)
_FIRST = frozenset(["initially", "at"])
_NOW = frozenset(["now", "today"])
_LONG_AGO = frozenset(["once", "long", "formerly", "historically"])
_MADE = 5  # words from a verb of making to what is made, and on to the year
_MAKING = frozenset(["formed", "signed", "forged", "concluded", "created", "sealed", "launched"])
_STATED = frozenset(["state", "conclude", "say", "safely", "assert", "affirm"])
_WORDS = frozenset(["word", "words", "term", "terms", "label", "epithet", "terminology"])
_ASCRIBED = 0.15  # weight of what others made of something
_DETERMINERS = frozenset(
    [
        *("a", "an", "the", "this", "that", "these", "those", "some", "any", "no"),
        "its",
        "their",
        "our",
    ]
)
_NOUN_PHRASE = 3
"""Words between such an adverb and the head of its noun phrase, at most."""
_MODAL = {"hedge": (0.5, 0.8), "would": (0.2, 0.4), "ought": (0.4, 0.6), "wish": (0.5, 0.7)}
"""Factors on the score and on the weight of what is hedged, supposed, urged or wished."""


def modal(
    cue: Hit, text: list[Word], clause: Clause, found: Operators, until: int, *, denied: bool
) -> tuple[float, float]:
    """Return how hedges, wishes and talk change a word's score and its weight.

    They stand before the word, or between it and its predicate, which begins at `until`.
    """
    factor, weight = 1.0, 1.0
    firm = cue.tag in ("weaker", "opposed")
    for hit in found.modal:
        if not inside(hit, clause) or overlap(hit, cue) or (firm and hit.tag == "wish"):
            continue
        if any(word.text in _STATED for word in text[hit.last : hit.last + 3]):
            continue  # "one may state with confidence that"
        if hit.tag == "hedge" and (_seems(text, hit) or _of_a_noun(text, hit, cue)):
            continue  # "attractive as it may seem, …"
        close = hit.last <= cue.first and cue.first - hit.last <= 12
        owned = hit.first and text[hit.first - 1].text in ("that", "which", "who")
        close = close or (cue.last <= hit.first < until and not owned)
        if hit.tag in _MODAL and close and not (denied and hit.tag in ("would", "ought", "wish")):
            limits = _MODAL[hit.tag]
            factor, weight = min(factor, limits[0]), min(weight, limits[1])
        elif hit.tag == "ascribed" and hit.last <= cue.first:
            weight = min(weight, _ASCRIBED)
        elif hit.tag == "talk" and until == cue.last and _talked_of(hit, cue, text):
            weight = min(weight, _talk(text[hit.first], denied=denied))
    return factor, weight


def _talked_of(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether what is talked of is the word: `the word alliance`, `talk of a new alliance`.

    A word for words has it right behind it, and `not a word on` says that nothing is said.
    """
    if {"longer", "not"} & {w.text for w in text[max(0, hit.first - 2) : hit.first]} and (
        text[hit.last].text in ("whether", "if")
    ):
        return False  # "no longer a question of whether, only of when"
    if text[hit.first].text not in _WORDS:
        return hit.last <= cue.first <= hit.last + 8
    if hit.first and text[hit.first - 1].text in ("a", "single"):
        return False
    close = hit.last <= cue.first <= hit.last + 3
    return close and not any(word.apart for word in text[hit.last : cue.first + 1])


def _seems(text: list[Word], hit: Hit) -> bool:
    """Tell whether a hedge is part of a concession put first: `as it may seem,`."""
    after = text[hit.last : hit.last + 2]
    return (
        len(after) > 1 and after[0].text in ("seem", "appear", "sound", "look") and after[1].apart
    )


def _of_a_noun(text: list[Word], hit: Hit, cue: Hit) -> bool:
    """Tell whether a hedge stands before the adjective of another noun: `the seemingly old tie`."""
    adverb = text[hit.first].text.endswith("ly") and hit.last - hit.first == 1
    before = text[hit.first - 1].text if hit.first else ""
    return adverb and before in _DETERMINERS and cue.first - hit.last > _NOUN_PHRASE


def _talk(word: Word, *, denied: bool) -> float:
    """Return the weight of what is only spoken of; to deny the idea is to deny the thing."""
    if word.text in _WORDS:
        return 0.06
    return 0.7 if denied else 0.15


def past(cue: Hit, text: list[Word], clause: Clause, found: Operators) -> float:
    """Return a small weight for what is said of the past."""
    marks = [hit for hit in found.past if hit.tag == "past" and inside(hit, clause)]
    near = [
        hit
        for hit in marks
        if hit.last <= cue.first <= hit.last + 4
        and not any(word.text in _NOW for word in text[hit.last : cue.first])
    ]
    if _made_lately(cue, text, clause):
        return 1.0
    if any(text[hit.first].text in _FORMER for hit in near) or _of_years(cue, text):
        return 0.05
    if text[0].text in _LONG_AGO and any(word.apart for word in text[cue.last :]):
        here = text[1 : cue.first]  # "once wary of each other to the point of hate, they are …"
        if not any(word.apart or word.text in word_list("present") for word in here):
            return 0.05
    verbs = [hit for hit in found.past if hit.tag == "past_verb" and inside(hit, clause)]
    if not (marks or verbs):
        return 1.0
    here = text[clause.first : clause.last]
    dated = any(text[hit.first].text not in _FIRST | _FORMER for hit in marks)
    perfect = {"has", "have"} if dated else set()  # "has known wars, the last in 1812"
    now = word_list("present") - perfect
    present = any(word.text in now for word in here)
    if (marks and not present) or (verbs and _did_not(here) and _dated(here)):
        return 0.1
    return 0.5 if verbs and not present else 1.0


def _made_lately(cue: Hit, text: list[Word], clause: Clause) -> bool:
    """Tell whether a thing was made in this century, and may stand: `formed a bloc in 2001`."""
    after = [word.text for word in text[cue.last : min(clause.last, cue.last + _MADE)]]
    years = [two for one, two in pairwise(after) if one in ("in", "since")]
    if not any(len(year) == len("2001") and year.startswith("20") for year in years):
        return False
    before = [word.text for word in text[max(clause.first, cue.first - _MADE) : cue.first]]
    return bool(_MAKING & set(before)) and not word_list("denials") & set(before)


def _of_years(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word is dated by what follows it: `the alliance of the 1950s`, `of 1879`."""
    after = [word.text for word in text[cue.last : cue.last + 3]]
    here = [word for word in after if word not in ("the", "early", "late")]
    return len(here) > 1 and here[0] in ("of", "in") and here[1].rstrip("s").isdigit()


def _did_not(here: list[Word]) -> bool:
    """Tell whether a clause denies something of the past: `did not`, `were never`."""
    denials = word_list("negations") | {"no"}
    return any(
        one.text in ("did", "was", "were", "had") and other.text in denials
        for one, other in pairwise(here)
    )


def _dated(here: list[Word]) -> bool:
    """Tell whether a clause names a year, or a time by `after`, `when`, `then`."""
    return any(
        (word.text.isdigit() and len(word.text) == 4)
        or word.text in ("after", "when", "then", "before", "until", "end")
        for word in here
    )

"""Denials in, those that stand out: `nobody doubts that they are allies` denies nothing.

Neither does who says that there is no better one: `has no other ally`, `no closer ally than`.
"""

from __future__ import annotations

from brief.engines.rules.stance.lexicon import word_list
from brief.vocabulary.words import Hit, Word

_NEAR = 9  # words after a denial in which a doubt that it denies is looked for
_BEFORE = 3  # words between a denial and the word that it compares
_CLOSER = frozenset(
    ["closer", "better", "greater", "stronger", "firmer", "dearer", "nearer", "truer", "older"]
)


def unequaled(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether only others are denied: `has no other ally`, `has no closer ally than`."""
    between = [word.text for word in text[hit.last : cue.first]]
    if len(between) > _BEFORE or text[hit.last - 1].text not in ("no", "any", "not", "n't"):
        return False
    after = [word.text for word in text[cue.last : cue.last + _NEAR]]
    closer = "to" not in between and bool(_CLOSER & set(between))
    return "other" in between or (closer and "than" in after)


def without_doubly_denied(hits: list[Hit], text: list[Word]) -> list[Hit]:
    """Drop a denial and the doubt it denies: `nobody who looks can doubt that they are allies`."""
    for place, hit in enumerate(hits):
        if text[hit.first].text in word_list("doubts") and _little(hit, text):
            return without_doubly_denied(hits[place + 1 :], text)
        if text[hit.first].text in word_list("doubts") | {"fail"} and any(
            word.text in word_list("whoever") for word in text[max(0, hit.first - 5) : hit.first]
        ):
            return [*hits[:place], *hits[place + 1 :]]
        doubts = text[hit.first].text in word_list("doubts")
        if place and doubts and text[hits[place - 1].first].text in word_list("denials"):
            return [*hits[: place - 1], *hits[place + 1 :]]
    return [hit for hit in hits if not _denies_doubt(hit, text)]


def _little(hit: Hit, text: list[Word]) -> bool:
    """Tell whether little doubt is left: `there can be little doubt that`, `few now doubt that`."""
    before = text[max(0, hit.first - _DOUBTED) : hit.first]
    since = max((at + 1 for at, word in enumerate(before) if word.apart), default=0)
    return bool(_SCARCE & {word.text for word in before[since:]})


_DOUBTED = 12  # words from `no observer who has seen …` to the doubt that he cannot have
_SCARCE = frozenset(["little", "few", "no", "nobody", "none", "beyond", "without", "hardly"])


def _denies_doubt(hit: Hit, text: list[Word]) -> bool:
    """Tell whether a denial denies only a doubt: `nobody now disputes the view that they ally`."""
    if text[hit.first].text not in word_list("denials"):
        return False
    verbs = word_list("doubts") | word_list("disputing")
    until = min(hit.last + _NEAR, len(text) - 1)
    return any(
        text[at].text in verbs and _DISPUTED & {w.text for w in text[at + 1 : at + 4]}
        for at in range(hit.last, until)
        if not any(one.apart for one in text[hit.last : at + 1])
    )


_DISPUTED = frozenset(["that", "the", "this", "their", "its", "whether"])

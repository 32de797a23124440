"""The sentences of a text in order in, what each does to the one before it out.

A sentence that opens with `but` outweighs what it answers; a short one that calls it a mistake
turns it round; what is set out as common opinion only waits for its answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brief.engines.rules.stance.lexicon import phrases, word_list
from brief.vocabulary.words import Word, keep, lows

_LONG = 32  # words of one that ends by calling another wrong: `…, his record suggests the opposite`
_SHORT = 16  # words of a sentence that does nothing but reject another
_CORRECTS = frozenset(["instead", "rather"])  # they put something in the place of what was denied
_ANSWERS = 3  # words of a sentence that only answers: `Yes.`
_OPENING = 10  # words in which a sentence shows that it states a common opinion


@dataclass(frozen=True, slots=True)
class Move:
    """What a sentence does in its text."""

    turns: bool
    """It opens by outweighing what stands before it."""
    rejects: bool
    """It does nothing but call the sentence before it wrong."""
    common: bool
    """It sets out what is commonly thought."""


def moves(texts: Sequence[list[Word]]) -> list[Move]:
    """Return what each sentence of a text does."""
    return [
        Move(
            turns=any(
                hit.first == 0 and text[0].text not in _CORRECTS and not _adds(text)
                for hit in phrases("contrast").within(text, 0, 5)
            ),
            rejects=_rejects(text),
            common=bool(phrases("common").within(text, 0, _OPENING)),
        )
        for text in texts
    ]


def _adds(text: list[Word]) -> bool:
    """Tell whether a `but` only adds a weightier thing: `But, more importantly, …`."""
    said = lows(text)[:_ADDED]
    return said[1:2] in (["more"], ["most"], ["even"]) and not _WEIGHTIER.isdisjoint(said)


_ADDED = 4  # words of `but even more importantly`
_WEIGHTIER = frozenset(
    ["importantly", "important", "essentially", "fundamentally", "significantly", "crucially",
     "basically", "generally", "broadly"]
)  # fmt: skip


def at_play(texts: Sequence[list[Word]]) -> bool:
    """Tell whether a text tells of games, in which those who compete are no rivals."""
    said = {low for text in texts for low in lows(text)}
    return len(said & word_list("games")) >= _PLAYED


_PLAYED = 3  # different words of games that make a text one on games


def _rejects(text: list[Word]) -> bool:
    """Tell whether a sentence calls the one before it wrong: a short one, or one that so ends."""
    hits = phrases("reject").find(text)
    ends = bool(hits) and hits[-1].last == len(text) <= _LONG
    return ends or bool(hits and len(text) <= _SHORT) or (len(text) <= _LONG and _doubts(text))


def _doubts(text: list[Word]) -> bool:
    """Tell whether a sentence denies what it points back to: `Such claims hold no water`.

    It names that as a claim, or says that it is not settled: `But this is far from certain`.
    """
    said = lows(text)
    at = next((n for n, low in enumerate(said[:_BACK]) if low in _POINTS), -1)
    if at < 0:
        return False
    claims = word_list("claimed") | word_list("rumored")
    noun = next((n for n in range(at + 1, min(at + 4, len(said))) if said[n] in claims), 0)
    if noun:
        return bool(_DENIALS & set(said[noun + 1 : noun + 6]))
    denied = said[at + 1 : at + 2] == ["is"] and _DENIALS & set(said[at + 2 : at + 4])
    return bool(denied and _SETTLED & set(said[at + 3 : at + 7]))


_BACK = 3  # words in which a sentence points back, after its `but`
_POINTS = frozenset(["this", "that", "these", "those", "such", "above", "it"])
_DENIALS = frozenset(
    ["not", "n't", "hardly", "scarcely", "never", "no", "little", "far", "anything"]
)
_SETTLED = frozenset(
    ["certain", "inevitable", "assured", "guaranteed", "given", "settled", "stone"]
)


def undecided(text: list[Word]) -> bool:
    """Tell whether a sentence leaves the matter open: `it is too early to say`.

    What was open once is not: `they are allies, after years in which it was not clear whether …`.
    """
    found = phrases("unsettled").find(text)
    then = [hit for hit in found if any(w.text in _THEN for w in text[hit.first : hit.last])]
    return len(found) > len(then) or (bool(then) and _NOW.isdisjoint(lows(text)))


_THEN = frozenset(["was", "were", "had"])
_NOW = frozenset(["is", "are", "has", "have", "now"])


def balanced(text: list[Word]) -> bool:
    """Tell whether a sentence weighs one side against the other.

    `More than its critics admit and less than its friends claim`; `too close to be called a bargain
    and too cold to be called a friendship`; `as rash to hope as to fear`.
    """
    return keep(text, "balanced", lambda: _balanced(lows(text)))


def _balanced(said: list[str]) -> bool:
    """Tell the same of its words."""
    joined = "and" in said or "but" in said
    if joined and said.count("than") >= _BOTH:
        ever = sum(pair == ("than", "ever") for pair in pairwise(said))
        compared = {"more", "less", "better", "worse", "warmer", "cooler", "closer", "stronger"}
        if said.count("than") - ever == _BOTH and len(compared & set(said)) > 1:
            return True
    if _two_sides(said):
        return True
    if not joined or said.count("too") < _BOTH:
        return False
    toos = sum(one == "too" and "to" in said[at + 1 : at + 7] for at, one in enumerate(said))
    return toos >= _BOTH


def _two_sides(said: list[str]) -> bool:
    """Tell whether one noun speaks for a thing and then against it: `the case for … against`.

    So do some and others, `may or may not`, and reasons to do it and reasons not to.
    """
    some = said.index("some") if "some" in said else len(said)
    if some <= _FIRST and "others" in said[some + 2 :] and _JOINED & set(said[some:]):
        return True
    if "or" in said and any(said[at : at + 4] in _MAY_NOT for at in range(len(said))):
        return True
    twice = [noun for noun in _CASES if said.count(noun) > 1]
    if not twice:
        return False
    if twice == ["half"] and said[said.index("half") + 1 :][:1] in (["a"], ["an"]):
        return False  # "only half an alliance"
    if {"no", "little"} & set(said[: said.index(twice[0])]):
        return False  # "no evidence that they are, and much evidence that they are not"
    if any(said[at - 1] in _GREATER and said[at] in twice for at in range(1, len(said))):
        return False  # "reasons to trade, and better reasons not to ally"
    return not {"against", "not", "other", "equally", "as"}.isdisjoint(said)


_FIRST = 2  # words before the `some` of whom a sentence speaks
_GREATER = frozenset(["better", "stronger", "greater", "weightier", "far"])
_JOINED = frozenset(["while", "and", "but"])
_CASES = ("case", "evidence", "reasons", "arguments", "likelihood", "half", "forecasts")
_MAY_NOT = (["may", "or", "may", "not"], ["might", "or", "might", "not"])
_BOTH = 2


def concedes(text: list[Word]) -> bool:
    """Tell whether a sentence opens with a concession: `To be sure, …`, `Admittedly, …`."""
    if len(text) <= _ANSWERS:
        return False
    return any(hit.first == 0 for hit in phrases("concede_sentence").within(text, 0, 8))

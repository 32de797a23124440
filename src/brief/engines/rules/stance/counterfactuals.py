"""A sentence that supposes something in, what it so says of the relation out.

`Were they allies, they would …` says that they are not; `Had Oman wished to leave, it would have`
that it did not; and `If this is not an alliance, what is?` that it is one. `It seemed as though
they were allies` says nothing of whether they are.
"""

from __future__ import annotations

from dataclasses import replace

from brief.engines.rules.stance.lexicon import word_list
from brief.engines.rules.stance.trends import Vote
from brief.vocabulary.words import Hit, Word

TERMS = 4.0  # weight of a word for the relation itself
_SUPPOSED = 0.6  # factor on the weight of what is only supposed
_UNREAL = 1.5  # score of what would only follow: `were they allies, they would …`
_IF_THIS = 8  # words in which `If this is not an alliance` names the relation


_SUPPOSES = frozenset(["if", "were", "had"])


def if_this(text: list[Word], cues: list[Hit], votes: list[Vote]) -> list[Vote]:
    """Read `If this is not an alliance, …` as a claim that it is, and without `not` as a doubt.

    What is supposed against the facts is turned round.
    """
    if not text or text[0].text not in _SUPPOSES:
        return votes
    opening = [word.text for word in text[:4]]
    terms = [hit for hit in cues if hit.tag == "terms" and hit.first < _IF_THIS]
    if _against_facts(text):
        if not terms:
            return _turned(text, votes)
        denied = any(word.text in word_list("negations") for word in text[: terms[0].first])
        others = [vote for vote in votes if vote.kind != "terms"]
        score = _UNREAL if denied else -_UNREAL
        return [*others, Vote(score, TERMS * _SUPPOSED, "terms", terms[0])]
    if opening[:1] != ["if"] or opening[1:2] not in (["this"], ["that"], ["these"], ["they"]):
        return votes
    if not terms:
        return votes
    denied = bool({"not", "n't"} & set(opening))
    return [*votes, Vote(2.0 if denied else -1.0, TERMS * _SUPPOSED, "terms", terms[0])]


def seemed(text: list[Word], votes: list[Vote]) -> list[Vote]:
    """Return the votes without those of what only seemed to be so, up to a comma or a `but`."""
    lows = [word.text for word in text]
    opens = [
        at
        for at in range(1, len(lows) - 1)
        if lows[at] == "as" and lows[at - 1] in _SEEMED and lows[at + 1] in ("if", "though")
    ]
    if not opens:
        return votes
    ends = (at for at in range(opens[0], len(lows)) if text[at].apart or lows[at] in _BUT)
    last = next(ends, len(lows))
    moment = lows[:1] == ["for"] and "moment" in lows[: opens[0]]
    first = 0 if moment else opens[0]
    return [vote for vote in votes if vote.place is None or not first <= vote.place.first < last]


def by_rights(text: list[Word], votes: list[Vote]) -> list[Vote]:
    """Return the votes without those of what ought to be: `they should be rivals, not allies`.

    What two who are so different should be to each other is not what they are.
    """
    said = [word.text for word in text]
    for at in range(1, len(said) - 2):
        ought = said[at] == "should" or said[at - 1 : at + 1] == ["ought", "to"]
        near = said[at + 1 : at + _OUGHT]
        if not ought or near[:1] != ["be"] or word_list("strangers").isdisjoint(near):
            continue
        return [vote for vote in votes if vote.place is None or vote.place.first < at]
    return votes


_OUGHT = 6  # words from `should be` to what two should be


_SEEMED = frozenset(["seemed", "appeared", "looked", "felt"])
_BUT = frozenset(["but", "yet", "however"])


def _against_facts(text: list[Word]) -> bool:
    """Tell whether a sentence opens with what is not so: `Were they allies, they would …`."""
    opening = [word.text for word in text[:_IF_THIS]]
    unreal = opening[:1] in (["were"], ["had"]) or (
        opening[:1] == ["if"] and bool({"were", "was", "had"} & set(opening))
    )
    return unreal and any(word.text in ("would", "could") for word in text)


def _turned(text: list[Word], votes: list[Vote]) -> list[Vote]:
    """Turn round what is supposed before the comma: `Had Oman wished to stand aside, …`."""
    until = next((at for at, word in enumerate(text) if word.apart), 0)
    return [
        replace(vote, score=max(-1.0, min(1.0, -vote.score)))
        if vote.place is not None and vote.place.first < until
        else vote
        for vote in votes
    ]

"""Figures without a unit in, the same with the noun or currency that their sentence has named, out.

`It employs 9,400 welders and plans to hire 1,500 by 2031`: the second number counts what the first
does, and says so by leaving its noun out where no other could stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from brief.engines.rules.figures.data import mapping, words
from brief.engines.rules.figures.drafts import Draft
from brief.engines.rules.figures.phrases import is_verb
from brief.engines.rules.figures.tokens import Tokens

REACH = 160
"""Characters between two figures of which the second may leave its unit to the first."""
_HEDGE = r"(?:(?:only|just|about|around|some|nearly|almost|over|at least|up to|as many as) )*"
_RECENT = r"of (?:its|their|his|her|the) (?:last|past|first|next|final|previous|opening)"
_PART = re.compile(
    r"\s(?:of (?:them|these|those|which|whom)\b|more(?: than\b|[.,;])|fewer than\b"
    rf"|{_RECENT} \d+\b)"
)
_ANOTHER = re.compile(
    rf"\b(?:another|an? (?:further|additional|extra)|of which|of whom|\d+ {_RECENT}) {_HEDGE}$"
    rf"|^ {_RECENT} $"
)
_WHEN = re.compile(
    r"\s(?:in|by|before|for|since|until|as of)\s(?:the end of |late |early |mid-|[A-Z][a-z]+ )?"
    r"(?:19|20)\d\d\b"
)
_THEN = re.compile(
    r"(?:(?:^|\s)(?:and|but|to)|[;,] (?:it|they|he|she|we|(?:the|its|their) [a-z]+))\s"
    r"(?P<words>(?:[a-z]+\s){0,4})$|[;,]\s$"
)
_AUX = frozenset(["to", "will", "would", "has", "have", "had"])
"""Behind one of these any word is a verb: `to [hire]`."""
_DONE = re.compile(
    r"\s(?:have|has|had|were|was|are|will|would|remain(?:s|ed)?|stayed|moved|went|came|left|died"
    r"|returned|survived)\b"
)
_ALONE = re.compile(rf"(?:[;,—–]|\band|\bbut) {_HEDGE}$")
_FIGURE = re.compile(
    r"\bthe (?:figure|number|total|sum) (?:was|is|had been|(?:had )?reached|stood at"
    rf"|(?:rose|fell|grew) to) {_HEDGE}$"
)
_RIVAL = re.compile(
    r"(?:[,;] (?:(?:and|while|but|with) )?|\s(?:and|while|but|to|against) )(?:an? |the )?"
    r"(?:[A-Z][\w.&-]*(?:['’]s?)? ){1,3}"
    rf"(?:(?:has|had|have|with|just|won|made|got|took|[a-z]+ed) )?{_HEDGE}$"
)
"""What leads from one holder of things to the next: `Lund served nine aces, Vik served [six]`."""
_CLOSED = re.compile(r"[.,;)]?\s(?:and|while|but|with|in|on|for)\b|[.,;)]|$")
_LEVEL = re.compile(rf"\b(?:average|mean|record|peak|forecast|estimate|target) of {_HEDGE}$")
_ALIKE = 20
"""A count and the level it is set beside differ at most by this factor."""
_BORDER = re.compile(r"[.!?]\s+[A-Z“]|\n")


def elided(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the figures, each without a unit with that of the one before it, if it is left out."""
    out = list(drafts)
    for k, draft in enumerate(out):
        if draft.unit or draft.number.part or draft.number.letter:
            continue
        again = _again(tokens, out[:k], draft)
        if again:
            out[k] = replace(draft, unit=again)
            continue
        last = next((one for one in reversed(out[:k]) if _lends(one)), None)
        if last and (not last.money or draft.number.scaled) and _left_out(tokens, last, draft):
            out[k] = replace(draft, unit=last.unit, money=last.money, counted=last.counted)
    return out


def _again(tokens: Tokens, earlier: Sequence[Draft], draft: Draft) -> str:
    """Return the unit that a word beside the number calls up: '24 mpg city and [31] highway'."""
    known = mapping("units", "again")
    named = [one.unit for one in earlier if one.unit in known]
    if not named:
        return ""
    beside = {tokens.low(draft.first - 1), *(tokens.low(draft.after + k) for k in range(3))}
    return next((unit for unit in named if beside & set(known[unit])), "")


def _lends(draft: Draft) -> bool:
    """Tell whether a figure has a unit of things or money, and no share or span of time."""
    spans = words("cues", "spans")
    return (
        bool(draft.unit)
        and draft.unit not in ("%", "year of age", "times")
        and (draft.unit.split()[-1] not in spans)
    )


def _left_out(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Tell whether a number has no noun of its own where the one before it gives one."""
    text = tokens.text
    before = text[tokens.at(last.after - 1).end : tokens.at(draft.first).start]
    behind = text[tokens.at(draft.after - 1).end :]
    if len(before) > REACH or _BORDER.search(before):
        return False
    if _PART.match(behind) or _ANOTHER.search(before) or _FIGURE.search(before):
        return True
    leveled = last.counted and last.value and _LEVEL.search(before)
    if leveled and 1 / _ALIKE < draft.value / last.value < _ALIKE:
        return _CLOSED.match(behind) is not None
    if _DONE.match(behind) and last.counted:
        return _ALONE.search(before) is not None
    return _WHEN.match(behind) is not None and _goes_on(tokens, draft, before)


def is_rival(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Tell whether a number tells another's count of what the one before it counts."""
    before = tokens.text[tokens.at(last.after - 1).end : tokens.at(draft.first).start]
    indexed = words("words", "index_words") | words("words", "loose_index_words")
    if not last.counted or len(before) > REACH or tokens.low(draft.first - 1) in indexed:
        return False
    if not _CLOSED.match(tokens.text, tokens.at(draft.after - 1).end):
        return False
    return _RIVAL.search(before) is not None


def _goes_on(tokens: Tokens, draft: Draft, before: str) -> bool:
    """Tell whether only a verb stands between a number and `and`: `and plans to hire [1,500]`."""
    then = _THEN.search(before)
    if then is None:
        return False
    said = (then["words"] or "").split()
    first = draft.first - len(said)
    return all(
        word in words("words", "elided_between")
        or (n > 0 and said[n - 1] in _AUX)
        or is_verb(tokens, first + n)
        for n, word in enumerate(said)
    )

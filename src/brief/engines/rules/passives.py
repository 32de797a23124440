"""A sentence in, the view behind a passive out: `is widely seen as`, `has been hailed by X as`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import ASIDE, BE, Attribution, low, lows, reporting, skip, until_comma
from brief.engines.rules.holders import NOT_ONE, SOMEBODY, UNNAMED, Holder, holder
from brief.engines.rules.labels import titled
from brief.engines.rules.lexicon import words_of
from brief.engines.rules.tokens import Token, quoted_places

_OWN = frozenset(["here", "can", "could", "must", "might", "may", "should"])
"""In `it … said that`, what makes of it the author's own saying, or nobody's."""
_POSSIBLE = frozenset(["can", "could", "may", "might"])
_PARTICLES = frozenset(["to", "for", "on", "off", "upon", "into"])  # "called to account"
_EXPECTED = frozenset(
    ["expected", "predicted", "assumed", "estimated", "deemed", "judged", "feared", "hoped",
     "presumed", "supposed", "held", "known", "seen", "found", "acknowledged", "agreed", "claimed"]
)  # fmt: skip
_PLACE_ENDS = frozenset([",", "the", "this", "it", "such", "these", "that", "a", "an", "both"])
_DECIDING = BE | {";", "which", "who"}
_COMPARED = frozenset(["as", "than"])
_RECEIVED = frozenset(["welcomed", "hailed", "celebrated", "praised"])
_WHERE = frozenset(["in", "at", "on", "with"])
_HEARS = frozenset(["hear", "hears", "reads"])
_RUNS = frozenset(["runs", "goes", "ran", "went"])
_QUOTED = 10  # tokens from `quoted` to `as saying`
_AS_SAYING = (("as", "saying"), ("as", "stating"))
_AS_A = 2  # tokens between a passive and what it is called: `as a “…”`
_WITH = ("with", "for", "at", "during", "after", "before", "when", "while", "on")


def impersonal(words: Sequence[Token], frame: Frame) -> Attribution | None:
    """Recognize passives: `it is often said that`, `is widely seen as`, `has been hailed by X`."""
    said = reporting("say", "say_clause", "say_as")
    heard = _heard(words)
    if heard is not None:
        return heard
    for place in range(frame.main, min(frame.main + 45, len(words))):
        if words[place].low not in _DECIDING:
            continue
        if words[place].text == ";" or _relative(words, place):
            return None  # what a later clause reports is not the whole sentence
        if words[place].low not in BE:
            continue
        after = skip(words, place + 1, words_of("adverb"))
        if low(words, after) in said and words[after].low.endswith(("ed", "en", "id", "ld")):
            found = _passive(words, frame, place, after)
            if found:
                return found
    return None


def _relative(words: Sequence[Token], place: int) -> bool:
    """Tell whether a relative clause begins: `…, which has been described as …`."""
    return words[place].low in ("which", "who") and low(words, place - 1) == ","


def _heard(words: Sequence[Token]) -> Attribution | None:
    """Recognize `one often hears that …` and `…, runs the comfortable view in Geneva: …`."""
    for place, word in enumerate(words[:40]):
        heard = word.low in _HEARS and low(words, place + 1) == "that"
        if heard and "one" in lows(words[max(0, place - 3) : place]):
            return Attribution(UNNAMED, "passive", place)
        if word.low in _RUNS and low(words, place - 1) in ASIDE:
            inside = words[place + 1 : place + 6]
            nouns = words_of("view_nouns", "viewpoint_nouns")
            if inside and inside[0].low == "the" and set(lows(inside)) & nouns:
                kept = [item.text for item in until_comma(words, place + 1)]
                stop = kept.index(":") if ":" in kept else len(kept)
                return Attribution(Holder("people", " ".join(kept[:stop])), "source", place)
    return None


def _passive(words: Sequence[Token], frame: Frame, place: int, after: int) -> Attribution | None:
    """Return the attribution of a passive whose participle stands at `after`."""
    if low(words, place - 1) == "it" and low(words, place - 2) in _COMPARED:
        return None  # "it is not as weak as it is usually said to be": that is the author's view
    if low(words, after + 1) in ("as", "to") and low(words, after + 2) in ("", ".", ",", ";"):
        return None  # "far from the friends they are often seen as": the author's view again
    if _possible(words, place):
        return None  # "their tie can be said to be close": the author says it
    if words[after].low in _RECEIVED and low(words, after + 1) in _WHERE:
        return None  # "he was welcomed in Oslo by the king": a guest, and no view
    ahead = lows(words[after + 1 : after + _QUOTED])
    if any(pair in _AS_SAYING for pair in pairwise(ahead)):
        return None  # "was quoted by the daily as saying": not the daily speaks
    agent = _agent(words, after + 1)
    if agent is not None:
        return Attribution(agent, "passive", after)
    if words_of("judging") & set(lows(words[place + 1 : after])):
        return None  # "often wrongly called allies": the author judges who says so
    often = any(word.low in words_of("adverb") for word in words[place + 1 : after])
    follow = low(words, after + 1)
    often = often or (follow != "by" and _so_far(words, place))
    seen_there = _seen_there(words, after) or _seen_where(words, after)
    if seen_there is not None:
        return seen_there
    if words[after].low in words_of("naming") and follow in _PARTICLES:
        return None
    if often and words[after].low in words_of("naming"):
        return Attribution(UNNAMED, "passive", after)
    if words[after].low in words_of("rumored") and follow == "to":
        return Attribution(UNNAMED, "passive", after)
    impersonal_it = low(words, frame.main) == "it" and follow == "that"
    if impersonal_it and not _OWN & set(lows(words[:after])):
        return Attribution(UNNAMED, "passive", after)
    if follow == "to" and words[after].low not in words_of("rumored") | _EXPECTED:
        return None  # "has been condemned to"
    if often and follow in ("as", "to", "that", "by"):
        return Attribution(UNNAMED, "passive", after)
    return None


def _possible(words: Sequence[Token], be: int) -> bool:
    """Recognize `can be`, `could have been`: nobody has said so yet."""
    ahead = be - 1 - (low(words, be - 1) == "have")
    return low(words, ahead) in _POSSIBLE


def _so_far(words: Sequence[Token], be: int) -> bool:
    """Recognize the perfect: `has been described as` is what people have said so far."""
    return words[be].low == "been" and bool(
        {"has", "have", "had"} & set(lows(words[max(0, be - 3) : be]))
    )


def _seen_there(words: Sequence[Token], after: int) -> Attribution | None:
    """Recognize `is regarded in Santiago as`."""
    if low(words, after + 1) not in ("in", "within", "among"):
        return None
    for stop in range(after + 3, min(after + 9, len(words))):
        if words[stop].low == "as":
            name = " ".join(word.text for word in words[after + 2 : stop])
            who = holder(words[after + 2 : stop], name)
            named = Holder(who.kind, name, who.plural)
            return Attribution(named, "passive", after) if who.kind in SOMEBODY else None
    return None


def _seen_where(words: Sequence[Token], after: int) -> Attribution | None:
    """Recognize `In Baltic capitals the step is seen as`: the place before holds the view."""
    if low(words, 0) not in ("in", "among") or low(words, after + 1) != "as":
        return None
    stop = next((n for n in range(2, min(8, after)) if words[n].low in _PLACE_ENDS), 0)
    name = " ".join(word.text for word in words[1:stop])
    who = holder(words[1:stop], name) if stop else NOT_ONE
    if who.kind not in SOMEBODY:
        return None
    return Attribution(Holder(who.kind, name, who.plural), "passive", after)


def _agent(words: Sequence[Token], place: int) -> Holder | None:
    """Return the holder in `by Jane Doe` right after a passive, or after `as “…”`."""
    quoted = (last for first, last in quoted_places(words) if place < first <= place + _AS_A)
    start = next(quoted, place)
    for step in range(start, min(start + 3, len(words))):
        if words[step].low != "by":
            continue
        phrase = _agent_phrase(words, step + 1)
        name = " ".join(word.text for word in phrase)
        who = holder(phrase, name) if phrase else NOT_ONE
        if who.kind == "state" and words[place - 1].low in words_of("settled"):
            return None
        cut = next((i for i, word in enumerate(phrase) if i and word.low in _WITH), len(phrase))
        name = " ".join(word.text for word in phrase[:cut])
        return Holder(who.kind, name, who.plural) if who.kind in SOMEBODY else None
    return None


def _agent_phrase(words: Sequence[Token], start: int) -> list[Token]:
    """Return who stands behind `by`: the name where an office nobody knows is before it."""
    phrase: list[Token] = []
    for word in words[start : start + 8]:
        if word.text in ",;:." or word.low in ("as", "that", "to"):
            break
        phrase.append(word)
    behind = until_comma(words, start + len(phrase) + 1)[:8]
    named = bool(phrase) and low(words, start + len(phrase)) == "," and len(titled(behind)) > 0
    unknown = named and holder(phrase, "").kind == "none"
    return behind if unknown else phrase  # "by the co-signer, Minister Ana Soto"

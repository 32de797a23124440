"""The words of a sentence in, how near or far from each other it makes the parties out.

Where no word for the relation decides, the drift of the language does: words of trust, union and
endurance on one side, of suspicion, self-interest and show on the other, each turned round by
the denials that reach it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from brief.engines.rules.stance.clauses import Clause, clauses
from brief.engines.rules.stance.lexicon import INDEX, OTHER, phrases, word_list
from brief.engines.rules.stance.lookalikes import against_them, described, left_behind
from brief.engines.rules.stance.mentions import Mention, attached, named
from brief.engines.rules.stance.polarity import BASE
from brief.engines.rules.stance.rejected_claims import claim_around
from brief.vocabulary.lists import packed
from brief.vocabulary.words import Hit, TaggedPhrases, Word, lows

_VALUE = {
    "closer": 1.0,
    "closer_some": 0.35,
    "farther": -1.0,
    "unreal": -0.8,
}
_CLAUSE = 18  # words a denial reaches from the head of its clause
_NOUN = 10  # words it reaches where it stands with a noun
_SCOPE = 6  # words a denial reaches
_BEHIND = 7  # words within which a predicate takes back its subject
_DENIED = {"closer": -1.0, "farther": -0.1}
"""Factors on what is denied: no trust keeps apart, but no distrust is not yet trust."""
_SOME = "_some"


_PAST = 0.3  # factor on what is said of earlier times
_TURNED = -0.3  # the same where the sentence says that now is otherwise
_NOW = frozenset(["now", "today", "nowadays"])


@dataclass(frozen=True, slots=True)
class Leaning:
    """One word that leans: which way and how much, and who is named around it."""

    value: float
    """Positive when it brings the parties near, negative when it keeps them apart."""
    share: float
    """How much its clause and its place in it count."""
    key: str
    """Who is named, as a weight in `weighing` is called; ` some` at its end for a word that leans
    only somewhat."""


@cache
def _phrases() -> dict[str, TaggedPhrases]:
    """Return the lists of `tone.yaml`: words that lean, and words that turn them."""
    lists = packed("brief.engines.rules.stance", "tone.yaml")
    found = {name: TaggedPhrases(index=INDEX) for name in ("tone", "turn")}
    for name, lines in lists.items():
        each = (phrase.strip() for line in lines for phrase in line.split(","))
        found["tone" if name in _VALUE or name == "neither" else "turn"].add(each, name)
    return found


def leanings(text: list[Word], found: list[Mention], cues: Sequence[Hit] = ()) -> list[Leaning]:
    """Return the words of a sentence that lean, each with its clause's weight as share.

    Part of one of the question's own phrases (`cues`), a word turns nothing, nor does it lean
    another way: `bury the hatchet`, `nobody will pry them apart`.
    """
    leaning = [hit for hit in _phrases()["tone"].find(text) if hit.tag in _VALUE]
    longer = [cue for cue in cues if cue.last - cue.first > 1 and cue.tag in BASE]
    leaning = [hit for hit in leaning if not any(_at_odds(hit, cue) for cue in longer)]
    if not leaning:
        return []
    turns = [
        turn
        for turn in _phrases()["turn"].find(text)
        if not any(cue.first <= turn.first < cue.last for cue in longer)
    ]
    now = next((n for n, word in enumerate(text) if word.text in _NOW), -1)
    elsewhere = any(mention.who == OTHER for mention in found)
    every: list[Leaning] = []
    for part in clauses(text, {mention.first: mention.last for mention in found}):
        here = [hit for hit in turns if part.first <= hit.first < part.last]
        words = [
            hit
            for hit in leaning
            if part.first <= hit.first < part.last
            and not _turning(hit, here)
            and not left_behind(hit, text)
            and not described(hit, text)
            and not (elsewhere and against_them(hit, text, found))
            and not (
                elsewhere and attached(text, found, (hit.first, hit.last), (0, len(text))).others
            )
        ]
        if not words:
            continue
        near, past = _near(found, part, len(text)), _is_past(text, part)
        plain = any(not hit.tag.endswith(_SOME) for hit in words)
        framed = any(text[turn.first].text in ("those", "whoever", "anyone") for turn in here)
        words = [hit for hit in words if not framed or hit.tag != "unreal"]
        every += [
            Leaning(
                _VALUE[hit.tag] * _turned(hit, here, text),
                part.weight * (_dated(hit, part, now) if past else 1.0),
                near + (" some" if hit.tag.endswith(_SOME) else ""),
            )
            for hit in words
            if not (plain and hit.tag.endswith(_SOME))
        ]
    return every


def _at_odds(hit: Hit, cue: Hit) -> bool:
    """Tell whether a word is part of a phrase that says the contrary."""
    return cue.first <= hit.first < cue.last and _VALUE[hit.tag] * BASE[cue.tag] < 0


def _near(found: list[Mention], part: Clause, length: int) -> str:
    """Return who is named around a word, as the key of its weight."""
    near, whole = named(found, part.first, part.last), named(found, 0, length)
    if near.others:
        if near.pair or near.both:
            return "crowd"
        return "mixed" if near.parties else "others"
    if near.pair or near.both:
        return "pair"
    if whole.pair or whole.both:
        return "sentence"
    return "one" if near.parties else "none"


def _is_past(text: list[Word], part: Clause) -> bool:
    """Tell whether a clause speaks of earlier times: by its year, or by a word such as `once`."""
    here = lows(text)[part.first : part.last]
    if any("1500" < low < "2000" and low.isdigit() for low in here):
        return True
    dated = phrases("past", "not_past").within(text, part.first, part.last)
    return any(hit.tag == "past" for hit in dated)


def _dated(hit: Hit, part: Clause, now: int) -> float:
    """Return what a word counts in a clause on earlier times; `now` is where it says `now`."""
    if part.first <= now < hit.first:
        return 1.0  # "once friends, they are now rivals"
    return _TURNED if now >= 0 else _PAST


def _turning(hit: Hit, turns: list[Hit]) -> bool:
    """Tell whether a word turns others, so that it does not lean itself."""
    return any(t.first <= hit.first < t.last for t in turns)


def _turned(hit: Hit, turns: list[Hit], text: list[Word]) -> float:
    """Return 1, or a negative factor where the word is denied, outdone or taken back."""
    denied = _DENIED["closer" if _VALUE[hit.tag] > 0 else "farther"]
    claim = claim_around(text, hit.first)
    sign = denied if claim or _outdone(hit, text) else 1.0
    turns = [turn for turn in turns if claim is None or claim.holds(turn.first)]
    paired = False
    for turn in turns:
        scope = _CLAUSE if _subject(turn, text) else _reach(text[turn.first])
        if turn.tag in ("flip", "either") and 0 <= hit.first - turn.last < scope:
            between = text[turn.last : hit.first + 1]
            pair = text[turn.first].text in ("neither", "nor")
            if any(word.apart or word.text in word_list("ends_denial") for word in between) or (
                pair and paired
            ):
                continue
            paired = paired or pair
            sign = denied if sign > 0 else 1.0
        elif turn.tag in ("retract", "either", "unmask") and 0 <= turn.first - hit.last < _BEHIND:
            between = text[hit.last : turn.first + 1]
            if turn.first and text[turn.first - 1].text in word_list("negations"):
                continue
            tied = turn.tag == "unmask" or any(w.text in word_list("links") for w in between)
            if tied and not any(word.apart for word in between):
                sign = denied if sign > 0 else 1.0
    return sign


def _reach(word: Word) -> int:
    """Return how many words a denial reaches: further where it denies a noun, `no successor`."""
    return _NOUN if word.text in word_list("heads") else _SCOPE


def _subject(turn: Hit, text: list[Word]) -> bool:
    """Tell whether a denial opens its clause, which it then denies as a whole: `nothing in …`."""
    if text[turn.first].text not in word_list("heads"):
        return False
    return turn.first == 0 or text[turn.first].apart or text[turn.first - 1].text in ("and", "but")


def _outdone(hit: Hit, text: list[Word]) -> bool:
    """Tell whether a word is the lesser side of a comparison: `more show than substance`."""
    for index in range(hit.first - 1, max(0, hit.first - _COMPARED) - 1, -1):
        if text[index + 1].apart:
            return False
        if text[index].text == "than":
            ever = text[index + 1].text in word_list("ever")
            before = text[max(0, index - _COMPARED) : index]
            return not ever and any(w.text in ("more", "rather") for w in before[:-1])
    return False


_COMPARED = 6  # words a comparison reaches on each side

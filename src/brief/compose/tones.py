"""A sentence and what a question looks for in, whether it speaks for yes or for no out.

Words that take a side are listed by kind in `tones.yaml` and serve every question; a question adds
a short list of its own. What surrounds a word (negation, doubt, a condition, what is only granted)
is read by the operators of the stance engine, clause by clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from brief.compose.data import data
from brief.engines.rules.stance.clauses import Clause, clauses
from brief.engines.rules.stance.operators import Operators, read_operators
from brief.engines.rules.stance.polarity import read
from brief.model.audience import Tones
from brief.vocabulary.words import Hit, Phrases, Word, words

_EARLIER = re.compile(r"(?:Before|Until|Prior to|Ahead of)\b[^,;:]*,", re.IGNORECASE)
"""An opening that says what the sentence is not yet about: `Before the war, …`."""
OWN, SHARED = 1.5, 1.0
"""Weight of a question's own word, and of one that serves every question."""
APART, OWN_APART = 0.35, 0.7
"""Factor on a shared word in a clause that does not speak of the question's subject, and on a
question's own word that stands far from it."""
OWN_NEAR, NEAR = 16, 9
"""Words from the subject beyond which a question's own word, and a shared one, counts as apart,
even in one clause."""
GRANTED, OUTWEIGHED = 0.7, 0.4
"""Weight of what is granted (`although …`), and of what a `but` outweighs."""
TELLS = 0.3
"""Worth from which a word takes a side."""
REACH = 5
"""Words that a negation or a doubt reaches here."""
GOVERNED = 3
"""Words after it in which a `that` opens the clause which it governs."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much of a sentence speaks for yes and for no."""

    plus: float = 0.0
    minus: float = 0.0
    mark: tuple[int, int] | None = None
    """Offsets of the word that weighs most."""
    close: tuple[float, float] = (0.0, 0.0)
    """Those two, of the words near to what is asked about, in its clause."""

    @property
    def lean(self) -> float:
        """Return how far it points to yes, less how far to no."""
        return self.plus - self.minus


_NOTHING = Weighed()


@dataclass(frozen=True, slots=True)
class Tone:
    """The words by which a sentence on a question points to yes or to no."""

    phrases: Phrases
    possible: bool = False
    """True where the question asks what can be: `can` and `may` hedge nothing."""
    follows: bool = False
    """True where it asks what would follow: then a sentence with an `if` answers it."""

    def weigh(self, text: str, subject: Sequence[tuple[int, int]]) -> Weighed:
        """Return how much of a sentence speaks for yes and how much for no, and where.

        `subject` holds the offsets of the words that make it speak to the question.
        """
        if text.rstrip().endswith("?"):
            return _NOTHING
        split = words(text)
        cues = self.phrases.find(split)
        if not cues:
            return _NOTHING
        # what was said of the past is evidence too: here it counts in full
        parts, found = clauses(split), replace(read_operators(split, cues), past=[])
        earlier = _EARLIER.match(text)
        about = [
            _word_at(split, first) for first, _ in subject if not earlier or first >= earlier.end()
        ]
        rated: list[tuple[float, Hit, bool]] = []
        for cue in cues:
            if (
                _in_name(cue, split)
                or _of_another(cue, split, about)
                or (cue.tag[:3] != "own" and _is_subject(cue, split, subject))
            ):
                continue
            worth = self._worth(cue, split, parts, found)
            near = _nearness(cue, split, parts, about)
            means = not _supposed(_clause(parts, cue), split) and not _doubted(cue, found)
            rated.append((worth * near, cue, means and _beside(cue, split, parts, about)))
        # `efforts to split the two will fail`: what is asked about takes no side beside a verdict
        said = [one for one in rated if not _is_subject(one[1], split, subject)]
        rated = said if any(abs(worth) >= TELLS for worth, _, _ in said) else rated
        chief = max(rated, key=lambda one: abs(one[0])) if rated else None
        mark = (split[chief[1].first].start, split[chief[1].last - 1].end) if chief else None
        plus, minus = (sum(max(sign * one[0], 0.0) for one in rated) for sign in (1, -1))
        close = tuple(
            sum(max(sign * worth, 0.0) for worth, _, near in rated if near) for sign in (1, -1)
        )
        return Weighed(plus, minus, mark, (close[0], close[1]))

    def _worth(
        self, cue: Hit, split: list[Word], parts: Sequence[Clause], found: Operators
    ) -> float:
        """Return how far a word speaks for yes where it stands, less how far for no."""
        own, base = cue.tag[:3] == "own", 1.0 if cue.tag.endswith("yes") else -1.0
        around, clause = _around(cue, found, split), _clause(parts, cue)
        if self.possible:
            around = replace(around, modal=[hit for hit in around.modal if hit.tag != "hedge"])
        reading = read(cue, base, split, clause, around)
        return (OWN if own else SHARED) * reading.score * reading.weight * _stood_behind(clause)


def _nearness(
    cue: Hit, split: Sequence[Word], parts: Sequence[Clause], about: Sequence[int]
) -> float:
    """Return the factor on a word by how near to what is asked about it stands."""
    if cue.tag[:3] == "own":
        return 1.0 if _close(cue, range(len(split)), about, OWN_NEAR) else OWN_APART
    return 1.0 if _close(cue, _reach(_clause(parts, cue), parts, split), about, NEAR) else APART


def _supposed(clause: Clause, split: Sequence[Word]) -> bool:
    """Tell whether a clause says what would be, only to be outweighed: `it would …, but …`."""
    would = any(
        word.text in ("would", "could", "might") for word in split[clause.first : clause.last]
    )
    return clause.role == "main" and clause.weight < GRANTED and would


def _beside(cue: Hit, split: Sequence[Word], parts: Sequence[Clause], about: Sequence[int]) -> bool:
    """Tell whether a word is said of what is asked about: in its clause, or right beside it.

    What a list after it holds is meant too: `More causes followed: …`.
    """
    if cue.tag[:3] == "own":
        beside = _close(cue, range(len(split)), about, BESIDE)
    else:
        here = [place for place in about if not _turns(split, place, cue)]
        beside = _close(cue, _reach(_clause(parts, cue), parts, split), here, NEAR)
    if beside:
        return True
    after = (split[cue.last : place + 1] for place in about if place > cue.first)
    return any(":" in one.gap or one.text in _LISTS for some in after for one in some)


def _turns(split: Sequence[Word], place: int, cue: Hit) -> bool:
    """Tell whether a new subject stands between: `trade fell, and its growing role …`."""
    first, last = sorted((place, cue.first))
    return any(
        "," in split[at].gap
        and split[at].text in _JOINS
        and _SUBJECTS.fullmatch(split[at + 1].text) is not None
        for at in range(first + 1, last)
    )


def _of_another(cue: Hit, split: Sequence[Word], about: Sequence[int]) -> bool:
    """Tell whether a cause is told, and what is asked about is none: `its stand follows from …`."""
    return split[cue.last - 1].text == "from" and bool(about) and max(about) < cue.first


_JOINS = frozenset(["and", "but", "while", "whereas", "yet"])
BESIDE = 20
"""Words from the subject within which a question's own word is said of it across clauses."""
_LISTS = frozenset(["including", "namely"])


def asserted(text: str, subject: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a sentence asserts its subject, and does not only grant or suppose it."""
    split = words(text)
    places = [_word_at(split, first) for first, _ in subject]
    parts = clauses(split)
    return all(
        part.role == "main" for part in parts for place in places if part.first <= place < part.last
    )


def _around(cue: Hit, found: Operators, split: Sequence[Word]) -> Operators:
    """Return the operators near a word: these words are common, and `no` does not reach far.

    What governs a clause reaches all of it: `little indicates that the two will …`.
    """
    return replace(
        found,
        modal=[
            hit for hit in found.modal if hit.tag != "would" and not _of_subject(hit, cue, split)
        ],
        before=[
            hit
            for hit in [*found.before, *_too_much(split)]
            if (abs(cue.first - hit.last) <= REACH or _governs(hit, cue, split))
            and not _spared(hit, cue, split)
            and not _joined(hit, cue, split)
        ],
        after=[hit for hit in found.after if 0 <= hit.first - cue.last <= REACH],
    )


def _too_much(split: Sequence[Word]) -> list[Hit]:
    """Return the `to` that `too …` denies: `too weak to expect much`."""
    made: list[Hit] = []
    for at, word in enumerate(split):
        if word.text != "too" or at == 0:
            continue
        ahead = [one.text for one in split[at + 1 : at + 1 + TOO]]
        if "to" in ahead:
            place = at + 1 + ahead.index("to")
            made.append(Hit(place, place + 1, "deny"))
    return made


TOO = 4
"""Words between `too` and the `to` that it denies."""


def _stood_behind(clause: Clause) -> float:
    """Return how far a clause is the author's: what he grants he holds true all the same."""
    least = {"condition": 0.0, "granted": GRANTED, "main": OUTWEIGHED}[clause.role]
    return max(clause.weight, least)


def _is_subject(cue: Hit, split: Sequence[Word], subject: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word is what the question is about: `a breakthrough would alter …`."""
    first, last = split[cue.first].start, split[cue.last - 1].end
    return any(one <= first and last <= other for one, other in subject)


def _of_subject(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a wish is what a verb is said of, and not over it: `attempts to … will fail`."""
    between = split[hit.last : cue.first + 1]
    return hit.tag == "wish" and any(word.text in _FINITE for word in between)


_FINITE = frozenset(
    ["will", "would", "is", "are", "was", "were", "has", "have", "had", "cannot", "does", "do"]
)


def _in_name(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a shared word is part of a name: `the Shanghai Cooperation Organization`."""
    first = split[cue.first]
    opens = cue.first == 0 or any(stop in first.gap for stop in ".:!?")
    return cue.tag[:3] != "own" and first.capital and not opens


def _spared(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether what stands between spares a word a denial.

    The word is its ground (`unlikely after a war`), or an end or a want of it is denied (`no limit
    to the trust`).
    """
    return any(word.text in _SPARING for word in split[hit.last : cue.first])


def _doubted(cue: Hit, found: Operators) -> bool:
    """Tell whether a word is only doubted: who doubts that two cooperate finds no rivalry."""
    before = [hit.tag for hit in found.before if 0 <= cue.first - hit.last <= REACH]
    after = [hit.tag for hit in found.after if 0 <= hit.first - cue.last <= REACH]
    around = [*before, *after]
    return any(tag.startswith("doubt") for tag in around) and "deny" not in around


def _joined(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word is no object of a damage: `weakens the one and drives him to …`."""
    return hit.tag == "damage" and any(word.text == "and" for word in split[hit.last : cue.first])


_SPARING = frozenset(
    [
        *("after", "since", "because", "given", "amid", "despite", "due", "owing", "thanks"),
        *("before", "limit", "limits", "ceiling", "end", "bounds", "lack", "deficit", "shortage"),
        "loss",
    ]
)


def _governs(hit: Hit, cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a denial or a doubt is followed by the `that` of the clause with the word."""
    opens = [word.text for word in split[hit.last : min(hit.last + GOVERNED, cue.first)]]
    return "that" in opens


def _close(cue: Hit, reach: range, about: Sequence[int], near: int) -> bool:
    return any(place in reach and abs(place - cue.first) <= near for place in about)


def _reach(clause: Clause, parts: Sequence[Clause], split: Sequence[Word]) -> range:
    """Return the words among which a clause has its subject: its own, and those it goes on from.

    `…, which was opposed by both` and `…, will fail` have theirs in what stands before.
    """
    first, at = clause.first, parts.index(clause)
    while at and (_goes_on(split[first : first + 2]) or _in_pair(split, first)):
        at -= 1
        first = parts[at].first
    return range(first, clause.last)


def _in_pair(split: Sequence[Word], first: int) -> bool:
    """Tell whether an `and` only joins a pair: `a wedge between the one and the other will …`.

    So it does between two names: `the trade of the Chileans and Peru is growing`.
    """
    names = [one.capital for one in (*split[first - 1 : first], *split[first + 1 : first + 2])]
    if split[first].text == "and" and names == [True, True]:
        return True
    before = [word.text for word in split[max(0, first - PAIR) : first]]
    return split[first].text == "and" and any(word in ("between", "both") for word in before)


PAIR = 4
"""Words before an `and` that open a pair."""


def _goes_on(opening: Sequence[Word]) -> bool:
    """Tell whether a clause that opens so has no subject of its own: `, but differ in …`."""
    if opening[0].text in ("but", "yet", "and") and len(opening) > 1:
        return not opening[1].capital and not _SUBJECTS.fullmatch(opening[1].text)
    return _GOES_ON.fullmatch(opening[0].text) is not None


_SUBJECTS = re.compile(
    r"the|an?|this|that|these|those|such|no|some|many|most|all|both|each|it|they|s?he|we|i|"
    r"its|their|his|her|there"
)
_GOES_ON = re.compile(
    r"which|who|is|are|was|were|has|have|had|will|would|can|cannot|could|should|must|does|did|do"
)


def _word_at(split: Sequence[Word], offset: int) -> int:
    return next((at for at, word in enumerate(split) if word.end > offset), len(split))


def _clause(parts: Sequence[Clause], cue: Hit) -> Clause:
    return next(part for part in parts if part.first <= cue.first < part.last)


def tone(yes: Sequence[str], no: Sequence[str], tones: Tones, claim: str = "") -> Tone:
    """Return the words of a question: its own, and those of its kinds and of its claim."""
    up, down = families(claim)
    made = _tone((*yes, *up), (*no, *down), tuple(sorted(tones.items())))
    possible, follows = (one.search(claim) is not None for one in (_CAN, _WOULD))
    return replace(made, possible=possible, follows=follows)


_CAN = re.compile(r"\b(?:can|could|may|in reach)\b")
_WOULD = re.compile(r"\b(?:would|will)\b")


@cache
def families(claim: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that speak for what a claim asserts, and those that speak against it."""
    split = words(claim)
    held = [
        one for one in data("families.yaml").values() if _asserts(tuple(one["claims"])).find(split)
    ]
    up, down = ([phrase for one in held for phrase in one[way]] for way in ("up", "down"))
    return tuple(up), tuple(one for one in down if one not in up)


@cache
def _asserts(claims: tuple[str, ...]) -> Phrases:
    made = Phrases()
    made.add(claims, "claim")
    return made


@cache
def _tone(yes: tuple[str, ...], no: tuple[str, ...], tones: tuple[tuple[str, str], ...]) -> Tone:
    made = Phrases()
    made.add(yes, "own-yes")
    made.add(no, "own-no")
    for name, up in tones:
        down = "to-no" if up == "to-yes" else "to-yes"
        made.add(lists()[name]["up"], f"all-{up}")
        made.add(lists()[name]["down"], f"all-{down}")
    return Tone(made)


def lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the shared words by kind."""
    made: Mapping[str, Mapping[str, Sequence[str]]] = data("tones.yaml")
    return made

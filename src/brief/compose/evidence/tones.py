"""A sentence and what a question looks for in, whether it speaks for yes or for no out.

Words that take a side are listed by kind in `tones.yaml` and serve every question; a question adds
a short list of its own. What surrounds a word (negation, doubt, a condition, what is only granted)
is read by the operators of the stance engine, clause by clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from brief.compose.evidence.proximity import (
    beside,
    clause_of,
    in_marks,
    in_passing,
    is_subject,
    of_another,
    of_some,
    pretended,
    proximity,
    relieves,
    remedied,
    word_at,
)
from brief.compose.evidence.reach import REACH, doubted, reaching
from brief.compose.evidence.word_families import families, listed
from brief.compose.evidence.word_senses import other_sense
from brief.engines.rules.stance.clauses import Clause, clauses
from brief.engines.rules.stance.operators import Operators, read_operators
from brief.engines.rules.stance.polarity import read
from brief.model.audience import Tones
from brief.vocabulary.lists import packed
from brief.vocabulary.words import Hit, TaggedPhrases, Word, words

_ELSE = re.compile(
    r"(?:(?:Before|Until|Prior to|Ahead of|In parallel (?:to|with)|Beyond|Besides|Apart from|"
    r"Aside from|In addition to|Alongside|Unlike)\b[^,;:]*,)|\b(?:amid|amidst)\b[^,;:]*|"
    r"\bas (?!(?:both|they|it|the two|their)\b)(?:[a-z][\w-]* ){1,6}?(?:converg|ris|grow|mount|"
    r"intensif|escalat|worsen|shift|loom|spread|evolv|chang)(?:es?|s|y|ies)?(?=[.,;]|$)",
    re.IGNORECASE,
)
"""What a sentence is not about: `Before the war, …`, `Beyond trade, …`, `amid a price war`, and
what goes on in the world meanwhile: `as energy needs grow`."""
OWN, SHARED = 1.5, 1.0
"""Weight of a question's own word, and of one that serves every question."""
GRANTED, OUTWEIGHED = 0.7, 0.4
"""Weight of what is granted (`although …`), and of what a `but` outweighs."""
TELLS = 0.3
"""Worth from which a word takes a side."""


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

    phrases: TaggedPhrases
    possible: bool = False
    """True where the question asks what can be: `can` and `may` hedge nothing."""
    mute: TaggedPhrases = field(default_factory=TaggedPhrases)
    """Words whose denial proves nothing of what is asked."""
    follows: bool = False
    """True where it asks what would follow: then a sentence with an `if` answers it."""
    meant: bool = False
    """True where it asks what somebody wants: then a plan answers it."""

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
        beside_it = [one.span() for one in _ELSE.finditer(text)]
        about = [
            word_at(split, at)
            for at, _ in subject
            if not any(first <= at < last for first, last in beside_it)
        ]
        rated: list[tuple[float, Hit, bool]] = []
        for cue in cues:
            if (
                in_marks(cue, split)
                or of_another(cue, split, about)
                or pretended(cue, split)
                or other_sense(cue, split)
                or relieves(cue, split)
                or (cue.tag[:3] != "own" and is_subject(cue, split, subject))
            ):
                continue
            worth = self._worth(cue, split, parts, found)
            near = proximity(cue, split, parts, about)
            means = not (
                _supposed(clause_of(parts, cue), split)
                or doubted(cue, found)
                or in_passing(cue, split)
                or of_some(cue, split)
                or remedied(cue, split)
                or self._undeterred(cue, split)
            )
            rated.append((worth * near, cue, means and beside(cue, split, parts, about)))
        rated = _since_then(_asserted_of(rated, split, parts), split)
        # `efforts to split the two will fail`: what is asked about takes no side beside a verdict
        said = [one for one in rated if not is_subject(one[1], split, subject)]
        rated = said if any(abs(worth) >= TELLS for worth, _, _ in said) else rated
        chief = max(rated, key=lambda one: abs(one[0])) if rated else None
        mark = (split[chief[1].first].start, split[chief[1].last - 1].end) if chief else None
        plus, minus = (sum(max(sign * one[0], 0.0) for one in rated) for sign in (1, -1))
        close = tuple(
            sum(max(sign * worth, 0.0) for worth, _, near in rated if near) for sign in (1, -1)
        )
        return Weighed(plus, minus, mark, (close[0], close[1]))

    def _undeterred(self, cue: Hit, split: list[Word]) -> bool:
        """Tell whether a hindrance is denied: what does not prevent a tie does not make it.

        Nor is it of no effect on it: `curbs were not enough to stop the trade`.
        """
        return any(
            (
                0 <= cue.first - hit.first <= REACH
                and any(word.text in _NOT for word in split[max(0, hit.first - 2) : hit.first])
            )
            or (
                0 <= hit.first - cue.last <= 1
                and split[cue.last - 1].text in ("enough", "sufficient")
            )
            for hit in self.mute.find(split)
        )

    def _worth(
        self, cue: Hit, split: list[Word], parts: Sequence[Clause], found: Operators
    ) -> float:
        """Return how far a word speaks for yes where it stands, less how far for no."""
        own, base = cue.tag[:3] == "own", 1.0 if cue.tag.endswith("yes") else -1.0
        around, clause = reaching(cue, found, split), clause_of(parts, cue)
        if self.possible:
            around = replace(around, modal=[hit for hit in around.modal if hit.tag != "hedge"])
        reading = read(cue, base, split, clause, around)
        return (OWN if own else SHARED) * reading.score * reading.weight * _stood_behind(clause)


def _stood_behind(clause: Clause) -> float:
    """Return how far a clause is the author's: what he grants he holds true all the same."""
    least = {"condition": 0.0, "granted": GRANTED, "main": OUTWEIGHED}[clause.role]
    return max(clause.weight, least)


def _asserted_of(
    rated: list[tuple[float, Hit, bool]], split: Sequence[Word], parts: Sequence[Clause]
) -> list[tuple[float, Hit, bool]]:
    """Return the words without those of a clause that is granted, only for the other side to win.

    Of `while it was slow to help, it stood by him` the second half counts. Where what is granted
    affirms something, or the sentence goes on with `it also …`, two things are said.
    """

    def outweighed(clause: Clause) -> bool:
        held_back = any(_HELD_BACK.match(word.text) for word in split[clause.first : clause.last])
        lesser = clause.role == "granted" or (clause.role == "main" and clause.weight < GRANTED)
        return lesser and held_back

    def adds(clause: Clause) -> bool:
        return any(word.text == "also" for word in split[clause.first : clause.last])

    said = [
        worth
        for worth, cue, _ in rated
        for clause in (clause_of(parts, cue),)
        if abs(worth) >= TELLS and not outweighed(clause) and not adds(clause)
    ]
    return [
        one
        for one in rated
        if not outweighed(clause_of(parts, one[1])) or not any(one[0] * worth < 0 for worth in said)
    ]


def _since_then(
    rated: list[tuple[float, Hit, bool]], split: Sequence[Word]
) -> list[tuple[float, Hit, bool]]:
    """Return the words without those that only say from when on the opposite holds.

    `After the ban was lifted in May, it bought planes` says that it buys.
    """
    ends = (at for at in range(1, len(split)) if "," in split[at].gap)
    start = next(ends, 0) if split[0].text in _FROM_WHEN else 0
    then = [worth for worth, cue, _ in rated if cue.first >= start and abs(worth) >= TELLS]
    return [
        one
        for one in rated
        if one[1].first >= start or not any(one[0] * worth < 0 for worth in then)
    ]


_FROM_WHEN = frozenset(["after", "since", "once", "when", "until", "before"])


def _supposed(clause: Clause, split: Sequence[Word]) -> bool:
    """Tell whether a clause says what would be, only to be outweighed: `it would …, but …`."""
    would = any(
        word.text in ("would", "could", "might") for word in split[clause.first : clause.last]
    )
    return clause.role == "main" and clause.weight < GRANTED and would


def asserted(text: str, subject: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a sentence asserts its subject, and does not only grant or suppose it."""
    split = words(text)
    places = [word_at(split, first) for first, _ in subject]
    parts = clauses(split)
    return all(
        part.role == "main" for part in parts for place in places if part.first <= place < part.last
    )


_HELD_BACK = re.compile(r"(?:not|n't|no|never|hesita\w+|reluctan\w+|slow|hardly|little|few)$")
"""What says that somebody did not, or not gladly."""
_NOT = frozenset(["not", "n't", "cannot", "never", "nor", "hardly"])


def tone(yes: Sequence[str], no: Sequence[str], tones: Tones, claim: str = "") -> Tone:
    """Return the words of a question: its own, and those of its kinds and of its claim."""
    up, down, mute = (families(claim)[way] for way in ("up", "down", "mute"))
    made = _tone((*yes, *up), (*no, *down), tuple(sorted(tones.items())))
    possible, follows, meant = (one.search(claim) is not None for one in (_CAN, _WOULD, _WANTS))
    return replace(made, possible=possible, follows=follows, meant=meant, mute=listed(mute))


_CAN = re.compile(r"\b(?:can|could|may|in reach)\b")
_WOULD = re.compile(r"\b(?:would|will)\b")
_WANTS = re.compile(r"\b(?:wants?|works? to|backs?)\b")


@cache
def _tone(yes: tuple[str, ...], no: tuple[str, ...], tones: tuple[tuple[str, str], ...]) -> Tone:
    made = TaggedPhrases()
    made.add(yes, "own-yes")
    made.add(no, "own-no")
    for name, up in tones:
        down = "to-no" if up == "to-yes" else "to-yes"
        made.add(lists()[name]["up"], f"all-{up}")
        made.add(lists()[name]["down"], f"all-{down}")
    return Tone(made)


def lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the shared words by kind."""
    made: Mapping[str, Mapping[str, Sequence[str]]] = packed(__package__, "tones.yaml")
    return made

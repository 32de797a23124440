"""A word for the relation, in its clause, in; what the clause says of the relation, out.

Negation, doubt, hedging and talk are read as operators over the clause: those before the word
(`no … alliance`), those after it (`an alliance is unlikely`), and the few that undo another
(`not only`, `nothing short of`, `more than`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import operators, phrases
from brief.vocabulary.words import Hit, Word

BASE = {"terms": 2.0, "near": 1.0, "weaker": -1.0, "opposed": -2.0}
"""What each list of a relation says when it is affirmed."""

_SCOPE = 16  # words a negation reaches
_UNFORMAL = -0.4  # factor on the score when only a *formal* alliance is denied
_OPEN = 0.8  # weight of a word whose truth is left open, against 1 for a plain statement
_JOINED = 3  # words on each side of an `and` that ends the reach of a negation
_LISTED = 6  # words it reaches across a comma, as in `no strategic, political or military pact`
_FORMAL = frozenset(
    [
        "formal",
        "formally",
        "full",
        "fully",
        "fledged",
        "official",
        "officially",
        "traditional",
        "classic",
        "classical",
        "treaty",
        "nato",
        "conventional",
        "binding",
        "sense",
        "manner",
        "style",
        "genuine",
        "true",
        "real",
        "legal",
        "institutionalized",
    ]
)
_FORMER = frozenset(["former", "formerly", "once", "erstwhile", "onetime", "historically"])
_SETTLED = frozenset(["the", "this", "that", "these", "their", "its", "our", "such"])


_MODAL = {"hedge": (0.5, 0.8), "would": (0.2, 0.4), "ought": (0.4, 0.6), "wish": (0.5, 0.7)}
"""Factors on the score and on the weight of what is hedged, supposed, urged or wished."""


@dataclass(frozen=True, slots=True)
class Operators:
    """Where the operators stand in a sentence."""

    before: list[Hit]
    after: list[Hit]
    undo: list[Hit]
    modal: list[Hit]
    past: list[Hit]
    unknown: list[Hit]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word says in its clause: a score, and how much it counts."""

    score: float
    weight: float


def read_operators(text: list[Word], cues: Iterable[Hit] = ()) -> Operators:
    """Find every operator of a sentence; those inside one of its `cues` are part of that."""
    inside = [cue for cue in cues if cue.last - cue.first > 1]
    undo = phrases("only", "exceed", "amount").find(text)
    amounts = [hit for hit in undo if hit.tag == "amount"]
    before = [
        hit
        for hit in phrases("deny", "doubt", "damage", "alone").find(text)
        if not any(other.first <= hit.first < other.last for other in amounts)
    ]
    before = [hit for hit in before if not any(_part_of(hit, cue) for cue in inside)]
    return Operators(
        before=sorted([*before, *_outdone(text)], key=lambda hit: hit.first),
        after=phrases("deny_after", "doubt_after", "exist").find(text),
        undo=undo,
        modal=phrases("hedge", "would", "ought", "wish", "talk", "certain").find(text),
        past=phrases("past", "past_verb", "not_past").find(text),
        unknown=phrases("unknown").find(text),
    )


def _outdone(text: list[Word]) -> list[Hit]:
    """Return the `than` of `a more likely response than …`, which denies what follows it."""
    likelier = False
    found: list[Hit] = []
    for index, word in enumerate(text):
        if word.text in ("likely", "probable", "plausible", "realistic", "promising"):
            likelier = index > 0 and text[index - 1].text in ("more", "likelier")
        elif word.text == "than" and likelier:
            found.append(Hit(index, index + 1, "doubt"))
    return found


def read(cue: Hit, base: float, text: list[Word], clause: Clause, found: Operators) -> Reading:
    """Return what `cue`, worth `base` when plainly affirmed, says in `clause`."""
    undo = _undo(cue, found, clause)
    score = _undone(base, undo, text)
    denials = _before(cue, text, clause, found, undo)
    harmed = any(hit.tag == "damage" for hit in denials)
    after = [hit for hit in found.after if _follows(hit, cue, clause, text)]
    late, late_soft, said = _after(cue, after, found, text)
    flips = 1 if any(hit.tag == "alone" for hit in denials) else len(denials) + late
    if flips % 2:
        soft = late_soft or any(hit.tag != "deny" for hit in denials)
        score = _denied(score, soft, cue, text)
    elif flips and not harmed:
        score *= 0.5  # `not out of the question`, `not impossible`: no more than possible
    if not late and _left_open(cue, clause, found, text, denials):
        return Reading(0.0, _OPEN)
    until = after[0].first if said else cue.last
    factor, weight = _modal(cue, text, clause, found, until, denied=bool(flips))
    return Reading(score * factor, weight * _past(cue, text, clause, found))


def _left_open(
    cue: Hit, clause: Clause, found: Operators, text: list[Word], denials: list[Hit]
) -> bool:
    """Tell whether the clause leaves the matter open: `whether …`, `remains to be seen`."""
    for hit in found.unknown:
        follower = text[hit.last].text if hit.last < len(text) else ""
        if not _inside(hit, clause) or (text[hit.first].text == "whether" and follower == "or"):
            continue
        if all(denial.tag == "deny" and denial.first < hit.last <= cue.first for denial in denials):
            return True
    return False


def _overlap(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last


def _part_of(hit: Hit, cue: Hit) -> bool:
    """Tell whether a phrase is a smaller part of another."""
    return (
        cue.first <= hit.first
        and hit.last <= cue.last
        and (hit.first, hit.last) != (cue.first, cue.last)
    )


def _inside(hit: Hit, clause: Clause) -> bool:
    return clause.first <= hit.first < clause.last


def _undo(cue: Hit, found: Operators, clause: Clause) -> Hit | None:
    """Return the `only`, `exceed` or `amount` that stands right before the word."""
    near = [
        hit for hit in found.undo if _inside(hit, clause) and hit.last <= cue.first <= hit.last + 4
    ]
    return near[-1] if near else None


def _undone(base: float, undo: Hit | None, text: list[Word]) -> float:
    """Return the worth of the word after `more than`, `not merely`, `nothing short of`."""
    if undo is None:
        return base
    prior = text[undo.first - 1].text if undo.first else ""
    if undo.tag == "exceed":
        if prior in ("no", "nothing", "little", "hardly", "not", "never", "n't", "scarcely"):
            return base
        plain = undo.first + 2 == undo.last and text[undo.first].text == "more"
        return 2.0 if base == 2.0 and plain else 1.0
    if undo.tag == "only" and base < 0:
        negated = prior in ("not", "n't", "longer", "never", "nor", "neither")
        return -base if negated else base
    return base


def _before(
    cue: Hit, text: list[Word], clause: Clause, found: Operators, undo: Hit | None
) -> list[Hit]:
    """Return the denials that reach the word from the left."""
    reaching: list[Hit] = []
    nor = False
    for hit in found.before:
        if not _inside(hit, clause) or hit.last > cue.first:
            continue
        word = text[hit.first].text
        if not _reaches(hit, cue, text) or _cancelled(hit, undo) or _kept(hit, cue, text, found):
            continue
        if nor and word in ("nor", "or", "no", "not"):
            continue
        nor = nor or word in ("neither", "no", "not", "n't", "nor", "never")
        reaching.append(hit)
    return reaching


def _reaches(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether a denial reaches the word: near enough, and not past a comma."""
    distance = cue.first - hit.last
    between = text[hit.last : cue.first + 1]
    commas = any("," in word.gap for word in between)
    joins = [
        at
        for at, (word, after) in enumerate(itertools.pairwise(between))
        if word.text == "and" and not after.capital
    ]
    if joins and joins[-1] >= _JOINED and distance - joins[-1] > _JOINED:
        return False
    return distance <= (_LISTED if commas else _SCOPE)


def _cancelled(hit: Hit, undo: Hit | None) -> bool:
    """Tell whether `only` or `more than` right after a denial takes it away."""
    return undo is not None and undo.tag != "amount" and 0 <= undo.first - hit.last <= 2


def _kept(hit: Hit, cue: Hit, text: list[Word], found: Operators) -> bool:
    """Tell whether the verb between a denial and the word takes the thing for granted.

    `cannot dominate the alliance`, `does not threaten their alliance`: the alliance stands.
    """
    if any(hit.last <= other.first < cue.first for other in found.before):
        return False
    between = text[hit.last : cue.first]
    keeps = _verbs("keeps")
    if any(word.text in keeps for word in between):
        return True
    settled = any(word.text in _SETTLED for word in text[max(hit.last, cue.first - 4) : cue.first])
    verbs = _verbs("makes")
    plain = text[hit.first].text in ("not", "n't", "never", "cannot")
    return plain and settled and len(between) > 1 and not any(w.text in verbs for w in between)


def _follows(hit: Hit, cue: Hit, clause: Clause, text: list[Word]) -> bool:
    """Tell whether an operator stands after the word, in its clause, as its predicate."""
    if not _inside(hit, clause) or hit.first < cue.last or hit.first - cue.last > 14:
        return False
    verbs = _verbs("links")
    return text[hit.first].text in verbs or any(
        word.text in verbs for word in text[cue.last : hit.first + 1]
    )


def _after(
    cue: Hit, after: list[Hit], found: Operators, text: list[Word]
) -> tuple[int, bool, bool]:
    """Count the denials in what is said after the word; say if they doubt, and if any is said."""
    if not after:
        return 0, False, False
    first = after[0]
    negations = [
        hit
        for hit in found.before
        if cue.last <= hit.first and hit.last <= first.first and not _overlap(hit, first)
    ]
    flips = len(negations) + (first.tag != "exist")
    soft = first.tag == "doubt_after" or any(hit.tag == "doubt" for hit in negations)
    return flips, soft and flips == 1, True


def _denied(score: float, soft: bool, cue: Hit, text: list[Word]) -> float:
    """Return the score of a denied word."""
    if score <= -2:
        return 0.5  # no enmity is not yet friendship
    if score < 0:
        return -score
    formal = any(word.text in _FORMAL for word in text[max(0, cue.first - 3) : cue.last + 4])
    if formal:
        return _UNFORMAL * score
    return max(-1.0, -score) if soft else -score


def _modal(
    cue: Hit, text: list[Word], clause: Clause, found: Operators, until: int, *, denied: bool
) -> tuple[float, float]:
    """Return how hedges, wishes and talk change a word's score and its weight.

    They stand before the word, or between it and its predicate, which begins at `until`.
    """
    factor, weight = 1.0, 1.0
    firm = cue.tag in ("weaker", "opposed")
    for hit in found.modal:
        if not _inside(hit, clause) or _overlap(hit, cue) or (firm and hit.tag == "wish"):
            continue
        close = hit.last <= cue.first and cue.first - hit.last <= 12
        close = close or cue.last <= hit.first < until
        if hit.tag in _MODAL and close and not (denied and hit.tag in ("would", "ought")):
            limits = _MODAL[hit.tag]
            factor, weight = min(factor, limits[0]), min(weight, limits[1])
        elif hit.tag == "talk" and hit.last <= cue.first <= hit.last + 8 and until == cue.last:
            weight = min(weight, _talk(text[hit.first], denied=denied))
    return factor, weight


def _talk(word: Word, *, denied: bool) -> float:
    """Return the weight of what is only spoken of; to deny the idea is to deny the thing."""
    if word.text in ("word", "words", "term", "terms", "label", "epithet", "terminology"):
        return 0.06
    return 0.7 if denied else 0.15


def _past(cue: Hit, text: list[Word], clause: Clause, found: Operators) -> float:
    """Return a small weight for what is said of the past."""
    marks = [hit for hit in found.past if hit.tag == "past" and _inside(hit, clause)]
    near = [hit for hit in marks if hit.last <= cue.first <= hit.last + 4]
    if any(text[hit.first].text in _FORMER for hit in near):
        return 0.05
    verbs = [hit for hit in found.past if hit.tag == "past_verb" and _inside(hit, clause)]
    here = text[clause.first : clause.last]
    present = any(word.text in _verbs("present") for word in here)
    if (marks and not present) or (verbs and _did_not(here) and _dated(here)):
        return 0.1
    return 0.5 if verbs and not present else 1.0


def _did_not(here: list[Word]) -> bool:
    """Tell whether a clause denies something of the past: `did not`, `were never`."""
    return any(
        one.text in ("did", "was", "were", "had") and other.text in ("not", "n't", "never", "no")
        for one, other in itertools.pairwise(here)
    )


def _dated(here: list[Word]) -> bool:
    """Tell whether a clause names a year, or a time by `after`, `when`, `then`."""
    return any(
        (word.text.isdigit() and len(word.text) == 4)
        or word.text in ("after", "when", "then", "before", "until")
        for word in here
    )


def _verbs(name: str) -> frozenset[str]:
    """Return a list of verbs from `operators.yaml`."""
    return _VERBS.setdefault(name, frozenset(" ".join(operators()[name]).split()))


_VERBS: dict[str, frozenset[str]] = {}

"""A word for the relation, in its clause, in; what the clause says of the relation, out.

Negation, doubt, hedging and talk are read as operators over the clause: those before the word
(`no … alliance`), those after it (`an alliance is unlikely`, in `predicates`), and the few that
undo another (`not only`, `nothing short of`, `more than`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.double_negation import unequaled, without_doubly_denied
from brief.engines.rules.stance.lexicon import phrases, word_list
from brief.engines.rules.stance.lookalikes import between_two, described
from brief.engines.rules.stance.modality import modal, past
from brief.engines.rules.stance.negation_scope import COPULAS, HARMS, in_scope
from brief.engines.rules.stance.operators import (
    Operators,
    governing,
    inside,
    past_aside,
)
from brief.engines.rules.stance.predicates import follows, of_end, said_after, taken_back
from brief.engines.rules.stance.rejected_claims import RejectedClaim, claim_around
from brief.engines.rules.stance.undoing import undo, undone
from brief.vocabulary.words import Hit, Word, keep

BASE = {"terms": 2.0, "near": 1.0, "weaker": -1.0, "opposed": -2.0}
"""What each list of a relation says when it is affirmed."""

_SHORT = 0.35  # weight of `stops short of`, which often follows on praise of closeness
_UNFORMAL = -0.4  # factor on the score when only a *formal* alliance is denied
_NEVER, _NEVER_FORMAL = 6, -0.6  # words that `never` reaches, and the same where it is said
_MENTIONED = 12  # words from a treaty to what it does not mention
_FORMALITY = 0.6  # factor on its weight: it says less than a denial of the thing itself
_DESCRIBED = 0.1  # weight of what only says who is spoken of
_OPEN = 0.8  # weight of a word whose truth is left open, against 1 for a plain statement
_FRAMES = frozenset(
    ["so", "to", "anyone", "anybody", "those", "whoever", "alleged", "supposed", "supposedly"]
)
_OR_NOT = 8  # words behind `whether` in which `or not` may stand
_NEAR = 3  # words before a harm in which it is said to be made good
_UNDER_WAY = frozenset(["further", "growing", "deepening", "burgeoning", "emerging"])
_ANY = frozenset(["a", "an", "any"])
_LED = frozenset(["led", "backed", "orchestrated", "sponsored", "dominated"])  # somebody's camp
_THAT_NOUN = frozenset(["for", "with", "to", "in"])
"""After `that`, what shows that it stands for itself: `will not trade that for an alliance`."""
_JOINING = frozenset(["join", "joins", "joining", "enter", "enters", "entering"])
_SETTLED = frozenset(["the", "this", "that", "these", "their", "its", "our", "such"])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word says in its clause: a score, and how much it counts."""

    score: float
    weight: float


def read(
    cue: Hit, base: float, text: list[Word], clause: Clause, found: Operators, direction: int = 1
) -> Reading:
    """Return what `cue`, worth `base` when plainly affirmed, says in `clause`.

    `direction` is -1 where the relation is a hostile one: what is affirmed then keeps two apart.
    """
    key = ("reading", cue, base, clause, found, direction)
    return keep(text, key, lambda: _reading(cue, base, text, clause, found, direction))


def _reading(
    cue: Hit, base: float, text: list[Word], clause: Clause, found: Operators, direction: int
) -> Reading:
    """Return the same, read anew: by what stands around it, or the claim that it stands in."""
    if text[cue.first].text in word_list("slights"):
        return Reading(base, past(cue, text, clause, found))  # "wrong to underestimate their ties"
    claim = claim_around(text, cue.first)
    if claim and claim.talk and base > 0:
        claim = None  # "talk of an axis is overblown": its own predicate denies it
    plain = _read(cue, base, text, clause, found, claim, direction)
    if claim is None:
        return plain
    held = plain.score if claim.affirmed else -plain.score  # the claim is doubted
    return Reading(max(-1.0, min(1.0, held)), plain.weight)


def _read(
    cue: Hit,
    base: float,
    text: list[Word],
    clause: Clause,
    found: Operators,
    claim: RejectedClaim | None,
    direction: int,
) -> Reading:
    """Return what a word says in its clause, or in the rejected claim that it stands in."""
    apart = base * direction < 0
    lift = undo(cue, found, clause)
    score = undone(base, lift, text)
    denials = _before(cue, text, clause, found, lift, claim)
    idle = "wreck" if apart else "soothe"
    denials = [hit for hit in denials if hit.tag != idle]
    if apart:  # "their unity masks deep differences": these are real
        hollow = word_list("hides") | word_list("no_cure")
        denials = [hit for hit in denials if text[hit.first].text not in hollow]
    harmed = any(hit.tag in HARMS for hit in denials)
    after = [hit for hit in found.after if follows(hit, cue, clause, text)]
    after = [hit for hit in after if hit.tag != "eased" or apart]
    between = text[cue.last : after[0].first] if after else []
    if any(word.text in ("that", "which") for word in between):
        after = [hit for hit in after if hit.tag == "eased"] or after  # "quarrels that may … ended"
    ended = sum(of_end(hit, text) for hit in after[:1])
    if claim:
        after = [hit for hit in after if claim.holds(hit.first)]
    late, late_soft, said = said_after(cue, after, found, text)
    late += ended
    flips = 1 if any(hit.tag == "alone" for hit in denials) else len(denials) + late
    if late and any(text[hit.first].text in _FRAMES for hit in denials):
        flips = 1  # "the so-called alliance exists only on paper": denied once, by both
    if flips % 2 == 0:  # "nobody calls them allies, and allies they are not": denied once
        flips += taken_back(cue, text, clause)
    if flips % 2:
        soft = late_soft or any(hit.tag != "deny" for hit in denials) or _put_off(text, clause)
        score = _denied(score, soft, cue, text)
    elif flips and not harmed:
        score *= 0.5  # `not out of the question`, `not impossible`: no more than possible
    if between_two(cue, text):
        return Reading(0.0, _OPEN)
    if not late and _left_open(cue, clause, found, text, denials):
        return Reading(0.0, _OPEN)
    until = after[0].first if said else cue.last
    denies = any(w.text in word_list("denials") for w in text[cue.first : cue.last])
    factor, weight = modal(cue, text, clause, found, until, denied=denies or bool(flips))
    if flips % 2 and base > 0 and _formal(cue, text):
        weight *= _FORMALITY
    if any(hit.tag == "short" for hit in denials):
        weight *= _SHORT
    weight *= _DESCRIBED if described(cue, text) else 1.0
    return Reading(score * factor, weight * past(cue, text, clause, found))


def _put_off(text: list[Word], clause: Clause) -> bool:
    """Tell whether a clause speaks of the near future alone: `will not ally any time soon`."""
    return bool(phrases("put_off").within(text, clause.first, clause.last))


def _left_open(
    cue: Hit, clause: Clause, found: Operators, text: list[Word], denials: list[Hit]
) -> bool:
    """Tell whether the clause leaves the matter open: `whether …`, `remains to be seen`."""
    for hit in found.unknown:
        follower = text[hit.last].text if hit.last < len(text) else ""
        word = text[hit.first].text
        if not inside(hit, clause) or (word == "whether" and follower == "or"):
            continue
        if word == "whether" and _either(text[hit.last : hit.last + _OR_NOT]):
            continue  # "whether we like it or not, they are allies"
        if word == "whether" and hit.first and text[hit.first - 1].text in ("not", "of", "longer"):
            continue  # "the question is not whether but when"
        if word == "whether" and any(one.apart for one in text[cue.last : hit.first + 1]):
            continue  # "the alliance holds, after years in which none knew whether it would"
        if all(
            denial.tag in ("deny", *HARMS) and denial.first < hit.last <= cue.first
            for denial in denials
        ):
            return True
    return False


def _before(
    cue: Hit,
    text: list[Word],
    clause: Clause,
    found: Operators,
    lift: Hit | None,
    claim: RejectedClaim | None,
) -> list[Hit]:
    """Return the denials that reach the word from the left."""
    reaching: list[Hit] = []
    nor = False
    held = [hit for hit in found.before if claim is None or claim.holds(hit.first)]
    for hit in held:
        if hit.last <= cue.first and past_aside(hit, text):
            reaching.append(hit)
            continue
        if not inside(hit, clause) or hit.last > cue.first:
            continue
        word = text[hit.first].text
        if not in_scope(hit, cue, text) or _cancelled(hit, lift) or _kept(hit, cue, text, found):
            continue
        if _going_on(hit, cue, text) or _restored(hit, text) or unequaled(hit, cue, text):
            continue
        dismissed = hit.tag == "dismiss" and any(
            one.text == "as" for one in text[hit.last : cue.first]
        )
        if dismissed or (nor and word in ("nor", "or", "no", "not")):
            continue
        nor = nor or word in word_list("negations") | {"neither", "no", "nor"}
        reaching.append(hit)
    return governing(without_doubly_denied(reaching, text), text)


def _cancelled(hit: Hit, undo: Hit | None) -> bool:
    """Tell whether `only` or `more than` right after a denial takes it away."""
    return (
        undo is not None
        and undo.tag not in ("amount", "approach")
        and 0 <= undo.first - hit.last <= 2
    )


def _kept(hit: Hit, cue: Hit, text: list[Word], found: Operators) -> bool:
    """Tell whether the verb between a denial and the word takes the thing for granted.

    `cannot dominate the alliance`, `does not threaten their alliance`: the alliance stands.
    """
    if any(hit.last <= other.first < cue.first for other in found.before):
        return False
    between = text[hit.last : cue.first]
    keeps = word_list("keeps")
    if any(word.text in keeps for word in between):
        joins = any(word.text in _JOINING for word in between)
        camp = _ANY | _LED
        return not (joins and camp & {w.text for w in text[cue.first - 3 : cue.first]})
    nouns = word_list("articles") | _THAT_NOUN
    settled = any(
        text[at].text in _SETTLED and not (text[at].text == "that" and text[at + 1].text in nouns)
        for at in range(max(hit.last, cue.first - 4), cue.first)
    )
    verbs = word_list("makes")
    plain = text[hit.first].text in word_list("negations") | {"cannot"}
    plain = plain and not (hit.first and text[hit.first - 1].text in COPULAS)
    return plain and settled and len(between) > 1 and not any(w.text in verbs for w in between)


def _going_on(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether what is to be stopped is under way: `prevent further rapprochement`."""
    if hit.last == cue.first or text[cue.first - 1].text not in _UNDER_WAY:
        return False
    denies = word_list("negations") | {"cannot", "no", "without", "neither", "nor", "none"}
    return text[hit.first].text not in denies


def _restored(hit: Hit, text: list[Word]) -> bool:
    """Tell whether what was harmed is made whole again: `revives the suspended treaty`."""
    before = {word.text for word in text[max(0, hit.first - _NEAR) : hit.first]}
    return hit.tag in HARMS and bool(before & word_list("restores"))


def _denied(score: float, soft: bool, cue: Hit, text: list[Word]) -> float:
    """Return the score of a denied word."""
    if score <= -2:  # no enmity is not yet friendship, but who does not part stays
        return 1.0 if text[cue.first].text in word_list("partings") else 0.2
    if score < 0:
        return -score
    if _formal(cue, text):
        ever = any(word.text == "never" for word in text[max(0, cue.first - _NEVER) : cue.first])
        return (_NEVER_FORMAL if ever else _UNFORMAL) * score
    return max(-1.0, -score) if soft else -score


def _either(after: list[Word]) -> bool:
    """Tell whether `or not` stands among words: what `whether` opens does not matter then."""
    return any(one.text == "or" and two.text == "not" for one, two in pairwise(after))


def _formal(cue: Hit, text: list[Word]) -> bool:
    """Tell whether only the formal thing is meant: `no formal alliance`, `allies by treaty`."""
    near = text[max(0, cue.first - 3) : cue.last + 4]
    if any(word.text in word_list("formal") for word in near):
        return True
    before = [word.text for word in text[max(0, cue.first - _MENTIONED) : cue.first]]
    papers, mentions = word_list("papers"), word_list("mentions")
    at = next((n for n, low in enumerate(before) if low in mentions), 0)
    return at > 0 and bool(papers & set(before[:at]))  # "the treaty mentions no defense pact"

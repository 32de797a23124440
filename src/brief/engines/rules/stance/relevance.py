"""How surely a word speaks of the relation between the parties, and not of somebody else's."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import OTHER, word_list
from brief.engines.rules.stance.mentions import (
    BOTH,
    PREPOSITIONS,
    Mention,
    Named,
    attached,
    named,
)
from brief.engines.rules.stance.operators import Operators
from brief.vocabulary.words import Hit, Word, lows

RELEVANT = 0.2  # below this a word is taken to speak of somebody else
MET, MET_ONE = 0.6, 0.5
"""Least salience where both parties are named at all in a text, or one."""
_ADVISED = frozenset(["should", "must", "ought", "need", "needs", "wise", "cannot", "better"])
_WE = frozenset(["we", "our", "ours", "us"])
_OURS = 0.7  # where the speaker counts as one party: `we are no ally of China`
_PHRASE = 0.8
_SHARED = frozenset(["shared", "common", "mutual", "joint", "gang", "ganged", "ganging"])
_PARTICIPLE = re.compile(r"(?:ed|bound|held|thrown|drawn|driven|brought)$")
_MANY, _CROWD = 2, 0.1  # others in one list with the parties, and what is then said of these two
_BESIDE = 4  # words between two parties that share a verb: `neither Russia nor today's China`
_RIVAL = 0.3  # what is taken off where `the two` may mean a party and somebody else
_RIVALS = 0.15  # what is left where `the two` stands in a clause on a party and somebody else
_FOREIGN = 0.8  # the same, after a word on others' relation
_LOOSE: dict[str, float] = {"terms": 0.9, "near": 0.8, "weaker": 0.6, "opposed": 0.3}
"""Factor for a word in a clause that names both parties but ties it to neither."""


@dataclass(slots=True)
class Context:
    """What the text has been about so far."""

    salience: float = 0.5
    """How surely `the two countries` or `the partnership` means the parties, 0 to 1."""
    floor: float = 0.0
    """The least salience in this text: high where the pair is its subject."""
    asked: float = 0.0
    """How surely the sentence before asked the question itself: `Are they allies?`."""
    told: float = 0.0
    """How surely the sentence before reported a view that it is so: `They are not.` denies it."""
    late: float = 0.0
    """How much the sentence before denied that it is coming: `It is here.` then affirms it."""
    topic: float = 0.0
    """How surely the last sentence spoke of ties between the parties, as `it` may then mean."""
    term: float = 0.0
    """How surely the last sentence named the relation itself, which `it` may then mean."""
    rival: float = 0.0
    """How lately a sentence named somebody else, whom `the two` and `it` may then mean."""
    foreign: float = 0.0
    """How lately a sentence spoke of somebody else's relation, which `it` may then mean."""

    def after(self, found: list[Mention], length: int) -> None:
        """Move on past a sentence that named `found`."""
        around = named(found, 0, length)
        if around.pair and not _listed(found):
            self.salience, self.rival, self.foreign = 1.0, 0.0, 0.0
        elif around.others and around.parties:
            self.salience *= 0.5
            self.rival = 1.0
        elif around.others:
            self.salience *= 0.7
            self.rival = self.rival if around.both else 1.0  # "both would fear a third party"
        else:
            self.salience *= 0.92
            self.rival *= 0.5
            self.foreign *= 0.5
        self.salience = max(self.salience, self.floor)


def relevance(
    cue: Hit,
    text: list[Word],
    clause: Clause,
    found: list[Mention],
    context: Context,
    *,
    thing: int = 2,
) -> float:
    """Return from 0 (others' relation) to 1 (surely the parties') for a word in its clause.

    `thing` says whether the clause has a noun for what is between states (1), right beside the
    word (2), or none (0): then, without the pair, a general word such as `caution` says nothing.
    """
    own = attached(text, found, (cue.first, cue.last), (0, len(text)))
    if own.pronoun and not own.parties and not own.others:
        own = _owner(cue, text, found, clause) or own
    if _ours(cue, text, found):
        return 0.0
    if own.pair:
        return 1.0
    found = [m for m in found if not _observes(m, cue, text)]
    near = named(found, clause.first, clause.last)
    doubt = 1.0 if near.pair else 1.0 - max(_RIVAL * context.rival, _FOREIGN * context.foreign)
    if _brought(cue, text, clause):
        return 0.6 + 0.4 * context.salience
    if own.both:
        mixed = near.others and not near.pair  # "after a war between the two South Asian rivals"
        return (0.6 + 0.4 * context.salience) * (_RIVALS if mixed else doubt)
    by = text[cue.last - 1].text == "by" and not own.others
    together = by or _pressed(cue, text) or text[cue.first].text in _SHARED
    if together and _subject(cue, found, clause):
        return 1.0
    if _shared_by_them(cue, text):
        return (0.6 + 0.4 * context.salience) * doubt
    if own.others or (text[cue.last - 1].text in PREPOSITIONS and not own.parties):
        if own.others and cue.tag == "terms":
            context.foreign = 1.0
        return 0.0
    whole = named(found, 0, len(text))
    if (near.pair and _one_of_many(found, clause)) or (whole.pair and _listed(found)):
        return _CROWD
    if near.pair:
        loose = 1.0 if own.parties or _subject(cue, found, clause) else _LOOSE.get(cue.tag, 1.0)
        return loose * (0.75 if near.others else 1.0)
    we = not _WE.isdisjoint(lows(text))
    if own.parties:
        return _with_one(near.both or we, near.others, whole.pair, context)
    if near.both:
        return (0.4 + 0.5 * context.salience) * (0.6 if near.others else 1.0) * doubt
    loose = 1.0 if _they(text, clause) else _LOOSE.get(cue.tag, 1.0)
    if cue.last - cue.first > 1 or thing > 1:  # a phrase is surer than a word alone
        loose, thing = max(loose, _PHRASE), max(thing, 1)
    if whole.pair:
        return loose * (0.35 if near.others else 0.8)
    elsewhere = cue.tag != "terms" or near.others or named(found, 0, cue.first).others
    if loose < 1 and not thing and not own.parties and elsewhere:
        return 0.0
    if near.others and any(m.who == OTHER and m.first < cue.first for m in found):
        return 0.9 * doubt * context.salience if named(found, 0, cue.first).both else 0.0
    before = named(found, 0, cue.first)
    if we and (near.parties or before.parties) and not before.others:
        return loose * _OURS
    if _it_is(text, clause, cue) and not (near.others or near.parties or before.others):
        return loose * doubt * max(0.6, context.salience)
    return loose * doubt * context.salience * _unnamed(near, before)


def _shared_by_them(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word says what they share, whomever it is for: `their common dislike of X`."""
    theirs = cue.first > 0 and text[cue.first - 1].text == "their"
    return theirs and cue.tag == "near" and text[cue.first].text in _SHARED


def _pressed(cue: Hit, text: list[Word]) -> bool:
    """Tell whether `by` says what brings two together, whoever that is: `bound by fear of Iran`."""
    if not any(_PARTICIPLE.search(word.text) for word in text[cue.first : cue.last]):
        return False
    return any(word.text == "by" for word in text[cue.last - 1 : cue.last + 2])


def _brought(cue: Hit, text: list[Word], clause: Clause) -> bool:
    """Tell whether somebody brings the two where the word says: `its embargo made them draw near`.

    Whoever it is, these are not among the two.
    """
    here = range(clause.first, min(cue.last, clause.last - 1))
    for at in here:
        if not _BRINGS.fullmatch(text[at].text):
            continue
        rest = text[at + 1 :]
        object_, *after = rest[rest[0].text in ("the", "these", "those") :] or rest
        named_ = bool(after) and after[0].capital  # "brings the two Koreas together"
        if object_.text in _OBJECTS and not named_:
            return not any(word.apart for word in text[at + 1 : cue.first + 1])
    return False


_BRINGS = re.compile(
    r"ma(?:k(?:es?|ing)|de)|(?:push|press|forc|driv|mov|nudg|propel|compell?|shov|herd|spurr?|edg)"
    r"(?:e|es|ed|ing|s)?|dr(?:ive|ove|iven)s?|br(?:ing|ings|inging|ought)|thr(?:ow|ows|owing|ew)|"
    r"dr(?:aw|aws|awing|ew)"
)
_OBJECTS = frozenset(["two", "both", "them", "pair"])


def _one_of_many(found: list[Mention], clause: Clause) -> bool:
    """Tell whether a clause lists the parties among many: `Brazil, Russia, India, China and …`."""
    here = [m for m in found if clause.first <= m.first < clause.last and m.who != BOTH]
    run = [b for a, b in itertools.pairwise(here) if b.first - a.last <= 1]
    return len([m for m in run if m.who == OTHER]) >= _MANY


def _listed(found: list[Mention]) -> bool:
    """Tell whether one list holds the parties and several others: `Canada, Denmark, Norway …`."""
    run: list[Mention] = []
    for mention in (*found, None):
        if mention is not None and (not run or mention.first - run[-1].last <= 1):
            run.append(mention)
            continue
        others = sum(one.who == OTHER for one in run)
        if others >= _MANY and len({one.who for one in run} - {OTHER, BOTH}) > 1:
            return True
        run = [mention] if mention is not None else []
    return False


def _observes(mention: Mention, cue: Hit, text: list[Word]) -> bool:
    """Tell whether somebody else only looks on: `Washington should assume that …`."""
    if mention.who != OTHER or mention.last > cue.first:
        return False
    if text[cue.first].text in word_list("slights"):
        return True  # "the West may underrate their closeness"
    after = text[mention.last : min(mention.last + 4, cue.first)]
    return any(word.text in _ADVISED for word in after)


def _unnamed(near: Named, before: Named) -> float:
    """Return the relevance of a word in a clause that does not name the pair."""
    if before.both and not before.others:
        return 0.9
    if near.parties or before.parties:
        return 0.2 if before.others else 0.45
    return 0.4 if before.others else 0.7


def _they(text: list[Word], clause: Clause) -> bool:
    """Tell whether a clause opens with a pronoun for several."""
    opening = text[clause.first : min(clause.first + 4, clause.last)]
    return any(word.text in ("they", "both", "neither", "each", "these") for word in opening)


def _it_is(text: list[Word], clause: Clause, cue: Hit) -> bool:
    """Tell whether a clause says what `it` is: `It is, in our terms, an alliance`."""
    opening = text[clause.first : min(clause.first + 3, cue.first)]
    return any(
        one.text in ("it", "this", "that", "what", "they", "there")
        and two.text in ("is", "are", "has", "have", "will", "'s", "'re", "remains", "becomes")
        for one, two in itertools.pairwise(opening)
    )


def _subject(cue: Hit, found: list[Mention], clause: Clause) -> bool:
    """Tell whether the parties stand side by side before the word: `China and Russia are …`."""
    before = [m for m in found if clause.first <= m.first and m.last <= cue.first]
    if any(mention.who == BOTH for mention in before):
        return True
    for one, other in itertools.pairwise(before):
        parties = OTHER not in (one.who, other.who) and one.who != other.who
        if parties and (other.joined or other.first - one.last <= _BESIDE):
            return True
    return False


def _ours(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether allies are the speaker's: `both threaten our interests, allies and partners`."""
    around = named(found, 0, len(text))
    if not (around.pair or around.both) or text[cue.last - 1].text not in _FRIENDS:
        return False
    before = [word.text for word in text[max(0, cue.first - _LIST) : cue.first]]
    since = max((at for at, low in enumerate(before) if low == "our"), default=-1)
    return since >= 0 and word_list("links").isdisjoint(before[since:])


_FRIENDS = frozenset(["ally", "allies", "partner", "partners"])
_LIST = 5  # words from `our` to the last of a list that is ours


def _owner(cue: Hit, text: list[Word], found: list[Mention], clause: Clause) -> Named | None:
    """Return whom `its` or `their` before a word stands for: the last ones named before it."""
    before = [m for m in found if clause.first <= m.first and m.last <= cue.first]
    if not before:
        return None
    owner = Named()
    last = before[-1]
    owner.add(last)
    for mention in reversed(before[:-1]):
        between = {word.text for word in text[mention.last : last.first]}
        if not between <= {"and", "or", "&"}:
            break
        owner.add(mention)
        last = mention
    return owner


def _with_one(both: bool, others: bool, pair: bool, context: Context) -> float:
    """Return the relevance of a word tied to one party: `Russia's ally`, `trust in China`."""
    if both:
        return 0.9
    if pair:
        return 0.8 if not others else 0.5
    return 0.1 if others else 0.55 * context.salience


def of_others(hit: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether it is somebody else who fares so: `a product of American decline`."""
    if all(mention.who != OTHER for mention in found):
        return False
    whose = attached(text, found, (hit.first, hit.last), (0, len(text)))
    return whose.others and not whose.parties


def pronouns(
    text: list[Word], part: Clause, cues: list[Hit], ops: Operators, context: Context
) -> list[Hit]:
    """Return the `it` or `one` that stands for the relation just named: `they have one`."""
    if any(hit.tag == "terms" for hit in cues) or max(context.term, context.asked) < RELEVANT:
        return []
    for index in range(part.first, min(part.first + 3, part.last)):
        if text[index].text not in ("it", "this", "that", "one", "such"):
            continue
        for hit in ops.after:
            follower = text[hit.last].text if hit.last < part.last else ""
            if index < hit.first < part.last and follower not in ("that", "to", "for"):
                return [Hit(index, index + 1, "it")]
    return [
        Hit(index, index + 1, "it")
        for index in range(part.first + 1, part.last)
        if text[index].text == "one" and _stands_alone(text, index, part)
    ][:1]


def _stands_alone(text: list[Word], index: int, part: Clause) -> bool:
    """Tell whether `one` is the object of a verb and names no noun: `they have had one`."""
    after = text[index + 1] if index + 1 < len(text) else None
    if after is not None and not after.apart and after.text not in _AFTER_ONE:
        return False
    verbs = word_list("makes") | {"like", "closer", "nearer"}
    return any(word.text in verbs for word in text[max(part.first, index - 3) : index])


_AFTER_ONE = frozenset(
    ["for", "in", "by", "and", "but", "at", "already", "yet", "with", "that", "without", "since"]
)

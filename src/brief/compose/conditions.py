"""Conditions of listed sentences in, true or false out: data is compared, nothing is run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brief.compose.answers import Answer, Claim
from brief.compose.balance import Balance
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.model.audience import Audience, Condition
from brief.model.dossier import Side, Source
from brief.model.question import Question

_LEANS = {"yes": "to-yes", "no": "to-no", "split": "split", "thin": "thin", "silent": "silent"}
"""What conditions call the leans that they may ask for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions are about."""

    balance: Balance
    answers: Mapping[str, Answer]
    claims: Mapping[str, Claim]
    library: Library
    audience: Audience
    question: Question
    stands: Mapping[str, Line] = field(default_factory=dict)
    """By source, the sentence that best shows where it stands on the question."""
    plain: frozenset[str] = frozenset()
    """Sources whose sentence there proves it plainly."""
    news: Sequence[Line] = ()
    """What the newest source says of the two, best first."""


HALF = 0.5
"""Share above which a condition asks for most of the sources."""


def holds(conditions: Sequence[Condition], facts: Facts) -> bool:
    """Tell whether all conditions hold."""
    return all(_holds(one, facts) for one in conditions)


def bearing(conditions: Sequence[Condition], facts: Facts) -> list[Line]:
    """Return the sentences by which conditions on an answer, a theme or an age hold."""
    made: list[Line] = []
    for one in conditions:
        if not _holds(one, facts):
            continue
        made += bearing(one.all_, facts)
        made += sorted(bearing(one.any_, facts), key=_hedged)
        if one.leans and one.answer:
            found = facts.answers[one.answer]
            sides = {"to-yes": (found.yes,), "to-no": (found.no,), "split": (found.yes, found.no)}
            made += [line for side in sides.get(one.leans, ()) for line in side[:1]]
            made += [line for side in sides.get(one.leans, ()) for line in side[1:]]
        elif one.theme:
            known = facts.claims[one.theme]
            shown = known.lines if one.leans else taken(known)
            made += shown
        elif one.age:
            made += _of_age(one.age, facts)
    return made


def taken(known: Claim) -> list[Line]:
    """Return the sentences by which sources take a side on a theme, what is said plainly first."""
    sides = known.tally
    order = (*sides.yes, *sides.both, *sides.no, *sides.told_yes, *sides.told_no)
    return sorted((line for one in order for line in known.evidence[one.id]), key=_hedged)


def _hedged(line: Line) -> bool:
    """Tell whether a sentence says what can or will be, or what is not, beside what is."""
    return _HEDGES.search(line.text) is not None


_HEDGES = re.compile(
    r"\b(?:can|could|may|might|would|should|will|shall|cannot|not|never|hope[sd]?|plans?|planned)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


def siding(conditions: Sequence[Condition], facts: Facts) -> list[Line]:
    """Return the sentences by which sources stand on the side of which conditions ask a share.

    Without such a condition, or where one asks that the side be small, it is one of each side; none
    where no condition is on how the sources stand. Only what proves it plainly is shown: where no
    sentence does, it is only said that there are few sources.
    """
    if not any(one.sources or one.share or one.not_ for one in conditions):
        return []
    sides = [one.share for one in conditions if one.share and one.at_least is not None]
    own = [s for s in facts.library.dossier.sources if s.independent and s.id in facts.stands]
    told = [s for s in own if (s.side in sides if sides else s.side != "silent")]
    plain = sorted(
        (one for one in told if one.id in facts.plain),
        key=lambda one: (
            one.side == "open",
            -abs(one.stance.score or 0),
            -facts.stands[one.id].quotability,
            one.id,
        ),
    )
    if not sides:  # of each side the plainest
        firsts: dict[Side, Source] = {}
        for source in plain:
            firsts.setdefault(source.side, source)
        plain = list(firsts.values())
    few = any(one.sources and one.at_most is not None for one in conditions)
    return [facts.stands[source.id] for source in plain or (told if few else [])]


def _of_age(age: str, facts: Facts) -> Sequence[Line]:
    """Return the sentence on the two of the newest source, or of the oldest."""
    if age == "newest":
        return facts.news[:1]
    oldest = facts.balance.oldest
    return [facts.stands[oldest.id]] if oldest and oldest.id in facts.stands else []


def _holds(condition: Condition, facts: Facts) -> bool:
    if condition.all_:
        return holds(condition.all_, facts)
    if condition.any_:
        return any(_holds(one, facts) for one in condition.any_)
    if condition.not_:
        return not _holds(condition.not_, facts)
    if condition.answer:
        asked = facts.answers.get(condition.answer)  # of another set of questions: none
        return asked is not None and condition.leans == _LEANS.get(asked.lean)
    if condition.leans:
        known = facts.claims.get(condition.theme or "")
        return known is not None and known.settled and condition.leans == _LEANS.get(known.way)
    value = _value(condition, facts)
    if value is None:
        return False
    low = condition.at_least is None or value >= condition.at_least
    if condition.share and (condition.at_least or 0) > HALF and facts.balance.verdict == "split":
        return False  # the title calls them divided
    return low and (condition.at_most is None or value <= condition.at_most)


def _value(condition: Condition, facts: Facts) -> float | None:
    """Return the number a condition is about; `None` when the dossier has none."""
    found = facts.balance
    if condition.sources == "all":
        return found.origins
    if condition.sources == "addressed":
        return found.addressed
    if condition.sources:
        return found.counts[condition.sources]
    if condition.share:
        return found.counts[condition.share] / found.addressed if found.addressed else None
    if condition.age:
        source = found.newest if condition.age == "newest" else found.oldest
        return source.age if source else None
    if condition.parties:
        listed = getattr(facts.audience, condition.parties)
        return sum(party.name in listed for party in facts.question.parties)
    if condition.theme:
        known = facts.claims.get(condition.theme)
        return len(known.sources) if known else None
    speaking = facts.library.find(condition.speaks)
    return len({s.origin for s in facts.library.dossier.sources if s.id in speaking})

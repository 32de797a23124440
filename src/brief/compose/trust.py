"""The sources of a statement in; how sure we are of it, and why, out.

The rule is a list of reasons. Each adds to or takes from a sum, and each says why it does; a
reason that `caps` says nothing of what the sources hold, but as long as it stands nobody should
call the statement sure. Confidence is in what the sources say, and never a likelihood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brief.model.dossier import Source
from brief.model.summary import Confidence

FEW, MANY = 3, 5
"""Independent sources below which they are few, and from which on they are many."""
FRESH, STALE = 3.0, 8.0
"""Years: that most are younger than `FRESH` speaks for, and none than `STALE` against trust."""
HIGH = 2
"""Sum from which confidence is high, where many sources speak and nothing caps it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that bears on confidence; the template words it."""

    name: str
    weight: int
    why: str
    caps: bool = False


_REASONS = (
    Reason("many", +1, "what one author gets wrong, many do not"),
    Reason("several", 0, "neither chance nor a chorus"),
    Reason("few", -1, "two texts may err, or copy, alike"),
    Reason("single", -1, "nobody bears it out"),
    Reason("shared", +1, "who differs on the main question has no motive to agree here"),
    Reason("outright", +1, "nothing is read into the sentences"),
    Reason("agree", +1, "independent texts that say one thing bear each other out"),
    Reason("differ", -1, "some of those who know it better must be wrong"),
    Reason("overtaken", -1, "what most saw may have passed when the newest of them was written"),
    Reason("fresh", +1, "they speak of the state of things that the reader acts in"),
    Reason("aging", 0, "one new text among old ones does not make these new", caps=True),
    Reason("quiet", 0, "who says nothing plain may hold the opposite", caps=True),
    Reason("one-outlet", -1, "one editor chose them"),
    Reason("unsigned", -1, "nobody answers for what has neither an author nor a house"),
    Reason("party", -1, "who is a party to the matter may say what serves it"),
    Reason("stale", 0, "the matter has moved on since, how far they cannot say", caps=True),
    Reason(
        "old", 0, "what most of them say is of a state of things that may have passed", caps=True
    ),
    Reason("undated", 0, "nobody knows what they had seen when they were written", caps=True),
    Reason("dateless", 0, "nobody knows what they had seen when they were written", caps=True),
    Reason("second-hand", 0, "our notes were read, the sources were not", caps=True),
)
REASONS = {one.name: one for one in _REASONS}
"""All reasons by name, in the order in which they are said."""


def reasons(
    sources: Sequence[Source],
    clear: bool | None,
    *,
    shared: bool = False,
    outright: bool = False,
    overtaken: bool = False,
    quiet: bool = False,
    party: bool = False,
) -> list[Reason]:
    """Return what bears on confidence in a statement that rests on `sources`.

    `clear` says whether they agree, `None` leaves agreement out; `shared` says that sources on
    both sides of the main question make it, `outright` that each says it in so many words,
    `overtaken` that a source newer than all of them says the opposite, `quiet` that many other
    sources say nothing plain on it, `party` that half of them write from a state in question.
    """
    origins = len({source.origin for source in sources})
    holds = {
        **_number(origins),
        "shared": shared,
        "outright": outright and origins > 1,
        "agree": clear is True and origins >= FEW,
        "differ": clear is False,
        "overtaken": overtaken,
        "quiet": quiet,
        "one-outlet": _from_one_outlet(sources),
        "unsigned": bool(sources) and 2 * sum(map(is_unsigned, sources)) >= len(sources),
        "party": party,
        "second-hand": bool(sources) and all(source.note for source in sources),
        **_age(sources),
    }
    return [one for name, one in REASONS.items() if holds.get(name)]


def is_unsigned(source: Source) -> bool:
    """Tell whether neither a person nor a house puts its name to a source."""
    return not (source.authors or source.publisher or source.container)


def _number(origins: int) -> dict[str, bool]:
    return {
        "many": origins >= MANY,
        "several": FEW <= origins < MANY,
        "few": 1 < origins < FEW,
        "single": origins == 1,
    }


def _from_one_outlet(sources: Sequence[Source]) -> bool:
    outlets = Counter(filter(None, (one.outlet for one in sources)))
    return len(sources) >= FEW and 2 * max(outlets.values(), default=0) > len(sources)


def _age(sources: Sequence[Source]) -> dict[str, bool]:
    ages = [source.age for source in sources if source.age is not None]
    if not ages:
        return {"dateless": True}
    stale, undated = min(ages) > STALE, 2 * len(ages) < len(sources)
    current, fresh = (sum(age <= most for age in ages) for most in (STALE, FRESH))
    return {
        "fresh": 2 * fresh >= len(sources),
        "aging": 0 < 2 * fresh < len(sources) and not undated and 2 * current >= len(sources),
        "stale": stale,
        "old": 2 * current < len(sources) and not (stale or undated),
        "undated": undated,
    }


def confidence(found: Sequence[Reason]) -> Confidence:
    """Return the level that listed reasons give.

    High from many sources that agree, with a sum of `HIGH` and nothing that caps it; low where
    sources are few, whatever else speaks for them, or the sum is below zero; moderate between.
    """
    total, names = sum(one.weight for one in found), {one.name for one in found}
    if names & {"single", "few"} or total < 0:
        return "low"
    if total >= HIGH and {"many", "agree"} <= names and not any(one.caps for one in found):
        return "high"
    return "moderate"

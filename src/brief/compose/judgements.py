"""Claims on themes in; judgements as the template words them out: who, how many, how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from brief.compose.answers import Claim
from brief.compose.balance import CLEAR, Balance
from brief.compose.desk import Values
from brief.compose.evidence.line import Line
from brief.compose.key_findings import comes_after
from brief.compose.pen import Pen, dots, people
from brief.compose.promotion import PREFIX, question_of
from brief.compose.signal_phrases import SignalPhrases
from brief.compose.tallies import Sources, left_open
from brief.compose.timing import times
from brief.compose.trust import confidence, reasons
from brief.compose.wording import num, twofold
from brief.model.audience import Condition, Inference
from brief.model.dossier import Dossier, Source
from brief.model.summary import Confidence

APART = 3
"""How many times as many as the smaller side make a balance that is no division."""
QUIET = 3
"""One in so many sources says nothing plain: the balance of the others is not sure."""
NAMED = 3
"""Sources that a judgement names on a side."""


_UNDATED = frozenset({"undated", "dateless"})
"""Reasons of one kind: what is said of all sources need not be said of some again."""


class Judgements:
    """Words the findings of a dossier, each with its balance and what confidence rests on."""

    def __init__(
        self, pen: Pen, signals: SignalPhrases, dossier: Dossier, balance: Balance
    ) -> None:
        self._pen, self._signals, self._balance = pen, signals, balance
        self._span = {pen.desk.year(one) for one in dossier.sources}
        self.addressed = [s for s in dossier.sources if s.independent and s.side != "silent"]
        """Independent sources that take up the question."""

    @cached_property
    def balance_trust(self) -> Values:
        """How sure the balance itself is, and why."""
        found = self._balance
        smaller = min(found.counts["for"], found.counts["against"])
        even = False if found.leading and found.leading < APART * smaller else None
        clear = found.leading >= CLEAR * max(found.addressed, 1)
        quiet = found.counts["silent"] * QUIET >= found.origins
        return self._trust(self.addressed, clear or even, quiet=quiet)

    def judgement(self, claim: Claim, line: Line | None) -> Values:
        """Return one finding; `line` is the sentence quoted for it."""
        key, pen = claim.theme.id, self._pen
        split = claim.way == "split"
        who, others = _sides(claim)
        return {
            "id": key,
            "text": pen.listed(claim.text),
            "clause": pen.listed(self._poles(claim)[0])
            if question_of(claim)
            else pen.clause(claim.text),
            "form": "split"
            if split
            else "general"
            if claim.general and claim.settled and claim.number >= self._balance.quarter
            else "theirs",
            "name": pen.listed(claim.theme.name),
            "asks": question_of(claim),
            "even": split and len(who) == len(others),
            "turned": _turned(claim),
            "poles": [pen.listed(pole) for pole in self._poles(claim)],
            "twofold": pen.listed(twofold(*claim.theme.poles)),
            **self._numbers(claim, f"theme.{key}"),
            "who": pen.noted(who, claim.evidence, NAMED),
            "people": people(who),
            "others": pen.noted(others, claim.evidence, NAMED),
            "other_people": people(others),
            **self._both(claim),
            "named": NAMED,
            "said": self._signals.said(line) if line else None,
            "trust": self._own_trust(claim),
            "times": self._times((*who, *others, *claim.tally.both)),
            "then": self._then(who, others),
        }

    def agreement(self, claim: Claim, line: Line | None) -> Values:
        """Return a finding on which sources agree, who they are by where else they stand."""
        pen, sides = self._pen, ("against", "for", "open", "silent")
        groups = [[s for s in claim.bearing if s.side == side] for side in sides]
        return {
            "id": claim.theme.id,
            "clause": pen.clause(claim.text),
            "groups": [
                {
                    "side": side,
                    "names": pen.noted(some, claim.evidence, NAMED),
                    "people": people(some),
                    "persons": all(source.authors for source in some),
                }
                for side, some in zip(sides, groups, strict=True)
                if some
            ],
            "sources": claim.number,
            **self._both(claim),
            "said": self._signals.said(line) if line else None,
        }

    def _both(self, claim: Claim) -> Values:
        """Return who finds something on each side, or a chance of it, and how many they are."""
        both = claim.tally.both
        return {
            "both": self._pen.noted(both, claim.evidence, NAMED),
            "both_people": people(both),
            "maybe": left_open(both, claim.evidence),
        }

    def _times(self, sources: Sequence[Source]) -> Values:
        """Return of when the evidence is, first and last, where none of it is of the last years.

        Nothing where it is of all the years of the brief, which stand at its head.
        """
        desk = self._pen.desk
        known = {desk.year(one) for one in sources if desk.year(one)}
        whole = known and {min(known), max(known)} == {min(self._span), max(self._span)}
        return times(desk, () if whole else sources)

    def _then(self, who: Sources, against: Sources) -> Values:
        """Return of when those are whom the newest source denies, where their names do not say."""
        told = any(one.issued for one in who)
        return self._times(() if told or not self._overtaken(who, against) else who)

    def _poles(self, claim: Claim) -> tuple[str, str]:
        """Return what those who bear the claim out see, and what the others see."""
        one, other = claim.theme.poles
        return (other, one) if _turned(claim) else (one, other)

    def _numbers(self, claim: Claim, key: str) -> Values:
        about, total = claim.theme.name, self._balance.origins
        yes, no, both = claim.tally.counts
        one, other = (no, yes) if _turned(claim) else (yes, no)
        if not claim.way:
            one, both = claim.number, 0
        register = self._pen.num
        return {
            "number": one,
            "n": register(key, one, f"sources that bear out the claim on {about}"),
            "total": num("n:origins"),
            "speaking": len(claim.sources),
            "against": register(f"{key}.against", other, f"sources that see the opposite: {about}"),
            "opposed": other,
            "two": register(f"{key}.two", both, f"sources that see both sides: {about}"),
            "mixed": both,
            "dots": dots(self._pen.desk, key, (one, other, both), len(claim.sources), total),
        }

    def _own_trust(self, claim: Claim) -> Values:
        """Return how sure a finding is; what holds of all stands in the first of them."""
        yes, no, _ = claim.tally.counts
        settled = claim.way in ("yes", "no")
        clear = False if yes and no else (settled and claim.unopposed) or None
        who, against = _sides(claim)
        carried = {line.article for line in claim.carrying}
        trust = self._trust(
            claim.bearing,
            clear,
            shared=settled and claim.shared,
            outright=settled and all(source.id in carried for source in claim.bearing),
            overtaken=self._overtaken(who, against),
        )
        known = set(self.balance_trust["caps"])
        known |= _UNDATED if known & _UNDATED else set()
        trust["caps"] = [one for one in trust["caps"] if one not in known]
        return trust

    def _overtaken(self, who: Sources, against: Sources) -> bool:
        """Tell whether a source with a date denies what only earlier ones say."""
        return comes_after(against, who, self._pen.desk.year)

    def surest(self, listed: Inference, claims: Sequence[Claim]) -> Confidence:
        """Return how sure what a listed sentence follows from is: the least sure finding of it.

        What follows from the balance alone is as sure as that; what follows from no finding that
        is on offer is not sure.
        """
        asked = list(_findings(listed.when))
        known = {one.theme.id: one for one in claims}
        levels = [self._own_trust(known[name])["level"] for name in asked if name in known]
        levels = levels or ["low" if asked or listed.rests_on else self.balance_trust["level"]]
        return min(levels, key=_LEVELS.index)

    def _trust(
        self,
        sources: Sequence[Source],
        clear: bool | None,
        *,
        shared: bool = False,
        outright: bool = False,
        overtaken: bool = False,
        quiet: bool = False,
    ) -> Values:
        partial = [one for one in sources if self._pen.from_party(one)]
        why = reasons(
            sources,
            clear,
            shared=shared,
            outright=outright,
            overtaken=overtaken,
            quiet=quiet,
            party=bool(sources) and 2 * len(partial) >= len(sources),
        )
        return {
            "level": confidence(why),
            "good": [one.name for one in why if one.weight >= 0 and not one.caps],
            "bad": [one.name for one in why if one.weight < 0],
            "caps": [one.name for one in why if one.caps],
        }


_LEVELS: tuple[Confidence, ...] = ("low", "moderate", "high")


def _findings(conditions: Sequence[Condition]) -> Iterator[str]:
    """Yield the ids, as of themes, of the findings that conditions ask for."""
    for one in conditions:
        if one.answer:
            yield PREFIX + one.answer
        elif one.theme:
            yield one.theme
        yield from _findings((*one.all_, *one.any_))


def _turned(claim: Claim) -> bool:
    """Tell whether a finding is, or leans to, what a theme calls its no."""
    yes, no, _ = claim.tally.counts
    return claim.way == "no" or (claim.way == "split" and no > yes)


def _sides(claim: Claim) -> tuple[Sources, Sources]:
    """Return who bears a finding out, of a division the larger side, and who denies it."""
    if claim.way != "split":
        return claim.bearing, claim.opposed
    yes, no = claim.tally.yes, claim.tally.no
    return (no, yes) if _turned(claim) else (yes, no)

"""Claims on themes in; judgements as the template words them out: who, how many, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from markupsafe import Markup

from brief.compose.answers import Claim
from brief.compose.balance import CLEAR, Balance, confidence, reasons
from brief.compose.lines import Line
from brief.compose.pen import Pen, Values, dots, people
from brief.compose.speakers import Speakers
from brief.compose.wording import cite, num
from brief.model.dossier import Dossier, Source

NAMED = 3
"""Sources that a judgement names on a side."""


class Judgements:
    """Words the findings of a dossier, each with its balance and what confidence rests on."""

    def __init__(self, pen: Pen, speakers: Speakers, dossier: Dossier, balance: Balance) -> None:
        self._pen, self._speakers, self._balance = pen, speakers, balance
        self.addressed = [s for s in dossier.sources if s.independent and s.side != "silent"]
        """Independent sources that take up the question."""

    @cached_property
    def balance_trust(self) -> Values:
        """How sure the balance itself is, and why."""
        found = self._balance
        clear = found.leading / found.addressed >= CLEAR if found.leading else None
        return self._trust(self.addressed, clear)

    def judgement(self, claim: Claim, line: Line | None) -> Values:
        """Return one finding; `line` is the sentence quoted for it."""
        key, pen = claim.theme.id, self._pen
        split = claim.way == "split"
        who, others = (claim.tally.yes, claim.tally.no) if split else (claim.bearing, claim.opposed)
        both = claim.tally.both if split else ()
        return {
            "id": key,
            "text": pen.listed(claim.text),
            "clause": pen.clause(claim.text),
            "form": "split"
            if split
            else "general"
            if claim.general and claim.settled
            else "theirs",
            "poles": [pen.listed(pole) for pole in self._poles(claim)],
            **self._numbers(claim, f"theme.{key}"),
            "who": pen.dated(who) if split else pen.called(who),
            "people": people(who),
            "others": pen.dated(others) if split else pen.called(others),
            "other_people": people(others),
            "both": pen.dated(both),
            "both_people": people(both),
            "named": NAMED,
            "said": self._speakers.said(line) if line else None,
            "cite": _marks(claim, who),
            "other_cite": _marks(claim, others),
            "both_cite": _marks(claim, both),
            "trust": self._own_trust(claim),
        }

    def _poles(self, claim: Claim) -> tuple[str, str]:
        """Return what those who bear the claim out see, and what the others see."""
        one, other = claim.theme.poles
        return (other, one) if claim.way == "no" else (one, other)

    def _numbers(self, claim: Claim, key: str) -> Values:
        about, total = claim.theme.name, self._balance.origins
        yes, no, both = claim.tally.counts
        one, other = (no, yes) if claim.way == "no" else (yes, no)
        if claim.way in ("yes", "no"):
            one, both = claim.number, 0
        register = self._pen.num
        return {
            "n": register(key, one, f"sources that bear out the claim on {about}"),
            "total": num("n:origins"),
            "against": register(f"{key}.against", other, f"sources that see the opposite: {about}"),
            "opposed": other,
            "two": register(f"{key}.two", both, f"sources that see both sides: {about}"),
            "mixed": both,
            "dots": dots(self._pen.desk, key, (one, other, both), total),
        }

    def _own_trust(self, claim: Claim) -> Values:
        """Return how sure a finding is; what holds of all stands in the first of them."""
        settled = {"split": False}.get(claim.way, True if claim.unopposed else None)
        trust, first = self._trust(claim.bearing, settled, shared=claim.shared), self.balance_trust
        if trust["level"] == first["level"]:
            for kind, most in (("bad", 2), ("good", 1)):
                own = [one for one in trust[kind] if one not in first[kind]]
                # what makes the level is never left unsaid
                makes = kind == ("bad" if trust["level"] == "low" else "good")
                trust[kind] = own or (trust[kind][:most] if makes else [])
        return trust

    def _trust(
        self, sources: Sequence[Source], clear: bool | None, *, shared: bool = False
    ) -> Values:
        why = reasons(self._balance, sources, clear, shared=shared)
        return {
            "level": confidence(why),
            "good": [one.name for one in why if one.good],
            "bad": [one.name for one in why if not one.good],
        }


def _marks(claim: Claim, sources: Sequence[Source]) -> Markup:
    """Return the note marks of sources that are named: one more than are stands for itself."""
    named = sources if len(sources) == NAMED + 1 else sources[:NAMED]
    return cite([line for source in named for line in claim.evidence[source.id]])

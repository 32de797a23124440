"""Answers in; what the template says of them out: who takes which side, whose words, how old."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from brief.compose.answers import Answer
from brief.compose.desk import Values
from brief.compose.evidence.line import Line
from brief.compose.pen import Pen, dots, ordered, people, shown
from brief.compose.signal_phrases import SignalPhrases
from brief.compose.tallies import left_open
from brief.compose.timing import times
from brief.compose.voices import told_name
from brief.compose.wording import cite
from brief.model.dossier import Source

SHOWN = 3
"""Sources on one side that are named, each with its note."""
APART = 1
"""Years between the first and the last of a side that is told to be of one time."""
_SIDES = ("yes", "no", "both", "told_yes", "told_no")


class Replies:
    """Words the answers to a reader's own questions."""

    def __init__(
        self,
        pen: Pen,
        signals: SignalPhrases,
        keeps: Callable[[str, str], bool],
        origins: int,
        recent: str = "",
    ) -> None:
        """Take `recent`, the newest source where it is of years after all others."""
        self._pen, self._signals, self._keeps = pen, signals, keeps
        self._origins, self._recent = origins, recent

    def answer(self, found: Answer, lines: Sequence[Line]) -> Values:
        """Return one answer; `lines` are the sentences quoted for it, best first."""
        asked, pen = found.question, self._pen
        turns = [0 if found.heard else turn for turn in range(len(lines))]
        names = [asked.id + (f".{turn + 1}" if turn else "") for turn in turns]
        kept = [
            line for name, line in zip(names, lines, strict=True) if self._keeps("answer", name)
        ]
        open_ = {source.id for source in found.tally.both}
        said = [
            {**self._signals.said(line), "way": _way(line, found), "both": line.article in open_}
            for line in kept
        ]
        ways = list(dict.fromkeys(one["way"] for one in said))
        return {
            "id": asked.id,
            "text": pen.listed(asked.text),
            "claims": [pen.listed(one) for one in (asked.claim, asked.claim_no)],
            "poles": [pen.listed(pole) for pole in asked.poles],
            "plain": asked.poles == ("yes", "no"),
            "asks": bool(asked.claim),
            "ways": self._ways(found),
            "alone": _alone(found, kept),
            "nearest": bool(asked.claim) and not found.tally.taken,
            "bygone": self._group("bygone", found, found.bygone),
            "since": self._since(found),
            "bare": not said
            and not (found.tally.taken if asked.claim else found.sources and not lines),
            "offered": bool(lines),
            "all": self._group("all", found, found.sources),
            **{side: self._group(side, found, getattr(found.tally, side)) for side in _SIDES},
            "dots": self._dots(found),
            "direct": _direct(found, said, of_notes=self._pen.desk.of_notes),
            "said": [[one for one in said if one["way"] == way] for way in ways],
        }

    def _ways(self, found: Answer) -> list[str]:
        """Return the sides that sources take: that of more before the other, both sides last.

        First of all comes who sees both where he is the newest by years.
        """
        yes, no, both = found.counts
        recent = any(one.id == self._recent for one in found.tally.both)
        sided = ["no", "yes"] if no > yes else ["yes", "no"]
        ordered_ways = ["both", *sided] if recent else [*sided, "both"]
        taken = {"yes": yes, "no": no, "both": both}
        return [way for way in ordered_ways if taken[way]]

    def _since(self, found: Answer) -> Markup | str:
        """Return the year before which sources are not counted, where some are not."""
        year, how = found.question.since or 0, "year of an event that changed the matter"
        return (
            self._pen.num(f"{found.question.id}.since", year, how, str(year))
            if found.bygone
            else ""
        )

    def _dots(self, found: Answer) -> list[Values]:
        """Return the dots of an answer, those filled that say what it says first."""
        yes, no, both = found.counts
        ways = (no, yes, both) if no > yes else (yes, no, both)
        key, speaking = found.question.id, len(found.sources)
        return dots(self._pen.desk, key, ways, speaking, self._origins - len(found.bygone))

    def disputed(self, answers: Sequence[Answer]) -> Values | None:
        """Return the question over which sources divide most evenly."""
        asked = [one for one in answers if one.question.claim and min(one.counts[:2])]
        if not asked:
            return None
        one = max(asked, key=lambda one: (min(one.counts[:2]), -abs(one.counts[0] - one.counts[1])))
        return {
            "short": self._pen.listed(one.question.short),
            "claim": self._pen.clause(one.question.claim),
            "plain": one.question.poles == ("yes", "no"),
            "poles": [self._pen.listed(pole) for pole in one.question.poles],
            **{side: self._group(side, one, getattr(one.tally, side)) for side in ("yes", "no")},
        }

    def _who(self, sources: Sequence[Source]) -> Values:
        """Return the names on one side, with their times; where they are old, of when all are.

        They are of one time where no more than `APART` years lie between them.
        """
        desk = self._pen.desk
        years = [desk.year(one) for one in sources]
        alike = all(years) and max(years, default=0) - min(years, default=0) <= APART
        return {
            "names": self._pen.timed(sources),
            "times": times(desk, sources if alike else ()),
        }

    def _group(self, side: str, found: Answer, sources: Sequence[Source]) -> Values:
        """Return the sources on one side: how many, in words, and who."""
        about, count = found.question.short, len(sources)
        sources = ordered(sources, SHOWN)
        name = f"{found.question.id}.says-{side.replace('_', '-')}"
        return {
            "count": count,
            "people": people(sources),
            "maybe": left_open(sources, found.evidence),
            "voice": _only_voice(side, sources, found),
            **self._who(sources),
            "cite": cite(
                [
                    line
                    for source in shown(sources, SHOWN)
                    for line in found.evidence.get(source.id, ())
                ]
            ),
            **self._pen.words(name, count, f"sources on {about}: {side.replace('_', ' ')}"),
        }


def _direct(found: Answer, said: Sequence[Values], *, of_notes: bool) -> bool:
    """Tell whether quotations follow an answer on a colon: all are of the one source that it names.

    It only cites others, and its words say themselves whom. The words of a note are told from a
    source's by their introduction, but where all are `of_notes`.
    """
    one = found.tally
    named = {source.id for source in (*one.told_yes, *one.told_no)}
    plain = all({each["article"]} == named and (of_notes or not each["note"]) for each in said)
    told = all(each["reported"] and not each["voice"] for each in said)
    return bool(said) and bool(named) and not any(found.counts) and plain and told


def _alone(found: Answer, kept: Sequence[Line]) -> bool:
    """Tell whether only one source takes a side, and the quotations are all its own.

    Of one that says yes and no they hold both.
    """
    one = found.tally
    takers = {source.id for source in (*one.yes, *one.no, *one.both)}
    own = {line.article for line in kept if line.own}
    both = any(line in found.yes for line in kept) and any(line in found.no for line in kept)
    return len(takers) == 1 and own == takers and (both or not one.both)


def _only_voice(side: str, sources: Sequence[Source], found: Answer) -> str:
    """Return who it is that one source cites for a side; empty where that is nobody, or several."""
    if not side.startswith("told") or len(sources) != 1:
        return ""
    names = {line.voice for line in found.evidence.get(sources[0].id, ()) if not line.own}
    return told_name(names.pop()) if len(names) == 1 else ""


def _way(line: Line, found: Answer) -> str:
    return "yes" if line in found.yes else "no" if line in found.no else ""

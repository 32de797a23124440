"""An offer in; the values that the template words, out: numbers registered, quotations by id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from brief.compose.answers import Claim
from brief.compose.balance import Balance
from brief.compose.counts import counts, implying, spelled
from brief.compose.desk import Desk, Values
from brief.compose.evidence.line import Line
from brief.compose.exhibits import stance_exhibit
from brief.compose.inferences import leading
from brief.compose.judgements import Judgements
from brief.compose.key_findings import grounded
from brief.compose.offer import Offer
from brief.compose.pen import Pen, ordered, people, shown, unsigned
from brief.compose.replies import Replies
from brief.compose.sides import SIDES
from brief.compose.signal_phrases import SignalPhrases
from brief.compose.sources import MANY
from brief.compose.tables import Tables
from brief.compose.timing import alone_since, issued, later_years, span, turning_point
from brief.compose.trust import is_unsigned
from brief.compose.voices import counted
from brief.compose.wording import capital, cite, seen_relation
from brief.model.audience import Inference
from brief.model.dossier import Comparison, Dossier, Side, Source
from brief.model.question import Question
from brief.questions import plain

NAMED = 4
"""Sources of a side that the balance names."""
VOICES = 2, 1
"""Reported voices that the words on what is contested name of the larger side, and of the other."""
_QUOTED = frozenset({"side", "quote", "voice", "answer"})
"""Kinds of items that are quotations."""


class Context:
    """Builds what the template sees."""

    def __init__(
        self, offer: Offer, dossier: Dossier, question: Question, desk: Desk, kept: Collection[str]
    ) -> None:
        self.offer, self.dossier, self.question, self.desk = offer, dossier, question, desk
        self.kept = kept
        self.signals, self._pen = SignalPhrases(desk), Pen(desk, question)
        self._stances = stance_exhibit(dossier, question, desk, offer.voices, unnamed=self._unnamed)

    def build(self) -> Values:
        """Return all values by name."""
        found = self.offer.balance
        seen = seen_relation(self._pen.names, found.degrees, unnamed=self._unnamed)
        self._pen.names["seen_relation"] = seen
        implied = self._inferences("implication")
        lead = next((one for one in implied if one["leads"]), None)
        judged = Judgements(self._pen, self.signals, self.dossier, found)
        replies = Replies(self._pen, self.signals, self._keeps, found.origins, self.offer.recent)
        answers = [replies.answer(*one) for one in self.offer.answers]
        judgements = [
            judged.judgement(one, line if line and self._keeps("quote", one.theme.id) else None)
            for one, line in self.offer.claims
            if self._keeps("theme", one.theme.id)
        ]
        on_page_one = [one["asks"] for one in judgements if one["asks"]]
        tables = Tables(self._pen, self.dossier, self.offer, self._keeps)
        camps = {side: [s for s in judged.addressed if s.side == side] for side in SIDES}
        return {
            **self._pen.names,
            "question": self.question,
            "plain": plain(self.question),
            "audience": self.desk.audience,
            "verdict": found.verdict,
            "counts": found.counts,
            "degrees": found.degrees,
            "unnamed": self._unnamed,
            "spelled": spelled(self._pen, found),
            "because": self._said(self.offer.because, "because"),
            "ground": self._summed("ground", self.offer.ground, grounded),
            "qualified": self._summed(
                "qualified", self.offer.qualification, lambda one: one.bearing
            ),
            "count": counts(self._pen, found, self._voices),
            "balance": found,
            "voices": self._voices,
            "camps": {side: self._stands(some) for side, some in camps.items()},
            "implying": implying(self._pen, camps["against"], self.offer.implied),
            "matters": self._pen.listed(self.offer.policy.matters),
            "issued": issued(self._pen, self.dossier),
            "dated": self.dossier.dated,
            "newest": self._pen.source(found.newest),
            "oldest": self._pen.source(found.oldest),
            "span": span(self.desk, self.dossier),
            "alone_since": alone_since(self.desk, self.dossier, found.newest),
            "later": later_years(self._pen, found.newest),
            "turned": turning_point(self.desk, self.question, self.dossier),
            "trust": judged.balance_trust,
            "dots": self._balance_dots(found),
            "judgements": judgements,
            "first_asked": next((one for one in answers if one["id"] in on_page_one), None),
            "sides": {
                side: self._kept(lines, "side", f"{side}-{{0.article}}")
                for side, lines in self.offer.sides.items()
            },
            "agreed": [
                judged.agreement(
                    one, line if line and self._keeps("quote", f"agreed-{key}") else None
                )
                for one, line in self.offer.agreed
                for key in [one.theme.id]
                if self._keeps("agreed", key)
            ],
            "differing": self._differing(judged),
            "told": self._kept(self.offer.reported, "voice", "{0.article}-{0.start}"),
            "further": self._kept(self.offer.further, "further", "{0.article}"),
            "news": self._said(self.offer.news, "news"),
            "disputed": replies.disputed(
                [one for one, _ in self.offer.answers if one.question.id not in on_page_one]
            ),
            "lean": self.offer.leans,
            "told_of_side": {side: self._told_of(side) for side in ("for", "against")},
            "reporters": self._reporters(self.offer.leans),
            "answers": [{**one, "judged": one["id"] in on_page_one} for one in answers],
            "figures": tables.rows(),
            "more_figures": tables.told(),
            "leading_figure": tables.leading(),
            "figure_sources": tables.count_sources(),
            "conflicts": [tables.conflict(one) for one in self.dossier.conflicts],
            "comparisons": [tables.comparison(one) for one in self._compared()],
            "chart": tables.chart(),
            "stances": self._stances,
            "heard": self._heard(),
            "undrawn": self._undrawn(),
            "headline": self._headline(),
            "confident": self._confident(judged),
            "lead": lead,
            "implications": [one for one in implied if one is not lead],
            "options": self._inferences("option"),
            "watch": self._inferences("watch"),
            "left_out": self._left_out(),
            "unused": self._unused(),
            "engines": self.dossier.engines,
            "complete": self.offer.library.complete,
            "by_name": len(self.dossier.sources) > MANY,
            "copies": [self._copy(s) for s in self.dossier.sources if not s.independent],
            "introduced": self.signals.first,
            "upper": capital,
        }

    def _kept(self, lines: Sequence[Line], kind: str, name: str) -> list[Values]:
        """Return the quotations for which there is room; `name` tells how one is called."""
        return [self.signals.said(one) for one in lines if self._keeps(kind, name.format(one))]

    def _summed(
        self, name: str, claim: Claim | None, bearing: Callable[[Claim], Sequence[Source]]
    ) -> Values | None:
        """Return a finding as the bottom line tells it, with how many are `bearing` it out."""
        if claim is None:
            return None
        who = bearing(claim)
        how = f"independent sources that bear out the claim on {claim.theme.name}: {name}"
        return {
            "side": claim.theme.ground,
            "clause": self._pen.clause(claim.text),
            "n": len(who),
            "count": self._pen.words(f"words.{name}", len(who), how),
            "cite": cite([line for one in who for line in claim.evidence[one.id][:1]]),
        }

    def _differing(self, judged: Judgements) -> Values | None:
        """Return the finding on which sources differ, where the brief has room for it."""
        one = self.offer.differing
        kept = one is not None and self._keeps("differing", one.theme.id)
        return judged.judgement(one, None) if one and kept else None

    def _said(self, line: Line | None, key: str) -> Values | None:
        """Return a sentence that stands apart, where the brief has room for it."""
        return self.signals.said(line) if line and self._keeps("quote", key) else None

    def _compared(self) -> Sequence[Comparison]:
        """Return the parts and wholes to set side by side, whose words hold no number of ours."""
        return [one for one in self.dossier.comparisons if not re.search(r"\d", one.left_out)]

    def _left_out(self) -> Values:
        """Return what did not fit: the names of judgements, and of all else how many, by kind."""
        # what only fills a page is not left out for length
        every = [item for item in self.offer.items if item.kind != "further"]
        left = [item for item in every if item.id not in self.kept]
        themes = [self._pen.listed(item.name) for item in left if item.kind == "theme"]
        kinds = Counter(
            "quotation" if item.kind in _QUOTED else item.kind
            for item in left
            if item.kind != "theme"
        )
        made: Values = {
            kind: {"n": n, "count": self._pen.num(f"left.{kind}", n, f"left out: {kind}")}
            for kind, n in kinds.items()
        }
        return {**made, "theme": themes} if themes else made

    def _keeps(self, kind: str, key: str) -> bool:
        return f"{kind}-{key}" in self.kept

    def _unused(self) -> list[Markup]:
        """Return the names of the seeds that could not be used; digits in them are no numbers."""
        names = dict.fromkeys(found.place.split(":")[0] for found in self.dossier.left_out)
        return [self._pen.num(f"file.{n}", n, name, name) for n, name in enumerate(names, 1)]

    def _stands(self, sources: Sequence[Source]) -> Values:
        """Return the names of sources, and after all the notes to what they are counted for.

        A mark after each of ten names makes a paragraph that nobody reads. Apart stand those whose
        sentence does not name what is asked about.
        """
        # of these the words beside their names say no more than their sentence does
        fits = ("open", "for") if self._unnamed else ("open",)
        apart = {s.id for s in sources if s.id in self.offer.implied and s.side not in fits}
        return {
            "named": self._camp([source for source in sources if source.id not in apart]),
            "implied": self._camp([source for source in sources if source.id in apart]),
        }

    @cached_property
    def _unnamed(self) -> bool:
        """Tell whether those who come close name nothing that is like the relation.

        Who writes of a partnership that deepens has seen the two draw closer, and no more.
        """
        own = [s for s in self.dossier.sources if s.independent and s.stance.score == 1]
        implied = all(source.id in self.offer.implied for source in own)
        return self.question.relation.direction > 0 and bool(own) and implied

    def _camp(self, sources: Sequence[Source]) -> Values:
        sources, known = ordered(sources, NAMED), self.offer.stands
        lines = [known[source.id] for source in shown(sources, NAMED) if source.id in known]
        dated = zip(self._pen.dated(sources), sources, strict=True)
        names = [unsigned(name) if is_unsigned(one) else name for name, one in dated]
        return {"names": names, "people": people(sources), "cite": cite(lines)}

    def _balance_dots(self, found: Balance) -> list[Values]:
        """Return the dots of the whole balance: filled on the larger side, a dash where open.

        Who only sees the two draw closer is not on the other side of "no author sees an alliance".
        """
        near = self._unnamed and not found.degrees["exists"] and not found.leans_for
        shapes = ("filled", "half" if near else "hollow", "dash")
        names = dict(zip(found.order, shapes, strict=True)) | {"silent": "faint"}
        return [
            {"shape": shape, "ref": f"n:{side}"}
            for side, shape in names.items()
            if found.counts[side]
        ]

    @cached_property
    def _voices(self) -> dict[str, int]:
        """Return how the reported voices divide."""
        return counted(self.offer.voices)

    def _heard(self) -> Markup:
        """Return the notes to the sentences of the reported voices that are drawn.

        Who turns against a view in the sentence that tells it is its reporter, not its holder.
        """
        drawn = self._stances["heard"] if self._stances else []
        lines = []
        for key in (one for one in drawn if one in self.offer.heard):
            line = self.offer.heard[key]
            lines.append(replace(line, voice=key[1]) if line.own else line)
            self.desk.lines[line.ref] = lines[-1]
        return cite(lines)

    def _undrawn(self) -> Markup | str:
        """Return how many reported voices the chart of stances has no room for."""
        left = self._stances["undrawn"] if self._stances else 0
        how = "reported voices that are not drawn"
        return self._pen.num("voices.undrawn", left, how) if left else ""

    def _told_of(self, side: Side) -> Values:
        """Return the names of the first voices that are reported on a side, and how many more are.

        A voice has the name that it has in the chart: `many experts (in Wu)`.
        """
        sign = 1 if side == "for" else -1
        drawn = self._stances["told"] if self._stances else []
        voices = self._voices
        most = VOICES[voices[side] < max(voices["for"], voices["against"])]
        named = list(dict.fromkeys(name for score, name in drawn if score * sign > 0))[:most]
        more = voices[side] - len(named)
        how = f"reported voices {side} that are not named in the text"
        return {
            "names": [escape(name) for name in named],
            "more": self._pen.word(f"voices.{side}.more", more, how) if more else "",
        }

    def _reporters(self, lean: str) -> Values | None:
        """Return which sources report views on the side where the voices lean, and differ."""
        other = {"for": "against", "against": "for"}.get(lean)
        heard = {
            source: sum((score > 0) == (lean == "for") and score != 0 for score in scores.values())
            for source, scores in self.offer.voices.items()
        }
        who = [s for s in self.dossier.sources if s.side == other and heard.get(s.id)]
        if not other or not who:
            return None
        return {
            "names": self._pen.called(who),
            "people": people(who),
            "n": sum(heard[source.id] for source in who),
        }

    @property
    def _leading(self) -> Inference | None:
        return leading(self.offer.inferences["implication"])

    def _headline(self) -> Markup | str:
        return self._pen.listed(self._leading.headline) if self._leading else ""

    def _confident(self, judged: Judgements) -> bool:
        """Tell whether what the headline follows from is sure enough to stand in a title."""
        claims = [one for one, _ in (*self.offer.claims, *self.offer.agreed)]
        return self._leading is not None and judged.surest(self._leading, claims) != "low"

    def _inferences(self, kind: Any) -> list[Values]:
        return [
            {
                "id": one.id,
                "text": self._pen.listed(one.text),
                "said": self._pen.listed(one.text).removesuffix("."),
                "cite": cite(lines),
                "leads": bool(one.headline),
            }
            for one, lines in self.offer.inferences[kind]
            if self._keeps(kind, one.id)
        ]

    def _copy(self, source: Source) -> Values:
        return {"id": source.id, "name": self.desk.names[source.id], "of": source.origin}

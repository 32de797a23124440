"""An offer in; the values that the template words, out: numbers registered, quotations by id."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from markupsafe import Markup, escape

from brief.compose.answers import Answer, Claim
from brief.compose.balance import CLEAR, Balance, Reason, confidence, reasons
from brief.compose.bibliography import clipped, family
from brief.compose.desk import Desk
from brief.compose.exhibits import figure_exhibit, merged, stance_exhibit
from brief.compose.lines import Line
from brief.compose.offer import Offer
from brief.compose.speakers import Speakers
from brief.compose.wording import capital, cite, num, question_names
from brief.model.dossier import Dossier, Source
from brief.model.marks import DAY
from brief.model.question import Question
from brief.model.summary import Figure

FEWEST_VOICES = 5
"""Reported voices on either side, below which nothing is said of how they lean."""
NAMED = 3
"""Sources that a judgement names; two on each side where they divide."""
MATERIAL = 0.25
"""Part of the voices by which one side must exceed the other to be called a lean."""

Values = dict[str, Any]


class Context:
    """Builds what the template sees."""

    def __init__(
        self, offer: Offer, dossier: Dossier, question: Question, desk: Desk, kept: Collection[str]
    ) -> None:
        self.offer, self.dossier, self.question, self.desk = offer, dossier, question, desk
        self.kept = kept
        self.names = question_names(question, desk.audience.capital)
        self.measured = {one.figure: one for one in dossier.measures}
        self.speakers = Speakers(desk)

    def build(self) -> Values:
        """Return all values by name."""
        found = self.offer.balance
        lead = self._inferences("implication")
        return {
            **self.names,
            "question": self.question,
            "audience": self.desk.audience,
            "verdict": found.verdict,
            "counts": found.counts,
            "count": self._counts(found),
            "balance": found,
            "voices": self._voices(),
            "camps": self._camps(),
            "people": {
                side: _people([s for s in self._addressed() if s.side == side])
                for side in ("for", "open", "against")
            },
            "matters": self.listed(self.offer.policy.matters) if self.offer.policy.matters else "",
            "issued": self._issued(),
            "dated": self.dossier.dated,
            "newest": self._source(found.newest),
            "oldest": self._source(found.oldest),
            "trust": self._trust(self._addressed(), self._clear()),
            "dots": self._balance_dots(found),
            "judgements": [
                self._judgement(*one)
                for one in self.offer.claims
                if self._keeps("theme", one[0].theme.id)
            ],
            "sides": {
                side: [
                    self.speakers.said(line)
                    for line in lines
                    if self._keeps("side", f"{side}-{line.article}")
                ]
                for side, lines in self.offer.sides.items()
            },
            "agreed": [
                self._judgement(one, None)
                for one in self.offer.agreed
                if self._keeps("theme", one.theme.id)
            ],
            "news": self._news(),
            "disputed": self._disputed(),
            "lean": self._lean(),
            "answers": [self._answer(*one) for one in self.offer.answers],
            "figures": self._figures(),
            "leading_figure": self._leading_figure(),
            "figure_sources": self._count_sources(),
            "conflicts": [self._conflict(one) for one in self.dossier.conflicts],
            "chart": self._chart(),
            "stances": stance_exhibit(self.dossier, self.question, self.desk),
            "headline": self._headline(),
            "lead": lead[0] if lead else None,
            "implications": lead[1:],
            "options": self._inferences("option"),
            "watch": self._inferences("watch"),
            "left_out": self._left_out(),
            "unused": self._unused(),
            "engines": self.dossier.engines,
            "complete": self.offer.library.complete,
            "copies": [self._copy(s) for s in self.dossier.sources if not s.independent],
            "introduced": self.speakers.first,
            "upper": capital,
        }

    def _left_out(self) -> dict[str, list[Markup]]:
        """Return the names of what did not fit, by kind, each once."""
        made: dict[str, list[Markup]] = {}
        for item in self.offer.items:
            name = self.listed(item.name)
            if item.id not in self.kept and name not in made.setdefault(item.kind, []):
                made[item.kind].append(name)
        return {kind: names for kind, names in made.items() if names}

    def _keeps(self, kind: str, key: str) -> bool:
        return f"{kind}-{key}" in self.kept

    def _unused(self) -> list[Markup]:
        """Return the names of the seeds that could not be used; digits in them are no numbers."""
        names = dict.fromkeys(found.place.split(":")[0] for found in self.dossier.left_out)
        return [self.num(f"file.{n}", n, name, name) for n, name in enumerate(names, 1)]

    def num(self, name: str, value: float, how: str, text: str = "") -> Markup:
        """Return the markup of a computed number, registered."""
        return num(self.desk.count(name, value, how, text))

    def _counts(self, found: Balance) -> dict[str, Markup]:
        values = {
            "sources": (found.sources, "articles read"),
            "origins": (found.origins, "independent sources: copies and reprints add none"),
            "addressed": (found.addressed, "independent sources that address the question"),
            "for": (found.counts["for"], "independent sources with a stance above zero"),
            "against": (found.counts["against"], "independent sources with a stance below zero"),
            "open": (found.counts["open"], "independent sources with a stance of zero"),
            "silent": (found.counts["silent"], "independent sources that do not address it"),
            "leading": (found.leading, "independent sources on the larger side"),
            "undated": (found.undated, "articles without a date"),
            "notes": (found.notes, "articles known from our notes"),
            "outlet": (
                found.from_outlet,
                f"independent sources from {found.outlet or 'one outlet'}",
            ),
        }
        made = {name: self.num(name, value, how) for name, (value, how) in values.items()}
        for lean in ("for", "open", "against"):
            voices = self._voices()[lean]
            made[f"voices_{lean}"] = self.num(f"voices.{lean}", voices, f"reported voices: {lean}")
        return made

    def _balance_dots(self, found: Balance) -> list[Values]:
        """Return the dots of the whole balance: filled on the larger side, half where open."""
        order = ("for", "open", "against") if found.leans_for else ("against", "open", "for")
        names = dict(zip(order, ("filled", "half", "hollow"), strict=True)) | {"silent": "faint"}
        return [
            {"shape": shape, "ref": f"n:{side}", "means": side}
            for side, shape in names.items()
            if found.counts[side]  # type: ignore[index]
        ]

    def _dots(self, key: str, ways: tuple[int, int, int], total: int) -> list[Values]:
        """Return the dots of a strip, one an independent source: which count, which shape.

        `ways` are the sources that point one way, the other way, and both ways.
        """
        one, other, both = ways
        shapes = {
            "one": ("filled", one),
            "both": ("half", both),
            "other": ("hollow", other),
            "neither": ("faint", total - one - other - both),
        }
        return [
            {
                "shape": shape,
                "means": name,
                "ref": self.desk.count(f"{key}.{name}", value, f"sources that point: {name}"),
            }
            for name, (shape, value) in shapes.items()
            if value
        ]

    def _claim_dots(self, claim: Claim, key: str) -> list[Values]:
        total = self.offer.balance.origins
        if not claim.way:
            return self._dots(key, (claim.number, 0, 0), total)
        both = claim.both
        ways = [count - both for count in claim.counts]
        first, second = ways[::-1] if claim.way == "no" else ways
        return self._dots(key, (first, second, both), total)

    def _voices(self) -> dict[str, int]:
        """Return how reported voices divide; the author of another source is counted there."""
        authors = {
            part
            for source in self.dossier.sources
            for name in source.authors
            for part in (name, family(name))
        }
        made = {"for": 0, "open": 0, "against": 0}
        for source in self.dossier.sources:
            for voice, score in merged(source).items():
                if source.independent and not authors & {voice, *voice.split()}:
                    made["for" if score > 0 else "against" if score < 0 else "open"] += 1
        return made

    def _lean(self) -> str:
        """Return how reported voices lean against the sources: `for`, `against`, `even` or ``.

        A difference counts from a quarter of them on: 18 against 17 is no lean.
        """
        voices, counts = self._voices(), self.offer.balance.counts
        apart, every = voices["for"] - voices["against"], voices["for"] + voices["against"]
        theirs = counts["for"] - counts["against"]
        if every < FEWEST_VOICES or not theirs:
            return ""
        if abs(apart) < MATERIAL * every:
            return "even"
        return ("for" if apart > 0 else "against") if apart * theirs < 0 else ""

    def _news(self) -> Values | None:
        line = self.offer.news
        return self.speakers.said(line) if line and self._keeps("quote", "news") else None

    def _disputed(self) -> Values | None:
        """Return the question over which sources divide most evenly."""
        asked = [one for one, _ in self.offer.answers if one.question.claim and min(one.counts[:2])]
        if not asked:
            return None
        one = max(asked, key=lambda one: (min(one.counts[:2]), -abs(one.counts[0] - one.counts[1])))
        yes, no, _ = one.counts
        key, about = one.question.id, one.question.short
        return {
            "short": self.listed(about),
            "poles": [self.listed(pole) for pole in one.question.poles],
            "yes": self._word(f"{key}.yes", yes, f"sources that point to yes on {about}"),
            "no": self._word(f"{key}.no", no, f"sources that point to no on {about}"),
        }

    def _camps(self) -> dict[str, list[str]]:
        """Return who stands for and who against, by the names used in the notes."""
        made: dict[str, list[str]] = {"for": [], "open": [], "against": []}
        for source in self._addressed():
            if source.side in made:
                made[source.side].append(self.desk.called(source.id))
        return made

    def _issued(self) -> Markup | str:
        issued = self.dossier.as_of
        if issued is None:
            return ""
        digits = int(str(issued).replace("-", ""))
        return self.num(DAY, digits, "date of this brief", self.desk.conventions.date(issued))

    def _source(self, source: Source | None) -> Values | None:
        if source is None:
            return None
        return {
            "name": self.desk.names[source.id],
            "side": source.side,
            "label": source.stance.label,
            "date": num(self.desk.date(source, "date")) if source.issued else "",
            "year": num(self.desk.date(source)) if source.issued else "",
            "dated": self.desk.dated(source),
            "year_n": source.issued.year if source.issued else 0,
            "age": self._age(source),
            "years": source.age or 0,
            "id": source.id,
        }

    def _age(self, source: Source) -> Markup | str:
        if source.age is None:
            return ""
        years = int(source.age)
        return self.num(
            f"age:{source.id}", years, f"years from {source.id} to the date of this brief"
        )

    def _addressed(self) -> list[Source]:
        return [s for s in self.dossier.sources if s.independent and s.side != "silent"]

    def _clear(self) -> bool:
        found = self.offer.balance
        return bool(found.addressed) and found.leading / found.addressed >= CLEAR

    def _trust(self, sources: Sequence[Source], clear: bool | None) -> Values:
        why: list[Reason] = reasons(self.offer.balance, sources, clear)
        return {
            "level": confidence(why),
            "good": [one.name for one in why if one.good],
            "bad": [one.name for one in why if not one.good],
        }

    def _numbers(self, claim: Claim, key: str) -> dict[str, Markup]:
        about, (yes, no) = claim.theme.name, claim.counts
        return {
            "n": self.num(key, claim.number, f"sources that bear out the claim on {about}"),
            "total": num("n:origins"),
            "speaking": self.num(f"{key}.all", len(claim.sources), f"sources on {about}"),
            "yes": self.num(f"{key}.yes", yes, f"sources that point to yes on {about}"),
            "no": self.num(f"{key}.no", no, f"sources that point to no on {about}"),
        }

    def _judgement(self, claim: Claim, line: Line | None) -> Values:
        key = claim.theme.id
        sides = {source.side for source in claim.sources}
        shared = "for" in sides and "against" in sides
        quoted = line is not None and self._keeps("quote", key)
        said = self.speakers.said(line) if line and quoted else None
        # what holds of all judgements stands in the first of them
        trust, first = (
            self._trust(claim.bearing, None),
            self._trust(self._addressed(), self._clear()),
        )
        trust["good"] = ["shared"] * shared + [r for r in trust["good"] if r not in first["good"]]
        way = claim.way == "split"
        who, others = (claim.sides[0], claim.sides[1]) if way else (claim.bearing, ())
        named = [*who[: NAMED - way], *others[: NAMED - way]]
        return {
            "id": key,
            "noun": self.listed(claim.theme.name),
            "text": self.listed(claim.text),
            "way": claim.way,
            "poles": [self.listed(pole) for pole in claim.theme.poles],
            "spoken": len(claim.sources),
            "dots": self._claim_dots(claim, f"theme.{key}"),
            **self._numbers(claim, f"theme.{key}"),
            "who": self._called(who),
            "people": _people(who),
            "others": self._called(others),
            "named": NAMED - way,
            "said": said,
            "cite": cite([one for one in claim.lines if self.desk.sources[one.article] in named]),
            "shared": shared,
            "trust": trust,
        }

    def _called(self, sources: Sequence[Source]) -> list[str]:
        return [self.desk.called(source.id) for source in sources]

    def _answer(self, found: Answer, lines: Sequence[Line]) -> Values:
        key, about = found.question.id, found.question.short
        yes, no, both = found.counts
        names = [key + (f".{turn + 1}" if turn else "") for turn in range(len(lines))]
        kept = [
            line for name, line in zip(names, lines, strict=True) if self._keeps("answer", name)
        ]
        said = [{**self.speakers.said(line), "way": _way(line, found)} for line in kept]
        ways = list(dict.fromkeys(one["way"] for one in said))
        return {
            "id": key,
            "text": self.listed(found.question.text),
            "lean": found.lean,
            "counts": {"yes": yes, "no": no, "both": both, "all": len(found.sources)},
            "poles": [self.listed(pole) for pole in found.question.poles],
            "plain": found.question.poles == ("yes", "no"),
            "asks": bool(found.question.claim),
            "n": self._words(f"{key}.all", len(found.sources), f"sources that speak to {about}"),
            "yes_n": self._words(f"{key}.yes", yes, f"sources that point to yes on {about}"),
            "no_n": self._words(f"{key}.no", no, f"sources that point to no on {about}"),
            "both_n": self._words(f"{key}.two", both, f"sources that point both ways on {about}"),
            "newest": self._source(found.newest),
            "dots": self._dots(key, found.counts, len(found.sources)),
            "said": [[one for one in said if one["way"] == way] for way in ways],
            "cite": "" if kept else cite(lines[:2]),
        }

    def _word(self, name: str, value: int, how: str) -> Markup:
        """Return a small count as a word: `three`."""
        return self.num(name, value, how, self.desk.conventions.word(value))

    def _words(self, name: str, value: int, how: str) -> dict[str, Markup]:
        """Return a small count as a word, for the middle and for the start of a sentence."""
        word = self.desk.conventions.word(value)
        start = self.num(f"{name}.start", value, how, word[:1].upper() + word[1:])
        return {"low": self._word(name, value, how), "up": start}

    def _shown_figures(self) -> list[tuple[Source, Figure]]:
        """Return the figures kept, the best first."""
        kept = [one for one in self.offer.figures if self._keeps("figure", one[1].id)]
        return [one for one in kept if one[1].id in self.measured]

    def _figures(self) -> list[Values]:
        """Return the rows of the table: figures of one measure together, by year."""
        shown = self._shown_figures()
        order = list(dict.fromkeys(self._label(figure) for _, figure in shown))
        return [
            self._figure(source, figure)
            for source, figure in sorted(
                shown,
                key=lambda one: (order.index(self._label(one[1])), one[1].year or 9999),
            )
        ]

    def _figure(self, source: Source, figure: Figure) -> Values:
        return {
            "id": figure.id.replace("#", "."),
            "measure": self.listed(self._label(figure)),
            "value": num(figure.id),
            "period": _period(figure),
            "kind": figure.kind,
            "source": self.desk.names[source.id],
            "column": clipped(self.desk.names[source.id]),
            "cite": cite([self.desk.figure_line(figure, source)]),
        }

    def _leading_figure(self) -> Values | None:
        """Return the newest figure of the measure that ranks first."""
        shown = [one for one in self._shown_figures() if one[1].kind == "fact"]
        first = [one for one in shown if self._label(one[1]) == self._label(shown[0][1])]
        return self._figure(*max(first, key=lambda one: one[1].year or 0)) if first else None

    def _label(self, figure: Figure) -> str:
        return self.measured[figure.id].label

    def _count_sources(self) -> Markup:
        sources = {source.id for source, _ in self._shown_figures()}
        return self.num("figure.sources", len(sources), "sources of the figures shown")

    def _chart(self) -> Values | None:
        if not self._keeps("exhibit", "figures"):
            return None
        return figure_exhibit(self.dossier, self.offer.figures, self.desk)

    def _conflict(self, found: Any) -> Values:
        series = next(one for one in self.dossier.series if one.id == found.series)
        pairs = [self.desk.figures[key] for key in found.figures]
        return {
            "id": f"{found.series}-{found.year}",
            "measure": series.measure,
            "values": [
                {
                    "value": num(figure.id),
                    "source": self.desk.names[source.id],
                    "cite": cite([self.desk.figure_line(figure, source)]),
                }
                for source, figure in pairs
            ],
        }

    def _headline(self) -> Markup | str:
        for one, _ in self.offer.inferences["implication"]:
            if one.headline:
                return self.listed(one.headline)
        return ""

    def _inferences(self, kind: Any) -> list[Values]:
        return [
            {"id": one.id, "text": self.listed(one.text), "cite": cite(lines)}
            for one, lines in self.offer.inferences[kind]
            if self._keeps(kind, one.id)
        ]

    def _copy(self, source: Source) -> Values:
        return {"id": source.id, "name": self.desk.names[source.id], "of": source.origin}

    def listed(self, text: str, more: dict[str, Markup] | None = None) -> Markup:
        """Return a listed sentence with its names filled in, in this reader's spelling."""
        made = escape(self.desk.conventions.spell(" ".join(text.split())))
        for name, value in {**self.names, **(more or {})}.items():
            made = made.replace(f"{{{name}}}", escape(value))
        return made


def _period(figure: Figure) -> str:
    """Return when a figure is of, as its sentence says it, without a leading preposition."""
    return re.sub(
        r"^(?:in|by|during|for|over|since)\s+(?=\d{4}$|the\s)",
        "",
        figure.period.strip(),
        flags=re.I,
    )


def _way(line: Line, found: Answer) -> str:
    return "yes" if line in found.yes else "no" if line in found.no else ""


def _people(sources: Sequence[Source]) -> int:
    """Return how many the names of sources stand for, so that verbs agree: two authors are two."""
    return sum(max(1, len(source.authors)) for source in sources)

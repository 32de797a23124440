"""An offer in; the values that the template words, out: numbers registered, quotations by id."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from markupsafe import Markup, escape

from brief.compose.answers import Answer, Claim
from brief.compose.balance import CLEAR, Balance, Reason, confidence, reasons
from brief.compose.bibliography import family, kind
from brief.compose.desk import Desk
from brief.compose.exhibits import figure_exhibit, merged, stance_exhibit
from brief.compose.lines import Line
from brief.compose.offer import Offer
from brief.compose.wording import capital, cite, listed, num, question_names
from brief.model.dossier import Dossier, Source
from brief.model.question import Question

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
        self._turn = 0
        self._introduced: set[str] = set()

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
                    self._said(line)
                    for line in lines
                    if self._keeps("side", f"{side}-{line.article}")
                ]
                for side, lines in self.offer.sides.items()
            },
            "answers": [self._answer(*one) for one in self.offer.answers],
            "figures": self._figures(),
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
            "introduced": self._first,
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

    def _camps(self) -> dict[str, list[str]]:
        """Return who stands for and who against, by the names used in the notes."""
        made: dict[str, list[str]] = {"for": [], "against": []}
        for source in self._addressed():
            if source.side in made:
                made[source.side].append(self.desk.called(source.id))
        return made

    def _issued(self) -> Markup | str:
        issued = self.dossier.as_of
        if issued is None:
            return ""
        digits = int(str(issued).replace("-", ""))
        return self.num(
            "date:brief", digits, "date of this brief", self.desk.conventions.date(issued)
        )

    def _source(self, source: Source | None) -> Values | None:
        if source is None:
            return None
        return {
            "name": self.desk.names[source.id],
            "side": source.side,
            "label": source.stance.label,
            "date": num(self.desk.date(source, "date")) if source.issued else "",
            "year": num(self.desk.date(source)) if source.issued else "",
            "age": self._age(source),
            "years": source.age or 0,
            "id": source.id,
        }

    def _age(self, source: Source) -> Markup | str:
        if source.age is None:
            return ""
        years = round(source.age)
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

    def _dots(self, key: str, counts: tuple[int, int], both: int, total: int) -> list[Values]:
        """Return the dots of a strip, one an independent source: which count, which shape."""
        yes, no = counts
        shapes = {
            "one": ("filled", yes - both),
            "both": ("half", both),
            "other": ("hollow", no - both),
            "neither": ("faint", total - yes - no + both),
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
            return self._dots(key, (claim.number, 0), 0, total)
        counts = claim.counts[::-1] if claim.way == "no" else claim.counts
        return self._dots(key, counts, claim.both, total)

    def _own_trust(self, sources: Sequence[Source], shared: bool) -> Values:
        """Return the confidence in one judgement; what lowers all of them is said once."""
        everywhere = self._trust(self._addressed(), self._clear())["bad"]
        made = self._trust(sources, None)
        same = [name for name in made["bad"] if name in everywhere]
        made["bad"] = [name for name in made["bad"] if name not in same] + ["same"] * bool(same)
        # how many sources there are stands in the claim itself
        made["good"] = [name for name in made["good"] if name != "many"]
        made["good"] += ["shared"] if shared else []
        return made

    def _judgement(self, claim: Claim, line: Line | None) -> Values:
        key = f"theme.{claim.theme.id}"
        text = claim.text
        if claim.number == len(claim.sources):
            text = text.replace("{n} of the {speaking}", "all {speaking}")
        sides = {source.side for source in claim.sources}
        shared = "for" in sides and "against" in sides
        quoted = line is not None and self._keeps("quote", claim.theme.id)
        said = self._said(line) if line and quoted else None
        return {
            "id": claim.theme.id,
            "name": self.listed(claim.theme.name[:1].upper() + claim.theme.name[1:]),
            "noun": self.listed(claim.theme.name),
            "text": self.listed(text, self._numbers(claim, key)),
            "way": claim.way,
            "tally": self._numbers(claim, key),
            "dots": self._claim_dots(claim, key),
            "said": said,
            "cite": cite([one for one in claim.lines[:3] if not said or one != line][:2]),
            "shared": shared,
            "trust": self._own_trust(claim.sources, shared),
        }

    def _answer(self, found: Answer, first: Line | None, second: Line | None) -> Values:
        keep = self._keeps("answer", found.question.id)
        yes, no = found.counts
        key = found.question.id
        about = found.question.short
        leaning_yes = first is not None and first in found.yes
        rest = [*found.yes[:1], *found.no[:1], *found.other[:1]]
        return {
            "id": key,
            "text": self.listed(found.question.text),
            "lean": found.lean,
            "counts": found.counts,
            "poles": [self.listed(pole) for pole in found.question.poles],
            "speaking": len(found.sources),
            "n": self.num(f"{key}.all", len(found.sources), f"sources that speak to {about}"),
            "yes_n": self.num(f"{key}.yes", yes, f"sources that point to yes on {about}"),
            "no_n": self.num(f"{key}.no", no, f"sources that point to no on {about}"),
            "newest": self._source(found.newest),
            "dots": self._dots(key, found.counts, found.both, len(found.sources)),
            "yes": self._said(first) if keep and first and leaning_yes else None,
            "other": self._said(first) if keep and first and not leaning_yes else None,
            "no": self._said(second) if keep and second else None,
            "cite": cite(rest[:2]),
        }

    def _said(self, line: Line) -> Values:
        """Return a quotation with all that introduces it."""
        source = self.desk.sources[line.article]
        self._turn += 1
        return {
            "q": Markup('<q of="{}"/>').format(line.ref),
            "cite": cite([line]),
            "article": source.id,
            "who": listed(source.authors),
            "affiliation": source.affiliation,
            "short": self.desk.names[source.id],
            "signed": bool(source.authors),
            "genre": kind(source) or "text",
            "publisher": source.publisher or source.container,
            "year": num(self.desk.date(source)) if source.issued else "",
            "voice": "" if line.voice == "author" else line.voice,
            "note": source.note,
            "named": any(name.split()[-1] in line.text for name in source.authors if name),
            "central": line.weight > 2,
            "turn": self._turn,
        }

    def _first(self, article: str) -> bool:
        """Tell whether a source is named for the first time; the template asks as it writes."""
        new = article not in self._introduced
        self._introduced.add(article)
        return new

    def _figures(self) -> list[Values]:
        made = []
        for source, figure in self.offer.figures:
            if self._keeps("figure", figure.id):
                line = self.desk.figure_line(figure, source)
                one = self.measured[figure.id]
                made.append(
                    {
                        "id": figure.id.replace("#", "."),
                        "measure": one.shown[:1].upper() + one.shown[1:],
                        "scope": one.scope if len(one.scope) <= 2 else (),
                        "value": num(figure.id),
                        "period": figure.period,
                        "kind": figure.kind,
                        "source": self.desk.names[source.id],
                        "cite": cite([line]),
                    }
                )
        return made

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

"""Figures of the offer in; the rows, the chart and the conflicts that the template sets out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from brief.collect.measures import before, done
from brief.compose.bibliography import clipped
from brief.compose.desk import Values
from brief.compose.figure_charts import figure_exhibit
from brief.compose.offer import Offer
from brief.compose.pen import Pen
from brief.compose.wording import cite, num
from brief.model.dossier import Comparison, Dossier, Source
from brief.model.summary import Figure
from brief.vocabulary.states import states_in

FEWEST = 2
"""Rows worth a table: one alone is said in a line."""


class Tables:
    """Sets out the figures that a brief keeps."""

    def __init__(
        self, pen: Pen, dossier: Dossier, offer: Offer, keeps: Callable[[str, str], bool]
    ) -> None:
        self._pen, self._desk, self._dossier = pen, pen.desk, dossier
        self._shown = [one for one in offer.figures if keeps("figure", one[1].id)]
        """Those kept, the best first."""
        self._alike = offer.alike
        self._chart = offer.chart if keeps("exhibit", "figures") else None
        self._measured = {one.figure: one for one in dossier.measures}

    def _is_table(self) -> bool:
        """Tell whether the figures kept are worth a table."""
        return len(self._shown) >= FEWEST

    def rows(self) -> list[Values]:
        """Return the rows of the table: figures of one measure together, by year."""
        return self._rows() if self._is_table() else []

    def told(self) -> list[Values]:
        """Return the same for a paragraph, where they are too few for a table."""
        return [] if self._is_table() else self._rows()

    def _rows(self) -> list[Values]:
        order = list(dict.fromkeys(self._label(figure) for _, figure in self._shown))
        return [
            self._row(source, figure)
            for source, figure in sorted(
                self._shown,
                key=lambda one: (order.index(self._label(one[1])), one[1].year or 9999),
            )
        ]

    def _row(self, source: Source, figure: Figure) -> Values:
        same = self._given(source, figure)
        names = dict.fromkeys(self._desk.names[one.id] for one, _ in same)
        return {
            "id": figure.id.replace("#", "."),
            "measure": self._pen.listed(self._label(figure)),
            "value": self._value(figure),
            "period": self._period(figure),
            "kind": figure.kind,
            "voice": "" if figure.voice.is_author else self._pen.listed(_giver(str(figure.voice))),
            "source": self._desk.names[source.id],
            "column": "; ".join(map(clipped, names)),
            "cite": cite([self._desk.figure_line(told, one) for one, told in same]),
        }

    def _given(self, source: Source, figure: Figure) -> list[tuple[Source, Figure]]:
        """Return a figure, and the same as other sources give it."""
        return [(source, figure), *self._alike[figure.id]]

    def leading(self) -> Values | None:
        """Return the newest figure of the measure that ranks first."""
        shown = [one for one in self._shown if one[1].kind == "fact"]
        first = [one for one in shown if self._label(one[1]) == self._label(shown[0][1])]
        return self._row(*max(first, key=lambda one: one[1].year or 0)) if first else None

    def _label(self, figure: Figure) -> str:
        return self._measured[figure.id].label

    def count_sources(self) -> Markup:
        """Return how many sources the figures come from."""
        sources = {one.id for pick in self._shown for one, _ in self._given(*pick)}
        return self._pen.num("figure.sources", len(sources), "sources of the figures shown")

    def chart(self) -> Values | None:
        """Return the chart of figures, where one is kept."""
        return figure_exhibit(self._chart, self._dossier, self._desk) if self._chart else None

    def conflict(self, found: Any) -> Values:
        """Return figures that conflict, side by side."""
        series = next(one for one in self._dossier.series if one.id == found.series)
        first = found.figures[0]
        told = {self._measured[key].label for key in found.figures if key in self._measured}
        label = max(told, key=lambda one: (len(one), one), default="") or series.measure
        label = label or done(self._desk.figures[first][1])
        year = self._desk.count(f"year:{first}", found.year, f"year of {first}", str(found.year))
        return {
            "id": f"{found.series}-{found.year}",
            "measure": self._pen.listed(in_the_middle(label, self._desk.figures[first][1].text)),
            "year": num(year),
            "values": [self._beside(key) for key in found.figures],
        }

    def comparison(self, found: Comparison) -> Values:
        """Return a part beside the whole that it should be smaller than."""
        whole, part = (self._beside(key) for key in (found.whole, found.part))
        return {
            "measure": found.measure,
            "whole": whole,
            "part": part,
            "left_out": self._desk.conventions.respell(found.left_out),
        }

    def _beside(self, key: str) -> Values:
        source, figure = self._desk.figures[key]
        return {
            "value": num(figure.id),
            "source": self._desk.called(source.id),
            "cite": cite([self._desk.figure_line(figure, source)]),
        }

    def _value(self, figure: Figure) -> Markup:
        """Return a value, or both ends of a change: `from 76% to 36%`."""
        since = self._measured[figure.id].since
        return (
            Markup("from {} to {}").format(num(since), num(figure.id)) if since else num(figure.id)
        )

    def _period(self, figure: Figure) -> Markup | str:
        """Return when a figure is of, as its sentence says it; a derived year stands first."""
        period, found = spelled(figure.period), self._measured[figure.id]
        source = self._desk.figures[figure.id][0]
        year = figure.year or found.year
        if year and not re.search(r"\d", period):
            key = self._desk.count(f"year:{figure.id}", year, f"year of {figure.id}", str(year))
            return Markup("{}, “{}”").format(num(key), period) if period else num(key)
        if RELATIVE.fullmatch(period):
            return ""
        if not period and source.issued and figure.kind == "fact" and _is_now(figure):
            return Markup("as of {}").format(num(self._desk.date(source)))
        start = self._desk.figures[found.since][1] if found.since else None
        before = spelled(start.period) if start else ""
        if start and not before and re.fullmatch(r"\d{4}", period):
            return f"by {period}"
        if before and (again := _AGAIN.match(period)):
            return f"{before} and {again[1]}"
        return f"{before} to {period}" if before and period and before != period else period


def in_the_middle(label: str, text: str) -> str:
    """Return a label for the middle of a sentence: small, where its first word is no name.

    It is none where the text of the figure has it small, or begins with it and it is no state's.
    """
    first = re.split(r"[\s’'–-]", label, maxsplit=1)[0]
    small = first[:1].lower() + first[1:]
    common = re.search(rf"\b{re.escape(small)}\b", text) or text.startswith(f"{first} ")
    if first.isupper() or not common or states_in(first):
        return label
    return label[:1].lower() + label[1:]


def _is_now(figure: Figure) -> bool:
    """Tell whether a figure is told as of the day of its source: `has reached`, `is`, `now`."""
    return _PRESENT.search(_CLAUSES.split(before(figure))[-1]) is not None


_CLAUSES = re.compile(r"[,;:()—]\s|\s(?:and|while|but|whereas|which|that)\s")
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|remains?|stands?|now|currently|already|amounts?|accounts?|makes? up"
    r"|buys?|sells?|holds?|owns?|supplies|takes)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"(?:in |over |during )?(?:the )?(?:last|this|next|previous) year", re.I)
"""A period that is told from the date of its source."""


_AGAIN = re.compile(r"same (?:period|months|quarter|half) (?:in|of) (\d{4})$")
_TWO_SPANS = re.compile(r"(\d{4}\s?[-–]\s?\d{2,4})\s(?:and|to)\s(\d{4}\s?[-–]\s?\d{2,4})$")
_GIVEN_BY = re.compile(
    r"^(?:the )?(?:\w+ )?(?:figures|data|statistics|numbers|estimates) (?:\w+ )?(?:by|from|of) "
    r"(?:the )?(?=[A-Z])"
)


def _giver(voice: str) -> str:
    """Return who gave figures: `Chad’s Customs` for `figures cited by Chad’s Customs`."""
    return _GIVEN_BY.sub("", voice)


def spelled(period: str) -> str:
    """Return a period without what leads to it: `2009–13` for `in 2009-13`."""
    bare = re.sub(
        r"^(?:as of|in|by|during|for|over|since|between|from|at)\s+(?:its\s+)?(?=\d{4}|the\s)",
        lambda found: "since " if found[0].lower().startswith("since") else "",
        period.strip(),
        flags=re.I,
    )
    bare = re.sub(r"^the\s+(?=\w+\s.*\d{4})", "", bare)
    if both := _TWO_SPANS.search(bare):
        return f"{spelled(both[1])} to {spelled(both[2])}"
    return re.sub(r"(?<=\d{4})\s?(?:-|–|to|and)\s?(?=\d{2})", "–", bare)

"""Figures of a dossier in; the one chart of them that says most out: a series, or bars.

A chart stands in place of the rows of the table that it shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from markupsafe import Markup

from brief.collect.figures import is_level
from brief.collect.measures import PART_OF_YEAR
from brief.compose.desk import Desk
from brief.compose.figures import Pick
from brief.compose.legible import legible
from brief.compose.wording import cite, num, typographic
from brief.model.brief import Point
from brief.model.dossier import Datum, Dossier, Measured, Source
from brief.model.summary import Figure, is_money

FEWEST, MOST = 3, 6
"""Bars worth a chart, and the most that one holds."""
LABEL = 48
"""Characters of the label of a bar: what is longer has a row, and no bar."""
_LASTS = re.compile(r"(?:since|after|before|until)\b|.*\d{4}\D{1,5}\d{2}", re.IGNORECASE)
"""A period that is no one year: `since 2008`, `2009–13`."""
STILL = 0.05
"""Part of a value by which the last of a series must differ from the first to rise or fall."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """What a chart of figures shows."""

    kind: Literal["series", "bars"]
    key: str
    name: str
    unit: str
    data: tuple[Datum, ...]
    """By year in a series, by size in bars."""
    turns: tuple[Pick, ...] = ()
    """Changes of the same measure against the way of a series, which its points pass over."""

    @property
    def figures(self) -> frozenset[str]:
        """Ids of the figures drawn, or told below the drawing."""
        told = (figure.id for _, figure in self.turns)
        return frozenset((*(datum.figure for datum in self.data), *told))


def plotted(dossier: Dossier, figures: Sequence[Pick]) -> Plotted | None:
    """Return the chart of figures that says most; `None` where nothing compares.

    A series over time of three years or of two sources; else figures that share a unit; else a
    series of two points.
    """
    named = {one.figure: one for one in dossier.measures if one.label}
    series = sorted(_series(dossier, figures, named), key=lambda one: (-len(one.data), one.key))
    # two points of one source make a poor line: bars that compare say more, where there are any
    long = [one for one in series if len(one.data) >= FEWEST or _sources(one.data) > 1]
    bars = [] if long else _comparable(figures, named)
    found = next(iter([*long, *bars, *series]), None)
    return found and replace(found, turns=_turns(found, figures, named))


def _turns(found: Plotted, figures: Sequence[Pick], named: dict[str, Measured]) -> tuple[Pick, ...]:
    """Return the changes between the ends of a series that go the other way, the best one."""
    if found.kind != "series":
        return ()
    values = {figure.id: _middle(figure.value) for _, figure in figures}
    first, last = found.data[0], found.data[-1]
    way = _moved(values.get(first.figure, 0), values.get(last.figure, 0))
    against = {"rose": "down", "fell": "up"}.get(way)
    turns = [
        (source, figure)
        for source, figure in figures
        if figure.unit == "%"
        and figure.kind == "fact"
        and figure.change == against
        and named[figure.id].label == found.name
        and (first.year or 0) < (figure.year or 0) < (last.year or 0)
    ]
    return tuple(turns[:1])


def _sources(data: Sequence[Datum]) -> int:
    return len({datum.article for datum in data})


def _series(dossier: Dossier, figures: Sequence[Pick], named: dict[str, Measured]) -> list[Plotted]:
    """Return the series of two years or more: those of the dossier, and levels of one name.

    What lasted several years has no year to be drawn at: its row names the years.
    """
    own = [figure for source in dossier.sources for figure in source.figures]
    lasts = {figure.id for figure in own if _LASTS.match(figure.period)}
    made = [
        _over_time(
            one.id,
            one.unit,
            [datum for datum in one.data if datum.figure not in lasts],
            named,
            one.measure,
        )
        for one in dossier.series
    ]
    levels: dict[tuple[str, str, str], list[Datum]] = {}
    for source, figure in figures:
        if figure.year and figure.id in named and _level(figure) and figure.id not in lasts:
            datum = Datum(figure=figure.id, article=source.id, year=figure.year)
            part = " ".join(PART_OF_YEAR.findall(figure.period.lower()))
            levels.setdefault((named[figure.id].label, figure.unit, part), []).append(datum)
    made += [_over_time(_key(*key), key[1], data, named) for key, data in levels.items()]
    return [one for one in made if len(one.data) > 1]


def _over_time(
    key: str, unit: str, data: Sequence[Datum], named: dict[str, Measured], name: str = ""
) -> Plotted:
    """Return figures as a series: one a year, and rather one whose sentence names the year."""
    labels = [named[datum.figure].label for datum in data if datum.figure in named]
    years: dict[int, Datum] = {}
    for datum in sorted(data, key=lambda one: one.from_source):
        if datum.year:
            years.setdefault(datum.year, datum)
    title = labels[0] if labels else name[:1].upper() + name[1:]
    return Plotted("series", key, title, unit, tuple(years[year] for year in sorted(years)))


def _key(*names: str) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in " ".join(names).lower())
    return "over-time-" + "-".join(words.split())


def _level(figure: Figure) -> bool:
    return figure.kind == "fact" and is_level(figure) and not isinstance(figure.value, tuple)


def _comparable(figures: Sequence[Pick], named: dict[str, Measured]) -> list[Plotted]:
    """Return bars of figures that compare: levels of one unit, each of another measure."""
    levels = [
        one
        for one in figures
        if one[1].id in named
        and one[1].kind == "fact"
        and one[1].change not in ("up", "down")
        and one[1].unit != "%"  # shares of different wholes do not compare
        and len(named[one[1].id].label) <= LABEL
    ]
    sorts = Counter(_sort(figure, named) for _, figure in levels)
    best: list[Pick] = []
    for sort in sorted(sorts, key=lambda sort: (-sorts[sort], sort)):
        once = {
            named[one[1].id].label: one for one in reversed(levels) if _sort(one[1], named) == sort
        }
        found = [one for one in levels if one in once.values()][:MOST]
        if len(found) >= FEWEST and len(found) > len(best):
            best = found
    best.sort(key=lambda one: -_middle(one[1].value))
    data = tuple(Datum(figure=f.id, article=source.id, year=f.year) for source, f in best)
    unit = best[0][1].unit if best else ""
    return [Plotted("bars", f"bars-{unit.lower()}", "", unit, data)] if best else []


def _sort(figure: Figure, named: dict[str, Measured]) -> tuple[str, str]:
    """Return what a figure compares with: its unit, and whether it is a flow or a sum agreed on.

    A contract is paid once, trade is of each year.
    """
    if not is_money(figure.unit):
        return figure.unit, ""
    label = named[figure.id].label
    flows = _FLOW.search(label) or _OFTEN.search(figure.period)
    return figure.unit, "flow" if flows else "sum"


_FLOW = re.compile(
    r"\b(?:trade|exports?|imports?|sales|turnover|commerce|purchases|revenues?|spending|budget|income"
    r"|gap|deficit|surplus|gdp)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:annual|yearly|per (?:year|annum)|(?:a|each|every) (?:year|month))", re.I)


def figure_exhibit(found: Plotted, dossier: Dossier, desk: Desk) -> dict[str, Any]:
    """Register a chart of figures and return what its words need."""
    named = {one.figure: one.label for one in dossier.measures}
    series = found.kind == "series"
    points = tuple(
        _point(desk, one, str(one.year) if series else _bar(desk, one, named[one.figure]))
        for one in found.data
    )
    desk.exhibits[found.key] = {"chart": found.kind, "points": points, "unit": found.unit}
    ends = found.data[0], found.data[-1]
    picks = [desk.figures[datum.figure] for datum in ends]
    lines = [desk.figure_line(figure, source) for source, figure in picks]
    return {
        "ref": found.key,
        "chart": found.kind,
        "name": typographic(found.name),
        "points": points,
        "cite": cite(lines if series else lines[::-1]),
        "sourced": _sourced(desk, found),
        "turns": [_turn(desk, *one) for one in found.turns],
        "first": _year(desk, ends[0]) if series else "",
        "last": _year(desk, ends[1]) if series else "",
        "moved": _moved(points[0].value, points[-1].value),
        "money": is_money(found.unit),
        "dated_by_source": any(datum.from_source for datum in found.data),
    }


def _sourced(desk: Desk, found: Plotted) -> list[dict[str, Any]]:
    """Return by source what it gives: the years of a series, and the notes to its sentences."""
    given: dict[str, list[Datum]] = {}
    for datum in found.data:
        given.setdefault(datum.article, []).append(datum)
    return [
        {
            "name": desk.names[article],
            "years": [_when(desk, datum) for datum in data] if found.kind == "series" else [],
            "cite": cite([desk.figure_line(*desk.figures[d.figure][::-1]) for d in data]),
        }
        for article, data in given.items()
    ]


def _turn(desk: Desk, source: Source, figure: Figure) -> dict[str, Any]:
    """Return a change against the way of a series, in words."""
    how = f"year of {figure.id}"
    year = desk.count(f"year:{figure.id}", figure.year or 0, how, str(figure.year))
    return {
        "value": num(figure.id),
        "year": num(year),
        "name": desk.names[source.id],
        "cite": cite([desk.figure_line(figure, source)]),
    }


def _when(desk: Desk, datum: Datum) -> Markup:
    """Return the year of a point, `about 2015` where its sentence gives it to another figure."""
    year = num(_year(desk, datum))
    return Markup("about {}").format(year) if _about(desk, datum) else year


def _about(desk: Desk, datum: Datum) -> bool:
    figure = desk.figures[datum.figure][1]
    return not (figure.year or figure.period or datum.from_source)


def _moved(first: float, last: float) -> str:
    """Return which way a series goes: `rose`, `fell`, or nothing."""
    if abs(last - first) <= STILL * abs(first):
        return ""
    return "rose" if last > first else "fell"


def _bar(desk: Desk, datum: Datum, label: str) -> str:
    """Return the label of a bar, with since when or how often its sum is, where that fits."""
    period = desk.figures[datum.figure][1].period.strip()
    runs = re.match(
        r"(?:since|after)\b|(?:annually|a year|per year|(?:each|every) year)$", period, re.I
    )
    made = f"{label} {period[:1].lower()}{period[1:]}" if runs else label
    return made if len(made) <= LABEL else label


def _point(desk: Desk, datum: Datum, label: str) -> Point:
    source, figure = desk.figures[datum.figure]
    about = f"about {datum.year}, " if datum.year and _about(desk, datum) else ""
    return Point(
        label=legible(typographic(label[:1].upper() + label[1:])),
        value=_middle(figure.value),
        shown=desk.conventions.figure(figure),
        source=datum.figure,
        series=str(datum.year or "") if not _LASTS.match(figure.period) else "",
        detail=legible(about + desk.names[source.id]),
    )


def _year(desk: Desk, datum: Datum) -> str:
    how = f"year of {datum.figure}" + (", from its source" if datum.from_source else "")
    return desk.count(f"year:{datum.figure}", datum.year or 0, how, str(datum.year))


def _middle(value: float | tuple[float, float]) -> float:
    return sum(value) / 2 if isinstance(value, tuple) else value

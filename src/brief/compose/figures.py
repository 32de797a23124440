"""A dossier in, the figures worth a row of the table out: telling, and from several sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from brief.model.dossier import Dossier, Measured, Source
from brief.model.summary import Figure

MONEY, SHARE, SIZE = 3.0, 2.5, 1.0
CONTESTED, SERIES, DATED, HOME, ABOUT = 3.0, 1.5, 0.7, 0.6, 1.0
EPOCH = 2000
AGAIN, ALIKE = 1.2, 0.8
"""What each figure before it takes from one of the same source, or of the same measure."""

Pick = tuple[Source, Figure]


def chosen_figures(dossier: Dossier, names: Sequence[str], home: str = "") -> tuple[Pick, ...]:
    """Return the figures that stand alone, best first: each new source and measure counts.

    `names` are those of the parties: a figure whose label has one comes before others. `home` is
    the reader's currency: a figure in it comes before the same in another.
    """
    named = {one.figure: one for one in dossier.measures if one.label}
    series = {datum.figure for one in dossier.series for datum in one.data}
    contested = {figure for one in dossier.conflicts for figure in one.figures}
    left = [
        (source, figure)
        for source in dossier.sources
        if source.independent
        for figure in source.figures
        if figure.id in named and not _part(figure)
    ]
    base = {
        figure.id: _worth(figure, home)
        + CONTESTED * (figure.id in contested)
        + SERIES * (figure.id in series)
        + ABOUT * any(name in named[figure.id].label for name in names)
        for _, figure in left
    }
    return _diverse(_once(left, named, home), base, named)


def _part(figure: Figure) -> bool:
    """Tell whether a figure is a bare fraction, which says nothing without its sentence."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return not figure.unit and max(map(abs, values)) < 1


def _once(picks: Sequence[Pick], named: dict[str, Measured], home: str) -> list[Pick]:
    """Return the figures without a second one for the same thing of the same sentence.

    A sentence that gives one amount in two currencies is shown in the reader's own.
    """
    made: dict[tuple[str, int, str, str], Pick] = {}
    for source, figure in picks:
        money = re.fullmatch(r"[A-Z]{3}", figure.unit) is not None
        key = (source.id, figure.start, named[figure.id].label, "money" if money else figure.id)
        near = made.get(key)
        if near and money and near[1].unit != figure.unit:
            made[key] = (source, figure) if figure.unit == home else near
        else:
            made[key if near is None else (*key[:3], figure.id)] = (source, figure)
    return list(made.values())


def _diverse(
    picks: list[Pick], base: dict[str, float], named: dict[str, Measured]
) -> tuple[Pick, ...]:
    """Return the picks in turn of what each adds to those before it."""
    left, made = dict(enumerate(picks)), list[Pick]()
    same, alike = Counter[str](), Counter[str]()

    def adds(place: int) -> tuple[float, int]:
        source, figure = left[place]
        known = AGAIN * same[source.id] + ALIKE * max(0, alike[named[figure.id].label] - 1)
        return base[figure.id] - known, -place

    while left:
        source, figure = left.pop(max(left, key=adds))
        made.append((source, figure))
        same[source.id] += 1
        alike[named[figure.id].label] += 1
    return tuple(made)


def _worth(figure: Figure, home: str) -> float:
    # of like figures the newer one first
    dated = DATED + (figure.year - EPOCH) / 1000 if figure.year else 0.0
    if re.fullmatch(r"[A-Z]{3}", figure.unit):
        return MONEY + dated + HOME * (figure.unit == home)
    return (SHARE if figure.unit == "%" else SIZE) + dated

"""A dossier in, the figures worth a row of the table out: telling, and from several sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from brief.collect.measures import parties_in
from brief.compose.phrases import names_others
from brief.model.dossier import Dossier, Measured, Source
from brief.model.question import Question
from brief.model.summary import Figure, is_money

MONEY, SHARE, SIZE = 3.0, 2.5, 1.0
CONTESTED, SERIES, DATED, HOME = 3.0, 1.5, 0.7, 0.6
ABOUT, BOTH, CHANGE, MATTER, POLL, FAR, ALIEN = 1.0, 1.2, 0.8, 1.0, -1.5, -1.0, -1.0
"""What it adds that a figure names one party, both, two points in time, or trade and arms; and
what it takes that it is an opinion asked for, a length, or of a third state too."""
_MATTER = re.compile(
    r"\b(?:trade|exports?|imports?|arms|weapons?|defen[cs]e|equipment|tariffs?|investments?|aid|gas|oil"
    r"|deficit|surplus|military|energy|troops|sales?)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"^Share of [^,]* who |\bapproval\b")
EPOCH = 2000
AGAIN, ALIKE = 1.2, 0.8
"""What each figure before it takes from one of the same source, or of the same measure."""

_LENGTHS = frozenset(("kilometre", "mile", "metre", "nautical mile", "foot"))
Pick = tuple[Source, Figure]


def chosen_figures(dossier: Dossier, question: Question, home: str = "") -> tuple[Pick, ...]:
    """Return the figures that stand alone, best first: each new source and measure counts.

    The label of each names a party; one of both comes first. `home` is the reader's currency: a
    figure in it comes before the same in another.
    """
    named = {one.figure: one for one in dossier.measures if one.label}
    series = {
        datum.figure
        for one in dossier.series
        if len({datum.article for datum in one.data}) > 1
        for datum in one.data
    }
    contested = {figure for one in dossier.conflicts for figure in one.figures}
    left = [
        (source, figure)
        for source in dossier.sources
        if source.independent
        for figure in source.figures
        if figure.id in named
        and not _part(figure)
        and _told(figure)
        and parties_in(named[figure.id].label, question)
    ]
    starts = {figure.since for _, figure in left}
    left = [one for one in left if one[1].id not in starts]
    base = {
        figure.id: _worth(figure, home)
        + CONTESTED * (figure.id in contested)
        + SERIES * (figure.id in series)
        + _matter(named[figure.id].label, question)
        for _, figure in left
    }
    return _diverse(_once(left, named, home), base, named)


def _matter(label: str, question: Question) -> float:
    """Return what a label is worth to a question: of both parties, of trade, not a poll."""
    parties = parties_in(label, question)
    about = ABOUT * bool(parties) + BOTH * (len(parties) > 1)
    poll = POLL if _POLL.search(label) else 0.0
    others = ALIEN if len(parties) == 1 and names_others(label, question) else 0.0
    return about + MATTER * bool(_MATTER.search(label)) + poll + others


def _told(figure: Figure) -> bool:
    """Tell whether it is known who gives a figure: the author, or somebody with a name."""
    return figure.voice.is_author or str(figure.voice).split()[-1][:1].isupper()


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
        money = is_money(figure.unit)
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
    dated += CHANGE * bool(figure.since)
    if is_money(figure.unit):
        return MONEY + dated + HOME * (figure.unit == home)
    if figure.unit == "%":
        return SHARE + dated
    return SIZE + dated + FAR * (figure.unit in _LENGTHS)

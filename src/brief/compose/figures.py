"""A dossier in, the figures worth a row of the table out: telling, and from several sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from brief.collect.measures import before, last_sentences, parties_in
from brief.compose.evidence.phrases import names_others, pair_in, parties_named
from brief.model.dossier import Dossier, Measured, Source
from brief.model.question import Question
from brief.model.summary import Figure, is_money
from brief.vocabulary.states import states_in

MONEY, SHARE, SIZE = 3.0, 2.5, 1.0
CONTESTED, SERIES, DATED, HOME, OWN = 3.0, 1.5, 0.7, 0.6, 2.0
ABOUT, BOTH, CHANGE, MATTER, POLL, FAR = 1.0, 1.2, 0.8, 1.0, -1.5, -1.0
"""What it adds that a figure names one party, both, two points in time, or trade and arms; and
what it takes that it is an opinion asked for, or a length."""
LONG, EASY = -0.8, 56
"""What it takes that a label is longer than so many characters."""
_MATTER = re.compile(
    r"\b(?:trade|exports?|imports?|arms|weapons?|defen[cs]e|equipment|tariffs?|investments?|aid|gas|oil"
    r"|deficit|surplus|military|energy|troops|sales?)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"^Share of [^,]* who |\bapproval\b")
EPOCH = 2000
_RECORDS = frozenset(["report", "reports", "data", "figures", "statistics", "estimates", "records"])
AGAIN, ALIKE = 1.2, 0.8
"""What each figure before it takes from one of the same source, or of the same measure."""

_LENGTHS = frozenset(("kilometre", "mile", "metre", "nautical mile", "foot"))
Pick = tuple[Source, Figure]
"""A figure and whose it is."""


def chosen_figures(
    dossier: Dossier, question: Question, home: str = "", own: Sequence[str] = ()
) -> tuple[Pick, ...]:
    """Return the figures that stand alone, best first: each new source and measure counts.

    The label of each names a party; one of both comes first, and one of the reader's `own` states.
    `home` is the reader's currency: a figure in it comes before the same in another.
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
        and (
            _of_both(source, figure, named[figure.id].label, question)
            or _of_own(named[figure.id].label, own, question)
        )
    ]
    starts = {named[figure.id].since for _, figure in left}
    left = [one for one in left if one[1].id not in starts]
    base = {
        figure.id: _worth(figure, named[figure.id], home)
        + CONTESTED * (figure.id in contested)
        + SERIES * (figure.id in series)
        + _matter(named[figure.id].label, question)
        + OWN * _of_own(named[figure.id].label, own, question)
        for _, figure in left
    }
    first: dict[tuple[object, ...], str] = {}
    told = [
        (source, figure)
        for source, figure in left
        if first.setdefault(_told_of(figure, named[figure.id]), source.id) == source.id
    ]
    return _diverse(_once(told, named, home), base, named)


def alike(dossier: Dossier, picks: Sequence[Pick]) -> dict[str, tuple[Pick, ...]]:
    """Return by figure the same as other independent sources give it: one thing, value and year."""
    named = {one.figure: one for one in dossier.measures if one.label}
    told: dict[tuple[object, ...], list[Pick]] = {}
    for source in dossier.sources:
        for figure in source.figures if source.independent else ():
            if figure.id in named:
                key = _told_of(figure, named[figure.id])
                told.setdefault(key, []).append((source, figure))
    return {
        figure.id: tuple(
            one for one in told[_told_of(figure, named[figure.id])] if one[0].id != source.id
        )
        for source, figure in picks
    }


def _told_of(figure: Figure, found: Measured) -> tuple[object, ...]:
    """Return what makes two figures the same: measure, unit, value, way and year."""
    since = bool(found.since)
    way = figure.change if figure.moves and not since else ""
    year = figure.year or found.year or figure.period
    return found.label, figure.unit, figure.value, way, year, figure.kind, since


def _matter(label: str, question: Question) -> float:
    """Return what a label is worth to a question: of both parties, of trade, not a poll."""
    parties = parties_in(label, question)
    about = ABOUT * bool(parties) + BOTH * (len(parties) > 1)
    poll = POLL if _POLL.search(label) else 0.0
    long = LONG * (len(label) > EASY)
    return about + MATTER * bool(_MATTER.search(label)) + poll + long


_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?[A-Z]")
"""In a label that names one party: what is between it and a region."""
_TAKEN_UP = re.compile(r"\b(?:it|its|they|their|he|his|she|her|there|this|these)\b", re.IGNORECASE)
"""What may stand for a party that the sentence before names."""


def _of_own(label: str, own: Sequence[str], question: Question) -> bool:
    """Tell whether a label names one of the reader's own states, and a party."""
    return bool(states_in(label) & set(own)) and bool(parties_in(label, question))


def _of_both(source: Source, figure: Figure, label: str, question: Question) -> bool:
    """Tell whether a figure says something of both parties: by its label, or with its sentence.

    A figure of one party and a third state does not, and one of a party alone only where its
    sentence, or the one before it, names the other.
    """
    parties = parties_in(label, question)
    if len(parties) > 1:
        return True
    if names_others(label, question) or _BETWEEN.search(label):
        return False
    taken_up = _TAKEN_UP.search(before(figure))
    said = f"{_sentence_before(source, figure) if taken_up else ''} {figure.text}"
    return all(parties_named(said, question)) or bool(parties and pair_in(figure.text, question))


def _sentence_before(source: Source, figure: Figure) -> str:
    """Return the sentence before that of a figure in its passage."""
    for passage in source.passages:
        if passage.id == figure.passage:
            return last_sentences(passage.text[: max(0, figure.start - passage.start)])[0]
    return ""


def _told(figure: Figure) -> bool:
    """Tell whether it is known who gives a figure: the author, somebody with a name, a report."""
    last = str(figure.voice).split()[-1]
    return figure.voice.is_author or last[:1].isupper() or last.lower() in _RECORDS


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
    given, told = Counter[str](), Counter[str]()

    def adds(place: int) -> tuple[float, int]:
        source, figure = left[place]
        known = AGAIN * given[source.id] + ALIKE * max(0, told[named[figure.id].label] - 1)
        return base[figure.id] - known, -place

    while left:
        source, figure = left.pop(max(left, key=adds))
        made.append((source, figure))
        given[source.id] += 1
        told[named[figure.id].label] += 1
    return tuple(made)


def _worth(figure: Figure, found: Measured, home: str) -> float:
    # of like figures the newer one first
    dated = DATED + (figure.year - EPOCH) / 1000 if figure.year else 0.0
    dated += CHANGE * bool(found.since)
    if is_money(figure.unit):
        return MONEY + dated + HOME * (figure.unit == home)
    if figure.unit == "%":
        return SHARE + dated
    return SIZE + dated + FAR * (figure.unit in _LENGTHS)

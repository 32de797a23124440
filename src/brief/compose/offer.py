"""A dossier and an audience in; all that could be said to it, ranked, out.

The brief shows as many items as fit its pages, best first; the others go to the annex by name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from brief.collect.origins import same_words
from brief.compose.answers import Answer, Claim, answers, claim
from brief.compose.balance import Balance, balance
from brief.compose.bibliography import short_name, unsigned
from brief.compose.conditions import Facts, holds
from brief.compose.lines import Found, Library, Line
from brief.compose.phrases import Phrases
from brief.model.audience import Audience, Inference, Policy, Theme
from brief.model.dossier import Dossier, Side, Source
from brief.model.question import Question
from brief.model.summary import Figure

JUDGEMENTS = 4
"""Themes among the key judgements, at most; the balance of sources comes first."""
RAISED = 3
"""Independent sources that must speak of a theme before it is a key judgement."""
ROWS = 8
"""Rows of the table of figures, at most."""
LEAST_APPEAL = 0.3
"""Below this a sentence does not stand alone and is cited, not quoted."""
SAME = 0.55
"""Share of word pairs from which two quotations make the same point."""

Kind = Literal[
    "theme", "quote", "side", "answer", "exhibit", "figure", "implication", "option", "watch"
]
_RANKS: dict[Kind, tuple[float, float]] = {
    "theme": (99, 3),
    "side": (97, 8),
    "implication": (96, 6),
    "exhibit": (95, 0),
    "option": (94, 4),
    "watch": (94, 5),
    "figure": (93, 2),
    "quote": (91, 4),
    "answer": (88, 2),
}
"""Rank of a kind's first item, and how much each further one loses: a reader with little room
needs one of everything before more of anything."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the brief shows or leaves out."""

    id: str
    kind: Kind
    name: str
    """What the annex calls it."""
    text: str
    """What it says."""
    rank: float
    why: str
    """Why it is on offer to this audience."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that could be said."""

    balance: Balance
    library: Library
    policy: Policy
    claims: tuple[tuple[Claim, Line | None], ...]
    sides: dict[Side, tuple[Line, ...]]
    answers: tuple[tuple[Answer, Line | None, Line | None], ...]
    """Each with the line quoted for yes (or for what it says) and for no."""
    figures: tuple[tuple[Source, Figure], ...]
    inferences: dict[Kind, tuple[tuple[Inference, tuple[Line, ...]], ...]]
    items: tuple[Item, ...]
    """Best first."""


class _Picker:
    """Picks quotations so that no sentence and no point comes twice, and sources take turns."""

    def __init__(self) -> None:
        self.taken: list[Line] = []

    def pick(self, lines: Sequence[Line]) -> Line | None:
        """Return the first good line not used yet, and remember it."""
        fresh = [line for line in lines if line.appeal >= LEAST_APPEAL and self._new(line)]
        if not fresh:
            return None
        used = [line.article for line in self.taken]
        best = min(fresh[:6], key=lambda line: (used.count(line.article), fresh.index(line)))
        self.taken.append(best)
        return best

    def _new(self, line: Line) -> bool:
        return all(
            line.ref != other.ref and same_words(line.text, other.text) < SAME
            for other in self.taken
        )


def offer(
    dossier: Dossier, audience: Audience, question: Question, themes: Sequence[Theme]
) -> Offer:
    """Return everything the brief could say to this audience, ranked."""
    library = Library(dossier)
    policy = audience.policy(question)
    found = balance(dossier)
    claims = _claims(themes, audience, library)
    answered = answers(policy, library)
    by_theme = {one.theme.id: one for one in claims}
    facts = Facts(balance=found, answers=answered, claims=by_theme, library=library)
    picker = _Picker()
    asked = _vocabulary(question)
    sides = {side: _side(side, library, picker, asked) for side in ("against", "for", "open")}
    chosen = [one for one in claims if len(one.sources) >= RAISED][:JUDGEMENTS]
    judged = tuple((one, picker.pick(one.lines)) for one in chosen)
    quoted = tuple(_quoted(answered[one.id], picker) for one in policy.questions)
    inferences: dict[Kind, tuple[tuple[Inference, tuple[Line, ...]], ...]] = {
        "implication": _inferences(policy.implications, facts),
        "option": _inferences(policy.options, facts),
        "watch": _inferences(policy.watch, facts),
    }
    figures = _figures(dossier)
    items = _items(judged, sides, quoted, figures, inferences)
    return Offer(
        balance=found,
        library=library,
        policy=policy,
        claims=judged,
        sides=sides,  # type: ignore[arg-type]
        answers=quoted,
        figures=figures,
        inferences=inferences,
        items=items,
    )


def _claims(themes: Sequence[Theme], audience: Audience, library: Library) -> list[Claim]:
    """Return the themes that sources speak of, this reader's first, then the most spoken of."""
    made = [claim(theme, library) for theme in themes]
    order = {name: place for place, name in enumerate(audience.themes)}
    spoken = [one for one in made if one.sources]
    return sorted(
        spoken,
        key=lambda one: (order.get(one.theme.id, len(order)), -len(one.sources), one.theme.id),
    )


def _vocabulary(question: Question) -> Phrases:
    """Return the words that speak of the relation asked about."""
    asked = question.relation
    return Phrases((asked.name, *asked.terms, *asked.near, *asked.weaker, *asked.opposed))


def _side(side: str, library: Library, picker: _Picker, asked: Phrases) -> tuple[Line, ...]:
    """Return the strongest sentences of a side: by its authors, one an origin, at most two."""
    own = [s for s in library.dossier.sources if s.side == side and s.independent]
    own.sort(key=lambda source: (-abs(source.stance.score or 0), source.age or 99.0, source.id))
    made: list[Line] = []
    for source in own:
        central = {(quote.start) for quote in (*source.stance.quotes, *source.thesis)}
        lines = [
            Found(line, 2 * (line.start in central) + 2 * bool(asked.count(line.text)))
            for line in library.lines[source.id]
            if line.weight > 1 and line.voice == "author" and not line.counter
        ]
        lines.sort(key=lambda one: (-one.score, one.line.start))
        if (best := picker.pick([one.line for one in lines])) and len(made) < 2:
            made.append(best)
        if len(made) == 2:
            break
    return tuple(made)


def _quoted(found: Answer, picker: _Picker) -> tuple[Answer, Line | None, Line | None]:
    first = picker.pick(found.yes or (found.other if not found.no else ()))
    return found, first, picker.pick(found.no)


def _inferences(
    listed: Sequence[Inference], facts: Facts
) -> tuple[tuple[Inference, tuple[Line, ...]], ...]:
    """Return the sentences whose condition holds, each with two sentences it rests on."""
    made: list[tuple[Inference, tuple[Line, ...]]] = []
    for one in listed:
        if not holds(one.when, facts):
            continue
        best = _evidence(one.rests_on, facts.library) if one.rests_on else _deciding(facts.library)
        if best:
            made.append((one, tuple(best[:2])))
    return tuple(made)


def _evidence(phrases: Sequence[str], library: Library) -> list[Line]:
    best = [lines[0] for lines in library.find(phrases).values()]
    return [hit.line for hit in sorted(best, key=lambda hit: (-hit.score, hit.line.ref))]


def _deciding(library: Library) -> list[Line]:
    """Return the sentence that decides the stance of the most decided source of each side."""
    sources = [s for s in library.dossier.sources if s.independent and s.stance.quotes]
    sources.sort(key=lambda source: (abs(source.stance.score or 0), source.id))
    first = {source.side: source for source in sources if source.side != "silent"}
    starts = {source.id: source.stance.quotes[0].start for source in first.values()}
    lines = [line for key in starts for line in library.lines[key] if line.start == starts[key]]
    return sorted(lines, key=lambda line: line.ref)


def _figures(dossier: Dossier) -> tuple[tuple[Source, Figure], ...]:
    """Return the figures worth a row: conflicting and comparable ones, money and shares first."""
    series = {datum.figure for one in dossier.series for datum in one.data}
    contested = {figure for one in dossier.conflicts for figure in one.figures}
    named = {one.figure for one in dossier.measures}
    ranked: list[tuple[float, int, Source, Figure]] = []
    for source in dossier.sources:
        for figure in source.figures:
            worth = _worth(figure) + 3 * (figure.id in contested) + 2 * (figure.id in series)
            if worth >= 2 and source.independent and figure.id in named:
                ranked.append((-worth, len(ranked), source, figure))
    return tuple((source, figure) for _, _, source, figure in sorted(ranked, key=lambda r: r[:2]))


def _worth(figure: Figure) -> float:
    if re.fullmatch(r"[A-Z]{3}", figure.unit):
        return 3.0
    if figure.unit == "%":
        return 2.5
    if re.search(r"year|month|week|day|decade|century|time", figure.unit):
        return 0.0
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return 2.0 if max(map(abs, values)) >= 100 else 0.5


def _items(
    claims: Sequence[tuple[Claim, Line | None]],
    sides: dict[str, tuple[Line, ...]],
    answered: Sequence[tuple[Answer, Line | None, Line | None]],
    figures: Sequence[tuple[Source, Figure]],
    inferences: dict[Kind, tuple[tuple[Inference, tuple[Line, ...]], ...]],
) -> tuple[Item, ...]:
    made: list[Item] = []

    def add(kind: Kind, place: int, key: str, name: str, text: str, why: str) -> None:
        first, step = _RANKS[kind]
        made.append(Item(f"{kind}-{key}", kind, name, text, first - step * place, why))

    for place, (one, line) in enumerate(claims):
        name, why = one.theme.name, f"{len(one.sources)} independent sources speak of it"
        add("theme", place, one.theme.id, name, one.plain, why)
        if line:
            add("quote", place, one.theme.id, name, line.text, "the best sentence on that theme")
    for side, lines in sides.items():
        for place, line in enumerate(lines, start=side == "open"):
            add("side", place, f"{side}-{line.article}", side, line.text, f"strongest: {side}")
    for place, (found, first, second) in enumerate(answered):
        if best := first or second:
            name, why = found.question.short, f"answers: {found.question.text}"
            add("answer", place, found.question.id, name, best.text, why)
    if figures:
        add("exhibit", 0, "figures", "a chart of figures", "Chart of figures", "figures compare")
    for place, (source, figure) in enumerate(figures[:ROWS]):
        name = short_name(source) or unsigned(source)
        add("figure", place, figure.id, name, figure.text, f"a figure from {name}")
    for kind, listed in inferences.items():
        for place, (inference, _) in enumerate(listed):
            text = " ".join(inference.text.split())
            add(kind, place, inference.id, text, text, "its condition on the sources holds")
    return tuple(sorted(made, key=lambda item: (-item.rank, item.id)))

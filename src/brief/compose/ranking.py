"""All that a brief could show in; its items out, ranked: what it shows first when room is short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from brief.compose.answers import Answer, Claim
from brief.compose.bibliography import short_name, unsigned
from brief.compose.evidence.line import Line
from brief.compose.figure_charts import Plotted
from brief.model.audience import Inference
from brief.model.dossier import Side, Source
from brief.model.summary import Figure

ROWS = 8
"""Rows of the table of figures in two pages, at most; a page more has two more."""
TELLING, FIRST = 98.005, 2
"""Rank of the most telling rows beside a chart, and how many they are: a table, behind what the
sources differ on and the words of a third answer."""

Kind = Literal[
    "theme",
    "quote",
    "agreed",
    "differing",
    "side",
    "voice",
    "answer",
    "exhibit",
    "figure",
    "implication",
    "option",
    "watch",
    "further",
]
Quoted = tuple[Answer, tuple[Line, ...]]
"""An answer, and the sentences quoted for it, best first."""
_RANKS: dict[Kind, tuple[float, float]] = {
    "theme": (99, 1.05),
    "agreed": (98.04, 2.0),
    "differing": (98.035, 0),
    "side": (98.27, 6),
    "voice": (95.8, 1.0),
    "answer": (98.3, 0.01),
    "implication": (98.4, 0.25),
    "option": (98.1, 0.97),
    "watch": (98.05, 0.95),
    "figure": (96.75, 0.55),
    "exhibit": (98.2, 0),
    "quote": (96.1, 1.2),
    "further": (70, 0.5),
}
"""Rank of a kind's first item, and how much each further one loses: a reader with little room
needs one of everything before more of anything, and three judgements: the main one and two."""
_PROOF = 1.0
"""What the sentence quoted for a point of agreement ranks below the point."""
NEWS = 98.6
"""Rank of what the newest source says."""
SECOND: dict[Kind, float] = {"theme": 98.5, "option": 97.9097, "watch": 97.9055}
"""Rank of a second judgement, before the words of answers, and of a second option and a second
thing to watch: one alone is no choice, and no list."""
REASON = 98.45
"""Rank of the reason that the leading side gives, under the first judgement."""
CONTESTED = 97.893
"""Rank of the strongest view of others, where these lean the other way than the authors do: behind
a second option and a second sign."""
_ONLY = 98.35
"""Rank of a sentence on a question to which nobody says yes or no: it is all of the answer."""
_TWOFOLD = 98.25
"""Rank of a sentence by which a source answers both ways: "yes and no" alone tells nothing."""
_FULL, _LATER = 2, 0.27
"""How many answers come with their words before the chart, an option, a sign, and what the sources
agree and differ on, and what the words of the others lose: with little room those say more."""
_OTHER, _MORE = 95.6, 84.0
"""Ranks of the other side's sentence in the first answer, and of any further one."""


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
    under: str = ""
    """Id of the item that it stands under: without that one it is not shown."""


def tally_of(one: Claim) -> str:
    """Return how many bear a finding out, for the table of claims."""
    return f"{one.number} of {len(one.sources)} that speak of it"


class Ranking:
    """Collects the items of a brief, kind by kind, and ranks them."""

    def __init__(self) -> None:
        self._made: list[Item] = []

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, best first."""
        return tuple(sorted(self._made, key=lambda item: (-item.rank, item.id)))

    def _add(
        self, kind: Kind, rank: float, key: str, name: str, text: str, why: str, under: str = ""
    ) -> None:
        self._made.append(Item(f"{kind}-{key}", kind, name, text, rank, why, under))

    def judgements(self, claims: Sequence[tuple[Claim, Line | None]]) -> None:
        """Add findings, each with the sentence quoted for it."""
        for place, (one, line) in enumerate(claims):
            key, name = one.theme.id, one.theme.name
            rank = _placed("theme", place)
            self._add("theme", rank, key, name, one.text, tally_of(one))
            if line:
                why = "the best sentence on that theme"
                self._add("quote", _rank("quote", place), key, name, line.text, why, f"theme-{key}")

    def agreed(self, claims: Sequence[tuple[Claim, Line | None]]) -> None:
        """Add points of agreement, each with its sentence right behind it."""
        for place, (one, line) in enumerate(claims):
            key, name = one.theme.id, one.theme.name
            rank = _rank("agreed", place)
            self._add("agreed", rank, key, name, one.text, f"{one.number} agree on it")
            if line:
                point, why = f"agreed-{key}", "the best sentence on it"
                self._add("quote", rank - _PROOF - 4 * place, point, name, line.text, why, point)

    def differing(self, one: Claim | None) -> None:
        """Add what sources stand against each other on."""
        if one:
            rank = _rank("differing", 0)
            self._add("differing", rank, one.theme.id, one.theme.name, one.text, tally_of(one))

    def sides(self, sides: Mapping[Side, Sequence[Line]]) -> None:
        """Add the strongest words of each side; where two are opposed, the middle comes later."""
        between = bool(sides["against"] and sides["for"])
        for side, lines in sides.items():
            for place, line in enumerate(lines, start=side == "open" and between):
                rank, why = _rank("side", place), f"strongest: {side}"
                self._add("side", rank, f"{side}-{line.article}", side, line.text, why)

    def told(self, lines: Sequence[Line], *, contested: bool) -> None:
        """Add what others are reported to say; `contested` where they contradict the authors."""
        for place, line in enumerate(lines):
            key, name = f"{line.article}-{line.start}", f"what others say: {line.voice}"
            rank = CONTESTED if contested and not place else _rank("voice", place)
            self._add("voice", rank, key, name, line.text, "a view that a source reports")

    def further(self, lines: Sequence[Line]) -> None:
        """Add what sources claim beside all that is quoted: it fills what the rest leaves empty."""
        for place, line in enumerate(lines):
            why = "a claim of a source, where a page has room for it"
            name = f"a claim of {line.article}"
            self._add("further", _rank("further", place), line.article, name, line.text, why)

    def answers(self, answered: Sequence[Quoted]) -> None:
        """Add the sentences quoted for each answer, the other side's close behind the first."""
        for place, (found, lines) in enumerate(one for one in answered if one[1]):
            name, why = found.question.short, f"answers: {found.question.text}"
            if found.heard and len(lines) > 1:
                # of those who are divided both are heard, or none
                every = " ".join(line.text for line in lines)
                self._add("answer", _rank("answer", place), found.question.id, name, every, why)
                continue
            for turn, line in enumerate(lines):
                key = found.question.id + (f".{turn + 1}" if turn else "")
                rank = _answering(found, lines, turn, place)
                self._add("answer", rank, key, name, line.text, why)

    def because(self, line: Line) -> None:
        """Add the reason that the leading side gives."""
        why = "why the balance leans so"
        self._add("quote", REASON, "because", "the reason given", line.text, why)

    def news(self, line: Line) -> None:
        """Add what the newest source says."""
        why = "what the newest source says"
        self._add("quote", NEWS, "news", "the newest source", line.text, why)

    def figures(
        self, figures: Sequence[tuple[Source, Figure]], chart: Plotted | None, pages: int
    ) -> None:
        """Add the chart of figures, and the rows of the table."""
        if chart:
            why = "figures compare"
            rank = _rank("exhibit", 0)
            self._add("exhibit", rank, "figures", "a chart of figures", "Chart of figures", why)
        rows = figures[: ROWS + 2 * max(0, pages - 2)]
        for place, (source, figure) in enumerate(rows):
            name = short_name(source) or unsigned(source)
            rank = _rank("figure", place)
            if not chart and not place:
                rank = _rank("exhibit", 0)
            elif chart and place < FIRST:
                rank = TELLING - 0.0001 * place
            self._add("figure", rank, figure.id, name, figure.text, f"a figure from {name}")

    def inferences(self, kind: Kind, listed: Sequence[tuple[Inference, Sequence[Line]]]) -> None:
        """Add listed sentences of one kind."""
        for place, (one, _) in enumerate(listed):
            text = " ".join(one.text.split())
            rank = _placed(kind, place)
            self._add(kind, rank, one.id, text, text, "its condition on the sources holds")


def _answering(found: Answer, lines: Sequence[Line], turn: int, place: int) -> float:
    """Return the rank of a sentence of an answer, the `turn`th of the answer at `place`."""
    other = turn == 1 and (lines[1] in found.yes) != (lines[0] in found.yes)
    yes, no, both = found.counts
    later = _LATER if place >= _FULL else 0.0
    if found.heard and len(lines) == 1:
        return _ONLY
    if both and not (yes or no) and (other or not turn):
        return _TWOFOLD - 0.0001 * place - 0.00005 * turn - later
    if not found.tally.taken and (other or not turn):
        return _ONLY - 0.001 * place - 0.0005 * turn
    if turn:
        return (_OTHER if other else _MORE - turn) - 0.25 * place
    return _rank("answer", place) - later


def _placed(kind: Kind, place: int) -> float:
    """Return the rank of an item of a kind whose second has one of its own."""
    return SECOND[kind] if place == 1 and kind in SECOND else _rank(kind, place)


def _rank(kind: Kind, place: int) -> float:
    """Return the rank of the item of a kind that stands at a place, the first at 0."""
    first, step = _RANKS[kind]
    return first - step * place

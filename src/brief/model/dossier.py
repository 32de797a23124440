"""All summaries of one question as one value: who stands where, how old, how independent."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.model.base import Artifact, Model
from brief.model.diagnostic import Diagnostic
from brief.model.document import Passage
from brief.model.source import Issued, Record
from brief.model.summary import Evidence, Figure, Stance, Thesis

Side = Literal["for", "open", "against", "silent"]
"""Stance above zero, zero, below zero, or not addressed."""


class Source(Record):
    """One article with all that its summary says, and what only the whole collection shows."""

    id: str
    """Article id: `003`, `001.2`."""
    seed: str
    """Id of the seed (file stem)."""
    file: str
    """File name without folder."""
    sha256: str
    note: bool = False
    """True when the seed is a note of ours about the work."""
    thesis: tuple[Thesis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    stance: Stance
    side: Side
    age: float | None = None
    """Years from its date to the dossier's reference date, to a tenth; `None` when undated."""
    origin: str
    """Id of the article whose origin it shares; its own id when it is independent."""
    origin_reason: str = ""
    """Why it is no origin of its own: `same author and title`, `shares 61% of its words`."""
    reviewed: tuple[str, ...] = ()
    """Who corrected the engine here."""
    passages: tuple[Passage, ...] = ()
    """The article's text, for evidence on the reader's own questions."""
    on_parties: bool = True
    """False when it is on other states than the parties: its `the two` are not these."""

    @property
    def independent(self) -> bool:
        """True when the article adds an origin of its own."""
        return self.origin == self.id


class Datum(Model):
    """A figure's place in a series."""

    figure: str
    """Figure id: `003#f2`."""
    article: str
    year: int | None
    """Year the figure is about; the source's own year when the sentence names none."""
    from_source: bool = False
    """True when `year` is the year of the source, for want of a better one."""


class Series(Model):
    """Figures that may be set side by side: one measure, one unit, one scope."""

    id: str
    """From measure and unit: `bilateral-trade-usd`."""
    measure: str
    unit: str
    data: tuple[Datum, ...]
    """By year, then by figure id; undated last."""


class Measured(Model):
    """What a figure measures, as worked out over the whole collection."""

    figure: str
    shown: str
    """In words of its sentence: `bilateral trade`."""
    label: str = ""
    """In words that stand alone: `China–Russia trade`; empty where that cannot be told."""
    scope: tuple[str, ...] = ()
    """Proper names that limit it: `Amur Oblast`."""
    year: int | None = None
    """The one year its sentence names, for another figure; `None` where it has one of its own."""
    since: str = ""
    """Id of the figure from which it rose or fell, in its sentence or one before."""


class Conflict(Model):
    """Figures for the same measure, unit, scope and year that differ beyond rounding."""

    series: str
    year: int
    figures: tuple[str, ...]


class Comparison(Model):
    """A part that one source makes as large as another makes the whole, of no other year."""

    measure: str
    whole: str
    """Id of the figure that leaves nothing out."""
    part: str
    """Id of the figure that leaves something out, and says what."""
    left_out: str
    """What it leaves out, in words of its sentence: `outside energy and weapons`."""


class Dossier(Artifact):
    """Everything the sources say on one question, ready to be composed for any audience."""

    schema_: Literal["brief.dossier/1"] = Field("brief.dossier/1", alias="schema")
    question: str
    """Text of the question."""
    as_of: Issued | None
    """Reference date that ages count from; `None` when no source is dated."""
    dated: bool
    """True when the date was given; false when it is the newest source's."""
    sources: tuple[Source, ...]
    """By date, oldest first, undated last."""
    measures: tuple[Measured, ...] = ()
    """For each figure that measures something nameable."""
    series: tuple[Series, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    left_out: tuple[Diagnostic, ...] = ()
    """Seeds that could not be used, and why."""
    engines: tuple[str, ...] = ()
    """Names and versions of the engines that made the summaries."""

"""What a document says: theses, evidence, figures and stance, each with its words and voice."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, RootModel

from brief.model.base import Artifact, Model
from brief.model.diagnostic import Diagnostic
from brief.model.document import Span
from brief.model.source import Record, Seed

Confidence = Literal["low", "moderate", "high"]
Change = Literal["=", "~", "up", "down", ">", "<"]
Score = Annotated[int, Field(ge=-2, le=2)]


class Voice(RootModel[str]):
    """Whose words: `author`, or a named or described other ("many Western analysts")."""

    model_config = {"frozen": True}

    @property
    def is_author(self) -> bool:
        """True for the author's own voice."""
        return self.root == "author"

    def __str__(self) -> str:
        """Return the name."""
        return self.root


AUTHOR = Voice("author")


class Quote(Model):
    """A verbatim span: `raw[start:end] == text`, exactly."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    passage: str
    """Id of the passage it stands in."""


class Thesis(Quote):
    """A sentence that carries the central claim."""

    voice: Voice = AUTHOR


class Evidence(Quote):
    """A sentence the claim rests on, or that speaks against it."""

    voice: Voice = AUTHOR
    supports: Literal["thesis", "counter"] = "thesis"


class Figure(Quote):
    """A number; `text` is the sentence it stands in."""

    id: str
    """Article id, `#f` and a number from 1: `003#f2`."""
    value: float | tuple[float, float]
    """Scaled to the unit (90 billion is 9e10); a range has both ends."""
    unit: str = ""
    """ISO 4217 code, `%`, a singular physical unit, or the singular noun counted."""
    change: Change = "="
    """`=` exact, `~` about, `>` more than, `<` less than or up to, `up`/`down` a change."""
    measure: str = ""
    """What it measures, in words of the sentence."""
    subject: str = ""
    """Whose it is or who acts, in words of the sentence, where that is not what is measured."""
    since: str = ""
    """Id of the figure from which it rose or fell: of the 76 in `from 76% to 36%`."""
    period: str = ""
    """Period as the sentence says it: `in the first half of 2015`."""
    year: int | None = None
    kind: Literal["fact", "target", "forecast"] = "fact"
    voice: Voice = AUTHOR
    number: Span
    """Where the number itself (digits, scale word, unit sign) stands in the raw file."""

    @property
    def moves(self) -> bool:
        """True where a rise or a fall is told without its start: `rose by 5`."""
        return self.change in ("up", "down") and not self.since


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency, by its ISO 4217 code."""
    return re.fullmatch("[A-Z]{3}", unit) is not None


class VoiceStance(Quote):
    """Where a reported voice stands, in the sentence that shows it."""

    voice: Voice
    score: Score


class Stance(Model):
    """A position on the question, -2 (rules it out) to +2 (it exists or is coming)."""

    score: Score | None
    """`None`: the text does not address the question."""
    label: str
    """The question's own words for the score; `not addressed` for `None`."""
    confidence: Confidence
    quotes: tuple[Quote, ...] = ()
    """The deciding sentences."""
    voices: tuple[VoiceStance, ...] = ()


class Correction(Model):
    """A person's overruling of the engine, as applied."""

    field: Literal["stance", "thesis", "evidence"]
    who: str
    when: str
    """ISO date."""
    why: str = ""


class ArticleSummary(Record):
    """One article, summarized."""

    id: str
    thesis: tuple[Thesis, ...] = ()
    """Best first."""
    evidence: tuple[Evidence, ...] = ()
    """Best first."""
    figures: tuple[Figure, ...] = ()
    """In order of appearance."""
    stance: Stance
    reviewed: tuple[Correction, ...] = ()


class Summary(Artifact):
    """All articles of one document, summarized for one question."""

    schema_: Literal["brief.summary/1"] = Field("brief.summary/1", alias="schema")
    engine: str
    """Name and version of the engine, such as `rules/1`."""
    seed: Seed
    question: str
    """Text of the question."""
    articles: tuple[ArticleSummary, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

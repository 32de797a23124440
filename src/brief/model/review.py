"""What a person overrules, as typed in `reviews.yaml`."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from brief.model.base import Model
from brief.model.listed import Shown


def _day(value: object) -> str:
    """Return a day as text; YAML may have read it as a date."""
    text = str(value)
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is no day; write it as 2026-11-20") from None
    return text


def _score(value: object) -> object:
    """Return a score from -2 to 2, or the words for none."""
    if value in (*range(-2, 3), "not addressed", None) and not isinstance(value, bool):
        return value
    if str(value) in ("-2", "-1", "0", "1", "2"):
        return int(str(value))
    raise ValueError(f"'{value}' is no stance; give -2, -1, 0, 1, 2 or: not addressed")


Date = Annotated[
    str, BeforeValidator(_day), Field(json_schema_extra={"pattern": r"^\d{4}-\d\d-\d\d$"})
]


class Reviewer(Model):
    """The person who takes editorial responsibility for the briefs."""

    who: Shown
    when: Date


class AddedEvidence(Model):
    """A sentence of the seed that the engine missed."""

    text: Annotated[str, Field(min_length=1)]
    """Verbatim, as in the seed."""
    supports: Literal["thesis", "counter"] = "thesis"
    voice: str = "author"


class Review(Model):
    """One correction of one article."""

    seed: str
    """File stem."""
    article: str = ""
    """Article id; may be left out where the seed has one article."""
    who: Annotated[str, Field(min_length=1)]
    when: Date
    why: str = ""
    stance: Annotated[Literal[-2, -1, 0, 1, 2, "not addressed"] | None, BeforeValidator(_score)] = (
        None
    )
    thesis: tuple[str, ...] = ()
    """Verbatim sentences that replace the engine's, best first."""
    drop: tuple[str, ...] = ()
    """Evidence to leave out: its words, or their beginning (20 characters or more)."""
    add: tuple[AddedEvidence, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Review:
        if self.stance is None and not (self.thesis or self.drop or self.add):
            raise ValueError("corrects nothing: give stance, thesis, drop or add")
        return self


class Reviews(Model):
    """The whole file."""

    reviewer: Reviewer | None = None
    corrections: tuple[Review, ...] = ()

    @field_validator("corrections", mode="before")
    @classmethod
    def _none_yet(cls, value: object) -> object:
        """Take an empty list for one not begun."""
        return () if value is None else value

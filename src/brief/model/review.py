"""What a person overrules, as typed in `reviews.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from brief.model.base import Model

Date = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]


class Reviewer(Model):
    """The person who takes editorial responsibility for the briefs."""

    who: Annotated[str, Field(min_length=1)]
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
    stance: Annotated[int, Field(ge=-2, le=2)] | Literal["not addressed"] | None = None
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

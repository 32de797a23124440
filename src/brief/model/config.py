"""What `config.yaml` holds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from brief.model.base import Model


class Config(Model):
    """The settings of one run of the pipeline."""

    seeds: Annotated[str, Field(min_length=1)] = "seeds"
    """Folder of the source documents."""
    question: Annotated[str, Field(min_length=1)] = "alliance"
    """Id in `templates/questions`, a file, or a sentence."""
    audiences: Annotated[tuple[str, ...], Field(min_length=1)] = ("japan", "eu", "us")
    """Ids in `templates/audiences`."""
    date: Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")] = ""
    """Date on the briefs; empty: the date of the newest source is named instead."""

    @field_validator("date", mode="before")
    @classmethod
    def _none_is_empty(cls, value: object) -> object:
        return "" if value is None else str(value)

    @field_validator("audiences", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

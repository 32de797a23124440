"""What `config.yaml` holds."""

from __future__ import annotations

import datetime
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
    date: str = ""
    """Date on the briefs, from which ages count: an ISO date or `today`; empty: the date of the
    newest source is named instead."""

    @field_validator("date", mode="before")
    @classmethod
    def _day(cls, value: object) -> str:
        text = "" if value is None else str(value).strip()
        if text not in ("", "today"):
            try:
                datetime.date.fromisoformat(text)
            except ValueError as problem:
                raise ValueError(f"'{text}' is no date like 2026-11-22, nor 'today'") from problem
        return text

    @field_validator("audiences", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

"""A source and its bibliographic record."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, model_serializer, model_validator

from brief.model.base import Model


class Issued(Model):
    """A date as far as it is known; unknown parts stay `None` and are never guessed."""

    year: int
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
        if not found:
            raise ValueError(f"not a date of the form 2019, 2019-10 or 2019-10-09: {value!r}")
        return {
            k: v and int(v) for k, v in zip(("year", "month", "day"), found.groups(), strict=True)
        }

    @model_serializer
    def _to_text(self) -> str:
        return str(self)

    def __str__(self) -> str:
        """Return the ISO 8601 form, reduced to the known precision: 2019, 2019-10, 2019-10-09."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


_AUTHORS = 6


class Record(Model):
    """What is known about a work. Empty means unknown ("n.d.", "no author" when shown)."""

    title: str = ""
    authors: tuple[str, ...] = ()
    """Names as printed, given name first: `Jeanne L. Wilson`."""
    families: tuple[str, ...] = ()
    """Family names of the authors whose record parts them from the given names: `García Márquez`.
    """
    affiliation: str = ""
    """Where the author worked, as printed."""
    publisher: str = ""
    """Publisher or outlet."""
    container: str = ""
    """Title of the whole that holds the work: a series, a roundup, a journal."""
    issued: Issued | None = None
    language: str = "en"
    """BCP 47 tag."""
    url: str = ""
    genre: str = ""
    """Kind of work in CSL terms or as printed: `commentary`, `workshop synopsis`."""

    @property
    def first_authors(self) -> tuple[str, ...]:
        """Those whom a reference names: all, and of more than six the first three."""
        return self.authors if len(self.authors) <= _AUTHORS else self.authors[:3]

    @property
    def outlet(self) -> str:
        """Where a work appeared: its container, or its publisher."""
        return self.container or self.publisher


class Seed(Record):
    """One source file and its record."""

    id: str
    """File stem: `003_2dacb037c00cbffc`."""
    file: str
    """File name without folder."""
    sha256: str
    """Hex digest of the file's bytes."""
    note: bool = False
    """True when the file is a note of ours about the work, not the work itself."""

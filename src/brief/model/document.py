"""A seed's text as ordered passages, grouped in articles, with all that was removed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from brief.model.base import Artifact, Model
from brief.model.diagnostic import Diagnostic
from brief.model.source import Record, Seed

PassageKind = Literal["paragraph", "heading", "item", "quotation", "note"]


class Span(Model):
    """Characters `start` to `end` (exclusive) of the decoded raw file."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"span ends ({self.end}) before it starts ({self.start})")
        return self


class Passage(Span):
    """The unit we cite. `raw[start:end] == text`, exactly."""

    id: str
    """Article id, `#p` and a number from 1: `003#p12`, `001.2#p4`; of a heading `003#h2`."""
    text: str
    kind: PassageKind = "paragraph"
    heading: tuple[str, ...] = ()
    """Titles of the enclosing sections, outermost first."""
    notes: tuple[str, ...] = ()
    """Ids of the passages of kind `note` whose marks stand in this passage."""


class Removed(Span):
    """A span cut as boilerplate, and why."""

    text: str
    reason: str
    """Kebab case: `menu`, `share-bar`, `bio`, `pull-quote`, `related-links`, `image-credit`."""


class Article(Record):
    """One work inside a document; a roundup has several."""

    id: str
    """`003` for a document of one article, `001.2` for the second of a roundup."""
    start: int
    end: int
    passages: tuple[Passage, ...]


class Document(Artifact):
    """A seed, read."""

    schema_: Literal["brief.document/1"] = Field("brief.document/1", alias="schema")
    seed: Seed
    length: int
    """Characters in the decoded raw file."""
    articles: tuple[Article, ...]
    removed: tuple[Removed, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

"""The base of every type: frozen, strict about fields, the same JSON for the same value."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """A frozen value. Unknown fields are refused, so a misspelt key is found on loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Artifact(Model):
    """A value that is stored between two stages, and says what it was made from."""

    inputs: dict[str, str] = Field(default_factory=dict)
    """SHA-256 (hex) of each input by name, such as `seeds/a.txt`; keys sorted."""
    seal: str = Field("", exclude=True)
    """SHA-256 (hex) of the file as its stage wrote it, with zeros in this place: who changes a word
    in it is told. Empty in what is handed on, and in what no stage wrote."""

    @property
    def fingerprint(self) -> str:
        """16 hex digits that differ when the content does."""
        return fingerprint(self.model_dump(by_alias=True))


def fingerprint(data: Any) -> str:
    """Return 16 hex digits that differ when the data of an artifact do, in the order it has."""
    content = json.dumps(data, default=str)
    return hashlib.sha256(content.encode()).hexdigest()[:16]

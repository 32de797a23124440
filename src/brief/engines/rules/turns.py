"""Sentences in, speakers out: who has the floor in an interview or a discussion set as `NAME:`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.engines.rules.sentences import Sentence
from brief.engines.rules.tokens import Token

_LABEL = re.compile(r"(Q|A|[A-Z][A-Z.'’ -]{2,30}):\s")
_ASKERS = frozenset(
    [
        "Q",
        "HOST",
        "MODERATOR",
        "INTERVIEWER",
        "QUESTION",
        "CHAIR",
        "CHAIRMAN",
        "PRESENTER",
        "ANCHOR",
    ]
)
_SHARE = 0.5  # share of sentences with a speaker from which a text is a conversation


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks a sentence: `author`, or somebody the text only lets speak."""

    speaker: str
    """Empty for the author: the guest of an interview, or who chairs a discussion."""
    label: int
    """Characters that the label takes at the start of the sentence."""


def turns(sentences: Sequence[Sentence]) -> list[Turn | None]:
    """Return the turn of each sentence; all `None` in a text that is no conversation.

    An interview (two speakers) is the guest's, whoever asks; a discussion (three or more) is told
    by the one who chairs it.
    """
    labels: list[tuple[str, int]] = []
    for sentence in sentences:
        match = _LABEL.match(sentence.text)
        last = labels[-1][0] if labels else ""
        labels.append((match[1].strip(), match.end()) if match else (last, 0))
    named = {name for name, _ in labels if name}
    if len(named) < 2 or not named & _ASKERS:
        return [None] * len(sentences)
    if sum(bool(name) for name, _ in labels) < _SHARE * len(sentences):
        return [None] * len(sentences)
    interview = len(named) == 2
    found: list[Turn | None] = []
    for name, size in labels:
        own = (name in _ASKERS) != interview or not name
        found.append(Turn("" if own else _written(name, interview=interview), size))
    return found


def _written(label: str, *, interview: bool) -> str:
    """Return a speaker as the summary names one: `Dr. Okafor`, `the interviewer`."""
    return "the interviewer" if interview else label.title()


def spoken_words(words: Sequence[Token], turn: Turn | None) -> Sequence[Token]:
    """Return the tokens of a sentence without its speaker's label."""
    if turn is None or not turn.label:
        return words
    return [word for word in words if word.start >= turn.label] or words

"""What a reported sentence says in, where its voice stands out: -2 to +2.

By what it says of the relation; else by how its words lean; else by its disagreement with the
voice before; else by what its holder is called (`skeptics`, `enthusiasts`).
"""

from __future__ import annotations

from collections.abc import Mapping

from brief.engines.rules.stance.lexicon import phrases
from brief.vocabulary.words import words

_HEARD, _PLAIN = 0.15, 1.2  # scores from which a reported sentence leans, and is plain
_BARELY = 0.2  # weight from which a reported sentence says something of the relation
_LEANS = 0.3  # sum of leanings from which one that says nothing of the relation leans
_FEW = 14  # words in which a sentence says that it disagrees


def on_subject(text: str, weight: float) -> bool:
    """Tell whether a reported sentence may be about the relation: `They trust each other`."""
    return weight >= _BARELY or bool(
        phrases("pronoun", "both", "topic", "disagree").find(words(text))
    )


def side(
    score: float,
    leanings: Mapping[str, tuple[float, float]],
    text: str,
    holder: str,
    before: int | None,
) -> int:
    """Return where a reported sentence stands; `before` is the grade of the voice before it."""
    if abs(score) >= _HEARD:
        size = 2 if abs(score) >= _PLAIN else 1
        return size if score > 0 else -size
    if before and _disagrees(text):
        return -1 if before > 0 else 1
    pull = sum(
        pull
        for key, (pull, _) in leanings.items()
        if not key.startswith(("mixed", "others"))  # of the pair alone
    )
    if abs(pull) >= _LEANS:
        return 1 if pull > 0 else -1
    return _camp(holder)


def _disagrees(text: str) -> bool:
    """Recognize `Most of the experts do not agree.`"""
    return bool(phrases("disagree").find(words(text)[-_FEW:]))


def _camp(holder: str) -> int:
    """Return the side that a holder's name tells: that of `skeptics` or of `enthusiasts`."""
    named = words(holder)
    against = bool(phrases("skeptics").find(named))
    return bool(phrases("enthusiasts").find(named)) - against

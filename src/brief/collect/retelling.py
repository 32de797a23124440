"""Two texts in, whether one retells the other in its own words, out.

Words change in a retelling; names and numbers stay. So do most of the long words, but those are
shared by any two texts on one subject. Measured on 80 pairs of independent analyses of one subject:
they share up to 0.79 of the names and 0.61 of the long words of the shorter text; ten summaries of
articles in other words share 0.72 to 0.93 and 0.55 to 0.70 with the article that they summarize.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from brief.model.dossier import Source
from brief.vocabulary.surnames import surname

NAMED, NAMED_WORDS = 0.6, 0.5
"""Parts of names, and of long words, shared with a work whose author or title the text names."""
UNNAMED, UNNAMED_WORDS = 0.85, 0.55
"""The same for a text that does not say whom it retells."""
FEWEST, ENOUGH = 6, 20
"""Names and numbers from which on a text can be judged: with its model named, and without."""
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]{2,}|\d[\d.,]*\d", re.MULTILINE)
_LONG = re.compile(r"[^\W\d_]{5,}")
_STEM = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells: names, numbers and long words."""

    text: str
    title: str
    authors: tuple[str, ...]
    names: frozenset[str]
    stems: frozenset[str]


def telling(source: Source) -> Telling:
    """Return what a source tells; empty where its text is not at hand."""
    text = "\n".join(passage.text for passage in source.passages)
    return Telling(
        text=text,
        title=source.title,
        authors=source.authors,
        names=frozenset(_NAME.findall(text)),
        stems=frozenset(word.lower()[:_STEM] for word in _LONG.findall(text)),
    )


def retold(one: Telling, other: Telling) -> str:
    """Return why `one` retells `other`; empty when it does not."""
    if len(one.names) < FEWEST or len(one.stems) > len(other.stems):
        return ""
    names = len(one.names & other.names) / len(one.names)
    words = len(one.stems & other.stems) / len(one.stems) if one.stems else 0.0
    if names >= NAMED and words >= NAMED_WORDS and _credits(one, other):
        return "retells it"
    if len(one.names) >= ENOUGH and names >= UNNAMED and words >= UNNAMED_WORDS:
        return "retells it in other words"
    return ""


def _credits(one: Telling, other: Telling) -> bool:
    """Tell whether a text names the author of another, who is not its own, or its title."""
    for author in other.authors:
        own = author in one.authors
        if not own and (author in one.text or _often(surname(author), one.text)):
            return True
    return len(other.title.split()) > 2 and other.title in one.text


def _often(name: str, text: str) -> bool:
    return len(name) > 2 and len(re.findall(rf"\b{re.escape(name)}\b", text)) > 1

"""A sentence in, its attribution out: by the words of its main clause, else by plain saying.

What stands in a quotation that the sentence leads in does not say whose words these are, and
`according to reports, Ana Soto said` is hers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brief.engines.rules.attribution import attribution
from brief.engines.rules.clauses import Frame, frame
from brief.engines.rules.cues import Attribution
from brief.engines.rules.holders import UNNAMED
from brief.engines.rules.sayings import in_speech, opens_speech, plainly_said, run_in
from brief.engines.rules.tokens import Token


def whose(
    words: Sequence[Token], text: str, shape: Frame, authors: frozenset[str] = frozenset()
) -> Attribution | None:
    """Return who is said to state what a sentence states; `None` where nobody is."""
    label = run_in(words)
    behind = words[label:]
    inner = whose(behind, text, frame(behind), authors) if label else None
    if inner is not None:
        return replace(inner, place=inner.place + label)
    found = attribution(words, text, shape, authors)
    if found is None or in_speech(words, found.place) or _unnamed(found):
        return plainly_said(words, text, authors) or found
    if found.holder == UNNAMED:
        plain = plainly_said(words, text, authors)
        return plain if plain and opens_speech(words, plain.place) else found
    return found


def _unnamed(found: Attribution) -> bool:
    """Recognize `according to reports`: what is cited, and not who said it."""
    return found.mode == "source" and found.holder.kind == "body" and " " not in found.holder.name

"""A word for a relation that one has to the other in; whether it is the other way round, out."""

from __future__ import annotations

from brief.engines.rules.stance.lexicon import OTHER, Lexicon
from brief.engines.rules.stance.mentions import mentions
from brief.vocabulary.words import Hit, Word

_FIRST = "0"
_LINK, _NAME = 3, 5
"""Words from the relation to its `on`, and from there to whoever is meant."""


def reversed_direction(cue: Hit, text: list[Word], lexicon: Lexicon) -> bool:
    """Tell whether a relation is one to the first party, or to a third, and not to the second.

    Asked whether Chad depends on Niger: `Niger depends on Chad`, `dependence on Russian grain`.
    """
    if cue.tag != "terms" or not lexicon.toward:
        return False
    for at in range(cue.last, min(cue.last + _LINK, len(text))):
        if text[at].text in lexicon.toward:
            every = mentions(text, lexicon)
            near = {one.who for one in every if at < one.first <= at + _NAME}
            return bool(near) and near <= {_FIRST, OTHER}
    return False

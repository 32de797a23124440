"""A word for a relation and what it is said to be to in; whether that is a party at all, out."""

from __future__ import annotations

from brief.engines.rules.stance.lexicon import OTHER, Lexicon
from brief.engines.rules.stance.mentions import BOTH, mentions
from brief.vocabulary.words import Hit, Word

_FIRST = "0"
_LINK, _NAME = 3, 5
"""Words from the relation to its `on`, and from there to whoever is meant."""
_FROM = frozenset(["from", "of"])
"""Before whom somebody is independent of, or moves away from."""
_IN = frozenset(["in", "into", "of"])
"""Before what somebody joins, or is a member of."""


def reversed_direction(cue: Hit, text: list[Word], lexicon: Lexicon) -> bool:
    """Tell whether a relation is one to the first party, or to a third, and not to the second.

    Asked whether Chad depends on Niger: `Niger depends on Chad`, `dependence on Russian grain`,
    `its independence from Chad`.
    """
    if not lexicon.toward:
        return cue.tag == "opposed" and _in_another(cue, text, lexicon)
    if text[cue.last - 1].text in _FROM:
        return _other_way(cue.last - 1, text, lexicon)
    for at in range(cue.last, min(cue.last + _LINK, len(text))):
        if text[at].text in lexicon.toward:
            return _other_way(at, text, lexicon)
    return False


def _other_way(at: int, text: list[Word], lexicon: Lexicon) -> bool:
    """Tell whether those named right behind a link are the first party, or thirds, and no other."""
    near = _near(at, text, lexicon)
    return bool(near) and near <= {_FIRST, OTHER}


def _in_another(cue: Hit, text: list[Word], lexicon: Lexicon) -> bool:
    """Tell whether somebody joins a third, and no party: `its membership in the Arab League`."""
    at = cue.last
    if at >= len(text) or text[at].text not in _IN:
        return False
    return _near(at, text, lexicon) == {OTHER}


def _near(at: int, text: list[Word], lexicon: Lexicon) -> set[str]:
    """Return who is named in the words behind a link, up to the next comma or stop."""
    ends = (n for n in range(at + 1, len(text)) if text[n].apart)
    last = min(next(ends, len(text)), at + _NAME + 1)
    return {one.who for one in mentions(text, lexicon) if at < one.first < last} - {BOTH}

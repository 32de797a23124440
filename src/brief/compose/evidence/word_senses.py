"""A word that takes a side in its sentence in, whether it has another sense there out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.vocabulary.words import Hit, Word


def other_sense(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word does not mean there what it is listed for."""
    tests = (in_name, adverb, of_a_price, gives_way, fades, in_speech)
    return any(one(cue, split) for one in tests)


def in_name(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a shared word is part of a name: `the Shanghai Cooperation Organization`."""
    first = split[cue.first]
    opens = cue.first == 0 or any(stop in first.gap for stop in ".:!?")
    return cue.tag[:3] != "own" and first.capital and not opens


def adverb(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether `back` only says where to: `they pulled back`, `it goes back to the war`."""
    if [word.text for word in split[cue.first : cue.last]] != ["back"]:
        return False
    before = split[cue.first - 1].text if cue.first else ""
    after = split[cue.last].text if cue.last < len(split) else ""
    return after in _WHERE or _MOVES.fullmatch(before) is not None


def of_a_price(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether what grows or shrinks is a price, a gap or a fear: it is no tie.

    `Causing prices to rise`, `the imbalance is expected to grow`, `growing concern`.
    """
    if not _CHANGES.fullmatch(split[cue.first].text):
        return False
    at = cue.first - 1
    while at >= 0 and not split[at + 1].apart and _AUXILIARY.fullmatch(split[at].text):
        at -= 1
    if at >= 0 and not split[at + 1].apart and _AMISS.fullmatch(split[at].text):
        return True
    after = split[cue.last : cue.last + NEXT]
    return any(_AMISS.fullmatch(word.text) for word in after if not word.apart)


def gives_way(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a thing is told to end: `sales are giving way to joint production`."""
    after = [word.text for word in split[cue.last : cue.last + NEXT + 2]]
    return any(
        _GIVES.fullmatch(one) and after[at + 1 : at + 3] == ["way", "to"]
        for at, one in enumerate(after[: NEXT + 1])
    )


def fades(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a thing is told to matter less: `sales are becoming less important`."""
    after = [word.text for word in split[cue.last : cue.last + _FADING]]
    return any(
        one == "less" and after[at + 1 : at + 2] and _MATTERS.fullmatch(after[at + 1])
        for at, one in enumerate(after)
    )


def in_speech(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether somebody only speaks of others so: `he likes to speak of them as equals`."""
    before = [word.text for word in split[max(0, cue.first - SPOKEN) : cue.first]]
    return split[cue.first].text == "as" and any(_SPEAKS.fullmatch(one) for one in before)


SPOKEN = 5
"""Words from the verb to what others are called."""
_SPEAKS = re.compile(r"(?:speak|talk)(?:s|ing)?|spoke|talked")
NEXT = 2
"""Words after a word for growth among which stands what grows."""
_WHERE = frozenset(["to", "from", "in", "into", "on", "at", "toward", "towards", "against", "and"])
_MOVES = re.compile(
    r"\w+(?:ed|ing)|(?:pull|hold|held|go|goes|went|gone|c[oa]mes?|fall|fell|draw|drew|drawn|push|date|"
    r"dates|bounce|snap|cut|scale|roll|turn|fight|fought|win|won|bring|brought|get|got|take|took|give|"
    r"gave|look|looks|step|walk|send|sent|right|set|put|hit|hark|harks)s?"
)
_CHANGES = re.compile(
    r"(?:grow|expand|increas|r[io]s|deepen|intensif|accelerat|surg|soar|boom|doubl|tripl|declin|shr[iau]nk|"
    r"f[ae]ll|drop|reduc|stagnat|slow|weaken|plunge|plummet)\w*|grew|grown|growth|risen"
)
_AUXILIARY = re.compile(
    r"to|is|are|was|were|be|been|being|will|would|has|have|had|can|could|may|might|also|further|set|"
    r"likely|bound|expected|predicted|projected|forecast(?:ed)?|sharply|steadily|only"
)
_AMISS = re.compile(
    r"prices?|costs?|inflation|deficits?|imbalances?|balance|asymmetr(?:y|ies)|gaps?|risks?|tensions?|"
    r"concerns?|worr(?:y|ies)|fears?|suspicions?|distrust|mistrust|anxiet(?:y|ies)|doubts?|disputes?|"
    r"quarrels?|rifts?|frictions?|disagreements?|resentment|discontent|restrictions?|tariffs?"
)
_FADING = 6
"""Words behind a thing in which it is told to fade."""
_MATTERS = re.compile(r"important|central|significant|relevant|prominent")
_GIVES = re.compile(r"giv(?:e|es|ing|en)|gave")

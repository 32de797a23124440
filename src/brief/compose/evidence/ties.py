"""A sentence in, where it speaks of what is between the two out: ties, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.compose.evidence.assertion import told
from brief.compose.evidence.commitment import declared
from brief.compose.evidence.phrases import without_nato
from brief.engines.rules.stance.lexicon import phrases
from brief.engines.rules.stance.third_parties import proper
from brief.vocabulary.words import Hit, TaggedPhrases, Word, words

_KIN = re.compile(
    r"\b(?:are|were|becom(?:e|ing)|became|remain(?:s|ed)?)\b(?: [\w-]+){0,3}? "
    r"(friends|rivals|foes|enemies|adversaries|competitors|strangers)\b"
)
"""What two are told to be to each other."""
_OF_ONE = re.compile(
    r"\b(?:foreign|external|international|overseas|public|labor|labour|industrial) "
    r"(?P<ties>relations|ties)\b|"
    r"\b(?:to|will|would|can|could|may|might|must|should|which|that) (?P<verb>ties?) "
    r"(?=[A-Z]|it\b|them\b)"
)
"""Relations that one has with all the world, and what ties somebody to a place or a part."""


def between(text: str) -> Sequence[tuple[int, int]]:
    """Return where a sentence speaks of what is between the two, or says what they are."""
    found = list(places(phrases("topic"), words(without_nato(text))))
    found += [one.span(1) for one in _KIN.finditer(text)]
    own = [one.span("ties" if one["ties"] else "verb") for one in _OF_ONE.finditer(text)]
    return told(text, [one for one in found if one not in own and not declared(text, one)])


def places(listed: TaggedPhrases, split: list[Word]) -> Sequence[tuple[int, int]]:
    """Return where phrases stand in a sentence, and are no name of others."""
    found = [
        hit for hit in listed.find(split) if not proper(hit, split) and not _unmade(hit, split)
    ]
    return [(split[hit.first].start, split[hit.last - 1].end) for hit in found]


def _unmade(hit: Hit, split: list[Word]) -> bool:
    """Tell whether a word is the second half of what says its opposite: `non-alignment`."""
    return hit.first > 0 and split[hit.first - 1].text == "non"

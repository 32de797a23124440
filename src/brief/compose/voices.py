"""A source in, the voices that it reports out: one vote each, under a name that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief.compose.bibliography import family
from brief.model.dossier import Source

_POINTING = re.compile(
    r"(?:he|she|it|we|they|one|both|others?|another|neither|the (?:other|others|former|latter))$|"
    r"(?:his|her|its|our|their|this|that|these|such|those(?! (?:who|that|of|in|with)\b)|"
    r"the same)\b|"
    r"the (?:\w+ )?(?:above|aforementioned|aforesaid)\b|"
    r"the (?:account|analys[it]s|analyst|article|author|book|chapter|commentary|document|editorial|"
    r"essay|expert|interview|note|op-ed|paper|piece|post|report|scholar|speaker|speech|"
    r"spokes(?:man|woman|person)|statement|study|survey|synopsis|text|writer)s?(?: [a-z]+s)?$",
    re.IGNORECASE,
)
"""A name that says whose view it is only to who has read the sentence before: `the same report`."""


def merged(source: Source) -> dict[str, int]:
    """Return one score per reported voice, the author's own left out.

    It is the mean of the voice's statements, rounded away from zero. Who is named by surname
    alone is who has that surname; a voice that only points back is nobody that we can name.
    """
    own = {family(name) for name in source.authors}
    said = [(str(one.voice), one.score) for one in source.stance.voices]
    named = [
        (name, score)
        for name, score in said
        if not own & set(name.split()) and not _POINTING.match(name)
    ]
    scores: dict[str, list[int]] = {}
    for name, score in named:
        scores.setdefault(_full(name, dict(named)), []).append(score)
    means = {voice: sum(given) / len(given) for voice, given in scores.items()}
    return {voice: int(mean + (0.5 if mean > 0 else -0.5)) for voice, mean in means.items()}


def _full(name: str, names: Iterable[str]) -> str:
    """Return the one longer name whose surname this is, or the name itself."""
    if " " in name or not name[:1].isupper():
        return name
    whole = [one for one in names if " " in one and name in (family(one), one.split()[-1])]
    return whole[0] if len(whole) == 1 else name

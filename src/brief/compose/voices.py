"""A source in, the voices that it reports out: one vote each, under a name that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import only_both
from brief.compose.evidence.proofs import Proofs
from brief.engines.rules.stance.lexicon import phrases
from brief.model.dossier import Side, Source
from brief.model.summary import VoiceStance
from brief.vocabulary.surnames import called_by, family
from brief.vocabulary.words import words

_MADE = (
    r"(?:account|analys[ei]s|article|book|chapter|commentary|document|editorial|essay|interview|"
    r"note|op-ed|paper|piece|post|report|speech|statement|study|survey|synopsis|text)"
)
"""What somebody makes to say something: `the Chatham report` is the voice of Chatham."""
_POINTING = re.compile(
    r"(?:one|both|others?|another|neither|the (?:other|others|former|latter))$|"
    r"(?:I|we|you|he|she|it|they)(?:[’']\w+)?$|"
    r"(?:his|her|its|our|their|this|that|these|such|those(?! (?:who|that|of|in|with)\b)|"
    r"the same)\b|"
    r"the (?:\w+ )?(?:above|aforementioned|aforesaid)\b|"
    rf"the (?:{_MADE}|analyst|author|expert|scholar|speaker|spokes(?:man|woman|person)|writer)"
    r"s?(?: [a-z]+s)?$",
    re.IGNORECASE,
)
"""A name that says whose view it is only to who has read the sentence before: `the same report`."""
_BROKEN = re.compile(
    r"(?:both|while|when|whereas|and|but|as)\s|[^“]*“[^”]*$|"
    r"(?:(?!\b(?:who|that|which|whose)\b).)*\b(?:was|were|is|are|has|have|had|said|says|told|asked|"
    r"used|uses)\b",
    re.IGNORECASE,
)
"""What is cut out of a sentence, and no name: `while Roe`, `the paper asked an expert`."""
_DAY = re.compile(r"\son (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
"""When somebody said it: no part of his name."""
_NOBODY = re.compile(
    r"(?:the |other )?(?:voices|people|authors|writers|speakers|participants|observers|analysts|"
    r"experts|scholars|commentators)$|"
    r"(?:an?|another|the (?:first|second|third|last)|a (?:second|third|last))(?: \w+){0,2} "
    r"(?:argument|assumption|claim|concern|explanation|idea|interpretation|point|presentation|"
    r"question|reason|thesis|theory)s?$|(?:counter-)?arguments$|"
    r"one (?:assumption|claim|concern|explanation|idea|point|question|reason)$",
    re.IGNORECASE,
)
"""A name of people that says nothing of them (`voices`), or of a thought and not of who has it."""

_DOUBTERS = re.compile(r"(?:all |the )?(?:those|people|observers|analysts) who doubt\b", re.I)
"""Skeptics, by what they do."""
_TOLD_APART = re.compile(
    r"^(?:others?|another|some|a few|several)\b|\b[A-Z]\w+(?: [a-z]+)? (?:skeptic|sceptic|doubter|"
    r"pessimist|naysayer|detractor|critic|enthusiast|optimist|booster)s?\b|"
    r"(?:s|rs) (?:of|in|from) (?:the )?[A-Z]\w+$"
)
"""What says which skeptics: `Western skeptics`, `other critics`, `critics of Putin`."""
_LONG = 7
"""Words of a voice's name, above which it is a clause."""
OUTRIGHT = 2
"""Score of what names the relation and says that it is, or never will be."""


def merged(source: Source) -> dict[str, int]:
    """Return one score per reported voice, the author's own left out.

    What it says outright, and never the opposite of, is its score; else the mean of its statements
    that lean, rounded away from zero. Who is named by surname alone is who has that surname; a
    voice that only points back is nobody that we can name.
    """
    return {name: _score([one.score for one in said]) for name, said in _by_voice(source).items()}


def _score(given: Sequence[int]) -> int:
    """Return where a voice stands that says this, statement by statement."""
    outright = {one for one in given if abs(one) >= OUTRIGHT}
    if len(outright) == 1:
        return outright.pop()
    sides = [one for one in given if one] or [0]
    mean = sum(sides) / len(sides)
    return int(mean + (0.5 if mean > 0 else -0.5))


def _by_voice(source: Source) -> dict[str, list[VoiceStance]]:
    """Return what each voice is heard to say, under the fullest of its names."""
    own = {family(name, source.families) for name in source.authors}
    named = [
        (name, one)
        for one in source.stance.voices
        for name in [_DAY.sub("", str(one.voice))]
        if _names_somebody(name) and not own & set(name.split())
        if not _of_another_doubt(name, one.score)
    ]
    names = {name: _proper(name) for name, _ in named}
    made: dict[str, list[VoiceStance]] = {}
    for name, one in named:
        made.setdefault(_full(name, names), []).append(one)
    return made


def _names_somebody(name: str) -> bool:
    """Tell whether a voice's name says whose view it is to who has not read the sentence before."""
    return not (_BROKEN.match(name) or _POINTING.match(name) or _NOBODY.match(name))


def told_name(name: str) -> str:
    """Return a voice's name for our own sentences, where it is short and says who that is.

    Empty for one that does not, or that holds a quotation.
    """
    plain = not re.search(r'["“”‘«»(]', name) and 1 < len(name.split()) <= _LONG
    return described(name) if plain and _names_somebody(name) and not _camp(name) else ""


def _of_another_doubt(name: str, score: int) -> bool:
    """Tell whether skeptics of whom no more is said doubt something else than the relation.

    On the side that they are named for the opposite of, their name would mislead.
    """
    bare = _camp(name) and not _DOUBTERS.match(name)
    return bool(bare) and score * _camp(name) < 0


def _camp(name: str) -> int:
    """Return the side that a name tells, where it tells nothing else: `skeptics`, not `others`."""
    if _TOLD_APART.search(name):
        return 0
    split = words(name)
    against = bool(_DOUBTERS.match(name) or phrases("skeptics").find(split))
    return bool(phrases("enthusiasts").find(split)) - against


def voice_scores(sources: Iterable[Source], proofs: Proofs) -> dict[str, dict[str, int]]:
    """Return by source one score per voice that is heard on the relation; a copy has none."""
    return {one.id: merged(of_the_pair(one, proofs)) for one in sources if one.independent}


def counted(voices: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Return how the scores of reported voices divide: on each side, between, and at the end."""
    scores = [score for given in voices.values() for score in given.values()]
    return {
        "for": sum(score > 0 for score in scores),
        "open": scores.count(0),
        "against": sum(score < 0 for score in scores),
        "exists": sum(score > 1 for score in scores),
    }


def heard_lines(
    library: Library, voices: Mapping[str, Mapping[str, int]], proofs: Proofs
) -> dict[tuple[str, str], Line]:
    """Return by source and voice the sentence by which a voice stands at its place.

    It is the one nearest to its score in `voices`, which are as `voice_scores` has them; of two
    the first.
    """
    made: dict[tuple[str, str], Line] = {}
    for source in (one for one in library.dossier.sources if voices.get(one.id)):
        at = {line.start: line for line in library.lines[source.id]}
        said = _by_voice(of_the_pair(source, proofs))
        for voice, score in voices[source.id].items():
            near = min(said[voice], key=lambda one: (abs(one.score - score), one.start))
            if near.start in at:
                made[source.id, voice] = at[near.start]
    return made


def of_the_pair(source: Source, proofs: Proofs) -> Source:
    """Return a source with those of its reported voices that are heard on the relation itself.

    Their sentence speaks of the two or of what is between them, and its words weigh the way that
    the voice is scored: what a crowd says of a third matter puts it on no side of this one. In a
    text on others it names both, and nobody else. Who only finds the two close sees no alliance by
    that, nor who says that they should ally; who doubts that they are close doubts an alliance all
    the more.
    """
    kept = tuple(
        one
        for one in source.stance.voices
        if proofs.bears_out(one.text, one.score)
        and (source.on_parties or only_both(one.text, proofs.question))
        and (one.score <= 0 or proofs.holds(one.text))
    )
    return source.model_copy(update={"stance": source.stance.model_copy(update={"voices": kept})})


FEWEST = 5
"""Reported voices on either side, below which nothing is said of how they lean."""
MATERIAL = 0.25
"""Part of the voices by which one side must exceed the other to be called a lean."""


def lean_of(voices: Mapping[str, int], counts: Mapping[Side, int]) -> str:
    """Return how reported voices lean against the sources: `for`, `against`, `even` or ``.

    A difference counts from a quarter of them on: 18 against 17 is no lean.
    """
    apart, every = voices["for"] - voices["against"], voices["for"] + voices["against"]
    theirs = counts["for"] - counts["against"]
    if every < FEWEST or not theirs:
        return ""
    if abs(apart) < MATERIAL * every:
        return "even" if voices["open"] <= max(voices["for"], voices["against"]) else ""
    return ("for" if apart > 0 else "against") if apart * theirs < 0 else ""


def described(name: str) -> str:
    """Return a voice's name within a sentence: `a Lima expert` for `one Lima expert`.

    Years are left out: a number on a chart is one that it shows.
    """
    name = re.sub(
        r"\b(the) the\b", r"\1", " ".join(re.sub(r"\S*\d\S*", " ", name).split()), flags=re.I
    )
    one = re.match(r"one (?=(\w))", name)
    bare = name[one.end() :] if one else name
    article = ("an " if one[1].lower() in "aeiou" else "a ") if one else ""
    return article + bare


def _full(name: str, names: Mapping[str, str]) -> str:
    """Return the longest of the names of one voice, or the name itself where it has no other.

    `names` are all, each with the proper name in it. One voice has one surname, or one proper name
    of two words or more, its works among them.
    """
    if camp := _camp(name):
        return max((one for one in names if _camp(one) == camp), key=len)
    if " " not in name:
        full = [one for one in names if " " in one and not _MANY.match(one)]
        known = [one for one in full if called_by(one, name)]
        return known[0] if name[:1].isupper() and len(known) == 1 else name
    if not names[name]:
        return name
    same = [one for one, proper in names.items() if proper == names[name]]
    years = {year for one in same for year in _YEAR.findall(one)}
    return max(same, key=len) if len(years) < 2 else name


_YEAR = re.compile(r"\b\d{4}\b")
_MANY = re.compile(r"(?:some|many|most|several|other|all|a few|few) ", re.IGNORECASE)
"""What stands before a crowd, whose last word is no surname: `many Peruvians`."""


def _proper(name: str) -> str:
    """Return the proper name in a name, without article, year and kind of work; else ``."""
    bare = re.sub(rf"^the\s+|\b\d{{4}}\b|\s{_MADE}s?$", " ", name)
    words = bare.split()
    return " ".join(words) if len(words) > 1 and all(w[:1].isupper() for w in words) else ""

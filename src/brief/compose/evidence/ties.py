"""A sentence in, where it speaks of what is between the two out: ties, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.compose.evidence.assertion import told
from brief.compose.evidence.commitment import declared
from brief.compose.evidence.phrases import names_both, names_one, ours, without_nato
from brief.engines.rules.stance.lexicon import phrases
from brief.engines.rules.stance.third_parties import proper
from brief.model.question import Question
from brief.vocabulary.states import named_states, states_in
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
_BODY = re.compile(
    r"\b(?:Organi[sz]ation|Council|Conference|Forum|Ministry|Agency|Commission|Committee|Institute|"
    r"Department) (?:of|for|on) (?:(?:the|and|[A-Z]\w+),? ){0,4}?(?P<last>Cooperation|Partnership|"
    r"Relations)\b|"
    r"\b(?P<first>Cooperation|Partnership|Relations) (?=(?:Organi[sz]ation|Council|Forum|Agency|"
    r"Commission|Committee|Institute)\b)"
)
"""A word for ties in the name of a body: `the Gulf Cooperation Council`."""


def between(text: str) -> Sequence[tuple[int, int]]:
    """Return where a sentence speaks of what is between the two, or says what they are."""
    found = list(places(phrases("topic"), words(without_nato(text))))
    found += [one.span(1) for one in _KIN.finditer(text)]
    own = [one.span("ties" if one["ties"] else "verb") for one in _OF_ONE.finditer(text)]
    named = (one.span("last" if one["last"] else "first") for one in _BODY.finditer(text))
    own += [(first, last) for first, last in named]
    return told(text, [one for one in found if one not in own and not declared(text, one)])


_COMPOUND = re.compile(r"([A-Z][\w.]*(?:[-–—/][A-Z][\w.]*)+) (?:[a-z-]+ (?:and |or )?){0,3}$")
"""Whose a tie is by the names before it: `Peru–Chile security ties`."""


_BETWEEN = re.compile(
    r" between (?:the )?([A-Z][\w.]*(?: [A-Z]\w+)?)(?: as (?:[a-z-]+ ){1,3}(?=and\b)|,? )"
    r"and (?:the )?([A-Z][\w.]*(?: [A-Z]\w+)?)"
)
_PAIRED = re.compile(_COMPOUND.pattern.removesuffix("$") + r"(?:relations|ties|relationship)\b")
_SUCH_AS = re.compile(
    r" (?:[a-z]+ ){0,2}(?:such as|like|including) "
    r"(?:the )?([A-Z][\w.]*(?: [A-Z]\w+)?(?:(?:,| and) (?:the )?[A-Z]\w+)*)"
)
"""Who is meant by a word for several: `rival powers such as Oman and Yemen`."""
_WITH_THESE = re.compile(r" (?:with|between|to|among) (?:both|these|the two|each)\b")
"""A pair that was named, and what takes it up: `Peru–Oman ties soured, but relations with both`."""


_LEAGUE = re.compile(
    r"\b(?i:comprising|comprised of|consisting of|composed of|made up of|formed by|uniting|"
    r"(?:alliance|axis|bloc|league|pact|quartet|triangle|trio|entente|coalition)[”\"’]? of) "
    r"((?:the )?[A-Z][\w.]*(?:(?:, and|,| and) (?:the )?[A-Z][\w.]*)+)"
    r"|((?:[A-Z][\w.]+[-–—/]){1,4}[A-Z][\w.]+) (?:[\w-]+ )?(?i:alliance|axis|bloc|pact|entente)\b"
)
"""Several states in one league: `an axis of Peru, Chile and Oman`, `the Peru–Chile–Oman axis`."""


def leagued(text: str, question: Question) -> bool:
    """Tell whether a sentence puts the two in one league, be it with others: they are in it too."""
    rows = (re.sub(r"[-–—/]", " ", one[1] or one[2]) for one in _LEAGUE.finditer(text))
    return any(ours(question) <= states_in(row) for row in rows)


_ITS_OWN = re.compile(
    r"\bwith (?:which|whom) (?:it|he|she|they) (?:has|have|had|shares?|shared|keeps?|enjoys?)\b"
    r"[^,;:.]*$"
)
"""A tie of the one of whom a sentence speaks: `Oman helps both, with which it has a pact`."""
_LEANING = re.compile(
    r"\b(?:less|reduc\w+|lower\w*|end(?:s|ed|ing)?|lessen\w*|cut\w*)(?: [\w’'-]+){0,3}? "
    r"(?:depend(?:s|ed|ing|en[ct]e?|ency)?|relian(?:t|ce)|rel(?:y|ies|ied|ying)) (?:up)?on "
    r"(?:the )?([A-Z][\w.]*(?: [A-Z]\w+)?)"
)
"""On whom somebody leans less."""
_CONTENDS = re.compile(
    r"\b(?:compet\w+|contend\w*|rival\w*) (?:with|against) (?:the )?([A-Z][\w.]*(?: [A-Z]\w+)?)"
)
"""With whom somebody contends."""


def own_matter(text: str, question: Question) -> str:
    """Return a sentence, blank where it speaks of what a third is to one of the two, or of NATO.

    That a tie makes one of them `less dependent on Oman`, or helps it to `compete with Oman`, is a
    word for the tie, not against it.
    """

    def blank(found: re.Match[str]) -> str:
        whom = states_in(found[1])
        third = bool(whom) and whom.isdisjoint(ours(question))
        return " " * len(found.group()) if third else found.group()

    for one in (_LEANING, _CONTENDS):
        text = one.sub(blank, text)
    return without_nato(text)


def of_others(text: str, place: tuple[int, int], question: Question) -> bool:
    """Tell whether a tie is named by another pair: `Peru–Oman relations`, of Peru and Chile."""
    if _ITS_OWN.search(text[: place[0]]):
        opener = named_states(text)[:1]
        return bool(opener) and opener[0][0] not in ours(question)
    named = _COMPOUND.search(text[: place[0]])
    if not named and _WITH_THESE.match(text, place[1]):
        named = _PAIRED.search(text[: place[0]])
    if both := _BETWEEN.match(text, place[1]) or _SUCH_AS.match(text, place[1]):
        said = states_in(" and ".join(both.groups()))
    else:
        said = states_in(re.sub(r"[-–—/]", " ", named[1])) if named else set()
    theirs = ours(question)
    return bool(said - theirs) and bool(theirs - said)


def places(listed: TaggedPhrases, split: list[Word]) -> Sequence[tuple[int, int]]:
    """Return where phrases stand in a sentence, and are no name of others."""
    found = [
        hit for hit in listed.find(split) if not proper(hit, split) and not _unmade(hit, split)
    ]
    return [(split[hit.first].start, split[hit.last - 1].end) for hit in found]


def _unmade(hit: Hit, split: list[Word]) -> bool:
    """Tell whether a word is the second half of what says its opposite: `non-alignment`."""
    return hit.first > 0 and split[hit.first - 1].text == "non"


_DESPITE = re.compile(r"\b(?:despite|in spite of|notwithstanding|for all|even as)\b", re.I)
"""What opens what a title grants before it is outweighed."""


def granted(title: str, question: Question) -> bool:
    """Tell whether a title only grants the tie: `Peru still needs Oman, despite its ties to Chile`.

    What it says beside that is on other matters than the two together.
    """
    found = _DESPITE.search(title)
    if not found:
        return False
    aside = re.split(r"[,:;]", title[found.end() :])[0]
    rest = title[: found.start()] + title[found.end() + len(aside) :]
    return bool(between(aside)) and names_one(aside, question) and not names_both(rest, question)

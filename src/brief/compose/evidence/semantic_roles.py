"""A word of a sentence in, whose it is out: who owns it, imposes it, or does what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.compose.evidence.coreference import BORDER, clause_around
from brief.compose.evidence.phrases import PAIR, as_one, ours, pair_in
from brief.compose.evidence.ties import of_others
from brief.model.question import Question
from brief.vocabulary.states import named_states

PARTED = re.compile(r"[;:—–]|, (?:and|but|while|which|so|whereas)\b")
"""Where another statement begins."""
SHORTLY = 7
"""Words between who does something and the word for it."""
_SHUT = re.compile(
    r"\b(?:with|on|against|to|by|from|between|than|over|about|toward|towards|inclusion of|and) "
    r"(?:the |its )?$"
)
"""What stands before one to whom something is done."""
_FELT = re.compile(r" (?:in|of|from|among|for|by) (?:the |many in |some in |most in )?")
"""What joins a feeling or a deed to whose it is."""


def is_agent(text: str, mark: tuple[int, int] | None, subject: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of those at `subject` does, or feels, what the word at `mark` says.

    One opens the clause, or stands shortly before the word, or right after it: `fear in Oman`.
    """
    if mark is None or not any(text[first].isupper() for first, _ in subject):
        return mark is not None  # nobody by name
    for first, last in subject:
        between = text[last : mark[0]]
        shut = _SHUT.search(text[:first]) is not None or BORDER.search(between) is not None
        opens = clause_around(text, (first, last))[0] + 1 >= first
        near = opens or len(between.split()) <= SHORTLY
        if last <= mark[0] and near and not shut:
            return True
        if mark[1] <= first and _FELT.fullmatch(text[mark[1] : first]):
            return True
    return False


def owned(text: str, place: tuple[int, int], question: Question) -> bool:
    """Tell whether a thing is that of a party, or lies between both.

    `Peruvian sanctions`, `pressure from Peru`; `their old hostility`, `confrontation between them`,
    and what they feel for another, `shared hostility toward Oman`: it is no deed of his.
    """
    first, last = place
    near = _NEAR.search(text, 0, first)
    by = _BY.match(text, last)
    if (near and _MUTUAL.match(near.group())) or _AMID.match(text, last):
        return True
    if _FELT_FOR.search(text, 0, first):
        return True
    with_it = _TIE_OF.search(text, 0, first)
    beside = (
        near.group() if near else "",
        by.group(1) if by else "",
        with_it.group(1) if with_it else "",
    )
    if any(name in ours(question) for said in beside for name, _, _ in named_states(said)):
        return True
    return _imposes(PARTED.split(text[:first])[-1], question)


def around_them(text: str, mark: tuple[int, int], question: Question) -> bool:
    """Tell whether a quarrel is one of the times or of a region, and not between the two.

    `It comes amid growing tensions in the Gulf`, or in another tie: `in the Oman–Peru pact`,
    `rivalry between Oman and Peru`.
    """
    if of_others(text, mark, question):
        return True
    first, last = clause_around(text, mark)
    rest = text[mark[0] : last]
    if not _QUARREL.match(rest):
        return False
    inside = _WITHIN.match(text, mark[1])
    if inside and of_others(text, (inside.end(), inside.end()), question):
        return True
    if as_one(rest, question) or _AMID.match(text, mark[1]):
        return False
    return _BACKDROP.search(text, first, mark[0]) is not None or _THERE.match(rest) is not None


_QUARREL = re.compile(
    r"(?:tension|friction|volatilit|rivalr|turmoil|conflict|unrest)", re.IGNORECASE
)
_WITHIN = re.compile(r"s? (?:in|within|over) (?:the )?[A-Z][\w.]*(?:[-–—/][A-Z][\w.]*)+ ")
"""What says in whose tie a quarrel is."""
_BACKDROP = re.compile(
    r"\b(?:amid(?:st)?|in the (?:context|face|midst|middle) of|"
    r"against (?:the|a) back(?:drop|ground) of|"
    r"at a (?:time|moment) (?:of|when)|(?:at|in) the (?:height|midst|wake|aftermath) of)\b[^,;:]*$|"
    r"\bas (?!(?:both|they|it|the two|their|well|an?|such|part)\b)(?:[a-z][\w-]* ){0,5}$"
)
_THERE = re.compile(r"\w+ (?:in|across|throughout|around) (?:the )?(?:[A-Z]|region|world|area)")
"""What says that a thing is only the setting of what is told, and where it is."""


def _imposes(before: str, question: Question) -> bool:
    """Tell whether it is a party that imposes what follows: `Peru answered with sanctions`."""
    found = _IMPOSES.search(before)
    who = before[: found.start()] if found else ""
    said = named_states(who.rsplit(",", 1)[-1]) or named_states(who)
    return bool(said) and said[0][0] in ours(question)


_IMPOSES = re.compile(
    r"\b(?:impos(?:e[sd]?|ing)|(?:respond|retaliat|answer|react)(?:s|ed|ing|es|e)? with|"
    r"slap(?:s|ped|ping)?|introduc(?:e[sd]?|ing)|lev(?:y|ies|ied)|lift(?:s|ed|ing)?|eas(?:e[sd]?|ing)|"
    r"appl(?:y|ies|ied)|announc(?:e[sd]?|ing)|threaten(?:s|ed|ing)?|put(?:s|ting)?|used?|uses|using)"
    r" (?:[\w’'-]+ ){0,4}$"
)
"""What somebody does who has others under pressure, before the word for it."""
_NEAR = re.compile(r"\S+(?: \w+(?:ic|al|ary))? $")
"""The word right before a thing, which may say whose it is."""
_TIE_OF = re.compile(
    r"((?:[A-Z][\w-]+ ?){1,3})[’']s? (?:\w+ )?(?:relations?|relationship|ties|links|dealings|"
    r"quarrels?|membership|standing|place) (?:with|to|in) (?:the )?$"
)
"""Whose tie with a thing is meant: `Peru's relations with the council`."""
_MUTUAL = re.compile(r"(?:their|mutual|reciprocal)\b", re.IGNORECASE)
_FELT_FOR = re.compile(
    r"\b(?:antagonism|hostility|enmity|animosity|animus|resentment|hatred|anger|antipathy|aversion|"
    r"dislike|opposition|resistance|defiance) (?:toward|towards|to|of|against|at|for) "
    r"(?:the |a )?(?:\w+ )?$"
)
"""What is felt for somebody, before his name."""
_AMID = re.compile(
    r" (?:between|among|toward|towards|for) (?:the two|them|each other|one another)\b"
)
"""What says that a thing lies between the two, before and behind the word for it."""
_BY = re.compile(
    r" (?:(?:imposed|exerted|applied) )?(?:of|by|from) ((?:the )?[^\s,;:.]+(?: [A-Z]\w+)?)"
)
"""Who stands behind a thing that is named."""


def left_unsaid(text: str, question: Question) -> str:
    """Return the party of whom a sentence speaks without naming it, where it only names the other.

    `Tying itself to China is the likelier response` is said of the other one of the two: it names
    China alone, as that to which something is done, and nobody else.
    """
    if len(question.parties) != PAIR or pair_in(text, question) or _TAKEN_UP.search(text):
        return ""
    named = named_states(text)
    known = {name for name, _, _ in named}
    done_to = all(_TOWARD.search(text[:first]) for _, first, _ in named)
    other = [party.name for party in question.parties if party.name not in known]
    return other[0] if len(known) == 1 == len(other) and known < ours(question) and done_to else ""


_TAKEN_UP = re.compile(r"\b(?:they|them|their|neither|either|each|the other)\b", re.IGNORECASE)
_TOWARD = re.compile(
    r"\b(?:with|to|toward|towards|on|upon|against|balanc(?:e|ing)|counter(?:ing)?|contain(?:ing)?)"
    r" (?:the )?$",
    re.IGNORECASE,
)
"""What stands before the name of one with whom, or to whom, another does something."""

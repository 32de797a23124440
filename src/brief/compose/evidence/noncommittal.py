"""A sentence in, whether it gives no verdict on the two whatever its words say, out."""

from __future__ import annotations

import re

from brief.compose.evidence.assertion import tells_topic
from brief.compose.evidence.phrases import by_name, names_one, ours
from brief.model.question import Question
from brief.vocabulary.sense import is_denial
from brief.vocabulary.states import named_states
from brief.vocabulary.words import words

LABELED = re.compile(
    r"\b(?:complain|critici[sz]|accus|resent|object|protest|blam)\w*\b.{0,60}\b(?:label|call|brand|"
    r"describe|describing|portray|depict|paint)\w*|"
    r"\b(?:above|before|ahead of) (?:\w+ )?(?:rivalry|rivalries|competition|"
    r"differences|disputes|quarrels)\b",
    re.IGNORECASE,
)
"""A word on the two that its speaker puts aside: `resents that they are called rivals`."""
UNDECIDED = re.compile(
    r"\b(?:remains? (?:open|unclear|uncertain|to be seen|unresolved)|leaves? (?:it )?open|"
    r"question (?:is|remains) (?:open|not|still|whether|unanswered)|"
    r"neither (?:predict|expect|den|affirm|claim|sa|endors|reject)\w+ .{3,60}\bnor|"
    r"divergen\w+ (?:on|over|about|of (?:view|opinion))|"
    r"(?:views|opinions|assessments|experts|analysts|articles) (?:\w+ )?diverg\w+|"
    r"(?:is not|isn[’']t) (?:yet )?clear|far apart|no agreement|(?:no|little) consensus|"
    r"(?:difficult|hard) to (?:foresee|say|predict)|cannot say|too early|takes? no side|"
    r"adopts neither|"
    r"does not (?:say|discuss|settle)|divided over)\b",
    re.IGNORECASE,
)
_FRIENDS = r"(?:partners?|allies|friends?|collaborators?|cooperation|partnership)"
_FOES = r"(?:rivals?|rivalry|competit(?:ors?|ion)|adversar(?:y|ies)|enem(?:y|ies)|foes?)"
_TWO_WAYS = rf"(?:{_FRIENDS} (?:and|or) (?:\w+ )?{_FOES}|{_FOES} (?:and|or) (?:\w+ )?{_FRIENDS})"
BOTH_WAYS = re.compile(
    rf"\bboth (?:\w+ )?{_TWO_WAYS}\b|\b{_TWO_WAYS} at (?:once|the same time)\b", re.IGNORECASE
)
"""What calls two at once the one and the other: `both rivals and partners`."""
_NOTICE = re.compile(
    r"\bwe(?:[’']ve| have)? (?:asked|invited|polled|surveyed|convened|gathered|turned to|"
    r"(?:spoke|talked|sat down) (?:to|with))\b",
    re.IGNORECASE,
)
"""What an editor says of how a text came about: `we asked three experts …`."""
_SUPPOSES = re.compile(
    r"Any (?:\w+ )?(?:moves?|attempts?|efforts?|steps?|talk|hints?|suggestions?|plans?|deals?|"
    r"pacts?|alliances?)\b.*\b(?:would|could|might)\b",
    re.DOTALL,
)
"""What would follow of a thing that is not there: `Any pact would anger Oman`."""
_AS_SUCH = re.compile(
    r"(?:[A-Z]\w+ )?[Aa]lliances?\b(?: ?(?:/|and|or) ?\w+(?: \w+)?)? "
    r"(?:are|is|needs?|requires?|rests?|binds?|depends?|means?|impl(?:y|ies))\b"
)
"""What such a thing is: `Alliances are based on a treaty`."""


_COMMON_FRIEND = re.compile(
    r"\b(?:ha(?:ve|s|d)|shar(?:e|es|ed)) (?:an?|the same) (?:common |shared |mutual |key )?"
    r"(?:ally|friend|patron) in\b"
)
"""Whom both have for a friend: it says nothing of what they are to each other."""
_OF_WORDS = re.compile(
    r"\b[Tt]he (?:term|word|label|expression|phrase)s? [“‘\"'][^”’\"']{2,30}[”’\"']|"
    r"[“‘\"'][\w -]+[”’\"'] and [“‘\"'][\w -]+[”’\"'] (?:are|mean|differ)\b"
)
"""What is said of words: `the term “ally” is used loosely`."""
_ONCE_EXPECTED = re.compile(
    r"It (?:was|had been) (?:\w+ ){0,2}?(?:expected|assumed|hoped|thought|believed|supposed) that\b"
)
"""What people once thought would come."""


_WATCHES = re.compile(
    r"\b(?:watch(?:es|ed|ing)?|monitor(?:s|ed|ing)?|eye(?:s|d|ing)?|track(?:s|ed|ing)?|"
    r"follow(?:s|ed|ing)?) (?:\w+ly )?(?:the|their|this|these|its|every)\b"
)


def _watched(text: str, question: Question) -> bool:
    """Tell whether a third state looks on: `Oman is watching their growing ties`."""
    found = _WATCHES.search(text)
    opener = named_states(text)[:1]
    looks_on = opener and opener[0][0] not in ours(question)
    return bool(found and looks_on and not names_one(text[: found.start()], question))


def noncommittal(text: str, question: Question) -> bool:
    """Tell whether a sentence says how a text came about, what would follow, or what a thing is."""
    defines = _AS_SUCH.match(text) is not None and not by_name(text, question)
    tests = (_NOTICE.search, _SUPPOSES.match, _ONCE_EXPECTED.match, tells_topic)
    return (
        defines
        or _watched(text, question)
        or any(one(text) for one in (*tests, _COMMON_FRIEND.search, _OF_WORDS.search))
    )


_UNTIED = re.compile(r"\b(?:lacks?|against)\b", re.IGNORECASE)
"""What denies a tie beside the words that deny anything."""


def denies(text: str) -> bool:
    """Tell whether words of warmth alone prove no tie: they may be denied."""
    return any(is_denial(word.text) for word in words(text)) or _UNTIED.search(text) is not None

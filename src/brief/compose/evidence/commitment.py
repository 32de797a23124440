"""A sentence and where it names a tie in, whether its author holds that the tie is there, out.

What may come, what the two call it, and what is pointed at as known are three things beside what
an author finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.compose.evidence.phrases import WOULD

_MAY = re.compile(
    r"(?<!that )(?<!which )\b(?:could|might|may)\b(?! (?:have|not|well)\b)"
    r"(?:[^;:]|[;:] (?:and )?\(?\d\))*$"
    r"|\bIf [^,;:]*, [^;:]*\bwould\b[^;:]*$"
    r"|\b(?:aim|goal|objective|purpose|hope|idea|plan|way|path|task|challenge|answer|solution) "
    r"(?:[^,;:]{2,100} )?(?:is|was|remains) to\b[^;:]*$"
    r"|\b(?:efforts?|attempts?|bid|desire|wish|need|calls?) (?:[\w’'-]+ ){0,4}?to \w+ [^,;:]*$"
    r"|\b(?:needs?|desire|wish|hopes?|calls?|demands?|appetite|case|room|scope|potential) for "
    r"(?:[\w’'-]+ ){0,3}$"
    r"|\b(?:must|should|ought to|needs? to|ha(?:s|ve) to)\b(?! (?:not|never)\b)[^;:]*$"
    r"|\b(?:aim(?:s|ed|ing)?|seeks?|sought|hop(?:es?|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|"
    r"intend(?:s|ed)?) to\b[^,;:]*$"
    r"|\b(?:negotiat\w+|talks|consultations) (?:of|on|over|for|about|towards?) (?:[\w’'-]+ ){0,5}?$"
    r"|\b(?:draft|planned|proposed|prospective|would-be|envisaged)\b (?:[\w’'-]+ ){0,5}?$"
)
"""Before a word: that it may come, would if something else did, or is only aimed at."""
_DECLARED = re.compile(
    r"\b(?:declare|proclaim|profess|tout|hail)(?:s|d|ed|ing)?\b (?:[\w’'“”‘-]+ ){0,4}?$|"
    r"\b(?:announce(?:s|d|ment)?|announcing) (?:of )?(?:[\w’'“”‘\"-]+ ){0,5}?$|"
    r"\b(?:assertions?|claims?|declarations?|proclamations?|professions?|rhetoric|talk|promises?) "
    r"of (?:[\w’'“”‘-]+ ){0,4}?$",
    re.IGNORECASE,
)
"""Before a word for a tie: that the two call it so."""
_CALLED = re.compile(
    r"(?<!\bbe )(?<!\bbest )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\boften )"
    r"\b(?:refer(?:s|red|ring)? to|describe[sd]?|describing|hail(?:s|ed|ing)?|"
    r"portray(?:s|ed|ing)?|characteri[sz](?:es?|ed|ing)) (?:[^\s,;:]+ ){1,6}?as "
    r"(?:[\w’'“\"‘-]+ ){0,7}[“\"‘]?$"
    r"|\b(?:its|their|his|her) [“\"‘]$"
)
"""Before it: that somebody calls it so; or that it is set in marks as another's word."""
_THIS = re.compile(
    r"\b[Tt]h(?:is|eir|ese)\s(?:[\w–-]+\s)?$"
    r"|\b(?:the|an?|such|most|two)\s(?:two\s)?(?:unlikely|improbable|strange|unusual)\s$"
)
"""What points at a thing that is there: `this alliance`, `this Sino-Russian alliance`, `the two
unlikely allies`."""
_LEAVING = re.compile(
    r"\b(?:break|walk|drift|pull|turn|slip|back)\w* (?:away|out) (?:from|of) (?:[\w’'-]+ ){0,3}?$"
    r"|\b(?:abandon|quit|dissolv|renounc|withdraw)\w* (?:from )?(?:[\w’'-]+ ){0,3}?$",
    re.IGNORECASE,
)
"""Before it: that one of the two gives it up."""
_NO_MORE = re.compile(r"(?:\W+\w+){0,5}?\W+(?:not|no|never|hardly|neither|n[’']t|nothing)\b")
"""After it: that it is not what it is called."""


def only_may(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a sentence speaks of the tie only as what may come, or would on a condition.

    What may follow of it, `a pact that could change much`, is said of what is there.
    """
    return bool(places) and all(_MAY.search(text[:first]) for first, _ in places)


def declared(text: str, place: tuple[int, int]) -> bool:
    """Tell whether a word for a tie only says what the two call it: `they declared friendship`."""
    return _DECLARED.search(text[: place[0]]) is not None


def called_so(text: str, place: tuple[int, int]) -> bool:
    """Tell whether a word for a tie is what somebody calls it: `describing Peru as an ally`."""
    return _CALLED.search(text[: place[0]]) is not None


def long_been(text: str) -> bool:
    """Tell whether a sentence says what two have long been, without a word against it."""
    return _SINCE.search(text) is not None


_SINCE = re.compile(
    r"\bha(?:s|ve) (?:long )?been (?:[\w-]+ ){0,3}?(?:partners?|allies|ally|friends?)\b"
    r"(?!.*\b(?:but|yet|though|although|however|while)\b)"
)


def of_old(text: str) -> bool:
    """Tell whether a sentence opens by saying that it was so of old: it may be so no more."""
    return _OF_OLD.match(text) is not None


_OF_OLD = re.compile(r"(?:Historically|Traditionally|In the past|Once|Formerly|Originally)\b")


def demanded(text: str) -> bool:
    """Tell whether a sentence says of itself what ought to be: then it is not there."""
    return _DEMANDED.match(text) is not None


_DEMANDED = re.compile(
    r"(?:(?!\b(?:if|that|which|who|because|as)\b)[^;:])*?\b(?:must|should|ought to|needs? to)\b"
    r"(?! (?:not|never|hardly)\b)"
)


def taken_as_there(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a sentence takes for granted what it names: `this alliance is a danger`."""
    known = [
        last
        for first, last in places
        if _THIS.search(text[:first]) and not _LEAVING.search(text[:first])
    ]
    return not WOULD.search(text) and any(not _NO_MORE.match(text, last) for last in known)

"""A sentence in, how well it stands alone as a quotation out."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.compose.evidence.quoting import snippet
from brief.vocabulary.lists import pattern
from brief.vocabulary.states import states_in

_leaning = pattern(__package__, "quotability.yaml", r"(?:{openings})\b", re.IGNORECASE)
_TURN = re.compile(r"(?:But|Yet),?\s+(?!also\b|still\b|then\b)")
"""A turn against what stood before."""
_AGAINST_UNSEEN = re.compile(
    r"(?:^|, )(?:in contrast|by contrast|in turn|conversely|on the other (?:hand|side)),",
    re.IGNORECASE,
)
"""The same in mid-sentence: with what, is not said."""
_anaphor = pattern(__package__, "quotability.yaml", r"The (?:{named_before})\b(?!\s+(?:{whose})\b)")
_dangling = pattern(__package__, "quotability.yaml", r"\b(?:{pointers})\b", re.IGNORECASE)
_back = pattern(
    __package__,
    "quotability.yaml",
    r"\bthat (?:{taken_up})\b(?! (?:of|to|in which|that|which|as)\b)",
    re.IGNORECASE,
)
"""What points back to something named before: `to take that step`."""
_EXPLETIVE = re.compile(
    r"\bit(?= (?:is|was|remains|seems|appears|becomes|became|would be|will be|may be)"
    r"(?: (?:not|no|also|still|therefore|thus|very|too|often|only|increasingly)){0,2}"
    r" (?:(?:clear|unclear|true|likely|unlikely|doubtful|possible|evident|obvious)"
    r" (?:that|whether|how)"
    r"|(?:feasible|difficult|hard|easy|possible|impossible|necessary|important|wrong|right|premature|"
    r"tempting|naive|unrealistic|misleading|futile|pointless) (?:to|for|that)\b))",
    re.IGNORECASE,
)
"""An `it` that stands for nothing before: `it is not feasible to …`."""
_BEHIND = re.compile(r"(?:For|To|In|With|From|As for) [^,]{2,40}, (?:it|they|he|she|this|that)\b")
"""A pronoun that only seems to have its noun before it: `For India, it offers …`."""
_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
_PRONOUN = re.compile(r"\b(?:they|them|he|she|him|his|her|it)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][\w’'-]+")
_WEB = re.compile(r"https?://|\]\(|www\.|[<>{}|_]{1}|@\w|#\w")
_BROKEN_OFF = re.compile(r"(?:\w+\s){0,2}\w+\s?[—–]\s(?:it|this|that|I|we)\b", re.IGNORECASE)
"""A speaker who begins again: `The — this is a new era`."""
TURNED, UNSEEN = 0.35, 0.28
"""Factors on a quotation that opens with a turn, used for want of a better, and on one that turns
in mid-sentence against what is not shown, which is cited and not quoted."""
SHORT, BRISK, LONG = 8, 22, 30
"""Words of a quotation that reads well, in columns of seven words a line."""


def titled(text: str) -> bool:
    """Tell whether a line is set like a heading: no stop, and most of its words in capitals."""
    said = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > TITLE]
    capitals = sum(word[0].isupper() for word in said)
    return not re.search(_STOPPED, text) and capitals >= MOSTLY * len(said)


TITLE, MOSTLY = 3, 0.7
"""Letters of a word that a title does not write small, and the part of them with a capital."""
_STOPPED = r"[.!?…。][\"”’»')\]]*$"


def turns(text: str) -> bool:
    """Tell whether a sentence opens with a turn against the one before: `But it is shut`."""
    return _TURN.match(text) is not None


@lru_cache(maxsize=65536)
def quotability(text: str, focus: tuple[int, int] | None) -> float:
    """Return how well a sentence stands alone as a quotation, 0 (hardly) to 1."""
    shown = snippet(text, focus)
    words = _EXPLETIVE.sub("", shown.text)
    score = _fitting(shown.size)
    turn = _TURN.match(words)
    opening = words[turn.end() :] if turn else words
    score *= TURNED if turn else UNSEEN if _AGAINST_UNSEEN.search(words) else 1.0
    begins = (_leaning(), _BEHIND, _anaphor())
    if any(one.match(opening[:1].upper() + opening[1:]) for one in begins):
        score *= 0.25
    if _dangling().search(words) or _back().search(words):
        score *= 0.4
    if _FIRST_PERSON.search(words) or words.startswith("If "):
        score *= 0.6
    first = _PRONOUN.search(words)
    before = words[: first.start()] if first else ""
    if first and not (_NAME.search(f". {before}") or states_in(before)):
        score *= 0.4  # a pronoun before any name; that of a state is one where it opens too
    if _WEB.search(words) or _BROKEN_OFF.match(words):
        score *= 0.2
    if re.search(r"\[\d{1,3}\]", words) or words.endswith(("?", ":")):
        score *= 0.4
    if text.count("“") != text.count("”") and text.count("‘") <= text.count("’"):
        score *= 0.2  # a mark that nothing opens or closes reads as a slip of ours
    if text[0] in '"“‘«':
        score *= 0.35
    if not shown.inner and not re.match(r"[\"“‘«A-Z\d\u0400-\u04ff\u4e00-\u9fff]", text):
        score *= 0.2
    return score if re.search(_STOPPED, text) else score * 0.2


def _fitting(size: int) -> float:
    """Return how well a number of words fits a quotation."""
    if size < SHORT:
        return 0.5
    if size <= BRISK:
        return 1.0
    if size <= LONG:
        return 0.85
    return 0.55 if size <= LONG + 10 else 0.3 if size <= LONG + 25 else 0.15

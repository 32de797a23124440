"""A figure in; what it measures in words that stand alone, out: `China–Russia trade`.

A table row is read without its sentence: its label names whose number it is, and what was left
out of it. A figure that cannot be named so gets no label, and no row.
"""

from __future__ import annotations

import re

from brief.collect.measures import (
    EXCEPT,
    Measure,
    is_physical,
    is_share,
    is_two_way,
    measured_noun,
    names_party,
    owner_of,
)
from brief.model.question import Party, Question
from brief.model.summary import Figure

LONGEST = 9
"""Words of a label."""
_STOP = re.compile(
    r"[,.;:()—–\[]|\s(?:in|by|since|during|at|as|and|while|when|after|before|which|that|who|is|are|"
    r"was|were|has|have|had|will|would|went|came|fell|rose|grew|reached|stood|remains?|remained|"
    r"amounted|accounted|accounting|made|make|now|over|per|until|but|or|from (?=\d)|"
    r"[a-z]{3,}ed|sa(?:y|id)|think|want|believe|see|saw|hold|held|feel|felt)\b"
)
_OF = re.compile(
    r"\s*(?:%|per\s?cent|percent)?\s*(?:\([^)]*\)\s*)?of\s+(?:the\s+|all\s+|its\s+)?(.+)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?"
_AFTER = re.compile(
    rf"\s+((?:to|from|with|between|of|in)\s+(?:the\s+)?{_NAME}(?:\s+and\s+{_NAME})?)(?![$€£¥])"
    r"|\s+(of\s+[a-z’'-]+(?:\s+and\s+[a-z’'-]+)?)(?=\s+(?:is|are|was|were|has|have|had|fell|rose)\b|[,.;])"
)
_GOES = re.compile(rf"\b(?:went|goes|go|came|comes|come)\s+(to|from)\s+({_NAME})")
_PEOPLE = re.compile(
    r"(?:[A-Z]\w+(?:ans|ese|ish|is|ns|ians)|\w*\s?(?:respondents|voters|people|citizens|experts|"
    r"adults|firms|companies|students|officials))$"
)
_PAIR = re.compile(r"\b(?:bilateral|two[ -]way|mutual|joint|total|overall|annual|common)\s*", re.I)
_BOTH = re.compile(
    r"\b(?:bilateral|the two|two (?:countries|sides|states|nations)|both|their)\b", re.I
)
_OWN = re.compile(r"^(?:the\s+)?(?:country|nation|state|kingdom|republic)[’']s\b", re.IGNORECASE)


def label(figure: Figure, found: Measure, question: Question) -> str:
    """Return what a figure measures in words that stand alone; empty where that is not known."""
    words = " ".join((_share(figure, found, question) or _named(figure, found, question)).split())
    if not words or len(words.split()) > LONGEST + 2:
        return ""
    if left_out := EXCEPT.search(figure.text):
        words = f"{words}, {left_out.group()[:1].lower()}{left_out.group()[1:].strip()}"
    return words[:1].upper() + words[1:]


def _share(figure: Figure, found: Measure, question: Question) -> str:
    """Return `share of Russian exports going to China` for `40% of Russian exports going …`."""
    if figure.unit != "%" or figure.change in ("up", "down"):
        return ""
    of = _OF.match(figure.text[figure.number.end - figure.start :])
    if not of:
        return ""
    whole = " ".join(of[1].split())
    stop = _STOP.search(whole)
    part = (whole[: stop.start()] if stop else whole).strip()
    if owner := owner_of(figure, question):
        part = _OWN.sub(f"{owner}’s", part)
        bare = measured_noun(found) and not re.search("[A-Z]", part) and not found.scope
        part = f"{owner}’s {part}" if bare else part
    if not 0 < len(part.split()) <= LONGEST:
        return ""
    rest = whole[len(part) :]
    if found.scope and not any(name in part for name in found.scope):
        return _with_owner(figure, part, found, question)
    if goes := _GOES.search(rest[:90]):
        return f"share of {part} {'going' if goes[1] == 'to' else 'coming'} {goes[1]} {goes[2]}"
    if _PEOPLE.search(part) and (does := re.match(r"\s(?:who\s)?([a-z][^,.;:()—–]+)", rest)):
        words = does[1].split()
        return f"share of {part} who {' '.join(words)}" if len(words) < LONGEST else ""
    return _with_owner(figure, part, found, question)


def _with_owner(figure: Figure, part: str, found: Measure, question: Question) -> str:
    whose = _whose(figure, part, found, question) if names_party(part, question) else ""
    if whose and re.search(r"\bto\b", part):  # the party named is where it goes, not whose it is
        return f"share of {whose} {part}"
    return f"{whose} share of {part}" if whose else ""


def _whose(figure: Figure, part: str, found: Measure, question: Question) -> str:
    """Return whose share it is: `EU`, `China’s`; empty where that is not plain."""
    others = [name for name in found.scope if name not in part]
    if others:
        return " and ".join(others) if len(others) <= 2 else ""
    parties = [one for one in question.parties if names_party(figure.text, _only(question, one))]
    rest = [one.name for one in parties if not names_party(part, _only(question, one))]
    return f"{rest[0]}’s" if len(rest) == 1 and len(parties) > 1 else ""


def _only(question: Question, party: Party) -> Question:
    return question.model_copy(update={"parties": (party,)})


def _named(figure: Figure, found: Measure, question: Question) -> str:
    """Return the noun of measurement with whose it is: `Chinese exports to Russia`."""
    noun = measured_noun(found)
    if not noun or not is_physical(figure.unit):
        return ""
    if figure.unit == "%" and figure.change not in ("up", "down") and not is_share(noun):
        return ""
    words = _reached(figure, found.shown)
    if names_party(words, question) and (noun != "share" or " of " in words):
        return words
    if noun == "share":
        return ""
    if is_two_way(noun) and (_BOTH.search(figure.text) or not found.scope):
        plain = re.sub(r"(?i)turnover|commerce", noun, _PAIR.sub("", words).strip()) or noun
        return f"{'–'.join(party.name for party in question.parties[:2])} {plain.lower()}"
    if re.search(r"\b[A-Z][a-z]", words[1:]):
        return words
    owner = owner_of(figure, question)
    first = words[:1] if re.match(r"\w*[A-Z0-9]", words[1:]) else words[:1].lower()
    return f"{owner}’s {first}{words[1:]}" if owner else ""


def _reached(figure: Figure, shown: str) -> str:
    """Return the words of a measure with the phrase that follows it: `exports to Russia`."""
    at = figure.text.find(shown) if shown else -1
    after = _AFTER.match(figure.text, at + len(shown)) if at >= 0 else None
    return f"{shown} {after[1] or after[2]}" if after else shown

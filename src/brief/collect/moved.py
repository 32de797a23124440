"""A count of things or people in, who sends or sells them to whom out: `shells sent by A to B`.

Also how often two met, who of one lives in the other, and who takes part in the exercises of both.
Both ends are told by the figure's own sentence, or the sender by the one before it.
"""

from __future__ import annotations

import re
from functools import cache

from brief.collect.measures import before, is_physical, last_sentences, parties_in, word_list
from brief.model.question import Question
from brief.model.summary import Figure

LONGEST = 8
"""Words of what is sent."""
NEAR = 60
"""Characters before a number in which a `not` denies it."""
_THING = r"[^\W\d_][\w’'-]*(?:(?:,|\sand|\sof|\sworth of)?\s[^\W\d_][\w’'-]*){0,7}?"
_NAME = r"(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}"
_GOODS_TO = re.compile(
    rf"\s?(?:worth of\s)?(?P<goods>{_THING})\s(?P<link>to|from)\s(?P<end>{_NAME})"
)
_GOODS = re.compile(
    rf"\s?(?P<goods>{_THING})(?=\s(?:who|that|which|are|were|have|will|since|in|by|over|last|this|so|for|during|and|to|at|from)\s|[,;.:)]|$)"
)
_RECEIVER = re.compile(rf"^\s(?P<end>{_NAME}) with\s(?:\S+\s){{0,3}}$")
_WHO = re.compile(rf"(?P<who>{_NAME})\s(?:[a-z]+\s){{0,3}}$")
_PASSIVE = re.compile(
    rf"\s(?P<goods>{_THING})\s(?:was|were|(?:has|have|had) been|are|is)\s(?:also\s)?"
    rf"(?P<verb>[a-z]+)\sto\s(?P<end>{_NAME})"
)
_LIVE = re.compile(
    rf"\s(?P<goods>{_THING})(?:\s(?:live|lives|work|works|study|studying|living|working))?\sin\s(?P<end>{_NAME})"
)
_MET = re.compile(
    rf"(?P<who>{_NAME}\sand\s{_NAME})\s(?:(?:have|had|seemed)\s)?(?:[^,;.]{{0,50}}\s)?met\W(?:\w+\s){{0,3}}$"
)
_EXERCISE = re.compile(
    r"\b(?:exercises?|drills?|man(?:oeuv|euv)res?|maneuvers?|war games?)\b", re.I
)
_SHORT = re.compile(r"\b[Tt]he (North|South)(?=\s[a-z]|[.,;]|\s?$)")
_NOT = re.compile(r"\b(?:not|never|denie[sd]|deny|no longer|could|might|may)\b")
"""What makes of a thing sent none, or only a possible one."""
_TAKE_PART = re.compile(
    r"\b(?:include[sd]?|including|involv(?:e|es|ed|ing)|with|saw|brought|t(?:ook|aking) part"
    r"|participated|joined)\b"
)


def moved(figure: Figure, question: Question, told: str) -> str:
    """Return what a count of things is of, with both ends of its way; empty where that is not told.

    `told` is what its article says before it.
    """
    at, after = figure.number.start - figure.start, figure.number.end - figure.start
    # the number itself may hold the noun counted
    things = figure.text.find(figure.measure, at, after + NEAR) if figure.measure else -1
    ahead, behind = before(figure), f" {figure.text[things if things > 0 else after :].lstrip()}"
    if figure.unit == "times":
        return _meetings(ahead, question)
    if figure.unit and is_physical(figure.unit):
        return ""
    sent = _passive(behind, question, told) or _active(ahead, behind, question)
    return sent or _living(behind, question) or _exercising(figure, behind, question, told)


def _meetings(ahead: str, question: Question) -> str:
    """Return `meetings of Putin and Xi` for `Putin and Xi have met ten times`."""
    met = _MET.search(ahead)
    if met is None or len(parties_in(met["who"], question)) < len(question.parties[:2]):
        return ""
    return f"meetings of {met['who']}"


def _active(ahead: str, behind: str, question: Question) -> str:
    """Return `shells sent by A to B` for `A has supplied B with 90 shells`, and its like."""
    verb = next(reversed(list(_verbs().finditer(ahead))), None)
    if verb is None or _NOT.search(ahead[-NEAR:]):
        return ""
    who = _WHO.search(ahead[: verb.start()])
    name = _party(who["who"], question) if who else ""
    if not name:
        return ""
    deed = _deed(verb.group())
    rest = ahead[verb.end() :]
    if receiver := _RECEIVER.match(rest):
        goods = _GOODS.match(behind)
        return _said(goods["goods"], deed, name, "to", receiver["end"], question) if goods else ""
    if len(rest.split()) > LONGEST // 2 or not (goods := _GOODS_TO.match(behind)):
        return ""
    if (deed in ("ordered", "bought")) != (goods["link"] == "from"):
        return ""
    return _said(goods["goods"], deed, name, goods["link"], goods["end"], question)


def _passive(behind: str, question: Question, told: str) -> str:
    """Return `shells sent by A to B` for `90 shells were sent to B`, where A is told."""
    found = _PASSIVE.match(behind)
    if found is None or not _verbs().fullmatch(found["verb"]):
        return ""
    end = _party(found["end"], question)
    if not end:
        return ""
    goods = found["goods"]
    if any(name != end for name in parties_in(goods, question)):
        return f"{_bare(goods)} {_deed(found['verb'])} to {_plain(found['end'])}"
    senders = [name for name in _parties(last_sentences(told)[0], question) if name != end]
    if len(senders) != 1:
        return ""
    return _said(goods, _deed(found["verb"]), senders[0], "to", found["end"], question)


def _living(behind: str, question: Question) -> str:
    """Return `Indian students in the United States` where both are parties."""
    found = _LIVE.match(behind)
    if found is None:
        return ""
    end, of = _party(found["end"], question), parties_in(found["goods"], question)
    if not end or len(of) != 1 or of[0] == end:
        return ""
    return f"{_bare(found['goods'])} in {_plain(found['end'])}"


def _exercising(figure: Figure, behind: str, question: Question, told: str) -> str:
    """Return `troops in exercises of A and B` where the exercises are theirs."""
    goods = _GOODS.match(behind)
    if goods is None or not _EXERCISE.search(figure.text) or figure.unit not in word_list("forces"):
        return ""
    if not _TAKE_PART.search(figure.text):
        return ""
    names = [party.name for party in question.parties[:2]]
    near = " ".join([*last_sentences(told, 2), figure.text])
    if not all(name in _parties(near, question) for name in names):
        return ""
    forces = figure.measure or figure.unit
    if len(parties_in(forces, question)) > 1:
        return f"{forces} in exercises"
    return f"{forces} in exercises of {names[0]} and {names[1]}"


def _said(goods: str, deed: str, who: str, link: str, end: str, question: Question) -> str:
    """Return a label of both ends; empty where both are one, or the other is no party."""
    other = _party(end, question)
    if not other or other == who or len(goods.split()) > LONGEST:
        return ""
    return f"{_bare(goods)} {deed} by {who} {link} {_plain(end)}"


def _bare(goods: str) -> str:
    return re.sub(r"\sworth of\s", " of ", re.sub(r"^(?:worth of|of)\s", "", goods.strip()))


def _plain(name: str) -> str:
    return re.sub(r"[’']s?$", "", name.strip()).rstrip(".")


def _party(words: str, question: Question) -> str:
    """Return the one party that words name, or that `the North` stands for."""
    named = _parties(words, question)
    return named[0] if len(named) == 1 else ""


def _parties(words: str, question: Question) -> list[str]:
    """Return the parties that words name; `the North` is North Korea, where that is one."""
    named, short = parties_in(words, question), _SHORT.search(words)
    return [
        party.name
        for party in question.parties
        if party.name in named or (short and party.name.startswith(f"{short[1]} "))
    ]


def _deed(verb: str) -> str:
    """Return `sold` for a verb of selling, `ordered` or `bought`, and `sent` for the others."""
    if verb.startswith(("sell", "sold", "export")):
        return "sold"
    if verb in word_list("buys"):
        return "ordered" if verb.startswith("order") else "bought"
    return "sent"


@cache
def _verbs() -> re.Pattern[str]:
    words = "|".join(
        sorted(word_list("gives") | word_list("buys") | word_list("moves"), key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{words})\b")

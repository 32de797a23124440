"""The sentences of a source in order in, the same with who stands for each out.

The engine says whose view a sentence states. For a question of the reader's three more things
matter: what a state wants is told by the author, and is no view of another's; a condition in the
record of a discussion is one side of it; and who calls a view wrong says its opposite.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from brief.compose.evidence.discussion_records import aired, announces, conceded, heard, record_of
from brief.compose.evidence.line import Line
from brief.vocabulary.lists import pattern
from brief.vocabulary.states import names
from brief.vocabulary.words import words

FAR = 4
"""Sentences back that a verdict on `this view` reaches."""
_ASSERTING = re.compile(
    r"\b(?:say|said|claim|den(?:y|ie)|accus|alleg|complain|warn|argu|admit|announc|assert|believ|"
    r"think|thought|fear|expect)\w*\b",
    re.IGNORECASE,
)
_rejects = pattern(__package__, "endorsement.yaml", r"{rejections}", re.IGNORECASE)
"""The author's verdict that a view just told is wrong."""
_wrong_is = pattern(
    __package__,
    "endorsement.yaml",
    r"(?:(?:But|Yet|And|Also|Just as|No less|Equally|Even more|More|Most|Perhaps|As)"
    r" )*(?:{wrong}),? (?:however, |too, )?(?:is|are|was|were|seems?|remains?) (?:the|any|"
    r"this|that|such) (?:\w+ ){0,2}?(?:{views})s?\b",
    re.IGNORECASE,
)
"""The same put first: `Equally wrong is the hope that …`."""
_HALVES = re.compile(r"[;:]\s|\s[—–]\s|,\s(?:but|yet|which|a (?:view|claim|hope|fear))\s")


def with_endorsers(lines: Sequence[Line], authors: Sequence[str]) -> list[Line]:
    """Return the lines with the voices that stand for them and the views they reject."""
    record = record_of(lines, authors)
    made: list[Line] = []
    case = ""
    for line in lines:
        one = _stated(line, made)
        if not one.own and _PARTLY.match(one.text):
            one = replace(one, voice="author")
        if one.own and not one.own_from and (crowd := _theirs(one, made)):
            one = replace(one, voice=crowd)
        one = conceded(aired(heard(one, lines) if record else one), case)
        made.append(_rejecting(one, made))
        case = line.passage if announces(line) else case
    return made


_WRITERS = (
    r"(?:analysts|authors|experts|scholars|observers|commentators|officials|critics|diplomats|"
    r"strategists|writers|researchers|economists|historians|pundits|sceptics|skeptics)"
)
_SAY = (
    r"(?:agree|argue|believe|claim|contend|expect|fear|hold|hope|insist|maintain|say|see|think|"
    r"suggest|assume|conclude|warn|deny|doubt)"
)
_CROWD_SAYS = re.compile(
    rf"((?:The |Many |Most |Some |Several |Other |Few )?(?:[A-Z][\w-]+ )*{_WRITERS}), "
    rf"[\w ]{{3,25}}, (?:\w+ )?{_SAY}\b"
)
"""What an author finds that others say: `The analysts, Soto finds, agree that …`."""
_THEY_SAY = re.compile(
    rf"(?:They (?:also |therefore |further |then |even )?(?:{_SAY}|ask|call|want|urge|demand)\b|"
    r"In their (?:eyes|view|opinion|reading)\b)"
)


def _theirs(line: Line, before: Sequence[Line]) -> str:
    """Return whose view a sentence tells that its author only puts on record; empty for none."""
    if found := _CROWD_SAYS.match(line.text):
        return found.group(1).removeprefix("The ")
    for last in reversed(before):
        if last.passage != line.passage or not _THEY_SAY.match(line.text):
            return ""
        if not last.own:
            return "" if _state(last.voice) else last.voice
    return ""


_PARTLY = re.compile(r"[^,;]{20,}?,? and, according to\b")
"""A sentence of which only what follows is another's: `it has sent ships and, according to …`."""


def _stated(line: Line, before: Sequence[Line]) -> Line:
    """Return what a state does or wants as told by the author, or by whose view it is part of."""
    if line.own or not _state(line.voice) or _ASSERTING.search(_past_name(line)):
        return line
    last = before[-1] if before and before[-1].passage == line.passage else None
    return replace(line, voice=last.voice if last and not _state(last.voice) else "author")


def _past_name(line: Line) -> str:
    """Return the sentence without its quotations."""
    return re.sub(r"[“\"][^”\"]*[”\"]", " ", line.text)


def _state(voice: str) -> bool:
    """Tell whether a voice is the name of a state and nothing more."""
    if voice.endswith(("ans", "ese", "ish")):
        return False  # Russians, and the Chinese
    split = words(voice.removeprefix("the "))
    return any(hit.tag and hit.last - hit.first == len(split) for hit in names().find(split))


def _rejecting(line: Line, before: Sequence[Line]) -> Line:
    """Return a line whose author calls a view wrong, with the view."""
    if line.own and (first := _wrong_is().match(line.text)):
        return replace(line, rejects=line.text[first.end() :])
    found = _rejects().search(line.text)
    if found is None:
        return _turning(line)
    halves = [one for one in _HALVES.finditer(line.text) if one.end() <= found.start()]
    if halves and not line.own:
        # with its verdict, a view that speaks against the thesis speaks for it
        rejects = line.text[: halves[-1].start()]
        return replace(line, voice="author", rejects=rejects, counter=False)
    if line.counter:
        return _turning(line)
    if not line.own:
        return line
    view: list[str] = []
    for one in reversed(before[-FAR:]):
        if one.passage != line.passage or (one.own and not one.counter):
            break
        view.insert(0, one.text)
    return replace(line, rejects=" ".join(view)) if view else line


_CROWD = re.compile(r"(?:Some|Many|Most|Several|Others|Few|Critics|Observers|Analysts)\b")
_REPORTING = re.compile(
    r"\b(?:say|said|claim|argu|assert|believ|think|thought|fear|hope|expect|speculat|infer|insist|"
    r"suggest|maintain|contend)\w*\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"[,;] but (?!also\b|they\b|s?he\b|that\b|who\b|which\b|to\b|not\b|their\b|his\b|her\b)"
    r"(?=[A-Z]|the\b|this\b|there\b|in\b|no\b|an?\b)"
)
"""Where an author turns against what he has just reported: `some hope that …, but Tokyo has …`."""
LEAST = 6
"""Words of what the author says against it."""


def _turning(line: Line) -> Line:
    """Return a reported view against which its reporter turns as from where he speaks himself."""
    found = _TURN.search(line.text)
    if line.own and not _CROWD.match(line.text):
        return line
    if found is None or len(line.text[found.end() :].split()) < LEAST:
        return line
    if not _REPORTING.search(line.text[: found.start()]):
        return line
    return replace(line, voice="author", own_from=found.end())

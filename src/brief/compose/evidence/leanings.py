"""A question and a library in; the lines that speak to it out, each with how far it leans."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import copysign

from brief.compose.evidence.assertion import tells_topic
from brief.compose.evidence.coreference import (
    clause_around,
    crossed,
    hands_over,
    parties_of,
    party_offers,
)
from brief.compose.evidence.discussion_records import ONE_VIEW
from brief.compose.evidence.factuality import nonfactual
from brief.compose.evidence.found import LEANS, Found
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import BOTH, names_others, with_names
from brief.compose.evidence.quotability import titled
from brief.compose.evidence.search import unexempted
from brief.compose.evidence.semantic_roles import around_them, owned
from brief.compose.evidence.ties import between, of_others
from brief.compose.evidence.tones import Tone, tone
from brief.compose.evidence.word_families import from_outside
from brief.model.audience import Standing, Theme
from brief.model.question import Question

_TALK = re.compile(
    r"\b(?:discussions?|debates?|debated|narratives?|talk of|speculat\w+|discourse|rhetoric|"
    r"commentar(?:y|ies)|features? prominently|the idea (?:of|that)|"
    r"the (?:\w+ )?(?:argument|case) for)\b",
    re.IGNORECASE,
)
_TAKES_NO_SIDE = re.compile(
    r"(?<!\beven )\bif\b(?! any\b| only\b| not\b(?! for\b))|"
    r"\b(?:unless|whether|supposing|provided that|in case)\b|"
    r"\b(?:will|would|to|due to|set to) (?:discuss|debate|consider|explore)\b|"
    r"^(?:instead of|rather than)\b|\b(?:looking|hoping|aiming|planning) to\b|"
    r"\bon (?:the )?one hand\b.*\bon the other\b|"
    r"\b(?:some|many|one|those)\b.{3,200}\b(?:while|but|and|whereas|;) (?:some )?others?\b",
    re.IGNORECASE | re.DOTALL,
)
"""A condition, an aim, what is set aside, or what some say and others deny."""
_DIVIDED = re.compile(
    r"\b(?:some|many|one|those)\b.{3,200}\b(?:while|but|whereas|;) (?:some )?others?\b",
    re.IGNORECASE | re.DOTALL,
)
"""Some say the one thing and others the other."""
_MADE_SMALL = re.compile(
    r"\b(?:keep|put|see|view|set|plac)\w* (?:[\w’'-]+ ){1,7}?in(?:to)? (?:\w+ )?"
    r"(?:context|perspective|proportion)\b|"
    r"\b(?:not|never|n[’']t|rarely|hardly|without|nor) (?:be )?(?:over-?stat|exaggerat|overestimat|"
    r"inflat|blown? up)\w*",
    re.IGNORECASE,
)
"""What is said to be less than it seems: `keep these quarrels in perspective`."""
_CONCEDES = re.compile(
    r"(?:To be sure|Of course|Granted|Admittedly|True|Certainly|No doubt|It is true that)\b",
    re.IGNORECASE,
)
"""An opening by which an author grants what he is about to outweigh."""
_WARNS = re.compile(r"\bwarn(?:s|ed)?\b")
"""Who warns of what would follow stands behind it."""
POSSIBLE = re.compile(r"\b(?:could|might)\b|(?<!\w)may\b(?! (?:have been|well)\b)")
"""A bare possibility, which is half of what its author says."""
_CUT_OFF = (";", ":", ",", "…")
"""Ends of an item of a list, and of what the next line goes on with: no whole sentence."""
_DEMANDS = re.compile(
    r"^(?:(?!\b(?:if|that)\b).)*\b(?:should|ought to)\b", re.IGNORECASE | re.DOTALL
)
"""What should be need not be."""
_WAS = re.compile(r"\b(?:helped|brought|drove|made|was|were|did)\b")
"""A claim on what once was."""
_SUPPOSED = re.compile(r"(?:Even )?If\b[^,;]*,")
"""An opening condition: where it supposes what is asked about, the rest says what would follow."""
_FIRM = re.compile(
    r"\b(?:would|will) (?:\w+ly |be |very |most |still |make |do |have ){0,3}?"
    r"(?:not|never|hardly|scarcely|unlikely|improbable|impossible|little|no|fail)\b",
    re.IGNORECASE,
)
"""What an author predicts all the same of what he supposes: `… , it would be unlikely to …`."""
HALF = 0.5
"""Factor on what is only possible, or against which the next sentence turns."""
_LISTING = re.compile(r"\bwhether (?=(?:along|in|on|over|by|through|at|with|for)\b)")
"""What opens a list, and leaves nothing open: `not to clash, whether at sea or on land`."""
HINTED, REJECTED = 0.3, 1.5
"""Lean from which a view takes a side, and the lean of the verdict that it is wrong."""
_UNNAMED = re.compile(
    r"^(?:They (?:say|claim|argue|think|believe|hold)|Some|Others|Many|These)\b"
    r"(?! (?:two|countries|states|powers)\b)"
    r"(?! (?:[\w-]+ )?(?:policies|measures|steps|moves|factors|deals|projects|sanctions)\b)"
)
"""An opening that leaves open whose view or deed the sentence tells."""
_VOUCHED = re.compile(
    r", (?:s?he|the author|[A-Z][\w-]+) (?:adds|finds|notes|observes|points out),"
)
"""Where the author himself tells it: `Some of the elite, he adds, distrust …`."""
CARRIES = 1.0
"""Lean from which one sentence carries a claim."""


def leaning(asked: Standing | Theme, library: Library) -> dict[str, list[Found]]:
    """Return by article the lines that speak to what is asked, each with its lean, best first."""
    claim = _asserted_by(asked)
    yes, no = (with_names(one, library.question) for one in (asked.to_yes, asked.to_no))
    reads = tone(yes, no, asked.tones, claim)
    made: dict[str, list[Found]] = {}
    outside = from_outside(claim)
    pair = len(parties_of(claim)) > 1 and not outside
    theirs = _of_the_tie(asked, claim, library.question)
    past = _WAS.search(claim) is not None
    places = library.find(asked.about, asked.along, claim, either=not claim)
    for article, lines in places.items():
        read = [_read(one, reads) for one in lines]
        read = [_of_the_two(one, library, theirs, pair) for one in read]
        if len(parties_of(claim)) != 1:  # else it is asked of the tie of one with somebody else
            read = [_not_strained_with_third(one, library.question) for one in read]
        read = [replace(one, sure=one.sure and not _of_an_aim(one.line, library)) for one in read]
        read = [_from_a_party(one, library.question) if outside else one for one in read]
        # what once was, long before the newest source, proves nothing of what is
        read = [replace(one, sure=one.sure and (past or not library.old(one.line))) for one in read]
        # what an author only grants, or reports to refute, is not what the source says
        read = [
            replace(one, lean=0.0, sides=(0.0, 0.0)) if one.line.weight < 0 else one for one in read
        ]
        made[article] = sorted(read, key=lambda one: (-one.score, one.line.start))
    return made


def _of_the_tie(asked: Standing | Theme, claim: str, question: Question) -> bool:
    """Tell whether it is asked what the two are to each other, and nothing of anybody else."""
    if claim:
        of_two = len(parties_of(claim)) > 1 and not from_outside(claim)
        return of_two and not names_others(claim, question)
    places = " ".join(asked.about).replace("*", "").replace("/", ", ")
    return BOTH in asked.along and bool(asked.to_yes) and not names_others(places, question)


def _of_the_two(one: Found, library: Library, theirs: bool, pair: bool) -> Found:
    """Return a line that proves nothing where its clause is on one party and another state.

    Where it is asked what somebody else does (`theirs` is false), it is not what a party gives;
    where it is asked what the two do to somebody else (`pair`), not what one of them gives to him.
    """
    line, asked = one.line, library.question
    if theirs:
        other = crossed(line.text, one.mark, one.subject, asked, own=line.own) or (
            one.mark is not None and around_them(line.text, one.mark, asked)
        )
    else:
        other = one.mark is not None and (
            party_offers(line.text, one.mark, asked)
            or (pair and hands_over(line.text, one.mark, asked))
        )
    return replace(one, sure=False, stated=False) if other else one


def _not_strained_with_third(one: Found, question: Question) -> Found:
    """Return a line that proves nothing where it is the tie of a party and a third that soured."""
    text = one.line.text
    if one.mark is None or not _SOURS.match(text[one.mark[0] :]):
        return one
    first, last = clause_around(text, one.mark)
    ties = [at for at in between(text) if first <= at[0] and at[1] <= last]
    theirs = bool(ties) and all(of_others(text, at, question) for at in ties)
    return replace(one, sure=False, stated=False) if theirs else one


_SOURS = re.compile(
    r"(?:strain|sour|tens|friction|quarrel|deteriorat|worsen|fray|rift|ruptur|cool|chill|hostil)",
    re.IGNORECASE,
)
"""What happens to a tie that goes bad."""


def _from_a_party(one: Found, question: Question) -> Found:
    """Return a line that proves nothing from outside where it names nobody there.

    It only goes on with who was named before, or all it tells of comes from a party.
    """
    theirs = not one.near or all(owned(one.line.text, at, question) for at in one.subject)
    return replace(one, sure=False, stated=False) if theirs else one


def turned(found: Mapping[str, Sequence[Found]]) -> dict[str, list[Found]]:
    """Return the same lines as they speak to a question whose yes is the other's no."""
    return {article: [_swapped(one) for one in lines] for article, lines in found.items()}


def _swapped(one: Found) -> Found:
    return replace(
        one, lean=-one.lean, hint=-one.hint, sides=one.sides[::-1], close=one.close[::-1]
    )


def _asserted_by(asked: Standing | Theme) -> str:
    """Return what a yes asserts."""
    return asked.claim_yes if isinstance(asked, Theme) else asked.claim


def _read(one: Found, reads: Tone) -> Found:
    """Return a line with its lean, the word that decides it kept in view."""
    if one.line.rejects:
        return _denied(one, reads)
    text = _LISTING.sub(lambda found: " " * len(found.group()), unexempted(one.line.stated))
    supposed = _SUPPOSED.match(text)
    firm = supposed is not None and one.line.own and reads.possible and _FIRM.search(text)
    places = one.subject
    if supposed:  # what follows from it is said; what it supposes is not
        at = supposed.end()
        text = " " * at + text[at:]
        places = tuple((max(first, at), max(last, at + 1)) for first, last in one.subject)
    weighed = reads.weigh(text, places)
    hint, mark = weighed.lean, weighed.mark
    loose = supposed is not None and not firm
    factor = _factor(one.line, text, supposed=loose, possible=reads.possible)
    plus, minus = factor * weighed.plus, factor * weighed.minus
    close = factor * weighed.close[0], factor * weighed.close[1]
    if not one.line.own and _DIVIDED.search(text) and abs(hint) >= HINTED:
        plus = minus = CARRIES
        close = (plus, minus)
    lean = plus - minus
    first, last = one.line.focus or (0, 0)
    if mark and abs(lean) >= LEANS:
        first, last = min(first, mark[0]), max(last, mark[1])
    line = replace(one.line, focus=(first, last))
    if reads.possible and lean >= LEANS and chance(one.line, text):
        plus = minus = CARRIES  # a chance: it may be so, and it may not
        close, lean = (plus, minus), 0.0
    imagined = nonfactual(one.line, text, mark, reads, predicts=bool(firm))
    sure = one.sure and not (
        imagined
        or titled(one.line.text)
        or tells_topic(one.line.text)
        or _aimed(text, one.subject)
        or one.line.text.rstrip().endswith(_CUT_OFF)
        or (one.line.own and _half_said(one.line, text, reads, loose))
    )
    return replace(
        one,
        lean=lean,
        hint=hint,
        sides=(plus, minus),
        close=close,
        sure=sure,
        stated=one.stated and not imagined,
        line=line,
        mark=mark,
    )


def _aimed(text: str, subject: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all that is asked about stands in what something is to do one day."""
    return bool(subject) and all(_AIMED.search(text[:first]) for first, _ in subject)


_AIMED = re.compile(
    r"\b(?:aim(?:ed|ing|s) (?:at|to)|"
    r"(?:intended|designed|meant|expected|due|set|poised) to)\b[^;:]*$"
)
"""Before a word: that something is to come to it, `a deal aimed at more trade`."""


def _of_an_aim(line: Line, library: Library) -> bool:
    """Tell whether a sentence goes on with what the one before only aims at: `This would be …`."""
    if not _THIS.match(line.text):
        return False
    before = [one for one in library.lines[line.article] if one.start < line.start]
    return bool(before) and _TARGET.search(before[-1].text) is not None


_THIS = re.compile(r"(?:This|That|It|Such) (?!year|month|week)\w+")
_TARGET = re.compile(
    r"\b(?:aim(?:ed|ing|s)? (?:at|for|to)|target(?:s|ed|ing)?|goal of|by 20\d\d)\b"
)
"""What is to be reached one day."""


def chance(line: Line, text: str) -> bool:
    """Tell whether an author says of what is asked only that it could come about."""
    return line.own and re.search(r"\b(?:could|might)\b", text) is not None


def _half_said(line: Line, text: str, reads: Tone, supposed: bool) -> bool:
    """Tell whether an author leaves open, grants or takes back what he says: it proves nothing."""
    possible = POSSIBLE.search(text) is not None and not reads.possible
    supposes = supposed and not reads.follows
    granted = _CONCEDES.match(line.text) is not None
    return possible or supposes or granted or line.taken_back or _DEMANDS.search(text) is not None


def _denied(one: Found, reads: Tone) -> Found:
    """Return a line that calls a view wrong: it says the opposite of that, outright."""
    lean = -reads.weigh(one.line.rejects, one.subject).lean
    if abs(lean) >= HINTED:
        lean = copysign(max(abs(lean), REJECTED), lean)
    sides = max(lean, 0.0), max(-lean, 0.0)
    return replace(one, lean=lean, hint=lean, sides=sides, close=sides)


def _factor(line: Line, text: str, *, supposed: bool, possible: bool) -> float:
    """Return how far a sentence says what its words say."""
    if line.voice == ONE_VIEW:
        return 1.0  # a condition is one side of a discussion
    if any(one.search(text) for one in (_TALK, _TAKES_NO_SIDE, _MADE_SMALL)):
        return 0.0
    if line.own and _UNNAMED.search(text.lstrip()) and not _VOUCHED.search(text):
        return 0.0
    said = POSSIBLE.search(text)
    doubtful = said is not None and (not possible or (line.own and said.group() != "may"))
    conditional = supposed and not _WARNS.search(text)
    return HALF if conditional or doubtful or line.taken_back else 1.0

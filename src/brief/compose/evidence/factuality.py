"""A sentence and the word that decides its lean in, whether it only says what would be so out.

What is meant, tried, wished, guessed, denied or was usual, but no longer is, proves nothing.
"""

from __future__ import annotations

import re

from brief.compose.evidence.assertion import told
from brief.compose.evidence.line import Line
from brief.compose.evidence.semantic_roles import PARTED
from brief.compose.evidence.tones import Tone

_WOULD = re.compile(r"\b(?:would|can)\b(?! (?:not|never|neither|hardly)\b)")
"""What is only supposed: a tie that would help both, or can, need not be there."""
_PLANNED = re.compile(
    r"\b(?:determined|ready|willing|prepared|keen|eager|resolved|poised) to\b|"
    r"\bma(?:de|kes?|king) \w+ing\b|"
    r"\b(?:(?:vow|intend)(?:s|ed|ing)?|pledge[sd]?|pledging|promise[sd]?|promising|aspire[sd]?|"
    r"aspiring|planned|planning|hope[sd]?|hoping|aim(?:s|ed|ing)|"
    r"(?:it|they|who|both|(?!The)[A-Z]\w+) plans?) to\b"
)
"""What is only meant to be."""
_WANTED = re.compile(
    r"\b(?:desperate for|(?:search|need|want|hop(?:e|es|ed|ing)|plead\w*|appeal\w*|"
    r"ask(?:s|ed|ing)?|look(?:s|ed|ing)?|begs?|begging|long(?:s|ed|ing)?|wait(?:s|ed|ing)?) "
    r"(?:of|for)) (?:[\w’'-]+ ){0,2}?$",
    re.IGNORECASE,
)
"""What somebody is without, and would have: `desperate for its …`, right before the word for it."""
_GROUND = re.compile(
    r"\b(?:prerequisites?|preconditions?|conditions?|basis|grounds?|path|potential|prospects?|"
    r"(?<!g[ai]ve )(?<!given )(?<!gives )way|"
    r"scope|room|hopes?|plans?|(?<!joint )(?<!common )(?<!cooperated )efforts?|attempts?|"
    r"intentions?|aim|goal|purpose|possibilit(?:y|ies)|"
    r"opportunit(?:y|ies)|desire|wish|bid|proposals?|calls?|need) (?:for|to|of) (?:\w+ )?$",
    re.IGNORECASE,
)
"""What is only prepared, or tried: `the basis for closer …`, right before the word for it."""
_MEANT = re.compile(
    r"\b(?:intentions?|desire|determination|willingness|readiness|plans?|wish) of "
    r"(?:[\w’'-]+ ){1,5}?to (?:\w+ [^,;:]*)?$"
)
"""What somebody means to do: `the intention of both states to go on despite …`."""
_TALKS = re.compile(
    r"\b(?:talks|negotiations?|discussions?|consultations?) (?:to|on|about|over|towards?)\b[^,;:]*$"
)
"""What is only talked about: `talks to close a pact and to deepen …`."""
_PERHAPS = re.compile(r"\b(?:potentially|possibly|perhaps|presumably|supposedly)\b", re.IGNORECASE)
"""What is only guessed."""
_DID_NOT = re.compile(r"\b(?:did not|didn[’']t|had not|hadn[’']t) (?:\w+ )?$")
"""One deed that was not done, right before the word for it: it shows no lasting want of it."""
_PRESSED = re.compile(r"\bpressure\b[^,;:]* to (?:\w+ )?$")
"""What somebody is pressed to do: `pressure on Oman to leave its partner`."""
_USUAL = re.compile(
    r"\b(?:typically|traditionally|historically|usually|officially|formally|nominally|ostensibly|"
    r"on paper|in theory|on the surface)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"[,;] (?:but|yet|though|although)\b")
"""What was usual, or is so in name, and what holds instead: `it was usually neutral, but …`."""
_ENDED = re.compile(
    r"[^,;:.]*?\b(?:(?:gave|gives?|given|giving) way to|"
    r"(?:was|were|been|is|are|being) (?:\w+ly )?(?:replaced|overcome|superseded|succeeded) by)\b"
)
"""What ended: `the old enmity gave way to trade`, behind the word for it."""
_OWN_PLAN = re.compile(r"(?:They|He|She|We|It|I) (?:would|will)\b")
"""What a speaker says that he will do himself: `They would trade more, they said`."""
_THE_MORE = re.compile(
    r"\bthe (?:more|less|\w+er)\b[^,;:.]{2,40}(?=, the (?:more|less|fewer|\w+er)\b)", re.IGNORECASE
)
"""On what something else hangs: `the fiercer the rivalry, the closer the talks`."""
_RANGE = re.compile(r"From [^,]* to [^,]*(?=, (?:the|this|it|its|our|we|they)\b)")
"""What only says how far something reaches: `From old rivalries to new trade, the book …`."""
_VOWED = re.compile(
    r"\b(?:commitments?|commit(?:s|ted)?|determination|resolve|readiness|willingness|interest|"
    r"pledges?) (?:themselves )?(?:to|in) (?:[\w-]+ly )?[\w-]+ing$"
)
"""What somebody says that he means to do, the word for it at the end: `commitment to deepening`."""
_TO_COME = re.compile(
    r"\bwill (?:[\w-]+ly |also |soon |then )?(?:transfer|deliver|supply|sell|provide|send|ship|"
    r"lease|donate|hand|acquire|purchase|buy|receive|get|deploy)$"
)
"""What is to change hands, the word for it at the end: it has not yet."""
_CLOSER = re.compile(r"(?:closer|deeper|warmer|tighter|stronger|greater)\b", re.IGNORECASE)
_THEN_WOULD = re.compile(r"[^,;:.]*?\bwould\b(?! (?:not|never|hardly)\b)")
"""What is more than is there, and would do something: `Closer ties would be a shift`."""
_CHARGED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing|edly)|suspect(?:s|ed)?|"
    r"rumou?red)\b"
)
"""What somebody is charged with, or denies: it is not said that it is so."""
_WHILE = re.compile(r"\bwhile (?:\w+ly )?\w+ing\b[^,;:]*$")
"""What goes along with what a sentence says: `they met, while trading less`."""
_DESPITE = re.compile(r"\b(?:[Dd]espite|[Ii]n spite of|[Nn]otwithstanding)\b[^,;:]*$")
"""What a sentence only mentions, to say what holds all the same."""
_THEN = re.compile(r"\b(?:that|which) (?:had|were|was)\b[^,;:]*$")
"""What once was, of a thing that is no longer so: `a thaw in relations that had been frozen`."""


_EXPECTED = re.compile(
    r"\bha(?:ve|s|d) (?:long |often )?(?:anticipated|expected|hoped|predicted|assumed) that\b"
    r"[^;:.]*\bwould\b"
)
"""What people long thought would come: it has not come, or is not said to have."""


def nonfactual(
    line: Line, text: str, mark: tuple[int, int] | None, reads: Tone, *, predicts: bool
) -> bool:
    """Tell whether the word that decides says what would be, is meant to be, or is denied to be.

    What another is told to think is told with a `would` of its own, and so is what an author
    `predicts`.
    """
    if mark is None:
        return False
    before = PARTED.split(text[: mark[0]])[-1]
    aside = [
        _DESPITE,
        _PERHAPS,
        _WANTED,
        _DID_NOT,
        _THEN,
        _PRESSED,
        *(() if reads.meant else (_PLANNED, _GROUND, _TALKS, _MEANT)),
    ]
    if line.own:
        aside += [_CHARGED, *(() if reads.follows or predicts else (_WOULD,))]
    if _WHILE.search(text[: mark[1]]) or not told(text, [mark]):
        return True
    if not (reads.meant or reads.follows) and _ahead(text[: mark[1]]):
        return True
    if not reads.follows and _CLOSER.match(text[mark[0] :]) and _THEN_WOULD.match(text, mark[1]):
        return True
    if _USUAL.search(before) and _BUT.search(text, mark[1]):
        return True
    if _ENDED.match(text, mark[1]):
        return True
    if not line.own and _OWN_PLAN.match(text) and not (reads.meant or reads.follows):
        return True
    expected = _EXPECTED.search(text)
    if expected and expected.start() < mark[0]:
        return True
    held = _THE_MORE.search(text)
    if held and held.start() <= mark[0] < held.end():
        return True
    reach = _RANGE.match(text)
    ranged = reach is not None and mark[0] < reach.end()
    return ranged or any(one.search(before) for one in aside)


def _ahead(text: str) -> bool:
    """Tell whether the last word of a text is vowed, or will change hands."""
    return _VOWED.search(text) is not None or _TO_COME.search(text) is not None

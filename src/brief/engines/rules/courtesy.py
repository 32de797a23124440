"""A sentence in, whether it only greets, thanks, opens a meeting or hands the floor on.

What people say at the begin and the end of an interview or a debate claims nothing, however firmly
they say it: `I am pleased to have three of our fellows with us today`.
"""

from __future__ import annotations

import re

_LEAD = (
    r"(?:(?:and|so|well|now|great|okay|ok|yes|sure|first of all|again|with that|finally|mr\.? \w+"
    r"|my lords|minister|ambassador|(?-i:[A-Z])\w+(?= ?[,.:]))\s*[,.:!]?\s+){0,3}"
)
_GLAD = (
    r"(?:very |so |really |also |just |truly )*(?:pleased|delighted|happy|honou?red|glad|grateful"
    r"|thrilled|excited|an? (?:great |real |distinct )?(?:pleasure|honou?r|privilege))"
)
_OPENS = re.compile(
    _LEAD + r"(?:"
    r"(?:many |my )?(?:thank you|thanks)(?! to\b)\b"
    r"|(?:hello|hi|good (?:morning|afternoon|evening)|greetings)"
    r"(?=[,.!]|,? (?:everyone|everybody|all|and (?:thank|welcome)|ladies|my|to (?:you|all)))"
    r"|welcome(?: back)?(?=,? (?:everyone|all|to (?:the|this|our|another)|ladies)|[.!])"
    rf"|(?:I|we|it)(?: am| are| is|[’']m|[’']re|[’']s) {_GLAD}(?: for (?:me|us))?"
    r" (?:to (?:be (?:here|with|joined|back|able to (?:welcome|join|speak))|welcome|join|introduce"
    r"|host|open (?:this|the|today)|speak (?:at|to|with)|follow|have [^.]{0,80}"
    r"\b(?:with us|here|today|joining|speakers?|guests?|panel))"
    r"|(?:that )?(?:you|he|she|they) (?:could|can|are able to) (?:be|join))"
    r"|(?:with that|without further ado)(?=[,.]| (?:I|we|let)\b)"
    r"|(?:I[’']ll|I will|let me|we[’']ll|we will|let[’']s|let us|why don[’']t we|shall we|I want to"
    r"|I[’']d like to) (?:now |just |first |also |then |quickly )*"
    r"(?:(?:turn|hand|pass|throw|go|move|give)"
    r" (?:it |things |the (?:floor|mic|microphone|word) )?(?:over |back |on )?(?:first )?to "
    r"(?=(?-i:[A-Z])|you|our|questions|the (?:audience|floor|panel))"
    r"|(?:go ahead and )?(?:get started|(?:start|begin) with you|open (?:it )?up|kick (?:it )?off)"
    r"|be (?:distributing|taking|circulating|recording)\b)"
    r"|(?:just )?a (?:couple|few) (?:of )?(?:quick )?(?:housekeeping|notes|announcements)\b"
    r"|(?:let me|allow me to|I would like to|I[’']d like to) (?:begin|start|open) (?:by|with)\b"
    r"[^.]{0,80}\b(?:questions|issues|remarks|points|topics|words|announcements?|statement)\b"
    r"|that[’']s an? (?:very )?(?:great|good|excellent|fair|interesting) question\b"
    r"|(?:this|the|a) (?:transcript|recording) (?:of [^.]{0,40})?will\b"
    r"|(?:joining|with) (?:me|us) (?:today|tonight|now|here|on)\b"
    r")",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:housekeeping (?:notes?|items?|announcements?)"
    r"|thank(?:s| you)(?: \w+){0,3} for (?:joining|having|being|coming|your (?:time|question))"
    r"|take your questions|turn to your questions"
    r"|(?:over|back) to you)\b",
    re.IGNORECASE,
)
# "Press Secretary Ms. Ana Kovac: Good afternoon."
_LABEL = re.compile(r"[A-Z][^:?!]{2,60}:\s+")
_LONGEST = 50


def is_courtesy(text: str) -> bool:
    """Tell whether a sentence is small talk of a meeting and no statement."""
    if len(text.split()) > _LONGEST:
        return False
    label = _LABEL.match(text)
    return bool(_OPENS.match(text, label.end() if label else 0) or _WITHIN.search(text))

"""A sentence in, what of it is shown out: whole, or shortened by whole clauses at its ends.

What is dropped never holds a negation, a condition, a hedge, a contrast or an attribution, so
that the shortened quotation says what the whole one says.
"""

from __future__ import annotations

import re

TOO_LONG = 44
"""Words above which a quotation is shortened where that is safe."""
LEAST = 9
"""Words that must remain."""
_CLAUSE = re.compile(
    r"(?:;|\s[—–]|—|,(?=\s(?:and|which|who|where|as|with|including|especially|"
    r"such as|so that|because|since|while|whereas)\b))\s*"
)
_KEEPS_MEANING = re.compile(
    r"\b(?:not|n['’]t|no|nor|never|none|neither|without|cannot|hardly|barely|scarcely|few|little|"
    r"only|unless|until|if|except|provided|but|however|although|though|despite|yet|while|whereas|"
    r"may|might|could|would|perhaps|possibly|likely|unlikely|probably|some|many|most|several|"
    r"according|argues?|argued|says?|said|claims?|claimed|suggests?|suggested|believes?|believed|"
    r"contends?|warns?|warned|notes?|noted|reportedly|allegedly|alleged|so-called|rather|instead|"
    r"less|fail\w*|lack\w*|den(?:y|ies|ied)|reject\w*|doubt\w*|against|contrary|than)\b"
    r"|n['’]t\b|[\"“”‘«»?]",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[“«(\[]")
_CLOSING = re.compile(r"[”»)\]]")


def shown(text: str, limit: int = TOO_LONG) -> tuple[str, bool]:
    """Return the words of a sentence to show, and whether clauses were dropped at its end.

    The result is a prefix of `text`. A sentence that cannot be shortened safely stays whole.
    """
    if len(text.split()) <= limit:
        return text, False
    for cut in reversed([found.start() for found in _CLAUSE.finditer(text)]):
        kept, dropped = text[:cut].rstrip(), text[cut:]
        if _KEEPS_MEANING.search(dropped) or not _even(kept):
            break
        if LEAST <= len(kept.split()) <= limit:
            return kept, True
    return text, False


def _even(text: str) -> bool:
    """Tell whether no bracket or quotation mark is left open."""
    paired = len(_OPENING.findall(text)) == len(_CLOSING.findall(text))
    return paired and text.count('"') % 2 == 0

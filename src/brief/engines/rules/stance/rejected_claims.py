"""The words of a sentence in, the claims that it rejects out: what stands in one is denied.

`The idea that they are allies was questioned, as were claims that they trust each other` doubts
both; a denial inside such a claim is doubted with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from brief.engines.rules.stance.lexicon import phrases, word_list
from brief.vocabulary.words import Word, keep, lows

_CLAIM = 4  # words of a claim at the least, before its verdict
_AGAIN = 5  # words in which `as were claims that` says the verdict of the clause before anew
_CHANCES = frozenset(["possibility", "prospect", "likelihood", "idea", "notion", "existence"])
_LIKE = frozenset(["as", "so", "nor"])
_BE = frozenset(["is", "are", "was", "were"])


@dataclass(frozen=True, slots=True)
class RejectedClaim:
    """Words `first` to `last` (exclusive) are what is claimed and rejected."""

    first: int
    last: int
    talk: bool = False
    """True for what is only talked of: `fears of a rift are unfounded`."""
    supposed: bool = False
    """True for what somebody would be wrong to think: `if he expects them to ally, he errs`."""
    affirmed: bool = False
    """True for what those deny who are wrong: `critics who deny that they are allies forget …`."""

    def holds(self, index: int) -> bool:
        """Tell whether a word stands in the claim."""
        return self.first <= index < self.last


def rejected_claims(text: list[Word]) -> list[RejectedClaim]:
    """Return the claims that a sentence rejects, from left to right."""
    return keep(text, "rejected_claims", lambda: _rejected_claims(text))


def claim_around(text: list[Word], index: int) -> RejectedClaim | None:
    """Return the rejected claim that a word stands in."""
    return next((one for one in rejected_claims(text) if one.holds(index)), None)


def _rejected_claims(text: list[Word]) -> list[RejectedClaim]:
    said = lows(text)
    claimed = word_list("claimed")
    that_clauses = [at for at, low in enumerate(said) if low == "that"]
    nouns = {at + 1: _noun(text, at) for at in that_clauses if at}
    claims = [first for first, noun in nouns.items() if said[noun] in claimed]
    # "the idea that", and then what is claimed
    claims += [
        at + 1
        for at in range(1, len(text) - 1)
        if said[at] == "of" and said[at - 1] in _CHANCES and _disputed(text, at + 1)
    ]  # "questions the possibility of", and then what may be
    claims += [at for at in _told(said, that_clauses) if at not in claims]
    unsaid = _unsaid(text, that_clauses)
    claims += unsaid
    claims.sort()
    verdicts = [hit for hit in phrases("refuted").find(text) if _refutes(text, hit.first)]
    found: list[RejectedClaim] = []
    for number, first in enumerate(claims):
        until = claims[number + 1] - _AGAIN if number + 1 < len(claims) else len(text)
        after = [hit.first for hit in verdicts if first + _CLAIM <= hit.first < until]
        if after:
            found.append(RejectedClaim(first, after[0]))
        elif (
            _disputed(text, nouns.get(first, first - 2) + 2)
            or _called_wrong(text, first - 2)
            or first in unsaid
        ):
            found.append(RejectedClaim(first, _end(text, first)))
        elif found and _likewise(text, first):
            found.append(RejectedClaim(first, len(text)))
    verdict_at = [hit.first for hit in verdicts]
    return [*found, *_talk(text, verdict_at), *_supposed(text), *_held(text, verdict_at)]


def _noun(text: list[Word], that: int) -> int:
    """Return the word before `that`, and before an aside: `the view[, heard in Oslo,] that`."""
    if not text[that].apart:
        return that - 1
    opens = (at for at in range(that - 1, max(0, that - _ASIDE), -1) if text[at].apart)
    return next(opens, that) - 1


_ASIDE = 12  # words of an aside between a claim and its `that`


def _told(said: list[str], that_clauses: list[int]) -> list[int]:
    """Return where opens what is commonly said: `it is sometimes argued that …`."""
    return [
        at + 1
        for at in that_clauses
        if at > 1 and said[at - 1] in _SAID and "it" in said[max(0, at - _AGAIN) : at]
    ]


_SAID = frozenset(["said", "argued", "claimed", "believed", "assumed", "feared", "thought"])


def _called_wrong(text: list[Word], at: int) -> bool:
    """Tell whether a noun for a claim says that it is wrong: `the myth`, `a naive belief`."""
    wrong = text[at].text in _MYTHS or text[max(0, at - 1)].text in word_list("wrong")
    before = {word.text for word in text[max(0, at - _AGAIN) : at]}
    if before & _SCANT and before & _PROOF:
        return True  # "we find only weak support for the thesis that"
    return wrong and not before & (word_list("denials") | {"hardly"})


def _unsaid(text: list[Word], that_clauses: list[int]) -> list[int]:
    """Return where a claim opens that cannot be made: `one can hardly maintain, today, that …`."""
    ends = [hit.last for hit in phrases("unsayable").find(text)] if that_clauses else []
    opens = [at + 1 for at in that_clauses if at + 1 < len(text)]
    firsts = (next((at for at in opens if last <= at <= last + _LATER), 0) for last in ends)
    return sorted({at for at in firsts if at})


_SCANT = frozenset(["weak", "little", "no", "scant", "thin", "scarce", "meager", "slim"])
_PROOF = frozenset(["support", "evidence", "proof", "basis", "grounds"])
_LATER = 10  # words between a verb of saying and the claim: `maintain, after all we know, that …`
_MYTHS = frozenset(
    ["myth", "misconception", "illusion", "delusion", "fiction", "fantasy", "fallacy"]
)


def _refutes(text: list[Word], at: int) -> bool:
    """Tell whether a verdict rejects: it opens with a denial (`does not hold up`), or has none."""
    return text[at].text in word_list("negations") or not _denied(text, at)


def _disputed(text: list[Word], first: int) -> bool:
    """Tell whether a verb rejects a claim named after it: `dispelled the old notion that`."""
    start = max(0, first - _VERB)
    verbs = word_list("disputing")
    at = next((n for n in range(start, first - 2) if text[n].text in verbs), -1)
    if at < 0 or (at and text[at - 1].text in _NOUN):
        return False
    if any(word.apart for word in text[at + 1 : first - 1]):
        return False
    ahead = {word.text for word in text[max(0, at - _AGAIN) : at]}
    return not ahead & (word_list("denials") | {"cannot"})


def _end(text: list[Word], first: int) -> int:
    """Return where a claim that opens at `first` ends: at the next comma."""
    return next((n for n in range(first + 1, len(text)) if text[n].apart), len(text))


def _talk(text: list[Word], verdicts: list[int]) -> list[RejectedClaim]:
    """Return what is talked of and called wrong: `reports of a rift are nonsense`."""
    if not verdicts:
        return []
    told = [
        at + 1 + (text[at].text != "predicting")
        for at in range(len(text) - 1)
        if text[at].text == "predicting"
        or (text[at].text in word_list("rumored") and text[at + 1].text in ("of", "about", "that"))
    ]
    return [RejectedClaim(first, last, talk=True) for first, last in _until(verdicts, told)]


def _supposed(text: list[Word]) -> list[RejectedClaim]:
    """Return what somebody would be wrong to think: `if it thinks they will ally, it is wrong`."""
    wrong = [hit.first for hit in phrases("mistaken").find(text)]
    if not wrong or not any(word.text in _SUPPOSING for word in text):
        return []
    since = next(at for at, word in enumerate(text) if word.text in _SUPPOSING)
    thinks = [at + 1 for at in range(since, len(text)) if text[at].text in word_list("thinking")]
    spans = _until(wrong, thinks[:1], least=_CLAIM)
    return [RejectedClaim(first, last, supposed=True) for first, last in spans]


def _held(text: list[Word], verdicts: list[int]) -> list[RejectedClaim]:
    """Return what is held by those who are wrong: `observers who see a pact in it are mistaken`."""
    wrong = [*verdicts, *(hit.first for hit in phrases("mistaken").find(text))]
    if not wrong:
        return []
    holders = [at for at in range(1, len(text) - 2) if text[at].text == "who"]
    thinks = [_verb(text, at + 1) for at in holders]
    spans = _until(wrong, [at + 1 for at in thinks if at])
    denying = word_list("doubts")
    return [RejectedClaim(a, z, affirmed=text[a - 1].text in denying) for a, z in spans]


def _verb(text: list[Word], at: int) -> int:
    """Return where somebody is said to think something, here or a word on; 0 where nobody is."""
    return next((n for n in (at, at + 1) if text[n].text in word_list("thinking")), 0)


def _until(verdicts: list[int], opens: list[int], *, least: int = 1) -> Iterator[tuple[int, int]]:
    """Return each place where a claim opens and its first verdict, at least so many words on."""
    for first in opens:
        after = [at for at in verdicts if at >= first + least]
        if after:
            yield first, min(after)


_VERB = 7  # words from a verb that rejects to the claim: `opposes the old and tired view that`
_NOUN = frozenset(["the", "a", "this", "that"])  # "the question of the idea that …"
_SUPPOSING = frozenset(["if", "when", "whenever"])


def _denied(text: list[Word], at: int) -> bool:
    """Tell whether a verdict is itself denied: `cannot be called wrong`, `is not a myth`."""
    denials = word_list("negations") | {"hardly", "cannot"}
    return any(word.text in denials for word in text[at : at + 3])


def _likewise(text: list[Word], first: int) -> bool:
    """Tell whether a claim shares the verdict of the one before: `as were claims that`."""
    before = [word.text for word in text[max(0, first - _AGAIN) : first - 2]]
    return any(one in _LIKE and two in _BE for one, two in pairwise(before))

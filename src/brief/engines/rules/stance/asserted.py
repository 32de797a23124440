"""A word for the relation in; whether its clause says that the thing is so, out."""

from __future__ import annotations

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import word_list
from brief.engines.rules.stance.operators import Operators
from brief.vocabulary.words import Hit, Word, lows

_AMONG = [["one", "of", whose] for whose in ("its", "their", "his", "our", "the")]
_OBJECT = 7  # words between a verb and what it makes
_PREDICATE = 6  # words between a subject and what is said of it
_NEAR = 3  # words between what affirms something and it
_ROLE = 10  # words from `important` to the ally that one is important as
_DRIVEN = 10  # words from `drive` to what two are driven into

_TITLED = frozenset(["titled", "entitled", "subtitled", "headlined", "themed", "title", "theme"])
_ANYBODY = frozenset(["any", "anyone", "anybody", "third", "others", "nobody"])
_TURNED = 3  # words behind a tie that tell on whom it is turned
_SIZE = 3  # words from an article to its noun


def only_spoken_of(cue: Hit, text: list[Word], *, denied: bool) -> bool:
    """Tell whether a word neither affirms nor denies: it is in a title, or its aim is denied."""
    return _in_title(cue, text) or (denied and _aimless(cue, text))


def _in_title(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word stands in what something is called: `a webinar titled “A New Pact”`."""
    opens = [at for at in range(1, cue.first + 1) if set(text[at].gap) & set('"“‘')]
    return bool(opens) and text[opens[-1] - 1].text in _TITLED


def _aimless(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word is said to be turned on nobody: `not a bloc against any third state`.

    What is denied so is the aim; that there is a bloc is not.
    """
    after = lows(text[cue.last : cue.last + _TURNED])
    before = lows(text[max(0, cue.first - _SIZE) : cue.first])
    toward = after[1:] if after[:1] in (["aimed"], ["directed"]) else after
    turned = toward[:1] in (["against"], ["at"]) and not _ANYBODY.isdisjoint(toward[1:2])
    return turned and not {"a", "an"}.isdisjoint(before)


def _in_role(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word only says as what one is needed: `important to Oman as an ally`."""
    before = lows(text[max(0, cue.first - _ROLE) : cue.first])
    at = next((n for n, low in enumerate(before) if low in word_list("needed")), -1)
    beside = any(word.apart for word in text[max(0, cue.first - _NEAR) : cue.first])
    return at >= 0 and "as" in before[at:] and not beside


def _driven(cue: Hit, text: list[Word], part: Clause) -> bool:
    """Tell whether it is said what brings two into it: `drives them into a formal alliance`."""
    before = lows(text[max(part.first, cue.first - _DRIVEN) : cue.first])
    near = before[-_NEAR:]
    return "into" in near and not word_list("driving").isdisjoint(before)


def asserted(cue: Hit, text: list[Word], part: Clause, ops: Operators) -> bool:
    """Tell whether a clause says that the thing is so, and does not only speak of it.

    `They are allies`, `an axis is emerging`, `what amounts to a pact`; but not `the cost of the
    alliance` or `met its ally`.
    """
    if any(hit.first - cue.last <= _PREDICATE and cue.last <= hit.first for hit in ops.after):
        return True
    if any(hit.last <= cue.first <= hit.last + _NEAR for hit in ops.undo):
        return True
    if any(word.text in word_list("emerging") for word in text[max(0, cue.first - 3) : cue.first]):
        return True  # "this emerging alliance"
    if _in_role(cue, text):
        return False
    if _driven(cue, text, part):
        return True
    verbs = word_list("makes")
    for index in range(cue.first - 1, max(part.first, cue.first - _OBJECT) - 1, -1):
        word = text[index]
        if word.text in verbs:
            return True
        if [one.text for one in text[max(0, index - 2) : index + 1]] in _AMONG:
            continue  # "is one of its closest allies"
        if word.text == "of" and text[index - 1].text == "one":
            continue
        if word.text in word_list("ends_object") or word.apart:
            return False
    return False

"""The words of a sentence and where its subject stands in; which words are said of it, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.engines.rules.stance.clauses import Clause
from brief.vocabulary.lists import pattern
from brief.vocabulary.words import Hit, Word

APART, OWN_APART = 0.35, 0.7
"""Factor on a shared word in a clause that does not speak of the question's subject, and on a
question's own word that stands far from it."""
OWN_NEAR, NEAR = 16, 9
"""Words from the subject beyond which a question's own word, and a shared one, counts as apart,
even in one clause."""


def proximity(
    cue: Hit, split: Sequence[Word], parts: Sequence[Clause], about: Sequence[int]
) -> float:
    """Return the factor on a word by how near to what is asked about it stands."""
    if cue.tag[:3] == "own":
        return 1.0 if _close(cue, range(len(split)), about, OWN_NEAR) else OWN_APART
    reach = _reach(clause_of(parts, cue), parts, split)
    return 1.0 if _close(cue, reach, about, NEAR + _put_in(reach, parts, split)) else APART


def beside(cue: Hit, split: Sequence[Word], parts: Sequence[Clause], about: Sequence[int]) -> bool:
    """Tell whether a word is said of what is asked about: in its clause, or right beside it.

    What a list after it holds is meant too: `More causes followed: …`.
    """
    here = [place for place in about if not _then(split, place, cue)]
    if cue.tag[:3] == "own":
        beside = _close(cue, range(len(split)), here, BESIDE)
    else:
        here = [place for place in here if not _turns(split, place, cue)]
        reach = _reach(clause_of(parts, cue), parts, split)
        beside = _close(cue, reach, here, NEAR + _put_in(reach, parts, split))
    if beside:
        return True
    if split[cue.last - 1].text.endswith("ing"):
        return False  # "the deepening ties show trends, namely …": what is said of the ties
    after = (split[cue.last : place + 1] for place in about if place > cue.first)
    return any(":" in one.gap or one.text in _LISTS for some in after for one in some)


def _turns(split: Sequence[Word], place: int, cue: Hit) -> bool:
    """Tell whether a new subject stands between: `trade fell, and its growing role …`."""
    first, last = sorted((place, cue.first))
    return any(
        "," in split[at].gap
        and split[at].text in _JOINS
        and _SUBJECTS.fullmatch(split[at + 1].text) is not None
        for at in range(first + 1, last)
    )


def _then(split: Sequence[Word], place: int, cue: Hit) -> bool:
    """Tell whether a word stands in a clause that only says when: `it grew after he dropped …`."""
    between = range(place + 1, cue.first)
    return any(
        split[at].text in _WHEN and (split[at + 1].capital or split[at + 1].text in _SUBJECT)
        for at in between
        if at + 1 < cue.first
    )


_WHEN = frozenset(["after", "before", "when", "until", "once"])
_SUBJECT = frozenset(["it", "he", "she", "they", "the", "its", "his", "their", "both"])


def of_another(cue: Hit, split: Sequence[Word], about: Sequence[int]) -> bool:
    """Tell whether a cause is told, and what is asked about is none: `its stand follows from …`."""
    return split[cue.last - 1].text == "from" and bool(about) and max(about) < cue.first


_JOINS = frozenset(["and", "but", "while", "whereas", "yet"])
BESIDE = 20
"""Words from the subject within which a question's own word is said of it across clauses."""
_LISTS = frozenset(["including", "namely"])


def in_passing(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a verb only says which one is meant: `blame lies with the curbs that hamper it`.

    What is put first with `It was` is what the sentence asserts; what opens it as in `Signed in
    May, the pact worries Oman` is not.
    """
    if cue.first == 0 and _FRONTED.fullmatch(split[0].text):
        return True
    verb = cue.first - (cue.first > 0 and split[cue.first - 1].text in _HELPS)
    before = [word.text for word in split[max(0, verb - 2) : verb]]
    named = len(before) == 2 and before[1] in _WHICH and not _content().match(before[0])
    plain = named and not {",", ";", ":"} & set(split[verb - 1].gap)
    return plain and split[0].text not in ("it", "there")


_FRONTED = re.compile(r"signed|held|announced|launched|struck|inked|concluded|sealed")


def in_marks(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word stands alone in quotation marks, as that of another: `"neutral"`."""
    ends = cue.last == len(split)
    closed = ends or split[cue.last].gap.lstrip(_STOPS).startswith(_CLOSING)
    return closed and split[cue.first].gap.endswith(_OPENING)


_OPENING, _CLOSING, _STOPS = tuple("“‘\"'"), tuple("”’\"'"), ".,;:!?"
"""Marks around a word, and what American spelling sets before the second."""


def of_some(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word only says which people are meant: `even those who want closer ties`."""
    for at in range(max(1, cue.first - SOME), cue.first):
        between = (word.gap for word in split[at + 1 : cue.first + 1])
        if split[at].text == "who" and split[at - 1].text in _SOME:
            return not any("," in gap for gap in between)
    return False


def pretended(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word only says what somebody gives himself out to be: `a pose of neutrality`.

    What is `so called` is no more.
    """
    before = [word.text for word in split[max(0, cue.first - POSE) : cue.first]]
    called = before[-2:] == ["so", "called"]
    return called or any(_POSE.fullmatch(word) for word in before)


POSE = 4
"""Words that a pretense reaches."""
_POSE = re.compile(
    r"pos(?:e|es|ed|ing|ture|tures|turing)|preten[cds]\w*|pretext\w*|guise|fa[cç]ades?|veneer|"
    r"profess(?:es|ed|ing|edly)?|ostensibl[ey]|purported(?:ly)?|feign\w*|masquerad\w*|sham"
)
SOME = 6
"""Words in which a clause on some people holds what they are known by."""
_SOME = frozenset(["those", "people", "anyone", "everyone", "all", "any", "many", "some", "men"])


def remedied(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word is what something is to end: `it will help to heal the mistrust`."""
    return any(_REMEDY.match(word.text) for word in split[max(0, cue.first - CURED) : cue.first])


CURED = 5
"""Words that the cure of something reaches."""
_REMEDY = re.compile(
    r"(?:heal|overc[oa]m|mend|eas(?:e|es|ed|ing)$|dispel|allay|cur(?:e|es|ed|ing)$|remed|bridge|bridging|"
    r"bury|buried|repair|lessen|soothe|defus|sooth|smooth|surmount|transcend|reconcil|calm)"
)


def relieves(cue: Hit, split: Sequence[Word]) -> bool:
    """Tell whether a word of growing less is said of a hindrance: `it reduces the barriers`."""
    less = any(_LESSENS.match(word.text) for word in split[cue.first : cue.last])
    return less and any(_HINDRANCE.match(word.text) for word in split[cue.last : cue.last + EASED])


EASED = 4
"""Words after a verb in which the hindrance stands that it makes less."""
_LESSENS = re.compile(
    r"(?:reduc|lower|decreas|shrink|shrank|diminish|lessen|remov|limit|cut|drop|f[ae]ll)"
)
_HINDRANCE = re.compile(
    r"(?:barrier|obstacle|hurdle|impediment|tension|friction|mistrust|distrust|suspicion|difference|"
    r"hostilit|restriction|risk)"
)


_WHICH = frozenset(["that", "which", "who"])
_HELPS = frozenset(["will", "would", "can", "could", "may", "might", "has", "have", "had"])
_content = pattern(__package__, "proximity.yaml", r"(?:{whole})$|(?:{begun})")
"""What a `that` follows which opens what is said, and not which one is meant."""


def is_subject(cue: Hit, split: Sequence[Word], subject: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word is what the question is about: `a breakthrough would alter …`."""
    first, last = split[cue.first].start, split[cue.last - 1].end
    return any(one <= first and last <= other for one, other in subject)


def _close(cue: Hit, reach: range, about: Sequence[int], near: int) -> bool:
    return any(place in reach and abs(place - cue.first) <= near for place in about)


def _reach(clause: Clause, parts: Sequence[Clause], split: Sequence[Word]) -> range:
    """Return the words among which a clause has its subject: its own, and those it goes on from.

    `…, which was opposed by both` and `…, will fail` have theirs in what stands before.
    """
    first, at = clause.first, parts.index(clause)
    while at and (_goes_on(split[first : first + 2]) or _in_pair(split, first)):
        at -= 1
        if at and _is_put_in(parts[at], split):
            at -= 1
        first = parts[at].first
    return range(first, clause.last)


def _put_in(reach: range, parts: Sequence[Clause], split: Sequence[Word]) -> int:
    """Return how many words are only put in: a verdict is no farther from its subject for them."""
    within = (one for one in parts if one.first in reach and one.last - 1 in reach)
    return sum(one.last - one.first for one in within if _is_put_in(one, split))


def _is_put_in(clause: Clause, split: Sequence[Word]) -> bool:
    """Tell whether a clause only says what stands before it: `the plan—a bid to …—will fail`."""
    opens = split[clause.first]
    dashed = any(sign in opens.gap for sign in "—–") and clause.last < len(split)
    return dashed and any(sign in split[clause.last].gap for sign in "—–") and opens.text in _A


def _in_pair(split: Sequence[Word], first: int) -> bool:
    """Tell whether an `and` only joins a pair: `a wedge between the one and the other will …`.

    So it does between two names: `the trade of the Chileans and Peru is growing`.
    """
    names = [one.capital for one in (*split[first - 1 : first], *split[first + 1 : first + 2])]
    if split[first].text == "and" and names == [True, True]:
        return True
    before = [word.text for word in split[max(0, first - PAIR) : first]]
    return split[first].text == "and" and any(word in ("between", "both") for word in before)


_A = frozenset(["a", "an", "the", "namely"])
PAIR = 4
"""Words before an `and` that open a pair."""


def _goes_on(opening: Sequence[Word]) -> bool:
    """Tell whether a clause that opens so has no subject of its own: `, but differ in …`."""
    if opening[0].text in ("but", "yet", "and") and len(opening) > 1:
        return not opening[1].capital and not _SUBJECTS.fullmatch(opening[1].text)
    return _GOES_ON.fullmatch(opening[0].text) is not None


_SUBJECTS = re.compile(
    r"the|an?|this|that|these|those|such|no|some|many|most|all|both|each|it|they|s?he|we|i|"
    r"its|their|his|her|there"
)
_GOES_ON = re.compile(
    r"which|who|is|are|was|were|has|have|had|will|would|can|cannot|could|should|must|does|did|do"
)


def word_at(split: Sequence[Word], offset: int) -> int:
    """Return the word at, or next after, an offset in the text."""
    return next((at for at, word in enumerate(split) if word.end > offset), len(split))


def clause_of(parts: Sequence[Clause], cue: Hit) -> Clause:
    """Return the clause in which a word stands."""
    return next(part for part in parts if part.first <= cue.first < part.last)

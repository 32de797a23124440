"""The words of a sentence in, the operators over it out: what denies, undoes, hedges, dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import phrases, word_list
from brief.vocabulary.words import Hit, Word, keep, lows

_NEAR = 9  # words after a denial in which what it only compares is looked for
_MODALS = ("hedge", "would", "ought", "wish", "talk", "ascribed", "certain")
_DENIALS = ("deny", "doubt", "damage", "wreck", "soothe", "alone", "short", "far_short", "dismiss")


@dataclass(frozen=True, slots=True, eq=False)
class Operators:
    """Where the operators stand in a sentence; the same only where they are one object."""

    before: list[Hit]
    after: list[Hit]
    undo: list[Hit]
    modal: list[Hit]
    past: list[Hit]
    unknown: list[Hit]
    topics: list[Hit]
    """Nouns for what is between states: `the partnership`, `their ties`."""


def read_operators(text: list[Word], cues: Iterable[Hit] = ()) -> Operators:
    """Find every operator of a sentence; those inside one of its `cues` are part of that."""
    longer = [cue for cue in cues if cue.last - cue.first > 1]
    return keep(text, ("operators", *longer), lambda: _operators(text, longer))


def _operators(text: list[Word], longer: list[Hit]) -> Operators:
    undo = phrases("only", "exceed", "amount", "approach").find(text)
    amounts = [hit for hit in undo if hit.tag == "amount"]
    before = [
        hit
        for hit in phrases(*_DENIALS).find(text)
        if not any(other.first <= hit.first < other.last for other in amounts)
    ]
    before = [hit for hit in before if not any(_part_of(hit, cue) for cue in longer)]
    before = [hit for hit in before if not _idle(hit, text) and not _right(hit, text)]
    return Operators(
        before=sorted(
            [
                *before,
                *_outdone(text),
                *_to_call(text),
                *_for_there(text),
                *_any_more(text),
                *_preferred(text),
            ],
            key=lambda hit: hit.first,
        ),
        after=[
            hit
            for hit in phrases("deny_after", "doubt_after", "exist", "eased").find(text)
            if not _lack_of(hit, text)
        ],
        undo=undo,
        modal=[
            hit
            for hit in phrases(*_MODALS).find(text)
            if not any(other.first <= hit.first < other.last for other in amounts)
        ],
        past=phrases("past", "past_verb", "not_past").find(text),
        unknown=phrases("unknown").find(text),
        topics=phrases("topic").find(text),
    )


def _outdone(text: list[Word]) -> list[Hit]:
    """Return what denies in a comparison: `more likely than …`, and `less an alliance than …`."""
    if "than" not in lows(text):
        return []
    likelier = lesser = False
    found: list[Hit] = []
    for index, word in enumerate(text):
        if word.text == "likelier":
            likelier = True
        elif word.text in ("likely", "probable", "plausible", "realistic", "promising"):
            likelier = index > 0 and text[index - 1].text == "more"
        elif word.text in ("rather", "sooner") and index and text[index - 1].text in _WOULD:
            likelier = True
        elif word.text == "than" and likelier:
            found.append(Hit(index, index + 1, "doubt"))
        elif word.text == "than" and lesser:
            lesser = False
        elif (
            word.text == "less"
            and not _nothing_before(text, index)
            and any(one.text == "than" for one in text[index + 1 :])
        ):
            lesser = True
            found.append(Hit(index, index + 1, "deny"))
    return found


_WOULD = frozenset(["would", "'d", "’d"])


def _preferred(text: list[Word]) -> list[Hit]:
    """Return the `to` of `prefers a loose friendship to a binding alliance`."""
    since = next((at for at, low in enumerate(lows(text)) if low.startswith("prefer")), -1)
    if since < 0:
        return []
    return [
        Hit(at, at + 1, "deny")
        for at in range(since + 2, len(text) - 1)
        if text[at].text == "to" and text[at + 1].text in ("a", "an", "any", "the", "formal")
    ][:1]


def _nothing_before(text: list[Word], index: int) -> bool:
    """Tell whether a word follows `nothing`, `no` or `not`: `nothing less than`."""
    return index > 0 and text[index - 1].text in ("nothing", "no", "not", "n't", "or", "and")


def _to_call(text: list[Word]) -> list[Hit]:
    """Return the `to call` of `To call them allies is to flatter both`, which denies the word."""
    skip = 1 if text and text[0].text in ("but", "yet", "still") else 0
    opens = [word.text for word in text[skip : skip + 2]]
    named = opens[:1] == ["to"] and opens[1:] and opens[1] in word_list("verdicts")
    verdict = named and any(
        one.text in ("is", "would") and two.text in ("to", "be", "premature", "wrong", "misleading")
        for one, two in pairwise(text)
    )
    return [Hit(skip, skip + 2, "deny")] if verdict else []


def _for_there(text: list[Word]) -> list[Hit]:
    """Return the `for there to be` of `there are too many quarrels for there to be an alliance`."""
    lows = [word.text for word in text]
    if "there" not in lows:
        return []
    return [
        Hit(at, at + 4, "deny")
        for at in range(1, len(text) - 4)
        if lows[at : at + 4] == ["for", "there", "to", "be"]
        and _TOO & set(lows[:at])
        and not word_list("denials") & set(lows[:at])
    ]


_TOO = frozenset(["many", "much", "little"])


def _any_more(text: list[Word]) -> list[Hit]:
    """Return the `any more than` of `they will not fight for us any more than we for them`."""
    lows = [word.text for word in text]
    if "any" not in lows:
        return []
    return [
        Hit(at, at + 3, "deny")
        for at in range(1, len(text) - 3)
        if lows[at : at + 3] == ["any", "more", "than"] and word_list("denials") & set(lows[:at])
    ]


def governing(hits: list[Hit], text: list[Word]) -> list[Hit]:
    """Drop a denial that another takes up anew: `barely friends, and certainly not allies`."""
    later = [hit for place, hit in enumerate(hits) if place and _anew(hits[place - 1], hit, text)]
    return [hit for hit in hits if not later or hit.first >= later[-1].first]


def _anew(before: Hit, hit: Hit, text: list[Word]) -> bool:
    """Tell whether a denial begins a further member of a list: `…, and certainly not`."""
    if text[hit.first].text == "any" or text[hit.first].text in _BARELY:
        return True
    if hit.first > before.last and text[hit.first - 1].text == "and":
        return True  # "never joined and never formed", "shuns NATO and refuses an alliance"
    at = hit.first
    while at > before.last and text[at - 1].text in _LEADS and not text[at].apart:
        at -= 1
    if not before.last <= at or text[hit.first].text not in word_list("denials"):
        return False
    return text[at].apart or text[at - 1].text in ("and", "but")


_BARELY = frozenset(["hardly", "scarcely", "barely"])
"""What stands with no other denial in its clause: one before it is of another."""
_LEADS = frozenset(
    ["and", "but", "certainly", "surely", "definitely", "probably", "clearly", "still", "yet",
     "are", "is", "were", "was", "do", "does", "did", "have", "has", "will", "would", "can"]
)  # fmt: skip


def past_aside(hit: Hit, text: list[Word]) -> bool:
    """Tell whether a denial reaches past an aside: `too many for there to be, as some say, a …`."""
    after = text[hit.last : hit.last + 1]
    for_there = hit.last - hit.first > 2 and text[hit.first].text == "for"
    return for_there and any(one.apart and one.text == "as" for one in after)


def _lack_of(hit: Hit, text: list[Word]) -> bool:
    """Tell whether a want is one of something else: `suspicion, lack of contact and quarrels`."""
    noun = text[hit.first].text == "lack" and hit.last < len(text)
    return noun and text[hit.last].text == "of"


def _idle(hit: Hit, text: list[Word]) -> bool:
    """Tell whether a denial denies nothing of what follows: `not whether`, `to deny that …`.

    `No two states stand closer`, `not whether but when`, `to deny that they are allies is to …`.
    """
    word = text[hit.first].text
    if word == "not" and hit.first and text[hit.first - 1].text == "or":
        return True  # "sealed or not, the pact holds"
    if text[hit.first].capital and word in word_list("surnames"):
        return True  # a president, and not what outdoes something
    ahead = [one.text for one in text[hit.last : hit.last + _NEAR]]
    after = ahead[0] if ahead else ""
    asked = next((low for low in ahead if low not in _QUESTION), "")
    if asked in ("whether", "if", "when"):  # "no longer a question of whether, only of when"
        return word in ("not", "n't") or "longer" in (after, text[hit.last - 1].text)
    if word in ("not", "n't") and after in word_list("merely"):
        return any(one.text == "but" for one in text[hit.last + _BUT :])  # "not only … but …"
    if word == "far" and _FACTS & {one.text for one in text[hit.last : hit.last + 2]}:
        return True  # "far from the reality of their quarrels": these are real
    if word == "not" and after == "since":
        return True  # "not since 1904 have they had such an ally"
    if word in word_list("failing") and after in word_list("notices"):
        return text[0].text not in ("i", "we", "one")  # "they failed to see that it is a pact"
    if hit.tag == "dismiss" and _wrongly(hit, text):
        return True  # "it errs by dismissing the pact that now takes shape"
    taken = word in word_list("denials") and {"mistake", "confuse"} & set(ahead[:2])
    if taken and (word, after) != ("no", "mistake"):
        return bool({"for", "with"} & set(ahead[2:6]))  # "nobody will mistake it for a pact"
    if text[hit.last - 1].text == "for" and _beyond(text, hit.last):
        return True  # "it is hard for many to grasp their alliance": it is there
    if word in word_list("hinders") and after == "by":
        return True  # "hampered by distrust"
    if word == "no" and after in _BETTER and {"proof", "evidence", "sign"} & set(ahead[1:2]):
        return True  # "no clearer proof of their alliance is needed"
    if word == "without" and _indispensable(hit, text):
        return True  # "without the alliance it could not have gone on"
    if word == "no" and _unrivaled(hit, text):
        return True  # "no alliance is stronger than theirs"
    if word in word_list("negations") and after in _HOPED and hit.first:
        return text[hit.first - 1].text in ("had", "have")  # "had not hoped to see it"
    near = {one.text for one in text[hit.last : hit.last + _NEAR]}
    if word == "never" and (near & word_list("never_so") or _as_close(text, hit.last)):
        return True  # "never have they stood so close"
    if near & word_list("names_only") and word in word_list("shy"):
        return True  # "they avoid the word alliance"
    if word == "no" and after in word_list("no_matter"):
        return True  # "in no small measure", "it is no coincidence"
    if word == "no" and after in ("two", "other"):
        return any(one.text in ("closer", "nearer", "more", "better") for one in text[hit.last :])
    return word in word_list("doubts") and hit.first == 1 and text[0].text == "to"


def _beyond(text: list[Word], since: int) -> bool:
    """Tell whether what is hard for somebody is to take in what is there: `for many to grasp`."""
    ahead = [word.text for word in text[since : since + _WHOM]]
    at = ahead.index("to") if "to" in ahead else len(ahead)
    return not _TAKES_IN.isdisjoint(ahead[at + 1 : at + 2])


_WHOM = 7  # words from `hard for` to what it is hard to do
_TAKES_IN = frozenset(
    ["grasp", "understand", "comprehend", "fathom", "accept", "explain", "ignore", "overlook",
     "stomach", "digest", "deny", "miss"]
)  # fmt: skip


def _indispensable(hit: Hit, text: list[Word]) -> bool:
    """Tell whether `without` opens with what is there: `without its ally it would not have won`."""
    definite = text[hit.last].text in ("the", "its", "their", "his", "this", "such")
    rest = [word.text for word in text[hit.last :]]
    return definite and any(one in _COULD and two in _NEVER for one, two in pairwise(rest))


def _wrongly(hit: Hit, text: list[Word]) -> bool:
    """Tell whether to dismiss something is itself called wrong: `makes a mistake by dismissing`."""
    before = [word.text for word in text[: hit.first]]
    return before[-1:] in (["by"], ["in"]) and bool(_ERRORS & set(before[-_NEAR:]))


def _unrivaled(hit: Hit, text: list[Word]) -> bool:
    """Tell whether `no` opens a comparison: `no pact in Europe is stronger than theirs`."""
    after = text[hit.last : hit.last + _NEAR]
    until = next((n for n, word in enumerate(after) if word.apart), len(after))
    lows = [word.text for word in after[:until]]
    return any(one in _GREATER and two == "than" for one, two in pairwise(lows)) and not (
        word_list("denials") & set(lows)
    )


_QUESTION = frozenset(["longer", "a", "the", "question", "matter", "issue", "of"])
_BETTER = frozenset(["clearer", "better", "further", "greater", "stronger", "more", "surer"])
_COULD = frozenset(["could", "would"])
_NEVER = frozenset(["not", "n't", "never", "hardly", "scarcely", "be", "have"])
_FACTS = frozenset(["reality", "realities", "facts", "truth"])
_ERRORS = frozenset(["mistake", "error", "blunder", "err", "errs", "wrong", "mistaken", "risks"])
_GREATER = frozenset(["closer", "nearer", "stronger", "firmer", "deeper", "tighter", "warmer"])
_HOPED = frozenset(["hoped", "expected", "dared", "dreamed", "dreamt", "thought", "imagined"])
_BUT = 3  # words of `not only` and what it adds to, at the least


def _as_close(text: list[Word], since: int) -> bool:
    """Tell whether `as` compares soon after a word: `never as close as now`."""
    return any(
        one.text == "as" and two.text in word_list("graded")
        for one, two in pairwise(text[since : since + _NEAR])
    )


def _right(hit: Hit, text: list[Word]) -> bool:
    """Tell whether those who expect something are said to be right: `will be proved right`."""
    if text[hit.first].text not in ("those", "anyone", "anybody", "people", "whoever", "they"):
        return False
    return any(word.text in ("right", "correct", "vindicated", "justified") for word in text)


def _part_of(hit: Hit, cue: Hit) -> bool:
    """Tell whether a phrase is a smaller part of another."""
    return (
        cue.first <= hit.first
        and hit.last <= cue.last
        and (hit.first, hit.last) != (cue.first, cue.last)
    )


def overlap(one: Hit, other: Hit) -> bool:
    """Tell whether two phrases share a word."""
    return one.first < other.last and other.first < one.last


def inside(hit: Hit, clause: Clause) -> bool:
    """Tell whether a phrase begins in a clause."""
    return clause.first <= hit.first < clause.last

"""The words of a sentence in, its clauses out: where negation stops, and what is only granted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brief.engines.rules.stance.lexicon import phrases, word_list
from brief.engines.rules.stance.rejected_claims import rejected_claims
from brief.vocabulary.words import Hit, Word, keep

Role = Literal["main", "granted", "condition"]

_HARD = frozenset(";:()—–…")
_PRONOUNS = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "we",
        "this",
        "that",
        "these",
        "those",
        "there",
        "who",
        "which",
        "one",
        "some",
    ]
)
_FINITE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "do",
        "does",
        "did",
        "remain",
        "remains",
        "continue",
        "continues",
    ]
)
_OPENS = _PRONOUNS | frozenset(
    ["the", "a", "an", "its", "their", "both", "neither", "each", "all", "no", "such", "his", "her"]
)
_JOINS = frozenset({"and", "or", "so", "nor", "which", "who", "whose", "where", "as", "because"})
_SUBJECTS = frozenset(["it", "they", "he", "she", "we"])
_CONCLUDES = frozenset(["therefore", "thus", "hence", "consequently"])
_ASIDE = 5  # words of a granted aside between two commas: `a real, if uneasy, friendship`
_MIN_GRANTED = 1  # words of a granted clause before a comma may end it


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to `last` (exclusive) of a sentence."""

    first: int
    last: int
    role: Role
    weight: float
    """How much the speaker stands behind it: 1 asserted, 0 only supposed."""


GRANTED, OUTWEIGHED = 0.08, 0.12
"""Weight of what is granted (`although …`), and of what a `but` outweighs."""


def clauses(text: list[Word], names: dict[int, int] | None = None) -> list[Clause]:
    """Return the clauses of a sentence in order; `names` says where names begin and end."""
    names = names or {}
    return keep(text, ("clauses", *names.items()), lambda: _clauses(text, names))


def _clauses(text: list[Word], names: dict[int, int]) -> list[Clause]:
    openers = {
        hit.first: hit.tag
        for hit in phrases("concede", "condition", "contrast").find(text)
        if text[hit.first].text != "under" or not hit.first or text[hit.first].apart
    }  # "signed under the pact of 1999" opens nothing
    if text and text[0].text in ("with", "whatever"):
        openers[0] = "concede"  # "with trade at a record, …" only says what goes along
    pieces = _pieces(text, openers, names)
    aside = _set_aside(text)
    if aside:
        pieces = [(0, aside), *((max(a, aside), b) for a, b in pieces if b > aside)]
    roles = _roles(pieces, openers)
    roles[0] = "granted" if aside else roles[0]
    turn = max(
        (
            n
            for n, (first, _) in enumerate(pieces)
            if n and _turns(text, first, openers) and not _corrects(text, pieces[n - 1][0], first)
        ),
        default=0,
    )
    thought = rejected_claims(text)
    found: list[Clause] = []
    for number, ((first, last), role) in enumerate(zip(pieces, roles, strict=True)):
        if role == "main" and number + 1 < len(pieces) and _sees(text, first, last):
            role = "granted"
        if role == "condition" and any(one.supposed and one.holds(last - 1) for one in thought):
            role = "main"  # what one would be wrong to think is not only supposed
        if role == "main" and any(
            not _done(text, hit) for hit in phrases("granting").within(text, first, last)
        ):
            role = "granted"
        weight = {"main": 1.0, "granted": GRANTED, "condition": 0.0}[role]
        if number < turn and role == "main":
            weight = OUTWEIGHED
        found.append(Clause(first, last, role, weight))
    return found


def _set_aside(text: list[Word]) -> int:
    """Return where a sentence goes on that opens by setting a thing aside: `Their vows aside, …`.

    0 where it does not: what is set aside is a thing, and no statement of its own.
    """
    for index in range(1, min(len(text) - 1, _SET_ASIDE)):
        if text[index].text in ("notwithstanding", "aside"):
            return index + 1 if text[index + 1].apart and not text[index].apart else 0
        if text[index].text in _FINITE or text[index].apart:
            return 0
    return 0


_SET_ASIDE = 16  # words of a thing set aside


def _sees(text: list[Word], first: int, last: int) -> bool:
    """Tell whether a clause only says what somebody takes a thing for: `What Oslo sees as a pact`.

    What it is stands in the next one.
    """
    here = [word.text for word in text[first:last]]
    return here[:1] == ["what"] and any(low in _TAKEN for low in here[2:_SIGHT])


_TAKEN = frozenset(
    ["see", "sees", "call", "calls", "regard", "regards", "describe", "describes", "dismiss",
     "dismisses", "portray", "portrays", "paint", "paints"]
)  # fmt: skip
_SIGHT = 6  # words in which somebody takes a thing for something
_IS = frozenset(["is", "are", "looks", "look", "appears", "appear", "seems", "seem", "remains"])


def _done(text: list[Word], hit: Hit) -> bool:
    """Tell whether a phrase is part of what is said: `have officially formed an alliance`."""
    before = text[hit.first - 1].text if hit.first else ""
    if any(w.text.startswith("remain") for w in text[max(0, hit.first - 2) : hit.first]):
        return True  # "has remained largely on paper"
    after = text[hit.last].text if hit.last < len(text) else ""
    return before in ("has", "have", "had", "been") and after.endswith(("ed", "en"))


def _turns(text: list[Word], first: int, openers: dict[int, str]) -> bool:
    """Tell whether a clause that begins at `first` outweighs what stands before it.

    A denial after `but` adds to that: `fragile, but not yet at an end`.
    """
    denials = word_list("negations") | {"without", "nor"}
    adds = first + 1 < len(text) and text[first + 1].text in denials
    return openers.get(first) == "contrast" and not adds


def _corrects(text: list[Word], since: int, first: int) -> bool:
    """Tell whether a `but` only sets a phrase right: `not mistrust, but the lack of a cause`."""
    denials = word_list("negations") | {"no"}
    denied = any(word.text in denials for word in text[since:first])
    grows = first + 1 < len(text) and text[first + 1].text in ("more", "much", "something")
    rest = [word.text for word in text[first + 1 : first + 9]]
    own = next((n for n, word in enumerate(rest) if word in ("that", "who", "which")), len(rest))
    stated = any(word in _FINITE or word in _SUBJECTS for word in rest[:own])
    return text[first].text == "but" and denied and not grows and not stated


def _pieces(
    text: list[Word], openers: dict[int, str], names: dict[int, int]
) -> list[tuple[int, int]]:
    """Cut a sentence where a clause begins."""
    cuts = [0]
    for index in range(1, len(text)):
        word = text[index]
        may = word.gap or word.text in _MAY_BEGIN or index in openers
        if may and _begins(text, index, cuts[-1], openers, names):
            cuts.append(index)
    return [(first, last) for first, last in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _begins(
    text: list[Word], index: int, since: int, openers: dict[int, str], names: dict[int, int]
) -> bool:
    """Tell whether a clause begins at `index`, `since` being the start of the one before."""
    word = text[index]
    if word.gap and not _HARD.isdisjoint(word.gap) and not _short_for(text, index):
        return not (index in names and index in names.values() and len(word.gap) == 1)
    if index in openers and not _idiom(text, index):
        return openers[index] != "contrast" or word.apart or word.text in ("but", "yet")
    if word.text == "and" and index + 1 < len(text):
        after = text[index + 1].text
        follows = index + 2 < len(text) and text[index + 2].text in _FINITE
        each = word.apart and follows and after in ("neither", "both", "each", "either")
        if index + 1 in names and index in names.values() and not each:
            return False
        if after in _CONCLUDES:
            return _verb_near(text, index + 2)
        return after in _FINITE or (after in _PRONOUNS and after != "that") or follows
    if word.text in _IS and text[since].text == "what" and _sees(text, since, index):
        return any(one.text == "as" for one in text[since:index])
    if word.text in _NOW and text[since].text == "what" and index - since > 2:
        return bool(phrases("granting").within(text, since, index))
    if "," not in word.gap:
        return openers.get(since) == "concede" and _under(text, since, index)
    if openers.get(since) in ("concede", "condition") and index - since > _MIN_GRANTED:
        aside = "," in text[since].gap and index - since <= _ASIDE
        last = not any("," in after.gap for after in text[index + 1 :])
        return aside or last or word.text in _OPENS or index in names or _verb_near(text, index)
    if word.text == "since" and index + 2 < len(text):
        return text[index + 1].text in _PRONOUNS
    if word.text in _JOINS and index + 2 < len(text):
        return word.text not in ("and", "or") or _verb_near(text, index + 1)
    return False


def _short_for(text: list[Word], index: int) -> bool:
    """Tell whether a bracket holds one word, as an abbreviation: `the Cairo Pact (CP) fails`."""
    if "(" in text[index].gap:
        return index + 1 < len(text) and ")" in text[index + 1].gap
    return ")" in text[index].gap and "(" in text[index - 1].gap and len(text[index].gap) == 1


def _under(text: list[Word], since: int, index: int) -> bool:
    """Tell whether the verb at `index` ends what a clause opens with: `behind X stands Y`."""
    if text[since].text not in _BENEATH:
        return False
    if any(word.text in _VERBS for word in text[since + 1 : index]):
        return False
    return text[index].text in _VERBS or (
        text[since].text == "scratch" and text[index].text == "and"
    )


_NOW = frozenset(["has", "have", "is", "are", "now"])
_BENEATH = frozenset(["behind", "beneath", "underneath", "below", "under", "scratch"])
_VERBS = _FINITE | frozenset(
    [
        "lies",
        "lie",
        "stands",
        "stand",
        "lurks",
        "lurk",
        "hides",
        "hide",
        "runs",
        "run",
        "keeps",
        "keep",
        "sits",
        "sit",
        "there",
        "each",
        "both",
    ]
)


_MAY_BEGIN = _VERBS | _IS | _NOW | {"and"}
"""Words at which a clause may begin without a mark or an opener before them."""


def _idiom(text: list[Word], index: int) -> bool:
    """Tell whether `if`, `while`, `yet` or `but` stands in an idiom that begins no clause."""
    pair = (text[index].text, text[index + 1].text if index + 1 < len(text) else "")
    before = text[index - 1].text
    if pair[0] == "if" and before in ("surprised", "wonder", "surprising"):
        return True
    if (pair[0] == "if" and pair[1] in ("you", "we", "one", "not")) or (
        pair[0] == "if" and before in ("as", "even", "only")
    ):
        return True
    if pair[0] == "yet" and (before in ("not", "n't", "as", "has", "have") or pair[1] == "to"):
        return True
    if pair[0] == "though" and text[index].apart and text[index + 1 : index + 2]:
        return text[index + 1].apart  # "behind the show, though, lies …"
    if pair[0] == "still" or pair[0] == "rather":
        return not text[index].apart
    return pair[0] == "but" and before in ("all", "nothing", "anything", "cannot", "none")


def _verb_near(text: list[Word], index: int) -> bool:
    """Tell whether a finite verb stands within eight words, before the next comma."""
    for place in range(index, min(index + 8, len(text))):
        if place > index and text[place].apart:
            return False
        if text[place].text in _FINITE:
            return True
    return False


def _roles(pieces: list[tuple[int, int]], openers: dict[int, str]) -> list[Role]:
    """Say for each clause whether it is asserted, granted or supposed."""
    roles: list[Role] = []
    for first, _ in pieces:
        tag = openers.get(first)
        if tag is None and roles and openers.get(first - 1) == "contrast":
            tag = openers.get(first)
        roles.append(
            "granted" if tag == "concede" else "condition" if tag == "condition" else "main"
        )
    return roles

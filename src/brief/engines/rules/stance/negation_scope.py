"""A denial and a word after it in, whether the denial reaches the word out."""

from __future__ import annotations

from itertools import pairwise

from brief.engines.rules.stance.lexicon import word_list
from brief.vocabulary.words import Hit, Word

HARMS = ("damage", "wreck", "soothe")  # operators that take their object
COPULAS = frozenset(["is", "are", "was", "were", "'s", "'re"])
_SCOPE = 16  # words a negation reaches
_SUBJECT = 24  # words that `none of the states of the Andes wants …` reaches
_DAMAGED = 5  # words that `the end of` or `weakens` reaches: it takes its object
_LISTED = 6  # words it reaches across a comma, as in `no strategic, political or military pact`
_JOINED = 3  # words on each side of an `and` that ends the reach of a negation
_ASIDE = 3  # words of an aside between two commas that opens with `or`
_COMMAS, _APPOSED = 2, 7  # around an apposition, and the most words of one
_ABSENT = 4  # words that `the absence of` reaches
_WHOLE = frozenset(["none", "nobody", "neither"])
_OPENS = frozenset(["a", "an", "the", "its", "their", "his", "her", "no", "this", "that", "every"])
_HELPS = COPULAS | frozenset(["has", "have", "will"])
_PROVES = frozenset(["turns", "turned", "proves", "proved", "rests", "rested", "rest", "turn"])
_NEEDS = frozenset(["need", "needs", "take", "takes", "require", "requires"])
_INSIGHT = frozenset(
    ["see", "recognize", "recognise", "know", "conclude", "grasp", "understand", "realize",
     "realise", "notice", "admit", "believe", "think", "accept"]
)  # fmt: skip
_CAUSES = frozenset(["by", "due", "because", "owing", "thanks", "through", "amid"])
_RELATIVE = 5  # words of `which had never` before a denial in a clause of its own
_CALLED = frozenset(["so", "vaunted", "alleged", "supposed", "purported", "ostensible", "self"])


def _rather(between: list[Word]) -> bool:
    """Tell whether `not so …, as it is …` stands before a word: what comes last is said."""
    lows = [word.text for word in between]
    if lows[:1] not in (["so"], ["as"]):
        return False
    pairs = zip(lows[1:], lows[2:], lows[3:], strict=False)
    return any(
        one == "as" and two in ("it", "they", "this") and three in COPULAS
        for one, two, three in pairs
    )


def in_scope(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether a denial reaches the word: near enough, and not past a comma."""
    distance = cue.first - hit.last
    denials = word_list("denials") | {"nor"}
    if text[cue.first].text in denials and text[hit.first].text in denials:
        return False  # "neither would lift a finger" denies by itself
    if hit.tag in ("short", "far_short") and text[hit.last].text in word_list("threatening"):
        return False  # "they fall short of threatening the tie"
    if hit.tag in HARMS and _CAUSES & {word.text for word in text[hit.last : cue.first]}:
        return False  # "imperiled by its dependence": what does the harm is there
    if hit.tag in HARMS and distance > _DAMAGED and not _object(text[hit.last : cue.first + 1]):
        return False
    if text[hit.first].text == "absence" and distance > _ABSENT:
        return False
    between = text[hit.last : cue.first + 1]
    if _rather(between):
        return False  # "not so warm, as it is cautious"
    if text[hit.first].text == "to" and _judged(between):
        return False  # "to call them partners is to understate their commitment"
    if _needless(hit, text, between) or _in_relative(hit, text, between):
        return False
    if text[hit.first].text == "less" and any(word.text == "than" for word in between):
        return False  # "less a bargain than an alliance"
    if text[hit.first].text in word_list("hindrances") and any(
        word.text in COPULAS for word in between
    ):
        return False  # "the obstacle to such a plan is that they are allies"
    if text[hit.first].text in _CALLED and _quoted_alone(between):
        return False  # "a so-called "anti-Western" front": a word is called so, and no front
    if text[hit.first].text in _CALLED and between[0].text != "to":
        verbs = word_list("links") | word_list("makes") | _PROVES
        if any(word.text in verbs for word in between):
            return False  # "the so-called accord formalizes an alliance"
    if any(one.text == "in" and two.text == "order" for one, two in pairwise(between)):
        return False  # "one need not sign in order to be allied"
    if text[hit.first].text in ("without", "instead") and any(word.apart for word in between):
        return _in_list(hit, cue, text)  # "without a treaty, they are allies"
    reasons = between[text[hit.first].text in word_list("negations") :]
    if any(w.text == "because" or (w.text == "since" and w.apart) for w in reasons):
        return False  # "the account is insufficient, since they are allies"
    if text[hit.first].text in _WHOLE:
        between = _past_apposition(between)
    commas = any(_parts(between, at) for at in range(len(between)))
    if any(_new_verb(between, at, hit, text) for at in range(len(between) - 1)):
        return False  # "avoids one bloc and forms an alliance with another"
    joins = [
        at
        for at, (word, after) in enumerate(pairwise(between))
        if word.text == "and" and not after.capital
    ]
    if any(word.text == "there" for word in text[max(0, hit.first - 2) : hit.last + 2]):
        joins = []  # "nor are there plans for arms and energy that draw them together"
    if joins and joins[-1] >= _JOINED and distance - joins[-1] > _JOINED:
        return False
    scope = _SUBJECT if text[hit.first].text in _WHOLE else _SCOPE
    return distance <= (_LISTED if commas else scope)


def _in_list(hit: Hit, cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word stands in one list behind `without`: `without limit, end or quarrel`."""
    ahead = text[hit.last : hit.last + _LISTED + _ITEM]
    last = next((at for at, word in enumerate(ahead) if word.text in ("or", "nor")), 0)
    begins = [0, *(at for at in range(1, last) if ahead[at].apart), last]
    short = all(0 < two - one <= _ITEM for one, two in pairwise(begins))
    return last > 0 and short and cue.first <= hit.last + last + _ITEM


_ITEM = 2  # words of one thing in a list


def _quoted_alone(between: list[Word]) -> bool:
    """Tell whether words open with one in quotation marks that end before the last."""
    marks = set('"“”‘’')
    return bool(marks & set(between[0].gap)) and any(marks & set(w.gap) for w in between[1:])


def _judged(between: list[Word]) -> bool:
    """Tell whether a verdict stands between: `to call them partners is to understate their …`."""
    return any(one.text in COPULAS and two.text == "to" for one, two in pairwise(between))


def _needless(hit: Hit, text: list[Word], between: list[Word]) -> bool:
    """Tell whether only a need is denied: `one need not be a hawk to see that they are allies`."""
    around = {word.text for word in text[max(0, hit.first - 1) : hit.last + 2]}
    return bool(around & _NEEDS) and any(
        one.text == "to" and two.text in _INSIGHT for one, two in pairwise(between)
    )


def _in_relative(hit: Hit, text: list[Word], between: list[Word]) -> bool:
    """Tell whether a denial stands in a clause that ends: `Oman, which shunned it, is …`."""
    opens = max(0, hit.first - _RELATIVE)
    which = any(w.text in ("which", "who") and w.apart for w in text[opens : hit.first])
    return which and any("," in word.gap for word in between)


def _new_verb(between: list[Word], at: int, hit: Hit, text: list[Word]) -> bool:
    """Tell whether an `and` begins a verb of its own: one in `-s` before what it takes.

    After a denial that is a verb itself so does one in `-ed`: `avoided NATO and formed a pact`.
    """
    if between[at].text not in ("and", "or"):
        return False
    if between[at + 1].text in _HELPS and text[hit.first].text not in _WHOLE:
        return True  # "they avoid a pact or are reluctant to honor it"
    if between[at].text != "and":
        return False
    at += 1 + (between[at + 1].text.endswith("ly") and at + 2 < len(between))
    verb = between[at].text
    takes = at + 1 < len(between) and between[at + 1].text in _OPENS
    known = verb in word_list("makes") | word_list("links")
    if verb.endswith("s") and not verb.endswith("ss"):
        return takes or known
    return verb.endswith("ed") and takes and text[hit.first].text.endswith(("ed", "s"))


def _past_apposition(between: list[Word]) -> list[Word]:
    """Drop what stands between two commas without a verb: `none of them, Chile included, wants`."""
    at = [n for n, word in enumerate(between) if "," in word.gap]
    if len(at) != _COMMAS or at[1] - at[0] > _APPOSED:
        return between
    inner = between[at[0] : at[1]]
    verbs = word_list("links") | {"and", "or", "nor", "that", "which", "who"}
    if any(word.text in verbs for word in inner):
        return between
    return [*between[: at[0]], *between[at[1] + 1 :]]


def _object(between: list[Word]) -> bool:
    """Tell whether words are one long object: `unravelled a decade of patient work to build trust`.

    They open with an article, and no verb but an infinitive and no comma stands among them.
    """
    if between[0].text not in ("a", "an", "the", "their", "decades", "years", "all"):
        return False
    ends = word_list("links") | {"and", "that", "which", "who"}
    return not any(word.apart or word.text in ends for word in between[1:])


def _parts(between: list[Word], at: int) -> bool:
    """Tell whether a comma stands at a word, and not around an aside: `set up, or join, a pact`."""
    if "," not in between[at].gap or between[at].text in ("or", "nor"):
        return False
    aside = between[max(0, at - _ASIDE) : at]
    if any(word.text in ("or", "nor") and "," in word.gap for word in between[at:]):
        return False  # "no logic, no blueprint, or reason for it"
    return not any(word.text in ("or", "nor") and "," in word.gap for word in aside)

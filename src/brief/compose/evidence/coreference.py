"""A sentence among those of its text and a claim in; whether it says whom the claim is about, out.

A sentence proves a claim on two parties only where it names both, or takes up by a pronoun those
that the sentences next to it name. That the whole text is about them is not enough: a sentence on
a third state may stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import (
    LED,
    by_name,
    names_one,
    names_others,
    ours,
    pair_in,
    parties_named,
    takes_up_both,
)
from brief.model.question import Question
from brief.vocabulary.states import named_states, names, states_in
from brief.vocabulary.words import words

NEXT = 2
"""Sentences back in a passage that may name whom a pronoun is for."""
_MARKS = ("{a}", "{b}")
_PAIRED = re.compile(r"\b(?:the two|both|the pair|the partnership)\b|\{one_relation\}")
_EACH = re.compile(
    r"\b(?:either|neither) (?:state|country|side|party|power|government|capital|"
    r"leader|one|of)\b|\bthem (?:together|both|apart)\b",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:the|this|their) (?:pact|partnership|alliance|relationship|relations|bond|ties?|treaty|"
    r"pair)\b",
    re.IGNORECASE,
)
"""What the text calls the tie that it is on."""
_OPENS = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Also|Indeed|Moreover|However|Instead|Today|Now|Together),? ){0,2}"
    r"(?:It|They|He|She|Both|Neither|Its|Their|His|Her)\b",
    re.IGNORECASE,
)
"""A sentence whose first word takes up the subject of the one before it."""
_MORE = re.compile(
    r"\b(?:more|other|further|another|second|third|last) "
    r"(?:causes?|reasons?|factors?|motives?|grounds?|signs?|steps?|examples?)\b",
    re.IGNORECASE,
)
"""What goes on with a list of causes: they are those of what the text is about."""
_ADJECTIVE = re.compile(r"mutual|bilateral|each other|one another", re.IGNORECASE)
"""What speaks of two whom the same sentence names."""
_MANY = re.compile(
    r"\b(?:together|along|jointly) with (?:\w+ ){0,4}(?:states|countries|nations|republics|"
    r"governments|members|others)\b",
    re.IGNORECASE,
)
"""What the two do with many others is not of the two alone."""
_CITED = re.compile(r"\baccording to [^,.;]*", re.IGNORECASE)
"""Who says it: a state named there is not what the sentence is about."""
_TOLD = re.compile(
    r".*\b(?:sa(?:id|ys?)|state[sd]?|reports?|reported|claim(?:s|ed)?|note[sd]?|f(?:ou|i)nds?|"
    r"estimate[sd]?|argue[sd]?|believe[sd]?|warn(?:s|ed)?|conclude[sd]?) that\b",
    re.DOTALL,
)
"""Who says it, as `_CITED`: `the Pentagon has stated that …`."""
_PRONOUN = re.compile(r"\b(?:it|its|itself|they|them|their|he|his|him|she|her)\b", re.IGNORECASE)


def parties_of(claim: str) -> frozenset[int]:
    """Return which of the two parties a claim is about: `{a}` is the first.

    What speaks of `the two` or of their tie without their names is about both.
    """
    if "{parties}" in claim or "{joined}" in claim or _PAIRED.search(claim):
        return frozenset((0, 1))
    return frozenset(at for at, mark in enumerate(_MARKS) if mark in claim)


def grounded(lines: Sequence[Line], at: int, parties: frozenset[int], question: Question) -> bool:
    """Tell whether a sentence names all `parties`, or takes them up from those next to it."""
    text = lines[at].asked
    missing = _missing(text, parties, question)
    if len(parties) > 1 and _MANY.search(text):
        return False
    if not missing:
        return True
    if _NAMED_TWO.search(text) and _third(text, question) and len(states_in(text)) > 1:
        return False  # one of the parties and another state, or two others
    before = list(takewhile(lambda one: one.passage == lines[at].passage, reversed(lines[:at])))
    if _as_pair(text, parties, question):
        return takes_up_both((one.text for one in before), question)
    beside = [one.text for one in before[:NEXT]]
    if _OPENS.match(text) and _named_beside(beside[:1], missing, question):
        return True
    if names_others(_CITED.sub("", text), question):
        return False
    if len(parties) > 1 and _TIE.search(text) and not any(_third(one, question) for one in beside):
        return True
    if len(missing) < len(parties) or _PRONOUN.search(text):
        return _named_beside(beside, missing, question)
    return False


def crossed(
    text: str,
    mark: tuple[int, int] | None,
    subject: Sequence[tuple[int, int]],
    question: Question,
    *,
    own: bool = True,
) -> bool:
    """Tell whether the clause with the word that decides is of a party and another state.

    `The decision to sell planes to Pakistan, despite the protests of India`: what the one does with
    a third says nothing of the two. What the question itself is on may be a state. A view of others
    (`own` is false) names none at all.
    """
    if mark is None:
        return False
    shown = "".join(
        " " if any(first <= at < last for first, last in subject) else letter
        for at, letter in enumerate(text)
    )
    # "challenge the Oman-led order": whose order they challenge is no partner of theirs
    theirs = LED.sub(lambda found: " " * len(found.group()), shown[slice(*mark)])
    shown = shown[: mark[0]] + theirs + shown[mark[1] :]
    told = _TOLD.match(shown, 0, mark[0])
    shown = " " * told.end() + shown[told.end() :] if told else shown
    first, last = clause_around(shown, mark)
    clause = shown[first:last]
    if given_to_third(shown, mark, question):
        return True
    over = _OVER.match(text, mark[0])
    if over and names().find(words(over.group(1))) and not names_one(over.group(1), question):
        return True
    met = _MET.match(text, mark[1])  # "competition with Peru", of two others
    if met and (row := _row(text, met.end())) and ours(question).isdisjoint(one[0] for one in row):
        return True
    if not own and names_others(clause, question):
        return True
    if by_third(shown, mark, question) or _of_third(shown[first : mark[0]], question):
        return True
    if LED.search(shown, first, mark[0]):
        return True  # "the Oman-led union signed a deal with Peru"
    if _of_many(shown, question) or _with_both(clause, question) or _club(clause, question):
        return True
    pair = pair_in(clause, question)
    before = clause[: pair.start()] if pair else clause
    return _third(before, question) or former(before, question)


def given_to_third(text: str, mark: tuple[int, int], question: Question) -> bool:
    """Tell whether what the word at `mark` is of is given to a third: `sold jets to Peru`."""
    rest = text[mark[0] : clause_around(text, mark)[1]]
    given = _GIVEN.search(" ".join(rest.split()))
    return (
        given is not None
        and names_others(given.group(1), question)
        and not names_one(given.group(1), question)
    )


def hands_over(text: str, mark: tuple[int, int], question: Question) -> bool:
    """Tell whether somebody gives a third the thing at `mark`: `it sent arms to Peru`."""
    first, _ = clause_around(text, mark)
    gives = _HANDS_OVER.search(text, first, mark[1]) is not None
    return gives and given_to_third(text, mark, question)


def by_third(text: str, mark: tuple[int, int], question: Question) -> bool:
    """Tell whether a third state is who does, or thinks, what the word at `mark` says.

    It stands right before the word (`Peru buys planes of both`), or opened the sentence, so that
    the clause is on its view: `Peru …, which it sees as a rival`.
    """
    first, last = clause_around(text, mark)
    before = text[first : mark[0]]
    said = named_states(before)
    theirs = ours(question).isdisjoint(name for name, _, _ in said)
    if said and theirs and _ACTS.fullmatch(before[said[-1][2] :]):
        return True
    clause = text[first:last]
    taken_up = _ITS_VIEW.match(clause.lstrip()) and not names_one(clause, question)
    opener = named_states(text)[:1] if taken_up else []
    return bool(opener and opener[0][0] not in ours(question))


def _of_third(before: str, question: Question) -> bool:
    """Tell whether a third state is the subject before a word: `Peru has used its weight to …`."""
    if names_one(before, question) or pair_in(before, question) or _CONTENT.search(before):
        return False
    return any(_VERB.match(before[last:]) for _, _, last in named_states(before)[:1])


def _of_many(text: str, question: Question) -> bool:
    """Tell whether a sentence names the parties only among three: `between A, B and C`."""
    for found in _AMONG.finditer(text):
        if ours(question) < {name for name, _, _ in _row(text, found.end())}:
            return True
    return False


def _with_both(clause: str, question: Question) -> bool:
    """Tell whether a clause is on what somebody else has with both: `trade with Peru and Chile`."""
    for found in _TOWARD.finditer(clause):
        row = _row(clause, found.end())
        if {name for name, _, _ in row} == ours(question) and not _OWNS.match(clause[row[-1][2] :]):
            rest = clause[: found.start()] + clause[row[-1][2] :]
            return not (_AMONG.search(clause) or pair_in(rest, question) or _PRONOUN.search(rest))
    return False


def _club(clause: str, question: Question) -> bool:
    """Tell whether one party has something with a body of states: `with the Baltic Council`."""
    if by_name(clause, question) or pair_in(clause, question):
        return False
    found = _WITH.search(clause)
    return found is not None and not names_one(found.group(1), question)


def _row(text: str, start: int) -> list[tuple[str, int, int]]:
    """Return the states that stand in a row from a place on, joined by commas and `and`."""
    made: list[tuple[str, int, int]] = []
    for name, first, last in named_states(text[start:]):
        if text[start:][made[-1][2] if made else 0 : first].strip(" ,") not in _JOINTS:
            break
        made.append((name, first, last))
    return [(name, first + start, last + start) for name, first, last in made]


def party_offers(text: str, mark: tuple[int, int], question: Question) -> bool:
    """Tell whether it is a party that has little to offer: this says nothing of outsiders."""
    first, _ = clause_around(text, mark)
    said = named_states(text[first : mark[0]])
    offers = _OFFERS.search(text[mark[0] : mark[1]]) is not None
    return bool(offers and said and said[-1][0] in ours(question))


def clause_around(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    """Return where the clause around a word begins and ends."""
    first = max((one.end() for one in BORDER.finditer(text, 0, mark[0])), default=0)
    end = BORDER.search(text, mark[1])
    return first, end.start() if end else len(text)


_ACTS = re.compile(
    r"(?: (?:has|have|had|is|are|was|were|will|would|can|also|still|now|not|never|\w+ly))* "
)
"""What may stand between a state and the verb that says what it does."""
_VERB = re.compile(
    r" (?:\w+ly |also |still |now )?"
    r"(?:has|have|had|is|are|was|were|will|would|can|could|does|did)\b"
)
"""What follows a state that is the subject of a clause."""
_CONTENT = re.compile(r"\b(?:that|how|why|whether|because|as|since|while|which|who)\b")
"""What opens a clause with a subject of its own."""
_AMONG = re.compile(r"\b(?:between|among|amongst) (?:the )?(?=[A-Z])")
_TOWARD = re.compile(r"\b(?:with|to|against) (?:both )?(?:the )?(?=[A-Z])")
_MET = re.compile(
    r"(?:,? (?:and )?\w+){0,3}?\s(?:originating|coming|stemming|emanating) from (?:the )?(?=[A-Z])|"
    r"\s(?:with|towards?) (?:the )?(?=[A-Z])"
)
_WITH = re.compile(
    r"\bwith (?:the )?((?:[A-Z][\w-]+ (?:of )?){1,5}?"
    r"(?:Union|Organi[sz]ation|Council|Community|Association|League|Commission|States|Nations)\b)"
)
_JOINTS = frozenset(["", "and", "or", "and the", "or the", "the"])
_OWNS = re.compile(r"[’']")
_OFFERS = re.compile(r"\b(?:offer|give|show|withhold)", re.IGNORECASE)
_ITS_VIEW = re.compile(r"(?:which|whom|who|that) (?:it|they)\b")
"""How a clause opens on what the subject of the sentence thinks or does."""


def former(text: str, question: Question) -> bool:
    """Tell whether a sentence is on the Soviet Union, which is part of no party but Russia."""
    theirs = "Russia" in ours(question)
    return not theirs and "Soviet" in text and not by_name(text, question)


_NAMED_TWO = re.compile(
    r"\bthe two (?:\w+ ){0,2}?(?:rivals?|neighbou?rs|states|countries|powers)\b", re.IGNORECASE
)
"""Two of whom the sentence itself says who they are."""
BORDER = re.compile(r"[,;:—–]")
_HANDS_OVER = re.compile(
    r"\b(?:provid|suppl|deliver|transfer|ship|donat|s(?:ell|old|end|ent)\b|g(?:ive|ave|iven)\b|"
    r"len[dt]\b)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"^\w+(?: [\w-]+){0,5}? to ((?:the )?[A-Z][^,;:]*)")
"""To whom something is given: `selling eight jets to Pakistan`."""
_OVER = re.compile(r"(?:\w+ ){1,2}over ((?:the )?[A-Z][^,;:.]*)")
"""Over whom something is had: `leverage over Norway`, `an edge over the West`."""


def goes_on(text: str) -> bool:
    """Tell whether a sentence goes on with a list of causes or signs begun before it."""
    return _MORE.search(text) is not None


def about_one(lines: Sequence[Line], at: int, question: Question) -> bool:
    """Tell whether a sentence names either party, or takes it up from those next to it."""
    each = range(len(question.parties))
    return any(grounded(lines, at, frozenset((one,)), question) for one in each)


def stated(text: str, parties: frozenset[int], question: Question) -> bool:
    """Tell whether a sentence says by itself that it is about these parties; or about either."""
    if not parties:
        return names_one(text, question) or pair_in(text, question) is not None
    return _as_pair(text, parties, question) or not _missing(text, parties, question)


def _as_pair(text: str, parties: frozenset[int], question: Question) -> bool:
    """Tell whether a sentence speaks of the two as a pair; of `either`, where both are meant."""
    each = len(parties) > 1 and _EACH.search(text) is not None
    pair = pair_in(text, question)
    if pair and _ADJECTIVE.match(pair.group()) and names_one(text, question):
        pair = None if _third(text, question) else pair  # of one party and the state it names
    return each or pair is not None


def _missing(text: str, parties: frozenset[int], question: Question) -> frozenset[int]:
    """Return the parties that a sentence does not name."""
    named = parties_named(text, question)
    return frozenset(at for at in parties if not named[at])


def _named_beside(before: Sequence[str], missing: frozenset[int], question: Question) -> bool:
    """Tell whether the sentences before name who is missing, nearest first, and no third state."""
    for text in before:
        missing = _missing(text, missing, question)
        if not missing:
            return True
        if names_others(text, question):
            return False
    return False


def _third(text: str, question: Question) -> bool:
    """Tell whether a sentence names a third state and not both parties."""
    return names_others(text, question) and not by_name(text, question)

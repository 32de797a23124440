"""A sum or an amount of goods in, who buys, pays or sends them out: `frigates bought by Chile`.

Only what the figure's own clause says counts; who `it` is, the sentence before may say.
"""

from __future__ import annotations

import re
from functools import cache

from brief.collect.measures import before, parties_in, word_list
from brief.model.question import Question
from brief.model.summary import Figure, is_money
from brief.vocabulary.states import states_in

_FOR = re.compile(
    r"\s(?P<link>for|on|in)\s(?P<goods>(?:(?:a|an|the)\s)?[^,;:.!?()—]+?)"
    r"(?=\s(?:since|in|by|from|over|until|last|this|and|at|with|to|that|which)\s|[,;:.!?()—]|$)"
)
_ARTICLE = re.compile(r"^(?:a|an|the|some|about|more|its)\s", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s", re.IGNORECASE
)
_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
_RECEIVER = re.compile(rf"^(?:to\s)?(?:the\s)?{_NAME}\s(?:with\s|(?=(?:an?|the|\d+)\s))")
"""Who gets the goods: `[Egypt with] tanks`, `[Egypt] a radar`."""
_WAY = re.compile(
    r"^(?:[- ]?(?:worth )?of )(?P<goods>[a-z][\w’' -]{2,30}?)(?: (?:to|that (?:will|would)) flow)?"
    r"(?: (?:a|per|each|every) (?:year|month|day)| annually)?"
    rf" from (?P<start>(?:[a-z]+ )?{_NAME}) to (?P<end>(?:the )?{_NAME})"
)
_TWO = re.compile(
    r"\b(?:the two|both) (?:countries|states|sides|nations|governments|neighbou?rs|partners)\b",
    re.I,
)
_OWNED = re.compile(r"(?P<who>[A-Z][\w’'-]+)[’']s\s(?:[a-z]+\s)*(?:[A-Z]{3})?$")
"""Whose a sum is by the words right before it: `Oman’s $2 billion loan`."""
_LEAD = 24
"""Characters before a verb of buying in which a word says that it is not done yet."""
LONGEST = 8
"""Words of goods."""


def goods_of(figure: Figure, whose: str) -> str:
    """Return `frigates bought by Chile` for a figure of goods; `whose` are they, '' if unknown."""
    ahead, behind = before(figure), figure.text[figure.number.end - figure.start :]
    if (way := _WAY.match(behind)) and figure.unit and figure.unit != "%":
        return f"{way['goods']} from {way['start']} to {way['end']}"
    if not (is_money(figure.unit) and whose):
        return ""
    worth = _worth().search(ahead)
    if worth is None:
        goods = _FOR.match(behind)
        if goods and goods["link"] == "in":
            invests = _did("invests", ahead)
            return f"{possessive(whose)} investment in {goods['goods']}" if invests else ""
        if goods and goods["link"] == "on" and _did("spends", ahead):
            return f"{possessive(whose)} spending on {goods['goods']}"
        return _said(goods["goods"], "paid for by", whose) if goods and _did("pays", ahead) else ""
    ahead = ahead[: worth.start()]
    if bought := _did("buys", ahead):
        yet = _verbs("yet").search(ahead[: bought.start()][-_LEAD:])
        return _said(bought["object"], "to be bought by" if yet else "bought by", whose)
    given = _did("gives", ahead)
    return _said(given["object"], "from", whose) if given else ""


def given(figure: Figure, question: Question, *, bare: bool = False) -> str:
    """Return `loan for a plant in Chad` for what one party gives the other, or both agree on.

    The sentence names both and no third state; where the words of what is given name neither,
    both are added, if `bare` allows that: `grant aid, Mali–Chad`.
    """
    after = figure.number.end - figure.start
    found = _grants().match(figure.text, after) if is_money(figure.unit) else None
    named = parties_in(figure.text, question)
    both = len(named) > 1 or (_TWO.search(figure.text) and not states_in(figure.text))
    if found is None or not both or states_in(figure.text) - {one.name for one in question.parties}:
        return ""
    owner = _OWNED.search(before(figure))
    if owner and not parties_in(owner["who"], question):
        return ""
    words = f"{found['noun']}{found['use'] or ''}"
    if found["use"] and parties_in(words, question) and len(words.split()) <= LONGEST + 2:
        return words
    if not bare:
        return ""
    return f"{found['noun']}, {'–'.join(map(question.shown, question.parties[:2]))}"


@cache
def _grants() -> re.Pattern[str]:
    nouns = "|".join(sorted(word_list("grants"), key=len, reverse=True))
    return re.compile(
        rf"[\s-](?P<noun>(?:[a-z][\w-]*\s){{0,3}}?(?:{nouns})s?)\b(?P<use>\s(?:for|to|in|on)\s[^,;.:()]+)?"
    )


def possessive(name: str) -> str:
    """Return a name with what makes it an owner: `Chad’s`, `the Philippines’`."""
    if name.endswith("s") and not name.isupper():
        return f"{name}’"
    return f"{name}’s"


def _did(deed: str, ahead: str) -> re.Match[str] | None:
    """Return the verb of a deed in the clause that ends `ahead`, with what it acts on."""
    return _verbs(deed).search(ahead)


@cache
def _verbs(deed: str) -> re.Pattern[str]:
    words = "|".join(sorted(word_list(deed), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b(?P<object>[^,;:.!?—]*$)", re.IGNORECASE)


@cache
def _worth() -> re.Pattern[str]:
    worth, hedges = ("|".join(sorted(word_list(name))) for name in ("worth", "hedges"))
    return re.compile(rf"\s(?:{worth})\s(?:(?:{hedges})\s)?$", re.IGNORECASE)


def _said(goods: str, link: str, whose: str) -> str:
    """Return goods without their article and number, and whose they are."""
    bare = _NUMBER.sub("", _ARTICLE.sub("", _RECEIVER.sub("", goods.strip())))
    return f"{bare} {link} {whose}" if 0 < len(bare.split()) <= LONGEST else ""

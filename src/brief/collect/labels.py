"""A figure in; what it measures in words that stand alone, out: `China–Russia trade`.

A table row is read without its sentence: its label names whose number it is, and what was left
out of it. A figure that cannot be named so gets no label, and no row: whose it is must stand in
its own clause, and what is hoped, feared or only threatened is no figure of anything.
"""

from __future__ import annotations

import re

from brief.collect.goods import given, goods_of, possessive
from brief.collect.measures import (
    ACTOR,
    BOTH,
    EXCEPT,
    NAME,
    Measure,
    before,
    is_physical,
    is_share,
    is_two_way,
    last_sentences,
    measured_noun,
    names_party,
    parties_in,
)
from brief.collect.moved import moved
from brief.collect.shares import is_name, part_of, partner, share
from brief.model.question import Question
from brief.model.summary import Figure, is_money
from brief.vocabulary.states import states_in

LONGEST, OWNER, REACH = 9, 4, 3
"""Words of a label, and of who owns what it names; sentences back that say whose trade it is."""
_IT = re.compile(
    r"^(?:In \d{4},? |By \d{4},? |Last year,? |Over [\w ]{3,20},? )?(?:it|this)\s"
    r"(?:was|is|has|had|stood|reached|amounted|came|totall?ed|rose|fell|grew)\b[^,;.:]*$",
    re.I,
)
_ENDED = re.compile(
    r"\b(\w+)[.!]$|\b([a-z]+)(?: volumes?| turnover)? (?:has|had|is|was|will)\b[^,;:]*[.!]$"
)
"""What the sentence before ends with, or is on in its last clause."""
_ROW = re.compile(
    r"(?:[^,;]*\d[\d.]*(?: [mbt]illion)?, )+(?:and )?(?=(?:[Ii]n \d{4},|last year,) )"
)
"""What stands before in a row of years and values: `In 2017, it was $22bn, …, in 2019, `."""
_MONTHS = r"(?!Jan|Feb|Mar[c ]|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_AFTER = re.compile(
    rf"\s+((?:to|from|with|between|of|in)\s+(?:the\s+)?{_MONTHS}{NAME}(?:\s+and\s+{NAME})?)(?![$€£¥])"
    r"|\s+(of\s+[a-z’'-]+(?:\s+and\s+[a-z’'-]+)?)(?=\s+(?:is|are|was|were|has|have|had|fell|rose)\b|[,.;])"
)
_TO_PARTY = re.compile(rf"\s(to|from|with)\s(?:the\s)?({NAME})")
_PAIR = re.compile(r"\b(?:bilateral|two[ -]way|mutual|joint|total|overall|annual|common)\s*", re.I)
_BETWEEN = re.compile(
    r"\s+(?:between|of|among)\s+(?:the two|both|them)(?:\s+(?:countries|sides|states|nations|powers"
    r"|partners|economies|governments|neighbou?rs|allies|capitals))?\b",
    re.I,
)
_TRADE = re.compile(
    r"(?:(?:trad(?:e|ing)|volumes?|turnover|commerce|of|between|with|and|the|in|goods)\W*)+",
    re.I,
)
_DETERMINED = re.compile(r"\b(?:its|their|his|her|your|my|our)\s+(?:own\s+)?$", re.IGNORECASE)
_OPENING = re.compile(
    rf"^(?:\w+,\s)?(?:The\s)?({NAME}|[A-Z]{{2,4}})\s(?:is|was|has|had|also|now|remains|became)\b"
)
_ROLE = re.compile(
    r"\b(?:is|remains?|remained|was|became|has become) (?:the|an?) ((?:[\w-]+ ){0,3}?"
    r"(?:donor|investor|lender|supplier|buyer|creditor|partner) (?:of|in|to|for) "
    rf"(?:the )?{NAME})",
)
"""As what somebody gives or buys: `the largest donor of Chad, with a contribution of $5m`."""
_UNSURE = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|threat(?:s|en|ens|ened|ening)?|propos(?:e|es|ed|al)|demand(?:ed|ing)"
    r"|seek(?:s|ing)? to|sought|offered|could|(?<!you )(?:might|may)|if|whether|unless"
    r"|await(?:s|ing)?)\b"
    r"[^.;:!?—]*$"
)
"""What makes a number nobody's: hoped for, threatened, proposed, possible."""
_SOLD = re.compile(r"\s(?:sold|exported|delivered|shipped|supplied|sent) to [A-Z]")
_POINTS = re.compile(r"(?:This|That|These|Those|There|It|He|She|They|We|Who|What|Which)\b")
"""What a sentence opens with that is nobody's name."""
_COMPARED = re.compile(r"\bcompared (?:to|with) (?:the|a|its|their) \W*$")
_BOUGHT = re.compile(
    r"\b(ordered|bought|sold|purchased|imported|exported|delivered|supplied|shipped|pledged)\b"
    r"[^,;:.!?—]*$"
)


def label(figure: Figure, found: Measure, question: Question, told: str = "") -> str:
    """Return what a figure measures in words that stand alone; empty where that is not known.

    `told` is what its article says before it: of whose trade it speaks, who `it` is.
    """
    ahead = before(figure)
    if _UNSURE.search(ahead) and figure.kind != "forecast":
        return ""
    if _COMPARED.search(ahead) and not figure.year:  # "fell, compared to the 24% growth before"
        return ""
    said = (
        share(figure, question)
        if part_of(figure)
        else partner(figure, question)
        or moved(figure, question, told)
        or given(figure, question)
        or _named(figure, found, question, told)
        or given(figure, question, bare=True)
    )
    words = " ".join(said.split())
    if not words or len(words.split()) > LONGEST + 3:
        return ""
    if left_out := EXCEPT.search(figure.text):
        words = f"{words}, {left_out.group()[:1].lower()}{left_out.group()[1:].strip()}"
    return words[:1].upper() + words[1:]


def _ahead(figure: Figure, found: Measure) -> str:
    """Return what stands before the words of a measure; empty where its sentence has others."""
    return figure.text[: max(0, figure.text.find(found.shown))]


def _named(figure: Figure, found: Measure, question: Question, told: str) -> str:
    """Return the noun of measurement with whose it is: `Chinese exports to Russia`."""
    noun = measured_noun(found) or _it(figure, question, told)
    if goods := goods_of(figure, _whose(figure, question, told)):
        return goods if names_party(goods, question) else ""
    if not noun:
        return _traded(figure, found, question)
    if not is_physical(figure.unit):
        return ""
    if figure.unit == "%" and not figure.moves and not is_share(noun):
        return ""
    words = _reached(figure, found.shown)
    if is_two_way(noun) and (pair := _of_pair(figure, words, noun, found, question, told)):
        return pair
    if _DETERMINED.search(_ahead(figure, found)) or (noun == "share" and " of " not in words):
        owner = _antecedent(figure, found, question)
        return f"{possessive(owner)} {words}" if owner else ""
    if names_party(found.shown, question) or noun == "share":
        return words if names_party(words, question) else ""
    first = words[:1] if re.match(r"\w*[A-Z0-9]", words[1:]) else words[:1].lower()
    if is_name(figure.subject) and names_party(figure.subject, question):
        whose = figure.subject if figure.subject.isupper() else possessive(figure.subject)
        role = _ROLE.search(before(figure)) if words == noun else None
        return f"{whose} {first}{words[1:]}{f' as {role[1]}' if role else ''}"
    return words if re.search(r"\b[A-Z][a-z]", words[1:]) else ""


def _it(figure: Figure, question: Question, told: str) -> str:
    """Return `trade` where `it` is the trade that the sentence before ends with, of both parties.

    They are those named last, and no other state with them.
    """
    first = _ROW.match(before(figure))
    row = first is not None and _IT.match(first.group().split("$")[0]) is not None
    ended = _ENDED.search(told.strip()) if row or _IT.search(before(figure)) else None
    noun = (ended[1] if is_two_way((ended[1] or "").lower()) else ended[2]) if ended else ""
    if not noun or not is_two_way(noun.lower()):
        return ""
    ours = {party.name for party in question.parties[:2]}
    for said in reversed(last_sentences(told, REACH)):
        if named := states_in(said):
            return noun.lower() if named == ours else ""
    return ""


def _whose(figure: Figure, question: Question, told: str) -> str:
    """Return the name of who acts in the clause of a figure, or that `it` stands for."""
    named = names_party(figure.subject, question) and len(figure.subject.split()) <= OWNER
    if named or is_name(figure.subject):
        return figure.subject
    opening = ACTOR.match(last_sentences(told)[0]) if re.match(r"It\s", figure.text) else None
    return opening[1] if opening and names_party(opening[1], question) else ""


def _elsewhere(noun: str, told: str, question: Question) -> bool:
    """Tell whether an article spoke last of the trade of others: `trade between Chad and Mali`."""
    pattern = rf"\b{noun}s?\s(?:between|with|among)\s([^,.;:()]{{3,80}})"
    last = next(reversed(list(re.finditer(pattern, told, re.IGNORECASE))), None)
    if last is None:
        return False
    names = re.findall(rf"{NAME}|\b[A-Z]{{2,}}\b", last[1])
    return any(not names_party(name, question) for name in names)


def _of_pair(
    figure: Figure, words: str, noun: str, found: Measure, question: Question, told: str
) -> str:
    """Return `China–Russia trade` where the two parties' own is meant, and nobody else's."""
    of_both = BOTH.search(words) or BOTH.search(figure.subject)
    theirs = re.search(r"\btheir\s+$", _ahead(figure, found))
    both = "–".join(party.name for party in question.parties[:2])
    if noun == "trade" and _between_them(words, question):
        return f"{both} {noun}"
    if names_party(_BETWEEN.sub("", words), question) or not (of_both or theirs or not found.scope):
        return ""
    if not (of_both or theirs) and _elsewhere(noun, told, question):
        return ""
    bare = _PAIR.sub("", _BETWEEN.sub("", words)).strip()
    plain = re.sub(r"(?i)(?:\btrade )?(?:turnover|commerce)", noun, bare) or noun
    return f"{both} {plain[:1].lower()}{plain[1:]}"


def _between_them(words: str, question: Question) -> bool:
    """Tell whether words are of the trade of the parties with each other and of no part of it."""
    names = {name for party in question.parties for name in (party.name, *party.aliases)}
    named = len(parties_in(words, question)) > 1 or any(
        re.search(rf"\b{prefix}-", words) for party in question.parties for prefix in party.prefixes
    )
    bare = _PAIR.sub("", words)
    for name in sorted(names, key=len, reverse=True):
        bare = re.sub(rf"\b{re.escape(name)}(?:[’']s)?\b", "", bare)
    for party in question.parties:
        for prefix in party.prefixes:
            bare = re.sub(rf"\b{prefix}-", "", bare)
    return named and _TRADE.fullmatch(" ".join(bare.split())) is not None


def _antecedent(figure: Figure, found: Measure, question: Question) -> str:
    """Return the name that `its` stands for: the one its sentence opens with as its subject.

    Of a party's imports it is the share of the other, where no other owner is named before.
    """
    opening = _OPENING.match(figure.text)
    ahead = _ahead(figure, found)
    if opening and len(ahead) > opening.end() and not _POINTS.match(opening[1]):
        return opening[1]
    own = parties_in(found.shown, question)
    others = {
        name
        for party in question.parties
        for name in (party.name, *party.aliases)
        if party.name not in own and re.search(rf"\b{re.escape(name)}[’']s\s", ahead)
    }
    return others.pop() if own and len(others) == 1 else ""


def _traded(figure: Figure, found: Measure, question: Question) -> str:
    """Return `American grain ordered` for a sum of goods of a party, as the clause has it."""
    if _SOLD.search(found.shown) and names_party(found.shown, question):
        return found.shown
    of = re.match(r"(?:-?\s?worth)?\s+of\s", figure.text[figure.number.end - figure.start :])
    done = _BOUGHT.search(before(figure))
    if not (of and done and (is_money(figure.unit) or (figure.unit and is_physical(figure.unit)))):
        return ""
    by = f" by {figure.subject}" if is_name(figure.subject) else ""
    goods, to, whom = found.shown.partition(" to ")
    said = f"{goods} {done[1]}{by}{to}{whom}"
    return said if names_party(said, question) else ""


def _reached(figure: Figure, shown: str) -> str:
    """Return the words of a measure with the phrase behind it or its number: `… to Russia`."""
    at = figure.text.find(shown) if shown else -1
    after = _AFTER.match(figure.text, at + len(shown)) if at >= 0 else None
    if after:
        return f"{shown} {after[1] or after[2]}"
    behind = _TO_PARTY.match(figure.text, figure.number.end - figure.start)
    ahead = 0 <= at < len(before(figure))
    if behind and ahead and behind[2] not in shown:
        return f"{shown} {behind[1]} {behind[2]}"
    return shown

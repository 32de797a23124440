"""A figure in; what it measures in words that stand alone, out: `China–Russia trade`.

A table row is read without its sentence: its label names whose number it is, and what was left
out of it. A figure that cannot be named so gets no label, and no row: whose it is must stand in
its own clause, and what is hoped, feared or only threatened is no figure of anything.
"""

from __future__ import annotations

import re

from brief.collect.goods import goods_of, possessive
from brief.collect.measures import (
    EXCEPT,
    Measure,
    is_physical,
    is_share,
    is_two_way,
    measured_noun,
    names_party,
    parties_in,
)
from brief.model.question import Question
from brief.model.summary import Figure, is_money

LONGEST, OWNER = 9, 4
"""Words of a label, and of who owns what it names."""
_STOP = re.compile(
    r"[,.;:()—–\[]|\s(?:in|by|since|during|at|as|and|while|when|after|before|which|that|who|is|are|"
    r"was|were|has|have|had|will|would|went|came|fell|rose|grew|reached|stood|remains?|remained|"
    r"amounted|accounted|accounting|made|make|now|over|per|until|but|or|from (?=\d)|"
    r"comes?|goes|go|originat(?:e|es|ed)|(?<![’']s\s)[a-z]{3,}ed|sa(?:y|id)|think|want|believe|see|saw|hold|held|feel|felt)\b"
)
_OF = re.compile(
    r"\s*(?:%|per\s?cent|percent)?\s*(?:\([^)]*\)\s*)?of\s+(?:the\s+|all\s+|its\s+)?(.+)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?"
_MONTHS = r"(?!Jan|Feb|Mar[c ]|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_AFTER = re.compile(
    rf"\s+((?:to|from|with|between|of|in)\s+(?:the\s+)?{_MONTHS}{_NAME}(?:\s+and\s+{_NAME})?)(?![$€£¥])"
    r"|\s+(of\s+[a-z’'-]+(?:\s+and\s+[a-z’'-]+)?)(?=\s+(?:is|are|was|were|has|have|had|fell|rose)\b|[,.;])"
)
_TO_PARTY = re.compile(rf"\s(to|from|with)\s(?:the\s)?({_NAME})")
_GOES = re.compile(
    rf"\b(?:went|goes|go|came|comes|come|originat(?:e|es|ed))\s+(to|from|in)\s+({_NAME})"
)
_INTO = re.compile(rf"[a-z]+ed (?:into|by|from|in|to) (?:the )?{_NAME}")
_GOING = re.compile(r"\b(?:going to|coming from|sent to|sold to|bought from)\b")
_PEOPLE = re.compile(
    r"(?:[A-Z]\w+(?:ans|ese|ish|is|ns|ians)|\w*\s?(?:respondents|voters|people|citizens|experts|"
    r"adults|firms|companies|students|officials))$"
)
_DOES = re.compile(r"\s(?:who\s)?([a-z][^,.;:()—–]+?)(?=\s(?:in|since|by)\s\d{4}|[,.;:()—–]|$)")
_PAIR = re.compile(r"\b(?:bilateral|two[ -]way|mutual|joint|total|overall|annual|common)\s*", re.I)
_BOTH = re.compile(
    r"\b(?:bilateral|two-way|mutual|the two|two (?:countries|sides|states|nations|powers|neighbors"
    r"|neighbours)|both|their)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"\s+(?:between|of|among)\s+(?:the two|both|them)(?:\s+(?:countries|sides|states|nations|powers"
    r"|partners|economies|governments|neighbou?rs|allies|capitals))?\b",
    re.I,
)
_OWN = re.compile(r"^(?:the\s+)?(?:country|nation|state|kingdom|republic)[’']s\b", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:its|their|his|her|your|my|our)\s+(?:own\s+)?$", re.IGNORECASE)
_OPENING = re.compile(
    rf"^(?:\w+,\s)?(?:The\s)?({_NAME}|[A-Z]{{2,4}})\s(?:is|was|has|had|also|now|remains|became)\b"
)
_ACTOR = re.compile(rf"^(?:\w+,\s)?(?:The\s)?({_NAME}|[A-Z]{{2,4}})\s[a-z]")
_ROLE = re.compile(
    r"\b(?:is|remains?|remained|was|became|has become) (?:the|an?) ((?:[\w-]+ ){0,3}?"
    r"(?:donor|investor|lender|supplier|buyer|creditor|partner) (?:of|in|to|for) "
    rf"(?:the )?{_NAME})",
)
"""As what somebody gives or buys: `the largest donor of Chad, with a contribution of $5m`."""
_UNSURE = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|threat(?:s|en|ens|ened|ening)?|propos(?:e|es|ed|al)|demand(?:ed|ing)"
    r"|seek(?:s|ing)? to|sought|offered|could|might|may|if|whether|unless|await(?:s|ing)?)\b"
    r"[^.;:!?—]*$"
)
"""What makes a number nobody's: hoped for, threatened, proposed, possible."""
_SOLD = re.compile(r"\s(?:sold|exported|delivered|shipped|supplied|sent) to [A-Z]")
_COMPARED = re.compile(r"\bcompared (?:to|with) (?:the|a|its|their) \W*$")
_AMOUNT = re.compile(
    r"(?:(?:US)?[$€£¥]\s?)?\d[\d.,]*(?:\s?(?:billion|million|trillion|bn|m))?(?:\s\w+)?"
    r"[- ]?worth of\s+"
)
"""How much a whole is: no part of what it is."""
_DONE = re.compile(
    r"\s*(?:is|are|was|were|has been|have been)?\s*(bought|sold|purchased|supplied|delivered"
    r"|provided|made|held|owned|imported|absorbed|taken)\s(by|to)\s"
    rf"((?:the\s)?{_NAME}(?:\sand\s(?:the\s)?{_NAME})?)"
)
_LATELY = re.compile(r"\s(?:last|this|every|each) (?:year|month|quarter)$")
_BOUGHT = re.compile(
    r"\b(ordered|bought|sold|purchased|imported|exported|delivered|supplied|shipped|pledged)\b"
    r"[^,;:.!?—]*$"
)


def label(figure: Figure, found: Measure, question: Question, told: str = "") -> str:
    """Return what a figure measures in words that stand alone; empty where that is not known.

    `told` is what its article says before it: of whose trade it speaks, who `it` is.
    """
    before = _before(figure)
    if _UNSURE.search(before) and figure.kind != "forecast":
        return ""
    if _COMPARED.search(before) and not figure.year:  # "fell, compared to the 24% growth before"
        return ""
    said = _share(figure, question) if _of(figure) else _named(figure, found, question, told)
    words = " ".join(said.split())
    if not words or len(words.split()) > LONGEST + 3:
        return ""
    if left_out := EXCEPT.search(figure.text):
        words = f"{words}, {left_out.group()[:1].lower()}{left_out.group()[1:].strip()}"
    return words[:1].upper() + words[1:]


def _before(figure: Figure) -> str:
    return figure.text[: figure.number.start - figure.start]


def _ahead(figure: Figure, found: Measure) -> str:
    """Return what stands before the words of a measure; empty where its sentence has others."""
    return figure.text[: max(0, figure.text.find(found.shown))]


def _of(figure: Figure) -> str:
    """Return what stands behind a percentage and `of`; empty where it is no share of a whole."""
    if figure.unit != "%":
        return ""
    of = _OF.match(figure.text[figure.number.end - figure.start :])
    return " ".join(of[1].split()) if of else ""


def _share(figure: Figure, question: Question) -> str:
    """Return `share of Russian exports going to China` for `40% of Russian exports going …`."""
    whole = _AMOUNT.sub("", _of(figure), count=1)
    stop = _STOP.search(whole)
    first = (whole[: stop.start()] if stop else whole).strip()
    named = parties_in(_before(figure), question)
    part = _OWN.sub(possessive(named[0]), first) if len(named) == 1 else first
    part = _LATELY.sub("", part)
    if not 0 < len(part.split()) <= LONGEST or figure.moves:
        return ""
    rest = whole[len(first) :]
    if goes := _GOES.search(rest[:90]):
        led = rest[: goes.start()].strip()  # "arms [imported into Chad] came from Mali"
        part = f"{part} {led}" if _INTO.fullmatch(led) else part
        way = "going to" if goes[1] == "to" else "coming from"
        if re.search("[A-Z]", part):
            return f"share of {part} {way} {goes[2]}"
    if (done := _DONE.match(rest)) and re.search("[A-Z]", part):
        return f"share of {part} {done[1]} {done[2]} {done[3]}"
    if _PEOPLE.search(part) and (does := _DOES.match(rest)):
        words = does[1].split()
        return f"share of {part} who {' '.join(words)}" if len(words) < LONGEST else ""
    if _GOING.search(part):
        if re.search("[A-Z]", _GOING.split(part)[0]):
            return f"share of {part}"
        senders = [name for name in named if name not in parties_in(part, question)]
        return f"share of {possessive(senders[0])} {part}" if len(senders) == 1 else ""
    return _held(figure, part, question)


def _held(figure: Figure, part: str, question: Question) -> str:
    """Return `China’s share of Russian exports`, by the subject of the figure's own clause."""
    whose = figure.subject
    if re.search(r"\bit (?:\w+ ){1,2}(?:for )?\W*(?:\w+ )?$", _before(figure)):
        opening = _ACTOR.match(figure.text)
        whose = opening[1] if opening and names_party(opening[1], question) else whose
    if not whose or not (names_party(part, question) or names_party(whose, question)):
        return ""
    if not re.search("[A-Z]", part):  # "11% of exports" does not say whose
        return ""
    if _is_name(whose):
        return f"{possessive(whose)} share of {part}"
    return "" if _BOTH.search(whose) else f"{whose} as a share of {part}"


def _is_name(words: str) -> bool:
    """Tell whether words are a name and no more: `China`, `European Union`, `EU`."""
    capital = all(word[:1].isupper() for word in words.split())
    return bool(words) and capital and not re.search(r"[’']s\b", words)


def _named(figure: Figure, found: Measure, question: Question, told: str) -> str:
    """Return the noun of measurement with whose it is: `Chinese exports to Russia`."""
    noun = measured_noun(found)
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
    if _is_name(figure.subject) and names_party(figure.subject, question):
        whose = figure.subject if figure.subject.isupper() else possessive(figure.subject)
        role = _ROLE.search(_before(figure)) if words == noun else None
        return f"{whose} {first}{words[1:]}{f' as {role[1]}' if role else ''}"
    return words if re.search(r"\b[A-Z][a-z]", words[1:]) else ""


def _whose(figure: Figure, question: Question, told: str) -> str:
    """Return the name of who acts in the clause of a figure, or that `it` stands for."""
    named = names_party(figure.subject, question) and len(figure.subject.split()) <= OWNER
    if named or _is_name(figure.subject):
        return figure.subject
    opening = _ACTOR.match(_last_sentence(told)) if re.match(r"It\s", figure.text) else None
    return opening[1] if opening and names_party(opening[1], question) else ""


def _last_sentence(told: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“])", told.strip())[-1]


def _elsewhere(noun: str, told: str, question: Question) -> bool:
    """Tell whether an article spoke last of the trade of others: `trade between Chad and Mali`."""
    pattern = rf"\b{noun}s?\s(?:between|with|among)\s([^,.;:()]{{3,80}})"
    last = next(reversed(list(re.finditer(pattern, told, re.IGNORECASE))), None)
    if last is None:
        return False
    names = re.findall(rf"{_NAME}|\b[A-Z]{{2,}}\b", last[1])
    return any(not names_party(name, question) for name in names)


def _of_pair(
    figure: Figure, words: str, noun: str, found: Measure, question: Question, told: str
) -> str:
    """Return `China–Russia trade` where the two parties' own is meant, and nobody else's."""
    of_both = _BOTH.search(words) or _BOTH.search(figure.subject)
    theirs = re.search(r"\btheir\s+$", _ahead(figure, found))
    if names_party(_BETWEEN.sub("", words), question) or not (of_both or theirs or not found.scope):
        return ""
    if not (of_both or theirs) and _elsewhere(noun, told, question):
        return ""
    bare = _PAIR.sub("", _BETWEEN.sub("", words)).strip()
    plain = re.sub(r"(?i)(?:\btrade )?(?:turnover|commerce)", noun, bare) or noun
    return (
        f"{'–'.join(party.name for party in question.parties[:2])} {plain[:1].lower()}{plain[1:]}"
    )


def _antecedent(figure: Figure, found: Measure, question: Question) -> str:
    """Return the name that `its` stands for: the one its sentence opens with as its subject.

    Of a party's imports it is the share of the other, where no other owner is named before.
    """
    opening = _OPENING.match(figure.text)
    ahead = _ahead(figure, found)
    if opening and len(ahead) > opening.end():
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
    done = _BOUGHT.search(_before(figure))
    if not (of and done and (is_money(figure.unit) or (figure.unit and is_physical(figure.unit)))):
        return ""
    by = f" by {figure.subject}" if _is_name(figure.subject) else ""
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
    before = 0 <= at < figure.number.start - figure.start
    if behind and before and behind[2] not in shown:
        return f"{shown} {behind[1]} {behind[2]}"
    return shown

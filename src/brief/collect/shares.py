"""A percentage in; of what it is a share, and whose, out: `China’s share of Russian exports`."""

from __future__ import annotations

import re

from brief.collect.goods import possessive
from brief.collect.measures import ACTOR, BOTH, NAME, before, names_party, parties_in
from brief.model.question import Question
from brief.model.summary import Figure
from brief.vocabulary.lists import pattern

LONGEST = 9
"""Words of a whole."""
_stop = pattern(__package__, "shares.yaml", r"[,.;:()—–\[]|\s(?:{ends})\b")
_OF = re.compile(
    r"\s*(?:%|per\s?cent|percent)?\s*(?:\([^)]*\)\s*)?of\s+(?:the\s+|all\s+|its\s+)?(.+)",
    re.IGNORECASE | re.DOTALL,
)
_GOES = re.compile(
    rf"\b(?:went|goes|go|came|comes|come|originat(?:e|es|ed))\s+(to|from|in)\s+({NAME})"
)
_INTO = re.compile(rf"[a-z]+ed (?:into|by|from|in|to) (?:the )?{NAME}")
_GOING = re.compile(r"\b(?:going to|coming from|sent to|sold to|bought from)\b")
_PEOPLE = re.compile(
    r"(?:[A-Z]\w+(?:ans|ese|ish|is|ns|ians)|\w*\s?(?:respondents|voters|people|citizens|experts|"
    r"adults|firms|companies|students|officials))$"
)
_DOES = re.compile(r"\s(?:who\s)?([a-z][^,.;:()—–]+?)(?=\s(?:in|since|by)\s\d{4}|[,.;:()—–]|$)")
_OWN = re.compile(r"^(?:the\s+)?(?:country|nation|state|kingdom|republic)[’']s\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:(?:US)?[$€£¥]\s?)?\d[\d.,]*(?:\s?(?:billion|million|trillion|bn|m))?(?:\s\w+)?"
    r"[- ]?worth of\s+"
)
"""How much a whole is: no part of what it is."""
_DONE = re.compile(
    r"\s*(?:is|are|was|were|has been|have been)?\s*(bought|sold|purchased|supplied|delivered"
    r"|provided|made|held|owned|imported|absorbed|taken)\s(by|to)\s"
    rf"((?:the\s)?{NAME}(?:\sand\s(?:the\s)?{NAME})?)"
)
_LATELY = re.compile(r"\s(?:last|this|every|each) (?:year|month|quarter)$")
_IS = r"(?:is|was|are|were|became|becomes|has become|had become|remain(?:s|ed)?)"
_PARTNER = re.compile(
    rf"\b(?P<who>{NAME})\s(?:\w+\s)?{_IS}\s(?:also\s)?(?:the\s)?(?P<whose>{NAME})[’']s?\s"
)
_ROLE = re.compile(
    r"\b(?:(?P<trade>trad(?:e|ing) partner)"
    r"|(?P<exports>export (?:destination|market)|buyer|customer|destination of (?:its )?exports)"
    r"|(?P<imports>import (?:origin|source)|(?:source|origin) of (?:its )?imports"
    r"|(?:(?P<goods>[a-z]+) )?supplier)|(?P<investment>(?:foreign )?investor))"
    r"(?:\s\(|,? (?:with|at|accounting for) )(?:\w+\s){0,2}$"
)
"""What one is to another, right before the number: `top export destination (11%)`."""
_STANDING = re.compile(
    r"\b(?:buyer|customer|market|supplier|partner|source|destination|investor)\b"
)
_BARE = re.compile(r"(?:total |all |foreign )?(?:exports|imports|trade|sales|purchases)$")
_DOING = re.compile(
    r"\b(?:supplying|providing|selling|delivering|buying|taking|absorbing|purchasing|importing|accounting"
    r" for|making up|covering|supplied|provided|bought|took|absorbed)\W+(?:[a-z]+\W+){0,2}$"
)
"""What somebody does with a share of something, right before the number."""


def part_of(figure: Figure) -> str:
    """Return what stands behind a percentage and `of`; empty where it is no share of a whole."""
    if figure.unit != "%":
        return ""
    of = _OF.match(figure.text[figure.number.end - figure.start :])
    return " ".join(of[1].split()) if of else ""


def share(figure: Figure, question: Question) -> str:
    """Return `share of Russian exports going to China` for `40% of Russian exports going …`."""
    whole = _AMOUNT.sub("", part_of(figure), count=1)
    stop = _stop().search(whole)
    first = (whole[: stop.start()] if stop else whole).strip()
    named = parties_in(before(figure), question)
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
            return _of_flow(part, way, goes[2], question)
    if (done := _DONE.match(rest)) and re.search("[A-Z]", part):
        return f"share of {part} {done[1]} {done[2]} {done[3]}"
    if _PEOPLE.search(part) and (does := _DOES.match(rest)):
        words = does[1].split()
        return f"share of {part} who {' '.join(words)}" if len(words) < LONGEST else ""
    if found := _GOING.search(part):
        goods, way, end = part[: found.start()].strip(), found[0], part[found.end() :].strip()
        if re.search("[A-Z]", goods):
            return _of_flow(goods, way, end, question)
        senders = [name for name in named if name not in parties_in(part, question)]
        if len(senders) != 1:
            return ""
        return _of_flow(f"{possessive(senders[0])} {goods}", way, end, question)
    return _held(figure, part, question)


def _of_flow(goods: str, way: str, end: str, question: Question) -> str:
    """Return `Mali’s share of Chad’s exports` where goods are a flow and a party takes it."""
    flow = (_OUT if way.endswith("to") else _IN).search(goods)
    if flow and parties_in(end, question) and len(end.split()) <= 2:
        return f"{possessive(end)} share of {goods}"
    return f"share of {goods} {way} {end}"


_OUT, _IN = re.compile(r"\b(?:exports|sales|shipments)\b"), re.compile(r"\b(?:imports|purchases)\b")


def _held(figure: Figure, part: str, question: Question) -> str:
    """Return `China’s share of Russian exports`, by the subject of the figure's own clause."""
    whose = figure.subject
    if re.search(r"\bit (?:\w+ ){1,2}(?:for )?\W*(?:\w+ )?$", before(figure)):
        opening = ACTOR.match(figure.text)
        whose = opening[1] if opening and names_party(opening[1], question) else whose
    held = parties_in(part, question)
    if _DOING.search(before(figure)):  # "China, …, supplying 81% of Chad's imports"
        doers = _others(figure, held, question)
        theirs = not is_name(whose) or set(parties_in(whose, question)) <= set(held)
        whose = doers[0] if len(doers) == 1 and theirs else whose
    if held and parties_in(whose, question) == held:
        return ""  # nobody has a share of his own
    if not whose or not (names_party(part, question) or names_party(whose, question)):
        return ""
    if not re.search("[A-Z]", part):  # "11% of exports" does not say whose
        return _standing(figure, part, question)
    if is_name(whose):
        return f"{possessive(whose)} share of {part}"
    return "" if BOTH.search(whose) else f"{whose} as a share of {part}"


def _standing(figure: Figure, part: str, question: Question) -> str:
    """Return `China’s share of Russia’s exports` for `buyer …, with 11% of exports`."""
    whose = parties_in(figure.subject, question)
    if len(whose) != 1 or not _BARE.match(part) or not _STANDING.search(before(figure)):
        return ""
    others = _others(figure, whose, question)
    return (
        f"{possessive(whose[0])} share of {possessive(others[0])} {part}"
        if len(others) == 1
        else ""
    )


def _others(figure: Figure, known: list[str], question: Question) -> list[str]:
    """Return the parties named before a figure, without those known."""
    return [name for name in parties_in(before(figure), question) if name not in known]


def partner(figure: Figure, question: Question) -> str:
    """Return `Mali’s share of Chad’s exports` for `Mali is Chad’s top export market (11%)`."""
    role = _ROLE.search(before(figure)) if figure.unit == "%" else None
    if role is None:
        return ""
    head = next(reversed(list(_PARTNER.finditer(before(figure)[: role.start()]))), None)
    if head is None:
        return ""
    who, whose = parties_in(head["who"], question), parties_in(head["whose"], question)
    if len(who) != 1 or len(whose) != 1 or who == whose:
        return ""
    of = next(name for name in ("trade", "exports", "imports", "investment") if role[name])
    goods = f"{role['goods']} " if role["goods"] and role["goods"] not in _RANKS else ""
    return f"{possessive(who[0])} share of {possessive(whose[0])} {goods}{of}"


_RANKS = frozenset(
    ["top", "main", "largest", "biggest", "leading", "first", "major", "key", "chief"]
)


def is_name(words: str) -> bool:
    """Tell whether words are a name and no more: `China`, `European Union`, `EU`."""
    capital = all(word[:1].isupper() for word in words.split())
    return bool(words) and capital and not re.search(r"[’']s\b", words)

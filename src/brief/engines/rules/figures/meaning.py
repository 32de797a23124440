"""A figure in its tokens in; what it measures, and whose, out.

Each rule looks for the noun phrase at one place of the sentence; the first that finds a thing
decides. Where none does the measure is unknown, and stays so.
"""

from __future__ import annotations

from collections.abc import Iterator

from brief.engines.rules.figures.changes import moves
from brief.engines.rules.figures.data import number_words, words
from brief.engines.rules.figures.drafts import Draft
from brief.engines.rules.figures.nouns import is_plural
from brief.engines.rules.figures.phrases import (
    Phrase,
    acts,
    head_of,
    in_phrase,
    is_thing,
    is_verb,
    phrase_back,
    phrase_from,
    text_of,
)
from brief.engines.rules.figures.tokens import DIGITS, SIGN, WORD, Tokens
from brief.engines.rules.figures.when import before_time

CLAUSE_ENDS = frozenset(".;:?!()—")
CLAUSE = 24
"""Tokens searched back for the verb and for signs of a target."""
ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "this", "another"))
_DIMENSIONS = frozenset(("as", "long", "wide", "deep", "high", "tall", "much", "many", "far", "of"))
_SETS = frozenset(
    ("kept", "keeps", "keep", "held", "holds", "left", "leaves", "set", "fixed", "put")
)
"""Verbs that say where something is: 'kept [its key rate] at 5.25%'."""
_SAYS = frozenset(("said", "says", "told"))
OPENS = frozenset(("in", "under", "during", "by", "at", "after", "before", "on", "for", "with"))
_PERCENT = frozenset(("percent", "per", "cent", "%"))
_RELATIVE = frozenset(("which", "that", "who"))
_SUBORDINATES = frozenset(("as", "because", "since", "although", "though", "whereas"))


def measure_of(tokens: Tokens, draft: Draft) -> str:
    """Return a short verbatim phrase saying what the figure measures, '' when none is found."""
    if draft.counted:
        return text_of(tokens, _counted(tokens, draft.number.after, draft.after))
    if tokens.low(draft.after) == "of" and _whole(tokens, draft.after) is None:
        return ""  # "a third of what it burns"
    for found in _candidates(tokens, draft):
        phrase = _of_what(tokens, found)
        if is_thing(tokens, phrase) and not _vague(tokens, phrase, draft.first):
            return text_of(tokens, phrase)
    return ""


def subject_of(tokens: Tokens, first: int) -> str:
    """Return who or what the clause of a figure is about, '' where that is a pronoun or unclear."""
    phrase = _subject(tokens, first, any_verb=True)
    if phrase is None or tokens.low(phrase[1] - 1) in number_words().scales:
        return ""
    head = tokens.at(head_of(tokens, phrase))
    named = head.raw != head.low or is_plural(head.low) or phrase[1] - phrase[0] > 1
    return text_of(tokens, phrase) if named or tokens.low(phrase[0] - 1) in ARTICLES else ""


def _candidates(tokens: Tokens, draft: Draft) -> Iterator[Phrase | None]:
    """Yield the phrases that may say what is measured, the surest first."""
    first, after = draft.first, draft.after
    yield _whole(tokens, after)
    yield _whole_before(tokens, first)
    yield _grown(tokens, after)
    yield _behind(tokens, first, after)
    yield _before_of(tokens, first)
    if draft.unit in words("cues", "spans") - {"times"}:
        return  # how long something lasts is seldom said of the subject of its clause
    yield _changed(tokens, first)
    yield _worth(tokens, first)
    if draft.unit and draft.unit != "%" and not draft.money:
        yield _sized(tokens, first)
    yield _beside(tokens, first)
    yield _subject(tokens, first)
    yield _plural_behind(tokens, after)
    sum_for = tokens.low(after) in ("in", "for", "on") and tokens.at(after + 1).raw.islower()
    if draft.money and sum_for:
        yield phrase_from(tokens, after + 1)


def _of_what(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """Return of what a phrase says how much: `[arms]` of `the value of arms`, `a rise in arms`."""
    head = head_of(tokens, phrase) if phrase else -1
    low = tokens.low(head)
    much = low in ("value", "amount") and tokens.low(head + 1) == "of"
    grows = low in words("cues", "growths") - {"growth"} and tokens.low(head + 1) in ("in", "of")
    return (head + 2, phrase[1]) if phrase and (much or grows) else phrase


def _vague(tokens: Tokens, phrase: Phrase | None, first: int) -> bool:
    """Tell whether a phrase says how much and not of what: `a record high`, `6% of GDP`."""
    head = tokens.low(head_of(tokens, phrase)) if phrase else ""
    before = phrase is not None and phrase[1] <= first
    return head in words("cues", "vague") and not (before and head in words("cues", "wholes"))


def _whole(tokens: Tokens, after: int) -> Phrase | None:
    """Read '40% of [arms exports]', '$4bn-worth of [aircraft]', '4% of GDP on [defense]'."""
    after += tokens.at(after).raw == "-"
    after += tokens.low(after) == "worth"
    if tokens.low(after) != "of":
        return None
    product = tokens.low(after + 1) in words("cues", "wholes")
    if product and tokens.low(after + 2) in ("on", "to", "for"):
        return phrase_from(tokens, after + 3)  # "4% of GDP on [defense]"
    return phrase_from(tokens, after + 1)


def _whole_before(tokens: Tokens, first: int) -> Phrase | None:
    """Read 'Of [Morocco's exports], 58% go to …'."""
    phrase = phrase_back(tokens, first - 2) if tokens.at(first - 1).raw == "," else None
    opens = phrase is not None and tokens.low(phrase[0] - 1)
    while phrase and opens in ARTICLES | {"all"}:
        phrase = phrase[0] - 1, phrase[1]
        opens = tokens.low(phrase[0] - 1)
    return phrase if phrase and opens == "of" and phrase[0] == 1 else None


def _grown(tokens: Tokens, after: int) -> Phrase | None:
    """Read 'a 5% rise in [wages]'."""
    for k in range(after, after + 3):
        if tokens.low(k) in words("cues", "growths") and tokens.low(k + 1) in ("in", "of"):
            return phrase_from(tokens, k + 2)
    return None


def _behind(tokens: Tokens, first: int, after: int) -> Phrase | None:
    """Read 'a 25% [tariff on steel]', 'a total of 50% [tariffs]', 'the $45bn [deficit]'."""
    place = first - 1
    bridge = words("cues", "bridge") - ARTICLES - {"of"}
    while tokens.low(place) in bridge:
        place -= 1
    if tokens.low(place - 1) in ARTICLES and in_phrase(tokens, place):
        place -= 1  # "a historic $142bn arms deal"
    total = tokens.low(place) == "of" and tokens.low(place - 1) in words("cues", "vague")
    if not total and tokens.low(place) not in ARTICLES:
        return None
    after += tokens.at(after).raw == "-"
    if tokens.at(after - 1).raw == "-" and tokens.low(after) in _DIMENSIONS:
        after += 1  # "a 3,000-kilometer-long [pipeline]"
    if not in_phrase(tokens, after):
        return None
    phrase = phrase_from(tokens, after)
    grows = phrase and tokens.low(head_of(tokens, phrase)) in words("cues", "growths")
    return None if grows else phrase


def _before_of(tokens: Tokens, first: int) -> Phrase | None:
    """Read 'a [range] of 2,500 km', '[net worth] of about $3bn'."""
    k = first - 1
    bridge = words("cues", "bridge")
    while tokens.low(k) != "of" and (tokens.low(k) in bridge or tokens.low(k) in ("up", "a")):
        k -= 1
    if tokens.low(k) != "of" or not in_phrase(tokens, k - 1):
        return None
    return phrase_back(tokens, k - 1)


def _changed(tokens: Tokens, first: int) -> Phrase | None:
    """Read 'raised [duties on lumber] to 35%', 'the increase of [trade] from $8bn'."""
    k = first - 1
    leads = ("to", "by", "from", "at")
    while tokens.low(k) not in leads and tokens.low(k) in words("cues", "bridge"):
        k -= 1
    if tokens.low(k) not in leads:
        return None
    k = _before_change(tokens, k) - 1
    k -= tokens.at(k).raw in (",", "—", "–")
    phrase = phrase_back(tokens, k)
    if phrase is None:
        return None
    begin = phrase[0] - 1
    while tokens.low(begin) in ARTICLES | {"most", "all", "some"}:
        begin -= 1
    if moves(tokens.low(begin)) or tokens.low(begin) in _SETS:
        return phrase
    lows = [tokens.low(k) for k in range(*phrase)]
    for at, low in enumerate(lows[:-2]):
        if low in words("cues", "growths") and lows[at + 1] in ("of", "in"):
            return phrase[0] + at + 2, phrase[1]
    return None


def _before_change(tokens: Tokens, k: int) -> int:
    """Return where the words of a change begin of which `to` at `k` tells the end: `[by] 5% to`."""
    by = k - 1
    while tokens.at(by).kind == DIGITS or tokens.low(by) in _PERCENT:
        by -= 1
    return by if by < k - 1 and tokens.low(by) == "by" else k


def _worth(tokens: Tokens, first: int) -> Phrase | None:
    """Read '[a contract] worth $5bn', '[Spending], at 6% of GDP, …'."""
    k = first - 1
    bridge = words("cues", "bridge") - {"at"}
    while tokens.low(k) == "anywhere" or tokens.low(k) in bridge:
        k -= 1
    if tokens.low(k) == "amounting":
        return phrase_back(tokens, k - 1)
    if tokens.low(k) not in ("worth", "totaling", "totalling", "costing", "at"):
        return None
    valued = int(tokens.low(k - 1) == "valued")
    if valued and tokens.low(k - 2).endswith("ly"):
        valued = 2  # "the canal, originally valued at $7bn"
    aside = tokens.at(k - 1 - valued).raw == ","
    if tokens.low(k) == "at" and not (valued or aside):
        return None
    return phrase_back(tokens, k - 1 - valued - aside)


def _sized(tokens: Tokens, first: int) -> Phrase | None:
    """Read '[a border] 4,096 km long', '[a border] as long as over 4,000 km'."""
    k = first - 1
    while tokens.low(k) in _DIMENSIONS or tokens.low(k) in words("cues", "bridge"):
        k -= 1
    near = in_phrase(tokens, k) and tokens.at(k).raw == tokens.low(k)
    return phrase_back(tokens, k) if near else None


def _beside(tokens: Tokens, first: int) -> Phrase | None:
    """Read 'grew close, with [trade] expanding fivefold', 'while [sales] reaching $9bn'."""
    acted = False
    for k in range(first - 1, max(-1, first - CLAUSE), -1):
        acted = acted or (is_verb(tokens, k) and not tokens.low(k).endswith("ing"))
        if tokens.at(k).raw in CLAUSE_ENDS or (acted and tokens.low(k) == "and"):
            return None  # "… and imports fell by 5%"
        if tokens.low(k) in ("with", "while"):
            phrase = phrase_from(tokens, k + 1)
            return phrase if phrase and _amounting(tokens, phrase[1]) else None
    return None


def _amounting(tokens: Tokens, k: int) -> bool:
    """Tell whether a participle at `k` says how much: `rising`, `having fallen`, `standing at`."""
    low, next_low = tokens.low(k), tokens.low(k + 1)
    rising = low.endswith("ing") and moves(low)
    return rising or low in words("words", "amounting") or (low == "having" and moves(next_low))


def _subject(tokens: Tokens, first: int, any_verb: bool = False) -> Phrase | None:
    """Read '[bilateral trade] fell to $5bn': the noun phrase before the verb of the figure.

    Of who acts ('Riyadh spent $5bn') the figure is no measure; `any_verb` asks for them too.
    """
    k = _verb_before(tokens, first, first - CLAUSE)
    while k >= 0 and (tokens.low(k).endswith("ing") or (any_verb and _priced(tokens, k))):
        k = _verb_before(tokens, k, first - CLAUSE)
    if k < 0 or (not any_verb and acts(tokens, k)):
        return None
    if tokens.low(k) in _SAYS and not is_verb(tokens, k - 1):
        return None  # "the ministry said that 40 schools"
    auxiliary = words("words", "measure_between")
    while k >= 0 and (
        is_verb(tokens, k) or tokens.low(k) in auxiliary or tokens.low(k).endswith("ly")
    ):
        k -= 1
    if tokens.low(k) in ("and", "but") and tokens.low(k - 1) not in words("words", "stops"):
        earlier = _subject(tokens, k, any_verb)  # "[The EU] is a partner and had a share of 37%"
        return earlier or phrase_back(tokens, k, subject=True)
    if tokens.low(k) in _RELATIVE:
        k -= 1 + (tokens.at(k - 1).raw == ",")
    return _after_opening(tokens, phrase_back(tokens, before_time(tokens, k), subject=True))


def _after_opening(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """Return the name behind what opens a sentence: 'In that year [Chile] sold 5 ships'."""
    opens = tokens.low(0) in OPENS and tokens.low(1) in ARTICLES | {"that"}
    if phrase is None or phrase[0] != 2 or not opens:
        return phrase
    for k in range(phrase[0] + 1, phrase[1]):
        before = tokens.at(k - 1)
        noun = before.raw == before.low and before.low not in words("words", "stops")
        if tokens.at(k).raw[:1].isupper() and noun:
            return k, phrase[1]
    return phrase


def _priced(tokens: Tokens, k: int) -> bool:
    """Tell whether `worth` at `k` belongs to goods: 'bought [jets worth] $2bn'."""
    return tokens.low(k) == "worth" and not is_verb(tokens, k - 1)


def _verb_before(tokens: Tokens, place: int, limit: int) -> int:
    """Return the place of the last verb before `place` in its clause, -1 for none."""
    closed = False
    for k in range(place - 1, max(-1, limit), -1):
        if is_verb(tokens, k):
            return k
        parted = tokens.at(k - 1).raw == "," and not closed
        if parted and tokens.low(k) in _SUBORDINATES:
            return -1  # "reserves are falling, as the state owes $5bn"
        closed = closed or tokens.at(k).raw == ","
        if tokens.at(k).kind in (SIGN, DIGITS) and tokens.at(k).raw in CLAUSE_ENDS:
            return -1
    return -1


def _plural_behind(tokens: Tokens, after: int) -> Phrase | None:
    """Read 'brings 50% [tariffs]': several things behind the figure."""
    phrase = phrase_from(tokens, after) if in_phrase(tokens, after) else None
    return phrase if phrase and is_plural(tokens.low(head_of(tokens, phrase))) else None


def _counted(tokens: Tokens, first: int, after: int) -> Phrase | None:
    """Return the noun phrase of a count, without links ('of the', '-', 'or more')."""
    skip = words("words", "measure_skip")
    while first < after - 1 and (tokens.at(first).kind != WORD or tokens.low(first) in skip):
        first += 1
    return (first, after) if first < after else None

"""The tokens behind a number in, the noun it counts out: '13,000 Chinese workers' -> worker.

No tagger: a list of words that end a noun phrase, endings and lists that tell adjectives from
nouns, and the plural as the sign of the head.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from brief.engines.rules.figures.data import mapping, number_words, words
from brief.engines.rules.figures.tokens import DIGITS, WORD, Token, Tokens
from brief.vocabulary.nouns import invariable, irregular

_JOINTS = frozenset("-‐‑–/")
_QUOTES = frozenset("'’\"“‘")
_REACH = 7
"""Longest noun phrase, in tokens, that a number is taken to count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun counted: its singular, and the token behind it."""

    unit: str
    after: int


def singular(word: str) -> str:
    """Return the singular of a lower-case noun."""
    if word in irregular():
        return irregular()[word]
    if word in invariable() or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if word in invariable():
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return word in irregular()
    return word not in words("words", "not_plural") and word not in words("words", "stops")


@cache
def _adjective_ends() -> tuple[str, ...]:
    """Return the endings of adjectives and participles."""
    return tuple(sorted(words("words", "adjective_ends")))


def is_adjective(word: str) -> bool:
    """Tell whether a lower-case word is an adjective or participle, by list and ending."""
    if word in words("words", "suffix_nouns"):
        return word in words("words", "adjectives")
    return word in words("words", "adjectives") or (
        len(word) > 4 and word.endswith(_adjective_ends())
    )


def counted_noun(tokens: Tokens, place: int, one: bool) -> Counted | None:
    """Return the noun counted by the number that ends before `place`; `one` asks for a singular."""
    hyphen = tokens.at(place)
    odd = tokens.low(place + 1) in ("odd", "plus")
    if hyphen.raw in _JOINTS and hyphen.glued and tokens.at(place + 1).glued and not odd:
        return _hyphenated(tokens, place + 1)
    start = _after_size(tokens, _after_link(tokens, place))
    run = _run(tokens, start)
    head = _plural_head(run)
    named = head is None and (tokens.low(place) == "of" or _lone_name(run))
    if named or (one and start == place):
        head = _singular_head(run)
    if head is None or _costs(tokens, _index_after(tokens, start, run[head])):
        return None
    unit = " ".join([*_compound(run, head), _singular_token(run[head])])
    # Of "40 20-foot containers" the size is a figure of its own: the count ends before it.
    sized = start > place and start == _after_size(tokens, place)
    return Counted(unit, place if sized else _index_after(tokens, start, run[head]))


def _costs(tokens: Tokens, after: int) -> bool:
    """Tell whether the word before `after` is a verb with a sum: 'a pack of 12 [costs] £5'."""
    low, behind = tokens.low(after - 1), tokens.at(after)
    verb = low in words("words", "measure_verbs") or low in words("words", "measure_actions")
    return verb and (behind.kind == DIGITS or behind.raw in mapping("currencies", "signs"))


def _singular_token(token: Token) -> str:
    """Return the singular of a noun in the text; 'RBIs' loses its -s whatever its ending."""
    acronym = token.raw[:-1].isupper() and token.raw.endswith("s") and len(token.raw) > 2
    return token.low[:-1] if acronym else singular(token.low)


def _hyphenated(tokens: Tokens, place: int) -> Counted | None:
    """Return the noun of 'six-state', 'three-bedroom', '12-member'."""
    token = tokens.at(place)
    names, links = words("words", "hyphen_names"), words("words", "stops")
    noun = token.low in words("words", "hyphen_nouns")
    if token.kind != WORD or token.low in names or (token.low in links and not noun):
        return None
    return Counted(singular(token.low), place + 1)


def _after_link(tokens: Tokens, place: int) -> int:
    """Step over 'of the', 'or more', '+' between a number and its noun."""
    low = tokens.low(place)
    if low in ("or", "and") and tokens.low(place + 1) in ("more", "fewer", "less"):
        return place + 2
    if low == "+" or (low == "more" and is_plural(tokens.low(place + 1))):
        return place + 1  # "two more carriers"
    if low == "-" and tokens.low(place + 1) in ("odd", "plus"):
        return place + 2
    if low != "of":
        return place
    place += 2 if tokens.low(place + 1) in words("words", "of_follow") else 1
    return place + 1 if tokens.low(place).endswith("'s") else place


def _after_size(tokens: Tokens, place: int) -> int:
    """Step over a size or price before the noun: '40 [20-foot] containers', '900 [$5] tickets'."""
    signed = tokens.at(place).raw in mapping("currencies", "signs")
    after = place + signed + 1
    small = tokens.low(after - 1) in number_words().ones and not signed
    if tokens.at(after - 1).kind != DIGITS and not small:
        return place
    while tokens.at(after).raw == "-" and tokens.at(after).glued:
        after += 2
    return after if signed or after > place + 1 else place


def _run(tokens: Tokens, place: int) -> list[Token]:
    """Return the words of the noun phrase that begins at `place`."""
    run: list[Token] = []
    for k in range(place, place + _REACH):
        token = tokens.at(k)
        if _passes(tokens, k, bool(run)) or _code_at(tokens, k) or _pairs(tokens, k, run):
            continue
        if _how_often(tokens, k, run):
            continue
        if not run and token.low in words("words", "shown") and _ends(tokens, k + 1):
            run.append(token)  # "opened with nine shows."
            break
        if token.kind != WORD or token.low in words("words", "stops") or token.low.endswith("'s"):
            break
        if (run and token.line_start) or token.low in number_words().ones:
            break
        run.append(token)
    return run


def _how_often(tokens: Tokens, k: int, run: list[Token]) -> bool:
    """Tell whether a word of frequency at `k` describes the noun: `40 [weekly] flights`."""
    if tokens.low(k) not in words("words", "often") or any(is_plural(one.low) for one in run):
        return False
    behind = tokens.at(k + 1)
    return behind.kind == WORD and behind.low not in words("words", "stops")


def _ends(tokens: Tokens, place: int) -> bool:
    """Tell whether a phrase may end before `place`: a sign or a small word stands there."""
    low = tokens.low(place)
    return tokens.at(place).kind != WORD or low in ("and", "or", "in", "on", "a", "per", "this")


def _pairs(tokens: Tokens, k: int, run: list[Token]) -> bool:
    """Tell whether 'and' or a comma at `k` joins two adjectives ('Central and Eastern states')."""
    if tokens.low(k) not in ("and", "or", ",") or not run:
        return False
    both = (run[-1], tokens.at(k + 1))
    return all(t.kind == WORD and (t.raw != t.low or is_adjective(t.low)) for t in both)


def _code_at(tokens: Tokens, k: int) -> bool:
    """Tell whether letters with digits stuck to them stand at `k` ('A380')."""
    follows = tokens.at(k + 1)
    return tokens.at(k).raw.isupper() and follows.kind == DIGITS and follows.glued


def _passes(tokens: Tokens, k: int, inside: bool) -> bool:
    """Tell whether a sign inside a noun phrase is stepped over: a hyphen, a quote, 'F-16'."""
    token = tokens.at(k)
    if token.kind == DIGITS and not token.glued:
        named = inside and tokens.at(k - 1).raw[:1].isupper()
        return named and tokens.at(k + 1).kind == WORD and len(token.raw) < 4
    if token.kind == DIGITS:
        return token.glued and (_code_at(tokens, k - 1) or (inside and tokens.low(k - 1) == "-"))
    if token.raw in _JOINTS:
        return inside and token.glued and tokens.at(k + 1).glued
    return token.raw in _QUOTES and not inside


def _plural_head(run: list[Token]) -> int | None:
    """Return the place of the first plural noun that is not the modifier of another."""
    if len(run) == 1 and run[0].low in words("words", "shown"):
        return 0
    for k, token in enumerate(run):
        if not is_plural(token.low) and token.low not in words("words", "plural_modifiers"):
            continue
        follows = k + 1 < len(run) and is_plural(run[k + 1].low)
        name = token.raw != token.low and follows and run[k + 1].raw == run[k + 1].low
        if name or (token.low in words("words", "plural_modifiers") and follows):
            continue  # "five [Beatles] songs"
        if is_plural(token.low):
            return k
        if token.low in ("sales", "arms", "goods") and not follows:
            return k
    return None


def _singular_head(run: list[Token]) -> int | None:
    """Return the place of the noun after 'one': the last word before a verb or participle."""
    head = None
    for k, token in enumerate(run):
        if head is not None and (token.low.endswith(("ed", "ing", "ly")) or is_plural(token.low)):
            break
        if head is not None and is_adjective(token.low):
            break
        if not is_adjective(token.low):
            head = k
    return head


def _lone_name(run: list[Token]) -> bool:
    """Tell whether the phrase is one capital word: a people without plural ('50,000 Rohingya')."""
    return len(run) == 1 and run[0].raw[:1].isupper() and not run[0].raw.isupper()


def _compound(run: list[Token], head: int) -> list[str]:
    """Return the nouns that directly modify the head ('fighter jets', 'Jamaican dollars')."""
    out: list[str] = []
    money = singular(run[head].low) in words("words", "many_monies")
    for token in reversed(run[:head]):
        if not money and (token.raw != token.low or is_adjective(token.low)):
            break
        out.insert(0, singular(token.low))
    return out[-2:]


def _index_after(tokens: Tokens, start: int, token: Token) -> int:
    """Return the index behind `token`, searched from `start`."""
    place = start
    while tokens.at(place).start != token.start:
        place += 1
    return place + 1

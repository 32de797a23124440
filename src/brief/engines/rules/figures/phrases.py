"""Tokens in, noun phrases out: the one that begins at a word, and the one that ends with it.

A phrase takes with it what belongs to its noun ('exports [of arms] [to Egypt]'). Where it is cut
in the middle, or has no noun at its head, there is none: no phrase is better than a wrong one.
"""

from __future__ import annotations

from functools import cache

from brief.engines.rules.figures.changes import moves
from brief.engines.rules.figures.data import mapping, number_words, words
from brief.engines.rules.figures.nouns import is_plural
from brief.engines.rules.figures.tokens import DIGITS, WORD, Tokens
from brief.engines.rules.figures.when import WHICH

Phrase = tuple[int, int]
"""First token of a phrase, and the token behind it."""
LONGEST = 12
"""Tokens of a phrase at most."""
_LINKS = frozenset(
    ("of", "in", "on", "for", "with", "to", "from", "between", "against", "by", "among", "per")
)
_LOOSE = frozenset(("to", "from", "with", "in", "between", "by", "against"))
"""Links that belong to a noun only before a name ('exports to Egypt', not 'forces to land')."""
_DEALT = frozenset(("trade", "investment", "investments"))
"""Nouns that say with `in` what they are of: `trade in goods`."""
_DETERMINERS = frozenset(
    ("the", "its", "their", "our", "his", "her", "most", "all", "this", "that")
)
_AMOUNTS = _DETERMINERS | frozenset(
    ("a", "an", "about", "around", "some", "nearly", "almost", "more", "over", "roughly", "half")
)
"""What stands between a verb and its object or its figure."""
_BEFORE_ADJECTIVES = _LINKS | _DETERMINERS | {"a", "an", "and"}
_DONE = frozenset(["held", "sold", "bought", "paid", "made", "kept", "spent", "sent"])
"""Participles that do not end in -ed."""
_BORDERS = frozenset(".;:?!")
_MODALS = frozenset(["will", "would", "shall", "should", "may", "might", "could", "can", "must"])
_ACTORS = frozenset(("it", "he", "she", "they", "we", "which", "who"))
_ARE = frozenset(("is", "are", "was", "were", "be", "due", "set"))
"""What stands before `to` and a verb."""
_NOUN_CUES = frozenset(
    ("growth", "expansion", "contraction", "increase", "decline", "cuts", "loss", "recovery")
)
_NOUN_ENDS = ("tion", "sion", "ment", "ance", "ence", "ity", "ing", "ture", "age", "ship", "th")


def text_of(tokens: Tokens, phrase: Phrase | None) -> str:
    """Return the words of a phrase; empty for none."""
    if phrase is None:
        return ""
    first, after = phrase
    return tokens.text[tokens.at(first).start : tokens.at(after - 1).end]


def phrase_from(tokens: Tokens, start: int, limit: int = LONGEST) -> Phrase | None:
    """Return the noun phrase that begins at `start`: '40% of [arms exports to Egypt]'."""
    while tokens.low(start) in words("words", "measure_skip"):
        start += 1
    end = _run(tokens, start)
    if end == start:
        return None
    whole = end
    while (further := _linked(tokens, whole)) and further - start <= limit:
        whole = further
    return start, end if _breaks_off(tokens, whole) else whole


def _breaks_off(tokens: Tokens, end: int) -> bool:
    """Tell whether a phrase ends within a list of names: `aid for [Orel], Tula and Perm`."""
    two = tokens.at(end - 1), tokens.at(end + 1)
    if tokens.at(end).raw != "," or any(one.raw[:1] == one.low[:1] for one in two):
        return False
    ahead = range(end + 2, end + 2 + LONGEST)
    return any(tokens.low(k) == "and" and tokens.at(k + 1).raw[:1].isupper() for k in ahead)


def phrase_back(tokens: Tokens, last: int, *, subject: bool = False) -> Phrase | None:
    """Return the noun phrase that ends with token `last`, with all that belongs to its noun.

    Of a `subject` a participle is part: its verb stands behind (`trade [settled] in yuan fell`).
    """
    if tokens.low(last) in ("them", "both") and tokens.low(last - 1) == "between":
        last -= 2
    start = last
    while (
        start >= 0
        and last - start < LONGEST
        and (_joins(tokens, start, last) or (subject and start < last and _settled(tokens, start)))
    ):
        start -= 1
    if start >= 0 and (_cut(tokens, start) or _listed(tokens, start, last)):
        return None
    start = _paired(tokens, start) + 1
    if tokens.low(start) in WHICH and tokens.low(start + 1) in words("cues", "spans"):
        start += 2  # "Last year [Airbus and Embraer]"
    while start <= last and not (in_phrase(tokens, start) and tokens.at(start).kind == WORD):
        start += 1
    return (start, last + 1) if start <= last else None


def _paired(tokens: Tokens, start: int) -> int:
    """Return the place before a name that a loose dash joins to another: `[China – EU] trade`."""
    dash, left, right = tokens.at(start), tokens.at(start - 1), tokens.at(start + 1)
    loose = dash.raw in ("-", "–") and not dash.glued and not right.glued
    named = left.raw[:1].isupper() and right.raw[:1].isupper()
    led = start == 1 or tokens.low(start - 2) in words("words", "stops")
    return start - 2 if loose and named and led else start


def head_of(tokens: Tokens, phrase: Phrase) -> int:
    """Return the place of the noun that a phrase is about: 'exports' in 'exports to Egypt'."""
    first, after = phrase
    return next((k - 1 for k in range(first + 1, after) if tokens.low(k) in _LINKS), after - 1)


def is_thing(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Tell whether a phrase names something that is measured: no name, number or adverb alone."""
    if phrase is None:
        return False
    head = head_of(tokens, phrase)
    token = tokens.at(head)
    if tokens.low(phrase[0]).endswith("ly"):
        return False
    low = token.low
    known = number_words()
    if token.kind != WORD or low in known.ones or low in known.tens or low in known.scales:
        return False
    sure = tokens.low(phrase[0] - 1) == "of"
    if (low in words("words", "adjectives") and not sure) or low in words("words", "stops"):
        return False
    if low.endswith(("ly", "icant", "ous", "ful")) or low in words("cues", "spans"):
        return False
    return token.raw == low or _opens_as_noun(tokens, head)


def is_verb(tokens: Tokens, k: int) -> bool:
    """Tell whether token `k` is a verb that parts a subject from its figure."""
    low = tokens.low(k)
    if low not in _sometimes_verbs():
        return _bidden(tokens, k)
    if low == "up" and tokens.low(k + 1) == "to":
        return False  # "provides up to $5bn"
    if low in words("words", "measure_verbs") or (moves(low) and low not in _NOUN_CUES):
        return True
    if _bidden(tokens, k):
        return True
    if low in words("words", "deeds"):  # "[orders] about 3,000 tons", but "Korean orders"
        behind = tokens.at(k + 1)
        if behind.low == "to" and _someone(tokens, k - 1):
            return True
        money = behind.raw in mapping("currencies", "signs")
        return behind.kind == DIGITS or money or behind.low in _AMOUNTS
    if low not in words("words", "measure_actions"):
        return False
    return not (_acts(tokens, k) and _describes(tokens, k))


@cache
def _sometimes_verbs() -> frozenset[str]:
    """Return the words that may be verbs whatever leads to them."""
    listed = (words("words", name) for name in ("measure_verbs", "deeds", "measure_actions"))
    return words("cues", "up").union(words("cues", "down"), *listed)


def _someone(tokens: Tokens, k: int) -> bool:
    """Tell whether a name or a pronoun that acts stands at `k`: `[Tokyo] plans to raise`."""
    token = tokens.at(k)
    owns = token.low.endswith(("'s", "s'"))
    return token.low in _ACTORS or (token.raw[:1].isupper() and not owns)


def acts(tokens: Tokens, k: int) -> bool:
    """Tell whether the verb at `k` says what somebody does: of them a sum is no measure."""
    low = tokens.low(k)
    known = low in words("words", "measure_verbs") or moves(low)
    return low in words("words", "measure_actions") or (_bidden(tokens, k) and not known)


def _bidden(tokens: Tokens, k: int) -> bool:
    """Tell whether a word is a verb by what leads to it: `will [provide]`, `agreed to [send]`."""
    before = tokens.at(k - 1)
    if before.low != "to" and before.low not in _MODALS:
        return False
    token = tokens.at(k)
    if token.kind != WORD or token.raw != token.low or before.raw != before.low:
        return False
    if token.low.endswith("ly") or token.low in words("words", "measure_between"):
        return False
    ahead = tokens.low(k - 2)
    return before.low != "to" or ahead in _ARE or ahead in words("words", "intents")


def in_phrase(tokens: Tokens, k: int) -> bool:
    """Tell whether token `k` may stand inside a noun phrase: no link, verb, month or number."""
    token = tokens.at(k)
    if token.kind == DIGITS:
        return token.glued and tokens.at(k - 1).raw == "-" and tokens.at(k - 1).glued
    if token.kind != WORD:
        return token.raw in ("-", "‑", "–") and token.glued
    low = token.low
    if token.raw.isupper() and len(token.raw) > 1:
        return True  # "US" is no pronoun
    if low in words("words", "deeds"):
        return not is_verb(tokens, k)  # "its annual energy [needs]"
    return not (
        low in words("words", "stops") or is_verb(tokens, k) or low in mapping("words", "months")
    )


def _opens_as_noun(tokens: Tokens, head: int) -> bool:
    """Tell whether a word with a capital is a common noun: 'GDP', or the first of its sentence."""
    token = tokens.at(head)
    if token.low in words("cues", "things"):
        return True
    opens = head == 0 or tokens.at(head - 1).raw in (".", "“", '"', ":")
    if opens and tokens.low(head + 1) in ("of", "between", "among"):
        return True
    return opens and (is_plural(token.low) or token.low.endswith(_NOUN_ENDS))


def _run(tokens: Tokens, start: int) -> int:
    """Return the end of the words of one phrase, adverbs and directions at its end left out."""
    end = start
    while end < start + LONGEST and (in_phrase(tokens, end) or _both(tokens, end)):
        if end > start and is_plural(tokens.low(end - 1)) and _does(tokens, end):
            break  # "Finns [wanted]", "Finns [want]"
        if tokens.low(end) in WHICH and tokens.low(end + 1) in words("cues", "spans"):
            break
        if end > start and tokens.low(end) in words("words", "amounting"):
            break  # "exports to Egypt [totaling]"
        end += 1
    while end > start and (
        (end - 1 > start and _acts(tokens, end - 1) and not _linked(tokens, end))
        or tokens.low(end - 1).endswith("ly")
        or tokens.low(end - 1) in words("cues", "directions")
        or tokens.at(end - 1).raw in ("-", "–")
    ):
        end -= 1
    return end


def _linked(tokens: Tokens, end: int) -> int:
    """Return the end of the phrase that a link at `end` adds, 0 for none."""
    link = tokens.low(end)
    start = end + 1
    if link == "between" and (tokens.low(start), tokens.low(start + 1)) == ("the", "two"):
        return _run(tokens, start + 1)
    while tokens.low(start) in _DETERMINERS:
        start += 1
    named = tokens.at(start).raw[:1].isupper()
    traded = link == "in" and tokens.low(end - 1) in _DEALT
    if link not in _LINKS or (link in _LOOSE and not (named or traded)):
        return 0
    after = _run(tokens, start)
    fits = after > start and not tokens.low(start).endswith("ing")
    return after if fits and tokens.low(after - 1) not in words("cues", "spans") else 0


def _joins(tokens: Tokens, k: int, last: int) -> bool:
    """Tell whether token `k` belongs to the noun phrase that is read back from `last`."""
    low = tokens.low(k)
    if low in _LINKS:
        return k < last and (low not in _LOOSE - {"in"} or _named_behind(tokens, k))
    if low in _DETERMINERS:
        return k < last and tokens.low(k - 1) in _LINKS
    if _both(tokens, k):
        return True
    return in_phrase(tokens, k) and not (_acts(tokens, k) and not _describes(tokens, k))


def _named_behind(tokens: Tokens, k: int) -> bool:
    """Tell whether a name, or 'the two', 'the pair', stands behind the link at `k`."""
    behind = k + 1 + (tokens.low(k + 1) in _DETERMINERS)
    return tokens.at(behind).raw[:1].isupper() or tokens.low(behind) in ("two", "pair")


def _acts(tokens: Tokens, k: int) -> bool:
    """Tell whether a word has the ending of a verb in the past."""
    low = tokens.low(k)
    return len(low) > 4 and low.endswith("ed") and low not in words("words", "suffix_nouns")


def _does(tokens: Tokens, k: int) -> bool:
    """Tell whether a word is what the people before it do or hold: `voters [favor]`."""
    return _acts(tokens, k) or tokens.low(k) in words("words", "views")


def _describes(tokens: Tokens, k: int) -> bool:
    """Tell whether a participle describes a noun: '[deployed] warheads', 'goods [bought] from'."""
    before = tokens.at(k - 1)
    if k == 0 or before.raw in ("-", "“") or before.low in _BEFORE_ADJECTIVES:
        return True
    if tokens.low(k + 1) == "to" and (_bidden(tokens, k + 2) or tokens.low(k + 2) == "be"):
        return False  # "two governments [pledged] to raise"
    return tokens.low(k + 1) in _LINKS and before.low.endswith("s") and before.raw == before.low


def _settled(tokens: Tokens, k: int) -> bool:
    """Tell whether a participle behind a noun goes on with it: 'trade [carried] [out] in yuan'."""
    if tokens.low(k) == "out":
        return tokens.low(k + 1) in _LINKS and _settled(tokens, k - 1)
    led = tokens.low(k + 1) in _LINKS or (tokens.low(k + 1), tokens.low(k + 2)) == ("out", "in")
    before = tokens.at(k - 1)
    done = _acts(tokens, k) or tokens.low(k) in _DONE
    return done and led and before.raw == before.low and in_phrase(tokens, k - 1)


def _both(tokens: Tokens, k: int) -> bool:
    """Tell whether 'and' at `k` joins two nouns of one kind: 'goods and services'."""
    if tokens.low(k) != "and":
        return False
    left, right = tokens.at(k - 1), tokens.at(k + 1)
    if not (in_phrase(tokens, k - 1) and in_phrase(tokens, k + 1)):
        return False
    if k == 1 or tokens.at(k - 2).raw in _BORDERS:
        return right.raw == right.low or left.low not in words("words", "stops")
    if left.raw != left.low or right.raw != right.low:
        return left.raw != left.low and right.raw != right.low
    return left.low.endswith("s") == right.low.endswith("s") or tokens.low(k - 2) == "of"


def _listed(tokens: Tokens, k: int, last: int) -> bool:
    """Tell whether a phrase is the end of a list of names: 'France, [Japan and Korea]'."""
    two = any(tokens.low(place) == "and" for place in range(k + 1, last))
    return two and tokens.at(k).raw == "," and in_phrase(tokens, k - 1)


def _cut(tokens: Tokens, k: int) -> bool:
    """Tell whether a phrase breaks off at `k` in the middle of a list of nouns."""
    while tokens.low(k) in _DETERMINERS or tokens.low(k) in ("a", "an"):
        k -= 1
    if tokens.low(k) != "and":
        return False
    if tokens.at(k - 1).raw == ",":
        return not _says_more(tokens, k - 2)
    return in_phrase(tokens, k - 1) and tokens.low(k - 1) not in number_words().scales


def _says_more(tokens: Tokens, last: int) -> bool:
    """Tell whether a clause of its own ends at `last`: `rose to 5 million, and [barter] fell`."""
    for k in range(last, max(-1, last - LONGEST), -1):
        if tokens.at(k).raw in _BORDERS:
            return False
        if is_verb(tokens, k) or (_acts(tokens, k) and not _describes(tokens, k)):
            return True
    return False

"""A sentence in, who is plainly said to say something out, however far his name is from the verb.

Between the two may stand what he is, where he spoke and what he was asked: `Late last year the
speaker of the house, Ana Soto, quoted by an evening paper, said that …`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from brief.engines.rules.cues import BE, Attribution, low, reporting, skip
from brief.engines.rules.holders import NOT_ONE, SOMEBODY, Holder, holder
from brief.engines.rules.labels import name_at_end
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.tokens import Token, quoted_places

_LABEL = 6  # tokens of a date or a heading before a colon
_PLACE = 8  # tokens of where a report is from
_DASHES = frozenset("—–-")
_FEWEST = 6  # tokens of a sentence behind it
_SPEECH = 8  # words in quotation marks that are speech, not a term
_LISTENER = 6  # words of who is told
_CLAUSE = 10  # words in which the verb of a clause without `that` stands
_NAME = 12  # tokens of who is quoted
_MARKS = frozenset('“”"«»')
_TELLS = frozenset(["told", "tells"])
_HAVING = frozenset(["has", "have", "had"])
_QUOTING = frozenset(["quoted", "quotes", "cited", "cites", "reported"])
_CITED = frozenset(["saying", "stating"])
_ONES = frozenset(["it", "they", "he", "she", "we"])
_ASKED = frozenset(["asked", "quoted", "cited", "pressed", "interviewed", "who", "according"])
_SUBJECTS = frozenset(["the", "a", "an", "no", "it", "they", "he", "she", "this", "there", "we"])


def run_in(words: Sequence[Token]) -> int:
    """Return how many tokens a date or heading takes that runs into a sentence: `May 3: The …`.

    So does the place that a report is from: `OSLO — The two …`.
    """
    for place, word in enumerate(words[:_PLACE]):
        if word.text in _DASHES:
            return place + 1 if place and words[0].text.isupper() and len(words[0].text) > 2 else 0
        if not (word.is_word or word.text in ",.()"):
            break
    for place, word in enumerate(words[: min(_LABEL, max(0, len(words) - _FEWEST))]):
        if word.text == ":":
            opens = words[place + 1].is_capital or words[place + 1].text in _MARKS
            speaker = all(word.text.isupper() for word in words[:place] if word.is_word)
            return place + 1 if opens and not speaker else 0
        if word.low in words_of("finite") or not (word.is_word or word.text in ",."):
            return 0
    return 0


def in_speech(words: Sequence[Token], place: int) -> bool:
    """Tell whether a token stands in a quotation of some words that the sentence leads in."""
    return any(
        0 < first < place < last and sum(word.is_word for word in words[first:last]) >= _SPEECH
        for first, last in quoted_places(words)
    )


def plainly_said(
    words: Sequence[Token], text: str, authors: frozenset[str] = frozenset()
) -> Attribution | None:
    """Return who is said to say what follows a plain verb of saying, outside quotation marks."""
    quoted, speaking = quoted_places(words), _speaking()
    for place in range(1, len(words) - 1):
        if words[place].low not in speaking or any(a <= place < z for a, z in quoted):
            continue
        if low(words, place) in _CITED and low(words, place - 1) == "as":
            who = _quoted(words, text, place - 1, authors)
        elif _says(words, place):
            who = _speaker(words, text, place, authors)
        else:
            continue
        if who.kind in SOMEBODY:
            return Attribution(who, "clause", place)
    return None


@cache
def _speaking() -> frozenset[str]:
    """Return every word that may be a plain verb of saying."""
    return reporting("say", "say_clause", nouns=False) | _TELLS | _CITED


def opens_speech(words: Sequence[Token], verb: int) -> bool:
    """Tell whether a quotation follows a verb of saying, also behind `that`."""
    return _quotes(words, verb + 1) or (low(words, verb + 1) == "that" and _marked(words, verb + 2))


def _marked(words: Sequence[Token], place: int) -> bool:
    return place < len(words) and words[place].text in _MARKS


def _says(words: Sequence[Token], place: int) -> bool:
    """Tell whether a finite verb of saying stands here, with what is said behind it."""
    word = words[place]
    before = low(words, place - 1)
    if word.is_capital or (before in words_of("auxiliary") and before not in _HAVING):
        return False
    if word.low in _TELLS:
        stop = min(place + 2 + _LISTENER, len(words) - 1)
        return any(
            words[step].low == "that" or _clause(words, step) for step in range(place + 2, stop)
        )
    if word.low not in reporting("say", "say_clause", nouns=False) or word.low.endswith("ing"):
        return False
    after = skip(words, place + 1, words_of("adverb"))
    if low(words, after) == "that" or _quotes(words, after):
        return True
    return word.low in words_of("bare_say", "bare_clause", "tag_verbs") and _clause(words, after)


def _quotes(words: Sequence[Token], place: int) -> bool:
    """Tell whether speech in quotation marks follows: `: “…”`, `, “…”`, `“The …”`."""
    led = low(words, place) in (",", ":")
    start = place + led
    opens = start + 1 < len(words) and _marked(words, start)
    return opens and (led or words[start + 1].is_capital)


def _clause(words: Sequence[Token], place: int) -> bool:
    """Tell whether a clause without `that` begins: `the two are friends`, `Peru wants to sell`."""
    if place >= len(words) or not (words[place].is_capital or words[place].low in _SUBJECTS):
        return False
    for step in range(place + 1, min(place + _CLAUSE, len(words))):
        word = words[step]
        if word.text in ",;:":
            return False
        if word.low in words_of("finite") or (
            word.low.endswith("s") and low(words, step + 1) == "to"
        ):
            return True
        if step == place + 1 and words[place].low in _ONES and word.low.endswith("ed"):
            return True  # "told her | he viewed the plan with respect"
    return False


def _quoted(words: Sequence[Token], text: str, stop: int, authors: frozenset[str]) -> Holder:
    """Return whom `quoted Ana Soto as saying` names, or `Ana Soto was quoted as saying`."""
    for place in range(stop - 1, max(0, stop - _NAME), -1):
        if words[place].low in _QUOTING and low(words, place - 1) in BE:
            return _speaker(words, text, place, authors)
        if words[place].low in _QUOTING:
            return holder(words[place + 1 : stop], text)
    return NOT_ONE


def _speaker(words: Sequence[Token], text: str, verb: int, authors: frozenset[str]) -> Holder:
    """Return who speaks: the nearest part before the verb that names somebody.

    A name comes before the office beside it; what stands before them only leads in.
    """
    parts = list(_parts(words, verb))
    own = [word.low for word in parts[0]] if parts else []
    if own == ["who"] and len(parts) > 1:
        return holder(name_at_end(parts[1]), text, authors)  # "by President Soto, who said"
    if own in (["and"], ["but"], ["or"]):
        return NOT_ONE  # whose the second verb is, the first tells
    found = NOT_ONE
    for place, part in enumerate(parts):
        if _passes(part) and (place or low(words, verb - 1) == "," or part[0].low != "who"):
            continue
        who = holder(part, text, authors)
        if found.kind == "none" or who.kind == "name":
            found = who
            if who.kind in ("people", "body"):
                continue  # his name may stand before it
            return who if _led_in(parts[place + 1 :]) else NOT_ONE
        return found if _led_in(parts[place:]) else NOT_ONE
    return found


def _parts(words: Sequence[Token], verb: int) -> Iterator[list[Token]]:
    """Yield the parts between commas before the verb, the nearest first."""
    while verb and words[verb - 1].low in words_of("auxiliary", "adverb"):
        verb -= 1
    part: list[Token] = []
    for word in reversed(words[:verb]):
        if word.text in _MARKS or word.text == ";":
            break
        if word.is_word:
            part.insert(0, word)
        elif word.text in ",:—–" and part:
            yield part
            part = []
    if part:
        yield part


def _passes(part: Sequence[Token]) -> bool:
    """Tell whether a part only says when, where or how somebody spoke."""
    first = part[0]
    return (
        first.low in words_of("prepositions")
        or first.low in _ASKED
        or (first.low.endswith("ing") and first.text.islower())
    )


def _led_in(parts: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the parts of a sentence before its speaker make no statement of their own."""
    return not any(
        word.low in words_of("finite")
        for part in parts
        if not _passes(part) and not phrases("subordinators").at(part, 0)
        for word in part
    )

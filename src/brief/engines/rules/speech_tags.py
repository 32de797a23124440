"""A sentence in, who said it out, by a tag: `…,” Putin said`, `…, they say,`, `…, says Vaal.`."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import Attribution, low, lows, reporting, until_comma
from brief.engines.rules.holders import SPEAKERS, Holder, holder, is_leader
from brief.engines.rules.labels import label
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.subjects import subject, told_of_claims
from brief.engines.rules.tokens import Token

_LONGEST = 14  # tokens of a speaker's name with all that he is
_DENYING = frozenset(["too", "many"])  # `many problems for there to be, as some say, a pact`
_FEWEST, _COMMAS = 6, 2  # tokens and commas before the verb of a tag behind an office
_LAST = 2  # tokens from the verb of a closing tag to the end: `said.`
_TELLS = frozenset(["told", "tells"])
_LISTENER = 8  # tokens of those who are told: `…, Soto told the evening paper.`
_SINGLE = ("’", "'", "‘")
_TAG_AFTER = (",", "—", "–", "”", '"', "'")  # in `low`, apostrophes are straight


def without_denied(words: Sequence[Token]) -> Sequence[Token]:
    """Return a sentence without the aside that says whose claim it denies.

    Of `too many quarrels for there to be, as some say, an alliance` the denial is the author's.
    """
    for place in range(4, len(words) - 2):
        if words[place].text != "," or lows(words[place - 2 : place]) != ["to", "be"]:
            continue
        if words[place + 1].low != "as":
            continue
        close = next((n for n in range(place + 2, len(words)) if low(words, n) == ","), 0)
        if close and _DENYING & set(lows(words[:place])):
            return [*words[:place], *words[close + 1 :]]
    return words


def tag(words: Sequence[Token], text: str, authors: frozenset[str]) -> Attribution | None:
    """Recognize who said a quotation: `…,” Putin said at …`, `…,” said one of the envoys.`."""
    said = reporting("say", "say_clause")
    for place, word in enumerate(words):
        if word.text not in ("”", '"', "»") or not 0 < place < len(words) - 2:
            continue
        inner = place - 1 if low(words, place - 1) in _SINGLE else place
        if low(words, inner - 1) not in (",", "?", "!", "—") and low(words, place + 1) != ",":
            continue
        for verb in range(place + 1, min(place + 24, len(words))):
            if words[verb].low not in said or words[verb].low.endswith("ing"):
                continue  # "…,” comparing it to a road": still of whoever spoke before
            after = until_comma(words, verb + 1)[:_LONGEST]
            named = subject(words, verb, place + 1) or after
            who = holder(named, text, authors)
            if who.kind == "author" and low(named, 0) == "the":
                who = Holder("body", label(named, text))  # one does not quote one's own "study"
            if who.kind in SPEAKERS:
                return Attribution(who, "clause", verb)
            break
    return None


def aside(
    words: Sequence[Token], text: str, frame: Frame, authors: frozenset[str]
) -> Attribution | None:
    """Recognize an aside (`, they say,`) or a closing tag (`," Wang said.`)."""
    quoted = _quoted_as(words, text, frame)
    if quoted is not None:
        return quoted
    behind = apposed(words, text)
    if behind is not None:
        return behind
    said, phrase = reporting("say", "say_clause", nouns=False), phrases("say_phrase")
    heads = phrase.heads
    for place in range(frame.main + 2, len(words)):
        if words[place].low not in said and words[place].low not in heads:
            continue
        length = phrase.at(words, place)
        if not length and words[place].low not in said:
            continue
        if words[place].low in words_of("settled") and low(words, place + 1) == "to":
            continue  # "…, the leaders agreed to a deal"
        left = place - 1
        while left >= 0 and words[left].is_word and place - left < 9:
            left -= 1
        if left < 0 or words[left].text not in (",", "”", '"', "—", "’", "–"):
            continue
        close = low(words, place + max(1, length))
        tells = words[place].low in _TELLS and len(until_comma(words, place + 1)) <= _LISTENER
        if not tells and close not in words_of("after_tag") and close not in words_of("months"):
            continue
        if phrases("concessive").at(words, left + 1):
            continue  # "…, while its neighbors disagree"
        if told_of_claims(words[left + 1 : place]):
            continue
        who = holder(words[left + 1 : place], text, authors)
        if who.kind in SPEAKERS:
            return Attribution(who, "clause", place)
    return None


def apposed(words: Sequence[Token], text: str) -> Attribution | None:
    """Recognize a closing `…, Ana Soto, the head of the institute, told the paper.`."""
    for place in range(len(words) - 2, max(_FEWEST, len(words) - 2 - _LISTENER), -1):
        verb, before = words[place].low, low(words, place - 1)
        if before != "," or not (verb in _TELLS or verb in words_of("tag_verbs")):
            continue
        commas = [n for n in range(place - 1) if words[n].text == ","]
        if len(commas) < _COMMAS:
            continue
        name, office = words[commas[-2] + 1 : commas[-1]], words[commas[-1] + 1 : place - 1]
        who = holder(name, text)
        named = len(name) > 1 and all(word.is_capital for word in name) and who.kind == "name"
        told = low(office, 0) in ("the", "a", "an") or any(
            w.low in words_of("people") for w in office
        )
        if named and told:
            return Attribution(who, "clause", place)
    return None


def closes(words: Sequence[Token], found: Attribution) -> bool:
    """Tell whether a person closes a sentence: `Suggestions of a pact are wrong, Soto said.`"""
    tells = words[found.place].low in _TELLS and len(words) - found.place <= _LISTENER
    person = found.holder.kind == "name" or found.holder.name in ("he", "she")
    return person and (tells or found.place >= len(words) - _LAST)


def _quoted_as(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize a closing `…, the agency quoted two experts as saying.`."""
    for place in range(frame.main + 2, len(words) - 3):
        if words[place].low not in ("quoted", "cited", "quotes", "cites"):
            continue
        for stop in range(place + 2, min(place + 11, len(words) - 1)):
            if lows(words[stop : stop + 2]) == ["as", "saying"]:
                who = holder(words[place + 1 : stop], text)
                return Attribution(who, "clause", place) if who.kind in SPEAKERS else None
    return None


def inverted(words: Sequence[Token], text: str, authors: frozenset[str]) -> Attribution | None:
    """Recognize a tag with the verb first: `…, says Thomas Vaal of the Institute, …`."""
    for place in range(2, len(words) - 1):
        if words[place].low not in words_of("tag_verbs") or low(words, place - 1) not in _TAG_AFTER:
            continue
        who = holder(until_comma(words, place + 1)[:12], text, authors)
        if who.kind in ("people", "body", "name") or is_leader(who.name):
            return Attribution(who, "clause", place)
    return None

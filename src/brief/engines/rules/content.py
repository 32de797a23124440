"""A reported sentence in, the words that are given to its voice out: without `X said that`.

Only these say where the voice stands. What leads in (`The tension between A and B has led to
speculation that …`) and the verb (`denounced`, `praised`) are the teller's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.engines.rules.cues import Attribution, low, reporting
from brief.engines.rules.lexicon import words_of
from brief.engines.rules.tokens import Token

_QUOTE = re.compile(r"[“«][^“”«»]*[”»]?|\"[^\"]*\"?")
_SPEECH = 8  # words in quotation marks that are speech, not a term
_CLOSING = ("”", '"', "»", "’")
_TELLING = frozenset(["clause", "frame", "passive", "source"])
_BEFORE_VERB = frozenset(["no", "longer", "never", "still", "also", "not", "do", "does", "did"])
_NEXT = 3  # tokens after a verb of another kind in which `that` opens what is said
_FEWEST = 3  # words that say something
_REACH = 12  # tokens after the verb in which `that` opens what is said
_ANOTHER = 6  # tokens after a semicolon in which another is said to speak
_FINDS = frozenset(["find", "finds", "found", "consider", "considers", "considered", "deem"])
_SAME = frozenset(["he", "she", "they", "it", "that", "and", "but", "these", "this"])
_LEAD = 4  # tokens before which a frame leads in: `According to Vaal, …`


def content(words: Sequence[Token], text: str, found: Attribution) -> tuple[int, int] | None:
    """Return where the words given to a voice begin and end; `None` for the whole sentence."""
    quoted = [match.span() for match in _QUOTE.finditer(text)]
    spoken = " ".join(text[start:end] for start, end in quoted)
    whole = bool(quoted) and _opens_speech(text, quoted[0][0])
    first = _before_noting(words, found.place, quoted[0][0]) if whole else None
    if first is not None:
        return first
    if whole and len(re.findall(r"\w+", spoken)) >= _SPEECH:
        return quoted[0][0], quoted[-1][1]
    span = _lead(words, found) if found.mode == "source" else _after(words, found)
    if span is None:
        return None
    span = span[0], _until_another(words, span)
    count = sum(word.is_word for word in words if span[0] <= word.start < span[1])
    return span if count >= _FEWEST else None


def _before_noting(words: Sequence[Token], place: int, quoted: int) -> tuple[int, int] | None:
    """Return what is told first of who goes on to be quoted: `voiced hope for a pact, noting “…”`.

    The verb that tells it is the main one, and what is noted only backs it.
    """
    for step in range(place + _FEWEST + 1, len(words) - 1):
        if words[step].start >= quoted:
            return None
        said = words[step + 1].low
        if (
            words[step].text == ","
            and said.endswith("ing")
            and said in reporting("say", "say_clause")
        ):
            return words[place + 1].start, words[step].start
    return None


def _until_another(words: Sequence[Token], span: tuple[int, int]) -> int:
    """Return where what is given to a voice ends: before `; Soto replies that`."""
    said = reporting("say", "say_clause", nouns=False)
    for step, word in enumerate(words):
        if word.text != ";" or not span[0] < word.start < span[1]:
            continue
        for verb in range(step + 2, min(step + _ANOTHER, len(words))):
            subject = [one.low for one in words[step + 1 : verb]]
            if subject[0] in _SAME or not all(one.is_word for one in words[step + 1 : verb]):
                break
            if words[verb].low in said and not words[verb].is_capital:
                return word.start
    return span[1]


def _opens_speech(text: str, start: int) -> bool:
    """Tell whether a quotation is a sentence of its own, not a part of the teller's."""
    before = text[:start].rstrip()
    return text[start + 1 : start + 2].isupper() or before[-1:] in ("", ",", ":")


def _after(words: Sequence[Token], found: Attribution) -> tuple[int, int] | None:
    """Return what follows `that` or the verb; what stands before a verb that closes."""
    place = found.place
    closing = _closing(words, place)
    if closing > 0:
        return words[0].start, words[closing].start  # "…,” he said, and poured tea"
    if low(words, place) in words_of("deniers") or low(words, place + 1) == "against":
        return words[place].start, words[-1].end  # a denial is part of what is said
    while low(words, place) in _BEFORE_VERB and place + 1 < len(words):
        place += 1  # "diplomats [no longer] believe that"
    rest = sum(word.is_word for word in words[place + 1 :])
    for step in range(place, min(place + _REACH, len(words) - 1)):
        judged = words[place].low in _FINDS and words[step].low in words_of("view_nouns")
        if judged and low(words, step + 1) == "that":
            return words[place + 1].start, words[-1].end  # "finds claims that they part unfounded"
        told = words[step].low == "that" and (found.mode in _TELLING or step < place + _NEXT)
        if told or words[step].text == ":":
            return words[step + 1].start, words[-1].end
        if words[step].text in ',;“"«' and step > place:
            break
    if found.mode == "passive":
        return None  # what is seen as something stands before it
    if _inserted(words, place):
        return None  # "Opinion, pollsters say, is turning": all of it is what they say
    aside = low(words, place - 1) in (",", "”", '"', "’", "—", "–")
    if aside and low(words, place) not in words_of("tag_verbs"):
        return None  # "The critics, not least at home, call it"
    if aside or rest < _FEWEST:
        return _before(words, place)
    return words[place + 1].start, words[-1].end


def _inserted(words: Sequence[Token], place: int) -> bool:
    """Tell whether who speaks stands between two commas inside what he says: `, Soto says,`."""
    left = place - 1
    while left > 0 and words[left].is_word and place - left < _LEAD:
        left -= 1
    opened = left > 1 and words[left].text == "," and words[left - 1].is_word
    return opened and low(words, place + 1) == "," and place + 2 < len(words)


def _closing(words: Sequence[Token], place: int) -> int:
    """Return where a quotation ends in front of who said it, or -1."""
    left = place - 1
    while left > 0 and words[left].is_word and place - left < _REACH:
        left -= 1
    ends = words[left].text in _CLOSING and low(words, left - 1) in (",", "!", "?", "—", "…")
    return left if left > 0 and ends else -1


def _before(words: Sequence[Token], place: int) -> tuple[int, int] | None:
    """Return what stands before the comma in front of a closing tag."""
    for step in range(place - 1, 0, -1):
        if words[step].text in (",", "”", '"', "—", "–"):
            return words[0].start, words[step].start
    return None


def _lead(words: Sequence[Token], found: Attribution) -> tuple[int, int] | None:
    """Return what follows `According to Vaal,` or stands before `, according to Vaal`."""
    place = found.place
    start = next((n for n, word in enumerate(words) if word.is_word), 0)
    for step in range(place, min(place + _REACH + _LEAD, len(words) - 1)):
        if words[step].text == ",":
            if place - start < _LEAD:
                return words[step + 1].start, words[-1].end
            break
    return _before(words, place + 1) if place - start >= _LEAD else None

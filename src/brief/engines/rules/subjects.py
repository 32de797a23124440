"""A verb's place in, the tokens of its subject out, found by looking back from the verb."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.cues import BE, low, lows
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.tokens import Token

_RELATIVE = frozenset(["who", "whom", "which", "whose", "that", "where"])
_BEING = BE | {"being"}
_SHORT_LY = 5  # "ally", "only"
_ASIDE = 3  # words of a subject in an aside
_IN_NAMES = frozenset(
    ["of", "the", "and", "for", "in", "at", "de", "du", "van", "von", "bin", "al"]
)
_FEWEST_TOLD = 3
_SUBJECT_OF, _SHORT_ED = 2, 4  # tokens of `flanked by envoys`; letters of `shed`, `Fred`
_ORDINALS = frozenset(["first", "later", "latter", "far", "most", "less"])
_INSERTED = frozenset(["however", "though", "therefore", "meanwhile", "moreover", "instead"])
_JOINERS = frozenset(["and", "but", "yet", "so", "or"])


def subject(words: Sequence[Token], verb: int, start: int) -> list[Token]:
    """Return the tokens of the subject of the verb at `verb`, looking back to `start`.

    Empty when the verb is passive or no subject is found.
    """
    right = _before_auxiliaries(words, verb, start)
    if right <= start:
        return []
    if words[right - 1].low in _JOINERS:
        return _shared(words[start : right - 1])
    segments = _segments(words[start:right])
    if not segments or segments[-1][-1].low in _RELATIVE:
        return []
    if segments[-1][0].low in ("where", "when", "which", "whom") and words[right - 1].is_word:
        return []  # "…, where they pledged to": the verb is not the main one
    last = segments[-1]
    if last[0].low == "unlike" and words[right - 1] is last[-1] and low(words, verb + 1) == "by":
        return []  # "…, unlike the plan | promoted by Peru": no verb has it for its subject
    aside = verb + 1 < len(words) and words[verb + 1].text == "," and words[right - 1] is last[-1]
    if aside and len(segments) > 1 and last[0].is_word and len(last) <= _ASIDE:
        return last  # "The two states, he maintains, …"
    inserted = segments[-2:-1]
    if len(segments) > 2 and len(inserted[0]) == 1 and inserted[0][0].low in _INSERTED:
        return last  # "Just before the war, however, Soto | spoke"
    if len(segments) > 1 and last[0].low in _JOINERS and len(last) > 1:
        adjunct = _lead_in(last[1:])
        return _shared(words[start:right]) if adjunct else last[1:]
    for segment in segments:
        if segment is last and _lead_in(segment):
            return _behind_lead_in(segment)
        if segment is last or not _lead_in(segment):
            return _last_clause(last) if _has_clause(segment) else segment
    return []


def _behind_lead_in(segment: list[Token]) -> list[Token]:
    """Return who stands behind a lead-in without a comma: `Answering a guest | Dr. Lind`."""
    if segment[-1].low in ("he", "she"):
        return segment[-1:]
    for place in range(1, len(segment)):
        name = segment[place + 1 :]
        if segment[place].low.rstrip(".") in words_of("titles") and segment[place].is_capital:
            return segment[place:] if name and all(one.is_capital for one in name) else segment
    return segment


def goes_on(words: Sequence[Token], place: int, willing: frozenset[str]) -> bool:
    """Tell whether `to` goes on from another verb: `is ready to deny`, `went so far as to say`."""
    return low(words, place - 2) in willing or lows(words[place - 3 : place - 1]) == ["far", "as"]


def told_of_claims(tokens: Sequence[Token]) -> bool:
    """Recognize what a relative clause without `that` is about: `claims | both sides rejected`."""
    if len(tokens) < _FEWEST_TOLD or not tokens[0].low.endswith("s"):
        return False
    named = tokens[0].low in words_of("charges") and tokens[0].text.islower()
    return named and tokens[1].low not in words_of("prepositions")


def _shared(words: Sequence[Token]) -> list[Token]:
    """Return the subject two verbs share: `Columnists have gone further and described …`."""
    for segment in _segments(words):
        if _lead_in(segment):
            continue
        for place, word in enumerate(segment):
            if place and _verbal(word):
                return segment[:place]
        return segment
    return []


def _verbal(word: Token) -> bool:
    """Tell whether a word is a finite verb, by list or by ending."""
    return word.low in words_of("finite") or (word.text.islower() and word.low.endswith("ed"))


def _before_auxiliaries(words: Sequence[Token], verb: int, start: int) -> int:
    """Return the place after the subject: auxiliaries and adverbs skipped; -1 for a passive."""
    right = verb
    while right > start and (
        words[right - 1].low in words_of("auxiliary")
        or words[right - 1].low in words_of("adverb")
        or _manner(words[right - 1])
    ):
        before = words[right - 1].low
        if right - 1 > start and words[right - 2].low == "the" and before in _ORDINALS:
            break  # "The first | holds that", said of a school
        if before in _BEING and words[verb].low.endswith(("ed", "en", "ught")):
            return -1
        right -= 1
    return right


def _manner(word: Token) -> bool:
    """Tell an adverb by its ending: `traditionally`."""
    return word.text.islower() and word.low.endswith("ly") and len(word.low) > _SHORT_LY


def _segments(words: Sequence[Token]) -> list[list[Token]]:
    """Cut tokens at commas, semicolons and dashes outside brackets."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for word in words:
        depth += word.text in "(["
        depth -= word.text in ")]"
        if word.text in (",", ";", "—", "–", ":") and depth <= 0:
            parts.append([])
        elif word.is_word or depth > 0:
            parts[-1].append(word)
    return [part for part in parts if part]


def _lead_in(segment: Sequence[Token]) -> bool:
    """Tell whether a segment before the subject is only a lead-in: `At APEC 2014`."""
    first = segment[0].low
    if first in _JOINERS:
        return len(segment) == 1
    return (
        bool(phrases("subordinators").at(segment, 0))
        or (len(segment) == 1 and first in words_of("adverb", "interjections"))
        or (len(segment) == 1 and first.endswith("ly"))
        or (first.endswith("ing") and len(first) > 5 and not first.endswith("wing"))
        or (first in words_of("time_words"))
        or _undergone(segment)
    )


def _undergone(segment: Sequence[Token]) -> bool:
    """Recognize what befell the subject: `Flanked by two envoys, | Soto said`."""
    by = len(segment) > _SUBJECT_OF and segment[1].low in words_of("prepositions")
    return by and segment[0].low.endswith("ed") and len(segment[0].low) > _SHORT_ED


def _has_clause(segment: Sequence[Token]) -> bool:
    """Tell whether a finite verb stands in the segment outside a relative clause."""
    for place, word in enumerate(segment):
        if word.low in _RELATIVE:
            return False
        if place and word.low in words_of("finite"):
            return True
    return False


def _last_clause(segment: Sequence[Token]) -> list[Token]:
    """Return the subject after the last conjunction of a segment, or nothing."""
    for place in range(len(segment) - 1, -1, -1):
        if segment[place].low in ("and", "but", "yet", "while"):
            rest = list(segment[place + 1 :])
            if segment[place].low == "while" and rest and rest[0].low not in words_of("alone"):
                return []
            shared = [segment[0]] if segment[0].low in ("they", "he", "she") else []
            return rest or shared
    return []


def opening(words: Sequence[Token], start: int) -> list[Token]:
    """Return the noun phrase that opens a clause: `some people in the north`, `scores of critics`.

    It ends with its last word for people, or with the place that follows it; without such a word
    it ends before the first finite verb.
    """
    limit, end, finite = start, min(start + 12, len(words)), words_of("finite")
    while limit < end and words[limit].text not in ",;:" and words[limit].low not in finite:
        limit += 1
    for place in range(start + 1, limit):
        if words[place].text.islower() and words[place].low.endswith("ed"):
            limit = place
            break
    limit = _name_end(words, start, limit)
    for place in range(limit - 1, start - 1, -1):
        if words[place].low in words_of("people") or words[place].low in words_of("bodies"):
            return list(words[start : _place_after(words, _named(words, place + 1), limit)])
    return list(words[start:limit])


def before(words: Sequence[Token], start: int, stops: Sequence[str]) -> Sequence[Token]:
    """Return the tokens from `start` to the first of `stops`, or those that open a clause."""
    for place in range(start + 1, min(start + 8, len(words))):
        if words[place].low in stops:
            return words[start:place]
    return opening(words, start)


def _named(words: Sequence[Token], stop: int) -> int:
    """Return where the name behind an office ends: `Energy Minister | Ana Soto`."""
    while stop < len(words) and words[stop].is_capital and words[stop - 1].text not in ",;:":
        stop += 1
    return stop


def _name_end(words: Sequence[Token], start: int, limit: int) -> int:
    """Return where a name that opens a clause ends: `Ivo Brandt of the Institute | struck …`."""
    if start + 1 >= limit or not (words[start].is_capital and words[start + 1].is_capital):
        return limit
    if words[start].low == "the" and words[start + 1].low not in words_of("peoples"):
        return limit  # "The Oslo-Riga relationship"
    for place in range(start + 2, limit):
        word = words[place]
        if words[place - 1].low.endswith("'s"):
            continue  # "President Ana Soto's | adviser"
        if not word.is_capital and word.low not in _IN_NAMES and word.low not in words_of("people"):
            return place
    return limit


def _place_after(words: Sequence[Token], stop: int, limit: int) -> int:
    """Return where a place that follows a noun ends: `in Hong Kong`, `in the north`."""
    if stop >= limit or words[stop].low not in ("in", "of", "from", "at"):
        return stop
    after = stop + 1
    while after < limit and (words[after].is_capital or words[after].low in ("the", "and", "a")):
        after += 1
    if after < limit and words[after - 1].low == "the":
        after += 1
    return after if after > stop + 1 else stop

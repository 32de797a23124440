"""A sentence in, its people out: a view shown by who the sentence is about, not by its verb.

Critics, columnists, experts hold views whatever they are said to do ("Hardliners dream of …");
officials and generals do when a clause follows ("A diplomat whispered to me that the …").
"""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.advice import finds_out, guessed
from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import Attribution, low, lows, reporting, skip
from brief.engines.rules.holders import SOMEBODY, THOSE, UNNAMED, Holder, holder, is_leader
from brief.engines.rules.labels import lower_first
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.subjects import before, opening
from brief.engines.rules.tokens import Token

_FEWEST = 4  # words of a quotation that is speech; fewer are a term
_ASIDE = 12  # tokens of an aside behind a subject
_LONGEST_VIEW = 12  # tokens of a camp that is named by its view
_STILL = frozenset(["still", "also", "now", "long", "openly", "increasingly", "quietly"])
_GO_ON = frozenset(["and", "tend", "tends", "say", "argue", "point", "seem"])
_ABOUT = ("of", "about", "that", "on", "in", "over")
_DETERMINERS = frozenset(
    ["the", "a", "an", "no", "it", "they", "he", "she", "this", "these", "both", "neither", "there",
     "all", "some", "what", "nothing", "any", "their", "its", "in", "if", "when"]
)  # fmt: skip


def people(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Return the attribution of a sentence to the people it is about, or `None`."""
    return (
        _existing(words, text, frame)
        or _camp(words, frame)
        or _among(words, text)
        or _talk(words, text, frame)
        or _subject(words, text, frame)
    )


def _subject(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize people as the subject: `Nationalist bloggers cheer the coming union`."""
    kept = opening(words, frame.main)
    lows = {word.low for word in kept}
    who = holder(kept, text)
    after = frame.main + len(kept)
    office = who.kind == "name" and bool(lows & words_of("people"))
    if who.kind in ("name", "pronoun") or is_leader(who.name):
        person = None if office and _supposed(words, after, lows) else _person(words, who, after)
        if person or not office:
            return person
    if len(kept) > 5 and not lows & words_of("people", "bodies"):
        return None
    if not (who.kind in ("people", "body") or office) or phrases("nobody").at(words, frame.main):
        return None
    if _supposed(words, after, lows):
        return None
    if low(words, after) in ("'", "’") or (kept and kept[-1].low.endswith("'s")):
        return None  # "analysts’ misperception" is not what the analysts say
    after = _past_aside(words, after) if who.kind == "people" else after
    wants = who.kind == "people" and low(words, after) in words_of("wanting")
    if lows & words_of("talkers") or wants or _clause(words, after):
        return Attribution(who, "object", after)
    return None


def _past_aside(words: Sequence[Token], place: int) -> int:
    """Return the place of the verb behind an aside: `Russians[, above all the young,] want`.

    Where what follows commas is no wish the place stays.
    """
    if low(words, place) != ",":
        return skip(words, place, _STILL)
    ends = (at for at in range(place + 2, place + _ASIDE) if low(words, at) == ",")
    behind = next(ends, place - 1) + 1
    return behind if low(words, behind) in words_of("wanting") else place


def _supposed(words: Sequence[Token], place: int, subject: set[str]) -> bool:
    """Tell whether they only should or may hold a view: that is the author's advice or guess."""
    while place < len(words) and words[place].is_capital:
        place += 1  # "President | Soto should"
    if phrases("advice").at(words, place):
        return True
    if low(words, place) == "will" and finds_out(words, place + 1):
        return True
    return guessed(words, place, place + 1) and not subject & words_of("talkers")


def _person(words: Sequence[Token], who: Holder, after: int) -> Attribution | None:
    """Recognize a person who speaks by any verb: `Lukonin brushed it off: …`, `He let fly: “…”`."""
    if who.name in ("it", "they") or (who.kind == "name" and " " not in who.name):
        return None
    wants = who.kind == "name" and low(words, after) in words_of("wanting")
    if wants and not phrases("subordinators").at(words, after - len(who.name.split())):
        return Attribution(who, "object", after)
    near = words[after : after + 5]
    bare = not {"a", "an", "the"} & {word.low for word in near[:3]}  # "built a company that the"
    told = who.kind == "name" and (_speech(words, after, ":") or (bare and _clause(near, 1)))
    return Attribution(who, "clause", after) if told or _speech(words, after, '“«"') else None


def _speech(words: Sequence[Token], place: int, signs: str) -> bool:
    """Tell whether a colon with a clause, or a quotation of some words, follows."""
    for step in range(place + 1, len(words) - _FEWEST):
        if words[step].text not in signs:
            continue
        following = words[step + 1 : step + 1 + _FEWEST]
        whole = all(word.text not in '”»"' for word in following)
        opens = following[0].low in _DETERMINERS | {"that", "one", "we"}
        if whole and (opens or words[step].text != ":"):
            return True
    return False


def _clause(words: Sequence[Token], place: int) -> bool:
    """Tell whether a clause that states something follows: `… that the`, `…: the`."""
    for step in range(place, len(words) - 1):
        following = words[step + 1]
        if words[step].low == "that" and (
            following.low in _DETERMINERS or (following.is_capital and step > place)
        ):
            return True
    return False


def _existing(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `There are those who hold that …`, `There are some in Oslo inclined to …`."""
    for place in range(frame.main + 2, min(frame.main + 8, len(words) - 2)):
        if words[place].low == "are" and lows(words[place + 1 : place + 3]) == ["those", "who"]:
            return Attribution(THOSE, "clause", place)  # "On one side are those who …"
    if low(words, frame.main) != "there" or low(words, frame.main + 1) not in ("are", "is"):
        return None
    for step in range(frame.main + 3, min(frame.main + 12, len(words) - 1)):
        word = words[step].low
        warning = word.endswith("ing") and word in reporting("say", "say_clause")
        minded = word in words_of("minded") and low(words, step + 1) == "to"
        if word in ("who", "that") or warning or minded:  # "a chorus of experts warning of"
            who = holder(words[frame.main + 2 : step], text)
            return Attribution(who, "frame", step) if who.kind == "people" else None
    return None


def listened(words: Sequence[Token], text: str) -> Attribution | None:
    """Recognize `To hear the Kremlin tell it, …`, `Ask a banker and he will tell you that …`."""
    start = next((place for place, word in enumerate(words) if word.is_word), 0)
    length = phrases("listen").at(words, start)
    if not length:
        return None
    for stop in range(start + length + 1, min(start + length + 8, len(words))):
        if words[stop].low in ("tell", ",", "and", "say", "talk"):
            who = holder(words[start + length : stop], text)
            return Attribution(who, "source", stop) if who.kind in SOMEBODY else None
    return None


def _camp(words: Sequence[Token], frame: Frame) -> Attribution | None:
    """Recognize whom a sentence names by their view: `Those who see a bloc tend to overlook …`."""
    start = frame.main
    if lows(words[start : start + 2]) != ["those", "who"]:
        return None
    verb = skip(words, start + 2, words_of("adverb"))
    views = reporting("say", "say_clause", "say_as", "judge")
    if low(words, verb) not in views or phrases("dispelling").first(words, verb) >= 0:
        return None
    name = _view_named(words[start : start + _LONGEST_VIEW], verb - start)
    return Attribution(Holder("people", lower_first(name, words[start:]), True), "object", verb)


def _view_named(words: Sequence[Token], verb: int) -> str:
    """Return `those who see a bloc as strong`: the name of a camp, up to what it does."""
    stop = next(
        (n for n in range(verb + 1, len(words))
         if words[n].low in words_of("finite") | _GO_ON or not words[n].is_word),
        len(words),
    )  # fmt: skip
    return " ".join(word.text for word in words[:stop])


def _among(words: Sequence[Token], text: str) -> Attribution | None:
    """Recognize `Among Russian experts the view prevails that …`."""
    if low(words, 0) not in ("among", "amongst"):
        return None
    for stop in range(2, min(8, len(words))):
        if words[stop].low in words_of("people") or words[stop].low in words_of("peoples"):
            rest = {word.low for word in words[stop:]}
            if rest & words_of("view_nouns") and "that" in rest:
                return Attribution(holder(words[1 : stop + 1], text), "frame", stop)
            return None
    return None


def _talk(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize talk without a talker: `Speculation about a union is rife`."""
    start = frame.main
    if low(words, start) in words_of("moods") and low(words, start + 1) in (*_ABOUT, "for"):
        return _spreading(words, text, start)
    if low(words, start) not in words_of("talk") or len(words) < start + 3:
        return None
    if phrases("verdicts").first(words) >= 0 or low(words, start + 1) not in _ABOUT:
        return None
    return Attribution(UNNAMED, "passive", start)


def _spreading(words: Sequence[Token], text: str, start: int) -> Attribution | None:
    """Recognize a mood that spreads: `Worries about a bloc are growing in Warsaw`."""
    for place in range(start + 3, min(start + 20, len(words))):
        if words[place].low not in words_of("spreading"):
            continue
        if low(words, start + 1) == "in":  # "Fears in Seoul that …"
            who = holder(before(words, start + 2, ("that", "of", "about", "over")), text)
            if who.kind in SOMEBODY:
                return Attribution(who, "passive", place)
        if low(words, place + 1) in ("in", "among"):
            who = holder(opening(words, place + 2), text)
            if who.kind in SOMEBODY:
                return Attribution(who, "passive", place)
        return Attribution(UNNAMED, "passive", place)
    return None

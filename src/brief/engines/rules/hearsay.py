"""A sentence in, the view out that it says is about: `there is a widespread belief that …`.

Such a view has a place or a crowd at most for a holder: `the idea that … has taken hold in
Brussels`, `we are told that …`, `in Seoul, the fear is that …`.
"""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import BE, Attribution, low, lows, reporting
from brief.engines.rules.holders import SOMEBODY, UNNAMED, Holder, holder
from brief.engines.rules.labels import bare
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.subjects import before, opening
from brief.engines.rules.tokens import Token

_DENIED = frozenset(["unlikely", "not", "never", "hardly"])
_AMONG = ("in", "among", "amongst", "within", "across")
_TOLD = frozenset(["told", "assured", "reminded", "warned"])
_BECOMES = frozenset(["become", "became", "becomes", "is", "was", "remains"])
_SHORT = 6  # tokens of who raises a concern
_LONGEST_CLAIM = 40  # tokens of `that …` before the verb of `the idea that … has taken hold`


def hearsay(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Return the attribution of a sentence that says which view is about, or `None`."""
    return (
        _there_is(words, text, frame)
        or _become(words, text, frame)
        or _current(words, text, frame)
        or _told(words, frame)
        or _feared_there(words, text, frame)
        or _position(words, text, frame)
        or _set_out(words, text, frame)
        or _led(words, text, frame)
        or _raised(words, text, frame)
        or _usual(words, text, frame)
        or _in_which(words, text, frame)
        or _came_from(words, text, frame)
    )


def _there_is(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `there is a widespread belief in Warsaw that …`."""
    if low(words, frame.main) != "there" or not BE & set(lows(words[frame.main : frame.main + 5])):
        return None
    for place in range(frame.main + 2, min(frame.main + 10, len(words))):
        if words[place].low in ("no", "little", "not", "nothing", "never"):
            return None
        if words[place].low not in words_of("about"):
            continue
        stop = _that(words, place + 1)
        if stop < 0:
            return None
        if low(words, place + 1) in _AMONG:
            who = holder(words[place + 2 : stop], text)
            return Attribution(who, "frame", place) if who.kind in SOMEBODY else None
        spread = set(lows(words[frame.main : place])) & words_of("others_view")
        return Attribution(UNNAMED, "frame", place) if spread and stop == place + 1 else None
    return None


def _become(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `it has become a familiar refrain in Warsaw that …`."""
    start = frame.main
    if low(words, start) != "it" or not _BECOMES & set(lows(words[start + 1 : start + 4])):
        return None
    spread = words_of("others_view", "usual")
    for place in range(start + 3, min(start + 9, len(words) - 2)):
        if words[place].low not in words_of("view_nouns", "about"):
            continue
        if not spread & set(lows(words[start:place])) or _that(words, place + 1) < 0:
            return None
        if low(words, place + 1) in _AMONG:
            who = holder(words[place + 2 : _that(words, place + 1)], text)
            if who.kind in SOMEBODY:
                return Attribution(who, "frame", place)
        return Attribution(UNNAMED, "frame", place)
    return None


def _that(words: Sequence[Token], place: int) -> int:
    """Return where `that` stands soon after `place`, before any comma; -1 when it does not."""
    for step in range(place, min(place + 9, len(words))):
        if words[step].text in ",;:":
            return -1
        if words[step].low == "that":
            return step
    return -1


def _current(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `the idea that … has taken hold in Brussels`, `the argument is often made that`."""
    start = frame.main
    if low(words, start) not in ("the", "this", "a", "an", "such"):
        return None
    nouns = words_of("about", "given")
    noun = next((i for i, word in enumerate(words[start : start + 6], start) if word.low in nouns),
                -1)  # fmt: skip
    if noun < 0:
        return None
    claimed = low(words, noun + 1) in ("that", "of")
    limit = noun + (_LONGEST_CLAIM if claimed else 4)
    verb = phrases("current").first(words, noun + 1, limit)
    if verb < 0 or phrases("verdicts").first(words) >= 0:
        return None
    if low(words, noun + 1) == "of" and words_of("finite") & set(lows(words[noun + 2 : verb])):
        return None  # "the conclusion of the war will change what has become a close tie"
    for step in range(verb + 1, min(verb + 8, len(words))):
        if words[step].low in _AMONG:
            who = holder(opening(words, step + 1), text)
            if who.kind in SOMEBODY:
                return Attribution(who, "frame", verb)
    return Attribution(UNNAMED, "frame", verb)


def _told(words: Sequence[Token], frame: Frame) -> Attribution | None:
    """Recognize `we are told that …`, `we were assured for years that …`."""
    start = frame.main
    if low(words, start) not in ("we", "you", "readers", "one"):
        return None
    be = start + 2 if low(words, start + 1) in words_of("auxiliary") - BE else start + 1
    if low(words, be) not in BE:
        return None
    for place in range(be + 1, min(be + 4, len(words))):
        if words[place].low in _TOLD and _that(words, place + 1) > 0:
            return Attribution(UNNAMED, "passive", place)
    return None


def _feared_there(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `In Seoul, the fear is that …`: the place before the comma holds the view."""
    if low(words, 0) not in ("in", "among", "for") or not 2 <= frame.main <= 7:
        return None
    main = words[frame.main : frame.main + 8]
    about = set(lows(main[:4])) & words_of("about", "view_nouns")
    if not about or low(main, 0) != "the" or "that" not in lows(main):
        return None
    if not BE & set(lows(main)):
        return None
    who = holder([word for word in words[1 : frame.main] if word.is_word], text)
    return Attribution(who, "frame", frame.main) if who.kind in SOMEBODY else None


def _position(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `Moscow's position is clear: …`, `the ambassador's message was blunt: …`."""
    for place in range(frame.main, min(frame.main + 7, len(words) - 3)):
        possessive = words[place].low.endswith("'s")
        if not possessive or low(words, place + 1) not in words_of("stated"):
            continue
        tail = words[place + 2 : place + 7]
        if low(tail, 0) in BE | {"remains"} and ":" in lows(tail):
            name = bare(holder(words[frame.main : place + 1], text).name)
            return Attribution(Holder("name", name), "frame", place) if name else None
    return None


def _set_out(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize what sets out a view: `Advocates make three points.`, `Their case is familiar.`."""
    for place in range(frame.main + 1, min(frame.main + 9, len(words) - 2)):
        if words[place].low not in words_of("giving", "set_out"):
            continue
        end = low(words, place + 3) in ("", ".", ":")
        if words[place].low in words_of("giving") and low(words, place + 1) in words_of("several"):
            who = holder(words[frame.main : place], text)
            if end and low(words, place + 2) in words_of("points") and who.kind in SOMEBODY:
                return Attribution(who, "frame", place)
        owner = words[place - 1].low.endswith(("'s", "'")) or words[place - 1].text in "'’"
        if owner and words[place].low in words_of("set_out") and low(words, place + 1) in BE:
            who = holder(words[frame.main : place], text)
            short = low(words, place + 2) in words_of("known") and end
            if short and who.kind in SOMEBODY:
                return Attribution(Holder(who.kind, bare(who.name), who.plural), "frame", place)
    return None


def _led(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `The visit moved several analysts to suppose that …`."""
    leading = words_of("leading")
    for place in range(frame.main + 1, len(words) - 3):
        if words[place].low not in leading:
            continue
        for step in range(place + 2, min(place + 9, len(words) - 1)):
            if words[step].low != "to":
                continue
            if words[step + 1].low not in reporting("say", "say_clause", "say_as"):
                return None
            who = holder(words[place + 1 : step], text)
            return Attribution(who, "clause", step + 1) if who.kind in SOMEBODY else None
    return None


def _raised(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `The visit raised concerns in Oslo of a new pact`, `fueled speculation that`."""
    raising = words_of("raising")
    for place in range(frame.main + 1, len(words) - 3):
        if words[place].low not in raising or _DENIED & set(lows(words[place - 2 : place])):
            continue
        noun = next(
            (i for i in range(place + 1, min(place + 6, len(words)))
             if words[i].low in words_of("raised")), -1)  # fmt: skip
        if noun < 0 or low(words, noun + 1) not in ("that", "of", "about", "over", *_AMONG):
            continue
        if low(words, noun + 1) in _AMONG:
            who = holder(before(words, noun + 2, ("of", "that", "about", "over")), text)
            if who.kind in SOMEBODY:
                return Attribution(who, "passive", place)
        raises = low(words, place) in ("raise", "raises", "raised") and place < frame.main + _SHORT
        who = holder(words[frame.main : place], text) if raises else UNNAMED
        return Attribution(who if who.kind in SOMEBODY else UNNAMED, "passive", place)
    return None


def _usual(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `Among analysts of the pact, it has been common to assume that …`."""
    start = frame.main
    main = lows(words[start : start + 9])
    if main[:1] != ["it"] or not BE & set(main[:3]) or not words_of("usual") & set(main[:6]):
        return None
    place = next((i for i in range(start + 2, start + 8) if low(words, i) == "to"), -1)
    if place < 0 or low(words, place + 1) not in reporting("say", "say_clause", "say_as"):
        return None
    among = low(words, 0) in ("among", "amongst", "in") and start > 1
    who = holder([word for word in words[1:start] if word.is_word], text) if among else UNNAMED
    return Attribution(who if who.kind in SOMEBODY else UNNAMED, "passive", place)


def _in_which(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize `…, the minister's speech of May, in which he warned that …`."""
    for place in range(frame.main + 2, len(words) - 3):
        if words[place].low != "in" or lows(words[place - 1 : place + 2]) != [",", "in", "which"]:
            continue
        if low(words, place + 2) not in ("he", "she", "they"):
            continue
        if low(words, place + 3) not in reporting("say", "say_clause", "say_as"):
            continue
        for noun in range(place - 2, 0, -1):
            owned = words[noun - 1].low.endswith("'s")
            if owned and words[noun].low in words_of("pieces"):
                who = holder(_owner(words, noun, 0), text)
                name = Holder(who.kind, bare(who.name), who.plural)
                return Attribution(name, "clause", place + 3) if who.kind in SOMEBODY else None
    return None


def _owner(words: Sequence[Token], noun: int, start: int) -> Sequence[Token]:
    """Return the tokens of whom a piece is: those before it, back to a verb or a sign."""
    left = noun - 1
    while left > start and words[left - 1].is_word and words[left - 1].low not in BE:
        left -= 1
    return words[left:noun]


def _came_from(words: Sequence[Token], text: str, _frame: Frame) -> Attribution | None:
    """Recognize `From some Peruvians came the view that …`."""
    if low(words, 0) != "from":
        return None
    for place in range(2, min(9, len(words) - 2)):
        if words[place].low in ("came", "comes", "come"):
            view = set(lows(words[place + 1 : place + 5])) & words_of("view_nouns")
            who = holder(words[1:place], text)
            return Attribution(who, "frame", place) if view and who.kind in SOMEBODY else None
    return None

"""A sentence in, the view it is put under out: `according to X`, `one line of argument is that`."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import (
    ASIDE,
    BE,
    ITSELF,
    Attribution,
    endorses,
    low,
    lows,
    reporting,
    until_comma,
)
from brief.engines.rules.holders import NOT_ONE, SOMEBODY, SPEAKERS, Holder, holder
from brief.engines.rules.labels import bare, label, lower_first
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.subjects import opening, subject
from brief.engines.rules.tokens import Token

_OWN = frozenset(["my", "our", "central", "main", "basic", "article", "paper", "core", "essay"])
_COORDINATORS = frozenset(["but", "and", "yet", "still"])
_LEADING = _COORDINATORS | {"least", "that", "then"}
_QUOTES = ("”", '"', "’")
_OPENS = frozenset(["according", "seen", "viewed", "as", "in", "from", "to", "on", "for"])
_LONGEST = 14  # tokens of a phrase that names a holder


def source(words: Sequence[Token], text: str, authors: frozenset[str]) -> Attribution | None:
    """Recognize `according to X`, `in X's view`, `from the Chinese perspective`, `as X notes`."""
    for place, word in enumerate(words):
        if word.low not in _OPENS:
            continue
        found = None
        if word.low == "according" and low(words, place + 1) == "to":
            found = _according(until_comma(words, place + 2), text, place, authors)
        elif place <= 2 and word.low in ("seen", "viewed") and low(words, place + 1) == "from":
            who = holder(until_comma(words, place + 2), text, authors)
            found = Attribution(who, "source", place) if who.kind in SOMEBODY else None
        elif word.low == "as" and lows(words[place : place + 3]) == ["as", "far", "as"]:
            who = holder(_concerned(words, place + 3), text, authors)
            found = Attribution(who, "source", place) if who.kind in SOMEBODY else None
        elif word.low == "in" and place > 3 and low(words, place - 1) == ",":
            found = _worded(words, text, place, authors)
        elif place <= 3 and word.low in ("in", "from", "to", "on", "for"):
            found = _viewpoint(words, text, place, authors)
        elif word.low == "as" and (place <= 2 or low(words, place - 1) in ASIDE):
            found = _as_says(words, text, place, authors)
            if found and found.holder.kind == "pronoun" and low(words, place - 1) in _QUOTES:
                found = None  # "“more rational this time” as they realize that"
        if found:
            return found
    return None


def _concerned(words: Sequence[Token], start: int) -> Sequence[Token]:
    """Return whom `as far as X is concerned` names; nothing without its `concerned`."""
    for place in range(start + 1, min(start + 8, len(words) - 1)):
        if words[place].low in BE and words[place + 1].low == "concerned":
            return words[start:place]
    return []


def _worded(
    words: Sequence[Token], text: str, place: int, authors: frozenset[str]
) -> Attribution | None:
    """Recognize an inserted `, in X's words,`."""
    inside = until_comma(words, place + 1)
    if len(inside) < 2 or inside[-1].low not in words_of("viewpoint_nouns"):
        return None
    if not any(word.low.endswith("'s") for word in inside):
        return None
    return _owned(inside[:-1], text, authors, place, inside[-1])


def _according(
    inside: Sequence[Token], text: str, place: int, authors: frozenset[str]
) -> Attribution | None:
    """Return the attribution to what follows `according to`, even to mere `figures`."""
    if inside and inside[0].low in ("which", "whom", "how", "what", "whether"):
        return None
    inside = _before_verb(inside)
    who = holder(inside, text, authors)
    if who.kind == "none" and _is_record(inside):
        who = Holder("body", label(inside, text))
    return Attribution(who, "source", place) if who.kind in (*SOMEBODY, "author") else None


def _is_record(inside: Sequence[Token]) -> bool:
    """Tell whether a phrase names what is cited: `customs figures`, `one version`."""
    if not inside or words_of("norms") & set(lows(inside[:4])):
        return False
    told = inside[0].low in words_of("alone") and words_of("view_nouns") & set(lows(inside[:3]))
    cited = words_of("records") & set(lows(inside[:_LONGEST]))
    return bool(told or cited) or phrases("released").first(inside) > 0


def _before_verb(inside: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens of a phrase up to a verb: `according to Gazprom is the biggest …`."""
    for place, word in enumerate(inside):
        if place and (word.low in BE or word.text in '“"«'):
            return inside[:place]
    return inside


def _viewpoint(
    words: Sequence[Token], text: str, place: int, authors: frozenset[str]
) -> Attribution | None:
    """Recognize a prepositional phrase that names whose view follows."""
    inside = until_comma(words, place + 1)
    if words[place].low in ("for", "to"):
        found = _to_whom(words, text, place, inside, authors)
        if found or words[place].low == "for":
            return found
    leads = place == 0 or low(words, place - 1) in _LEADING
    if not leads and words[place - 1].is_word and low(words, place - 1) not in words_of("adverb"):
        return None  # "Unmentioned in his account is …"
    nouns = words_of("viewpoint_nouns")
    mark = next((step for step, word in enumerate(inside[:_LONGEST]) if word.low in nouns), -1)
    if mark < 0 and "point of view" in " ".join(lows(inside)):
        mark = lows(inside).index("point")
        return _owned(inside[:mark], text, authors, place, inside[mark])
    if mark < 1:
        return None
    if low(inside, mark + 1) == "of" and mark <= 1:
        who = holder(inside[mark + 2 :], text, authors)
    elif low(inside, mark + 1) == "of":
        return None
    else:
        return _owned(inside[:mark], text, authors, place, inside[mark])
    return Attribution(who, "source", place) if who.kind in SOMEBODY else None


def _owned(
    words: Sequence[Token], text: str, authors: frozenset[str], place: int, noun: Token
) -> Attribution | None:
    who = _possessor(words, text, authors, noun)
    return Attribution(who, "source", place) if who.kind in SOMEBODY else None


def _to_whom(
    words: Sequence[Token],
    text: str,
    place: int,
    inside: Sequence[Token],
    authors: frozenset[str],
) -> Attribution | None:
    """Recognize `For most Russians, …`, `To its critics, …`, `For Alexei Masov it is …`."""
    first = all(not word.is_word or word.low in _COORDINATORS for word in words[:place])
    if not first and (words[place].low == "to" or low(words, place - 1) not in (",", "—", "–")):
        return None  # "prepares to host", "will fight for the other, he says"
    if words[place].low == "for" and inside and inside[0].low in words_of("time_words"):
        return None  # "For years Peru and Chile …, …"
    stop = next((i for i, word in enumerate(inside) if i and word.low in ("it", "this")), 0)
    stands = phrases("alone").at(inside, 0) == stop > 0  # "to others it presented"
    named = first and bool(stop) and (stands or all(word.is_capital for word in inside[:stop]))
    if not named and words_of("finite") & set(lows(inside)):
        return None
    closed = len(inside) <= _LONGEST and low(words, place + 1 + len(inside)) == ","
    if not named and not closed:
        return None
    who = holder(inside[:stop] if named else inside, text, authors)
    person = who.kind in ("people", "body") or (first and who.kind == "name" and " " in who.name)
    return Attribution(who, "source", place) if person else None


def _possessor(words: Sequence[Token], text: str, authors: frozenset[str], noun: Token) -> Holder:
    """Return the holder in `Moscow's view`, `many Russians' view`, `the Chinese perspective`."""
    if not words or words[0].low in words_of("own"):
        return NOT_ONE
    ends = [place for place, word in enumerate(words) if word.low.endswith("'s")]
    if ends:
        words = words[: ends[0] + 1]
    who = holder(words, text, authors)
    if who.kind == "author":
        return who
    last = words[-1]
    name = bare(who.name)
    if last.low.endswith("'s") or last.text in "'’":
        return Holder("name", name, last.text in "'’")
    if last.is_capital and words[0].low == "the":
        return Holder("name", f"{name} {noun.text}")
    return Holder(who.kind, name, who.plural) if who.kind == "people" else NOT_ONE


def _as_says(
    words: Sequence[Token], text: str, place: int, authors: frozenset[str]
) -> Attribution | None:
    """Recognize `As Doe notes,`."""
    said = reporting("say", "say_clause")
    goes = next((n for n in range(place + 2, place + 7) if low(words, n) in ("goes", "runs")), -1)
    if goes > 0 and low(words, goes - 1) in words_of("view_nouns", "stated"):
        name = label(words[place + 1 : goes], text)  # "As the Danish argument goes,"
        return Attribution(Holder("people", name), "source", place)
    if low(words, place - 1) in ("even", "such", "same", "much", "("):
        return None  # a bracket names a thing and says nothing of the sentence
    for verb in range(place + 1, min(place + 16, len(words))):
        noun = words[verb].low in words_of("noun_like") and low(words, verb + 1) not in ASIDE
        noun = noun and not _agency(words[place + 1 : verb], text)
        noun = noun or low(words, verb + 1) in ITSELF  # "As Oslo finds itself alone"
        if words[verb].low in said and low(words, verb + 1) in ("in", "by"):
            who = holder(until_comma(words, verb + 2), text, authors)
            if who.kind in SOMEBODY:  # "As recently stated in an article in Xinhua"
                return Attribution(who, "source", verb)
        if (words[verb].low in said and not noun) or phrases("say_phrase").at(words, verb):
            who = holder(subject(words, verb, place + 1), text, authors)
            if who.kind in SPEAKERS:
                return Attribution(who, "source", verb, endorses(words, place, verb + 1))
    return None


def _agency(named: Sequence[Token], text: str) -> bool:
    """Tell a name before a verb from one before a noun: `As Reuters | reports from Lima`."""
    alone = bool(named) and all(word.is_capital for word in named)
    return alone and holder(named, text).kind in ("name", "body")


def noun_frame(words: Sequence[Token], text: str, frame: Frame) -> Attribution | None:
    """Recognize a noun for a view with its verb: `The pervading conclusion among … is that`."""
    start, nouns = frame.main, words_of("view_nouns")
    for place in range(start, min(start + 12, len(words))):
        word = words[place]
        if word.text in ",;:" or word.low in ("that", "who", "which"):
            return None
        if word.low not in nouns:
            continue
        told = _told_by(words, text, place)
        if told is not None:
            return told
        verb = _frame_verb(words, place + 1)
        if verb > 0 and not any(item.low in words_of("finite") for item in words[start:place]):
            who = _frame_holder(words, text, words[start:place], place, verb)
            return Attribution(who, "frame", verb) if who else None
    return None


def _told_by(words: Sequence[Token], text: str, noun: int) -> Attribution | None:
    """Recognize `a narrative by some Russians that`, `the argument of X that`."""
    if low(words, noun + 1) not in ("by", "from", "among", "of"):
        return None
    if low(words, noun + 1) == "by":
        who = holder(opening(words, noun + 2), text)
        if who.kind in ("people", "body"):
            return Attribution(who, "frame", noun)
    for stop in range(noun + 3, min(noun + 10, len(words))):
        if words[stop].text in ",;:":
            return None
        if words[stop].low == "that":
            who = holder(words[noun + 2 : stop], text)
            return Attribution(who, "frame", stop) if who.kind in SOMEBODY else None
    return None


def _frame_verb(words: Sequence[Token], place: int) -> int:
    """Return the place of the verb that states the view, or -1."""
    for verb in range(place, min(place + 12, len(words))):
        if words[verb].text in ";:" or (words[verb].low == "that" and verb == place):
            return -1
        if not phrases("view_verbs").at(words, verb):
            continue
        if words[verb].low not in ("is", "was", "has", "would", "remains"):
            return verb
        tail = lows(words[verb + 1 : verb + 4])
        states = (
            "that" in tail
            or "roughly" in tail
            or tail[:2] == ["one", "of"]
            or tail[:1] in (["to"], ["as"])
        )
        return verb if states else -1
    return -1


def _frame_holder(
    words: Sequence[Token], text: str, lead: Sequence[Token], noun: int, verb: int
) -> Holder | None:
    """Return whose view the noun names; `None` when it is the author's own."""
    first = lows(lead)
    owned = any(word.endswith("'s") for word in first)
    if not first or (set(first) & _OWN and not owned):
        return None
    for word in ("his", "her", "their", "its"):
        if word in first:
            return Holder("pronoun", "they" if word in ("their", "its") else "he")
    if first[0] in ("this", "that", "such", "these"):
        return Holder("view", "")
    for step in range(noun + 1, verb):
        if words[step].low in ("among", "of", "by", "from", "in", "to"):
            who = holder(words[step + 1 : verb], text)
            if who.kind in ("people", "name", "state", "pronoun") or (
                who.kind == "body" and first[0] != "the"
            ):
                return who
    if any(word.endswith("'s") for word in first) or "'" in first:
        return _possessor(lead, text, frozenset(), words[noun])
    if first[0] == "the" and len(lead) > 1 and all(word.is_capital for word in lead[1:]):
        return Holder("people", f"{label(lead, text)} {words[noun].text}")  # "the Polish position"
    if set(first) & words_of("others_view"):
        stop = noun + 3 if low(words, noun + 1) == "of" else noun + 1
        name = " ".join(text[lead[0].start : words[min(stop, len(words)) - 1].end].split())
        return Holder("people", lower_first(name, lead))
    return None

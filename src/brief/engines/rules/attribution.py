"""One sentence in, its attribution out: the words by which it says whose view it states.

Found: a holder before or after a verb of reporting, `according to`, `in X's view`, nouns for a
view (`one line of argument is that`), passives without agent. Not looked at: other sentences;
carrying a view across sentences is the business of `voice`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from brief.engines.rules.advice import supposed, within
from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import (
    BE,
    ITSELF,
    OPENING_QUOTES,
    Attribution,
    Mode,
    clause_follows,
    endorses,
    low,
    lows,
    reporting,
    skip,
    verbs,
)
from brief.engines.rules.hearsay import hearsay
from brief.engines.rules.holders import Holder, holder, is_leader
from brief.engines.rules.idioms import (
    MADE,
    TAKEN,
    coins,
    gives,
    makes,
    numbers,
    takes,
)
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.passives import impersonal
from brief.engines.rules.people import listened, people
from brief.engines.rules.speech_tags import aside, closes, inverted, tag
from brief.engines.rules.subjects import goes_on, subject, told_of_claims
from brief.engines.rules.tokens import Token, quoted_places
from brief.engines.rules.viewpoints import noun_frame, source

_DEGREES = frozenset(["more", "less", "increasingly", "deeply", "highly", "very"])
_HEARD = ("people", "body", "name")
_SPOKEN = 8  # tokens between `spoke` and its `of`: `spoke with great warmth of`
# "called for talks", "termed out" name nothing.
_PARTICLES = frozenset(["for", "on", "off", "out", "in", "up", "back", "upon"])
_PRONOUNS = frozenset(["they", "he", "she", "who"])
_OFF = frozenset(["off", "away"])
_NOUNS = frozenset(["push", "call", "talk", "point", "focus", "play", "look", "cast", "hold"])
_AS = frozenset(["as", "lens", "prism"])  # "viewed the pact through a narrow lens"
_ONCE = frozenset(["once", "long", "twice", "previously", "recently", "newly"])
_THIS_PAPER = 2  # words of `this paper`, by which its author speaks
_FAR = 32  # tokens into the main clause that are searched for its verb


def attribution(
    words: Sequence[Token], text: str, frame: Frame, authors: frozenset[str] = frozenset()
) -> Attribution | None:
    """Return the attribution of a sentence's main clause, or `None`."""
    told = listened(words, text) or source(words, text, authors) or hearsay(words, text, frame)
    if told:
        outside = _speaks(words, text, authors) if _quoted(words, told.place) else None
        return outside or told
    beside = aside(words, text, frame, authors)
    if beside and closes(words, beside):
        return beside
    return (
        noun_frame(words, text, frame)
        or impersonal(words, frame)
        or _speaks(words, text, authors)
        or _verb(words, text, frame, authors)
        or beside
        or people(words, text, frame)
    )


def _speaks(words: Sequence[Token], text: str, authors: frozenset[str]) -> Attribution | None:
    """Return who is told beside a quotation to have said it: `“…,” said Ana Soto`."""
    return tag(words, text, authors) or inverted(words, text, authors)


def _quoted(words: Sequence[Token], place: int) -> bool:
    """Tell whether a token stands in quotation marks."""
    return any(first <= place < last for first, last in quoted_places(words))


def _verb(
    words: Sequence[Token], text: str, frame: Frame, authors: frozenset[str]
) -> Attribution | None:
    """Recognize a holder before a verb of reporting in the main clause."""
    telling = _telling()
    for place in range(frame.main + 1, min(frame.main + _FAR, len(words))):
        mode = _mode(words, place) if words[place].low in telling else None
        if mode is None:
            continue
        tokens = [] if _participle(words, place) else _subject(words, place, frame.main)
        if phrases("first_person").at(words, place - _THIS_PAPER) == _THIS_PAPER:
            tokens = list(words[place - _THIS_PAPER : place])  # "from this | our paper concludes"
        elif told_of_claims(tokens):
            continue
        who = holder(tokens, text, authors)
        if who.kind in ("name", "people") and "nobody" in lows(words[frame.main : place]):
            who = Holder("nobody")
        if who.kind == "nobody":
            return Attribution(who, "denied", place)
        if who.kind == "none":
            talkers = _talkers(words, place, text)
            if talkers is None:
                continue
            who = talkers
        if _fits(who, mode, tokens, words, place):
            if _not_that(words, frame.main, place):
                return None
            if supposed(words, who, tokens, place) or within(words, tokens, frame.main, place):
                return None
            endorsed = endorses(words, place - 3, place + 1)
            shown = who.kind == "body" and words[place].low in verbs("factive")
            shown = shown and low(words, place - 1) != "to"  # "set out to demonstrate that"
            return Attribution(who, mode, place, endorsed or shown)
    return None


def _not_that(words: Sequence[Token], start: int, stop: int) -> bool:
    """Recognize `the point is not that the two agree`: the author says what it is not."""
    return any(
        words[step].low == "that" and low(words, step - 1) == "not"
        for step in range(start, stop)
    )  # fmt: skip


def _subject(words: Sequence[Token], place: int, start: int) -> list[Token]:
    """Return the subject of a verb of reporting, also of `went out of his way to deny`."""
    if low(words, place - 1) == "to" and goes_on(words, place, words_of("willing")):
        for verb in range(start + 1, place - 1):
            if words[verb].low in words_of("finite") or words[verb].low.endswith("ed"):
                return subject(words, verb, start)
    found = subject(words, place, start)
    return [] if lows(found[:2]) in (["that", "it"], ["that", "they"]) else found


def _participle(words: Sequence[Token], place: int) -> bool:
    """Tell whether a form is no finite verb: `those championing closer ties`, `, once denied`.

    Nor is one after `are`: `they are often cast as allies`.
    """
    if low(words, place - 1) in _ONCE and low(words, place - 2) == ",":
        return True
    if low(words, place - 1) == "," and low(words, place + 1) in ("as", "by"):
        return words[place].low.endswith("ed")  # "a friendship, celebrated as a success"
    if words[place].low.endswith("ing"):
        return low(words, place - 1) not in words_of("being")
    before = place - 1
    while before > 0 and words[before].low in words_of("adverb"):
        before -= 1
    return before > 0 and words[before].low in BE


def _fits(
    who: Holder, mode: Mode, tokens: Sequence[Token], words: Sequence[Token], place: int
) -> bool:
    """Tell whether the holder can be the one who reports."""
    if words[place].low in words_of("noun_like") and (
        low(words, place - 1) in words_of("own", "before_noun")
        or low(words, place - 1).endswith("'s")
    ):
        return False
    if _is_noun(who, tokens, words, place):
        return False
    if _silent(words, place):
        return False
    if (
        who.kind == "state"
        and low(words, place + 1) == "on"
        and low(words, place + 2)[-3:] == "ing"
    ):
        return False  # "insists on sending its own crews"
    if who.kind == "state" and words[place].low in verbs("factive"):
        return False
    if who.name == "it":
        return mode not in ("loose", "phrase")  # "It is wary of" tells what a state is like
    if who.kind == "view":
        return mode in ("clause", "phrase", "object")
    if who.kind == "state" and words[place].low in words_of("declaring") and mode == "loose":
        rest = lows(words[place + 1 : place + 9])
        return who.plural and (bool({*OPENING_QUOTES} & set(rest)) or "to be" in " ".join(rest))
    if mode == "loose" and words[place].low in words_of("sights"):
        return _one_person(who)
    if mode == "loose":
        bare = words[place].low in words_of("bare_clause") and who.kind in _HEARD
        if bare and _bare_clause(words, _past_aside(words, place + 1)):
            return True
        opines = words[place].low in verbs("opine") and who.kind in ("people", "body")
        return opines or bool({token.low for token in tokens} & words_of("talkers"))
    if who.kind == "name" and words[place].low in ("find", "finds", "found"):
        return mode == "clause"
    if who.kind == "state" and words[place].low in words_of("deniers") and _charge(words, place):
        return True
    # "China opposes …" says what a state does, and the author says it.
    deed = mode == "object" or (mode == "phrase" and words[place].low in words_of("deeds"))
    if who.kind != "state" or not deed:
        return True
    if is_leader(who.name):
        return mode == "object" and words[place].low not in words_of("deeds")
    if words[place].low in words_of("naming") and low(words, place + 1) not in _PARTICLES:
        return mode == "object"
    return words[place].low in words_of("bare_say") and _bare_clause(words, place + 1)


def _one_person(who: Holder) -> bool:
    """Tell whether a holder is one person: what `sees` tells of a state is the author's."""
    return (who.kind == "name" and not who.plural) or who.name in ("he", "she")


def _charge(words: Sequence[Token], place: int) -> bool:
    """Recognize what is said no to: `denied the charge`, `rejects any suggestion of a pact`."""
    return bool(set(lows(words[place + 1 : place + 5])) & words_of("charges"))


def _is_noun(who: Holder, tokens: Sequence[Token], words: Sequence[Token], place: int) -> bool:
    """Tell a noun from a plain form after one holder: `the U.S. push for`, `a Soto call for`."""
    single = who.kind in ("name", "state") and not who.plural and bool(tokens)
    led = single and tokens[0].low in ("the", "a", "an", "this")
    return led and tokens[-1] is words[place - 1] and words[place].low in _NOUNS


def _bare_clause(words: Sequence[Token], place: int) -> bool:
    """Tell whether a clause follows without `that`: `said the friendship has no limits`."""
    for step in range(place, min(place + 10, len(words))):
        if words[step].text in ",;:":
            return False
        if step > place and words[step].low in words_of("finite"):
            return True
    return False


def _past_aside(words: Sequence[Token], place: int) -> int:
    """Return the place after `, however,`."""
    if low(words, place) == "," and low(words, place + 2) == ",":
        return place + 3
    return place


def _silent(words: Sequence[Token], place: int) -> bool:
    """Recognize what somebody did not say: `has not outlined what support it would offer`."""
    before, after = set(lows(words[max(0, place - 4) : place])), low(words, place + 1)
    if before & {"not", "never"} and after in ("what", "whether", "how", "why"):
        return True
    if words[place].low in words_of("settled") and after in ("to", "on", "upon"):
        return True  # "agreed to create a centre"
    named = words[place - 1].is_capital or words[place].low in words_of("naming")
    if "whom" in before or ("what" in before and named):
        return True  # "neighbors whom X has attacked", "what Russia considers its backyard"
    asks = words[place].low in verbs("ask")
    return asks and bool({"whether", "if"} & set(lows(words[place + 1 : place + 4])))


@cache
def _telling() -> frozenset[str]:
    """Return every word by which `_mode` may find that a view is reported."""
    told = verbs("refer") | verbs("speak_of") | reporting("say", "say_clause", "say_as", "judge")
    return (
        told
        | words_of("being", "expressing", "giving", "sights")
        | phrases("say_phrase").heads
        | TAKEN
        | MADE
    )


def _mode(words: Sequence[Token], place: int) -> Mode | None:
    """Return how the word at `place` reports a view, or `None`."""
    word = words[place].low
    if words[place].is_capital or (low(words, place + 1) in _OFF and not _phrased(words, place)):
        return None  # "wrote off the president"
    if low(words, place + 1) == "like" and word in ("feel", "feels", "felt", "sounds", "sounded"):
        return None  # "it feels like a warmer peace than that between"
    if word in words_of("being"):
        mind = low(words, skip(words, place + 1, words_of("adverb") | _DEGREES))
        if mind in words_of("minds"):
            return "phrase"
        if word not in words_of("bare_clause"):
            return None
    if phrases("say_phrase").at(words, place) or takes(words, place):
        return "phrase"
    if word in verbs("refer") and low(words, skip(words, place + 1, words_of("adverb"))) == "to":
        return "phrase"
    if word in words_of("expressing") and (
        set(lows(words[place + 1 : place + 6])) & words_of("attitudes")
    ):
        return "phrase"
    if gives(words, place) or makes(words, place):
        return "object"
    if word in verbs("speak_of") and "of" in lows(words[place + 1 : place + _SPOKEN]):
        return "phrase"
    if word not in reporting("say", "say_clause", "say_as", "judge"):
        return None
    to = place - (2 if low(words, place - 1) == "not" else 1)
    if low(words, to) == "to" and not goes_on(words, to + 1, words_of("auxiliary", "willing")):
        return None
    after = skip(words, place + 1, words_of("adverb"))
    if word in verbs("judge"):
        return "as"
    if word in verbs("showing") and low(words, place + 1) in ITSELF:
        return None  # "presents itself as a broker" says nothing of others
    if word not in verbs("say_as") or word in verbs("say_clause") or word in verbs("say"):
        if clause_follows(words, after) or coins(words, place):
            return "clause"
        clear = word not in words_of("noun_like") or _named(words, place) or numbers(words, place)
        clear = clear or low(words, place - 1) in _PRONOUNS  # "They claim this pact is dead"
        if word in verbs("say") and clear:
            return "object"
    if word in verbs("say_as") and _AS & set(lows(words[place + 1 : place + 16])):
        return "as"
    if word in words_of("say_plain"):
        return "object"
    return "loose" if word in verbs("say_clause") or word in words_of("sights") else None


def _phrased(words: Sequence[Token], place: int) -> bool:
    """Tell whether a verb and its particle are a phrase of saying: `brushed off`."""
    return phrases("say_phrase").at(words, place) > 0


def _named(words: Sequence[Token], place: int) -> bool:
    """Tell a verb from a noun by the two names before it: `Senator Vargas fears a pact`."""
    before = words[max(0, place - 2) : place]
    return len(before) > 1 and all(word.is_capital for word in before)


def _talkers(words: Sequence[Token], place: int, text: str) -> Holder | None:
    """Return the holder of a participle: `Some analysts go further, arguing that …`."""
    if not words[place].low.endswith("ing") or low(words, place - 1) != ",":
        return None
    for step in range(place - 1, -1, -1):
        if words[step].low in words_of("talkers"):
            left = step
            while left and (words[left - 1].is_capital or words[left - 1].low in words_of("small")):
                left -= 1
            return holder(words[left : step + 1], text)
    return None

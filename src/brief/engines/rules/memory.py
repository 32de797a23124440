"""Sentences in, what is kept of them for those after out: who spoke last, whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brief.engines.rules.clauses import Frame
from brief.engines.rules.cues import low, lows, reporting
from brief.engines.rules.holders import SOMEBODY, Holder, holder, is_leader
from brief.engines.rules.labels import state_names
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.sentences import Sentence, asks
from brief.engines.rules.subjects import opening
from brief.engines.rules.tokens import Token

_PIECES = frozenset(["report", "study", "survey", "poll", "review", "paper"])
_FOR_ONE = 6  # tokens of `For Soto, …` with what he holds


@dataclass(slots=True)
class Memory:
    """What is carried from sentence to sentence."""

    sayers: frozenset[str] = frozenset()
    """The surnames right before a verb of saying, anywhere in the text."""
    holder: str = ""
    """The holder last named, wherever it was."""
    plural: bool = False
    open: str = ""
    """The holder of the view that the paragraph is setting out; empty when none is."""
    group: str = ""
    """The persons last spoken of, who may turn out to hold a view."""
    single: str = ""
    """The one person last named, a "he" or "she": `author` or the holder's name."""
    thing: str = ""
    """The state or body that opened the last sentence of the author's, for an "It" in the next."""
    writing: bool = False
    """True when that holder is a body or a piece of writing, an "it"."""
    heard: int = 0
    """The paragraph in which somebody last spoke."""
    far: bool = False
    """True where a whole paragraph stands between that one and this."""
    fresh: bool = False
    """True when the sentence before, in the same paragraph, was reported."""
    quoting: bool = False
    """True inside a quotation that an earlier sentence of the paragraph opened."""
    author_last: bool = False
    """True when the person last named is the author."""


def sayers_in(words: Sequence[Token]) -> Iterator[str]:
    """Yield the capitalized words right before a verb of saying: `Soto argues`."""
    said = reporting("say", "say_clause", nouns=False)
    for before, word in pairwise(words):
        if word.low in said and before.is_capital and before.low not in state_names():
            yield before.text


def for_whom(words: Sequence[Token], sayers: frozenset[str]) -> str:
    """Return one who speaks in the text, where his view opens a sentence: `For Soto, …`."""
    named = len(words) > _FOR_ONE and words[2].text == "," and words[0].low in ("for", "to")
    return words[1].text if named and words[1].text in sayers else ""


def met(words: Sequence[Token], text: str) -> str:
    """Return whom the author met, who may speak next: `I listened to a professor in Oslo.`."""
    for place in range(1, len(words) - 2):
        length = phrases("meeting").at(words, place)
        who = holder(opening_of(words, place + length), text) if length else None
        if who is not None and who.kind in ("people", "name") and not who.plural:
            return who.name
    return ""


def opening_of(words: Sequence[Token], start: int) -> list[Token]:
    """Return the tokens that open a clause, up to its verb."""
    kept: list[Token] = []
    for place, word in enumerate(words[start : start + 8], start):
        if phrases("bodies").at(words, place) > 1:
            kept.append(word)
            continue
        if word.text in ",;:" or word.low in words_of("finite") or word.low.endswith("ed"):
            break
        kept.append(word)
    return kept


def remember(sentence: Sentence, words: Sequence[Token], shape: Frame, state: Memory) -> None:
    """Keep the persons that open a sentence, for a "They" in the next."""
    state.group = _group(words, shape.main, sentence.text)
    if asks(sentence.text):
        state.group = _asked(words, sentence.text) or state.group
        return
    who = holder(opening_of(words, shape.main), sentence.text)
    known = who.kind in ("body", "name", "state")
    own = phrases("first_person").at(words, shape.main) > 1  # "This paper …" is the author's own
    state.thing = "" if own else who.name if known else _written(words) or state.thing
    named = who.kind == "name" and " " in who.name and not who.name[:1].islower()
    leads = is_leader(who.name)  # "Macron smiled. He said …"
    if (named or leads or _one(who, words[shape.main :])) and not who.plural:
        state.single, state.author_last = who.name, False  # "Ana Soto came. She said …"


def _written(words: Sequence[Token]) -> str:
    """Return the piece that a sentence brings in: `The latest proof is a new report by …`."""
    for place in range(2, len(words) - 1):
        if words[place].low in ("is", "was", "comes", "came"):
            near = lows(words[place + 1 : place + 6])
            article = any(low in ("a", "an", "from") for low in near[:2])
            noun = next((low for low in near if low in _PIECES), "")
            return f"the {noun}" if noun and article else ""
    return ""


def _one(who: Holder, words: Sequence[Token]) -> bool:
    """Tell whether a clause opens with one person by office: `The minister shrugged.`."""
    office = who.name.split(" of ")[0].split(" in ")[0].rsplit(" ", 1)[-1].lower()
    return who.kind == "people" and low(words, 0) in ("a", "an", "the", "one") and (
        office in words_of("people") and not office.endswith("s")
    )  # fmt: skip


def _group(words: Sequence[Token], start: int, text: str) -> str:
    """Return the persons that open a clause: `some people in the west`; empty when none do."""
    kept = opening(words, start)
    who = holder(kept, text)
    human = {word.low for word in kept} & words_of("people", "peoples")
    press = who.kind == "body" and kept[-1].low in ("media", "press", "papers", "newspapers")
    return who.name if (who.kind == "people" and human) or press else ""


def _asked(words: Sequence[Token], text: str) -> str:
    """Return whose view a question asks for: `What do the generals think?`."""
    for place in range(1, min(4, len(words))):
        if words[place].low not in ("do", "does", "did"):
            continue
        for stop in range(place + 2, min(place + 9, len(words))):
            if words[stop].low in words_of("asked_for"):
                who = holder(words[place + 1 : stop], text)
                return who.name if who.kind in SOMEBODY else ""
    return ""

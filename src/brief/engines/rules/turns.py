"""Sentences in, speakers out: who has the floor in an interview, a discussion or a roundup.

A paragraph opens with who speaks: `Q:`, `Q2 –`, `SOTO:`, `Ana Soto :`, or with what he is, too:
`Ana Soto – Director of the Nordic Institute.`
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief.engines.rules.lexicon import words_of
from brief.engines.rules.sentences import Sentence, asks
from brief.engines.rules.tokens import Token, tokens

_NAME = r"[A-Z][\w.'’-]*\w(?: [A-Z][\w.'’-]*){1,4}"
# "Haddad, River Post:", "Ana Kovac, Minister for Rivers:": nothing but capitals and small words
_HOUSE = r"[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|for|the|and|on|to|at|in)){0,8}"
_LABEL = re.compile(
    r"(?:(?P<mark>[QA])\d{0,2}(?:[.:]| [:–-])"
    r"|(?P<caps>[A-Z][A-Z.'’ -]{2,30})(?:, (?P<role>[A-Z ]+))?:"
    rf"|(?:(?:Mr|Mrs|Ms|Dr)\. )?(?P<guest>{_NAME}|[A-Z][\w’'-]+), {_HOUSE}:"
    rf"|(?P<name>{_NAME}|[A-Z]\w+\.\w+) ?:)\s"
)
_LINE = re.compile(rf"({_NAME}) [–—-] (?=[A-Z])")
_MET = re.compile(
    r"\b(?:interview(?:ed)?(?: with)?|(?:spoke|talked) (?:with|to)|sat down with|conversation with)"
    rf" (?:[a-z]+ ){{0,3}}(?:(?:Professor|President|Ambassador|Minister) )?({_NAME})"
)
_ASKERS = frozenset(
    [
        "Q",
        "HOST",
        "MODERATOR",
        "INTERVIEWER",
        "QUESTION",
        "CHAIR",
        "CHAIRMAN",
        "PRESENTER",
        "ANCHOR",
    ]
)
_SHARE = 0.5  # share of sentences with a speaker from which a text is a conversation
_ASKS = 0.5  # share of somebody's turns that are questions from which he asks
_TWICE = 2  # turns of one whom nobody answers by name
_OFFICE = 30  # tokens of a line that says what a speaker is


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks a sentence: `author`, or somebody the text only lets speak."""

    speaker: str
    """Empty for the author: a guest without a name, or who chairs a discussion."""
    label: int
    """Characters that the label takes at the start of the sentence."""


@dataclass(frozen=True, slots=True)
class _Label:
    """The label at the head of a paragraph."""

    key: str
    """By what all labels of one speaker are the same: his surname, `Q`, `A`."""
    form: str
    """As it is written here."""
    size: int
    chairs: bool
    asks: bool


def turns(sentences: Sequence[Sentence]) -> list[Turn | None]:
    """Return the turn of each sentence; all `None` in a text that is no conversation.

    In an interview (two speakers) the guest speaks under his name, and as the author where nobody
    names him; a discussion (three or more) is told by the one who chairs it.
    """
    texts = _paragraphs(sentences)
    labels = {place: one for place, text in texts.items() if (one := _label(text))}
    keys = Counter(one.key for one in labels.values())
    asking = Counter(one.key for one in labels.values() if one.asks)
    chairs = {one.key for one in labels.values() if one.chairs or one.key in _ASKERS}
    askers = chairs | {key for key, count in asking.items() if count >= _ASKS * keys[key]}
    guests = set(keys) - askers
    alone = not guests and sum(keys.values()) >= (1 if "Q" in keys else _TWICE)
    pressed = len(guests) == 1 and keys[next(iter(guests))] >= _TWICE  # several ask, one answers
    if (len(askers) == 1 and (len(guests) == 1 or alone)) or (askers and pressed):
        found = _interview(sentences, labels, askers, _guest(labels, guests, texts))
    elif len(keys) > 1 and chairs:
        found = _discussion(sentences, labels)
    else:
        return _roundup(sentences, texts)
    spoken = sum(turn is not None for turn in found)
    return found if spoken >= _SHARE * len(sentences) else [None] * len(sentences)


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Return the text of each paragraph; `News.Site` is not parted as two sentences are."""
    texts: dict[int, str] = {}
    end = -1
    for sentence in sentences:
        before = texts.get(sentence.paragraph, "")
        gap = " " if before and sentence.start > end else ""
        texts[sentence.paragraph] = f"{before}{gap}{sentence.text}"
        end = sentence.end
    return texts


def _label(text: str) -> _Label | None:
    """Return the label of a paragraph."""
    match = _LABEL.match(text)
    if match is None:
        return None
    form = (match["mark"] or match["caps"] or match["name"] or match["guest"]).strip()
    asks = text.rstrip("”\"’' ").endswith("?")
    key = form if match["mark"] else form.split()[-1].upper()
    return _Label(key, form, match.end(), bool(match["role"]), asks)


def _guest(labels: Mapping[int, _Label], guests: set[str], texts: Mapping[int, str]) -> str:
    """Return the name of who is asked: the fullest of his labels, or whom the head names."""
    forms = [found.form for found in labels.values() if found.key in guests and found.key != "A"]
    full = max(forms, key=len, default="")
    if " " in full:
        return full.title() if full.isupper() else full
    first = min(labels)
    head = " ".join(text for place, text in texts.items() if place < first)
    met = _MET.search(head)
    return met[1].rstrip(".") if met else full.title()


def _interview(
    sentences: Sequence[Sentence], labels: Mapping[int, _Label], askers: set[str], guest: str
) -> list[Turn | None]:
    """Return the turns of one who asks and one who answers, labelled or not."""
    answered = any(found.key not in askers for found in labels.values())
    found: list[Turn | None] = []
    speaker: str | None = None
    for place, sentence in enumerate(sentences):
        opens = not place or sentence.paragraph != sentences[place - 1].paragraph
        label = labels.get(sentence.paragraph)
        if label is not None and opens:
            speaker = "the interviewer" if label.key in askers else guest
        elif opens and speaker is not None and not answered:
            speaker = guest
        if label is not None and not opens and not answered and asks(sentences[place - 1].text):
            speaker = speaker if asks(sentence.text) else guest  # answered in the same paragraph
        size = min(label.size, len(sentence.text)) if label and opens else 0
        found.append(None if speaker is None else Turn(speaker, size))
    return found


def _discussion(sentences: Sequence[Sentence], labels: Mapping[int, _Label]) -> list[Turn | None]:
    """Return the turns of three or more, of whom the one who asks tells the others' views."""
    found: list[Turn | None] = []
    last = ""
    for place, sentence in enumerate(sentences):
        opens = not place or sentence.paragraph != sentences[place - 1].paragraph
        label = labels.get(sentence.paragraph)
        last = label.form if label else last
        own = not last or last in _ASKERS
        size = min(label.size, len(sentence.text)) if label and opens else 0
        found.append(Turn("" if own else last.title(), size) if last else None)
    return found


def _roundup(sentences: Sequence[Sentence], texts: Mapping[int, str]) -> list[Turn | None]:
    """Return the turns of a text in which each paragraph opens with who speaks and what he is."""
    named: dict[int, re.Match[str]] = {}
    for place, text in texts.items():
        match = _LINE.match(text)
        if match and any(word.low in words_of("people") for word in tokens(text)[:_OFFICE]):
            named[place] = match
    if len({match[1] for match in named.values()}) < _TWICE:
        return [None] * len(sentences)
    return [
        Turn(match[1], 0) if (match := named.get(sentence.paragraph)) else None
        for sentence in sentences
    ]


def spoken_words(words: Sequence[Token], turn: Turn | None) -> Sequence[Token]:
    """Return the tokens of a sentence without its speaker's label."""
    if turn is None or not turn.label:
        return words
    return [word for word in words if word.start >= turn.label] or words

"""Sentences in, voices out: whose view each sentence states, one answer per sentence.

A sentence's own words decide first (`attribution`). What they leave open is carried from the
sentences before: a pronoun or "this argument" goes on with the last holder; a view set out as
such ("One line of argument is that …") runs to the end of its paragraph unless the author
answers ("However", "In fact", "I"). In the record of a discussion, where nearly all is
reported, only the frame is the author's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief.engines.rules.clauses import Frame, frame, within_comment
from brief.engines.rules.content import content
from brief.engines.rules.cues import Attribution, dispels, low
from brief.engines.rules.holders import BY_NAME, SOMEBODY, UNNAMED, Holder, holder, is_leader
from brief.engines.rules.lexicon import phrases, words_of
from brief.engines.rules.memory import (
    Memory,
    for_whom,
    met,
    opening_of,
    remember,
    sayers_in,
)
from brief.engines.rules.quotations import CLOSING, OPENING, named_at_end, opens, runs, still_open
from brief.engines.rules.sentences import Sentence
from brief.engines.rules.speakers import full_names
from brief.engines.rules.speech_tags import apposed, without_denied
from brief.engines.rules.tokens import (
    MOST_TOKENS,
    Token,
    outside_quotes,
    quoted_places,
    quoted_share,
    tokens,
)
from brief.engines.rules.turns import spoken_words, turns
from brief.engines.rules.whose import whose
from brief.model.summary import AUTHOR, Voice

_QUOTED = 0.6  # a sentence with this share of its characters in quotation marks is a quotation
_FEWEST_QUOTED = 8  # words of a quotation that is somebody's, whoever that was
_DISCUSSION = 3  # so many words of a discussion ("workshop", "participants") make a record of one
_BENEATH = frozenset(["underlying", "behind", "beneath", "underneath", "below", "despite"])
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_FIRST = frozenset(["i", "we", "my", "our"])
_MODAL = frozenset(["could", "may", "might", "would", "can"])


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whose words a sentence is, and how the author takes them."""

    voice: Voice
    """`AUTHOR`, or the holder as the text names it."""
    concession: bool = False
    """Granted for the sake of argument, or a straw man that the author goes on to reject."""
    endorsed: bool = False
    """Reported, but adopted by the author ("As X rightly notes")."""
    content: tuple[int, int] | None = None
    """Where the words given to the voice begin and end; `None` where it is the whole sentence."""


def voices(sentences: Sequence[Sentence], authors: Sequence[str] = ()) -> list[Spoken]:
    """Return one `Spoken` per sentence; what `authors` are said to say is the author's own."""
    floor = turns(sentences)
    cut = [
        spoken_words(tokens(sentence.text)[:MOST_TOKENS], turn)
        for sentence, turn in zip(sentences, floor, strict=True)
    ]
    surnames = _names(authors)
    sayers = frozenset(name for words in cut for name in sayers_in(words))
    discussion = not authors and _is_discussion(cut)
    state = Memory(sayers, author_last=bool(surnames), single="author" if surnames else "")
    spoken: list[Spoken] = []
    still: list[bool] = []
    floored = ""
    for place, (sentence, words) in enumerate(zip(sentences, cut, strict=True)):
        if place and sentence.paragraph != sentences[place - 1].paragraph:
            state.open, state.fresh, state.quoting = "", False, False
            state.far = sentence.paragraph > state.heard + 1
        turn = floor[place]
        speaker = turn.speaker if turn is not None else ""
        speaker = "" if surnames & set(speaker.lower().split()) else speaker
        if speaker and speaker != floored:
            state = Memory(sayers, holder=speaker, single=speaker)
        floored = speaker
        said = _speak(sentence, words, state, surnames, discussion)
        if speaker and said.voice.is_author:
            said = Spoken(Voice(speaker))
        state.fresh = not said.voice.is_author
        if state.fresh:
            state.heard, state.far = sentence.paragraph, False
        state.quoting = still_open(sentence.text, state.quoting)
        still.append(state.quoting)
        spoken.append(said)
    for first, last in runs(sentences, still):
        if named_at_end(cut[last], sentences[last].text, surnames):
            spoken[first:last] = [Spoken(spoken[last].voice)] * (last - first)
    names = ["" if said.voice.is_author else str(said.voice) for said in spoken]
    full = full_names(sentences, cut, names)
    spoken = [
        replace(said, voice=Voice(name)) if name else said
        for said, name in zip(spoken, full, strict=True)
    ]
    return _reject(sentences, cut, spoken)


def _names(authors: Sequence[str]) -> frozenset[str]:
    """Return the parts of the authors' names, lower case; which is the surname is not known."""
    parts = (part.strip(".,").lower() for name in authors for part in name.split())
    return frozenset(part for part in parts if len(part) > 1)


def _is_discussion(cut: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the text is the record of a discussion without a named author."""
    marks = phrases("discourse_places")
    return sum(marks.count(words) for words in cut) >= _DISCUSSION


def _speak(
    sentence: Sentence,
    words: Sequence[Token],
    state: Memory,
    authors: frozenset[str],
    discussion: bool,
) -> Spoken:
    """Return the voice of one sentence, and move the state on."""
    words = without_denied(words)
    shape = frame(words)
    begins = "“" in sentence.text or sentence.text.startswith(('"', "‘"))
    if state.quoting and state.holder and not begins and not state.author_last:
        ended = named_at_end(words, sentence.text, authors)
        spoken = ended and _attributed(ended, sentence.text, words, shape, state, discussion)
        return spoken or Spoken(Voice(state.holder))
    if state.fresh and opens(sentence.text) and still_open(sentence.text, before=False):
        return Spoken(Voice(state.holder))  # "…,” she says. “We know why. Nobody asks.”"
    if phrases("author_phrases").first(outside_quotes(words)) >= 0 and not (
        state.writing and words[0].low in ("the", "to")
    ):
        state.open = ""
        return Spoken(AUTHOR)
    if _all_quotation(sentence.text, words) and not state.author_last:
        return Spoken(Voice(state.open or state.holder or UNNAMED.name))
    if dispels(words, shape.main) and not state.quoting and apposed(words, sentence.text) is None:
        state.open = ""
        return Spoken(AUTHOR)
    found = whose(words, sentence.text, shape, authors)
    inner = None if found else within_comment(words, shape)
    if inner is not None:
        found = whose(words, sentence.text, inner, authors)
    if found is not None:
        spoken = _attributed(found, sentence.text, words, shape, state, discussion)
        if spoken is not None:
            return spoken
    name = for_whom(words, state.sayers)
    if name and name.lower() not in authors:
        state.holder = state.single = name
        state.open, state.author_last, state.plural, state.writing = "", False, False, False
        return Spoken(Voice(name))
    return _unattributed(sentence, words, shape, state, discussion)


def _attributed(
    found: Attribution,
    text: str,
    words: Sequence[Token],
    shape: Frame,
    state: Memory,
    discussion: bool,
) -> Spoken | None:
    """Return the voice of a sentence that says whose view it is; `None` to look further."""
    who = found.holder
    known = who.name == BY_NAME or words[0].low in ("i", "we")
    if who.kind == "author" and (known or not state.writing):
        state.open = ""
        if _FIRST & {word.low for word in words}:
            state.author_last, state.single = False, met(words, text) or state.single
        else:
            state.author_last, state.single = True, "author"
        return Spoken(AUTHOR)
    if who.kind == "nobody":
        state.open = ""
        start = next((i for i, word in enumerate(words) if word.is_word), 0)
        return Spoken(AUTHOR, concession=_concedes(words, start))
    if who.name == "it" and found.mode == "object" and not (state.writing and state.fresh):
        return None
    name = _in_lead(found, words, shape) or _resolve(who, state)
    if not name:
        inserted = low(words, found.place - 2) == "," and low(words, found.place - 1) == "they"
        if inserted and not state.author_last:
            return Spoken(Voice(UNNAMED.name))  # "Trade will grow, they said, …"
        return Spoken(AUTHOR) if state.author_last else None
    colon = found.mode == "source" and any(word.text == ":" for word in words[found.place :])
    if not colon and _author_answers(words, found.place):
        state.open = ""
        return Spoken(AUTHOR)
    if who.kind not in ("pronoun", "view", "author"):
        state.plural, state.writing = who.plural, who.kind == "body"
        if not who.plural and (who.kind in ("name", "people") or is_leader(name)):
            state.single = name
    state.holder, state.author_last = name, False
    over = low(words, found.place) == "was" and who.kind in ("pronoun", "name")
    sets_out = found.mode == "frame" and not over  # "His argument was that": one sentence
    state.open = name if sets_out or who.kind == "view" or discussion else ""
    return Spoken(Voice(name), endorsed=found.endorsed, content=content(words, text, found))


def _in_lead(found: Attribution, words: Sequence[Token], shape: Frame) -> str:
    """Return who a pronoun stands for when the leading clause names it: `While China …, it …`."""
    if found.holder.kind != "pronoun" or not 0 < shape.main <= found.place:
        return ""
    where = low(words, 0) in words_of("prepositions") and found.holder.name != "it"  # "On X, he"
    if where or not any(word.low in _PRONOUNS for word in words[shape.main : shape.main + 2]):
        return ""  # "As Oslo grows, Bergen shrinks, he said"
    start = next((i for i in range(shape.main) if words[i].is_word), 0)
    if not phrases("concessive").at(words, start) and not phrases("subordinators").at(words, start):
        return ""  # "China and Russia, he maintains, …"
    text = " ".join(word.text for word in words)
    opening = opening_of(words, start + 1)
    if opening and holder(opening, text).kind in SOMEBODY:
        return " ".join(word.text for word in opening[:6])
    for stop in range(1, min(4, len(opening))):  # "While China | supports …, it also maintains"
        if not opening[stop].is_capital and holder(opening[:stop], text).kind == "state":
            return " ".join(word.text for word in opening[:stop])
    return ""


def _resolve(who: Holder, state: Memory) -> str:
    """Return the holder's name; pronouns and "this view" stand for the last one."""
    if who.kind == "author":
        return state.holder
    if who.kind == "pronoun":
        if who.name == "it":
            return state.holder if state.writing and state.fresh else state.thing
        if state.author_last or (not who.plural and state.single == "author"):
            state.author_last = True
            return ""
        if not who.plural and state.single:
            return state.single
        one = state.holder and (state.far or state.single == state.holder)
        if who.plural and one and not state.group:
            return ""  # "They" are not the one who spoke last, nor who spoke far above
        return (state.group if who.plural and state.group else state.holder) or who.name
    if who.kind == "view":
        return state.open or state.holder or who.name
    return who.name


def _author_answers(words: Sequence[Token], place: int) -> bool:
    """Tell whether the author's own verdict follows a reported clause: `…, but it remains …`."""
    quoted = quoted_places(words)
    for step in range(place + 4, len(words) - 4):
        if any(first < step < last for first, last in quoted):
            continue  # "…, but this visit shows": the speaker's own
        if words[step].text in (",", ";") and words[step + 1].low in ("but", "yet"):
            nxt = words[step + 2].low
            if nxt in _BENEATH:
                return True
            if nxt == "that" and words[step + 3].low not in words_of("finite"):
                return False  # "…, but that their hopes failed" goes on with what is said
            return nxt in ("it", "this", "there", "the", "that", "such", "in", "these") and not any(
                word.low in ("he", "she", "they") for word in words[step + 2 : step + 8]
            )
    return False


def _unattributed(
    sentence: Sentence, words: Sequence[Token], shape: Frame, state: Memory, discussion: bool
) -> Spoken:
    """Return the voice of a sentence that does not say whose view it is."""
    start = next((i for i, word in enumerate(words) if word.is_word), 0)
    name = _carried(sentence, words, start, state)
    if name:
        state.open = name if discussion else state.open
        return Spoken(Voice(name))
    if state.open and not _closes(words, start, discussion):
        return Spoken(Voice(state.open))
    state.open = ""
    remember(sentence, words, shape, state)
    return Spoken(AUTHOR, concession=_concedes(words, start))


def _carried(sentence: Sentence, words: Sequence[Token], start: int, state: Memory) -> str:
    """Return the holder whose view a sentence goes on with by its own words, or nothing."""
    last = state.open or state.holder
    if state.single == "author" and {"his", "her"} & {word.low for word in words}:
        last = ""  # "in his view": the author's
    carry = phrases("carry_on").first(words)
    inserted = carry > start + 1 and words[carry - 1].text in ":;—,"
    if inserted:
        who = holder(opening_of(words, 0), sentence.text)
        if who.kind in ("people", "name", "body"):
            return who.name
    if inserted or carry in (start, start + 1):
        return last or ("" if state.single == "author" else UNNAMED.name)
    if state.fresh and phrases("restate").at(words, start):
        return last
    quoted = quoted_share(sentence.text) >= _QUOTED and not state.author_last
    goes_on = state.fresh or opens(sentence.text)  # else another may speak: "both sides"
    return last if quoted and goes_on else ""


def _all_quotation(text: str, words: Sequence[Token]) -> bool:
    """Tell whether a sentence of some words is quoted from its first word to its last."""
    whole = text.strip()
    return (
        len(words) > _FEWEST_QUOTED
        and whole[:1] in OPENING
        and whole[-1:] in CLOSING
        and not any(sign in whole[1:-1] for sign in OPENING + CLOSING)
    )


def _closes(words: Sequence[Token], start: int, discussion: bool) -> bool:
    """Tell whether a sentence ends the view that its paragraph sets out."""
    if discussion:
        return phrases("frame_words").first(words) >= 0
    return bool(phrases("answer").at(words, start)) or phrases("verdicts").first(words) >= 0


def _concedes(words: Sequence[Token], start: int) -> bool:
    """Tell whether a whole sentence is granted for the sake of argument."""
    if not phrases("granted").at(words, start) and not phrases("granted").at(words, start + 1):
        return False
    return not any(
        words[i].low in ("but", "yet") and words[i - 1].text in ",;—" for i in range(1, len(words))
    )


def _reject(
    sentences: Sequence[Sentence], cut: Sequence[Sequence[Token]], spoken: list[Spoken]
) -> list[Spoken]:
    """Mark as conceded the case that a sentence looks back on in order to reject it."""
    for place, words in enumerate(cut):
        start = next((i for i, word in enumerate(words) if word.is_word), 0)
        if not place or not phrases("rejecting").at(words, start):
            continue
        paragraph = sentences[place - 1].paragraph
        back = place - 1
        while back >= 0 and sentences[back].paragraph == paragraph:
            modal = any(word.low in _MODAL for word in cut[back])
            last = back == place - 1
            if spoken[back].voice.is_author and (modal or last):
                spoken[back] = replace(spoken[back], concession=True)
            back -= 1
    return spoken

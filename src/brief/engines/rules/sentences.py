"""Passages in, sentences out, with exact offsets: `raw[start:end] == text` for every one.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an ellipsis
inside a clause. Closing quotes, brackets and footnote marks after the stop stay with the
sentence they close. A missing space after the stop (`forward.China`) still ends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from brief.engines.rules.lexicon import load
from brief.model.document import Article

_CANDIDATE = re.compile(
    r"""
    (?P<stop>[.!?…‽]+|[。！？｡]+)
    (?P<close>(?:["'”’»›)\]】」』_*]|''|\[\d{1,3}\]|[¹²³⁴-⁹⁰]+)*)
    (?P<gap>\s*)
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\W_](?:[\w'’.\-]*[^\W_])?$")
_OPENERS = "\"'“‘«‹([【「『_*•–—-"
_LOOK = 60  # characters either side that decide a stop; keeps the cost linear
# A sentence goes on behind the border of a page: its next word is written small.
_BREAK = re.compile(r"\n[ \t]*\n\s*+(?![a-z])")
_EMPHASIS, _EMPHASIS_END = (
    re.compile(r"(?:_{1,3}|\*{1,3})(?=[^\s_*])"),
    re.compile(r"(?<=[.!?…”’\"])(?:_{1,3}|\*{1,3})$"),
)
_LIST_MARK = re.compile(
    r"(?:^|\n)\s*[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$|[.!?:;]\s+[(\[]?\d{1,2}$"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text; offsets count characters of the decoded raw file."""

    text: str
    start: int
    end: int
    passage: str
    """Id of the passage it stands in."""
    kind: str
    """Kind of that passage."""
    heading: tuple[str, ...]
    """Titles of the enclosing sections, outermost first."""
    index: int
    """Position in the article, from 0."""
    paragraph: int
    """Ordinal of the passage in the article."""


def asks(text: str) -> bool:
    """Tell whether a sentence is a question: its mark stands last, before closing quotes.

    One that only says what the question is asks as well: `But the question is why …`.
    """
    if text.rstrip("\"”’') ").endswith("?"):
        return True
    return "question" in text.lower() and bool(_QUESTION.match(text))


_QUESTION = re.compile(
    r"(?:(?:but|and|so|yet|now),? )?(?:the|a) (?:\w+ )?question (?:now |then |here )?"
    r"(?:is|was|remains),? (?:now |then )?(?:why|how|whether|what|who|where|when|which)\b",
    re.IGNORECASE,
)


def sentences(article: Article) -> list[Sentence]:
    """Return the article's sentences in order; headings and notes are not running text."""
    found: list[Sentence] = []
    for ordinal, passage in enumerate(article.passages):
        if passage.kind in ("heading", "note"):
            continue
        for start, end in split(passage.text):
            found.append(
                Sentence(
                    text=passage.text[start:end],
                    start=passage.start + start,
                    end=passage.start + end,
                    passage=passage.id,
                    kind=passage.kind,
                    heading=passage.heading,
                    index=len(found),
                    paragraph=ordinal,
                )
            )
    return found


def split(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence; blanks between sentences belong to none."""
    cuts = {match.end() for match in _CANDIDATE.finditer(text) if _ends(text, match)}
    cuts.update(match.end() for match in _BREAK.finditer(text))
    spans: list[tuple[int, int]] = []
    begin = 0
    for cut in [*sorted(cuts), len(text)]:
        piece = text[begin:cut]
        body = piece.strip()
        if any(char.isalnum() for char in body):
            start = begin + len(piece) - len(piece.lstrip())
            opens, closes = _emphasis(body)
            spans.append((start + opens, start + len(body) - closes))
        elif body and spans:
            spans[-1] = (spans[-1][0], begin + len(piece.rstrip()))
        begin = cut
    return spans


def _emphasis(body: str) -> tuple[int, int]:
    """Return how many marks of emphasis open and close a sentence that are not its own.

    A paragraph in italics (`_One. Two._`) puts a mark before its first sentence and behind its
    last; what a sentence itself sets off (`_Pravda_ wrote`) it keeps.
    """
    opened, closed = _EMPHASIS.match(body), _EMPHASIS_END.search(body)
    opens, closes = opened.group() if opened else "", closed.group() if closed else ""
    mark = opens or closes
    if not mark or (opens and closes and opens != closes):
        return 0, 0
    inside = body[len(opens) : len(body) - len(closes)].count(mark)
    if inside:
        return 0, 0
    return len(opens), len(closes)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Tell whether a stop with its closers ends a sentence."""
    stop, close, gap = match["stop"], match["close"], match["gap"]
    after = text[match.end() : match.end() + _LOOK]
    before = text[max(0, match.start() - _LOOK) : match.start()]
    if not after or stop[0] in "。！？｡":
        return True
    following = after.lstrip(_OPENERS)[:1]
    if not gap:
        return _glued(before, stop, close, after)
    if following.islower() or (stop == "." and after[0] == "."):
        return False  # the last stop of `. . .` decides
    if stop == ".":
        return not _abbreviated(before, close, after)
    if stop in ("...", "…", "....", "….") and not close:
        return following.isupper() and "[" not in text[match.start() - 1 : match.end() + 1]
    return not (stop[0] in "?!" and close and _speaker_follows(after))


def _glued(before: str, stop: str, close: str, after: str) -> bool:
    """Tell whether a stop with no space after it ends a sentence: `forward.China and`."""
    word = _WORD_BEFORE.search(before)
    opens = re.match(r"[\"'“‘«(]?[^\W\d_][\w’'-]*", after)
    if word is None and not close:
        return False
    if opens is None or not opens.group().lstrip(_OPENERS)[:1].isupper():
        return False
    if close:
        return not opens.group()[:1].isspace()
    assert word is not None
    token = word.group()
    lowered = token[-2:].islower() or token.isdigit()
    capital = opens.group().lstrip(_OPENERS)
    web = re.match(r"[\w-]+(?:\.\w+|/)", after) is not None or "@" in before
    return (
        lowered
        and not web
        and "." not in token
        and token.lower() not in _abbreviations()["always"]
        and (len(capital) == 1 or not capital.isupper() or stop != ".")
    )


def _abbreviated(before: str, close: str, after: str) -> bool:
    """Tell whether the full stop after `before` only marks an abbreviation."""
    if _LIST_MARK.search(before):
        return True
    found = _WORD_BEFORE.search(before, before.rfind(" ") + 1)
    if found is None or (close and close[0] in '"”’»'):
        return False
    token = found.group().strip("'’").lower()
    words = _abbreviations()
    if token in words["always"]:
        return True
    following = re.match(r"[^\w]*([\w’'-]*)", after)
    follower = following.group(1) if following else ""
    if token in words["number"]:
        return follower[:1].isdigit() or follower.isupper()
    # "pro-U.S. media"
    if token in words["ending"] or _INITIALS.fullmatch(token.rsplit("-", 1)[-1]):
        return follower.lower() not in words["starters"]
    return len(token) == 1 and token.isalpha() and token != "i" and before[-1:].isupper()


def _speaker_follows(after: str) -> bool:
    """Tell whether a quoted question goes on with its speaker: `"Why?" Putin asked.`."""
    words = re.findall(r"[\w’'-]+", after[:60])[:4]
    return any(word in _abbreviations()["said"] for word in words[1:])


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    """Return the lists of `sentences.yaml` as sets of lower-case words."""
    lists = load("sentences.yaml")
    return {name: frozenset(str(word) for word in words) for name, words in lists.items()}

"""A sentence in, what of it is shown out: whole, or shortened at its clause borders.

What is dropped never holds a negation, a condition, a hedge, a contrast, a quantifier or an
attribution, so that the shortened quotation says what the whole one says. The one exception is
what a sentence grants before its main clause (`Although …, the tie deepened`): the author asserts
the main clause without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.vocabulary.lists import pattern
from brief.vocabulary.states import states_in

LONG = 26
"""Words above which a quotation is shortened where that is safe."""
LEAST = 7
"""Words that must remain."""
ASIDE = 4
"""Words from which on an aside is worth an ellipsis."""
Span = tuple[int, int]

_TAIL = re.compile(
    r"\s*(?:;|\s[—–]|—|,(?=\s(?:and|which|who|where|as|with|including|especially|particularly|"
    r"such as|so that|because|since|thereby|thus|ranging|from|due|owing|not least)\b))\s*"
)
_ASIDE = re.compile(
    r"\s*\([^()]*\)|\s*—[^—]*—\s*|\s[–-]\s[^–]*\s[–-]\s|"
    r",\s(?:including|such as|as well as|along with|especially|which|who|where)\b[^,;:—()]*,"
)
_connective = pattern(
    __package__,
    "quoting.yaml",
    r"(?:(?:{connectives}),\s+|(?:And|So|Thus|Hence|Indeed)\s+)(?=\S)",
)
_label = pattern(__package__, "quoting.yaml", r"(?:{labels}):\s+(?=[A-Z])", re.IGNORECASE)
"""What a page calls its own summary: `What you need to know: …`."""
_GRANTED = re.compile(
    r"(?:(?:Although|Though|Even though|Despite|In spite of|Notwithstanding)\s[^,;:]+,\s+"
    r"|While\s(?=[^,;:]*\b(?:has|have)\s)(?![^,;:]*\b(?:remain|last|continue|until)\w*\b)[^,;:]+,\s+)"
    r"(?=(?:the|a|an|both|its|their|no|there|each|all|[A-Z])\b)"
)
_keeps_meaning = pattern(
    __package__,
    "quoting.yaml",
    r"\b(?:{keeping})\b|n[’']t\b|[\"“”‘«»?]|\[\d",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s*[—–,]\s*(?:of|than)\b")
"""What goes on behind an aside with the noun before it: `the text – word by word – of the pact`."""
_OPENING, _CLOSING = re.compile(r"[“«(\[]"), re.compile(r"[”»)\]]")
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is shown of a sentence: verbatim pieces of it, in order."""

    text: str
    """As shown, with an ellipsis for each gap inside it and for a dropped end."""
    parts: tuple[Span, ...]
    """Where the pieces stand in the sentence."""
    inner: bool
    """True when it begins with a main clause in mid-sentence: it can be said after `that`."""

    @property
    def size(self) -> int:
        """Return its number of words."""
        return len(self.text.split())


@lru_cache(maxsize=8192)
def snippet(text: str, focus: Span | None = None, limit: int = LONG) -> Snippet:
    """Return what to show of a sentence; `focus` (offsets) is what must stay in view.

    A sentence that cannot be shortened safely stays whole.
    """
    start = _head(text, focus, limit)
    end = len(text)
    if _count(text[start:end]) > limit:
        end = _tail(text, start, focus, limit)
    asides = [] if _count(text[start:end]) <= limit else list(_asides(text, start, end, focus))
    parts = _pieces(text, start, end, asides)
    shown = f" {ELLIPSIS} ".join(text[first:last] for first, last in parts)
    if end < len(text):
        shown += f" {ELLIPSIS}"
    return Snippet(shown, parts, inner=start > _spoken(text))


_FLOOR = re.compile(r"(?=[^:]{4})([A-Z][A-Z’'-]+(?: [A-Z][A-Z’'.-]+){0,3}): (?=[A-Z“\"])")
"""Whose words follow in a transcript; what is shorter asks or answers, or stands for a club."""


def _spoken(text: str) -> int:
    """Return where the words begin behind the label of who has the floor: `SOTO: We agree.`."""
    label = _FLOOR.match(text)
    return label.end() if label and not states_in(label[1]) else 0


def _head(text: str, focus: Span | None, limit: int) -> int:
    """Return where the quotation begins: after a connective, and after what is only granted."""
    start = _spoken(text)
    for opening in (_label(), _connective()):
        start = found.end() if (found := opening.match(text, start)) else start
    granted = _GRANTED.match(text, start)
    if granted and _count(text) > limit and _free(text[start : granted.end()], granted.group()):
        at = granted.end()
        if (focus is None or focus[0] >= at) and _count(text[at:]) >= LEAST and _even(text[:at]):
            start = at
    return start


def _free(dropped: str, granted: str) -> bool:
    """Tell whether a granted clause holds no turn of its own beside the word that grants it."""
    body = re.sub(r"^(?:Even though|In spite of|\w+)", "", granted)
    return dropped == granted and not _keeps_meaning().search(body)


def _tail(text: str, start: int, focus: Span | None, limit: int) -> int:
    """Return where the quotation ends: as far as fits, or as near to it as is safe."""
    best = len(text)
    for found in reversed(list(_TAIL.finditer(text, start))):
        cut = found.start()
        kept, dropped = text[start:cut], text[cut:]
        if _keeps_meaning().search(dropped) or _count(kept) < LEAST:
            break
        if focus is not None and cut < focus[1]:
            break
        if not _even(kept) or not _finite(kept) or _listing(kept, dropped):
            continue
        if _OF_IT.match(dropped):
            continue
        best = cut
        if _count(kept) <= limit:
            break
    return best


def _finite(kept: str) -> bool:
    """Tell whether what stays is a sentence: a main clause with its verb, after any opening."""
    main = kept
    if (opened := _AWAITS.search(kept)) and not any(
        map(_predicate, kept[opened.end() :].split(", ")[1:])
    ):
        return False
    if _opens().match(kept):
        _, comma, main = kept.partition(", ")
        if not comma or _opens().match(main):
            return False
    if main.count("—") % 2:
        # A dash that is cut off closes an aside: the verb must stand before the one that opens it.
        main = main.partition("—")[0]
    return _count(main) >= LEAST - 2 and _predicate(main.partition(", ")[0])


def _predicate(text: str) -> bool:
    """Tell whether words hold a verb; `the newly signed pact` holds none."""
    return any(not _ATTRIBUTE.search(text, 0, found.end()) for found in _verb().finditer(text))


_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|this|that|these|those)\s(?:\w+ly\s)?\w+ed\Z", re.I)
_opens = pattern(__package__, "quoting.yaml", r"(?:{openers})\b", re.IGNORECASE)
_AWAITS = re.compile(
    r"\bthat,?\s(?:given|if|since|while|although|though|because|despite|when|after|amid)\b"
)
"""What opens a reported clause whose verb is yet to come, after a comma."""
_verb = pattern(
    __package__,
    "quoting.yaml",
    r"\b(?:{auxiliaries}|(?!(?:its|this|thus|states|ties|relations|analysts|countries|"
    r"powers|sides)\b)[a-z]{3,}(?<!ous)(?<!ss)s(?=\s(?:a|an|the|its|their|that|to|in|on|"
    r"no|not|both|from|at|for)\b)|[a-z]{3,}ed(?!\sby)|{past})\b|n[’']t\b",
)


def _listing(kept: str, dropped: str) -> bool:
    """Tell whether the border is only an `and` inside a list: what stays would lose its verb."""
    if not re.match(r"\s*,\s(?:and)\b", dropped):
        return False
    before = re.split(r"[,;:—]\s*", kept)[-1]
    return not _predicate(before)


def _asides(text: str, start: int, end: int, focus: Span | None) -> Iterator[Span]:
    for found in _ASIDE.finditer(text, start, end):
        inner = found.group()
        if (
            _count(inner) < ASIDE
            or _keeps_meaning().search(inner)
            or (focus is not None and found.start() < focus[1] and focus[0] < found.end())
            or (inner.endswith(",") and not _resumed(text[found.end() :]))
        ):
            continue
        if found.end() < end - 2 and _even(inner):
            yield found.span()


def _resumed(rest: str) -> bool:
    """Tell whether the clause around an aside goes on, with its verb or the subject of one.

    Else its last comma is one of a list inside: `which serve old, new and future ties, is …`.
    """
    words = re.sub(r"^(?:(?:\w+ly|also|now|still|then)\s)+", "", rest.lstrip())
    return (_SUBJECT.match(words) or _verb().match(words)) is not None


_SUBJECT = re.compile(r"(?:the|an?|its|their|this|that|these|those|it|they|he|she|we)\b")


def _pieces(text: str, start: int, end: int, dropped: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left between the dropped spans, without blanks at its ends."""
    made: list[Span] = []
    at = start
    for first, last in dropped:
        made.append((at, first))
        at = last + len(text[last:]) - len(text[last:].lstrip())
    return (*made, (at, end))


def _count(text: str) -> int:
    return len(text.split())


def _even(text: str) -> bool:
    """Tell whether no bracket or quotation mark is left open."""
    paired = len(_OPENING.findall(text)) == len(_CLOSING.findall(text))
    return paired and text.count('"') % 2 == 0

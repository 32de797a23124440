"""A line in, the reason to cut it out (or nothing): general signs of boilerplate, as data.

The signs stand in `signs.yaml`. They are written so that a sentence of an argument cannot match:
a whole line must fit, long lines are left alone, and the doubtful ones count only at the edges
of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from brief.readers.pieces import Piece, split_at, words
from brief.vocabulary.lists import packed

_PARTS = re.compile(r"[^\W_]+(?:[-+'’][^\W_]*)*|[^\W_]+[+-]")
# "🗓️ 22 April", "∙ Paid", "- ADVERTISEMENT -": what stands before the words of a button.
_DECORATION = re.compile(r"(?:[^\w\s\[\]()<>“”‘’\"'«»@#%+&©$€£¥₹.,;:!?/|^]\s*)+(?=[\w\[])")
_THIS = frozenset({"this", "article", "page", "story", "on", "via", "us"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Names that have a capital inside, in a run of buttons: "FacebookTwitterLinkedInEmail".
_INNER = re.compile("LinkedIn|WhatsApp|YouTube|WeChat|TikTok")
_SENTENCE_START = re.compile(r"[.!?…][”’\"')\]]*\s*|\s{2,}")
_FULL_STOP = re.compile(r"(?<=[a-z\d”’\")\]])(?<!\.\.)\.(?!\.)[”’\")\]]*(?=\s+[A-Z“\"‘(]|$)")
# "[words](address){.class}": where a link goes, and what it is called by a converter.
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)(?:\{[^{}\n]*\})?"
_LINK = re.compile(rf"!?\[([^\[\]\n]*)\]{_TARGET}")
_LINKS = re.compile(
    rf"(?:[\s*+|·•>-]*!?\[(?:[^\[\]\n]|!\[[^\]\n]*\]{_TARGET})*\]{_TARGET})+[\s|.*]*$"
)
_CAPTIONED = re.compile(rf"!\[[^\[\]\n]*\]{_TARGET}\s*[*_][^*_]+[*_]\W*$")
_MARKS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_MOST_LINKED = 40
# A sentence of so many words behind a sign is text again.
_PROSE = 10
# So many words above an address are more than its label.
_CRUMB = 4
# A scan sets two blanks between most words.
_SPREAD = 0.6
# No sign is longer; beyond this a line is a paragraph.
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason and the patterns that show it."""

    reason: str
    expression: str
    most: int
    edge: bool
    needs: tuple[str, ...] = ()
    """Of which one must stand in a line, if there are any."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The patterns as one, compiled when a line is first looked at for them."""
        return _compiled(self.expression)


@dataclass(frozen=True, slots=True)
class Signs:
    """All of `signs.yaml`, compiled."""

    lines: tuple[Sign, ...]
    inline: tuple[Sign, ...]
    begun: re.Pattern[str]
    """What any of the inline signs matches: most sentences begin no sign."""
    fragments: tuple[Sign, ...]
    sections: re.Pattern[str]
    rubric: re.Pattern[str]
    """What stands before a title: `Watch: `, `My Take | `."""
    blurb: Sign
    value_label: re.Pattern[str]
    citation_label: re.Pattern[str]
    box_start: re.Pattern[str]
    box_end: re.Pattern[str]
    sponsor_label: re.Pattern[str]
    card_label: re.Pattern[str]
    board_label: re.Pattern[str]
    speaker_label: re.Pattern[str]
    comment_label: re.Pattern[str]
    comment_sure: re.Pattern[str]
    comment_shown: re.Pattern[str]
    share_words: frozenset[str]
    menu_words: frozenset[str]
    language_names: frozenset[str]
    section_words: frozenset[str]
    note_headings: frozenset[str]
    small_words: frozenset[str]
    glued_names: frozenset[str]
    english: frozenset[str]
    """The smallest words of English, which no other language writes."""
    foreign: frozenset[str]
    """Small words of other languages, which English does not write."""


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


def data(name: str) -> Any:
    """Return a YAML file that stands beside this module, read once; nobody changes it."""
    return packed("brief.readers", name)


@cache
def load() -> Signs:
    """Return the signs, read once; those of other languages stand behind the English ones."""
    raw, abroad = data("signs.yaml"), data("abroad.yaml")
    sets = {
        name: frozenset([*raw.get(name, ()), *abroad.get(name, ())])
        for name in (
            "share_words",
            "menu_words",
            "language_names",
            "section_words",
            "note_headings",
            "small_words",
            "glued_names",
            "english",
            "foreign",
        )
    }
    return Signs(
        lines=tuple(_sign(entry) for entry in [*raw["lines"], *abroad["lines"]]),
        inline=tuple(_sign(entry) for entry in raw["inline"]),
        begun=_sign({"reason": "", "most": 0, "patterns": _patterns(raw["inline"])}).pattern,
        fragments=tuple(
            Sign(entry["reason"], entry["pattern"], 40, True) for entry in raw["fragments"]
        ),
        rubric=_any(
            [
                rf"(?:{'|'.join(raw['rubrics'])})\s*:\s+",
                r"(?:\S+ ){0,2}[^\s|]+\s+\|\s+",
                r"(?:\S+ )?(?:#|№|no\.|nr\.) ?\d{1,4}(?:,? (?:19|20)\d\d)?\s*[.:–—-]\s+",
            ]
        ),
        sections=_any([*raw["sections"], *abroad["sections"]]),
        blurb=_sign({"reason": "site-blurb", **raw["blurbs"]}),
        value_label=_any(rf"\W*(?:{label})\W*$" for label in raw["boxes"]["values"]),
        citation_label=_any(rf"\W*(?:{label})\W*$" for label in raw["boxes"]["cited"]),
        box_start=_any(raw["boxes"]["start"]),
        box_end=_any(raw["boxes"]["end"]),
        sponsor_label=_any(raw["boxes"]["sponsors"]),
        card_label=_any(rf"\W*(?:{label})\W*$" for label in raw["boxes"]["cards"]),
        board_label=_any(raw["boxes"]["boards"]),
        speaker_label=_any(raw["boxes"]["speakers"]),
        comment_label=_any(f"{label}$" for label in raw["comments"]["labels"]),
        comment_sure=_any(raw["comments"]["sure"]),
        comment_shown=_any(raw["comments"]["shown"]),
        **sets,
    )


def _patterns(entries: Iterable[dict[str, Any]]) -> list[str]:
    return [pattern for entry in entries for pattern in entry["patterns"]]


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _sign(entry: dict[str, Any]) -> Sign:
    pattern = "|".join(f"(?:{p})" for p in entry["patterns"])
    return Sign(
        entry["reason"],
        pattern,
        entry["most"],
        entry.get("where") == "edge",
        (needs,) if isinstance(needs := entry.get("needs", ()), str) else tuple(needs),
    )


def reason_to_cut(text: str, *, edge: bool) -> str:
    """Return why a whole line is boilerplate, or an empty string.

    `edge`: the line stands above the first or below the last running text.
    """
    if len(text) > _LONGEST:
        return ""
    if "  " in text and text.count("  ") >= _SPREAD * (words(text) or 1):
        text = " ".join(text.split())  # "The  views  expressed": the blanks of a scan
    if text.startswith("![") and _CAPTIONED.match(text):
        return "image-credit"
    if "](" in text or text[:1] in "*_":
        text = bare(text) or text
    count, folded = words(text), text.casefold()
    for sign in load().lines:
        if count > sign.most or (sign.edge and not edge):
            continue
        needed = not sign.needs or any(map(folded.__contains__, sign.needs))
        if needed and sign.pattern.match(text):
            return sign.reason
    decorated = _DECORATION.match(text)
    if decorated:
        return reason_to_cut(text[decorated.end() :], edge=edge)
    return _bar(text, edge=edge)


def bare(text: str) -> str:
    """Return a line without the marks of Markdown: of a link its words, of `**bold**` the same."""
    return _MARKS.sub("", _LINK.sub(r"\1", text)).strip()


def is_links(text: str) -> bool:
    """Tell whether a line is nothing but links and pictures in the manner of Markdown."""
    return "](" in text and bool(_LINKS.match(text)) and words(text) <= _MOST_LINKED


def is_share_bar(text: str) -> bool:
    """Tell whether a line holds nothing but names of buttons, run together or not."""
    return _bar(text, edge=False) == "share-bar"


def _bar(text: str, *, edge: bool) -> str:
    """Return the reason for a line all of whose words are names of buttons."""
    if len(text) > 300 or text.endswith("."):
        return ""
    signs = load()
    found = [
        part.casefold()
        for word in _PARTS.findall(text)
        for part in (
            [word]
            if word.casefold() in signs.share_words
            else _CAMEL.split(_INNER.sub(_lowered, word))
        )
    ]
    if not found or len(found) > 30:
        return ""
    glued = all(part in signs.share_words | _THIS for part in found) and found[0] not in _THIS
    if glued and (len(found) > 1 or edge):
        return "share-bar"
    if (edge or len(found) > 1) and all(part in signs.language_names for part in found):
        return "language-switch"
    if edge and all(part in signs.menu_words | signs.share_words for part in found):
        return "menu"
    return ""


def _lowered(name: re.Match[str]) -> str:
    return name.group().capitalize()


def opens_links(text: str) -> bool:
    """Tell whether a line is the label of a list of links ("Related articles")."""
    return len(text) <= 90 and bool(load().sections.match(text))


def is_blurb(text: str) -> bool:
    """Tell whether a paragraph behind the text is a site's word about itself or to its readers."""
    sign = load().blurb
    return len(text) <= _LONGEST and words(text) <= sign.most and bool(sign.pattern.match(text))


def opens_comments(text: str) -> bool:
    """Tell whether a line is the label of readers' comments ("3 responses to ...")."""
    return len(text) <= 250 and bool(load().comment_label.match(text.strip(" :.")))


def counts_comments(text: str) -> bool:
    """Tell whether a line counts comments and names their text: `2 thoughts on “The Dam”`."""
    return len(text) <= 250 and bool(load().comment_sure.match(text))


def shows_comment(text: str) -> bool:
    """Tell whether a line is one that stands by a reader's comment ("Reply", "2 days ago")."""
    return len(text) <= 100 and bool(load().comment_shown.match(text))


def heads_notes(text: str) -> bool:
    """Tell whether a line is the heading of a list of notes."""
    return text.strip(" :.").casefold() in load().note_headings


def cut_inside(piece: Piece) -> list[Piece]:
    """Return a piece without what is boilerplate from some sentence's end on, and that."""
    text = piece.text
    starts = [match.end() for match in _SENTENCE_START.finditer(text, max(0, len(text) - _LONGEST))]
    begun = load().begun
    for at in starts:
        rest = text[at:] if begun.match(text, at) else ""
        for sign in load().inline if rest else ():
            crumb = sign.reason == "contact" and words(text[:at]) < _CRUMB
            if sign.pattern.match(rest) and words(rest) <= sign.most and not crumb:
                end = at + _end_of_sign(rest)
                parts = split_at(piece, [at, end])
                for part in parts:
                    if part.start >= piece.start + at and part.end <= piece.start + end:
                        part.cut = sign.reason
                return parts
    return [piece]


def _end_of_sign(rest: str) -> int:
    """Return where a sign inside a line ends: with the line, or where sentences follow it."""
    first = _FULL_STOP.search(rest)
    if first is None:
        return len(rest)
    behind = _FULL_STOP.split(rest[first.end() :])[:-1]
    return first.end() if any(words(part) >= _PROSE for part in behind) else len(rest)


def cut_fragments(piece: Piece) -> list[Piece]:
    """Return a piece of a page's head without buttons and counters glued to it."""
    if len(piece.text) > 400:
        return [piece]
    for sign in load().fragments:
        match = sign.pattern.search(piece.text)
        if match:
            parts = split_at(piece, match.span())
            first, last = piece.start + match.start(), piece.start + match.end()
            for part in parts:
                if part.start >= first and part.end <= last:
                    part.cut = sign.reason
            return parts
    return [piece]

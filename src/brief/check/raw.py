"""A brief in; markup, style sheets and signs of control that it would print as words, out.

Text from the web brings them along. In a quotation they are the source's; in a name, a title or a
sentence of ours nobody meant them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from brief.check.places import Place, Reporter, leaves, places, short
from brief.model.brief import Brief, Inlines, Quoted
from brief.model.diagnostic import Diagnostic
from brief.model.marks import (
    FIRST_FOOTER,
    FIRST_RUNNING,
    FOOTER,
    MARGINS,
    RUNNING,
    SUBTITLE,
    TITLE,
    note_unit,
    reference_unit,
)
from brief.model.plain import inline_text, walk

_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|button|center|cite|code|div|em|figcaption|figure|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|"
    "p|path|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|"
    "thead|time|title|tr|u|ul"
)
_SIDES = "align|color|decoration|family|height|indent|size|space|spacing|style|transform|weight"
_RAW = re.compile(
    rf"""</?(?:{_TAGS})\s*/?> | </?[a-z][\w:-]*\s+[a-z][\w:-]*\s*= | <!--|--> | <!\[CDATA
    | &(?:[a-z]{{2,8}}\d?|\#\d{{2,6}}|\#x[\da-f]{{2,6}});
    | \b(?:font|text|line|letter|word|background|border|list|white)-(?:{_SIDES})\s*:
    | \b(?:color|width|height|margin|padding)\s*:\s*(?:\#[\da-f]{{3,8}}|rgb|-?[\d.]+(?:px|pt|em|%))
    | \{{[{{%\#] | [}}%\#]\}} | \*\* | \]\( | ``` | (?<!\w)__(?=\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Tags, whole or cut; references to characters; declarations of style; marks of templates and of
Markdown."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd")
"""What makes words run the other way, and what stands for a character that was lost."""
_CORRECT = "Give it in references.yaml beside the seeds, or correct the seed."
_REWORD = "Take it out."
_MASTHEAD, _PROPERTIES = "masthead", "file properties"
_HEADS = frozenset((_MASTHEAD, _PROPERTIES, *MARGINS))


def check_raw(
    brief: Brief,
    file: str = "",
    *,
    strict: bool = False,
    seed_of: Callable[[str], str] | None = None,
) -> Iterator[Diagnostic]:
    """Yield each source that is named with markup, then each other place that shows some.

    What a person typed so is a warning, unless `strict`. `seed_of` returns the name of the file
    that an article stands in, or nothing; without it the brief says from which seed it quotes.
    """
    edited = frozenset((*brief.edited, *brief.unverified))
    works = [one for one in brief.references if reference_unit(one.id) in edited]
    theirs = edited | {f"reference {work.number}" for work in works}
    theirs |= _HEADS if edited else frozenset()  # they may repeat a title of theirs
    reporter = Reporter(file or brief.id, theirs, strict)
    seeds = {quote.article: quote.seed for quote in brief.ledger.quotes}
    broken: list[str] = []
    for work in brief.references:
        if found := _first([inline_text(work.children), *work.names]):
            broken += work.names
            seed = (seed_of and seed_of(work.id)) or seeds.get(work.id, work.id)
            said = f"author, title or publisher of seed {seed} {found}."
            yield reporter.say(f"reference {work.number}", "raw-markup", said, _CORRECT)
    for unit, text in _texts(brief):
        for name in broken:  # said above, once
            text = text.replace(name, "")
        if found := raw_in(text):
            yield reporter.say(unit, "raw-markup", f"what it says {found}.", _REWORD)


def raw_in(text: str) -> str:
    """Return what stands in a text that no person reads as words, told as a verb; '' for none."""
    if found := _RAW.search(text):
        return f"holds markup: “{short(text[found.start() :], 40)}”"
    signs = [char for char in text if char in _TURNING or _is_control(char)]
    return f"holds a sign of control, U+{ord(signs[0]):04X}" if signs else ""


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Co") and char not in "\n\t"


def _first(texts: Iterable[str]) -> str:
    return next((found for text in texts if (found := raw_in(text))), "")


def _texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield the words of each place outside of quotations, those of its head and its charts too."""
    labels = brief.labels
    yield from ((TITLE, brief.title), (SUBTITLE, brief.subtitle), (_PROPERTIES, brief.summary))
    yield from ((_MASTHEAD, labels.series), (RUNNING, labels.running), (FOOTER, labels.footer))
    yield from ((FIRST_RUNNING, labels.first_running), (FIRST_FOOTER, labels.first_footer or ""))
    yield from (
        (place.id, _own(place.inlines)) for place in places(brief) if not _is_quotation(place)
    )
    for block in walk(brief.blocks):
        if block.kind == "exhibit":
            yield f"{block.id}/alt", block.alt
            yield from ((block.id, point.label) for point in block.points)
    yield from ((note_unit(note.id), _own(note.children)) for note in brief.notes)


def _is_quotation(place: Place) -> bool:
    return place.kind == "quotation" and not place.id.endswith("/attribution")


def _own(inlines: Inlines) -> str:
    """Return words without those of quotations."""
    kept = (leaf for leaf in leaves(inlines) if not isinstance(leaf, Quoted))
    return " ".join(inline_text((leaf,)) for leaf in kept)

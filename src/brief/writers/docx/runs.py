"""Inlines in, Word runs out: formatting, languages, note marks, links and evidence comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from brief.model.brief import (
    Aside,
    Cite,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Link,
    Number,
    Quoted,
    Strong,
    Text,
)
from brief.model.marks import clean, linkable, mark, note_unit
from brief.writers.docx.anchors import claim
from brief.writers.docx.context import Context
from brief.writers.docx.oxml import Element, el

_PIECES = re.compile("([\n\t])")
_WORD_LANGUAGES = {
    "en": "en-US",
    "zh": "zh-CN",
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-TW",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "ru": "ru-RU",
    "uk": "uk-UA",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
}
_EAST_ASIAN = ("zh", "ja", "ko")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: what its enclosing inlines say."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    language: str = ""
    font: str = ""
    color: str = ""
    size: float = 0
    """In points. Said beside the style: LibreOffice 7.4 does not heed it in the boxes."""


def word_language(tag: str) -> str:
    """Return the tag as word processors write it: with a region, `zh-CN` for `zh-Hans`."""
    return _WORD_LANGUAGES.get(tag, tag)


def runs(context: Context, inlines: Inlines, look: Look | None = None) -> list[Element]:
    """Return the runs of the inlines; neighboring note marks are set apart by a comma.

    The evidence of note marks is a comment on the words before them, never around the marks:
    LibreOffice 7.4 shifts bookmarks and loses notes inside the range of a comment. Between the
    first note and the second there is none: of a file that it saved so, it shows notes empty, or
    one in the place of another. There the evidence follows the mark.
    """
    look = look or Look()
    made: list[Element] = []
    quoted: tuple[str, ...] = ()
    for cites, group in groupby(inlines, key=lambda inline: isinstance(inline, Cite)):
        if cites:
            notes = [inline.note for inline in group if isinstance(inline, Cite)]
            made = _cited(context, notes, made, quoted)
        else:
            said = list(group)
            quoted = tuple(inline.quote for inline in said if isinstance(inline, Quoted))
            made += [new for inline in said for new in _runs(context, inline, look)]
    return made


def _cited(
    context: Context, notes: list[int], made: list[Element], quoted: tuple[str, ...]
) -> list[Element]:
    """Return the runs and after them the marks of the notes, with their evidence."""
    if len(context.used) != 1:
        before, words = claim(made)
        evidence = context.evidence_on(notes, words, quoted)
        return [*before, *evidence, *_marks(context, notes)]
    silent = frozenset(note for note in notes if context.is_used(note))
    marks = _marks(context, notes)
    return [*made, *marks, *context.evidence_on(notes, [], quoted, silent)]


def _marks(context: Context, notes: list[int]) -> list[Element]:
    made: list[Element] = []
    for note in notes:
        mark_runs = _cite(context, note)
        if made and mark_runs:
            made.append(run(", ", Look("FootnoteReference")))
        made += mark_runs
    return made


def run(text: str, look: Look | None = None, fonts: str = "") -> Element:
    """Return one `w:r` holding the text; line breaks and tabs become their elements."""
    return el("w:r", properties(look or Look(), fonts), *_text(text))


def properties(look: Look, fonts: str = "") -> Element | None:
    """Return `w:rPr` in schema order, or `None` when there is nothing to say."""
    children = [
        el("w:rStyle", w_val=look.style) if look.style else None,
        _fonts(look, fonts),
        *([el("w:b"), el("w:bCs")] if look.bold else []),
        *([el("w:i"), el("w:iCs")] if look.italic else []),
        el("w:color", w_val=look.color) if look.color else None,
        *(el(f"w:{tag}", w_val=round(look.size * 2)) for tag in ("sz", "szCs") if look.size),
        _language(look.language),
    ]
    made = el("w:rPr", *children)
    return made if len(made) else None


def field(instruction: str, result: str, look: Look | None = None) -> list[Element]:
    """Return the runs of a field with the result that is shown until it is updated."""
    look = look or Look()
    code = el("w:instrText", xml_space="preserve")
    code.text = f" {instruction} "
    return [
        el("w:r", properties(look), el("w:fldChar", w_fldCharType="begin")),
        el("w:r", properties(look), code),
        el("w:r", properties(look), el("w:fldChar", w_fldCharType="separate")),
        run(result, look),
        el("w:r", properties(look), el("w:fldChar", w_fldCharType="end")),
    ]


def _runs(context: Context, inline: Inline, look: Look) -> list[Element]:
    match inline:
        case Text() | Number():
            return [run(inline.text, look)] if clean(inline.text) else []
        case Foreign():
            fonts = context.skin.east_asian(inline.lang)
            return [run(inline.text, replace(look, language=inline.lang), fonts)]
        case Emphasis():
            return runs(context, inline.children, _emphasized(look))
        case Aside():
            skin = context.skin
            bold = look.bold or look.style == "Strong"
            color, size = look.color or skin.muted, look.size or skin.small
            beside = Look("BriefAside", bold, font=skin.sans, color=color, size=size)
            return runs(context, inline.children, beside)
        case Strong():
            return runs(context, inline.children, _strong(look))
        case Quoted():
            return runs(context, inline.children, look)
        case Link():
            return _link(context, inline, look)
        case Cite():
            return _marks(context, [inline.note])
        case _:
            assert_never(inline)


def _emphasized(look: Look) -> Look:
    return (
        replace(look, italic=True) if look.style or look.bold else replace(look, style="Emphasis")
    )


def _strong(look: Look) -> Look:
    if look.style == "Emphasis":
        return replace(look, style="Strong", italic=True)
    return replace(look, bold=True) if look.style or look.italic else replace(look, style="Strong")


def _link(context: Context, link: Link, look: Look) -> list[Element]:
    inner = runs(context, link.children, _hyperlink(look))
    if not linkable(link.href):
        return inner
    return [el("w:hyperlink", *inner, r_id=context.link(clean(link.href)), w_history=1)]


def _hyperlink(look: Look) -> Look:
    bold = look.bold or look.style == "Strong"
    italic = look.italic or look.style == "Emphasis"
    return replace(look, style="Hyperlink", bold=bold, italic=italic)


def _cite(context: Context, number: int) -> list[Element]:
    """Return the mark of a note: the footnote itself the first time, then a link to it.

    A link rather than a NOTEREF field: LibreOffice 7.4 sets such a field with gaps around it, and
    on a second save moves neighboring comments into its instruction and drops notes. Numbers are
    ours anyway: each build writes them anew.
    """
    note = context.note(number)
    if note is None:
        return []
    name = mark(f"{note_unit(note.id)}/mark")
    first = context.first_use(note)
    if first is None:
        shown = run(str(number), Look("FootnoteReference"))
        return [el("w:hyperlink", shown, w_anchor=name, w_history=1)]
    reference = el("w:footnoteReference", w_id=first)
    return context.bookmark(name, [el("w:r", properties(Look("FootnoteReference")), reference)])


def _text(text: str) -> Iterator[Element]:
    for piece in _PIECES.split(clean(text)):
        if piece == "\n":
            yield el("w:br")
        elif piece == "\t":
            yield el("w:tab")
        elif piece:
            element = el("w:t", xml_space="preserve")
            element.text = piece
            yield element


def _fonts(look: Look, fonts: str) -> Element | None:
    if not look.language.startswith(_EAST_ASIAN):
        return el("w:rFonts", w_ascii=look.font, w_hAnsi=look.font) if look.font else None
    return el("w:rFonts", w_hint="eastAsia", **({"w_eastAsia": fonts} if fonts else {}))


def _language(language: str) -> Element | None:
    if not language:
        return None
    if language.startswith(_EAST_ASIAN):
        return el("w:lang", w_eastAsia=word_language(language))
    return el("w:lang", w_val=word_language(language))

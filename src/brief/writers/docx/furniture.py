"""A brief in, the parts around its body out: notes, comments, header, footer, settings."""

from __future__ import annotations

import re

from brief.model.brief import Note
from brief.model.edit import Comment
from brief.model.marks import INITIALS, clean, note_unit
from brief.writers.docx.context import Context
from brief.writers.docx.oxml import Element, el, qn, root
from brief.writers.docx.runs import Look, field, properties, run, runs, word_language
from brief.writers.docx.skin import Skin

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""Kinds and ids of the two footnotes that draw the rule above the notes."""


def footnotes(context: Context) -> Element:
    """Return `w:footnotes`: the rules, then each note in the order of its first mark."""
    made = [
        el("w:footnote", el("w:p", el("w:r", el(f"w:{kind}"))), w_type=kind, w_id=number)
        for kind, number in _SEPARATORS
    ]
    notes = {note.id: note for note in context.brief.notes}
    made.extend(_footnote(context, notes[key], number) for key, number in context.used.items())
    return root("w:footnotes", *made)


def _footnote(context: Context, note: Note, number: int) -> Element:
    look = properties(Look("FootnoteReference"))
    content = context.identified(note_unit(note.id), runs(context, note.children))
    paragraph = el(
        "w:p",
        el("w:pPr", el("w:pStyle", w_val="FootnoteText")),
        el("w:r", look, el("w:footnoteRef")),
        run(" "),
        *content,
    )
    context.paragraphs[note_unit(note.id)] = paragraph
    return el("w:footnote", paragraph, w_id=number)


def comments(context: Context) -> Element:
    """Return `w:comments`; ours are dated by the brief, not by the clock."""
    date = f"{context.brief.day}T00:00:00Z"
    made = [_said(one.id, one.comment, date) for one in context.comments]
    if _threaded(context):
        for one, comment in zip(context.comments, made, strict=True):
            comment[-1].set(qn("w14:paraId"), _name(one.id))
    return root("w:comments", *made)


def threads(context: Context) -> Element | None:
    """Return which comments answer which and which are resolved; `None`: none does or is."""
    numbers = {one.comment.id: one.id for one in context.comments if one.comment.id}
    made = [
        _thread(one.id, numbers.get(one.comment.answers), one.comment.resolved)
        for one in context.comments
    ]
    return root("w15:commentsEx", *made) if _threaded(context) else None


def _threaded(context: Context) -> bool:
    return any(one.comment.resolved or one.comment.answers for one in context.comments)


def _thread(number: int, answers: int | None, resolved: bool) -> Element:
    made = el("w15:commentEx", w15_paraId=_name(number), w15_done=int(resolved))
    if answers is not None:
        made.set(qn("w15:paraIdParent"), _name(answers))
    return made


def _name(number: int) -> str:
    """Return the name of a comment's last paragraph, by which its thread knows it."""
    return f"{number:08X}"


_DATE = re.compile(r"[1-9]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d")
"""A date and time that Word takes; LibreOffice writes others where it knows none."""


def _said(number: int, comment: Comment, date: str) -> Element:
    paragraphs = [
        el("w:p", el("w:pPr", el("w:pStyle", w_val="CommentText")), run(line))
        for line in comment.lines or ("",)
    ]
    return el(
        "w:comment",
        *paragraphs,
        w_id=number,
        w_author=clean(comment.author),
        w_date=comment.date if _DATE.match(comment.date) else date,
        w_initials=clean(comment.initials)[:INITIALS],
    )


def header(words: str) -> Element:
    """Return the head of all pages but the first."""
    return root("w:hdr", _paragraph("Header", None, run(words)))


def masthead(series: str, handling: str, width: int, *, beside: bool) -> Element:
    """Return the head of the first page, with the rule that a brief begins with.

    The handling line stands at the right margin (`width` in twips) `beside` the series, or below.
    """
    if not beside:
        lines = [_paragraph("Masthead", None, run(words)) for words in (series, handling) if words]
        return root("w:hdr", *lines)
    tabs = el("w:tabs", el("w:tab", w_val="right", w_pos=width))
    return root("w:hdr", _paragraph("Masthead", tabs, run(f"{series}\t{handling}")))


def footer(words: str, page: str, width: int) -> Element:
    """Return the handling line and, at the right margin (`width` in twips), the page number."""
    tabs = el("w:tabs", el("w:tab", w_val="right", w_pos=width))
    made = [run(f"{words}\t"), *_page(page)]
    return root("w:ftr", _paragraph("Footer", tabs, *made))


def _page(label: str) -> list[Element]:
    """Return the runs of `Page {page} of {pages}`, its names replaced by fields."""
    made: list[Element] = []
    rest = label
    while rest:
        at, name = min(
            ((rest.find(name), name) for name in ("{page}", "{pages}") if name in rest),
            default=(len(rest), ""),
        )
        if rest[:at]:
            made.append(run(rest[:at]))
        if name:
            made.extend(field("PAGE" if name == "{page}" else "NUMPAGES", "1"))
        rest = rest[at + len(name) :]
    return made


def _paragraph(style: str, tabs: Element | None, *content: Element) -> Element:
    return el("w:p", el("w:pPr", el("w:pStyle", w_val=style), tabs), *content)


def settings(skin: Skin) -> Element:
    """Return `w:settings` in the order that the schema demands."""
    language = word_language(skin.language)
    mode = {
        "w_name": "compatibilityMode",
        "w_uri": "http://schemas.microsoft.com/office/word",
        "w_val": "15",
    }
    rules = [el("w:footnote", w_id=number) for _, number in _SEPARATORS]
    return root(
        "w:settings",
        el("w:zoom", w_percent=100),
        el("w:embedTrueTypeFonts"),
        el("w:saveSubsetFonts"),
        el("w:defaultTabStop", w_val=720),
        el("w:characterSpacingControl", w_val="doNotCompress"),
        el("w:footnotePr", *rules),
        el("w:compat", el("w:compatSetting", **mode)),
        el("w:themeFontLang", w_val=clean(language)),
        el("w:decimalSymbol", w_val="."),
        el("w:listSeparator", w_val=","),
    )

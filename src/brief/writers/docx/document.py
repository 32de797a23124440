"""A brief in, the bytes of an editable Word draft out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from brief.model.brief import Brief, Text
from brief.model.edit import Comment
from brief.model.marks import REFERENCES, SUBTITLE, TITLE, reference_unit
from brief.model.plain import brief_text
from brief.model.tracked import Tracked
from brief.writers import fonts
from brief.writers.docx.blocks import Setting, blocks, paragraph
from brief.writers.docx.context import Context
from brief.writers.docx.font_table import FONT_TABLE, font_table
from brief.writers.docx.furniture import (
    comments,
    footer,
    footnotes,
    header,
    masthead,
    settings,
    threads,
)
from brief.writers.docx.lists import numbering
from brief.writers.docx.oxml import Element, el, root, serialize
from brief.writers.docx.page_one import opens_whole, pages_taken
from brief.writers.docx.properties import (
    app_properties,
    core_properties,
    custom_properties,
    origin,
    origin_properties,
)
from brief.writers.docx.skin import PAPERS, TWIPS, Skin, mm, skin_from
from brief.writers.docx.styles import TITLE as SMALLER
from brief.writers.docx.styles import styles
from brief.writers.docx.theme import theme
from brief.writers.docx.tracked import show_changes
from brief.writers.measure import evened
from brief.writers.style import Style, denser

_ORIGIN = "customXml/item1.xml"
_NOTE_COLUMNS = 3
_SETTINGS = tuple(
    (size, air) for size in (1.08, 1.04, 1.0, 0.97, 0.94) for air in (3.0, 2.0, 1.0, 0.0)
)
"""Size of the text against the style, and air below page one, the loosest first: a draft is one
wide column, and is worked on."""
_SPARE = 0.03
"""Of a page: what may stay empty before the last of two, where what comes next is kept together."""


def to_docx(
    brief: Brief,
    style: Style,
    *,
    comments: bool = True,
    remarks: Mapping[str, Sequence[str]] | None = None,
    said: Sequence[Comment] = (),
    packed: str = "",
    standing: Mapping[str, Tracked] | None = None,
) -> bytes:
    """Return the draft of a brief as a DOCX file; the same bytes for the same arguments.

    `style` gives colors, sizes and charts; `comments` puts the evidence beside each note mark;
    `remarks` are comments to the editor by unit id (conflicts of a merge), `said` are comments of
    people; one whose place is gone, or takes none, stands at the title. `packed` is what the draft
    was written from, to be carried along in it; `standing` are the tracked changes that are open,
    by unit: they are shown where the words of the unit are those that they were made in.
    """
    style, skin = _set(brief, style)
    context = Context(
        brief=brief,
        style=style,
        skin=skin,
        evidence=comments,
        remarks={unit: list(texts) for unit, texts in (remarks or {}).items()},
        said=_by_unit(said, brief),
        whole=frozenset(standing or ()),
    )
    body = _body(context)
    body[0][1:1] = context.homeless()
    package = context.package
    package.add("document", "word/document.xml", b"", source="")
    whole = root("w:document", el("w:body", *body, _section(context)))
    notes = footnotes(context)
    show_changes(context, context.paragraphs, standing or {})
    _parts(context, notes)
    if packed:
        package.add("customXml", _ORIGIN, serialize(origin(packed)))
        known = serialize(origin_properties())
        package.add("customXmlProps", "customXml/itemProps1.xml", known, source=_ORIGIN)
    package.parts["word/document.xml"] = ("document", serialize(whole))
    return package.to_bytes()


def _set(brief: Brief, style: Style) -> tuple[Style, Skin]:
    """Return the style in the size of a draft, and how that looks in Word.

    Of the settings at which page one holds what opens the brief, its chart above all, the loosest
    is taken that needs no page more than the closest: so the last page is as full as it may be.
    """
    made = [_setting(brief, denser(style, size), air) for size, air in _SETTINGS]
    whole = [one for one in made if opens_whole(brief, *one)] or made
    pages = ceil(pages_taken(brief, *whole[-1]))
    most = pages - _SPARE * (pages - 1) ** 2
    return next((one for one in whole if pages_taken(brief, *one) <= most), whole[-1])


def _setting(brief: Brief, style: Style, air: float) -> tuple[Style, Skin]:
    return style, replace(skin_from(style.tokens, brief.layout.language), air=air)


def _by_unit(said: Sequence[Comment], brief: Brief) -> dict[str, list[Comment]]:
    known = {unit for unit, text in brief_text(brief) if text}
    known |= {SUBTITLE} if brief.subtitle else set()
    made: dict[str, list[Comment]] = {}
    for comment in said:
        made.setdefault(comment.unit if comment.unit in known else TITLE, []).append(comment)
    return made


def _body(context: Context) -> list[Element]:
    brief = context.brief
    skin = context.skin
    title = _set_in(brief.title, skin.title * SMALLER, context, serif=True)
    made = [paragraph(context, TITLE, "Title", (Text(text=brief.title),), title)]
    if brief.subtitle:
        below = _set_in(brief.subtitle, skin.subtitle * SMALLER, context)
        made.append(paragraph(context, SUBTITLE, "Subtitle", (Text(text=brief.subtitle),), below))
    body, closing = brief.parted
    made.extend(blocks(context, body, _column(context)))
    if brief.references and brief.labels.references:
        label = (Text(text=brief.labels.references),)
        made.append(paragraph(context, REFERENCES, "Heading1", label))
    for reference in brief.references:
        unit = reference_unit(reference.id)
        made.append(paragraph(context, unit, "Reference", reference.children))
    return [*made, *blocks(context, closing, _column(context))]


def _set_in(words: str, size: float, context: Context, *, serif: bool = False) -> Setting:
    """Return how a title, or the lighter words below it, are set in lines of like length."""
    role: fonts.Role = "serif" if serif else "sans"
    room = _column(context) / TWIPS
    if fonts.text_width(words, role, bold=serif) * size * _SAFE <= room:
        return Setting()
    return Setting(indent_right=round(evened(words, size, room, role) * TWIPS))


_SAFE = 1.02
"""Of words as a word processor sets them, against that which we measure."""


def _column(context: Context) -> int:
    wide, _ = PAPERS[context.brief.layout.paper]
    _, _, side = context.skin.margins
    return wide - 2 * mm(side)


def _section(context: Context) -> Element:
    wide, high = PAPERS[context.brief.layout.paper]
    top, bottom, side = (mm(margin) for margin in context.skin.margins)
    edge = {"w_header": mm(10), "w_footer": mm(10), "w_gutter": 0}
    return el(
        "w:sectPr",
        *_margins(context),
        el("w:pgSz", w_w=wide, w_h=high),
        el("w:pgMar", w_top=top, w_right=side, w_bottom=bottom, w_left=side, **edge),
        el("w:titlePg"),
        # Notes are short and many: Word sets them in columns, LibreOffice 7.4 does not. The number
        # is of a type of the main schema (MS-DOCX, footnoteColumns), so `val` is of its namespace.
        el("w15:footnoteColumns", w_val=_NOTE_COLUMNS),
    )


def _margins(context: Context) -> Iterator[Element]:
    """Yield references to the heads and feet: of all pages but the first, and of the first."""
    package, labels = context.package, context.brief.labels
    heads = (("default", header(labels.running)), ("first", _masthead(context)))
    for number, (pages, head) in enumerate(heads, 1):
        if len(head):
            made = package.add("header", f"word/header{number}.xml", serialize(head))
            yield el("w:headerReference", w_type=pages, r_id=made)
    feet = (("default", labels.footer), ("first", labels.footer_on_first))
    for number, (pages, words) in enumerate(feet, 1):
        foot = serialize(footer(words, labels.page, _column(context)))
        made = package.add("footer", f"word/footer{number}.xml", foot)
        yield el("w:footerReference", w_type=pages, r_id=made)


def _masthead(context: Context) -> Element:
    """Return the head of page one: what the document is and for whom, and how to handle it."""
    labels, width = context.brief.labels, _column(context)
    series, handling = labels.first_running or labels.series, labels.footer_on_first
    together = fonts.text_width(f"{series}{_APART}{handling}", bold=True)
    fits = together * context.skin.small * _SAFE <= width / TWIPS
    return masthead(series, handling, width, beside=bool(handling) and fits)


_APART = " " * 8
"""What parts the two in one line, at least."""


def _parts(context: Context, notes: Element) -> None:
    package, brief, skin = context.package, context.brief, context.skin
    package.add("styles", "word/styles.xml", serialize(styles(skin)))
    package.add("numbering", "word/numbering.xml", serialize(numbering(context.lists, skin)))
    fonts = serialize(font_table(skin, package))
    package.add("fontTable", FONT_TABLE, fonts)
    package.add("theme", "word/theme/theme1.xml", serialize(theme(skin)))
    package.add("settings", "word/settings.xml", serialize(settings(skin)))
    package.add("footnotes", "word/footnotes.xml", serialize(notes))
    if context.comments:
        package.add("comments", "word/comments.xml", serialize(comments(context)))
        if (told := threads(context)) is not None:
            package.add("commentsExtended", "word/commentsExtended.xml", serialize(told))
    package.add("core", "docProps/core.xml", serialize(core_properties(brief)), source="")
    package.add("app", "docProps/app.xml", serialize(app_properties()), source="")
    package.add("custom", "docProps/custom.xml", serialize(custom_properties(brief)), source="")

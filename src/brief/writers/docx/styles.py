"""A skin in, the styles of a draft out: named as Word names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from brief.writers.docx.box_styles import BOX_ROLES, box_look, grid_look, table_normal
from brief.writers.docx.lists import BULLETS, LIST_INDENT, NUMBERS
from brief.writers.docx.oxml import Element, el, root
from brief.writers.docx.runs import word_language
from brief.writers.docx.skin import Skin, twips

TITLE = 0.88
"""Size of title and subtitle against those on the page, whose lines are wider."""
_LEAD = 0.93
"""Size of the bottom line against that on the page, for the same reason."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Spacing and sizes in points."""

    id: str
    name: str
    size: float = 0
    bold: bool = False
    italic: bool = False
    sans: bool = False
    color: str = ""
    before: float = 0
    after: float = 0
    line: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    """Whether it stands whole on a page; what is kept with the next does so too."""
    level: int | None = None
    list: int = 0
    indent: int = 0
    rule: str = ""
    """Color of a rule at the left."""
    above: tuple[float, str] = (0, "")
    """Thickness in points and color of a rule above."""
    based_on: str = "Normal"
    next: str = "BodyText"


def styles(skin: Skin) -> Element:
    """Return `w:styles`."""
    return root(
        "w:styles",
        _defaults(skin),
        _normal(),
        *(_paragraph_style(style, skin) for style in paragraph_styles(skin)),
        *_character_styles(skin),
        table_normal(),
        grid_look(skin),
        *(box_look(skin, role) for role in BOX_ROLES),
        el(
            "w:style",
            el("w:name", w_val="No List"),
            w_type="numbering",
            w_default=1,
            w_styleId="NoList",
        ),
    )


def paragraph_styles(skin: Skin) -> list[Style]:
    """Return every paragraph style but the default one."""
    section, below = skin.headings
    small, muted, air = skin.small, skin.muted, skin.air
    head = partial(Style, bold=True, sans=True, color=skin.brand, keep_next=True)
    label = partial(Style, sans=True, size=small)
    return [
        Style("BodyText", "Body Text", after=5 + 2 * air),
        head("Title", "Title", size=skin.title * TITLE, sans=False, after=3, line=0.86),
        head("Subtitle", "Subtitle", size=skin.subtitle * TITLE, after=4),
        head(
            *("Heading1", "heading 1", section),
            before=11 + 3 * air,
            after=3 + air,
            level=0,
            above=(0.75, skin.brand),
        ),
        head("Heading2", "heading 2", size=below, before=7 + 2 * air, after=2, level=1),
        head("Heading3", "heading 3", size=below, before=6, after=2, level=2),
        head("Heading4", "heading 4", size=below, before=5, after=2, level=3),
        Style("Lead", "Brief Lead", skin.lead * _LEAD, after=2),
        label("SourceLine", "Brief Source Line", color=muted, after=4.5),
        label("Small", "Brief Small", after=2.4),
        Style(
            *("ListBullet", "List Bullet", skin.answer),
            after=3 + 2 * air,
            list=BULLETS,
            next="ListBullet",
            keep_lines=True,
        ),
        Style("ListNumber", "List Number", after=2, list=NUMBERS, next="ListNumber"),
        Style("Tally", "Brief Tally", skin.answer, sans=True, after=1, next="Answer"),
        Style(
            "Answer", "Brief Answer", skin.answer, after=4 + 2 * air, next="Answer", keep_lines=True
        ),
        Style("Quote", "Quote", italic=True, before=4, after=2, indent=LIST_INDENT, rule=skin.rule),
        label("Attribution", "Brief Attribution", color=muted, after=8, indent=LIST_INDENT),
        label("Caption", "caption", color=muted, before=1, after=3),
        head("TableTitle", "Brief Table Title", skin.body, after=3, based_on="Caption"),
        head("ExhibitTitle", "Brief Exhibit Title", size=skin.body, before=4, after=1.5),
        Style("Picture", "Brief Picture", after=1, line=1, keep_next=True),
        # Not kept with the next: a word processor would keep the whole box with what follows.
        head("BoxTitle", "Brief Box Title", size=skin.body, after=1, keep_next=False),
        label(
            "TableHead",
            "Brief Table Head",
            size=skin.table,
            bold=True,
            keep_next=True,
            before=2,
            after=2,
        ),
        label("TableText", "Brief Table Text", size=skin.table, before=1, after=1, line=1.1),
        Style("Separator", "Brief Separator", 1, line=0.1, after=2),
        label(
            *("Reference", "Bibliography"),
            size=skin.table if air else small,
            after=1.5 + 2.5 * air,
            line=1,
            indent=LIST_INDENT,
        ),
        label("FootnoteText", "footnote text", size=skin.note, line=0.85, next="FootnoteText"),
        Style("CommentText", "annotation text", 10, line=1, next="CommentText"),
        label("Header", "header", color=muted, next="Header"),
        # The rule above the title, as on the page: as wide as the text, however the title is set.
        label(
            "Masthead",
            "Brief Masthead",
            color=skin.brand,
            bold=True,
            above=(3, skin.brand),
            based_on="Header",
            next="Masthead",
        ),
        label("Footer", "footer", color=muted, next="Footer"),
    ]


def _defaults(skin: Skin) -> Element:
    size = round(skin.body * 2)
    east = skin.east_asian(skin.language) or skin.east_asian("zh")
    language = word_language(skin.language)
    asian = language if skin.east_asian(skin.language) else "zh-CN"
    fonts = el("w:rFonts", w_ascii=skin.serif, w_hAnsi=skin.serif, w_eastAsia=east, w_cs=skin.serif)
    # Figures and full-width characters of a date stand as one word.
    close = (el("w:autoSpaceDE", w_val=0), el("w:autoSpaceDN", w_val=0))
    spacing = el("w:spacing", w_line=round(skin.line * 240), w_lineRule="auto")
    return el(
        "w:docDefaults",
        el(
            "w:rPrDefault",
            el(
                "w:rPr",
                fonts,
                el("w:color", w_val=skin.ink),
                el("w:sz", w_val=size),
                el("w:szCs", w_val=size),
                el("w:lang", w_val=language, w_eastAsia=asian, w_bidi="ar-SA"),
            ),
        ),
        el("w:pPrDefault", el("w:pPr", el("w:widowControl"), *close, spacing)),
    )


def _normal() -> Element:
    return el(
        "w:style",
        el("w:name", w_val="Normal"),
        el("w:qFormat"),
        # Said here too: LibreOffice 7.4 does not heed it among the defaults.
        el("w:pPr", el("w:autoSpaceDE", w_val=0), el("w:autoSpaceDN", w_val=0)),
        w_type="paragraph",
        w_default=1,
        w_styleId="Normal",
    )


def _paragraph_style(style: Style, skin: Skin) -> Element:
    own: dict[str, str | int] = {"w_customStyle": 1} if style.name.startswith("Brief ") else {}
    return el(
        "w:style",
        el("w:name", w_val=style.name),
        el("w:basedOn", w_val=style.based_on),
        el("w:next", w_val=style.next),
        el("w:qFormat"),
        el("w:pPr", *_paragraph_properties(style)),
        el("w:rPr", *_run_properties(style, skin)),
        w_type="paragraph",
        w_styleId=style.id,
        **own,
    )


def _paragraph_properties(style: Style) -> list[Element]:
    spacing: dict[str, str | int] = {"w_before": twips(style.before), "w_after": twips(style.after)}
    if style.line:
        spacing |= {"w_line": round(style.line * 240), "w_lineRule": "auto"}
    wanted: list[Element | None] = [
        el("w:keepNext") if style.keep_next else None,
        el("w:keepLines") if style.keep_next or style.keep_lines else None,
        el("w:numPr", el("w:numId", w_val=style.list)) if style.list else None,
        _rules(style),
        el("w:spacing", **spacing),
        _indent(style),
        el("w:outlineLvl", w_val=style.level) if style.level is not None else None,
    ]
    return [element for element in wanted if element is not None]


def _indent(style: Style) -> Element | None:
    if style.id == "Reference":
        return el("w:ind", w_left=style.indent, w_hanging=style.indent)
    return el("w:ind", w_left=style.indent) if style.indent else None


def _rules(style: Style) -> Element | None:
    thick, color = style.above
    eighths = round(thick * 8)
    above = el("w:top", w_val="single", w_sz=eighths, w_space=4, w_color=color) if thick else None
    rule = style.rule
    left = el("w:left", w_val="single", w_sz=12, w_space=8, w_color=rule) if rule else None
    return el("w:pBdr", above, left) if thick or style.rule else None


def _run_properties(style: Style, skin: Skin) -> list[Element]:
    wanted: list[Element | None] = [
        el("w:rFonts", w_ascii=skin.sans, w_hAnsi=skin.sans, w_cs=skin.sans)
        if style.sans
        else None,
        *([el("w:b"), el("w:bCs")] if style.bold else []),
        *([el("w:i"), el("w:iCs")] if style.italic else []),
        el("w:color", w_val=style.color) if style.color else None,
        *([el(f"w:{tag}", w_val=round(style.size * 2)) for tag in ("sz", "szCs") if style.size]),
    ]
    return [element for element in wanted if element is not None]


def _character_styles(skin: Skin) -> list[Element]:
    raised = [el("w:vertAlign", w_val="superscript")]
    return [
        _character("Emphasis", "Emphasis", [el("w:i"), el("w:iCs")]),
        _character("BriefAside", "Brief Aside", _aside(skin)),
        _character("Strong", "Strong", [el("w:b"), el("w:bCs")]),
        _character(
            "Hyperlink", "Hyperlink", [el("w:color", w_val=skin.link), el("w:u", w_val="single")]
        ),
        _character("FootnoteReference", "footnote reference", raised),
        _character(
            "CommentReference",
            "annotation reference",
            [el("w:sz", w_val=16), el("w:szCs", w_val=16)],
        ),
    ]


def _aside(skin: Skin) -> list[Element]:
    """Return the look of words that the page sets in its margin: small and of another face."""
    size = round(skin.small * 2)
    return [
        el("w:rFonts", w_ascii=skin.sans, w_hAnsi=skin.sans, w_cs=skin.sans),
        el("w:color", w_val=skin.muted),
        el("w:sz", w_val=size),
        el("w:szCs", w_val=size),
    ]


def _character(style_id: str, name: str, look: list[Element]) -> Element:
    own: dict[str, str | int] = {"w_customStyle": 1} if name.startswith("Brief ") else {}
    return el(
        "w:style",
        el("w:name", w_val=name),
        el("w:rPr", *look),
        w_type="character",
        w_styleId=style_id,
        **own,
    )

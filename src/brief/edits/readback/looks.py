"""The styles and numbering of a draft in, what a paragraph or run is out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from brief.edits.readback.archive import Element, Parts, W

_HEADING = re.compile(r"heading (\d)$")
_KINDS = {
    "title": "title",
    "subtitle": "subtitle",
    "quote": "quotation",
    "intense quote": "quotation",
    "quotations": "quotation",
    "block text": "quotation",
    "brief attribution": "attribution",
    "caption": "caption",
    "bibliography": "work",
    "list bullet": "bulleted",
    "list number": "numbered",
    "brief lead": "lead",
    "brief source line": "source-line",
    "brief small": "small",
    "brief tally": "tally",
    "brief answer": "answer",
    "brief box title": "box title",
    "brief exhibit title": "exhibit title",
}
"""Name of a style: what a paragraph in it is. Word keeps these names in every language."""
_QUOTATIONS = (
    "zitat",
    "citation",
    "cita",
    "citazione",
    "citaat",
    "цитата",
    "引用文",
    "引用",
    "인용",
)
"""What programs call the style of a quotation that translate names; headings say their level."""
ODD = {
    "u": "underlining",
    "strike": "strike-through",
    "dstrike": "strike-through",
    "highlight": "highlighting",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "vanish": "hidden text",
}
"""Formatting of runs that no block of ours can say, and what a person calls it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a run says by its formatting."""

    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    odd: tuple[str, ...] = ()


@dataclass(slots=True)
class Looks:
    """The styles of one file, resolved."""

    kinds: dict[str, str] = field(default_factory=dict)
    """Paragraph style id: what a paragraph in it is; empty for plain prose."""
    lists: dict[str, str] = field(default_factory=dict)
    """Paragraph style id: the numbering that it brings."""
    runs: dict[str, Look] = field(default_factory=dict)
    """Character style id: what it says."""
    tables: dict[str, str] = field(default_factory=dict)
    """Table style id: its name."""
    ordered: dict[str, bool] = field(default_factory=dict)
    """Numbering id: whether it counts."""
    own: bool = True
    """False where a program (Google Docs) has dropped the styles of ours."""

    def paragraph(self, properties: Element | None) -> str:
        """Return what a paragraph is: `heading 2`, `bulleted`, `numbered`, `quotation`, ``."""
        style = value(properties, "pStyle")
        kind = self.kinds.get(style, "")
        if kind.startswith(("heading", "title", "subtitle")):
            return kind
        listed = self.numbering(properties)
        if listed == "0":
            return "" if kind in ("bulleted", "numbered") else kind
        if listed in self.ordered:
            return "numbered" if self.ordered[listed] else "bulleted"
        return kind or _outline(properties)

    def numbering(self, properties: Element | None) -> str:
        """Return the id of the list that a paragraph counts in; `0` when it is taken out of one."""
        number = None if properties is None else properties.find(f"{W}numPr/{W}numId")
        if number is not None:
            return number.get(f"{W}val", "")
        return self.lists.get(value(properties, "pStyle"), "")

    def is_lower(self, properties: Element | None) -> bool:
        """Return whether a paragraph is an item below another: our lists have one level."""
        level = None if properties is None else properties.find(f"{W}numPr/{W}ilvl")
        below = level is not None and level.get(f"{W}val", "0") != "0"
        return below and self.paragraph(properties) in ("bulleted", "numbered")

    def run(self, properties: Element | None) -> Look:
        """Return what a run says by its own formatting and its character style."""
        if properties is None:
            return Look()
        base = self.runs.get(value(properties, "rStyle"), Look())
        raised = value(properties, "vertAlign") or ("superscript" if base.raised else "")
        odd = tuple(called for name, called in ODD.items() if _on(properties, name))
        return Look(
            strong=_toggle(properties, "b", base.strong),
            emphasis=_toggle(properties, "i", base.emphasis),
            raised=raised == "superscript",
            odd=(*odd, "subscript") if raised == "subscript" else odd,
        )


def _as_we_call_them() -> Looks:
    """Return the styles of a draft that has lost its own, by the ids that we give ours."""
    ids = {"bibliography": "Reference", **{f"heading {n}": f"Heading{n}" for n in range(1, 7)}}
    names = (*_KINDS, *ids)
    own = {ids.get(n) or "".join(n.removeprefix("brief ").title().split()): n for n in names}
    return Looks(
        kinds={key: _kind(name) for key, name in own.items()},
        lists={"ListBullet": "1", "ListNumber": "2"},
        runs={
            "Strong": Look(strong=True),
            "Emphasis": Look(emphasis=True),
            "BriefAside": Look(emphasis=True),
            "FootnoteReference": Look(raised=True),
        },
        tables={"BriefTable": "brief table"},
    )


def looks(parts: Parts) -> Looks:
    """Return the styles and lists of a draft."""
    made = _as_we_call_them() if parts.styles is None else Looks()
    styles = {} if parts.styles is None else _by_id(parts.styles)
    made.own = not styles or any(_name(style).startswith("brief ") for style in styles.values())
    for key, style in styles.items():
        kind = style.get(f"{W}type")
        if kind == "paragraph":
            chain = list(_chain(styles, key))
            named = (_kind(_name(style)) for style in chain)
            level = (_outline(style.find(f"{W}pPr")) for style in chain)
            made.kinds[key] = next(filter(None, (*named, *level)), "")
            number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                made.lists[key] = number.get(f"{W}val", "")
        elif kind == "character":
            made.runs[key] = _character(list(_chain(styles, key)))
        elif kind == "table":
            made.tables[key] = _name(style)
    if parts.numbering is not None:
        made.ordered = _ordered(parts.numbering)
    return made


def value(properties: Element | None, name: str) -> str:
    """Return the `w:val` of a property, empty when it is not there."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _by_id(styles: Element) -> dict[str, Element]:
    return {style.get(f"{W}styleId", ""): style for style in styles.findall(f"{W}style")}


def _chain(styles: dict[str, Element], key: str) -> list[Element]:
    """Return a style and those it is based on, nearest first."""
    chain: list[Element] = []
    while key in styles and styles[key] not in chain:
        chain.append(styles[key])
        key = value(styles[key], "basedOn")
    return chain


def _name(style: Element) -> str:
    return value(style, "name").strip().lower()


def _kind(name: str) -> str:
    heading = _HEADING.match(name)
    if heading:
        return f"heading {heading[1]}"
    if name in _QUOTATIONS:
        return "quotation"
    return _KINDS.get(name) or _KINDS.get(name.rstrip(" 0123456789"), "")


def _character(chain: list[Element]) -> Look:
    strong = emphasis = raised = False
    for style in reversed(chain):
        properties = style.find(f"{W}rPr")
        note = _name(style) in ("footnote reference", "endnote reference")
        if properties is not None:
            strong = _toggle(properties, "b", strong)
            emphasis = _toggle(properties, "i", emphasis)
            raised = raised or value(properties, "vertAlign") == "superscript"
        raised = raised or note
        emphasis = emphasis or _name(style) == "brief aside"
    return Look(strong=strong, emphasis=emphasis, raised=raised)


def _toggle(properties: Element, name: str, otherwise: bool) -> bool:
    found = properties.find(f"{W}{name}")
    return otherwise if found is None else _true(found)


def _on(properties: Element, name: str) -> bool:
    found = properties.find(f"{W}{name}")
    return found is not None and _true(found)


def _true(element: Element) -> bool:
    return element.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def _outline(properties: Element | None) -> str:
    level = value(properties, "outlineLvl")
    return f"heading {int(level) + 1}" if level.isdigit() and int(level) < 6 else ""


def _ordered(numbering: Element) -> dict[str, bool]:
    forms: dict[str, bool] = {}
    for definition in numbering.findall(f"{W}abstractNum"):
        form = definition.find(f"{W}lvl/{W}numFmt")
        shown = "none" if form is None else form.get(f"{W}val", "")
        forms[definition.get(f"{W}abstractNumId", "")] = shown not in ("bullet", "none")
    return {
        number.get(f"{W}numId", ""): forms.get(value(number, "abstractNumId"), False)
        for number in numbering.findall(f"{W}num")
    }

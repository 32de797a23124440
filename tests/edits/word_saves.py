"""What Word does to a draft on saving though nobody edited it, built from the documented markup.

Each function takes the parts of a draft by name and changes them in place.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from tests.edits.drafts import DOCUMENT, XML_SPACE, Element, W, el, parent_of
from tests.edits.word_packages import (
    MC,
    NOTES,
    NUMBERING,
    RELATIONS,
    STYLES,
    TEXTS,
    W14,
    Parts,
    Save,
    comments_of_people,
    defaults_rewritten,
    each,
    ids_on_paragraphs,
    in_other_order,
    in_utf16,
    parts_of_others,
    properties_rewritten,
    strict,
)


def proofing(parts: Parts) -> None:
    """Languages, proofing marks and page breaks as last laid out, in the middle of words."""

    def change(root: Element) -> None:
        for run in list(root.iter(f"{W}r")):
            words = run.find(f"{W}t")
            if words is None or len(words.text or "") < 4 or run.find(f"{W}tab") is not None:
                continue
            later = copy.deepcopy(run)
            tail = later.find(f"{W}t")
            assert tail is not None
            words.text, tail.text = (words.text or "")[:3], (words.text or "")[3:]
            for text in (words, tail):
                text.set(XML_SPACE, "preserve")
            look = _properties(later, "rPr")
            look.extend([el("noProof"), el("lang", val="en-GB", eastAsia="ja-JP")])
            later.insert(1, el("lastRenderedPageBreak"))
            run.addnext(later)
            for kind in ("gramEnd", "spellEnd", "gramStart", "spellStart"):
                run.addnext(el("proofErr", type=kind))

    each(parts, TEXTS, change)


def _properties(element: Element, kind: str) -> Element:
    """Return the properties of a run or row, new ones where it has none."""
    found = element.find(W + kind)
    if found is None:
        found = el(kind)
        element.insert(0, found)
    return found


def merged_runs(parts: Parts) -> None:
    """Neighboring runs of one look made one, and blanks kept only where they need saying."""

    def change(root: Element) -> None:
        for run in list(root.iter(f"{W}r")):
            after = run.getnext()
            if after is None or after.tag != run.tag or not (_plain(run) and _plain(after)):
                continue
            words = after.find(f"{W}t")
            assert words is not None
            words.text = (run.findtext(f"{W}t") or "") + (words.text or "")
            words.set(XML_SPACE, "preserve")
            parent_of(run).remove(run)
        for words in root.iter(f"{W}t"):
            if words.text and words.text == words.text.strip():
                words.attrib.pop(XML_SPACE, None)

    each(parts, TEXTS, change)


def _plain(run: Element) -> bool:
    return [child.tag for child in run] == [f"{W}t"]


def more_bookmarks(parts: Parts) -> None:
    """Bookmarks of Word's own, also across paragraphs; all of them numbered anew."""

    def change(root: Element) -> None:
        marks = [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]
        for mark in marks:
            mark.set(f"{W}id", str(7000 - int(mark.get(f"{W}id", "0"))))
        paragraphs = list(root.iter(f"{W}p"))
        for number, paragraph in enumerate(paragraphs):
            at = 1 if paragraph.find(f"{W}pPr") is not None else 0
            mine = str(20000 + number)
            paragraph.insert(at, el("bookmarkStart", id=mine, name=f"_Hlk{number}00"))
            (paragraphs + paragraphs[-1:])[number + 1].append(el("bookmarkEnd", id=mine))
        body = root.find(f"{W}body")
        assert body is not None
        body.insert(2, el("bookmarkStart", id="30000", name="_GoBack"))
        body.insert(3, el("bookmarkEnd", id="30000"))

    each(parts, [DOCUMENT], change)


def control_properties(parts: Parts) -> None:
    """Controls with fonts, ids, prompts and looks of Word's own, and their ends."""

    def change(root: Element) -> None:
        for number, control in enumerate(root.iter(f"{W}sdt")):
            properties = control.find(f"{W}sdtPr")
            assert properties is not None
            found = properties.find(f"{W}id")
            if found is not None:
                found.set(f"{W}val", str(-900000 - number))
            properties.insert(0, el("rPr", el("b")))
            properties.append(
                el("placeholder", el("docPart", val="DefaultPlaceholder_-1854013440"))
            )
            properties.append(el("text"))
            properties.addnext(el("sdtEndPr", el("rPr", el("b"))))

    each(parts, [DOCUMENT], change)


def styles_renamed(parts: Parts) -> None:
    """Ids of styles as a German or Japanese Word writes them, with the names it keeps."""
    ids = {"Heading1": "berschrift1", "Heading2": "2", "ListBullet": "Aufzhlungszeichen",
           "ListNumber": "a3", "Title": "Titel", "Quote": "Zitat", "BodyText": "Textkrper",
           "Strong": "Fett", "Emphasis": "Hervorhebung", "FootnoteReference": "a5",
           "Reference": "Literaturverzeichnis", "Caption": "a8", "Normal": "Standard"}  # fmt: skip

    def change(root: Element) -> None:
        for element in root.iter():
            for name in ("val", "styleId"):
                value = element.get(W + name)
                kinds = ("pStyle", "rStyle", "basedOn", "next", "link", "style")
                if value in ids and etree.QName(element).localname in kinds:
                    element.set(W + name, ids[value])
        for style in root.iter(f"{W}style"):
            style.append(el("rsid", val="00A11B22"))

    each(parts, [*TEXTS, STYLES, NUMBERING], change)


def style_names_translated(parts: Parts) -> None:
    """Names of styles as programs write them that translate those as well."""
    names = {"heading 1": "Überschrift 1", "heading 2": "見出し 2", "heading 3": "Titre 3",
             "Title": "Titel", "Subtitle": "Untertitel", "List Bullet": "Aufzählungszeichen",
             "List Number": "Listennummer", "Quote": "Zitat", "caption": "Beschriftung",
             "Bibliography": "Literaturverzeichnis", "Body Text": "Textkörper", "Strong": "Fett",
             "Emphasis": "強調", "footnote reference": "脚注参照"}  # fmt: skip

    def change(root: Element) -> None:
        for name in root.iter(f"{W}name"):
            name.set(f"{W}val", names.get(name.get(f"{W}val", ""), name.get(f"{W}val", "")))

    styles_renamed(parts)
    each(parts, [STYLES], change)


def theme_fonts(parts: Parts) -> None:
    """Fonts by theme, sizes, colors and spacing of the style said again on each run."""

    def change(root: Element) -> None:
        for run in root.iter(f"{W}r"):
            look = _properties(run, "rPr")
            for extra in (
                el("rFonts", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi", hint="eastAsia"),
                el("bCs"), el("color", val="000000", themeColor="text1"), el("kern", val="2"),
                el("sz", val="21"), el("szCs", val="21"),
            ):  # fmt: skip
                look.append(extra)
            etree.SubElement(look, f"{{{W14}}}ligatures").set(f"{{{W14}}}val", "standard")

    each(parts, [DOCUMENT, NOTES], change)


def notes_renumbered(parts: Parts) -> None:
    """Ids of notes given anew, with the separators of Word."""

    def number(name: str) -> Callable[[Element], None]:
        def change(root: Element) -> None:
            for note in root.iter(f"{W}{name}"):
                key = int(note.get(f"{W}id", "0"))
                if key > 0:
                    note.set(f"{W}id", str(key + 40))

        return change

    def separators(root: Element) -> None:
        notice = el("footnote", el("p", el("r", el("continuationSeparator"))), id="1",
                    type="continuationNotice")  # fmt: skip
        root.insert(2, notice)

    each(parts, [NOTES], number("footnote"))
    each(parts, [DOCUMENT], number("footnoteReference"))
    each(parts, [NOTES], separators)


def numbering_rewritten(parts: Parts) -> None:
    """Lists with other ids, nine levels and the marks of Word, their order turned round."""

    def shift(root: Element) -> None:
        for element in root.iter(f"{W}numId"):
            if element.get(f"{W}val") != "0":
                element.set(f"{W}val", str(int(element.get(f"{W}val", "0")) + 30))

    def change(root: Element) -> None:
        for number in root.findall(f"{W}num"):
            number.set(f"{W}numId", str(int(number.get(f"{W}numId", "0")) + 30))
            held = number.find(f"{W}abstractNumId")
            assert held is not None
            held.set(f"{W}val", str(int(held.get(f"{W}val", "0")) + 5))
        definitions = root.findall(f"{W}abstractNum")
        for definition in definitions:
            key = int(definition.get(f"{W}abstractNumId", "0"))
            definition.set(f"{W}abstractNumId", str(key + 5))
            definition.insert(0, el("nsid", val=f"5AD0{key:04X}"))
            definition.insert(1, el("multiLevelType", val="hybridMultilevel"))
            for level in range(1, 9):
                definition.append(el("lvl", el("numFmt", val="lowerRoman"), ilvl=str(level)))
        for definition in definitions:
            root.insert(0, definition)

    each(parts, [DOCUMENT, STYLES], shift)
    each(parts, [NUMBERING], change)


def fields_spelled_out(parts: Parts) -> None:
    """Links and page numbers as fields whose code is split over runs."""
    relations = etree.fromstring(parts[RELATIONS])
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    rid = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

    def change(root: Element) -> None:
        for link in list(root.iter(f"{W}hyperlink")):
            anchor, address = link.get(f"{W}anchor"), targets.get(link.get(rid, ""), "")
            code = f' HYPERLINK \\l "{anchor}" \\h ' if anchor else f' HYPERLINK "{address}" '
            _in_field(link, code)
        for simple in list(root.iter(f"{W}fldSimple")):
            _in_field(simple, simple.get(f"{W}instr", ""))

    each(parts, [DOCUMENT, "word/footer1.xml", "word/footer2.xml"], change)


def _in_field(element: Element, code: str) -> None:
    half = len(code) // 2
    runs = [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", el("instrText", text=code[:half])),
        el("r", el("instrText", text=code[half:])),
        el("r", el("fldChar", fldCharType="separate")),
        *element,
        el("r", el("rPr", el("noProof")), el("fldChar", fldCharType="end")),
    ]
    parent = parent_of(element)
    at = parent.index(element)
    parent[at : at + 1] = runs


def tables_laid_out(parts: Parts) -> None:
    """Widths measured anew, looks and conditional formats said on every row and cell."""

    def change(root: Element) -> None:
        for row in root.iter(f"{W}tr"):
            properties = _properties(row, "trPr")
            properties.insert(0, el("cnfStyle", val="100000000000"))
            properties.append(el("gridAfter", val="1"))
            properties.append(el("wAfter", w="12", type="dxa"))
            row.insert(0, el("tblPrEx", el("tblLook", val="04A0")))
        for cell in root.iter(f"{W}tcPr"):
            cell.insert(0, el("cnfStyle", val="001000000000"))
        for grid in root.iter(f"{W}tblGrid"):
            grid.append(el("gridCol", w="12"))

    each(parts, [DOCUMENT], change)


def tagged(parts: Parts) -> None:
    """Words in smart tags and custom elements, permissions and marks of moves around them."""

    def change(root: Element) -> None:
        for number, run in enumerate(list(root.iter(f"{W}r"))):
            if run.find(f"{W}t") is None:
                continue
            parent = parent_of(run)
            at = parent.index(run)
            kind = ("smartTag", "customXml", "bdo")[number % 3]
            name = {"val": "ltr"} if kind == "bdo" else {"element": "place", "uri": "urn:x"}
            parent.insert(at, el(kind, run, **name))
            parent.insert(at, el("permStart", id=str(number), edGrp="everyone"))
            parent.insert(at + 2, el("permEnd", id=str(number)))

    each(parts, [DOCUMENT], change)


def alternatives(parts: Parts) -> None:
    """Runs with a form for new programs and one for old ones."""

    def change(root: Element) -> None:
        for run in list(root.iter(f"{W}r"))[::3]:
            words = run.find(f"{W}t")
            if words is None:
                continue
            fallback = etree.Element(f"{{{MC}}}Fallback")
            fallback.append(copy.deepcopy(words))
            choice = etree.Element(f"{{{MC}}}Choice", Requires="w16se")
            both = etree.Element(f"{{{MC}}}AlternateContent")
            run.replace(words, both)
            choice.append(words)
            both.extend([choice, fallback])

    each(parts, [DOCUMENT], change)


SAVES: tuple[Save, ...] = (
    ids_on_paragraphs,
    proofing,
    merged_runs,
    more_bookmarks,
    control_properties,
    styles_renamed,
    style_names_translated,
    theme_fonts,
    notes_renumbered,
    numbering_rewritten,
    fields_spelled_out,
    tables_laid_out,
    tagged,
    alternatives,
    comments_of_people,
    parts_of_others,
    defaults_rewritten,
    properties_rewritten,
    strict,
    in_utf16,
    in_other_order,
)

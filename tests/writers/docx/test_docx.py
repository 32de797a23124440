"""The draft is a Word document that says what the brief says, in order and in good form."""

from __future__ import annotations

import functools
import io
import posixpath
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import etree

from brief.edits.readback import read_draft
from brief.model.brief import (
    Brief,
    Cite,
    Exhibit,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Strong,
    Text,
)
from brief.model.marks import initials
from brief.model.plain import brief_text, inline_text
from brief.writers import fonts
from brief.writers.docx import to_docx
from tests.support.kitchen import CHINESE, HOSTILE, house_style, kitchen

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# Order of children that ECMA-376 demands, for every element of ours that has one.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "autoSpaceDE autoSpaceDN spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "sectPr": "headerReference footerReference footnotePr pgSz pgMar titlePg footnoteColumns",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop "
    "characterSpacingControl footnotePr compat themeFontLang "
    "decimalSymbol listSeparator",
    "style": "name basedOn next qFormat pPr rPr tblPr tcPr tblStylePr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "abstractNum": "multiLevelType lvl",
    "numbering": "abstractNum num",
    "font": "altName family embedRegular embedBold embedItalic",
    "sdtPr": "tag id appearance",
    "sdt": "sdtPr sdtContent",
    "styles": "docDefaults style",
    "tbl": "tblPr tblGrid tr",
    "numPr": "ilvl numId",
}


REMARKS = {"p-1": ["Look here."], "note:note-2": ["And"]}


@functools.cache
def written() -> bytes:
    """Return the draft of the kitchen-sink brief."""
    return to_docx(
        kitchen(), house_style(), remarks={"p-1": ["Look here."], "note:note-2": ["And"]}
    )


def parts(data: bytes) -> dict[str, Element]:
    """Return the XML parts of a file by name."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return {name: etree.fromstring(archive.read(name)) for name in names}


def local(element: Element) -> str:
    """Return the name of an element without namespace."""
    return etree.QName(element).localname


def test_the_same_brief_gives_the_same_bytes() -> None:
    """No clock, no chance: two runs write one file."""
    assert to_docx(kitchen(), house_style(), remarks=REMARKS) == written()


def test_the_draft_says_what_the_brief_says() -> None:
    """Read back, each unit has the brief's text: the same that the page of the PDF has."""
    brief = kitchen()
    assert brief_text(read_draft(written(), brief).brief) == brief_text(brief)


def test_children_stand_in_the_order_of_the_schema() -> None:
    """Word calls a file with misplaced elements damaged."""
    for name, root in parts(written()).items():
        for element in root.iter(f"{W}*"):
            order = ORDERS.get(local(element), "").split()
            if order:
                found = [order.index(local(child)) for child in element]
                assert found == sorted(found), f"{name}: {local(element)}"


def test_ids_are_unique() -> None:
    """Bookmarks, controls, comments and drawings each have an id of their own."""
    roots = [root for name, root in parts(written()).items() if name.startswith("word/")]
    for path, attribute in (
        ("bookmarkStart", "id"),
        ("bookmarkStart", "name"),
        ("comment", "id"),
        ("sdtPr/{W}id", "val"),
        ("sdtPr/{W}tag", "val"),
    ):
        full = f".//{W}{path.replace('{W}', W)}"
        found = [e.get(W + attribute) for root in roots for e in root.iterfind(full)]
        assert len(found) == len(set(found)) > 0, path


def test_all_that_is_named_is_there() -> None:
    """Styles, lists, relationships, comments, notes and anchors that are used exist."""
    found = parts(written())
    document, styles = found["word/document.xml"], found["word/styles.xml"]
    known = {style.get(f"{W}styleId") for style in styles}
    for root in (document, styles, found["word/footnotes.xml"], found["word/comments.xml"]):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {e.get(f"{W}val") for e in root.iter(W + tag)} <= known
    numbers = {e.get(f"{W}numId") for e in found["word/numbering.xml"].iter(f"{W}num")}
    assert {e.get(f"{W}val") for e in document.iter(f"{W}numId")} <= numbers
    names = {e.get(f"{W}name") for e in document.iter(f"{W}bookmarkStart")}
    anchors = {e.get(f"{W}anchor") for e in document.iter(f"{W}hyperlink")} - {None}
    assert anchors
    assert anchors <= names
    links = {rel.get("Id") for rel in found["word/_rels/document.xml.rels"]}
    used = {v for e in document.iter() for k, v in e.attrib.items() if k.startswith(R)}
    assert used <= links
    comments = {e.get(f"{W}id") for e in found["word/comments.xml"]}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert {e.get(f"{W}id") for e in document.iter(W + tag)} == comments
    notes = [e.get(f"{W}id") for e in document.iter(f"{W}footnoteReference")]
    assert notes == [str(n) for n in range(1, 5)]


def test_every_part_has_a_type_and_every_target_exists() -> None:
    """The package is whole."""
    archive = zipfile.ZipFile(io.BytesIO(written()))
    names = set(archive.namelist())
    types = archive.read("[Content_Types].xml").decode()
    assert set(re.findall(r'PartName="/([^"]+)"', types)) <= names
    for name in names:
        if name.endswith(".rels"):
            rels = etree.fromstring(archive.read(name))
            targets = [r.get("Target") for r in rels if r.get("TargetMode") != "External"]
            folder = f"/{posixpath.dirname(posixpath.dirname(name))}"
            full = {posixpath.normpath(posixpath.join(folder, target)) for target in targets}
            assert {target.lstrip("/") for target in full} <= names


def test_cells_end_with_a_paragraph_and_tables_do_not_touch() -> None:
    """Word repairs a cell that ends with a table, and joins two tables in a row."""
    document = parts(written())["word/document.xml"]
    for cell in document.iter(f"{W}tc"):
        assert local(cell[-1]) == "p"
    for table in document.iter(f"{W}tbl"):
        following = table.getnext()
        assert following is None or local(following) != "tbl"


def test_no_empty_paragraph_serves_as_space() -> None:
    """A paragraph without text or picture is one that the format demands, and no other."""
    for paragraph in parts(written())["word/document.xml"].iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        empty = not "".join(paragraph.itertext()).strip() and not paragraph.findall(
            f".//{W}drawing"
        )
        assert empty == (style == "Separator")


def test_styles_are_words_own() -> None:
    """Titles, headings, lists, quotations, captions and notes use the styles that Word knows."""
    styles = parts(written())["word/styles.xml"]
    names = {e.get(f"{W}val") for e in styles.iter(f"{W}name")}
    wanted = {"Title", "Subtitle", "heading 1", "heading 2", "List Bullet", "List Number", "Quote"}
    wanted |= {"caption", "footnote text", "footnote reference", "Hyperlink", "header", "footer"}
    assert wanted <= names


def test_headings_begin_at_one_and_skip_none() -> None:
    """The brief's first level is Word's first level."""
    document = parts(written())["word/document.xml"]
    styles = [e.get(f"{W}val") for e in document.iter(f"{W}pStyle")]
    assert [s[-1] for s in styles if s.startswith("Heading")] == ["1", "2", "1", "1", "1"]


def test_languages_and_east_asian_fonts_are_set() -> None:
    """Each foreign run says its language; Chinese and Japanese each have a font of their own."""
    document = parts(written())["word/document.xml"]
    run = next(r for r in document.iter(f"{W}r") if CHINESE in "".join(r.itertext()))
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == "zh-CN"
    faces = {e.get(f"{W}eastAsia") for e in document.iter(f"{W}rFonts")}
    assert {"Noto Serif CJK SC", "Noto Serif CJK JP"} <= faces
    assert "ru-RU" in {e.get(f"{W}val") for e in document.iter(f"{W}lang")}


def test_pictures_have_alternative_texts() -> None:
    """Each exhibit's picture says in words what it shows."""
    document = parts(written())["word/document.xml"]
    alts = [e.get("descr") for e in document.iter() if local(e) == "docPr"]
    assert alts == [block.alt for block in kitchen().blocks if isinstance(block, Exhibit)]


def comment_lines(data: bytes) -> list[list[str]]:
    """Return the paragraphs of each comment."""
    comments = parts(data)["word/comments.xml"]
    return [["".join(p.itertext()) for p in comment] for comment in comments]


def test_evidence_stands_beside_each_mark() -> None:
    """A comment gives the verbatim sentence, then its place and its source in plain words.

    Of ten marks one is told before: between the first note and the second there is no comment.
    """
    evidence = [c for c in comment_lines(written()) if "the tariff settled it" in c[0]]
    assert len(evidence) == 10
    sentence, place, source = evidence[0]
    assert sentence == f"“{kitchen().ledger.quotes[0].text}”"
    assert place == inline_text(kitchen().notes[0].children)
    assert source == inline_text(kitchen().references[0].children)


def anchored(*words: Inline) -> list[str]:
    """Return on which words the comments of a paragraph stand that holds these after two notes."""
    first = (Cite(note=1), Cite(note=2), Text(text=" "))
    block = Paragraph(id="p", children=(*first, *words))
    brief = kitchen().model_copy(update={"blocks": (block,)})
    document = parts(to_docx(brief, house_style()))["word/document.xml"]
    on: dict[str, str] = {}
    open_now: set[str] = set()
    for element in document.iter():
        key = element.get(f"{W}id", "")
        if local(element) == "commentRangeStart":
            open_now.add(key)
            on[key] = ""
        elif local(element) == "commentRangeEnd":
            open_now.discard(key)
        elif local(element) == "t":
            on |= {key: on[key] + (element.text or "") for key in open_now}
    return list(on.values())[2:]


def test_a_comment_stands_on_the_claim() -> None:
    """It holds the words of the sentence up to the mark, in any look, and no comma or "and"."""
    one, two = Cite(note=1), Cite(note=2)
    strong = Strong(children=(Text(text="Tin"),))
    said = anchored(Text(text="Lima grew. Then "), strong, Text(text=" rose"), one)
    assert said == ["Then Tin rose"]
    names = anchored(Text(text="Ada"), one, Text(text=", Ben"), two, Text(text=" and Cem"), one)
    assert names == ["Ada", "Ben", "Cem"]


def test_remarks_stand_at_their_units() -> None:
    """A comment to the editor names its unit, a note's stands at the note's first mark."""
    comments = parts(written())["word/comments.xml"]
    found = {c.get(f"{W}initials"): "".join(c.itertext()) for c in comments}
    assert found[initials("p-1")] == "Look here."
    assert found[initials("note:note-2")] == "And"
    assert read_draft(written(), kitchen()).remarks == {"p-1", "note:note-2"}


def test_without_comments_there_are_none() -> None:
    """A clean draft has no evidence in its margin."""
    assert "word/comments.xml" not in parts(to_docx(small(), house_style(), comments=False))


def small(words: str = "Plain words.") -> Brief:
    """Return a brief of one paragraph."""
    block = Paragraph(id="p", children=(Text(text=words),))
    return kitchen().model_copy(update={"blocks": (block,)})


def test_hostile_text_stays_text() -> None:
    """Markup, control characters and half characters neither break the file nor act in it."""
    words = HOSTILE + "\x00\x0b\ufffe\ud800]]></w:t>"
    document = parts(to_docx(small(words), house_style()))["word/document.xml"]
    assert HOSTILE in "".join(document.itertext())


@pytest.mark.parametrize(("paper", "width"), [("A4", "11906"), ("Letter", "12240")])
def test_paper_is_the_readers(paper: str, width: str) -> None:
    """A4 or US Letter, as the brief says."""
    layout = kitchen(paper).layout
    brief = small().model_copy(update={"layout": layout})
    document = parts(to_docx(brief, house_style()))["word/document.xml"]
    assert document.find(f".//{W}pgSz").get(f"{W}w") == width


def test_a_title_has_lines_of_like_length() -> None:
    """Too long for a line, it is set in, and so is what stands below it; the rule above is not."""
    indents = []
    for words in ("Two ports", "Two ports act together " * 5 + "where rules are simple and clear"):
        brief = small().model_copy(update={"title": words, "subtitle": words})
        document = parts(to_docx(brief, house_style()))["word/document.xml"]
        for line in list(document.iter(f"{W}p"))[:2]:
            indents += [int(e.get(f"{W}right", 0)) for e in line.iter(f"{W}ind")] or [0]
    assert indents[:2] == [0, 0]
    assert min(indents[2:]) > 0


def test_the_first_page_begins_with_the_rule_of_the_page() -> None:
    """It stands in the head of the first page alone, and no title that is set in shortens it."""
    labels = small().labels.model_copy(update={"series": "Evidence brief"})
    made = parts(to_docx(small().model_copy(update={"labels": labels}), house_style()))
    heads = [root for name, root in made.items() if "/header" in name]
    used = [head.find(f".//{W}pStyle").get(f"{W}val") for head in heads]
    assert sorted(used) == ["Header", "Masthead"]
    ruled = [
        s.get(f"{W}styleId")
        for s in made["word/styles.xml"].iter(f"{W}style")
        if s.find(f".//{W}pBdr/{W}top") is not None
    ]
    assert "Masthead" in ruled
    assert "Title" not in ruled


def test_no_item_of_a_list_stands_alone_on_a_page() -> None:
    """The first keeps the second, the last but one the last; those between may part.

    An item of two lines may stand alone: kept together, three of them leave a hole above.
    """

    def kept(*words: str) -> list[bool]:
        items = tuple(Item(id=f"i{n}", children=(Text(text=w),)) for n, w in enumerate(words))
        brief = small().model_copy(update={"blocks": (ListBlock(id="l", items=items),)})
        document = parts(to_docx(brief, house_style()))["word/document.xml"]
        listed = [p for p in document.iter(f"{W}p") if p.find(f".//{W}numPr") is not None]
        return [p.find(f".//{W}keepNext") is not None for p in listed]

    assert kept(*["Ports"] * 5) == [True, False, False, True, False]
    assert kept(*["The ports. " * 20] * 3) == [False, False, False]
    assert kept("The ports. " * 20, "Ports", "Ports") == [False, True, False]


def test_properties_are_those_of_the_brief() -> None:
    """Title, subject, author, keywords, language and date; the date is the brief's own."""
    core = {local(e): e.text for e in parts(written())["docProps/core.xml"]}
    assert core["title"] == kitchen().title
    assert core["subject"] == kitchen().summary
    assert core["creator"] == "Strait Desk"
    assert core["keywords"] == "ports, tariffs"
    assert core["language"] == "en-GB"
    assert core["created"] == "2026-11-22T00:00:00Z"


def test_pages_are_numbered_by_fields() -> None:
    """Page n of m is counted by the word processor."""
    footer = parts(written())["word/footer1.xml"]
    codes = ["".join(e.itertext()).strip() for e in footer.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert "".join(t.text for t in footer.iter(f"{W}t")).endswith("Page 1 of 1")


@pytest.mark.slow
def test_libreoffice_shows_all_of_it(tmp_path: Path) -> None:
    """LibreOffice makes a PDF in which title, a table cell, Chinese and every note can be read."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice here")
    source = tmp_path / "draft.docx"
    source.write_bytes(written())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*convert, str(tmp_path), str(source)], check=True, capture_output=True)
    pdf = tmp_path / "draft.pdf"
    assert pdf.exists()  # soffice exits with 0 even when it failed
    with pypdfium2.PdfDocument(pdf) as document:
        shown = " ".join(page.get_textpage().get_text_range() for page in document)
    for words in ("Two ports act together", "US$38 billion", CHINESE[:6], "Page 1 of"):
        assert words in shown
    for number in range(1, 5):
        assert f"Aldana, para. {number}." in shown


def test_decimal_points_stand_in_line() -> None:
    """Right indents and what follows the units' digit are as wide in each row of one unit."""
    [table] = [one for one in docx.Document(io.BytesIO(written())).tables if len(one.columns) == 4]
    cells = [row.cells[1].paragraphs[0] for row in table.rows[1:]]
    words = ["".join(one._p.itertext(f"{W}t")) for one in cells]
    assert {"US$146.8 billion", "US$38 billion", "1,204", "about 9.25 million t"} == set(words)
    points = float(str(house_style().tokens["size"]["table"]).removesuffix("pt"))
    ems = {
        word: one.paragraph_format.right_indent.pt / points
        for one, word in zip(cells, words, strict=True)
    }
    fraction = fonts.text_width(".8 billion") - fonts.text_width(" billion")
    assert ems["US$38 billion"] - ems["US$146.8 billion"] == pytest.approx(fraction, abs=0.02)
    assert ems["1,204"] == ems["about 9.25 million t"] == ems["US$146.8 billion"]


def test_python_docx_opens_the_draft() -> None:
    """What python-docx lays out it also reads: paper, styles and words are where it looks."""
    document = docx.Document(io.BytesIO(written()))
    assert document.sections[0].page_width is not None
    assert any(paragraph.style.name == "Title" for paragraph in document.paragraphs)
    assert document.core_properties.title

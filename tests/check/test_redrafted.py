"""A draft against the same brief written again: what it shows beside its text is named."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date, timedelta
from functools import cache

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from brief.check import package
from brief.check.faces import unmasked
from brief.check.finished import draft_units
from brief.check.redrafted import against_redraft
from brief.check.word import draft_text
from brief.errors import BriefError
from brief.writers.docx import to_docx
from brief.writers.docx.embedded import faces
from tests.check.faithful import faithful
from tests.edits.drafts import W
from tests.edits.word_packages import ids_on_paragraphs, packed, parts_of
from tests.edits.word_saves import SAVES
from tests.support.kitchen import house_style

UNLIKE = (
    *("strict", "in_utf16", "parts_of_others", "comments_of_people"),
    *("theme_fonts", "defaults_rewritten"),
)
"""Other encodings and other programs' parts, which are read or told elsewhere; words set in another
size, font or language."""
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
    b'<a:ea typeface=""/></a:minorFont></a:theme>'
)


@cache
def true_docx(comments: bool = True) -> bytes:
    return to_docx(faithful(), house_style(), comments=comments)


def said(
    *changes: tuple[str, str, str],
    by_hand: bool = False,
    saved: bool = False,
    edited: tuple[str, ...] = (),
) -> list[str]:
    """Return what is said of a draft after texts of its parts were replaced.

    `saved`: before that, another program saved it, which writes each paragraph its own way.
    """
    parts = parts_of(true_docx())
    if saved:
        parts[DOCUMENT] = re.sub(rb"<w:p(?=[ >])", rb'<w:p w:rsidR="00AB12CD"', parts[DOCUMENT])
    for part, old, new in changes:
        before = parts.get(part, b"")
        text = before.decode("latin-1")
        parts[part] = (re.sub(old, new, text, count=1, flags=re.DOTALL)).encode("latin-1")
        assert parts[part] != before, f"{old} is not in {part}"
    units = draft_units(faithful())
    found = against_redraft(
        packed(parts), true_docx(), units, "a.docx", by_hand=by_hand, edited=edited
    )
    return [str(one) for one in found]


def set_as(look: str) -> tuple[str, str, str]:
    return DOCUMENT, "<w:r><w:t ", f"<w:r><w:rPr>{look}</w:rPr><w:t "


FOREIGN = ("docProps/app.xml", ">brief<", ">LibreOffice<")
"""Another program saved the draft: its parts are written otherwise, and mean the same."""
UNSEEN = "words that are not seen"
RELATIONS, TYPES = "word/_rels/document.xml.rels", r"[Content_Types].xml"
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
LINK = '<w:fldSimple w:instr=" HYPERLINK &quot;https://a.example/&quot; "/>'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
RUN = r"<w:r><w:t [^>]*>[^<]*</w:t></w:r>"
EITHER = (
    'mc:AlternateContent xmlns:x="urn:x" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"'
)
LISTED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
DELETED = '<w:del w:id="9" w:author="A"><w:r><w:delText>No.</w:delText></w:r></w:del>'
SHOWN = [
    (set_as("<w:vanish/>"), UNSEEN),
    (set_as('<w:color w:val="FDFDFD"/>'), UNSEEN),
    (set_as('<w:sz w:val="2"/>'), UNSEEN),
    (set_as('<w:w w:val="1"/>'), UNSEEN),
    (set_as('<w:position w:val="400"/>'), UNSEEN),
    (set_as('<w:highlight w:val="black"/>'), UNSEEN),
    (set_as('<w:shd w:val="clear" w:fill="000000"/>'), UNSEEN),
    (set_as('<w:fitText w:val="20"/>'), UNSEEN),
    (set_as(f'<w14:textFill {W14}><w14:schemeClr w14:val="bg1"/></w14:textFill>'), UNSEEN),
    (set_as(f'<w14:textFill {W14}><w14:srgbClr w14:val="FFFFFF"/></w14:textFill>'), UNSEEN),
    ((DOCUMENT, "<w:tcPr>", "<w:tcPr><w:vMerge/>"), UNSEEN),
    ((DOCUMENT, "<w:tblPr>", '<w:tblPr><w:tblInd w:w="-20000" w:type="dxa"/>'), UNSEEN),
    ((DOCUMENT, "<w:tblPr>", '<w:tblPr><w:tblpPr w:tblpX="-9000"/>'), UNSEEN),
    (set_as("<w:strike/>"), "words that are struck out"),
    (set_as("<w:dstrike/>"), "words that are struck out"),
    ((DOCUMENT, "<w:trPr>", "<w:trPr><w:hidden/>"), UNSEEN),
    (
        (DOCUMENT, "<w:trPr>", '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/>'),
        UNSEEN,
    ),
    ((DOCUMENT, "<w:pPr>", '<w:pPr><w:framePr w:w="1" w:x="-9000"/>'), "words in a frame"),
    ((DOCUMENT, "<w:sectPr", '<w:altChunk r:id="rId99"/><w:sectPr'), "content that is no text"),
    (
        (DOCUMENT, "</w:t>", '</w:t><w:sym w:font="Symbol" w:char="F0B1"/>'),
        "content that is no text",
    ),
    ((DOCUMENT, "<w:r><w:t ", '<w:fldSimple w:instr=" DATE "/><w:r><w:t '), "a field that changes"),
    (
        ("word/footnotes.xml", r"<w:r>(<w:t[^>]*>\w)", r"<w:r><w:rPr><w:vanish/></w:rPr>\1"),
        UNSEEN,
    ),
    ((STYLES, r'(w:styleId="BodyText".*?<w:rPr)/>', r"\1><w:vanish/></w:rPr>"), UNSEEN),
    ((STYLES, "(<w:rPrDefault><w:rPr>)", r"\1<w:vanish/>"), UNSEEN),
    ((DOCUMENT, "<w:pPr>", '<w:pPr><w:ind w:left="-99999"/>'), UNSEEN),
    ((DOCUMENT, "<w:pPr>", '<w:pPr><w:spacing w:line="1" w:lineRule="exact"/>'), UNSEEN),
    ((DOCUMENT, "<w:pPr>", "<w:pPr><w:rPr><w:specVanish/></w:rPr>"), UNSEEN),
    ((DOCUMENT, "<w:body>", '<w:background w:color="000000"/><w:body>'), "a ground of the page"),
    ((DOCUMENT, "<w:tblHeader/>", ""), "header rows of tables"),
    (
        ("word/header1.xml", "</w:hdr>", "<w:p><w:r><w:pict/></w:r></w:p></w:hdr>"),
        "a drawing in a head or foot",
    ),
    ((DOCUMENT, 'descr="', 'descr="No '), "picture 1 (alt text)"),
    (("word/media/image1.png", "IEND", "IEMD"), "picture 1"),
    (("word/_rels/document.xml.rels", "image1.png", "image2.png"), "picture 1"),
    (("word/header1.xml", "The ports", "Other ports"), "running head"),
    (("word/footer1.xml", "TLP:CLEAR", "TLP:RED"), "foot"),
    (("word/comments.xml", "will not", "will now"), "comment 1"),
    (("word/comments.xml", "<w:comment .*?</w:comment>", ""), "comment 1"),
    (("word/footnotes.xml", '(w:footnote w:id="1".*?<w:t[^>]*>)', r"\1See also "), "footnote 1"),
    (
        (DOCUMENT, "<w:sectPr>", '<w:sectPr><w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'),
        "numbers of footnotes",
    ),
    (set_as('<w:color w:val="000000" w:themeColor="background1"/>'), UNSEEN),
    (set_as('<w:rFonts w:ascii="Wingdings"/>'), UNSEEN),
    (set_as('<w:spacing w:val="-400"/>'), UNSEEN),
    (
        (DOCUMENT, "(<w:r><w:t [^>]*>[^<]*</w:t></w:r>)", r'<w:bdo w:val="rtl">\1</w:bdo>'),
        "words that run backwards",
    ),
    ((DOCUMENT, "<a:stretch>", '<a:srcRect b="90000"/><a:stretch>'), "picture 1 (as it is set)"),
    ((DOCUMENT, "<a:xfrm>", '<a:xfrm flipH="1">'), "picture 1 (as it is set)"),
    ((DOCUMENT, '<a:ext cx="', '<a:ext cx="9'), "picture 1 (as it is set)"),
    ((DOCUMENT, "<wp:docPr ", '<wp:docPr hidden="1" '), "picture 1 (as it is set)"),
    ((DOCUMENT, "<wp:docPr ", '<wp:docPr title="Other" '), "picture 1 (title)"),
    (
        (
            DOCUMENT,
            "<w:sectPr",
            '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'
            "</w:p><w:sectPr",
        ),
        "a shape that is drawn on the page",
    ),
    (("word/numbering.xml", 'lvlText w:val="[^"]*"', 'lvlText w:val="not "'), "block "),
    (("word/numbering.xml", "<w:lvlText ", '<w:lvlPicBulletId w:val="0"/><w:lvlText '), "block "),
    (("docProps/core.xml", "<dc:title>", "<dc:title>Not "), "properties, title"),
    (
        ("docProps/core.xml", "<dc:title>", "<cp:contentStatus>Final</cp:contentStatus><dc:title>"),
        "properties, contentStatus",
    ),
    (("word/footer1.xml", " NUMPAGES ", ' QUOTE "9" '), "a field in a head or foot"),
    (
        (DOCUMENT, "</w:t></w:r>", '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
        "a field that changes",
    ),
    (("word/vbaProject.bin", "^", "macro"), "what can run"),
    (set_as('<w:eastAsianLayout w:combine="1"/>'), UNSEEN),
    (set_as('<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'), UNSEEN),
    ((DOCUMENT, '<w:tcW w:w="[0-9]+"', '<w:tcW w:w="9"'), UNSEEN),
    (
        (
            STYLES,
            '(w:styleId="BriefTable".*?)(</w:style>)',
            r'\1<w:tblStylePr w:type="wholeTable"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>\2',
        ),
        UNSEEN,
    ),
    (set_as("<w:rtl/>"), "words that run backwards"),
    ((DOCUMENT, "<w:pPr>", "<w:pPr><w:bidi/>"), "words that run backwards"),
    ((DOCUMENT, "</w:t>", "</w:t><w:dayLong/>"), "content that is no text"),
    ((DOCUMENT, "</w:t>", "</w:t><w:ruby/>"), "content that is no text"),
    (
        (DOCUMENT, "<w:sdtPr>", f'<w:sdtPr><w15:dataBinding {W15} w:xpath="/a"/>'),
        "content that is no text",
    ),
    ((DOCUMENT, "<w:sdtPr>", "<w:sdtPr><w:dropDownList/>"), "a control that changes its words"),
    ((DOCUMENT, "<w:titlePg/>", ""), "running head of the first page"),
    ((DOCUMENT, '<w:footerReference [^>]*type="default"[^>]*/>', ""), "foot"),
    (("word/settings.xml", "<w:compat>", "<w:evenAndOddHeaders/><w:compat>"), "running head of ev"),
    ((RELATIONS, '"styles.xml"', '"other.xml"'), "where the styles are read"),
    ((RELATIONS, '"footnotes.xml"', '"more.xml"'), "where the footnotes are read"),
    ((RELATIONS, 'relationships/theme"', 'relationships/ui/extensibility"'), "parts of another"),
    ((TYPES, "document.main", "template.main"), "content type of word/document.xml"),
    (
        (TYPES, "</Types>", '<Default Extension="x" ContentType="a/vnd.vbaProject"/></Types>'),
        "what",
    ),
    (
        (DOCUMENT, "(<a:blip [^>]*)/>", r'\1><a:ext><a:svg r:embed="rId1"/></a:ext></a:blip>'),
        "picture 1 (as it is set)",
    ),
    ((DOCUMENT, '(<pic:cNvPr [^>]*descr=")', r"\1Not "), "picture 1 (alt text)"),
    ((DOCUMENT, "<w:r><w:t ", f"{LINK}<w:r><w:t "), "link "),
    (
        (DOCUMENT, "(<w:r><w:t .*?</w:r>)", r'<w:hyperlink w:tooltip="No">\1</w:hyperlink>'),
        "words that a link shows",
    ),
    ((DOCUMENT, "<w:tblPr>", '<w:tblPr><w:tblCaption w:val="Not so"/>'), "table 1 (alt text)"),
    (("word/footnotes.xml", "</w:t></w:r>", "</w:t><w:pict/></w:r>"), "a drawing in a note"),
    (("word/comments.xml", "</w:t></w:r>", "</w:t><w:pict/></w:r>"), "a drawing in a comment"),
    (
        ("docProps/core.xml", "<dc:title>", "<dc:description>No</dc:description><dc:title>"),
        "properties, description",
    ),
    (
        (
            "word/_rels/document.xml.rels",
            "</Relationships>",
            '<Relationship Id="rId900" Type="x/attachedTemplate" TargetMode="External" '
            'Target="https://a.example/t.dotm"/></Relationships>',
        ),
        "what is fetched from elsewhere",
    ),
    ((DOCUMENT, f"({RUN})", r'<x:y xmlns:x="urn:x">\1</x:y>'), UNSEEN),
    ((DOCUMENT, f"({RUN})", rf"<{EITHER}>\1</mc:Choice></mc:AlternateContent>"), UNSEEN),
    ((STYLES, "(<w:rPrDefault><w:rPr>)", r"\1<w:strike/>"), "words that are struck out"),
    (
        (STYLES, r'(w:styleId="BodyText".*?<w:rPr)/>', r"\1><w:dstrike/></w:rPr>"),
        "words that are struck out",
    ),
    (
        (DOCUMENT, "<w:sdtPr>", '<w:sdtPr><w:alias w:val="Approved by the board"/>'),
        "what a control is called",
    ),
    (
        (DOCUMENT, "<w:r><w:t ", f"{DELETED}<w:r><w:t "),
        "words marked as deleted",
    ),
    (
        ("word/footnotes.xml", "<w:r><w:t ", f"{DELETED}<w:r><w:t "),
        "words marked as deleted",
    ),
]
SEVERAL = ("block ", "running head of the first page", "running head of ev")
"""A sign of a list stands before several items, and what has no head has no foot."""
WRITTEN = [
    (set_as("<w:caps/>"), "block"),
    ((DOCUMENT, '<w:pgSz w:w="', '<w:pgSz w:w="9'), DOCUMENT),
    ((DOCUMENT, "<w:commentRangeStart [^>]*/>", ""), "block"),
    ((STYLES, "<w:rPr>", "<w:rPr><w:caps/>"), STYLES),
    ((STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="fr-FR"'), STYLES),
    (("docProps/core.xml", "2026-11", "2020-11"), "docProps/core.xml"),
    (("word/numbering.xml", "decimal", "upperRoman"), "word/numbering.xml"),
    (("word/fonts/SourceSansPro-Bold.odttf", "..$", "  "), "word/fonts/SourceSansPro-Bold"),
    (("customXml/item2.xml", "^", "<note>Approved</note>"), "customXml/item2.xml"),
    ((DOCUMENT, r"\?>", "?><!DOCTYPE a>"), DOCUMENT),
]


SET = [
    (set_as("<w:caps/>"), "(capitals)"),
    (set_as('<w:lang w:val="fr-FR"/>'), "(language)"),
    ((DOCUMENT, '<w:pgSz w:w="', '<w:pgSz w:w="9'), "pages (sz, w)"),
    ((STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="fr-FR"'), "(language)"),
    ((STYLES, r'(w:styleId="BodyText".*?w:after=)"\d+"', r'\1"900"'), "(space below)"),
    (
        (STYLES, '(w:styleId="BodyText".*?<w:rPr)/>', r'\1><w:rFonts w:ascii="Arial"/></w:rPr>'),
        "(font)",
    ),
    (("word/numbering.xml", 'w:ind w:left="', 'w:ind w:left="9'), "(indent of items)"),
    (set_as('<w:bdr w:val="thick"/>'), "(frame)"),
    (set_as("<w:outline/>"), "(outline)"),
    (set_as('<w:em w:val="dot"/>'), "(emphasis)"),
    (set_as('<w:effect w:val="lights"/>'), "(animation)"),
    (set_as(f'<w14:glow {W14} w14:rad="9"/>'), "(effects)"),
    ((DOCUMENT, "<w:pPr>", '<w:pPr><w:outlineLvl w:val="0"/>'), "(level)"),
    ((DOCUMENT, "<w:pPr>", '<w:pPr><w:textDirection w:val="tbRl"/>'), "(direction)"),
    ((DOCUMENT, "<w:pPr>", '<w:pPr><w:pBdr><w:top w:val="thick"/></w:pBdr>'), "(border top)"),
    ((DOCUMENT, "<w:pgMar ", '<w:pgNumType w:start="7"/><w:pgMar '), "pages (numtype, start)"),
    (
        (STYLES, r'(w:styleId="BodyText".*?<w:pPr)>', rf"\1>{LISTED}"),
        "(sign)",
    ),
]


@pytest.mark.parametrize(("change", "place"), SET)
def test_how_words_are_set_is_compared_whoever_saved_the_draft(change, place):
    """Styles, edges, language and lists are followed to what is in force: a line for each."""
    assert any(place in line for line in said(FOREIGN, change, saved=True))


@pytest.mark.parametrize(("change", "place"), [*SHOWN, *WRITTEN])
def test_a_draft_that_shows_something_else_is_named_with_its_place(change, place):
    """Hidden words, swapped pictures, other evidence, styles, properties: each is one line."""
    line, *more = said(change)
    assert not more or place in SEVERAL
    assert re.search(rf"a\.docx, {re.escape(place)}.*: error: ", line), line


@pytest.mark.parametrize(("change", "place"), SHOWN)
def test_what_is_seen_is_compared_whoever_saved_the_draft(change, place):
    """A word processor writes parts its own way; what they show is the same."""
    assert any(place in line for line in said(FOREIGN, change, saved=True))
    assert said(FOREIGN, saved=True) == []


@pytest.mark.parametrize(("change", "place"), WRITTEN)
def test_who_saved_a_draft_is_told_by_its_parts(change, place):
    """A draft that only says that another program saved it is compared part by part."""
    assert any(place in line for line in said(change, FOREIGN) if "app.xml" not in line)
    assert "docProps/app.xml" in said(FOREIGN)[0]


@pytest.mark.parametrize("save", [one for one in SAVES if one.__name__ not in UNLIKE])
def test_what_word_does_on_saving_is_no_change(save):
    """Each thing that Word rewrites, in a draft that it has saved."""
    parts = parts_of(true_docx())
    ids_on_paragraphs(parts)
    save(parts)
    units = draft_units(faithful())
    found = against_redraft(packed(parts), true_docx(), units, "a.docx", by_hand=False)
    assert [str(one) for one in found] == []


MARK = '(w:anchor="[^"]*"[^>]*><w:r><w:rPr>)<w:rStyle w:val="FootnoteReference"/>'
RAISED = '<w:rStyle w:val="Hyperlink"/><w:vertAlign w:val="superscript"/>'


def test_what_libreoffice_does_on_a_second_save_is_no_change():
    """A note mark that is a link has the style of links then, and is raised by itself."""
    assert said(FOREIGN, (DOCUMENT, MARK, rf"\1{RAISED}"), saved=True) == []
    bold = (DOCUMENT, MARK, rf"\1{RAISED}<w:b/>")
    assert any("(bold)" in line for line in said(FOREIGN, bold, saved=True))


def test_a_theme_without_letters_and_a_ground_of_none_are_no_change():
    """What says nothing, or only what is so anyway, is set as we set it."""
    parts = parts_of(true_docx())
    ids_on_paragraphs(parts)
    none = b'<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"</w:pPr>", none + b"</w:pPr>", 1)
    parts["word/theme/theme1.xml"] = THEME
    units = draft_units(faithful())
    assert not against_redraft(packed(parts), true_docx(), units, "a.docx", by_hand=False)


def test_places_that_changed_their_order_are_named():
    """Two paragraphs that changed places, each with its own words, in whichever program's file."""
    root = etree.fromstring(parts_of(true_docx())[DOCUMENT])
    body = root[-1] if root[-1].tag.endswith("}body") else root.find(f"{W}body")
    parts = parts_of(true_docx())
    body.insert(len(body) - 2, body[3])
    parts[DOCUMENT] = etree.tostring(root)
    ids_on_paragraphs(parts)
    units = draft_units(faithful())
    found = against_redraft(packed(parts), true_docx(), units, "a.docx", by_hand=False)
    assert any("stands at another place" in one.message for one in found), found


def test_swapped_footnotes_are_named():
    """Two notes that change their places, marks and all, are not as we wrote them."""
    swapped = [("word/footnotes.xml", 'w:footnote w:id="1"', 'w:footnote w:id="99"')]
    swapped += [("word/footnotes.xml", 'w:footnote w:id="2"', 'w:footnote w:id="1"')]
    assert any("a.docx, footnote 1: error" in line for line in said(*swapped))
    assert any("a.docx, footnote 1: error" in line for line in said(*swapped, saved=True))


def test_evidence_that_a_program_sets_beside_its_place_is_no_change():
    """LibreOffice drops the begin of a comment now and then; its words are the same."""
    dropped = (DOCUMENT, "<w:commentRangeStart [^>]*/>", "")
    assert said(FOREIGN, dropped, saved=True) == []


def test_evidence_at_another_place_is_named():
    """Two comments that change places support other sentences than they did."""
    start = r'(commentRangeStart [^>]*w:id=")(-?\w+)'
    swap = (DOCUMENT, f"{start}(.*){start}", r"\1\5\3\4\2")
    assert any("(comment): error" in line for line in said(FOREIGN, swap, saved=True))


def test_a_mark_that_leads_to_another_note_is_named():
    """Who follows the link of a repeated mark comes to the note of its number."""
    anchors = re.findall('w:anchor="([^"]*)"', parts_of(true_docx())[DOCUMENT].decode())
    names = re.findall('w:name="([^"]*)"/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"',
                       parts_of(true_docx())[DOCUMENT].decode())  # fmt: skip
    other = next(one for one in names if one != anchors[0])
    lines = said(FOREIGN, (DOCUMENT, f'w:anchor="{anchors[0]}"', f'w:anchor="{other}"'), saved=True)
    assert any("a mark of footnote " in line and "a link to " in line for line in lines)


def test_words_that_an_editor_marked_as_deleted_are_told():
    """Where somebody edits with tracking they stand in the draft: it is said by whom."""
    (line,) = said((DOCUMENT, "<w:r><w:t ", f"{DELETED}<w:r><w:t "), by_hand=True)
    assert "note: words marked as deleted (by A) stand there, “No.”: unchecked." in line


def test_a_draft_without_types_of_its_parts_is_named():
    """No word processor opens it."""
    parts = parts_of(true_docx())
    del parts[TYPES.replace("\\", "")]
    found = against_redraft(packed(parts), true_docx(), (), "a.docx", by_hand=False)
    assert any("content types of parts" in str(one) for one in found)


@pytest.mark.parametrize("name", ["../../run.xml", "/word/more.xml"])
def test_a_part_whose_name_leads_out_of_the_draft_is_not_read(name):
    """Who unpacks such a file finds the part elsewhere, over one of their own."""
    parts = parts_of(true_docx()) | {name: b"<a/>"}
    with pytest.raises(BriefError, match="leads out of it"):
        draft_text(packed(parts), (), "a.docx")


@pytest.mark.parametrize("name", ["word/document.xml", "word/Document.xml"])
def test_a_draft_with_two_parts_of_one_name_is_not_read(name):
    """Programs differ in which of the two they show; so they do with letters of another case."""
    buffer = io.BytesIO(true_docx())
    with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(name, b"<other/>")
    with pytest.raises(BriefError, match=r"two parts of the name word/document\.xml"):
        draft_text(buffer.getvalue(), (), "a.docx")


@pytest.mark.parametrize("around", [(b"MZ", b""), (b"", b"more")])
def test_a_draft_that_is_another_file_as_well_is_not_read(around):
    """What stands before its begin or after its end no program shows."""
    before, after = around
    with pytest.raises(BriefError, match="before its begin or after its end"):
        draft_text(before + true_docx() + after, (), "a.docx")


@pytest.mark.parametrize("saved_by_others", [False, True])
def test_a_font_that_draws_another_digit_is_named(saved_by_others):
    """Where the typeface is not installed, a reader sees what the face inside the draft draws."""
    _, key, face = faces("Source Serif Pro")[0]
    font = TTFont(io.BytesIO(unmasked(face, key)))
    names, drawn = font.getBestCmap(), font["glyf"]
    three, eight = names[ord("3")], names[ord("8")]
    drawn[three], drawn[eight] = drawn[eight], drawn[three]
    target = io.BytesIO()
    font.save(target)
    parts = parts_of(true_docx())
    parts["word/fonts/SourceSerifPro-Regular.odttf"] = unmasked(target.getvalue(), key)
    if saved_by_others:
        ids_on_paragraphs(parts)
    units = draft_units(faithful())
    (line,) = against_redraft(packed(parts), true_docx(), units, "a.docx", by_hand=False)
    assert "font Source Serif Pro (Regular): error: it does not draw “3”" in str(line)


def test_a_draft_without_comments_is_no_other_draft():
    """Who sends a draft leaves the comments out (`brief draft --clean`)."""
    units = draft_units(faithful())
    assert against_redraft(true_docx(False), true_docx(), units, "a.docx", by_hand=False) == []


def test_a_draft_that_unpacks_to_more_than_any_of_ours_is_not_unpacked(monkeypatch):
    """Whichever part is large, those that no program shows as well: it is one error."""
    monkeypatch.setattr(package, "_LARGEST", 1_000_000)
    parts = parts_of(true_docx()) | {"word/media/wide.png": bytes(1_000_000)}
    with pytest.raises(BriefError, match=r"a\.docx: error: not a readable .* MB unpacked"):
        against_redraft(packed(parts), true_docx(), (), "a.docx", by_hand=True)
    monkeypatch.setattr(package, "_LARGEST", 1_000)
    with pytest.raises(BriefError, match="MB unpacked"):
        draft_text(true_docx(), (), "a.docx")


ELSEWHERE = [
    (("word/footer1.xml", "TLP:CLEAR", "TLP:RED"), "foot"),
    (("word/media/image1.png", "IEND", "IEMD"), "picture 1"),
    ((DOCUMENT, 'descr="', 'descr="No '), "picture 1 (alt text)"),
    (("word/comments.xml", "will not", "will now"), "comment 1"),
    (("word/vbaProject.bin", "^", "macro"), "what can run"),
    (set_as("<w:vanish/>"), UNSEEN),
]


@pytest.mark.parametrize(("change", "place"), ELSEWHERE)
def test_an_edit_excuses_nothing_elsewhere_in_a_draft(change, place):
    """One word of a person's does not make a forged head, picture or hidden word a warning."""
    assert any(f"{place}: error: " in line for line in said(change, by_hand=True, edited=("say",)))


def test_what_a_person_edited_stops_nothing():
    """The sign and the level of a place that the brief names as edited are told, and no more."""
    change = ("word/numbering.xml", 'lvlText w:val="[^"]*"', 'lvlText w:val="not "')
    lines = [one for one in said(change, by_hand=True) if "(sign)" in one]
    units = tuple(re.search("block (.*) .sign", one)[1] for one in lines)
    assert lines
    assert all(": error: " in one for one in lines)
    assert all(": warning: " in one for one in said(change, by_hand=True, edited=units))


def test_a_link_in_a_passage_that_was_moved_away_leads_nowhere():
    """Word keeps the link of the old place, around words that are marked as moved."""
    target = 'Id="rId900" Type="x/hyperlink" TargetMode="External" Target="https://a.example/"'
    related = (RELATIONS, "</Relationships>", f"<Relationship {target}/></Relationships>")
    for mark, seen in (("moveFrom", False), ("moveTo", True)):
        words = f'<w:{mark} w:id="9" w:author="A"><w:r><w:t>here</w:t></w:r></w:{mark}>'
        link = f'<w:hyperlink r:id="rId900">{words}</w:hyperlink><w:r><w:t '
        lines = said(related, (DOCUMENT, "<w:r><w:t ", link), by_hand=True)
        assert any("link 1: " in line for line in lines) == seen


def test_a_place_typed_anew_is_not_said_to_lack_its_level_or_sign():
    """It has no name that it could be found by; of others, and of drafts of ours, it is told."""
    parts = parts_of(true_docx())
    root = etree.fromstring(parts[DOCUMENT])
    named = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    for anchor in [*named[0].iter(f"{W}bookmarkStart"), *named[0].iter(f"{W}tag")]:
        anchor.getparent().remove(anchor)
    parts[DOCUMENT] = etree.tostring(root)
    units = draft_units(faithful())
    for by_hand in (True, False):
        found = against_redraft(packed(parts), true_docx(), units, "a.docx", by_hand=by_hand)
        assert any("(sign)" in one.place for one in found) == (not by_hand)


STRAY = (
    '<w:comment w:id="7" w:author="{}" w:initials="{}"><w:p><w:r><w:t>Stray.</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
COMMENTS = "word/comments.xml"


@pytest.mark.parametrize("author", ["brief", "Brief", " BRIEF: ", "brief: please check"])
def test_a_comment_in_our_name_is_ours_word_for_word(author):
    """What goes by our name reads as evidence: what we did not write is an error."""
    said_of = said((COMMENTS, "</w:comments>", STRAY.format(author, "b")))
    assert [line for line in said_of if "error" in line and "“Stray.”" in line], said_of


def test_the_initials_of_our_comments_are_ours():
    """A program shows them in place of the name."""
    (line,) = said((COMMENTS, 'w:initials="b"', 'w:initials="JS"'))
    assert "comment 1 by brief: error: its initials are “JS”, and ours are not" in line


def test_the_day_of_our_comments_is_ours():
    """A program may write the hour of its own place: a day more or less is no change."""
    comments = parts_of(true_docx())[COMMENTS].decode()
    day = date.fromisoformat(re.search(r'w:date="(.{10})', comments)[1])
    for off, told in ((timedelta(days=-1), 0), (timedelta(days=1), 0), (timedelta(days=900), 1)):
        change = (COMMENTS, f'w:date="{day}T', f'w:date="{day + off}T')
        assert len(said(change)) == told
        assert said(change, by_hand=True) == []
    (line,) = said((COMMENTS, f'w:date="{day}[^"]*"', 'w:date="yesterday"'))
    assert "it is dated yesterday, and ours are not" in line


@pytest.mark.parametrize("whose", ["file", "part"])
def test_what_an_archive_says_of_itself_is_named(whose):
    """No word processor shows it; it goes where the draft goes."""
    buffer = io.BytesIO(true_docx())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.infolist()[0].comment = b"between us" if whose == "part" else b""
        archive.comment = b"between us" if whose == "file" else b""
        archive._didModify = True
    units = draft_units(faithful())
    found = against_redraft(buffer.getvalue(), true_docx(), units, "a.docx", by_hand=False)
    assert "remark on the file: error: “between us” stands there" in str(found[0])


@pytest.mark.parametrize(("author", "by"), [("Jane", "Jane"), ("", "nobody named")])
@pytest.mark.parametrize("by_hand", [False, True])
def test_a_comment_of_a_person_is_told_and_is_no_error(author, by, by_hand):
    """Whoever reads a draft may comment in it; that nobody vouches for it is said."""
    stray = (COMMENTS, "</w:comments>", STRAY.format(author, "b"))
    (line,) = said(stray, by_hand=by_hand)
    assert f"note: 1 comment is not ours (by {by}), and not checked." in line


def test_a_question_of_ours_stands_where_somebody_edited():
    """The same words are told of a draft in which there is nothing to ask about."""
    stray = (COMMENTS, "</w:comments>", STRAY.format("brief: please check", "_b0123456"))
    assert said(stray, by_hand=True) == []
    assert len(said(stray)) == 1


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_evidence_in_a_comment_of_ours_is_seen(by_hand):
    """Hidden words are there for a program, and for no reader."""
    hidden = (COMMENTS, "<w:r><w:t", "<w:r><w:rPr><w:vanish/></w:rPr><w:t")
    lines = said(hidden, by_hand=by_hand)
    assert any("words that are not seen: " in line for line in lines), lines

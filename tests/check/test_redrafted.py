"""A draft against the same brief written again: what it shows beside its text is named."""

from __future__ import annotations

import re
from functools import cache

import pytest

from brief.check.finished import draft_units
from brief.check.redrafted import against_redraft
from brief.writers.docx import to_docx
from tests.check.faithful import faithful
from tests.edits.word_packages import packed, parts_of
from tests.kitchen import house_style

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@cache
def true_docx(comments: bool = True) -> bytes:
    return to_docx(faithful(), house_style(), comments=comments)


def said(*changes: tuple[str, str, str], by_hand: bool = False) -> list[str]:
    """Return what is said of a draft after texts of its parts were replaced."""
    parts = parts_of(true_docx())
    for part, old, new in changes:
        before = parts.get(part, b"")
        text = before.decode("latin-1")
        parts[part] = (re.sub(old, new, text, count=1, flags=re.DOTALL)).encode("latin-1")
        assert parts[part] != before, f"{old} is not in {part}"
    units = draft_units(faithful())
    found = against_redraft(packed(parts), true_docx(), units, "a.docx", by_hand=by_hand)
    return [str(one) for one in found]


def set_as(look: str) -> tuple[str, str, str]:
    return DOCUMENT, "<w:r><w:t ", f"<w:r><w:rPr>{look}</w:rPr><w:t "


FOREIGN = ("docProps/app.xml", ">brief<", ">LibreOffice<")
"""Another program saved the draft: its parts are written otherwise, and mean the same."""
UNSEEN = "words that are not seen"
SHOWN = [
    (set_as("<w:vanish/>"), UNSEEN),
    (set_as('<w:color w:val="FDFDFD"/>'), UNSEEN),
    (set_as('<w:sz w:val="2"/>'), UNSEEN),
    (set_as('<w:w w:val="1"/>'), UNSEEN),
    (set_as('<w:position w:val="400"/>'), UNSEEN),
    (set_as('<w:highlight w:val="black"/>'), UNSEEN),
    (set_as('<w:shd w:val="clear" w:fill="000000"/>'), UNSEEN),
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
]
WRITTEN = [
    (set_as("<w:caps/>"), "block"),
    ((DOCUMENT, '<a:ext cx="', '<a:ext cx="9'), "paragraph"),
    ((DOCUMENT, '<w:pgSz w:w="', '<w:pgSz w:w="9'), DOCUMENT),
    ((DOCUMENT, "<w:commentRangeStart [^>]*/>", ""), "block"),
    ((STYLES, "<w:rPr>", "<w:rPr><w:caps/>"), STYLES),
    ((STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="fr-FR"'), STYLES),
    (("docProps/core.xml", "<dc:title>", "<dc:title>Not "), "docProps/core.xml"),
    (("docProps/core.xml", "2026-11", "2020-11"), "docProps/core.xml"),
    (("word/footer1.xml", "PAGE", "DATE"), "word/footer1.xml"),
    (("word/numbering.xml", "decimal", "upperRoman"), "word/numbering.xml"),
    (("word/vbaProject.bin", "^", "macro"), "word/vbaProject.bin"),
    (("word/fonts/SourceSansPro-Bold.odttf", "..$", "  "), "word/fonts/SourceSansPro-Bold"),
    ((DOCUMENT, r"\?>", "?><!DOCTYPE a>"), DOCUMENT),
]


@pytest.mark.parametrize(("change", "place"), [*SHOWN, *WRITTEN])
def test_a_draft_that_shows_something_else_is_named_with_its_place(change, place):
    """Hidden words, swapped pictures, other evidence, styles, properties: each is one line."""
    (line,) = said(change)
    assert re.search(rf"a\.docx, {re.escape(place)}.*: error: ", line), line


@pytest.mark.parametrize(("change", "place"), SHOWN)
def test_what_is_seen_is_compared_whoever_saved_the_draft(change, place):
    """A word processor writes parts its own way; what they show is the same."""
    assert any(place in line for line in said(FOREIGN, change))
    assert said(FOREIGN) == []


def test_swapped_footnotes_are_named():
    """Two notes that change their places, marks and all, are not as we wrote them."""
    swapped = [("word/footnotes.xml", 'w:footnote w:id="1"', 'w:footnote w:id="99"')]
    swapped += [("word/footnotes.xml", 'w:footnote w:id="2"', 'w:footnote w:id="1"')]
    assert any("word/footnotes.xml" in line or "note:" in line for line in said(*swapped))


def test_a_draft_without_comments_is_no_other_draft():
    """Who sends a draft leaves the comments out (`brief draft --clean`)."""
    units = draft_units(faithful())
    assert against_redraft(true_docx(False), true_docx(), units, "a.docx", by_hand=False) == []


def test_what_a_person_edited_stops_nothing():
    """In a draft with a person's words the other places are told of as warnings."""
    (line,) = said(SHOWN[3][0], by_hand=True)
    assert ": warning: " in line

"""The check of a finished PDF finds what is wrong with it, and nothing in a good one."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from brief.check.pdf import check_pdf, contrast, missing_texts, pdf_text
from brief.check.pdf_text import Element, read_tagged
from brief.model.brief import Heading, Item, ListBlock, Strong
from brief.model.plain import brief_text
from brief.writers import fonts
from brief.writers.pdf import Rendered
from tests.support.kitchen import PROSE, aside, house_style, kitchen, kitchen_pdf, paragraph, text


@pytest.mark.parametrize(
    ("paper", "language"), [("A4", "en-GB"), ("Letter", "en-US"), ("A4", "ja")]
)
def test_a_good_file_has_no_findings(paper: str, language: str) -> None:
    """PDF/UA-1, PDF/A-3a and our own checks pass, on both papers and in two languages."""
    assert check_pdf(kitchen_pdf(paper, language), fonts.read_face) == []


def test_every_text_of_the_brief_is_in_the_file() -> None:
    """Reading the structure tree finds each unit in order, notes and references too."""
    assert missing_texts(pdf_text(kitchen_pdf()), brief_text(kitchen())) == []


def test_a_missing_text_is_named() -> None:
    """A unit whose words are not in the file is listed by its id."""
    units = [*brief_text(kitchen()), ("extra", "words that nobody wrote")]
    assert missing_texts(pdf_text(kitchen_pdf()), units) == ["extra"]


def test_words_broken_over_lines_are_whole() -> None:
    """Hyphens that only break a line are not read."""
    found = pdf_text(kitchen_pdf())
    assert "Всеобъемлющее партнёрство и стратегическое взаимодействие" in found
    assert "moderate¹²" in found


def test_a_paragraph_broken_over_columns_is_one() -> None:
    """What stands in two columns is one paragraph to who listens, and ends with its mark."""
    words = text(f"Begin. {PROSE * 12} End.")
    brief = kitchen().model_copy(
        update={"blocks": (Heading(id="h", level=2, children=text("H")), paragraph("p", *words))}
    )
    data = Rendered(brief.model_copy(update={"notes": ()}), house_style()).pdf()
    found = pdf_text(data).splitlines()
    assert [line for line in found if line.startswith("Begin.")] == [
        line for line in found if line.endswith("End.")
    ]


def test_without_installed_fonts_other_forms_are_a_note() -> None:
    """A recipient without our fonts is told what could not be checked, and no more."""
    found = check_pdf(kitchen_pdf())
    assert {one.severity for one in found} == {"note"}
    assert {one.code for one in found} == {"glyph-unchecked"}


def mutate(change: Callable[[Any], None]) -> set[str]:
    """Return the codes found after a change to the file."""
    with pikepdf.open(io.BytesIO(kitchen_pdf())) as pdf:
        change(pdf)
        target = io.BytesIO()
        pdf.save(target)
    return {one.code for one in check_pdf(target.getvalue(), fonts.read_face)}


def test_a_list_broken_over_columns_is_one_list() -> None:
    """Its items are set in many boxes, over columns and pages; a screen reader hears one list."""
    items = tuple(Item(id=f"i{n}", children=text(f"({n}) {PROSE * 2}")) for n in range(9))
    block = ListBlock(id="long", ordered=True, items=items)
    heading = Heading(id="h", level=2, children=text("Points"))
    brief = kitchen().model_copy(update={"blocks": (heading, block), "notes": ()})
    data = Rendered(brief.model_copy(update={"references": ()}), house_style()).pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (whole,) = (one for one in read_tagged(pdf).root.walk() if one.tag == "/L")
        assert [kid.tag for kid in whole.kids if isinstance(kid, Element)] == ["/LI"] * 9
        assert len(pdf.pages) > 1
    said = pdf_text(data).split("\n")
    assert [line.partition(")")[0] for line in said if PROSE[:30] in line] == [
        f"{n + 1}. ({n}" for n in range(9)
    ]
    assert missing_texts(pdf_text(data), brief_text(brief)[:10]) == []


def first_font(pdf: Any) -> Any:
    """Return the descriptor of the first font."""
    return next(iter(pdf.pages[0].Resources.Font.values())).DescendantFonts[0].FontDescriptor


def elements(pdf: Any, tag: str) -> list[Any]:
    """Return the structure elements with that tag."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name(tag)
    ]


def unlink_font(pdf: Any) -> None:
    """Take a font program out."""
    del first_font(pdf)["/FontFile2"]


def swap_characters(pdf: Any) -> None:
    """Let each font say that its letters a are b."""
    for font in pdf.pages[0].Resources.Font.values():
        table = font.ToUnicode.read_bytes()
        font.ToUnicode.write(table.replace(b"<0061>", b"<0062>"))


def drop_alt(pdf: Any) -> None:
    """Take the alternative text of a chart."""
    del elements(pdf, "/Figure")[0]["/Alt"]


def drop_languages(pdf: Any) -> None:
    """Take the language of foreign words."""
    for span in elements(pdf, "/Span"):
        if "/Lang" in span:
            del span["/Lang"]


def drop_headers(pdf: Any) -> None:
    """Take the tie from a cell to its header."""
    for cell in elements(pdf, "/TD"):
        del cell["/A"]


def skip_level(pdf: Any) -> None:
    """Make the sections headings of level four."""
    for heading in elements(pdf, "/H2"):
        heading.S = pikepdf.Name("/H4")


def drop_evidence(pdf: Any) -> None:
    """Take the attachment out."""
    del pdf.attachments["evidence.json"]


def drop_bookmarks(pdf: Any) -> None:
    """Take the outline out."""
    del pdf.Root["/Outlines"]


def drop_language(pdf: Any) -> None:
    """Take the language of the file."""
    del pdf.Root["/Lang"]


def drop_title(pdf: Any) -> None:
    """Take the title."""
    del pdf.docinfo["/Title"]


def drop_claim(pdf: Any) -> None:
    """Take the claim of PDF/UA."""
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (unlink_font, "font-embedded"),
        (swap_characters, "glyph-wrong"),
        (drop_alt, "pdf-alt"),
        (drop_languages, "pdf-language"),
        (drop_headers, "pdf-table"),
        (skip_level, "pdf-headings"),
        (drop_evidence, "pdf-evidence"),
        (drop_bookmarks, "pdf-bookmarks"),
        (drop_language, "pdf-language"),
        (drop_title, "pdf-title"),
        (drop_claim, "pdf-metadata"),
    ],
)
def test_a_fault_is_found(change: Callable[[Any], None], code: str) -> None:
    """Each thing taken from a good file is missed, under its own name."""
    assert code in mutate(change)


def test_pale_text_is_found() -> None:
    """Text that is hard to read on its ground is named."""
    style = house_style()
    pale = type(style)(style.tokens, style.css + ".text { color: #999 }", style.charts)
    brief = kitchen().model_copy(update={"blocks": (paragraph("p", *text("pale")),), "notes": ()})
    data = Rendered(brief, pale).pdf()
    found = [one for one in check_pdf(data, fonts.read_face) if "contrast" in one.code]
    assert "'pale' has a contrast of 2.8, not 4.5" in found[0].message


@pytest.mark.parametrize("color", [b"0.8 g", b"0 0 0 0.2 k"])
def test_pale_text_is_found_however_its_color_is_given(color: bytes) -> None:
    """Another program may name a grey, or four inks."""

    def pale(pdf: Any) -> None:
        for page in pdf.pages:
            page.contents_coalesce()
            page.Contents.write(page.Contents.read_bytes().replace(b" Tf", b" Tf " + color))

    assert "pdf-contrast" in mutate(pale)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (lambda pdf: b"#!/bin/sh\n" + pdf, "pdf-altered"),
        (lambda pdf: pdf + b"\n<p>What no page shows</p>", "pdf-altered"),
        (lambda pdf: pdf + b"PK\x03\x04" * 9000, "pdf-broken"),  # too far for the validator
        (lambda pdf: pdf + b"\r\n\0", ""),
    ],
)
def test_what_stands_around_a_file_is_found(data: Callable[[bytes], bytes], code: str) -> None:
    """A file that is another kind of file as well, or carries what no page shows, is not ours."""
    found = {one.code for one in check_pdf(data(kitchen_pdf()), fonts.read_face)}
    assert code in found if code else "pdf-altered" not in found


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, and the order does not matter."""
    black, white = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)


def test_no_pdf_is_one_line() -> None:
    """A file that is no PDF is said to be none."""
    (found,) = check_pdf(b"hello", place="x.pdf")
    assert found.code == "pdf-broken"
    assert found.place == "x.pdf"


@pytest.mark.parametrize("role", ["questions", ""])
def test_a_question_answered_beside_it_is_read(role: str) -> None:
    """An item that is set in boxes within boxes, its answer at its end, is whole in the tree."""
    asked = (Strong(children=text("Is it so?")), *text(" "), aside())
    items = tuple(Item(id=f"q{n}", children=asked) for n in range(3))
    block = ListBlock(id="q", role=role, items=items)
    brief = kitchen().model_copy(update={"blocks": (block,), "notes": (), "references": ()})
    data = Rendered(brief, house_style()).pdf()
    assert missing_texts(pdf_text(data), brief_text(brief)) == []
    found = check_pdf(data, fonts.read_face)
    assert [one.code for one in found] == ["pdf-evidence"]  # none is attached here


def rewritten(pdf: Any, change: Callable[[bytes], bytes]) -> None:
    """Put each font program of a file through a change."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in one:
                    one[key].write(change(one[key].read_bytes()))


def nameless(data: bytes) -> bytes:
    """Return a font without its names, as some programs embed it."""
    font = TTFont(io.BytesIO(data))
    del font["name"]
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("change", "code"),
    [(nameless, "font-substituted"), (lambda _: b"\x01\x00\x04\x02 bare", "font-embedded")],
)
def test_fonts_that_another_program_wrote_anew_are_said(
    change: Callable[[bytes], bytes], code: str
) -> None:
    """A file printed again by another program is told to be one; the check does not break."""
    assert code in mutate(lambda pdf: rewritten(pdf, change))

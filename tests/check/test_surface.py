"""What a finished PDF shows or leads to beside its text: each falsification of it is named."""

from __future__ import annotations

import io
from base64 import b64encode
from functools import cache

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from brief.check.finished import compare_charts
from brief.check.glyphs import check_glyphs
from brief.check.ink import unseen
from brief.check.pdf import check_tagged
from brief.check.pdf_text import open_pdf, pictures, read_tagged
from brief.check.surface import compare_surface
from brief.model.brief import Paragraph, Picture, Text
from brief.writers import fonts
from brief.writers.pdf import Rendered
from tests.check.faithful import faithful
from tests.edits.drafts import PNG
from tests.support.kitchen import house_style, kitchen, stance_exhibit, table


@cache
def true_pdf() -> bytes:
    return Rendered(faithful(), house_style()).pdf()


def said(change) -> list[str]:
    """Return what is said of a PDF after a change."""
    target = io.BytesIO()
    with open_pdf(true_pdf()) as pdf:
        change(pdf)
        pdf.save(target)
    data = target.getvalue()
    with open_pdf(data) as pdf:
        tagged = read_tagged(pdf)
        shown: dict[str, list[int]] = {}
        for _, run in tagged.runs:
            shown.setdefault(run.font, []).extend(run.codes)
        found = [
            *compare_surface(faithful(), tagged, "strait.pdf"),
            *unseen(data, "strait.pdf"),
            *check_glyphs(tagged.fonts, shown, fonts.read_face),
        ]
        return [str(one) for one in found]


def elements(node, tag):
    """Yield the structure elements of a kind."""
    if isinstance(node, Dictionary):
        if node.get("/S") == tag:
            yield node
        yield from elements(node.get("/K"), tag)
    elif isinstance(node, Array):
        for kid in node:
            yield from elements(kid, tag)


def drawn(pdf, content: bytes) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(content))


def other_bookmark(pdf):
    with pdf.open_outline() as outline:
        outline.root[0].title = "Elsewhere"


def other_title(pdf):
    pdf.docinfo.Title = String("Another title")


def other_metadata(pdf):
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"strait", b"street"))


def other_language(pdf):
    pdf.Root.Lang = String("fr")


def other_note(pdf):
    links = [one for page in pdf.pages for one in page.Annots if "/Dest" in one]
    next(one for one in links if str(one.Dest) == "note-2").Dest = String("note-1")


def other_address(pdf):
    link = pdf.pages[0].Annots[0]
    del link["/Dest"]
    link.A = Dictionary(S=Name.URI, URI=String("https://elsewhere.example/"))


def remark(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 99, 99])
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def words_for_the_ear(pdf):
    next(elements(pdf.Root.StructTreeRoot.K, "/P")).ActualText = String("Something else")


def words_for_the_ear_by_name(pdf):
    """The list of properties that a text names holds other words than the text."""
    page = pdf.pages[0]
    page.Resources.Properties = Dictionary(P0=Dictionary(ActualText=String("Something else")))
    drawn(pdf, b"/Artifact /P0 BDC EMC")


def words_outside_the_tags(pdf):
    steps = pikepdf.parse_content_stream(pdf.pages[0])
    font = next(one for one in steps if str(one.operator) == "Tf")
    text = next(one for one in steps if str(one.operator) == "TJ")
    begin, end = (pikepdf.unparse_content_stream([one]) for one in (font, text))
    drawn(pdf, b"/Artifact BMC BT %s 1 0 0 1 90 90 Tm %s ET EMC" % (begin, end))


def invisible(pdf):
    pdf.pages[0].contents_add(pdf.make_stream(b"3 Tr"), prepend=True)


def covered(pdf):
    drawn(pdf, b"/Artifact BMC q 1 1 1 rg 40 300 500 300 re f Q EMC")


def layered(pdf):
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


def turned_round(pdf):
    pdf.pages.append(pdf.pages[0])


def glyphs(pdf, change):
    """Change the outlines of an embedded font."""
    from fontTools.ttLib import TTFont

    for font in pdf.pages[0].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" not in descriptor:
            continue
        program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
        table = program["glyf"]
        names = [n for n in program.getGlyphOrder()[1:] if table[n].numberOfContours > 0]
        change(table, names)
        target = io.BytesIO()
        program.save(target)
        descriptor.FontFile2.write(target.getvalue())
        return


def blank_glyph(pdf):
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    glyphs(pdf, lambda table, names: table.__setitem__(names[0], Glyph()))


def swapped_glyphs(pdf):
    def swap(table, names):
        table[names[0]], table[names[-1]] = table[names[-1]], table[names[0]]

    glyphs(pdf, swap)


CHANGES = [
    (other_bookmark, "bookmarks"),
    (other_title, "properties, title"),
    (other_metadata, "metadata, title"),
    (other_language, "properties, language"),
    (other_note, "the mark 2 leads to note 1"),
    (other_address, "“https://elsewhere.example/”"),
    (remark, "a remark"),
    (words_for_the_ear, "“Something else”"),
    (words_for_the_ear_by_name, "given other words by /ActualText"),
    (words_outside_the_tags, "running head and foot of page 1"),
    (invisible, "not drawn as text is"),
    (covered, "is not seen"),
    (layered, "the file has layers"),
    (turned_round, "running head and foot"),
    (blank_glyph, "draws nothing"),
    (swapped_glyphs, "does not have the shape"),
]


def test_the_true_file_raises_no_alarm():
    """A PDF as we write it shows what its brief says, and nothing else."""
    assert said(lambda pdf: None) == []


@pytest.mark.parametrize("alt", ["A quay", ""])
def test_a_picture_that_a_person_inserted_raises_no_alarm(alt: str):
    """It is one picture of the brief, whichever pages share what they draw from, and archivable."""
    picture = Picture(id="pic", media="image/png", data=b64encode(PNG).decode(), alt=alt)
    filler = [Paragraph(id=f"p{n}", children=(Text(text="Words. " * 300),)) for n in range(3)]
    brief = faithful().model_copy(
        update={"blocks": (picture, *faithful().blocks, *filler), "edited": ("pic",)}
    )
    data = Rendered(brief, house_style()).pdf()
    with open_pdf(data) as pdf:
        assert len(pdf.pages) > 1
        assert [name for page in pdf.pages for name in page.get_images()]
        tagged = read_tagged(pdf)
        found = [
            *check_tagged(tagged, data, fonts.read_face, "strait.pdf"),
            *compare_surface(brief, tagged, "strait.pdf"),
            *compare_charts(brief, pictures(tagged), "strait.pdf"),
        ]
    assert [str(one) for one in found if one.code != "pdf-evidence"] == []


def test_metadata_that_cannot_be_read_are_a_line_and_no_traceback(caplog):
    """What a library logs of them, error and stack, is no line of ours."""
    with open_pdf(true_pdf()) as pdf:
        pdf.Root.Metadata.write(b"<x")
        lines = [str(one) for one in compare_surface(faithful(), read_tagged(pdf), "strait.pdf")]
    assert any("metadata, title" in line for line in lines)
    assert caplog.records == []


@pytest.mark.parametrize(("change", "words"), CHANGES)
def test_what_a_pdf_shows_beside_its_text_is_held_against_the_brief(change, words):
    """Heads, bookmarks, properties, links, glyphs and layers cannot be altered unseen."""
    assert any(words in line for line in said(change)), said(change)


def overprinted_lines(brief) -> list[str]:
    """Return what is said of lines over each other in the PDF of a brief."""
    return [str(one) for one in unseen(Rendered(brief, house_style()).pdf(), "strait.pdf")]


def test_lines_that_are_printed_over_each_other_are_named():
    """A second line set upon the first one is ink, and yet nobody can read either."""
    target = io.BytesIO()
    with open_pdf(true_pdf()) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        again = page.Contents.read_bytes()
        page.Contents.write(b"q " + again + b" Q q 1 0 0 1 7 -3 cm " + again + b" Q")
        pdf.save(target)
    found = [str(one) for one in unseen(target.getvalue(), "strait.pdf")]
    assert any("is printed over other words" in line for line in found)


@pytest.mark.parametrize("voices", [0, 1])
def test_the_title_of_a_chart_is_not_printed_over_its_heads(voices):
    """With a key to the marks, and where all are of one kind and none is drawn."""
    chart = stance_exhibit(30, voices).model_copy(update={"id": "wide"})
    brief = kitchen()
    blocks = tuple(chart if block.id == stance_exhibit().id else block for block in brief.blocks)
    assert overprinted_lines(brief.model_copy(update={"blocks": blocks})) == []


def test_a_long_cell_is_not_printed_over_its_neighbor():
    """What a person types into a column of amounts breaks where the column ends."""
    full = table()
    long = (Text(text="US$3.5 billion and, as one may add, more than that by every later count"),)
    cells = [cell.model_copy(update={"children": long}) for cell in full.rows[0]]
    made = full.model_copy(update={"rows": (tuple(cells), *full.rows[1:])})
    brief = kitchen()
    blocks = tuple(made if block.id == full.id else block for block in brief.blocks)
    assert overprinted_lines(brief.model_copy(update={"blocks": blocks})) == []


@pytest.mark.parametrize("sign", ["TLP:GREEN", "Not to be passed on without a written word. " * 4])
def test_a_long_name_is_not_printed_over_the_line_of_handling(sign):
    """Where the head of page one has no room for both, they stand below each other."""
    name = "Evidence brief · The Institute for the Long and Careful Study of Ports and Trade"
    told = {
        "series": f"{name} in Northern and Southern Waters · Draft – not reviewed",
        "footer_on_first": sign,
    }
    labels = kitchen().labels.model_copy(update=told)
    assert overprinted_lines(kitchen().model_copy(update={"labels": labels})) == []

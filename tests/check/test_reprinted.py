"""A finished PDF against the same brief printed again: whatever else was done to it is named."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from functools import cache

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String

from brief.check.pdf_text import open_pdf
from brief.check.reprinted import against_reprint
from brief.writers.pdf import Attachment, Rendered
from tests.check.faithful import faithful
from tests.support.kitchen import house_style


@cache
def true_pdf() -> bytes:
    attached = Attachment("evidence.json", b"{}", "Evidence")
    return Rendered(faithful(), house_style()).pdf((attached,))


def saved(change, **how) -> bytes:
    target = io.BytesIO()
    with open_pdf(true_pdf()) as pdf:
        change(pdf)
        pdf.save(target, fix_metadata_version=False, **how)
    return target.getvalue()


def replaced(page: int, old: bytes, new: bytes, nth: int = 0):
    """Return a change of one instruction of a page."""

    def change(pdf):
        data = pdf.pages[page].Contents.read_bytes()
        found = list(re.finditer(old, data))[nth]
        data = data[: found.start()] + found.expand(new) + data[found.end() :]
        pdf.pages[page].Contents = pdf.make_stream(data)

    return change


def added(content: bytes):
    return lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(content))


def marks_of_the_chart(pdf):
    """Move the last curve drawn: a mark of the stance chart."""
    replaced(0, rb"\n(\d[\d. -]*) c\n", rb"\n\1 c 9 9 m\n", nth=-1)(pdf)


def remark(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[9, 9, 99, 99])
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def no_link(pdf):
    del pdf.pages[0].Annots[0]


def moved_link(pdf):
    pdf.pages[0].Annots[0].Rect = Array([0, 0, 500, 500])


def bookmark_elsewhere(pdf):
    first = pdf.Root.Outlines.First
    first[Name.Dest if "/Dest" in first else Name.A] = String("note-1")


def other_attachment(pdf):
    pdf.attachments["more.txt"] = AttachedFileSpec(pdf, b"more", filename="more.txt")


def script(pdf):
    pdf.Root.Names.JavaScript = Dictionary(
        Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("1"))])
    )


def dictionary(one):
    return one if isinstance(one, Dictionary) else {}


def other_alt(pdf):
    next(one for one in pdf.objects if "/Alt" in dictionary(one)).Alt = String("Another")


def sizes(pdf):
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    font.DescendantFonts[0].W[1][0] = 9999


def setting(name: str, value):
    def change(pdf):
        setattr(pdf.Root, name, value)

    return change


def on_page(name: str, value):
    def change(pdf):
        setattr(pdf.pages[0], name, value)

    return change


def said_of(name: str, value: str):
    def change(pdf):
        pdf.docinfo[f"/{name}"] = String(value)

    return change


def told(name: str):
    """Return a change of what the metadata say, which leaves the properties as they were."""

    def change(pdf):
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata[name] = ["Other"] if name == "dc:creator" else "Other"

    return change


MUTATIONS = [
    (marks_of_the_chart, "page 1"),
    (replaced(0, rb"([\d.]+) ([\d.]+) ([\d.]+) rg", rb"\3 \2 0.5 rg"), "page 1"),
    (replaced(0, rb"([\d.]+) ([\d.]+) re\n", rb"9\1 \2 re\n"), "page 1"),
    (replaced(0, rb"(/\S+) ([\d.]+) Tf", rb"\1 1.5 Tf", nth=9), "page 1"),
    (replaced(0, rb"(-?[\d.]+) (-?[\d.]+) Tm", rb"4\1 \2 Tm", nth=9), "page 1"),
    (added(b"q 1 1 1 rg 60 300 9 2 re f Q"), "page 1"),
    (added(b"q 60 300 m 200 300 l S Q"), "page 1"),
    (added(b"% what nobody sees"), "page 1"),
    (lambda pdf: pdf.trailer.__setitem__("/Note", String("what nobody sees")), "document"),
    (lambda pdf: pdf.pages.append(pdf.pages[0]), "pages"),
    (lambda pdf: pdf.add_blank_page(), "pages"),
    (remark, "page 1, links"), (no_link, "page 1, links"), (moved_link, "page 1, links"),
    (bookmark_elsewhere, "bookmarks"), (other_attachment, "attachments"), (script, "a script"),
    (other_alt, "tags"), (sizes, "fonts"),
    (setting("OpenAction", Dictionary(S=Name.URI, URI=String("https://a.example"))), "an action"),
    (setting("AcroForm", Dictionary(Fields=Array([]))), "a form"),
    (setting("PageLabels", Dictionary(Nums=Array([]))), "document"),
    (setting("Lang", String("fr")), "language"),
    (on_page("AA", Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))), "an action"),
    (on_page("CropBox", Array([0, 0, 300, 300])), "page 1"),
    (on_page("Rotate", 180), "page 1"), (on_page("UserUnit", 2), "page 1"),
    (said_of("Author", "Someone"), "properties"), (said_of("Title", "Another"), "properties"),
    (said_of("CreationDate", "D:20200101000000Z"), "properties"),
    (said_of("ModDate", "D:20200101000000Z"), "properties"), (told("dc:title"), "title"),
    (told("xmp:CreateDate"), "CreateDate"), (told("dc:creator"), "creator"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "place"), MUTATIONS)
def test_whatever_is_done_to_a_file_is_named_with_its_place(change, place):
    """Marks, boxes, links, bookmarks, scripts, properties: each change is a line with its place."""
    said = against_reprint(saved(change), true_pdf(), "strait.pdf")
    assert any(place in one.place for one in said), said
    assert all(one.severity == "error" for one in said)


@pytest.mark.parametrize(
    "how",
    [{}, {"linearize": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
     {"qdf": True}, {"compress_streams": False}],
)  # fmt: skip
def test_a_file_that_was_only_saved_anew_is_the_same(how):
    """Other packing, other object numbers and another order are no change."""
    data = saved(lambda pdf: None, **how)
    assert data != true_pdf()
    assert against_reprint(data, true_pdf(), "strait.pdf") == []


def test_what_a_program_says_of_its_own_save_is_a_warning():
    """Another program names itself and the day of its save; what it changed beside is an error."""

    def save(pdf):
        with pdf.open_metadata() as metadata:
            metadata["xmp:ModifyDate"] = "2030-01-01"
        pdf.docinfo["/ModDate"] = String("D:20300101")

    (line,) = against_reprint(saved(save), true_pdf(), "strait.pdf")
    assert (line.severity, line.place) == ("warning", "strait.pdf, properties")
    assert "pikepdf" in line.message
    found = against_reprint(saved(lambda pdf: (save(pdf), no_link(pdf))), true_pdf(), "strait.pdf")
    assert [one.severity for one in found] == ["error", "warning"]


def test_an_older_version_of_the_format_is_named():
    """The version in the first line says which programs can show all of a file."""
    older = true_pdf().replace(b"%PDF-1.7", b"%PDF-1.4", 1)
    (line,) = against_reprint(older, true_pdf(), "strait.pdf")
    assert line.place == "strait.pdf, document, version"


def test_places_that_a_program_rounds_are_no_change():
    """Who saves a file may write numbers shorter: a thousandth of a point is not seen."""

    def rounded(pdf):
        page = pdf.pages[0]
        page.MediaBox = Array([round(float(one), 3) for one in page.MediaBox])
        steps = pikepdf.parse_content_stream(page)
        made = [([_rounded(one) for one in ops], name) for ops, name in steps]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(made))

    assert against_reprint(saved(rounded), true_pdf(), "strait.pdf") == []


def _rounded(operand):
    return round(float(operand), 3) if isinstance(operand, Decimal) else operand


def test_a_moved_mark_names_the_chart():
    """What is drawn otherwise is named by the element that it belongs to."""
    said = against_reprint(saved(marks_of_the_chart), true_pdf(), "strait.pdf")
    assert any("chart “" in one.place for one in said), said

"""The PDF holds the brief: every character, every note, one page size, the same bytes twice."""

import io
import re
import subprocess
import sys
import zlib
from contextlib import nullcontext
from typing import Any

import pikepdf
import pypdfium2
import pytest

from brief.check.pdf import attachment, check_pdf, missing_texts, pdf_text
from brief.errors import BriefError
from brief.model.brief import Block, Brief, Callout, Cite, Emphasis, Foreign, Heading, Note
from brief.model.colors import LEGIBLE, contrast, rgb
from brief.model.plain import brief_text
from brief.writers import fonts
from brief.writers.pdf import Attachment, Rendered, fitted, tightest
from tests.support.kitchen import (
    CHINESE,
    JAPANESE,
    PROSE,
    RUSSIAN,
    house_style,
    kitchen,
    kitchen_pdf,
    paragraph,
    stance_exhibit,
    table,
    text,
)


def seen(data: bytes) -> str:
    """Return the text that another library, PDFium, finds; spaces and line breaks left out."""
    with pypdfium2.PdfDocument(data) as document:
        found = "".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"[\s\ufffe\u2010\u2011-]+", "", found)


@pytest.mark.parametrize(("paper", "size"), [("A4", (595.28, 841.89)), ("Letter", (612.0, 792.0))])
def test_pages_have_the_paper_s_size(paper: str, size: tuple[float, float]) -> None:
    """A4 is A4 and Letter is Letter, to a fiftieth of a point."""
    with pypdfium2.PdfDocument(kitchen_pdf(paper)) as document:
        for page in document:
            assert page.get_size() == pytest.approx(size, abs=0.02)


@pytest.mark.parametrize("words", [CHINESE, JAPANESE, RUSSIAN], ids=["zh", "ja", "ru"])
def test_foreign_words_have_the_right_characters(words: str) -> None:
    """Chinese, Japanese and Russian can be copied from the page as they were written."""
    assert re.sub(r"\s", "", words) in seen(kitchen_pdf())


def test_every_note_and_reference_is_there() -> None:
    """No note is lost on the way to the page."""
    found = seen(kitchen_pdf())
    for number in range(1, 5):
        assert f"Aldana,para.{number}." in found
    for name in ("Aldana,M.", "Brandt,K.", "Chow,L."):
        assert name in found


def test_many_notes_all_survive_page_breaks() -> None:
    """A hundred and twenty notes in columns over several pages: each of them is in the PDF."""
    notes = tuple(
        Note(
            number=n, id=f"n{n}", children=text(f"Zettel{n}. {'words ' * (n % 9)}"), reference="001"
        )
        for n in range(1, 121)
    )
    marks = tuple(Cite(note=n) for n in range(1, 121))
    brief = kitchen().model_copy(update={"notes": notes, "blocks": (paragraph("p", *marks),)})
    found = seen(Rendered(brief, house_style()).pdf())
    assert [n for n in range(1, 121) if f"Zettel{n}." not in found] == []


def test_nothing_is_lost_over_page_breaks() -> None:
    """A long brief, in columns over many pages with tables and charts: every unit is there."""
    blocks: list[Block] = []
    for n in range(4):
        blocks += [
            Heading(id=f"h{n}", level=2, children=text(f"Section {n}")),
            *(paragraph(f"p{n}.{m}", *text(f"({n}.{m}) {PROSE * (1 + m % 3)}")) for m in range(4)),
            Callout(id=f"c{n}", role="margin", blocks=(paragraph(f"c{n}p", *text(f"Aside {n}.")),)),
            table(5 + 7 * (n % 3)).model_copy(update={"id": f"t{n}"}),
            stance_exhibit(5 + n, n).model_copy(update={"id": f"x{n}"}),
        ]
    brief = kitchen().model_copy(update={"blocks": tuple(blocks), "notes": kitchen().notes})
    data = Rendered(brief, house_style()).pdf()
    assert missing_texts(pdf_text(data), brief_text(brief)) == []
    assert Rendered(brief, house_style()).layout().pages > 3


def test_same_brief_same_bytes() -> None:
    """Another process, another hash seed: the file is the same to the byte."""
    code = (
        "import hashlib, sys; sys.path.insert(0, '.');"
        "from tests.support.kitchen import kitchen_pdf;"
        "print(hashlib.sha256(kitchen_pdf()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]


def test_dates_come_from_the_brief() -> None:
    """No clock: created and modified are the brief's own date."""
    with pikepdf.open(io.BytesIO(kitchen_pdf())) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")
        assert str(pdf.docinfo["/ModDate"]).startswith("D:20261122")
        spec = pdf.attachments["evidence.json"]
        assert spec.get_file().creation_date.year == 2026


def test_evidence_is_attached() -> None:
    """What the brief rests on travels inside the file, as JSON."""
    data = attachment(kitchen_pdf(), "evidence.json")
    assert data == kitchen().ledger.model_dump_json().encode()


def test_foreign_words_are_tagged_with_their_language() -> None:
    """A screen reader is told when the language changes."""
    with pikepdf.open(io.BytesIO(kitchen_pdf())) as pdf:
        languages = {
            str(item["/Lang"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/Lang" in item
        }
    assert languages == {"zh-Hans", "ru", "ja"}


def test_bookmarks_are_the_headings() -> None:
    """Title and headings make the outline."""
    with pikepdf.open(io.BytesIO(kitchen_pdf())) as pdf, pdf.open_outline() as outline:
        top = outline.root[0]
        assert top.title.startswith("Two ports act together")
        assert [child.title for child in top.children][:2] == ["What the sources say", "Figures"]


def with_words(*inlines: Foreign | Emphasis) -> Brief:
    """Return the kitchen brief with a paragraph of these inlines only."""
    return kitchen().model_copy(update={"blocks": (paragraph("p-odd", *inlines),)})


@pytest.mark.parametrize(
    ("char", "name"), [("\ue000", "U+E000"), ("\U00013080", "U+13080"), ("😀", "U+1F600")]
)
def test_missing_glyph_fails_and_names_character_and_block(char: str, name: str) -> None:
    """A character no font of ours has stops the brief: one line says which, and where."""
    with pytest.raises(BriefError) as caught:
        Rendered(with_words(*text(f"before {char} after")), house_style()).pdf()
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "glyph-missing"
    assert name in diagnostic.message
    assert diagnostic.place == "kitchen.pdf, block p-odd"


@pytest.mark.parametrize("words", ["הברית", "التحالف", "गठबंधन", "동맹", "联盟", "→ ● ≥ ₽ ✓"])
def test_other_scripts_are_drawn(words: str) -> None:
    """Hebrew, Arabic, Hindi, Korean, and the signs of charts and sums have a font of ours."""
    Rendered(with_words(*text(words)), house_style()).pdf()


def test_cyrillic_italics_are_real_italics() -> None:
    """Source's italics lack Cyrillic; the words come from a font that has them."""
    data = Rendered(
        with_words(Emphasis(children=(Foreign(lang="ru", text="Курсив"),))), house_style()
    ).pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert any(name.endswith("Noto-Serif-Italic") for name in names)


def test_unknown_css_is_an_error() -> None:
    """WeasyPrint only logs what it does not understand; here it stops the brief."""
    style = house_style()
    broken = type(style)(style.tokens, style.css + "p { colour: red }", style.charts)
    with pytest.raises(BriefError, match="colour"):
        Rendered(kitchen(), broken).pdf()


def test_style_fetches_nothing() -> None:
    """A style that asks for a file or a site gets an error, not the file."""
    style = house_style()
    curious = type(style)(style.tokens, style.css + "@import 'file:///etc/passwd';", style.charts)
    with pytest.raises(BriefError, match="pdf-layout"):
        Rendered(kitchen(), curious).pdf()


def test_layout_says_pages_and_places() -> None:
    """Pages can be counted, and each unit's page is known, before a file is written."""
    layout = Rendered(kitchen(), house_style()).layout()
    with pypdfium2.PdfDocument(kitchen_pdf()) as document:
        assert layout.pages == len(document)
    assert layout.units["bl-1"] == 1
    assert layout.units["note:note-1"] == layout.pages
    assert 0 < layout.fill <= 1


def test_free_lines_can_be_used() -> None:
    """A paragraph of half the lines said to be free does not start a new page."""
    before = Rendered(kitchen(), house_style()).layout()
    assert before.free > 4
    filler = paragraph("more", *text("words and words " * before.free))
    fuller = kitchen().model_copy(update={"blocks": (*kitchen().blocks, filler)})
    after = Rendered(fuller, house_style()).layout()
    assert after.pages == before.pages
    assert after.free < before.free


def test_a_brief_a_little_too_long_is_set_denser() -> None:
    """Before anything is left out, the text is set smaller, by six hundredths at most."""
    words = text(PROSE[:150])

    def long(paragraphs: int, pages: int = 1) -> Brief:
        blocks = tuple(paragraph(f"f{n}", *words) for n in range(paragraphs))
        layout = kitchen().layout.model_copy(update={"pages": pages})
        return kitchen().model_copy(update={"blocks": blocks, "layout": layout, "notes": ()})

    count = 20
    while Rendered(long(count), house_style()).layout().pages == 1:
        count += 1
    assert fitted(long(count), house_style()).layout().pages == 1
    assert fitted(long(count + 20), house_style()).layout().pages > 1
    # A few lines on a second page are drawn back onto the first, even where two are wanted.
    assert fitted(long(count, pages=2), house_style()).layout().pages == 1


def test_a_short_brief_is_set_larger() -> None:
    """One that has said all it has to say fills its page a little better."""
    blocks = tuple(paragraph(f"f{n}", *text(PROSE[:150])) for n in range(6))
    short = kitchen().model_copy(update={"blocks": blocks, "notes": ()})
    assert fitted(short, house_style()).layout().fill > Rendered(short, house_style()).layout().fill
    cut = short.model_copy(update={"annex": ("x",)})
    assert fitted(cut, house_style()).layout().fill < Rendered(cut, house_style()).layout().fill


def test_lines_and_edges_give_way_to_a_persons_words() -> None:
    """What is edited by hand is set closer still before it runs onto another page."""
    words = text(PROSE[:40])

    def composed(paragraphs: int, edited: tuple[str, ...] = ()) -> Brief:
        blocks = tuple(paragraph(f"f{n}", *words) for n in range(paragraphs))
        layout = kitchen().layout.model_copy(update={"pages": 1})
        parts = {"blocks": blocks, "layout": layout, "notes": (), "annex": ("x",)}
        return kitchen().model_copy(update={**parts, "edited": edited})

    count = 30
    while fitted(composed(count), house_style()).layout().pages == 1:
        count += 1
    assert fitted(composed(count, ("f0",)), house_style()).layout().pages == 1
    assert tightest(composed(count, ("f0",)), house_style()).layout().room >= 0
    assert fitted(composed(count - 1, ("f0",)), house_style()).layout() == (
        fitted(composed(count - 1), house_style()).layout()
    )


def test_no_stream_ends_in_a_line_break(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compressed data that happens to end so is written in base 85, and reads the same."""
    plain = kitchen_pdf()
    compress = zlib.compress
    monkeypatch.setattr("zlib.compress", lambda data, level: compress(data, level) + b"\r")
    packed = Rendered(kitchen(), house_style()).pdf()
    assert packed.count(b"ASCII85Decode") > 10
    assert pdf_text(packed) == pdf_text(plain)


GROUNDS = ("paper", "tint")
TEXTS = ("ink", "brand", "accent", "muted", "link")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", TEXTS)
def test_text_colors_are_legible(name: str, ground: str) -> None:
    """Each text color has a contrast of 4.5 on paper and on boxes (WCAG 2.1 AA)."""
    colors = house_style().tokens["color"]
    assert contrast(rgb(colors[name]), rgb(colors[ground])) >= LEGIBLE


@pytest.mark.parametrize("once", ["lines_once", "blocks_once"])
def test_what_is_set_once_stays_as_it_was(once: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line broken, or a block of a column set, only once looks as if it were set each time."""
    first = Rendered(kitchen(), house_style()).pdf()
    monkeypatch.setattr(f"brief.writers.render.{once}", nullcontext)
    assert Rendered(kitchen(), house_style()).pdf() == first


def test_blocks_of_columns_are_set_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint sets fewer boxes where a block that stands whole is moved to its next place."""
    from weasyprint.layout import block

    lay_out = block.block_container_layout
    boxes = 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal boxes
        boxes += 1
        return lay_out(*arguments, **named)

    monkeypatch.setattr(block, "block_container_layout", counted)
    Rendered(kitchen(), house_style())
    once, boxes = boxes, 0
    monkeypatch.setattr("brief.writers.render.blocks_once", nullcontext)
    Rendered(kitchen(), house_style())
    assert once < boxes


def test_blanks_change_how_objects_pack_and_nothing_else():
    """Whichever stream ends in a line break, the next number of blanks packs it otherwise."""
    made, inside = (
        Rendered(kitchen(), house_style()),
        Attachment("evidence.json", b"{}", "Evidence"),
    )
    ends = set()
    for padding in range(3):
        data = made._write((inside,), padding)
        (packed,) = re.findall(rb"/Type /ObjStm.*?stream\n(.*?)\nendstream", data, re.DOTALL)
        ends.add(packed[-8:])
        assert [str(one) for one in check_pdf(data, fonts.read_face)] == []
    assert len(ends) == 3

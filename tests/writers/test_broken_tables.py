"""A table that goes on in the next column or overleaf is one table, with its head and caption."""

import io

import pikepdf
import pytest

from brief.check.order import misplaced
from brief.check.pdf import check_pdf
from brief.check.pdf_text import blocks, read_tagged
from brief.model.brief import Brief
from brief.writers import fonts
from brief.writers.pdf import Attachment, Rendered
from tests.support.kitchen import PROSE, house_style, kitchen, paragraph, table, text

ROWS = 12


def with_table(above: int) -> Brief:
    """Return a brief with a long table below so many paragraphs."""
    lead = tuple(paragraph(f"p{n}", *text(PROSE)) for n in range(above))
    last = paragraph("last", *text("The end."))
    return kitchen().model_copy(update={"blocks": (*lead, table(ROWS), last)})


@pytest.mark.parametrize("above", range(7, 13))
def test_a_table_that_breaks_is_one(above: int) -> None:
    """Wherever it breaks: one table, one head that every cell names, no column's title twice."""
    brief = with_table(above)
    evidence = Attachment("evidence.json", b"{}", "evidence")
    data = Rendered(brief, house_style()).pdf((evidence,))
    assert [str(one) for one in check_pdf(data, fonts.read_face)] == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tagged = read_tagged(pdf)
        tables = [one for one in tagged.root.walk() if one.tag == "/Table"]
        cells = [one.tag for one in tables[0].walk() if one.tag in ("/TH", "/TD")]
        moved = list(misplaced(tagged, "brief.pdf"))
        said = [words for _, words in blocks(tagged.root)]
    columns = len(table(ROWS).columns)
    assert moved == []
    assert len(tables) == 1
    assert cells == ["/TH"] * columns + ["/TD"] * (columns * ROWS)
    assert len([one for one in said if one == "Measure"]) == 1


@pytest.mark.parametrize("above", range(7, 13))
def test_a_caption_stands_above_its_table(above: int) -> None:
    """No caption is left at the foot of a column while its rows begin in the next."""
    rendered = Rendered(with_table(above), house_style())
    places = {}
    for number, page in enumerate(rendered._document.pages):
        for box in page._page_box.descendants():
            unit = box.element.get("data-unit") if box.element is not None else None
            if unit and type(box).__name__ == "LineBox":
                places.setdefault(unit, (number, box.position_x > page.width / 2))
    columns = [f"{table(ROWS).id}/caption", table(ROWS).rows[0][0].id]
    assert len({places[one] for one in columns}) == 1

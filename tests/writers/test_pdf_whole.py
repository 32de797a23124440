"""No block is lost on the way to the page, and a person's picture is on it."""

from __future__ import annotations

import pytest

from brief.model.brief import Brief, Cell, Column, Heading, Paragraph, Table, Text
from brief.writers.html import to_html
from brief.writers.pdf import Rendered, fitted, tightest
from brief.writers.style import Style
from tests.support.kitchen import PROSE, house_style, kitchen


def words(text: str) -> tuple[Text, ...]:
    """Return plain words."""
    return (Text(text=text),)


def with_wide_table(*more: Paragraph) -> Brief:
    """Return a brief with a table that needs the whole page."""
    columns = tuple(Column(title=words(f"Column number {n}"), width=2) for n in range(8))
    cells = tuple(Cell(id=f"c{n}", children=words("Long words in a cell")) for n in range(8))
    table = Table(id="t", caption=words("A table"), columns=columns, rows=(cells,))
    heading = Heading(id="h", level=2, children=words("A section"))
    return kitchen().model_copy(update={"blocks": (heading, table, *more)})


def test_a_page_that_lacks_words_is_known() -> None:
    """A layout is whole where each place with words of the brief stands on a page."""
    rendered = Rendered(with_wide_table(), house_style())
    assert rendered.is_whole()
    rendered._brief = with_wide_table(Paragraph(id="after", children=words("What follows.")))
    assert not rendered.is_whole()


def test_a_layout_that_loses_words_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing stands across both columns: that is what WeasyPrint loses words after."""
    made = with_wide_table()
    assert "table-box short span" in to_html(made, house_style())
    assert "table-box short span" not in to_html(made, house_style(), spans=False)
    wide: list[bool] = []

    def seen(brief: Brief, style: Style, *, spans: bool) -> str:
        wide.append(spans)
        return to_html(brief, style, spans=spans)

    monkeypatch.setattr("brief.writers.pdf.to_html", seen)
    monkeypatch.setattr(Rendered, "is_whole", lambda self: False)
    fitted(made.model_copy(update={"annex": ("x",)}), house_style())
    assert wide == [True, False]
    # Nor is it counted as room, where a brief is composed for its pages.
    tightest(made, house_style())
    assert wide == [True, False, True, False]


@pytest.mark.parametrize(("rows", "pages"), [(8, {2}), (12, {1, 2})])
def test_a_table_of_many_rows_goes_on_overleaf(rows: int, pages: set[int]) -> None:
    """It begins where it stands in the text; a short one is kept whole. No word is lost."""
    brief = with_wide_table()
    heading, table = brief.blocks
    assert isinstance(table, Table)
    row = table.rows[0]
    more = tuple(
        tuple(cell.model_copy(update={"id": f"{cell.id}-{n}"}) for cell in row) for n in range(rows)
    )
    above = (Paragraph(id=f"p{n}", children=words(PROSE)) for n in range(8))
    last = Paragraph(id="last", children=words("The end."))
    blocks = (heading, *above, table.model_copy(update={"rows": more}), last)
    rendered = Rendered(brief.model_copy(update={"blocks": blocks}), house_style())
    units = rendered.layout().units
    assert {units[f"c0-{n}"] for n in range(rows)} == pages
    assert rendered.is_whole()

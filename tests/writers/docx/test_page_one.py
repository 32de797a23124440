"""A draft is set as large as page one allows that holds what opens the brief."""

import io
import zipfile
from math import ceil

import pytest

from brief.model.brief import Brief, Callout, Heading, Item, ListBlock
from brief.writers.docx import to_docx
from brief.writers.docx.document import _set, _setting
from brief.writers.docx.page_one import opens_whole, pages_taken
from brief.writers.docx.skin import skin_from
from brief.writers.style import denser
from tests.support.kitchen import PROSE, house_style, kitchen, paragraph, stance_exhibit, text


def opening(judgements: int) -> Brief:
    """Return a brief that opens with so many judgements and a chart."""
    items = (Item(id=f"kj-{n}", children=text(PROSE[:160])) for n in range(judgements))
    judged = ListBlock(id="kj", ordered=True, items=tuple(items))
    box = Callout(id="k", role="key-judgements", title=text("Judgements"), blocks=(judged,))
    head = Heading(id="h", level=2, children=text("Questions"))
    rest = (head, paragraph("p", *text(PROSE)))
    return kitchen().model_copy(update={"blocks": (box, stance_exhibit(), *rest)})


def sized(brief: Brief) -> int:
    """Return the size of the draft's text in half points."""
    with zipfile.ZipFile(io.BytesIO(to_docx(brief, house_style()))) as package:
        styles = package.read("word/styles.xml").decode()
    return int(styles.partition("<w:rPrDefault>")[2].partition('w:sz w:val="')[2].split('"')[0])


def test_text_gives_way_to_what_opens_a_brief() -> None:
    """The more opens it the smaller the text, until no size would help."""
    sizes = [sized(opening(count)) for count in (2, *range(10, 30, 2))]
    least = sizes.index(min(sizes))
    assert sizes[0] > sizes[least]
    assert sizes[: least + 1] == sorted(sizes[: least + 1], reverse=True)


@pytest.mark.parametrize("paragraphs", [0, 14, 18, 22, 26, 30])
def test_a_draft_takes_no_page_more_than_its_closest_setting(paragraphs: int) -> None:
    """And is set as loosely as that allows: a last page is full, or there is none."""
    more = (paragraph(f"p{n}", *text(PROSE)) for n in range(paragraphs))
    brief = opening(3)
    brief = brief.model_copy(update={"blocks": (*brief.blocks, *more)})
    loosest = _setting(brief, denser(house_style(), 1.08), 3.0)
    closest = _setting(brief, denser(house_style(), 0.94), 0.0)
    chosen = pages_taken(brief, *_set(brief, house_style()))
    assert pages_taken(brief, *closest) <= chosen <= pages_taken(brief, *loosest)
    assert ceil(chosen) == ceil(pages_taken(brief, *closest))


@pytest.mark.parametrize(("judgements", "whole"), [(3, True), (40, False)])
def test_what_opens_a_brief_is_measured(judgements: int, whole: bool) -> None:
    """Few lines stand on a page, and very many do not."""
    style = house_style()
    skin = skin_from(style.tokens, "en-GB")
    assert opens_whole(opening(judgements), style, skin) == whole

"""A draft is set as large as page one allows that holds what opens the brief."""

import io
import zipfile

import pytest

from brief.model.brief import Brief, Callout, Heading, Item, ListBlock
from brief.writers.docx import to_docx
from brief.writers.docx.page_one import opens_whole
from brief.writers.docx.skin import skin_from
from tests.support.kitchen import PROSE, house_style, kitchen, paragraph, stance_exhibit, text


def opening(judgements: int, *, headed: bool = True) -> Brief:
    """Return a brief that opens with so many judgements and a chart."""
    items = (Item(id=f"kj-{n}", children=text(PROSE[:160])) for n in range(judgements))
    judged = ListBlock(id="kj", ordered=True, items=tuple(items))
    box = Callout(id="k", role="key-judgements", title=text("Judgements"), blocks=(judged,))
    head = Heading(id="h", level=2, children=text("Questions"))
    rest = (head, paragraph("p", *text(PROSE))) if headed else ()
    return kitchen().model_copy(update={"blocks": (box, stance_exhibit(), *rest)})


def sized(brief: Brief) -> int:
    """Return the size of the draft's text in half points."""
    with zipfile.ZipFile(io.BytesIO(to_docx(brief, house_style()))) as package:
        styles = package.read("word/styles.xml").decode()
    return int(styles.partition("<w:rPrDefault>")[2].partition('w:sz w:val="')[2].split('"')[0])


def test_text_gives_way_to_what_opens_a_brief_and_to_nothing_else() -> None:
    """The more opens it the smaller the text, until no size would help: then it is the largest."""
    sizes = [sized(opening(count)) for count in (2, *range(10, 30, 2))]
    least = sizes.index(min(sizes))
    assert sizes[0] == sizes[-1] == max(sizes) > min(sizes)
    assert sizes[: least + 1] == sorted(sizes[: least + 1], reverse=True)


def test_where_a_brief_is_all_opening_its_text_is_the_largest() -> None:
    """No page one has to hold it."""
    assert sized(opening(40, headed=False)) == sized(opening(2))


@pytest.mark.parametrize(("judgements", "whole"), [(3, True), (40, False)])
def test_what_opens_a_brief_is_measured(judgements: int, whole: bool) -> None:
    """Few lines stand on a page, and very many do not."""
    style = house_style()
    skin = skin_from(style.tokens, "en-GB")
    assert opens_whole(opening(judgements), style, skin) == whole

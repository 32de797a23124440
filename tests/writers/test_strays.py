"""No item of a list stands alone at the top of a page."""

from typing import cast

import pytest

from brief.model.brief import Brief, Item, ListBlock
from brief.writers import pdf
from brief.writers.strays import strays
from brief.writers.style import Style, points
from tests.support.kitchen import house_style, kitchen, text


def listing(count: int) -> ListBlock:
    """Return a list of so many items."""
    items = tuple(Item(id=f"i{n}", children=text(f"Item {n}.")) for n in range(1, count + 1))
    return ListBlock(id="l", items=items)


def of(count: int) -> Brief:
    """Return a brief of one such list."""
    return kitchen().model_copy(update={"blocks": (listing(count),)})


def test_only_a_last_item_alone_on_its_page_is_one() -> None:
    """Two overleaf keep each other company, and of two items each is alone anyway."""
    assert list(strays(of(4), {"i1": 1, "i2": 1, "i3": 1, "i4": 2})) == ["i4"]
    assert list(strays(of(4), {"i1": 1, "i2": 1, "i3": 2, "i4": 2})) == []
    assert list(strays(of(2), {"i1": 1, "i2": 2})) == []


class Laid:
    """A layout of a list of four, its last item on the second page where it is set too wide."""

    def __init__(self, leading: float, last: int) -> None:
        self.leading = leading
        """Distance of lines against that of the style."""
        self.units = {"i1": 1, "i2": 1, "i3": 1, "i4": last, "end": 2}
        self.pages = 2

    def layout(self) -> "Laid":
        """Return itself: it says where the units stand."""
        return self


@pytest.mark.parametrize("helps", [0.94, 0.92, 0.9])
def test_lines_come_closer_for_an_item_that_would_stand_alone_overleaf(
    helps: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come no closer than it takes, and stay as they are where none of our settings helps."""
    style = house_style()

    def whole(_: Brief, so: Style) -> Laid:
        leading = round(points(so.tokens["size"]["line"]) / points(style.tokens["size"]["line"]), 3)
        return Laid(leading, 1 if leading <= helps + 0.001 else 2)

    monkeypatch.setattr(pdf, "_whole", whole)
    found, _ = pdf._gathered(of(4), style, style, cast("pdf.Rendered", whole(of(4), style)))
    assert cast("Laid", found).leading == pytest.approx(helps if helps > 0.91 else 1.0, abs=0.003)

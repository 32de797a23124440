"""A list with strips of dots has one key, in the words that most of its strips use."""

from brief.model.brief import Aside, Dots, Item, ListBlock, Shape
from brief.model.layout import Labels
from brief.model.strips import key_to, keys_to
from tests.support.kitchen import kitchen


def listed(*strips: dict[Shape, str]) -> ListBlock:
    """Return a list with a strip of dots an item; each gives a shape its label."""
    items = tuple(
        Item(
            id=f"i{n}",
            children=(
                Aside(
                    children=(),
                    dots=tuple(
                        Dots(shape=shape, value=n, source="n:x", label=label)
                        for shape, label in strip.items()
                    ),
                ),
            ),
        )
        for n, strip in enumerate(strips, 1)
    )
    return ListBlock(id="l", items=items)


def test_the_key_has_the_usual_words_of_each_shape_in_use() -> None:
    """A shape is explained once, as most strips do; one that no strip shows is left out."""
    block = listed(
        {"filled": "for gas", "faint": "silent"},
        {"hollow": "no", "filled": "yes"},
        {"filled": "yes"},
    )
    key = key_to(block, Labels(marks="A mark a source:"))
    assert key is not None
    assert key.entries == (("filled", "yes"), ("hollow", "no"), ("faint", "silent"))
    assert key.alt == "A mark a source: filled: yes; hollow: no; faint: silent"


def test_a_single_strip_needs_no_key() -> None:
    """The words beside one strip say what it shows."""
    assert key_to(listed({"filled": "yes"}), Labels()) is None


def test_what_a_key_has_explained_no_later_one_repeats() -> None:
    """A second list has a key only where it shows a shape, or names one, as none before it does."""
    first = listed({"filled": "yes", "faint": "silent"}, {"filled": "yes"})
    same = listed({"filled": "yes"}, {"filled": "yes"}).model_copy(update={"id": "same"})
    more = listed({"filled": "yes"}, {"hollow": "no"}).model_copy(update={"id": "more"})
    brief = kitchen().model_copy(update={"blocks": (first, same, more)})
    assert list(keys_to(brief)) == ["l", "more"]

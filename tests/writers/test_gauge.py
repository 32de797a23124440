"""The strip beside an aside shows what its words say, in shapes."""

from collections import Counter

import pytest
from lxml import etree

from brief.model.brief import Aside, Dots, Strong
from brief.model.strips import SHAPES, Key
from brief.writers.gauge import gauge, key_drawing
from brief.writers.inlines import inlines_html
from brief.writers.last_words import JOINER
from tests.support.kitchen import aside, house_style, text

SVG = "{http://www.w3.org/2000/svg}"


def drawn(one: Aside) -> etree._Element:
    return etree.fromstring(gauge(one, house_style())[0])


def level_of(one: Aside) -> etree._Element:
    return etree.fromstring(gauge(one, house_style())[1])


def test_there_is_a_dot_for_each_source() -> None:
    """Seven that agree are seven filled dots, one that does not is a speck."""
    radii = [dot.get("r") for dot in drawn(aside()).iter(f"{SVG}circle")]
    assert radii == ["2.6"] * 7 + ["1.3"]


def test_dots_stand_apart() -> None:
    """Between two neighbors there is a gap wider than their outline, in print and in grey too."""
    for shape in ("filled", "half", "hollow"):
        dots = (Dots(shape=shape, value=2, source="n:1", label="x"),)
        one, two = drawn(Aside(children=(), dots=dots)).iter(f"{SVG}circle")
        outline = float(one.get("stroke-width", ""))
        wide = 2 * float(one.get("r", "")) + outline
        assert float(two.get("cx", "")) - float(one.get("cx", "")) - wide > outline


def test_shapes_differ_without_color() -> None:
    """Each shape is a drawing of its own in one ink: evidence for both is no lack of evidence."""
    shapes = SHAPES
    looks = set()
    for shape in shapes:
        dots = (Dots(shape=shape, value=1, source="n:1", label="x"),)
        marks = [m for m in drawn(Aside(children=(), dots=dots)) if m.tag != f"{SVG}title"]
        looks.add(tuple((m.tag, m.get("r"), m.get("fill") == m.get("stroke")) for m in marks))
    assert len(looks) == len(shapes)


def test_the_drawing_says_what_it_shows() -> None:
    """One title counts the dots in words, the other names the level."""
    assert drawn(aside()).findtext(f"{SVG}title") == "7 agree; 1 do not"
    assert level_of(aside()).findtext(f"{SVG}title") == "moderate"


def test_confidence_is_one_to_three_marks() -> None:
    """Of three steps as many are full as the level is high."""
    full = house_style().tokens["color"]["brand"]
    for n, level in enumerate(("low", "moderate", "high"), 1):
        steps = level_of(Aside(children=(), level=level)).iter(f"{SVG}rect")
        assert [step.get("fill") == full for step in steps] == [at < n for at in range(3)]


@pytest.mark.parametrize("number", [1, 13, 20])
def test_dots_stand_in_one_row(number) -> None:
    """A row is no wider than half a column's words."""
    dots = (Dots(shape="filled", value=number, source="n:1", label="x"),)
    svg = drawn(Aside(children=(), dots=dots))
    rows = Counter(dot.get("cy") for dot in svg.iter(f"{SVG}circle"))
    assert list(rows.values()) == [number]
    assert float(svg.get("width", "").removesuffix("pt")) <= 180


@pytest.mark.parametrize("counts", [(21, 0), (12, 9), (1, 40), (987, 654)])
def test_more_sources_than_a_row_holds_are_counted(counts) -> None:
    """Nobody counts rows of dots: each shape stands once, its number beside it."""
    dots = tuple(
        Dots(shape=shape, value=value, source="n:1", label="x")
        for shape, value in zip(("filled", "hollow"), counts, strict=True)
    )
    svg = drawn(Aside(children=(), dots=dots, level="low"))
    held = [str(value) for value in counts if value]
    assert [text.text for text in svg.iter(f"{SVG}text")] == held
    marks = [float(dot.get("cx", "")) for dot in svg.iter(f"{SVG}circle")]
    words = [float(text.get("x", "")) for text in svg.iter(f"{SVG}text")]
    placed = [x for pair in zip(marks, words, strict=True) for x in pair]
    assert placed == sorted(placed)
    assert float(svg.get("width", "").removesuffix("pt")) <= 180


def test_marks_of_confidence_stand_before_the_words_that_say_it() -> None:
    """They follow the count, which is stressed: before it they would be read as a part of it."""
    said = (Strong(children=text("Most agree.")), *text(" Confidence moderate: few sources."))
    page = inlines_html((aside().model_copy(update={"children": said}),), set(), both)
    words = page.replace(JOINER, "")
    counted = '<span class="aside">[dots]<i><strong>Most agree.</strong> '
    assert words.startswith(f'{counted}<span class="sure">[level]Conf')
    bare = inlines_html((aside().model_copy(update={"children": text("Words")}),), set(), both)
    assert bare == '<span class="aside">[dots][level]<i>Words</i></span>'


def both(_: Aside) -> tuple[str, str]:
    return "[dots]", "[level]"


def test_nothing_to_draw_is_no_drawing() -> None:
    """An aside of words alone has no picture that a screen reader would stop at."""
    assert gauge(Aside(children=()), house_style()) == ("", "")


def test_a_key_takes_more_lines_where_it_is_narrow() -> None:
    """Each shape stands before its words, and no line is wider than the room."""
    one = Key("Each mark:", (("filled", "say so"), ("half", "see both sides"), ("faint", "silent")))
    for room, lines in ((400, 1), (90, 2)):
        root = etree.fromstring(key_drawing(one, house_style(), room))
        assert float(root.get("width", "").removesuffix("pt")) <= room
        assert len({word.get("y") for word in root.iter(f"{SVG}text")}) == lines
        assert [word.text for word in root.iter(f"{SVG}text")] == [
            one.intro, "say so", "see both sides", "silent"
        ]  # fmt: skip

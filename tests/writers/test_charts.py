"""Charts: text stays text, numbers are those given, labels keep apart."""

import re
from itertools import pairwise

import pytest
from lxml import etree

from brief.model.brief import Exhibit, Point
from brief.model.layout import Labels
from brief.writers.charts import number, to_png, to_svg
from brief.writers.number_charts import _extent, series
from brief.writers.plot import LABEL, wrap
from brief.writers.stance_stacks import _Entry
from tests.support.kitchen import bars_exhibit, house_style, series_exhibit, stance_exhibit

SVG = "{http://www.w3.org/2000/svg}"
EXHIBITS = (stance_exhibit(), series_exhibit(), bars_exhibit())


def words(svg: str) -> list[str]:
    """Return the words of a drawing, in order."""
    return [element.text or "" for element in etree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.chart)
def test_alt_text_is_the_title_of_the_drawing(exhibit: Exhibit) -> None:
    """What the chart shows is said in words, first in the file."""
    root = etree.fromstring(to_svg(exhibit, house_style(), 360))
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == exhibit.alt


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.chart)
def test_every_number_is_one_that_was_given(exhibit: Exhibit) -> None:
    """A chart adds no number of its own: no tick, no sum."""
    given = " ".join(f"{p.shown} {p.label} {p.detail}" for p in exhibit.points) + exhibit.unit
    for word in words(to_svg(exhibit, house_style(), 360)):
        for figure in re.findall(r"\d[\d.]*", word):
            assert figure in given


@pytest.mark.parametrize("count", [5, 20, 60, 120])
def test_stance_stays_within_a_page(count: int) -> None:
    """From five marks to a hundred and twenty, no label is smaller and the page is not exceeded."""
    svg = to_svg(stance_exhibit(count * 2 // 3, count // 3), house_style(), 360)
    root = etree.fromstring(svg)
    assert float(root.get("height", "0").removesuffix("pt")) < 680
    shapes = root.findall(f".//{SVG}circle")
    assert len(shapes) == count * 2 // 3 + 1  # and the one of the key
    assert {element.get("font-size") for element in root.iter(f"{SVG}text")} == {"7.4", "6.9"}


@pytest.mark.parametrize("width", [240, 500])
@pytest.mark.parametrize("count", [5, 20, 40])
def test_stance_rows_keep_apart(count: int, width: int) -> None:
    """Labels that begin at one edge stand at least a line's height apart."""
    root = etree.fromstring(to_svg(stance_exhibit(count, count // 2), house_style(), width))
    panels: dict[float, list[float]] = {}
    for element in root.iter(f"{SVG}text"):
        if element.get("text-anchor") == "start" and element.get("font-size") == f"{LABEL}":
            panels.setdefault(float(element.get("x", "0")), []).append(float(element.get("y", "0")))
    for heights in panels.values():
        assert all(b - a >= LABEL for a, b in pairwise(sorted(heights)))


def test_a_voice_stands_below_who_reports_it() -> None:
    """Its date is that of its author, said once; a voice of another bears the other's name."""
    author = Point(label="Roe", value=1, shown="", source="a", shape="author", detail="2019")
    voices = [
        Point(label=f"{who} (in {by})", value=0, shown="", source="b", shape="voice", detail=when)
        for who, by, when in (("Envoys", "Roe", "2019"), ("Pilots", "Doe", "2020"))
    ]
    exhibit = stance_exhibit().model_copy(update={"points": (author, *voices)})
    said = words(to_svg(exhibit, house_style(), 260))
    assert [one for one in said if one[0] in "2REP"] == [
        "Rather not", "Rather so", "2019", "2020", "Roe", "Envoys", "Pilots (in Doe)"
    ]  # fmt: skip


def test_a_long_name_is_broken_not_cut() -> None:
    """All words of a voice's name are there, on as many lines as they need."""
    name = "The authors of a long report on harbors, tides and treaties of the northern shore"
    point = Point(label=name, value=1, shown="", source="a", shape="voice", detail="2019")
    exhibit = stance_exhibit().model_copy(update={"points": (point,)})
    assert name in " ".join(words(to_svg(exhibit, house_style(), 244)))


def test_a_wide_chart_stacks_all_who_stand_at_a_step() -> None:
    """Below each step stand its marks alone, in one column: authors as given, then the voices.

    How many authors they are is said behind the step's name.
    """
    points = [
        Point(label=name, value=value, shown="", source=name, shape=shape, detail="2019")
        for name, value, shape in (
            ("Voice (in Roe)", -1, "voice"), ("Roe", -1, "author"), ("Poe", 2, "author"),
            ("Doe", -1, "author"),
        )
    ]  # fmt: skip
    shown = {"points": tuple(points), "totals": ("0", "2", "0", "0", "1")}
    exhibit = stance_exhibit().model_copy(update=shown)
    root = etree.fromstring(to_svg(exhibit, house_style(), 500))
    said = {one.text: one for one in root.iter(f"{SVG}text")}
    assert {"No alliance: 0", "Rather not: 2", "Alliance: 1"} <= said.keys()
    at = {name: (float(one.get("x", 0)), float(one.get("y", 0))) for name, one in said.items()}
    assert at["Roe"][0] == at["Doe"][0] == at["Voice"][0] < 200 < 400 < at["Poe"][0]
    assert at["Roe"][1] < at["Doe"][1] < at["Voice"][1]
    assert at["Poe"][1] == at["Roe"][1]
    assert at["in Roe"][1] == at["Voice"][1]


def test_short_names_give_room_to_longer_ones() -> None:
    """A name longer than an even share stays on its line where other columns can spare the room."""
    name = "The joint report on harbors"
    points = [
        Point(label=who, value=at, shown="", source=f"{at}", shape="author", detail="2019")
        for at, who in ((0, name), (1, "Roe"))
    ]
    exhibit = stance_exhibit().model_copy(update={"points": tuple(points)})
    assert name in words(to_svg(exhibit, house_style(), 450))


def test_the_highest_stack_takes_the_width_that_makes_it_lowest() -> None:
    """Who is reported stands beside whom, not below, where a column of few has room to spare."""
    points = [
        Point(label="Roe", value=-1, shown="", source="a", shape="author", detail="2019"),
        *(
            Point(label=f"Some {who} (in the yearly report of the harbor)", value=1, shown="",
                  source=who, shape="voice", detail="2019")
            for who in ("captains", "pilots", "clerks")
        ),
    ]  # fmt: skip
    exhibit = stance_exhibit().model_copy(update={"points": tuple(points)})
    root = etree.fromstring(to_svg(exhibit, house_style(), 500))
    at = {one.text: float(one.get("y", 0)) for one in root.iter(f"{SVG}text")}
    assert at["Some clerks"] == at["in the yearly report of the harbor"]


def test_no_dot_has_a_stem() -> None:
    """A dot is a dot: a line to it would look like a range."""
    for width in (260, 500):
        svg = etree.fromstring(to_svg(stance_exhibit(), house_style(), width))
        lines = [one for one in svg.iter(f"{SVG}polyline") if one.get("stroke-width") == "1.5"]
        assert lines == []


def test_sums_stand_below_the_scale() -> None:
    """How many stand at each step is shown where the exhibit says so."""
    exhibit = stance_exhibit().model_copy(update={"totals": ("1", "2", "1", "3", "1")})
    assert words(to_svg(exhibit, house_style(), 300))[-5:] == ["1", "2", "1", "3", "1"]


def test_a_key_says_what_the_marks_are() -> None:
    """Above the names stand an author's mark and a voice's, where both kinds are in the chart."""
    labels = Labels(author="writer", voice="speaker")
    both = words(to_svg(stance_exhibit(9, 4), house_style(), 500, labels))
    assert (both.count("writer"), both.count("speaker")) == (1, 1)
    assert "writer" not in words(to_svg(stance_exhibit(9, 0), house_style(), 500, labels))


def test_author_and_voice_differ_in_shape() -> None:
    """An author is a filled dot, a voice an open diamond: told apart in grey."""
    root = etree.fromstring(to_svg(stance_exhibit(3, 2), house_style(), 360))
    assert {dot.get("fill") for dot in root.findall(f".//{SVG}circle")} == {"#12304f"}
    diamonds = root.findall(f".//{SVG}path")
    assert len(diamonds) == 2 + 1  # and the one of the key
    assert {diamond.get("fill") for diamond in diamonds} == {"#ffffff"}


def test_series_differ_in_shape_and_dash() -> None:
    """Lines are told apart without color."""
    svg = to_svg(series_exhibit(), house_style(), 260)
    assert "<circle" in svg
    assert "stroke-dasharray" in svg


def test_bars_are_as_long_as_their_values() -> None:
    """Lengths are in proportion."""
    root = etree.fromstring(to_svg(bars_exhibit(), house_style(), 260))
    first, second, third = (float(rect.get("width", "0")) for rect in root.iter(f"{SVG}rect"))
    assert first / second == pytest.approx(38.0 / 22.7, rel=0.01)
    assert first / third == pytest.approx(38.0 / 30.0, rel=0.01)


def test_a_few_points_are_bars() -> None:
    """A series of two or three is compared from zero; with a fourth it is a line."""
    whole = series_exhibit()
    points = [point for point in whole.points if point.series == "North shore"]
    for count, lines in ((2, 0), (3, 0), (4, 1)):
        exhibit = whole.model_copy(update={"points": tuple(points[:count])})
        svg = etree.fromstring(to_svg(exhibit, house_style(), 260))
        drawn = [one for one in svg.iter(f"{SVG}polyline") if one.get("stroke-width") == "1.5"]
        assert len(drawn) == lines
        assert len(list(svg.iter(f"{SVG}rect"))) >= (0 if lines else 2)


def test_rows_of_a_series_stand_as_far_apart_as_their_years() -> None:
    """Five years take half the room of ten; a gap too long for the chart has a dashed line."""
    points = [
        Point(label=f"{year}", value=year - 1990, shown=f"{year - 1990}", source=f"x#f{year}")
        for year in (2000, 2010, 2015)
    ]
    whole = series_exhibit().model_copy(update={"points": tuple(points)})
    svg = to_svg(whole, house_style(), 260)
    tops = [float(rect.get("y", "0")) for rect in etree.fromstring(svg).iter(f"{SVG}rect")]
    assert tops[1] - tops[0] == pytest.approx(2 * (tops[2] - tops[1]))
    assert "stroke-dasharray" not in svg
    last = points[2].model_copy(update={"label": "2011"})
    far = whole.model_copy(update={"points": (*points[:2], last)})
    assert "stroke-dasharray" in to_svg(far, house_style(), 260)


def test_a_bar_names_its_source() -> None:
    """Year and source stand at a bar's end, the year once."""
    point = Point(label="Trade", value=8, shown="$8", source="f", series="2000", detail="Zhao")
    exhibit = bars_exhibit().model_copy(update={"points": (point,)})
    assert words(to_svg(exhibit, house_style(), 260)) == ["2000, Zhao", "Trade", "$8"]


def test_negative_bars_go_left() -> None:
    """A fall is drawn to the other side of zero, with its number beside it."""
    points = tuple(
        Point(label=label, value=value, shown=f"{value}", source="x#f1")
        for label, value in (("up", 4.0), ("down", -2.0))
    )
    exhibit = bars_exhibit().model_copy(update={"points": points})
    up, down = etree.fromstring(to_svg(exhibit, house_style(), 260)).iter(f"{SVG}rect")
    assert float(down.get("x", "0")) < float(up.get("x", "0"))


def test_hostile_labels_stay_text() -> None:
    """A label with markup is escaped, one with a control character loses it."""
    points = (Point(label="<script>x</script>\x00 & {{ y }}", value=1, shown="1", source="x#f1"),)
    svg = to_svg(bars_exhibit().model_copy(update={"points": points}), house_style(), 500)
    assert "<script" not in svg
    assert "<script>x</script> & {{ y }}" in words(svg)


@pytest.mark.parametrize("points", [(), bars_exhibit().points[:1]], ids=["none", "one"])
@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.chart)
def test_few_points_are_drawn(exhibit: Exhibit, points: tuple[Point, ...]) -> None:
    """A chart with one point, or none, is still a drawing."""
    etree.fromstring(to_svg(exhibit.model_copy(update={"points": points}), house_style(), 200))


def test_long_labels_end_in_an_ellipsis() -> None:
    """A label wider than its room is broken, then cut where a reader can see it."""
    assert wrap("one two three four", 30, LABEL, lines=2)[-1].endswith("…")
    assert wrap("one", 30, LABEL) == ["one"]


def test_coordinates_are_written_alike_everywhere() -> None:
    """Two decimals at most, no negative zero."""
    assert [number(x) for x in (0.0, -0.0001, 1.0, -0.5, 2.345)] == ["0", "0", "1", "-0.5", "2.35"]


def test_png_is_the_same_twice() -> None:
    """The same drawing gives the same bytes."""
    svg = to_svg(bars_exhibit(), house_style(), 200)
    first = to_png(svg)
    assert first == to_png(svg)
    assert first.startswith(b"\x89PNG")


def test_no_value_stands_on_the_line_of_zero() -> None:
    """A small first value stands elsewhere: a line drawn across words fails the check."""
    values = (1.2, 3.2, 4.5, 5.2, 5.8, 6.1, 8.7, 8.2, 6, 4.3)
    points = [
        Point(label=str(2015 + n), value=value, shown=f"${value} billion", source="f", series="A")
        for n, value in enumerate(values)
    ]
    whole = series_exhibit().model_copy(update={"points": tuple(points)})
    plot = series(whole, house_style(), 228)
    ((_, base), _) = plot.grid[0].points
    assert len(plot.labels) == len(values)
    for label in plot.labels:
        _, top, _, bottom = _extent(label)
        assert not top < base < bottom, label.text


def test_a_name_that_is_cut_ends_on_a_word_that_names_something() -> None:
    """`Skeptics of the weight…`, and not `… the weight of the…`."""
    point = Point(
        label="Skeptics of the weight of the tie of the two powers (in Roe)",
        value=0,
        shown="",
        source="Roe",
        shape="voice",
        detail="2019",
    )
    cuts = [_Entry.of(point).broken(room)[0][-1] for room in range(40, 130, 5)]
    assert any(cut.endswith("…") for cut in cuts)
    assert not any(re.search(r" (?:of|the|who)…$", cut) for cut in cuts)

"""An institution's tokens: each mistake is one line with its place, before any page is set."""

from itertools import combinations

import pytest

from brief.errors import BriefError
from brief.model.colors import apart, rgb
from brief.writers.tokens import APART, laid_over, read
from tests.support.kitchen import STYLE

OURS = read((STYLE / "tokens.yaml").read_text("utf-8"), "tokens.yaml")


def wrong(text: str) -> list[str]:
    """Return what is said of a file, a line each."""
    with pytest.raises(BriefError) as caught:
        laid_over(OURS, text, "house/style/tokens.yaml")
    return str(caught.value).split("\n")


def test_single_tokens_take_the_place_of_ours() -> None:
    """What a file does not name stays as we ship it."""
    made = laid_over(OURS, 'color: {brand: "#3d1152"}\nsize: {title: 24pt}', "x")
    assert made["color"]["brand"] == "#3d1152"
    assert made["size"]["title"] == "24pt"
    assert made["color"]["ink"] == OURS["color"]["ink"]
    assert laid_over(OURS, "# nothing yet\n", "x") == OURS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("color: {brandd: '#000000'}", "1: error: no token color.brandd. Is it 'brand'? Known"),
        ("colour: {ink: '#000000'}", "1: error: no token colour. Is it 'color'? Known here: color"),
        ("\ncolor:\n  brand: red", "3: error: color.brand: 'red' is no color. Write it as"),
        ("color:\n  brand: #12304f", "2: error: color.brand: an empty value is no color."),
        ("color: {brand: '#12'}", "1: error: color.brand: '#12' is no color"),
        ("color: {brand: 123456}", "'123456' is no color"),
        ("color: '#12304f'", "color: holds names, each with a value. As in `color: {ink"),
        ("color: {brand: {x: 1}}", "color.brand: '{'x': 1}' is no color"),
        ("font: {serif: Georgia}", "font.serif: should be a list. As in `['Source Serif Pro'"),
        ("font: {serif: []}", "font.serif: should be a list"),
        ("font: {mono: [X]}", "no token font.mono. Known here: serif, sans"),
        ("size: {body: 10}", "size.body: '10' is no length in pt. Write a number with pt, as in"),
        ("size: {body: 12px}", "size.body: '12px' is no length in pt"),
        ("size: {note: 1pt}", "size.note: '1pt' leaves no page that can be read. Choose between"),
        ("page: {side: 2cm}", "page.side: '2cm' is no length in mm"),
        ("page: {side: 120mm}", "page.side: '120mm' leaves no page"),
        ("page: {gap: -4mm}", "page.gap: '-4mm' leaves no page"),
        ("break: {short: never}", "break.short: 'never' is unknown. Write avoid or auto."),
        ("chart: {colors: '#12304f'}", "chart.colors: should be a list"),
        ("chart: {colors: ['#12304f']}", "chart.colors: has 1 colors. A chart may need 4"),
        ("chart: {colors: [a, b, c, d]}", "chart.colors: 'a' is no color"),
        ("- a", "1: error: tokens are names with values"),
        ("color: {ink: '#cccccc'}", "color.ink: #cccccc and paper #ffffff have a contrast of 1.6."),
        ("color: {tint: '#222222'}", "color.tint: #222222 and ink"),
        ("color: {brand: '#ffee00'}", "Text needs 4.5: make brand darker or paper lighter."),
        (
            "chart: {colors: ['#d62728', '#2ca02c', '#101010', '#dddddd']}",
            "#d62728 and #2ca02c look alike to who tells red from green badly",
        ),
        ("color: {brand: '#111111'", "broken YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    """Unknown names, other kinds, what cannot be read and what cannot be told apart."""
    found = wrong(text)
    assert said in found[0]
    assert all(one.startswith("house/style/tokens.yaml:") for one in found)


def test_all_mistakes_are_named_at_once() -> None:
    """Two wrong tokens are two lines."""
    assert len(wrong("color: {brand: red}\nsize: {body: big}")) == 2


@pytest.mark.parametrize(
    ("one", "other"), list(combinations(OURS["chart"]["colors"], 2)), ids="-".join
)
def test_the_series_that_we_ship_are_apart_to_every_eye(one: str, other: str) -> None:
    """Also to an eye without cones for red or green."""
    assert apart(rgb(one), rgb(other)) >= APART


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("#000000", "#ffffff", False),
        ("#12304f", "#12304f", True),
        ("#d62728", "#2ca02c", True),
        ("#1f77b4", "#ff7f0e", False),
        ("#1b3a5a", "#c9d6e2", False),
    ],
)
def test_colors_that_an_eye_may_confuse(one: str, other: str, alike: bool) -> None:
    """Red and green of one lightness are, blue and orange, or a light and a dark blue are not."""
    assert (apart(rgb(one), rgb(other)) < APART) is alike

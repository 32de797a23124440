"""An institution's own CSS: what is wrong is told with its line in that file."""

import pytest

from brief.errors import BriefError
from brief.writers.own_css import check_css
from brief.writers.pdf import Rendered
from brief.writers.style import make_style
from tests.support.kitchen import STYLE, kitchen


def laid_out(css: str) -> Rendered:
    """Return the kitchen-sink brief laid out with rules of an institution's own."""
    files = {p.relative_to(STYLE).as_posix(): p.read_text() for p in STYLE.rglob("*.*")}
    return Rendered(kitchen(), make_style(files, {"brief.css": css}))


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("h1 { color: red", "brief.css:1: error: the { is not closed. Close it with a }."),
        ("h1 { color: red }\n}\n", "brief.css:2: error: a } closes nothing. Take it out."),
        ("\n\nh1 { font-family: Bodoni, serif }", ":3: error: there is no font 'Bodoni'. Put"),
        ("h1 { color: red }</STYLE><b>", "brief.css:1: error: '</style' ends no CSS."),
    ],
)
def test_what_no_rule_may_hold_is_told_before_any_page_is_set(css: str, said: str) -> None:
    """Braces that do not match, and fonts that are not there."""
    with pytest.raises(BriefError) as caught:
        check_css(css)
    assert said in str(caught.value)
    assert str(caught.value).startswith("templates/house/style/brief.css:")


@pytest.mark.parametrize(
    "css",
    [
        "",
        "/* a } here */ h1::before { content: '}{' }",
        "h1 { font-family: 'Source Serif Pro', var(--font-sans), serif }",
        "h1 { font-family: 'Harbor' }",
    ],
)
def test_rules_that_are_right_are_let_through(css: str) -> None:
    """A brace in a comment or a string is none; our fonts and the institution's own are known."""
    check_css(css, {"Harbor"})


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("\nh1 { colr: red }", 2),
        ("h1 { color: red }\n\nh2 { color: rod }", 3),
        ("h1 { margin: 0 }\nh2 >> b { color: red }", 2),
        ("h1 { color red }", 1),
        ("h1 { background: url(logo.png) }", 1),
    ],
)
def test_what_the_layout_complains_of_is_one_line_with_its_place(css: str, line: int) -> None:
    """An unknown property or value, a selector, a picture outside: the line is that of the file."""
    with pytest.raises(BriefError) as caught:
        laid_out(css)
    said = str(caught.value)
    assert said.startswith(f"templates/house/style/brief.css:{line}: error: ")
    assert said.endswith("[style-css]")
    assert "\n" not in said

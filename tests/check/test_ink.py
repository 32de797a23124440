"""Words that a page does not show as they stand: each way that a style sheet can hide is named."""

import pytest

from brief.check.ink import unseen
from brief.model.brief import Heading, Paragraph, Strong, Text
from brief.writers.pdf import Rendered
from tests.check.faithful import faithful
from tests.support.kitchen import house_style, kitchen_pdf, stance_exhibit


def seen(rule: str) -> list[str]:
    """Return what is said of a brief that is set with one more rule."""
    style = house_style()
    own = type(style)(style.tokens, f"{style.css}\n{rule}", style.charts)
    heading = Heading(id="h", level=2, children=(Text(text="Tolls"),))
    words = (Strong(children=(Text(text="Nine ships"),)), Text(text=" wait off the quay. " * 9))
    more = (heading, *(Paragraph(id=f"p{n}", children=words) for n in (1, 2)))
    brief = faithful().model_copy(update={"blocks": (*faithful().blocks, *more)})
    return [str(one) for one in unseen(Rendered(brief, own).pdf(), "strait.pdf")]


RULES = [
    ("strong { font-size: 0.1pt }", "is not seen"),
    ("strong { font-size: 2pt }", "is too small"),
    ("p.text { color: rgba(0, 0, 0, 0.01) }", "is not seen"),
    (".callout { opacity: 0.02 }", "is not seen"),
    ("p.text { position: relative; left: -900pt }", "is cut off"),
    ("p.text { white-space: nowrap }", "is cut off"),
    (".callout { height: 9pt; overflow: hidden }", "is cut off"),
    (".callout { transform: scaleX(-1) }", "is turned, mirrored"),
    (".callout { transform: rotate(180deg) }", "is turned, mirrored"),
    (".callout { transform: scaleX(0.4) }", "squeezed"),
    ("figure svg { transform: scaleY(-1) }", "a drawing is mirrored"),
    ("strong { text-decoration: line-through }", "drawn across"),
    ("strong { background: linear-gradient(#fff 45%, #000 45%, #000 60%, #fff 60%) }", "across"),
    ("p.text { margin-top: -13pt }", "over other words"),
    ("p.text { line-height: 0.1 }", "over other words"),
    (
        "data { position: relative } data::after { content: ''; position: absolute; left: 0;"
        " top: 0; width: 50%; height: 100%; background: #fff }",
        "is not seen",
    ),
]


@pytest.mark.parametrize(("rule", "words"), RULES)
def test_a_rule_that_hides_words_is_named_with_its_page(rule, words):
    """Covered, pale, tiny, cut off, turned, struck through, overprinted: a line with the words."""
    assert any("strait.pdf, page" in line and words in line for line in seen(rule)), seen(rule)


LOOKS = [
    "",
    "h2 { background: #123456; color: #fff; padding: 4pt }",
    "strong { background: #ffe; border-radius: 2pt; border: 0.3pt solid #777; padding: 1pt 2pt }",
    "h2 { background: linear-gradient(90deg, #102030, #304050); color: #fff }",
    "p.text { text-align: justify; letter-spacing: 0.02em; line-height: 1.1 }",
    "strong { text-decoration: underline; font-variant-caps: small-caps }",
    "p.text { border-left: 3pt solid #900; padding-left: 4pt; font-style: italic }",
]


@pytest.mark.parametrize("rule", LOOKS)
def test_a_look_of_ones_own_raises_no_alarm(rule):
    """Grounds, frames, underlines and tight lines hide nothing."""
    assert seen(rule) == []


@pytest.mark.parametrize(
    ("paper", "language"), [("A4", "en-GB"), ("Letter", "en-US"), ("A4", "ja")]
)
def test_no_script_raises_an_alarm(paper, language):
    """Letters that stand above and below others, or join them, are seen as they are."""
    assert list(unseen(kitchen_pdf(paper, language), "kitchen.pdf")) == []


@pytest.mark.parametrize("voices", [0, 4])
def test_the_chart_of_stances_leaves_its_title_alone(voices):
    """With a key beside the title, and without one where all marks are of authors."""
    first = faithful().blocks[0]
    brief = faithful().model_copy(update={"blocks": (first, stance_exhibit(voices=voices))})
    data = Rendered(brief, house_style()).pdf()
    assert list(unseen(data, "strait.pdf")) == []

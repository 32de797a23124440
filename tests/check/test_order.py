"""Words that a style sheet moves: the text of the file is whole, and the page says another."""

from functools import cache

import pytest

from brief.check.order import misplaced
from brief.check.pdf_text import open_pdf, read_tagged
from brief.writers.pdf import Rendered
from tests.check.faithful import faithful
from tests.support.kitchen import house_style, kitchen_pdf


def moved(data: bytes) -> list[str]:
    with open_pdf(data) as pdf:
        return [str(one) for one in misplaced(read_tagged(pdf), "strait.pdf")]


@cache
def ruled(rule: str) -> list[str]:
    """Return what is said of a brief that is set with one more rule."""
    style = house_style()
    own = type(style)(style.tokens, f"{style.css}\n{rule}", style.charts)
    return moved(Rendered(faithful(), own).pdf())


RULES = [
    "td:last-child { transform: translateY(20pt) }",
    "td data { position: relative; top: 30pt }",
    "td data { position: relative; left: -60pt }",
    ".table { direction: rtl }",
    ".key-judgements li:nth-child(1) .aside { position: relative; top: 60pt }",
    "h1 { position: relative; top: 200pt }",
    ".aside { transform: translateY(-30pt) }",
]


@pytest.mark.parametrize("rule", RULES)
def test_words_that_a_rule_moves_are_named_with_their_page(rule):
    """Values moved to another row or head, a count to another judgment, a title below its text."""
    (line,) = ruled(rule)
    assert "strait.pdf, page 1: error: " in line
    assert "is not drawn where it is read" in line


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "td { vertical-align: middle }",
        "td { vertical-align: bottom }",
        "h1 { text-align: right }",
        ".columns { columns: 1 }",
        ".list li { margin-left: 20pt }",
        ".meta { float: right }",
    ],
)
def test_a_look_of_ones_own_moves_nothing(rule):
    """Other columns, edges and alignments are read in their order."""
    assert ruled(rule) == []


@pytest.mark.parametrize(
    ("paper", "language"), [("A4", "en-GB"), ("Letter", "en-US"), ("A4", "ja")]
)
def test_columns_margins_and_tables_are_read_in_order(paper, language):
    """All that a brief can hold, over pages and columns."""
    assert moved(kitchen_pdf(paper, language)) == []

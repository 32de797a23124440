"""The HTML page says what the brief says, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from brief.model.brief import (
    Brief,
    Callout,
    Cell,
    Cite,
    Emphasis,
    Foreign,
    Heading,
    Item,
    Link,
    ListBlock,
    Strong,
    Text,
)
from brief.model.plain import brief_text, heading_levels
from brief.writers.html import to_html
from brief.writers.inlines import blocks_text, inlines_html
from tests.support.kitchen import house_style, kitchen, paragraph, table, text


def test_page_says_what_the_brief_says() -> None:
    """The texts read back from the page are those of the brief, unit by unit, in order."""
    brief = kitchen()
    assert blocks_text(to_html(brief, house_style())) == brief_text(brief)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
INLINES = st.lists(
    st.one_of(
        st.builds(Text, text=WORDS),
        st.builds(lambda words: Strong(children=text(words)), WORDS),
        st.builds(lambda words: Emphasis(children=text(words)), WORDS),
        st.builds(Foreign, lang=st.sampled_from(["ru", "zh-Hans", "ja"]), text=WORDS),
        st.builds(lambda words: Link(href="https://x.org/?a&b", children=text(words)), WORDS),
        st.builds(Cite, note=st.integers(1, 4)),
    ),
    max_size=6,
).map(tuple)


@given(INLINES)
def test_any_words_come_back_from_the_page(inlines: tuple[Text, ...]) -> None:
    """Whatever characters a text holds, markup and controls too, the page says the same."""
    brief = kitchen().model_copy(update={"blocks": (paragraph("p", *inlines),)})
    assert blocks_text(to_html(brief, house_style())) == brief_text(brief)


def test_hostile_text_stays_text() -> None:
    """A script in a seed is shown, never run."""
    page = to_html(kitchen(), house_style())
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page


def test_labels_cannot_end_the_style_sheet() -> None:
    """A running head with quotes, braces and tags cannot break out of its CSS string."""
    labels = kitchen().labels.model_copy(update={"footer": '"} </style><b>x</b> \\ {'})
    page = to_html(kitchen().model_copy(update={"labels": labels}), house_style())
    sheet = page[page.index("<style>") : page.index("</style>")]
    rule = next(line for line in sheet.splitlines() if "@bottom-left { content" in line)
    assert "\\22 \\7d  \\3c " in rule
    assert page.count("</style>") == 1


def test_links_lead_to_the_web_only() -> None:
    """An address that is not of the web or of mail is shown as words, without a link."""
    bad = Link(href="javascript:alert(1)", children=text("click"))
    assert inlines_html((bad,), set()) == "click"
    good = Link(href="https://x.org/?a=1&b=2", children=text("click"))
    assert inlines_html((good,), set()) == '<a href="https://x.org/?a=1&amp;b=2">click</a>'


def test_a_link_holds_text_only() -> None:
    """PDF/UA: no element stands inside a link."""
    page = to_html(kitchen(), house_style())
    assert all("<" not in words for words in re.findall(r"<a [^>]*>(.*?)</a>", page))


def test_neighboring_note_marks_are_told_apart() -> None:
    """Two notes in a row have a comma between them, which is no text of the brief."""
    html = inlines_html((Cite(note=1), Cite(note=2)), set())
    assert '<sup class="sep">\u2060,</sup>' in html


def test_a_space_before_an_element_goes_inside_it() -> None:
    """A lone space between two elements would not be drawn, so words would run together."""
    strong, nested = Strong(children=text("a")), Emphasis(children=(Strong(children=text("b")),))
    html = inlines_html((*text("x "), strong, Text(text=" "), nested), set())
    assert html == "x<strong> a</strong><em><strong> b</strong></em>"


def test_each_note_links_back_to_its_first_mark() -> None:
    """A note cited twice has one anchor in the text, and its number leads there."""
    page = to_html(kitchen(), house_style())
    for number in range(1, 5):
        assert page.count(f'id="cite-{number}"') == 1
        assert page.count(f'href="#cite-{number}"') == 1


def test_heading_levels_never_skip() -> None:
    """Levels begin at 2, below the title, and never jump; equals stay equal."""
    levels = (2, 4, 4, 3, 2)
    headings = tuple(
        Heading(id=f"h{n}", level=n_, children=text("x")) for n, n_ in enumerate(levels)
    )
    brief = kitchen().model_copy(update={"blocks": headings})
    assert list(heading_levels(brief).values()) == [2, 3, 3, 3, 2]
    page = to_html(brief, house_style())
    assert re.findall(r"<h(\d)", page)[:6] == ["1", "2", "3", "3", "3", "2"]


def test_broad_tables_span_both_columns() -> None:
    """A table with more than four columns is set across the page, others in one column."""
    page = to_html(kitchen(), house_style())
    assert 'class="table-box short column"' in page
    narrow = table()
    extra = narrow.columns[1:2]
    rows = tuple((*row, Cell(id=f"x{n}", children=text("9"))) for n, row in enumerate(narrow.rows))
    broad = narrow.model_copy(update={"columns": (*narrow.columns, *extra), "rows": rows})
    page = to_html(kitchen().model_copy(update={"blocks": (broad,)}), house_style())
    assert 'class="table-box short span"' in page


def test_without_margin_notes_the_text_takes_the_page() -> None:
    """The margin column is there only where a margin note is."""

    def body_class(brief: Brief) -> str:
        return re.findall(r'<body class="(\w+)"', to_html(brief, house_style()))[0]

    note = Callout(id="m", role="margin", blocks=(paragraph("p", *text("x")),))
    with_note = kitchen().model_copy(update={"blocks": (note,)})
    assert body_class(with_note) == "margins"
    one = with_note.layout.model_copy(update={"pages": 1})
    assert body_class(with_note.model_copy(update={"layout": one})) == "single"
    assert body_class(kitchen().model_copy(update={"blocks": ()})) == "plain"


def test_a_number_stays_with_its_unit() -> None:
    """No line parts an amount from its unit, or a sign from its number; a comma ends an amount."""
    html = inlines_html(
        text("In 2014 some 37 percent, $240 billion (para. 9), of S-400 sets; in 1999, all."), set()
    )
    kept = re.findall(r'<span class="whole">([^<]*)</span>', html)
    assert kept == ["2014 some", "37 percent", "$240 billion", "para. 9"]


def test_a_question_has_lines_of_its_own() -> None:
    """The question that an item of such a list begins with is set apart from what answers it."""
    asked = (Strong(children=text("Is it so?")), *text(" No source speaks to it."))
    for role, apart in (("questions", True), ("", False)):
        block = ListBlock(id="q", role=role, items=(Item(id="q1", children=asked),))
        page = to_html(kitchen().model_copy(update={"blocks": (block,)}), house_style())
        assert ('<strong class="asked"' in page) is apart

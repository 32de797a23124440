"""The HTML page says what the brief says, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st
from kitchen import house_style, kitchen, paragraph, table, text

from brief.model.brief import Brief, Callout, Cite, Emphasis, Foreign, Heading, Link, Strong, Text
from brief.model.plain import brief_text, heading_levels
from brief.writers.html import to_html
from brief.writers.inlines import blocks_text, inlines_html


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
    assert '<sup class="sep">,</sup>' in html


def test_a_lone_space_goes_inside_the_element_before() -> None:
    """A space between two elements would not be drawn, so words would run together."""
    html = inlines_html(
        (Strong(children=text("a")), Text(text=" "), Strong(children=text("b"))), set()
    )
    assert html == "<strong>a </strong><strong>b</strong>"


def test_each_note_links_back_to_its_first_mark() -> None:
    """A note cited twice has one anchor in the text, and its number leads there."""
    page = to_html(kitchen(), house_style())
    for number in range(1, 5):
        assert page.count(f'id="cite-{number}"') == 1
        assert page.count(f'href="#cite-{number}"') == 1


def test_heading_levels_never_skip() -> None:
    """Levels begin at 2, below the title, and never jump, whatever the brief asks for."""
    headings = tuple(
        Heading(id=f"h{n}", level=level, children=text("x"))
        for n, level in enumerate((2, 4, 4, 3, 2))
    )
    brief = kitchen().model_copy(update={"blocks": headings})
    assert list(heading_levels(brief).values()) == [2, 3, 3, 3, 2]
    assert re.findall(r"<h(\d)", to_html(brief, house_style()))[:6] == [
        "1",
        "2",
        "3",
        "4",
        "4",
        "2",
    ]


def test_decimal_cells_line_up() -> None:
    """In a decimal column, what is right of the units' digit and the padding sum to one width."""
    page = to_html(kitchen(), house_style())
    pads = [float(pad) for pad in re.findall(r"padding-right:([\d.]+)em", page)]
    assert len(pads) == 4
    assert len(set(pads)) == 4
    assert pads[3] == max(pads), "1,204 ends at its units"


def test_wide_tables_use_the_margin_column() -> None:
    """A table with more than three columns is set across both columns of the page."""
    brief = kitchen().model_copy(update={"blocks": (table(),)})
    assert 'class="table short wide"' in to_html(brief, house_style())


def test_without_margin_notes_the_text_takes_the_page() -> None:
    """The margin column is there only where a margin note is."""

    def body_class(brief: Brief) -> str:
        return re.findall(r'<body class="(\w+)"', to_html(brief, house_style()))[0]

    note = Callout(id="m", role="margin", blocks=(paragraph("p", *text("x")),))
    assert body_class(kitchen().model_copy(update={"blocks": (note,)})) == "margins"
    assert body_class(kitchen().model_copy(update={"blocks": ()})) == "plain"

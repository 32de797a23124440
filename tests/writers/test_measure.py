"""Tables are measured before layout: amounts stay whole, units align, no word breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.model.brief import Cell, Column, Table
from brief.writers import fonts
from brief.writers.measure import (
    GAP,
    SIZE,
    balanced,
    best_columns,
    column_widths,
    decimal_pads,
    needs_page,
    title_style,
)
from tests.support.kitchen import table, text


def make(rows: list[tuple[str, str]]) -> Table:
    """Return a table of a word and an amount a row."""
    return Table(
        id="t",
        caption=text("c"),
        columns=(Column(title=text("Measure")), Column(title=text("Value"), align="decimal")),
        rows=tuple(
            (Cell(id=f"a{n}", children=text(word)), Cell(id=f"b{n}", children=text(amount)))
            for n, (word, amount) in enumerate(rows)
        ),
    )


def test_amounts_of_a_unit_stand_in_line() -> None:
    """What follows the units' digit and the padding sum to one width among rows of one unit.

    Of a range or a change the digit is that of its end. Amounts of other units end at the edge.
    """
    amounts = ["$8 billion", "$146.8 billion", "17.5%", "25–30%", "from 40% to 25–30%", "down 3%"]
    pads = decimal_pads(make([("x", amount) for amount in amounts]))
    fraction = fonts.text_width(".8 billion") - fonts.text_width(" billion")
    assert pads["b0"] - pads["b1"] == pytest.approx(fraction)
    half = fonts.text_width(".5%") - fonts.text_width("%")
    assert [pads[f"b{n}"] - pads["b2"] for n in (3, 4, 5)] == pytest.approx([half] * 3)
    assert min(pads.values()) == pads["b1"] == pads["b2"]


def test_a_cell_wider_than_its_column_breaks_and_leaves_the_others_in_line() -> None:
    """Words that a person typed after an amount are not printed over the next column."""
    typed = "US$3.5 billion and, as one may add, a good deal more than that by every later count"
    made = make([("x", "1,204"), ("x", typed), ("x", "17.5")])
    widths = column_widths(made, 240)
    assert set(decimal_pads(made)) == {"b0", "b1", "b2"}
    short = decimal_pads(make([("x", "1,204"), ("x", "17.5")]))
    assert decimal_pads(made, widths) == {"b0": short["b0"], "b2": short["b1"]}


def test_numbers_stand_in_line_where_no_row_gets_higher() -> None:
    """A column of amounts gives up its line rather than make a row of names break."""
    name = "Freight that went between the two ports of the gulf in one year"
    rows = [(name, "from 40 to about 25 tonnes"), (name, "9.125 tonnes")]
    table = make(rows)
    names = fonts.text_width(name) * SIZE / 0.95 + GAP
    amounts = max(fonts.text_width(amount) for _, amount in rows) * SIZE + GAP
    pads = decimal_pads(table)
    line = max(fonts.text_width(amount) + pads[f"b{n}"] for n, (_, amount) in enumerate(rows))
    tight = names + amounts + 1
    assert column_widths(table, tight)[0] >= names
    loose = names + line * SIZE + GAP + 1
    assert loose > tight + 5
    assert column_widths(table, loose)[1] == pytest.approx(line * SIZE + GAP)


def test_a_column_of_long_names_takes_room_from_others() -> None:
    """Rows are as low as the room allows: widths follow what the cells hold, not weights alone."""
    names = [
        ("Trade", "“The long story of two neighboring ports and their quarrels”"),
        ("Oil", "Roe"),
    ]
    rows = tuple(
        (Cell(id=f"a{n}", children=text(one)), Cell(id=f"b{n}", children=text(two)))
        for n, (one, two) in enumerate(names)
    )
    columns = (Column(title=text("Measure"), width=3), Column(title=text("Source")))
    whole = Table(id="t", caption=text("c"), columns=columns, rows=rows)
    first, second = column_widths(whole, 240)
    assert second > 240 / 4 + 20
    assert first + second == pytest.approx(240)


def test_a_crowded_table_has_the_page() -> None:
    """A table whose cells wrap again and again in a column is set across the page."""
    calm, crowded = [("Trade", "1")] * 20, [("Trade by land and by sea in all goods", "1")] * 20
    assert not needs_page(make(calm), 120)
    assert needs_page(make(crowded), 120)
    assert not needs_page(make(crowded), 400)


def test_two_rows_of_many_lines_have_the_page_as_well() -> None:
    """A short table stands in a column, unless its rows get higher than one reads at a glance."""
    said = "Patrol boats that the northern port ordered from yards of the south, by its own account"
    assert needs_page(make([(f"{said} and by that of the south", "36 patrol boats")] * 2), 150)
    assert not needs_page(make([("Patrol boats on order", "36 patrol boats")] * 2), 150)


def test_a_word_longer_than_its_column_takes_the_page() -> None:
    """The name of a site is not printed beyond its column."""
    assert needs_page(make([("thenorthernharborandshippingreview.example", "36")]), 150)


WORDS = st.text("abcdefgh ,.%$0123456789", max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=6), st.floats(150, 500))
def test_columns_fill_the_room(rows: list[tuple[str, str]], room: float) -> None:
    """Whatever the table holds, its columns are as wide together as the room."""
    widths = column_widths(make(rows), room)
    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 0


def test_amounts_stay_on_one_line() -> None:
    """The column of amounts is as wide as its longest entry."""
    made = make([("Freight", "about 9.25 million t")])
    assert column_widths(made, 244)[1] >= fonts.text_width("about 9.25 million t") * SIZE + GAP


def test_a_long_amount_stays_in_its_column() -> None:
    """Words before a number and a long unit after it may take nearly half of the table."""
    words = "more than 4,200 kilometers"
    made = make([("Border", words), ("Share", "more than 37%")])
    assert column_widths(made, 244)[1] >= fonts.text_width(words) * SIZE + GAP


def test_long_words_keep_whole() -> None:
    """A narrow column takes from the others what its longest word needs."""
    words = "Internationalization"
    columns = (Column(title=text("A"), width=9), Column(title=text("B"), width=1))
    rows = ((Cell(id="1", children=text("x y z")), Cell(id="2", children=text(words))),)
    made = Table(id="t", caption=text("c"), columns=columns, rows=rows)
    assert column_widths(made, 200)[1] >= fonts.text_width(words) * SIZE


def test_shipped_table_fits_a_column() -> None:
    """Four columns with amounts in words fit half of A4."""
    assert sum(column_widths(table(7), 244)) == pytest.approx(244)


def test_short_notes_take_more_columns() -> None:
    """Thirty short notes stand in five columns, thirty long ones in two."""
    short, long = text("Brandt, para. 3."), text("word " * 60)
    assert best_columns([short] * 30, 7, 505, 14) == 5
    assert best_columns([long] * 30, 7, 505, 14) == 2
    assert best_columns([], 7, 505, 14) == 2


def test_whole_entries_decide_how_many_columns() -> None:
    """Three entries of six lines fill three columns, of which four would leave one empty."""
    entry = text("word " * 40)
    assert best_columns([entry] * 3, 7, 505, 14) == 3


def test_no_row_of_three_lines_where_two_will_do() -> None:
    """A long period takes room from names that stand on two lines as well."""
    cells = [
        ("Port fees of the two", "2019", "Brandt"),
        ("Exports of the northern port to the southern", "second quarter of 2024", "Castellanos"),
    ]
    rows = tuple(
        tuple(Cell(id=f"{at}{n}", children=text(words)) for at, words in enumerate(row))
        for n, row in enumerate(cells)
    )
    columns = tuple(Column(title=text(name)) for name in ("Measure", "Period", "Source"))
    widths = column_widths(Table(id="t", caption=text("c"), columns=columns, rows=rows), 190)
    needs = (fonts.text_width(words) * SIZE for words in cells[1])
    assert all(need <= 2 * (wide - GAP) for need, wide in zip(needs, widths, strict=True))


def test_titles_do_not_end_in_one_word() -> None:
    """A short title is left alone, one a word too long is set smaller, a long one balanced."""
    assert title_style("Ports", 20, 505) == ""
    assert title_style(
        "More sources doubt an alliance of the two ports than see one", 20, 505
    ).startswith("font-size:1")
    assert title_style("Two ports " * 9, 20, 505).startswith("max-width:")


def test_headings_have_lines_of_like_length() -> None:
    """A heading a word too long for one line is broken in its middle, not before its last word."""
    words = "Do energy and the Far East give Japan a stake that it can use?"
    free = balanced(words, 9.6, 240, "serif")
    width = 240 - float(free.removeprefix("padding-right:").removesuffix("pt"))
    whole = fonts.text_width(words, "serif", bold=True) * 9.6
    assert whole / 2 < width < whole * 0.62
    assert balanced("What Tokyo asks", 12, 240) == ""


@given(st.text("abcdefghij ", max_size=120), st.floats(60, 300))
def test_balancing_a_heading_adds_no_line(words: str, room: float) -> None:
    """Whatever a heading says, it keeps room for its longest word and takes no more lines."""
    style = balanced(words, 10, room)
    width = room - float(style.removeprefix("padding-right:").removesuffix("pt") or 0)
    longest = max((fonts.text_width(word, bold=True) * 10 for word in words.split()), default=0)
    assert width >= min(longest, room) - 0.5
    assert len(lines(words, width + 0.5)) <= len(lines(words, room))


def lines(words: str, room: float) -> list[str]:
    """Return words broken into lines of bold ten-point text."""
    made = [""]
    for word in words.split():
        longer = f"{made[-1]} {word}".strip()
        fits = fonts.text_width(longer, bold=True) * 10 * 1.02 <= room
        made = [*made[:-1], longer] if fits or not made[-1] else [*made, word]
    return made

"""Rules of the figures engine that hold for any text."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief.engines.rules.figures import FoundFigure, find_figures
from tests.support.pace import yardsticks

WORDS = st.sampled_from(
    [
        "about",
        "over",
        "from",
        "to",
        "by",
        "between",
        "and",
        "of",
        "the",
        "5",
        "1,200",
        "90bn",
        "2015",
        "$",
        "€",
        "%",
        "million",
        "billion",
        "half",
        "one",
        "two",
        "twenty",
        "-",
        "–",
        "(",
        ")",
        ".",
        ",",
        "km",
        "years",
        "rose",
        "fell",
        "5G",
        "S-400",
        "people",
        "a",
        "per",
        "in",
        "[12]",
        "3/4",
        "9/11",
        "£5m",
        "10:30",
    ]
)
PROSE = st.lists(WORDS, max_size=30).flatmap(
    lambda parts: st.lists(
        st.sampled_from([" ", "", "\n"]), min_size=len(parts), max_size=len(parts)
    ).map(lambda gaps: "".join(p + g for p, g in zip(parts, gaps, strict=True)))
)


def only(text: str) -> FoundFigure:
    """Return the one figure of `text`."""
    figures = find_figures(text)
    assert len(figures) == 1, figures
    return figures[0]


@given(st.one_of(st.text(max_size=200), PROSE))
@example("１２３％ ½ ٣٤ km")
@example("$-5 --5 -–5% 1.2.3.4 1,2,3,4,5")
def test_any_text_is_read_and_spans_are_exact(text: str) -> None:
    """Any text is read without failure; spans are in order, in the text, and hold a number."""
    last = 0
    for figure in find_figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.start >= last
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
        ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
        assert all(map(math.isfinite, ends))
        assert figure.change in {"=", "~", "up", "down", ">", "<"}
        assert figure.kind in {"fact", "target", "forecast"}
        assert figure.measure in text
        assert figure.period in text
        last = figure.end


@given(st.text(alphabet="αβγ漢字🙂é \u00a0", max_size=20))
def test_offsets_survive_any_unicode_before(prefix: str) -> None:
    """Characters before a figure shift its span and change nothing else."""
    text = f"{prefix} Exports rose by 12.5 million tonnes."
    figure = only(text)
    assert text[figure.start : figure.end] == "12.5 million tonnes"
    assert (figure.value, figure.unit, figure.change) == (12.5e6, "tonne", "up")


AMOUNTS = st.integers(2, 999)
SCALES = st.sampled_from([("m", "million", 1e6), ("bn", "billion", 1e9), ("tn", "trillion", 1e12)])


@given(AMOUNTS, SCALES)
def test_money_survives_rewriting(amount: int, scale: tuple[str, str, float]) -> None:
    """One sum of dollars reads the same however it is written."""
    short, name, factor = scale
    forms = [
        f"${amount}{short}",
        f"${amount} {name}",
        f"US${amount}{short}",
        f"US$ {amount} {name}",
        f"USD {amount}{short}",
        f"USD {amount} {name}",
        f"{amount} {name} dollars",
        f"{amount}{short} dollars",
        f"{amount} {name} U.S. dollars",
        f"${amount}-{name}",
    ]
    for form in forms:
        figure = only(f"The line cost {form} in all.")
        assert figure.value == pytest.approx(amount * factor), form
        assert figure.unit == "USD", form


@given(st.integers(0, 999_999))
def test_digits_and_thousands_marks_agree(number: int) -> None:
    """'13000', '13,000' and '13 000' workers are the same count."""
    forms = {f"{number:,}", f"{number:,}".replace(",", "\u00a0")}
    forms |= set() if 1500 <= number <= 2100 else {str(number)}
    for form in forms:
        figure = only(f"They hired {form} workers.")
        assert (figure.value, figure.unit) == (number, "worker"), form


@given(st.integers(2, 98), st.integers(1, 50))
def test_ranges_survive_rewriting(low: int, step: int) -> None:
    """A range is the same with a dash, with 'to' and with 'between ... and'."""
    high = low + step
    for form in (
        f"{low}-{high}%",
        f"{low}–{high}%",
        f"{low} to {high} percent",
        f"{low}% to {high}%",
    ):
        figure = only(f"The share was {form} there.")
        assert figure.value == (low, high), form
        assert figure.unit == "%", form
    assert only(f"The share was between {low} and {high} percent.").value == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The 5G, 4K and 3D market for the iPhone 12.",
        "S-400, Su-35, F-16, T-90 and DF-21D systems.",
        "The G20, G7, BRICS+ and P5+1 met after 9/11.",
        "COVID-19 and H1N1 in the 1990s, '90s and mid-2000s.",
        "On 4 May 2015, May 5, 2016 and the 21st of June 1999.",
        "At 10:30, 5 p.m. and 10am in 2014-15.",
        "See Article 5, Chapter VII, p. 12, pages 3-5, No. 7 and § 8.",
        "An alliance.[16] The trade,4 and others.12",
        "(1) peace, (2) trade\n3. security",
        "Two-way trade with one of the third countries, one another and no one.",
        "The Group of Seven and the Group of 77.",
        "Visit https://example.org/2015/10 or call +86 10 6512 3456.",
        "They won 3-1 and lost 0-2 in version 2.0.1.",
        "Several hundred, a few thousand and dozens of reasons.",
    ],
)
def test_names_dates_and_marks_are_no_figures(text: str) -> None:
    """Names, codes, dates, ordinals, notes, scores and vague amounts yield no figure."""
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("about 5 tons", "~"),
        ("nearly 5 tons", "~"),
        ("5 tons or so", "~"),
        ("more than 5 tons", ">"),
        ("no less than 5 tons", ">"),
        ("5 tons or more", ">"),
        ("up to 5 tons", "<"),
        ("fewer than 5 tons", "<"),
        ("rose by about 5 tons", "up"),
        ("a 5-ton increase", "up"),
        ("fell 5 tons", "down"),
        ("was reduced to about 5 tons", "~"),
        ("from 5 tons", "="),
    ],
)
def test_change_signs(text: str, change: str) -> None:
    """Each hedge and word of change has its sign; 'to about' is a hedge, 'by about' a change."""
    assert only(f"The load {text}").change == change


@pytest.mark.parametrize("hedge", ["", "about ", "over "])
def test_the_start_of_a_change_has_the_scale_of_its_end(hedge):
    """From 8 to (about) 146.8 billion dollars: the first is exactly 8 billion dollars."""
    first, second = find_figures(f"Trade rose from 8 to {hedge}146.8 billion dollars in 2021.")
    assert (first.value, first.unit, first.change) == (8e9, "USD", "=")
    assert (second.value, second.unit) == (146.8e9, "USD")


def test_a_trend_is_two_figures_with_their_years() -> None:
    """'From A in one year to B in another' gives a start and a risen end, each with its year."""
    first, second = find_figures("Trade grew from US$8 billion in 2000 to US$140 billion in 2021.")
    assert (first.value, first.change, first.year) == (8e9, "=", 2000)
    assert (second.value, second.change, second.year) == (140e9, "up", 2021)


def test_year_of_the_text_dates_last_year() -> None:
    """'Last year' is dated by the year of the text, and left open without it."""
    text = "Exports fell 4% last year."
    assert find_figures(text)[0].year is None
    assert find_figures(text, year=2019)[0].year == 2018


@pytest.mark.parametrize("level", ["an average of 5", "a record of 5"])
def test_a_count_of_none_beside_a_level_is_read(level: str) -> None:
    """Nothing is so many times none: such a sentence once stopped the reading of its source."""
    found = find_figures(f"There were 0 storms in May, against {level}.")
    assert [one.value for one in found][:1] == [0]


def test_kind_tells_facts_targets_and_forecasts() -> None:
    """Words of aim make a target, words of the future a forecast, else it is a fact."""
    assert only("The target is 100 billion dollars.").kind == "target"
    assert only("Output is expected to reach 5 million tonnes.").kind == "forecast"
    assert only("Output reached 5 million tonnes.").kind == "fact"


def test_measure_is_the_subject_or_the_object_of_of() -> None:
    """The measure is the noun before the verb, after 'of', or the counted noun."""
    assert only("Bilateral trade stalled at 90 billion dollars.").measure == "Bilateral trade"
    assert only("It buys 40% of total arms exports.").measure == "total arms exports"
    assert only("They met three Baltic states.").measure == "Baltic states"


def test_words_keep_case_of_units() -> None:
    """'MW' is a megawatt and 'Nm' a newton metre, while 'nm' is a nanometre."""
    assert only("It makes 300 MW.").unit == "megawatt"
    assert only("It makes 300 Nm.").unit == "newton metre"
    assert only("It is 300 nm thick.").unit == "nanometre"


@pytest.mark.parametrize(
    "unit",
    ["1", "1,", "1 ", " ", "1% ", "one ", "half a ", "from 1 to ", "$", "in 2015 ", "1.", "-"],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    """Eight times the text takes nowhere near eight squared times as long."""
    short = yardsticks(lambda: find_figures(unit * 200), limit=0, tries=3)
    limit = 40 * max(short, 0.05)
    assert yardsticks(lambda: find_figures(unit * 1600), limit) <= limit


@pytest.mark.parametrize("unit", ["last year ", "in 2015 "])
def test_times_without_end_before_a_verb_are_read(unit: str) -> None:
    """However many words say when, the subject before them is looked for no deeper."""
    assert [one.value for one in find_figures(f"Exports {unit * 2000}were 5%.")] == [5]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Bilateral trade hit a record high of $240 billion.", ["Bilateral trade"]),
        ("Military spending, at 6.3% of GDP, is high.", ["Military spending"]),
        ("Exports reached 58% in 2018, down from 76% in 2013.", ["Exports", "Exports"]),
        ("Trade was $146 billion (RMB 947 billion), up 26 percent year on year.", ["Trade"] * 3),
        ("Exports reached 58%. Then came 76%.", ["Exports", ""]),
    ],
)
def test_a_measure_says_of_what(text: str, measures: list[str]) -> None:
    """A noun that only says how much gives way to the subject; what is compared shares it."""
    assert [figure.measure for figure in find_figures(text)] == measures


@pytest.mark.parametrize(
    ("text", "years", "periods"),
    [
        (
            "Rifles fell from 64% of orders in 2006–10 to 21% in 2016-20.",
            [2010, 2020],
            ["in 2006–10", "in 2016-20"],
        ),
        ("Shipments averaged 5 tons between 2019-23.", [2023], ["between 2019-23"]),
        ("Sales fell by 5 tons between 2016-2020.", [2020], ["between 2016-2020"]),
        ("It sent 38 tons in 2022/23 and 9 in FY21.", [2023, 2021], ["in 2022/23", "in FY21"]),
        ("Trade stalled at $90bn, far from the $100bn set for 2015.", [None, 2015], None),
        ("Sales fell 9% in 2019 and debt has shrunk to $3 billion.", [2019, None], None),
        ("Sales reached $9 billion in 2019, up 6 percent.", [2019, 2019], None),
        ("In 2014 sales fell 9%, and debt rose to $3 billion.", [2014, 2014], None),
        ("In 2014 the duty was 9%, later raised to 12%.", [2014, None], None),
        ("In 2014 it sold 40 ships; it eventually sold 60 ships.", [2014, None], None),
        ("In 2014 it sold 40 ships, and later that year 60 ships.", [2014, 2014], None),
    ],
)  # fmt: skip
def test_a_period_is_read_whole_and_is_its_own_figures(text, years, periods) -> None:
    """A range of years is one period, and a year behind one figure is not that of the next."""
    figures = find_figures(text)
    assert [figure.year for figure in figures] == years
    assert periods is None or [figure.period for figure in figures] == periods

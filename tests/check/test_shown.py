"""Reading what we show, where every digit counts."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brief.check.shown import agrees, is_date

SHOWN = [
    ("US$146.8 billion", (146.8e9,), "en-GB"), ("7", (7,), "en"), ("seven", (7,), "en"),
    ("twenty-five", (25,), "en"), ("4,300", (4300,), "en-US"), ("4.300", (4300,), "de"),
    ("1.5–2 billion m³", (1.5e9, 2e9), "en"), ("900 million–1.2 billion", (9e8, 1.2e9), "en"),
    ("25–30%", (25, 30), "en"), ("about 17.5%", (17.5,), "en"), ("3兆2000億円", (3.2e12,), "ja"),
    ("two hundred", (200,), "en"), ("more than EUR 90bn", (9e10,), "en"),
    ("1,50,000", (150000,), "en-IN"), ("₹12,34,567.5", (1234567.5,), "en"),
    ("147 billion", (146.8e9,), "en"),
    ("between 5 and 6 million", (5e6, 6e6), "en"), ("down 36%", (-36,), "en"),
]  # fmt: skip
NOT_SHOWN = [
    ("US$146.9 billion", (146.8e9,)), ("146.8 million", (146.8e9,)), ("146.8", (146.8e9,)),
    ("7 of 10", (7,)), ("", (7,)), ("many", (7,)), ("25–30", (25,)), ("25", (25, 30)),
    ("eight", (7,)), ("145 billion", (146.8e9,)), ("1,204", (1203,)), ("0.5", (0,)),
    ("1,50,001", (150000,)), ("15,0,000", (150000,)), ("1,50,00", (150000,)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "language"), SHOWN)
def test_a_number_is_read_as_its_reader_writes_it(text, values, language):
    """Scales, groups, words, ranges and rounding of the language are understood."""
    assert agrees(text, values, language)


@pytest.mark.parametrize(("text", "values"), NOT_SHOWN)
def test_a_number_that_is_off_in_a_digit_scale_or_count_is_refused(text, values):
    """Neither another digit nor a number too many or too few passes."""
    assert not agrees(text, values, "en")


@given(
    st.integers(1, 10**7), st.integers(0, 3),
    st.sampled_from([(1.0, ""), (1e3, " thousand"), (1e6, " million"), (1e9, "bn"), (1e12, " tn")]),
    st.data(),
)  # fmt: skip
def test_one_wrong_digit_is_always_seen(digits, places, scale, data):
    """Whatever digit of a shown number changes, the value is no longer the one shown."""
    size, name = scale
    value = digits / 10**places
    text = f"{value:,.{places}f}"
    at = data.draw(st.sampled_from([n for n, char in enumerate(text) if char.isdigit()]))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
    wrong = f"{text[:at]}{other}{text[at + 1 :]}"
    assert agrees(f"US${text}{name}", (value * size,), "en")
    assert not agrees(f"US${wrong}{name}", (value * size,), "en")


DATES = [
    ("9 March 2022", 20220309, "en-GB"), ("March 9, 2022", 20220309, "en-US"),
    ("2022年3月9日", 20220309, "ja"), ("令和4(2022)年3月9日", 20220309, "ja"),
    ("March 2022", 202203, "en"), ("2022", 20220309, "en"), ("2022", 2022, "en"),
    ("9. März 2022", 20220309, "de"), ("9 Mar 2022", 20220309, "en"), ("May 2022", 202205, "en"),
]  # fmt: skip
WRONG_DATES = [
    ("9 May 2022", 20220309), ("8 March 2022", 20220309), ("9 March 2021", 20220309),
    ("2021", 20220309), ("March 2022", 2022), ("March", 20220309), ("", 2022),
    ("9 March", 20220309), ("June 2022", 202203),
]  # fmt: skip


@pytest.mark.parametrize(("text", "digits", "language"), DATES)
def test_a_date_is_read_as_its_reader_writes_it(text, digits, language):
    """Months in words, era years and reduced dates are understood."""
    assert is_date(text, digits, language)


@pytest.mark.parametrize(("text", "digits"), WRONG_DATES)
def test_a_date_that_is_off_is_refused(text, digits):
    """Another day, month or year, or a month that is not known, does not pass."""
    assert not is_date(text, digits, "en")


@given(st.dates(), st.dates())
def test_only_its_own_date_passes(one, other):
    """Written out, a date is that date and no other."""
    assume(one != other and one.year > 1000 and other.year > 1000)
    text = f"{one.day} {one:%B} {one.year}"
    assert is_date(text, int(f"{one:%Y%m%d}"), "en")
    assert not is_date(text, int(f"{other:%Y%m%d}"), "en")


@given(st.text(max_size=50))
def test_no_text_breaks_the_reader(text):
    """Whatever stands in a brief, the reader answers."""
    assert agrees(text, (7,), "en") in (True, False)
    assert is_date(text, 20220309, "ja") in (True, False)

"""Reading numbers independently of the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.vocabulary.numbers import stands_in

READABLE = [
    (9e10, "$90 billion"), (9e10, "90bn dollars"), (0.25, "quarter of a century"),
    (2500, "twenty-five hundred"), (25, "25-30"), (30, "25-30"), (146.8e9, "US$ 146.8 billion"),
    (3e5, "3 lakh"), (1234567, "1,234,567"), (1.5e6, "one and a half million"),
    (2 / 3, "two-thirds"), (120, "one hundred and twenty"), (1e4, "tens of thousands"),
    (150000, "1,50,000"),
    (1.5, "1½"), (5, "五"), (1.25e9, "€1.25bn"), (1.5, "1,5"), (0.25, "one in four"),
    (9e10, "$90 bil-\nlion"),
    (0.3, "3 out of 10"), (1e-5, "1 in 100,000 people"), (5.5, "5 1/2 inches"),
    (2.5e6, "Two and a half million"), (2.5e-3, "2.5 × 10^-3 m"), (1.5e6, "1.5e6 kg"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "words"), READABLE)
def test_a_value_stands_in_its_words(value, words):
    """Digits, scales, fractions and number words are all read."""
    assert stands_in(value, words)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (440e9, "$240bn"),
        (91, "90 billion"),
        (3, "two"),
        (15, "50"),
        (36, "several"),
        (1, ""),
        (0.25, "one in five"),
        (0.25, "four in one"),
        (2.5, "two in a half"),
    ],
)
def test_another_value_does_not(value, words):
    """A changed digit is found, however similar the words look."""
    assert not stands_in(value, words)


@given(st.integers(1, 10**6), st.sampled_from(["", " million", "bn", " %"]))
def test_any_integer_is_read_with_and_without_groups(number, tail):
    """An integer stands in its own digits, grouped by thousands or not."""
    assert stands_in(number, f"{number}{tail}")
    assert stands_in(number, f"{number:,}{tail}")


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_different_integer_is_refused_unless_a_scale_links_them(a, b):
    """Without scale words only the number itself stands in its digits."""
    assert stands_in(a, str(b)) == (a == b)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    """Whatever stands in a seed, the reader answers."""
    assert stands_in(7, text) in (True, False)

"""The last line of a text holds more than one short word."""

import pytest

from brief.writers.last_words import held

HELD = '<span class="whole">'


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("They will take no side.", f"They will {HELD}take no side.</span>"),
        (
            'No, says Hu (2017 or later)<a class="cite">\u20601</a>.',
            f'No, says Hu {HELD}(2017 or later)<a class="cite">\u20601</a>.</span>',
        ),
        (
            "He writes: <q>Of all that we had, much is left.</q><a>1</a>",
            f"He writes: <q>Of all that we had, {HELD}much is left.</span></q><a>1</a>",
        ),
        (
            "Well I <em>see</em> <em>several things</em>",
            f"Well I {HELD}<em>see</em> <em>several things</em></span>",
        ),
        (
            "Of all things <em>by far the best</em>.",
            f"Of all things <em>by {HELD}far the best</span></em>.",
        ),
    ],
)
def test_last_words_are_held_together(html, wanted):
    """Two words or more, until they make a line that is worth one; a tag is closed where it was."""
    assert held(html) == wanted


@pytest.mark.parametrize(
    "html",
    [
        "Two words",
        "Of the incomprehensibilities internationalisation",
        '<span class="aside"><svg><title>x y</title></svg><i>two</i></span> end it',
    ],
)
def test_what_cannot_be_held_stays_as_it_is(html):
    """Words too long for a narrow column, a short text, and what is no running line."""
    assert held(html) == html

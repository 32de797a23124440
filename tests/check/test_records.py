"""References against the records of the summaries."""

import pytest

from brief.check.records import against_records
from brief.model.source import Record
from tests.check.faithful import faithful
from tests.check.mutate import reworded

RECORDS = {
    "001": Record(title="Two Ports", authors=("Maria Aldana",), issued="2022-03-09"),
    "002": Record(title="“Pilots?”", authors=("Karl Brandt",), issued="2024"),
}


def found(brief, records=RECORDS):
    return [str(one) for one in against_records(brief, records, "strait.pdf")]


def test_references_that_follow_their_records_raise_no_alarm():
    """Marks and order are the style's; an article without a record is passed over."""
    assert found(faithful()) == []
    assert found(faithful(), {}) == []


CHANGED = [
    ("Aldana, Maria", "Brandt, Karl", "the author of 001, “Aldana”"),
    ("9 March 2022", "9 March 2021", "the year of 001, “2022”"),
    ("Two Ports", "Three Ports", "the title of 001, “Two Ports”"),
]


@pytest.mark.parametrize(("old", "new", "words"), CHANGED)
def test_another_author_year_or_title_is_named(old, new, words):
    """Two sources swapped before the brief was composed are caught here."""
    (said,) = found(reworded(faithful(), old, new, part="references"))
    assert "strait.pdf, reference 1: error" in said
    assert words in said

"""References against the records of the summaries."""

import pytest

from brief.check.records import against_records
from brief.model.brief import Brief, Text
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


def named(article: str, words: str, cited: bool = False) -> Brief:
    """Return the brief with a work listed by a name alone, cited by no note unless `cited`."""
    brief = faithful()
    notes = tuple(note for note in brief.notes if cited or note.reference != article)
    works = tuple(
        work.model_copy(
            update={"children": (Text(text=words),), "names": (words.partition(",")[0],)}
        )
        if work.id == article
        else work
        for work in brief.references
    )
    return brief.model_copy(update={"notes": notes, "references": works})


def test_what_no_note_leads_to_may_be_listed_by_name():
    """Of very many sources those that are not cited are; the name is one that its record holds."""
    assert found(named("001", "Aldana, 2022")) == []
    assert found(named("001", "Two Ports, 2022")) == []


@pytest.mark.parametrize(
    ("words", "cited"), [("Aldana, 2022", True), ("Aldana, 2021", False), ("Brandt, 2022", False)]
)
def test_a_name_alone_is_no_card_of_what_is_cited_or_of_another_work(words, cited):
    """Another maker's name, another year, and a cited work without its title are told."""
    assert any("reference 1: error" in one for one in found(named("001", words, cited)))

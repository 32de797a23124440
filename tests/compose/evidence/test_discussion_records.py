"""Whose view a sentence tells, where only the text around it says so."""

import pytest

from tests.support.claims import library

ROUND = (
    "Some speakers say that Russia and Iran will part. Trade between the two fell by a third. "
    "Others argue that they will hold. The summary notes that no view prevailed."
)


def voices(*paragraphs: str, authors: bool = True) -> dict[str, str]:
    """Return by sentence whose it is."""
    made = library("\n\n".join(paragraphs))
    if not authors:
        made.dossier = made.dossier.model_copy(
            update={
                "sources": tuple(
                    one.model_copy(update={"authors": ()}) for one in made.dossier.sources
                )
            }
        )
    return {line.text: line.voice for lines in made.lines.values() for line in lines}


def test_a_record_reports_what_stands_among_its_speakers():
    """In the record of a discussion a plain sentence beside views of speakers is one of them."""
    plain, own = (
        "Trade between the two fell by a third.",
        "The summary notes that no view prevailed.",
    )
    found = voices("A record.", ROUND, authors=False)
    assert found[plain] == "those who took part"
    assert found[own] == "author"


def test_an_author_who_reports_speaks_for_himself():
    """A text with an author is no record: what he says between reports is his."""
    assert voices("A note.", ROUND)["Trade between the two fell by a third."] == "author"


def test_an_unsigned_text_that_quotes_people_by_name_is_no_record():
    """Who quotes officials and answers them says in his own words what stands between."""
    answer = "This is no pact of any weight."
    text = (
        "The minister Jana Horvat said that Russia and Iran are allies. One writer called it an "
        f"alliance. {answer} The minister Jana Horvat said that Iran would stand by Russia."
    )
    assert voices("A note.", text, authors=False)[answer] == "author"


@pytest.mark.parametrize("verb", ["were voiced", "have been raised", "are also heard"])
def test_what_was_voiced_is_somebodys(verb):
    """A doubt that `was voiced` is not the doubt of the text."""
    text = f"Doubts {verb} about Russia and Iran."
    assert voices("A note.", text)[text] == "unnamed observers"


def test_the_case_of_the_other_side_is_not_the_authors():
    """What follows in the passage that sets out the other side's case counts for nothing."""
    fact = "Russia and Iran have built up their trade."
    made = library(f"A note.\n\nShe first states the case of the other side. {fact}\n\nTrade grew.")
    known = {line.text: line for lines in made.lines.values() for line in lines}
    assert known[fact].counter
    assert known[fact].weight < 0
    assert not known["Trade grew."].counter

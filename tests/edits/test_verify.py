"""What a person changed is vouched for only where what it cites says so."""

from __future__ import annotations

import pytest

from brief.draft import Before, follow
from brief.edits.cites import cite_by_id
from brief.edits.diff import diff
from brief.edits.verify import typed
from brief.edits.vouched import Cited, doubt_against, doubt_alone
from brief.engines.rules.figures import find_figures
from brief.model.brief import Paragraph, Strong, Text
from brief.model.edit import Changed, Edits
from tests.edits.strategies import wrap

SAID = Text(text="Trade rose.")
NOTED = (SAID, cite_by_id("note-1"))


def changed(was: tuple, now: tuple) -> frozenset[str]:
    return typed(Edits(audience="us", edits=(Changed(unit="p-1", was=was, now=now),)))


def test_a_note_that_is_gone_or_another_counts_as_words_do() -> None:
    """A statement whose source note a person took away is no longer vouched for unseen."""
    assert changed(NOTED, (SAID,)) == {"p-1"}
    assert changed(NOTED, (SAID, cite_by_id("note-2"))) == {"p-1"}


def test_a_look_is_no_statement() -> None:
    """Words made bold are the words that were checked."""
    assert changed(NOTED, (Strong(children=(SAID,)), cite_by_id("note-1"))) == frozenset()


OURS = "Trade between Asa and Belo rose to more than $240 billion in 2023."
SOURCE = "By 2023 trade between Asa and Belo rose to more than $240 billion; it is not an alliance."


def against(now: str, was: str = OURS, source: str = SOURCE) -> str:
    return doubt_against(now, was, Cited((source,), frozenset({"ruiz"})), find_figures)


def alone(now: str, source: str = SOURCE) -> str:
    return doubt_alone(now, Cited((source,), frozenset({"ruiz"})), find_figures)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rose", "fell"),
        ("more than", "less than"),
        ("more than ", ""),
        ("more than", "about"),
        ("billion", "million"),
        ("$", "€"),
        ("$240", "$250"),
        ("2023", "2024"),
        ("Belo", "Caro"),
        ("between", "against"),
        ("Trade", "Distrust"),
        ("rose", "will rise"),
        ("rose", "hardly rose"),
        ("Trade between Asa and Belo", "Trade between Belo and Asa"),
        ("Trade", "Clandestine trade"),
        (" in 2023.", " in 2023, as “an alliance” needs."),
    ],
)
def test_another_sense_is_not_verified_though_number_and_note_stand(old: str, new: str) -> None:
    """A direction, hedge, unit, amount, name, order or denial that is another is never verified."""
    assert old in OURS
    assert against(OURS.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Trade", "The trade"),
        (" in 2023.", ", in 2023!"),
        ("rose to", "also rose to"),
        (" in 2023.", " in 2023; “it is not an alliance”."),
    ],
)
def test_the_same_sense_is_verified_again(old: str, new: str) -> None:
    """Articles, stops, fillers and verbatim words of the source leave a statement checked."""
    assert old in OURS
    assert against(OURS.replace(old, new)) == ""


def test_a_figure_set_right_is_verified_by_the_source() -> None:
    """A number of ours that a person exchanges for the one the source has holds."""
    assert against(OURS, OURS.replace("$240", "$190")) == ""
    assert against(OURS, OURS.replace("more than", "about")) != ""


@pytest.mark.parametrize(
    "old", ["doubts", "not ", "likely", "Ruiz", "four", "some", "unless it ends", "4"]
)
def test_a_word_of_weight_taken_away_or_changed_is_told(old: str) -> None:
    """The reason names what was there: views, denials, likelihoods, names, counts, conditions."""
    was = "Ruiz doubts it; 4 of four say some is not likely unless it ends."
    for new in ("", "sees "):
        assert against(was.replace(old, new, 1), was)


def test_words_of_ones_own_hold_where_they_only_give_the_source_the_word() -> None:
    """A new sentence is verified by a verbatim quotation or a figure with all that goes with it."""
    assert alone("Ruiz writes: “it is not an alliance”.") == ""
    assert alone("Ruiz reports trade of more than $240 billion.", SOURCE.partition(";")[0]) == ""
    for said in (
        "Ruiz writes: “an alliance”.",
        "Pham writes: “it is not an alliance”.",
        "Ruiz doubts: “it is not an alliance”.",
        "Ruiz reports trade of $240 billion.",
        "Ruiz reports that trade fell to more than $240 billion.",
        "Ruiz writes at length.",
    ):
        assert alone(said)


def test_the_title_of_another_work_is_no_missing_quotation() -> None:
    """It is told as what it looks like; as little vouched for as any words that are not cited."""
    title = "Ruiz writes in “The Long Road to a Belo and Asa Pact” that trade rose."
    assert "the title “The Long Road" in alone(title)
    said = "Ruiz writes in “the long road that Asa and Belo took to a pact” that trade rose."
    assert "the quotation “the long road" in alone(said)


def test_single_quotation_marks_are_quotation_marks() -> None:
    """In a brief of British style a typed quotation is compared as in one of American style."""
    assert alone("Ruiz writes: ‘it is not an alliance’.") == ""
    assert "is not in what it cites" in alone("Ruiz writes: ‘it is an alliance of powers’.")
    assert alone("Ruiz writes: ‘the powers’ aims’.", "Such are the powers’ aims.") == ""


def test_a_place_to_break_a_word_is_no_change_of_it() -> None:
    """A soft hyphen is unseen but at the end of a line."""
    ours = wrap((Paragraph(id="p1", children=(SAID,)),))
    typed_in = wrap((Paragraph(id="p1", children=(Text(text="Tra\u00adde rose."),)),))
    followed = follow(None, Before(brought=diff(ours, typed_in)), ours)
    assert followed.brief.blocks[0] == typed_in.blocks[0]
    assert not followed.unverified

"""Where an author writes from: as the source states it, tidied, its abbreviation spelled out."""

import pytest

from brief.compose.affiliations import affiliation, with_country
from brief.model.dossier import Source
from brief.model.summary import Stance
from brief.questions import question_from_sentence
from tests.support.corpus import document


def source(text: str, house: str = "", authors=("Li Wei",)) -> Source:
    """Return a source of one text."""
    made = document("s", text, authors=authors, affiliation=house)
    record = made.articles[0].model_dump(exclude={"start", "end"})
    stance = Stance(score=None, label="not addressed", confidence="low", quotes=())
    more = {"seed": "s", "file": "s.txt", "sha256": "0" * 64, "side": "silent", "origin": "s"}
    return Source(**record, **more, stance=stance)


@pytest.mark.parametrize(
    ("text", "house", "said"),
    [
        (
            "Li Wei, a fellow at the Delta Institute of Ports, writes on trade.",
            "",
            "fellow at the Delta Institute of Ports",
        ),
        (
            "Li Wei is a doctoral candidate at Harbor University.",
            "",
            "doctoral candidate at Harbor University",
        ),
        ("Li Wei, a man of the North, writes on trade.", "", ""),
        ("Wu Bo, a fellow at the Delta Institute, is quoted by Li Wei.", "", ""),
        ("Text.", "Harbor College Norton, MA, USA", "Harbor College"),
        ("Text.", "Harbor College, Norton, MA", "Harbor College"),
        (
            "Text.",
            "Department of War Studies, King’s College London",
            "Department of War Studies, King’s College London",
        ),
        (
            "He visited the Delta Institute of Ports (DIP) in May.",
            "Trade Desk at DIP",
            "Trade Desk at the Delta Institute of Ports",
        ),
        (
            "Text.",
            "Trade Desk at SIPRI",
            "Trade Desk at the Stockholm International Peace Research Institute",
        ),
        ("Text.", "Trade Desk at ZZQ", "Trade Desk at ZZQ"),
    ],
)
def test_a_house_is_what_the_source_says(text, house, said):
    """It comes from the head or the opening of the source, and nothing is guessed."""
    assert affiliation(source(text, house)) == said


def test_of_two_authors_no_opening_tells_the_house():
    """What is said of one author is not printed behind the names of two."""
    text = "Li Wei, a fellow at the Delta Institute, and Wu Bo write on trade."
    assert affiliation(source(text, authors=("Li Wei", "Wu Bo"))) == ""


@pytest.mark.parametrize(
    ("house", "shown"),
    [
        ("fellow at the Shanghai Institutes", "fellow at the Shanghai Institutes, China"),
        ("Chinese Academy of Social Sciences", "Chinese Academy of Social Sciences"),
        ("Moscow State Institute", "Moscow State Institute, Russia"),
        ("King’s College London", "King’s College London"),
        ("", ""),
    ],
)
def test_a_house_in_a_state_asked_about_has_its_country(house, shown):
    """Whoever writes from one of the two states may argue its case: the reader is told."""
    parties = question_from_sentence("Are China and Russia forming an alliance?").parties
    assert with_country(house, parties) == shown

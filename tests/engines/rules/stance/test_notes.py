"""The notes on the originals, as they are shipped: the author of the record is their voice."""

from pathlib import Path

import pytest
import yaml

from brief.engines.rules.engine import summarize
from brief.questions import parse_question
from brief.readers import read
from brief.store import seeds

ROOT = Path(__file__).parents[4]
NOTES = ROOT / "seeds"
EXPECTED: dict[str, set[int | None]] = {
    "000": {0, -1},
    "001.1": {-2, -1},
    "001.2": {-1},
    "001.3": {None},
    "001.4": {0, -1, None},
    "003": {-2, -1},
    "004": {0},
}
"""Stances by hand of the originals. 001.5, 001.6 (1) and 002 (-1) are read as 0 so far."""


@pytest.fixture(scope="module")
def scores() -> dict[str, int | None]:
    """Return the stance of each note by the id of its article."""
    place = ROOT / "templates" / "questions" / "alliance.yaml"
    question = parse_question(yaml.safe_load(place.read_text(encoding="utf-8")), place=str(place))
    records = seeds.load_records(NOTES)
    found: dict[str, int | None] = {}
    for path in sorted(NOTES.glob("*.md")):
        own = seeds.records_of(path.stem, records)
        document, _ = read(path.name, path.read_bytes(), own)
        for article in summarize(document, question).articles:
            found[article.id] = article.stance.score
    return found


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_a_note_gets_the_stance_of_its_original(
    scores: dict[str, int | None], article: str
) -> None:
    """What a note says its author argues is the author's stance."""
    assert scores[article] in EXPECTED[article]


def test_no_note_is_put_on_the_other_side(scores: dict[str, int | None]) -> None:
    """A stance may be missed, never turned round."""
    assert (scores["002"] or 0) <= 0
    assert (scores["001.5"] or 0) >= 0
    assert (scores["001.6"] or 0) >= 0

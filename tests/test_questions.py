"""Questions: from a file, from a sentence, and what is said when one is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import BriefError
from brief.model.question import Question
from brief.questions import parse_question, plain, question_from_sentence, remarks

SHIPPED = Path(__file__).parents[1] / "templates" / "questions"


def names(text: str) -> list[str]:
    """Return the parties a sentence asks about."""
    return [party.name for party in question_from_sentence(text).parties]


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_questions_load(path: Path) -> None:
    """Every question we ship is valid and round-trips."""
    found = parse_question(yaml.safe_load(path.read_text(encoding="utf-8")), place=str(path))
    assert Question.model_validate_json(found.model_dump_json()) == found


def test_the_shipped_question_adds_its_own_words() -> None:
    """A question's file adds words to those every question about its relation has."""
    data = yaml.safe_load((SHIPPED / "alliance.yaml").read_text(encoding="utf-8"))
    relation = parse_question(data, place="x").relation
    assert "axis of convenience" in relation.weaker
    assert "axis" in relation.terms


@pytest.mark.parametrize(
    ("text", "parties", "relation"),
    [
        ("Are Russia and Iran forming an alliance?", ["Russia", "Iran"], "alliance"),
        ("Is Germany a reliable ally of France?", ["Germany", "France"], "alliance"),
        ("Will India join the US camp?", ["India", "United States"], "alliance"),
        ("Are Turkey and Russia drifting apart?", ["Turkey", "Russia"], "split"),
        ("Are Beijing and New Delhi rivals?", ["China", "India"], "rivalry"),
        ("Is the EU dependent on China?", ["European Union", "China"], "dependence"),
        ("Is Sino-Russian trade safe?", ["China", "Russia"], "partnership"),
        ("Is Turkey leaving NATO?", ["Turkey", "NATO"], "split"),
        ("Is Hungary turning away from the EU?", ["Hungary", "European Union"], "split"),
        ("Is China backing Russia?", ["China", "Russia"], "partnership"),
        ("Do the EU and Mercosur trust each other?", ["European Union", "Mercosur"], "partnership"),
        ("Will the Saudis make peace with Israel?", ["Saudi Arabia", "Israel"], "normalization"),
    ],
)
def test_a_sentence_names_parties_and_relation(
    text: str, parties: list[str], relation: str
) -> None:
    """A plain sentence is enough: its names and its words choose parties and relation."""
    found = question_from_sentence(text)
    assert [party.name for party in found.parties] == parties
    assert found.relation.name == relation
    assert found.relation.terms
    assert set(found.labels) == {"-2", "-1", "0", "1", "2", "none"}


def test_three_parties() -> None:
    """A question may be about more than two."""
    assert names("Are China, Russia and Iran forming an axis?") == ["China", "Russia", "Iran"]


def test_the_pronoun_us_is_no_state() -> None:
    """`us` is a pronoun, `US` and `U.S.` are a state."""
    assert names("Do the U.S. and Japan threaten us?") == ["United States", "Japan"]


def test_ids_are_slugs() -> None:
    """The id of a sentence is safe as a file name."""
    assert question_from_sentence("Are Türkiye & Russia allies?").id == "are-turkiye-russia-allies"


@pytest.mark.parametrize("text", ["Is Chian forming an alliance with Russia?"])
def test_a_misspelt_state_in_a_question_is_named(text):
    """Who asks about one that nobody knows is told which it most likely is."""
    with pytest.raises(BriefError, match="Is `Chian` China"):
        question_from_sentence(text)


def test_one_party_is_not_enough() -> None:
    """A sentence with one state is refused, with a hint."""
    with pytest.raises(BriefError, match="names one state or bloc, and needs two") as caught:
        question_from_sentence("Will NATO survive?")
    assert caught.value.diagnostics[0].hint.startswith("Name both")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "field `text` is missing"),
        ({"text": " "}, "field `text` is missing"),
        ({"text": "China and Russia?", "txt": 1}, "unknown field `txt`"),
        ({"text": "China and Russia?", "parties": "China"}, "`parties` is a list of names"),
        ({"text": "x?", "parties": ["China"]}, "names one state"),
        ({"text": "China and Russia?", "words": {"term": []}}, "`words.term`: there is no such"),
        ({"text": "China and Russia?", "words": {"term": []}}, "Is it 'terms'?"),
        ({"text": "China and Russia?", "words": ["x"]}, "`words` has the lists"),
        ({"text": "Will Turkey go?", "parties": ["Turky", "EU"]}, "Is it 'Turkey'? If not"),
        ({"text": "x?", "parties": ["Japan", "Japan"]}, "`parties` names one state"),
        ({"text": "China and Russia?", "realtion": "x"}, "Is it 'relation'?"),
        ({"text": "China and Russia?", "relation": "aliance"}, "Is it 'alliance'? If it is one"),
        ({"text": "China and Russia?", "relation": "banquet"}, "Say `like:` which of ours"),
        ({"text": "x", "relation": "x", "like": "splitt"}, "`like`: `splitt` is no relation"),
        ({"text": "China and Russia?", "id": "Über uns"}, "`id`: `Über uns` is no id"),
        ({"text": "China and Russia?", "labels": {"2": ["x"]}}, "`labels.2` is a few words"),
        ({"text": "China and Russia?", "words": {"terms": "x"}}, "`words.terms` is a list"),
        (
            {"text": "China and Russia?", "labels": {"3": "x"}},
            "`labels.3` is no score. Scores are -2 to 2, or none.",
        ),
        (
            {"text": "China and Russia?", "names": {"Japan": ["J"]}},
            "`names.Japan`: that is none of the parties. Parties are",
        ),
        ({"text": "China and Russia?", "relation": ["a"]}, "`relation` is one word"),
        ([], "a question is a mapping"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(data: Any, message: str) -> None:
    """One clear line names the file and the field."""
    with pytest.raises(BriefError) as caught:
        parse_question(data, place="templates/questions/x.yaml")
    line = str(caught.value)
    assert message in line
    assert line.startswith("templates/questions/x.yaml: error: ")
    assert "\n" not in line


def test_a_party_unknown_to_the_table_keeps_its_name() -> None:
    """A question may be about a party no source knows, with names of its own."""
    found = parse_question(
        {
            "text": "Will Ruritania join Graustark?",
            "parties": ["Ruritania", "Graustark"],
            "names": {"Ruritania": ["Strelsau"]},
        },
        place="x",
    )
    assert found.parties[0].aliases == ("Ruritania", "Strelsau")


@pytest.mark.parametrize(
    ("text", "like", "direction"),
    [
        ("Is Japan turning away from Peru?", None, -1),
        ("Will Japan and Peru be kin?", "split", -1),
        ("Are Japan and Peru drifting apart?", "partnership", 1),
    ],
)
def test_a_relation_of_ones_own_begins_with_the_words_of_one_it_is_like(
    text: str, like: str | None, direction: int
) -> None:
    """`like` names it, else the sentence: what is good for the one is bad for its opposite."""
    data = {"text": text, "relation": "estrangement", "words": {"terms": ["cold shoulder"]}}
    found = parse_question(data | ({"like": like} if like else {}), place="x").relation
    assert found.name == "estrangement"
    assert found.direction == direction
    assert {"cold shoulder", "estrangement"} <= set(found.terms)
    friendly = "partner/partners/partnership" in " ".join(found.terms)
    assert friendly == (direction > 0)


def test_a_party_of_ones_own_near_a_state_has_its_own_names() -> None:
    """What looks like a misspelt state is a party where the file says what it is called."""
    data = {"text": "x?", "parties": ["Turky", "Japan"], "names": {"Turky": ["the Turky firm"]}}
    assert parse_question(data, place="x").parties[0].aliases == ("Turky", "the Turky firm")


def test_a_relation_of_ones_own() -> None:
    """A relation the table does not know is asked about by its own word."""
    found = parse_question(
        {"text": "Is there a customs war of China and Russia?", "relation": "brotherhood"},
        place="x",
    )
    assert "brotherhood" in found.relation.terms


@given(st.text(max_size=120))
def test_any_sentence_gives_a_question_or_one_clear_error(text: str) -> None:
    """No sentence fails but with the error a user reads."""
    try:
        parties = question_from_sentence(text).parties
    except BriefError:
        return
    assert len(parties) >= 2


@pytest.mark.parametrize("text", ["Are the BRICS forming an alliance?", "Is the Quad a pact?"])
def test_a_bloc_alone_is_one_party(text: str) -> None:
    """What two of its members do is not what the club is: such a question is refused."""
    with pytest.raises(BriefError, match="names one state or bloc, and needs two"):
        question_from_sentence(text)


def test_the_congos_are_told_by_their_names() -> None:
    """Both Congos are known by what they are mostly called, and are two states."""
    found = question_from_sentence(
        "Are the Republic of Congo and the Democratic Republic of Congo allies?"
    )
    assert len(found.parties) == 2
    assert len(question_from_sentence("Is the DRC allied with Rwanda?").parties) == 2


@pytest.mark.parametrize(
    "text",
    [
        "What should Kenya do about Somalia?",
        "Will Norway stay in NATO?",
        "Is Chile's new harbor good for Peru?",
    ],
)
def test_a_sentence_without_a_relation_says_how_it_is_read(text: str) -> None:
    """Whoever asks something else learns before reading the brief what is answered."""
    (said,) = remarks(question_from_sentence(text))
    assert said.code == "question-read"
    assert "a partnership between" in said.message


@pytest.mark.parametrize(
    "text",
    [
        "Are Kenya and Somalia forming an alliance?",
        "How close are Chile and Peru?",
        "Will Chile and Peru go to war?",
        "Is Norway leaving NATO?",
    ],
)
def test_a_sentence_that_names_its_relation_needs_no_word(text: str) -> None:
    """What is asked for is what is answered."""
    assert remarks(question_from_sentence(text)) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Are Gazprom and Iran partners?", "`Gazprom`, which we cannot tell apart from Russia"),
        ("Will Israel and Hamas make peace?", "`Hamas`, which we cannot tell apart from Palestine"),
    ],
)
def test_a_part_of_a_state_is_no_party(text: str, part: str) -> None:
    """What is said of a state is not said of a firm or a movement that texts name for it."""
    with pytest.raises(BriefError, match=part):
        question_from_sentence(text)


def test_a_part_beside_its_state_is_no_party() -> None:
    """Where the state is named as well, it is what is asked about."""
    assert names("Do Russia and Gazprom depend on Iran?") == ["Russia", "Iran"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Are Peru and Chile allies?", True),
        ("Will Peru ever leave Mercosur?", True),
        ("Why are Peru and Chile allies?", False),
        ("Should Peru break with Chile?", False),
        ("Is Peru abandoning Chile?", False),
    ],
)
def test_whether_a_question_asks_for_no_more_than_we_look_for(text: str, known: bool) -> None:
    """One that asks why, or for advice, or in words that we do not know, is said to be read so."""
    assert plain(question_from_sentence(text)) == known


def test_the_question_of_the_docs_is_one() -> None:
    """The example that docs/TEMPLATES.md gives is read as it says."""
    text = (Path(__file__).parents[1] / "docs" / "TEMPLATES.md").read_text("utf-8")
    example = text.rpartition("```yaml\n")[2].partition("```")[0]
    made = parse_question(yaml.safe_load(example), place="x")
    assert made.relation.direction == -1
    assert made.heads["2"] == "turned away"


@pytest.mark.parametrize(
    "given",
    [
        "2022-02-24",
        [{"day": "soon", "what": "the invasion"}],
        [{"day": "2022-02-24"}],
        [{"day": "2022-02-24", "what": "the war of 2022"}],
        [{"on": "2022-02-24", "what": "the invasion"}],
    ],
)
def test_a_turning_point_is_a_day_and_what_happened(given: object) -> None:
    """Anything else is named with its field; words with a number would be one of no source."""
    with pytest.raises(BriefError) as problem:
        parse_question({"text": "Are Peru and Chile allies?", "turning_points": given}, place="q")
    assert "turning_points" in str(problem.value)


@pytest.mark.parametrize("odd", ["<b>", "**", "\u202e", "\x07", "&nbsp;", "{{ x }}", "](http"])
def test_a_question_holds_no_markup(odd: str) -> None:
    """What is asked is printed as it stands, at the head of each page."""
    with pytest.raises(BriefError, match="`text`: it is printed as it stands, and holds"):
        question_from_sentence(f"Are Russia and Iran {odd} forming an alliance?")
    data = {"text": "Are Russia and Iran allies?", "labels": {"2": f"yes {odd}"}}
    with pytest.raises(BriefError, match=r"`labels.2`: it is printed as it stands"):
        parse_question(data, place="q.yaml")

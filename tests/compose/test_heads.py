"""Title and subtitle: what was found, what follows for this reader, and how many say so."""

import re

import pytest

from brief.compose import compose, parse_audience
from brief.model.brief import Aside
from brief.model.plain import brief_text
from brief.model.source import Issued
from brief.writers import fonts
from tests.support.corpus import audience, dossier, question, standing, templates

SIZE, WIDTH = 20.0, 504.0
"""Points of the title's letters, and of the text on A4."""


def made(scores, name="us", **change):
    """Return the brief of sources with these scores; `None` takes up nothing."""
    reader = audience(name).model_copy(update=change)
    return compose(standing(*scores), reader, question(), templates())


def lines(title: str) -> int:
    """Return how many lines a title takes."""
    count, room = 1, 0.0
    for word in title.split():
        wide = fonts.text_width(f"{word} ", "serif", bold=True) * SIZE
        count, room = (count + 1, wide) if room and room + wide > WIDTH else (count, room + wide)
    return count


@pytest.mark.parametrize(
    "scores",
    [(2,) * 5, (-2,) * 5, (0,) * 5, (1, -1, 0), (1, 1, 1, -1), (-1, -1, -1, 2), (1,), (None, None)],
)
@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_a_title_has_two_lines_at_most(scores, name):
    """Whatever the balance: all one way, split, one source, or none that speaks."""
    assert lines(made(scores, name).title) <= 2


def test_a_title_says_what_follows_for_its_reader():
    """What was found and what follows stand in it; below, what was asked and whose the rest is."""
    brief = made((0, 0, 0))
    assert re.match(
        r"No source says outright whether there is a Russia–Iran alliance; \w", brief.title
    )
    follows = "The title’s second half is our inference for Washington"
    assert brief.subtitle == f"{question().text} {follows}"
    running = "No source says outright whether there is a Russia–Iran alliance"
    assert brief.labels.running == f"{running} · United States · Draft – not reviewed"


def test_the_title_on_old_sources_says_of_when_it_holds():
    """A finding on texts of years ago is not given as one of today; of undated ones nothing is."""
    old = standing(-1, -1, -1)
    for years, told in ((1.0, ""), (4.0, " as of 2021")):
        dated = [
            one.model_copy(update={"issued": Issued(year=2021), "age": years})
            for one in old.sources
        ]
        found = old.model_copy(update={"sources": tuple(dated)})
        title = compose(found, audience("us"), question(), templates()).title
        assert title.startswith(f"No Russia–Iran alliance found{told}")
        assert ("as of" in title) == bool(told)


def test_what_does_not_fit_a_title_stands_below_it():
    """A long inference goes to the subtitle, where it is marked as ours."""
    reader = audience("us")
    long = "keep options open and ask of each measure what it would do to both of them and when"
    policy = reader.policies["any"]
    told = tuple(one.model_copy(update={"headline": long}) for one in policy.implications)
    policies = {"any": policy.model_copy(update={"implications": told})}
    brief = made((0, 0, 0), policies=policies)
    assert brief.title == "No source says outright whether there is a Russia–Iran alliance"
    assert brief.subtitle == f"For Washington: {long} (our inference)"


def test_dots_mean_the_same_in_all_strips():
    """One shape has one meaning in the whole brief, and silence is told from taking no side."""
    brief = compose(dossier(), audience("us"), question(), templates())
    known = {}
    for block in brief.blocks:
        for item in [*getattr(block, "items", ()), *getattr(block, "blocks", ())]:
            for row in getattr(item, "items", (item,)):
                for part in getattr(row, "children", ()):
                    for dots in part.dots if isinstance(part, Aside) else ():
                        known.setdefault(dots.shape, set()).add(dots.label)
    assert known["dash"] == {"no clear side"}
    assert known.get("half", {"in between"}) == {"in between"}
    assert known["faint"] == {"silent"}
    assert all(len(labels) == 1 for labels in known.values())


def test_confidence_and_its_reasons_are_said_once():
    """What a level rests on follows the level, and nothing repeats it in the text."""
    brief = compose(dossier(), audience("us"), question(), templates())
    judged = [text for place, text in brief_text(brief) if place.startswith("kj-")]
    assert judged
    for text in judged:
        assert (
            len(re.findall(r"(?:few|several|many) sources|a single source", text))
            == text.count("Confidence ")
            == 1
        )


def test_an_answer_without_a_quotation_repeats_no_question():
    """It says yes or no and whose answer that is; the question stands above it."""
    asked = parse_audience(ASKS, "oman.yaml")
    brief = compose(dossier(), asked, question(), templates(), limit=0)
    said = dict(brief_text(brief))["q-sanctions"]
    assert "Two sources say yes: Doe (2022)" in said
    assert said.count("drive") == 1


ASKS = """
schema: brief.audience/1
id: oman
name: Oman
capital: Muscat
reader: Staff
handling: None
language: en
paper: A4
dates: {full: d MMM y, month: MMM y}
policies:
  any:
    questions:
      - id: sanctions
        text: Do sanctions drive the two together?
        short: sanctions
        claim: sanctions drive {a} and {b} together
        about: [sanctions]
        to_yes: [push, closer]
"""


@pytest.mark.parametrize(
    ("scores", "words"), [((1, 1, 1, -1), ("see", "doubts")), ((-1, -1, -1, 2), ("doubt", "sees"))]
)
def test_those_on_the_leading_side_are_named_first(scores, words):
    """Below `Most sources see one` do not stand first those who doubt it."""
    said = dict(brief_text(made(scores)))["kj-balance"].partition(". ")[2]
    first, second = (re.search(rf"\b{word}\b", said) for word in words)
    assert first.start() < second.start()


def test_one_source_is_not_one_of_those_who_doubt():
    """Its quotation opens the paragraph by itself; of several it is one of them."""
    for scores, several in (((-2,), False), ((-2, -2, -2), True)):
        words = dict(brief_text(made(scores)))["differ"]
        assert words.startswith("Where they stand. ")
        assert ("Of those who doubt" in words) == several
        assert words[len("Where they stand. ")].upper() == words[len("Where they stand. ")]


def test_no_strip_stands_beside_an_answer_of_one_source():
    """Its words say all that one dot could; of several sources the dots show how they divide."""
    brief = compose(dossier(), audience("us"), question(), templates())
    asked = next(b for b in brief.blocks if b.id == "questions").items
    replies = [part for item in asked for part in item.children if isinstance(part, Aside)]
    sides = [
        sum(one.value for one in reply.dots if one.shape in ("filled", "half", "hollow"))
        for reply in replies
    ]
    assert replies
    assert 1 not in sides
    assert all(bool(reply.dots) == (n > 1) for reply, n in zip(replies, sides, strict=True))

"""Voices against the labelled cases of tests/fixtures/voice, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.engines.rules.sentences import sentences
from brief.engines.rules.voice import Spoken, voices
from tests.engines.rules.texts import article

FIXTURES = Path(__file__).parents[2] / "fixtures" / "voice"


def _cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(FIXTURES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append({**case, "title": f"{path.stem}: {case['title']}"})
    return found


CASES = _cases()


def _said(spoken: Spoken) -> str:
    marks = [name for name in ("concession", "endorsed") if getattr(spoken, name)]
    return ", ".join([str(spoken.voice), *marks])


def _answers(case: dict[str, Any]) -> list[str]:
    text = article(str(case["input"]))
    return [_said(one) for one in voices(sentences(text), case.get("authors", ()))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    """Every sentence of a labelled case gets the voice that a person gave it."""
    assert _answers(case) == case["expected"]


def test_there_are_enough_cases() -> None:
    """At least 250 labelled cases of voice, each with its own title."""
    assert len(CASES) >= 250
    assert len({case["title"] for case in CASES}) == len(CASES)


WORDS = ["Critics", "say", "that", "“", "”", "he", "However", ",", ".", "view", "is", "Peru", "in"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_every_sentence_has_one_voice(text: str) -> None:
    """Whatever the words, each sentence gets one answer, and a holder is named by words."""
    found = sentences(article(text))
    spoken = voices(found)
    assert len(spoken) == len(found)
    assert all(str(one.voice).strip() for one in spoken)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A Riga think tank says that Peru and Oman are allies.", "a Riga think tank"),
        ("Analysts at a Quito think tank argue that they are no allies.", "analysts at a Quito"),
        ("The envoy went so far as to say that Peru and Oman are allies.", "the envoy"),
        ("Some columnists go as far as to deny that they are allies.", "some columnists"),
        ("Answering a guest Dr. Lind said that Peru and Oman are allies.", "Dr. Lind"),
        ("While greeting the guests Prof. Ana Soto said they are allies.", "Prof. Ana Soto"),
        ("Turning to trade she argued that Peru and Oman are no allies.", "an unnamed observer"),
    ],
)
def test_a_think_tank_is_no_verb_and_as_far_as_to_goes_on(text: str, holder: str) -> None:
    """`think` names a body before `tank`, and who goes as far as to say something says it."""
    (spoken,) = voices(sentences(article(text)))
    assert str(spoken.voice).startswith(holder)

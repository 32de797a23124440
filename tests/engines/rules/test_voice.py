"""Voices against the labelled cases of tests/fixtures/voice, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

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

"""Labelled texts on stance: the fixtures, and how the engine is asked about them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from brief.engines.rules.sentences import sentences
from brief.engines.rules.stance import article_stance
from brief.engines.rules.voice import voices
from brief.model.document import Article, Passage
from brief.model.question import Question
from brief.model.summary import Stance
from brief.questions import question_from_sentence

FIXTURES = Path(__file__).parents[1] / "fixtures" / "stance"
SILENT = 0.4  # a sentence that weighs less takes no position


@dataclass(frozen=True)
class Case:
    """One labelled text."""

    name: str
    question: str
    text: str
    expected: Any
    author: Any = None


def load(stem: str) -> list[Case]:
    """Return the cases of one fixture file."""
    data = yaml.safe_load((FIXTURES / f"{stem}.yaml").read_text(encoding="utf-8"))
    return [
        Case(
            f"{stem}: {case['title']}",
            case.get("question", data["question"]),
            case["input"],
            case["expected"],
            case.get("author"),
        )
        for case in data["cases"]
    ]


@cache
def asked(text: str) -> Question:
    """Return the question a sentence asks."""
    return question_from_sentence(text)


def sign(score: object) -> int:
    """Return -1, 0 or 1; `none` counts as 0."""
    return 0 if not isinstance(score, int | float) else (score > 0.3) - (score < -0.3)


def article(text: str, start: int = 0, title: str = "") -> Article:
    """Return a text as an article, one passage a line, headings by their look."""
    passages = []
    at = start
    for line in text.split("\n"):
        heading = len(line.split()) <= 12 and line.rstrip()[-1:] not in '.!”"'
        if line.strip():
            passages.append(
                Passage(
                    id=f"a#p{len(passages) + 1}",
                    start=at,
                    end=at + len(line),
                    text=line,
                    kind="heading" if heading else "paragraph",
                )
            )
        at += len(line) + 1
    return Article(
        id="a", title=title, start=start, end=start + len(text), passages=tuple(passages)
    )


def stance(text: str, question: Question, authors: tuple[str, ...] = ()) -> Stance:
    """Return the stance of a text."""
    found = sentences(article(text))
    return article_stance(found, voices(found, authors), question)


def share(right: list[bool]) -> float:
    """Return the share of cases that are right."""
    return sum(right) / len(right)

"""A small invented collection on one question, and what composing it needs."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from brief.collect import collect
from brief.compose import parse_audience
from brief.model.audience import Audience
from brief.model.document import Article, Document, Passage
from brief.model.dossier import Dossier
from brief.model.question import Question
from brief.model.source import Seed
from brief.model.summary import ArticleSummary, Evidence, Figure, Quote, Stance, Summary, Thesis
from brief.questions import question_from_sentence

TEMPLATES = Path(__file__).parents[2] / "templates"
AS_OF = date(2026, 11, 22)

LABELS = {-2: "rules out", -1: "unlikely", 0: "mixed", 1: "close to one", 2: "exists"}

DOUBT = """Russia and Iran will not form an alliance, because neither trusts the other.
Mistrust between Moscow and Tehran runs deep in both general staffs.
Bilateral trade reached $4.0 billion in 2021 and energy deals have stalled since.
Some experts expect a defense pact, but the sanctions on both only draw them closer in words."""
BELIEF = """Western sanctions push Russia and Iran ever closer together as partners in arms.
The two governments share weapons, drones and training under a single command.
Bilateral trade reached $5.2 billion in 2021, a sign of growing energy cooperation.
Japan and Korea watch the gas and LNG exports of the two with concern."""
OPEN = """Whether Russia and Iran become allies depends on the war and on Washington.
The Shanghai Cooperation Organization gives both governments a common framework.
Bilateral trade stood at $1.7 billion in 2016, according to customs data.
European firms left Iran because of secondary sanctions, and trade has not recovered."""


SIDES = {
    -2: "Text {n} says that Russia and Iran will never be allies.",
    -1: "Text {n} says that Russia and Iran are no allies.",
    0: "Text {n} asks if Russia and Iran are allies.",
    1: "Text {n} says that the partnership of Russia and Iran grows ever closer.",
    2: "Text {n} says that Russia and Iran are allies.",
}
"""A text that stands on a side, by its score; a brief counts no source that shows nothing."""


def question() -> Question:
    """Return the question of the collection."""
    return question_from_sentence("Are Russia and Iran forming an alliance?")


def document(seed: str, raw: str, *, note: bool = False, **record: Any) -> Document:
    """Return a document of one article whose passages are the lines of `raw`."""
    passages, at = [], 0
    for number, line in enumerate(raw.split("\n"), 1):
        passages.append(Passage(id=f"{seed}#p{number}", start=at, end=at + len(line), text=line))
        at += len(line) + 1
    article = Article(id=seed, start=0, end=len(raw), passages=tuple(passages), **record)
    head = Seed(id=seed, file=f"{seed}.txt", sha256=(seed * 64)[:64], note=note, **record)
    return Document(seed=head, length=len(raw), articles=(article,), removed=())


def summary(made: Document, score: int | None, **change: Any) -> Summary:
    """Return a summary: the first line is the thesis, the others evidence, `$` a figure."""
    article = made.articles[0]
    quotes = [
        {"text": p.text, "start": p.start, "end": p.end, "passage": p.id} for p in article.passages
    ]
    record = article.model_dump(exclude={"id", "start", "end", "passages"})
    fields: dict[str, Any] = {
        "thesis": (Thesis(**quotes[0]),),
        "evidence": tuple(Evidence(**quote) for quote in quotes[1:]),
        "figures": tuple(figure(article, p) for p in article.passages if "$" in p.text),
        "stance": Stance(
            score=score,
            label="not addressed" if score is None else LABELS[score],
            confidence="moderate",
            quotes=(Quote(**quotes[0]),),
        ),
        **change,
    }
    return Summary(
        engine="test/1",
        seed=made.seed,
        question=question().text,
        articles=(ArticleSummary(id=article.id, **record, **fields),),
    )


def figure(article: Article, passage: Passage, **change: Any) -> Figure:
    """Return the dollar figure of a passage, with the first year that stands after it."""
    found = re.search(r"\$([\d.]+) billion(?: in (\d{4}))?", passage.text)
    assert found
    fields: dict[str, Any] = {
        "id": f"{article.id}#f{passage.id.rpartition('p')[2]}",
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "passage": passage.id,
        "value": float(found.group(1)) * 1e9,
        "unit": "USD",
        "measure": "Bilateral trade",
        "period": f"in {found.group(2)}" if found.group(2) else "",
        "year": int(found.group(2)) if found.group(2) else None,
        "number": {
            "start": passage.start + found.start(),
            "end": passage.start
            + found.end(0)
            - len(found.group(0))
            + len(found.group(0).split(" in ")[0]),
        },
    }
    return Figure(**{**fields, **change})


def documents(*, note: bool = False) -> list[Document]:
    """Return the three texts of the collection."""
    return [
        document(
            "a",
            DOUBT,
            note=note,
            authors=("Ann Doe",),
            title="Doubt",
            issued="2022-05-01",
            publisher="Outlet One",
        ),
        document(
            "b",
            BELIEF,
            note=note,
            authors=("Bo Roe",),
            title="Belief",
            issued="2024",
            publisher="Outlet Two",
        ),
        document("c", OPEN, note=note, title="Open", genre="report"),
    ]


def dossier(*, note: bool = False, as_of: date | None = AS_OF) -> Dossier:
    """Return the dossier of the three: one against, one for, one open."""
    made = documents(note=note)
    summaries = [summary(one, score) for one, score in zip(made, (-2, 1, 0), strict=True)]
    return collect(summaries, question(), as_of=as_of, documents=made)


def standing(*scores: int | None) -> Dossier:
    """Return the dossier of a text a score, each on its side; `None` takes up nothing."""
    made = [
        document(f"s{n}", SIDES[score or 0].format(n=n), title=f"Work {n}", container=f"Review {n}")
        for n, score in enumerate(scores)
    ]
    read = [summary(one, score) for one, score in zip(made, scores, strict=True)]
    return collect(read, question(), as_of=AS_OF, documents=made)


@cache
def templates() -> dict[str, str]:
    """Return the shipped templates by name."""
    names = ("brief.html.j2", "phrases.j2", "themes.yaml")
    return {name: (TEMPLATES / name).read_text("utf-8") for name in names}


@cache
def audience(name: str) -> Audience:
    """Return a shipped audience."""
    path = TEMPLATES / "audiences" / f"{name}.yaml"
    return parse_audience(path.read_text("utf-8"), path.name)

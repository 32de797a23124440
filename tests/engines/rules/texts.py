"""Texts for the tests of the rule engine, made into articles and documents."""

from __future__ import annotations

import re

from brief.model.document import Article, Document, Passage
from brief.model.source import Seed


def article(text: str, identity: str = "001", start: int = 0, title: str = "") -> Article:
    """Return `text` as an article; blank lines part its paragraphs, `# ` marks a heading."""
    passages: list[Passage] = []
    heading: tuple[str, ...] = ()
    for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text):
        words = match.group().rstrip()
        is_heading = words.startswith("# ")
        skip = 2 if is_heading else 0
        if is_heading:
            heading = (words[2:],)
        passages.append(
            Passage(
                id=f"{identity}#p{len(passages) + 1}",
                start=start + match.start() + skip,
                end=start + match.start() + len(words),
                text=words[skip:],
                kind="heading" if is_heading else "paragraph",
                heading=() if is_heading else heading,
            )
        )
    return Article(
        id=identity, title=title, start=start, end=start + len(text), passages=tuple(passages)
    )


def document(*articles: Article, length: int = 10**6) -> Document:
    """Return a document of the given articles."""
    seed = Seed(id="001_test", file="001_test.txt", sha256="0" * 64)
    return Document(seed=seed, length=length, articles=articles, removed=())

"""Reading, case by case: the pages in `tests/fixtures/reading`, as title, input and expected.

A case begins with `# title`. Its input may open with `file: name.md` and `as: crlf bom` (ways to
change the input: `crlf`, `bom`, `soft-hyphens`, `form-feed`). Expected are fields of the record,
then all passages in order (`p`, `h`, `i`, `q`, `n` for their kind, the first words, the numbers
of the notes they call), and some removed spans (`- reason | first words`).
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from brief.model.document import Article, Document
from brief.readers import read

FOLDER = Path(__file__).parents[1] / "fixtures" / "reading"
CASE = re.compile(
    r"^# ([^\n]+)\n~~~ input\n(.*?)\n~~~ expected\n(.*?)\n?~~~$", re.DOTALL | re.MULTILINE
)
KINDS = {"p": "paragraph", "h": "heading", "i": "item", "q": "quotation", "n": "note"}
CHANGES = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "bom": lambda text: "\ufeff" + text,
    "soft-hyphens": lambda text: text.replace("translators", "trans\u00adlators"),
    "form-feed": lambda text: text.replace("\n\nWhat", "\f\n\nWhat"),
}


@dataclass
class Case:
    title: str
    file: str
    data: bytes
    expected: list[str]


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for title, text, expected in CASE.findall(path.read_text("utf-8")):
            found.append(_case(title, text, expected.splitlines()))
    return found


def _case(title: str, text: str, expected: list[str]) -> Case:
    file, changes = "case.txt", []
    while match := re.match(r"(file|as): (.+)\n", text):
        text = text[match.end() :]
        if match[1] == "file":
            file = match[2]
        else:
            changes = match[2].split()
    for change in changes:
        text = CHANGES[change](text)
    return Case(title, file, text.encode(), expected)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_page_is_read_as_expected(case: Case) -> None:
    """Each page gives the record, the passages and the removed spans that an editor expects."""
    document, raw = read(case.file, case.data)
    for passage in (p for article in document.articles for p in article.passages):
        assert raw[passage.start : passage.end] == passage.text
    assert seen(document, case.expected) == [line for line in case.expected if line]


def seen(document: Document, expected: list[str]) -> list[str]:
    """Return the document in the form of the expectation, as detailed as that is."""
    lines = [f"note: {str(document.seed.note).lower()}"] if "note: true" in expected else []
    if len(document.articles) > 1:
        lines.append(f"articles: {len(document.articles)}")
    wanted = _parts(expected)
    for number, article in enumerate(document.articles):
        lines += _article(article, wanted[number] if number < len(wanted) else [])
    removed = [(cut.reason, cut.text) for cut in document.removed]
    for line in expected:
        if line.startswith("- "):
            reason, start = line[2:].split(" | ", 1)
            found = any(r == reason and text.startswith(start) for r, text in removed)
            lines.append(line if found else f"missing: {line}")
    return lines


def _parts(expected: list[str]) -> list[list[str]]:
    parts: list[list[str]] = []
    for line in expected:
        if line.startswith("title:"):
            parts.append([])
        if parts and not line.startswith("- "):
            parts[-1].append(line)
    return parts


def _article(article: Article, expected: list[str]) -> list[str]:
    fields = {
        "title": article.title,
        "authors": "; ".join(article.authors),
        "issued": str(article.issued or ""),
        "publisher": article.publisher,
        "affiliation": article.affiliation,
    }
    names = [line.split(":", 1)[0] for line in expected if " | " not in line]
    lines = [f"{name}: {fields[name]}".rstrip() for name in names if name in fields]
    ids = {p.id: p for p in article.passages}
    starts = [line.split(" | ")[1] for line in expected if " | " in line]
    for place, passage in enumerate(article.passages):
        start = starts[place] if place < len(starts) else passage.text
        fits = passage.text.startswith(start)
        letter = next(k for k, kind in KINDS.items() if kind == passage.kind)
        line = f"{letter} | {start if fits else passage.text[:40]}"
        called = [re.search(r"\d+", ids[note].text).group() for note in passage.notes]
        lines.append(f"{line} | {' '.join(called)}" if called else line)
    return lines

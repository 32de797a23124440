"""Reading measured on the real documents, against what a careful human found in them."""

import re

import pytest
import yaml

from brief.model.document import Document
from brief.readers import read

WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def measured(real_seeds, gold) -> list[tuple[dict, Document, str]]:
    """Return the gold of each seed, the document read and its raw text."""
    annotated = yaml.safe_load((gold / "gold_seeds.yaml").read_text("utf-8"))["seeds"]
    out = []
    for seed in annotated:
        document, raw = read(seed["file"], (real_seeds / seed["file"]).read_bytes())
        out.append((seed, document, raw))
    return out


def _kept(document: Document, notes: bool = False) -> set[int]:
    passages = [p for a in document.articles for p in a.passages if notes or p.kind != "note"]
    return {i for p in passages for i in range(p.start, p.end)}


def test_no_boilerplate_is_left(measured) -> None:
    """No character that the gold calls boilerplate stands in a passage that can be quoted."""
    left = []
    for seed, document, raw in measured:
        kept = _kept(document)
        for article in seed["articles"]:
            for span in article.get("boilerplate") or []:
                inside = "".join(raw[i] for i in range(span["s"], span["e"]) if i in kept)
                if inside.strip():
                    left.append((article["id"], span["kind"], inside))
    assert left == []


def test_no_sentence_of_the_argument_is_lost(measured) -> None:
    """Every thesis, evidence, figure and voice sentence of the gold stands in the passages."""
    lost = []
    for seed, document, raw in measured:
        words = " ".join(WORD.findall(_text(document)))
        for article in seed["articles"]:
            for sentence in _sentences(article):
                text = raw[sentence["s"] : sentence["e"]]
                if " ".join(WORD.findall(text)) not in words:
                    lost.append((article["id"], text))
    assert lost == []


def _text(document: Document) -> str:
    return " ".join(p.text for a in document.articles for p in a.passages if p.kind != "note")


def _sentences(article: dict) -> list[dict]:
    direct = (article.get("thesis") or []) + (article.get("evidence") or [])
    nested = (article.get("figures") or []) + (article.get("attributed") or [])
    return [s for s in direct if "s" in s] + [n["sentence"] for n in nested if "sentence" in n]


def test_articles_have_their_titles_authors_and_dates(measured) -> None:
    """Title, authors and date of the ten articles are read wherever they are printed."""
    for seed, document, _ in measured:
        assert [a.id for a in document.articles] == [a["id"] for a in seed["articles"]]
        for article, wanted in zip(document.articles, seed["articles"], strict=True):
            title = "" if wanted["title"].startswith("(") else wanted["title"]
            date = wanted["date"] if re.fullmatch(r"[\d-]+", wanted["date"]) else ""
            assert (article.title, list(article.authors)) == (title, wanted["authors"])
            assert str(article.issued or "") == date
            assert abs(article.start - wanted["span"][0]) <= 40 or article.id == "000"


def test_headings_are_found(measured) -> None:
    """Every heading of the gold is a heading, and nothing else is."""
    for seed, document, _ in measured:
        for article, wanted in zip(document.articles, seed["articles"], strict=True):
            found = [p.start for p in article.passages if p.kind == "heading"]
            assert found == [heading["s"] for heading in wanted["headings"]]


def test_footnotes_are_tied_to_their_marks(measured) -> None:
    """Each of the 20 footnotes of seed 003 is called from exactly one passage."""
    document = next(d for s, d, _ in measured if s["file"].startswith("003"))
    passages = document.articles[0].passages
    notes = [p.id for p in passages if p.kind == "note"]
    assert len(notes) == 20
    assert [note for p in passages for note in p.notes] == notes

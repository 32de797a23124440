"""What holds for any text: nothing is lost, offsets are exact, nothing crashes or hangs."""

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import BriefError
from brief.model.document import Document
from brief.readers import read
from brief.readers.dates import Order, date_alone
from tests.support.pace import yardsticks

SENTENCE = "The two ports have shared one pilot since the flood, and neither wants its own. "
FRAGMENTS = [
    SENTENCE,
    "The Long Road to the Coast",
    "By Jane Q. Doe",
    "Written by Omar Said.",
    "12 March 2019",
    "03/04/2015",
    "PrintShare",
    "Related articles",
    "Read more: Another road",
    "Image credit: CC by Someone/Flickr.",
    "Jane Q. Doe is a professor at the University of the Coast.",
    "[1] See the minutes, 1999.",
    "Roads are long.[1] Ports are far.¹",
    "• a point that stands by itself",
    "1. first",
    "## Heading",
    "> quoted",
    "---",
    "note: true",
    "Notes",
    "You may also like",
    "© 2020 The Coast Review",
    "forward.China and Russia",
    "\r\n",
    "\f",
    "\u00ad\u200b",
    "\x07",
    "мост",
    "港口",
    "🚢",
    "   ",
]
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("\n".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("\n\n".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=20)), max_size=20).map("".join),
)


def visible(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return the offsets of all characters that leave ink."""
    spans = range(start, len(text) if end is None else end)
    return [i for i in spans if unicodedata.category(text[i])[0] not in "ZC"]


def check(document: Document, raw: str) -> None:
    """Assert that offsets are exact and each visible character has one place."""
    passages = [p for article in document.articles for p in article.passages]
    spans = [*passages, *document.removed]
    for span in spans:
        assert raw[span.start : span.end] == span.text
    covered = sorted(i for span in spans for i in visible(raw, span.start, span.end))
    assert covered == visible(raw)
    assert len({p.id for p in passages}) == len(passages)
    known = {p.id for p in passages if p.kind == "note"}
    assert all(note in known for p in passages for note in p.notes)
    for article in document.articles:
        assert [p.start for p in article.passages] == sorted(p.start for p in article.passages)


def attempt(file: str, data: bytes) -> str:
    """Check the document of a file; return the error message when it is refused."""
    try:
        document, raw = read(file, data)
    except BriefError as problem:
        return str(problem)
    check(document, raw)
    return ""


@given(TEXTS, st.sampled_from(["a.txt", "a.md"]))
def test_reading_loses_no_visible_character(text: str, file: str) -> None:
    """Every visible character stands in exactly one passage or removed span."""
    problem = attempt(file, (text + "\n\n" + SENTENCE * 2).encode())
    assert not problem or "[seed-" in problem


@given(TEXTS, st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_a_document_or_one_clear_line(text: str, file: str) -> None:
    """Reading any text ends in a document or in an error of one line."""
    assert "\n" not in attempt(file, text.encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_one_clear_line(data: bytes) -> None:
    """Reading any bytes ends in a document or in an error of one line that names the file."""
    problem = attempt("a.txt", data)
    assert "\n" not in problem
    assert not problem or problem.startswith("a.txt")


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("\n\n".join))
def test_line_ends_change_no_passage(text: str) -> None:
    """A file with Windows line ends gives the passages of the same file with Unix ones."""
    unix = text.replace("\r", "") + "\n\n" + SENTENCE
    assert texts(unix) == texts(unix.replace("\n", "\r\n"))


def texts(text: str) -> list[tuple[str, str]]:
    """Return kind and text of all passages; none when the file is refused."""
    try:
        document, _ = read("a.txt", text.encode())
    except BriefError:
        return []
    return [(p.kind, p.text.replace("\r", "")) for a in document.articles for p in a.passages]


HOSTILE = {
    "one sentence ten thousand times on a line": SENTENCE * 2_000,
    "one word": "alliance " * 12_000,
    "no blank": "a" * 100_000,
    "digits": "1234567890 " * 4_000,
    "brackets": "[" * 20_000,
    "note marks": "word.[1] " * 4_000,
    "numbered lines": "\n".join(f"{n}. point" for n in range(1_500)),
    "note lines": "\n".join(f"[{n}] See page {n}." for n in range(1, 900)),
    "short lines": "Home\n" * 4_000,
    "names": "By Jane Doe\n" * 800,
    "glued": "forward.China and Russia are close" * 2_000,
    "camel": "PrintShare" * 6_000,
    "stops": "." * 40_000,
    "spaces": "word" + " " * 60_000 + "word.",
    "quotes": "“" * 10_000,
    "hyphens": "a-" * 20_000,
    "slashes": "12/" * 10_000,
    "capitals": "Alpha " * 10_000,
    "credits": "Photo: a/" * 4_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    """A tenth of a megabyte of anything is read, or refused, in some seconds at the slowest."""
    data = f"{HOSTILE[name]}\n\n{SENTENCE}".encode()

    def reads() -> None:
        with contextlib.suppress(BriefError):
            document, raw = read("a.txt", data)
            assert len(raw) == document.length

    assert yardsticks(reads, limit=300) <= 300


RUNS = [
    *" \t\n\r1aA中¹.,:;-–—|/*_#>()[]“”\"'’@",
    "Aa",
    "..",
    "1. ",
    "a.A",
    "A, ",
    "[1]",
    "a|",
    "# ",
]


@pytest.mark.parametrize("before", ["", "By Jane Doe", "Jane Doe", "Author", "# ", "1. "])
@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_runs_of_any_sign_take_linear_time(before: str, file: str) -> None:
    """No pattern backtracks over a long run of one sign, wherever the run stands."""
    slow = {run: took for run in RUNS if (took := time_of(file, f"{before}{run * 5_000}end")) > 50}
    assert slow == {}


def time_of(file: str, text: str) -> float:
    """Return how long the reading of a text takes, or its refusal."""
    data = f"{text}\n\n{SENTENCE}".encode()

    def reads() -> None:
        with contextlib.suppress(BriefError):
            read(file, data)

    return yardsticks(reads, limit=50)


def test_ordinary_text_is_read_quickly() -> None:
    """5,000 words are read in about as long as it takes to count them a few times."""
    words = " ".join(f"word{n} of a sentence that goes on." for n in range(12))
    data = "\n\n".join(f"Paragraph {n}: {words}" for n in range(60)).encode()
    read("a.txt", data)
    assert yardsticks(lambda: read("a.txt", data), limit=15) <= 15


def test_a_date_is_sought_at_the_same_pace_in_a_long_line() -> None:
    """Whether a line is a date alone is told of 25,000 words in about a second."""
    line = "5 May 2020: " + "It came in on May Day, and by the end of May it was on time. " * 1_700
    assert yardsticks(lambda: date_alone(line, Order()), limit=250) <= 250


def test_real_documents_lose_nothing(real_seeds) -> None:
    """Each visible character of the real documents has one place."""
    for path in sorted(real_seeds.glob("*.txt")):
        check(*read(path.name, path.read_bytes()))

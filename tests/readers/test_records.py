"""Ids, the records of the bibliography, dates, and what a document says about itself."""

import hashlib

import pytest

from brief.errors import BriefError
from brief.model.document import Document
from brief.model.source import Issued, Record
from brief.readers import read
from brief.readers.affiliations import affiliation_in
from brief.readers.dates import Order, find_date, order_of
from brief.readers.names import leading_name, split_names, written

PAGE = b"""The Price of Tin

By Ida Moreau

4 May 2018

The strait is forty miles wide, and it carries a quarter of the tin of the world.
"""
LINE = "The reef was a rock at high tide and is now a runway that nobody saw growing. "
ROUNDUP = f"""Lakeside Forum

The Reef That Grew

Written by Helen Park.

{LINE * 8}

A Lighthouse for Sale

Written by Omar Said.

{LINE.replace("reef", "lighthouse") * 8}
"""


def test_ids_come_from_the_stem() -> None:
    """Passages are cited by the stem up to its first underscore, unless an id is given."""
    for file, short, expected in (
        ("003_2dacb037.txt", "", "003#p1"),
        ("tin.txt", "", "tin#p1"),
        ("_x.txt", "", "_x#p1"),
        ("003_2dacb037.txt", "003_2dacb037", "003_2dacb037#p1"),
    ):
        document, _ = read(file, PAGE, {}, short)
        assert document.articles[0].passages[0].id == expected


def test_a_document_names_its_bytes() -> None:
    """Seed and document say the file, its digest and its length in characters."""
    document, raw = read("tin.txt", PAGE)
    assert document.seed.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert (document.seed.file, document.length) == ("tin.txt", len(raw))
    assert document.seed.note is False


def test_a_record_wins_field_by_field() -> None:
    """What the bibliography knows replaces what is printed; the rest stays as printed."""
    record = Record(title="The Price of Tin, Revised", publisher="Lakeside Press")
    document, _ = read("tin_1.txt", PAGE, {"tin_1": record})
    article = document.articles[0]
    assert article.title == document.seed.title == "The Price of Tin, Revised"
    assert article.publisher == "Lakeside Press"
    assert article.authors == ("Ida Moreau",)
    assert article.issued == Issued(year=2018, month=5, day=4)


def test_articles_of_a_roundup_have_records_of_their_own() -> None:
    """`stem.2` is the record of the second article, `stem` that of the whole."""
    records = {
        "r_1": Record(title="Islands"),
        "r_1.2": Record(authors=("O. Said",), issued=Issued(year=2016)),
    }
    document, _ = read("r_1.txt", ROUNDUP.encode(), records)
    one, two = document.articles
    assert (one.id, two.id) == ("r.1", "r.2")
    assert (one.title, one.authors, one.issued) == ("The Reef That Grew", ("Helen Park",), None)
    assert (two.title, two.authors) == ("A Lighthouse for Sale", ("O. Said",))
    assert two.issued == Issued(year=2016)
    assert document.seed.title == "Islands"
    assert one.container == document.seed.publisher == "Lakeside Forum"
    assert one.end <= two.start


def test_what_is_not_printed_stays_empty() -> None:
    """A bare text has no title, author, date or publisher."""
    article = read("a.txt", (LINE * 3).encode())[0].articles[0]
    assert article.model_dump(include=set(Record.model_fields)) == Record().model_dump()


def test_a_seed_that_loses_most_of_its_words_is_flagged() -> None:
    """More words cut than kept is a warning that says how many."""
    page = PAGE.decode() + "\nRelated articles\n\n" + "Another long link to a page\n\n" * 20
    document, _ = read("a.txt", page.encode())
    assert [d.code for d in document.diagnostics] == ["seed-mostly-removed"]
    assert "a.txt: warning:" in str(document.diagnostics[0])
    assert read("a.txt", PAGE + LINE.encode() * 4)[0].diagnostics == ()


def test_reading_is_deterministic() -> None:
    """The same bytes give the same document."""
    assert read("r.txt", ROUNDUP.encode())[0] == read("r.txt", ROUNDUP.encode())[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nnote: [true\n---\n# T\n", 2),
        ("---\nnote: true\nbad: 'x\n---\n# T\n", 3),
        ("---\nnote: true\n# T\n\nText that goes on.\n", 1),
        ("---\nnote: true\n- item\n---\n", 3),
    ],
)
def test_broken_front_matter_is_named_with_its_line(text: str, line: int) -> None:
    """Broken or open front matter is one line with file and line number."""
    with pytest.raises(BriefError) as caught:
        read("a.md", text.encode())
    place, rest = str(caught.value).split(": error: ")
    assert place in (f"a.md:{line}", f"a.md:{line + 1}")
    assert rest.endswith("[seed-front-matter]")


def test_headings_nest_by_their_numbers() -> None:
    """A heading numbered 2.1 stands in the path below heading 2."""
    lines = [f"The {name} was a rock until a runway grew on it over the years." for name in "abcd"]
    heads = ["", "2. Harbors", "2.1 Reefs", "3. Ships"]
    text = "\n\n".join(f"{head}\n\n{line}" for head, line in zip(heads, lines, strict=True))
    passages = read("a.txt", text.encode())[0].articles[0].passages
    paths = [p.heading for p in passages if p.kind == "paragraph"]
    assert paths == [(), ("2. Harbors",), ("2. Harbors", "2.1 Reefs"), ("3. Ships",)]


def issued(text: str, order: Order | None = None) -> str:
    found = find_date(text, order or Order())
    return str(found.issued) if found else ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 5, 2019", "2019-03-05"),
        ("Jun 16, 2022", "2022-06-16"),
        ("5th of March, 2019", "2019-03-05"),
        ("Sept. 9 2014", "2014-09-09"),
        ("21 Jan. 2008", "2008-01-21"),
        ("August 2011", "2011-08"),
        ("2020-06-03T09:30", "2020-06-03"),
        ("2020/6/3", "2020-06-03"),
        ("03.04.2015", "2015-04-03"),
        ("23/04/2015", "2015-04-23"),
        ("04/23/2015", "2015-04-23"),
        ("05/05/2015", "2015-05-05"),
        ("03/04/2015", "2015"),
        ("12 марта 2019", "2019-03-12"),
        ("3. März 2019", "2019-03-03"),
        ("12 de mayo de 2019", "2019-05-12"),
        ("2019年10月9日", "2019-10-09"),
        ("2019年10月", "2019-10"),
        ("45/67/2019", ""),
        ("31 February 2019", "2019-02"),
        ("Resolution 1929 of 2010", ""),
        ("from 1989 to 1991", ""),
        ("Su-27/30", ""),
    ],
)
def test_a_date_is_read_as_far_as_it_is_certain(text: str, date: str) -> None:
    """Each printed form gives its date; an ambiguous one gives the year."""
    assert issued(text) == date


def test_the_file_shows_how_its_numeric_dates_are_ordered() -> None:
    """Another date over 12, or three dates that share one part, resolve an ambiguous date."""
    assert issued("03/04/2015", order_of("03/04/2015 ... 27/02/2015")) == "2015-04-03"
    assert issued("03/04/2015", order_of("03/04/2015 ... 02/27/2015")) == "2015-03-04"
    shared = order_of("07/03/2015, then 03/05/2015 03/06/2015 03/07/2015 03/08/2015")
    assert issued("07/03/2015", shared) == "2015-03-07"
    assert issued("03/04/2015", order_of("03/04/2015 05/06/2015 07/08/2015")) == "2015"
    assert issued("03/04/2015", order_of("13/04/2015 04/13/2015")) == "2015"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Q. Doe and Li Wenhua", ["Jane Q. Doe", "Li Wenhua"]),
        ("Dr. Jane Doe, Ph.D., Omar al-Said", ["Jane Doe", "Omar al-Said"]),
        ("Jane Doe & Ursula von der Au", ["Jane Doe", "Ursula von der Au"]),
        ("Prof. Jean-Luc O’Neill Jr.", ["Jean-Luc O’Neill"]),
        ("J. R. Harmon", ["J. R. Harmon"]),
        ("ANNA BERG AND TOM HALE", ["ANNA BERG", "TOM HALE"]),
        ("Анна Берг и Пётр Новак", ["Анна Берг", "Пётр Новак"]),
        ("South Korea", []),
        ("Foreign Policy", []),
        ("the old harbor", []),
        ("2030", []),
    ],
)
def test_names_are_known_by_their_shape(text: str, names: list[str]) -> None:
    """Two to five capitalized words are a name, common words of headlines are none."""
    assert list(split_names(text)[0]) == names


def test_a_name_ends_where_other_words_begin() -> None:
    """A name is found at the start of a text only, without its honorific."""
    assert leading_name("Dr. Jane Doe is a fellow") == ("Jane Doe", 12)
    assert leading_name("Nobody knows") == ("", 0)


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("She is a senior fellow at the Harbor Institute.", "Harbor Institute"),
        ("is Professor of Law at Lakeside University, specializing in", "Lakeside University"),
        ("Senior Fellow, Institute for Ports at HLS", "Institute for Ports at HLS"),
        ("is the editor of The Lakeside Review and a poet", "The Lakeside Review"),
        ("is a writer who lives in Oslo", ""),
    ],
)
def test_the_institution_is_taken_as_printed(text: str, institution: str) -> None:
    """A biography or role line gives the institution it names, and nothing when it names none."""
    assert affiliation_in(text).removeprefix("The ") == institution.removeprefix("The ")


def test_the_language_shows_in_the_script() -> None:
    """Chinese, Japanese and Korean texts are tagged by their script, others stay English."""
    for text, tag in (
        ("两国的港口已经关闭，没有人知道原因，渔民们也不再出海。", "zh"),
        ("両国の港は閉鎖されました。漁師たちはもう海に出ません。", "ja"),
        ("두 나라의 항구는 폐쇄되었고 아무도 그 이유를 모르고 있다고 어부들은 말한다.", "ko"),
        ("Порт закрыт до весны, говорят моряки, и никто не знает почему.", "und-Cyrl"),
        (LINE, "en"),
    ):
        document: Document = read("a.txt", text.encode())[0]
        assert document.seed.language == tag


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("KIM Jong-min", "Kim Jong-min"),
        ("LI Wei", "Li Wei"),
        ("TSUKADA Haruki", "Tsukada Haruki"),
        ("SZALAI Dorottya", "Dorottya Szalai"),
        ("Marc JULIENNE", "Marc Julienne"),
        ("CNAS Press Team", "CNAS Press Team"),
        ("The RAND Corporation", "The RAND Corporation"),
    ],
)
def test_a_family_name_in_capitals_stays_the_family_name(printed: str, name: str) -> None:
    """A family name printed first in capitals is kept where its country prints it first.

    The letters that a house is named by are no shouting.
    """
    assert written(printed) == name


@pytest.mark.parametrize(
    ("page", "issued"),
    [
        ("25/01/14. They met in 2012 and in 2014.", "2014-01-25"),
        ("25/01/14. They met in 2022 and in 2024.", "2025-01-14"),
        ("25/01/14. They met twice.", ""),
        ("25/01/14. See www.outlet.co.jp", "2025-01-14"),
        ("03/04/22. See https://outlet.co.uk/views", "2022-04-03"),
        ("03/04/22. Updated 10:15 AM EDT", "2022-03-04"),
        ("03/04/22. See https://outlet.co.uk and http://house.gov", ""),
        ("09/10/2019. Printed 07:41 IST", "2019-10-09"),
        ("09/10/2019. They met twice.", "2019"),
    ],
)
def test_a_date_in_numbers_is_read_as_the_page_bears_out(page: str, issued: str) -> None:
    """Years named in the text, or the country of the page, decide; without them it stays open."""
    found = find_date(page.split(". ")[0], order_of(page))
    assert str(found.issued if found else "") == issued


def test_a_date_that_stays_open_is_said() -> None:
    """A note quotes the date that can be read in several ways, and says what is taken of it."""
    text = "The Long Border\n\nBy Ida Moreau\n\n03/04/22\n\n" + "They trade, and do not ally. " * 9
    document, _ = read("a.txt", text.encode())
    (note,) = document.diagnostics
    assert (note.code, note.severity) == ("seed-date-unclear", "note")
    assert "“03/04/22”" in note.message


def test_paragraphs_are_counted_without_headings() -> None:
    """A note that says “para. 2” means the second paragraph that a person counts on the page."""
    text = (
        f"# The Price of Tin\n\nBy Ida Moreau\n\n{LINE * 3}\n\n"
        f"## A heading between them\n\n{LINE.replace('reef', 'mine') * 3}\n"
    )
    document, _ = read("tin.md", text.encode())
    ids = [passage.id for passage in document.articles[0].passages]
    assert ids == ["tin#p1", "tin#h1", "tin#p2"]


@pytest.mark.parametrize("name", ["Ma Xiaolin", "An Gang", "Le Hong Hiep", "So Young Kim", "Li Ma"])
@pytest.mark.parametrize("line", ["By {}", "By {}, Any Institute, 3 March 2021"])
def test_a_family_name_may_be_a_small_word_or_a_degree(name: str, line: str) -> None:
    """Ma is no Master of Arts, An no article and Le none of a date: nobody loses half a name."""
    text = f"# Why the harbor has two flags\n\n{line.format(name)}\n\n{LINE * 3}\n"
    document, _ = read("a.md", text.encode())
    assert document.seed.authors == (name,)

"""The settings at the top of a file, in the forms that site generators and note takers write."""

import pytest

from brief.model.document import Article
from brief.readers import read

TEXT = """
The harbors were rebuilt in a year. The roads to them took a decade, and nobody knows why.

The mayor says that it rained, and that the rain has not stopped since.
"""
HEADED = "\n# Harbors after the Flood\n" + TEXT
BOTH = "Jane Doe; John Roe"


def article(text: str, file: str = "a.md") -> Article:
    return read(file, text.encode())[0].articles[0]


def yaml(lines: str, body: str = HEADED) -> Article:
    return article(f"---\n{lines}\n---\n{body}")


@pytest.mark.parametrize(
    ("written", "issued"),
    [
        ("2018", "2018"),
        ("'2018'", "2018"),
        ("2018-05", "2018-05"),
        ("05/2018", "2018-05"),
        ("May 2018", "2018-05"),
        ("2018 May 3", "2018-05-03"),
        ("May 3rd, 2018", "2018-05-03"),
        ("3. Mai 2018", "2018-05-03"),
        ("2018年5月3日", "2018-05-03"),
        ("Thu, 03 May 2018 10:00:00 GMT", "2018-05-03"),
        ("2018-05-03 10:00:00 +0900", "2018-05-03"),
        ("2018-05-03T10:00:00Z # checked", "2018-05-03"),
        ("20180503", "2018-05-03"),
        ("[[2018-05-03]]", "2018-05-03"),
        ("[2018-05-03]", "2018-05-03"),
        ("2018-05-00", "2018-05"),
        ("Spring 2018", "2018"),
        ("03/05/2018", "2018"),
        ("{date-parts: [[2018, 5, 3]]}", "2018-05-03"),
        ("[{year: 2018, month: 5}]", "2018-05"),
        ("", ""),
        ("null", ""),
        ("true", ""),
    ],
)
def test_each_way_to_write_a_date(written: str, issued: str) -> None:
    """A date is read as far as it is certain, however a setting writes it."""
    assert str(yaml(f"date: {written}").issued or "") == issued


@pytest.mark.parametrize(
    "key",
    ["Date", "DATE", "published", "publishDate", "pubDate", "date_published", "issued", "Year"],
)
def test_each_name_of_the_date(key: str) -> None:
    """The date is found under each name that generators have for it, in any case."""
    assert str(yaml(f"{key}: 2018").issued) == "2018"


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        ("date: 2018-01-01\nlastmod: 2020-01-02", "2018-01-01"),
        ("published: false\ndate: 2018", "2018"),
        ("year: 2018\nmonth: 5", "2018-05"),
        ("created: 2018-01-02", "2018-01-02"),
        ("created: 2024-01-02\nsource: https://a.example/b", ""),
        ("created: 2024-01-02\npublished:", ""),
    ],
)
def test_which_of_several_dates(lines: str, issued: str) -> None:
    """A file's own day is that of the work where nothing else is said, and no page was clipped."""
    assert str(yaml(lines).issued or "") == issued


def test_the_print_may_be_more_precise() -> None:
    """A year in the settings leaves the day of the same year that is printed below the title."""
    body = f"\n# Harbors after the Flood\n\nBy Jane Doe, 3 May 2018\n{TEXT}"
    assert str(yaml("date: 2018", body).issued) == "2018-05-03"
    assert str(yaml("date: 2017", body).issued) == "2017"


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Jane Doe", "Jane Doe"),
        ("By Jane Doe", "Jane Doe"),
        ("Doe, Jane", "Jane Doe"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Jane Doe and John Roe", BOTH),
        ("Jane Doe, John Roe", BOTH),
        ("Doe, Jane and Roe, John", BOTH),
        ("'Doe, Jane; Roe, John'", BOTH),
        ("[Jane Doe, John Roe]", BOTH),
        ("['[[Jane Doe]]', '[[John Roe]]']", BOTH),
        ("[[Jane Doe]]", "Jane Doe"),
        ("'[Jane Doe](https://a.example)'", "Jane Doe"),
        ("Jane Doe <jane@a.example>", "Jane Doe"),
        ("{name: Jane Doe, url: a}", "Jane Doe"),
        ("[{given: Jane, family: Doe}, {firstName: John, lastName: Roe}]", BOTH),
        ("[{name: {given: Jane, family: Doe}}, {name: John Roe}]", BOTH),
        ("{jane: {name: Jane Doe}}", "Jane Doe"),
        ("[Jane Doe: {institute: a}, John Roe: {institute: b}]", BOTH),
        ("jane-doe", "Jane Doe"),
        ("Harbor Institute", "Harbor Institute"),
        ("李伟", "李伟"),
        ("admin", ""),
        ("'@jdoe'", ""),
        ("", ""),
    ],
)
def test_each_way_to_write_authors(written: str, authors: str) -> None:
    """Authors are read from texts, lists and mappings; the account of a site is nobody."""
    assert "; ".join(yaml(f"author: {written}").authors) == authors


@pytest.mark.parametrize("key", ["authors", "AUTHOR", "by", "byline", "creator", "Written-By"])
def test_each_name_of_the_authors(key: str) -> None:
    """Authors are found under each name that generators have for them, in any case."""
    assert yaml(f"{key}: Jane Doe").authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "head",
    [
        "+++\ntitle = 'Steel'\ndate = 2018-05-03T10:00:00Z\nauthors = ['Jane Doe']\n+++\n",
        "+++\ntitle = 'Steel'\ndate = 2018-05-03\n[params]\nauthor = 'Jane Doe'\n+++\n",
        "+++\ntitle = 'Steel'\ndate = '2018-05-03'\n[[authors]]\nname = 'Jane Doe'\n+++\n",
        '{\n"title": "Steel", "date": "2018-05-03", "author": "Jane Doe"\n}\n',
        "% Steel\n% Jane Doe\n% May 3, 2018\n",
        "Title: Steel\nAuthor: Jane Doe\nDate: 2018-05-03\n",
        "title:: Steel\nauthor:: [[Jane Doe]]\ndate:: [[2018-05-03]]\n",
        "- **Title**: Steel\n- **Author**: [[Jane Doe]]\n- **Date**: 2018-05-03\n",
        "\n---\r\nTitle: Steel\r\nAuthor: Jane Doe\r\nDate: 2018-05-03\r\n---\r\n",
    ],
)
@pytest.mark.parametrize("body", [TEXT, HEADED])
def test_each_kind_of_settings(head: str, body: str) -> None:
    """TOML, JSON, Pandoc's lines, note takers' fields and bare lines say the same as YAML."""
    found = article(head + body)
    assert (found.title, found.authors, str(found.issued)) == ("Steel", ("Jane Doe",), "2018-05-03")
    assert [p.text[:11] for p in found.passages if p.kind == "paragraph"] == [
        "The harbors",
        "The mayor s",
    ]


def test_settings_without_a_fence_in_a_plain_text() -> None:
    """A plain text may begin with lines that tell title, author and date."""
    found = article(f"Title: Steel\nAuthor: Doe, Jane\nDate: 2018\n{TEXT}", "a.txt")
    assert (found.title, found.authors, str(found.issued)) == ("Steel", ("Jane Doe",), "2018")


@pytest.mark.parametrize("title", ["Steel: a history", "No", "1984", "@home", 'On "pig_iron"'])
def test_a_title_is_what_was_typed(title: str) -> None:
    """What YAML would take for a mapping, a number or false is a title, quoted or not."""
    assert yaml(f"title: {title}\nauthor: Jane Doe").title == title


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ("publication: Harbor Review", "Harbor Review"),
        ("source: Harbor Review", "Harbor Review"),
        ("source: https://a.example/b", ""),
    ],
)
def test_the_outlet_in_the_settings(lines: str, publisher: str) -> None:
    """The outlet is named in the settings; the address of a page names none."""
    assert yaml(f"title: Steel\n{lines}").publisher == publisher


@pytest.mark.parametrize("heading", ["# Introduction", "## Who paid", "Who paid"])
def test_a_first_heading_is_no_title_beside_settings(heading: str) -> None:
    """Where the settings give the title, a heading of other words stays in the text."""
    found = yaml("title: Steel", f"\n{heading}\n{TEXT}")
    assert found.title == "Steel"
    assert found.passages[0].text == heading.lstrip("# ")


def test_the_link_of_a_page() -> None:
    """Where a page stands is read from the key that holds an address, not from an outlet's name."""
    assert yaml("url: https://a.example/b").url == "https://a.example/b"
    assert yaml("{source: The Post, link: https://a.example/b}").url == "https://a.example/b"
    assert yaml("source: The Post").url == ""
    assert article(f"https://a.example/b\n{HEADED}", "a.txt").url == "https://a.example/b"


@pytest.mark.parametrize("day", ["2017/09/15", "2017-09-15"])
def test_the_day_in_the_address_of_a_page(day: str) -> None:
    """An address that holds a day dates a text that prints none."""
    assert str(article(f"https://a.example/{day}/steel\n{HEADED}", "a.txt").issued) == "2017-09-15"

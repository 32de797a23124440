"""Bylines in, the names of those who wrote out: no city, and no line on who somebody is."""

import pytest

from brief.readers import read

TEXT = """
The harbors were rebuilt in a year. The roads to them took a decade, and nobody knows why.

The mayor says that it rained, and that the rain has not stopped since.

Nobody has counted the ships that wait, since the clerks are busy with those that left.

The council has voted for a new wall, which will be built as soon as somebody pays for it.

The fishers go out at night, and come back when the wind from the hills has died down.

What the town will do without its boats is a matter that nobody likes to speak about.
"""


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe Nairobi", "Jane Doe"),
        ("By Jane Ruth Doe New Delhi", "Jane Ruth Doe"),
        ("By Ana Maria Lima", "Ana Maria Lima"),
        ("By Jane Tallinn", "Jane Tallinn"),
    ],
)
def test_the_capital_behind_a_name_is_where_its_bearer_writes(line: str, author: str) -> None:
    """A capital is no family name, but where people bear it, or nothing else is left of a name."""
    text = f"The Long Road to the Harbor\n\n{line}\n\n3 May 2018\n{TEXT}"
    assert read("a.txt", text.encode())[0].articles[0].authors == (author,)


def test_a_line_on_who_somebody_is_is_no_title() -> None:
    """A bureau chief is one who writes: the line that says so is his byline."""
    said = "Jane Doe is The Monitor of Tema's Accra bureau chief"
    text = f"The harbor ‘could close’ if the rain goes on, says the mayor\n\n{said}\n{TEXT}"
    article = read("a.txt", text.encode())[0].articles[0]
    assert (article.title[:10], article.authors) == ("The harbor", ("Jane Doe",))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "below",
    ["Senior Research Fellow of the Harbor Institute (HI); jdoe@harbor.example", "3 May 2018"],
)
def test_a_name_below_a_heading_and_its_office_or_a_day_is_the_author(gap: str, below: str) -> None:
    """In Markdown too an author may stand without `By`, in one paragraph with the office or not."""
    text = f"# The Long Road to the Harbor\n\nJane Doe{gap}{below}\n\n## Abstract\n{TEXT}"
    found = read("a.md", text.encode())[0].articles[0]
    assert found.authors == ("Jane Doe",)
    assert "(" not in found.affiliation
    assert not any("Jane Doe" in one.text for one in found.passages)

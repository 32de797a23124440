"""CSL-YAML items to records."""

import pytest

from brief.errors import BriefError
from brief.store.references import parse_references


def test_names_are_put_given_name_first():
    """A CSL name becomes the name as printed, particles included."""
    data = {"references": [{"id": "a", "author": [
        {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
        {"literal": "Ministry of Foreign Affairs"},
    ]}]}  # fmt: skip
    assert parse_references(data, "r.yaml")["a"].authors == (
        "Ludwig van Beethoven",
        "Ministry of Foreign Affairs",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"reference": [{"id": "a"}]}, "'references', not 'reference'"),
        ({"references": [{"id": "a", "authors": "Ann Lee"}]}, "'authors' is called 'author'"),
        ([{"id": "a", "date": 2019}], "'date' is called 'issued'"),
        ([{"title": "A"}], "item 1 has no id"),
    ],
)
def test_no_record_or_field_is_lost_for_its_name(data, said):
    """A field that CSL calls otherwise would leave a source without author or date, unsaid."""
    with pytest.raises(BriefError, match=said):
        parse_references(data, "r.yaml")


def test_a_number_is_an_id():
    """Also 0, which YAML reads for 000."""
    assert parse_references([{"id": 0}, {"id": 12}], "r.yaml").keys() == {"0", "12"}


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2019-10-09", "2019-10-09"),
        ("2019", "2019"),
        (2019, "2019"),
        ({"date-parts": [[2019, 10]]}, "2019-10"),
        ([{"year": 2019, "month": 10, "day": 9}], "2019-10-09"),
        ("2019-10-09/2019-10-11", "2019-10-09"),
        ({"literal": "spring 2019"}, None),
        (None, None),
    ],
)
def test_dates_keep_their_precision(issued, expected):
    """A date in any CSL form keeps exactly the parts that are known."""
    record = parse_references([{"id": "a", "issued": issued}], "r.yaml")["a"]
    assert (str(record.issued) if record.issued else None) == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"references": {"id": "a"}}, "'references' is not a list"),
        ([{"title": "No id"}], "item 1 has no id"),
        ([{"id": "a"}, {"id": "a"}], "the id 'a' stands twice"),
        ([{"id": "a", "issued": "2019-13-01"}], "'a': 'issued' is no date"),
        ([{"id": "a", "author": "Jane Doe"}], "'a': 'author' is not a list"),
    ],
)
def test_a_wrong_item_is_named(data, said):
    """What is wrong in a references file is said in one line that names the item."""
    with pytest.raises(BriefError, match=said):
        parse_references(data, "r.yaml")

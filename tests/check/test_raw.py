"""Markup, style sheets and signs of control are not printed as words."""

import pytest

from brief.check.raw import check_raw, raw_in
from tests.check.faithful import faithful
from tests.check.mutate import altered

RAW_WORDS = [
    '<span style="color:#808080; font-size:14.9pt">A pact', '“<span style="color”', "A pact<br>",
    "A pact&nbsp;now", "A pact font-weight: bold;", "{{ title }}", "**A pact", "A pact](http",
    "A \u202epact", "A\x9d pact", "A \ufffd pact", "\ue001 A pact",
]  # fmt: skip


@pytest.mark.parametrize("words", RAW_WORDS)
def test_markup_that_would_be_printed_is_refused(words):
    """A source named with it is told once, by its seed; a sentence of ours by its block."""

    def named(tree):
        tree["references"][0]["children"][0]["text"] += words
        tree["references"][0]["names"].append(words)
        said(tree)

    def said(tree):
        block = next(one for one in tree["blocks"] if one["id"] == "say")
        block["children"].append({"kind": "text", "text": f" So says {words}."})

    (line,) = check_raw(altered(faithful(), named))
    assert "reference 1: error: author, title or publisher of seed 001_aldana holds" in str(line)
    (line,) = check_raw(altered(faithful(), said))
    assert "block say: error: what it says holds" in str(line)


@pytest.mark.parametrize("head", ["series", "running", "footer", "first_running"])
def test_heads_and_feet_of_pages_hold_none(head):
    """What is printed on each page comes from the audience file, and is read as closely."""

    def named(tree):
        tree["labels"][head] = "For <b>Delhi</b>"

    (line,) = check_raw(altered(faithful(), named))
    assert line.severity == "error"
    assert "holds markup: “<b>Delhi</b>”" in str(line)


def test_a_head_that_may_repeat_a_title_of_a_persons_stops_no_build():
    """The running head and the properties follow the title, which a person may have typed."""

    def typed(tree):
        tree["labels"]["running"] = tree["summary"] = tree["title"] = "On <b>ports</b>"
        tree["edited"] = ["brief/title"]

    assert [one.severity for one in check_raw(altered(faithful(), typed))] == ["warning"] * 3


@pytest.mark.parametrize(
    "words", ["AT&T; a < b and c > d", "Sino-Russian: the end; a start", "5 * 4", "snake_case"]
)
def test_signs_that_people_write_are_no_markup(words):
    """Ampersands, comparisons, colons and single stars or lines stay."""
    assert raw_in(words) == ""


@pytest.mark.parametrize("strict", [False, True])
def test_what_a_person_typed_so_stops_no_build(strict):
    """A person's own words are warned of, and an error only where one asks for it."""

    def typed(tree):
        block = next(one for one in tree["blocks"] if one["id"] == "say")
        block["children"].append({"kind": "text", "text": " So <b>bold</b>."})
        tree["references"][0]["children"][0]["text"] += "<i>In press</i>"
        tree["edited"] = ["say", "ref:001"]

    found = [one.severity for one in check_raw(altered(faithful(), typed), strict=strict)]
    assert found == ["error" if strict else "warning"] * 2


def test_a_true_brief_holds_none():
    """Quotations may hold anything; nothing else in a true brief is markup."""
    assert list(check_raw(faithful())) == []


def test_the_file_of_a_source_is_named_where_the_folder_is_known():
    """A short id is no name of a file: who mends it looks for that."""

    def named(tree):
        tree["references"][0]["children"][0]["text"] += "<br>"

    files = {faithful().references[0].id: "001_aldana.md"}
    (line,) = check_raw(altered(faithful(), named), seed_of=files.get)
    assert "publisher of seed 001_aldana.md holds" in str(line)

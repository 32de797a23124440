"""YAML with errors that name the line."""

from itertools import pairwise

import pytest

from brief.errors import BriefError
from brief.model.review import Reviews
from brief.store import yaml_text


def said(text, kind=None):
    with pytest.raises(BriefError) as caught:
        yaml_text.validate(text, "f.yaml", kind) if kind else yaml_text.parse(text, "f.yaml")
    return str(caught.value)


def test_broken_yaml_names_its_line():
    """A syntax error is one line with file and line number."""
    assert said("a: 1\nb: [1, 2\nc: 3\n").startswith("f.yaml:3: error: broken YAML")


def test_a_repeated_key_is_refused():
    """YAML would silently drop the first of two equal keys; we do not."""
    assert "f.yaml:3: error: the key 'a' stands twice (first on line 1)" in said("a: 1\nb: 2\na: 3")


def test_a_misspelt_field_names_its_line():
    """An unknown field is named with the line it stands on."""
    text = "corrections:\n  - seed: x\n    who: A\n    when: 2026-01-02\n    stanse: 1\n"
    assert "f.yaml:5: error: corrections.0.stanse: is not a known field (misspelt?)." in said(
        text, Reviews
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("seed: a\n", "It belongs below `corrections:`."),
        ("reviewer: {who: A, when: 2026-11-20, reviewer: B}\n", "It belongs at the margin."),
    ],
)
def test_a_field_at_the_wrong_place_is_told_where_it_belongs(text, hint):
    """Its name is right, so no other is asked for."""
    assert hint in said(text, Reviews)


def test_a_missing_field_names_its_parent():
    """A missing field is named with the line of what lacks it."""
    text = "corrections:\n  - seed: x\n    when: 2026-01-02\n    stance: 1\n"
    assert "f.yaml:2: error: corrections.0.who: is missing." in said(text, Reviews)


def test_a_date_stays_text():
    """A date typed in YAML is kept as typed, so that its precision is not changed."""
    assert yaml_text.parse("issued: 2019-10-09", "f.yaml") == {"issued": "2019-10-09"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a: 1\ntitle: "open\nb: 2\nc: "other"\nd: 3\n', 2),
        ("a: 1\nb: 'open\nc: 2\nd: 'other'\n", 2),
        ("a: 1\nb: 'it's closed'\nc: 2\n", 2),
        ('a: 1\nb: "one" two\n', 2),
        ('a: 1\nb: "open\nc: 2\n', 2),
        ('a:\n  - "open\n  - "x"\n', 2),
    ],
)
def test_a_quotation_mark_that_stands_alone_is_told_where_it_opens(text, line):
    """Not where the text that it swallowed ends, lines or pages below."""
    with pytest.raises(BriefError, match=rf"x.yaml:{line}: error: the quotation mark opened here"):
        yaml_text.parse(text, "x.yaml")


def test_quotation_marks_that_are_closed_are_not_blamed():
    """A text in marks over several lines is none; the error is told where it stands."""
    text = 'a: "one\n  two: three\n  four"\nb: 1\n c: 2\n'
    with pytest.raises(BriefError, match=r"x.yaml:5: error: broken YAML"):
        yaml_text.parse(text, "x.yaml")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("corrections: " + "[" * 200_000, "f.yaml:1: error: lists are nested more than 100 deep"),
        ("a:\n" + "- " * 200 + "b", "f.yaml:2: error: lists are nested more than 100 deep"),
        ("a: 1\nb: &x\n  - seed: *x\n", "f.yaml:3: error: '*x' stands inside what it stands for"),
        (
            "\n".join(
                [f"a: &a [{'1, ' * 10}]"]
                + [f"{b}: &{b} [{f'*{a}, ' * 10}]" for a, b in pairwise("abcdefgh")]
            ),
            "f.yaml:6: error: its aliases (`*name`) unfold to over a million values",
        ),
    ],
)
def test_what_would_never_be_read_to_its_end_is_refused_at_its_line(text, why):
    """The parser dies of too many levels, and aliases of aliases fill the memory."""
    assert why in said(text)


def test_an_alias_stands_for_what_it_names():
    """A list that two readers share may be typed once."""
    assert yaml_text.parse("a: &x [1, 2]\nb: *x\nc: 'a * b'\n", "f.yaml")["b"] == [1, 2]

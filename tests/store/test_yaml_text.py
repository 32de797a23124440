"""YAML with errors that name the line."""

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


def test_a_missing_field_names_its_parent():
    """A missing field is named with the line of what lacks it."""
    text = "corrections:\n  - seed: x\n    when: 2026-01-02\n    stance: 1\n"
    assert "f.yaml:2: error: corrections.0.who: is missing." in said(text, Reviews)


def test_a_date_stays_text():
    """A date typed in YAML is kept as typed, so that its precision is not changed."""
    assert yaml_text.parse("issued: 2019-10-09", "f.yaml") == {"issued": "2019-10-09"}

"""Word lists beside the code: read once, when they are first asked for."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys

import pytest

import brief
from brief.vocabulary.lists import pattern, word_set


def test_no_list_is_read_before_it_is_asked_for() -> None:
    """To import the program is to read no word list: a command starts at once."""
    names = [one.name for one in pkgutil.walk_packages(brief.__path__, "brief.")]
    modules = ", ".join(name for name in names if not name.endswith("__main__"))
    code = (
        f"import {modules}; from brief.vocabulary.lists import packed as p; print(p.cache_info())"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert "currsize=0" in found


def test_a_pattern_holds_lists_and_lists_within_them() -> None:
    """A name in braces is any of a list; a number in braces is none."""
    found = pattern(
        "brief.engines.rules", "courtesy.yaml", r"(?:{openings})[.!]{1,2}", re.IGNORECASE
    )
    assert found().search("we are delighted to welcome!!")
    assert "{glad}" not in found().pattern
    assert "{0,80}" in found().pattern
    assert found() is found()


def test_a_list_that_a_pattern_names_must_be_there() -> None:
    """A name of no list is a mistake, and not a text to be looked for."""
    with pytest.raises(KeyError):
        pattern("brief.engines.rules", "courtesy.yaml", "{greetings}")()
    with pytest.raises(KeyError):
        word_set("brief.compose", "titles.yaml", "greetings")()


def test_words_stay_words() -> None:
    """`on`, `no` and `yes` are words, not truth values."""
    assert {"on", "no"} <= word_set("brief.compose", "titles.yaml", "hanging")() | word_set(
        "brief.compose", "titles.yaml", "weak"
    )()

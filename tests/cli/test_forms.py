"""`brief audience check` and `brief schema`: what a person writes by hand, explained."""

import json
import re
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.cli import EXAMPLES, main, parser
from brief.cli.forms import KINDS, schema_text

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "templates" / "audiences" / "eu.yaml"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_schemas_in_the_docs_are_those_of_the_types(kind):
    """After a change of a type: `brief schema KIND > docs/schemas/KIND.json`."""
    assert (ROOT / "docs" / "schemas" / f"{kind}.json").read_text("utf-8") == schema_text(kind)


def test_every_kind_has_a_schema(capsys):
    """The command prints the schema of each kind that it offers."""
    for kind in KINDS:
        assert main(["schema", kind]) == 0
        assert json.loads(capsys.readouterr().out)["title"]


def test_an_unknown_kind_is_refused(capsys):
    """A misspelt kind is told with those there are."""
    with pytest.raises(SystemExit):
        parser().parse_args(["schema", "breif"])
    assert "summary" in capsys.readouterr().err


@pytest.mark.parametrize("line", EXAMPLES.values())
def test_every_example_of_the_help_is_a_command(line):
    """What a help text says to try has arguments that the command takes."""
    words = shlex.split(line.rpartition("| ")[2])
    assert words[0] == "brief"
    assert parser().parse_args(words[1:]).run


@pytest.mark.parametrize("path", sorted(SHIPPED.parent.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_audiences_are_right(path, capsys):
    """Each file in templates/audiences passes the check."""
    assert main(["audience", "check", str(path)]) == 0
    assert "set" in capsys.readouterr().out


def test_an_audience_is_checked_by_its_id(capsys):
    """As the help says, a file or the id of one; what is said names the file."""
    assert main(["audience", "check", "eu", "--templates", str(ROOT / "templates")]) == 0
    assert str(SHIPPED) in capsys.readouterr().out


WRONG = [
    ("capital:", "captial:", "captial: is not a known field (misspelt?)"),
    ("paper: A4", "paper: A5", "paper: "),
    ("pages: 2", "pages: many", "pages: "),
    ("language: en-GB\n", "", "language: is missing"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_field_is_named_with_its_line(old, new, message, tmp_path, capsys):
    """Missing, misspelt and impossible fields are each told with file and line."""
    text = SHIPPED.read_text("utf-8")
    assert old in text
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert main(["audience", "check", str(path)]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if message in line]
    assert said
    line = text[: text.index(old)].count("\n") + 1 if new else 1
    assert any(one.startswith(f"{path}:") for one in said)
    assert not new or any(one.startswith(f"{path}:{line}:") for one in said)


@pytest.mark.parametrize("number", ["two neighbors", "seven exercises"])
def test_a_number_in_a_listed_sentence_is_named_with_its_line(number, tmp_path, capsys):
    """A sentence of ours that counts would fail each brief that shows it: it is told before."""
    text = SHIPPED.read_text("utf-8")
    line = next(n for n, one in enumerate(text.split("\n")) if one.strip().startswith("headline:"))
    rows = text.split("\n")
    rows[line] = f"{rows[line].split(':')[0]}: {number} that act in step"
    path = tmp_path / "mine.yaml"
    path.write_text("\n".join(rows), "utf-8")
    assert main(["audience", "check", str(path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{path}:{line + 1}: error: policies.")
    assert f"the number '{number.split()[0]}' traces to nothing" in said


@given(st.text(max_size=80))
def test_no_text_breaks_the_check_of_an_audience(tmp_path_factory, text):
    """Whatever stands in the file, the answer is one line each, never a traceback."""
    path = tmp_path_factory.mktemp("audience") / "x.yaml"
    path.write_text(text, "utf-8", newline="")
    assert main(["audience", "check", str(path)]) == 1


def test_a_missing_file_is_told(tmp_path, capsys):
    """A file that is not there is one line."""
    assert main(["audience", "check", str(tmp_path / "none.yaml")]) == 1
    assert "no such file" in capsys.readouterr().err


def test_an_unknown_theme_is_named_with_its_line(tmp_path, capsys):
    """A theme that is in no list, in the audience's own or in a condition, would show nothing."""
    text = (ROOT / "templates/audiences/us.yaml").read_text("utf-8")
    path = tmp_path / "us.yaml"
    path.write_text(text.replace("theme: mistrust", "theme: mistrst", 1), "utf-8")
    line = next(n for n, one in enumerate(path.read_text().splitlines(), 1) if "mistrst" in one)
    assert main(["audience", "check", str(path)]) == 1
    assert re.search(
        rf"us.yaml:{line}: error: .*there is no theme 'mistrst'.*Is it 'mistrust'?",
        capsys.readouterr().err,
    )


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines(tmp_path, capsys):
    """Whatever is wrong, one run names it all, from top to bottom, each with what to do."""
    text = SHIPPED.read_text("utf-8")
    for old, new in (
        ("capital:", "captial:"), ("language: en-GB", "language: xx-YY"), ("EUR", "EUX"),
        ("theme: ", "theme: no-"), ("at_least: 3", "at_leest: 3"),
        ("can keep to", "is likely with high confidence to keep to"),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    assert main(["audience", "check", str(path)]) == 1
    said = capsys.readouterr().err.splitlines()
    lines = [int(one.removeprefix(f"{path}:").partition(":")[0]) for one in said]
    assert lines == sorted(lines)
    for words in ("Is it 'capital'?", "'xx-YY' is no language", "Is it 'EUR'?", "there is no theme",
                  "Is it 'at_least'?", "“high confidence” stand in one sentence"):  # fmt: skip
        assert any(words in one for one in said), (words, said)

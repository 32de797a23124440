"""Wrong input of each kind: one line that names the file, and exit code 1."""

import gc
import re
from pathlib import Path

import pytest

from brief.cli import main
from brief.cli.inputs import load_templates, naming_templates
from brief.errors import BriefError, error
from brief.templating import render

ROOT = Path(__file__).parents[2]
SEED = next((ROOT / "seeds").glob("*.md"))
TEMPLATES = ("--templates", str(ROOT / "templates"))
BROKEN = {
    "tab.yaml": "a:\n\tb: 1\n", "twice.yaml": "a: 1\na: 2\n", "list.yaml": "[1, 2]\n",
    "half.json": '{"a":', "empty.json": "{}", "question.yaml": "text: Will they?\npartys: [A]\n",
    "named.yaml": "text: Are Peru and Chile allies?\nnames: {Oman: [Muscat]}\n",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of broken files, the current one."""
    for name, text in BROKEN.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "nothing").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("read", str(SEED), "--references", "none.yaml"), "none.yaml: error: no such file"),
        (("read", str(SEED), "--references", "tab.yaml"), "tab.yaml:2: error: broken YAML"),
        (("read", str(SEED), "--references", "nothing"), "nothing: error: cannot be read"),
        (("summarize", str(SEED), "--reviews", "none.yaml"), "none.yaml: error: no such file"),
        (("summarize", str(SEED), "--reviews", "twice.yaml"), "twice.yaml:2: error: the key"),
        (("summarize", str(SEED), "--reviews", "list.yaml"), "list.yaml:1: error: content: should"),
        (("summarize", str(SEED), "--question", "question.yaml"), "question.yaml:2: error: "),
        (("summarize", str(SEED), "--question", "Is cheese good?"), "names no state"),
        (("summarize", str(SEED), "--question", "named.yaml"), "named.yaml:2: error: "),
        (("publish", "half.json", "-o", "a.pdf"), "half.json: error: not whole JSON"),
        (("publish", "empty.json", "-o", "a.pdf"), "empty.json: error: is no whole brief"),
        (("compose", "empty.json", "--audience", "eu", "-o", "a"), "is no whole dossier"),
        (("check", "none.pdf", "--templates", "nowhere"), "nowhere: error: there is no such"),
        (("check", "none.pdf", *TEMPLATES, "--summaries", "nowhere"), "nowhere: error: there is"),
        (("check", "nothing", *TEMPLATES), "nothing: error: cannot be read"),
        (("audience", "check", "list.yaml", *TEMPLATES), "list.yaml:1: error: content: should"),
        (("audience", "check", "nobody", *TEMPLATES), "there is no audience 'nobody'"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_line(arguments, said, folder, capsys):
    """The line names the file, where it can the line in it, and what is wrong; nothing is made."""
    assert main(arguments) == 1
    captured = capsys.readouterr().err
    assert said in captured
    assert captured.count("\n") == 1
    assert {path.name for path in folder.iterdir()} == {*BROKEN, "nothing"}


def test_the_file_that_is_named_is_the_one_that_is_read(folder, capsys):
    """Records under another name are read from there, not from one that lies beside them."""
    (folder / "references.yaml").write_text("references: []\n", "utf-8")
    (folder / "mine.yaml").write_text(
        f"references:\n- id: {SEED.stem}\n  title: Another Title\n", "utf-8"
    )
    assert main(["read", str(SEED), "--references", "mine.yaml"]) == 0
    assert "Another Title" in capsys.readouterr().out


def test_a_document_of_another_seed_is_told_in_one_line(folder, capsys):
    """Whose places it holds is another text; other ends of lines are no other text."""
    own, other = folder / "a.txt", folder / "b.txt"
    own.write_bytes(b"Peru and Chile opened two ports. Both call the port a success.\n")
    other.write_bytes(b"Fishing fell. Nobody in Oman expects it to recover before spring.\n")
    assert main(["read", "a.txt", "-o", "a.json"]) == 0
    asked = ["--question", "Do Peru and Chile work together?", "--document", "a.json"]
    capsys.readouterr()
    assert main(["summarize", "b.txt", *asked]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("b.txt: error: a.json was read from a.txt, not from this file")
    assert (said.out, said.err.count("\n")) == ("", 1)
    own.write_bytes(own.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["summarize", "a.txt", *asked]) == 0


def test_summarize_takes_a_question_from_the_templates_it_is_given(folder, capsys):
    """An id is looked for there, as the stages do that follow."""
    own = folder / "own" / "questions"
    own.mkdir(parents=True)
    (own / "ports.yaml").write_text("text: Do Peru and Chile work together?\n", "utf-8")
    asked = ["summarize", str(SEED), "--question", "ports"]
    assert main([*asked, "--templates", "own"]) == 0
    assert main(asked) == 1
    assert "there is no question 'ports'" in capsys.readouterr().err


def test_a_house_template_extends_ours_under_the_same_name(tmp_path):
    """A folder of overrides needs a block only; one that means itself is told, no traceback."""
    shipped, house = tmp_path / "templates", tmp_path / "templates" / "house"
    house.mkdir(parents=True)
    (shipped / "brief.html.j2").write_text("<a>{% block one %}ours{% endblock %}</a>", "utf-8")
    own = house / "brief.html.j2"
    own.write_text('{% extends "brief.html.j2" %}{% block one %}theirs{% endblock %}', "utf-8")
    made = render(load_templates(shipped), "brief.html.j2", {})
    assert re.sub(" at=[^>]*", "", made) == "<a>theirs</a>"
    own.write_text('{% include "brief.html.j2" %}', "utf-8")
    with pytest.raises(BriefError, match=r"brief\.html\.j2: error: it extends or includes itself"):
        render(load_templates(shipped), "brief.html.j2", {})


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("brief.html.j2:3", "templates/house/brief.html.j2:3"),
        ("shipped/brief.html.j2:3", "templates/brief.html.j2:3"),
        ("phrases.j2:9", "templates/phrases.j2:9"),
        ("themes.yaml:9", "templates/themes.yaml:9"),
        ("japan, block meta", "japan, block meta"),
    ],
)
def test_an_error_names_the_file_of_a_template(place, named, tmp_path):
    """Of two templates of one name the line says which is meant."""
    house = tmp_path / "templates" / "house"
    house.mkdir(parents=True)
    (house / "brief.html.j2").write_text("x", "utf-8")
    said = f"the id 'a' stands twice (first at {place})."
    with pytest.raises(BriefError) as caught, naming_templates(tmp_path / "templates"):
        raise error("markup-wrong", place, said)
    assert caught.value.diagnostics[0].place == named
    assert f"first at {named})" in str(caught.value)


def test_a_command_seldom_looks_for_garbage(capsys):
    """What a command makes lasts as long as it does: looking through it would only cost time."""
    usual = gc.get_threshold()
    gc.set_threshold(700)
    try:
        before = gc.get_stats()[0]["collections"]
        assert main(("summarize", str(SEED))) == 0
        assert gc.get_stats()[0]["collections"] - before < 20
    finally:
        gc.set_threshold(*usual)
    assert capsys.readouterr().out

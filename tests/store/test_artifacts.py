"""Files between two stages are what their stage wrote: whoever changes a word in one is told."""

import re
from pathlib import Path

import pytest

from brief.cli.inputs import load_summaries
from brief.errors import BriefError
from brief.model.brief import Brief
from brief.model.summary import Summary
from brief.store import artifacts
from tests.check.faithful import faithful
from tests.support import corpus

KINDS = [("summary.yaml", Summary), ("brief.json", Brief)]


@pytest.fixture
def stored(tmp_path):
    """Return a folder with a summary and a brief as their stages store them."""
    document = corpus.document("b20", corpus.DOUBT, title="Doubt")
    artifacts.save(tmp_path / "summary.yaml", corpus.summary(document, -2))
    artifacts.save(tmp_path / "brief.json", faithful())
    return tmp_path


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_what_nobody_changed_is_what_was_stored(name, kind, stored):
    """Read and stored again, it is the same; other line ends are no change."""
    path = stored / name
    value = artifacts.load(path, kind)
    assert value.seal == ""
    before = path.read_bytes()
    artifacts.save(path, value)
    assert path.read_bytes() == before
    path.write_bytes(before.replace(b"\n", b"\r\n"))
    assert artifacts.load(path, kind) == value


CHANGES = [
    ("summary.yaml", Summary, "score: -2", "score: 2"),
    ("summary.yaml", Summary, "voice: author", "voice: A. Minister"),
    ("summary.yaml", Summary, r"start: \d+", "start: 3"),
    ("summary.yaml", Summary, r"confidence: \w+", "confidence: low"),
    ("summary.yaml", Summary, "title: Doubt", "title: Belief"),
    ("brief.json", Brief, "will not merge", "will merge"),
    ("brief.json", Brief, '"note": 1', '"note": 2'),
]


@pytest.mark.parametrize(("name", "kind", "old", "new"), CHANGES)
def test_a_changed_value_is_refused_with_its_file(name, kind, old, new, stored):
    """A score, a voice, a place, a name: the line says which file, and what to do."""
    path = stored / name
    text, times = re.subn(old, new, path.read_text("utf-8"), count=1)
    assert times
    path.write_text(text, "utf-8")
    with pytest.raises(BriefError, match=f"{name}: error: it was changed since") as problem:
        artifacts.load(path, kind)
    assert "seeds/reviews.yaml" in str(problem.value)


def test_the_check_of_a_run_names_a_changed_summary(stored):
    """It reads them all, whoever used them before."""
    path = stored / "summary.yaml"
    path.write_text(path.read_text("utf-8").replace("score: -2", "score: 2"), "utf-8")
    seeds, _ = load_summaries(stored)
    assert [one.code for one in seeds.problems] == ["artifact-changed"]


def test_what_no_stage_wrote_has_no_seal(stored):
    """What another program made, or is handed on, is taken as it is."""
    path = stored / "other.yaml"
    value = artifacts.load(stored / "summary.yaml", Summary)
    path.write_text(artifacts.to_yaml(value), "utf-8")
    assert artifacts.load(path, Summary) == value


def test_in_a_run_who_takes_the_seal_out_is_told_as_well(stored, monkeypatch):
    """Where stages alone leave files, one without a seal was changed."""
    monkeypatch.chdir(stored)
    (stored / "Snakefile").touch()
    (stored / "briefs").mkdir()
    text = re.sub(r"(?m)^seal: .*\n", "", (stored / "summary.yaml").read_text("utf-8"))
    Path("briefs/summary.yaml").write_text(text.replace("score: -2", "score: 2"), "utf-8")
    with pytest.raises(BriefError, match=r"briefs/summary\.yaml: error: it has no seal"):
        artifacts.load(Path("briefs/summary.yaml"), Summary)


def test_who_names_a_source_by_mistake_is_not_told_to_delete_it(tmp_path):
    """A file that no stage left is a person's own."""
    seed = tmp_path / "seed.md"
    seed.write_text("# A title\n\nSome words.\n")
    with pytest.raises(BriefError, match="no file that a stage left") as problem:
        artifacts.load(seed, Brief)
    assert "elete" not in str(problem.value)

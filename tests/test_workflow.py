"""The run as a user starts it: `snakemake` on small seeds in a folder of its own."""

import os
import shutil
import time
from pathlib import Path

import pytest
import yaml

from brief.cli.inputs import load_style
from brief.model.brief import Brief, Paragraph
from brief.model.plain import inline_text
from brief.store import artifacts
from brief.writers.pdf import fitted, tightest
from tests.edits.drafts import changed, el, find
from tests.support.projects import make_project, snakemake

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(built, tmp_path):
    """Return a copy of the project that was run once, to be changed."""
    return shutil.copytree(built, tmp_path / "copy", copy_function=shutil.copy2)


def times(folder: Path) -> dict[str, int]:
    made = [
        p for top in ("seeds", "build", "briefs") for p in (folder / top).rglob("*") if p.is_file()
    ]
    return {
        str(p.relative_to(folder)): p.stat().st_mtime_ns
        for p in made
        if "logs" not in p.parts and ".drafts" not in p.parts
    }


def rewritten(folder: Path, before: dict[str, int]) -> set[str]:
    return {name for name, at in times(folder).items() if before.get(name) != at}


def test_all_makes_every_file(built):
    """One command makes the PDF, the draft, the summaries, the claims and the references."""
    made = {str(p.relative_to(built)) for p in (built / "briefs").rglob("*") if p.is_file()}
    assert {
        "briefs/us.pdf",
        "briefs/us.docx",
        "briefs/summaries/a_first.yaml",
        "briefs/summaries/b_second.yaml",
        "briefs/claims.md",
        "briefs/sources.bib",
    } <= made


def test_summaries_read_each_side(built):
    """The two seeds stand on different sides, in words that are in them."""
    scores = {}
    for name in ("a_first", "b_second"):
        data = yaml.safe_load((built / f"briefs/summaries/{name}.yaml").read_text())
        (article,) = data["articles"]
        raw = (built / f"seeds/{name}.md").read_text()
        for thesis in article["thesis"]:
            assert raw[thesis["start"] : thesis["end"]] == thesis["text"]
        scores[name] = article["stance"]["score"]
    assert scores["a_first"] < 0 < scores["b_second"]


def test_a_second_run_does_nothing(copy):
    """When nothing changed, nothing is written."""
    before = times(copy)
    assert snakemake(copy, "all").returncode == 0
    assert rewritten(copy, before) == set()


def test_a_dry_run_touches_nothing(copy):
    """`-n` says what would be done and does not do it, also where files are of the future."""
    future = time.time() + 86400
    for path in ("seeds/a_first.md", "briefs/us.docx", "build/dossier.json"):
        os.utime(copy / path, (future, future))
    before = times(copy)
    result = snakemake(copy, "-n", "--forceall", "all")
    assert "summarize a_first" in result.stdout + result.stderr
    assert rewritten(copy, before) == set()


@pytest.mark.parametrize(
    ("lost", "stage"),
    [
        ("build/documents/a_first.json", "read"),
        ("build/dossier.json", "collect"),
        ("build/briefs/us.json", "compose"),
        ("build/drafts/us.json", "draft"),
        ("briefs/us.pdf", "publish"),
        ("briefs/claims.md", "list which claim"),
    ],
)
def test_what_a_failed_job_left_out_is_made_again(copy, lost, stage):
    """What Snakemake takes away of a failed job, or a person deletes, the next run makes."""
    (copy / lost).unlink()
    result = snakemake(copy, "-n", "all")
    assert f"{stage} " in result.stdout + result.stderr


def test_no_home_folder_is_needed(copy, tmp_path, monkeypatch):
    """Where that is missing, or read-only, a run does what it does elsewhere."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "file"))  # no folder can be made below it
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    (copy / "briefs/us.pdf").unlink()
    result = snakemake(copy, "all")
    assert result.returncode == 0, result.stderr
    assert (copy / "briefs/us.pdf").is_file()


def test_one_changed_seed_leaves_the_other_alone(copy):
    """Only the changed seed is read and summarized again; what rests on both follows."""
    before = times(copy)
    seed = copy / "seeds/a_first.md"
    seed.write_text(seed.read_text() + "\nTheir parliaments have never met.\n")
    assert snakemake(copy, "build/briefs/us.json").returncode == 0
    made = rewritten(copy, before)
    assert "briefs/summaries/a_first.yaml" in made
    assert "build/briefs/us.json" in made
    assert not any("b_second" in name for name in made)


def test_one_changed_audience_leaves_the_dossier_alone(copy):
    """Changing how one reader is written to runs that reader's brief again, nothing else."""
    before = times(copy)
    audience = copy / "templates/audiences/us.yaml"
    audience.write_text(audience.read_text() + "\n# changed\n")
    assert snakemake(copy, "build/briefs/us.json").returncode == 0
    made = rewritten(copy, before)
    assert "build/briefs/us.json" in made
    assert "build/dossier.json" not in made
    assert not any("summaries" in name for name in made)


def test_the_same_input_gives_the_same_bytes(built, tmp_path):
    """A clean run in another folder writes the same PDF, draft and summaries."""
    for name in ("Snakefile", "profiles", "templates", "config.yaml", "seeds"):
        copy = shutil.copytree if (built / name).is_dir() else shutil.copy
        copy(built / name, tmp_path / name)
    assert snakemake(tmp_path, "all").returncode == 0
    for name in ("us.pdf", "us.docx", "summaries/a_first.yaml", "summaries/b_second.yaml"):
        assert (tmp_path / "briefs" / name).read_bytes() == (
            built / "briefs" / name
        ).read_bytes(), name


def test_what_we_chose_gives_way_to_words_typed(copy):
    """Words that overfill the pages stay; what is left out for them is said, and comes back."""
    draft, pdf = copy / "briefs/us.docx", copy / "briefs/us.pdf"
    before = draft.read_bytes(), pdf.read_bytes()
    built = artifacts.load(copy / "build/briefs/us.json", Brief)
    style = load_style(copy / "templates")
    text = [block for block in built.blocks if isinstance(block, Paragraph) and not block.role][-1]
    room = tightest(built.model_copy(update={"edited": (text.id,)}), style).layout().room
    typed = "Ships now wait a week at the northern quay. " * int((room + 8) * 1.6)

    def behind(root):
        found = find(root, inline_text(text.children)[:30])
        found.addnext(el("p", el("r", el("t", text=typed.strip()))))

    draft.write_bytes(changed(behind, before[0]))
    result = snakemake(copy, "briefs/us.pdf")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "[gave-way]" in result.stdout + result.stderr
    made = artifacts.load(copy / "build/drafts/us.json", Brief)
    assert len(made.annex) > len(built.annex)
    assert fitted(made, style).layout().pages == 2

    def deleted(root):
        gone = find(root, typed[:30])
        gone.getparent().remove(gone)

    draft.write_bytes(changed(deleted, draft.read_bytes()))
    assert snakemake(copy, "briefs/us.pdf").returncode == 0
    assert pdf.read_bytes() == before[1]


HOSTILE = """Russia and Iran will not form an alliance <script>alert(1)</script> soon.
{{ config }} and {% raw %} and ]]> change nothing; \x07 neither. Trade rose to $4 billion in 2021.
"""
"""Text and, in the test, a file name that would be code if anything took them for code."""
BAD = {
    "empty.txt": (b"", "seed-empty"),
    "binary.txt": (bytes(range(256)) * 40, "seed-binary"),
    "latin.txt": ("Un café à Paris n'est pas une alliance.\n".encode("latin-1"), "seed-encoding"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "seed-type"),
}


def test_bad_seeds_are_said_and_the_others_go_on(tmp_path):
    """Each unusable seed costs one clear line and exit code 1; the briefs are made without it."""
    make_project(tmp_path)
    for name, (data, _) in BAD.items():
        (tmp_path / "seeds" / name).write_bytes(data)
    for suffix in ("md", "txt"):
        (tmp_path / f"seeds/twice.{suffix}").write_text(HOSTILE)
    (tmp_path / "seeds/it's {odd} & $(touch here).txt").write_text(HOSTILE)
    result = snakemake(tmp_path, "all")
    said = result.stdout + result.stderr
    assert result.returncode == 1
    assert "Traceback" not in said
    for name, (_, code) in BAD.items():
        assert len([line for line in said.splitlines() if name in line and code in line]) == 1
    assert len([line for line in said.splitlines() if "[seed-twice]" in line]) == 1
    assert (tmp_path / "briefs/us.pdf").exists()
    assert (tmp_path / "briefs/summaries/it's %7Bodd%7D & $(touch here).yaml").exists()
    assert not (tmp_path / "here").exists()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("config.yaml", "seeds: [unclosed\n", "config.yaml:"),
        ("config.yaml", "sedes: x\n", "config.yaml:1: error: sedes: is not a known field"),
        ("config.yaml", "audiences: [mars]\n", "there is no audience 'mars'"),
        ("config.yaml", "seeds: nowhere\n", "nowhere: error: there is no such folder"),
        ("seeds/references.yaml", "references: {\n", "seeds/references.yaml:"),
        ("seeds/reviews.yaml", "corrections:\n- seed: a\n", "seeds/reviews.yaml:2: error:"),
    ],
)
def test_what_a_user_mistypes_is_one_line(tmp_path, file, text, said):
    """Before any job runs, a wrong setting is named by file and line, without a traceback."""
    make_project(tmp_path)
    (tmp_path / file).write_text(text)
    result = snakemake(tmp_path, "all")
    output = result.stdout + result.stderr
    assert result.returncode == 1
    assert said in output
    assert "Traceback" not in output


def test_question_that_asks_nothing_is_said_once(tmp_path):
    """A sentence without two parties stops the run in one line, whatever the number of seeds."""
    make_project(tmp_path)
    result = snakemake(tmp_path, "all", "--config", "question=Is cheese good?")
    assert result.returncode == 1
    assert result.stderr.count("question-invalid") == 1

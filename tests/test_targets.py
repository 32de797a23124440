"""What a person types behind `snakemake`, and how a run ends that a person stops."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from brief import stopping
from brief.cli.targets import unknown
from brief.cli.translated import in_our_words
from tests.conftest import ROOT
from tests.support.projects import make_project, snakemake

RULES = ("all", "check")
FILES = ("briefs/us.pdf", "briefs/eu.pdf", "build/briefs/us.json", "briefs/summaries/a.yaml")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("briefs/jp.pdf", "no audience 'jp'; known: eu, us. Type: snakemake briefs/eu.pdf"),
        ("briefs/uss.pdf", "Type: snakemake briefs/us.pdf"),
        ("briefs/us.docx", "made along with its PDF, and not alone. Type: snakemake briefs/us.pdf"),
        ("briefs/japan.pdf", "Add it to `audiences:` in config.yaml"),
        ("japan", "Add it to `audiences:` in config.yaml"),
        ("us", "Type: snakemake all, or briefs/us.pdf"),
        ("al", "Is it 'all'?"),
        ("briefs/summaries/aa.yaml", "Is it 'briefs/summaries/a.yaml'?"),
        (str(ROOT / "briefs/us.pdf"), "Is it 'briefs/us.pdf'?"),
        ("cheese", "Type: snakemake all, or briefs/eu.pdf"),
    ],
)
def test_what_nothing_makes_is_told_with_what_to_type(monkeypatch, target, said):
    """One line says what is unknown, what there is, and what to type."""
    monkeypatch.chdir(ROOT)
    (told,) = unknown([target], RULES, FILES, ["eu", "us"])
    assert told.severity == "error"
    assert str(told).startswith(f"{target}: error: ")
    assert said in str(told)


@pytest.mark.parametrize("target", ["all", "check", "briefs/us.pdf", "./briefs/eu.pdf"])
def test_what_a_run_makes_is_no_problem(target):
    """Names of rules, and of files that a run makes, go to Snakemake as they are."""
    assert not unknown([target], RULES, FILES, ["eu", "us"])


@pytest.mark.slow
@pytest.mark.parametrize("typed", [("briefs/jp.pdf",), ("-n", "briefs/jp.pdf"), ("-R", "jp")])
def test_a_run_speaks_its_own_words_of_it(tmp_path, typed):
    """Snakemake's own words of rules and wildcards reach nobody; the exit code is 1."""
    make_project(tmp_path)
    result = snakemake(tmp_path, *typed)
    assert result.returncode == 1
    said = result.stderr.splitlines()[1:]  # the first names the profile
    assert len(said) == 1
    assert said[0].endswith("[target-unknown]")


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.3, 1.5, 4.0])
def test_a_run_that_a_person_stops_says_so_in_one_line(tmp_path, after):
    """Ctrl-C ends a run without a traceback, also while Snakemake is still loading."""
    make_project(tmp_path)
    # What `bin/setup` has Python import by itself.
    (tmp_path / "sitecustomize.py").write_text("import brief.stopping\n")
    path = os.pathsep.join([str(tmp_path), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    run = subprocess.Popen(
        [sys.executable, "-m", "snakemake", "all"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(run.pid, signal.SIGINT)
    said = run.communicate()[1].splitlines()
    assert run.returncode
    assert said[-1] == stopping.SAID
    assert said.count(stopping.SAID) == 1
    assert not any("Traceback" in line or "Error" in line for line in said)


@pytest.mark.slow
def test_a_protected_file_is_named_with_what_to_do(tmp_path, built):
    """Who may not write what is to be made anew is told so, in a line for each file."""
    folder = shutil.copytree(built, tmp_path / "copy", copy_function=shutil.copy2)
    (folder / "seeds/a_first.md").write_text("The two will not sign a pact.\n")
    protected = folder / "briefs/sources.bib"
    protected.chmod(0o444)
    if os.access(protected, os.W_OK):
        pytest.skip("this user may write anything")
    result = snakemake(folder, "all")
    assert result.returncode == 1
    assert "briefs/sources.bib: error: it is to be made anew" in result.stderr
    assert "Exception" not in result.stderr


def test_what_snakemake_says_is_said_in_our_words():
    """Its names of rules and exceptions, and what it ends on, tell a person nothing."""
    said = "ProtectedOutputException in rule collect in file x, line 1:\nWrite-protected output"
    told = in_our_words(
        f"{said} files for rule collect:\n    affected files:\n        briefs/a.bib"
    )
    assert told.startswith("briefs/a.bib: error: ")
    assert "rule" not in told
    assert in_our_words("WorkflowError:\nAt least one job did not complete successfully.") == ""
    assert in_our_words("MissingInputException") is None

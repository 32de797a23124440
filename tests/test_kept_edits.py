"""Not one typed character is lost: drafts edited, damaged, deleted, killed over, rebuilt."""

import contextlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from brief.check.pdf_text import pdf_text
from tests.edits.drafts import W, changed, run
from tests.support.projects import snakemake

pytestmark = pytest.mark.slow

TYPED = "Typed by hand in the bottom line"
FINISHED = "build/drafts/us.json"
"""The brief with the edits of its draft. What it says is in the PDF: the first test below."""


@pytest.fixture
def project(built, tmp_path):
    """Return a copy of the project, edited by hand."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, copy_function=shutil.copy2)
    edit(folder / "briefs/us.docx")
    return folder


def edit(draft: Path, words: str = TYPED) -> None:
    """Type words at the start of the bottom line, as Word would save them."""
    source = zipfile.ZipFile(io.BytesIO(draft.read_bytes()))
    parts = {name: source.read(name) for name in source.namelist()}
    document = parts["word/document.xml"].decode()
    before, anchor, after = document.partition('<w:tag w:val="bottom-line-text"/>')
    start, text, rest = after.partition('<w:t xml:space="preserve">')
    assert anchor
    assert text
    parts["word/document.xml"] = f"{before}{anchor}{start}{text}{words}. {rest}".encode()
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)


def in_pdf(folder: Path) -> bool:
    return TYPED in " ".join(pdf_text((folder / "briefs/us.pdf").read_bytes()).split())


def finished(folder: Path) -> bool:
    """Bring the draft up to date, and no more; return whether the brief has what was typed."""
    result = snakemake(folder, FINISHED)
    assert result.returncode == 0, result.stdout + result.stderr
    return TYPED in (folder / FINISHED).read_text("utf-8")


def in_draft(folder: Path) -> bool:
    draft = zipfile.ZipFile(folder / "briefs/us.docx")
    return TYPED in draft.read("word/document.xml").decode()


def kept_copies(folder: Path) -> list[Path]:
    return sorted((folder / "briefs/kept").glob("*.docx"))


def test_the_pdf_carries_the_edit_and_a_second_run_does_nothing(project):
    """What was typed is in the PDF, is said, lies beside as text, and stays."""
    result = snakemake(project, "all")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "edited by hand" in result.stdout
    assert in_pdf(project)
    assert in_draft(project)
    assert TYPED in (project / "briefs/edits/us.yaml").read_text()
    before = (project / "briefs/us.pdf").stat().st_mtime_ns
    assert snakemake(project, "all").returncode == 0
    assert (project / "briefs/us.pdf").stat().st_mtime_ns == before


@pytest.mark.parametrize("flag", ["--forceall", "--delete-all-output"])
def test_snakemake_cannot_take_the_draft(project, flag):
    """No rule owns the draft, so nothing that deletes outputs deletes it."""
    snakemake(project, FINISHED if flag == "--forceall" else "all", flag)
    assert in_draft(project)
    assert finished(project)


def test_a_failing_job_leaves_the_draft(project):
    """A broken template fails the build with its line; the edit waits for the next run."""
    template = project / "templates/brief.html.j2"
    whole = template.read_text()
    template.write_text(whole.replace("{{ question.text }}", "{{ question.texxt }}"))
    result = snakemake(project, "all")
    assert result.returncode == 1
    assert "texxt" in result.stdout + result.stderr
    assert in_draft(project)
    template.write_text(whole)
    assert finished(project)


@pytest.mark.parametrize(
    "damage", [b"", b"not a zip", b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64]
)
def test_a_draft_that_cannot_be_read_is_kept(built, tmp_path, damage):
    """An empty, damaged or encrypted draft is kept under another name, and that is said."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, copy_function=shutil.copy2)
    (folder / "briefs/us.docx").write_bytes(damage)
    result = snakemake(folder, FINISHED)
    assert "Traceback" not in result.stdout + result.stderr
    assert "briefs/kept/us-unreadable-" in result.stdout + result.stderr
    assert [copy.read_bytes() for copy in kept_copies(folder)] == [damage]
    assert zipfile.is_zipfile(folder / "briefs/us.docx")


def test_edits_travel_as_text(project):
    """On another machine, without the draft and our memory, the text file brings the edits."""
    assert finished(project)
    (project / "briefs/us.docx").unlink()
    shutil.rmtree(project / "briefs/.drafts")
    shutil.rmtree(project / "build/drafts")
    assert finished(project)
    assert in_draft(project)


def test_a_draft_open_in_word_is_not_rewritten(project):
    """While a lock file says it is open, the draft stays and the PDF carries what was saved; once
    it is closed, untouched blocks say what the seeds now say, the edited one keeps the words."""
    (project / "briefs/~$us.docx").touch()
    seed = project / "seeds/b_second.md"
    seed.write_text(seed.read_text().replace("2,000", "3,000"))
    before = (project / "briefs/us.docx").read_bytes()
    result = snakemake(project, FINISHED)
    assert "open in a word processor" in result.stdout + result.stderr
    assert "read briefs/us.docx" in result.stdout
    assert "drafted briefs/us.docx" not in result.stdout
    assert (project / "briefs/us.docx").read_bytes() == before
    assert finished(project)
    (project / "briefs/~$us.docx").unlink()
    assert finished(project)
    assert in_draft(project)
    assert "3,000" in (project / FINISHED).read_text("utf-8")
    assert (project / "briefs/us.docx").read_bytes() != before


def test_reset_gives_back_the_machine_and_keeps_the_edit(project):
    """`brief reset` writes the machine's version; the edited draft is kept and named."""
    command = [sys.executable, "-m", "brief.cli", "reset", "us"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert not in_draft(project)
    assert any(
        TYPED in zipfile.ZipFile(c).read("word/document.xml").decode() for c in kept_copies(project)
    )
    assert not finished(project)


def start(project: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    command = [sys.executable, "-m", "snakemake", "all", *arguments]
    return subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


def test_kills_at_random_moments_lose_nothing(project):
    """A person types a word, a run is killed with -9 somewhere between reading the draft and
    checking the PDF, eight times over: every word stays, and the next run carries all of them
    without more ado."""
    moments = random.Random(5)
    draft = project / "briefs/us.docx"
    words = [TYPED]
    for number in range(8):
        words.append(f"{TYPED}, word {number}")
        edit(draft, words[-1])
        killed = start(project, "--forcerun", "draft")
        with contextlib.suppress(subprocess.TimeoutExpired):
            killed.wait(moments.uniform(0.5, 5.5))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        text = zipfile.ZipFile(draft).read("word/document.xml").decode()
        assert all(word in text for word in words)
    assert snakemake(project, "all").returncode == 0
    text = " ".join(pdf_text((project / "briefs/us.pdf").read_bytes()).split())
    assert [word for word in words if text.count(f"{word}.") != 1] == []
    before = (project / "briefs/us.pdf").stat().st_mtime_ns
    assert snakemake(project, "all").returncode == 0
    assert (project / "briefs/us.pdf").stat().st_mtime_ns == before


def test_two_runs_at_once_lose_nothing(project):
    """One does the work, the other waits or gives way; the words are in draft and PDF."""
    runs = [start(project), start(project)]
    codes = [one.wait(timeout=120) for one in runs]
    assert 0 in codes
    assert in_draft(project)
    assert snakemake(project, "all").returncode == 0
    assert in_pdf(project)
    assert len(kept_copies(project)) == 1


HOSTILE = (
    " 9,999 of 17 say “no source says this” in 2049, likely: 中文, かな, 한국어, Русский,"
    " Українська, Ελληνικά, עברית, عربي, ไทย; ☂ 💯 <b>&amp;</b> {{ x }}"
)


def type_everywhere(root) -> None:
    """Append hostile words to every paragraph of a part that has words."""
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f".//{W}t") is not None:
            paragraph.append(run(HOSTILE))


def test_no_edit_stops_a_build(built, tmp_path):
    """Loose numbers, quotations and scripts typed in every place, with or without a font, make
    warnings; the run ends well, and the words are in the draft."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, copy_function=shutil.copy2)
    draft = folder / "briefs/us.docx"
    for part in ("document", "footnotes", "header1", "footer1"):
        draft.write_bytes(changed(type_everywhere, draft.read_bytes(), f"word/{part}.xml"))
    result = snakemake(folder, "all")
    said = result.stdout + result.stderr
    assert result.returncode == 0, said
    assert "no font of ours has '💯'" in said
    text = zipfile.ZipFile(draft).read("word/document.xml").decode()
    assert text.count("💯") > 20
    pdf = " ".join(pdf_text((folder / "briefs/us.pdf").read_bytes()).split())
    assert pdf.count("Русский") > 20
    assert "[hundred points symbol]" in pdf
    strict = [sys.executable, "-m", "brief.cli", "check", "briefs/us.pdf", "--strict"]
    assert subprocess.run(strict, cwd=folder, capture_output=True).returncode == 1


@pytest.mark.parametrize("part", ["tbl", "p"])
def test_no_deletion_stops_a_build(built, tmp_path, part):
    """Every second table or paragraph deleted, works cited too: the run ends well."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, copy_function=shutil.copy2)
    draft = folder / "briefs/us.docx"

    def delete(root) -> None:
        body = root.find(f"{W}body")
        for found in body.findall(f"{W}{part}")[1::2]:
            body.remove(found)

    draft.write_bytes(changed(delete, draft.read_bytes()))
    result = snakemake(folder, "all")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Edited by hand" in result.stdout
    assert "Everything checked holds" in result.stdout

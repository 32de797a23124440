"""One run at a time; a killed one leaves no lock."""

import subprocess
import sys
from pathlib import Path

import pytest

from brief.store import runs

HOLD = (
    "import sys, time; from pathlib import Path; from brief.store import runs;"
    "assert runs.begin(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
)


@pytest.fixture
def folder(tmp_path):
    """Return a folder that another process holds, with a lock file of Snakemake's."""
    lock = tmp_path / "locks/0.output.lock"
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        lock.parent.mkdir()
        lock.touch()
        yield tmp_path, process
        process.kill()


def locks(folder: Path) -> list[str]:
    return [lock.name for lock in (folder / "locks").iterdir()]


def test_a_killed_run_leaves_no_lock(folder):
    """While another run lives its lock stays; killed with -9, it gives the project back."""
    place, process = folder
    assert not runs.begin(place)
    assert locks(place) == ["0.output.lock"]
    process.kill()
    process.wait()
    assert runs.begin(place)
    assert locks(place) == []


def test_the_lock_of_another_machine_stays(folder):
    """A shared folder may be at work elsewhere, where we cannot see whether a run still lives."""
    place, process = folder
    process.kill()
    process.wait()
    (place / "brief.run").write_text("elsewhere")
    assert not runs.begin(place)
    assert locks(place) == ["0.output.lock"]

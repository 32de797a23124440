"""One run at a time; a killed one leaves no lock."""

import errno
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from brief.errors import BriefError
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


def test_of_two_runs_begun_at_once_the_second_waits_for_the_lock(folder):
    """Snakemake sees only a lock that is set: the run that came second goes on when it is."""
    place, _ = folder
    lock = place / "locks/0.output.lock"
    lock.unlink()
    timer = threading.Timer(0.4, lock.touch)
    timer.start()
    assert not runs.begin(place)
    assert lock.exists()


def test_a_run_goes_on_when_the_other_ends_without_a_lock(folder):
    """A look at the project, such as a list of its rules, keeps no run from it."""
    place, process = folder
    (place / "locks/0.output.lock").unlink()
    threading.Timer(0.4, process.kill).start()
    assert runs.begin(place)


def test_the_lock_of_another_machine_stays(folder):
    """A shared folder may be at work elsewhere, where we cannot see whether a run still lives."""
    place, process = folder
    process.kill()
    process.wait()
    (place / "brief.run").write_text("elsewhere")
    assert not runs.begin(place)
    assert locks(place) == ["0.output.lock"]


@pytest.mark.parametrize("alive", [False, True])
def test_the_lock_of_a_run_elsewhere_is_lifted_when_it_gives_no_sign(folder, monkeypatch, alive):
    """A container has another name each time: a killed run there must not need a hand."""
    place, process = folder
    process.kill()
    process.wait()
    sign = place / "brief.run"
    sign.write_text("elsewhere\n 7\n")
    monkeypatch.setattr(runs, "_BEAT", 0.05)
    monkeypatch.setattr(runs, "SILENCE", 60.0 if alive else 0.2)
    ended = threading.Event()
    beats = threading.Thread(target=beat, args=(sign, ended))
    if alive:
        beats.start()
    assert runs.begin(place) is not alive
    ended.set()
    assert locks(place) == (["0.output.lock"] if alive else [])


def beat(sign: Path, ended: threading.Event) -> None:
    """Give the signs of life of a run on another machine."""
    for number in range(8, 100_000):
        if ended.wait(0.05):
            return
        sign.write_text(f"elsewhere\n {number}\n")


def test_a_run_gives_signs_of_life(tmp_path, monkeypatch):
    """While it is at work the file says so, time and again."""
    monkeypatch.setattr(runs, "_BEAT", 0.05)
    assert runs.begin(tmp_path)
    first = (tmp_path / "brief.run").read_text()
    assert first.splitlines()[0] == socket.gethostname()
    end = time.monotonic() + 60
    while (tmp_path / "brief.run").read_text() == first:
        assert time.monotonic() < end


def test_a_full_disk_is_said_before_a_run_begins(tmp_path, monkeypatch):
    """Snakemake fails with pages of its own code where it has no room; we say it in a line."""

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    runs.make_sure_of_room(tmp_path / "state")
    assert list((tmp_path / "state").iterdir()) == []
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(BriefError, match="No space left on device"):
        runs.make_sure_of_room(tmp_path / "state")


def test_files_of_the_future_are_dated_to_now(tmp_path):
    """What a wrong clock left is no newer than what is made from it; the rest keeps its time."""
    ahead, past = tmp_path / "in/ahead", tmp_path / "in/past"
    ahead.parent.mkdir()
    for path, at in ((ahead, time.time() + 1e6), (past, 1e9)):
        path.touch()
        os.utime(path, (at, at))
    runs.date_to_now([tmp_path, tmp_path / "none"])
    assert ahead.stat().st_mtime <= time.time()
    assert past.stat().st_mtime == 1e9

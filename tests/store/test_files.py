"""Files appear whole or not at all."""

import os
from pathlib import Path

import pytest

from brief.errors import BriefError
from brief.store import files


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """When the disk is full the file before is unchanged and nothing lies beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefError, match=r"No space left on device\)\. .* Make room on the disk"):
        files.write(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_text_that_is_not_utf8_names_its_line(tmp_path):
    """A file in another encoding is refused with the line where that shows."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(BriefError, match=r"a\.yaml:2: error: not UTF-8 text"):
        files.read_text(path)


def test_new_files_follow_the_umask(tmp_path):
    """A written file has the permissions any other new file would have."""
    files.write(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_pipe_or_device_is_written_into(tmp_path):
    """`-o /dev/null` of somebody with all rights leaves the device what it is."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    files.write(path, "new")
    assert os.read(reader, 10) == b"new"
    assert path.is_fifo()
    os.close(reader)


def test_a_pipe_in_a_folder_is_not_waited_for_and_one_of_the_shell_is_read(tmp_path):
    """Nobody may ever write into a pipe that lies there; `<(command)` has its writer."""
    path = tmp_path / "reviews.yaml"
    os.mkfifo(path)
    with pytest.raises(BriefError, match=r"reviews\.yaml: error: cannot be read \(it is a pipe"):
        files.read_bytes(path)
    end, start = os.pipe()
    os.write(start, b"x")
    os.close(start)
    assert files.read_bytes(Path(f"/dev/fd/{end}")) == b"x"
    os.close(end)

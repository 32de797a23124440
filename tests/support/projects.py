"""Projects to run as a user does: two small seeds, one audience, in a folder of their own."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

FIRST = """# Why Russia and Iran stop short of an alliance

By Ann Author. Example Institute, 3 March 2021.

Russia and Iran are not forming an alliance, whatever their speeches promise. Neither government
will fight for the other, and both say so. Trade between them rose to $4 billion in 2021, up from
$1.7 billion in 2019. Some analysts expect a military pact within a decade.

The two countries distrust each other too much for a binding treaty. Their interests in Syria
collide, and their oil companies compete for the same buyers. An alliance therefore remains
unlikely.
"""
SECOND = """# A pact in all but name

By Ben Writer. Example Review, 5 May 2023.

Iran and Russia have become allies in everything but the word. Tehran delivered more than 2,000
drones, and Moscow answered with fighter jets. Their officers plan together and their intelligence
services share what they learn.

Western sanctions leave both governments no other choice. The alliance will outlast the war that
made it. Skeptics say that the tie is a marriage of convenience, but they miss how deep it goes.
"""


def make_project(folder: Path) -> None:
    """Write the seeds, and what a run of them needs, into an empty folder."""
    for name in ("Snakefile", "profiles", "templates"):
        take = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        take(ROOT / name, folder / name)
    (folder / "config.yaml").write_text(
        "question: Are Russia and Iran forming an alliance?\naudiences: [us]\n"
    )
    (folder / "seeds").mkdir()
    (folder / "seeds/a_first.md").write_text(FIRST)
    (folder / "seeds/b_second.md").write_text(SECOND)


def snakemake(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `snakemake` in a folder to its end."""
    command = [sys.executable, "-m", "snakemake", *arguments]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV"))}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True)


def built_in(top: Path) -> Path:
    """Return a project below `top` that was run once, by whichever process asks first.

    It is shared: copy it to change it or to run it again.
    """
    folder = top / "built"
    with (top / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            make_project(folder)
            result = snakemake(folder, "all")
            assert result.returncode == 0, result.stdout + result.stderr
    assert (folder / "build/checked.txt").exists()
    return folder

"""What was typed for another question: put by when the question changes, brought back with it.

Both the words and what the question was are of one draft: `briefs/.drafts/japan/asked/…` holds the
draft, its edits file, its state and the version that it was written from.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from brief.store import artifacts, files
from brief.store.drafts import DraftFolder, State

_TURNING = "turning to: "
"""Before the question of a state while what was put by for it is being brought back."""


def put_by(folder: DraftFolder, asked: str) -> Path | None:
    """Put what lies in a draft's place by, for the question of its state, and empty the place.

    Return a dated copy of the draft where it holds a person's words, else `None`. A run killed
    meanwhile has taken nothing away that it had not put by: the next one does all of it again.
    """
    was = folder.state.asked
    if was == _TURNING + asked:
        return None
    data = folder.read()
    edited = folder.edits_digest() or (data is not None and not folder.untouched(data))
    copy = folder.keep(data, "other-question") if data is not None and edited else None
    if edited and not was.startswith(_TURNING):
        for source in _files(folder):
            if source.exists():
                files.write(_home(folder, was) / source.name, files.read_bytes(source))
    for source in (folder.docx, folder.edits):
        source.unlink(missing_ok=True)
    folder.save_state(State(asked=_TURNING + asked))
    return copy


def bring_back(folder: DraftFolder, asked: str) -> bool:
    """Bring back what was put by for a question; return whether there was anything."""
    home = _home(folder, asked)
    found = home / "state.json"
    if not found.exists():
        folder.save_state(State(asked=asked))
        return False
    state = artifacts.load(found, State)
    version = folder.own / f"{state.version}.json"
    for place in (version, folder.edits, folder.docx):
        if (home / place.name).exists():
            files.write(place, files.read_bytes(home / place.name))
    folder.save_state(state)
    shutil.rmtree(home)
    return True


def _home(folder: DraftFolder, asked: str) -> Path:
    """Return where a question's draft waits; what is asked never names a path itself."""
    return folder.own / "asked" / files.digest(asked.encode())[:16]


def _files(folder: DraftFolder) -> tuple[Path, ...]:
    """Return the files of a draft as it lies."""
    state = folder.own / "state.json"
    return (state, folder.own / f"{folder.state.version}.json", folder.edits, folder.docx)

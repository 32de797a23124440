"""What each draft of ours was written from, by content: an old copy still finds its own.

A draft carries it along as well, so that a copy without our memory tells what a person changed.
"""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path

from brief.errors import BriefError
from brief.model.base import Model, fingerprint
from brief.model.brief import Brief
from brief.model.edit import Edits
from brief.store import artifacts, files

VERSIONS_KEPT = 50
"""Versions remembered per draft."""
_MOST_BYTES = 30_000_000
"""Most bytes that a version may unpack to: a hundred times our longest."""


class Version(Model):
    """What a draft of ours was written from."""

    machine: Brief
    """The brief as composed."""
    merged: Brief
    """The brief with the person's edits: what the draft shows."""
    edits: Edits | None = None
    """Those edits."""
    remarks: dict[str, tuple[str, ...]] | None = None
    """The comments to the editor that the draft carries."""


def remember(folder: Path, version: Version) -> str:
    """Store a version in a draft's folder; return its id, which the draft carries."""
    key = version.merged.fingerprint
    path = folder / f"{key}.json"
    files.write(path, artifacts.to_json(version))
    _forget_old(folder, path)
    return key


def recall(folder: Path, key: str) -> Version | None:
    """Return a version by its id, or `None` when it is not here or damaged."""
    path = folder / f"{key}.json"
    if not key.isalnum() or not path.exists():
        return None
    try:
        return artifacts.load(path, Version)
    except BriefError:
        return None


def pack(version: Version) -> str:
    """Return a version as text to be carried in a draft; `unpack` gives it back."""
    packed = zlib.compress(artifacts.to_json(version).encode(), 9)
    return base64.b64encode(packed).decode("ascii")


def unpack(text: str, key: str) -> Version | None:
    """Return the version that a draft carries, or `None` when that is not the one with the id.

    The id is that of the data as written: an older `brief` knew fewer fields.
    """
    try:
        unzip = zlib.decompressobj()
        found = unzip.decompress(base64.b64decode(text, validate=True), _MOST_BYTES)
        told = json.loads(found)
        version = Version.model_validate_json(found)
    except (ValueError, zlib.error):
        return None
    return version if fingerprint(told["merged"]) == key else None


def _forget_old(folder: Path, newest: Path) -> None:
    versions = [p for p in folder.glob("*.json") if p.name != "state.json" and p != newest]
    versions.sort(key=lambda path: path.stat().st_mtime)
    for path in versions[: -(VERSIONS_KEPT - 1)]:
        path.unlink(missing_ok=True)

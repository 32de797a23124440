"""Every part of a draft follows the schemas of Office, as an independent validator reads them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from brief.edits.readback import read_draft
from brief.writers.docx import to_docx
from tests.edits.drafts import base, changed
from tests.edits.test_tracked import EDITS, rewritten
from tests.support.kitchen import house_style, kitchen

Element = etree._Element
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NEWER = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MAIN = "word/document.xml"


def faults(data: bytes, folder: Path) -> list[str]:
    """Return what the validator says of a Word file.

    In a process of its own: release 0.8 keeps what it read of one file for the next.
    """
    path = folder / "draft.docx"
    path.write_bytes(data)
    command = [sys.executable, "-m", "openxml_audit", "--output", "json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (found,) = json.loads(done.stdout)
    return [f"{one['part_uri']}: {one['description']}" for one in found["errors"]]


def test_a_draft_with_comments(tmp_path: Path) -> None:
    """All that a brief can hold, with comments in the text and in a note."""
    remarks = {"p-1": ["Look here."], "note:note-2": ["And"]}
    assert faults(to_docx(kitchen(), house_style(), remarks=remarks), tmp_path) == []


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_draft_with_tracked_changes(edit: Callable[[Element], None], tmp_path: Path) -> None:
    """Changes that an editor left open, carried on into the draft written anew."""
    draft = read_draft(changed(edit), base())
    assert faults(rewritten(draft), tmp_path) == []


def test_a_fault_is_told(tmp_path: Path) -> None:
    """The validator is no rubber stamp: a second size of the page is told."""
    data = io.BytesIO(to_docx(kitchen(), house_style()))
    altered = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            size = b"<w:titlePg/>"
            new.writestr(name, old.read(name).replace(size, size + b'<w:pgSz w:w="1"/>'))
    assert any("pgSz" in one for one in faults(altered.getvalue(), tmp_path))


def test_the_number_of_columns_of_notes_has_its_type() -> None:
    """`val` of a type of the main schema is of the main namespace, also in a newer element.

    Source: MS-DOCX, `footnoteColumns` is a `CT_DecimalNumber` of ISO/IEC 29500.
    """
    with zipfile.ZipFile(io.BytesIO(to_docx(kitchen(), house_style()))) as archive:
        (columns,) = etree.fromstring(archive.read(MAIN)).iter(f"{NEWER}footnoteColumns")
    assert dict(columns.attrib) == {f"{WORD}val": "3"}

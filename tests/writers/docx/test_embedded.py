"""A draft brings the faces it is set in."""

from __future__ import annotations

import io
import re
import uuid
import zipfile

from fontTools.ttLib import TTFont

from brief.model.plain import brief_text
from brief.writers.docx import to_docx
from brief.writers.docx.embedded import KINDS, faces
from tests.support.kitchen import house_style, kitchen


def unmasked(key: str, content: bytes) -> TTFont:
    """Return the font that a reader of the file gets with the key beside it."""
    mask = uuid.UUID(key).bytes[::-1] * 2
    head = bytes(a ^ b for a, b in zip(content[:32], mask, strict=True))
    return TTFont(io.BytesIO(head + content[32:]))


def test_each_face_can_be_read_with_its_key() -> None:
    """Regular, bold and italic are fonts of the family, and may be embedded."""
    made = faces("Source Serif Pro")
    assert [kind for kind, _, _ in made] == list(KINDS)
    fonts = [unmasked(key, content) for _, key, content in made]
    assert [font["name"].getDebugName(2) for font in fonts] == ["Regular", "Bold", "Italic"]
    assert {font["name"].getDebugName(1) for font in fonts} == {"Source Serif Pro"}
    assert {font["OS/2"].fsType for font in fonts} == {0}


def test_the_faces_hold_all_latin_letters_of_a_brief() -> None:
    """Nothing that a brief says in Latin letters falls out of its face."""
    said = "".join(text for _, text in brief_text(kitchen()))
    letters = {ord(char) for char in said if char.isascii() and char.isprintable()}
    for _, key, content in faces("Source Sans Pro"):
        assert letters <= set(unmasked(key, content).getBestCmap())


def test_a_family_of_another_is_not_brought() -> None:
    """An institution's own font is named, never copied."""
    assert faces("Arial") == []


def test_the_draft_leads_to_its_faces() -> None:
    """Each face in the table of fonts has its part in the file, and each part its place there."""
    with zipfile.ZipFile(io.BytesIO(to_docx(kitchen(), house_style()))) as package:
        table = package.read("word/fontTable.xml").decode()
        links = package.read("word/_rels/fontTable.xml.rels").decode()
        named = set(re.findall(r'<w:embed\w+ r:id="(\w+)"', table))
        found = dict(re.findall(r'Id="(\w+)"[^>]*Target="([^"]+)"', links))
        assert len(named) == 6
        assert named == set(found)
        parts = {name for name in package.namelist() if name.endswith(".odttf")}
        assert {f"word/{target.removeprefix('/word/')}" for target in found.values()} == parts

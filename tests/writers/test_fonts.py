"""Only our faces take part, and a missing one is named with the package that brings it."""

from pathlib import Path

import pytest

from brief.errors import BriefError
from brief.model.typefaces import ours
from brief.writers import fonts


def test_every_face_is_found() -> None:
    """Each file of each package is somewhere on this machine."""
    assert all(path.is_file() for path in fonts.faces().values())
    assert "NotoSerifCJK-Regular.ttc" in fonts.faces()


def test_a_missing_face_is_an_error_naming_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without its fonts a brief is not made, and one line says what to install."""
    found = {name: path for name, path in fonts.faces().items() if "CJK" not in name}
    monkeypatch.setattr(fonts, "_found", lambda: found)
    fonts.faces.cache_clear()
    with pytest.raises(BriefError, match="apt-get install fonts-noto-cjk") as caught:
        fonts.faces()
    monkeypatch.undo()
    fonts.faces.cache_clear()
    assert len(caught.value.diagnostics) == 1
    assert caught.value.diagnostics[0].code == "font-missing"


def test_fontconfig_knows_our_files_and_no_other() -> None:
    """All fonts are rejected but those named."""
    text = fontconfig = fonts.fontconfig([Path("/a/x.ttf"), Path("/b/<y>.ttf")])
    assert "<rejectfont><glob>*</glob></rejectfont>" in fontconfig
    assert "<glob>/a/x.ttf</glob>" in text
    assert "<glob>/b/&lt;y&gt;.ttf</glob>" in text


@pytest.mark.parametrize(
    ("family", "is_ours"),
    [
        ("Source Serif Pro", True),
        ("Source-Sans-Pro-Semi-Bold", True),
        ("Noto Serif CJK SC", True),
        ("DejaVu Sans", False),
        ("Source Code Pro", False),
    ],
)
def test_families_are_ours_or_not(family: str, is_ours: bool) -> None:
    """A family is known by how its name begins."""
    assert ours(family) is is_ours


def test_widths_are_those_of_the_face() -> None:
    """Text is measured in ems: digits are tabular, bold is wider than regular."""
    assert fonts.text_width("1111") == fonts.text_width("8888")
    assert fonts.text_width("word", bold=True) > fonts.text_width("word")


def test_runs_share_one_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A second run writes no second file; one that another hand changed is made anew."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    first = fonts.prepare.__wrapped__()
    assert fonts.prepare.__wrapped__() == first
    whole = first.read_text()
    first.write_text("<fontconfig/>")
    assert fonts.prepare.__wrapped__().read_text() == whole
    assert list(tmp_path.iterdir()) == [first]

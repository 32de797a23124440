"""An institution's own font files: set in, measured by, checked; one of no use is told."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from brief.check.pdf import check_pdf
from brief.errors import BriefError
from brief.writers import fonts
from brief.writers.house_faces import Face, read_faces, upright
from brief.writers.pdf import Attachment, Rendered
from brief.writers.style import Style, make_style
from tests.support.kitchen import STYLE, kitchen


def font_file(folder: Path, family: str, source: str, *, license_word: int = 0) -> Path:
    """Return a font file of another family's name, made of one of our faces."""
    path = folder / f"{family}-{source}"
    with TTFont(fonts.faces()[source]) as font:
        for number, name in ((1, family), (4, family), (6, path.stem), (16, family)):
            font["name"].setName(name, number, 3, 1, 0x409)
            font["name"].setName(name, number, 1, 0, 0)
        font["OS/2"].fsType = license_word
        font.save(path)
    return path


def families(data: bytes) -> set[str]:
    """Return the names of the fonts that a PDF embeds, without the mark of the cut."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        names = [str(one.FontName) for one in found if one.get("/Type") == "/FontDescriptor"]
    return {name.rpartition("+")[2].removeprefix("/") for name in names}


@pytest.fixture
def harbor(tmp_path: Path) -> Iterator[tuple[Face, ...]]:
    """Return the faces of a family that no machine has; they are forgotten at the end."""
    kinds = ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSerif-Italic.ttf")
    yield read_faces([font_file(tmp_path, "Harbor", kind) for kind in kinds])
    fonts.use([], {})


def style(tokens: str, faces: tuple[Face, ...]) -> Style:
    """Return our style with an institution's tokens and faces."""
    files = {p.relative_to(STYLE).as_posix(): p.read_text() for p in STYLE.rglob("*.*")}
    families = {name for face in faces for name in face.families}
    return make_style(files, {"tokens.yaml": tokens}, families)


def test_a_brief_is_set_in_the_faces_of_the_house(harbor: tuple[Face, ...]) -> None:
    """The PDF holds them, the check knows them, and the next brief without them is as before."""
    plain = Rendered(kitchen(), style("", ())).pdf()
    own = style('font: {serif: ["Harbor", "Source Serif Pro"]}', harbor)
    fonts.use(harbor, {"serif": "Harbor", "sans": "Source Sans Pro"})
    evidence = Attachment("evidence.json", b"{}", "Evidence")
    made = Rendered(kitchen(), own).pdf((evidence,))
    assert families(made) >= {"Harbor", "Source-Sans-Pro"}
    found = check_pdf(made, fonts.read_face)
    assert [one for one in found if one.code.startswith(("font", "glyph"))] == []
    strange = check_pdf(made)
    assert "font-substituted" in {one.code for one in strange}
    fonts.use([], {})
    assert Rendered(kitchen(), style("", ())).pdf() == plain


def test_text_is_measured_by_the_face_that_it_is_set_in(harbor: tuple[Face, ...]) -> None:
    """Columns and titles are broken by the widths of the family that is named first."""
    ours = fonts.text_width("measure", "serif"), fonts.text_width("measure", "sans")
    fonts.use(harbor, {"serif": "Harbor", "sans": "Noto Sans"})
    own = fonts.text_width("measure", "serif"), fonts.text_width("measure", "sans")
    assert own[0] != ours[0]
    assert own[1] != ours[1]
    assert fonts.text_width("measure", "serif", bold=True) > own[0]


def test_the_upright_face_of_a_family(harbor: tuple[Face, ...]) -> None:
    """Never the italic; where there is no bold one, the regular."""
    bold, regular = (upright(harbor, "Harbor", bold=heavy) for heavy in (True, False))
    assert bold
    assert regular
    assert (bold.weight, regular.weight) == (700, 400)
    assert upright([regular], "Harbor", bold=True) == regular
    assert upright(harbor, "Haven", bold=True) is None


def test_a_font_that_no_file_brings_is_named(harbor: tuple[Face, ...]) -> None:
    """Nothing is set in another font without a word."""
    with pytest.raises(
        BriefError, match=r"tokens.yaml:2: error: font.sans: there is no font"
    ) as it:
        style("font:\n  sans: [Habor]\n", harbor)
    assert "Is it 'Harbor'? Put its files, .ttf or .otf, into templates/house/fonts" in str(
        it.value
    )


def test_a_file_of_no_use_is_told(tmp_path: Path) -> None:
    """No font, and one that may not be embedded: a line each, with what to do."""
    broken = tmp_path / "a.ttf"
    broken.write_bytes(b"no font")
    closed = font_file(tmp_path, "Closed", "NotoSerif-Regular.ttf", license_word=2)
    with pytest.raises(BriefError) as caught:
        read_faces([closed, broken])
    lines = str(caught.value).split("\n")
    assert lines[0].startswith(f"{closed}: error: its license forbids to embed it.")
    assert lines[1].startswith(f"{broken}: error: it is no font that can be read.")

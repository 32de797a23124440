"""A folder in which nobody speaks of the question is told to whoever runs it."""

import pytest

from brief.cli import main
from tests.conftest import ROOT

ROSES = "Roses need less care than most people think. They should be planted in spring."
DOUBT = "China and Russia are not allies. They will not form an alliance, whatever they sign."


def collected(folder, text, capsys) -> str:
    """Return what is said when a folder of one seed is collected."""
    seeds, made = folder / "seeds", folder / "summaries"
    seeds.mkdir()
    (seeds / "a.txt").write_text(f"A title\n\n{text}\n")
    templates = ["--templates", str(ROOT / "templates")]
    assert main(["summarize", str(seeds / "a.txt"), *templates, "-o", str(made / "a.yaml")]) == 0
    capsys.readouterr()
    dossier = ["--seeds", str(seeds), "-o", str(folder / "dossier.json")]
    assert main(["collect", str(made), *dossier, *templates]) == 0
    return str(capsys.readouterr().err)


@pytest.mark.parametrize(("text", "told"), [(ROSES, True), (DOUBT, False)])
def test_sources_on_another_matter_are_told(text, told, tmp_path, capsys):
    """The wrong folder, or the wrong question, gives a brief that says nothing."""
    said = collected(tmp_path, text, capsys)
    assert ("no source there takes up the question “Are China and Russia" in said) == told
    assert ("[question-silent]" in said) == told


def test_an_answer_to_another_question_is_refused(tmp_path, capsys):
    """Summaries that were made for one question prove nothing on another one."""
    collected(tmp_path, DOUBT, capsys)
    before = (tmp_path / "dossier.json").read_bytes()
    asked = ["--question", "Are Russia and Iran forming an alliance?"]
    rest = ["--templates", str(ROOT / "templates"), *asked, "-o", str(tmp_path / "dossier.json")]
    summaries = ["collect", str(tmp_path / "summaries"), "--seeds", str(tmp_path / "seeds")]
    composing = ["compose", str(tmp_path / "dossier.json"), "--audience", "us"]
    for command, place in ((summaries, "a.yaml"), (composing, "dossier.json")):
        assert main([*command, *rest]) == 1
        said = capsys.readouterr().err
        assert f"{place}: error: it answers the question “Are China and Russia" in said
    assert (tmp_path / "dossier.json").read_bytes() == before

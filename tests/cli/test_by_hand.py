"""Stages typed by hand give what the run gives."""

from __future__ import annotations

from brief.cli import main
from brief.model.dossier import Dossier
from brief.store import artifacts
from tests.conftest import ROOT
from tests.support.projects import FIRST

ASKED = ["--question", "Are Russia and Iran forming an alliance?"]
TEMPLATES = ["--templates", str(ROOT / "templates")]


def test_a_dossier_is_the_same_whether_documents_are_given_or_not(tmp_path):
    """What only the whole text tells, as that one seed reprints another, is told either way."""
    seeds, documents, made = (tmp_path / name for name in ("seeds", "documents", "summaries"))
    seeds.mkdir()
    reprint = FIRST.replace("Example Institute", "Example Mirror")
    for name, text in (("a", FIRST), ("b", reprint), ("c", "")):
        path = seeds / f"{name}.md"
        path.write_text(text)
        out = ["-o", str(documents / f"{name}.json")]
        assert main(["read", str(path), "--id", name, "--carry-on", *out]) == 0
        given = ["--document", str(documents / f"{name}.json"), "-o", str(made / f"{name}.yaml")]
        assert main(["summarize", str(path), *ASKED, *TEMPLATES, *given]) == 0
    dossiers = []
    for more in ([], ["--documents", str(documents)]):
        out = tmp_path / f"{len(more)}.json"
        command = ["collect", str(made), "--seeds", str(seeds), *ASKED, *TEMPLATES]
        assert main([*command, *more, "-o", str(out)]) == 0
        dossiers.append(out.read_bytes())
    assert dossiers[0] == dossiers[1]
    assert len({one.origin for one in artifacts.load(out, Dossier).sources}) == 1

"""The documents say what the code does."""

import ast
import re

import pytest

from tests.conftest import ROOT

CODE = re.compile(r"(?:code=|\b(?:error|_error|fault|say)\(\s*)\"([a-z]+(?:-[a-z]+)+)\"")


def test_every_diagnostic_is_documented():
    """A code that a user can meet is listed in docs/DIAGNOSTICS.md."""
    text = (ROOT / "docs/DIAGNOSTICS.md").read_text()
    known = set(re.findall(r"`([a-z-]+)`", text))
    sources = [path.read_text() for path in (ROOT / "src").rglob("*.py")]
    used = {code for source in sources for code in CODE.findall(source)}
    assert len(used) > 30
    assert used - known == set()


def test_every_link_of_the_readme_leads_somewhere():
    """The README's links lead to files that exist."""
    text = (ROOT / "README.md").read_text()
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("package", ["engines/rules", "engines/rules/stance", "compose/evidence"])
def test_a_large_package_says_what_each_of_its_modules_is_for(package):
    """The docstring of the package is a map that names every module, and none that is gone."""
    folder = ROOT / "src/brief" / package
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text())) or ""
    named = set(re.findall(r"`([a-z_]+)/?`", text)) - {"compose"}
    assert named == {path.stem for path in folder.glob("*.py")} - {"__init__"} | {
        path.name for path in folder.iterdir() if (path / "__init__.py").exists()
    }

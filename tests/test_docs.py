"""The documents say what the code does."""

import re

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

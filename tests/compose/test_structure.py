"""What a template of an institution's own forgot, or says twice."""

from brief.compose import compose
from brief.compose.structure import structure_warnings
from tests.support.corpus import audience, dossier, question, templates

PAGE = "brief.html.j2"


def said(before: str, after: str) -> list[str]:
    """Return what is said of the brief that our template makes, one part of it exchanged."""
    sources = templates()
    assert before in sources[PAGE]
    changed = {**sources, PAGE: sources[PAGE].replace(before, after, 1)}
    return [
        str(one)
        for one in structure_warnings(compose(dossier(), audience("us"), question(), changed))
    ]


def test_our_template_forgets_nothing() -> None:
    """All boxes are there, and no sentence stands twice."""
    assert said("<brief>", "<brief>") == []


def test_a_box_that_is_left_out_is_told() -> None:
    """A brief without sources and method is made, and whoever makes it is told."""
    (line,) = said('<callout id="method"', '<callout id="about-us"')
    assert line.startswith("us: warning: the template leaves out sources and method, the callout")


def test_a_sentence_that_stands_twice_is_told() -> None:
    """Each listed sentence is said once, whatever its id."""
    again = '<item id="z-{{ one.id }}">{{ one.text }}{{ one.cite }}</item>'
    found = said('<item id="o-{{ one.id }}">', f'{again}<item id="o-{{{{ one.id }}}}">')
    assert found
    assert all("say the same. Take one out of the template." in line for line in found)

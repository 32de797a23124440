"""Templates: sandboxed, escaped, and every error names its template and line."""

import pytest
from pydantic import BaseModel

from brief.errors import BriefError
from brief.templating import render


def message(sources, **context):
    with pytest.raises(BriefError) as caught:
        render(sources, "t.j2", context)
    return str(caught.value)


def test_values_are_escaped():
    """Seed text is text: it opens no tag, entity or expression."""
    made = render({"t.j2": "<p>{{ x }}</p>"}, "t.j2", {"x": "<script>&{{ 7*7 }}]]>"})
    assert made.endswith("&lt;script&gt;&amp;{{ 7*7 }}]]&gt;</p>")


def test_control_characters_are_shown():
    """A character that XML cannot hold becomes U+FFFD, not nothing."""
    assert render({"t.j2": "{{ x }}"}, "t.j2", {"x": "a\x00b\x1f\ud800"}) == "a\ufffdb\ufffd\ufffd"


def test_misspelt_variable_names_its_line():
    """A variable that does not exist fails with template, line and name."""
    said = message({"t.j2": "one\ntwo {{ tilte }}"}, title="x")
    assert said.startswith("t.j2:2: error: 'tilte' is undefined.")


def test_misspelt_variable_in_an_imported_template_names_that_one():
    """The line is that of the template at fault, not of the one that uses it."""
    sources = {
        "t.j2": "{% import 'm.j2' as m %}\n{{ m.f() }}",
        "m.j2": "\n{% macro f() %}\n{{ x }}{% endmacro %}",
    }
    assert message(sources).startswith("m.j2:3: error: 'x' is undefined.")


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a\n{% if %}", "t.j2:2"),
        ("{{ 1 +", "t.j2:1"),
        ("a\n{% include 'no.j2' %}", "t.j2:2"),
        ("a\n{{ 'x' | uper }}", "t.j2:2"),
        ("a\n{{ 'x' is uper }}", "t.j2:2"),
        ("a\n{{ range(10 ** 9) }}", "t.j2:2"),
        ("a\n{{ 1 // 0 }}", "t.j2:2"),
    ],
)
def test_broken_template_names_its_line(source, place):
    """A syntax error, an unknown filter or a missing template is one line with its place."""
    said = message({"t.j2": source})
    assert said.startswith(f"{place}: error: ")
    assert "\n" not in said


class Port(BaseModel):
    """A value whose fields are known."""

    name: str = "Bar"


BASE = "<a>{% block one %}{% block two %}{% endblock %}{% endblock %}</a>"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\n{{ port.nmae }}", "t.j2:2: error: there is no 'nmae' in port. Is it 'name'?"),
        ("{% if 0 %}\n{{ port.nmae }}{% endif %}", "t.j2:2: error: there is no 'nmae' in port."),
        ("{% if 0 %}{{ count.fro }}{% endif %}", "there is no 'fro' in count. Is it 'for'?"),
        ("{{ plain.kye }}", "t.j2:1: error: there is no 'kye' here. Is it 'key'? Compare"),
        ("{% for port in [plain] %}{{ port.kye }}{% endfor %}", "there is no 'kye' here"),
        ("{% import 'm.j2' as m %}\n{{ m.fuond() }}", "t.j2:2: error: there is no 'fuond' in m.j2"),
        ("{{ pourt }}", "t.j2:1: error: 'pourt' is undefined. Is it 'port'? Compare"),
        (
            "{% extends 'b.j2' %}\n{% block oen %}{% endblock %}",
            "t.j2:2: error: there is no block 'oen' to override. Is it 'one'?",
        ),
        ("{% extends 'b.j2' %}\n\n<p>x</p>", "t.j2:3: error: words outside of a block are shown"),
        ("{% extends 'b.j2' %}{{ port.name }}", "t.j2:1: error: words outside of a block"),
    ],
)
def test_what_is_misspelt_or_never_shown_is_named(source, said):
    """A field, a macro, a block: each with its line, and the nearest there is."""
    sources = {
        "t.j2": source,
        "m.j2": "{% macro found() %}x{% endmacro %}",
        "b.j2": BASE,
    }
    found = message(sources, port=Port(), plain={"key": 1}, count={"for": 1, "against": 2})
    assert said in found
    assert "\n" not in found


@pytest.mark.parametrize(
    "source",
    [
        "{% extends 'b.j2' %}\n{# why #}{% set x = 1 %}{% block two %}x{% endblock %}",
        "{% extends 'b.j2' %}{% block one %}{% block new %}y{% endblock %}{% endblock %}",
        "{% macro f(port) %}{{ port.any }}{% endmacro %}{{ f({'any': 1}) }}",
        "{{ port.name }}{{ port.model_dump }}{{ plain.items() }}{{ plain.key }}",
    ],
)
def test_what_is_right_is_let_through(source):
    """Comments, settings, blocks inside of blocks, and names that a macro is given."""
    sources = {"t.j2": source, "b.j2": BASE}
    assert render(sources, "t.j2", {"port": Port(), "plain": {"key": 1}})


@pytest.mark.parametrize(
    "attack", ["{{ x.__class__ }}", "{{ x.__class__.mro() }}", "{{ y.append(1) }}"]
)
def test_sandbox_refuses_python(attack):
    """A template reaches no internals and changes no value."""
    assert "t.j2:1" in message({"t.j2": attack}, x="", y=[])


def test_elements_carry_their_line():
    """Each element of the markup says which template line wrote it."""
    made = render({"t.j2": "<p>\n{% if 1 < 2 %}\n<em>{% endif %}"}, "t.j2", {})
    assert '<p at="t.j2:1">' in made
    assert '<em at="t.j2:3">' in made

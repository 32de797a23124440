"""Markup: strict, with the place of every fault; words of sources come from the ledger only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from brief.errors import BriefError
from brief.markup import parse
from brief.model.brief import Cite, Number, Quoted, Text
from brief.model.plain import inline_text
from brief.model.scripts import foreign_runs


class Ledger:
    """One quotation, one number and one chart."""

    def quote(self, ref):
        """Return a quotation."""
        return {"q1": Quoted(quote="q1", children=(Text(text="“Yes.”"),))}[ref]

    def number(self, ref):
        """Return a number."""
        return {"n:1": Number(text="7", source="n:1")}[ref]

    def tally(self, ref):
        """Return the value of a count."""
        return {"n:1": 7}[ref]

    def cite(self, refs):
        """Return note marks."""
        return [{"q1": Cite(note=1)}[ref] for ref in refs]

    def exhibit(self, ref):
        """Return the data of a chart."""
        return {"x": {"chart": "bars", "points": ()}}[ref]


def page(inner):
    return parse(f"<brief><title>T</title>{inner}</brief>", Ledger(), "t.j2")


def fault(inner):
    with pytest.raises(BriefError) as caught:
        page(inner)
    return str(caught.value)


def test_every_block_is_read():
    """Each element of the markup becomes its block."""
    made = page(
        '<heading id="h" level="2">H</heading><p id="p" role="lead">P</p>'
        '<list id="l" ordered="yes"><item id="i">I</item></list>'
        '<quotation id="o"><q of="q1"/><by>B</by></quotation>'
        '<callout id="c" role="box"><title>C</title><p id="cp">x</p></callout>'
        '<table id="t"><caption>c</caption><column align="decimal" width="2">A</column>'
        '<row id="r"><cell>1</cell></row></table>'
        '<exhibit id="e" of="x"><title>E</title><alt>a</alt></exhibit>'
    )
    kinds = [block.kind for block in made.blocks]
    assert kinds == ["heading", "paragraph", "list", "quotation", "callout", "table", "exhibit"]
    assert made.blocks[5].rows[0][0].id == "r.1"


def test_words_of_sources_come_from_the_ledger():
    """`q`, `num` and `cite` take words, numbers and marks from the ledger; none are typed."""
    made = page('<p id="p">He says: <q of="q1"/> <num of="n:1"/> times <cite of="q1"/>.</p>')
    kinds = [inline.kind for inline in made.blocks[0].children]
    assert kinds == ["text", "quoted", "text", "number", "text", "cite", "text"]
    assert made.blocks[0].children[4].text == " times"


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (
            '<p id="x" role="big">a</p>',
            "<p> has no role 'big' (known: caption, lead,",
        ),
        ('<list id="x" role="lead"><item id="y">a</item></list>', "<list> has no role 'lead'"),
        ("<p>x</p>", "<p> has no 'id'"),
        ('<p id="a"/><p id="a"/>', "the id 'a' stands twice"),
        ('<p id="a" colour="red">x</p>', "<p> has no attribute 'colour'"),
        ('<div id="a">x</div>', "<div> is not an element"),
        ('<p id="a"><p id="b">x</p></p>', "cannot stand inside a line"),
        ('<p id="a"><q of="no"/></p>', "names nothing in the ledger"),
        ('<p id="1a">x</p>', "is not an id"),
        ("loose words", "words stand loose in <brief>: 'loose words'"),
        ('<heading id="h" level="9">x</heading>', "<heading> level"),
        (
            '<table id="t"><caption>c</caption><column>A</column><row id="r"/></table>',
            "0 cells for 1",
        ),
        ('<p id="a"><link href="javascript:x">y</link></p>', "a link leads to"),
        ('<p id="a">x', "<p> is opened there, and </brief> comes before its end"),
        ('<exhibit id="e" of="x"><title>E</title></exhibit>', "no <alt>"),
    ],
)
def test_faults_are_named(inner, said):
    """Whatever the markup does not know is refused in one line that says what."""
    found = fault(inner)
    assert said in found
    assert "\n" not in found


def test_fault_names_the_template_line():
    """The place is the template line that wrote the element."""
    assert fault('<p at="x.j2:42" id="a"><em at="x.j2:43" no="1">b</em></p>').startswith(
        "x.j2:43: "
    )


def test_an_element_that_is_not_closed_is_named_where_it_is_opened():
    """What follows it is of other lines, and may be of another template."""
    found = fault('<p at="x.j2:7" id="a">one\n<em at="x.j2:8">b</em>\n<em at="y.j2:9">c</em>')
    assert found.startswith("x.j2:7: ")


def test_no_entity_is_expanded():
    """The parser reads no document type: neither files nor expanding entities."""
    head = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(BriefError, match="has a document type"):
        parse(f'{head}<brief><title>T</title><p id="p">&a;</p></brief>', Ledger(), "t.j2")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_escaped_text_reads_back(text):
    """Any text of a seed, escaped, comes out as it was, blanks folded."""
    words = " ".join(text.split(" ")).strip(" ")
    made = inline_text(page(f'<p id="p">{escape(text)}</p>').blocks[0].children)
    assert made.split() == words.split()


@pytest.mark.parametrize(
    ("text", "langs"),
    [
        ("a 转向东方 b", ["zh-Hans"]),
        ("東へ", ["ja"]),
        ("Между Россией", ["ru"]),
        ("Київ", ["uk"]),
        ("한국", ["ko"]),
        ("plain é", []),
    ],
)
def test_foreign_scripts_are_marked(text, langs):
    """Chinese, Japanese, Korean and Cyrillic runs carry their language; no character is lost."""
    runs = foreign_runs(text)
    assert [run.lang for run in runs if run.kind == "foreign"] == langs
    assert "".join(run.text for run in runs) == text


def test_an_aside_stands_apart_and_counts_from_the_ledger():
    """An aside has a line break on each side where words are, and its dots the ledger's number."""
    dots = '<dots of="n:1" shape="filled">agree</dots>'
    made = page(f'<p id="p">One <aside level="low">{dots}<num of="n:1"/> agree.</aside> two</p>')
    before, aside, after = made.blocks[0].children
    assert (before.text, after.text) == ("One\n", "\ntwo")
    assert [(one.shape, one.value, one.label) for one in aside.dots] == [("filled", 7, "agree")]
    assert inline_text((aside,)) == "7 agree."
    alone = page('<p id="p"><aside>x</aside></p>').blocks[0].children
    assert len(alone) == 1


def test_dots_without_words_stand_before_those_that_follow():
    """A line holds words: dots that have none of their own open the line of the next."""
    made = page('<p id="p">One <aside><dots of="n:1" shape="faint">none</dots></aside> two</p>')
    assert inline_text(made.blocks[0].children) == "One\ntwo"


def test_dots_must_count_something():
    """Dots of an unknown count, or of an unknown shape, stop the page with its line."""
    assert "names nothing" in fault('<p id="p"><aside><dots of="n:9" shape="half"/></aside></p>')
    assert "shape" in fault('<p id="p"><aside><dots of="n:1" shape="star"/></aside></p>')


def test_notes_are_numbered_as_a_reader_meets_them():
    """A note that a table's caption cites comes before those of its rows."""

    class Counting(Ledger):
        """Numbers notes in the order in which they are asked for."""

        def __init__(self):
            self.known = []

        def cite(self, refs):
            """Return note marks, a new reference under the next number."""
            self.known += [ref for ref in refs if ref not in self.known]
            return [Cite(note=self.known.index(ref) + 1) for ref in refs]

    made = parse(
        '<brief><title>T</title><table id="t"><caption>c<cite of="late"/></caption>'
        '<column>A</column><row id="r"><cell>1<cite of="early"/></cell></row></table></brief>',
        Counting(),
        "t.j2",
    )
    (table,) = made.blocks
    assert table.caption[-1] == Cite(note=1)
    assert table.rows[0][0].children[-1] == Cite(note=2)

"""What is written as a draft is read back as it was, for random briefs and random edits."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.edits.readback import read_draft
from brief.model.brief import Brief, Emphasis, Foreign, Inline, Link, Paragraph, Strong, Text
from brief.model.plain import brief_text
from brief.writers.docx import to_docx
from tests.edits.strategies import briefs, edited, wrap
from tests.support.kitchen import house_style

EXAMPLES = int(os.environ.get("BRIEF_TEST_EXAMPLES", "25"))

words = st.text(min_size=1, max_size=30)
leaves = st.one_of(
    st.builds(Text, text=words),
    st.builds(Foreign, text=words, lang=st.sampled_from(["zh-Hans", "ru", "ja"])),
)
inlines: st.SearchStrategy[Inline] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Emphasis, children=st.tuples(inner)),
        st.builds(Strong, children=st.tuples(inner)),
        st.builds(Link, href=st.just("https://example.org/a?b&c"), children=st.tuples(inner)),
    ),
    max_leaves=3,
)


@settings(max_examples=EXAMPLES)
@given(briefs())
def test_a_draft_gives_its_brief_again(brief: Brief) -> None:
    """Reading undoes writing."""
    assert read_draft(to_docx(brief, house_style()), brief).brief == brief


@settings(max_examples=EXAMPLES)
@given(st.lists(st.lists(inlines, min_size=1, max_size=4), min_size=1, max_size=3))
def test_any_characters_and_formatting_come_back(content: list[list[Inline]]) -> None:
    """Control characters, markup and any script are text; nothing of it looks like an edit."""
    brief = wrap(tuple(Paragraph(id=f"p{n}", children=tuple(c)) for n, c in enumerate(content)))
    assert read_draft(to_docx(brief, house_style()), brief).brief == brief


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_an_edited_draft_is_read_as_edited(data: st.DataObject) -> None:
    """A draft that a person turned into something else reads as that, word for word, in order."""
    before = data.draw(briefs())
    after = data.draw(edited(before))
    back = read_draft(to_docx(after, house_style()), before).brief
    assert [text for _, text in brief_text(back)] == [text for _, text in brief_text(after)]

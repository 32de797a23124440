"""Files that are no draft of ours are told apart in one clear line, and never guessed at."""

from __future__ import annotations

import contextlib
import copy
import os
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.edits.diff import diff
from brief.edits.readback import read_draft
from brief.edits.tree import from_tree, to_tree
from brief.errors import BriefError
from brief.model.edit import Changed
from brief.model.marks import PROPERTY
from brief.model.plain import plain
from brief.writers.docx import to_docx
from tests.edits.drafts import Element, W, base, changed, drafted, edits, el, unmarked, unwrapped
from tests.edits.word_packages import RELATIONS, packed, parts_of
from tests.support.kitchen import house_style

EXAMPLES = int(os.environ.get("BRIEF_TEST_EXAMPLES", "30"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(**parts: bytes) -> bytes:
    """Return a zip file of parts; `__` in a name is a slash, `_` a dot."""
    return packed({n.replace("__", "/").replace("_", "."): data for n, data in parts.items()})


def entities() -> bytes:
    """Return a document that declares entities of entities."""
    doctype = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>'
    return zipped(word__document_xml=doctype + b"<a>&d;</a>")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (OLE, "protected with a password"),
        (b"{\\rtf1 words}", "a rich text (RTF)"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>words", "a web page"),
        (b"Dear all, this is no zip", "damaged or no Word document"),
        (drafted()[: len(drafted()) // 2], "damaged or no Word document"),
        (zipped(content_xml=b"<x/>"), "OpenDocument"),
        (zipped(readme_txt=b"hello"), "no Word document"),
        (zipped(word__document_xml=b"<w:document"), "damaged"),
        (zipped(word__document_xml=b"<document/>"), "no body"),
        (entities(), "declares entities"),
        (zipped(word__document_xml=b" " * 120_000_000), "unpacks to more"),
        (zipped(word__document_xml=b"<p>" + b"<p/>" * 600_000 + b"</p>"), "holds more"),
    ],
    ids=[
        "empty",
        "ole",
        "rtf",
        "html",
        "text",
        "cut",
        "odt",
        "zip",
        "xml",
        "body",
        "entities",
        "bomb",
        "many",
    ],
)
def test_a_file_that_is_no_draft_is_refused(data: bytes, says: str) -> None:
    """The error names the reason."""
    with pytest.raises(BriefError) as caught:
        read_draft(data, base(), "briefs/japan.docx")
    (line,) = caught.value.diagnostics
    assert line.code == "draft-unreadable"
    assert line.place == "briefs/japan.docx"
    assert says in line.message


@given(st.integers(0, len(drafted()) - 1), st.binary(min_size=1, max_size=30))
def test_a_damaged_draft_is_refused_or_read(at: int, damage: bytes) -> None:
    """Bytes written over a draft give a clear error or a brief, never another failure."""
    data = drafted()[:at] + damage + drafted()[at + len(damage) :]
    with contextlib.suppress(BriefError):
        assert read_draft(data, base()).brief.id == base().id


def test_the_draft_of_another_audience_is_refused() -> None:
    """A draft copied over another one is found out by its properties."""
    with pytest.raises(BriefError, match="draft for kitchen, not for japan"):
        read_draft(drafted(), base().model_copy(update={"id": "japan"}))


def test_a_document_that_is_no_draft_is_refused() -> None:
    """A Word document without a word or name of ours is foreign."""

    def change(root: Element) -> None:
        body = root.find(f"{W}body")
        for paragraph in list(body)[1:]:
            body.remove(paragraph)
        unwrapped(root)
        unmarked(root)
        for words in root.iter(f"{W}t"):
            words.text = "Something else altogether, by somebody else"

    def nameless(root: Element) -> None:
        for item in list(root):
            root.remove(item)

    data = changed(nameless, changed(change), "docProps/custom.xml")
    with pytest.raises(BriefError, match="no draft of this brief"):
        read_draft(data, base())


def test_a_newer_draft_is_refused() -> None:
    """A draft of a later form asks for an upgrade."""

    def newer(root: Element) -> None:
        for item in root:
            if item.get("name") != PROPERTY:
                item[0].text = "99"

    with pytest.raises(BriefError, match="newer brief"):
        read_draft(changed(newer, part="docProps/custom.xml"), base())


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_a_document_turned_upside_down_is_read(data: st.DataObject) -> None:
    """Elements deleted, doubled and moved at random still give a brief that can be drafted."""

    def change(root: Element) -> None:
        for _ in range(data.draw(st.integers(1, 8))):
            everything = list(root.iter())[2:]
            if len(everything) < 2:
                return
            one = everything[data.draw(st.integers(0, len(everything) - 1))]
            two = everything[data.draw(st.integers(0, len(everything) - 1))]
            parent = one.getparent()
            if parent is None or one in two.iterancestors() or one is two:
                continue
            match data.draw(st.sampled_from(["delete", "double", "move"])):
                case "delete":
                    parent.remove(one)
                case "double":
                    two.append(copy.deepcopy(one))
                case _:
                    two.append(one)

    with contextlib.suppress(BriefError):
        brief = read_draft(changed(change), base()).brief
        assert to_docx(brief, house_style())
        assert diff(base(), brief) == diff(base(), from_tree(to_tree(brief), brief))


def without(part: str) -> bytes:
    """Return the draft without a part."""
    return packed({name: data for name, data in parts_of(drafted()).items() if name != part})


def test_what_no_text_is_may_be_large() -> None:
    """Fonts that a program embeds, and pictures, do not make a draft unreadable."""
    data = packed({**parts_of(drafted()), "word/fonts/font1.odttf": b"\0" * 120_000_000})
    assert read_draft(data, base()).brief == base()


@pytest.mark.parametrize("part", ["word/styles.xml", "docProps/custom.xml", "word/comments.xml"])
def test_a_draft_that_lost_a_part_gives_no_edits(part: str) -> None:
    """Styles are known by their ids too: what a person typed is told apart."""
    assert edits(without(part)) == ()


def test_a_draft_that_lost_the_list_of_its_parts_keeps_its_words() -> None:
    """Its parts are found by their usual names; all that is gone is where links lead."""
    found = edits(without(RELATIONS))
    assert all(isinstance(edit, Changed) and plain(edit.was) == plain(edit.now) for edit in found)


def test_a_part_that_claims_to_be_small_is_not_unpacked_whole() -> None:
    """The head of a part says a kilobyte, and it would unpack to 200 megabytes."""
    data = zipped(word__document_xml=b" " * 200_000_000)
    data = data.replace((200_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    tracemalloc.start()
    with pytest.raises(BriefError, match="cannot read this draft"):
        read_draft(data, base())
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_a_draft_without_a_word_is_no_edit():
    """Whoever saved it so did not delete each passage: it is kept, and a fresh one is written."""

    def emptied(root):
        body = root.find(f"{W}body")
        for child in list(body)[:-1]:
            body.remove(child)
        body.insert(0, el("p"))

    with pytest.raises(BriefError, match="nothing stands in it"):
        read_draft(changed(emptied), base())

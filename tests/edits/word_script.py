"""Each edit that office_script.py does in LibreOffice, in the markup that Word writes for it.

By name: a function from the bytes of a draft to those of the draft as Word would save it, every
paragraph and run with the ids and revisions that it gives them.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Sequence

from lxml import etree

from tests.edits.drafts import (
    BY,
    DOCUMENT,
    PNG,
    Element,
    W,
    changed,
    el,
    find,
    marked_as_moved,
    paragraph,
    parent_of,
    run,
    text_in,
    type_over,
    unmarked,
    unwrapped,
)
from tests.edits.word_packages import COMMENTS, NOTES, RELATIONS, ids_on_paragraphs, saved
from tests.edits.word_saves import comments_of_people, proofing

Change = Callable[[Element], None]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADS, FEET = ("word/header1.xml", "word/header2.xml"), ("word/footer1.xml", "word/footer2.xml")
WORD: dict[str, Callable[[bytes], bytes]] = {}


def edit(*parts: str) -> Callable[[Change], Change]:
    """Register a change of the document, or of other parts."""

    def register(change: Change) -> Change:
        def do(data: bytes) -> bytes:
            for part in parts or (DOCUMENT,):
                data = changed(change, data, part)
            return saved(data, ids_on_paragraphs, proofing)

        WORD[change.__name__] = do
        return change

    return register


def delete(element: Element) -> None:
    """Take an element away."""
    parent_of(element).remove(element)


def content(line: Element) -> list[Element]:
    """Return what a paragraph holds beside its properties."""
    return [child for child in line if child.tag != f"{W}pPr"]


def parted(root: Element, words: str) -> Element:
    """Return the run of words that are part of another run, made one of their own."""
    old = parent_of(text_in(root, words))
    before, _, after = (old.findtext(f"{W}t") or "").partition(words)
    middle, rest = copy.deepcopy(old), copy.deepcopy(old)
    for part, text in ((old, before), (middle, words), (rest, after)):
        part.find(f"{W}t").text = text
    old.addnext(rest)
    old.addnext(middle)
    return middle


def rows(root: Element) -> list[Element]:
    """Return the rows of the table of figures."""
    table = next(find(root, "US$38 billion").iterancestors(f"{W}tbl"))
    return list(table.iter(f"{W}tr"))


@edit()
def unedited(root: Element) -> None:
    """Only save."""


@edit()
def changed_words(root: Element) -> None:
    """Change words."""
    type_over("for a decade", "for twelve years")(root)


WORD["changed"] = WORD.pop("changed_words")


@edit()
def retyped(root: Element) -> None:
    """Select a paragraph, control and all, and type another."""
    line = find(root, "Fuel prices drive")
    for child in content(line):
        line.remove(child)
    line.append(run("Taxes on fuel decide when"))


@edit()
def deleted(root: Element) -> None:
    """Delete a list item."""
    delete(find(root, "Whether freight follows fuel"))


@edit()
def deleted_by_key(root: Element) -> None:
    """Delete a paragraph."""
    delete(find(root, "The joint statement"))


@edit()
def added(root: Element) -> None:
    """Type a paragraph after another."""
    find(root, "Harbor authorities").addnext(paragraph("A new thought of the analyst."))


@edit()
def added_by_key(root: Element) -> None:
    """Type a paragraph after a heading."""
    find(root, "Where they differ").addnext(paragraph("A new thought of the analyst."))


@edit()
def moved(root: Element) -> None:
    """Move a paragraph down, over what follows it."""
    old = find(root, "The joint statement")
    after = old.getnext().getnext()  # a quotation and its attribution
    after.addnext(old)


@edit()
def cut_and_pasted(root: Element) -> None:
    """Paste a paragraph before another; Word leaves its control and bookmark with it."""
    find(root, "Harbor authorities").addprevious(find(root, "The joint statement"))


@edit()
def split(root: Element) -> None:
    """Press Enter inside a paragraph: the bookmark stays with the first part."""
    first = find(root, "Harbor authorities")
    words = text_in(first, "Freight grew fastest")
    at = (words.text or "").index("Freight grew fastest")
    words.text, rest = (words.text or "")[:at], (words.text or "")[at:]
    first.addnext(paragraph(rest))


@edit()
def merged(root: Element) -> None:
    """Delete the end of a list item."""
    first, second = find(root, "Fuel prices drive"), find(root, "No source speaks")
    first.extend([run(" "), *content(second)])
    delete(second)


@edit()
def cell(root: Element) -> None:
    """Type over a table cell."""
    type_over("US$38 billion", "US$39 billion")(root)


@edit()
def heading(root: Element) -> None:
    """Change a heading."""
    type_over("Where they differ", "Where sources differ")(root)


@edit()
def item(root: Element) -> None:
    """Press Enter at the end of a list item and type."""
    old = find(root, "No source speaks")
    new = el("p", copy.deepcopy(old.find(f"{W}pPr")), run("A fourth judgement."))
    old.addnext(new)


@edit(NOTES)
def note(root: Element) -> None:
    """Change the words of a note."""
    find(root, "para. 3.").append(run(" See also the annex."))


def new_note(data: bytes) -> bytes:
    """Add a note."""

    def write(root: Element) -> None:
        root.append(el("footnote", paragraph("Seen in the archive.", "FootnoteText"), id="77"))

    def refer(root: Element) -> None:
        parted(root, "decline to say").addnext(el("r", el("footnoteReference", id="77")))

    return saved(changed(refer, changed(write, data, NOTES)), ids_on_paragraphs, proofing)


@edit()
def tracked(root: Element) -> None:
    """Change words with tracking on."""
    _track(parted(root, "a decade"), "twelve years")


def _track(old: Element, new: str) -> None:
    """Delete a run and insert words, as tracked changes."""
    gone = copy.deepcopy(old)
    for words in gone.iter(f"{W}t"):
        words.tag = f"{W}delText"
    put_in = copy.deepcopy(old)
    put_in.find(f"{W}t").text = new
    old.addnext(el("ins", put_in, **BY))
    old.addnext(el("del", gone, **BY))
    delete(old)


@edit()
def bold(root: Element) -> None:
    """Make words bold."""
    middle = parted(root, "customs rules")
    middle.insert(0, el("rPr", el("b"), el("bCs")))


@edit()
def linked(root: Element) -> None:
    """Lay a link on words: a field, as Word makes of what is pasted."""
    middle = parted(root, "customs rules")
    code = el("instrText", text=' HYPERLINK "https://example.org/rules" ')
    middle.addprevious(el("r", el("fldChar", fldCharType="begin")))
    middle.addprevious(el("r", code))
    middle.addprevious(el("r", el("fldChar", fldCharType="separate")))
    middle.addnext(el("r", el("fldChar", fldCharType="end")))


def _restyle(line: Element, style: str) -> None:
    found = line.find(f"{W}pPr/{W}pStyle")
    assert found is not None
    found.set(f"{W}val", style)


@edit()
def restyled(root: Element) -> None:
    """Make a paragraph a heading."""
    _restyle(find(root, "Harbor authorities"), "Heading2")


@edit()
def quoted(root: Element) -> None:
    """Make a paragraph a quotation."""
    _restyle(find(root, "Harbor authorities"), "Quote")


def picture(data: bytes) -> bytes:
    """Insert a picture after a paragraph."""
    space = "http://schemas.openxmlformats.org/drawingml/2006"

    def show(root: Element) -> None:
        drawing = etree.fromstring(
            f'<w:drawing xmlns:w="{W[1:-1]}" xmlns:a="{space}/main" xmlns:r="{OFFICE}" '
            f'xmlns:wp="{space}/wordprocessingDrawing"><wp:inline><wp:docPr id="900" name="P"/>'
            '<a:blip r:embed="rIdNew"/></wp:inline></w:drawing>'
        )
        find(root, "Harbor authorities").addnext(el("p", el("r", drawing)))

    def relate(root: Element) -> None:
        relation = root.makeelement(root[0].tag)
        for key, text in (("Id", "rIdNew"), ("Type", f"{OFFICE}/image"), ("Target", "media/n.png")):
            relation.set(key, text)
        root.append(relation)

    buffer = io.BytesIO(changed(relate, changed(show, data), RELATIONS))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/media/n.png", PNG)
    return buffer.getvalue()


@edit()
def row(root: Element) -> None:
    """Add a row to a table and fill its first cell."""
    old = rows(root)[1]
    new = copy.deepcopy(old)
    unmarked(new)
    unwrapped(new)
    for number, line in enumerate(new.iter(f"{W}p")):
        line[1:] = [run("Freight by rail")] if number == 0 else []
    old.addnext(new)


@edit()
def column_added(root: Element) -> None:
    """Add a column after the second and fill it."""
    for number, line in enumerate(rows(root), 1):
        line.findall(f"{W}tc")[1].addnext(el("tc", paragraph(f"mine {number}")))


@edit()
def column_deleted(root: Element) -> None:
    """Delete the third column of a table."""
    for line in rows(root):
        line.remove(line.findall(f"{W}tc")[2])


@edit()
def first_column_deleted(root: Element) -> None:
    """Delete the first column of a table."""
    for line in rows(root):
        line.remove(line.findall(f"{W}tc")[0])


@edit()
def duplicated(root: Element) -> None:
    """Copy a paragraph and paste it elsewhere: bookmarks stay with the first, controls do not."""
    copied = copy.deepcopy(find(root, "The joint statement"))
    unmarked(copied)
    find(root, "Options").addprevious(copied)


@edit()
def typed_after_a_mark(root: Element) -> None:
    """Type at the end of an item that ends with a note mark: the words are raised like it."""
    look = el("rPr", el("rStyle", val="FootnoteReference"))
    words = el("t", text=" And they, 2 or 3, know it.")
    find(root, "The ports cooperate").append(el("r", look, words))


@edit(DOCUMENT, NOTES)
def replaced_everywhere(root: Element) -> None:
    """Find and replace in the whole draft."""
    for words in root.iter(f"{W}t"):
        words.text = (words.text or "").replace("Aldana", "Alder")


@edit()
def titled(root: Element) -> None:
    """Change the title."""
    type_over("Two ports act together", "Two harbors act together")(root)


@edit(*HEADS, *FEET)
def headed(root: Element) -> None:
    """Change the page head, and the page foot before and after the number."""
    line = next(root.iter(f"{W}p"))
    if root.tag == f"{W}hdr":
        line[1:] = [run("My own head")]
    else:
        line.insert(1, run("Secret "))
        line.append(run(" of mine"))


@edit(FEET[1])
def first_foot(root: Element) -> None:
    """Type in the foot of the first page only."""
    next(root.iter(f"{W}p")).insert(1, run("Only here "))


def _last(root: Element) -> Element:
    return [child for child in root[0] if child.tag == f"{W}p"][-1]


@edit()
def last_words(root: Element) -> None:
    """Press Enter at the very end and type."""
    _last(root).addnext(paragraph("A closing remark.", "Reference"))


@edit()
def works_unheaded(root: Element) -> None:
    """Delete the heading above the works."""
    heads = [line for line in root[0] if _style(line) == "Heading1"]
    delete(heads[-1])


def _style(line: Element) -> str:
    found = line.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


@edit()
def in_scripts(root: Element) -> None:
    """Type in other scripts: runs for East Asian and right-to-left text, with their languages."""
    line = find(root, "No source speaks")
    arabic, asian = run("عربي"), run("日本語")
    arabic.find(f"{W}rPr").extend([el("rtl"), el("lang", bidi="ar-SA")])
    asian.find(f"{W}rPr").extend([el("rFonts", hint="eastAsia"), el("lang", eastAsia="ja-JP")])
    for part in (run(" 中文 и русский, "), arabic, run(",\u00a0"), asian):
        line.append(part)


@edit()
def section_deleted(root: Element) -> None:
    """Select a section from its heading to the next and delete it."""
    line, end = find(root, "Where they differ"), find(root, "Figures")
    while line is not end:
        gone, line = line, line.getnext()
        delete(gone)


@edit()
def moved_with_tracking(root: Element) -> None:
    """Move a paragraph with tracking on, between range marks."""
    old = find(root, "The joint statement")
    new = copy.deepcopy(old)
    find(root, "Harbor authorities").addprevious(new)
    marked_as_moved(old, new)


@edit()
def split_with_tracking(root: Element) -> None:
    """Delete the end of a paragraph with tracking on."""
    find(root, "Fuel prices drive").find(f"{W}pPr").append(el("rPr", el("del", **BY)))


def answered(data: bytes) -> bytes:
    """Answer each comment of ours, resolve them, and delete the marks of one."""

    def answer(root: Element) -> None:
        said = copy.deepcopy(root[0])
        said.set(f"{W}id", "70000")
        said.set(f"{W}author", "Ann Editor")
        root.append(said)

    def forget(root: Element) -> None:
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            delete(next(root.iter(W + kind)))

    return saved(changed(forget, changed(answer, data, COMMENTS)), comments_of_people)


def commented(data: bytes) -> bytes:
    """Write a comment."""

    def write(root: Element) -> None:
        root.append(el("comment", paragraph("I doubt it.", "Normal"), id="55", author="Ann"))

    def anchor(root: Element) -> None:
        middle = parted(root, "decline to say")
        middle.addprevious(el("commentRangeStart", id="55"))
        middle.addnext(el("r", el("commentReference", id="55")))
        middle.addnext(el("commentRangeEnd", id="55"))

    return saved(changed(anchor, changed(write, data, COMMENTS)), ids_on_paragraphs, proofing)


@edit()
def all_typed_anew(root: Element) -> None:
    """Select all, delete it and type something else."""
    body = root[0]
    body[:-1] = [paragraph("All of it anew.", "Title")]


@edit()
def tracked_accepted(root: Element) -> None:
    """Change words with tracking on, and accept the change."""
    parted(root, "a decade").find(f"{W}t").text = "twelve years"


@edit()
def tracked_rejected(root: Element) -> None:
    """Change words with tracking on, and reject the change: the run stays parted."""
    parted(root, "a decade")


@edit()
def note_deleted(root: Element) -> None:
    """Delete a note mark."""
    line = find(root, "Whether the treaty matters")
    for found in list(line.iter(f"{W}footnoteReference")):
        delete(parent_of(found))


@edit()
def table_made(root: Element) -> None:
    """Insert a table after a paragraph."""
    lines: Sequence[Sequence[str]] = (("Port", "Ships"), ("North", "12"))
    made = [el("tr", *(el("tc", paragraph(word, "Normal")) for word in line)) for line in lines]
    table = el("tbl", el("tblPr", el("tblStyle", val="TableGrid")), *made)
    find(root, "Harbor authorities").addnext(table)


@edit()
def list_made(root: Element) -> None:
    """Type two bulleted points after a paragraph."""
    line = find(root, "Harbor authorities")
    for words in ("A second point.", "A first point."):
        line.addnext(paragraph(words, "ListBullet"))


@edit()
def caption(root: Element) -> None:
    """Change the words above a table."""
    type_over("What the sources count", "What they count")(root)


WORD |= {f.__name__: f for f in (new_note, picture, answered, commented)}

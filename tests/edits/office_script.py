"""Edits a draft in LibreOffice as a person does: run by the Python that has UNO, not by ours.

Reads from standard input lines of `name<TAB>source<TAB>target`; does the edit of that name.
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def find(document, words):
    """Return the range of the words."""
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    if found is None:
        raise SystemExit(f"not found: {words}")
    return found


def paragraph(document, words):
    """Return a cursor over the paragraph that holds the words."""
    found = find(document, words)
    cursor = found.Text.createTextCursorByRange(found.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def replace(document, words, new):
    """Type over the words."""
    find(document, words).String = new


def dispatch(document, command, target=None, **arguments):
    """Do what a menu entry does, on a selection."""
    controller = document.CurrentController
    if target is not None:
        controller.select(target)
    context = uno.getComponentContext()
    helper = context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    values = tuple(PropertyValue(Name=k, Value=v) for k, v in arguments.items())
    helper.executeDispatch(controller.Frame, f".uno:{command}", "", 0, values)


def unedited(document):
    """Only save."""


def changed(document):
    """Change words."""
    replace(document, "for a decade", "for twelve years")


def retyped(document):
    """Select a whole paragraph and type another."""
    paragraph(document, "Fuel prices drive").String = "Taxes on fuel decide when"


def deleted(document):
    """Delete a paragraph with its end."""
    cursor = paragraph(document, "Whether freight follows fuel")
    cursor.goRight(1, True)
    cursor.String = ""


def deleted_by_key(document):
    """Select a paragraph to the start of the next and press Delete."""
    cursor = paragraph(document, "The joint statement")
    cursor.goRight(1, True)
    dispatch(document, "Delete", cursor)


def added(document):
    """Press Enter at the end of a paragraph and type."""
    cursor = paragraph(document, "Harbor authorities")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, "A new thought of the analyst.", False)


def added_by_key(document):
    """Press Enter at the end of a heading and type, by commands of the window."""
    cursor = paragraph(document, "Where they differ")
    cursor.collapseToEnd()
    dispatch(document, "InsertPara", cursor)
    dispatch(document, "InsertText", Text="A new thought of the analyst.")


def moved(document):
    """Move a paragraph down by the menu."""
    cursor = paragraph(document, "The joint statement")
    cursor.collapseToStart()
    dispatch(document, "MoveDown", cursor)


def cut_and_pasted(document):
    """Cut a paragraph and paste it elsewhere."""
    cursor = paragraph(document, "The joint statement")
    cursor.goRight(1, True)
    dispatch(document, "Cut", cursor)
    target = paragraph(document, "Harbor authorities on")
    target.collapseToStart()
    dispatch(document, "Paste", target)


def split(document):
    """Press Enter inside a paragraph."""
    found = find(document, "Freight grew fastest")
    found.Text.insertControlCharacter(found.Start, PARAGRAPH_BREAK, False)


def merged(document):
    """Delete the end of a paragraph."""
    cursor = paragraph(document, "Fuel prices drive")
    cursor.collapseToEnd()
    cursor.goRight(1, True)
    cursor.String = " "


def cell(document):
    """Type over a table cell."""
    replace(document, "US$38 billion", "US$39 billion")


def heading(document):
    """Change a heading."""
    replace(document, "Where they differ", "Where sources differ")


def item(document):
    """Add an entry to a list."""
    cursor = paragraph(document, "No source speaks")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, "A fourth judgement.", False)


def note(document):
    """Change the words of a note."""
    for number in range(document.Footnotes.Count):
        text = document.Footnotes.getByIndex(number)
        if "para. 3." in text.String:
            cursor = text.createTextCursor()
            cursor.gotoEnd(False)
            text.insertString(cursor, " See also the annex.", False)


def new_note(document):
    """Add a note."""
    made = document.createInstance("com.sun.star.text.Footnote")
    end = find(document, "decline to say").End
    end.Text.insertTextContent(end, made, False)
    made.insertString(made.createTextCursor(), "Seen in the archive.", False)


def tracked(document):
    """Change words with the recording of changes on."""
    document.RecordChanges = True
    replace(document, "for a decade", "for twelve years")
    document.RecordChanges = False


def bold(document):
    """Make words bold."""
    find(document, "customs rules").CharWeight = 150.0


def linked(document):
    """Lay a link on words."""
    find(document, "customs rules").HyperLinkURL = "https://example.org/rules"


def restyled(document):
    """Make a paragraph a heading."""
    paragraph(document, "Harbor authorities").ParaStyleName = "Heading 2"


def row(document):
    """Add a row to a table and fill its first cell."""
    tables = [document.TextTables.getByIndex(n) for n in range(document.TextTables.Count)]
    table = next(t for t in tables if t.Columns.Count == 4)
    table.Rows.insertByIndex(2, 1)
    table.getCellByName("A3").String = "Freight by rail"


def picture(document):
    """Insert a picture after a paragraph; it lies beside the draft."""
    context = uno.getComponentContext()
    provider = context.ServiceManager.createInstance("com.sun.star.graphic.GraphicProvider")
    beside = document.URL.rsplit("/", 1)[0] + "/picture.png"
    made = document.createInstance("com.sun.star.text.TextGraphicObject")
    made.Graphic = provider.queryGraphic((PropertyValue(Name="URL", Value=beside),))
    made.AnchorType = uno.Enum("com.sun.star.text.TextContentAnchorType", "AS_CHARACTER")
    cursor = paragraph(document, "Harbor authorities")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertTextContent(cursor, made, False)


def column_added(document):
    """Add a column after the second and fill it."""
    tables = [document.TextTables.getByIndex(n) for n in range(document.TextTables.Count)]
    table = next(t for t in tables if t.Columns.Count == 4)
    table.Columns.insertByIndex(2, 1)
    for line in range(1, table.Rows.Count + 1):
        table.getCellByName(f"C{line}").String = f"mine {line}"


def column_deleted(document):
    """Delete the third column of a table."""
    tables = [document.TextTables.getByIndex(n) for n in range(document.TextTables.Count)]
    next(t for t in tables if t.Columns.Count == 4).Columns.removeByIndex(2, 1)


def duplicated(document):
    """Copy a paragraph and paste it elsewhere, names of its places and all."""
    cursor = paragraph(document, "The joint statement")
    cursor.goRight(1, True)
    dispatch(document, "Copy", cursor)
    target = paragraph(document, "Options")
    target.collapseToStart()
    dispatch(document, "Paste", target)


def typed_after_a_mark(document):
    """Type at the end of an item that ends with a note mark: the words are raised like it."""
    cursor = paragraph(document, "The ports cooperate")
    cursor.collapseToEnd()
    cursor.Text.insertString(cursor, " And they, 2 or 3, know it.", False)


def replaced_everywhere(document):
    """Find and replace in the whole draft."""
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = "Aldana", "Alder"
    document.replaceAll(search)


def titled(document):
    """Change the title."""
    replace(document, "Two ports act together", "Two harbors act together")


def headed(document):
    """Change the page head, and the page foot before and after the number."""
    styles = document.StyleFamilies.getByName("PageStyles")
    for style in (styles.getByIndex(n) for n in range(styles.Count)):
        if style.isInUse() and style.HeaderIsOn:
            style.HeaderText.String = "My own head"
        if style.isInUse() and style.FooterIsOn:
            foot = style.FooterText
            foot.insertString(foot.createTextCursorByRange(foot.Start), "Secret ", False)
            foot.insertString(foot.createTextCursorByRange(foot.End), " of mine", False)


def first_foot(document):
    """Type in the foot of the first page only."""
    foot = document.StyleFamilies.getByName("PageStyles").getByName("First Page").FooterText
    foot.insertString(foot.createTextCursorByRange(foot.Start), "Only here ", False)


def last_words(document):
    """Press Enter at the very end and type."""
    cursor = document.Text.createTextCursor()
    cursor.gotoEnd(False)
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, "A closing remark.", False)


def works_unheaded(document):
    """Delete the heading above the works, so that the first work stands in its place."""
    cursor = document.Text.createTextCursor()
    cursor.gotoEnd(False)
    while cursor.ParaStyleName != "Heading 1":
        cursor.gotoPreviousParagraph(False)
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.String = ""


def first_column_deleted(document):
    """Delete the first column of a table."""
    tables = [document.TextTables.getByIndex(n) for n in range(document.TextTables.Count)]
    next(t for t in tables if t.Columns.Count == 4).Columns.removeByIndex(0, 1)


def in_scripts(document):
    """Type in other scripts, with a line break and a no-break space."""
    cursor = paragraph(document, "No source speaks")
    cursor.collapseToEnd()
    cursor.Text.insertString(cursor, " 中文 и русский, عربي,\u00a0日本語", False)


def section_deleted(document):
    """Select a section from its heading to the next and delete it."""
    cursor = paragraph(document, "Where they differ")
    cursor.gotoRange(paragraph(document, "Figures").Start, True)
    dispatch(document, "Delete", cursor)


def moved_with_tracking(document):
    """Cut a paragraph and paste it elsewhere with the recording of changes on."""
    document.RecordChanges = True
    cut_and_pasted(document)
    document.RecordChanges = False


def split_with_tracking(document):
    """Press Enter inside a paragraph, then join two others, with the recording of changes on."""
    document.RecordChanges = True
    merged(document)
    document.RecordChanges = False


def answered(document):
    """Answer a comment of ours, resolve another, delete a third."""
    fields = document.TextFields.createEnumeration()
    notes = []
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            notes.append(field)
    notes[0].Content += "\nChecked by Ann."
    notes[1].Resolved = True
    notes[2].dispose()


def all_typed_anew(document):
    """Select all, delete it and type something else."""
    dispatch(document, "SelectAll")
    dispatch(document, "SelectAll")
    dispatch(document, "Delete")
    document.Text.insertString(document.Text.End, "All of it anew.", False)


def commented(document):
    """Write a comment."""
    made = document.createInstance("com.sun.star.text.textfield.Annotation")
    made.Content, made.Author = "I doubt it.", "Ann"
    end = find(document, "decline to say").End
    end.Text.insertTextContent(end, made, False)


def tracked_accepted(document):
    """Change words with the recording of changes on, and accept the change."""
    tracked(document)
    dispatch(document, "AcceptAllTrackedChanges")


def tracked_rejected(document):
    """Change words with the recording of changes on, and reject the change."""
    tracked(document)
    dispatch(document, "RejectAllTrackedChanges")


def note_deleted(document):
    """Delete a note mark."""
    for number in range(document.Footnotes.Count):
        anchor = document.Footnotes.getByIndex(number).Anchor
        line = anchor.Text.createTextCursorByRange(anchor)
        line.gotoStartOfParagraph(False)
        line.gotoEndOfParagraph(True)
        if "Whether the treaty matters" in line.String:
            anchor.Text.createTextCursorByRange(anchor).String = ""
            return


def quoted(document):
    """Make a paragraph a quotation."""
    paragraph(document, "Harbor authorities").ParaStyleName = "Quotations"


def table_made(document):
    """Insert a table after a paragraph."""
    cursor = paragraph(document, "Harbor authorities")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    document.Text.insertTextContent(cursor, table, False)
    for name, words in (("A1", "Port"), ("B1", "Ships"), ("A2", "North"), ("B2", "12")):
        table.getCellByName(name).String = words


def list_made(document):
    """Type two bulleted points after a paragraph."""
    cursor = paragraph(document, "Harbor authorities")
    cursor.collapseToEnd()
    for words in ("A first point.", "A second point."):
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, words, False)
        cursor.ParaStyleName = "List Bullet"


def caption(document):
    """Change the words above a table."""
    replace(document, "What the sources count", "What they count")


def connect(port):
    """Return the desktop of a running office."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(480):  # two minutes: on a new or loaded machine the first start is slow
        try:
            address = f"uno:pipe,name={port};urp;StarOffice.ComponentContext"
            context = resolver.resolve(address)
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            ), context
        except Exception:
            time.sleep(0.25)
    raise SystemExit("no office")


def main():
    """Do each edit asked for."""
    desktop, context = connect(sys.argv[1])
    uno.getComponentContext = lambda: context
    try:
        for line in sys.stdin:
            name, source, target = line.rstrip("\n").split("\t")
            document = desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(source), "_blank", 0, ()
            )
            globals()[name](document)
            word = PropertyValue(Name="FilterName", Value="MS Word 2007 XML")
            document.storeToURL(uno.systemPathToFileUrl(target), (word,))
            document.close(True)
            print(name, flush=True)
    finally:
        desktop.terminate()


if __name__ == "__main__":
    main()

"""Texts read back from finished files, against the brief they were made from."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.finished import (
    check_pages,
    compare_charts,
    compare_lines,
    compare_units,
    draft_units,
    page_lines,
)
from brief.check.pdf_text import open_pdf, pictures, read_tagged
from brief.check.word import draft_text
from brief.errors import BriefError
from brief.model.brief import Item, ListBlock, Point, Text
from brief.model.plain import fold_spaces
from brief.writers.pdf import Rendered
from tests.check.faithful import AGAINST, faithful
from tests.check.mutate import reworded
from tests.edits.drafts import W, base, changed, drafted, el, text_in
from tests.support.kitchen import house_style, kitchen, series_exhibit, stance_exhibit

BRIEF = faithful()
LINES = [text for _, text in page_lines(BRIEF)]


def compared(lines):
    return [str(one) for one in compare_lines(BRIEF, lines, "strait.pdf")]


def test_the_line_shows_the_word_and_not_the_sign_of_its_list():
    """Where an item of a list was altered, its bullet or number is no difference."""
    for sign in ("• ", "2. "):
        lines = [f"{sign}{text.replace('unlikely', 'certain')}" if "merger is unlikely" in text
                 else text for text in LINES]  # fmt: skip
        (said,) = compared(lines)
        assert "certain" in said


def test_an_item_bears_the_number_that_it_is_due():
    """A list that counts otherwise than its items stand is named."""
    items = tuple(Item(id=f"i{n}", children=(Text(text=f"Quay {n} waits."),)) for n in range(3))
    listed = ListBlock(id="quays", ordered=True, items=items)
    brief = BRIEF.model_copy(update={"blocks": (*BRIEF.blocks, listed)})
    lines = [text for _, text in page_lines(brief)]

    def counted(*numbers):
        signs = iter(numbers)
        made = [f"{next(signs)}. {line}" if "Quay" in line else line for line in lines]
        return [str(one) for one in compare_lines(brief, made, "strait.pdf")]

    assert counted(1, 2, 3) == []
    (said,) = counted(1, 2, 4)
    assert "block i2" in said
    assert "“4. Quay 2 waits.”" in said


def test_the_same_text_is_the_same():
    """A file that says what its brief says raises no alarm."""
    assert compared(LINES) == []


def test_line_breaks_list_signs_and_split_blocks_are_no_change():
    """Hyphens, blanks, bullets and a block that runs over a page are set, not said."""
    lines = list(LINES)
    at = lines.index("A merger is unlikely.")
    lines[at] = "• A merger is un\u00adlikely."
    said = next(n for n, line in enumerate(lines) if line.startswith("Aldana (2022)"))
    lines[said : said + 1] = [lines[said][:40], lines[said][40:]]
    assert compared(lines) == []


CHANGED = [
    ("146.8", "146.9", "block r1.2", "the file says “US$146.9 billion”"),
    ("will not merge", "will merge", "block say", "“says: “The two ports will not merge"),
    ("Aldana, para. 1.", "Aldana, para. 2.", "block note:note-1", "“1 Aldana, para. 2.”"),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), CHANGED)
def test_an_altered_line_is_named(old, new, place, words):
    """The line says where the file and its evidence part, and how each goes on."""
    lines = [line.replace(old, new) for line in LINES]
    assert any(place in one and words in one for one in compared(lines)), compared(lines)


def test_a_missing_an_extra_and_a_moved_line_are_named():
    """Nothing may fall out, come in or change its place."""
    (lost,) = compared([line for line in LINES if "Fuel" not in line or "says" not in line])
    assert "block say" in lost
    assert "is missing" in lost
    (extra,) = compared([*LINES[:4], "Nobody said this, ever.", *LINES[4:]])
    assert "“Nobody said this, ever.” stands in the file and not in its evidence" in extra
    assert compared([*LINES[5:], *LINES[:5]])


@given(st.data())
def test_no_digit_of_a_file_changes_unseen(data):
    """Whichever digit of whichever line changes, a place is named."""
    places = [(n, m) for n, line in enumerate(LINES) for m, c in enumerate(line) if c.isdecimal()]
    n, m = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != LINES[n][m]]))
    lines = list(LINES)
    lines[n] = f"{lines[n][:m]}{other}{lines[n][m + 1 :]}"
    assert compared(lines)


DRAWN = [
    *((1, alt, "") for alt in AGAINST.alts),
    (1, BRIEF.blocks[7].alt, "USD\n2014\n2021\nUS$95.3\nbillion\nUS$146.8 billion"),
    (1, BRIEF.blocks[8].alt, "no\nyes\nAldana"),
]


def charts(drawn):
    return [str(one) for one in compare_charts(BRIEF, drawn, "strait.pdf")]


def test_charts_show_their_own_numbers_and_alternative_texts():
    """A number drawn that no mark has, another alternative text, a lost chart: each is named."""
    assert charts(DRAWN) == []
    *strip, first, second = DRAWN
    assert "shows “96.3”" in charts([*strip, (1, first[1], "2014\n96.3"), second])[0]
    swapped = first[2].replace("146.8", "X").replace("95.3", "146.8").replace("X", "95.3")
    told = charts([*strip, (1, first[1], swapped), second])
    assert "no “US$146.8 billion” at its place" in told[0]
    assert "shows “Brandt”" in charts([*strip, first, (1, second[1], "no\nyes\nBrandt")])[0]
    assert "ex-1 (alt text)" in charts([*strip, (1, "Trade fell.", first[2]), second])[0]
    assert "kj-3 (alt text)" in charts([(1, "8 against", ""), *DRAWN[1:]])[0]
    assert "kj-3 (alt text)" in charts([strip[0], (1, "high", ""), first, second])[0]
    assert "1 pictures, its evidence 4" in charts([first])[0]


def test_the_counts_above_the_steps_of_a_scale_are_its_own():
    """A head of a chart of stances says how many stand there; those of another step are told."""
    stance = stance_exhibit()
    steps = [f"{point.value}" for point in stance.points if point.shape == "author"]
    middle = (len(stance.scale) - 1) / 2
    counts = [steps.count(f"{at - middle}") for at in range(len(stance.scale))]
    stance = stance.model_copy(update={"totals": tuple(map(str, counts))})
    brief = kitchen().model_copy(update={"blocks": (stance,), "notes": ()})
    with open_pdf(Rendered(brief, house_style()).pdf()) as pdf:
        ((page, alt, text),) = pictures(read_tagged(pdf))
    assert list(compare_charts(brief, [(page, alt, text)], "a.pdf")) == []
    head = next(one for one in text.split("\n") if one[:1].isdecimal())
    wrong = text.replace(head, f"{int(head[0]) + 1}{head[1:]}")
    assert any(head[1:] in str(one) for one in compare_charts(brief, [(page, alt, wrong)], "a.pdf"))


def test_the_page_budget_is_kept():
    """More pages than the audience wants fail; where a person edited it is said, no more."""
    (said,) = check_pages(BRIEF, 5, "strait.pdf")
    assert said.severity == "error"
    assert said.message == "it has 5 pages; 4 are wanted."
    assert check_pages(BRIEF, 4, "strait.pdf") == []
    edited = BRIEF.model_copy(update={"edited": ("say",)})
    assert check_pages(edited, 5, "strait.pdf")[0].severity == "warning"


UNITS = {unit: fold_spaces(text) for unit, text in draft_units(BRIEF).items()}


def test_a_draft_that_differs_is_named():
    """What is missing, altered or too much in the DOCX is told by block."""
    assert list(compare_units(BRIEF, UNITS, "strait.docx")) == []
    wrong = {**UNITS, "r1.2": "US$164.8 billion", "paragraph 9": "Nobody said this."}
    del wrong["kj-2"]
    said = [str(one) for one in compare_units(BRIEF, wrong, "strait.docx")]
    assert len(said) == 3
    assert any("block kj-2" in one and "is missing" in one for one in said)
    assert any("block r1.2" in one and "164.8" in one for one in said)
    assert any("paragraph 9" in one and "Nobody said this." in one for one in said)


def test_a_sign_that_the_pdf_can_only_name_is_no_difference():
    """With what joins it to the next, too; another sign is told."""
    named = {"edited": ("kj-2",)}
    brief = reworded(BRIEF, UNITS["kj-2"], "Rain [umbrella][snowman] ends.").model_copy(
        update=named
    )
    for typed, count in (("☂\ufe0f\u200d☃", 0), ("☂☀", 1)):
        found = {**UNITS, "kj-2": f"Rain {typed} ends."}
        assert len(list(compare_units(brief, found, "strait.docx"))) == count


def test_halves_of_a_split_paragraph_are_known_by_their_words():
    """Whichever half keeps the id in the draft, both stand there; other words are still told."""
    first, second = UNITS["kj-1"], UNITS["kj-2"]
    split = {**UNITS, "kj-1": second, "paragraph 9": first}
    del split["kj-2"]
    assert list(compare_units(BRIEF, split, "strait.docx")) == []
    said = list(compare_units(BRIEF, {**split, "paragraph 9": f"{first} Not so."}, "strait.docx"))
    assert said
    swapped = {**UNITS, "kj-1": second, "kj-2": first}
    assert len(list(compare_units(BRIEF, swapped, "strait.docx"))) == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"%PDF-1.7"])
def test_what_is_no_draft_is_refused_in_one_line(data):
    """A broken file is said to be one."""
    with pytest.raises(BriefError, match=r"x\.docx: error: not a readable Word document"):
        draft_text(data, [], "x.docx")


def test_a_zip_without_a_document_is_no_draft():
    """Any other zip file is refused too."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("a.txt", "b")
    with pytest.raises(BriefError, match="not a Word document"):
        draft_text(target.getvalue(), [], "x.docx")


def test_crowded_years_and_right_to_left_names_are_no_faults():
    """A chart names what it has room for, and draws Arabic from right to left: neither is wrong."""
    years = ("999", "1850", "2013", "2014", "2015", "2022")
    crowded = series_exhibit().model_copy(
        update={
            "points": tuple(
                Point(label=year, value=7, shown="7 miles", source="001#f1", series=year)
                for year in years
            )
        }
    )
    stance = stance_exhibit()
    first = stance.points[0].model_copy(update={"label": "محمد 2014"})
    stance = stance.model_copy(update={"points": (first, *stance.points[1:])})
    brief = kitchen().model_copy(update={"blocks": (stance, crowded), "notes": ()})
    with open_pdf(Rendered(brief, house_style()).pdf()) as pdf:
        drawn = pictures(read_tagged(pdf))
    assert list(compare_charts(brief, drawn, "a.pdf")) == []
    shown = drawn[1][2].split("\n")
    assert "2014" not in shown
    false = [drawn[0], (1, drawn[1][1], drawn[1][2].replace("999", "998"))]
    assert any("998" in str(one) for one in compare_charts(brief, false, "a.pdf"))


def _as_saved_twice(root):
    """Set the marks that are links as LibreOffice does on a second save: raised, and no more."""
    for link in root.iter(f"{W}hyperlink"):
        for look in link.iter(f"{W}rPr") if link.get(f"{W}anchor") else ():
            look[:] = [el("vertAlign", val="superscript")]


def test_a_mark_that_is_only_raised_is_a_mark():
    """A draft that LibreOffice saved twice says what it said before."""
    again = changed(_as_saved_twice)
    assert b"vertAlign" in zipfile.ZipFile(io.BytesIO(again)).read("word/document.xml")
    units = [unit for unit, _ in page_lines(base())]
    assert draft_text(again, units, "x") == draft_text(drafted(), units, "x")


def test_words_set_as_a_note_mark_are_words():
    """Who hides a word under the look of a mark is read all the same."""

    def hide(root):
        style = el("rStyle", val="FootnoteReference")
        hidden = el("r", el("rPr", style), el("t", text=" no 3 "))
        text_in(root, "Fuel prices").getparent().addnext(hidden)

    assert any(" no 3" in text for text in draft_text(changed(hide), [], "x").values())

"""What a person made one stays one, whatever the machine says next; and what else is no news."""

from __future__ import annotations

import pytest

from brief.draft import Before, Followed, follow, write_draft
from brief.edits.diff import diff
from brief.edits.merge import merge
from brief.edits.notice import unnoticed
from brief.edits.readback import Draft, read_draft
from brief.edits.rebase import rebase
from brief.edits.report import as_done, diff_lines, touched
from brief.edits.tree import to_tree
from brief.model.brief import Brief, Cite, Item, ListBlock, Number, Paragraph, Text
from brief.model.edit import Edits, Removed
from brief.model.ledger import LedgerCount
from brief.model.marks import DAY
from brief.writers.docx import to_docx
from tests.edits.drafts import Element, W, base, changed, el, find, paragraph, text_in
from tests.edits.strategies import wrap
from tests.support.kitchen import house_style

NONE = Edits(audience="kitchen")
ONE = "Trade between the two ports rose for a decade."
TWO = "Harbor authorities ask for 12 new berths by the spring."
NEW = "Harbor authorities ask for 40 new berths, and a road."


def brief(*words: str, first: int = 1) -> Brief:
    """Return a brief of paragraphs `p1`, `p2`, ..."""
    return wrap(
        tuple(Paragraph(id=f"p{n}", children=(Text(text=w),)) for n, w in enumerate(words, first))
    )


def said(edited: Brief, new: Brief) -> tuple[list[str], str]:
    """Return the paragraphs of the merge of new words into an edited brief, and its comments."""
    merged = merge(diff(brief(ONE, TWO), edited), new)
    return [block.children[0].text for block in merged.brief.blocks], str(merged.remarks)


def test_a_joined_passage_does_not_come_back_beside_its_words() -> None:
    """Its new version is told where its words stand now, retouched though they are."""
    retouched = "And harbor authorities ask for 12 berths by the spring."
    for whole in (f"{ONE} {TWO}", f"{TWO} {ONE}", f"{ONE} {retouched}"):
        words, remarks = said(brief(whole), brief(ONE, NEW))
        assert words == [whole]
        assert NEW in remarks


TYPED = "Nobody knows what the fishermen there will do."


@pytest.mark.parametrize("whole", [f"{ONE} {TYPED}", f"{ONE[:-1]}: {TYPED}"])
def test_words_typed_where_a_passage_is_gone_stand_for_it(whole: str) -> None:
    """Whoever joins two and types the second anew is told of its news, and it is not said twice."""
    words, remarks = said(brief(whole), brief(ONE, NEW))
    assert words == [whole]
    assert NEW in remarks
    assert "which you deleted or made a part of it" in remarks


@pytest.mark.parametrize(
    "left",
    [f"{TYPED} {ONE}", f"{ONE} Nobody knows.", "Rivers freeze, and nobody there cares much."],
)
def test_a_passage_that_was_only_deleted_does_come_back(left: str) -> None:
    """Words on the other side, few words, or another passage in its place are no join."""
    words, remarks = said(brief(left), brief(ONE, NEW))
    assert words == [left, NEW]
    assert "You deleted this" in remarks


def test_words_typed_before_the_next_passage_stand_for_one_that_is_gone() -> None:
    """The first of two joined passages may be the one that was typed anew."""
    merged = merge(diff(brief(TWO, ONE), brief(f"{TYPED} {ONE}", first=2)), brief(NEW, ONE))
    assert [block.children[0].text for block in merged.brief.blocks] == [f"{TYPED} {ONE}"]
    assert NEW in str(merged.remarks)


def test_items_beside_words_that_part_their_list_were_not_moved() -> None:
    """A list can hold no paragraph, so it becomes two; only what a person did is told."""
    items = tuple(Item(id=f"i{n}", children=(Text(text=f"Item {n}."),)) for n in range(4))
    typed = Paragraph(id="hand:p", children=(Text(text=TYPED),))

    def parts(first: tuple[Item, ...], *rest: Item) -> Brief:
        return wrap((ListBlock(id="hand:l", items=first), typed, ListBlock(id="l", items=rest)))

    old = wrap((ListBlock(id="l", items=items),))
    for first, told in (
        (items[:2], ["hand:p (added)"]),
        (items[1::-1], ["i1 (moved)", "hand:p (added)"]),
    ):
        edited = parts(first, *items[2:])
        found = diff(old, edited)
        assert merge(found, old).brief == edited
        assert list(touched(as_done(found, to_tree(old), to_tree(edited)), to_tree(edited))) == told


def test_a_joined_passage_stays_away_while_its_comment_waits() -> None:
    """The machine's words count as seen when the person deletes the comment, not before."""
    old, new, joined = brief(ONE, TWO), brief(ONE, NEW), brief(f"{ONE} {TWO}")
    known = diff(old, joined)
    again = diff(new, joined)
    open_comment = rebase(again, known, Draft(joined, remarks=frozenset({"p1"})))
    assert merge(open_comment, new).conflicts == ("p1",)
    settled = rebase(again, known, Draft(joined))
    assert merge(settled, new).conflicts == ()
    assert merge(settled, new).brief.blocks == joined.blocks


def test_a_joined_passage_is_shown_as_such() -> None:
    """`brief diff` says where its words are."""
    lines = diff_lines(diff(brief(ONE, TWO), brief(f"{ONE} {TWO}")))
    assert "p2 (deleted, now in p1)" in lines


def test_words_retyped_after_a_join_are_known_by_their_place() -> None:
    """The name around the second passage tells what was made of it, when no word does."""

    def join(root: Element) -> None:
        first, second = find(root, "Fuel prices drive"), find(root, "No source speaks")
        text_in(root, "No source speaks").text = "Silence."
        first.extend(child for child in list(second) if child.tag != f"{W}pPr")
        second.getparent().remove(second)

    data = changed(join)
    followed = follow(data, Before(base(), base(), NONE), base())
    (removed,) = [edit for edit in followed.edits.edits if isinstance(edit, Removed)]
    assert (removed.id, removed.into) == ("kj-3", "kj-2")


def dated(day: str, more: str = "") -> Brief:
    """Return a brief whose first line shows its date."""
    line = (Number(text=day, source=DAY), Text(text=f" · Planners{more}"))
    made = wrap(
        (Paragraph(id="meta", children=line), Paragraph(id="p", children=(Text(text=ONE),)))
    )
    count = LedgerCount(id=DAY, value=int(day.split()[0]), how="date of this brief")
    ledger = made.ledger.model_copy(update={"counts": (*made.ledger.counts, count)})
    return made.model_copy(update={"ledger": ledger})


def test_a_new_day_is_no_news() -> None:
    """An edited line keeps the person's words and has the new date; a deleted one stays away."""
    old, new = dated("26 November 2026"), dated("27 November 2026")
    merged = merge(diff(old, dated("26 November 2026", " in Tokyo")), new)
    assert (merged.brief, merged.conflicts) == (dated("27 November 2026", " in Tokyo"), ())
    gone = old.model_copy(update={"blocks": old.blocks[1:]})
    assert merge(diff(old, gone), new).brief.blocks == old.blocks[1:]


def test_a_date_that_a_person_typed_stays() -> None:
    """Only the date that the machine set is set anew."""
    old, new = dated("26 November 2026"), dated("27 November 2026")
    typed = Paragraph(id="meta", children=(Text(text="30 November 2026 · Planners"),))
    merged = merge(diff(old, old.model_copy(update={"blocks": (typed, *old.blocks[1:])})), new)
    assert merged.brief.blocks[0] == typed
    assert not merged.conflicts


def closed(root: Element, *lines: str) -> None:
    """Type lines below the last work."""
    last = root.find(f"{W}body")[-2]
    for line in reversed(lines):
        last.addnext(paragraph(line, "Reference"))


def followed_after(*lines: str) -> Followed:
    """Return what follows from a draft with lines typed below the last work."""
    return follow(changed(lambda root: closed(root, *lines)), Before(base(), base(), NONE), base())


def test_what_is_typed_below_the_works_closes_the_brief() -> None:
    """It is no source, stands last, and stays there from draft to draft."""
    followed = followed_after("For the file only.", "Copies to nobody.")
    brief = followed.brief
    assert len(brief.references) == len(base().references)
    assert [b.children[0].text for b in brief.parted[1]] == [
        "For the file only.",
        "Copies to nobody.",
    ]
    again = follow(write_draft(brief, house_style()), Before(base(), brief, followed.edits), base())
    assert again.brief == brief
    assert not again.rewrite


def test_a_work_typed_below_the_last_is_one_more() -> None:
    """A date and a title in quotation marks make an entry."""
    followed = followed_after("Doe, Jane. 2024. “A further work.” Press.", "For the file only.")
    assert len(followed.brief.references) == len(base().references) + 1
    assert followed.brief.closing == 1


def test_the_heading_of_the_works_can_be_deleted() -> None:
    """It stays away, in both formats, and is said."""
    from brief.writers.html import to_html

    def delete(root: Element) -> None:
        body = root.find(f"{W}body")
        heads = [p for p in body if "".join(p.itertext()) == base().labels.references]
        body.remove(heads[-1])

    followed = follow(changed(delete), Before(base(), base(), NONE), base())
    assert followed.touched == ("brief/references",)
    assert followed.brief.labels.references == ""
    assert 'data-unit="brief/references"' not in to_html(followed.brief, house_style())
    draft = write_draft(followed.brief, house_style())
    assert not follow(draft, Before(base(), followed.brief, followed.edits), base()).rewrite


def test_an_edit_that_the_machine_makes_too_is_none_any_more() -> None:
    """Where both say the same, the edits file says nothing."""
    data = changed(lambda root: text_in(root, "No source").__setattr__("text", "Silence."))
    first = follow(data, Before(base(), base(), NONE), base())
    assert first.edits.edits
    again = follow(data, Before(base(), base(), NONE), unnoticed(first.brief))
    assert not again.edits.edits
    assert not again.touched


def test_of_a_deleted_list_only_the_items_with_news_return() -> None:
    """Those that say what they said when the person deleted the list stay away."""

    def of(*words: str) -> Brief:
        items = tuple(Item(id=f"i{n}", children=(Text(text=w),)) for n, w in enumerate(words))
        return wrap((ListBlock(id="l", items=items), Paragraph(id="p", children=(Text(text=ONE),))))

    old = of("Fuel costs 3 million.", "Nobody speaks of it.", "Rail grows by 4 percent.")
    gone = diff(old, old.model_copy(update={"blocks": old.blocks[1:]}))
    merged = merge(gone, of("Fuel costs 3 million.", "Nobody speaks of it.", "Rail grows by 9."))
    (block, _) = merged.brief.blocks
    assert [item.id for item in block.items] == ["i2"]
    assert merged.returned == ("i2",)
    fewer = merge(gone, of("Fuel costs 3 million.", "Nobody speaks of it.")).brief
    assert [block.id for block in fewer.blocks] == ["p"]


def test_a_deleted_title_is_back_and_said() -> None:
    """A brief needs one, in its properties and above its pages."""

    def delete(root: Element) -> None:
        gone = find(root, base().title)
        gone.getparent().remove(gone)

    followed = follow(changed(delete), Before(base(), base(), NONE), base())
    assert followed.rewrite
    assert [one.code for one in followed.diagnostics] == ["draft-title"]
    assert not followed.touched


def test_a_title_made_one_with_what_follows_is_the_title() -> None:
    """However long the other is: a brief needs a title, and its words are there."""

    below = "All that there is to say of it, and of what was said before. " * 3
    long = base().model_copy(update={"subtitle": below.strip()})

    def join(root: Element) -> None:
        title, other = find(root, long.title), find(root, long.subtitle)
        title.append(el("r", el("t", text=" – Zq: ")))
        title.extend([child for child in other if child.tag != f"{W}pPr"])
        other.getparent().remove(other)

    draft = read_draft(changed(join, to_docx(long, house_style())), long)
    assert draft.brief.title == f"{long.title} – Zq: {long.subtitle}"
    assert not draft.diagnostics


def test_a_note_edited_and_then_only_cited_by_edited_words_is_told_with_them() -> None:
    """It counts alike in the run that carries it along and in the next."""
    old = wrap((Paragraph(id="p", children=(Text(text=ONE), Cite(note=1))),))
    note = old.notes[0].model_copy(update={"children": (Text(text="Zq typed."),)})
    cited = (Paragraph(id="p", children=(Text(text=f"{ONE} Typed."), Cite(note=1))),)
    typed = old.model_copy(update={"blocks": cited, "notes": (note,)})
    new = old.model_copy(update={"blocks": (), "notes": (), "references": ()})
    first = merge(diff(old, typed), new)
    second = merge(diff(new, first.brief), new)
    assert "Zq typed." in str(first.brief.notes)
    assert first.edited == second.edited == ("p",)


def test_a_work_carried_along_is_no_edit_of_its_own() -> None:
    """Words that cite a work whose seed is gone bring it with them, in this run and the next."""
    cited = (Text(text=f"{ONE} Typed."), Cite(note=1))
    old = wrap((Paragraph(id="p", children=(Text(text=ONE), Cite(note=1))),))
    typed = old.model_copy(update={"blocks": (Paragraph(id="p", children=cited),)})
    none = {"blocks": (), "notes": (), "references": ()}
    new = old.model_copy(update=none)
    first = merge(diff(old, typed), new)
    second = merge(diff(new, first.brief), new)
    for merged in (first, second):
        assert [work.id for work in merged.brief.references] == ["001"]
        assert merged.edited == ("p",)
        assert set(merged.orphans) == {"p"}
        assert list(touched(diff(new, merged.brief), to_tree(merged.brief))) == ["p (added)"]


def test_a_passage_of_lines_that_holds_another_stays_word_for_word() -> None:
    """Of its lines none is refreshed: half of the old and half of the new nobody said."""
    tally, now = "\n4 of 8 ports say so.", "\n3 of 7 ports say so."
    whole = f"{ONE}{tally} {TWO}"
    merged = merge(diff(brief(f"{ONE}{tally}", TWO), brief(whole)), brief(f"Trade fell.{now}", TWO))
    assert [block.children[0].text for block in merged.brief.blocks] == [whole]
    assert "Trade fell." in str(merged.remarks)

"""A brief as data: a faithful one passes in silence, each falsehood is named with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.content import check_brief
from brief.errors import BriefError
from brief.model.brief import Brief
from brief.model.ledger import LedgerCount
from brief.publish import publish
from brief.writers.style import Style
from tests.check.faithful import faithful
from tests.check.mutate import altered, inlines, reworded
from tests.support.kitchen import kitchen
from tests.support.pace import yardsticks


def found(brief: Brief) -> list[str]:
    return [str(one) for one in check_brief(brief)]


def test_a_faithful_brief_raises_no_alarm():
    """Names, questions, dates, ranges and words of notes stand as they may stand."""
    assert found(faithful()) == []


def swap_notes(data):
    first, second = data["notes"][:2]
    for key in ("children", "quotes", "reference"):
        first[key], second[key] = second[key], first[key]


def swap_marks(data):
    marks = [one for one in inlines(data["blocks"], "cite") if one["note"] in (1, 2)]
    for mark in marks[1:]:
        mark["note"] = 3 - mark["note"]


def swap_works(data):
    first, second = data["references"]
    first["children"], second["children"] = second["children"], first["children"]


def swap_note_works(data):
    data["notes"][0]["reference"], data["notes"][1]["reference"] = "002", "001"


def delete_note(data):
    data["notes"] = data["notes"][:-1]


def empty_note(data):
    data["notes"][0]["quotes"] = []


def name_more(data):
    data["notes"][0]["children"][0]["text"] = "Aldana, paras. 1 and 7."


def lose_mark(data):
    data["blocks"][3]["children"] = [
        one for one in data["blocks"][3]["children"] if one.get("note") != 2
    ]


def drop_quotation(data):
    """Leave out what a colon announces."""
    data["blocks"][3]["children"] = [
        one for one in data["blocks"][3]["children"] if one["kind"] != "quoted"
    ]


def loosen(data):
    """Turn a tied number into plain text."""
    number = inlines(data["blocks"], "number")[4]
    number["kind"] = "text"
    del number["source"]


ALTERED = [
    (swap_notes, "strait, block say", "and note 1 is not"),
    (swap_marks, "strait, block say", "note 2 is not"),
    (swap_works, "strait, note 1", "does not name its source"),
    (swap_note_works, "strait, note 1", "it names source 002, but its words are of 001"),
    (delete_note, "strait, block r2.3", "cites note 5, and there is none"),
    (empty_note, "strait, note 1", "rests on no words"),
    (name_more, "strait, note 1", "names paragraph 7, where none of its words stand"),
    (lose_mark, "strait, block say", "is of 002, and note 1 is not"),
    (drop_quotation, "strait, block say", "nothing stands behind the colon"),
    (loosen, "strait, block kj-1", "the number “12” traces to nothing"),
]


@pytest.mark.parametrize(("change", "place", "words"), ALTERED)
def test_a_loosened_tie_is_named(change, place, words):
    """Swapped, deleted and emptied notes, marks and references are each told with their place."""
    said = found(altered(faithful(), change))
    assert any(place in one and any(w in one for w in words.split("|")) for one in said), said


REWORDED = [
    ("US$146.8 billion", "US$146.9 billion", "block r1.2", "does not show the value of 001#f1"),
    ("US$146.8 billion", "€146.8 billion", "block r1.2", "is not shown in USD"),
    ("17.5%", "17.5", "block r2.2", "is not shown as a percentage"),
    ("22 November 2026", "23 November 2026", "block meta", "which is 20261122"),
    ("9 March 2022", "9 May 2022", "block meta", "which is 20220309"),
    ('"2022", "source": "year:001"', '"2021", "source": "year:001"', "block say", "which is 2022"),
    ("in 2021", "in 2012", "block r1.3", "the number “2012” traces to nothing"),
    ("will not merge", "will now merge", "block say", "is not what the source says"),
    ("will not merge", "will merge", "block say", "“The two ports will merge"),
    ("Fuel, not friendship, set the pace.", "“Fuel, not friendship, set the pace.”", "block say",
     "the words of our note “Fuel, not friendship, set the pace.” stand in quotation marks"),
    (") has it that ", ") has it: “", "block say", "of our note"),
    ("Key judgments", "He calls it ‘a war of all ports against one’", "kjs/title", "tied to no"),
    ("say so; confidence is moderate.", "will likely say so, with moderate confidence.",
     "block kj-1", "“likely” and “moderate confidence” stand in one sentence"),
    ("The two ports stay apart. ", "A war is highly improbable. ", "block kj-2",
     "“unlikely” is of another scale of likelihood than “highly improbable”"),
    ("Aldana (", "Brandt (", "block say", "the sentence names Brandt"),
    ("year:001", "year:002", "block say", "which is 2024"),
    ("What is counted", "What 14 men count", "block tab/caption", "“14” traces to nothing"),
    ("What is counted", "What fourteen men count", "block tab/caption", "“fourteen”"),
    ("stance:001", "stance:002", "block ex-2", "not in the ledger"),
    ('"value": -2', '"value": 2', "block ex-2", "is drawn at 2"),
    ('"label": "2014"', '"label": "2015"', "block ex-1", "says 2015"),
    ("from US$95.3 billion", "from US$59.3 billion", "ex-1 (alt text)", "“59.3”"),
    ("Key judgments", "‘They said “we will never merge at all”’", "block kjs/title", "tied to no"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "words"), REWORDED)
def test_a_false_word_is_named(old, new, place, words):
    """Altered numbers, dates, quotations, names and estimates are each told with their place."""
    brief = faithful()
    brief = reworded(brief, old, new)
    said = found(brief)
    assert any(place in one and words in one for one in said), said


LEDGER = [
    ('"text": "$146.8 billion"', '"text": "$146.8 million"', "001#f1"),
    ('"value": 17.5', '"value": 71.5', "r2.2"),
    ('"value": 12', '"value": 13', "kj-1"),
    ('"value": 7.0', '"value": 8.0', "kj-3"),
    ('"value": 20220309', '"value": 20210309', "meta"),
]


@pytest.mark.parametrize(("old", "new", "place"), LEDGER)
def test_a_false_ledger_is_named(old, new, place):
    """A ledger that disagrees with its own sentences, or with what is shown, is told."""
    assert any(place in one for one in found(reworded(faithful(), old, new, part="ledger")))


def test_a_running_head_with_another_date_is_named():
    """Plain texts around the page hold no number that the brief does not."""
    brief = altered(faithful(), lambda data: data["labels"].update(running="The ports · 2025"))
    assert any("running head" in one and "2025" in one for one in found(brief))


@given(st.data())
def test_no_digit_of_a_number_changes_unseen(data):
    """Whichever digit of whichever tied number changes, an error names a block."""
    brief = faithful()
    count = len(inlines(brief.model_dump(mode="json"), "number"))
    which = data.draw(st.integers(0, count - 1))

    def change(tree):
        number = inlines(tree["blocks"], "number")[which]
        text = number["text"]
        at = data.draw(st.sampled_from([n for n, char in enumerate(text) if char.isdigit()]))
        other = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
        number["text"] = f"{text[:at]}{other}{text[at + 1 :]}"

    assert found(altered(brief, change))


@given(st.data())
def test_no_word_of_a_quotation_is_lost_unseen(data):
    """Whichever word falls out of the middle of whichever quotation, an error names a block."""
    brief = faithful()
    which = data.draw(st.integers(0, 1))

    def change(tree):
        child = inlines(tree["blocks"], "quoted")[which]["children"][0]
        words = child["text"].split()
        at = data.draw(st.integers(1, len(words) - 2))
        child["text"] = " ".join(words[:at] + words[at + 1 :])

    assert any("quote-altered" in one for one in found(altered(brief, change)))


def edited(strict: bool = False):
    brief = reworded(faithful(), "What is counted", "What 14 men count")
    brief = reworded(brief, "will not merge", "will merge")
    update = {"edited": ("tab/caption", "say"), "unverified": ("say",)}
    brief = brief.model_copy(update=update)
    return check_brief(brief, strict=strict)


def test_a_persons_words_stop_no_build():
    """In edited places untied numbers are theirs, and a fault in what is tied is a warning."""
    said = edited()
    assert {one.severity for one in said} == {"warning", "note"}
    assert [one.place for one in said if one.code == "block-edited"] == ["strait, block say"]


def test_a_note_that_only_edited_words_cite_stops_no_build():
    """The note of an edited place is kept when its source is gone: a warning, and what helps."""

    def change(data):
        data["edited"] = ["r2.3"]
        data["notes"][4]["quotes"] = []

    said = check_brief(altered(faithful(), change))
    of_note = [one for one in said if one.place == "strait, note 5"]
    assert {one.severity for one in of_note} == {"warning"}
    assert not any("Rebuild" in one.hint for one in of_note)


def test_strict_vouches_for_no_edit():
    """With `strict` an edited place is an error, and is checked like any other."""
    said = edited(strict=True)
    assert {one.severity for one in said} == {"error"}
    assert {"block-edited", "number-loose", "quote-altered"} <= {one.code for one in said}


def headed(edited: tuple[str, ...], counted: bool = True) -> list[str]:
    """Return the loose numbers of a brief whose subtitle states two counts that no place shows."""
    brief = faithful()
    counts = [LedgerCount(id=f"n:of.{n}", value=n, how="held") for n in (17, 43) if counted]
    ledger = brief.ledger.model_copy(update={"counts": (*brief.ledger.counts, *counts)})
    update = {
        "subtitle": "Forty-three pages; 17 of 43 doubt it",
        "edited": edited,
        "ledger": ledger,
    }
    said = check_brief(brief.model_copy(update=update))
    return [one.place for one in said if one.code == "number-loose"]


def test_a_count_in_a_head_of_ours_holds_whoever_edited_the_place_that_showed_it():
    """The ledger vouches for a head that nobody edited, and for none that a person typed."""
    assert headed(("say",)) == []
    assert headed(("say",), counted=False) == ["strait, block brief/subtitle"] * 3
    assert headed(("brief/subtitle",)) == ["strait, block brief/subtitle"] * 3
    assert headed(()) == ["strait, block brief/subtitle"] * 3


def test_publish_refuses_a_false_brief():
    """A brief whose statements do not trace is never set."""
    with pytest.raises(BriefError, match="“14” traces to nothing"):
        publish(
            reworded(faithful(), "What is counted", "What 14 men count"), "{}", Style({}, "", {})
        )


def test_nothing_in_a_brief_breaks_the_check():
    """Every kind of block and inline, hostile words among them, is read."""
    assert found(kitchen())


def test_the_check_is_fast():
    """It runs in every build, so it may not cost more than setting a page."""
    brief = faithful()
    check_brief(brief)
    assert yardsticks(lambda: check_brief(brief), limit=5) <= 5

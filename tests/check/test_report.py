"""The summary that ends a run."""

import pytest

from brief.check.report import Checked, Seeds, condensed, counts, for_recipient, report, worst_first
from brief.model.diagnostic import Diagnostic
from brief.model.ledger import LedgerCount
from brief.model.marks import NOTICE_COUNT
from tests.check.faithful import faithful

ERROR = Diagnostic(code="x", severity="error", place="a.pdf", message="it is wrong.")
NOTE = ERROR.model_copy(update={"severity": "note"})


def test_a_good_run_is_told_in_a_few_lines():
    """Each file has a line with what was checked in it, then the seeds, then the end."""
    said = report([Checked("briefs/strait.pdf", (), faithful(), 1)], Seeds(2, 0, ()))
    assert said.splitlines() == [
        "briefs/strait.pdf  1 page, 2 sources, 3 quotations, 13 numbers: ok",
        "2 seeds used",
        "Everything checked holds.",
    ]


def test_a_bad_run_is_told_too():
    """Failed files, left-out seeds and edited places are counted."""
    edited = faithful().model_copy(update={"edited": ("say",)})
    rows = [Checked("a.pdf", (ERROR, NOTE)), Checked("long-name.docx", (NOTE,), edited)]
    said = report(rows, Seeds(4, 1, (ERROR,))).splitlines()
    assert said[0] == "a.pdf           FAILED, 1 error"
    assert said[1].endswith("13 numbers, 1 edited by hand: ok")
    assert said[2:] == ["4 seeds used, 1 left out", "2 errors."]
    assert rows[0].failed
    assert not rows[1].failed


def test_numbers_are_counted_in_text_and_charts():
    """What the summary counts is what the brief shows."""
    shown = {"sources": 2, "quotations": 3, "numbers": 13, "edited": 0, "unverified": 0}
    assert counts(faithful()) == shown


def test_blocks_edited_by_hand_are_counted_as_the_brief_says_it():
    """A row of two edited cells is one block, as on the console; what is not verified is told."""
    ledger = faithful().ledger
    notice = LedgerCount(id=NOTICE_COUNT, value=1, how="blocks that a person changed")
    told = {"counts": (*ledger.counts, notice)}
    words = {"edited": ("row.1", "row.2"), "unverified": ("row.2",)}
    brief = faithful().model_copy(update={"ledger": ledger.model_copy(update=told), **words})
    said = report([Checked("a.pdf", (), brief, 1)], None)
    assert "numbers, 1 edited by hand (1 not verified): ok" in said


def test_many_of_a_kind_are_counted():
    """A file that differs throughout is told in a dozen lines and one more."""
    said = condensed([ERROR] * 15 + [NOTE.model_copy(update={"code": "y"})])
    assert len(said) == 14
    assert str(said[-1]) == "a.pdf: error: and 3 more of this kind. [x]"


def test_errors_come_first():
    """What fails the run is read first."""
    assert worst_first([NOTE, ERROR]) == [ERROR, NOTE]


def test_what_could_not_be_checked_is_said_at_the_end():
    """A brief that was not made again from its seeds is not told to hold without a word on that."""
    told = ERROR.model_copy(update={"severity": "warning", "code": "not-remade"})
    looks = NOTE.model_copy(update={"code": "not-reprinted"})
    last = report([Checked("a.pdf", (told, looks))], None).splitlines()[-1]
    assert last.startswith("1 warning. Not checked: whether the seeds lead to")
    assert last.endswith("; whether the file looks as its evidence prints it.")
    assert (
        report([Checked("a.pdf", (looks,))], None)
        .splitlines()[-1]
        .startswith("Everything checked holds. Not checked: whether the file")
    )


@pytest.mark.parametrize(
    ("hint", "asked"),
    [
        ("Build it again: `snakemake all`.", "ask the sender for the file as it was made"),
        ("Rebuild the brief, or correct the quotation.", "ask the sender for the file"),
        ("It was edited since, or the PDF is older: run `snakemake all`.", "ask the sender which"),
        ("Run `snakemake all`, or check against the seeds it was made from.", "Check it against"),
        ("Give it in references.yaml.", "Give it in references.yaml."),
    ],
)
def test_who_cannot_build_is_told_what_else_to_do(hint, asked):
    """A recipient has no project: the line says whom to ask instead of what to run."""
    (said,) = for_recipient([ERROR.model_copy(update={"hint": hint})])
    assert asked in said.hint
    assert "snakemake" not in said.hint

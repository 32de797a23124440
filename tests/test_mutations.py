"""Falsify finished files and real briefs, one thing at a time: each is caught and named.

The files are set once; a mutation is a PDF set from a false brief that carries the evidence of the
true one, a PDF or DOCX with changed insides, or a false brief on its way to the press.
"""

import io
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from brief.check.content import check_brief
from brief.check.finished import draft_units
from brief.check.remade import against_remade, against_retraced
from brief.check.word import draft_text
from brief.cli import main
from brief.cli.inputs import load_question, load_style, load_templates
from brief.cli.remade import added, again, asked, beside, composed_from, passed_over
from brief.cli.reprint import printable
from brief.collect import collect
from brief.compose import Composer, compose, parse_audience
from brief.draft import retraced
from brief.errors import BriefError
from brief.model.brief import Brief
from brief.model.dossier import Dossier
from brief.model.short_ids import article_id
from brief.readers import read
from brief.store import files, seeds
from brief.store.artifacts import to_json
from brief.store.drafts import DraftFolder, State
from brief.summarize import summarize
from brief.writers.docx import to_docx
from brief.writers.pdf import Attachment, fitted
from tests.check.faithful import FILES, RAW, faithful
from tests.check.mutate import altered, inlines, reworded

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
AUDIENCES = ("japan", "eu", "us")


def printed(brief: Brief, evidence: Brief) -> bytes:
    """Return the PDF of a brief with the evidence of another inside."""
    style = load_style(TEMPLATES)
    said = "Where each statement, quotation and number of this brief comes from"
    attached = Attachment("evidence.json", to_json(printable(evidence, style)).encode(), said)
    return fitted(printable(brief, style), style).pdf((attached,))


@pytest.fixture(scope="session")
def true_pdf() -> bytes:
    return printed(faithful(), faithful())


@pytest.fixture(scope="session")
def true_docx() -> bytes:
    return to_docx(faithful(), load_style(TEMPLATES))


@pytest.fixture
def folder(tmp_path, true_pdf, true_docx) -> Path:
    """Return a folder with the true files and the texts they were made from."""
    (tmp_path / "seeds").mkdir()
    for seed, raw in RAW.items():
        (tmp_path / "seeds" / FILES[seed]).write_text(raw, "utf-8")
    (tmp_path / "strait.pdf").write_bytes(true_pdf)
    (tmp_path / "strait.docx").write_bytes(true_docx)
    return tmp_path


def checked(folder: Path, capsys, *more: str, name: str = "strait.pdf") -> list[str]:
    """Return what `brief check` says of the file, having seen that its exit code fits."""
    sources = ("--seeds", str(folder / "seeds"), "--quotes-only")
    code = main(["check", str(folder / name), *sources, *more])
    said = capsys.readouterr().err.splitlines()
    assert code == any(": error: " in line for line in said)
    return [line for line in said if ": error: " in line]


def test_true_files_raise_no_alarm(folder, capsys):
    """A faithful PDF and DOCX pass, and a summary of what was checked is written."""
    report = folder / "checked.txt"
    assert checked(folder, capsys, "-o", str(report)) == []
    assert "13 numbers: ok" in report.read_text("utf-8")
    assert checked(folder, capsys, name="strait.docx") == []


REPRINTED = [
    ("US$146.8 billion", "US$146.9 billion", "block r1.2", "US$146.9 billion"),
    ("will not merge", "will merge", "block say", "will merge"),
    ("9 March 2022", "9 May 2022", "block meta", "9 May 2022"),
    ("A merger is unlikely.", "A merger is likely.", "block kj-2", "A merger is likely."),
    ("Fuel, not friendship, set the pace.", "“Fuel, not friendship, set the pace.”", "block say",
     "“Fuel"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "words"), REPRINTED)
def test_a_false_word_in_a_pdf_is_caught(old, new, place, words, folder, capsys):
    """A PDF that does not say what its evidence says fails, and the line shows both."""
    (folder / "strait.pdf").write_bytes(printed(reworded(faithful(), old, new), faithful()))
    said = checked(folder, capsys)
    assert any(place in line and words in line for line in said), said


def swapped_notes(data):
    first, second = data["notes"][:2]
    first["children"], second["children"] = second["children"], first["children"]


def deleted_note(data):
    del data["notes"][-1]
    data["blocks"][6]["rows"][1][2]["children"].pop()


@pytest.mark.parametrize("change", [swapped_notes, deleted_note])
def test_swapped_and_deleted_notes_in_a_pdf_are_caught(change, folder, capsys):
    """The notes of a PDF are those of its evidence, each at its number."""
    (folder / "strait.pdf").write_bytes(printed(altered(faithful(), change), faithful()))
    assert any("block note:note-" in line for line in checked(folder, capsys))


def test_evidence_falsified_with_the_words_is_caught_by_the_seeds(folder, capsys):
    """Who alters a PDF and its evidence alike is caught by the text of the source."""
    false = Brief.model_validate_json(
        faithful().model_dump_json().replace("will not merge", "will now merge")
    )
    (folder / "strait.pdf").write_bytes(printed(false, false))
    (line,) = [one for one in checked(folder, capsys) if "quote-not-in-seed" in one]
    assert "strait.pdf, quote 001@0-55" in line


def test_a_changed_seed_is_caught(folder, capsys):
    """A brief made from another version of a seed is told so, by the seed's name."""
    path = folder / "seeds" / FILES["001_aldana"]
    path.write_text(path.read_text("utf-8").replace("will not", "will"), "utf-8")
    (line,) = checked(folder, capsys)
    assert "seed 001_aldana.txt: error: the seed has changed" in line


def test_a_missing_seed_is_told(folder, capsys):
    """Quotations that cannot be verified are said; where they will do, that is no failure."""
    (folder / "seeds" / FILES["001_aldana"]).unlink()
    given = ["--seeds", str(folder / "seeds"), "--quotes-only"]
    assert main(["check", str(folder / "strait.pdf"), *given]) == 0
    assert "seed 001_aldana: warning: the seed is not in the folder" in capsys.readouterr().err


def with_pdf(folder, change):
    with pikepdf.open(folder / "strait.pdf", allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(folder / "strait.pdf")


def remove_font(pdf):
    for font in pdf.pages[0].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in descriptor:
                del descriptor[key]
                return


def remove_evidence(pdf):
    del pdf.attachments["evidence.json"]


def break_evidence(pdf):
    pdf.attachments["evidence.json"] = pikepdf.AttachedFileSpec(pdf, b'{"schema": "brief.brief/1"}')


def repeat_evidence(pdf):
    """Let the evidence say its title twice: who reads it and who parses it see two."""
    held = pdf.attachments["evidence.json"].get_file().read_bytes()
    pdf.Root.AF[0].EF.F.write(held.replace(b'"title": ', b'"title": "Other",\n "title": ', 1))


INSIDES = [
    (repeat_evidence, "document, attachments"),
    (remove_font, "font"),
    (remove_evidence, "no evidence.json is attached"),
    (break_evidence, "the attached evidence is not a brief"),
]


@pytest.mark.parametrize(("change", "words"), INSIDES)
def test_a_font_or_the_evidence_taken_from_a_pdf_is_caught(change, words, folder, capsys):
    """A PDF stands alone: with its fonts, and with what it rests on."""
    with_pdf(folder, change)
    assert any(words in line for line in checked(folder, capsys))


def test_a_file_that_another_program_wrote_anew_is_said_to_be_one(folder, capsys):
    """Of all that it broke, the first line says why."""

    def printed_again(pdf):
        pdf.docinfo["/Producer"] = "Another Writer 1.0"
        del pdf.Root["/Lang"]

    with_pdf(folder, printed_again)
    assert "“Another Writer 1.0 / " in checked(folder, capsys)[0]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"hello", b"PK\3\4nothing"])
def test_what_is_no_pdf_is_one_line(data, folder, capsys):
    """A broken file is named, without a traceback."""
    (folder / "strait.pdf").write_bytes(data)
    for name in ("strait.pdf", "strait.docx"):
        (line,) = checked(folder, capsys, name=name)
        assert "strait.pdf" in line
        assert "BytesIO" not in line


def damage_font(pdf):
    """Cut the end off a font program, as a damaged disk does."""
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    descriptor = font.DescendantFonts[0].FontDescriptor
    key = "/FontFile2" if "/FontFile2" in descriptor else "/FontFile3"
    data = descriptor[key].read_bytes()
    descriptor[key].write(data[: len(data) // 3])


def test_a_damaged_part_of_a_pdf_is_one_line_and_the_other_files_go_on(folder, capsys):
    """Whatever a library says of a part that it cannot read, it says it in a line."""
    (folder / "other.pdf").write_bytes((folder / "strait.pdf").read_bytes())
    with_pdf(folder, damage_font)
    assert main(["check", str(folder / "strait.pdf"), str(folder / "other.pdf")]) == 1
    told = capsys.readouterr()
    assert "a part of it is damaged (" in told.err
    assert "other.pdf" in told.out


def test_a_draft_whose_parts_lack_what_they_need_is_one_line(folder, capsys):
    """A reference that lacks its number is damage as well as broken markup is."""
    rewrite(folder, '<w:footnoteReference w:id="1"', "<w:footnoteReference")
    (line, *_) = checked(folder, capsys, name="strait.docx")
    assert "strait.docx" in line


def test_an_encrypted_pdf_is_one_line(folder, capsys):
    """A file that asks for a password is told apart from a damaged one."""
    with pikepdf.open(folder / "strait.pdf", allow_overwriting_input=True) as pdf:
        pdf.save(folder / "strait.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    (line,) = checked(folder, capsys)
    assert "encrypted: it can only be checked without its password" in line


def rewrite(folder, old, new, part="word/document.xml", most=0):
    """Replace all (or at `most` so many) that a pattern finds inside a part of the DOCX."""
    target = io.BytesIO()
    with zipfile.ZipFile(folder / "strait.docx") as was, zipfile.ZipFile(target, "w") as now:
        for entry in was.infolist():
            data = was.read(entry)
            if entry.filename == part:
                data, times = re.subn(old, new, data.decode(), count=most)
                assert times
            now.writestr(entry, data)
    (folder / "strait.docx").write_bytes(target.getvalue())


@pytest.mark.parametrize("broken", ["whole", "word/header1.xml"])
@pytest.mark.parametrize("name", ["strait.pdf", "strait.docx"])
def test_a_draft_that_cannot_be_read_is_one_line(broken, name, folder, capsys):
    """Cut short, or with a part of it damaged: it is named, without a traceback."""
    if broken == "whole":
        draft = folder / "strait.docx"
        draft.write_bytes(draft.read_bytes()[:3000])
    else:
        rewrite(folder, "</w:hdr>", "", broken)
    (line,) = checked(folder, capsys, name=name)
    assert "strait.docx: error: not a readable Word document" in line


DRAFTS = [
    (r"US\$146.8 billion", "US$148.6 billion", "word/document.xml", "block r1.2"),
    ("will not merge", "will merge", "word/document.xml", "block say"),
    ("9 March 2022", "9 March 2012", "word/document.xml", "block meta"),
    ("Aldana, para. 1.", "Aldana, para. 7.", "word/footnotes.xml", "block note:note-1"),
    ("Aldana, Maria.", "Brandt, Maria.", "word/document.xml", "block ref:001"),
    ("The ports of the strait stay apart", "The ports unite", "word/document.xml", "brief/title"),
]


@pytest.mark.parametrize(("old", "new", "part", "place"), DRAFTS)
@pytest.mark.parametrize("name", ["strait.pdf", "strait.docx"])
def test_a_draft_that_says_something_else_is_caught(old, new, part, place, name, folder, capsys):
    """PDF and DOCX say the same, whichever of the two is checked."""
    rewrite(folder, old, new, part)
    assert any(
        "strait.docx" in line and place in line for line in checked(folder, capsys, name=name)
    )


@pytest.mark.parametrize("ours", [True, False], ids=["as we made it", "in a person's hand"])
def test_in_a_run_a_draft_in_a_persons_hand_stops_nothing(ours, folder, capsys):
    """Where draft and PDF differ, a run fails only if the draft is still the one we made."""
    rewrite(folder, "will not merge", "will merge")
    made = files.digest((folder / "strait.docx").read_bytes()) if ours else "0" * 64
    DraftFolder(folder, "strait").save_state(State(made=made, written=made))
    (folder / "summaries").mkdir()
    report = folder / "checked.txt"
    arguments = ["check", str(folder / "strait.pdf"), "-o", str(report)]
    code = main([*arguments, "--summaries", str(folder / "summaries")])
    severity = "error" if ours else "warning"
    said = capsys.readouterr().err
    assert re.search(rf"strait\.docx, block say: {severity}: .*will merge.*docx-differs", said), (
        said
    )
    assert (code, report.exists()) == ((1, False) if ours else (0, True))


@pytest.mark.parametrize("seen", [True, False], ids=["read by the last run", "edited since"])
def test_who_edited_a_draft_is_told_to_run_again_only_where_that_helps(seen, folder, capsys):
    """A run that has read these very bytes, and kept them, would do so again."""
    brief = faithful().model_copy(update={"edited": ("kj-2",)})
    (folder / "strait.pdf").write_bytes(printed(brief, brief))
    rewrite(folder, "will not merge", "will merge")
    written = files.digest((folder / "strait.docx").read_bytes()) if seen else "0" * 64
    DraftFolder(folder, "strait").save_state(State(written=written))
    said = [one for one in checked(folder, capsys, name="strait.docx") if "block say" in one]
    assert said
    assert all(("Look at the place in both" in one) == seen for one in said)
    assert all(("run `snakemake all`" in one) != seen for one in said)


def test_a_draft_that_is_not_compared_is_told(folder, capsys):
    """Whoever sends a lock along with a forged draft must not have it pass in silence."""
    rewrite(folder, "will not merge", "will merge")
    (folder / ".~lock.strait.docx#").write_text(",Ann,desk,,;", "utf-8")
    assert checked(folder, capsys) == []
    main(["check", str(folder / "strait.pdf")])
    assert "strait.docx: warning: it is open, or could not be" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_note_whose_mark_is_deleted_with_tracking_is_not_read(kind, folder):
    """A note that only deleted text refers to does not stand in the draft; the others do."""
    before = draft_text((folder / "strait.docx").read_bytes(), draft_units(faithful()), "a.docx")
    run = r'(<w:r>(?:(?!</w:r>).)*<w:footnoteReference w:id="\d+"/></w:r>)'
    rewrite(folder, run, rf'<w:{kind} w:id="9" w:author="A">\1</w:{kind}>', most=1)
    after = draft_text((folder / "strait.docx").read_bytes(), draft_units(faithful()), "a.docx")
    (gone,) = before.keys() - after.keys()
    assert gone.startswith("note:")
    assert not any("None" in unit for unit in after)


def test_a_draft_that_libreoffice_saved_is_no_other_draft(folder, capsys):
    """Renamed styles and bookmarks, and lost tags, are no change of what the draft says."""
    rewrite(folder, ">brief<", ">LibreOffice<", "docProps/app.xml")
    rewrite(folder, r'w:val="FootnoteReference"', 'w:val="FootnoteCharacters"')
    rewrite(
        folder,
        r'w:styleId="FootnoteReference"',
        'w:styleId="FootnoteCharacters"',
        "word/styles.xml",
    )
    rewrite(folder, r"<w:tag [^>]*/>", "")
    rewrite(folder, r'w:name="(_b\w+)"', r'w:name="\1_Copy_1"', "word/footnotes.xml")
    assert checked(folder, capsys, name="strait.docx") == []


def test_a_draft_without_its_evidence_is_one_line(folder, capsys):
    """A DOCX alone cannot be verified, and the line says what to put beside it."""
    (folder / "strait.pdf").unlink()
    (line,) = checked(folder, capsys, name="strait.docx")
    assert "there is neither strait.pdf beside it" in line


def test_a_strict_check_of_a_draft_names_what_is_not_verified(folder, capsys):
    """The DOCX is listed as the PDF is."""
    brief = faithful().model_copy(update={"edited": ("kj-2",), "unverified": ("kj-2",)})
    (folder / "strait.pdf").write_bytes(printed(brief, brief))
    said = checked(folder, capsys, "--strict", name="strait.docx")
    assert any("block kj-2: error: edited by hand, not verified" in line for line in said)


@pytest.mark.parametrize("name", ["strait.pdf", "strait.docx"])
def test_a_recipient_is_told_which_words_nobody_vouches_for(name, folder, capsys):
    """Where the bottom line may be a person's, "everything holds" would mislead its reader."""
    told = {"edited": ("kj-2",), "unverified": ("kj-2",), "reasons": {"kj-2": "“now” is new"}}
    brief = faithful().model_copy(update=told)
    (folder / "strait.pdf").write_bytes(printed(brief, brief))
    main(["check", str(folder / name)])
    shown = capsys.readouterr()
    assert "block kj-2: note: edited by hand, not verified: “now” is new" in shown.err
    assert "Not checked: the words that a person edited and no source vouches for." in shown.out


def test_a_strict_check_of_an_edited_draft_looks_at_all_of_it(folder, capsys):
    """That words of a person are listed leaves no forged picture unseen."""
    brief = faithful().model_copy(update={"edited": ("kj-2",), "unverified": ("kj-2",)})
    (folder / "strait.pdf").write_bytes(printed(brief, brief))
    (folder / "strait.docx").write_bytes(to_docx(brief, load_style(TEMPLATES)))
    rewrite(folder, 'descr="', 'descr="No ')
    said = checked(folder, capsys, "--strict", name="strait.docx")
    assert any("(alt text): error: " in line for line in said), said


def test_edited_places_are_errors_only_when_strict(folder, capsys):
    """A person's words stop no build; `--strict` makes each place an error."""
    brief = reworded(faithful(), "A merger is unlikely.", "In 20 years they may merge.")
    brief = brief.model_copy(update={"edited": ("kj-2",), "unverified": ("kj-2",)})
    (folder / "strait.docx").unlink()
    (folder / "strait.pdf").write_bytes(printed(brief, brief))
    assert checked(folder, capsys) == []
    said = checked(folder, capsys, "--strict")
    assert any("block kj-2: error: edited by hand, not verified" in line for line in said)
    (loose,) = [line for line in said if "the number “20” traces to nothing" in line]
    assert "Write it as a source has it now" in loose


@pytest.mark.parametrize(
    ("quoted", "advice"),
    [
        ("The Long Road to a Northern Pact", "Add it below the works cited"),
        ("we will merge before the year is out", "Write it as a source has it now"),
    ],
)
def test_a_title_typed_is_told_from_a_quotation(folder, capsys, quoted, advice):
    """Of either nothing is vouched for, and neither stops a build; what to do is not the same."""
    brief = reworded(faithful(), "A merger is unlikely.", f"So “{quoted}” has it.")
    brief = brief.model_copy(update={"edited": ("kj-2",), "unverified": ("kj-2",)})
    (folder / "strait.docx").unlink()
    (folder / "strait.pdf").write_bytes(printed(brief, brief))
    assert checked(folder, capsys) == []
    (said,) = [line for line in checked(folder, capsys, "--strict") if quoted in line]
    assert advice in said


# Real briefs, on their way to the press


@cache
def collected(folder: Path) -> Dossier:
    """Return the dossier that the documents of a folder give."""
    question = load_question("alliance", TEMPLATES)
    records = seeds.load_records(folder)
    found = seeds.list_seeds(folder)
    summaries, documents = [], []
    for stem, path in found.items():
        own, short = seeds.records_of(stem, records), article_id(stem, found)
        document, raw = read(path.name, files.read_bytes(path), own, short)
        documents.append(document)
        summaries.append(summarize(document, raw, question, ()))
    return collect(summaries, question, [], documents=documents)


def composed(folder: Path, name: str, sources: dict[str, str] | None = None) -> Brief:
    """Return the brief that the documents of a folder give for one audience."""
    dossier, question = collected(folder), load_question("alliance", TEMPLATES)
    audience = parse_audience((TEMPLATES / f"audiences/{name}.yaml").read_text("utf-8"), name)
    return compose(dossier, audience, question, sources or load_templates(TEMPLATES))


@pytest.fixture(scope="session")
def on_notes() -> dict[str, Brief]:
    """Return the three briefs on the notes that we ship."""
    return {name: composed(ROOT / "seeds", name) for name in AUDIENCES}


# Briefs altered together with their evidence, against the seeds they were made from


def leaves(tree, path=()):
    """Yield path and value of each leaf of a brief as data."""
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from leaves(value, (*path, key))
    else:
        yield path, tree


def swaps(text: str) -> list[str]:
    """Return a text falsified in each way that changes what it says."""
    made = [text.replace(old, new) for old, new in SWAPS]
    for found in re.finditer(
        r"\d|[“”’]|\b(?:not|no|about|nearly|almost) |[A-Za-z](?=[a-z]{5})", text
    ):
        other = str((int(found[0]) + 1) % 10) if found[0].isdecimal() else ""
        made.append(text[: found.start()] + other + text[found.end() :])
    return sorted({one for one in made if one != text})


ODD = re.compile(r"\d|[“”’]|\b(?:not|no|about|nearly|almost) |[A-Za-z](?=[a-z]{5})")
"""What is changed or left out, each time by itself."""
SWAPS = [
    ("billion", "million"), ("US$", "€"), ("’", "'"), ("“", '"'), (" is ", " is not "),
    (" for ", " against "), ("likely", "unlikely"), ("author", "some"), ("doubt", "see"),
    ("May", "June"), ("October", "November"),
]  # fmt: skip


def remade(made: Brief, folder: Path, root: Path) -> Brief:
    """Return what the seeds of a folder give now."""
    return again(composed_from(made, folder, root), made)


@cache
def true_brief() -> tuple[Brief, Brief]:
    """Return a brief on our notes as `brief compose` leaves it, and the same made again."""
    made = composer().brief(8)
    return made, remade(made, ROOT / "seeds", TEMPLATES)


def composer() -> Composer:
    """Return what composes briefs on our notes as `brief compose` does."""
    dossier, root = collected(ROOT / "seeds"), TEMPLATES
    question, sources = load_question("alliance", root), load_templates(root)
    audience = parse_audience((root / "audiences/eu.yaml").read_text("utf-8"), "eu")
    inputs = {"date": "", **asked(("alliance", question), ("eu", audience), sources)}
    return Composer(dossier, audience, question, sources, inputs=inputs)


def test_the_seeds_lead_to_the_same_brief():
    """Whoever holds the seeds can make the brief again, word for word."""
    made, again = true_brief()
    assert list(against_remade(made, again, "eu.pdf")) == []


def test_a_table_that_was_set_before_its_chart_is_made_again_so():
    """A true brief is never taken for a forged one for the place that its pages left to a table."""
    made, other = (one.brief(1000) for one in (composer().table_first(), composer()))
    assert made.blocks != other.blocks
    assert list(against_remade(made, remade(made, ROOT / "seeds", TEMPLATES), "eu.pdf")) == []


@pytest.mark.parametrize(("shown", "named"), [(3, 1), (1000, 0)])
def test_what_was_left_out_though_it_has_room_is_named(shown, named):
    """Who takes quotations out of a brief, and lists them as left out, shows less than it may."""
    made, _ = true_brief()
    composer = composed_from(made, ROOT / "seeds", TEMPLATES)
    less = printable(composer.brief(shown), load_style(TEMPLATES))
    said = [one.message for one in passed_over(composer, less, Path("eu.pdf"), TEMPLATES)]
    assert len(said) == named
    assert all("has room" in one for one in said)


@settings(max_examples=60)
@given(data=st.data())
def test_what_is_altered_with_its_evidence_does_not_follow_from_the_seeds(data):
    """Whichever word, number, voice, place or mark changes, in the brief and its evidence alike."""
    made, again = true_brief()
    tree = made.model_dump(mode="json", by_alias=True)
    parts = ("title", "summary", "labels", "blocks", "notes", "references", "ledger")
    paths = [
        (path, value)
        for path, value in leaves({part: tree[part] for part in parts})
        if path[-1] != "kind" and (swaps(value) if isinstance(value, str) else value is not None)
    ]
    path, value = data.draw(st.sampled_from(paths))
    at = tree
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = (
        data.draw(st.sampled_from(swaps(value)))
        if isinstance(value, str)
        else (not value if isinstance(value, bool) else value + 1)
    )
    try:
        false = Brief.model_validate(tree)
    except ValidationError:
        return  # such evidence is no brief, and said to be broken
    assert list(against_remade(false, again, "eu.pdf"))


def prose(tree) -> list[dict]:
    """Return the paragraphs of plain prose in the data of a brief, boxes looked through."""
    found = []
    for block in tree:
        found += prose(block["blocks"]) if "blocks" in block else []
        if block["kind"] == "paragraph" and any(one["kind"] == "text" for one in block["children"]):
            found.append(block)
    return found


def typed_in(tree, which: int) -> None:
    """Add words to a paragraph of a brief, as a person does or a forger."""
    texts = [one for one in prose(tree["blocks"])[which]["children"] if one["kind"] == "text"]
    texts[-1]["text"] += " All experts agree on that."


@cache
def by_hand() -> Brief:
    """Return the true brief as finished after a person typed into its first paragraph of prose."""
    made, _ = true_brief()
    return retraced(altered(made, lambda tree: typed_in(tree, 1)), made)


def untold(brief: Brief) -> list[str]:
    made, _ = true_brief()
    found = against_retraced(brief, made, retraced(brief, made), "eu.pdf")
    return [str(one) for one in found if one.severity == "error"]


def test_what_a_person_edited_and_is_told_is_no_forgery():
    """The seeds with the edits that a brief holds lead to that brief."""
    assert by_hand().edited
    assert by_hand() != true_brief()[0]
    assert untold(by_hand()) == []


@pytest.mark.parametrize(
    ("field", "words"), [("edited", "experts agree"), ("unverified", "is not verified")]
)
def test_an_edit_that_is_not_told_is_named(field, words):
    """A place that a person changed is named as such, and so is that nothing vouches for it."""
    unit = by_hand().edited[0]
    said = untold(by_hand().model_copy(update={field: ()}))
    assert any(f"block {unit}: " in line and words in line for line in said), said


def test_another_reason_why_nobody_vouches_for_an_edit_is_told():
    """A recipient reads the reason, and whoever forges it could write that all was checked."""
    unit, made = by_hand().edited[0], true_brief()[0]
    other = by_hand().model_copy(update={"reasons": {unit: "checked by the ministry"}})
    found = [str(one) for one in against_retraced(other, made, retraced(other, made), "eu.pdf")]
    assert any(f"block {unit}: warning: " in line and "the ministry" in line for line in found)


def test_an_edit_that_nobody_made_is_named():
    """Who claims one has the rest of the file told as warnings: the seeds lead to it without."""
    made, _ = true_brief()
    said = untold(made.model_copy(update={"edited": ("brief/title",)}))
    assert any("block brief/title: " in line and "without an edit" in line for line in said), said


def test_what_is_listed_twice_as_left_out_is_named():
    """The list of what is left out decides how a brief is made again."""
    made, again = true_brief()
    twice = made.model_copy(update={"annex": (*made.annex, made.annex[0])})
    (line,) = against_remade(twice, again, "eu.pdf")
    assert made.annex[0] in line.message


FORGED = [
    lambda tree: tree.update(title="An alliance is certain"),
    lambda tree: typed_in(tree, -1),
    lambda tree: tree["references"][0]["children"][0].update(text="Nobody. "),
    lambda tree: tree["ledger"]["counts"][0].update(how="counted by nobody"),
    lambda tree: next(b for b in tree["blocks"] if b["kind"] == "exhibit").update(alt="None."),
    lambda tree: tree["blocks"].pop(-2),
    lambda tree: tree["annex"].append("quote-nobody"),
]


@pytest.mark.parametrize("forge", FORGED)
def test_an_edit_covers_no_forgery_elsewhere(forge):
    """That a person edited one place excuses no other word, picture or count in the brief."""
    assert untold(altered(by_hand(), forge))


def of_seeds(folder: Path) -> Brief:
    """Return the brief on our notes with the seeds of a folder among its inputs."""
    made, _ = true_brief()
    named = {f"seed:{stem}": digest_of(path) for stem, path in seeds.list_seeds(folder).items()}
    return made.model_copy(update={"inputs": {**made.inputs, **named, **beside(folder)}})


def digest_of(path: Path) -> str:
    return files.digest(path.read_bytes())


@pytest.fixture
def notes(tmp_path) -> Path:
    """Return a copy of the notes that we ship."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "notes"))


def test_a_day_that_is_none_is_one_line(notes):
    """Whatever the evidence says of when it was made, the check ends in a line."""
    made = of_seeds(notes)
    other = made.model_copy(update={"inputs": {**made.inputs, "date": "yesterday"}})
    with pytest.raises(BriefError, match="it says that it is of the day “yesterday”"):
        remade(other, notes, TEMPLATES)


def test_a_seed_that_was_added_is_left_aside_and_named(notes):
    """A brief is made again from the seeds that it names, whatever else came since."""
    made = of_seeds(notes)
    (notes / "900_new.txt").write_text("A pact is near. It will be signed soon.", "utf-8")
    assert list(against_remade(made, remade(made, notes, TEMPLATES), "eu.pdf")) == []
    (note,) = added(made, notes)
    assert note.severity == "note"
    assert "900_new.txt" in note.message


def test_seeds_that_went_or_changed_are_one_line(notes):
    """What follows from other seeds is not listed: the line names the seed."""
    made = of_seeds(notes)
    first, second, *_ = seeds.list_seeds(notes).values()
    first.write_text(first.read_text("utf-8") + "More.\n", "utf-8")
    with pytest.raises(BriefError, match=f"{first.name} changed since") as problem:
        remade(made, notes, TEMPLATES)
    assert len(problem.value.diagnostics) == 1
    second.unlink()
    with pytest.raises(BriefError, match=f"the seed {second.stem} is not in the folder"):
        remade(made, notes, TEMPLATES)


def test_other_ends_of_lines_are_no_other_seeds(notes):
    """Seeds from an archive that Windows unpacked lead to the same brief."""
    made = of_seeds(notes)
    for path in notes.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert list(against_remade(made, remade(made, notes, TEMPLATES), "eu.pdf")) == []


def test_a_seed_under_another_name_is_told_with_both(notes):
    """Who renamed a seed is told which file to give its name back."""
    made = of_seeds(notes)
    first, *_ = seeds.list_seeds(notes).values()
    first.rename(notes / "other.md")
    with pytest.raises(BriefError, match=f"the seed {first.stem} is there as other.md"):
        remade(made, notes, TEMPLATES)


def test_other_records_beside_the_seeds_are_named(notes):
    """Authors and dates come from the records: other ones would lead to another brief."""
    made = of_seeds(notes)
    (notes / "references.yaml").write_text("references: []\n", "utf-8")
    with pytest.raises(BriefError, match=r"references\.yaml there is not the one"):
        remade(made, notes, TEMPLATES)


def test_a_brief_of_other_templates_is_not_made_again_and_says_so():
    """Where the templates are not those it was composed with, it is not verified: an error."""
    made, _ = true_brief()
    old = {key: "0" if key.startswith("templates") else value for key, value in made.inputs.items()}
    with pytest.raises(BriefError, match="another version of the templates") as problem:
        remade(made.model_copy(update={"inputs": old}), ROOT / "seeds", TEMPLATES)
    assert problem.value.diagnostics[0].severity == "error"


def test_seeds_that_cannot_verify_a_brief_fail_it(folder, capsys):
    """Evidence with digests of other means fails with seeds at hand, unless quotations will do."""
    file, given = str(folder / "strait.pdf"), ["--seeds", str(folder / "seeds")]
    assert main(["check", file, *given]) == 1
    assert "error: whether the seeds lead to this brief cannot" in capsys.readouterr().err
    assert main(["check", file, *given, "--quotes-only"]) == 0
    assert ": warning: whether the seeds lead to this brief" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["strait.pdf", "strait.docx"])
def test_forged_means_of_the_print_fail_with_seeds(name, folder, capsys):
    """What cannot be printed again is not verified, nor is a draft of a brief that the seeds deny.

    The digest of what a file was printed with can be any: then nothing tells whether a mark of a
    chart was moved.
    """
    with_pdf(folder, forged_means)
    given = ["--seeds", str(folder / "seeds")]
    assert main(["check", str(folder / name), *given]) == 1
    said = capsys.readouterr().err
    assert "whether the seeds lead to this brief cannot" in said
    assert ": error: the file was not printed again from its evidence" in said
    assert main(["check", str(folder / name), *given, "--quotes-only"]) == 0
    assert ": warning: the file was not printed again" in capsys.readouterr().err


def forged_means(pdf):
    evidence = pdf.attachments["evidence.json"].get_file().read_bytes()
    forged = re.sub(rb'("print:[^"]*": ?")[0-9a-f]{8}', rb"\g<1>00000000", evidence)
    assert forged != evidence
    pdf.Root.AF[0].EF.F.write(forged)


def errors(brief: Brief) -> list[str]:
    return [str(one) for one in check_brief(brief) if one.severity == "error"]


@pytest.mark.parametrize("name", AUDIENCES)
def test_the_briefs_on_our_notes_raise_no_alarm(name, on_notes):
    """What the pipeline makes of the notes we ship holds against its own evidence."""
    assert errors(on_notes[name]) == []


@pytest.mark.parametrize("name", AUDIENCES)
def test_the_briefs_on_originals_raise_no_alarm(name, real_seeds):
    """What the pipeline makes of real documents holds against its own evidence."""
    assert errors(composed(real_seeds, name)) == []


def test_a_misspelt_variable_is_named_with_its_line():
    """A template that asks for what is not there fails with its own name and line."""
    sources = load_templates(TEMPLATES)
    text = sources["brief.html.j2"]
    line = text[: text.index("count.sources")].count("\n") + 1
    sources["brief.html.j2"] = text.replace("count.sources", "count.sorces", 1)
    with pytest.raises(BriefError, match="sorces") as problem:
        composed(ROOT / "seeds", "eu", sources)
    assert f"brief.html.j2:{line}" in str(problem.value)


@settings(max_examples=40)
@given(data=st.data())
def test_no_digit_of_a_real_brief_changes_unseen(data, on_notes):
    """Whichever digit of whichever tied number of a real brief changes, an error names it."""
    brief = on_notes[data.draw(st.sampled_from(AUDIENCES))]
    tied = [
        n
        for n, one in enumerate(inlines(brief.model_dump(mode="json")["blocks"], "number"))
        if one["source"] != "n:version" and any(c.isdecimal() for c in one["text"])
    ]
    which = data.draw(st.sampled_from(tied))

    def change(tree):
        number = inlines(tree["blocks"], "number")[which]
        text = number["text"]
        at = data.draw(st.sampled_from([n for n, c in enumerate(text) if c.isdecimal()]))
        other = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
        number["text"] = f"{text[:at]}{other}{text[at + 1 :]}"

    assert errors(altered(brief, change))


def marks_of_quotations(tree):
    """Return the note marks that stand right after a quotation."""
    if isinstance(tree, dict):
        return [found for value in tree.values() for found in marks_of_quotations(value)]
    if not isinstance(tree, list):
        return []
    kinds = [one.get("kind") if isinstance(one, dict) else "" for one in tree]
    here = [
        one
        for one, kind, before in zip(tree[1:], kinds[1:], kinds, strict=False)
        if (before, kind) == ("quoted", "cite")
    ]
    return here + [found for value in tree for found in marks_of_quotations(value)]


@settings(max_examples=40)
@given(data=st.data())
def test_no_quotation_of_a_real_brief_changes_its_source_unseen(data, on_notes):
    """Whichever mark after a quotation leads to another note, an error names the place."""
    brief = on_notes[data.draw(st.sampled_from(AUDIENCES))]
    count = len(marks_of_quotations(brief.model_dump(mode="json")["blocks"]))
    which = data.draw(st.integers(0, count - 1))

    def change(tree):
        mark = marks_of_quotations(tree["blocks"])[which]
        numbers = [note.number for note in brief.notes if note.number != mark["note"]]
        mark["note"] = data.draw(st.sampled_from(numbers))

    assert any("cite-wrong" in line for line in errors(altered(brief, change)))

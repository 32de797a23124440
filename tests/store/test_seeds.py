"""The seeds folder."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from brief.errors import BriefError
from brief.model.review import Reviews
from brief.model.short_ids import article_id
from brief.model.source import Record
from brief.store import seeds

NOTE = "---\nnote: true\n---\n# Title\n\nA sentence.\n"


def test_corrections_that_are_all_remarks_are_none(tmp_path):
    """A file that a person has only begun stops no run."""
    (tmp_path / "reviews.yaml").write_text("# none so far\n")
    assert seeds.load_reviews(tmp_path) == Reviews()


def test_an_original_takes_the_place_of_its_note(tmp_path):
    """Of a note and another file with the same stem, the note gives way."""
    (tmp_path / "a.md").write_text(NOTE)
    (tmp_path / "a.txt").write_text("The original.")
    assert seeds.list_seeds(tmp_path) == {"a": tmp_path / "a.txt"}


def test_of_two_originals_of_one_stem_none_is_used(tmp_path):
    """Nobody can say which of them a summary of that name is of; the others are used."""
    (tmp_path / "a.md").write_text("# Not a note")
    (tmp_path / "a.txt").write_text("The original.")
    (tmp_path / "b.txt").write_text("Another.")
    assert list(seeds.list_seeds(tmp_path)) == ["a", "b"]
    assert seeds.doubled(tmp_path) == {"a": ["a.md", "a.txt"]}
    seeds.alone(tmp_path / "b.txt")
    with pytest.raises(BriefError, match=r"a\.md and a\.txt have the same name"):
        seeds.alone(tmp_path / "a.md")


def test_an_empty_folder_is_said(tmp_path):
    """A folder with nothing but hidden files and records holds no seeds."""
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "references.yaml").write_text("references: []")
    with pytest.raises(BriefError, match="no source documents"):
        seeds.list_seeds(tmp_path)


def test_what_programs_leave_behind_is_no_seed(tmp_path):
    """A lock of Word, a copy of an editor and the files of Windows are nobody's sources."""
    for name in ("~$paper.docx", "paper.txt~", "#paper.txt#", "Thumbs.db", "desktop.ini", "a.txt"):
        (tmp_path / name).write_text("x")
    assert list(seeds.list_seeds(tmp_path)) == ["a"]


def test_any_name_gives_a_key_that_can_name_a_file(tmp_path):
    """A saved page may be called as the disk allows; its key leaves room for another suffix."""
    names = ["{odd}\nname", "<odd>", "w" * 250, "東" * 83, "東" * 82 + "京", "-=" * 30]
    for name in names:
        (tmp_path / f"{name}.txt").write_text("x")
    found = seeds.list_seeds(tmp_path)
    assert len(found) == len(names)
    for key, path in found.items():
        assert len(key.encode()) < 240
        assert not re.search(r"[{}<>\n]|(.+?)\1{15,}", key)
        assert seeds.trackable(path) == ("odd" not in path.name)


def test_what_is_passed_over_is_said(tmp_path):
    """A source in a folder, or behind a link that leads nowhere, is not lost without a word."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "older").mkdir()
    (tmp_path / "older/b.md").write_text("x")
    (tmp_path / "images").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    link, folder = map(str, seeds.passed_over(tmp_path))
    assert "gone.txt: warning: is a link to a file that is not there" in link
    assert "older: warning: is a folder; what it holds (1 .txt or .md) was passed over" in folder


def test_an_article_is_found_in_its_file(tmp_path):
    """Of a roundup too; what is of no seed there has no file."""
    (tmp_path / "003_abc.txt").write_text("x")
    found = [seeds.file_of(tmp_path, article) for article in ("003", "003.2", "004")]
    assert found == ["003_abc.txt", "003_abc.txt", ""]


def test_a_pipe_among_the_seeds_is_said_and_not_waited_for(tmp_path):
    """What is no file could be read without an end, or never."""
    (tmp_path / "a.txt").write_text("x")
    os.mkfifo(tmp_path / "b.txt")
    assert list(seeds.list_seeds(tmp_path)) == ["a"]
    (line,) = map(str, seeds.passed_over(tmp_path))
    assert "b.txt: warning: is a pipe, a socket or a device, not a file; it was passed" in line


@pytest.mark.parametrize("beside", ["", "reviewer: {who: A, when: 2025-01-01}\n"])
def test_a_day_of_a_review_that_is_to_come_is_an_error_at_its_line(tmp_path, beside):
    """A slip of the pen in the century is named; today is a day like any other."""
    path = tmp_path / "reviews.yaml"
    text = f"{beside}corrections:\n- seed: a\n  who: A\n  when: DAY\n  stance: 1\n"
    path.write_text(text.replace("DAY", str(date.today())))
    assert len(seeds.load_reviews(tmp_path).corrections) == 1
    path.write_text(text.replace("DAY", "2126-11-20"))
    with pytest.raises(BriefError) as caught:
        seeds.load_reviews(tmp_path)
    line = 4 + bool(beside)
    said = f"{path}:{line}: error: corrections.0.when: 2126-11-20 is still to come."
    assert said in str(caught.value)
    path.write_text("reviewer: {who: A, when: 2126-11-20}\n")
    with pytest.raises(BriefError, match=r"reviewer\.when: 2126-11-20 is still to come"):
        seeds.load_reviews(tmp_path)


def test_a_name_that_is_no_text_is_passed_over_and_the_others_go_on(tmp_path):
    """A name in another encoding, as old archives hold it, ended a run before it began."""
    (tmp_path / "a.txt").write_text("x")
    Path(os.fsdecode(bytes(tmp_path) + b"/\xe9\xe8.txt")).write_text("x")
    assert list(seeds.list_seeds(tmp_path)) == ["a"]
    (line,) = map(str, seeds.passed_over(tmp_path))
    assert "\\udce9\\udce8.txt: warning: has a name in another encoding than UTF-8" in line


def test_short_ids_are_unique_in_the_folder():
    """The part before the first underscore serves as id unless two seeds share it."""
    stems = dict.fromkeys(["001_a", "002_b", "002_c", "plain"])
    ids = [article_id(stem, stems) for stem in stems]
    assert ids == ["001", "002-b", "002-c", "plain"]


def test_records_of_a_seed_include_its_articles():
    """`stem.2` is the record of the second article; `stem2` belongs to another seed."""
    records = dict.fromkeys(["a", "a.1", "a.2", "ab", "a.x"])
    assert list(seeds.records_of("a", records)) == ["a", "a.1", "a.2"]


def test_short_ids_hold_no_blanks_and_stay_unique():
    """An id can be named in a list of ids, whatever the file is called."""
    stems = ["it's {a} & b", "it's (a) & b", "$(x)", "é"]
    ids = [article_id(stem, stems) for stem in stems]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[\w.-]+", one) for one in ids)


@pytest.mark.parametrize(
    ("key", "near"),
    [("lima-talks.md", "lima-talks"), ("lima-talk", "lima-talks"), ("andes", ""), ("cusco", "")],
)
def test_a_record_that_nearly_names_a_seed_is_told(key, near):
    """One of a work that is no seed, or of a seed that has a record, goes without a word."""
    records = {key: Record(title="T"), "cuzco": Record(title="T")}
    told = seeds.misnamed(records, ["lima-talks", "cuzco"], "references.yaml")
    assert [one.hint for one in told] == ([f"Is it '{near}'?"] if near else [])


@pytest.mark.parametrize("load", [seeds.load_records, seeds.load_reviews])
@pytest.mark.parametrize("name", ["references.yaml", "reviews.yaml"])
def test_what_tells_of_seeds_is_read_or_refused_and_never_lost_unsaid(tmp_path, name, load):
    """A link that leads nowhere or round, a folder and a pipe hold no corrections, and say so."""
    path = tmp_path / name
    own = (load is seeds.load_records) == (name == "references.yaml")
    for make in (lambda: path.symlink_to("gone"), lambda: path.symlink_to(name), path.mkdir,
                 lambda: os.mkfifo(path)):  # fmt: skip
        make()
        if own:
            with pytest.raises(BriefError, match=f"{name}: error: (is a link|cannot be read)"):
                load(tmp_path)
        else:
            load(tmp_path)
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def test_a_library_of_everything_is_refused_with_its_name(tmp_path):
    """Each of many jobs reads the file: what takes a minute to read would take hours."""
    (tmp_path / "references.yaml").write_text("# x\n" * 2_600_000)
    with pytest.raises(BriefError, match=r"references\.yaml: error: has more than 10 million"):
        seeds.load_records(tmp_path)

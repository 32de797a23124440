"""What a run knows before its first job: settings, and the day on the briefs."""

from datetime import date
from pathlib import Path

import pytest

from brief.errors import BriefError
from brief.store import project

ROOT = Path(__file__).parents[2]


def load(monkeypatch, **overrides) -> project.Project:
    monkeypatch.chdir(ROOT)
    return project.load(Path("config.yaml"), overrides)


def test_today_is_the_day_that_source_date_epoch_names(monkeypatch):
    """A run can be repeated on another day, to the byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert load(monkeypatch, date="today").date == "2026-11-22"


def test_today_is_otherwise_the_day_of_the_clock(monkeypatch):
    """The shipped settings date a brief on the day it is made."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = date.today()
    assert before.isoformat() <= load(monkeypatch).date <= date.today().isoformat()


@pytest.mark.parametrize("given", ["2026-11-22", "", None])
def test_a_day_that_is_set_stays(monkeypatch, given):
    """A day in the settings is the day on the briefs; none means none."""
    assert load(monkeypatch, date=given).date == (given or "")


@pytest.mark.parametrize("given", ["2026-02-30", "22 November", "tomorrow"])
def test_a_day_that_no_calendar_has_is_refused_before_any_job(monkeypatch, given):
    """The message names the setting and what would be right."""
    with pytest.raises(BriefError, match=r"--config: error: date: .*no date like 2026-11-22"):
        load(monkeypatch, date=given)


def test_a_misspelt_setting_is_told_with_the_one_that_is_meant(monkeypatch):
    """Otherwise a run would go on with the question that ships."""
    with pytest.raises(BriefError, match=r"questoin: .*Is it 'question'\?"):
        load(monkeypatch, questoin="alliance")


def test_the_home_folder_may_be_named_by_its_sign(monkeypatch, tmp_path):
    """No shell expands what stands in a file."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("A sentence.")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load(monkeypatch, seeds="~/texts").seeds.keys() == {"a"}


def test_a_wrong_epoch_is_said_in_one_line(monkeypatch):
    """A variable of the environment is input like any other."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(BriefError, match="SOURCE_DATE_EPOCH: error: 'soon' is no count"):
        _ = load(monkeypatch, date="today").date

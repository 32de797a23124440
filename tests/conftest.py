"""What every test shares: the real documents, where there are some, and one rule."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.projects import built_in

settings.register_profile(
    "brief", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("brief")

ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test that does not say the rule it proves; let what takes longest begin first."""
    silent = [item.nodeid for item in items if not (item.obj.__doc__ or "").strip()]
    if silent:
        raise pytest.UsageError("tests without a docstring: " + ", ".join(sorted(silent)))
    first = ("test_kept_edits.py", "test_libreoffice.py", "test_workflow.py", "test_mutations.py")
    items.sort(
        key=lambda item: first.index(item.path.name) if item.path.name in first else len(first)
    )


@pytest.fixture(scope="session")
def real_seeds() -> Path:
    """Return the folder of real documents, or skip: they are not ours to ship."""
    return _folder("BRIEF_TEST_SEEDS")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that was run once, shared by all processes of a test run: copy it."""
    top = tmp_path_factory.getbasetemp()
    return built_in(top.parent if "PYTEST_XDIST_WORKER" in os.environ else top)


@pytest.fixture(scope="session")
def gold() -> Path:
    """Return the folder of the hand gold and its scorers, or skip."""
    return _folder("BRIEF_TEST_GOLD")


def _folder(variable: str) -> Path:
    named = os.environ.get(variable)
    if not named or not Path(named).is_dir():
        pytest.skip(f"{variable} names no folder")
    return Path(named)

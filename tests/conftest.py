"""What every test shares: the real documents, where there are some, and one rule."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "brief", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("brief")

ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test that does not say the rule it proves."""
    silent = [item.nodeid for item in items if not (item.obj.__doc__ or "").strip()]
    if silent:
        raise pytest.UsageError("tests without a docstring: " + ", ".join(sorted(silent)))


@pytest.fixture(scope="session")
def real_seeds() -> Path:
    """Return the folder of real documents, or skip: they are not ours to ship."""
    return _folder("BRIEF_TEST_SEEDS")


@pytest.fixture(scope="session")
def gold() -> Path:
    """Return the folder of the hand gold and its scorers, or skip."""
    return _folder("BRIEF_TEST_GOLD")


def _folder(variable: str) -> Path:
    named = os.environ.get(variable)
    if not named or not Path(named).is_dir():
        pytest.skip(f"{variable} names no folder")
    return Path(named)

"""The names of states: from the maintained source, and from our own table."""

from __future__ import annotations

import pytest

from brief.vocabulary.states import names, state_of, states, states_in
from brief.vocabulary.words import words


def codes(text: str) -> list[str]:
    """Return the codes of the states a text names."""
    return [hit.tag for hit in names().find(words(text)) if hit.tag]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing and Moscow", ["CN", "RU"]),
        ("the Kremlin and the White House", ["RU", "US"]),
        ("PRC, DPRK and ROK", ["CN", "KP", "KR"]),
        ("the U.S. and us", ["US"]),
        ("North Korea and South Koreans", ["KP", "KR"]),
        ("the Dutch and the Danes", ["NL", "DK"]),
        ("Brussels, Tokyo and Ankara", ["EU", "JP", "TR"]),
        ("the Indo-Pacific and the South China Sea", []),
        ("The Washington Post", []),
        ("Ouagadougou and Ulaanbaatar", ["BF", "MN"]),
        ("Saudi Arabian and Emirati", ["SA", "AE"]),
        ("Zelensky, Modi, Xi and Putin", ["UA", "IN", "CN", "RU"]),
        ("a piece of china and a roast turkey", []),
        ("American, French, Indian, Dominican and Serbian", ["US", "FR", "IN", "DO", "RS"]),
    ],
)
def test_names_capitals_leaders_abbreviations(text: str, expected: list[str]) -> None:
    """A state is known by name, adjective, people, capital, seat, leader and abbreviation."""
    assert codes(text) == expected


def test_every_member_of_the_united_nations_is_there() -> None:
    """The source covers the states of the world, each with more than one name."""
    assert len(states()) >= 200
    assert all(state.aliases for state in states().values())


def test_lookup_by_any_name() -> None:
    """A state is found by code, name or metonym; nobody by a name that is none."""
    assert {getattr(state_of(name), "code", None) for name in ("fr", "France", "Paris")} == {"FR"}
    assert state_of("Atlantis") is None


def test_who_is_against_a_state_does_not_name_it() -> None:
    """An anti-American front is one of those who form it."""
    assert states_in("Iran leads an anti-American front") == {"Iran"}

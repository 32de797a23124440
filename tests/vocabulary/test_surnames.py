"""How a person is called: by the family name, wherever that is printed."""

from __future__ import annotations

import pytest

from brief.readers.bylines import own_bio
from brief.vocabulary.surnames import called_by, family, surname


@pytest.mark.parametrize(
    ("name", "called", "word"),
    [
        ("Ann Doe", "Doe", "Doe"),
        ("Zhao Long", "Zhao", "Zhao"),
        ("Orbán Viktor", "Orbán", "Orbán"),
        ("Kim Jong-min", "Kim", "Kim"),
        ("Nagai Tomoko", "Nagai", "Nagai"),
        ("Tomoko Nagai", "Nagai", "Nagai"),
        ("Abe Lincoln", "Lincoln", "Lincoln"),
        ("Jan van der Berg", "van der Berg", "Berg"),
        ("Marine Le Pen", "Le Pen", "Pen"),
        ("Otto King Jr.", "King Jr.", "King"),
        ("Baltic Review", "Baltic Review", "Review"),
        ("Tiresias", "Tiresias", "Tiresias"),
        ("", "", ""),
    ],
)
def test_a_person_is_called_by_the_family_name(name: str, called: str, word: str) -> None:
    """The first word where a country prints it first, all of several words, and one to look for."""
    assert family(name) == called
    assert surname(name) == word
    assert not word or called_by(name, word)


def test_a_biography_is_known_by_a_name_that_is_printed_first() -> None:
    """`Zhao teaches …` presents Zhao Long; who is called Long is somebody else."""
    role = "is a senior fellow at the Institute of Baltic Studies in Riga."
    assert own_bio(f"Zhao {role}", ["Zhao Long"]) == "Zhao Long"
    assert own_bio(f"Dr. Doe {role}", ["Ann Doe"]) == "Ann Doe"
    assert own_bio(f"Long {role}", ["Zhao Long"]) is None

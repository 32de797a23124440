"""Confidence: from listed reasons, so that it differs where the evidence does."""

import pytest

from brief.compose import compose
from brief.compose.trust import REASONS, confidence, reasons
from brief.model.plain import brief_text
from brief.model.source import Issued
from tests.support.corpus import audience, dossier, question, standing, templates


def sources(count, *, age=1.0, outlet="", note=False):
    """Return so many independent sources of one age and, where given, of one outlet."""
    first = dossier().sources[0]
    change = {"age": age, "container": outlet, "publisher": "", "note": note}
    ids = [f"s{n}" for n in range(count)]
    return [first.model_copy(update={"id": one, "origin": one, **change}) for one in ids]


def level(found, clear=None, **change):
    """Return the level of a statement that rests on these sources."""
    return confidence(reasons(found, clear, **change))


@pytest.mark.parametrize(
    ("count", "clear", "expected"),
    [
        (6, True, "high"),
        (6, None, "moderate"),
        (6, False, "moderate"),
        (3, True, "moderate"),
        (2, True, "low"),
    ],
)
def test_number_and_agreement_make_the_level(count, clear, expected):
    """Many that agree make it high, few make it low; that two agree says little."""
    assert level(sources(count), clear) == expected


def test_age_alone_never_makes_it_low():
    """What many old or undated sources say outright is moderate: their age caps it, and no more."""
    for age in (20.0, None):
        assert level(sources(6, age=age), True, outright=True) == "moderate"


def test_one_new_source_makes_no_old_ones_new():
    """Where most are old, or have no date, what they agree on is not sure, whoever is new."""
    new = sources(3)
    aged = [one.model_copy(update={"id": f"o{n}"}) for n, one in enumerate(sources(4, age=20.0))]
    apart = [one.model_copy(update={"origin": one.id}) for one in aged]
    assert level(new + apart[:3], True) == "high"
    assert level(new + apart, True) == "moderate"
    dateless = [one.model_copy(update={"age": None}) for one in apart[:2]]
    assert level(new + apart[:2] + dateless, True) == "moderate"


def test_one_recent_source_makes_no_trust_high():
    """Where one of many is of the last years, the matter is as old as the others are."""
    one = sources(1, age=1.0)
    rest = [two.model_copy(update={"id": f"r{n}"}) for n, two in enumerate(sources(5, age=5.0))]
    apart = [two.model_copy(update={"origin": two.id}) for two in rest]
    assert level(one + apart, True, outright=True) == "moderate"
    assert "aging" in {found.name for found in reasons(one + apart, True)}


def test_our_notes_alone_are_never_high():
    """Sources that nobody read for the brief cap its confidence."""
    assert level(sources(6), True) == "high"
    assert level(sources(6, note=True), True) == "moderate"


def test_two_are_few_whatever_speaks_for_them():
    """That they differ on the question and say it outright is told, and raises no level."""
    both = {"shared": True, "outright": True}
    assert level(sources(2, age=5.0), True, **both) == "low"
    assert level(sources(3, age=5.0), **both) == "moderate"


def test_dissent_and_a_newer_denial_lower_it():
    """What the newest of them denies, three do not carry."""
    assert level(sources(3, age=5.0), False, outright=True) == "moderate"
    assert level(sources(3, age=5.0), False, outright=True, overtaken=True) == "low"


def test_one_outlet_lowers_it():
    """Three that differ, all chosen by one editor, are low."""
    assert level(sources(3, age=5.0), False) == "low"
    assert level(sources(4, age=5.0)) == "moderate"
    assert level(sources(4, age=5.0, outlet="One Review")) == "low"


def test_every_reason_says_why():
    """The rule is data: each reason has a weight or a cap, and a reason of its own."""
    assert all(one.why for one in REASONS.values())
    assert {one.name for one in REASONS.values() if one.caps} == {
        *("aging", "quiet", "stale", "old", "undated", "dateless", "second-hand")
    }


def test_what_many_leave_unsaid_is_not_sure():
    """That six agree is not sure where another third of the sources says nothing plain."""
    assert level(sources(6), True, quiet=True) == "moderate"


@pytest.mark.parametrize(("silent", "said"), [(3, "high"), (4, "moderate")])
def test_the_balance_heeds_who_says_nothing(silent, said):
    """Three silent of ten are fewer than a third, four of ten more."""
    scores = (-2,) * (6 if silent == 4 else 7) + (None,) * silent
    fresh = [
        one.model_copy(update={"issued": Issued(year=2026), "age": 0.5})
        for one in standing(*scores).sources
    ]
    dossier = standing(*scores).model_copy(update={"sources": tuple(fresh)})
    brief = compose(dossier, audience("us"), question(), templates())
    assert f"Confidence {said}" in dict(brief_text(brief))["kj-balance"]


def test_what_nobody_signs_and_what_a_party_says_lower_it():
    """Half of them without a maker, or from a state in question, weigh less than as many others."""
    bare = [one.model_copy(update={"authors": ()}) for one in sources(4, age=5.0)]
    half = [*bare[:2], *sources(4, age=5.0)[2:]]
    fewer = [*bare[:1], *sources(4, age=5.0)[1:]]
    assert "unsigned" in {one.name for one in reasons(half, None)}
    assert "unsigned" not in {one.name for one in reasons(fewer, None)}
    assert level(sources(4, age=5.0), None) == "moderate"
    assert level(half, None) == "low"
    assert level(sources(4, age=5.0), None, party=True) == "low"

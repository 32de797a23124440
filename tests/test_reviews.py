"""Corrections by a person, applied after the engine."""

import pytest

from brief.errors import BriefError
from brief.grounding import admit
from brief.model.review import Review, Reviews
from brief.model.summary import Thesis
from brief.reviews import _Corrector, apply_reviews
from brief.store.yaml_text import validate
from tests.engines.rules.texts import article
from tests.support.build import RAW, document, question, summary

WHO = {"seed": "a", "who": "A. Analyst", "when": "2026-11-20"}


def corrected(**fields):
    review = Review(**WHO, **fields)
    result = apply_reviews(summary(), document(), question(), [review])
    return admit(result, document(), RAW)


def test_a_stance_is_overruled_and_shows_as_reviewed():
    """The person's score stands with its label, and who set it when."""
    article = corrected(stance=1, why="reads otherwise").articles[0]
    assert article.stance.score == 1
    assert article.stance.label == question().labels["1"]
    assert [(m.field, m.who, m.when) for m in article.reviewed] == [
        ("stance", "A. Analyst", "2026-11-20")
    ]


def test_not_addressed_is_a_stance_too():
    """A person can say that the article does not speak to the question."""
    stance = corrected(stance="not addressed").articles[0].stance
    assert (stance.score, stance.label) == (None, question().labels["none"])


def test_a_thesis_is_replaced_by_words_of_the_seed():
    """The replacement is placed in the seed, so that grounding admits it."""
    thesis = corrected(thesis=["Their interests differ."]).articles[0].thesis
    assert [(t.text, RAW[t.start : t.end], t.passage) for t in thesis] == [
        ("Their interests differ.", "Their interests differ.", "a#p2")
    ]


def test_evidence_is_dropped_and_added():
    """What was dropped is gone, what was added comes first with its voice."""
    article = corrected(
        drop=["Their interests differ."],
        add=[{"text": "Some experts expect a pact.", "supports": "counter", "voice": "experts"}],
    ).articles[0]
    assert [(e.text, e.supports, e.voice.root) for e in article.evidence] == [
        ("Some experts expect a pact.", "counter", "experts")
    ]


def test_a_correction_that_no_longer_fits_is_reported_and_changes_nothing():
    """Words that left the seed make a warning with the correction's number."""
    result = corrected(thesis=["Words that are not there."], drop=["Never an item of evidence."])
    assert result.articles == summary().articles
    assert [d.code for d in result.diagnostics] == ["review-stale", "review-stale"]
    assert "correction 1 (a)" in result.diagnostics[0].place


def test_a_correction_of_another_seed_changes_nothing():
    """Correcting one seed leaves all others as they are."""
    review = Review(seed="b", who="A", when="2026-11-20", stance=2)
    assert apply_reviews(summary(), document(), question(), [review]) == summary()


def test_words_are_found_however_they_were_typed():
    """Other blanks, straight quotes or a plain dash name the same words; the seed's are kept."""
    raw = "Moscow’s answer –\n“not yet” – was short. Nobody asked again about it."
    source = article(raw)
    found = _Corrector(source, Review(**WHO, stance=0), question(), "here", [])._find(
        'Moscow\'s answer -  "not yet" - was short.', Thesis
    )
    assert found is not None
    assert found.text == raw[found.start : found.end] == raw[: raw.index(" Nobody")]


def test_a_thesis_is_not_its_own_evidence():
    """A sentence that a person makes the thesis leaves the evidence; added evidence stands once."""
    item = summary().articles[0].evidence[0].text
    assert item not in [e.text for e in corrected(thesis=[item]).articles[0].evidence]
    again = corrected(add=[{"text": item}]).articles[0].evidence
    assert [e.text for e in again].count(item) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("stance: 5", "'5' is no stance; give -2, -1, 0, 1, 2 or: not addressed"),
        ("stance: maybe", "'maybe' is no stance; give -2, -1, 0, 1, 2 or: not addressed"),
        ("stance: 1\n    when: 20 Nov", "'20 Nov' is no day; write it as 2026-11-20"),
        ("stnce: 1", "stnce: is not a known field (misspelt?)"),
    ],
)
def test_a_wrong_field_is_one_line_that_says_what_to_do(wrong: str, said: str):
    """A mistake in the file names its line and what may stand there."""
    text = f"corrections:\n  - seed: a\n    who: A\n    {wrong}\n"
    text += "" if "when" in wrong else "    when: 2026-11-20\n"
    with pytest.raises(BriefError) as caught:
        validate(text, "reviews.yaml", Reviews)
    lines = [str(one) for one in caught.value.diagnostics]
    assert any(said in line and line.startswith("reviews.yaml:") for line in lines), lines


def test_a_list_not_begun_is_no_correction():
    """`corrections:` with nothing below it is an empty list."""
    assert validate("corrections:\n", "reviews.yaml", Reviews).corrections == ()

"""Corrections by a person, applied after the engine."""

from brief.grounding import admit
from brief.model.review import Review
from brief.reviews import apply_reviews
from tests.build import RAW, document, question, summary

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

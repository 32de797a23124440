"""Corrections by a person, applied after the engine."""

import pytest

from brief.errors import BriefError
from brief.grounding import admit
from brief.model.review import Review, Reviews
from brief.model.source import Issued
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


def at_odds(*fields: dict):
    """Return the summary that corrections of one article leave, and what is said of them."""
    made = [Review(**WHO, **one) for one in fields]
    result = admit(apply_reviews(summary(), document(), question(), made), document(), RAW)
    return result.articles[0], [str(one) for one in result.diagnostics]


ITEM, OTHER = "Their interests differ.", "Some experts expect a pact."


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (({"stance": 1}, {"stance": -1}), "they give article a the stance 1 and -1"),
        (
            ({"thesis": [ITEM]}, {"thesis": [OTHER]}),
            f"they give article a the thesis “{ITEM}” and “{OTHER}”",
        ),
        (({"add": [{"text": ITEM}]}, {"drop": [ITEM]}), f"“{ITEM}” is added (thesis, author) and"),
        (({"drop": [ITEM[:20]]}, {"add": [{"text": ITEM}]}), "(thesis, author) and dropped"),
        (
            ({"add": [{"text": OTHER}]}, {"add": [{"text": OTHER, "supports": "counter"}]}),
            "is added (thesis, author) and added (counter, author)",
        ),
    ],
)
def test_corrections_at_odds_are_an_error_and_neither_is_applied(given, said):
    """Nobody can say which of two is meant; what else they correct is corrected all the same."""
    left, (line,) = at_odds(*given)
    assert line.startswith("reviews.yaml: corrections 1 and 2 (a): error: ")
    assert said in line
    assert left == summary().articles[0]
    both = ({**given[0], "why": "x"}, given[1], {"drop": [], "thesis": ["Trade rose"]})
    if "thesis" not in given[0]:
        assert [one.text for one in at_odds(*both)[0].thesis] == ["Trade rose"]


def test_one_correction_may_be_at_odds_with_itself():
    """Words that are left out and added in one breath are neither."""
    _, (line,) = at_odds({"drop": [ITEM], "add": [{"text": ITEM}]})
    assert line.startswith("reviews.yaml: correction 1 (a): error: ")


@pytest.mark.parametrize(
    "given",
    [
        ({"stance": 1}, {"stance": 1}),
        ({"thesis": [ITEM]}, {"thesis": ["Their  interests differ."]}),
        ({"add": [{"text": OTHER}]}, {"add": [{"text": OTHER}]}),
        ({"drop": [ITEM]}, {"add": [{"text": "Their interests"}]}),
    ],
)
def test_corrections_that_agree_or_speak_of_other_words_are_applied(given):
    """The same said twice is no contradiction, nor is a part of an item in the item's place."""
    left, said = at_odds(*given)
    assert said == []
    assert left.reviewed


def test_a_text_reviewed_before_its_date_is_told_and_corrected():
    """A slip of the year is told; an issue may be dated ahead, so the correction stands."""
    dated = summary().articles[0].model_copy(update={"issued": Issued(year=2026, month=12)})
    made = summary().model_copy(update={"articles": (dated,)})
    result = apply_reviews(made, document(), question(), [Review(**WHO, stance=1)])
    (line,) = map(str, result.diagnostics)
    assert "correction 1 (a): warning: it was made on 2026-11-20, before the text" in line
    assert result.articles[0].stance.score == 1
    known = dated.model_copy(update={"issued": Issued(year=2026, month=11)})
    made = summary().model_copy(update={"articles": (known,)})
    assert apply_reviews(made, document(), question(), [Review(**WHO, stance=1)]).diagnostics == ()

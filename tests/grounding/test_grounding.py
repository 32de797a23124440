"""Nothing passes that is not verbatim in its seed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import BriefError
from brief.grounding import admit, ground
from tests.support.build import RAW, document, summary


def changed(**update):
    """Return the summary with fields of its one article replaced."""
    whole = summary()
    article = whole.articles[0].model_copy(update=update)
    return whole.model_copy(update={"articles": (article,)})


def test_a_faithful_summary_passes():
    """What is verbatim at its place is admitted unchanged."""
    assert admit(summary(), document(), RAW) == summary()


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({"text": "The two will form an alliance."}, "does not read"),
        ({"text": "The two will not form an alliance. "}, "does not read"),
        ({"start": 1, "end": 35}, "does not read"),
        ({"passage": "a#p2"}, "is not in passage a#p2"),
        ({"passage": "a#p9"}, "there is no passage a#p9"),
        ({"text": "", "start": 3, "end": 3}, "it is empty"),
    ],
)
def test_each_way_to_be_unfaithful_is_named(update, said):
    """A dropped 'not', a wrong offset or place: the seed, place and item are named."""
    thesis = summary().articles[0].thesis[0].model_copy(update=update)
    with pytest.raises(BriefError) as caught:
        admit(changed(thesis=(thesis,)), document(), RAW)
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.txt: a#p")
    assert "a thesis 1" in str(caught.value)


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({"value": 9.1e10}, "9.1e+10 does not stand in “$90 billion”"),
        ({"value": (9e10, 1e11)}, "1e+11 does not stand in"),
        ({"number": {"start": 0, "end": 3}}, "its number is not in its text"),
    ],
)
def test_an_altered_figure_is_named(update, said):
    """A figure whose number does not stand in its own words fails."""
    figure = summary().articles[0].figures[0]
    figure = type(figure).model_validate({**figure.model_dump(), **update})
    with pytest.raises(BriefError) as caught:
        admit(changed(figures=(figure,)), document(), RAW)
    assert said in str(caught.value)
    assert "figure a#f1" in str(caught.value)


def test_a_summary_of_another_version_is_refused():
    """A seed that changed since it was summarized is found by its hash."""
    other = document()
    other = other.model_copy(update={"seed": other.seed.model_copy(update={"sha256": "1" * 64})})
    assert [d.code for d in ground(summary(), other, RAW)] == ["not-grounded"]


@given(st.integers(0, len(RAW)), st.integers(0, len(RAW)), st.text(min_size=1, max_size=40))
def test_only_substrings_at_their_place_are_admitted(start, end, text):
    """Whatever an engine proposes passes only as the very characters of the seed."""
    thesis = (
        summary()
        .articles[0]
        .thesis[0]
        .model_copy(update={"start": start, "end": end, "text": text, "passage": "a#p1"})
    )
    violations = list(ground(changed(thesis=(thesis,)), document(), RAW))
    faithful = RAW[start:end] == text and text.strip() and end <= RAW.index("\n")
    assert bool(violations) != bool(faithful)

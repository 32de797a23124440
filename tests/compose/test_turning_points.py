"""What changed the matter: a brief says which of its sources are known to be from after it."""

import pytest

from brief.collect import collect
from brief.compose import compose
from brief.model.plain import brief_text
from brief.model.question import TurningPoint
from tests.support.corpus import AS_OF, SIDES, audience, document, question, summary, templates

FLOOD = TurningPoint(day="2022-02-24", what="the great flood")


def bottom_line(*issued: str, name: str = "us") -> str:
    """Return the bottom line of the brief on sources of these dates, `` for none."""
    read = [
        document(f"s{n}", SIDES[-1].format(n=n), title=f"Work {n}", issued=day or None)
        for n, day in enumerate(issued)
    ]
    dossier = collect([summary(one, -1) for one in read], question(), as_of=AS_OF, documents=read)
    asked = question().model_copy(update={"turning_points": (FLOOD,)})
    return dict(brief_text(compose(dossier, audience(name), asked, templates())))[
        "bottom-line-text"
    ]


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        (
            ("2019", "2020-05", "2023-01-02"),
            "is known to be later than the great",
        ),
        (("2019", "2022-02-23", "2022-02-25"), "later than the great flood"),
        (("2017", "2018", "2019-05"), "from before the great flood: check"),
        (("2019", "2022", "2023-01-02"), ""),
        (("2019", "2022-03", "2023-01-02"), ""),
        (("2019", "2020"), "from before the great flood"),
    ],
)
def test_a_brief_says_what_came_after_its_sources(issued, said):
    """The newest alone is later, or none is; a source that tells only the year may be either."""
    line = bottom_line(*issued)
    assert (said or "flood") in line if said else "flood" not in line


def test_what_lies_ahead_of_the_brief_is_not_told():
    """A turning point later than the day of the brief is none yet."""
    late = FLOOD.model_copy(update={"day": FLOOD.day.model_copy(update={"year": 2099})})
    read = [document("s", SIDES[-1].format(n=1), title="Work", issued="2019")] * 1
    dossier = collect([summary(read[0], -1)], question(), as_of=AS_OF, documents=read)
    asked = question().model_copy(update={"turning_points": (late,)})
    text = dict(brief_text(compose(dossier, audience("us"), asked, templates())))
    assert "flood" not in " ".join(text.values())

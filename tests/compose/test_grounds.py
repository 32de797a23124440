"""Why the larger side stands where it does: found in its sources, told in the bottom line."""

import pytest

from brief.collect import collect
from brief.compose import compose
from brief.compose.answers import claim
from brief.compose.evidence.library import Library
from brief.model.audience import Condition
from brief.model.brief import Aside, Callout, Exhibit
from brief.model.plain import brief_text, inline_text, walk
from tests.support.claims import shipped, sources
from tests.support.corpus import (
    AS_OF,
    SIDES,
    audience,
    document,
    figure,
    question,
    summary,
    templates,
)

LASTING = next(one for one in shipped() if one.id == "durability")
ENTANGLED = next(one for one in shipped() if one.id == "entanglement")
WARY = (
    "Neither Russia nor Iran wants to be drawn into the other's wars, whatever they sign.",
    "Both Russia and Iran avoid being dragged into the conflicts of the other.",
)
PLEDGED = (
    "The pact says that an attack on one of them, Russia or Iran, is treated as an attack on both."
)


def made(*texts: tuple[str, int], name: str = "us"):
    """Return the brief on texts, each with the score of its stance."""
    read = [
        document(f"s{n}", f"{SIDES[score].format(n=n)}\n{text}".strip(), title=f"Work {n}")
        for n, (text, score) in enumerate(texts)
    ]
    told = [summary(one, score) for one, (_, score) in zip(read, texts, strict=True)]
    dossier = collect(told, question(), as_of=AS_OF, documents=read)
    return compose(dossier, audience(name), question(), templates())


def way_of(theme, said: str) -> str:
    """Return the way that two sources point which say a sentence, each in its words."""
    library = Library(sources(said, said.replace("Russia", "Moscow", 1)), question())
    return claim(theme, library).way


def box(brief, name: str) -> Callout:
    [found] = [one for one in brief.blocks if isinstance(one, Callout) and one.id == name]
    return found


def bottom_line(brief) -> str:
    return dict(brief_text(brief))["bottom-line-text"]


@pytest.mark.parametrize(
    ("said", "way"),
    [
        (WARY[0], "yes"),
        (WARY[1], "yes"),
        ("Neither Russia nor Iran wishes to be drawn into the other's adventures.", "yes"),
        ("Russia will not fight for Iran in any war, and Iran knows it.", "yes"),
        (PLEDGED, "no"),
        ("Russia and Iran are pledged to come to each other's defense.", "no"),
        ("Russia was drawn into the market for drones by a company from Iran.", ""),
        ("Russia and Iran exhibit their tanks at each other's fairs.", ""),
    ],
)
def test_what_two_owe_each_other_in_a_conflict(said, way):
    """To keep out of the other's wars is one side, a pledge to stand by him the other."""
    assert way_of(ENTANGLED, said) == way


def test_the_bottom_line_says_why_where_two_say_so():
    """The ground that several of the larger side give is told, noted, and the first judgement."""
    brief = made((WARY[0], -1), (WARY[1], -1), ("", -1), ("", 1))
    clause = "two of them saying that Russia and Iran have reason to stay out of each other’s"
    assert clause in bottom_line(brief)
    notes = inline_text(box(brief, "bottom-line").blocks[0].children)
    assert "conflicts¹" in notes
    assert "kj-entanglement" in dict(brief_text(brief))


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("The partnership of Russia and Iran will last.", "yes"),
        ("The ties between Russia and Iran are likely to remain firm.", "yes"),
        ("New sanctions will not weaken the cooperation of Russia with Iran.", "yes"),
        ("The friendship of Russia and Iran is brittle.", "no"),
        ("Russia and Iran live in a marriage of convenience.", "no"),
        ("The alignment of Russia and Iran is temporary.", "no"),
        ("Russia and Iran both endure sanctions, whatever their relations.", ""),
        ("The ties of Russia and Iran may last.", ""),
        ("Russia and Iran last signed a text on their relations in May.", ""),
    ],
)
def test_how_long_a_tie_lasts(said, way):
    """That the tie itself will last is one side, that it is brittle the other."""
    assert way_of(LASTING, said) == way


LASTS = "The partnership of Russia and Iran will last."
STAYS = "New sanctions will not weaken the cooperation of Russia with Iran."
BRITTLE = "The partnership of Russia and Iran is brittle."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (((LASTS, -1), (STAYS, 1), ("", -1)), True),
        (((f"{WARY[0]} {LASTS}", -1), (f"{WARY[1]} {STAYS}", -1), ("", -1)), True),
        (((LASTS, 1), (STAYS, 1), ("", -1), ("", -1), ("", -1)), False),
        (((LASTS, -1), (STAYS, -1), (BRITTLE, -1)), False),
        (((LASTS, -1), ("", -1), ("", -1)), False),
    ],
)
def test_the_bottom_line_says_what_qualifies_it(texts, told):
    """No alliance, but a tie that lasts: where some who doubt one say so, and nobody denies it.

    It stands in the place of a ground that no more of them give.
    """
    said = bottom_line(made(*texts))
    assert ("two say that the tie between Russia and Iran looks lasting" in said) == told
    assert "of them saying" not in said


@pytest.mark.parametrize(
    "texts",
    [
        ((WARY[0], -1), ("", -1), ("", -1)),
        ((WARY[0], -1), (WARY[1], 1), ("", -1)),
        ((WARY[0], 1), (WARY[1], 1), ("", 1)),
        ((PLEDGED, -1), (PLEDGED, -1), ("", -1)),
    ],
)
def test_no_ground_is_lent_to_a_side(texts):
    """Not where one alone says it, where the other side says it, or where it is the opposite."""
    assert "saying that" not in bottom_line(made(*texts))


def test_what_few_of_many_say_is_told_as_theirs():
    """Of ten sources two do not make a fact of what they say, though nobody else speaks of it."""
    few = made((WARY[0], -1), (WARY[1], -1), *[("", -1)] * 8)
    many = made((WARY[0], -1), (WARY[1], -1), *[("", -1)] * 2)
    told = [dict(brief_text(one))["kj-entanglement"] for one in (few, many)]
    assert told[0].startswith("According to")
    assert told[1].startswith("Russia and Iran have reason")


@pytest.mark.parametrize(("score", "shape"), [(1, "half"), (2, "hollow")])
def test_who_sees_them_draw_closer_is_not_on_the_other_side(score, shape):
    """Beside "no author sees an alliance" only who finds one is on the other side."""
    near = "Russia and Iran have drawn closer in trade and in arms since the war began."
    texts = [document(f"s{n}", SIDES[-1].format(n=n), title=f"Work {n}") for n in range(3)]
    texts.append(document("s3", near if score == 1 else SIDES[2].format(n=3), title="Work 3"))
    read = [summary(one, s) for one, s in zip(texts, (-1, -1, -1, score), strict=True)]
    dossier = collect(read, question(), as_of=AS_OF, documents=texts)
    brief = compose(dossier, audience("us"), question(), templates())
    [first, *_] = box(brief, "key-judgements").blocks[0].items
    [aside] = [one for one in first.children if isinstance(one, Aside)][:1]
    shapes = [dot.shape for dot in aside.dots]
    assert shapes == ["filled", shape]


def test_the_question_stands_on_page_one():
    """A reader who has only the page knows what was asked: under the title, or above the answer."""
    for scores in ((-1, -1, -1), (2, 2, 2), (0, 0, 0)):
        for name in ("us", "eu", "japan"):
            brief = made(*[("", score) for score in scores], name=name)
            head = f"{brief.subtitle} {inline_text(box(brief, 'bottom-line').title)}"
            assert question().text in head


def test_a_year_taken_from_another_figure_is_about_that_year():
    """What a chart dates by another number of the sentence says so."""
    told = (
        "Bilateral trade of Russia and Iran was worth $2.0 billion in 2015.",
        "Exports to Russia fell by 10% in 2018, and bilateral trade is stuck at $3.0 billion.",
        "Bilateral trade of Russia and Iran was worth $5.0 billion in 2021.",
    )
    read = [
        document(f"s{n}", f"{SIDES[-1].format(n=n)}\n{text}", title=f"Work {n}")
        for n, text in enumerate(told)
    ]
    summaries = [summary(one, -1) for one in read]
    article = read[1].articles[0]
    of_2018 = {"value": 10.0, "unit": "%", "period": "in 2018", "year": 2018, "change": "down"}
    share = figure(article, article.passages[1], id="s1#f9", measure="Exports", **of_2018)
    figures = (*summaries[1].articles[0].figures, share)
    summaries[1] = summary(read[1], -1, figures=figures)
    dossier = collect(summaries, question(), as_of=AS_OF, documents=read)
    brief = compose(dossier, audience("us"), question(), templates())
    [chart] = [b for b in walk(brief.blocks) if isinstance(b, Exhibit) and b.chart == "series"]
    assert "about 2018" in inline_text(chart.caption)
    assert "about 2015" not in inline_text(chart.caption)
    assert [one.detail.startswith("about 2018, ") for one in chart.points] == [False, True, False]


def test_a_ground_that_the_bottom_line_tells_is_told_once():
    """Where other findings make the judgements, it is none of them, nor a point of agreement."""
    said = (
        ("Trade between Russia and Iran grew again.", "Sanctions drive Russia and Iran together."),
        (
            "In the spring the volume of Russia's trade with Iran rose for a third time.",
            "It is Western pressure that has brought Moscow and Tehran together, year by year.",
        ),
    )
    brief = made(*[("\n".join((WARY[n], *said[n])), -1) for n in range(2)], ("", -1), ("", -1))
    assert "stay out of each other’s conflicts" in bottom_line(brief)
    others = {p: t for p, t in brief_text(brief) if p.startswith(("kj-", "agree"))}
    assert len(others) > 2
    assert not any("each other’s conflicts" in text for text in others.values())
    assert not any("entanglement" in one for one in brief.annex)


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ((-1, -1, -1), ""),
        ((-1, -1, None), "(one by implication)"),
        ((None,) * 3, "(all by"),
        ((None, 1, 1), "alliance (by implication)"),
    ],
)
def test_who_doubts_without_the_word_is_said_to_imply_it(scores, told):
    """The bottom line counts those apart whose sentence names no alliance."""
    texts = [
        document(
            f"s{n}",
            SIDES[score].format(n=n)
            if score
            else f"Russia keeps its distance from Iran, year {n}.",
            title=f"Work {n}",
        )
        for n, score in enumerate(scores)
    ]
    read = [summary(one, score or -1) for one, score in zip(texts, scores, strict=True)]
    dossier = collect(read, question(), as_of=AS_OF, documents=texts)
    said = bottom_line(compose(dossier, audience("us"), question(), templates()))
    assert told in said
    assert ("by implication" in said) == bool(told)


def test_what_the_line_below_the_title_follows_from_is_a_judgement():
    """A theme by whose lean the heading holds stands on page one, whatever else more bear out."""
    firm = (
        "Efforts to drive a wedge between Russia and Iran will fail.",
        "Outsiders will not succeed in splitting Russia from Iran.",
    )
    others = (
        "Deep mistrust stands between Russia and Iran",
        "Sanctions pushed Russia and Iran closer together",
        "Russia and Iran both oppose a world order that is led by the West",
        "Russia and Iran conducted large joint naval exercises",
        "The junior partner of Russia, Iran is dependent on Russia",
    )
    said = [*firm, *(f"{one}, {end}." for one in others for end in ("as we saw", "as they say"))]
    reader = audience("eu")
    policy = reader.policies["any"]
    when = (Condition(theme="third-parties", leans="to-no"),)
    [first, *_] = policy.implications
    heading = first.model_copy(update={"headline": "hard to part", "when": when, "rests_on": ()})
    policies = {"any": policy.model_copy(update={"implications": (heading,)})}
    order = [one for one in reader.themes if one != "third-parties"]
    told = reader.model_copy(update={"policies": policies, "themes": (*order, "third-parties")})
    read = [
        document(f"s{n}", f"{SIDES[-1].format(n=n)}\n{text}", title=f"Work {n}")
        for n, text in enumerate(said)
    ]
    dossier = collect([summary(one, -1) for one in read], question(), as_of=AS_OF, documents=read)
    brief = compose(dossier, told, question(), templates())
    judged = [part for part, _ in brief_text(brief) if part.startswith("kj-")]
    assert "hard to part" in f"{brief.title} {brief.subtitle}"
    assert "kj-third-parties" in judged

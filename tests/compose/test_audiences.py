"""Audience files: a new reader is one file, and each mistake in it is named by line."""

import re

import pytest

from brief.check.content import check_brief
from brief.check.shown import agrees
from brief.collect import collect
from brief.compose import Composer, audience_remarks, compose, parse_audience, parse_themes
from brief.compose.conventions import Conventions
from brief.errors import BriefError
from brief.model.brief import Paragraph, Text
from brief.model.source import Issued
from brief.vocabulary.numbers import stands_in
from tests.support.corpus import (
    AS_OF,
    TEMPLATES,
    audience,
    document,
    documents,
    dossier,
    question,
    summary,
    templates,
)
from tests.support.kitchen import kitchen

INDIA = """
schema: brief.audience/1
id: india
name: India
capital: New Delhi
reader: Secretaries to the government, New Delhi
handling: Restricted
language: en-IN
paper: A4
pages: 3
dates: {full: d MMM y, month: MMM y}
spelling: british
themes: [arms]
policies:
  any:
    questions:
      - id: arms
        text: Does it change who arms whom?
        short: arms supplies
        about: [arms, weapon*, drones]
        to_yes: [share]
    implications:
      - id: supply
        headline: plan for slower deliveries
        text: "{capital} should plan for slower deliveries from {a}."
        when: [{answer: arms, leans: thin}, {sources: all, at_least: 2}]
        rests_on: [weapons]
"""


def problem(text):
    with pytest.raises(BriefError) as caught:
        parse_audience(text, "india.yaml")
    return str(caught.value)


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_shipped_audiences_are_valid(name):
    """Each shipped file loads, and asks four to seven questions."""
    made = audience(name)
    assert all(4 <= len(policy.questions) <= 7 for policy in made.policies.values())


def test_shipped_themes_are_known_to_the_audiences():
    """No audience orders a theme that does not exist."""
    themes = parse_themes((TEMPLATES / "themes.yaml").read_text("utf-8"), "themes.yaml")
    known = {theme.id for theme in themes.themes}
    assert all(set(audience(name).themes) <= known for name in ("japan", "eu", "us"))


def test_a_new_audience_is_one_file():
    """India needs no Python: its questions, inference, dates and spelling come from YAML."""
    brief = compose(dossier(), parse_audience(INDIA, "india.yaml"), question(), templates())
    said = "For New Delhi: plan for slower deliveries (our inference, low confidence)"
    assert brief.subtitle == said
    assert brief.layout.pages == 3
    assert "q-arms" in [i.id for b in brief.blocks if b.id == "questions" for i in b.items]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("reader: Secretaries to the government", "reader: Team 3, the 27 member states' desk"),
        ("handling: Restricted", "handling: Level 2, for release after 30 days to two partners"),
        ("name: India", "name: The 5th fleet"),
        ("capital: New Delhi", "capital: Camp 4"),
        ("who arms whom?", "who arms whom in 2027, under Article 9?"),
        ("{capital} should plan", "Under Article 9(2) and Resolution 2231, {capital} should plan"),
    ],
)
def test_a_number_in_a_name_counts_nothing(before, after):
    """What the file calls the reader, and names such as `Article 9`, trace to the file itself."""
    text = INDIA.replace(before, after, 1)
    assert text != INDIA
    made = compose(dossier(), parse_audience(text, "india.yaml"), question(), templates())
    assert [str(one) for one in check_brief(made)] == []


def test_an_inference_needs_its_condition():
    """A listed sentence whose condition does not hold is not shown."""
    text = INDIA.replace("at_least: 2", "at_least: 9")
    brief = compose(dossier(), parse_audience(text, "india.yaml"), question(), templates())
    assert "slower deliveries" not in f"{brief.title} {brief.subtitle}"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "capital: New Delhi",
            "capitol: New Delhi",
            "india.yaml:5: error: capitol: is not a known",
        ),
        ("paper: A4", "paper: A5", "india.yaml:9: error: paper: "),
        ("whom?", "whom", "ends with a question mark"),
        ("{capital} should", "{captal} should", "'{captal}' is not a known name"),
        ("slower deliveries from", "9 deliveries from", "the number '9' traces to nothing"),
        ("short: arms supplies", "short: 40 supplies", "the number '40' traces to nothing"),
        ("to_yes: [share]", "poles: [over 50 ships, fewer]", "the number '50' traces to nothing"),
        ("answer: arms", "answer: gas", "a question 'gas' that is not asked"),
        ("leans: thin}", "leans: maybe}", "leans"),
        (", at_least: 2", "", "give at_least or at_most"),
        ("sources: all,", "sources: all, share: for,", "exactly one of"),
        ("  any:", "  alliance:", "has no set 'any'"),
        ("short: arms supplies", "", "short: is missing"),
        ("name: India", 'name: ""', "india.yaml:4: error: name: should have at least 1"),
        ("pages: 3", "pages: two", "india.yaml:10: error: pages: should be a whole number."),
        ("d MMM y", "DD/MM/YYYY", "'D' is no part of a date. Write d for the day"),
        ("full: d MMM y", "full: d MMM", "dates.full: 'd MMM' shows no year. Write d"),
        ("full: d", "text: MMMM d, full: d", "dates.text: 'MMMM d' shows no year."),
        ("id: arms", "id: Waffen-Käufe", "id: should be small letters a to z, digits"),
        ("answer: arms", "answer: amrs", "when.0.answer: names a question 'amrs'"),
        ("answer: arms", "answer: amrs", "Is it 'arms'?"),
        ("sources: all, at_least: 2", "share: for, at_least: 40", "a share is a part of 1"),
        ("at_least: 2", "at_least: 3, at_most: 2", "never holds: at_least 3 is more than"),
        ("at_least: 2", "at_most: -1", "never holds: nothing is fewer than -1"),
        ("at_least: 2", "at_least: 0", "always holds: nothing is fewer than 0. Count from 1"),
        ("sources: all, at_least: 2", "share: for, at_most: 1", "none is more than 1. Write"),
        ("rests_on: [weapons]", "rests_on: [weapons, of the]", "rests_on.1: 'of the' stands in"),
        ("rests_on: [weapons]", "rests_on: [a*]", "'a*' stands in nearly every sentence. Name"),
        ("{sources: all, at_least: 2}", "{speaks: [is], at_least: 2}", "'is' stands in nearly"),
        ("claim: x\n", "claim: x\n        claim_no: X\n", "says the same as `claim`. Say what"),
        ("[{answer: arms, leans: thin}, {sources: all, at_least: 2}]", "{sources: all}", "a list"),
        ("claim: x", "claim: {a} arms {b}", "in double quotes"),
        ("paper: A4", "paper: letter", "Is it 'Letter'?"),
        ("name: India", "name: <b>India</b>", "india.yaml:4: error: name: it is printed as it"),
        ("name: India", 'name: "{{ 7 }}"', "holds '{'"),
        ("name: India", 'name: "In\\ndia"', "a sign of control (U+000A)"),
        ("name: India", 'name: "In\u202edia"', "a sign of control (U+202E)"),
        ("{capital} should", "{capital should", "'{' stands alone"),
        ("rests_on: [weapons]", "rests_on: [..]", "'..' holds no word to look for"),
        ("to_yes: [share]", "to_yes: [share, not]", "'not' is read around each word by itself"),
        ("  any:", "\tany:", "india.yaml:15: error: broken YAML"),
        ("  any:", "\tany:", "never with a tab"),
        ("Does it change", "Arms: does it change", "Put text that holds a colon in double quotes"),
        ("[arms, weapon", "[*arms, weapon", "holds a * at its beginning in double quotes"),
    ],
)
def test_mistakes_are_named(before, after, said):
    """Missing, misspelt and contradictory keys are one line each, with the line number."""
    text = INDIA.replace("        short:", "        claim: x\n        short:", 1)
    found = problem(text.replace(before, after, 1))
    assert said in found
    assert found.startswith("india.yaml:")


@pytest.mark.parametrize("entry", ["short", "headline"])
def test_an_id_that_stands_twice_is_named_where_it_stands_again(entry):
    """The second of two ids is wrong; a question and a sentence may share one."""
    assert parse_audience(INDIA.replace("id: supply", "id: arms"), "india.yaml")
    rows = INDIA.split("\n")
    at = next(n for n, row in enumerate(rows) if row.strip().startswith(entry))
    start = next(n for n in range(at, 0, -1) if rows[n].strip().startswith("- id"))
    ends = [n for n in range(at, len(rows)) if rows[n][:7] != "       "]
    doubled = [*rows[: ends[0]], *rows[start : ends[0]], *rows[ends[0] :]]
    name = rows[start].split("id: ")[1]
    assert f"india.yaml:{ends[0] + 1}: error: " in problem("\n".join(doubled))
    assert f"the id '{name}' stands twice. Give each its own." in problem("\n".join(doubled))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "themes:",
            "own: [Indai]\nthemes:",
            "'Indai' is no state or bloc that we know. Is it 'India'",
        ),
        ("language: en-IN", "language: hi-IN", "the words stay English"),
        ("sources: all", "parties: rivals", "never holds: `rivals` names nobody"),
        ("headline: plan", f"headline: {'plan, ' * 12}plan", "a title has room for 60"),
        (
            "  any:",
            "  aliance: {questions: [{id: x, text: x?, short: x, about: [xx]}]}\n  any:",
            "no question in templates/questions has the id 'aliance'. Is it 'alliance'?",
        ),
        ("id: india", "id: indien", "the file is called 'india', and its briefs are too"),
        (
            "spelling:",
            "own: [India]\nrivals: [India]\ngrouping: lakhs\nspelling:",
            "stands among 'own' as well",
        ),
        (
            "  any:\n",
            "  any:\n    parties: [Iran]\n",
            "one party alone, and a question is on two or more",
        ),
    ],
)
def test_what_is_well_formed_and_hardly_meant_is_a_warning(before, after, said):
    """It may be meant: the file loads, and whoever checks it is told."""
    text = INDIA.replace(before, after, 1)
    assert parse_audience(text, "india.yaml")
    (warned,) = audience_remarks(text, "india.yaml", ["alliance"])
    assert said in str(warned)
    assert str(warned).startswith("india.yaml:")
    assert warned.severity == "warning"


COPIED = [
    ("full: d MMMM y", "full: y年M月d日", "dates.full", "'年' is a sign of East Asia"),
    ("full: d MMMM y,", 'full: "MMMM d, y",', "dates.full", "another order than is usual in en-AU"),
    ("capital: Canberra", "capital: Tokyo", "capital", "'Tokyo' stands for Japan"),
    ("home: AUD", "home: JPY", "home", "no currency of Australia. Write AUD"),
    ("spelling: british", "spelling: american", "spelling", "Write british"),
    ("paper: A4", "grouping: lakhs\npaper: A4", "grouping", "in Australia by thousands"),
]


def of_canberra() -> str:
    """Return the file for Tokyo as one for Canberra, its heads made its own."""
    text = (TEMPLATES / "audiences/japan.yaml").read_text("utf-8")
    for old, new in [
        ("id: japan", "id: australia"), ("capital: Tokyo", "capital: Canberra"),
        ("language: en", "language: en-AU"), ("full: y年M月d日", "full: d MMMM y"),
        ("spelling: american", "spelling: british"), ("home: JPY", "home: AUD"),
        ("own: [Japan]", "own: [Australia]"), ("South Korea, Australia", "South Korea, Japan"),
        ("Japan*, Tokyo", "Australia*, Canberra"),
    ]:  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("old", "new", "field", "said"), COPIED)
def test_what_is_left_of_the_file_that_was_copied_is_doubted(old, new, field, said):
    """What fits another country than the reader's own is a warning with its line."""
    text = of_canberra()
    assert audience_remarks(text, "australia.yaml", ["alliance"]) == []
    assert old in text
    (warned,) = audience_remarks(text.replace(old, new, 1), "australia.yaml", ["alliance"])
    assert f"{field}: " in warned.message
    assert said in str(warned)


def test_a_set_of_questions_that_looks_for_another_reader_is_doubted():
    """Several questions look for Tokyo, and none for Canberra: the line says where they begin."""
    text = of_canberra().replace("Australia*, Canberra", "Japan*, Tokyo")
    (warned,) = audience_remarks(text, "australia.yaml", ["alliance"])
    assert "policies.alliance.questions: 3 questions look for Japan" in str(warned)
    assert text.splitlines()[int(warned.place.rpartition(":")[2]) - 1].strip() == "questions:"


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_a_shipped_audience_leaves_no_doubt(name):
    """A file that we ship is checked without a word."""
    text = (TEMPLATES / "audiences" / f"{name}.yaml").read_text("utf-8")
    assert audience_remarks(text, name, ["alliance"]) == []


@pytest.mark.parametrize(
    ("name", "date", "text", "month", "money"),
    [
        ("japan", "2026年11月22日", "22 November 2026", "November 2026", "US$146.8 billion"),
        ("eu", "22 November 2026", "22 November 2026", "November 2026", "USD 146.8 billion"),
        ("us", "November 22, 2026", "November 22, 2026", "November 2026", "$146.8 billion"),
    ],
)
def test_conventions(name, date, text, month, money):
    """Dates and money are written as this reader writes them, in English sentences in English."""
    made = Conventions(audience(name))
    assert made.date(Issued(year=2026, month=11, day=22), line=True) == date
    assert made.date(Issued(year=2026, month=11, day=22)) == text
    assert made.date(Issued(year=2026, month=11)) == month
    assert made.date(Issued(year=2026)) == "2026"
    assert made.amount(146.8e9, "USD") == money


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (4300.0, "kilometer", "4,300 kilometers"),
        (4300.0, "kilometre", "4,300 kilometers"),
        (2.0, "square kilometre", "2 square kilometers"),
        (1.0, "country", "1 country"),
        (2.0, "country", "2 countries"),
        ((25.0, 30.0), "%", "25–30%"),
        (90e9, "EUR", "€90 billion"),
        (1.5e6, "", "1.5 million"),
        (0.7, "%", "0.7%"),
        (83.0, "USD per barrel", "$83 per barrel"),
        (5.0, "% per year", "5% per year"),
        ((2.0, 3.0), "square foot", "2–3 square feet"),
        (300.0, "people", "300 people"),
        (21000.0, "russian", "21,000 Russians"),
        (300.0, "turkey", "300 turkeys"),
    ],
)
def test_units(value, unit, shown):
    """Ranges, plurals, grouping and the short scale."""
    assert Conventions(audience("us")).amount(value, unit) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (150000.0, "soldier", "1,50,000 soldiers"),
        (99999.0, "soldier", "99,999 soldiers"),
        (2.5e6, "soldier", "2.5 million soldiers"),
        (1.5e5, "INR", "₹1.5 lakh"),
        (146.85e9, "INR", "₹14,685 crore"),
        (2e12, "INR per year", "₹2,00,000 crore per year"),
        ((5e6, 2e7), "INR", "₹50 lakh–2 crore"),
        (90e9, "USD", "US$90 billion"),
    ],
)
def test_lakhs(value, unit, shown):
    """Digits grouped as in India; its rupees in lakh and crore, all else as the world counts it."""
    text = INDIA.replace("spelling: british", "spelling: british\ngrouping: lakhs\nhome: INR")
    made = Conventions(parse_audience(text, "india.yaml")).amount(value, unit)
    assert made == shown
    ends = value if isinstance(value, tuple) else (value,)
    assert agrees(made, ends, "en-IN")
    assert all(stands_in(end, made) for end in ends)


def test_spelling_leaves_tags_alone():
    """British spelling changes words of ours, never the names of elements and attributes."""
    made = Conventions(audience("eu"))
    assert made.spell('<p color="x">Favor toward defense</p>') == (
        '<p color="x">Favour towards defence</p>'
    )


def asked(condition: str) -> bool:
    """Tell whether India's implication is shown, its condition being this one."""
    before = "when: [{answer: arms, leans: thin}, {sources: all, at_least: 2}]"
    text = INDIA.replace(before, f"when: [{condition}]").replace(
        "spelling: british\n", "spelling: british\npartners: [Iran]\nrivals: [Russia, China]\n"
    )
    made = compose(dossier(), parse_audience(text, "india.yaml"), question(), templates())
    return "slower deliveries" in made.subtitle


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("{parties: rivals, at_least: 1}", True),
        ("{parties: rivals, at_least: 2}", False),
        ("{parties: partners, at_least: 1}", True),
        ("{parties: own, at_least: 1}", False),
        ("{not: {parties: own, at_least: 1}}", True),
    ],
)
def test_adversaries_and_partners_are_told_apart(condition, shown):
    """A sentence may be kept for questions about rivals, partners or the reader's own state."""
    assert asked(condition) is shown


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_words_that_take_a_side_are_general(name):
    """No phrase of a shipped question is a piece of some text: short, and in lower case."""
    themes = parse_themes((TEMPLATES / "themes.yaml").read_text("utf-8"), "themes.yaml").themes
    questions = [one for policy in audience(name).policies.values() for one in policy.questions]
    sides = [phrase for one in (*questions, *themes) for phrase in (*one.to_yes, *one.to_no)]
    assert sides
    for phrase in sides:
        words = [word for word in phrase.split() if word != ".."]
        assert len(words) <= 4
        assert phrase in ("{a}", "{b}") or phrase == phrase.lower()


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_every_shipped_question_with_a_verdict_states_its_claim(name):
    """What a yes would assert stands beside the words that look for it.

    A question with no verdict may list only what it asks for, as `what holds them apart?` does.
    """
    for policy in audience(name).policies.values():
        for one in policy.questions:
            listed = one.theme or one.tones or one.to_yes or one.to_no
            assert bool(one.claim) <= bool(listed)
            assert one.claim or not (one.theme or one.tones)


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_no_shipped_sentence_counts(name):
    """A number in a listed sentence traces to nothing and would stop the brief that shows it."""
    for policy in audience(name).policies.values():
        listed = (*policy.implications, *policy.options, *policy.watch)
        said = [policy.matters, *(words for one in listed for words in (one.text, one.headline))]
        blocks = tuple(
            Paragraph(id=f"p{n}", children=(Text(text=words),)) for n, words in enumerate(said)
        )
        brief = kitchen().model_copy(update={"blocks": blocks})
        loose = [str(one) for one in check_brief(brief) if one.code == "number-loose"]
        assert [one for one in loose if "block p" in one] == []


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_shipped_advice_on_the_shipped_question_rests_on_what_it_is_about(name):
    """No option and nothing to watch rests on the mere balance of sources."""
    policy = audience(name).policies["alliance"]
    for one in (*policy.options, *policy.watch):
        leaning = [inner for part in one.when for inner in (part, *part.any_)]
        assert one.rests_on or any(part.leans for part in leaning), one.id


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_a_shipped_headline_fits_a_title(name):
    """With a usual finding before it, each of them leaves the title within two lines."""
    for policy in audience(name).policies.values():
        for one in policy.implications:
            assert len(f"No China–Russia alliance found; {one.headline}") <= 92 + 2


@pytest.mark.parametrize("name", ["eu", "us"])
def test_a_reader_has_a_choice_as_soon_as_two_signs_to_watch(name):
    """One option is no choice: the second ranks no later than a second thing to watch."""
    evaded = document("e", "Russia and Iran evade sanctions by way of a shadow fleet.")
    made = [*documents(), evaded]
    read = [summary(one, score) for one, score in zip(made, (-2, 1, 0, None), strict=True)]
    found = collect(read, question(), as_of=AS_OF, documents=made)
    ranked = Composer(found, audience(name), question(), templates()).offered.claims
    second = {
        kind: [at for at, one in enumerate(ranked) if one.kind == kind][1]
        for kind in ("option", "watch")
    }
    assert second["option"] < second["watch"]


def test_no_listed_sentence_puts_an_article_before_a_name() -> None:
    """`A {joined} tie` would be `A Oman–Peru tie`: what `{one_relation}` brings along is right."""
    for path in (TEMPLATES / "audiences").glob("*.yaml"):
        assert not re.search(r"\b[Aa]n? \{(?:a|b|parties|joined)\}", path.read_text("utf-8"))

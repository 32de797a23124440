"""What sentences of our own may not claim: measures, people nobody names, quotations."""

import pytest

from brief.check.claims import claimed
from brief.compose import compose
from brief.compose.faults import template_faults, theme_faults
from brief.errors import BriefError
from tests.support.corpus import TEMPLATES, audience, dossier, question, templates

LOOSE = [
    "Half of all experts agree.", "There are twice as many doubters.", "In the nineties it grew.",
    "Two thirds of the members left.", "Trade has doubled.", "One in three said no.",
    "Nine in ten doubt it.", "A clear majority is against.", "Dozens of ministers met.",
    "A dozen treaties bind them.", "It grew tenfold.", "It is three times as large.",
    "More than half the members stayed.", "It rose by a few percent.",
    "Most analysts expect it.", "To most Western analysts it fails.", "Every analyst agrees.",
    "No expert believes it.", "Experts warn of it.", "Analysts widely agree.",
    "A growing number of officials see it so.", "A handful of observers came.",
    "Everyone agrees that it fails.", "It is widely believed to fail.", "Polls show support.",
    "One scholar said, 'the tie will not last'.", "They wrote ‘we will not part’ again.",
    "“We will never part”, they said.", '"we will never part"', "«un accord sans limites»",
    "„die Achse hält nicht“", "»die Achse hält nicht«", "›die Achse hält nicht‹",
    "”vi går aldrig isär”", "’vi går aldrig isär’", "「和平条約は遠い」", "『和平条約は遠い』",
]  # fmt: skip
FREE = [
    "A third party that takes sides loses both.", "The first half of the plan is paid for.",
    "Neither is paid for twice.", "Double standards hurt.", "It matters most to some allies.",
    "Many sources of friction remain.", "The Ministry could ask all officials to report.",
    "Experts could meet to consider it.", "Officials could say so in public.", "Public opinion",
    "It's the states' duty to see 'no limits' through.", "our note is cited as “our note”",
    "a once-in-a-decade chance", "The G7 and the two stand apart.", "all options", "both sides",
    "the ministers' view and the others' view", "「日米」",
]  # fmt: skip


@pytest.mark.parametrize("sentence", LOOSE)
def test_what_nothing_bears_out_is_found(sentence):
    """Measures, people whom nobody names and quotations in any marks are no words of ours."""
    assert list(claimed(sentence))


@pytest.mark.parametrize("sentence", FREE)
def test_what_claims_nothing_is_free(sentence):
    """Ordinals, names, terms and advice are not taken for claims."""
    assert list(claimed(sentence)) == []


def test_sources_are_counted_only_where_a_count_decides():
    """`Most sources` is true under a condition on the count, and a claim without."""
    assert list(claimed("Most sources see it so."))
    assert not list(claimed("Most sources see it so.", counted=True))


@pytest.mark.parametrize("name", ["brief.html.j2", "phrases.j2"])
def test_the_shipped_templates_claim_nothing(name):
    """Our own wording holds to the rule."""
    assert template_faults((TEMPLATES / name).read_text("utf-8"), name) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Half of all experts agree.", "“Half of” states a measure"),
        ("Most analysts agree.", "“Most analysts” speaks for people"),
        ("Most sources agree.", "“Most sources” counts sources"),
        ("{% if newest %}Most sources agree.{% endif %}", "“Most sources” counts sources"),
        ("{{ 'Twice as many doubt it' }}", "“Twice as” states a measure"),
        ("‹nous ne partirons pas›", "stands in quotation marks"),
        ("It is likely, with high confidence.", "“high confidence” stand in one sentence"),
    ],
)
def test_a_claim_typed_in_a_template_stops_the_build_with_its_line(typed, said):
    """The line names template and line, in whatever branch it stands."""
    sources = dict(templates())
    text = sources["brief.html.j2"]
    at = text.index('<heading id="h-figures"')
    line = text[:at].count("\n") + 1
    sources["brief.html.j2"] = f"{text[:at]}<p id='x'>{typed}</p>\n{text[at:]}"
    with pytest.raises(BriefError) as problem:
        compose(dossier(), audience("eu"), question(), sources)
    assert f"brief.html.j2:{line}: error: " in str(problem.value)
    assert said in str(problem.value)


def test_a_claim_in_the_list_of_themes_is_named_with_its_line():
    """What all audiences share is held to the same rule."""
    text = (TEMPLATES / "themes.yaml").read_text("utf-8")
    line = text[: text.index("claim: ")].count("\n") + 1
    (one,) = theme_faults(text.replace("claim: ", "claim: Most experts hold that ", 1), "t.yaml")
    assert one.place == f"t.yaml:{line}"

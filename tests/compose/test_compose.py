"""Composing: traceable, deterministic, honest about notes, and different for each reader."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.check.content import check_brief
from brief.check.quotes import unfaithful
from brief.collect import collect
from brief.compose import Composer, compose
from brief.compose.bibliography import clipped, names, unsigned
from brief.compose.desk import Desk
from brief.compose.evidence.library import Library
from brief.compose.figure_charts import Plotted, plotted
from brief.compose.figures import chosen_figures
from brief.compose.offer import offer
from brief.compose.ranking import FIRST, Ranking
from brief.engines.rules.stance.scoring import sentence_score
from brief.errors import BriefError, Diagnostic
from brief.model.brief import Brief, Callout, Cite, Exhibit, ListBlock, Quoted, Table
from brief.model.dossier import Dossier
from brief.model.plain import brief_text, inline_text, walk
from brief.model.summary import VoiceStance
from brief.vocabulary.surnames import family
from tests.support import corpus
from tests.support.claims import sources
from tests.support.corpus import (
    AS_OF,
    audience,
    document,
    dossier,
    question,
    standing,
    summary,
    templates,
)

NAMES = ("japan", "eu", "us")


def made(name="japan", **change) -> Brief:
    return compose(dossier(**change), audience(name), question(), templates())


def words(brief) -> str:
    """Return all that a reader sees of the blocks."""
    return " ".join(text for _, text in brief_text(brief))


def blocks(brief):
    """Return all blocks, those inside callouts too."""
    for block in brief.blocks:
        yield block
        if isinstance(block, Callout):
            yield from block.blocks


def runs(brief):
    """Return all inlines of all blocks, flat."""
    for block in blocks(brief):
        groups = []
        if isinstance(block, ListBlock):
            groups = [item.children for item in block.items]
        elif isinstance(block, Table):
            groups = [cell.children for row in block.rows for cell in row]
        elif hasattr(block, "children"):
            groups = [block.children]
        for group in groups:
            stack = list(group)
            while stack:
                one = stack.pop(0)
                yield one
                stack = [*getattr(one, "children", ()), *stack]


@pytest.mark.parametrize("name", NAMES)
def test_the_check_finds_nothing(name):
    """A composed brief passes the check of its own ledger without a word."""
    assert [str(found) for found in check_brief(made(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_same_input_same_brief(name):
    """Composing twice gives the same value, down to the JSON."""
    assert made(name).model_dump_json() == made(name).model_dump_json()


@pytest.mark.parametrize("name", NAMES)
def test_every_cite_resolves(name):
    """Each mark has its note, each note its quotes and its reference."""
    brief = made(name)
    quotes = {quote.id for quote in brief.ledger.quotes}
    numbers = [note.number for note in brief.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {one.note for one in runs(brief) if isinstance(one, Cite)} <= set(numbers)
    assert all(note.quotes and set(note.quotes) <= quotes for note in brief.notes)
    assert {note.reference for note in brief.notes} <= {one.id for one in brief.references}


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_is_verbatim(name):
    """What stands in quotation marks stands in the ledger, character by character."""
    brief = made(name)
    texts = {quote.id: quote.text for quote in brief.ledger.quotes}
    opening, closing = brief.layout.quotes
    found = [one for one in runs(brief) if isinstance(one, Quoted)]
    assert found
    for one in found:
        said = inline_text(one.children)
        assert said.startswith(opening)
        assert said.endswith(closing)
        assert unfaithful(said[len(opening) : -len(closing)], texts[one.quote]) is None


def test_ledger_quotes_stand_in_the_raw_text():
    """Offsets of the ledger cut exactly its words from the seed."""
    raws = {"a": corpus.DOUBT, "b": corpus.BELIEF, "c": corpus.OPEN}
    quotes = made().ledger.quotes
    assert quotes
    assert all(raws[q.seed][q.start : q.end] == q.text for q in quotes)


def test_ids_are_unique_and_say_what_they_are():
    """Block ids come from what a block says, not from where it stands."""
    ids = [block.id for block in blocks(made())]
    assert len(ids) == len(set(ids))
    assert {"bottom-line", "key-judgements", "questions", "method"} <= set(ids)


def test_ids_survive_another_source():
    """A source more renames no block that stays."""
    extra = document("d", "Trade is small. Russia and Iran distrust each other, he said.")
    before = {block.id for block in blocks(made())}
    documents = [*corpus.documents(), extra]
    summaries = [summary(d, s) for d, s in zip(documents, (-2, 1, 0, -1), strict=True)]
    more = collect(summaries, question(), as_of=AS_OF, documents=documents)
    after = {b.id for b in blocks(compose(more, audience("japan"), question(), templates()))}
    assert {"bottom-line", "kj", "sources-say", "questions"} & before <= after


def test_audiences_differ():
    """Questions asked and conclusions drawn are each reader's own."""
    briefs = [made(name) for name in NAMES]
    assert len({brief.subtitle for brief in briefs}) == 3
    asked = {tuple(i.id for b in blocks(x) if b.id == "questions" for i in b.items) for x in briefs}
    assert len(asked) == 3
    assert [brief.layout.paper for brief in briefs] == ["A4", "A4", "Letter"]


def test_same_claim_reads_the_same():
    """A key judgement that two audiences share has the same words but for spelling."""
    said = {}
    for name in ("japan", "us"):
        for block in blocks(made(name)):
            if block.id == "kj":
                for item in block.items:
                    said.setdefault(item.id, set()).add(inline_text(item.children[:1]))
    assert all(len(one) == 1 for one in said.values())


def test_notes_are_never_quoted():
    """What comes from a note of ours has no quotation marks, and page one says so."""
    brief = made(note=True)
    assert "built-on-notes" in [block.id for block in brief.blocks]
    quoted = [one for one in runs(brief) if isinstance(one, Quoted)]
    assert quoted
    assert not any("“" in inline_text(one.children) for one in quoted)
    assert brief.labels.notes == "Notes (paragraphs of our notes on the sources)"
    assert all(quote.note for quote in brief.ledger.quotes)


def test_a_note_among_sources_is_cited_as_ours():
    """Where other sources were read, each mark says whether it is to a note of ours."""
    read = dossier()
    first = read.sources[0].model_copy(update={"note": True})
    mixed = read.model_copy(update={"sources": (first, *read.sources[1:])})
    brief = compose(mixed, audience("japan"), question(), templates())
    assert brief.labels.notes == "Notes"
    ours = {note.reference for note in brief.notes if "Our note on" in inline_text(note.children)}
    assert ours == {first.id}


def test_the_words_of_a_side_stand_on_it():
    """A side is quoted by sentences that the engine itself scores on that side."""
    found = offer(dossier(), audience("us"), question(), ())
    assert found.sides["against"]
    assert found.sides["for"]
    for side, lines in found.sides.items():
        for line in lines:
            score = sentence_score(line.text, question()).score
            assert {"for": score > 0, "against": score < 0, "open": abs(score) < 1}[side]
            assert line.voice == "author"


@pytest.mark.parametrize("pages", [1, 2, 4])
def test_more_pages_say_more(pages):
    """A brief of more pages holds all that a shorter one holds, and more of it where there is."""
    briefs = [
        compose(dossier(), audience("us").model_copy(update={"pages": n}), question(), templates())
        for n in (pages, 4)
    ]
    assert set(briefs[1].annex) <= set(briefs[0].annex)


def test_one_voice_more_is_no_lean():
    """Reported views lean apart from the sources only when they do so by a material part."""
    most = "Those whom the authors cite lean further towards"
    for more, said in ((0, "divide evenly"), (1, "divide about evenly"), (9, most)):
        assert said in words(quoted(8 + more, 8, pages=1))


@pytest.mark.parametrize(
    ("towards", "away", "said"),
    [
        (4, 2, ("two more", "and one more")),
        (17, 8, ("15 more", "and seven more")),
        (5, 1, ("three more", "")),
    ],
)
def test_reported_views_are_named_and_the_others_counted(towards, away, said):
    """Who leans otherwise than the sources is told by name, first as drawn; the rest in number."""
    brief = quoted(towards, away, pages=2)
    [chart] = [one for one in blocks(brief) if isinstance(one, Exhibit) and one.id == "x-stances"]
    drawn = [one for one in chart.points if one.shape == "voice"]
    [box] = [one for one in blocks(brief) if getattr(one, "id", "") == "contested-text"]
    toward, _, back = inline_text(box.children).partition(", against ")
    back = back.partition(".")[0]
    names = [one.label[:1].lower() + one.label[1:] for one in drawn]
    assert sum(name in toward for name in names) == 2
    assert sum(name in back for name in names) == 1
    assert toward.endswith(said[0])
    assert back.endswith(said[1])


def test_each_reported_view_that_is_drawn_has_its_sentence_noted():
    """The chart's caption cites the sentence of each voice, as that voice's: it can be checked."""
    brief = quoted(4, 2, pages=2)
    [chart] = [one for one in blocks(brief) if isinstance(one, Exhibit) and one.id == "x-stances"]
    marks = {part.note for part in chart.caption if isinstance(part, Cite)}
    cited = {key for note in brief.notes if note.number in marks for key in note.quotes}
    told = [one for one in brief.ledger.quotes if one.id in cited and one.article == "v"]
    assert told
    assert all(one.voice.startswith("voice ") for one in told)


def test_what_is_new_is_what_the_newest_source_says():
    """The margin quotes the newest dated source, and repeats no count."""
    [box] = [one for one in made("us").blocks if one.id == "new"]
    said = inline_text(box.blocks[0].children)
    assert said.startswith("Bo Roe (in Outlet Two, 2024) ")
    assert "“" in said
    assert " of the " not in said.split("“")[0]


@pytest.mark.parametrize(
    ("name", "title"),
    [("us", "Key judgments"), ("japan", "Key judgments"), ("eu", "Key judgements")],
)
def test_judgements_are_spelled_as_the_reader_spells_them(name, title):
    """The words of the template follow the reader's spelling too."""
    [box] = [one for one in made(name).blocks if one.id == "key-judgements"]
    assert inline_text(box.title).startswith(f"{title}:")


@pytest.mark.parametrize("name", NAMES)
def test_the_dots_of_all_judgements_are_named_alike(name):
    """One key is true of each strip: a shape has the same words beside every key judgement."""
    [judged] = [one for one in blocks(made(name)) if one.id == "kj"]
    strips = [part.dots for item in judged.items for part in item.children if part.kind == "aside"]
    assert len(strips) > 1
    named = {(dot.shape, dot.label) for strip in strips for dot in strip if dot.value}
    assert len(named) == len({shape for shape, _ in named})


def test_a_brief_on_notes_says_that_notes_were_checked_against():
    """Where no source was read, the method does not claim a check against the sources."""
    assert "checked against the sources, character" in words(made())
    assert "checked against the sources" not in words(made(note=True))
    assert "checked against our notes, character" in words(made(note=True))


def quoted(toward: int, away: int, pages: int) -> Brief:
    """Return a brief on three doubting texts, one of which reports so many views of each kind."""
    documents = [
        *corpus.documents(),
        document("v", "They are allies, Russia and Iran.\nThe two are not allies.", title="Views"),
    ]
    near, far = (
        {**line(documents[3]), "text": said}
        for said in ("The two are allies.", "The two are not allies.")
    )
    voices = [
        VoiceStance(
            voice=f"voice {chr(65 + n)}",
            score=1 if n < toward else -1,
            **(near if n < toward else far),
        )
        for n in range(toward + away)
    ]
    summaries = [summary(d, s) for d, s in zip(documents, (-2, -1, -1, -1), strict=True)]
    article = summaries[3].articles[0]
    stance = article.stance.model_copy(update={"voices": tuple(voices)})
    summaries[3] = summaries[3].model_copy(
        update={"articles": (article.model_copy(update={"stance": stance}),)}
    )
    found = collect(summaries, question(), as_of=AS_OF, documents=documents)
    reader = audience("us").model_copy(update={"pages": pages})
    return compose(found, reader, question(), templates())


def test_passages_of_one_work_cited_together_share_a_note():
    """From three on; two have a note each, and what a note of its own cites keeps that."""
    texts = [f"Text {n} says that Russia and Iran are no allies." for n in range(5)]
    one = document("s0", "\n".join(texts), title="Work")
    read = collect([summary(one, -1)], question(), as_of=AS_OF, documents=[one])

    def noted(*cited):
        desk = Desk(read, audience("us"), library := Library(read, question()))
        lines = [line.ref for line in library.whole["s0"]]
        marks = [[mark.note for mark in desk.cite([lines[n] for n in some])] for some in cited]
        return marks, [inline_text(note.children) for note in desk.notes()]

    assert noted((0, 1)) == ([[1, 2]], ["“Work”, para. 1.", "“Work”, para. 2."])
    assert noted((2, 0, 1), (0,), (0, 1, 2)) == (
        [[1], [2], [2, 3, 4]],
        ["“Work”, paras. 1, 2 and 3."] + [f"“Work”, para. {n}." for n in (1, 2, 3)],
    )
    assert noted((1,), (0, 1, 2, 3, 4))[1] == ["“Work”, para. 2.", "“Work”, paras. 1, 3, 4 and 5."]


def test_voices_that_the_chart_has_no_room_for_are_counted_below_it():
    """The words count all that are reported, the chart draws some: the rest is told."""
    shown, every = (" ".join(words(quoted(n, 0, 2)).split()) for n in (10, 12))
    assert "(2 more not drawn)" in every
    assert "not drawn" not in shown


def line(made) -> dict[str, object]:
    """Return the first line of a document as the fields of a quote."""
    passage = made.articles[0].passages[0]
    return {"text": passage.text, "start": passage.start, "end": passage.end, "passage": passage.id}


def test_unsigned_and_undated_say_so():
    """A source without author or date is shown as such, never guessed."""
    text = " ".join(inline_text(one.children) for one in made().references)
    assert "“Open.” n.d." in text


def test_a_text_without_author_and_title_is_named_by_its_site():
    """The site of the address is a better name than `an unsigned text`; a title comes first."""
    texts = [
        document(f"s{n}", f"A note.\n{text}", url=url)
        for n, (text, url) in enumerate(
            [
                (corpus.DOUBT, "https://www.4ports.example/2024/no-pact.html"),
                (corpus.BELIEF, "https://harbor.example/pact"),
                (corpus.OPEN, ""),
            ]
        )
    ]
    read = [summary(one, score) for one, score in zip(texts, (-2, 1, 0), strict=True)]
    found = collect(read, question(), as_of=AS_OF, documents=texts)
    called = set(names(found.sources).values())
    assert called == {"4ports.example", "harbor.example", "Unsigned text"}
    brief = compose(found, audience("us"), question(), templates())
    assert [str(one) for one in check_brief(brief)] == []
    (titled,) = [document("t", corpus.DOUBT, title="Doubt", url="https://a.example").articles[0]]
    assert unsigned(titled) == "“Doubt”"


def test_a_copy_is_counted_once():
    """A reprint changes no count of independent sources and is named in the method."""
    documents = [*corpus.documents(), document("z", corpus.DOUBT, title="Reprint")]
    summaries = [summary(d, s) for d, s in zip(documents, (-2, 1, 0, -2), strict=True)]
    more = collect(summaries, question(), as_of=AS_OF, documents=documents)
    brief = compose(more, audience("us"), question(), templates())
    counts = {count.id: count.value for count in brief.ledger.counts}
    assert (counts["n:sources"], counts["n:origins"], counts["n:against"]) == (4, 3, 1)
    assert "repeats another" in words(brief)
    (chart,) = [b for b in walk(brief.blocks) if isinstance(b, Exhibit) and b.chart == "stance"]
    assert not [point for point in chart.points if point.source.startswith("stance:z")]


def test_many_copies_and_files_are_summed_up():
    """The names of reprints and of files that cannot be read fill no half page."""
    copies = [document(f"z{n}", corpus.DOUBT, title=f"Reprint {n}") for n in range(9)]
    documents = [*corpus.documents(), *copies]
    scores = (-2, 1, 0, *(-2 for _ in copies))
    summaries = [summary(d, s) for d, s in zip(documents, scores, strict=True)]
    found = collect(summaries, question(), as_of=AS_OF, documents=documents)
    unread = [
        Diagnostic(code="seed-type", severity="error", place=f"f{n}.pdf", message="no.", hint="")
        for n in range(9)
    ]
    found = found.model_copy(update={"left_out": tuple(unread)})
    said = words(compose(found, audience("us"), question(), templates()))
    assert "and others each repeat another" in said
    assert said.count("repeat another") == 1
    assert "because they could not be read: f0.pdf, f1.pdf" in said
    assert "f5.pdf and others." in said
    assert "f6.pdf" not in said


def test_conflicting_figures_stand_side_by_side():
    """A real conflict stands among the figures with both values and both notes."""
    (said,) = [block for block in made("us").blocks if block.id == "figures-apart"]
    text = inline_text(said.children)
    assert "$4 billion (Doe)" in text
    assert "$5.2 billion (Roe)" in text


def test_no_source_speaks_to_it():
    """A question that nothing answers is answered by saying so."""
    lone = document("a", "Nothing of the kind is said in this short text, it seems.", title="T")
    found = collect([summary(lone, None)], question(), as_of=AS_OF, documents=[lone])
    text = words(compose(found, audience("eu"), question(), templates()))
    assert "We found no plain answer to: " in text
    assert "No source found on" in compose(found, audience("eu"), question(), templates()).title


def test_without_texts_the_answer_claims_less():
    """Where only summaries are at hand, silence is said of the extracted evidence alone."""
    lone = document("a", "Nothing of the kind is said in this short text, it seems.", title="T")
    found = collect([summary(lone, None)], question(), as_of=AS_OF)
    text = words(compose(found, audience("eu"), question(), templates()))
    assert "Nothing in the extracted evidence speaks to: " in text


def offered(found, name):
    """Return what a brief on a dossier could show to an audience, best first."""
    return Composer(found, audience(name), question(), templates()).offered.claims


def test_limit_moves_items_to_the_annex():
    """What does not fit is listed, lowest rank first out, and nothing is lost."""
    arguments = (dossier(), audience("us"), question(), templates())
    ranked = list(Composer(*arguments).ranked)
    brief = compose(*arguments, limit=4)
    assert list(brief.annex) == ranked[4:]
    assert "Left out for length" in words(brief)
    assert compose(*arguments, limit=len(ranked)).annex == ()
    assert ranked[-1] not in compose(*arguments, limit=4, also=ranked[-1:]).annex


def test_three_judgements_come_before_what_answers_quote():
    """A page one holds three judgements, the main one and two, where the sources bear them."""
    kinds = [one.kind for one in offered(dossier(), "us")]
    themes = [place for place, kind in enumerate(kinds) if kind == "theme"]
    assert len(themes) >= 2
    assert themes[1] < kinds.index("answer")


def alike():
    """Return a dossier of two texts that agree on trade, on mistrust and on unequal dependence."""
    return sources(
        "The tie of Russia and Iran is asymmetric, and Iran is dependent on Russia. Trade between "
        "Russia and Iran grew for a third year. Deep mistrust stands between Russia and Iran.",
        "Between Russia and Iran the bond is unequal: Iran is an inferior, a junior partner. "
        "Commerce and trade of the two are growing fast. Russia and Iran view each other with "
        "suspicion, and the distrust of both is old and lasting.",
    )


def test_no_finding_is_a_judgement_and_a_point_of_agreement():
    """What is a key judgement is not said again under what the sources agree on."""
    agreed = set()
    for capital in ("us", "japan", "eu"):
        found = offered(alike(), capital)
        themes = {one.id.partition("-")[2] for one in found if one.kind == "theme"}
        shared = {one.id.partition("-")[2] for one in found if one.kind == "agreed"}
        assert not themes & shared
        agreed |= shared
    assert agreed


def test_reviewer_takes_the_draft_mark_off():
    """The brief is a draft until someone is named."""
    arguments = (dossier(), audience("us"), question(), templates())
    assert "Draft – not reviewed" in words(compose(*arguments))
    assert "Reviewed by Ann Lee" in words(compose(*arguments, reviewer="Ann Lee"))


def test_british_spelling_is_for_our_words_only():
    """Our sentences change their spelling with the reader; those of a source do not."""
    british = words(made("eu"))
    assert (
        "drive Russia towards Iran" in british or "towards" in british or "toward " not in british
    )
    assert "defense pact" in british or "defence pact" not in british


HOSTILE = [
    "<script>alert(1)</script> & Russia and Iran mistrust {{ 7*7 }} ]]> each other deeply.",
    "</item></list><p id='x'>Russia and Iran mistrust each other in all of this.",
    "Russia and Iran \x00\x0b mistrust \ufffe each other in this long sentence.",
    "Russia and Iran {% raw %} mistrust {# each #} other in this long sentence.",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_hostile_text_stays_text(line):
    """Markup, template code and control characters in a seed are words like any other."""
    one = document("a", line, title=line, authors=(line,), issued="2024", publisher=line)
    found = collect([summary(one, -1)], question(), as_of=AS_OF, documents=[one])
    brief = compose(found, audience("us"), question(), templates())
    said = line.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")
    shown = words(brief) + " ".join(inline_text(one.children) for one in brief.references)
    assert said.rstrip(".") in shown
    assert "49" not in shown
    assert "x" not in [block.id for block in blocks(brief)]


@settings(max_examples=15)
@given(st.text(max_size=120), st.text(max_size=40), st.text(max_size=20))
def test_any_text_composes(text, title, name):
    """No text, title or name of a seed can stop a brief from being composed."""
    one = document("a", f"Russia and Iran: {text}".replace("\n", " "), title=title, authors=(name,))
    found = collect([summary(one, 1)], question(), as_of=AS_OF, documents=[one])
    assert compose(found, audience("japan"), question(), templates(), limit=8).blocks


def test_misspelt_variable_names_template_and_line():
    """A typing error in a template is one line with file and line number."""
    broken = dict(templates())
    broken["brief.html.j2"] = broken["brief.html.j2"].replace("{{ capital }}", "{{ captial }}", 1)
    line = broken["brief.html.j2"][: broken["brief.html.j2"].index("captial")].count("\n") + 1
    with pytest.raises(BriefError, match=rf"^brief.html.j2:{line}: error: 'captial' is undefined"):
        compose(dossier(), audience("us"), question(), broken)


def test_another_template_changes_the_order():
    """A template that extends ours and overrides a block is enough for another section order."""
    own = dict(templates())
    own["base.j2"] = own["brief.html.j2"]
    own["brief.html.j2"] = '{% extends "base.j2" %}{% block figures %}{% endblock %}'
    brief = compose(dossier(), audience("us"), question(), own)
    kept = [block.chart for block in brief.blocks if isinstance(block, Exhibit)]
    assert kept == ["stance"]


@pytest.mark.parametrize("name", NAMES)
def test_a_series_is_drawn_and_not_listed_as_well(name):
    """What years compare is a chart that says which way it goes; no row repeats what it draws."""
    brief = made(name)
    (chart,) = [b for b in blocks(brief) if isinstance(b, Exhibit) and b.chart == "series"]
    assert [point.label for point in chart.points] == ["2016", "2021"]
    assert " rose from " in inline_text(chart.title)
    rows = [row for b in blocks(brief) if isinstance(b, Table) for row in b.rows]
    listed = {
        one.source for row in rows for cell in row for one in cell.children if one.kind == "number"
    }
    assert not listed & {point.source for point in chart.points}


@pytest.mark.parametrize("name", NAMES)
def test_no_section_is_crowded_out(name):
    """One of each kind comes before a third option, a figure or a further quotation.

    However little room there is, a brief holds where sources agree and differ, figures, what it
    means for its reader, what could be done and what to watch.
    """
    kinds = [one.kind for one in offered(dossier(), name)]
    first = {kind: kinds.index(kind) for kind in set(kinds)}
    basic = {"theme", "side", "agreed", "implication", "option", "watch", "exhibit", "answer"}
    last = max(first[kind] for kind in basic if kind in first)
    assert kinds[: last + 1].count("option") <= 2
    assert kinds[: last + 1].count("watch") <= 2
    assert first["option"] < 13


@pytest.mark.parametrize(
    ("scores", "title"),
    [
        ((-1, -1, -2, 0), "No author finds a Russia–Iran alliance"),
        ((-1, -1, -2, 1), "No author finds a Russia–Iran alliance"),
        ((-1, -1, -2, 2), "Where each author stands"),
    ],
)
def test_the_chart_of_stances_says_how_far_authors_go(scores, title):
    """Its title names the end of the scale that nobody reaches, and repeats no count."""
    brief = compose(standing(*scores), audience("us"), question(), templates())
    [chart] = [b for b in blocks(brief) if isinstance(b, Exhibit) and b.chart == "stance"]
    assert inline_text(chart.title) == title


def test_only_a_later_source_is_said_to_be_the_latest():
    """The bottom line says after which year only one source is known to be; else how old it is."""
    line = dict(brief_text(made("us")))["bottom-line-text"]
    known = re.search(r"Only the newest, .* is known to be later than (\d{4})", line)
    years = sorted(one.issued.year for one in dossier().sources if one.issued)
    assert bool(known) == (years[-1] > years[-2])
    assert not known or known[1] == str(years[-2])


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_under_what_is_left_out_is_left_out(name):
    """A quotation for a finding that is not shown is listed as left out, and never as shown."""
    composer = Composer(alike(), audience(name), question(), templates())
    [quote, *_] = [one for one in composer.ranked if one.startswith("quote-agreed-")]
    assert quote in composer.brief(0, [quote]).annex
    assert quote not in composer.brief(0, [quote, quote.removeprefix("quote-")]).annex


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_has_its_sentence_before_more_is_shown(name):
    """The sentences under answers come before quotations of other kinds and before more rows of
    figures than a table needs."""
    ranked = Composer(dossier(), audience(name), question(), templates()).ranked
    answers = [one for one in ranked if one.startswith("answer-") and "." not in one]
    others = ("quote-agreed", "voice-")
    behind = [ranked.index(one) for one in ranked if one.startswith(others)]
    rows = [ranked.index(one) for one in ranked if one.startswith("figure-")]
    assert len(answers) > 1
    assert max(map(ranked.index, answers)) < min(behind, default=len(ranked))
    assert max(map(ranked.index, answers)) < min(rows[FIRST:], default=len(ranked))


@pytest.mark.parametrize("name", NAMES)
def test_both_sides_are_heard_before_further_answers_are_worded(name):
    """The strongest words of either side come before the chart, and the chart before options."""
    ranked = Composer(dossier(), audience(name), question(), templates()).ranked
    sides = [one.split("-")[1] if one.startswith("side-") else "" for one in ranked]
    first = [sides.index(side) for side in ("against", "for")]
    assert max(first) < ranked.index("exhibit-figures")
    option = next(n for n, one in enumerate(ranked) if one.startswith("option-"))
    assert ranked.index("exhibit-figures") < option


def test_without_a_chart_a_figure_takes_its_place():
    """Where nothing compares, the first row of the table ranks as the chart would."""
    rank = Ranking()
    [first, *_] = dossier().sources
    rank.figures([(first, figure) for figure in first.figures], None, 2)
    alone = rank.items[0].rank
    chart = Ranking()
    chart.figures([], Plotted("bars", "k", "n", "USD", ()), 2)
    assert alone == chart.items[0].rank


def test_levels_of_one_name_from_two_sources_are_a_series():
    """Two sources that word one quantity alike make a series, whatever measure each was given."""
    collected = dossier()
    alone = collected.model_copy(update={"series": ()})
    figures = chosen_figures(alone, question())
    found = plotted(alone, figures)
    assert found is not None
    assert found.kind == "series"
    assert [datum.year for datum in found.data] == [2016, 2021]


def test_authors_of_any_script_are_cited_and_checked():
    """Names without capitals end no sentence early, say their language, and two take a plural."""
    collected = dossier()
    names = {0: ("山田太郎",), 1: ("Anna Demir", "Сергей Иванов")}
    sources = tuple(
        source.model_copy(update={"authors": names.get(place, source.authors)})
        for place, source in enumerate(collected.sources)
    )
    made = compose(
        collected.model_copy(update={"sources": sources}), audience("us"), question(), templates()
    )
    errors = [one for one in check_brief(made) if one.severity == "error"]
    assert errors == []
    said = " ".join(text for _, text in brief_text(made))
    assert "Demir and Иванов" in said
    assert "Иванов argues" not in said
    foreign = [i for note in made.notes for i in note.children if i.kind == "foreign"]
    assert {i.lang for i in foreign} <= {"ja", "ru", "zh-Hans"}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Piet van der Berg", "van der Berg"),
        ("Jan de Vries", "de Vries"),
        ("Jean-Marie Le Pen", "Le Pen"),
        ("Jane Doe Jr.", "Doe Jr."),
        ("Zhao Long", "Zhao"),
        ("Nguyen Van Thieu", "Nguyen"),
        ("Wang Wen", "Wang"),
        ("Wei Li", "Li"),
        ("Lee Seok-hyun", "Lee"),
        ("Kim Campbell", "Campbell"),
        ("Tsukada Haruki", "Tsukada"),
        ("Abe Lincoln", "Lincoln"),
        ("Nagy Péter", "Nagy"),
        ("Péter Nagy", "Nagy"),
        ("Jane Doe", "Doe"),
    ],
)
def test_family_name_keeps_its_small_words(name: str, called: str) -> None:
    """A person is called by the whole family name, particles and suffix included."""
    assert family(name) == called


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("“The Long Story of Two Neighboring Ports”", "“The Long Story …”"),
        ("“Two Ports”", "“Two Ports”"),
        ("“The Long Story of Two Neighboring Ports” 2019", "“The Long Story …” 2019"),
        ("Brandt and Horváthová-Lindqvist", "Brandt and Horváthová-Lindqvist"),
    ],
)
def test_a_long_title_ends_early_in_a_column(name, shown):
    """In a table an unsigned work is called by its first words; a person's name stays whole."""
    assert clipped(name) == shown


@pytest.mark.parametrize(
    ("scores", "title"),
    [
        ((2, 1, -1), "divided over"),
        ((2, -1, 0), "evenly split over"),
        (
            (1, -1, 0),
            "No Russia–Iran alliance found",
        ),
        ((1, 0, 0, 0), "Few sources say whether there is a"),
        ((1, -1, 0, 0, 0, 0, 1), "alliance, and they divide"),
        ((1, 1, 1, -1), "More sources see"),
        ((1, 1, 1, 1, -1), "Most sources see Russia and Iran draw closer"),
        ((2, 1, 2, 1, -1), "Most sources see a Russia–Iran alliance, or something close to it"),
        ((2, 2, 2, 2, -1), "Most sources see a Russia–Iran alliance"),
        ((2, 2, 2, 2), "All sources see a Russia–Iran alliance"),
        ((2, 2, 2, None, None, None), "All sources that take it up see a Russia–Iran alliance"),
        ((-1, -1, 0, 0), "No Russia–Iran alliance found"),
        ((-1, -1, -1, 1, 0, 0), "No Russia–Iran alliance found"),
        ((-1, -1, -1, 2, 0, 0), "More sources doubt"),
        ((1,) * 8 + (-1,) * 3 + (0,) * 3, "More sources see"),
    ],
)
def test_a_title_takes_sides_only_by_a_margin(scores, title):
    """One source more on a side is no finding: the title says that they divide."""
    assert title in compose(standing(*scores), audience("us"), question(), templates()).title


def test_the_balance_cites_where_each_source_stands():
    """Each source named in the first judgement has a note to the sentence it is counted for."""
    brief = made("us")
    [judged] = [one for one in blocks(brief) if one.id == "kj"]
    [item] = [one for one in judged.items if one.id == "kj-balance"]
    marks = {part.note for part in item.children if isinstance(part, Cite)}
    cited = {note.reference for note in brief.notes if note.number in marks}
    assert cited == {"a", "b", "c"}


def test_an_unknown_age_is_no_old_age():
    """Of sources without any date it is said that none is dated, and not that none is recent."""
    documents = [document(n, t, title=n) for n, t in zip("abc", TEXTS, strict=True)]
    read = [summary(one, -1) for one in documents]
    found = collect(read, question(), as_of=AS_OF, documents=documents)
    said = words(compose(found, audience("us"), question(), templates()))
    assert "none dated" in said
    assert "recent" not in said
    assert "by date" not in said


TEXTS = (corpus.DOUBT, corpus.BELIEF, corpus.OPEN)


def _cut_words(value: object) -> object:
    """Return the data of a dossier with one long word of each quotation cut by a line end."""
    if isinstance(value, list):
        return [_cut_words(one) for one in value]
    if not isinstance(value, dict):
        return value
    if {"text", "start", "passage"} <= value.keys() and "number" not in value:
        text = re.sub(r"\b([a-z]{4})([a-z]{4,})", r"\1-\n\2", value["text"], count=1)
        value = {**value, "text": text, "end": value["start"] + len(text)}
    return {key: _cut_words(one) for key, one in value.items()}


def test_words_that_a_line_end_cut_are_printed_whole():
    """A quotation copied from print shows `alliance` for `alli-`, `ance`, and still holds."""
    cut = Dossier.model_validate(_cut_words(dossier().model_dump(mode="json")))
    made = compose(cut, audience("us"), question(), templates())
    assert [one for one in check_brief(made) if one.severity == "error"] == []
    assert any("-\n" in quote.text for quote in made.ledger.quotes)
    assert not [text for _, text in brief_text(made) if re.search(r"[a-z]- [a-z]", text)]

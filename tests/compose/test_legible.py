"""What no font of ours can draw stops no brief."""

import pytest

from brief.check.content import check_brief
from brief.check.quotes import unfaithful
from brief.collect import collect
from brief.compose import compose
from brief.compose.legible import elided, legible
from brief.compose.wording import typographic
from brief.model.plain import brief_text, inline_text
from brief.writers.fonts import drawable
from tests.support import corpus
from tests.support.corpus import AS_OF, audience, document, question, summary, templates

STRANGE = [
    "😀",
    "👩\u200d🚀",
    "\ue000",
    "ไทย",
    "हिन्दी",
    "አማርኛ",
    "\x07",
    "☭️",
    "\U0001f1ef\U0001f1f5",
]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words", "Plain words"),
        ("Zoë, 中俄, Россия", "Zoë, 中俄, Россия"),
        ("So 😀 it is", "So [grinning face] it is"),
        ("ไทย and አማርኛ", "ไทย and [Ethiopic]"),
        ("bell\x07", "bell"),
        ("", ""),
    ],
)
def test_what_cannot_be_drawn_is_named(text, shown):
    """A sign is named, letters by their script, and what has no look goes without a word."""
    assert legible(text) == shown


@pytest.mark.parametrize("sign", STRANGE)
def test_a_quotation_stays_verbatim(sign):
    """An ellipsis stands for what cannot be drawn: the rest is the source's, word for word."""
    said = f"They agreed {sign} on nothing."
    assert all(drawable(char) for char in elided(said))
    assert unfaithful(elided(said), said) is None


@pytest.mark.parametrize("sign", STRANGE)
def test_a_brief_of_such_sources_is_whole(sign):
    """Title, maker, outlet and words of a source may hold such a sign: every word can be drawn."""
    strange = {"title": f"A {sign} title", "publisher": f"{sign} News", "genre": f"{sign} post"}
    texts = (corpus.DOUBT, corpus.BELIEF, corpus.OPEN)
    texts = tuple(text.replace(" in ", f" {sign} in ") for text in texts)
    named = ({"authors": (f"Ann {sign}",)}, {}, {})
    documents = [
        document(f"b{n}", text, **strange, **own)
        for n, (text, own) in enumerate(zip(texts, named, strict=True))
    ]
    sums = [summary(one, score) for one, score in zip(documents, (-2, 1, 0), strict=True)]
    dossier = collect(sums, question(), as_of=AS_OF, documents=documents)
    brief = compose(dossier, audience("us"), question(), templates())
    said = [text for _, text in brief_text(brief)]
    said += [inline_text(one.children) for one in (*brief.notes, *brief.references)]
    assert sorted({char for text in said for char in text if not drawable(char)}) == []
    assert [str(found) for found in check_brief(brief)] == []


def test_our_apostrophes_are_curved_after_a_name_still_to_come():
    """Our own sentences have one kind of apostrophe, also after a name that is filled in later."""
    assert typographic("{b}'s trade and China's share") == ("{b}’s trade and China’s share")

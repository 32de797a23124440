"""A person's words are made fit to be drawn: each script gets its language, whoever wrote it."""

from brief.edits.spell import spelled_out
from brief.model.brief import Foreign, Paragraph, Text
from brief.model.plain import inline_text
from tests.support.kitchen import kitchen, paragraph

PLAIN = "Signed in 北京 and Москва ☂."


def with_words(edited: tuple[str, ...]):
    block = paragraph("typed", Text(text=PLAIN))
    made = kitchen()
    return made.model_copy(update={"blocks": (*made.blocks, block), "edited": edited})


def typed(brief) -> Paragraph:
    return next(b for b in brief.blocks if isinstance(b, Paragraph) and b.id == "typed")


def test_words_without_a_language_get_that_of_their_script():
    """Edits that an older version kept, or that a person wrote into the edits file, hold none."""
    brief, said = spelled_out(with_words(("typed",)), lambda char: char != "☂")
    found = [i for i in typed(brief).children if isinstance(i, Foreign)]
    assert [(i.lang, i.text) for i in found] == [("zh-Hans", "北京"), ("ru", "Москва")]
    assert [one.code for one in said] == ["glyph-missing"]


def test_what_nobody_edited_stays_as_it_is():
    """Only the places that a person edited are touched."""
    brief, said = spelled_out(with_words(()), lambda char: char != "☂")
    assert typed(brief).children == (Text(text=PLAIN),)
    assert not said


def test_what_joins_signs_that_cannot_be_drawn_goes_with_them():
    """Between two names in brackets nothing unseen is left; between letters it stays."""
    block = paragraph("typed", Text(text="A ☂\u200d☃ and ☂\ufe0f, می\u200cخواهم, क्\u200dष."))
    made = kitchen().model_copy(update={"blocks": (block,), "edited": ("typed",)})
    brief, said = spelled_out(made, lambda char: char not in "☂☃")
    text = inline_text(typed(brief).children)
    assert text == "A [umbrella][snowman] and [umbrella], می\u200cخواهم, क्\u200dष."
    assert len(said) == 2

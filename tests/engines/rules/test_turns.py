"""Conversations: whose words the turns of an interview and of a discussion are."""

from brief.engines.rules.sentences import sentences
from brief.engines.rules.turns import turns
from brief.model.document import Article, Passage


def speakers(*lines: str) -> list[str | None]:
    """Return the speaker of each line, one sentence a line."""
    passages, at = [], 0
    for number, line in enumerate(lines):
        end = at + len(line)
        one = Passage(id=f"a#p{number}", start=at, end=end, text=line, kind="paragraph")
        passages.append(one)
        at = end + 1
    found = sentences(Article(id="a", start=0, end=at, passages=tuple(passages)))
    return [None if turn is None else turn.speaker for turn in turns(found)]


def test_an_interview_is_the_guests() -> None:
    """Of two speakers the one who is asked is the author."""
    assert speakers("Q: Are they allies?", "A: They are not.") == ["the interviewer", ""]


def test_a_discussion_is_told_by_its_chair() -> None:
    """Of three speakers the one who chairs is the author; the others are reported by name."""
    lines = ("MODERATOR: Who begins?", "DR. AMADI: They are allies.", "GEN. HOLT: They are not.")
    assert speakers(*lines) == ["", "Dr. Amadi", "Gen. Holt"]


def test_a_label_alone_makes_no_conversation() -> None:
    """A text with no one who asks is no conversation."""
    assert speakers("NOTE: They are allies.", "The treaty says so.") == [None, None]

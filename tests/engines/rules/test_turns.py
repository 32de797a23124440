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


def test_a_guest_speaks_under_the_fullest_of_his_names() -> None:
    """One speaker is told by his surname; who asks needs no title for it."""
    lines = ("RAO: Are they allies?", "ANA SOTO: They are not.", "SOTO: They never were.")
    assert speakers(*lines) == ["the interviewer", "Ana Soto", "Ana Soto"]


def test_a_press_conference_has_many_who_ask_and_one_who_answers() -> None:
    """Those who ask are told by their houses; who answers, by his office or by name and office."""
    lines = (
        "Haddad, River Post: Has the wall been paid for?",
        "Ms. Ana Kovac, Minister for Rivers: It has not.",
        "Brandt, Delta TV: Will it be?",
        "Minister Kovac: It will not.",
    )
    asked = "the interviewer"
    assert speakers(*lines) == [asked, "Minister Kovac", asked, "Minister Kovac"]


def test_names_in_small_letters_are_labels_where_one_asks() -> None:
    """A site and its guest are parted as two speakers in capitals are."""
    lines = ("The News Site : How far will they go?", "Ana Soto : Not far.", "They are no friends.")
    assert speakers(*lines) == ["the interviewer", "Ana Soto", "Ana Soto"]


def test_what_follows_a_numbered_question_is_the_guests() -> None:
    """Where nobody is named before an answer, the head of the text may name the guest."""
    lines = ("Our interview with Ana Soto.", "Q1 – Are they allies?", "No.", "They trade.")
    assert speakers(*lines) == [None, "the interviewer", "Ana Soto", "Ana Soto"]


def test_a_roundup_names_who_speaks_and_what_he_is() -> None:
    """A line of a name and an office opens what that person says."""
    lines = ("Ana Soto – Director of a bank. “They trade.”", "Luis Paz – Professor. “They do not.”")
    assert speakers(*lines)[0] == "Ana Soto"
    assert speakers(*lines)[-1] == "Luis Paz"


def test_headings_before_a_colon_are_no_speakers() -> None:
    """Without one who asks, words before a colon name nobody."""
    lines = ("Trade Ties: They grew.", "Arms Sales: They fell.", "Next Steps: Nobody knows.")
    assert speakers(*lines) == [None, None, None]


def test_an_answer_in_the_paragraph_of_the_question_is_the_guests() -> None:
    """What follows a question without a label of its own is no longer the interviewer's."""
    assert speakers("Q: Are they allies? They are not.", "They trade.") == [
        "the interviewer",
        "",
        "",
    ]

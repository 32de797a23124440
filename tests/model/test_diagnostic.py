"""What a user reads when something is wrong."""

import pytest

from brief.model.diagnostic import Diagnostic


@pytest.mark.parametrize("message", ["the file is empty", "the file is empty."])
def test_a_message_and_its_hint_are_two_sentences(message):
    """One line says place, what is wrong and what to do, each sentence ended once."""
    said = Diagnostic(code="x", severity="error", place="a.txt:3", message=message, hint="Fill it.")
    assert str(said) == "a.txt:3: error: the file is empty. Fill it. [x]"

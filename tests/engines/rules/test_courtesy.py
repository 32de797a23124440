"""What people say to open and close a meeting claims nothing."""

import pytest

from brief.engines.rules.courtesy import is_courtesy

SMALL_TALK = """
Thank you, Omar.
And hello, everyone.
Welcome to the autumn briefing of the Harbor Institute on the dam.
We’re delighted to have two of our fellows with us today.
Just a couple of housekeeping items before we begin.
With that, why don’t we get started?
I’ll turn first to Ana Kovac, who leads our work on rivers.
Ana, over to you.
It is an honor for me to open this debate on the northern fleet.
That’s a very good question.
We have a most distinguished panel to discuss the dam.
The evening will be lively, so please feel free to post about it.
We will be distributing a recording of the call.
He was responding to Chile's invitation to the builders of the dam.
She was speaking at the opening of a school in the delta.
"""
STATEMENTS = """
Thanks to the pact, both can move troops without asking.
We are pleased to have secured a treaty that binds both sides.
The ministers thanked each other and signed nothing.
Welcome as the deal is, it settles nothing.
Let me turn the argument around: the weaker side needs the pact more.
I am glad that the ministry has seen reason.
We will move to a war economy if we must.
They were responding to the same threat with the same means.
He was reacting to a blockade that nobody in the capital had foreseen.
Without further ado about tariffs, the alliance would be worth more.
"""


@pytest.mark.parametrize("text", SMALL_TALK.strip().splitlines())
def test_small_talk_is_recognized(text: str) -> None:
    """A greeting, thanks, the order of a meeting or a hand-over is no statement."""
    assert is_courtesy(text)


@pytest.mark.parametrize("text", STATEMENTS.strip().splitlines())
def test_a_statement_with_such_words_stays_one(text: str) -> None:
    """A sentence that only uses such words says something."""
    assert not is_courtesy(text)

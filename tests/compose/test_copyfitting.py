"""The search for the brief that fills its pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

import pytest

from brief.compose import Composer
from brief.compose.copyfitting import FILLERS, MOST_PAGES, Room, fitting
from brief.compose.give_way import giving_way
from brief.model.brief import Brief, Paragraph, Text
from tests.support.kitchen import kitchen


class Shelf:
    """Composes briefs of paragraphs, as many lines long as `lengths` says."""

    def __init__(self, lengths: Sequence[float], guess: int, names: Sequence[str] = ()) -> None:
        self.ranked = tuple(names or map(str, range(len(lengths))))
        self.lengths = dict(zip(self.ranked, lengths, strict=True))
        self.longer: dict[str, int] = {}
        """Lines by which words misjudge an item."""
        self.pushing: set[str] = set()
        """Items that push the last item of a list overleaf."""
        self.guess = guess
        self.laid_out = 0

    def brief(self, limit: int | None = None, also: Collection[str] = ()) -> Brief:
        """Return the brief of the first items and of others."""
        kept = {*self.ranked[: self.guess if limit is None else limit], *also}
        blocks = tuple(
            Paragraph(id=f"p{name}", children=(Text(text="x" * round(50 * self.lengths[name])),))
            for name in self.ranked
            if name in kept
        )
        annex = tuple(name for name in self.ranked if name not in kept)
        return kitchen().model_copy(update={"blocks": blocks, "notes": (), "annex": annex})

    def search(self, room: int, hole: float = 0.0) -> tuple[str, ...]:
        """Return the items that a page of so many lines is filled with.

        What stands early takes none of them while it fills a hole of so many lines.
        """

        def left(brief: Brief) -> Room:
            self.laid_out += 1
            shown = [name for name in self.ranked if name not in brief.annex]
            early = sum(self.lengths[one] for one in shown if one.startswith("voice"))
            rest = [name for name in shown if not name.startswith("voice")]
            taken = sum(self.lengths[one] + self.longer.get(one, 0) for one in rest)
            free = room - taken - max(0.0, early - hole)
            open_ = max(0.0, hole - early)
            stray = not self.pushing.isdisjoint(shown)
            return Room(max(free, open_) if free >= 0 else free, open_, free, stray)

        annex = fitting(lambda _: cast(Composer, self), left, MOST_PAGES)[0].annex
        return tuple(name for name in self.ranked if name not in annex)


@pytest.mark.parametrize("guess", [0, 3, 5, 9, 12])
def test_as_many_items_are_shown_as_fit(guess: int) -> None:
    """From any guess, the search ends at the last item that fits, after few layouts."""
    shelf = Shelf([4] * 12, guess)
    assert shelf.search(room=22) == ("0", "1", "2", "3", "4")
    assert shelf.laid_out <= 6 + FILLERS


def test_a_short_item_fills_what_a_long_one_leaves() -> None:
    """Behind an item that does not fit, the next in rank that do are shown."""
    assert Shelf([4, 4, 9, 4, 2, 1], 3).search(room=15) == ("0", "1", "3", "4", "5")


def test_an_item_that_shows_nothing_stays_left_out() -> None:
    """What adds no word to a brief is not laid out, and is listed as left out."""
    shelf = Shelf([4, 9, 0, 1], 1)
    assert shelf.search(room=6) == ("0", "3")


def test_of_a_kind_only_shorter_ones_are_tried_again() -> None:
    """Where one of a kind was too long, one as long is not laid out; another kind is."""
    shelf = Shelf([4, 9, 3, 3, 1], 1, ["a-0", "b-1", "c-2", "c-3", "c-4"])
    shelf.longer = {"c-2": 2, "c-3": 2}
    assert shelf.search(room=7) == ("a-0", "c-4")
    assert shelf.laid_out == 4


def test_a_hole_on_the_first_page_is_filled_before_the_last_page_is() -> None:
    """What stands before the reader's questions comes before what ranks higher, while one is."""
    names = ["a-0", *(f"b-{n}" for n in range(1, 13)), "voice-1"]
    lengths = [4, *range(22, 10, -1), 4]
    for hole, filled in ((6, ("a-0", "voice-1")), (3, ("a-0",))):
        shelf = Shelf(lengths, 1, names)
        shelf.longer = {f"b-{n}": 30 for n in range(1, 13)}
        assert shelf.search(room=30, hole=hole) == filled
    assert Shelf([4, 9, 4, 4], 1, ["a-0", "b-1", "b-2", "voice-1"]).search(room=8) == ("a-0", "b-2")


def test_what_takes_room_of_the_last_page_fills_no_hole() -> None:
    """An early item that is longer than the hole waits its turn: what ranks higher comes first."""
    names = ["a-0", "b-1", "c-2", "voice-1"]
    assert Shelf([4, 9, 6, 8], 1, names).search(room=10, hole=5) == ("a-0", "c-2")


def test_no_filler_pushes_an_item_of_a_list_overleaf_alone() -> None:
    """The next in rank is taken; where what fits as a whole does so already, nothing is lost."""
    shelf = Shelf([4, 9, 2, 2], 1)
    shelf.pushing = {"2"}
    assert shelf.search(room=6) == ("0", "3")
    shelf.pushing = {"0"}
    assert shelf.search(room=6) == ("0", "2")


def test_what_was_too_long_is_tried_again_where_an_item_gives_room() -> None:
    """An item that says in short what others said gives room: what was refused comes back."""
    shelf = Shelf([4, 9, 7, 4], 1, ["a-0", "b-1", "c-2", "d-3"])
    shelf.longer = {"d-3": -8}
    assert shelf.search(room=10) == ("a-0", "c-2", "d-3")


def test_all_or_nothing_ends_the_search() -> None:
    """Where everything fits all is shown; where nothing does, nothing, and the search ends."""
    assert Shelf([4] * 5, 2).search(room=99) == ("0", "1", "2", "3", "4")
    assert Shelf([4] * 5, 2).search(room=-1) == ()
    assert Shelf([], 0).search(room=5) == ()


@pytest.mark.parametrize(("least", "pages"), [(0, 1), (1, 1), (3, 3), (99, MOST_PAGES)])
def test_what_must_stand_gets_the_pages_that_it_takes(least, pages):
    """A brief that is too long with no item at all grows by the fewest pages."""
    shelf = Shelf([40, 40], 1)
    asked: list[int] = []

    def composer(count: int) -> Composer:
        asked.append(count)
        return cast(Composer, shelf)

    def room(brief: Brief) -> Room:
        return Room(float(asked[-1] - least - len(brief.blocks)))

    brief, shown = fitting(composer, room, 1)
    assert asked == list(range(1, pages + 1))
    assert shown == len(brief.blocks) == (1 if least == 0 else 0)


def gave_way(typed: int, *, kept: str = "", room: int = 20) -> tuple[tuple[str, ...], int]:
    """Return what still shows once so many lines were typed, and how often that was laid out.

    Of six items of three lines each, a page of `room` lines shows five; `kept` is not to leave.
    """
    shelf = Shelf([3] * 6, 5)
    laid_out = 0

    def left(brief: Brief) -> float:
        nonlocal laid_out
        laid_out += 1
        return room - typed - 3 * len(brief.blocks)

    def untouched(brief: Brief) -> bool:
        return not kept or any(block.id == f"p{kept}" for block in brief.blocks)

    brief = giving_way(cast(Composer, shelf), shelf.brief(5), left, untouched)
    return tuple(name for name in shelf.ranked if name not in brief.annex), laid_out


def test_what_is_ranked_last_gives_way_to_a_persons_words() -> None:
    """As few items as make room leave, the last in rank first, after few layouts."""
    assert gave_way(typed=5) == (("0", "1", "2", "3", "4"), 1)
    assert gave_way(typed=6) == (("0", "1", "2", "3"), 2)
    assert gave_way(typed=12)[0] == ("0", "1")


def test_what_a_person_touched_does_not_give_way() -> None:
    """The item that holds an edit stays, whatever its rank; the next above it leaves."""
    assert gave_way(typed=8, kept="4")[0] == ("0", "1", "2", "4")


def test_nothing_leaves_in_vain() -> None:
    """Where all that may leave would not make room enough, nothing does."""
    assert gave_way(typed=40)[0] == gave_way(typed=0)[0] == ("0", "1", "2", "3", "4")


def test_only_a_brief_of_its_own_gives_way() -> None:
    """A brief that the composer at hand would write otherwise is left as it is."""
    other = Shelf([3] * 6, 5).brief(5).model_copy(update={"title": "Another brief"})
    shelf = cast(Composer, Shelf([3] * 6, 5))
    assert giving_way(shelf, other, lambda brief: -1.0, lambda brief: True) is other

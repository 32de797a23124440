"""Items as found in, the lists that they belong to out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from brief.edits.readback.identity import Identity, inside, is_box
from brief.edits.readback.match import shows
from brief.edits.readback.raw import RawBlock, RawParagraph, RawTable


@dataclass(slots=True)
class Lists:
    """Tells of items in a row which list of the base each was in, or is in now."""

    known: Identity
    is_item: Callable[[RawParagraph], bool]
    _homes: dict[str, set[int]] = field(default_factory=dict)
    """List: identities of the items among which it goes on."""

    def __post_init__(self) -> None:
        """Find out among which items each list goes on: most of its own, and few of others."""
        best: dict[str, tuple[int, int]] = {}
        for group in self._groups(self.known.raw.blocks):
            votes = Counter(name for item in group if (name := self._list_of(item)))
            for name, own in votes.items():
                claim = (own, own - votes.total())
                if name not in best or claim > best[name]:
                    best[name] = claim
                    self._homes[name] = {id(item) for item in group}

    def runs(self, items: list[RawParagraph]) -> list[tuple[str, list[RawParagraph]]]:
        """Return items in a row by the list they came from; new ones join their neighbors.

        Not by the numbering they carry: LibreOffice hands out a new one now and then.
        """
        names = self._names(items)
        runs: list[tuple[str, list[RawParagraph]]] = []
        for index, (name, item) in enumerate(zip(names, items, strict=True)):
            same = index and name == names[index - 1]
            if same and (name or item.kind == items[index - 1].kind):
                runs[-1][1].append(item)
            else:
                runs.append((name, [item]))
        return runs

    def _names(self, items: list[RawParagraph]) -> list[str]:
        names = [self._home_of(item) for item in items]
        for index, name in enumerate(names):
            if name:
                last = len(names) - 1 - names[::-1].index(name)
                names[index:last] = [name] * (last - index)
        for order in (range(1, len(names)), range(len(names) - 2, -1, -1)):
            step = -1 if order.step > 0 else 1
            for index in order:
                alike = items[index].kind == items[index + step].kind
                names[index] = names[index] or (names[index + step] if alike else "")
        return names

    def _home_of(self, item: RawParagraph) -> str:
        """Return the list of an item where that list goes on, empty elsewhere."""
        name = self._list_of(item)
        return name if id(item) in self._homes.get(name, ()) else ""

    def _list_of(self, item: RawParagraph) -> str:
        return next(iter(self.known.around([item], "list")), "")

    def _groups(self, blocks: Iterable[RawBlock]) -> Iterator[list[RawParagraph]]:
        """Yield the items that stand together, boxes included."""
        group: list[RawParagraph] = []
        for block in blocks:
            if isinstance(block, RawParagraph) and self.is_item(block):
                group.append(block)
            elif shows(block):
                yield group
                group = []
            if isinstance(block, RawTable) and is_box(block):
                yield from self._groups(inside(block))
        yield group

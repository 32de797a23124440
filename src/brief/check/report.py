"""What was checked, in; a short summary for the person who ran it, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brief.check.places import leaves, places
from brief.model.brief import Brief, Exhibit, Number, Quoted
from brief.model.diagnostic import Diagnostic
from brief.model.marks import NOTICE_COUNT
from brief.model.plain import walk


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, checked."""

    file: str
    problems: tuple[Diagnostic, ...]
    brief: Brief | None = None
    """What it was made from; `None` when the file does not say."""
    pages: int = 0
    """Pages of a PDF; 0 for a draft."""

    @property
    def failed(self) -> bool:
        """True when an error was found."""
        return any(one.severity == "error" for one in self.problems)


@dataclass(frozen=True, slots=True)
class Seeds:
    """What became of the sources."""

    used: int
    left_out: int
    problems: tuple[Diagnostic, ...]


_UNCHECKED = {
    "not-remade": "whether the seeds lead to these counts, judgements and choices",
    "not-reprinted": "whether the file looks as its evidence prints it",
    "block-edited": "the words that a person edited and no source vouches for",
}
"""What a diagnostic says could not be checked: a file that passed the rest is not vouched for."""


def counts(brief: Brief) -> dict[str, int]:
    """Return how many sources, quotations, numbers and blocks edited by hand a brief has.

    Of the blocks it says itself how many; a deleted one is edited too.
    """
    inlines = [leaf for place in places(brief) for leaf in leaves(place.inlines)]
    marks = sum(len(block.points) for block in walk(brief.blocks) if isinstance(block, Exhibit))
    told = [one.value for one in brief.ledger.counts if one.id == NOTICE_COUNT]
    return {
        "sources": len(brief.references),
        "quotations": sum(isinstance(leaf, Quoted) for leaf in inlines),
        "numbers": sum(isinstance(leaf, Number) for leaf in inlines) + marks,
        "edited": int(told[0]) if told else len(brief.edited),
        "unverified": len(brief.unverified),
    }


def report(checked: Sequence[Checked], seeds: Seeds | None) -> str:
    """Return a table of the files, a line on the seeds, and how it ended."""
    rows = [_row(one) for one in checked]
    width = max((len(row[0]) for row in rows), default=0)
    lines = [f"{name:<{width}}  {rest}".rstrip() for name, rest in rows]
    problems = [problem for one in checked for problem in one.problems]
    if seeds:
        left = f", {seeds.left_out} left out" if seeds.left_out else ""
        lines.append(f"{_many(seeds.used, 'seed')} used{left}")
        problems += seeds.problems
    found = Counter(problem.severity for problem in problems)
    said = [_many(found[kind], kind) for kind in ("error", "warning") if found[kind]]
    told = {_UNCHECKED[one.code]: None for one in problems if one.code in _UNCHECKED}
    rest = f" Not checked: {'; '.join(told)}." if told else ""
    lines.append((", ".join(said) + "." if said else "Everything checked holds.") + rest)
    return "\n".join(lines) + "\n"


def _row(one: Checked) -> tuple[str, str]:
    errors = sum(problem.severity == "error" for problem in one.problems)
    end = f"FAILED, {_many(errors, 'error')}" if errors else "ok"
    if one.brief is None:
        return one.file, end
    found = counts(one.brief)
    parts = [_many(one.pages, "page")] if one.pages else []
    parts += [_many(found[name + "s"], name) for name in ("source", "quotation", "number")]
    if found["edited"]:
        loose = f" ({found['unverified']} not verified)" if found["unverified"] else ""
        parts.append(f"{found['edited']} edited by hand{loose}")
    return one.file, f"{', '.join(parts)}: {end}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def condensed(problems: Iterable[Diagnostic], most: int = 12) -> list[Diagnostic]:
    """Return diagnostics with at most `most` of one kind in one file; a line counts the rest."""
    kept: list[Diagnostic] = []
    seen: Counter[tuple[str, str]] = Counter()
    for one in problems:
        kind = (one.place.partition(",")[0], one.code)
        seen[kind] += 1
        if seen[kind] <= most:
            kept.append(one)
    for (file, code), times in seen.items():
        if times > most:
            last = next(one for one in reversed(kept) if one.code == code)
            said = f"and {times - most} more of this kind."
            kept.append(last.model_copy(update={"place": file, "message": said, "hint": ""}))
    return kept


_ASKED = (
    ("against the seeds it was made from", "Check it against the seeds it was made from."),
    (
        "or the sources were",
        "File or sources were altered: ask the sender for them as they were.",
    ),
    ("the PDF is older", "Draft and PDF are not of one state: ask the sender which counts."),
    (
        "snakemake|ebuild|uild it again",
        "Do not rely on it: ask the sender for the file as it was made.",
    ),
)
"""Words of a hint to whoever builds briefs, as a pattern, and what a recipient can do instead."""


def for_recipient(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics that tell someone who cannot build the brief what to do."""
    return [one.model_copy(update={"hint": _asked(one.hint)}) for one in problems]


def _asked(hint: str) -> str:
    return next((asked for words, asked in _ASKED if re.search(words, hint)), hint)


def worst_first(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with errors first, otherwise in the order they were found."""
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(problems, key=lambda one: order[one.severity])

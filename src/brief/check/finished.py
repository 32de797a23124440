"""What a finished file says, and the brief it was made from, in; where the two differ, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from brief.check.places import AGAIN, Reporter, short, softened
from brief.check.unlike import UNSEEN, altered
from brief.model.brief import Aside, Brief, Callout, Exhibit, ListBlock, Picture
from brief.model.diagnostic import Diagnostic
from brief.model.images import NAMELESS
from brief.model.marks import (
    FIRST_FOOTER,
    FOOTER,
    NOTICE,
    REFERENCES,
    RUNNING,
    SUBTITLE,
    TITLE,
    clean,
    note_unit,
    reference_unit,
)
from brief.model.plain import (
    block_parts,
    block_text,
    brief_text,
    fold_spaces,
    inline_text,
    plain,
    walk,
)
from brief.model.scripts import JOINING
from brief.model.strips import keys_to

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_BULLET = re.compile(r"^[•‣◦▪–·]\s+")
_ORDER = re.compile(r"^(\d{1,3})[.)]\s+")
RUN_AGAIN = "It was edited since, or the PDF is older: run `snakemake all`."
"""What to do about a draft that is not as its PDF."""


def page_lines(brief: Brief) -> list[tuple[str, str]]:
    """Return what a PDF of the brief says, block by block, as (unit id, text)."""
    labels = brief.labels
    notes = [(note_unit(note.id), f"{note.number} {plain(note.children)}") for note in brief.notes]
    works = [(reference_unit(work.id), plain(work.children)) for work in brief.references]
    blocks, closing = brief.parted
    sources = [("brief/references", labels.references)] if works else []
    lines = [
        ("masthead", labels.series or labels.running),
        ("footer", labels.footer_on_first),
        (TITLE, brief.title),
        (SUBTITLE, brief.subtitle),
        *(part for block in blocks for part in block_text(block)),
        *([("brief/notes", labels.notes), *notes] if notes else []),
        *sources,
        *works,
        *(part for block in closing for part in block_text(block)),
    ]
    return [(unit, fold_spaces(text)) for unit, text in lines if text.strip()]


_HEADS = {FOOTER: "footer", FIRST_FOOTER: "footer", RUNNING: "masthead"}
"""What lines outside the blocks are called, by their units."""


def _reporter(brief: Brief, file: str) -> Reporter:
    """Return what reports on a brief: where a person edited, nothing stops a build."""
    edited = frozenset((*brief.edited, *brief.unverified))
    heads = {name for unit, name in _HEADS.items() if unit in edited}
    return Reporter(file, edited | heads | ({"unknown"} if brief.by_hand else set()))


def compare_lines(brief: Brief, found: Sequence[str], file: str) -> list[Diagnostic]:
    """Return where a PDF's text, a line a block, is not the text of the brief it was made from."""
    reporter = _reporter(brief, file)
    wanted = page_lines(brief)
    ordered = _ordered_items(brief)
    lines = [line for line in found if line.strip()]
    left = [key(text) for _, text in wanted]
    right = [key(_unmarked(line, ordered)) for line in lines]
    if left == right:
        return []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    said: list[Diagnostic] = []
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind != "equal" and "".join(left[i:j]) != "".join(right[m:n]):
            said += _differences(wanted[i:j], lines[m:n], reporter)
    return said


def _ordered_items(brief: Brief) -> set[tuple[int, str]]:
    """Return number and key of each item of numbered lists."""
    return {
        (number, key(plain(item.children)))
        for block in walk(brief.blocks)
        if isinstance(block, ListBlock) and block.ordered
        for number, item in enumerate(block.items, 1)
    }


def _unmarked(line: str, ordered: set[tuple[int, str]]) -> str:
    """Return a line without the sign that a list sets before it, or the number that it is due."""
    bare = _BULLET.sub("", line)
    if bare != line:
        return bare
    counted = _ORDER.match(line)
    due = counted and (int(counted[1]), key(line[counted.end() :])) in ordered
    return line[counted.end() :] if counted and due else line


def key(text: str) -> str:
    """Return what is compared; of right-to-left words a PDF gives the letters as drawn."""
    return _RIGHT_TO_LEFT.sub(lambda word: "".join(sorted(word[0])), UNSEEN.sub("", text))


def _differences(
    wanted: Sequence[tuple[str, str]], found: Sequence[str], reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield what is missing, altered or too much in a stretch where the two differ."""
    rest = list(found)
    for unit, text in wanted:
        best = max(rest, key=lambda line: _likeness(text, line), default="")
        if best and _likeness(text, best) > 0.6:
            rest.remove(best)
            if key(best) == key(text):
                said = f"“{short(text)}” stands at another place than in its evidence."
            else:
                said = altered(text, _nearer(text, best))
            yield reporter.say(unit, "text-altered", said, AGAIN)
        else:
            said = f"“{short(text)}” is missing."
            yield reporter.say(unit, "text-missing", said, AGAIN)
    for line in rest:
        said = f"“{short(line)}” stands in the file and not in its evidence."
        yield reporter.say("unknown", "text-extra", said, AGAIN)


def _nearer(text: str, line: str) -> str:
    """Return a line without its list sign where a text that has none is more like it so.

    Where nothing else differs it is the sign that does.
    """
    bare = _ORDER.sub("", _BULLET.sub("", line))
    if key(bare) == key(text):
        return line
    return bare if _likeness(text, bare) > _likeness(text, line) else line


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def compare_charts(
    brief: Brief, drawn: Sequence[tuple[int, str, str]], file: str
) -> Iterator[Diagnostic]:
    """Yield charts with another alternative text, or with a number that is none of their own.

    `drawn` holds page, alternative text and words of each picture, in the order of the file.
    """
    reporter = _reporter(brief, file)
    wanted = list(_drawings(brief))
    if len(drawn) != len(wanted):
        yield Diagnostic(
            code="exhibit-missing",
            severity="error",
            place=file,
            message=f"it has {len(drawn)} pictures, its evidence {len(wanted)}.",
            hint=AGAIN,
        )
        return
    for (page, alt, text), (unit, alike, words) in zip(drawn, wanted, strict=True):
        if key(alt) != key(clean(alike)):
            said = altered(fold_spaces(alike), fold_spaces(alt))
            yield reporter.say(f"{unit} (alt text)", "text-altered", said, AGAIN)
        for label in _untrue_labels(text.split("\n"), words):
            message = f"the chart on page {page} shows “{short(label)}”, which is not in its data."
            yield reporter.say(unit, "exhibit-untrue", message, AGAIN)
    charts = {block.id: block for block in walk(brief.blocks) if isinstance(block, Exhibit)}
    for (page, _, text), (unit, _, _) in zip(drawn, wanted, strict=True):
        if unit in charts and (problem := _misplaced(text.split("\n"), charts[unit])):
            message = f"the chart on page {page} shows {problem}."
            yield reporter.say(unit, "exhibit-untrue", message, AGAIN)


def _untrue_labels(drawn: Sequence[str], words: str) -> list[str]:
    """Return the labels of a chart that are no words of its data; long ones may end early."""
    return [label for label in drawn if key(label) and not _stands(key(label), words)]


def _stands(label: str, words: str) -> bool:
    """Tell whether a label is whole words of other words; the blanks of a label may be lost."""
    end = "" if label.endswith("…") else r"(?!\w)"
    sought = UNSEEN.pattern.replace("+", "*").join(map(re.escape, label.rstrip("…")))
    return re.search(rf"(?<!\w){sought}{end}", words, re.IGNORECASE) is not None


def _misplaced(drawn: Sequence[str], block: Exhibit) -> str | None:
    """Return which mark of a chart is missing, or which number does not stand at its place."""
    said = key(" ".join(drawn)).casefold()
    # where years crowd, a series names the first and the last, and values where there is room
    crowded = block.chart == "series" and len(block.points) > 2
    for point in [block.points[0], block.points[-1]] if crowded else block.points:
        if key(point.label.split(" ")[0]).casefold() not in said:
            return f"no mark “{short(point.label)}”"
    if crowded or (block.chart == "stance" and not block.totals):
        return None
    whole, at = "|".join(map(key, drawn)), 0
    for shown in block.totals or [point.shown for point in block.points]:
        sought = "[|]?".join(map(re.escape, key(shown)))
        found = re.compile(rf"(?<!\d){sought}(?!\d)").search(whole, at)
        if found is None:
            return f"no “{short(shown)}” at its place"
        at = found.end()
    return None


def _drawings(brief: Brief) -> Iterator[tuple[str, str, str]]:
    """Yield unit, alternative text and words of each picture that we draw, in reading order."""
    keys = keys_to(brief)
    for block in walk(brief.blocks):
        if isinstance(block, Exhibit):
            kinds = f"{brief.labels.author} | {brief.labels.voice}"
            yield block.id, block.alt, f"{_chart_words(block)} | {kinds}"
        elif isinstance(block, Picture):
            yield block.id, block.alt or NAMELESS, ""
        elif not isinstance(block, Callout):
            if marks := keys.get(block.id):
                yield f"{block.id}/key", marks.alt, marks.alt
            for unit, inlines in block_parts(block):
                asides = (one for one in inlines if isinstance(one, Aside))
                yield from ((unit, alt, alt) for aside in asides for alt in aside.alts)


def _chart_words(block: Exhibit) -> str:
    """Return the words of a chart's data, a bar between parts: numbers do not run together."""
    points = (
        part
        for point in block.points
        for part in (point.label, point.shown, f"{point.series}, {point.detail}", point.detail)
    )
    title = inline_text((*block.title, *block.caption))
    scale = (*block.scale, *block.totals, *block.heads)
    words = " | ".join([title, block.alt, block.unit, *scale, *points])
    return _RIGHT_TO_LEFT.sub(lambda word: "".join(sorted(word[0])), words)


def draft_units(brief: Brief) -> dict[str, str]:
    """Return what a draft of the brief says, by unit id."""
    units = {TITLE: brief.title, SUBTITLE: brief.subtitle, **dict(brief_text(brief))}
    return units | ({REFERENCES: brief.labels.references} if brief.references else {})


def compare_units(brief: Brief, found: Mapping[str, str], file: str) -> Iterator[Diagnostic]:
    """Yield where a draft does not say what the brief says; `found` is its text by unit id.

    A paragraph that a person added has no id in the draft before it is next written: its words
    tell which one it is.
    """
    reporter = _reporter(brief, file)
    wanted = draft_units(brief)
    wanted.pop(NOTICE, None)  # with tracked changes open, a draft keeps the one before
    found = {unit: text for unit, text in found.items() if unit != NOTICE}
    named = _named_by_words(wanted, found)
    found = {named.get(unit, unit): text for unit, text in found.items()}
    found = {unit: _spelled(text, wanted.get(unit, "")) for unit, text in found.items()}
    for unit, text in wanted.items():
        said = found.get(unit)
        if said is None and text.strip():
            message = f"“{short(text)}” is missing."
            yield reporter.say(unit, "docx-differs", message, RUN_AGAIN)
        elif said is not None and fold_spaces(said) != fold_spaces(text):
            yield reporter.say(unit, "docx-differs", altered(fold_spaces(text), said), RUN_AGAIN)
    for unit, said in found.items():
        if unit not in wanted and said.strip():
            message = f"“{short(said)}” stands in the draft and not in the PDF."
            yield reporter.say(unit, "docx-differs", message, RUN_AGAIN)


def _named_by_words(wanted: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """Return the place whose words each paragraph holds, where the draft calls it otherwise.

    A paragraph split in two gives its id to the one half in a draft, and to the other in the brief.
    """
    strays = {key(text): unit for unit, text in found.items() if unit not in wanted}
    added = {key(text): unit for unit, text in wanted.items() if unit not in found}
    named = {strays[text]: unit for text, unit in added.items() if text in strays}
    for unit in [one for one in found if one in wanted]:
        half, stray = added.get(key(found[unit])), strays.get(key(wanted[unit]))
        if half is not None and stray is not None and not {half, stray} & {*named, *named.values()}:
            named |= {unit: half, stray: unit}
    return named


def _spelled(said: str, wanted: str) -> str:
    """Return what a draft says with each character in words that the PDF can only name."""
    names = {char: f"[{unicodedata.name(char, '').lower()}]" for char in said if ord(char) > 0x2000}
    for char, name in names.items():
        if name in wanted:  # with what joins it to another, or chooses its look
            said = re.sub(f"[{JOINING}]*{re.escape(char)}[{JOINING}]*", name, said)
    return said


def check_pages(brief: Brief, pages: int, file: str) -> list[Diagnostic]:
    """Return that a file has more pages than its audience wants."""
    if pages <= brief.layout.pages:
        return []
    over = Diagnostic(
        code="pages-over",
        severity="error",
        place=file,
        message=f"it has {pages} pages; {brief.layout.pages} are wanted.",
        hint="Shorten what was edited, or allow more with `pages:` in the audience file.",
    )
    return softened([over]) if brief.by_hand else [over]

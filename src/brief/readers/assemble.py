"""Labelled pieces in, a `Document` out: passages numbered, notes tied, all removed spans listed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from brief.errors import Diagnostic, error
from brief.model.document import Article, Document, Passage, Removed
from brief.model.source import Record, Seed
from brief.readers import names, notes
from brief.readers.language import is_english, is_foreign
from brief.readers.letters import mixed, turned_round
from brief.readers.pieces import INVISIBLE, Piece, ends_sentence, trim, words
from brief.readers.plain import Parsed, Part
from brief.readers.titles import without_menu, without_rubric

_MARKER = re.compile(
    r"(?:>\s*)*(?:[•·▪◦●‣■□➢➤✓*–—+-]\s+|[•▪◦●‣■□➢➤✓]|\*(?=[^\W\d_])|\(?(?:\d{1,3}|[a-z])[.)]\s+)"
)
_HASHES = re.compile(r"#{1,6}\s+")
_HEADS = re.compile(r"#{1,6}\s+(?:[*_]{2,3}(?=\S))?|[*_]{2,3}(?=\S)")
_CLOSING = re.compile(r"(?<=\s)#+$|(?<![*_])[*_]++$")
_OPENING = re.compile(r"(?:>\s*)+|[*_]{1,3}(?=\S)")
# "The Long View — a weekly letter"
_TAGLINE = re.compile(
    r"\s+[—–-]\s+(?:(?:an?|the|your|our)\s.*"
    r"|(?i:(?:print|online|digital) edition|home ?page|home))$"
)
_LEAST_WORDS = 4
_SENTENCE_WITHOUT_STOP = 10


def assemble(
    file: str, data: bytes, raw: str, parsed: Parsed, records: Mapping[str, Record], short: str
) -> Document:
    """Return the document of a parsed file.

    `short` is the id its passages are cited by; empty: the file's stem up to its first `_`.
    Raises `BriefError` `seed-no-sentences` when nothing is left that could be quoted.
    """
    stem = file.rsplit(".", 1)[0]
    short = short or stem.split("_", 1)[0] or stem
    removed = [piece for piece in parsed.front if piece.cut]
    articles = []
    several = len(parsed.parts) > 1
    for number, part in enumerate(parsed.parts, 1):
        key, own = (f"{stem}.{number}", f"{short}.{number}") if several else (stem, short)
        front = [p for p in parsed.front if not p.cut] if number == 1 else []
        record = _record(part, parsed, records, key, stem)
        articles.append(_article(own, record, [*front, *part.pieces], removed))
    if not any(_is_usable(p.text) for a in articles for p in a.passages if p.kind != "note"):
        raise error(
            "seed-no-sentences",
            file,
            "no sentence that could be quoted was found in it.",
            "Check that it holds the text itself, not only a menu or a list of links.",
        )
    return _document(file, data, raw, parsed, records, articles, removed)


def _document(
    file: str,
    data: bytes,
    raw: str,
    parsed: Parsed,
    records: Mapping[str, Record],
    articles: Sequence[Article],
    removed: Iterable[Piece],
) -> Document:
    stem = file.rsplit(".", 1)[0]
    record = _whole(parsed, records, stem, articles)
    cuts = tuple(
        Removed(start=p.start, end=p.end, text=p.text, reason=p.cut)
        for p in sorted(removed, key=lambda p: p.start)
    )
    return Document(
        seed=Seed(
            id=stem,
            file=file,
            sha256=hashlib.sha256(data).hexdigest(),
            note=parsed.note,
            **record.model_dump(),
        ),
        length=len(raw),
        articles=tuple(articles),
        removed=cuts,
        diagnostics=(
            *_foreign(file, raw, articles),
            *_disguised(file, data, raw, articles),
            *_unclear(file, parsed.parts, articles),
            *_diagnostics(file, articles, cuts),
        ),
    )


def _foreign(file: str, raw: str, articles: Sequence[Article]) -> Iterator[Diagnostic]:
    """Yield a warning for a text, or for paragraphs, in a language that the engine cannot read."""
    passages = [passage for article in articles for passage in article.passages]
    others = [passage for passage in passages if is_foreign(passage.text)]
    said, hint = "", "Put an English translation in its place, or take it out."
    if not is_english("\n".join(passage.text for passage in passages)):
        said = "it seems not to be in English; other languages are not understood."
    elif others:
        many = f"{len(others)} of its paragraphs seem" if others[1:] else "a paragraph seems"
        said = f"{many} not to be in English; what is taken from there makes little sense."
        file = f"{file}:{raw.count(chr(10), 0, others[0].start) + 1}"
    if said:
        yield Diagnostic(
            code="seed-language", severity="warning", place=file, message=said, hint=hint
        )


def _disguised(
    file: str, data: bytes, raw: str, articles: Sequence[Article]
) -> Iterator[Diagnostic]:
    """Yield a warning for the first letters that are read as others than a reader sees."""
    line, said = turned_round(data), "a hidden sign shows letters in another order"
    passages = () if line else (one for article in articles for one in article.passages)
    for passage in passages:
        if found := mixed(passage.text):
            line = raw.count("\n", 0, passage.start + found[0]) + 1
            said = f"'{found[1][:40]}' mixes Latin and Cyrillic letters"
            break
    if line:
        yield Diagnostic(
            code="seed-letters",
            severity="warning",
            place=f"{file}:{line}",
            message=f"{said}: it is read as it is written, not as it looks.",
            hint="Type the word anew, or take the sign out.",
        )


def _unclear(file: str, parts: Sequence[Part], articles: Sequence[Article]) -> Iterator[Diagnostic]:
    """Yield a note for each article whose printed date can be read in more than one way."""
    for part, article in zip(parts, articles, strict=True):
        known = article.issued is not None and article.issued.month is not None
        if part.head.unclear and not known:
            taken = (
                f"only the year {article.issued} is taken" if article.issued else "none is taken"
            )
            yield Diagnostic(
                code="seed-date-unclear",
                severity="note",
                place=file,
                message=f"its date “{_clean(part.head.unclear)}” can be read in several ways;"
                f" {taken}.",
                hint="Give the date in references.yaml.",
            )


def _diagnostics(
    file: str, articles: Sequence[Article], cuts: Sequence[Removed]
) -> tuple[Diagnostic, ...]:
    kept = sum(words(p.text) for a in articles for p in a.passages)
    lost = sum(words(cut.text) for cut in cuts)
    if lost <= kept:
        return ()
    return (
        Diagnostic(
            code="seed-mostly-removed",
            severity="warning",
            place=file,
            message=f"{lost} of its {lost + kept} words were taken for menus, links and the like.",
            hint="See 'removed' in what 'brief read' writes; delete such lines from the file.",
        ),
    )


def _whole(
    parsed: Parsed, records: Mapping[str, Record], stem: str, articles: Sequence[Article]
) -> Record:
    """Return the record of the file: the article's own, or that of the whole roundup."""
    if len(articles) == 1:
        return Record(**{name: getattr(articles[0], name) for name in Record.model_fields})
    head = parsed.record
    printed = Record(
        title=without_rubric(_clean(head.title.text)) if head and head.title else "",
        authors=tuple(map(names.written, head.authors)) if head else (),
        publisher=(head.publisher if head else "") or parsed.container,
        issued=head.issued if head else None,
    )
    return _override(printed, records.get(stem))


def _record(
    part: Part, parsed: Parsed, records: Mapping[str, Record], key: str, stem: str
) -> Record:
    head = part.head
    printed = Record(
        title=without_rubric(
            without_menu(_clean(head.named or (head.title.text if head.title else "")))
        ),
        authors=tuple(map(names.written, head.authors)),
        affiliation=head.affiliation,
        publisher=_TAGLINE.sub("", _clean(head.publisher)),
        container=_clean(parsed.container),
        issued=head.issued,
        language=_language(part.pieces),
        url=head.url,
    )
    known = records.get(key) or (records.get(stem) if key == stem else None)
    if parsed.note and known and not known.title:
        # the work has no title, as its record says: the heading of our note is ours
        printed = printed.model_copy(update={"title": ""})
    return _override(printed, known)


def _override(printed: Record, known: Record | None) -> Record:
    """Return the printed record with every field that the bibliography knows put in its place."""
    if known is None:
        return printed
    given = {name: getattr(known, name) for name in known.model_fields_set}
    return printed.model_copy(update={name: value for name, value in given.items() if value})


_ASCII = re.compile("[A-Za-z]")
_FAR = re.compile("[^\x00-\x7f]")
_SCRIPTS = (("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "zh"))
_OTHER_SCRIPTS = {"CYRILLIC": "und-Cyrl", "ARABIC": "und-Arab", "GREEK": "el", "HEBREW": "he"}


def _language(pieces: Sequence[Piece]) -> str:
    """Return the language as far as the script of most letters shows it; else English."""
    sample = "".join(p.text[:400] for p in pieces if not p.cut)[:2000]
    counts = Counter(
        unicodedata.name(sign, "").split(" ", 1)[0]
        for sign in _FAR.findall(sample)
        if sign.isalpha()
    )
    counts["LATIN"] += len(_ASCII.findall(sample))
    total = sum(counts.values())
    for script, tag in _SCRIPTS:
        if counts.get(script, 0) > total / (20 if tag == "ja" else 2):
            return tag
    main = max(sorted(counts), key=lambda script: counts[script], default="LATIN")
    return _OTHER_SCRIPTS.get(main, "en")


def _clean(text: str) -> str:
    """Return a printed title or name without markup, on one line."""
    text = INVISIBLE.sub("", text)
    text = _HASHES.sub("", " ".join(text.split()), count=1)
    return _CLOSING.sub("", text).strip("*_ ")


def _article(own: str, record: Record, pieces: Iterable[Piece], removed: list[Piece]) -> Article:
    """Return the article; what is cut, list markers included, goes on the list of removed."""
    kept: list[Piece] = []
    first = last = None
    for piece in pieces:
        if not piece.cut or piece.cut in ("title", "byline", "date", "bio"):
            first = piece.start if first is None else first
            last = piece.end
        for part in [piece] if piece.cut else _strip_markup(piece):
            (removed if part.cut else kept).append(part)
    return Article(
        id=own,
        start=first or 0,
        end=last or 0,
        passages=tuple(_passages(own, kept)),
        **record.model_dump(),
    )


def _strip_markup(piece: Piece) -> list[Piece]:
    """Part the sign that makes a piece an item, heading or quotation from its words."""
    text = piece.text
    opening = {"item": _MARKER, "heading": _HEADS, "quotation": _OPENING}.get(piece.kind)
    match = opening.match(text) if opening else None
    start = match.end() if match else 0
    close = _CLOSING.search(text, start) if piece.kind == "heading" else None
    end = close.start() if close else len(text)
    parts = []
    for a, b, marker in ((0, start, True), (start, end, False), (end, len(text), True)):
        if trim(text, a, b)[0]:
            part = piece.part(a, b)
            part.cut = "markup" if marker else ""
            parts.append(part)
    return parts if any(not part.cut for part in parts) else [piece]


def _passages(own: str, pieces: Sequence[Piece]) -> Iterable[Passage]:
    named = _ids(own, pieces)
    ids = {
        notes.number_of(piece.text): id_
        for id_, piece in zip(named, pieces, strict=True)
        if piece.kind == "note" and notes.number_of(piece.text)
    }
    path: list[tuple[int, str]] = []
    for id_, piece in zip(named, pieces, strict=True):
        if piece.kind == "heading":
            level = piece.level or 1
            path = [above for above in path if above[0] < level]
        called = notes.marks(piece.text, ids) if ids and piece.kind != "note" else []
        yield Passage(
            id=id_,
            start=piece.start,
            end=piece.end,
            text=piece.text,
            kind=piece.kind,
            heading=tuple(title for _, title in path) if piece.kind != "note" else (),
            notes=tuple(ids[number] for number in called),
        )
        if piece.kind == "heading":
            path.append((level, _clean(piece.text)))


def _ids(own: str, pieces: Sequence[Piece]) -> list[str]:
    """Return the ids of passages: paragraphs are counted as a reader does, without headings."""
    counts = {"h": count(1), "p": count(1)}
    letters = ["h" if piece.kind == "heading" else "p" for piece in pieces]
    return [f"{own}#{letter}{next(counts[letter])}" for letter in letters]


def _is_usable(text: str) -> bool:
    many = words(text[:4000])
    return (many >= _LEAST_WORDS and ends_sentence(text)) or many >= _SENTENCE_WITHOUT_STOP

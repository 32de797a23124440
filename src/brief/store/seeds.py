"""The seeds folder: which files are seeds, and the records and reviews beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Container, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from brief.errors import BriefError, Diagnostic, error, nearest
from brief.model.review import Reviews
from brief.model.short_ids import part_of
from brief.model.source import Record
from brief.store import files, yaml_text
from brief.store.references import parse_references

BESIDE = frozenset({"references.yaml", "reviews.yaml"})
"""Files of a seeds folder that are not seeds."""
_LARGEST = 10_000_000
"""Characters of such a file at most: each job reads it, and ten million take ten seconds."""
_NEAR = 0.8
"""How alike the id of a record and a name are, from 0 to 1, that are one misspelt."""


def digests_beside(folder: Path, known: Container[str] = ()) -> dict[str, str]:
    """Return the SHA-256 of each file beside the seeds that tells of them, by name.

    `known` are digests that were taken of them before: see `as_recorded`.
    """
    paths = (folder / name for name in sorted(BESIDE))
    return {p.name: files.digest(as_recorded(p, known)) for p in paths if os.path.lexists(p)}


def as_recorded(path: Path, known: Container[str]) -> bytes:
    """Return a file's bytes as they were when one of the `known` digests was taken of them.

    On the way to another machine its lines may have got other ends, as in an archive that Windows
    unpacked: the words are the same. A file that is another one is returned as it is.
    """
    data = files.read_bytes(path)
    plain = data.replace(b"\r\n", b"\n")
    variants = (data, plain, plain.replace(b"\n", b"\r\n"))
    return next((one for one in variants if files.digest(one) in known), data)


_LEFT_BY_PROGRAMS = re.compile(r"~\$.*|.*~|#.*#|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""Names of files that an office program, an editor or Windows puts into a folder by itself."""
_UNTOLD = re.compile(r"[{}<>\x00-\x1f\x7f]")
"""Characters that Snakemake takes for wildcards or variables, or that would break a message."""
_ROUND = re.compile(r"(.+?)\1{15,}", re.DOTALL)
"""A part that comes again and again: Snakemake takes such a name for an endless recursion."""
_LONGEST = 200
"""Bytes of a stem at most: with another suffix, the name of a file has to stay below 255."""
_NOTE = re.compile(rb"\A(?:\xef\xbb\xbf)?---\r?\n(?:[^\n]*\n){0,40}?note:\s*true\s*\r?\n")


def list_seeds(folder: Path) -> dict[str, Path]:
    """Return the file of each seed by its id (the file's stem), sorted by id.

    A note of ours gives way to any other file of the same stem. Hidden files, folders, the
    files in `BESIDE` and what programs leave behind are no seeds. Of originals that share a stem
    the first is named: see `alone`. Raises `BriefError` when the folder is missing or empty.
    """
    return {stem: paths[0] for stem, paths in _by_stem(folder).items()}


def file_of(folder: Path, article: str) -> str:
    """Return the name of the file that an article stands in; empty where none is here."""
    found = list_seeds(folder).items()
    return next((path.name for stem, path in found if part_of(article, stem) is not None), "")


def doubled(folder: Path) -> dict[str, list[str]]:
    """Return the names of the originals that share a stem, by it."""
    found = _by_stem(folder).items()
    return {stem: [path.name for path in paths] for stem, paths in found if len(paths) > 1}


def alone(path: Path) -> None:
    """Raise `BriefError` for a seed that shares its stem: nobody can say which one is meant."""
    if names := doubled(path.parent).get(_key(path.stem)):
        said = f"{' and '.join(names)} have the same name before the suffix; none was used."
        raise error("seed-twice", str(path.parent), said, "Rename one of them.")


def _by_stem(folder: Path) -> dict[str, list[Path]]:
    """Return the files that may be the seed of each stem: one, where it is as it should be."""
    if not folder.is_dir():
        raise error(
            "seeds-missing",
            str(folder),
            "there is no such folder.",
            "Name one: `seeds:` in config.yaml, or with `brief`: --seeds DIR.",
        )
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if path.is_file() and _meant(path) and _legible(path):
            found.setdefault(_key(path.stem), []).append(path)
    if not found:
        raise error(
            "seeds-empty",
            str(folder),
            "there are no source documents in it.",
            "Put .txt or .md files there.",
        )
    return {
        stem: ([path for path in paths if not is_note(path)] or paths) if paths[1:] else paths
        for stem, paths in found.items()
    }


def passed_over(folder: Path) -> list[Diagnostic]:
    """Return a warning for what is no file to be read, and for each illegible name, in a folder.

    A folder without a text in it goes without a word.
    """
    told = []
    for path in sorted(folder.iterdir()):
        if _meant(path) and not _legible(path):
            said = "has a name in another encoding than UTF-8; it was passed over."
            place = path.with_name(path.name.encode("utf-8", "backslashreplace").decode())
            told.append(_passed_over(place, said, "Rename it."))
        if not _meant(path) or not _legible(path) or path.is_file():
            continue
        texts = sum(one.suffix.lower() in (".txt", ".md") for one in path.rglob("*"))
        if path.is_symlink() and not path.exists():
            said = "is a link to a file that is not there; it was passed over."
            told.append(_passed_over(path, said, "Put the file there, or delete the link."))
        elif not path.is_dir():
            said = "is a pipe, a socket or a device, not a file; it was passed over."
            told.append(_passed_over(path, said, "Save what it gives as a file, and delete it."))
        elif texts:
            said = f"is a folder; what it holds ({texts} .txt or .md) was passed over."
            hint = f"Move it into {folder}, or name the folder: --config seeds={path}"
            told.append(_passed_over(path, said, hint))
    return told


def _passed_over(path: Path, said: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="seed-passed-over", severity="warning", place=str(path), message=said, hint=hint
    )


def _meant(path: Path) -> bool:
    """Tell by its name whether somebody put a file there to be read."""
    name = path.name
    return not (name.startswith(".") or name in BESIDE or _LEFT_BY_PROGRAMS.fullmatch(name))


def _legible(path: Path) -> bool:
    """Tell whether the bytes of a name are text: no output can be named after them otherwise."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path.name)


def trackable(path: Path) -> bool:
    """Tell whether Snakemake can take the path of a seed as it is."""
    return not _UNTOLD.search(str(path))


def _key(stem: str) -> str:
    """Return a stem as the name of files that Snakemake and the disk take."""
    key = _UNTOLD.sub(lambda sign: f"%{ord(sign[0]):02X}", stem)
    if len(key.encode()) <= _LONGEST and not _ROUND.search(key):
        return key
    start = _ROUND.sub(r"\1", key).encode()[: _LONGEST // 3].decode(errors="ignore")
    return f"{start}-{files.digest(stem.encode())[:12]}"


def is_note(path: Path) -> bool:
    """Tell whether a file is a note of ours, by its front matter."""
    if path.suffix.lower() != ".md":
        return False
    return bool(_NOTE.match(files.read_bytes(path)[:4096]))


def load_records(folder: Path) -> dict[str, Record]:
    """Return the records in `references.yaml` by id; none when there is no such file."""
    return records_in(folder / "references.yaml")


def records_in(path: Path) -> dict[str, Record]:
    """Return the records in a file by id.

    None where the one that may stand beside seeds does not; another file has to be there.
    """
    text = _text_beside(path)
    return parse_references(yaml_text.parse(text, str(path)), str(path)) if text else {}


def _text_beside(path: Path) -> str:
    """Return the text of a file that tells of seeds; none where it may be missing, and is.

    A link that leads nowhere is not missing: what it was to give would be lost unsaid.
    """
    if path.name in BESIDE and not os.path.lexists(path):
        return ""
    text = files.read_text(path)
    if len(text) > _LARGEST:
        said = f"has more than {_LARGEST // 1_000_000} million characters."
        hint = "Keep in it what tells of these seeds, and no other works."
        raise error("file-unreadable", str(path), said, hint)
    return text


def records_of(stem: str, records: Mapping[str, Record]) -> dict[str, Record]:
    """Return the records of one seed: its own and its articles' (`stem.1`, `stem.2`)."""
    own = re.compile(rf"{re.escape(stem)}(\.\d+)?")
    return {key: record for key, record in records.items() if own.fullmatch(key)}


def misnamed(records: Mapping[str, Record], stems: Collection[str], place: str) -> list[Diagnostic]:
    """Return a warning for each record whose id is nearly that of a seed that has none.

    A library may hold works that are no seeds: those go without a word.
    """
    own = {stem: records_of(stem, records) for stem in stems}
    without = [stem for stem, found in own.items() if not found]
    owned = {key for found in own.values() for key in found}
    told = []
    for key in sorted(records.keys() - owned):
        stem = Path(key).stem
        if near := stem if stem in without else nearest(key, without, alike=_NEAR):
            told.append(
                Diagnostic(
                    code="reference-unused",
                    severity="warning",
                    place=place,
                    message=f"no seed is called '{key}'; this record is of none.",
                    hint=f"Is it '{near}'?",
                )
            )
    return told


def load_reviews(folder: Path) -> Reviews:
    """Return `reviews.yaml`, validated; an empty one when there is no such file."""
    return reviews_in(folder / "reviews.yaml")


def reviews_in(path: Path) -> Reviews:
    """Return the corrections in a file, validated; which file must be there, see `records_in`."""
    text = _text_beside(path)
    empty = yaml_text.parse(text, str(path)) is None  # also where all of it is remarks
    reviews = Reviews() if empty else yaml_text.validate(text, str(path), Reviews)
    if to_come := list(_to_come(reviews, text, str(path))):
        raise BriefError(*to_come)
    return reviews


def _to_come(reviews: Reviews, text: str, place: str) -> Iterator[Diagnostic]:
    """Yield an error for each day of a review that is still to come, anywhere on Earth."""
    last = (datetime.now(UTC) + timedelta(hours=14)).date().isoformat()
    days: list[tuple[tuple[str | int, ...], str]] = [
        (("corrections", n, "when"), one.when) for n, one in enumerate(reviews.corrections)
    ]
    if reviews.reviewer:
        days.insert(0, (("reviewer", "when"), reviews.reviewer.when))
    for field, day in days:
        if day > last:
            yield Diagnostic(
                code="field-wrong",
                severity="error",
                place=f"{place}:{yaml_text.line_of(text, field)}",
                message=f"{'.'.join(map(str, field))}: {day} is still to come.",
                hint="Write the day on which it was reviewed.",
            )


def unknown_reviews(
    reviews: Reviews, stems: Mapping[str, object], folder: Path
) -> list[Diagnostic]:
    """Return a warning for each correction whose seed is not in the folder."""
    return [
        Diagnostic(
            code="review-stale",
            severity="warning",
            place=f"{folder / 'reviews.yaml'}: correction {number}",
            message=f"there is no seed '{review.seed}'; the correction was not applied.",
            hint="It stays in the file; mend the seed's name or put the seed back.",
        )
        for number, review in enumerate(reviews.corrections, 1)
        if review.seed not in stems
    ]

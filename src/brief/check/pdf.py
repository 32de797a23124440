"""The bytes of a finished PDF in, diagnostics out: is it accessible, archivable and ours?

Our own checks read the file with pikepdf; the standards are checked by the validator
`page-validation`, which covers PDF/UA-1 and PDF/A-3a.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.check.glyphs import ReadFace, check_glyphs, fault
from brief.check.pdf_page import Run
from brief.check.pdf_text import Element, Tagged, open_pdf, pdf_text, read_tagged, squeeze
from brief.errors import BriefError, error
from brief.model.colors import LEGIBLE, Color, contrast
from brief.model.diagnostic import Diagnostic

__all__ = ["attachment", "check_pdf", "contrast", "missing_texts", "pdf_text"]

STANDARDS = ("pdf-ua", "pdf-a")
"""Codes of what breaks a rule of PDF/UA-1 or PDF/A-3a, as the validator says it."""
EVIDENCE = "evidence.json"
"""Name of the attachment that holds what a brief rests on."""
_HINT = "Was it altered? Build it again; if it is said again, look at templates and style of yours."
LARGE = 24.0
"""Text this size (CSS pixels: 18 pt) or larger needs a contrast of 3 only, by WCAG 2.1."""
_SCRIPTS = (
    (re.compile("[\u3400-\u9fff\uf900-\ufaff]"), ("zh", "ja", "ko")),
    (re.compile("[\u3040-\u30ff]"), ("ja",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
    (re.compile("[\u0400-\u052f]"), ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn")),
    (re.compile("[\u0590-\u05ff]"), ("he", "yi")),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa", "ur", "ps")),
)


def check_pdf(
    data: bytes, read_face: ReadFace | None = None, place: str = "brief.pdf"
) -> list[Diagnostic]:
    """Return what is wrong with a finished PDF; nothing when it is as it should be.

    `read_face` gives our installed font files by name, with which ligatures and oldstyle figures
    are checked too. `place` names the file in the diagnostics.
    """
    try:
        pdf = open_pdf(data)
    except Exception as problem:  # pikepdf raises several kinds for a broken file
        return [fault("pdf-broken", place, unreadable(problem))]
    with pdf:
        return check_tagged(read_tagged(pdf), data, read_face, place)


def check_tagged(
    tagged: Tagged, data: bytes, read_face: ReadFace | None, place: str
) -> list[Diagnostic]:
    """Return what is wrong with a finished PDF that was read from `data`: see `check_pdf`."""
    shown: dict[str, list[int]] = {}
    for _, run in tagged.runs:
        shown.setdefault(run.font, []).extend(run.codes)
    found = [
        *_check_ends(data),
        *_check_head(tagged.pdf),
        *_check_structure(tagged.root),
        *_check_languages(tagged),
        *_check_contrast(tagged),
        *check_glyphs(tagged.fonts, shown, read_face),
    ]
    return [*(_at(place, one) for one in found), *_check_standards(data, place)]


@contextmanager
def sound(file: str) -> Iterator[None]:
    """Raise `BriefError` for whatever in a PDF turns out, within, not to be readable.

    A file may be damaged anywhere, and each library that reads a part of it has errors of its own.
    """
    try:
        yield
    except (BriefError, MemoryError, OSError):
        raise
    except Exception as problem:
        why = " ".join(f"{type(problem).__name__}: {problem}".split()).rstrip(".")
        raise error("pdf-broken", file, f"a part of it is damaged ({why}).", _HINT) from problem


def unreadable(problem: Exception) -> str:
    """Return why a file could not be opened, in the words of the library that tried."""
    if type(problem).__name__ == "PasswordError":
        return "encrypted: it can only be checked without its password."
    said = str(problem).rpartition(">: ")[2].rstrip(".")
    return f"not a readable PDF: {said}."


def _at(place: str, found: Diagnostic) -> Diagnostic:
    where = f"{place}, {found.place}" if found.place else place
    return found.model_copy(update={"place": where, "hint": found.hint or _HINT})


def _check_head(pdf: Any) -> Iterator[Diagnostic]:
    """Check what the file says of itself."""
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield fault("pdf-language", "", "the file names no language.")
    if not str(pdf.docinfo.get("/Title", "")):
        yield fault("pdf-title", "", "the file has no title.")
    if not bool((root.get("/ViewerPreferences") or {}).get("/DisplayDocTitle", False)):
        yield fault("pdf-title", "", "viewers are not told to show the title.")
    if "/Outlines" not in root:
        yield fault("pdf-bookmarks", "", "the file has no bookmarks.")
    metadata = root.Metadata.read_bytes() if "/Metadata" in root else b""
    for claim, name in ((b"<pdfuaid:part>1<", "PDF/UA-1"), (b"<pdfaid:part>3<", "PDF/A-3")):
        if claim not in metadata:
            yield fault("pdf-metadata", "", f"the metadata does not say that it is {name}.")
    evidence = attachment(pdf, EVIDENCE)
    if evidence is None:
        yield fault("pdf-evidence", "", f"{EVIDENCE} is not attached.")
    elif not _is_json(evidence):
        yield fault("pdf-evidence", "", f"{EVIDENCE} is not JSON.")


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def attachment(pdf: Any, name: str) -> bytes | None:
    """Return the content of an attached file, of an open PDF or of the bytes of one."""
    if isinstance(pdf, bytes):
        with open_pdf(pdf) as opened:
            return attachment(opened, name)
    if name not in pdf.attachments:
        return None
    content: bytes = pdf.attachments[name].get_file().read_bytes()
    return content


def _check_structure(root: Element) -> Iterator[Diagnostic]:
    """Check headings, pictures and tables of the structure tree."""
    level = 0
    for element in root.walk():
        where = f"page {element.page}"
        if re.fullmatch(r"/H\d", element.tag):
            if int(element.tag[2:]) > level + 1:
                yield fault("pdf-headings", where, f"{element.tag[1:]} follows H{level}.")
            level = int(element.tag[2:])
        elif element.tag == "/Figure" and not element.alt.strip():
            yield fault("pdf-alt", where, "a picture has no alternative text.")
        elif element.tag == "/Table":
            yield from _check_table(element, where)
    if level == 0:
        yield fault("pdf-headings", "", "the file has no tagged heading.")


def _check_table(table: Element, where: str) -> Iterator[Diagnostic]:
    tags = [element.tag for element in table.walk()]
    if "/TH" not in tags:
        yield fault("pdf-table", where, "a table has no header cells.")
    headless = [
        element
        for element in table.walk()
        if element.tag == "/TD" and not (element.source.get("/A") or {}).get("/Headers")
    ]
    if headless:
        yield fault("pdf-table", where, f"{len(headless)} cells name no header.")


def _check_languages(tagged: Tagged) -> Iterator[Diagnostic]:
    """Check that words in another script say in which language they are."""
    for element in tagged.root.walk():
        language = element.lang.split("-")[0].lower()
        for run in element.kids:
            if not isinstance(run, Run) or element.tag == "/Figure":
                continue
            for script, languages in _SCRIPTS:
                if language not in languages and (found := script.search(run.text)):
                    message = f"{found[0]!r} in {run.text!r} is tagged as {element.lang!r}."
                    yield fault("pdf-language", f"page {element.page}", message)
                    break


def _check_contrast(tagged: Tagged) -> Iterator[Diagnostic]:
    """Check text against the box it stands on, outside charts."""
    seen: set[tuple[Color, Color]] = set()
    for page, run in tagged.runs:
        pair = (run.color, run.ground)
        needed = 3.0 if run.size >= LARGE else LEGIBLE
        if pair not in seen and contrast(*pair) < needed:
            seen.add(pair)
            message = f"{run.text[:30]!r} has a contrast of {contrast(*pair):.1f}, not {needed}."
            yield fault("pdf-contrast", f"page {page}", message)


def _check_ends(data: bytes) -> Iterator[Diagnostic]:
    """Yield that something stands before the begin or after the end: no page shows it."""
    before = data.find(b"%PDF-")
    after = len(data[data.rfind(_END) + len(_END) :].strip(b"\0 \t\r\n\f"))
    for count, where in ((before, "before its first"), (after, "after its last")):
        if count > 0:
            said = f"{count} bytes that no page shows stand {where} line."
            yield fault("pdf-altered", "", said)


_END = b"%%EOF"


def _check_standards(data: bytes, place: str) -> list[Diagnostic]:
    """Return each rule of PDF/UA-1 and PDF/A-3a that the validator finds broken, once."""
    import page

    found: dict[str, Diagnostic] = {}
    for profile, code in zip(("ua1", "3a"), STANDARDS, strict=True):
        try:
            failures = page.validate_pdf_bytes(data, profile=profile).failures
        except page.PageError as problem:
            said = f"the validator cannot read it ({problem})."
            return [_at(place, fault("pdf-broken", "", said))]
        for failure in failures:
            message = f"{failure.rule_id}: {failure.message}"
            found.setdefault(failure.rule_id, fault(code, "", message))
    return [_at(place, one) for one in found.values()]


def missing_texts(text: str, units: list[tuple[str, str]]) -> list[str]:
    """Return the ids of units, in reading order, whose text is not in `text` after the one before.

    `text` is what `pdf_text` returns, `units` what `brief.model.plain.brief_text` returns. Spaces
    and line breaks do not count.
    """
    whole = squeeze(text)
    missing: list[str] = []
    at = 0
    for id_, words in units:
        wanted = squeeze(words)
        where = whole.find(wanted, at)
        if where < 0:
            missing.append(id_)
        else:
            at = where + len(wanted)
    return missing

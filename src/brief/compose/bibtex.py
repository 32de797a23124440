"""A dossier in, its sources as BibTeX out: for Zotero, JabRef, BibTeX and biblatex.

Kinds of entries and fields that these know, or pass over; what is unknown has no field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from brief.compose.bibliography import kind, short_name
from brief.compose.self_description import described
from brief.model.dossier import Dossier, Source
from brief.vocabulary.surnames import institution, parted

_ESCAPED = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}"} | {c: f"\\{c}" for c in "#$%&_"}
_ESCAPED |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_KINDS = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "online",
}
"""BibTeX's kind of entry by CSL type; any other is `misc`."""
_WHOLE = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "book": "series",
    "techreport": "series",
    "phdthesis": "series",
    "online": "organization",
}
"""What the title of the whole is called, by kind of entry."""
_HOUSE = {"techreport": "institution", "phdthesis": "school", "online": "publisher"}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LANGUAGES: Mapping[str, str] = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fa": "persian",
    "fr": "french", "hi": "hindi", "it": "italian", "ja": "japanese", "ko": "korean",
    "nl": "dutch", "pl": "polish", "pt": "portuguese", "ru": "russian", "tr": "turkish",
    "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
"""How babel, and biblatex with it, calls a language."""


def bibtex(dossier: Dossier) -> str:
    """Return all sources as BibTeX (UTF-8), for the reader's own reference manager."""
    return "\n".join(_entry(source) for source in dossier.sources)


def _entry(source: Source) -> str:
    sort = _KINDS.get(source.genre, "online" if source.url else "misc")
    lines = [f"  {name} = {value}," for name, value in _fields(source, sort) if value]
    return "\n".join([f"@{sort}{{{_key(source)},", *lines, "}"]) + "\n"


def _fields(source: Source, sort: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry, each value in braces, or a macro that all dialects know."""
    issued = source.issued
    untitled = f"[Untitled {described(source, kind(source))}]"
    yield "title", f"{{{{{_escaped(source.title or untitled)}}}}}"
    names = " and ".join(_name(one, source.families) for one in source.authors)
    yield "author", _braced(names)
    yield "year", _braced(str(issued.year) if issued else "")
    yield "month", _MONTHS[issued.month - 1] if issued and issued.month else ""
    yield "date", _braced(str(issued) if issued else "")
    yield _WHOLE.get(sort, "howpublished"), _braced(_escaped(source.container))
    house = source.publisher if source.publisher != source.container else ""
    yield _HOUSE.get(sort, "publisher"), _braced(_escaped(house))
    if _KINDS.get(source.genre) is None:
        yield "type", _braced(_escaped(source.genre))
    yield "url", _braced(_address(source.url))
    yield "language", _braced(source.language)
    yield "langid", _braced(_LANGUAGES.get(source.language.partition("-")[0].lower(), ""))
    yield "note", "{Known from our note only}" if source.note else ""


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _name(name: str, known: tuple[str, ...]) -> str:
    """Return a name as `Family, Suffix, Given`; in braces where it is one whole.

    BibTeX takes a small word before a family name for its particle, and `and` for the next name.
    """
    given, called = parted(name, known)
    if not given:
        whole = " " in name or institution(name) or "," in name
        return f"{{{_escaped(name)}}}" if whole else _escaped(name)
    suffix = re.fullmatch(r"(.+?),? ((?:jr|sr)\.?|I{2,3}|IV)", called, re.IGNORECASE)
    parts = [suffix[1], suffix[2], given] if suffix else [called, given]
    return ", ".join(map(_escaped, parts))


def _address(url: str) -> str:
    """Return an address without what would end the field, or open another brace."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", url.strip())


def _key(source: Source) -> str:
    """Return the key of a source: name, year and its id, so that no two are alike."""
    year = str(source.issued.year) if source.issued else "nd"
    name = unicodedata.normalize("NFKD", short_name(source)).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z]", "", name) or "unsigned"
    id_ = unicodedata.normalize("NFKD", source.id).encode("ascii", "backslashreplace").decode()
    return f"{plain}{year}_{re.sub(r'[^A-Za-z0-9.-]', '', id_)}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(char, char) for char in " ".join(text.split()))

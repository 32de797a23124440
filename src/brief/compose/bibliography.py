"""Records in, names and formatted references out.

The references follow the Chicago author-date style of the Citation Style Language by hand: the
styles themselves are CC BY-SA and citeproc-py repeats a title where the author is unknown and
escapes nothing, which seed text must not rely on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from brief.compose.affiliations import affiliation
from brief.compose.conventions import Conventions
from brief.compose.evidence.quoting import ELLIPSIS
from brief.compose.legible import legible
from brief.compose.self_description import described
from brief.compose.wording import listed
from brief.model.brief import Emphasis, Inline, Inlines, Link, Text
from brief.model.dossier import Source
from brief.model.scripts import foreign_runs
from brief.model.source import Record
from brief.vocabulary.lists import word_set
from brief.vocabulary.states import names_only
from brief.vocabulary.surnames import family, parted

_KINDS = {
    "post-weblog": "blog post",
    "webpage": "web page",
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "newspaper article",
    "paper-conference": "conference paper",
    "legal_case": "court case",
}
"""CSL types in plain words, where they differ."""
TITLE = 5
"""Words of a long title that stand for it where no phrase ends sooner."""
WHOLE = 8
"""Words up to which a title stands whole, unless `of` parts a name of so many from its owner."""
_NAMED = 3
_adding = word_set(__package__, "titles.yaml", "adding")
_weak = word_set(__package__, "titles.yaml", "weak")
_hanging = word_set(__package__, "titles.yaml", "hanging")


def short_name(record: Record) -> str:
    """Return the shortest name of a work's maker: `Yuan`, `Li and Wang`, `Li et al.`."""
    names = [family(name, record.families) for name in record.authors]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names) or record.publisher


def in_full(authors: Sequence[str]) -> str:
    """Return a work's authors as a sentence names them first: of more than three the first."""
    return listed(authors if len(authors) < 4 else [authors[0], "others"])


def names(sources: Sequence[Source]) -> dict[str, str]:
    """Return a short name for each source that no other has, by article id.

    Two works of one name are told apart by year, and by a letter where that is not enough, as
    author–date styles do (Chicago Manual of Style, 17th edition, 15.20).
    """
    plain = {one.id: short_name(one) or unsigned(one) for one in sources}
    dated = {
        one.id: f"{plain[one.id]} {one.issued.year}" if one.issued else plain[one.id]
        for one in sources
    }
    alike = Counter(plain.values())
    made = {key: name if alike[name] == 1 else dated[key] for key, name in plain.items()}
    twice, seen = Counter(made.values()), Counter[str]()
    for key, name in made.items():
        if twice[name] > 1:
            made[key] = f"{name} ({_letter(seen[name])})"
            seen[name] += 1
    return made


def _letter(place: int) -> str:
    """Return the letter of a place from 0 on: a to z, then aa."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)


def all_names(source: Source, name: str) -> tuple[str, ...]:
    """Return whatever a brief may print to name a source, whose short name is `name`.

    In full, in the middle of a sentence, in a narrow column; its makers, and where it came out.
    """
    sole = source.authors[0] if len(source.authors) == 1 else ""
    makers = (*source.first_authors, family(sole, source.families))
    places = (affiliation(source), source.publisher, source.container)
    kinds = (kind(source),) if any(char.isdigit() for char in kind(source)) else ()
    called = (name, in_sentence(name), in_sentence(name, "the "), clipped(name))
    found = (*called, in_full(source.authors), *makers, *places)
    return tuple(dict.fromkeys(one for one in (*found, *kinds) if one))


def in_sentence(name: str, lead: str = "an ") -> str:
    """Return a source's name for the middle of a sentence: `Yuan`, `an unsigned analysis`."""
    if name.startswith("Unsigned "):
        return f"{lead}{name[:1].lower()}{name[1:]}"
    return f"the {name}" if _A_WORK.fullmatch(name) else name


_A_WORK = re.compile(r"[A-Z][^“”,.]* (?!al\b)[a-z]{4,}")
"""A name that is no person's: a house, and what came from it (`Delta Fund synopsis`)."""


def unsigned(record: Record) -> str:
    """Return what a work without an author is called: its short title, or `Unsigned report`.

    One without a title is called by its house, by the site that it stands on, or by its first
    words: a reader finds it by nothing else.
    """
    if title := short_title(record.title):
        return f"“{title}”"
    plain = described(record, kind(record))
    # a house's `workshop synopsis` is long for what stands in each note of it
    noun = kind(record) if record.genre in _KINDS else kind(record).rpartition(" ")[2]
    named = described(record, noun) if plain[:1].isupper() else _site(record)
    return named or _opening(record) or f"Unsigned {plain}"


def _opening(record: Record) -> str:
    """Return the first words of a text in quotation marks, where they are its author's own."""
    if not isinstance(record, Source) or record.note or not record.passages:
        return ""
    words = record.passages[0].text.split()[:WHOLE]
    ends = [at for at in range(_NAMED, len(words)) if _rests(words[at - 1])]
    plain = " ".join(words[: ends[1] if len(ends) > 1 else 0])
    return f"“{plain} {ELLIPSIS}”" if re.fullmatch(r"[A-Z][A-Za-z’' -]+", plain) else ""


def _site(record: Record) -> str:
    """Return the site of a work's address: `epc.eu`; nothing where it has none."""
    host = urlsplit(record.url).hostname or ""
    return host.removeprefix("www.") if "." in host else ""


COLUMN = 22
"""Letters of a title that a narrow column has room for."""


def clipped(name: str) -> str:
    """Return a source's name for a narrow column: a title ends after its first words."""
    if not name.startswith("“") or len(name) <= COLUMN:
        return name
    title, mark, rest = name.rpartition("”")
    words = title.split()
    while len(words) > 1 and (len(" ".join(words)) > COLUMN - 2 or words[-1].lower() in _weak()):
        words.pop()
    return f"{' '.join(words)} …{mark}{rest}"


_KIND_OF_TEXT = re.compile(
    r"(?:news )?(?:analysis|opinion|commentary|comment|explained|explainer|interview|feature|essay"
    r"|perspective|viewpoint|policy brief|brief|briefing|q ?& ?a)\s*[:|]\s+(?=\w+ \w+)",
    re.IGNORECASE,
)
"""What kind of text it is, before a title: no name for the text."""


def short_title(title: str) -> str:
    """Return the first words of a title, as references in notes shorten it.

    No quotation inside is cut open: a short one stands whole, of a long one nothing does. What
    asks keeps its mark: without it, a doubt would be a claim.
    """
    plain = " ".join(title.split()).strip(' ."“”')
    plain = _KIND_OF_TEXT.sub("", plain)
    main = re.split(r"\s*[:?!|]\s*|\s+[-/–—]\s+|\s*—\s*|(?<=[a-z]{4})\.\s+(?=[A-Z])", plain)[0]
    most = WHOLE
    if names_only(main):  # `Peru and Chile: Friends, Not Kin` says nothing before its colon
        main, most = re.split(r"\s*[?!|]\s*|\s+[-/–—]\s+", plain)[0], WHOLE + _NAMED
    words = main.split()
    if end := _owned(words) or (_end(words) if len(words) > most else 0):
        words = _quotation_whole(words, end)
    asked = "?" if not end and plain[len(main) :].lstrip()[:1] == "?" else ""
    return " ".join(words).rstrip(",;:") + asked


def _owned(words: Sequence[str]) -> int:
    """Return where the `of` stands that says whose a full name is (`The Long Saga of …`), or 0.

    Of two that `and` joins (`The Harbor Treaty and the Future of …`) the first stands alone.
    """
    at = words.index("of") if len(words) > TITLE and "of" in words else 0
    if not (_NAMED <= at <= WHOLE and _rests(words[at - 1])):
        return 0
    joined = words.index("and") if "and" in words[:at] else 0
    second = joined >= _NAMED and words[joined + 1].lower() in _weak() and _rests(words[joined - 1])
    return joined if second else at


def _end(words: Sequence[str]) -> int:
    """Return where a long title may end: before a phrase that adds to what is said, if it can.

    Never on a word that leads up to the next, nor between two that `and` joins.
    """
    inside = _in_names(words)
    ends = [at for at in range(2, WHOLE + 1) if _rests(words[at - 1]) and at not in inside]
    adding = [at for at in ends if words[at].lower() in _adding()]
    nouns = [at for at in ends if at >= TITLE and not _ADJECTIVE.search(words[at - 1])]
    apart = [at for at in nouns if words[at].lower() not in _weak()]
    return next(iter([*adding, *apart, *nouns]), WHOLE)


_ADJECTIVE = re.compile(r"(?:ic|al|ive|ous|ary|ful|less|ish)$")
"""How a word ends that mostly tells of what kind the next is: `the Strategic …`."""


def _in_names(words: Sequence[str]) -> set[int]:
    """Return where a name would be cut in two, in a title that writes other words small."""
    plain = [word for word in words if word.lower() not in _weak()]
    if sum(word[0].islower() for word in plain) * 3 < len(plain):
        return set()
    pairs = enumerate(pairwise(words), start=1)
    return {at for at, (one, two) in pairs if one[0].isupper() and two[0].isupper()}


def _rests(word: str) -> bool:
    """Tell whether a title may end on a word: on no link, auxiliary or genitive."""
    return word.lower() not in _weak() | _hanging() and not re.search(r"(?:[’']s|s[’'])$", word)


def _quotation_whole(words: Sequence[str], end: int) -> Sequence[str]:
    """Return the first `end` words, more or fewer where these would end inside a quotation."""
    opened = [at for at, word in enumerate(words[:end]) if word[0] in _INNER[0]]
    if not opened or any(_closes(word) for word in words[opened[-1] : end]):
        return words[:end]
    reach = range(end, min(len(words), 2 * TITLE))
    closed = next((at + 1 for at in reach if _closes(words[at])), 0)
    return words[: closed or max(opened[-1], 1)]


def _closes(word: str) -> bool:
    return len(word) > 1 and word.rstrip(".,;:?!")[-1:] in _INNER[1]


_INNER = "‘'\"“«„", "’'\"”»"
"""Marks that open and that close a quotation inside a title."""


def kind(record: Record) -> str:
    """Return the kind of a work in plain words; empty when unknown."""
    return _KINDS.get(record.genre, record.genre.replace("-", " "))


def reference(source: Source, conventions: Conventions, sites: bool) -> Inlines:
    """Return a work as author, date, title, whole and publisher.

    Without an author its title comes first, by which it is then found in the list; an unknown
    title or date is told to be so.

    Its address is printed whole or, where `sites` are enough, as the site that the link leads to.
    """
    made: list[Inline] = []
    who = _listed(source.first_authors, len(source.authors), source.families)
    when = conventions.date(source.issued) if source.issued else "n.d."
    title = source.title.strip().rstrip(".")
    end = "" if title.endswith(("?", "!")) else "."
    untitled = f"{described(source, kind(source))} {'' if who else _opening(source)}".strip()
    quoted = f"“{title}{end}” " if title else f"[Untitled {untitled}.] "
    dated = f"{when.rstrip('.')}. "
    made += _runs(f"{who.rstrip('.')}. {dated}{quoted}" if who else f"{quoted}{dated}")
    if source.container:
        made.append(Emphasis(children=tuple(_runs(source.container))))
        made.append(Text(text=". "))
    if source.publisher and source.publisher not in (source.container, who):
        made += _runs(f"{source.publisher.rstrip('.')}. ")
    if re.match(r"https?://", source.url):
        shown = (_site(source) if sites else "") or source.url
        made.append(Link(href=source.url, children=(Text(text=shown),)))
        made.append(Text(text=". "))
    return tuple(made)


def _runs(text: str) -> Inlines:
    return tuple(foreign_runs(legible(text)))


def _listed(names: Sequence[str], of: int, known: Collection[str]) -> str:
    """Return names, the first `of` so many, with one inverted: `Yuan, Jingdong, and Li Wei`."""
    if not names:
        return ""
    first, rest = names[0], list(names[1:])
    given, called = parted(first, known)
    if given and not first.startswith(f"{called} "):
        first = f"{called}, {given}"
    if len(names) < of:
        return ", ".join([first, *rest, "et al."])
    return ", ".join([first, *rest[:-1]] + ([f"and {rest[-1]}"] if rest else []))

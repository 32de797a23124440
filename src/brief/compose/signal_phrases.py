"""A line of a source in, all that introduces it in our prose out: who, when, in whose voice."""

from __future__ import annotations

import re

from markupsafe import Markup

from brief.compose.affiliations import affiliation, with_country
from brief.compose.bibliography import in_full, kind
from brief.compose.desk import Desk, Values
from brief.compose.evidence.line import Line
from brief.compose.evidence.quoting import snippet
from brief.compose.evidence.semantic_roles import left_unsaid
from brief.compose.self_description import described
from brief.compose.trust import FRESH
from brief.compose.wording import cite, num, with_article
from brief.model.dossier import Source
from brief.vocabulary.lists import pattern
from brief.vocabulary.surnames import family

LONG_NAME = 8
"""Words of a voice's name, above which it is no name but a clause."""


class SignalPhrases:
    """Introduces each source in full where it is first named, and by its short name after that."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._introduced: set[str] = set()

    def said(self, line: Line) -> Values:
        """Return a quotation with all that introduces it."""
        source = self._desk.sources[line.article]
        shown = snippet(line.text, line.focus)
        self._desk.lines[line.ref] = line
        return {
            **self.source(source),
            "q": Markup('<q of="{}"/>').format(line.ref),
            "cite": cite([line]),
            "inner": shown.inner,
            "voice": _voice(line, shown.text),
            "reported": line.voice != "author",
            "named": any(family(n, source.families) in shown.text for n in source.authors if n),
            "attributes": _attributes().search(shown.text) is not None,
            "rejected": line.rejected,
            "unnamed": line.unnamed,
            "of": with_article(left_unsaid(shown.text, self._desk.question)),
            "central": line.weight > 2,
        }

    def source(self, source: Source) -> Values:
        """Return how a source is called, and what is known of it."""
        name = self._desk.names[source.id]
        return {
            "article": source.id,
            "who": in_full(source.authors),
            "affiliation": with_country(affiliation(source), self._desk.question.parties),
            "short": self._desk.called(source.id, "the "),
            "signed": bool(source.authors),
            "several": len(source.authors) > 1,
            "title": name if not source.authors and name.startswith("“") else "",
            "genre": described(source, kind(source)),
            # one that has a letter is no other than itself, as one with a house is
            "housed": not name.startswith("Unsigned ") or name.endswith(")"),
            "publisher": source.publisher or source.container,
            "imprint": not source.authors and name == source.publisher,
            "year": num(self._desk.date(source)) if source.issued else "",
            "since": later(self._desk, source),
            "dated": self._desk.dated(source),
            "past": source.age is None or source.age > FRESH,
            "note": source.note,
        }

    def first(self, article: str) -> bool:
        """Tell whether a source is named for the first time; the template asks as it writes."""
        new = article not in self._introduced
        self._introduced.add(article)
        return new


_SAYS_WHO = re.compile(
    r"(?:From )?(?:Some|Many|Several|Most|Others|A few|Few|One)\b"
    r"|(?:Critics|Observers|Analysts|Experts|Commentators)\b",
    re.IGNORECASE,
)
"""An opening by which the words themselves say that others hold them."""


_attributes = pattern(__package__, "signal_phrases.yaml", r"{attributions}", re.IGNORECASE)
"""Words by which a note says itself whose thought it tells: `China, he adds, will wait`."""


_SAYS = re.compile(r"\b(?:said|says|told|argued|argues|added|noted|warned|wrote|stated)\b")
"""Before which a sentence names who speaks."""


def later(desk: Desk, source: Source) -> Markup | str:
    """Return when an undated source was written, as far as that is known: `2016 or later`."""
    if source.issued or source.id not in desk.since:
        return ""
    return Markup("{} or later").format(num(desk.around(source)))


def _voice(line: Line, shown: str) -> str:
    """Return whose view a line reports; empty where the words shown say so themselves."""
    name = line.voice
    if _SAYS_WHO.match(shown):
        return ""
    plain = not re.search('["“”‘«»]', name) and len(name.split()) <= LONG_NAME
    if name == "author" or not plain or name.lower() in shown.lower():
        return ""
    return "" if names_teller(shown, name) else name


def names_teller(shown: str, name: str) -> bool:
    """Tell whether words say by a last name whose they are: `It will hold, Falk said.`."""
    last = name.split()[-1]
    tells = (re.split(r"[,;:—–”\"]", part)[-1] for part in re.split(_SAYS, shown)[:-1])
    return last[:1].isupper() and any(last in part for part in tells)

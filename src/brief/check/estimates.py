"""A brief in; estimative words off its one scale, or beside a level of confidence, out.

Our own words only: what a source says in quotation marks is the source's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.check import words
from brief.check.evidence import Evidence
from brief.check.places import Place, Reporter, sentences, short
from brief.model.brief import Text
from brief.model.diagnostic import Diagnostic

APART = "A likelihood and a level of confidence need a sentence each."
ONE_SCALE = "Keep to the terms of one scale."


def estimates(
    places: Sequence[Place], evidence: Evidence, reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield what ICD 203 forbids: two scales in a brief, two kinds of measure in a sentence."""
    used: dict[str, str] = {}
    for place in places:
        for sentence in sentences(place.inlines, evidence.names):
            terms = likelihood_terms(sentence.text)
            if found := _both(sentence.text):
                both = f"“{found[0]}” and “{found[1]}”"
                said = f"{both} stand in one sentence: “{short(sentence.named)}”."
                yield reporter.say(place.id, "estimate-mixed", said, APART)
            for term in terms:
                used.setdefault(term, place.id)
                if not _one_scale(used):
                    del used[term]
                    yield _two_scales(term, place.id, used, reporter)


def mixed(text: str) -> tuple[str, str] | None:
    """Return a term of likelihood and a level of confidence that stand in one sentence."""
    for sentence in sentences((Text(text=text),)):
        if found := _both(sentence.text):
            return found
    return None


def _both(sentence: str) -> tuple[str, str] | None:
    terms, level = likelihood_terms(sentence), words.confidence().search(sentence)
    return (terms[0], level.group()) if terms and level else None


def other_scale(terms: Sequence[str], known: Sequence[str]) -> tuple[str, str] | None:
    """Return the first term that is of another scale than those known before, and one of these."""
    held = dict.fromkeys(known, "")
    for term in terms:
        if held and not _one_scale({**held, term: ""}):
            return term, next(iter(held))
        held[term] = ""
    return None


def likelihood_terms(text: str) -> list[str]:
    """Return the terms of likelihood in a text, in order, in lower case."""
    plain = words.not_estimates().sub(" ", text)
    return [" ".join(f.group().lower().split()) for f in words.likelihoods().finditer(plain)]


def _one_scale(terms: dict[str, str]) -> bool:
    return any(terms.keys() <= scale for scale in words.scales().values())


def _two_scales(term: str, unit: str, used: dict[str, str], reporter: Reporter) -> Diagnostic:
    other, where = next(iter(used.items()))
    said = f"“{term}” is of another scale of likelihood than “{other}” (block {where})."
    return reporter.say(unit, "estimate-scale", said, ONE_SCALE)

"""`brief check`: finished files verified against their evidence, and that against the seeds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from brief.check.places import softened
from brief.check.report import Checked, condensed, for_recipient, report, worst_first
from brief.cli.attached import evidence_in
from brief.cli.inputs import load_style, load_summaries, say
from brief.errors import BriefError, Diagnostic, error
from brief.model.brief import Brief
from brief.model.source import Record
from brief.store import artifacts, files, lists, seeds, templates
from brief.store.drafts import audience_of

_LOOK = "Look at the place in both: the draft is kept as it is."
_WITHOUT_SEEDS = "Checked against the evidence inside; with --seeds DIR also against the sources."


def check(options: argparse.Namespace) -> int:
    """Check finished files against their evidence, and that against the seeds.

    Says each problem in a line on standard error and a summary on standard output; writes the
    summary to `-o` only when nothing failed, so that the run is not taken for done.
    """
    templates.folder(options.templates)
    outcome, records = load_summaries(options.summaries) if options.summaries else (None, {})
    checked = [_checked(path, options, records) for path in options.files]
    problems = [problem for one in checked for problem in one.problems]
    problems += outcome.problems if outcome else ()
    quiet = _in_run(options)  # it has listed what is edited, stage by stage
    shown = [one for one in problems if not (quiet and one.code == "block-edited")]
    if not Path("Snakefile").exists():
        shown = for_recipient(shown)
    failed = say(worst_first(condensed(shown)))
    text = report(checked, outcome)
    sys.stdout.write(text if options.seeds else f"{text}{_WITHOUT_SEEDS}\n")
    if options.output and not failed:
        files.write(options.output, text)
    return int(failed)


def _in_run(options: argparse.Namespace) -> bool:
    """Tell whether this is the check that ends a run, in which no edit stops a build."""
    return bool(options.output and options.summaries)


def _checked(path: Path, options: argparse.Namespace, records: Mapping[str, Record]) -> Checked:
    """Return what is wrong with one file; a file that cannot be read is wrong itself."""
    try:
        data = files.read_bytes(path)
        match _kind(path, data):
            case "PDF":
                return _pdf(path, data, options, records)
            case "DOCX":
                return _draft(path, data, options)
            case "list":
                return Checked(str(path), lists.changed(path))
            case _:
                said = "it is neither a PDF nor a DOCX" if data else "it is empty"
                raise error("file-unreadable", str(path), f"{said}.", "Give a finished brief.")
    except BriefError as problem:
        return Checked(str(path), problem.diagnostics)


def _kind(path: Path, data: bytes) -> str:
    """Return what a file is by its first bytes, or else, where it is damaged, by its name."""
    if b"%PDF-" in data[:1024]:
        return "PDF"
    damaged = data and path.suffix.lower() == ".docx"
    if data.startswith(b"PK") or damaged:
        return "DOCX"
    return "list" if data and lists.is_list(path) else ""


# PDF


def _pdf(
    path: Path, data: bytes, options: argparse.Namespace, records: Mapping[str, Record]
) -> Checked:
    from brief.check.content import check_brief
    from brief.check.finished import check_pages, compare_charts, compare_lines
    from brief.check.ink import CROWDED, unseen
    from brief.check.order import MOVED, misplaced
    from brief.check.pdf import STANDARDS, check_tagged, sound
    from brief.check.pdf_text import open_pdf, pictures, read_tagged, tagged_text
    from brief.check.raw import check_raw
    from brief.check.records import against_records
    from brief.check.surface import compare_surface
    from brief.check.told import rewritten

    file = str(path)
    brief = evidence_in(data, file)
    with sound(file), open_pdf(data) as pdf:
        pages, tagged, anew = len(pdf.pages), read_tagged(pdf), rewritten(pdf, file)
        problems = check_tagged(tagged, data, _faces(options.templates), file)
        problems += compare_surface(brief, tagged, file)
        for one in (*unseen(data, file), *misplaced(tagged, file)):
            theirs = brief.by_hand and one.code in (CROWDED, MOVED)  # words too long for a cell
            problems += softened([one]) if theirs else [one]
        problems += check_pages(brief, pages, file)
        problems += compare_lines(brief, tagged_text(tagged).split("\n"), file)
        problems += compare_charts(brief, pictures(tagged), file)
    problems += check_brief(brief, file, strict=options.strict)
    problems += against_records(brief, records, file)
    if all(one.severity != "error" or one.code in STANDARDS for one in problems):
        problems = _against_reprint(brief, data, path, options, problems)
    else:
        problems = [*anew, *problems]
    seed_of = options.seeds and partial(seeds.file_of, options.seeds)
    problems += check_raw(brief, file, strict=options.strict, seed_of=seed_of)
    problems += _against_sources(brief, path, options)
    beside = path.with_suffix(".docx")
    if beside.exists():
        behind = audience_of(beside).behind()
        problems += _behind(beside, options) if behind else _beside(brief, beside, options)
    return Checked(file, tuple(problems), brief, pages)


def _faces(root: Path) -> Callable[[str], bytes] | None:
    """Return what reads the fonts; `None` where a recipient has them not, which costs a note."""
    from brief.writers import fonts

    try:
        fonts.faces()
        load_style(root)  # for the faces of an institution's own
    except BriefError:
        return None
    return fonts.read_face


def _against_reprint(
    brief: Brief,
    data: bytes,
    path: Path,
    options: argparse.Namespace,
    problems: list[Diagnostic],
) -> list[Diagnostic]:
    """Return the problems of a file, and where it is not what its evidence prints.

    In a run one just printed is. Who saves a file anew, with the same content, may break a rule of
    the standards: that is told, and no more.
    """
    from brief.check.reprinted import against_reprint
    from brief.cli.reprint import PRINTED, reprinted

    known = PRINTED / f"{path.stem}.sha256"
    if options.summaries and known.exists() and files.read_text(known) == files.digest(data):
        return problems
    try:
        again = reprinted(brief, path, options.templates)
    except BriefError as problem:
        return [*problems, *_unverified(problem, options)]
    altered = against_reprint(data, again, str(path))
    if any(one.severity == "error" for one in altered):
        return [*problems, *altered]
    return softened([*problems, *altered], "Another program saved the file; its content is ours.")


def _unverified(problem: BriefError, options: argparse.Namespace) -> list[Diagnostic]:
    """Return why a file was not made again: an error where it was to be verified.

    Who forges what a file was printed with must not get by with a warning, as with `not-remade`.
    """
    verified = options.seeds and not (options.summaries or options.quotes_only)
    strictly = {"severity": "error"} if options.strict or verified else {}
    return [one.model_copy(update=strictly) for one in problem.diagnostics]


def _against_sources(brief: Brief, path: Path, options: argparse.Namespace) -> list[Diagnostic]:
    """Return where a brief is not what its seeds lead to; nothing without seeds."""
    if not options.seeds:
        return []
    said = _against_seeds(brief, options.seeds, str(path))
    if all(one.code != "seed-changed" for one in said):
        said += _against_origin(brief, path, options)
    return said


def _against_seeds(brief: Brief, folder: Path, file: str) -> list[Diagnostic]:
    from brief.check.quotes import in_seeds

    seeds.list_seeds(folder)
    quotes = brief.ledger.quotes
    texts, known = _texts(folder, {q.seed for q in quotes}, {q.sha256 for q in quotes})
    return list(in_seeds(brief, texts, known, file))


def _against_origin(brief: Brief, path: Path, options: argparse.Namespace) -> list[Diagnostic]:
    """Return where a brief is not what it was made from: in a run the draft, else the seeds."""
    from brief.check.remade import against_remade, against_retraced
    from brief.cli.remade import added, again, composed_from, passed_over
    from brief.draft import retraced

    built = _built(path)
    try:
        if options.summaries and built.exists():
            return list(against_remade(brief, artifacts.load(built, Brief), str(path)))
        composer = composed_from(brief, options.seeds, options.templates)
        machine = again(composer, brief)
    except BriefError as problem:
        found = problem.diagnostics
        partly = options.quotes_only and all(one.code == "not-remade" for one in found)
        return softened(found) if partly else list(found)
    new = [] if options.summaries else added(brief, options.seeds)
    if not brief.by_hand:
        said = [*new, *against_remade(brief, machine, str(path))]
        return said or list(passed_over(composer, brief, path, options.templates))
    edited = retraced(brief, machine)
    return [*new, *against_retraced(brief, machine, edited, str(path))]


def _texts(
    folder: Path, stems: set[str], wanted: set[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return text by hash of the seeds wanted, and the files by stem that hold something else.

    Files of the right name are tried first; the others only where a seed was renamed.
    """
    from brief.readers.decode import decode

    paths = sorted(path for path in folder.iterdir() if path.is_file())
    texts, other = dict[str, str](), dict[str, str]()
    for path in sorted(paths, key=lambda path: path.stem not in stems):
        if path.stem not in stems and wanted <= texts.keys():
            break
        data = seeds.as_recorded(path, wanted)
        digest = files.digest(data)
        if digest in wanted:
            texts[digest] = decode(data, path.name)
        elif path.stem in stems and path.name not in seeds.BESIDE:
            other[path.stem] = path.name
    return texts, other


def _built(path: Path) -> Path:
    """Return where a run leaves the brief of a finished file, as edited."""
    return Path("build") / "drafts" / f"{path.stem}.json"


# DOCX


def _draft(path: Path, data: bytes, options: argparse.Namespace) -> Checked:
    """Return where a draft differs from the brief it was made from: the PDF's, or the build's."""
    from brief.cli.reprint import printable

    pdf, built = path.with_suffix(".pdf"), _built(path)
    if pdf.exists():
        brief = evidence_in(files.read_bytes(pdf), str(pdf))
    elif built.exists():
        brief = printable(artifacts.load(built, Brief), load_style(options.templates))
    else:
        raise error(
            "evidence-missing",
            str(path),
            f"there is neither {pdf.name} beside it nor {built}.",
            "Put the PDF of the same brief beside the draft.",
        )
    said = [*_compared(brief, path, data)] or _against_redraft(brief, path, data, options)
    if pdf not in options.files:  # else it is told of the PDF
        from brief.check.content import check_brief

        edited = check_brief(brief, str(path), strict=options.strict)
        said += [one for one in edited if one.code == "block-edited"]
        said += _against_sources(brief, path, options)
    return Checked(str(path), tuple(_advised(said, brief, path, data)), brief)


def _advised(
    said: Iterable[Diagnostic], brief: Brief, path: Path, data: bytes
) -> Iterator[Diagnostic]:
    """Yield what is said of a draft; another run is no help where the last has read these bytes."""
    from brief.check.finished import RUN_AGAIN

    read = brief.by_hand and path.suffix == ".docx" and audience_of(path).answered(data)
    for one in said:
        yield one.model_copy(update={"hint": _LOOK}) if read and one.hint == RUN_AGAIN else one


def _against_redraft(
    brief: Brief, path: Path, data: bytes, options: argparse.Namespace
) -> list[Diagnostic]:
    """Return where a draft shows, beside its text, something else than its brief."""
    from brief.check.finished import draft_units
    from brief.check.redrafted import against_redraft
    from brief.cli.origin import carried_otherwise
    from brief.cli.reprint import redrafted

    units = draft_units(brief)
    try:
        again = redrafted(brief, path, options.templates)
        said = against_redraft(
            data, again, units, str(path), by_hand=brief.by_hand, edited=brief.edited
        )
        return [*said, *carried_otherwise(data, brief, str(path))]
    except BriefError as problem:
        return _unverified(problem, options)


def _beside(brief: Brief, path: Path, options: argparse.Namespace) -> list[Diagnostic]:
    """Return where the draft beside a PDF differs from it: in a run, no edit stops the build.

    A draft that is not, byte for byte, the one we made is in a person's hand, told or not.
    """
    data = files.read_bytes(path)
    try:
        said = list(_compared(brief, path, data))
    except BriefError as problem:
        said = list(problem.diagnostics)
    if not _in_run(options):
        more = [] if said else _against_redraft(brief, path, data, options)
        return said or [one for one in more if one.code != "not-reprinted"]  # told of the PDF
    if audience_of(path).untouched(data) and not brief.by_hand:
        return said
    return softened(said, _LOOK)


def _behind(path: Path, options: argparse.Namespace) -> list[Diagnostic]:
    """Return that a draft may be older than its PDF, by what lies beside it; a run has said so."""
    said = "it is open, or could not be renewed with the PDF, and is not compared with it."
    hint = "Close it, and run `snakemake all`."
    found = Diagnostic(
        code="draft-open", severity="warning", place=str(path), message=said, hint=hint
    )
    return [] if _in_run(options) else [found]


def _compared(brief: Brief, path: Path, data: bytes) -> Iterable[Diagnostic]:
    from brief.check.finished import compare_units, draft_units
    from brief.check.word import draft_text

    found = draft_text(data, draft_units(brief), str(path))
    return compare_units(brief, found, str(path))

"""The run: every rule is one line of the `brief` command. See `brief --help` for the stages."""

import logging
import shlex
import sys
import threading
from pathlib import Path

from snakemake.cli import get_argument_parser
from snakemake.common import NOTHING_TO_BE_DONE_MSG
from snakemake.logging import logger
from snakemake_interface_logger_plugins.common import LogEvent

from brief.cli.translated import in_our_words
from brief.errors import BriefError
from brief.store import drafts, project, runs, seeds


container: "docker://python:3.11-slim-bookworm"


# The rules call `brief` of the environment that runs Snakemake, active or not.
shell.prefix(f"PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH; ")


def worth_saying(record) -> bool:
    """Tell whether a message of Snakemake's adds to what the stages say themselves."""
    said = record.getMessage()
    if (ours := in_our_words(said)) is not None:
        record.msg, record.args = ours, ()
        return bool(ours)
    said_by_stage = getattr(record, "event", None) == LogEvent.JOB_ERROR
    said_by_stage |= "CalledProcessError" in said
    if "Directory cannot be locked" in said and not ALONE:
        record.msg, record.args = BUSY, ()
    loud = record.levelno >= logging.WARNING and not said_by_stage
    return ONLY_SAID or said == NOTHING_TO_BE_DONE_MSG or loud


# Each stage says in a line what it made; of Snakemake's own words only warnings and errors,
# unless it is asked what would be done.
logger.addFilter(worth_saying)

BUSY = (
    "Another run is at work in this folder: wait until it has ended, then run again."
    " (If none is, on any machine: snakemake --unlock)"
)
# What `-n` is known by while this file is read; `workflow.dryrun` tells it only later.
ONLY_SAID = workflow.output_settings.dryrun
ALONE = workflow.is_main_process and not ONLY_SAID and runs.begin()

try:
    if workflow.is_main_process and not ONLY_SAID:
        runs.make_sure_of_room()
    PROJECT = project.load(Path("config.yaml"), config)
    # What is passed over, and a question that is guessed, is said once, and not by each job.
    if workflow.is_main_process:
        from brief.cli.inputs import question_aloud, say

        say(seeds.passed_over(Path(PROJECT.config.seeds)))
        say(PROJECT.misnamed)
        question_aloud(PROJECT.question or PROJECT.config.question)
except BriefError as problem:
    print(problem, file=sys.stderr)
    sys.exit(1)

SEEDS = PROJECT.seeds
FOLDER = Path(PROJECT.config.seeds)
DOUBLED = seeds.doubled(FOLDER)
if ALONE:
    runs.date_to_now([FOLDER, Path("templates"), Path("build"), Path("briefs")])
AUDIENCES = sorted(PROJECT.audiences)


def tracked(wildcards) -> list[str]:
    """Return the seed's file, unless its name holds what Snakemake takes for wildcards."""
    path = SEEDS[wildcards.seed]
    return [str(path)] if seeds.trackable(path) else []


def untracked(wildcards) -> str:
    """Return the content's hash of a seed that `tracked` does not name, so that changes show."""
    return "" if tracked(wildcards) else project.digest(SEEDS[wildcards.seed])


def asked(wildcards) -> str:
    """Return the question's file, or the sentence the configuration gives."""
    return PROJECT.question or PROJECT.config.question


wildcard_constraints:
    seed="[^/]+",
    audience="[^/]+",


localrules:
    all,


# REQUIRED INPUTS: the seeds folder, templates/, config.yaml
# OUTPUTS: briefs/{audience}.pdf and .docx, briefs/summaries/, briefs/claims.md, sources.bib
# A job that failed or was stopped leaves no output, and Snakemake makes good only what is asked for:
# so every file is, not the last alone.
rule all:
    input:
        "build/checked.txt",
        "build/dossier.json",
        "briefs/sources.bib",
        "briefs/claims.md",
        expand("build/documents/{seed}.json", seed=SEEDS),
        expand("briefs/summaries/{seed}.yaml", seed=SEEDS),
        expand("build/briefs/{audience}.json", audience=AUDIENCES),
        expand("build/offered/{audience}.json", audience=AUDIENCES),
        expand("build/drafts/{audience}.json", audience=AUDIENCES),
        expand("build/published/{audience}.sha256", audience=AUDIENCES),
        expand("briefs/{audience}.pdf", audience=AUDIENCES),


# Seed -> Document: passages with exact offsets; what was cut is listed.
rule read:
    input:
        seed=tracked,
    output:
        "build/documents/{seed}.json",
    log:
        "build/logs/read/{seed}.log",
    params:
        code=project.code("read"),
        seed=lambda wildcards: str(SEEDS[wildcards.seed]),
        untracked=untracked,
        doubled=lambda wildcards: DOUBLED.get(wildcards.seed, []),
        id=lambda wildcards: PROJECT.short_id(wildcards.seed),
        records=lambda wildcards: PROJECT.record_digest(wildcards.seed),
        references=str(FOLDER / "references.yaml"),
    message:
        "read {wildcards.seed}"
    shell:
        "brief read {params.seed:q} --id={params.id:q} --references {params.references:q}"
        " --carry-on -o {output:q} 2> >(tee {log:q} >&2 2>/dev/null)"


# Document -> Summary: thesis, evidence, figures, stance; grounded, with corrections applied.
rule summarize:
    input:
        seed=tracked,
        document="build/documents/{seed}.json",
        question=PROJECT.question or [],
    output:
        "briefs/summaries/{seed}.yaml",
    log:
        "build/logs/summarize/{seed}.log",
    params:
        code=project.code("summarize"),
        question=asked,
        seed=lambda wildcards: str(SEEDS[wildcards.seed]),
        corrections=lambda wildcards: PROJECT.review_digest(wildcards.seed),
        reviews=str(FOLDER / "reviews.yaml"),
    message:
        "summarize {wildcards.seed}"
    shell:
        "brief summarize {params.seed:q} --document {input.document:q}"
        " --question {params.question:q} --reviews {params.reviews:q} -o {output:q} 2> >(tee {log:q} >&2 2>/dev/null)"


# Summaries -> Dossier: where sources agree and differ, how old they are, which figures conflict.
rule collect:
    input:
        summaries=expand("briefs/summaries/{seed}.yaml", seed=SEEDS),
        documents=expand("build/documents/{seed}.json", seed=SEEDS),
        question=PROJECT.question or [],
    output:
        dossier="build/dossier.json",
        bib="briefs/sources.bib",
    log:
        "build/logs/collect.log",
    params:
        code=project.code("collect"),
        question=asked,
        date=PROJECT.date,
        seeds=str(FOLDER),
        beside=PROJECT.beside,
    message:
        "collect the summaries into one dossier"
    shell:
        "brief collect briefs/summaries --documents build/documents --seeds {params.seeds:q}"
        " --question {params.question:q} --date={params.date:q}"
        " --bib {output.bib:q} -o {output.dossier:q} 2> >(tee {log:q} >&2 2>/dev/null)"


# Dossier + Audience -> Brief: selected, ordered and worded for this reader.
rule compose:
    input:
        dossier="build/dossier.json",
        audience=lambda wildcards: PROJECT.audiences[wildcards.audience],
        question=PROJECT.question or [],
        templates=project.templates_of(
            "*.j2", "themes.yaml", "style/**/*", "house/**/*"
        ),
    output:
        brief="build/briefs/{audience}.json",
        offered="build/offered/{audience}.json",
    log:
        "build/logs/compose/{audience}.log",
    params:
        code=project.code("compose") + project.code("publish"),
        question=asked,
        reviewer=PROJECT.reviewer,
    message:
        "compose the brief for {wildcards.audience}"
    shell:
        "brief compose {input.dossier:q} --audience {input.audience:q}"
        " --reviewer={params.reviewer:q}"
        " --question {params.question:q} --offered {output.offered:q} -o {output.brief:q}"
        " 2> >(tee {log:q} >&2 2>/dev/null)"


# Brief + the draft as a person left it -> merged Brief, and the DOCX rewritten where it lies.
# No rule owns the DOCX: Snakemake deletes what rules own.
rule draft:
    input:
        brief="build/briefs/{audience}.json",
        templates=project.templates_of("style/**/*", "house/style/**/*"),
        # What a brief was composed from: some of it gives way to the words of a person.
        dossier="build/dossier.json",
        audience=lambda wildcards: PROJECT.audiences[wildcards.audience],
    output:
        "build/drafts/{audience}.json",
    log:
        "build/logs/draft/{audience}.log",
    params:
        code=project.code("draft"),
        question=asked,
        reviewer=PROJECT.reviewer,
        docx="briefs/{audience}.docx",
        edited=lambda wildcards: drafts.trigger(Path("briefs"), wildcards.audience),
    message:
        "draft briefs/{wildcards.audience}.docx"
    shell:
        "brief draft {input.brief:q} --docx {params.docx:q} --dossier {input.dossier:q}"
        " --audience {input.audience:q} --question {params.question:q}"
        " --reviewer={params.reviewer:q} -o {output:q} 2> >(tee {log:q} >&2 2>/dev/null)"


# The Brief as edited -> PDF.
rule publish:
    input:
        brief="build/drafts/{audience}.json",
        templates=project.templates_of("style/**/*", "house/style/**/*"),
    output:
        pdf="briefs/{audience}.pdf",
        digest="build/published/{audience}.sha256",
    log:
        "build/logs/publish/{audience}.log",
    params:
        code=project.code("publish"),
    message:
        "publish briefs/{wildcards.audience}.pdf"
    shell:
        "brief publish {input.brief:q} -o {output.pdf:q} --digest {output.digest:q}"
        " 2> >(tee {log:q} >&2 2>/dev/null)"


# Which claim went into which brief, and why.
rule claims:
    input:
        offered=expand("build/offered/{audience}.json", audience=AUDIENCES),
        briefs=expand("build/drafts/{audience}.json", audience=AUDIENCES),
    output:
        "briefs/claims.md",
    log:
        "build/logs/claims.log",
    params:
        code=project.code("compose"),
    message:
        "list which claim went where"
    shell:
        "brief claims {input.briefs:q} --offered build/offered -o {output:q} 2> >(tee {log:q} >&2 2>/dev/null)"


# The finished files, checked against the seeds; says in a few lines what was made.
rule check:
    input:
        pdf=expand("briefs/{audience}.pdf", audience=AUDIENCES),
        lists=["briefs/claims.md", "briefs/sources.bib"],
        summaries=expand("briefs/summaries/{seed}.yaml", seed=SEEDS),
    output:
        "build/checked.txt",
    log:
        "build/logs/check.log",
    params:
        code=project.code("check"),
        seeds=str(FOLDER),
    message:
        "check the finished files against the seeds"
    shell:
        "brief check {input.pdf:q} {input.lists:q} --seeds {params.seeds:q}"
        " --summaries briefs/summaries -o {output:q} 2> >(tee {log:q} >&2 2>/dev/null)"


# What nothing makes is told before Snakemake speaks of its rules; rules that make a file of each
# seed or audience are typed by that file.
if workflow.is_main_process and "snakemake" in sys.argv[0]:
    from brief.cli.targets import unknown

    typed = get_argument_parser().parse_known_args(sys.argv[1:])[0]
    plain = {rule.name for rule in workflow.rules if not rule.has_wildcards()}
    told = unknown(typed.targets, plain, rules.all.input, AUDIENCES)
    parts = {*typed.forcerun, *typed.until, *typed.omit_from}
    every = {rule.name for rule in workflow.rules}
    if say([*told, *unknown(parts, every, rules.all.input, AUDIENCES)]):
        sys.exit(1)


def stop_timers() -> None:
    """Cancel Snakemake's leftover timer, which delays every exit by a second."""
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.cancel()


onsuccess:
    stop_timers()


onerror:
    stop_timers()

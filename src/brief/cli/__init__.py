"""The command line: arguments in, one stage called, files and one-line diagnostics out.

Only this package and `brief.store` touch the user's files. Building the parser imports no stage,
so that `brief --help` answers at once; a command imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from brief import __version__

ABOUT = """\
Turn a folder of source documents into policy briefs whose every word can be traced.

  seeds/ --read--> documents --summarize--> summaries --collect--> dossier
         --compose--> one brief per audience --draft--> DOCX --publish--> PDF --check

`snakemake all` runs every stage that is out of date. Each stage is also a command
here, so that it can be run, looked at and debugged by hand:
"""

EPILOG = """\
Try:  brief summarize seeds/000_a771c6e1fe8dcd91.md
      echo '{"id": 1, "text": "Trade rose by 36% to $90bn in 2015."}' | brief figures
Exit code: 0 done, 1 something is wrong (said in one line each), 2 wrong arguments.
"""


EXAMPLES = {
    "read": "brief read seeds/000_a771c6e1fe8dcd91.md",
    "summarize": "brief summarize seeds/000_a771c6e1fe8dcd91.md --references seeds/references.yaml",
    "figures": """echo '{"id": 1, "text": "Trade rose by 36% to $90bn."}' | brief figures""",
    "collect": "brief collect briefs/summaries --seeds seeds -o dossier.json",
    "compose": "brief compose build/dossier.json --audience eu -o eu.json",
    "claims": "brief claims build/briefs/eu.json --offered build/offered -o claims.md",
    "draft": "brief draft build/drafts/eu.json --docx to-send/eu.docx --clean",
    "publish": "brief publish build/drafts/eu.json -o eu.pdf",
    "check": "brief check briefs/eu.pdf --seeds seeds",
    "status": "brief status",
    "diff": "brief diff japan",
    "reset": "brief reset japan --block kj-balance",
    "check_audience": "brief audience check templates/audiences/eu.yaml",
    "schema": "brief schema audience",
}
"""A command line that works in a project that was built, by command."""
_DRAFT = "a draft by its name: japan for briefs/japan.docx"


_OBJECTS = 100_000
"""Objects made between two looks for garbage: what one command makes lasts as long as it does,
and looking through all of it again and again is a quarter of the time for a long document."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code. Diagnostics go to standard error."""
    gc.set_threshold(_OBJECTS)
    options = parser().parse_args(arguments)
    module, function = options.run
    from brief.cli.patience import signs_of_life
    from brief.errors import BriefError

    try:
        with signs_of_life(options):
            return int(getattr(import_module(f"brief.cli.{module}"), function)(options) or 0)
    except BriefError as problem:
        for diagnostic in problem.diagnostics:
            print(diagnostic, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except OSError as problem:
        place = f"{problem.filename}: " if problem.filename else ""
        print(f"{place}error: {problem.strerror or problem}. [file-unwritable]", file=sys.stderr)
        return 1
    except MemoryError:
        print("brief: error: out of memory; nothing was changed. [out-of-memory]", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("brief: stopped.", file=sys.stderr)
        return 130


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="brief",
        description=ABOUT,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"brief {__version__}")
    commands = top.add_subparsers(
        title="commands", metavar="COMMAND", required=True, dest="command"
    )
    _reading(commands)
    _writing(commands)
    _finishing(commands)
    _editing(commands)
    _helping(commands)
    return top


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    about: str,
    *,
    module: str,
    function: str = "",
) -> argparse.ArgumentParser:
    """Add a command that runs `function` of `brief.cli.module`."""
    command = commands.add_parser(
        name,
        help=about,
        description=about[:1].upper() + about[1:] + ".",
        epilog=f"Try:  {EXAMPLES[function or name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=(module, function or name))
    return command


def _reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    read = _command(commands, "read", "read a seed into passages, list what was cut", module="read")
    read.add_argument("seed", type=Path, help="a .txt or .md file")
    _references(read)
    read.add_argument("--id", default="", help="short id of the document (default: from its name)")
    read.add_argument("--carry-on", action="store_true", help=CARRY_ON)
    _output(read)

    summarize = _command(
        commands,
        "summarize",
        "summarize seeds: thesis, evidence, figures and stance, each verbatim and placed",
        module="read",
    )
    summarize.add_argument("seeds", type=Path, nargs="+", metavar="FILE", help="a .txt or .md file")
    _question(summarize)
    _templates(summarize)
    _references(summarize)
    summarize.add_argument("--reviews", type=Path, help="corrections (default: none)")
    summarize.add_argument("--document", type=Path, help="the one seed as `brief read` left it")
    summarize.add_argument(
        "--format", choices=("yaml", "json"), default="yaml", help="default: yaml"
    )
    _output(summarize)

    figures = _command(
        commands,
        "figures",
        'find the numbers in JSON lines {"id","text"} on standard input',
        module="figures",
    )
    figures.add_argument("file", type=Path, nargs="?", help="default: standard input")


def _writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    collect = _command(
        commands, "collect", "collect all summaries into one dossier", module="write"
    )
    collect.add_argument("summaries", type=Path, help="folder: SEED.yaml for each; others go")
    collect.add_argument("--seeds", type=Path, required=True, help="folder of the seeds")
    collect.add_argument("--documents", type=Path, help="seeds as read (default: read them anew)")
    _question(collect)
    _templates(collect)
    collect.add_argument("--date", default="", help="of the briefs, as 2026-11-22 (default: none)")
    collect.add_argument("--bib", type=Path, help="also write the references as BibTeX here")
    _output(collect, required=True)

    compose = _command(
        commands, "compose", "compose the dossier into a brief for one audience", module="write"
    )
    compose.add_argument("dossier", type=Path, help="the dossier as `brief collect` left it")
    compose.add_argument("--audience", required=True, help="id or file")
    compose.add_argument("--reviewer", default="", help="who takes editorial responsibility")
    compose.add_argument("--offered", type=Path, help="also write all that it could show here")
    _question(compose)
    _templates(compose)
    _output(compose, required=True)

    claims = _command(
        commands, "claims", "list which claim went into which brief, and why", module="write"
    )
    claims.add_argument(
        "briefs",
        type=Path,
        nargs="+",
        metavar="BRIEF",
        help="as `brief compose` or `brief draft` left them",
    )
    claims.add_argument(
        "--offered", type=Path, required=True, help="folder: AUDIENCE.json for each, of `compose`"
    )
    _output(claims, required=True)


def _finishing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    draft = _command(
        commands,
        "draft",
        "draft the brief as DOCX, merging what a person edited there",
        module="drafts",
    )
    draft.add_argument("brief", type=Path, help="the brief as `brief compose` left it")
    draft.add_argument("--docx", type=Path, required=True, help="the draft that people edit")
    draft.add_argument(
        "--clean", action="store_true", help="leave comments out, but those on open conflicts"
    )
    draft.add_argument(
        "--dossier", type=Path, help="what it was composed from: items of ours give way to edits"
    )
    draft.add_argument("--audience", default="", help="with --dossier: id or file")
    draft.add_argument("--reviewer", default="", help="with --dossier: as for `brief compose`")
    _question(draft)
    _templates(draft)
    _output(draft)

    publish = _command(
        commands, "publish", "publish a brief, as edited in its draft, as PDF", module="press"
    )
    publish.add_argument("brief", type=Path, help="the brief as `brief draft` left it")
    publish.add_argument("--digest", type=Path, help="also write the SHA-256 of the PDF here")
    _templates(publish)
    _output(publish, required=True)

    check = _command(
        commands, "check", "check finished briefs against their seeds", module="checks"
    )
    check.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a PDF or DOCX, or a list: claims.md, sources.bib",
    )
    check.add_argument("--seeds", type=Path, help="folder of the seeds")
    check.add_argument(
        "--quotes-only",
        action="store_true",
        help="with --seeds: let quotations and figures do where a brief cannot be made again",
    )
    check.add_argument("--strict", action="store_true", help="what is not verified is an error")
    check.add_argument("--summaries", type=Path, help="folder: their diagnostics count as well")
    _templates(check)
    _output(check)


def _editing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    status = _command(
        commands, "status", "say per draft which blocks are edited and want a look", module="edited"
    )
    status.add_argument("audiences", nargs="*", metavar="AUDIENCE", help=f"{_DRAFT}; without, all")
    diff = _command(commands, "diff", "show the edits of a draft as text", module="edited")
    diff.add_argument("audience", help=_DRAFT)
    reset = _command(
        commands, "reset", "give back the machine's version, keep the edited one", module="edited"
    )
    reset.add_argument("audience", help=_DRAFT)
    reset.add_argument("--block", default="", help="only this block, as `brief status` names it")
    _templates(reset)
    for command in (status, diff, reset):
        command.add_argument(
            "--briefs", type=Path, default=Path("briefs"), help="folder of the drafts"
        )


def _helping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    audience = commands.add_parser("audience", help="check an audience file")
    verbs = audience.add_subparsers(metavar="VERB", required=True)
    check = _command(
        verbs, "check", "name what is missing or misspelt, by line", module="forms",
        function="check_audience",
    )  # fmt: skip
    check.add_argument("file", type=Path, help="an audience file, or the id of one")
    _templates(check)
    schema = _command(commands, "schema", "print the JSON Schema of a kind of file", module="forms")
    schema.add_argument(
        "kind",
        choices=(
            "audience",
            "brief",
            "document",
            "dossier",
            "edits",
            "offered",
            "question",
            "reviews",
            "summary",
            "themes",
        ),
    )


CARRY_ON = "for a seed that cannot be used, write a document that says so, and exit with 0"


def _references(command: argparse.ArgumentParser) -> None:
    command.add_argument("--references", type=Path, help="bibliographic records, CSL-YAML")


def _question(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--question",
        default="alliance",
        help="id in templates/questions, a file, or a sentence (default: alliance)",
    )


def _templates(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--templates", type=Path, default=Path("templates"), help="folder of the templates"
    )


def _output(command: argparse.ArgumentParser, *, required: bool = False) -> None:
    command.add_argument("-o", "--output", type=Path, required=required, help="file to write")

"""Template sources and a context in, markup out: Jinja2 in a sandbox, every value escaped.

Each element of the markup carries the template line that wrote it in the attribute `at`, so
that the parser after us can name it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    meta,
    nodes,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from brief.errors import BriefError, error, is_it

_JINJA = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_OPENING = re.compile(r"<([a-z]+)(?=[\s/>])")
_MARKUP = re.compile(r"^[^<>]*\"\s*/?>|<[^<>]*(?:>|$)")
"""Elements; one may begin in the text before, where a value of it is computed."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VISIBLE = "\ufffd"
"""Stands for a character that XML cannot hold, so that its loss is seen."""


class _Sources(BaseLoader):
    """Templates by name, from values instead of files."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = sources

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        if template not in self.sources:
            raise TemplateNotFound(template)
        return _with_lines(self.sources[template], template), template, lambda: True


def render(sources: Mapping[str, str], name: str, context: Mapping[str, Any]) -> str:
    """Return the markup that template `name` makes of `context`.

    A `BriefError` names template and line of a syntax error, a misspelt variable, or a use of
    something the sandbox forbids. Control characters become U+FFFD.
    """
    environment = _environment(tuple(sorted(sources.items())))
    try:
        _refuse_unknown(environment, sources, context)
        _refuse_unseen(environment, tuple(sorted(sources)))
        return _NOT_XML.sub(_VISIBLE, environment.get_template(name).render(dict(context)))
    except TemplateSyntaxError as problem:
        where = f"{problem.name or name}:{problem.lineno}"
        raise _broken(where, problem.message or "syntax error") from problem
    except TemplateNotFound as problem:
        where = _first(str(problem.name), sources) or name
        raise _broken(where, f"there is no template '{problem.name}'") from problem
    except RecursionError as problem:
        raise _broken(name, "it extends or includes itself") from problem
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as problem:
        where = _line(problem.__traceback__, sources)
        said = str(problem) or type(problem).__name__
        raise _broken(where or name, *said.split(_HINT, 1)) from problem


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that stand in a template as they are typed."""

    line: int
    text: str
    """Without markup."""
    under: frozenset[str]
    """Values on which it depends whether they are shown: those of the conditions around them."""
    chosen: bool = False
    """True for one of several that a value chooses: `{"few": "few sources"}[name]`."""


def literals(source: str) -> Iterator[Literal]:
    """Yield the words typed in a template: its text, and the strings in its expressions.

    Nothing for a template that cannot be parsed, which `render` tells.
    """
    try:
        tree = Environment(autoescape=True).parse(source)
    except TemplateSyntaxError:
        return
    yield from _typed(tree, frozenset())


_NAMING = (nodes.Compare, nodes.Test, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Include)
"""What holds strings that are not shown: names of templates, and what a value is compared with."""


def _typed(node: nodes.Node, under: frozenset[str]) -> Iterator[Literal]:
    if isinstance(node, nodes.TemplateData):
        for at, line in enumerate(_MARKUP.sub(_blank, node.data).split("\n"), node.lineno):
            yield Literal(at, line, under)
    elif isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield Literal(node.lineno, node.value, under)
    elif isinstance(node, _NAMING):
        return
    elif isinstance(node, nodes.If | nodes.CondExpr):
        inside = under | _names(node.test)
        for child in node.iter_child_nodes(exclude=("test",)):
            yield from _typed(child, inside)
    elif isinstance(node, nodes.Getitem) and isinstance(node.node, nodes.Dict):
        for pair in node.node.items:
            for one in _typed(pair.value, under | _names(node.arg)):
                yield replace(one, chosen=True)
    else:
        for child in node.iter_child_nodes():
            yield from _typed(child, under)


def _names(node: nodes.Node) -> frozenset[str]:
    inside = {found.name for found in node.find_all(nodes.Name)}
    return frozenset(inside | ({node.name} if isinstance(node, nodes.Name) else set()))


def _blank(found: re.Match[str]) -> str:
    return " " + "\n" * found.group().count("\n")


def _refuse_unknown(
    environment: Environment, sources: Mapping[str, str], known: Mapping[str, Any]
) -> None:
    """Raise for a variable that is given nowhere, even in a branch that is not taken."""
    for name in sorted(sources):
        undeclared = _undeclared(environment, name) - set(known) - set(environment.globals)
        for variable, line in _loads(environment, name):
            if variable in undeclared:
                raise _broken(
                    f"{name}:{line}", f"'{variable}' is undefined", _near(variable, known)
                )
        for variable, field, line in _fields(environment, name):
            value = known.get(variable)
            fields = tuple(value) if variable == _COUNT and value else _names_in(value)
            if fields and field not in fields:
                said = f"there is no '{field}' in {variable}"
                raise _broken(f"{name}:{line}", said, _near(field, fields))


_COUNT = "count"
"""The mapping that always has the same keys."""


@lru_cache(maxsize=4)
def _refuse_unseen(environment: Environment, names: tuple[str, ...]) -> None:
    """Raise for what a template that extends another writes and nothing shows.

    That is a block that the other has not, and words outside of blocks.
    """
    for name in names:
        tree = _parsed(environment, name)
        parent = next((one.template for one in tree.find_all(nodes.Extends)), None)
        if not isinstance(parent, nodes.Const) or parent.value not in names:
            continue
        shown = _blocks(environment, str(parent.value))
        for one in tree.body:
            if isinstance(one, nodes.Block) and one.name not in shown:
                said = f"there is no block '{one.name}' to override"
                raise _broken(f"{name}:{one.lineno}", said, _near(one.name, shown))
            if line := _words_at(one):
                said = "words outside of a block are shown nowhere"
                raise _broken(f"{name}:{line}", said, "Move them into a {% block %}.")


def _blocks(environment: Environment, name: str) -> frozenset[str]:
    """Return the blocks of a template and of those that it extends."""
    tree = _parsed(environment, name)
    found = {one.name for one in tree.find_all(nodes.Block)}
    for one in tree.find_all(nodes.Extends):
        if isinstance(one.template, nodes.Const) and one.template.value != name:
            found |= _blocks(environment, str(one.template.value))
    return frozenset(found)


def _words_at(node: nodes.Node) -> int:
    """Return the line of the first word that a node outside of blocks writes; 0 for none."""
    for one in node.nodes if isinstance(node, nodes.Output) else ():
        if not isinstance(one, nodes.TemplateData):
            return int(one.lineno)
        if one.data.strip():
            blank = one.data[: len(one.data) - len(one.data.lstrip())]
            return int(one.lineno) + blank.count("\n")
    return 0


_HINT = "\n"
"""Stands between what is wrong and what to do."""


class _Unknown(StrictUndefined):
    """A value that is not there: any use of it is an error that says where it was looked for."""

    @property
    def _undefined_message(self) -> str:
        name, inside = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint or not self._undefined_name:
            return str(self._undefined_hint or "a value is undefined")
        known = _all_names(inside)
        if not known:
            return f"'{name}' is undefined"
        what = f"in {inside.__name__}" if isinstance(inside, TemplateModule) else "here"
        return f"there is no '{name}' {what}{_HINT}{_near(name, known)}"


def _near(name: str, known: Iterable[str]) -> str:
    """Return the known name that a misspelt one most likely stands for, as a question."""
    return is_it(name, (one for one in known if isinstance(one, str)))


def _all_names(value: Any) -> list[str]:
    """Return the names that a template can read of a value; none of a plain one."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    if isinstance(value, TemplateModule):
        return [name for name in vars(value) if not name.startswith("_")]
    return list(_names_in(value))


def _names_in(value: Any) -> tuple[str, ...]:
    """Return the names of all fields of a value that always has the same; none of any other."""
    kind = type(value)
    if not (hasattr(kind, "model_fields") or hasattr(kind, "__dataclass_fields__")):
        return ()
    return tuple(name for name in dir(kind) if not name.startswith("_")) + tuple(
        getattr(kind, "model_fields", ())
    )


@lru_cache(maxsize=32)
def _parsed(environment: Environment, name: str) -> nodes.Template:
    assert environment.loader is not None
    source = environment.loader.get_source(environment, name)[0]
    return environment.parse(source, name, name)


@lru_cache(maxsize=32)
def _undeclared(environment: Environment, name: str) -> frozenset[str]:
    """Return the variables a template reads and never sets; blocks see what stands outside."""
    tree = _parsed(environment, name)
    own = {found.name for found in tree.find_all(nodes.Name) if found.ctx != "load"}
    own |= {found.target for found in tree.find_all(nodes.Import)}
    own |= {found.name for found in tree.find_all(nodes.Macro)}
    for found in tree.find_all(nodes.FromImport):
        own |= {one if isinstance(one, str) else one[1] for one in found.names}
    try:
        return frozenset(meta.find_undeclared_variables(tree)) - own
    except TemplateSyntaxError as problem:  # an unknown filter or test; Jinja leaves out where
        problem.name = name
        raise


@lru_cache(maxsize=32)
def _loads(environment: Environment, name: str) -> tuple[tuple[str, int], ...]:
    found = _parsed(environment, name).find_all(nodes.Name)
    return tuple((one.name, one.lineno) for one in found if one.ctx == "load")


@lru_cache(maxsize=32)
def _fields(environment: Environment, name: str) -> tuple[tuple[str, str, int], ...]:
    """Return each field that is read of a variable which the template does not set itself."""
    tree = _parsed(environment, name)
    own = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
    read = [one for one in tree.find_all(nodes.Getattr) if isinstance(one.node, nodes.Name)]
    return tuple((n.node.name, n.attr, n.lineno) for n in read if n.node.name not in own)  # type: ignore[attr-defined]


@lru_cache(maxsize=4)
def _environment(sources: tuple[tuple[str, str], ...]) -> Environment:
    """Return the sandbox; kept, because compiling a template takes longer than running it."""
    return ImmutableSandboxedEnvironment(
        loader=_Sources(dict(sources)), autoescape=True, undefined=_Unknown
    )


_MISSPELT = re.compile(r"undefined|there is no |No (?:filter|test) named")
"""What is said of a name that nobody knows."""


def _broken(where: str, message: str, hint: str = "") -> BriefError:
    said = message.rstrip(".").replace("\n", " ")
    if _MISSPELT.search(said):
        hint = f"{hint} Compare the spelling with docs/TEMPLATES.md.".strip()
    return error("template-broken", where, f"{said}.", hint)


def _first(words: str, sources: Mapping[str, str]) -> str:
    """Return `template:line` of the first place where a name of a template is typed."""
    found = ((name, source.find(words)) for name, source in sorted(sources.items()))
    return next((f"{n}:{sources[n].count(chr(10), 0, at) + 1}" for n, at in found if at >= 0), "")


def _line(trace: TracebackType | None, sources: Mapping[str, str]) -> str:
    """Return `template:line` of the innermost template frame."""
    where = ""
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in sources:
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where


def _with_lines(source: str, name: str) -> str:
    """Return a template whose elements say on which line they stand."""
    line = 1
    made: list[str] = []
    for piece in _JINJA.split(source):
        if not _JINJA.fullmatch(piece):
            made.append(_mark(piece, name, line))
        else:
            made.append(piece)
        line += piece.count("\n")
    return "".join(made)


def _mark(text: str, name: str, line: int) -> str:
    def marked(found: re.Match[str]) -> str:
        at = line + text.count("\n", 0, found.start())
        return f'<{found.group(1)} at="{name}:{at}"'

    return _OPENING.sub(marked, text)

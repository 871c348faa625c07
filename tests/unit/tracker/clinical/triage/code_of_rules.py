"""The code that a rule set runs, digested by what it says.

From the rule functions on, every function, class and constant of the clinical core that
is named on the way. Comments, docstrings, formatting and the file that something stands
in do not count; its name does.
"""

import ast
import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import tracker.clinical
from tracker.clinical.triage.rulesets import RuleSet

CORE = "tracker.clinical"
ROOT = Path(tracker.clinical.__file__).parents[2]

AROUND = (
    ("tracker.clinical.triage.gathering", "gather"),
    ("tracker.clinical.triage.silence", "facts_without_entry"),
    ("tracker.clinical.triage.engine", "evaluate"),
    ("tracker.clinical.triage.engine", "evaluate_day"),
)
"""What comes before and after the rules of every version."""

BY_VALUE = frozenset({"RULESETS", "CURRENT", "WORDING"})
"""Not followed: a later version adds to them, and `test_rulesets` digests them."""

Read = Callable[[str], str]
Place = tuple[str, str]
"""A module, and a name that is bound there."""


def path_of(module: str) -> Path:
    """The file of a module or package."""
    base = ROOT.joinpath(*module.split("."))
    return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")


@cache
def source_of(module: str) -> str:
    """What its file says."""
    return path_of(module).read_text()


@cache
def parsed(source: str) -> list[ast.stmt]:
    """The statements of a module. The same text gives the same objects."""
    return ast.parse(source).body


@cache
def names_in(statement: ast.stmt) -> list[ast.Name | ast.Attribute]:
    """Every name that a statement uses or binds, and every attribute."""
    nodes = ast.walk(statement)
    return [node for node in nodes if isinstance(node, ast.Name | ast.Attribute)]


@cache
def text_of(statement: ast.stmt) -> str:
    """What a statement says, however it is written."""
    return json.dumps(canonical(statement))


def code_digest(ruleset: RuleSet, read: Read = source_of) -> str:
    """Changes with the code that the rule set runs, and with nothing else."""
    texts = sorted(text_of(statement) for statement in Code(read).run_by(ruleset))
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


class Code:
    """The modules of the core, read once."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._bound: dict[str, dict[str, ast.stmt]] = {}

    def run_by(self, ruleset: RuleSet) -> list[ast.stmt]:
        """Every definition that the rules reach, in no order."""
        rules = (rule for _, rule in (*ruleset.rules, *ruleset.day_rules))
        waiting = [*AROUND, *((rule.__module__, rule.__name__) for rule in rules)]
        reached: dict[Place, ast.stmt] = {}
        while waiting:
            module, name = place = waiting.pop()
            if place not in reached and name not in BY_VALUE:
                reached[place] = self.bound_in(module)[name]
                waiting += self._named_in(module, reached[place])
        return list(reached.values())

    def bound_in(self, module: str) -> dict[str, ast.stmt]:
        """Each name at the top of a module, with the statement that binds it."""
        if module not in self._bound:
            body = parsed(self._read(module))
            self._bound[module] = {
                name: one for one in body for name in _names(one, module)
            }
        return self._bound[module]

    def _named_in(self, module: str, statement: ast.stmt) -> Iterator[Place]:
        for node in names_in(statement):
            place = self._meant(module, node)
            if place and place[1]:
                yield place

    def _meant(self, module: str, node: ast.AST) -> Place | None:
        """Where the name, or the name of a module of the core, is defined."""
        match node:
            case ast.Name(id=name):
                return self._place(module, name)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute):
                match self._place(module, name):
                    case (owner, ""):
                        return self._place(owner, attribute)
        return None

    def _place(self, module: str, name: str) -> Place | None:
        """Where the name is defined; an empty name stands for a whole module."""
        match self.bound_in(module).get(name):
            case None | ast.Import():
                return None
            case ast.ImportFrom(module=str(source), names=aliases):
                original = next(a.name for a in aliases if name in (a.asname, a.name))
                if not source.startswith(CORE):
                    return None
                if path_of(f"{source}.{original}").exists():
                    return f"{source}.{original}", ""
                return self._place(source, original)
        return module, name


def _names(statement: ast.stmt, module: str) -> list[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return [alias.asname or alias.name for alias in aliases]
        case ast.Assign(targets=targets):
            names = (n for t in targets for n in ast.walk(t))
            return [n.id for n in names if isinstance(n, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            return []
    raise AssertionError(f"{module}, line {statement.lineno}: not a definition")


def canonical(node: object) -> Any:
    """The tree without places, docstrings and fields that a Python may not have."""
    if isinstance(node, list):
        return [canonical(one) for one in node if not _is_docstring(one)]
    if isinstance(node, ast.Constant):
        return [type(node.value).__name__, repr(node.value)]
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = {
        name: canonical(value)
        for name, value in ast.iter_fields(node)
        if name not in ("ctx", "type_comment") and value not in (None, [])
    }
    return [type(node).__name__, fields]


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)

"""The pure cores import the standard library and themselves, and read no clock."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CORES = ("tracker/clinical", "reminders/scheduling")

IMPURE = {
    "os",
    "io",
    "socket",
    "subprocess",
    "urllib",
    "http",
    "sqlite3",
    "logging",
    "random",
    "secrets",
    "time",
    "threading",
    "asyncio",
    "tempfile",
    "shutil",
}
CLOCK = {"now", "utcnow", "today"}
INPUT_OUTPUT = {"open", "print", "input", "exec", "eval"}

FILES = [(core, path) for core in CORES for path in sorted((ROOT / core).rglob("*.py"))]

each_file = pytest.mark.parametrize(
    ("core", "path"), FILES, ids=lambda value: str(value).removeprefix(f"{ROOT}/")
)


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module


@each_file
def test_core_imports_only_the_standard_library_and_itself(core, path):
    own = core.replace("/", ".")
    for name in imported(ast.parse(path.read_text())):
        top = name.split(".")[0]
        inside = name == own or name.startswith(f"{own}.")

        assert inside or top in sys.stdlib_module_names - IMPURE, name


@each_file
def test_core_reads_no_clock_and_does_no_input_or_output(core, path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCK
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in INPUT_OUTPUT


def test_every_core_has_files():
    assert {core for core, _ in FILES} == set(CORES)


@pytest.mark.parametrize("package", ["tracker", "reminders"])
def test_package_above_a_core_stays_without_code(package):
    assert (ROOT / package / "__init__.py").read_text().strip() == ""


def test_clinical_core_loads_without_django():
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for core, path in FILES
        if core == "tracker/clinical"
    ]
    code = (
        f"import sys; import {', '.join(names)};"
        "sys.exit(any(m.split('.')[0] in {'django', 'celery', 'rest_framework'}"
        " for m in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)

    assert done.returncode == 0

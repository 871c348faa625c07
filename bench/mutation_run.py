"""Tries the mutants that mutmut made, one fork of the collected tests for each.

mutmut starts pytest anew for every mutant; most of its hour is that. Here the tests are
collected once, a fork switches a mutant on, and the first failure ends it. The result
goes into the same files, so that `mutmut results` and `mutmut show` read it. Before
it, `mutmut run NAME` of any one mutant makes them all, and learns which test calls
which function. A mutant that was noticed before is not tried again unless asked for.

    python bench/mutation_run.py [--workers 2] [--again] [PATTERN ...]
"""

import argparse
import fnmatch
import json
import os
import resource
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

MUTANTS = Path(__file__).resolve().parent.parent / "mutants"
CPU_SECONDS = 60
"""Of processor time: all the tests together take ten."""

SURVIVED, NO_TESTS = 0, 33
"""As mutmut stores it: the exit code of pytest, and its own for what nothing calls."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--again", action="store_true", help="those noticed before, too"
    )
    parser.add_argument("patterns", nargs="*", default=["*"])
    args = parser.parse_args()
    os.chdir(MUTANTS)
    sys.path.insert(0, str(MUTANTS))
    settings = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["mutmut"]
    options = ["--rootdir=.", "-q", "-s", "--assert=plain"]
    options += settings["pytest_add_cli_args"]
    options += settings["pytest_add_cli_args_test_selection"]
    results = Results()
    due = results.due(args.patterns, again=args.again)
    return pytest.main(options, plugins=[Runner(results, due, args.workers)])


class Results:
    """How the tests of each mutant ended, in the files that mutmut keeps."""

    def __init__(self) -> None:
        paths = sorted(Path().rglob("*.py.meta"))
        self.files = {path: json.loads(path.read_text()) for path in paths}
        self.codes = {
            name: file["exit_code_by_key"]
            for file in self.files.values()
            for name in file["exit_code_by_key"]
        }

    def due(self, patterns: list[str], *, again: bool) -> list[str]:
        """The mutants to try."""
        return [
            name
            for name, codes in self.codes.items()
            if (again or codes[name] in (None, SURVIVED, NO_TESTS))
            and any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
        ]

    def save(self, tried: Iterable[str]) -> None:
        """Write the files of these mutants; others may be tried at the same time."""
        touched = {id(self.codes[name]) for name in tried}
        for path, file in self.files.items():
            if id(file["exit_code_by_key"]) in touched:
                path.write_text(json.dumps(file, indent=4))


class Runner:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(self, results: Results, due: list[str], workers: int) -> None:
        self.results, self.due, self.workers = results, due, workers
        calls = json.loads(Path("mutmut-stats.json").read_text())
        self.tests_of: dict[str, list[str]] = calls["tests_by_mangled_function_name"]
        self.spread = Counter(t for tests in self.tests_of.values() for t in tests)
        self.killers: dict[str, dict[str, float]] = {}
        self.running: dict[int, str] = {}
        self.notes = Path(tempfile.mkdtemp())
        self.in_fork = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        tests = {item.nodeid: item for item in session.items}
        _read_a_note()
        if self._wait(self._fork(None, session.items)) != 0:
            raise pytest.UsageError("The tests fail without a mutant.")
        for count, name in enumerate(self.due, 1):
            function = name.rpartition("__mutmut_")[0]
            known = [tests[t] for t in self._by_promise(function) if t in tests]
            if known:
                self.running[self._fork(name, known)] = name
            else:
                self.results.codes[name][name] = NO_TESTS
            if len(self.running) == self.workers:
                self._take_one()
            if count % 100 == 0:
                self.results.save(self.due)
                print(f"{count} of {len(self.due)}", file=sys.__stderr__, flush=True)
        while self.running:
            self._take_one()
        self.results.save(self.due)
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]):
        """The first failure is enough: nobody reads a report of it."""
        failed = call.excinfo and not call.excinfo.errisinstance(pytest.skip.Exception)
        if self.in_fork and failed:
            (self.notes / str(os.getpid())).write_text(item.nodeid)
            os._exit(1)

    def _by_promise(self, function: str) -> list[str]:
        """What noticed a mutant of the function lately; then tests of little else."""
        killers = self.killers.get(function, {})
        tests = self.tests_of.get(function, [])
        return sorted(tests, key=lambda t: (-killers.get(t, 0), self.spread[t]))

    def _fork(self, name: str | None, tests: list[pytest.Item]) -> int:
        pid = os.fork()
        if pid:
            return pid
        self.in_fork = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        limit = int(time.process_time()) + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        os.environ["MUTANT_UNDER_TEST"] = name or ""
        try:
            for test, following in zip(tests, [*tests[1:], None], strict=True):
                test.ihook.pytest_runtest_protocol(item=test, nextitem=following)
        except BaseException:  # noqa: BLE001 - whatever breaks the tests was noticed
            os._exit(1)
        os._exit(0)

    def _wait(self, pid: int) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def _take_one(self) -> None:
        pid, status = os.wait()
        name = self.running.pop(pid)
        self.results.codes[name][name] = os.waitstatus_to_exitcode(status)
        note = self.notes / str(pid)
        if note.exists():
            function = name.rpartition("__mutmut_")[0]
            self.killers.setdefault(function, {})[note.read_text()] = time.time()
            note.unlink()


def _read_a_note() -> None:
    """What is compiled at the first note would be compiled again in every fork."""
    from tracker.clinical.triage.notes.nearby_any_language import emergencies_nearby

    os.environ["MUTANT_UNDER_TEST"] = ""
    list(emergencies_nearby("read in every language"))


if __name__ == "__main__":
    sys.exit(main())

"""The command as people and programs call it: what it prints, and how it refuses."""

import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.unit.tracker.clinical.cases.files import case, document, example, listed
from tracker.clinical.triage.rulesets import CURRENT

ROOT = Path(__file__).parents[4]


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Writes a case file, or any text, and gives its path."""

    def write_file(content: Any) -> str:
        path = tmp_path / "cases.json"
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write_file


def replay(*arguments: str) -> str:
    out = StringIO()
    call_command("replay_cases", *arguments, stdout=out)
    return out.getvalue()


def refused(*arguments: str) -> str:
    """What it says on refusing; it has printed nothing."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("replay_cases", *arguments, stdout=out)
    assert error.value.returncode == 2
    assert out.getvalue() == ""
    return str(error.value)


def test_json_is_one_document_in_the_shape_of_the_format(write: Any) -> None:
    days = (listed(13), listed(14, "urine_leak", "saddle_numbness"))
    file = write(document(case(*days, id="a"), case(listed(-1), id="b")))

    assert json.loads(replay(file, "--json")) == {
        "ruleset": CURRENT,
        "cases": [
            {
                "id": "a",
                "days": [
                    {"day": 13, "level": "none", "rules": []},
                    {"day": 14, "level": "emergency", "rules": ["R01", "R03"]},
                ],
                "highest": {"level": "emergency", "day": 14},
            },
            {
                "id": "b",
                "days": [{"day": -1, "level": "none", "rules": []}],
                "highest": {"level": "none", "day": -1},
            },
        ],
    }


def test_people_read_the_days_above_none_and_the_totals(write: Any) -> None:
    days = (listed(13), listed(14, "urine_leak", "saddle_numbness"), listed(15))

    said = replay(write(document(case(*days), case(listed(1), id="quiet"))))

    assert said.splitlines() == [
        f"Rule set {CURRENT}",
        "",
        "case: emergency on day 14, days 3",
        "  day   14  emergency  R01, R03",
        "",
        "quiet: none, days 1",
        "",
        "Cases 2, days 4. Days by level and by rule:",
        "        1  emergency",
        "        0  urgent",
        "        0  soon",
        "        0  watch",
        "        3  none",
        "        1  R01",
        "        1  R03",
    ]


def test_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps(document(case(listed(3)))).encode("utf-8-sig")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))

    assert json.loads(replay("-", "--json"))["cases"][0]["id"] == "case"


def test_two_runs_print_the_same(write: Any) -> None:
    file = write(example())

    assert replay(file, "--json") == replay(file, "--json")
    assert replay(file) == replay(file)


def test_fault_is_named_with_case_path_and_reason(write: Any) -> None:
    good = case(listed(1), id="good")
    bad = case({"day": 1, "pain": 11}, listed(2, "shaking_chils"), id="bad")

    assert refused(write(document(good, bad))).splitlines() == [
        "Nothing was replayed; 2 faults in the file:",
        "bad: days[0].pain: Pain is a whole number from 0 to 10.",
        "bad: days[1].symptoms[0].code: The symptom is not a code that we know.",
    ]


def test_unknown_rule_set_is_refused_with_the_known_ones(write: Any) -> None:
    said = refused(write(example()), "--ruleset", "1999.1")

    assert said.startswith("There is no rule set '1999.1'. Known: 2026.1")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"format": "recovery-cases/1",\n "cases": [}', "at line 2, column 12."),
        ("", "at line 1, column 1."),
        ("[" * 100_000, "too long or too deep."),
        ("1" * 5_000, "too long or too deep."),
    ],
)
def test_text_that_is_no_json_is_refused(write: Any, text: str, reason: str) -> None:
    said = refused(write(text))

    assert said.endswith(reason)
    assert "\n" not in said


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.json").write_bytes(b'{"format": "\xff"}')

    said = refused(str(tmp_path / "cases.json"))

    assert said.endswith("is not UTF-8 text: byte 13 is wrong.")


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.json")

    assert refused(missing) == f"{missing} cannot be read: No such file or directory."


def test_command_runs_where_no_database_is(write: Any) -> None:
    """As a program calls it: output apart from complaints, and the exit status."""
    environment = {"PATH": os.environ["PATH"]}
    command = [sys.executable, "manage.py", "replay_cases", "--json"]

    def call(file: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [*command, file],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    status, out, err = call(write(example()))
    assert (status, err) == (0, "")
    assert len(json.loads(out)["cases"][0]["days"]) == 9

    status, out, err = call(write(document(case({"day": 1, "pain": 11}))))
    assert (status, out) == (2, "")
    assert "case: days[0].pain: " in err


def test_threshold_is_moved_for_a_replay(write: Any) -> None:
    day = listed(9) | {"temperature": "37,7", "temperature_unit": "C"}
    file = write(document(case(day)))

    levels = [
        json.loads(replay(file, "--json", *moves))["cases"][0]["highest"]["level"]
        for moves in ((), ("--set=fever_c=37.6",))
    ]

    assert levels == ["watch", "urgent"]


def test_threshold_outside_its_bounds_is_refused(write: Any) -> None:
    reason = refused(write(document(case(listed(9)))), "--set=fever_c=40")

    assert "(fever_c) is a number from 37.5 to 38.3. 40 lies outside." in reason

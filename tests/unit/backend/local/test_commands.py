"""Several of Django's commands in one process."""

import pytest

from backend.local import commands


def test_commands_are_split_at_the_plus() -> None:
    arguments = ["migrate", "--no-input", "+", "seed_demo"]

    assert list(commands.split(arguments)) == [["migrate", "--no-input"], ["seed_demo"]]


def test_output_of_each_follows_a_break(capsys: pytest.CaptureFixture[str]) -> None:
    commands.main(["version", "+", "version"])

    _, first, second = capsys.readouterr().out.split(commands.BREAK)
    assert first == second != ""


def test_first_failure_ends_it() -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(["no-such-command", "+", "version"])

    assert ended.value.code == 1

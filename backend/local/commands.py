"""Several of Django's commands in one process: `migrate --no-input + seed_demo`.

Loading Django costs a second; doing it once per command would be half of the time
that `make run` takes.
"""

import sys
from collections.abc import Iterator

from django.core.management import execute_from_command_line

# Before the output of each command, so that a reader can find the last one's.
BREAK = "\f"


def main(arguments: list[str]) -> None:
    """Run them in order; the first that fails ends it with its exit code."""
    for command in split(arguments):
        print(BREAK, end="", flush=True)
        execute_from_command_line(["manage.py", *command])


def split(arguments: list[str]) -> Iterator[list[str]]:
    command: list[str] = []
    for argument in [*arguments, "+"]:
        if argument != "+":
            command.append(argument)
        elif command:
            yield command
            command = []


if __name__ == "__main__":
    main(sys.argv[1:])

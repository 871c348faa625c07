"""`python -m backend.local run | manage ... | check | chromium | papers`."""

import sys

from backend.local import check, chromium, papers, product, stack
from backend.local.errors import LocalError, sentence_for
from backend.local.manage import manage


def main(arguments: list[str]) -> int:
    """The exit code; what goes wrong is told in a sentence, never in a traceback."""
    try:
        return dispatch(*arguments)
    except LocalError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(sentence_for(error), file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def dispatch(command: str = "run", *arguments: str) -> int:
    match command:
        case "run":
            stack.run(product.plan())
        case "manage":
            return manage(list(arguments))
        case "check":
            return check.check()
        case "chromium":
            print(chromium.ensure())
        case "papers":
            papers.ensure()
        case _:
            raise LocalError(f"There is no command {command!r}. {__doc__}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

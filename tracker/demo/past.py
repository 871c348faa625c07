"""Let the product live through an earlier moment, to plant what happened then."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from backend.common import clock


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """The product's clock stands at `moment` until the block ends.

    Only for a command that has its process to itself.
    """
    before = clock._source
    clock._source = lambda: moment
    try:
        yield
    finally:
        clock._source = before

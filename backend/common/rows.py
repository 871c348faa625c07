"""Work through rows so that one that fails does not stand in the way of the rest."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

logger = logging.getLogger(__name__)
Row = TypeVar("Row")


def each(rows: Iterable[Row], act: Callable[[Row], object]) -> int:
    """How many rows `act` did something for.

    Every row has its turn; the last error is raised at the end, so that the job
    leaves no heartbeat and somebody looks.
    """
    done, failure = 0, None
    for row in rows:
        try:
            done += bool(act(row))
        except Exception as error:
            logger.exception("one row failed, the others go on")
            failure = error
    if failure:
        raise failure
    return done

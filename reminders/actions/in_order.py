"""Read a queue from its front, whatever PostgreSQL believes about its length."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

IN_ORDER = "SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off"


@contextmanager
def by_index() -> Iterator[CursorWrapper]:
    """A transaction in which the first rows are taken from the index, in its order.

    Statistics are minutes old. After a quiet time they say that next to nothing is
    waiting, and PostgreSQL would collect and sort all that waits, again for each batch
    taken from it.
    """
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(IN_ORDER)
        yield cursor

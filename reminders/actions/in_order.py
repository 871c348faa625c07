"""Go by the indexes, whatever PostgreSQL believes about the length of a queue."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

BY_INDEX = """
SELECT set_config(name, 'off', true)
FROM unnest(ARRAY['enable_seqscan', 'enable_bitmapscan', 'enable_hashjoin']) AS t (name)
"""


@contextmanager
def by_index() -> Iterator[CursorWrapper]:
    """A transaction in which a batch costs what its own rows cost.

    Statistics are minutes old. After a quiet time they say that next to nothing is
    waiting, and PostgreSQL would collect and sort, or read, the whole of a table again
    for each batch of it.
    """
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(BY_INDEX)
        yield cursor

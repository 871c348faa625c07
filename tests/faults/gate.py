"""Hold the product at the moment at which it writes into a table."""

import psycopg
from django.db import connection


class stopped_at:  # noqa: N801  (reads as what it does)
    """Nobody writes into these tables inside the block; yields how many wait for it."""

    def __init__(self, *tables: str) -> None:
        self.tables = ", ".join(tables)

    def __enter__(self):  # type: ignore[no-untyped-def]
        settings = connection.get_connection_params()
        keys = ("dbname", "user", "password", "host", "port")
        named = {key: settings[key] for key in keys if settings.get(key)}
        self.gate = psycopg.connect(**named)
        self.gate.execute(f"LOCK TABLE {self.tables} IN SHARE MODE")
        return self._waiting

    def _waiting(self) -> int:
        row = self.gate.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted"
        ).fetchone()
        return int(row[0]) if row else 0

    def __exit__(self, *_: object) -> None:
        self.gate.close()

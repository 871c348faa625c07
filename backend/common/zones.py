"""Which time zones PostgreSQL knows: its list is its own, and may be older."""

from django.db import connection


def postgres_knows(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_timezone_names WHERE name = %s", [name])
        return cursor.fetchone() is not None

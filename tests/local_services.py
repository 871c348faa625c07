"""Real PostgreSQL and Redis for the tests, started once per run."""

import os

from backend.local import temporary


def start() -> temporary.Services:
    """Start them and name them in the environment, before Django reads it.

    A DATABASE_URL or REDIS_URL that is set already is used instead.
    """
    services = temporary.start()
    os.environ["DATABASE_URL"] = services.database_url
    os.environ["REDIS_URL"] = services.redis_url
    return services

"""What has to be well for the product to be ready; each app registers its own."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from kombu import Connection
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

IsWell = Callable[[], bool]
_checks: dict[str, IsWell] = {}


def register(name: str, is_well: IsWell) -> None:
    """Ask this at every /readyz. A check whose server does not answer failed."""
    _checks[name] = is_well


def failing() -> list[str]:
    """Names of what is not well; the rest cannot be asked without the database."""
    if not _answers("database", _database):
        return ["database"]
    return [name for name, is_well in _checks.items() if not _answers(name, is_well)]


def _answers(name: str, is_well: IsWell) -> bool:
    try:
        return is_well()
    except (DatabaseError, OperationalError, OSError):
        logger.warning("readyz: %s does not answer", name)
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _broker() -> bool:
    with Connection(settings.REDIS_URL, connect_timeout=1) as broker:
        broker.ensure_connection(max_retries=1, timeout=1)
    return True


register("broker", _broker)

"""What has to be well for the product to be ready; each app registers its own."""

import logging
from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection
from kombu import Connection
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

IsWell = Callable[[], bool]
_checks: dict[str, IsWell] = {}
# How many of a clinic's own wait for somebody.
HowMany = Callable[[UUID], int]
_waiting: dict[str, HowMany] = {}


def register(name: str, is_well: IsWell) -> None:
    """Ask this at every /readyz. A check whose server does not answer failed."""
    _checks[name] = is_well


def tell(name: str, how_many: HowMany) -> None:
    """Tell a clinic's staff at every /readyz what waits, before it is a fault."""
    _waiting[name] = how_many


def waiting(clinic_id: UUID) -> dict[str, int]:
    """What waits for somebody at this clinic, by name."""
    return {name: how_many(clinic_id) for name, how_many in _waiting.items()}


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

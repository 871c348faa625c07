"""/healthz: the process answers. /readyz: everything it leans on does too."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from kombu import Connection

from backend.common import heartbeat

logger = logging.getLogger(__name__)


def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """503 while the database, the broker or a recurring job is not well.

    Which one is told to signed-in staff only.
    """
    wrong = [name for name, is_well in CHECKS.items() if not is_well()]
    late = heartbeat.late_jobs() if "database" not in wrong else []
    body: dict[str, object] = {"status": "not ready" if wrong or late else "ok"}
    if "database" not in wrong and getattr(request, "membership", None):
        body |= {"failing": wrong, "late_jobs": late}
    return JsonResponse(body, status=503 if wrong or late else 200)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.warning("readyz: database does not answer")
        return False
    return True


def _broker() -> bool:
    try:
        with Connection(settings.REDIS_URL, connect_timeout=1) as broker:
            broker.ensure_connection(max_retries=1, timeout=1)
    except OSError:
        logger.warning("readyz: broker does not answer")
        return False
    return True


CHECKS: dict[str, Callable[[], bool]] = {"database": _database, "broker": _broker}

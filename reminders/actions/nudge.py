"""Ring the bell for the senders. Best effort: the sweep comes anyway."""

import logging
import threading

from celery import current_app

log = logging.getLogger(__name__)

TASK = "reminders.deliver_messages"
PATIENCE_SECONDS = 0.5
# One bell at a time: while it rings nobody else needs to, and a dead broker
# costs one thread, not one for each message.
_ringing = threading.Lock()


def wake_senders() -> None:
    """Return at once; a thread tries to tell a worker, for half a second at most."""
    if _ringing.acquire(blocking=False):
        threading.Thread(target=_ring, name="nudge", daemon=True).start()


def _ring() -> None:
    try:
        publish()
    except Exception as error:  # noqa: BLE001  (whatever it is, the sweep delivers)
        log.warning("broker not reached, the sweep will send: %s", type(error).__name__)
    finally:
        _ringing.release()


def publish() -> None:
    """Put one wake-up into the broker, or raise within half a second."""
    options = {
        "max_retries": 1,
        "interval_start": 0,
        "socket_timeout": PATIENCE_SECONDS,
        "socket_connect_timeout": PATIENCE_SECONDS,
    }
    with current_app.connection_for_write(transport_options=options) as broker:
        broker.ensure_connection(
            max_retries=1,
            interval_start=0,
            timeout=PATIENCE_SECONDS,  # type: ignore[arg-type]  # the stub says int
        )
        current_app.send_task(TASK, connection=broker, retry=False, ignore_result=True)

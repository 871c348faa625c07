"""Recurring work on accounts."""

from celery import shared_task

from backend.accounts.sessions import SessionStore


@shared_task(name="accounts.clear_ended_sessions")
def clear_ended_sessions() -> None:
    """What was kept in a session that is over does not lie about."""
    SessionStore.clear_expired()

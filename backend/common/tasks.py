"""Recurring work that belongs to no app of its own."""

from celery import shared_task

from backend.common import outside_watch


@shared_task(name="backend.report_to_outside_watch")
def report_to_outside_watch() -> bool:
    return outside_watch.report()

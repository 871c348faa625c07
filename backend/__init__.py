"""The Django project: settings, routes and the apps every product needs."""

from backend.celery import app as celery_app

__all__ = ["celery_app"]

"""Loaded by pytest before Django: real PostgreSQL and Redis, and the settings.

It is named with `-p` in pyproject.toml, because pytest-django reads the settings
before any conftest.py is imported.
"""

import os

# Playwright keeps an event loop in this thread; Django must not mind.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
os.environ["CAIRN_ENVIRONMENT"] = "test"
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ["CAIRN_STATIC_FROM_SOURCE"] = "1"

from tests import local_services

services = local_services.start()

"""The small world of the tests: real PostgreSQL and Redis, two clinics, few people."""

import os

# Playwright keeps an event loop in this thread; Django must not mind.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
os.environ.setdefault("CAIRN_ENVIRONMENT", "test")
os.environ.setdefault("SECRET_KEY", "only-for-tests")

from tests import local_services  # noqa: E402

local_services.start()

pytest_plugins = ["tests.world"]

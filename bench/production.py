"""The product as production runs it, with one patient on day 9, for a measurement.

Compressed, fingerprinted files and the production settings; only without TLS, which on
a real line costs one more round trip before the first request.
"""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from bench.processes import free_port, web_server

HERE = Path(__file__).resolve().parent
DAYS = 9


@dataclass(frozen=True)
class Site:
    """Where it runs, and the `Cookie` header with which the patient is signed in."""

    url: str
    cookie: str


@contextmanager
def running() -> Iterator[Site]:
    from backend.local.postgres import LocalPostgres
    from backend.local.redis import LocalRedis

    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        postgres, redis = LocalPostgres(folder / "postgres"), LocalRedis(folder / "r")
        postgres.start()
        redis.start()
        try:
            port = free_port()
            env = _environment(postgres.create_database(), redis.url(), folder, port)
            cookie = _prepare()
            with web_server("backend.wsgi:application", env, port=port):
                site = Site(f"http://localhost:{port}", cookie)
                _warm(site)
                yield site
        finally:
            redis.stop()
            postgres.stop()


def _warm(site: Site) -> None:
    """Each worker imports the product on its first request; nobody waits for that."""
    for path in ("/today", "/check-in") * 8:
        urlopen(Request(site.url + path, headers={"Cookie": site.cookie})).read()


def _environment(database: str, redis: str, folder: Path, port: int) -> dict[str, str]:
    from backend.local.secret_file import vapid_pair

    env = {
        "CAIRN_ENVIRONMENT": "production",
        "CAIRN_BASE_URL": f"http://localhost:{port}",
        "ALLOWED_HOSTS": "localhost",
        "SECURE_SSL_REDIRECT": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": database,
        "REDIS_URL": redis,
        "EMAIL_URL": "smtp://localhost:1",
        **vapid_pair(),
        "VAPID_SUBJECT": "mailto:operator@example.org",
        "STATIC_ROOT": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "backend.settings",
        "PYTHONPATH": str(HERE.parent),
    }
    os.environ.update(env)
    return env


def _prepare() -> str:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from django.conf import settings
    from django.test import Client

    from tests.factories.accounts import make_clinic
    from tests.factories.tracker import make_check_in, make_episode, make_patient

    # In the machine's own zone: nobody is asked whether they travel.
    clinic = make_clinic(name="Hudson Spine", zone="UTC")
    patient = make_patient(clinic, name="Pat Alvarez")
    episode = make_episode(patient, day=DAYS)
    for day in range(DAYS):
        make_check_in(episode, day, pain=7 - day // 2)
    client = Client()
    client.force_login(patient.user)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"

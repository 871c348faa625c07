"""Who lives in the tests.

Clinic A (New York): Ada, clinician; Cleo, coordinator; Lena, lead; Max,
administrator; Pat and Pia, patients on day 9. Clinic B (Berlin): Bo, clinician;
Quin, patient on day 9.
"""

import zoneinfo
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role
from backend.common import clock
from tests.factories.accounts import make_clinic, make_staff
from tests.factories.tracker import make_episode, make_patient
from tests.factories.zones import make_zone
from tests.servers import mail, product, push, vapid
from tracker.models import Episode, Patient

__all__ = ["mail", "product", "push", "vapid"]


@pytest.fixture
def clinic_a(db: None) -> Clinic:
    return make_clinic(name="Hudson Spine", slug="hudson")


@pytest.fixture
def clinic_b(db: None) -> Clinic:
    return make_clinic(
        name="Spree Ruecken", slug="spree", country="DE", zone="Europe/Berlin"
    )


@pytest.fixture
def ada(clinic_a: Clinic) -> User:
    return make_staff(
        clinic_a, Role.CLINICIAN, name="Ada Reyes", email="ada@example.org"
    )


@pytest.fixture
def cleo(clinic_a: Clinic) -> User:
    return make_staff(clinic_a, Role.COORDINATOR, name="Cleo Park")


@pytest.fixture
def lena(clinic_a: Clinic) -> User:
    return make_staff(clinic_a, Role.LEAD, name="Lena Ito")


@pytest.fixture
def max_admin(clinic_a: Clinic) -> User:
    return make_staff(clinic_a, Role.ADMINISTRATOR, name="Max Lund")


@pytest.fixture
def bo(clinic_b: Clinic) -> User:
    return make_staff(clinic_b, Role.CLINICIAN, name="Bo Weber")


@pytest.fixture
def pat(clinic_a: Clinic) -> Patient:
    return _patient(clinic_a, "Pat Alvarez")


@pytest.fixture
def pia(clinic_a: Clinic) -> Patient:
    return _patient(clinic_a, "Pia Stone")


@pytest.fixture
def quin(clinic_b: Clinic) -> Patient:
    return _patient(clinic_b, "Quin Vogel")


def _patient(clinic: Clinic, name: str) -> Patient:
    patient = make_patient(clinic, name=name)
    make_episode(patient, day=9)
    return patient


@pytest.fixture
def pats_episode(pat: Patient) -> Episode:
    return pat.episodes.get()


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A client in which this user is signed in; CSRF is checked as in a browser."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the product's clock: `at(moment)`; it stands still until set again."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(clock, "_source", lambda: moment)

    return set_clock


@pytest.fixture
def zone_without_postgres(tmp_path: Path) -> Iterator[str]:
    """The name of a zone that Python knows and PostgreSQL does not."""
    before = zoneinfo.TZPATH
    name = make_zone(tmp_path)
    zoneinfo.reset_tzpath([tmp_path, *before])
    yield name
    zoneinfo.reset_tzpath(before)
    zoneinfo.ZoneInfo.clear_cache()

"""Clinics and people: valid, dull, nothing surprising."""

from itertools import count
from typing import Any

from backend.accounts.models import Clinic, Membership, User
from backend.accounts.roles import Role

_number = count(1)


def make_clinic(**fields: Any) -> Clinic:
    number = next(_number)
    defaults: dict[str, Any] = {
        "name": f"Clinic {number}",
        "slug": f"clinic-{number}",
        "country": "US",
        "zone": "America/New_York",
        "phone": "+1 212 555 0100",
    }
    return Clinic.objects.create(**(defaults | fields))


def make_user(**fields: Any) -> User:
    number = next(_number)
    defaults: dict[str, Any] = {
        "email": f"person-{number}@example.org",
        "name": f"Person {number}",
        "zone": "America/New_York",
    }
    return User.objects.create_user(**(defaults | fields))


def make_staff(clinic: Clinic, role: Role, **fields: Any) -> User:
    """A user who works at the clinic in that role."""
    user = make_user(**({"zone": clinic.zone} | fields))
    Membership.objects.create(user=user, clinic=clinic, role=role)
    return user

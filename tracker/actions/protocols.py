"""Release recovery plans. Whoever is in care keeps the version they began with."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import visible
from backend.common.errors import InvalidInput
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.protocol import Protocol, ProtocolError
from tracker.clinical.protocol_lengths import too_long
from tracker.models import ProtocolVersion
from tracker.queries import instruments

SETUP_JOB = "clinic setup"


@transaction.atomic
def ensure_default(clinic: Clinic) -> ProtocolVersion:
    """The clinic's newest version; a clinic without any gets the default plan."""
    newest = ProtocolVersion.objects.filter(clinic=clinic).order_by("-number").first()
    if newest is not None:
        return newest
    version, is_new = ProtocolVersion.objects.get_or_create(
        clinic=clinic, number=1, defaults={"plan": DEFAULT_PROTOCOL.as_json()}
    )
    if is_new:
        recorder.record("protocol.released", target=version, by=SETUP_JOB, number=1)
    return version


@transaction.atomic
def release(
    *, clinic: Clinic, plan: Protocol | Mapping[str, Any], by: User
) -> ProtocolVersion:
    """A new version for patients enrolled from now on.

    The plan may be in its stored form, as an editor sends it. Raises InvalidInput
    with the field and the reason where it could not be followed.
    """
    stored = _checked(plan)
    _check_characters(stored)
    _check_instruments(clinic, stored)
    # Two leads releasing at once: the row lock makes the second number follow.
    Clinic.objects.select_for_update(no_key=True).get(pk=clinic.pk)
    newest = ProtocolVersion.objects.filter(clinic=clinic).aggregate(Max("number"))
    version = ProtocolVersion.objects.create(
        clinic=clinic,
        number=(newest["number__max"] or 0) + 1,
        plan=stored,
        released_by=by,
    )
    recorder.record("protocol.released", target=version, by=by, number=version.number)
    return version


def _check_characters(stored: Mapping[str, Any]) -> None:
    """PostgreSQL keeps no NUL, not even inside JSON."""
    errors = [
        {
            "field": field,
            "code": "unreadable",
            "message": f"The text of {field} holds a character that cannot be kept.",
        }
        for field, text in _texts(stored)
        if "\x00" in text
    ]
    if errors:
        raise InvalidInput(errors)


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the plan with its place, such as phases[0].title."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{index}]")


def _trimmed(value: Any) -> Any:
    """The plan with every text as somebody can see it, empty where nobody can."""
    if isinstance(value, str):
        return visible.trimmed(value)
    if isinstance(value, Mapping):
        return {name: _trimmed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_trimmed(inner) for inner in value]
    return value


def _check_instruments(clinic: Clinic, stored: Mapping[str, Any]) -> None:
    """A plan asks only for what the clinic has."""
    offered = instruments.offered(clinic)
    for index, one in enumerate(stored["instruments"]):
        if one["code"] not in offered:
            raise InvalidInput(
                [
                    {
                        "field": f"instruments[{index}].code",
                        "code": "unknown_code",
                        "message": "This clinic has no such questionnaire.",
                    }
                ]
            )


def _checked(plan: Protocol | Mapping[str, Any]) -> dict[str, Any]:
    stored = _trimmed(plan.as_json() if isinstance(plan, Protocol) else plan)
    try:
        read = Protocol.from_json(stored)
    except ProtocolError as error:
        raise InvalidInput(
            [{"field": error.field, "code": "invalid_plan", "message": str(error)}]
        ) from error
    long = too_long(read)
    if long:
        raise InvalidInput(
            [
                {"field": field, "code": "too_long", "message": sentence}
                for field, sentence in long.items()
            ]
        )
    return read.as_json()

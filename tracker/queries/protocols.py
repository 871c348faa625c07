"""The released recovery plans of a clinic, and the one an episode follows."""

from django.db.models import QuerySet

from backend.accounts.models import Clinic
from backend.common.errors import NotFound
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.protocol import Protocol
from tracker.models import Episode, ProtocolVersion


def current(clinic: Clinic) -> ProtocolVersion:
    """The newest released version: the plan of the next patient."""
    version = versions(clinic).first()
    if version is None:
        raise NotFound("This clinic has not released a recovery plan yet.")
    return version


def versions(clinic: Clinic) -> QuerySet[ProtocolVersion]:
    """Every released version, newest first."""
    return ProtocolVersion.objects.filter(clinic=clinic).order_by("-number")


def plan_of(episode: Episode) -> Protocol:
    """The plan this episode began with, whatever was released since."""
    return Protocol.from_json(episode.protocol.plan)


def asked_codes(clinic: Clinic) -> list[str]:
    """The questionnaires that the plan of the next patient asks for."""
    version = versions(clinic).first()
    plan = Protocol.from_json(version.plan) if version else DEFAULT_PROTOCOL
    return [assigned.code for assigned in plan.instruments]

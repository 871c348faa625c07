"""Courses of care: open one, read it, amend it, close it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from backend.audit import recorder
from tracker.actions import episodes
from tracker.api.base import ApiView, read
from tracker.api.episode_json import PLACES, as_json, course_of, profile_of
from tracker.api.episode_schema import EpisodeChanges, EpisodeInput, EpisodeOutput
from tracker.api.inputs import inside
from tracker.api.permissions import clinic_of, requires
from tracker.queries import episodes as episode_queries
from tracker.queries import patients as patient_queries


class EpisodeList(ApiView):
    permission_classes = [requires(Permission.PATIENT_ENROL)]

    @extend_schema(
        operation_id="episode_open",
        request=EpisodeInput,
        responses={
            201: EpisodeOutput,
            409: OpenApiResponse(description="Another one is still active."),
        },
    )
    def post(self, request: Request) -> Response:
        """Open a course of care for a patient, on the clinic's current plan."""
        given = read(EpisodeInput, request)
        clinic = clinic_of(request)
        with inside(PLACES):
            episode = episodes.open_episode(
                patient=patient_queries.get_for_clinic(clinic, given["patient"]),
                by=request.user,
                replaces_active=given.get("replaces_active", False),
                **course_of(given),
            )
        return Response(as_json(episode), status=201)


class EpisodeItem(ApiView):
    permission_classes = [
        requires(Permission.PATIENT_VIEW, PATCH=Permission.PATIENT_EDIT)
    ]

    @extend_schema(operation_id="episode_get", responses=EpisodeOutput)
    def get(self, request: Request, episode_id: UUID) -> Response:
        """A course of care with its procedure, profile and plan."""
        episode = _episode(request, episode_id)
        recorder.record("patient.read", by=request.user, target=episode.patient)
        return Response(as_json(episode))

    @extend_schema(
        operation_id="episode_amend",
        request=EpisodeChanges,
        responses={
            200: EpisodeOutput,
            409: OpenApiResponse(description="Open alerts forbid closing."),
        },
    )
    def patch(self, request: Request, episode_id: UUID) -> Response:
        """Change the named fields and no other, all of them or none."""
        episode = _episode(request, episode_id)
        given = read(EpisodeChanges, request, partial=True)
        with transaction.atomic(), inside(PLACES):
            _amend(episode, given, by=request.user)
        return Response(as_json(_episode(request, episode_id)))


def _amend(episode: Any, given: dict[str, Any], *, by: Any) -> None:
    facts = given.get("procedure", {})
    if "baseline_pain" in given:
        facts = facts | {"baseline_pain": given["baseline_pain"]}
    if facts:
        episodes.amend(episode=episode, by=by, **facts)
    if given.get("profile"):
        episodes.update_profile(episode=episode, by=by, **profile_of(given))
    if given.get("status") == "closed":
        episodes.close(episode=episode, by=by)


def _episode(request: Request, episode_id: UUID) -> Any:
    return episode_queries.get_for_clinic(clinic_of(request), episode_id)

"""A second procedure of a course of care, and the way back."""

from uuid import UUID

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from tracker.actions import procedures
from tracker.actions.episodes import ProcedureDetails
from tracker.api.base import ApiView, read
from tracker.api.episode_json import PLACES, as_json
from tracker.api.episode_schema import EpisodeOutput, SecondProcedureInput
from tracker.api.inputs import inside
from tracker.api.permissions import clinic_of, requires
from tracker.queries import episodes


class EpisodeProcedures(ApiView):
    permission_classes = [requires(Permission.PATIENT_EDIT)]

    @extend_schema(
        operation_id="episode_restart",
        request=SecondProcedureInput,
        responses={
            201: EpisodeOutput,
            409: OpenApiResponse(description="The course of care is closed."),
        },
    )
    def post(self, request: Request, episode_id: UUID) -> Response:
        """Count the same course of care again from a second procedure."""
        episode = episodes.get_for_clinic(clinic_of(request), episode_id)
        given = read(SecondProcedureInput, request)
        with inside(PLACES):
            procedures.restart(
                episode=episode,
                by=request.user,
                procedure=ProcedureDetails(**given["procedure"]),
                baseline_pain=given.get("baseline_pain"),
                current_protocol=given.get("current_protocol", False),
            )
        episode = episodes.get_for_clinic(clinic_of(request), episode_id)
        return Response(as_json(episode), status=201)

    @extend_schema(
        operation_id="episode_restart_undo",
        responses={
            200: EpisodeOutput,
            409: OpenApiResponse(description="There is no restart of the last day."),
        },
    )
    def delete(self, request: Request, episode_id: UUID) -> Response:
        """Count from the earlier procedure again, within a day of the restart."""
        episode = episodes.get_for_clinic(clinic_of(request), episode_id)
        procedures.undo_restart(episode=episode, by=request.user)
        episode = episodes.get_for_clinic(clinic_of(request), episode_id)
        return Response(as_json(episode))

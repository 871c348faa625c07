"""A new link that lets a patient in once."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.actions import open_invitation
from backend.accounts.roles import Permission
from tracker.actions import invitations
from tracker.api.base import ApiView
from tracker.api.patient_schema import InvitationOutput
from tracker.api.permissions import clinic_of, requires
from tracker.queries import patients as patient_queries


class PatientInvitations(ApiView):
    permission_classes = [requires(Permission.PATIENT_INVITE)]

    @extend_schema(
        operation_id="patient_invite",
        request=None,
        responses={
            201: InvitationOutput,
            409: OpenApiResponse(description="This patient can sign in already."),
        },
    )
    def post(self, request: Request, patient_id: UUID) -> Response:
        """A new single-use link; earlier ones stop working."""
        patient = patient_queries.get_for_clinic(clinic_of(request), patient_id)
        link = invitations.invite_patient(patient=patient, by=request.user)
        return Response(invitation_json(link), status=201)


def invitation_json(link: str) -> dict[str, Any]:
    invitation = open_invitation(link.rsplit("/", 1)[-1])
    return {"link": link, "expires_at": invitation.expires_at}

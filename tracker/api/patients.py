"""The people in care at a clinic: enrol, find, read, change."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from backend.audit import recorder
from tracker.actions import enrolment, patients
from tracker.actions.enrolment import LONGEST_KEY, EnrolmentDetails
from tracker.api import episode_json
from tracker.api.base import ApiView, invalid, page, read, search_text
from tracker.api.episode_json import PLACES, course_of
from tracker.api.inputs import inside
from tracker.api.invitations import invitation_json
from tracker.api.patient_schema import (
    EnrolmentInput,
    EnrolmentOutput,
    PatientDetailOutput,
    PatientInput,
    PatientOutput,
)
from tracker.api.permissions import clinic_of, requires
from tracker.api.schema import paged
from tracker.queries import episodes as episode_queries
from tracker.queries import patients as patient_queries

FIELDS = tuple(PatientInput().fields)
COURSE = {name: f"episode.{place}" for name, place in PLACES.items()} | {
    "baseline_pain": "episode.baseline_pain"
}
KEY = OpenApiParameter(
    "Idempotency-Key",
    location=OpenApiParameter.HEADER,
    description="A UUID or other text of at most 100 characters, new for each patient.",
)


class PatientList(ApiView):
    permission_classes = [
        requires(Permission.PATIENT_VIEW, POST=Permission.PATIENT_ENROL)
    ]

    @extend_schema(
        operation_id="patient_list",
        parameters=[
            OpenApiParameter("search", description="Part of the patient's name."),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=paged(PatientOutput),
    )
    def get(self, request: Request) -> Response:
        """The patients of the clinic, newest first."""
        rows = patient_queries.of_clinic(clinic_of(request), search_text(request))
        return page(self, rows, summary)

    @extend_schema(
        operation_id="patient_enrol",
        parameters=[KEY],
        request=EnrolmentInput,
        responses={
            201: EnrolmentOutput,
            200: OpenApiResponse(
                EnrolmentOutput,
                description="The same request again: the patient it enrolled.",
            ),
            409: OpenApiResponse(description="The key came with other content."),
        },
    )
    def post(self, request: Request) -> Response:
        """Enrol: the person, the course of care and the invitation, or nothing.

        With a key the same request again is harmless. Its answer has a new link; the
        one before stops working.
        """
        key = _key(request)
        given = read(EnrolmentInput, request)
        course = given.pop("episode", None)
        facts = course_of(course) if course else {}
        with inside(COURSE):
            done = enrolment.enrol(
                clinic=clinic_of(request),
                by=request.user,
                details=EnrolmentDetails(**given, **facts),
                key=key,
            )
        body = {
            "patient": detail(done.patient),
            "invitation": invitation_json(done.link) if done.link else None,
        }
        return Response(body, status=201 if done.is_new else 200)


class PatientItem(ApiView):
    permission_classes = [
        requires(Permission.PATIENT_VIEW, PATCH=Permission.PATIENT_EDIT)
    ]

    @extend_schema(operation_id="patient_get", responses=PatientDetailOutput)
    def get(self, request: Request, patient_id: UUID) -> Response:
        """The record of a patient with every course of care."""
        patient = patient_queries.get_for_clinic(clinic_of(request), patient_id)
        recorder.record("patient.read", by=request.user, target=patient)
        return Response(detail(patient))

    @extend_schema(
        operation_id="patient_update",
        request=PatientInput,
        responses=PatientDetailOutput,
    )
    def patch(self, request: Request, patient_id: UUID) -> Response:
        """Change the named fields and no other."""
        patient = patient_queries.get_for_clinic(clinic_of(request), patient_id)
        given = read(PatientInput, request, partial=True)
        patient = patients.update(patient=patient, by=request.user, **given)
        return Response(detail(patient))


def _key(request: Request) -> str:
    key: str = request.headers.get("Idempotency-Key", "")
    if len(key) > LONGEST_KEY:
        sentence = f"The key is text of at most {LONGEST_KEY} characters."
        raise invalid("Idempotency-Key", "too_long", sentence)
    return key


def summary(patient: Any) -> dict[str, Any]:
    return {
        "id": patient.pk,
        **{name: getattr(patient, name) for name in FIELDS},
        "has_account": patient.user_id is not None,
        "created_at": patient.created_at,
    }


def detail(patient: Any) -> dict[str, Any]:
    episodes = episode_queries.of_patient(patient)
    return summary(patient) | {"episodes": [episode_json.as_json(e) for e in episodes]}

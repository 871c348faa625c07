"""Everything that is stored about me, as a file to keep."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from backend.audit import recorder
from backend.common import clock
from tracker.pages import papers
from tracker.pages.decorators import patient_page_at_clinic_after_care
from tracker.pages.presenters import own_data as presenter
from tracker.pages.requests import PatientRequest
from tracker.queries import own_data


@require_safe
@patient_page_at_clinic_after_care
def as_json(request: PatientRequest) -> HttpResponse:
    return _file(
        request,
        "json",
        "application/json",
        lambda lists: presenter.as_json(lists, clock.now()),
    )


@require_safe
@patient_page_at_clinic_after_care
def as_csv(request: PatientRequest) -> HttpResponse:
    return _file(request, "zip", "application/zip", presenter.as_zip)


@require_safe
@patient_page_at_clinic_after_care
def as_pdf(request: PatientRequest) -> HttpResponse:
    patient = request.episode.patient
    papers.require_pdf()
    return _file(
        request,
        "pdf",
        "application/pdf",
        lambda lists: papers.all_data(patient, lists),
    )


def _file(
    request: PatientRequest,
    ending: str,
    content_type: str,
    written: Callable[[presenter.Lists], bytes],
) -> HttpResponse:
    patient = request.episode.patient
    content = written(own_data.of_patient(patient))
    recorder.record("own_data.saved", by=request.user, target=patient, as_file=ending)
    today = clock.local_today(patient.zone)
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="my-data-{today}.{ending}"'
        },
    )

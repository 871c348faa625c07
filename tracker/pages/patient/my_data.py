"""Who looked at my record, what I agreed to, and everything that is stored."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from tracker.pages.decorators import patient_page_at_clinic_after_care
from tracker.pages.presenters import looks as presenter
from tracker.pages.requests import PatientRequest
from tracker.queries import consents, episodes, looks

PAGE_SIZE = 60


@patient_page_at_clinic_after_care
def my_data(request: PatientRequest) -> HttpResponse:
    patient = request.episode.patient
    listed = Paginator(looks.events(patient), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    found = looks.described(patient, list(listed))
    agreements = consents.of_patient(patient)
    context = {
        "listed": listed,
        "days": presenter.by_day(found, patient.zone),
        "agreement": agreements[0] if agreements else None,
        "has_withdrawn": patient.consent_withdrawn_at is not None,
        "clinic": patient.clinic,
        "clinics": episodes.clinics_of(request.user),
        "page": "my-data",
    }
    return render(request, "tracker/patient/my_data.html", context)

"""The questionnaires a clinic can ask for: the product's own and those it brought."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from backend.accounts.models import Clinic
from backend.common.errors import NotFound
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.wording.spoken import instrument_in
from tracker.models import ImportedInstrument, QuestionnaireResponse
from tracker.queries import speech


def imported(clinic: Clinic) -> QuerySet[ImportedInstrument]:
    """Every version a clinic brought, drafts too, the newest of a code first."""
    return (
        ImportedInstrument.objects.filter(clinic=clinic)
        .select_related("imported_by", "licence_confirmed_by")
        # The upload may be a megabyte that no page shows.
        .defer("source")
        .order_by("code", "-number")
    )


def get_for_clinic(clinic: Clinic, instrument_id: UUID) -> ImportedInstrument:
    """Raises NotFound, also for another clinic's."""
    found = imported(clinic).filter(pk=instrument_id).first()
    if found is None:
        raise NotFound
    return found


def confirmed(clinic_id: UUID) -> dict[str, ImportedInstrument]:
    """The newest version of each code that somebody has answered for."""
    rows = (
        ImportedInstrument.objects.filter(clinic_id=clinic_id)
        .exclude(licence_confirmed_at=None)
        .defer("source")
        .order_by("code", "-number")
        .distinct("code")
    )
    return {row.code: row for row in rows}


def confirmed_codes(clinic_ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """What the plans of each of these clinics may ask for, the product's own too."""
    found = {clinic_id: set(OWN_INSTRUMENTS) for clinic_id in clinic_ids}
    rows = ImportedInstrument.objects.filter(clinic_id__in=clinic_ids)
    for clinic_id, code in (
        rows.exclude(licence_confirmed_at=None).values_list("clinic", "code").distinct()
    ):
        found[clinic_id].add(code)
    return found


def offered(clinic: Clinic) -> dict[str, Instrument]:
    """What a plan of this clinic may ask for, by code."""
    brought = {code: of_row(row) for code, row in confirmed(clinic.pk).items()}
    return {**brought, **OWN_INSTRUMENTS}


def of_row(row: ImportedInstrument) -> Instrument:
    """The instrument of a stored version."""
    return Instrument.from_json(row.definition)


def of_response(response: QuestionnaireResponse) -> Instrument:
    """The questions as they were when this occasion was begun."""
    if response.imported is not None:
        return of_row(response.imported)
    return instrument_in(OWN_INSTRUMENTS[response.instrument], speech.current())

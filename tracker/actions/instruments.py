"""Bring a questionnaire to a clinic: upload, look, answer for the licence."""

from collections.abc import Mapping
from typing import Any

import orjson
from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.fhir import InvalidQuestionnaire, read_questionnaire
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.schedule import Schedule, ScheduleError
from tracker.models import ImportedInstrument

MOST_BYTES = 1024 * 1024
LONGEST_CODE = 40
NOT_YET = "Not confirmed yet."


@transaction.atomic
def bring(*, clinic: Clinic, content: bytes, by: User) -> ImportedInstrument:
    """Keep an uploaded FHIR R4 Questionnaire as a draft that nobody is asked yet.

    The same name again is the next version. Raises InvalidInput with the path of
    what could not be taken.
    """
    resource = _resource(content)
    code = _code(resource)
    instrument = _read(resource, code, "none", Schedule(), NOT_YET)
    # Two uploads at once: the row lock makes the second number follow.
    Clinic.objects.select_for_update().get(pk=clinic.pk)
    newest = ImportedInstrument.objects.filter(clinic=clinic, code=code).aggregate(
        Max("number")
    )
    draft = ImportedInstrument.objects.create(
        clinic=clinic,
        code=code,
        number=(newest["number__max"] or 0) + 1,
        title=instrument.title,
        definition=instrument.as_json(),
        source=resource,
        imported_by=by,
    )
    recorder.record(
        "instrument.brought", target=draft, by=by, code=code, number=draft.number
    )
    return draft


@transaction.atomic
def confirm(
    *,
    draft: ImportedInstrument,
    scoring: str,
    schedule: Mapping[str, Any],
    licence: str,
    is_licensed: bool,
    by: User,
) -> ImportedInstrument:
    """Make a draft one that a plan may ask for; from then on it is fixed.

    `is_licensed` is the word of the person who says that the clinic may use it.
    Raises InvalidInput naming each wrong field, Conflict where it is confirmed.
    """
    draft = ImportedInstrument.objects.select_for_update().get(pk=draft.pk)
    if draft.licence_confirmed_at is not None:
        raise Conflict("This version is already confirmed.")
    if not is_licensed:
        raise _invalid(
            "is_licensed", "Tick this once you know that the clinic may use it."
        )
    days = _schedule(schedule)
    instrument = _read(draft.source, draft.code, scoring, days, licence)
    draft.definition = instrument.as_json()
    draft.licence_confirmed_at = clock.now()
    draft.licence_confirmed_by = by
    draft.save(
        update_fields=["definition", "licence_confirmed_at", "licence_confirmed_by"]
    )
    recorder.record(
        "instrument.licence_confirmed",
        target=draft,
        by=by,
        code=draft.code,
        number=draft.number,
        scoring=scoring,
    )
    return draft


@transaction.atomic
def discard(*, draft: ImportedInstrument, by: User) -> None:
    """Throw a draft away. Raises Conflict for one that was confirmed."""
    gone, _ = ImportedInstrument.objects.filter(
        pk=draft.pk, licence_confirmed_at=None
    ).delete()
    if not gone:
        raise Conflict("This version is already confirmed and stays.")
    recorder.record(
        "instrument.discarded",
        target=draft,
        by=by,
        code=draft.code,
        number=draft.number,
    )


def _resource(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise _invalid("file", "The file is larger than 1 MB.")
    try:
        resource = orjson.loads(content)
    except orjson.JSONDecodeError:
        resource = None
    if not isinstance(resource, dict):
        raise _invalid("file", "The file is a FHIR R4 Questionnaire in JSON.")
    return resource


def _code(resource: Mapping[str, Any]) -> str:
    """A stable name: the next upload of the same questionnaire is its next version."""
    names = (resource.get(field) for field in ("name", "id", "title"))
    named = next((name for name in names if isinstance(name, str) and name), "")
    code = slugify(named)[:LONGEST_CODE] or "questionnaire"
    return f"own-{code}"[:LONGEST_CODE] if code in OWN_INSTRUMENTS else code


def _read(
    resource: Mapping[str, Any],
    code: str,
    scoring: str,
    schedule: Schedule,
    licence: str,
) -> Instrument:
    try:
        return read_questionnaire(
            resource, code=code, scoring=scoring, schedule=schedule, licence=licence
        )
    except InvalidQuestionnaire as fault:
        raise _invalid(fault.field, str(fault)) from fault


def _schedule(raw: Mapping[str, Any]) -> Schedule:
    try:
        return Schedule.from_json(raw)
    except ScheduleError as fault:
        raise _invalid(fault.field, str(fault)) from fault


def _invalid(field: str, message: str) -> InvalidInput:
    return InvalidInput([{"field": field, "code": "invalid", "message": message}])

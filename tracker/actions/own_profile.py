"""Change what is known of the person signed in."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backend.audit import recorder
from backend.common.errors import InvalidInput
from tracker.actions import field_checks as checks
from tracker.actions import patients, zones

CHECKS = {
    "name": checks.text(gettext_noop("The name"), 200, required=True),
    "locale": checks.locale,
    "zone": checks.zone,
}
# A clinic's record keeps the name the clinic wrote; the days follow the person.
OF_RECORD = ("locale", "zone")


@transaction.atomic
def change(*, user: Any, zone_kind: str | None = None, **changes: Any) -> None:
    """Change the named fields and no other. Raises InvalidInput.

    `zone_kind` says what the zone is to them; without it, their home.
    """
    if zone_kind is not None:
        zones.answer(user=user, zone=_with_kind(changes), kind=zone_kind)
    fields = checks.read_fields(changes, CHECKS)
    changed = [name for name in fields if getattr(user, name) != fields[name]]
    for name in changed:
        setattr(user, name, fields[name])
    if changed:
        user.save(update_fields=changed)
        recorder.record("user.updated", target=user, by=user, fields=sorted(changed))
    of_record = {name: fields[name] for name in OF_RECORD if name in fields}
    for patient in user.patients.select_related("clinic"):
        patients.update(patient=patient, by=user, **of_record)


def _with_kind(changes: dict[str, Any]) -> str:
    """The zone that a kind is said of. Raises InvalidInput."""
    if "zone" not in changes:
        sentence = _("What a zone is to you is said together with the zone.")
        error = {"field": "zone_kind", "code": "needs_zone", "message": sentence}
        raise InvalidInput([error])
    return str(changes.pop("zone"))

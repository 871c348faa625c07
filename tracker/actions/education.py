"""Change the cards of a clinic: each change is a new row, and holds at once."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common.errors import Conflict, InvalidInput, NotFound
from tracker.clinical.education.cards import BY_ID
from tracker.clinical.education.clinic_card import (
    OWN,
    ClinicCard,
    InvalidCard,
    is_known,
    read,
)
from tracker.models import ClinicCardVersion
from tracker.queries import education


@transaction.atomic
def change(
    *, clinic: Clinic, card: str, content: Mapping[str, Any], seen: int, by: User
) -> ClinicCardVersion | None:
    """Hide a card, or say it in the clinic's words. The same again changes nothing.

    `seen` is the number of the newest change the editor saw, 0 for none: what somebody
    else changed meanwhile is not written over. Raises InvalidInput, NotFound for a
    card that is neither ours nor the clinic's, and Conflict.
    """
    _hold(clinic)
    newest = education.versions_of(clinic, card).first()
    if card not in BY_ID and newest is None:
        raise NotFound
    return _append(clinic, _checked(card, content), newest, seen, by)


@transaction.atomic
def add(*, clinic: Clinic, content: Mapping[str, Any], by: User) -> ClinicCardVersion:
    """A card that only this clinic has. The same again is a second press.

    Raises InvalidInput naming each wrong field.
    """
    _hold(clinic)
    own = [row for row in education.newest_of(clinic.pk) if row.card not in BY_ID]
    edit = _checked(f"{OWN}{len(own) + 1}", content)
    for row in own:
        if row.content == edit.as_json():
            return row
    return _stored(clinic, edit, 1, by)


@transaction.atomic
def take_back(
    *, clinic: Clinic, card: str, seen: int, by: User
) -> ClinicCardVersion | None:
    """Say again what was said before change `seen`; an own card's first is hidden.

    Raises NotFound where nothing was changed, and Conflict where somebody else was
    faster.
    """
    _hold(clinic)
    rows = list(education.versions_of(clinic, card))
    if not rows or not is_known(card):
        raise NotFound
    before = next((row.content for row in rows if row.number == seen - 1), None)
    if before is None:
        first = rows[-1].content
        before = {} if card in BY_ID else {**first, "is_hidden": True}
    return _append(clinic, read(card, before), rows[0], seen, by)


def _hold(clinic: Clinic) -> None:
    # Two leads at once: the row lock makes the second see the first one's change. Of
    # this kind it holds up no entry that names the clinic.
    Clinic.objects.select_for_update(no_key=True).get(pk=clinic.pk)


def _append(
    clinic: Clinic,
    edit: ClinicCard,
    newest: ClinicCardVersion | None,
    seen: int,
    by: User,
) -> ClinicCardVersion | None:
    is_same = newest.content == edit.as_json() if newest else edit.says_nothing
    if is_same:
        return newest
    number = newest.number if newest else 0
    if number != seen:
        raise Conflict(
            "Somebody changed this card while you had it open. Look at it again,"
            " then save.",
            code="changed_meanwhile",
        )
    return _stored(clinic, edit, number + 1, by)


def _stored(
    clinic: Clinic, edit: ClinicCard, number: int, by: User
) -> ClinicCardVersion:
    version = ClinicCardVersion.objects.create(
        clinic=clinic,
        card=edit.id,
        number=number,
        content=edit.as_json(),
        changed_by=by,
    )
    recorder.record(
        "card.changed",
        target=version,
        by=by,
        card=edit.id,
        number=number,
        is_hidden=edit.is_hidden,
    )
    return version


def _checked(card: str, content: Mapping[str, Any]) -> ClinicCard:
    try:
        return read(card, content)
    except InvalidCard as invalid:
        raise InvalidInput(
            [
                {"field": field, "code": "invalid_card", "message": message}
                for field, message in invalid.faults
            ]
        ) from invalid

"""A clinic changes its cards: each change is a row, holds at once, can be undone."""

from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common.errors import Conflict, InvalidInput, NotFound
from tracker.actions import education as actions
from tracker.models import ClinicCardVersion
from tracker.queries import education

OURS = {"is_hidden": False, "words": {}}
CHANGED = {"words": {"en": {"title": "Call us", "text": "On any day. We listen."}}}
CLASS = {
    "words": {"en": {"title": "Class", "text": "On Tuesday. At five."}},
    "topic": "physical_therapy",
    "from_day": 15,
    "to_day": 42,
}


def change(
    clinic: Clinic, by: User, content: dict[str, Any], seen: int = 0
) -> ClinicCardVersion | None:
    return actions.change(
        clinic=clinic, card="worry", content=content, seen=seen, by=by
    )


def test_a_change_is_a_row_with_who_and_when(clinic_a: Clinic, lena: User) -> None:
    version = change(clinic_a, lena, CHANGED)

    assert version is not None
    assert (version.number, version.changed_by) == (1, lena)
    assert education.edits_of(clinic_a.pk)["worry"].words["en"].title == "Call us"
    event = AuditEvent.objects.get(action="card.changed")
    assert event.detail == {"card": "worry", "number": 1, "is_hidden": False}


def test_another_clinic_reads_our_words(
    clinic_a: Clinic, clinic_b: Clinic, lena: User
) -> None:
    change(clinic_a, lena, CHANGED)

    assert education.edits_of(clinic_b.pk) == {}


def test_the_same_again_changes_nothing(clinic_a: Clinic, lena: User) -> None:
    first = change(clinic_a, lena, CHANGED)

    assert change(clinic_a, lena, CHANGED, seen=0) == first
    assert change(clinic_a, lena, CHANGED, seen=1) == first
    assert ClinicCardVersion.objects.count() == 1


def test_saving_our_own_words_leaves_the_card_ours(
    clinic_a: Clinic, lena: User
) -> None:
    assert change(clinic_a, lena, OURS) is None
    assert not ClinicCardVersion.objects.exists()


def test_the_second_of_two_editors_is_told(clinic_a: Clinic, lena: User) -> None:
    change(clinic_a, lena, CHANGED)

    with pytest.raises(Conflict) as caught:
        change(clinic_a, lena, {"is_hidden": True}, seen=0)

    assert caught.value.code == "changed_meanwhile"
    assert ClinicCardVersion.objects.count() == 1


def test_a_fault_stores_nothing(clinic_a: Clinic, lena: User) -> None:
    with pytest.raises(InvalidInput) as caught:
        change(clinic_a, lena, {"words": {"en": {"title": "Only a title"}}})

    assert caught.value.errors == [
        {
            "field": "text_en",
            "code": "invalid_card",
            "message": "The English text is missing.",
        }
    ]
    assert not ClinicCardVersion.objects.exists()


@pytest.mark.parametrize("card", ["nothing", "own-1"])
def test_a_card_that_is_not_there_is_not_found(
    clinic_a: Clinic, clinic_b: Clinic, lena: User, card: str
) -> None:
    actions.add(clinic=clinic_b, content=CLASS, by=lena)

    with pytest.raises(NotFound):
        actions.change(clinic=clinic_a, card=card, content=CLASS, seen=0, by=lena)
    with pytest.raises(NotFound):
        actions.take_back(clinic=clinic_a, card=card, seen=1, by=lena)


def test_taking_back_says_what_was_said_before(clinic_a: Clinic, lena: User) -> None:
    change(clinic_a, lena, CHANGED)
    change(clinic_a, lena, {"is_hidden": True}, seen=1)

    back = actions.take_back(clinic=clinic_a, card="worry", seen=2, by=lena)
    again = actions.take_back(clinic=clinic_a, card="worry", seen=2, by=lena)

    assert back == again
    assert [(v.number, v.content["is_hidden"]) for v in _versions(clinic_a)] == [
        (3, False),
        (2, True),
        (1, False),
    ]


def test_taking_the_first_change_back_makes_the_card_ours(
    clinic_a: Clinic, lena: User
) -> None:
    change(clinic_a, lena, CHANGED)

    actions.take_back(clinic=clinic_a, card="worry", seen=1, by=lena)

    assert education.edits_of(clinic_a.pk)["worry"].says_nothing


def test_taking_back_what_somebody_changed_since_is_refused(
    clinic_a: Clinic, lena: User
) -> None:
    change(clinic_a, lena, {"is_hidden": True})
    change(clinic_a, lena, CHANGED, seen=1)
    change(clinic_a, lena, {"is_hidden": True} | CHANGED, seen=2)

    with pytest.raises(Conflict):
        actions.take_back(clinic=clinic_a, card="worry", seen=2, by=lena)


def test_a_card_of_the_clinics_own(clinic_a: Clinic, lena: User) -> None:
    first = actions.add(clinic=clinic_a, content=CLASS, by=lena)
    again = actions.add(clinic=clinic_a, content=CLASS, by=lena)
    other = actions.add(clinic=clinic_a, content=CLASS | {"topic": "sleep"}, by=lena)

    assert (first.card, again, other.card) == ("own-1", first, "own-2")


def test_taking_back_a_card_of_the_clinics_own_hides_it(
    clinic_a: Clinic, lena: User
) -> None:
    actions.add(clinic=clinic_a, content=CLASS, by=lena)

    actions.take_back(clinic=clinic_a, card="own-1", seen=1, by=lena)
    hidden = education.edits_of(clinic_a.pk)["own-1"]
    actions.take_back(clinic=clinic_a, card="own-1", seen=2, by=lena)

    assert (hidden.is_hidden, hidden.words["en"].title) == (True, "Class")
    assert not education.edits_of(clinic_a.pk)["own-1"].is_hidden


def test_what_a_clinic_said_of_a_retired_card_is_left(
    clinic_a: Clinic, lena: User
) -> None:
    ClinicCardVersion.objects.create(
        clinic=clinic_a, card="retired", number=1, content=OURS, changed_by=lena
    )

    assert education.edits_of(clinic_a.pk) == {}
    with pytest.raises(NotFound):
        actions.take_back(clinic=clinic_a, card="retired", seen=1, by=lena)


def _versions(clinic: Clinic) -> list[ClinicCardVersion]:
    return list(education.versions_of(clinic, "worry"))

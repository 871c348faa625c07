"""Who answers for a language: once, for these texts, at this clinic."""

from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import language_sign_offs
from tracker.clinical.triage.rulesets import CURRENT
from tracker.clinical.wording.sign_off import digest
from tracker.models import LanguageSignOff
from tracker.queries.language_sign_offs import is_signed, newest


def sign(clinic: Clinic, by: User, **changes: Any) -> LanguageSignOff:
    values = {
        "version": CURRENT,
        "language": "es",
        "digest": digest(CURRENT, "es"),
    } | changes
    return language_sign_offs.sign(clinic=clinic, by=by, **values)


def test_a_signature_holds_for_its_clinic_and_language_and_is_audited(
    clinic_a: Clinic, clinic_b: Clinic, lena: User
) -> None:
    signature = sign(clinic_a, lena)

    event = AuditEvent.objects.get(action="language.signed")
    assert is_signed(clinic_a, "es")
    assert not is_signed(clinic_a, "de")
    assert not is_signed(clinic_b, "es")
    assert newest(clinic_a, CURRENT) == {"es": signature}
    assert (event.actor_name, event.clinic_id) == ("Lena Ito", clinic_a.pk)
    assert event.detail == {
        "version": CURRENT,
        "language": "es",
        "digest": signature.digest,
    }


def test_signing_twice_is_harmless(clinic_a: Clinic, lena: User, ada: User) -> None:
    first = sign(clinic_a, lena)

    assert sign(clinic_a, ada) == first
    assert first.signed_by == lena
    assert AuditEvent.objects.filter(action="language.signed").count() == 1


def test_texts_that_changed_meanwhile_are_not_signed(
    clinic_a: Clinic, lena: User
) -> None:
    with pytest.raises(Conflict, match="A text has changed"):
        sign(clinic_a, lena, digest="0" * 64)

    assert not LanguageSignOff.objects.exists()


def test_a_signature_of_earlier_texts_counts_for_nothing(
    clinic_a: Clinic, lena: User
) -> None:
    signature = sign(clinic_a, lena)
    LanguageSignOff.objects.filter(pk=signature.pk).update(digest="0" * 64)

    assert not is_signed(clinic_a, "es")
    assert newest(clinic_a, CURRENT)["es"].pk == signature.pk


@pytest.mark.parametrize(
    ("field", "value"), [("version", "1999.1"), ("language", "en"), ("language", "xx")]
)
def test_what_cannot_be_signed_is_named(
    clinic_a: Clinic, lena: User, field: str, value: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        sign(clinic_a, lena, **{field: value})

    assert [error["field"] for error in refused.value.errors] == [field]

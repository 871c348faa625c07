"""Releasing plans without touching who is in care."""

from dataclasses import replace

import pytest

from backend.accounts.models import Clinic, User
from backend.common.errors import InvalidInput, NotFound
from tracker.actions import protocols
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.protocol import Protocol
from tracker.models import Episode, ProtocolVersion
from tracker.queries import protocols as queries


def test_ensure_default_gives_one_version(clinic_a: Clinic) -> None:
    version = protocols.ensure_default(clinic_a)

    assert protocols.ensure_default(clinic_a) == version
    assert (version.number, version.released_by) == (1, None)
    assert Protocol.from_json(version.plan) == DEFAULT_PROTOCOL


def test_release_leaves_patients_their_version(
    pats_episode: Episode, lena: User
) -> None:
    plan = replace(DEFAULT_PROTOCOL, version="ours 2")

    version = protocols.release(clinic=pats_episode.clinic, plan=plan, by=lena)

    assert (version.number, version.released_by) == (2, lena)
    assert queries.current(pats_episode.clinic) == version
    pats_episode.refresh_from_db()
    assert queries.plan_of(pats_episode).version == DEFAULT_PROTOCOL.version
    assert [v.number for v in queries.versions(pats_episode.clinic)] == [2, 1]


def test_release_says_what_is_wrong_with_a_plan(clinic_a: Clinic, lena: User) -> None:
    plan = DEFAULT_PROTOCOL.as_json()
    del plan["phases"][0]

    with pytest.raises(InvalidInput) as caught:
        protocols.release(clinic=clinic_a, plan=plan, by=lena)

    assert caught.value.errors[0]["field"] == "phases[0].first_day"
    assert not ProtocolVersion.objects.exists()


def test_a_character_that_cannot_be_kept_is_named(clinic_a: Clinic, lena: User) -> None:
    plan = DEFAULT_PROTOCOL.as_json()
    plan["phases"][1]["title"] = "Weeks 3\x00"

    with pytest.raises(InvalidInput) as caught:
        protocols.release(clinic=clinic_a, plan=plan, by=lena)

    assert [e["field"] for e in caught.value.errors] == ["phases[1].title"]
    assert not ProtocolVersion.objects.exists()


def test_a_text_that_nobody_can_see_is_not_released(
    clinic_a: Clinic, lena: User
) -> None:
    plan = DEFAULT_PROTOCOL.as_json()
    plan["milestones"][2]["why"] = "\u200b \ufeff"

    with pytest.raises(InvalidInput) as caught:
        protocols.release(clinic=clinic_a, plan=plan, by=lena)

    assert [e["field"] for e in caught.value.errors] == ["milestones[2].why"]
    assert not ProtocolVersion.objects.exists()


def test_a_text_that_is_too_long_is_not_released(clinic_a: Clinic, lena: User) -> None:
    plan = DEFAULT_PROTOCOL.as_json()
    plan["phases"][1]["what_to_expect"] = "x" * 601

    with pytest.raises(InvalidInput) as caught:
        protocols.release(clinic=clinic_a, plan=plan, by=lena)

    assert [(e["field"], e["code"]) for e in caught.value.errors] == [
        ("phases[1].what_to_expect", "too_long")
    ]
    assert not ProtocolVersion.objects.exists()


def test_a_long_text_that_was_released_is_still_read(
    pats_episode: Episode,
) -> None:
    version = pats_episode.protocol
    version.plan["phases"][1]["what_to_expect"] = "x" * 100_000
    version.save(update_fields=["plan"])

    read = queries.plan_of(Episode.objects.get(pk=pats_episode.pk))

    assert len(read.phases[1].what_to_expect) == 100_000


def test_clinic_without_a_plan_has_no_current_one(clinic_a: Clinic) -> None:
    with pytest.raises(NotFound):
        queries.current(clinic_a)

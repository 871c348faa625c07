"""Everything a check-in needs to know about its episode, in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.utils.translation import gettext as _

from backend.accounts.models import Clinic, User
from backend.common.errors import NotFound
from tracker.clinical.profile import Profile
from tracker.clinical.trends import Entry
from tracker.models import CaseloadRow
from tracker.queries import rulesets
from tracker.queries.rulesets import ClinicRules

_COLUMNS = """
SELECT episode.id, episode.patient_id, episode.protocol_id, episode.baseline_pain,
    patient.zone, patient.date_of_birth, patient.sex, patient.user_id,
    patient.consent_withdrawn_at IS NOT NULL AS has_withdrawn,
    profile.facts, profile.known_symptoms,
    operation.performed_on, operation.region, operation.routes,
    row_to_json(clinic)::text AS clinic,
    row_to_json(caseload)::text AS caseload,
    (SELECT coalesce(json_agg(json_build_array(
                entry.id, entry.corrects_id,
                entry.local_date - operation.performed_on, entry.answers)
            ORDER BY entry.recorded_at), '[]')::text
        FROM tracker_checkin entry WHERE entry.episode_id = episode.id) AS entries,
    (SELECT coalesce(json_agg(json_build_array(
                response.local_date - operation.performed_on, response.completed_at,
                response.score -> 'feeds')
            ORDER BY response.completed_at), '[]')::text
        FROM tracker_questionnaireresponse response
        WHERE response.episode_id = episode.id
            AND response.completed_at IS NOT NULL) AS scores,
    (SELECT min(earlier.performed_on) FROM tracker_earlierprocedure earlier
        WHERE earlier.episode_id = episode.id) AS earliest,
    (SELECT coalesce(json_agg(reached.code), '[]')::text
        FROM tracker_milestonereached reached
        WHERE reached.episode_id = episode.id) AS milestones,
    coalesce(
        (SELECT json_build_array(approval.id, approval.version, approval.parameters)
            FROM tracker_rulesetapproval approval
            WHERE approval.clinic_id = episode.clinic_id
            ORDER BY approval.created_at DESC, approval.id DESC LIMIT 1),
        (SELECT json_build_array(NULL, kept.version, '{}'::json)
            FROM tracker_keptruleset kept
            WHERE kept.clinic_id = episode.clinic_id))::text AS approval
FROM tracker_episode episode
    JOIN tracker_patient patient ON patient.id = episode.patient_id
    JOIN tracker_healthprofile profile ON profile.id = episode.profile_id
    JOIN tracker_procedure operation ON operation.episode_id = episode.id
    JOIN tracker_caseloadrow caseload ON caseload.episode_id = episode.id
    JOIN accounts_clinic clinic ON clinic.id = episode.clinic_id
"""
_OF_PATIENT = (
    _COLUMNS
    + """ WHERE patient.user_id = %s
ORDER BY episode.status = 'active' DESC, episode.created_at DESC LIMIT 1"""
)
_BY_ID = _COLUMNS + " WHERE episode.id = %s"
_BY_IDS = _COLUMNS + " WHERE episode.id = ANY(%s)"


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """A stored check-in; its ids stay text, for there may be hundreds."""

    id: str
    corrects: str | None
    day: int
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EpisodeState:
    """One consistent picture; `caseload.version` tells whether it still holds."""

    episode_id: UUID
    patient_id: UUID
    patient_user_id: UUID | None
    protocol_id: UUID
    zone: str
    performed_on: date
    # Of the first procedure, where the plan was started again: entries about the
    # time since then still belong to this course of care.
    first_performed_on: date
    date_of_birth: date
    # The patient has withdrawn their consent: nothing new is stored.
    has_withdrawn: bool
    profile: Profile
    clinic: Clinic
    rules: ClinicRules
    caseload: CaseloadRow
    entries: tuple[StoredEntry, ...]
    # What completed questionnaires say; they count beside the check-ins.
    scores: tuple[Entry, ...]
    milestones: frozenset[str]

    def entry(self, check_in_id: UUID) -> StoredEntry | None:
        key = str(check_in_id)
        return next((e for e in self.entries if e.id == key), None)

    def live_entries(self, *, without: UUID | None = None) -> list[StoredEntry]:
        """The entries no correction has replaced, oldest first."""
        replaced = {e.corrects for e in self.entries} | {str(without)}
        return [e for e in self.entries if e.id not in replaced]


def of_patient(user: User) -> EpisodeState:
    """The state of the user's own active episode, else of the last one closed.

    Raises NotFound.
    """
    return _read(_OF_PATIENT, user.pk)


def by_id(episode_id: UUID) -> EpisodeState:
    """Raises NotFound; the caller has yet to ask whether the actor may see it."""
    return _read(_BY_ID, episode_id)


def by_ids(episode_ids: Sequence[UUID]) -> list[EpisodeState]:
    """The states of those that exist, with one query."""
    return _read_all(_BY_IDS, list(episode_ids))


def _read(sql: str, key: UUID) -> EpisodeState:
    found = _read_all(sql, key)
    if not found:
        raise NotFound(_("There is no open course of care for this."))
    return found[0]


def _read_all(sql: str, key: UUID | list[UUID]) -> list[EpisodeState]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [key])
        names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
    return [_state(dict(zip(names, row, strict=True))) for row in rows]


def _state(row: dict[str, Any]) -> EpisodeState:
    return EpisodeState(
        episode_id=row["id"],
        patient_id=row["patient_id"],
        patient_user_id=row["user_id"],
        protocol_id=row["protocol_id"],
        zone=row["zone"],
        performed_on=row["performed_on"],
        first_performed_on=row["earliest"] or row["performed_on"],
        date_of_birth=row["date_of_birth"],
        has_withdrawn=row["has_withdrawn"],
        profile=_profile(row),
        clinic=_clinic(row["clinic"]),
        rules=rulesets.from_stored(row["approval"]),
        caseload=_caseload(orjson.loads(row["caseload"])),
        entries=tuple(
            StoredEntry(*columns) for columns in orjson.loads(row["entries"])
        ),
        scores=tuple(_score(*columns) for columns in orjson.loads(row["scores"])),
        milestones=frozenset(orjson.loads(row["milestones"])),
    )


def _score(day: int, completed_at: str, feeds: dict[str, Any]) -> Entry:
    return Entry.from_json({"recorded_at": completed_at, **feeds}, day=day)


def _profile(row: dict[str, Any]) -> Profile:
    baseline = row["baseline_pain"]
    return Profile(
        age=_age(row["date_of_birth"], row["performed_on"]),
        sex=row["sex"],
        region=row["region"],
        routes=tuple(_json(row["routes"])),
        baseline_pain=None if baseline is None else float(baseline),
        facts=frozenset(_json(row["facts"])),
        known_symptoms=frozenset(_json(row["known_symptoms"])),
    )


@lru_cache(maxsize=64)
def _clinic(stored: str) -> Clinic:
    """The clinic as it reads now; the same text is the same clinic, so it is kept."""
    columns = orjson.loads(stored)
    return Clinic(**{**columns, "id": UUID(columns["id"])})


def _caseload(stored: dict[str, Any]) -> CaseloadRow:
    row = CaseloadRow(**stored)
    row.episode_id = UUID(stored["episode_id"])
    waiting = stored["waiting_since"]
    row.waiting_since = datetime.fromisoformat(waiting) if waiting else None
    return row


def _json(value: Any) -> Any:
    return orjson.loads(value) if isinstance(value, str) else value


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

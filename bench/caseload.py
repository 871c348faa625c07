"""What a clinic of 10,000 patients costs: the worklist, and the count behind it.

The recount of overdue questionnaires runs every five minutes over everybody in care.
Parts take turns within a run; beside them stands one statement that only reads the
answers and rows that the recount has to read.

    python -m bench.caseload [--patients 10000] [--rounds 5]
"""

import argparse
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from statistics import median
from time import perf_counter, process_time

from bench.triage import start_database

ZONES = ("America/New_York", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata")
ENROLLED_BEFORE = timedelta(days=420)
# Of what was due, so that some is overdue and some is not.
UNANSWERED_EVERY = 3
LIMIT = """
SELECT count(*), count(r.occasion) FROM tracker_caseloadrow c
JOIN tracker_episode e ON e.id = c.episode_id
JOIN tracker_procedure p ON p.episode_id = e.id
JOIN tracker_patient t ON t.id = e.patient_id
LEFT JOIN tracker_questionnaireresponse r ON r.episode_id = e.id
"""


def main() -> None:
    args = _arguments()
    start_database()
    parts = _parts(_clinic(args.patients))
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in parts}
    queries = {
        name: _queries_of(prepare, part) for name, (prepare, part) in parts.items()
    }
    for _ in range(args.rounds):
        for name, (prepare, part) in parts.items():
            prepare()
            wall, cpu = perf_counter(), process_time()
            part()
            took[name].append((perf_counter() - wall, process_time() - cpu))
    print(f"{args.patients} patients, {args.rounds} rounds, {os.cpu_count()} cores")
    print(f"{'':36}{'ms':>8}{'CPU ms':>8}{'queries':>9}")
    for name, pairs in took.items():
        walls, cpus = zip(*pairs, strict=True)
        print(
            f"{name:36}{median(walls) * 1000:8.0f}{median(cpus) * 1000:8.0f}"
            f"{queries[name]:9d}"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--patients", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _queries_of(prepare: Callable[[], object], part: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    prepare()
    with CaptureQueriesContext(connection) as captured:
        part()
    return len(captured)


def _parts(clinic) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """Each part, and what makes the database ready for it."""
    from django.db import connection

    from tracker.actions import overdue_questionnaires
    from tracker.models import CaseloadRow
    from tracker.queries import caseload

    def limit() -> None:
        with connection.cursor() as cursor:
            cursor.execute(LIMIT)

    def spoil() -> None:
        CaseloadRow.objects.update(overdue_questionnaires=99)

    def nothing() -> None: ...

    recount = overdue_questionnaires.recount
    return {
        "limit: read it all in one statement": (nothing, limit),
        "recount, every count wrong": (spoil, recount),
        "recount, nothing to mend": (nothing, recount),
        "worklist: counts of the queues": (nothing, lambda: caseload.counts(clinic)),
        "worklist: the first 50 rows": (
            nothing,
            lambda: caseload.rows(clinic, queue="all", limit=51),
        ),
    }


def _clinic(patients: int):
    """Patients on days -7 to 399, in four zones, who answered two of three."""
    from django.db import connection

    from backend.common import clock
    from tests.factories.accounts import make_clinic, make_user
    from tracker.actions import protocols
    from tracker.models import (
        CaseloadRow,
        Episode,
        HealthProfile,
        Patient,
        Procedure,
        QuestionnaireResponse,
    )

    clinic, now = make_clinic(), clock.now()
    plan, user = protocols.ensure_default(clinic), make_user()
    people = Patient.objects.bulk_create(
        Patient(
            clinic=clinic,
            name=f"Patient {number}",
            date_of_birth=now.date() - timedelta(days=15_000),
            zone=ZONES[number % len(ZONES)],
        )
        for number in range(patients)
    )
    profiles = HealthProfile.objects.bulk_create(
        HealthProfile(patient=patient) for patient in people
    )
    episodes = Episode.objects.bulk_create(
        Episode(
            clinic=clinic,
            patient=patient,
            protocol=plan,
            profile=profile,
            baseline_pain=6,
            created_at=now - ENROLLED_BEFORE,
        )
        for patient, profile in zip(people, profiles, strict=True)
    )
    days = {episode.pk: number % 407 - 7 for number, episode in enumerate(episodes)}
    Procedure.objects.bulk_create(
        Procedure(episode=one, performed_on=now.date() - timedelta(days=days[one.pk]))
        for one in episodes
    )
    CaseloadRow.objects.bulk_create(
        CaseloadRow(episode=one, clinic=clinic) for one in episodes
    )
    for episode in episodes:
        QuestionnaireResponse.objects.bulk_create(
            QuestionnaireResponse(
                clinic=clinic,
                episode=episode,
                instrument=code,
                instrument_version="1",
                occasion=occasion,
                completed_at=now,
                local_date=now.date(),
                day=occasion,
                score={},
                entered_by=user,
            )
            for code, occasion in _answered(plan.pk, days[episode.pk])
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return clinic


def _answered(plan: object, day: int) -> Iterator[tuple[str, int]]:
    from tracker.clinical.proms.schedule import occasions
    from tracker.queries import triage_facts

    due = [
        (assigned.code, occasion.day)
        for assigned in triage_facts.protocol(plan).instruments
        for occasion in occasions(assigned.schedule)
        if occasion.day <= day
    ]
    yield from (
        one for number, one in enumerate(due) if (number + day) % UNANSWERED_EVERY
    )


if __name__ == "__main__":
    main()

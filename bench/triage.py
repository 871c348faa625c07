"""How long one evaluation of a patient takes, part by part.

One patient with an entry on each of 180 days. The parts take turns within a run,
because machines drift; beside them stand what cannot be avoided: a round trip to the
database, and one that brings the same entries as text. The CPU time of this process
stands beside the time on the wall, which other work on the machine makes longer.

    python -m bench.triage [--rounds 20] [--calls 50]
"""

import argparse
import os
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter_ns, thread_time_ns

DAYS = 180
NOTE = "Slept badly, my back was stiff. I did not have a fever. Walked with the dog."
MOST_QUERIES = 2

Took = tuple[float, float]
"""Microseconds on the wall, and of the CPU."""


def main() -> None:
    args = _arguments()
    start_database()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    parts = _parts(_patient())
    took: dict[str, list[Took]] = {name: [] for name in parts}
    queries = {}
    for name, part in parts.items():
        with CaptureQueriesContext(connection) as captured:
            part()
        queries[name] = len(captured)
    for _ in range(args.rounds):
        for name, part in parts.items():
            took[name] += _timed(part, args.calls)
    _report(took, queries, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--calls", type=int, default=50, help="per round and part")
    return parser.parse_args()


def start_database() -> None:
    """A database of its own, gone with this process."""
    from backend.local import temporary

    services = temporary.start()
    os.environ.update(
        CAIRN_ENVIRONMENT="test",
        SECRET_KEY="bench",
        DATABASE_URL=services.database_url,
        REDIS_URL=services.redis_url,
        DJANGO_SETTINGS_MODULE="backend.settings",
    )
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def _patient():
    """The episode of a patient with stable known symptoms and a slow relief."""
    from django.db import connection

    from tests.factories.accounts import make_clinic
    from tests.factories.tracker import make_check_in, make_episode, make_patient
    from tracker.models import HealthProfile

    patient = make_patient(make_clinic(zone="UTC"))
    profile = HealthProfile.objects.create(
        patient=patient, known_symptoms=["leg_pain_one_side"]
    )
    episode = make_episode(patient, day=DAYS, profile=profile)
    for day in range(DAYS):
        answers = {
            "walk_minutes": 15 + day // 6,
            "symptoms": [{"code": "leg_pain_one_side", "change": "same"}],
            "medicines_taken": ["paracetamol"] if day < 30 else [],
            "note": NOTE if day % 7 == 0 else "",
        }
        if day < 15:
            answers["temperature_c"] = 36.6
        make_check_in(episode, day, pain=6 - day // 45, answers=answers)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return episode


def _parts(episode) -> dict[str, Callable[[], object]]:
    from dataclasses import replace
    from datetime import UTC, datetime, time

    from django.db import connection

    from backend.common import clock
    from tracker.clinical.symptoms import Change
    from tracker.clinical.trends import Entry
    from tracker.clinical.triage.engine import evaluate
    from tracker.clinical.triage.gathering import gather
    from tracker.queries import episode_state, triage_facts

    state = episode_state.by_id(episode.pk)
    stored = state.live_entries()
    earlier = triage_facts.entries_of(stored)
    now = Entry(
        day=DAYS,
        recorded_at=datetime.combine(
            clock.local_today("UTC"), time(18, 30), tzinfo=UTC
        ),
        pain=3,
        mobility=7,
        walk_minutes=40,
        symptoms={"leg_pain_one_side": Change.SAME},
        note=NOTE,
    )
    facts = gather(entry=now, earlier=earlier, profile=state.profile)
    wordless = replace(facts, note="")

    def sql(text: str, *values: object) -> object:
        with connection.cursor() as cursor:
            cursor.execute(text, values)
            return cursor.fetchone()

    def bridge() -> object:
        read = episode_state.by_id(episode.pk)
        return gather(
            entry=now,
            earlier=triage_facts.entries_of(read.live_entries()),
            profile=read.profile,
        )

    return {
        "round trip: SELECT 1": lambda: sql("SELECT 1"),
        "round trip: the entries as text": lambda: sql(
            "SELECT json_agg(answers ORDER BY recorded_at)::text "
            "FROM tracker_checkin WHERE episode_id = %s",
            episode.pk,
        ),
        "rules": lambda: evaluate(facts),
        "rules, without a note": lambda: evaluate(wordless),
        "gather the facts": lambda: gather(
            entry=now, earlier=earlier, profile=state.profile
        ),
        "read stored entries": lambda: triage_facts.entries_of(stored),
        "bridge: database to facts": bridge,
        "all: database to findings": lambda: evaluate(bridge()),
    }


def _timed(part: Callable[[], object], calls: int) -> list[Took]:
    took = []
    for _ in range(calls):
        start, cpu = perf_counter_ns(), thread_time_ns()
        part()
        cpu, end = thread_time_ns() - cpu, perf_counter_ns()
        took.append(((end - start) / 1000, cpu / 1000))
    return took


def _report(
    took: dict[str, list[Took]], queries: dict[str, int], args: argparse.Namespace
) -> None:
    print(
        f"{DAYS} days of entries, {args.rounds} rounds of {args.calls} calls taking "
        f"turns, {os.cpu_count()} cores"
    )
    whole = median(wall for wall, _ in took["all: database to findings"])
    print(
        f"{'':34}{'cpu us':>8}{'median us':>11}{'5 to 95 %':>16}{'of all':>8}"
        f"{'queries':>9}"
    )
    for name, pairs in took.items():
        times, cpu = zip(*pairs, strict=True)
        low, high = quantiles(times, n=20)[0], quantiles(times, n=20)[-1]
        spread = f"{low:.0f} to {high:.0f}"
        share = median(times) / whole
        print(
            f"{name:34}{median(cpu):8.0f}{median(times):11.0f}{spread:>16}"
            f"{share:8.2f}{queries[name]:9d}"
        )
    if queries["bridge: database to facts"] > MOST_QUERIES:
        raise SystemExit(f"The bridge takes more than {MOST_QUERIES} queries.")


if __name__ == "__main__":
    main()

"""A million due reminders: planned, queued, claimed, recorded; with the real code.

Beside it, in the same run, what PostgreSQL takes for one UPDATE of as many rows, and
for a sample the whole way through the sender with a channel that says yes at once.

    python -m bench.reminders [--rows 1000000] [--senders 2]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
BATCH = 1000
SAMPLE = 20_000

PEOPLE = """
INSERT INTO accounts_user (id, created_at, password, is_superuser, email, name, zone,
                           locale, is_active, is_staff)
SELECT uuidv7(), now(), '!', false, 'p' || n || '@example.org', '', 'UTC',
       'en', true, false
FROM generate_series(1, %s) n
"""
SCHEDULES = """
INSERT INTO reminders_reminderschedule (id, created_at, recipient_id, clinic_id, kind,
    subject_id, segments, wall_time, weekday_times, nudge_minutes, zone, earlier_zones, state,
    planned_through, awaits_planning)
SELECT uuidv7(), now(), u.id, %s, 'bench', gen_random_uuid(),
       '[{"first": "2026-11-23", "last": "2026-11-23", "cadence": "daily"}]',
       '18:30', '{}', '[]', 'UTC', '[]', 'active', '2026-11-22', false
FROM accounts_user u WHERE u.password = '!'
"""
LIMIT_TABLE = """
CREATE TABLE bench_limit (id bigint PRIMARY KEY, due_at timestamptz, state text,
                          settled_at timestamptz);
INSERT INTO bench_limit SELECT n, now(), 'planned', NULL FROM generate_series(1, %s) n;
CREATE INDEX ON bench_limit (due_at) WHERE state = 'planned';
"""
LIMIT = "UPDATE bench_limit SET state = 'sent', settled_at = now()"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--senders", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        _measure(folder, args)


def _measure(folder: Path, args: argparse.Namespace) -> None:
    from backend.local.postgres import LocalPostgres

    postgres = LocalPostgres(
        folder / "postgres",
        settings={"shared_buffers": "2GB", "max_wal_size": "8GB"},
    )
    postgres.start()
    try:
        os.environ.update(
            CAIRN_ENVIRONMENT="local",
            SECRET_KEY="bench",
            DATABASE_URL=postgres.create_database(),
            REDIS_URL="redis://127.0.0.1:1/0",
            DJANGO_SETTINGS_MODULE="backend.settings",
            PYTHONPATH=str(HERE.parent),
        )
        _prepare(args.rows)
        _report(_run(args, postgres), args)
    finally:
        postgres.stop()


def _prepare(rows: int) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from django.db import connection

    from tests.factories.accounts import make_clinic

    clinic = make_clinic(zone="UTC")
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(PEOPLE, [rows])
        cursor.execute(SCHEDULES, [clinic.pk])
        cursor.execute(LIMIT_TABLE.replace("%s", str(rows)))
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def _run(args: argparse.Namespace, postgres) -> dict[str, float]:
    from django.db import connection

    from bench.processes import cpu_seconds
    from reminders.actions import due, plan

    took: dict[str, float] = {}

    def timed(name: str, work) -> None:
        database, began = cpu_seconds(postgres.pid), time.monotonic()
        work()
        took[name] = time.monotonic() - began
        took[f"{name} cpu"] = cpu_seconds(postgres.pid) - database

    def limit() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
            cursor.execute(LIMIT)

    timed("limit", limit)
    timed("plan", lambda: plan.plan_due(EVENING - timedelta(hours=30)))
    timed("queue", lambda: due.queue_due(EVENING))
    sample = min(SAMPLE, args.rows // 2)
    timed("sample", lambda: _processes(args.senders, f"deliver({sample})"))
    timed("record", lambda: _processes(args.senders, "claim_and_record()"))
    _check(args.rows)
    return took | {"sampled": sample}


def _processes(count: int, call: str) -> None:
    """As many processes as the worker has."""
    script = f"import bench.reminders as b; b.{call}"
    running = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(count)]
    if any(one.wait() for one in running):
        raise SystemExit("A sender failed.")


def claim_and_record() -> None:
    """In a process of its own, until nothing is left."""
    import django

    django.setup()
    from reminders.actions import messages, results

    while claimed := messages.claim(BATCH, EVENING):
        results.record([results.Result.sent(m) for m in claimed], EVENING)


def deliver(rows: int) -> None:
    """The whole way of half of so many: asked, put into words, handed over, proved."""
    import django

    django.setup()
    from reminders import kinds
    from reminders.actions import delivery, messages
    from reminders.actions.tries import CHANNELS
    from reminders.channels.base import Limit, SendResult

    _register_kind(kinds)
    for channel in CHANNELS.values():
        channel.send = lambda outgoing: SendResult("bench")
        channel.limit = Limit(1e9, 10**9)
    for _ in range(rows // 2 // BATCH):
        delivery.deliver_claimed(messages.claim(BATCH, EVENING))


def _register_kind(kinds) -> None:
    class Bench:
        code, is_urgent = "bench", False

        def still_needed(self, subject_id, recipient, local_date) -> bool:
            return True

        def wording(self, subject_id, recipient):
            return kinds.Wording("Hello", "Your page is ready.", "Open", "/")

    kinds.register(Bench())


def _check(rows: int) -> None:
    """Every one exactly once, or the time means nothing."""
    from reminders.models import DueReminder, Message

    accepted = DueReminder.objects.filter(state="accepted").count()
    sent = Message.objects.filter(state="sent").count()
    if not accepted == sent == rows:
        raise SystemExit(f"Of {rows} only {accepted} accepted, {sent} sent.")


def _report(took: dict[str, float], args: argparse.Namespace) -> None:
    counted = dict.fromkeys(("limit", "plan", "queue"), float(args.rows))
    counted |= {
        "record": args.rows - took["sampled"],
        "sample": took["sampled"],
    }
    print(f"{args.rows:,} reminders, {args.senders} senders, {os.cpu_count()} cores")
    for name, rows in counted.items():
        print(
            f"{name:8}{took[name]:8.1f} s{rows / took[name]:12,.0f} per s"
            f"{took[f'{name} cpu']:8.1f} s of PostgreSQL's CPU"
        )
    whole = sum(took[part] / counted[part] for part in ("plan", "queue", "record"))
    print(
        f"plan, queue and record: {whole * args.rows:.1f} s, "
        f"{took['limit'] / args.rows / whole:.3f} of the one UPDATE"
    )


if __name__ == "__main__":
    main()

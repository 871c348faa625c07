"""A million due reminders: planned, claimed, recorded; with the code that runs.

Beside it, in the same run, what PostgreSQL takes for one UPDATE of as many rows, and
for a bare queue in SQL. Half of the rows are claimed and recorded alone, the others
with the log of tries, written before and after each. In between, for half a minute,
the whole way through the sender with a provider that says yes at once, while patients
report emergencies: how long until the message to staff is handed over?

    python -m bench.reminders [--rows 1000000] [--senders 2]
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from bench.processes import cpu_seconds

HERE = Path(__file__).resolve().parent
GOAL_SECONDS, GOAL_RATIO = 25, 0.155
GOAL_CALL_SECONDS = 10
PATIENTS = 160


@dataclass
class Step:
    rows: int
    seconds: float
    database: float
    senders: float


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
            BENCH_NOTES=str(folder / "notes"),
            # For each process: the other half of the rows is recorded with its tries.
            BENCH_RECORD=str(args.rows // 2 // args.senders),
        )
        _prepare(args.rows)
        _goals(_run(args, postgres), args.rows)
        _calls(folder / "notes")
    finally:
        postgres.stop(60)  # it has much to write


def _prepare(rows: int) -> None:
    import django
    from django.core.management import call_command

    print(f"{rows:,} reminders, {os.cpu_count()} cores; filling the tables", flush=True)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from django.db import connection

    from backend.accounts.roles import Role
    from tests.factories.accounts import make_clinic, make_staff
    from tests.factories.tracker import make_episode, make_patient

    clinic = make_clinic(zone="UTC")
    make_staff(clinic, Role.CLINICIAN)
    for _ in range(PATIENTS):
        make_episode(make_patient(clinic))
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        for statement in (HERE / "reminders.sql").read_text().split(";\n"):
            if statement.strip():
                cursor.execute(statement, {"rows": rows, "clinic": clinic.pk})
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def _run(args: argparse.Namespace, postgres) -> dict[str, Step]:
    steps: dict[str, Step] = {}

    def timed(name: str, work: Callable[[], None], count: Callable[[], int]) -> None:
        before, began = _spent(postgres.pid), time.monotonic()
        work()
        took = time.monotonic() - began
        spent = [b - a for a, b in zip(before, _spent(postgres.pid), strict=True)]
        steps[name] = Step(count(), took, *spent)
        _show(name, steps[name])

    def by_processes(name: str, job: str, *others: str) -> None:
        jobs = [job] * args.senders + list(others)
        timed(name, lambda: _processes(jobs), lambda: args.rows)

    print(f"{'':8}{'rows':>11}{'s':>8}{'per s':>10}  CPU µs a row: database, senders")
    timed("limit", _limit, lambda: args.rows)
    by_processes("drain", "drain")
    by_processes("plan", "plan_all")
    timed("sample", lambda: _processes(["deliver"] * args.senders + ["report"]), _sent)
    timed("record", lambda: _processes(["record"] * args.senders), _since(_sent()))
    timed("and log", lambda: _processes(["log"] * args.senders), _since(_sent()))
    _check(args.rows)
    return steps


def _limit() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE bench_limit SET state = 'sent', settled_at = now()")


def _processes(jobs: list[str]) -> None:
    """As many processes as the worker has."""
    script = "import bench.reminder_jobs as b; b."
    running = [
        subprocess.Popen([sys.executable, "-c", f"{script}{job}()"]) for job in jobs
    ]
    codes = [one.wait() for one in running]
    if any(codes):
        raise SystemExit("A process failed.")


def _spent(database: int) -> tuple[float, float]:
    """CPU seconds of PostgreSQL, and of the processes that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return cpu_seconds(database), ended.ru_utime + ended.ru_stime


def _sent() -> int:
    from reminders.models import Message

    return Message.objects.filter(kind="bench", state="sent").count()


def _since(before: int) -> Callable[[], int]:
    return lambda: _sent() - before


def _check(rows: int) -> None:
    """Every one exactly once, or the time means nothing."""
    from reminders.models import Delivery, DueReminder

    accepted = DueReminder.objects.filter(state="accepted").count()
    tries = Delivery.objects.filter(message__kind="bench")
    doubled = tries.count() - tries.values("message").distinct().count()
    if not accepted == _sent() == rows or doubled:
        raise SystemExit(
            f"Of {rows} {accepted} accepted, {_sent()} sent, {doubled} twice"
        )


def _show(name: str, step: Step) -> None:
    rows = max(step.rows, 1)
    print(
        f"{name:8}{step.rows:11,}{step.seconds:8.1f}{rows / step.seconds:10,.0f}"
        f"{step.database / rows * 1e6:22.1f}{step.senders / rows * 1e6:9.1f}",
        flush=True,
    )


def _goals(steps: dict[str, Step], rows: int) -> None:
    print(f"goal: {GOAL_SECONDS} s for a million, {GOAL_RATIO} of the one UPDATE")
    limit, bare = steps["limit"], steps["drain"]
    for last in ("record", "and log"):
        parts = [steps["plan"], steps[last]]
        whole = sum(step.seconds / max(step.rows, 1) for step in parts) * rows
        spent = sum((s.database + s.senders) / max(s.rows, 1) for s in parts) * rows
        print(
            f"plan, claim, record{', log' * (last != 'record')}: {whole:.1f} s, "
            f"{limit.seconds / whole:.3f} of the one UPDATE, "
            f"{bare.seconds / whole:.2f} of the bare queue; "
            f"CPU {spent:.1f} s, {limit.database / spent:.3f} of the one UPDATE's"
        )
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process: {memory:.0f} MiB")


def _calls(notes: Path) -> None:
    """From the commit of a report to its first message in the provider's hands."""
    committed: dict[str, float] = {}
    taken: dict[str, float] = {}
    for line in notes.read_text().splitlines():
        what, name, moment = line.split(" ")
        if what == "committed":
            committed[name] = float(moment)
        elif what == "taken":
            taken.setdefault(name, float(moment))
    if missing := committed.keys() - taken.keys():
        raise SystemExit(f"{len(missing)} of {len(committed)} reports called nobody.")
    waits = [max(0.0, taken[name] - moment) for name, moment in committed.items()]
    p50, p99 = (quantiles(waits, n=100, method="inclusive")[at] for at in (49, 98))
    print(
        f"{len(waits)} reports during the sample, commit to provider: p50 {p50:.2f} s, "
        f"p99 {p99:.2f} s (goal {GOAL_CALL_SECONDS} s)"
    )


if __name__ == "__main__":
    main()

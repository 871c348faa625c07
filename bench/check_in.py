"""How many check-ins a second, against the database alone and a bare view.

Everything real: session, CSRF, rules, alerts, audit, outbox. Each figure is a
median over rounds that take turns, because machines drift. Load generator: wrk
(Debian package `wrk`), on the same cores.

    python -m bench.check_in [--seconds 5] [--rounds 3] [--connections 16]
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent


@dataclass
class Run:
    per_second: float
    p50_ms: float
    p99_ms: float
    server_us: float
    database_us: float
    wrong: int = 0


def main() -> None:
    args = _arguments()
    if not shutil.which("wrk"):
        raise SystemExit("This measurement needs wrk: apt-get install wrk.")
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        _measure(folder, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=5, help="per run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=16)
    return parser.parse_args()


def _measure(folder: Path, args: argparse.Namespace) -> None:
    from backend.local.postgres import LocalPostgres
    from backend.local.redis import LocalRedis
    from bench.processes import web_server

    postgres = LocalPostgres(
        folder / "postgres",
        settings={"shared_buffers": "2GB", "max_wal_size": "8GB"},
    )
    redis = LocalRedis(folder / "redis")
    postgres.start()
    redis.start()
    try:
        env = _environment(postgres, redis, folder)
        _prepare(postgres, env, folder)
        with (
            web_server("backend.wsgi:application", env) as real,
            web_server("bench.bare:application", env) as bare,
        ):
            for seed in range(2):  # warm both: imports, plans, caches
                _wrk("put_check_ins.lua", real, postgres, folder, args, 90 + seed, 5, 2)
                _wrk("post_bare.lua", bare, postgres, folder, args, 90 + seed, 0, 2)
            rows = _rounds(real, bare, postgres, folder, args)
    finally:
        redis.stop()
        postgres.stop()
    _report(rows, args)


def _environment(postgres, redis, folder: Path) -> dict[str, str]:
    postgres.create_database("limit")
    env = {
        "CAIRN_ENVIRONMENT": "local",
        "SECRET_KEY": "bench",
        "DATABASE_URL": postgres.create_database(),
        "REDIS_URL": redis.url(),
        "CAIRN_MAIL_DIR": str(folder / "mail"),
        "DJANGO_SETTINGS_MODULE": "backend.settings",
        "PYTHONPATH": str(HERE.parent),
        "BENCH_USERS": str(folder / "sessions"),
    }
    os.environ.update(env)
    return env


def _prepare(postgres, env: dict[str, str], folder: Path) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from bench import clinic

    clinic.build(Path(env["BENCH_USERS"]))
    psql = postgres.pgbench.with_name("psql")
    schema = (HERE / "one_statement_schema.sql").read_text()
    subprocess.run(
        [psql, "-q", postgres.url("limit")], input=schema, text=True, check=True
    )
    tables = "import bench.bare as b; b.create_tables()"
    subprocess.run(
        [os.sys.executable, "-c", tables], env={**os.environ, **env}, check=True
    )


def _rounds(real, bare, postgres, folder, args) -> dict[str, list[Run]]:
    rows: dict[str, list[Run]] = {}
    for turn in range(args.rounds):
        for name, run in (
            ("one statement, 8 clients", lambda: _pgbench(postgres, args)),
            ("bare view, INSERT + UPDATE", lambda: _wrk(
                "post_bare.lua", bare, postgres, folder, args, turn, 0)),
            ("PUT check-in, none alerts", lambda: _wrk(
                "put_check_ins.lua", real, postgres, folder, args, 10 + turn, 0)),
            ("PUT check-in, 5 in 100 alert", lambda: _wrk(
                "put_check_ins.lua", real, postgres, folder, args, 20 + turn, 5)),
            ("PUT check-in, every one alerts", lambda: _wrk(
                "put_check_ins.lua", real, postgres, folder, args, 30 + turn, 100)),
        ):  # fmt: skip
            rows.setdefault(name, []).append(run())
    return rows


def _pgbench(postgres, args) -> Run:
    from bench.processes import cpu_seconds

    before = cpu_seconds(postgres.pid)
    out = subprocess.run(
        [postgres.pgbench, "-n", "-M", "prepared", "-c", "8", "-j", "1", "-T",
         str(args.seconds), "-f", HERE / "one_statement.sql", "-l",
         "--log-prefix=limit", postgres.url("limit")],
        capture_output=True, text=True, check=True, cwd=os.environ["BENCH_LOGS"],
    ).stdout  # fmt: skip
    spent = cpu_seconds(postgres.pid) - before
    count = int(re.search(r"actually processed: (\d+)", out).group(1))
    times = sorted(
        int(line.split()[2])
        for log in Path(os.environ["BENCH_LOGS"]).glob("limit.*")
        for line in log.read_text().splitlines()
    )
    for log in Path(os.environ["BENCH_LOGS"]).glob("limit.*"):
        log.unlink()
    rate = float(re.search(r"tps = ([\d.]+)", out).group(1))
    p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    return Run(rate, p50 / 1e3, p99 / 1e3, 0, spent / count * 1e6)


def _wrk(script, server, postgres, folder, args, seed, alerts, seconds=None) -> Run:
    from bench.processes import cpu_seconds

    port, pid = server
    env = {
        **os.environ,
        "BENCH_ALERTS": str(alerts),
        "BENCH_SEED": str(seed + 1),
        "BENCH_TODAY": _today(),
    }
    web, database = cpu_seconds(pid), cpu_seconds(postgres.pid)
    out = subprocess.run(
        ["wrk", "-t1", f"-c{args.connections}", f"-d{seconds or args.seconds}s",
         "-s", HERE / script, f"http://127.0.0.1:{port}"],
        capture_output=True, text=True, check=True, env=env,
    ).stdout  # fmt: skip
    web, database = cpu_seconds(pid) - web, cpu_seconds(postgres.pid) - database
    count, took, p50, p99, errors, wrong = map(
        int, re.search(r"BENCH (.*)", out).group(1).split()
    )
    return Run(
        count / (took / 1e6), p50 / 1e3, p99 / 1e3,
        web / count * 1e6, database / count * 1e6, max(errors, wrong),
    )  # fmt: skip


def _today() -> str:
    from backend.common import clock

    return clock.local_today("UTC").isoformat()


def _report(rows: dict[str, list[Run]], args: argparse.Namespace) -> None:
    def middle(name: str, figure: str) -> float:
        return median(getattr(run, figure) for run in rows[name])

    limit, bare = list(rows)[:2]
    print(
        f"{args.rounds} rounds of {args.seconds} s, {args.connections} connections, "
        f"{os.cpu_count()} cores; medians"
    )
    print(
        f"{'':32}{'per s':>8}{'p50 ms':>8}{'p99 ms':>8}{'web us':>8}{'db us':>8}"
        f"{'/limit':>8}{'/bare':>8}{'wrong':>7}{'  per s, min to max'}"
    )
    for name, runs in rows.items():
        rate = middle(name, "per_second")
        print(
            f"{name:32}{rate:8.0f}{middle(name, 'p50_ms'):8.1f}"
            f"{middle(name, 'p99_ms'):8.1f}{middle(name, 'server_us'):8.0f}"
            f"{middle(name, 'database_us'):8.0f}"
            f"{rate / middle(limit, 'per_second'):8.3f}"
            f"{rate / middle(bare, 'per_second'):8.3f}"
            f"{sum(run.wrong for run in runs):7d}"
            f"  {min(r.per_second for r in runs):.0f} to "
            f"{max(r.per_second for r in runs):.0f}"
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="cairn-bench-logs-") as logs:
        os.environ["BENCH_LOGS"] = logs
        main()

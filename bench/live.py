"""The word of a change: 64 writers that tell after their commit or within it, or not at all; how soon it is heard.

And the same writers where each adds a job as well, which the queue tells within the transaction, or is looked for.
"""

import argparse
import json
import re
import select
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.beside.floor import find_pgbench
from bench.beside.servers import Company, Place, company, plain_url
from bench.graph import prepare
from saas.core.news import CHANNEL
from tenants.bootstrap import connect
from tenants.engine import TELLING
from tenants.namespace import guard

WRITERS: Final = 64
DEALS: Final = 20_000
#: A change of one row, and the word of it behind the commit, as the unit of work sends it, or in the same transaction.
WRITE: Final = """\\set deal random(1, {deals})
BEGIN\\;{entry}UPDATE deal SET version = version + 1 WHERE id = md5('deal' || :deal)::uuid\\;{within}COMMIT;
{after}"""
WORD: Final = "SELECT ext.tell_changes(md5('deal' || :deal) || ' ' || clock_timestamp() AT TIME ZONE 'UTC')"
JOB: Final = "SELECT jobs.enqueue('files.sweep_file', '{}')"
WAYS: Final = ("silent", "after", "within")
JOBS: Final = ("job_sought", "job_told")
#: What procrastinate comes with, and we have taken away.
TELL_JOBS: Final = """CREATE TRIGGER told AFTER INSERT ON jobs.procrastinate_jobs
FOR EACH ROW EXECUTE FUNCTION jobs.procrastinate_notify_queue_job_inserted_v1()"""
AT: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench live", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short rounds, under a minute")
    rounds, seconds = (3, 5) if parser.parse_args().quick else (9, 8)
    console = Console(stderr=True, highlight=False)
    pgbench = find_pgbench()
    if pgbench is None:
        raise SystemExit("There is no pgbench on this machine; the packages of PostgreSQL bring it.")
    with ExitStack() as running:
        place = prepare(Path(running.enter_context(tempfile.TemporaryDirectory(prefix="kesher-bench-"))), running)
        served = company(place, "bench")
        scripts = write_scripts(place.home, served)
        found: dict[str, list[float]] = {name: [] for name in (*WAYS, *JOBS)}
        ear = Ear(place)
        running.callback(ear.close)
        console.print(f"{WRITERS} writers, {rounds} rounds of {seconds} s each way …")
        for _ in range(rounds):
            for name, script in scripts.items():
                ear.hears = name == "after"
                with telling_jobs(place, told=name == "job_told"):
                    found[name].append(rate(pgbench, place, script, seconds))
    told = conclude(found, ear.delays)
    console.print(table(told))
    print(json.dumps(told))


@contextmanager
def telling_jobs(place: Place, *, told: bool) -> Iterator[None]:
    if not told:
        yield
        return
    with closing(connect(place.urls.migrate)) as owner:
        with owner, owner.cursor() as cursor:
            cursor.execute(TELL_JOBS)
        yield
        with owner, owner.cursor() as cursor:
            cursor.execute("DROP TRIGGER told ON jobs.procrastinate_jobs")


class Ear:
    """One listener, as each web process has: how long after it was written a word arrives, in seconds."""

    def __init__(self, place: Place) -> None:
        self.delays: list[float] = []
        self.hears = False
        self._url = place.urls.web
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._ended.set()
        self._thread.join(timeout=5)

    def _listen(self) -> None:
        with closing(connect(self._url)) as wire:
            wire.autocommit = True
            with wire.cursor() as cursor:
                cursor.execute(f"LISTEN {CHANNEL}; SET timezone = 'UTC'")
            while not self._ended.is_set():
                if select.select([wire], [], [], 0.2)[0]:
                    wire.poll()
                    now = time.time()
                    said = [one.payload for one in wire.notifies]
                    wire.notifies.clear()
                    moments = [found[0] for one in said if self.hears and (found := AT.search(one))]
                    self.delays += [now - _moment(moment) for moment in moments]


def _moment(said: str) -> float:
    return datetime.fromisoformat(said).replace(tzinfo=UTC).timestamp()


def write_scripts(home: Path, served: Company) -> dict[str, Path]:
    entry, last = (text.replace(";", "\\;") for text in (guard(served.tenant.namespace, None), TELLING))
    said = {"silent": ("", ""), "after": ("", f"{entry}{last}{WORD};\n"), "within": (f"{WORD}\\;", "")}
    said |= dict.fromkeys(JOBS, (f"{JOB}\\;", ""))
    for name, (within, after) in said.items():
        (home / f"{name}.sql").write_text(WRITE.format(deals=DEALS, entry=entry, within=within, after=after))
    return {name: home / f"{name}.sql" for name in said}


def rate(pgbench: Path, place: Place, script: Path, seconds: int) -> float:
    """Transactions a second."""
    command = [str(pgbench), "--no-vacuum", "--client", str(WRITERS), "--jobs", "1", "--time", str(seconds)]
    done = subprocess.run(
        [*command, "--file", str(script), plain_url(place.urls.web)], capture_output=True, text=True, check=False
    )
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or found is None:
        raise SystemExit(f"pgbench failed:\n{done.stdout[-1000:]}\n{done.stderr[-2000:]}")
    return float(found[1])


def conclude(found: dict[str, list[float]], delays: list[float]) -> dict[str, object]:
    """`throughput` is of those that tell to those that do not."""
    rates = {name: statistics.median(values) for name, values in found.items()}
    heard = statistics.quantiles(delays, n=20)
    return {
        "bench": "live", "writers": WRITERS, "per_s": {name: round(value) for name, value in rates.items()},
        "throughput": {name: round(rates[name] / rates["silent"], 3) for name in rates}, "heard": len(delays),
        "heard_after_ms": {"p50": round(heard[9] * 1000, 1), "p95": round(heard[18] * 1000, 1)},
    }  # fmt: skip


def table(told: dict[str, object]) -> Table:
    shown = Table("", "", title="The word of a change", show_header=False)
    for name, value in told.items():
        shown.add_row(name.replace("_", " "), str(value))
    return shown


if __name__ == "__main__":
    main()

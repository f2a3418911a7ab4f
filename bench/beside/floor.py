"""The floor: pgbench sends the bare route's SQL from C, prepared as there, with nothing between it and the database."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.beside import bare
from bench.beside.company import OWNER
from bench.beside.rounds import Run
from bench.beside.servers import POOL, SHARES, Company, Place, plain_url
from saas.local.binaries import PostgresError, find_binaries
from tenants.namespace import guard

#: It cannot know a deal's stage and version, so the statement looks: from the second stage to the third, and back.
MOVE: Final = bare.MOVE.replace(
    "$2, $3",
    """(SELECT md5('stage' || 5 - s.position)::uuid FROM deal d JOIN stage s ON s.id = d.stage_id WHERE d.id = $1),
    (SELECT d.version FROM deal d WHERE d.id = $1)""",
)
STATEMENTS: Final = bare.STATEMENTS | {"mutation": bare.Statement(MOVE, ("uuid",))}


@dataclass(frozen=True, slots=True)
class Floor:
    """As many clients as a server holds connections, each in one message what the bare route sends in one."""

    program: Path
    url: str
    scripts: dict[str, Path]
    name: str = "pgbench"

    def run(self, question: str, *, seconds: float, connections: int) -> Run:
        """By as many clients as a server holds connections to the database, however many `connections` ask."""
        del connections
        command = [
            str(self.program),
            "--no-vacuum",
            "--define",
            "prepared=0",
            "--client",
            str(POOL),
            "--jobs",
            "1",
            "--time",
            str(max(1, round(seconds))),
        ]
        done = subprocess.run(
            [*command, "--file", str(self.scripts[question]), self.url], capture_output=True, text=True, check=False
        )
        rate, wait = re.search(r"tps = ([\d.]+)", done.stdout), re.search(r"latency average = ([\d.]+)", done.stdout)
        if done.returncode or rate is None or wait is None:
            raise SystemExit(f"pgbench failed at {question}:\n{done.stdout[-1000:]}\n{done.stderr[-2000:]}")
        return Run(float(rate[1]), None, float(wait[1]) / 1000)


def floor(place: Place, served: Company) -> Floor | None:
    """None where no pgbench is found."""
    found = find_pgbench()
    return None if found is None else Floor(found, plain_url(place.urls.web), write_scripts(place.home, served))


def find_pgbench() -> Path | None:
    """Beside the server's own programs, or wherever the shell finds it."""
    try:
        beside = find_binaries().folder / "pgbench"
    except PostgresError:
        beside = Path("pgbench")
    found = str(beside) if beside.exists() else shutil.which("pgbench")
    return None if found is None else Path(found)


def write_scripts(home: Path, served: Company) -> dict[str, Path]:
    """Each client prepares its statement the first time, and has deals of its own, so that none waits for another."""
    account = f"\\set account random(1, {len(served.asked)})\n"
    most = (4 * served.accounts // 7 // SHARES) // POOL - 1
    deal = f"\\set deal 1 + 7 * ({SHARES} * (random(0, {most - 1}) * {POOL} + :client_id) + {SHARES - 1})\n"
    values = {"account": "(md5('account' || :account)::uuid)", "mutation": "(md5('deal' || :deal)::uuid)"}
    entry = guard(served.tenant.namespace, OWNER).replace(";", "\\;")
    for name, statement in STATEMENTS.items():
        first = f"\\if :prepared = 0\n{entry}{statement.prepare(name)};\n\\set prepared 1\n\\endif\n"
        chosen = {"account": account, "mutation": deal}.get(name, "")
        (home / f"{name}.sql").write_text(f"{first}{chosen}{entry}EXECUTE {name}{values.get(name, '')};\n")
    return {name: home / f"{name}.sql" for name in STATEMENTS}

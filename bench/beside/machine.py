"""Where the figures come from: the machine, what else it does, and the versions of everybody."""

import json
import os
import platform
import subprocess
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.beside.packages import DJANGO, POSTGRAPHILE, node_for_postgraphile
from bench.beside.serving import ROOT
from tenants.bootstrap import connect


@dataclass(frozen=True, slots=True)
class Machine:
    """`load` is how many processes wanted a core in the minute before, while nothing of ours ran yet."""

    day: str
    processor: str
    cores: int
    memory: int
    load: float
    commit: str
    versions: dict[str, str]


def look(admin_url: str) -> Machine:
    load = os.getloadavg()[0]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return Machine(
        f"{datetime.now(UTC):%Y-%m-%d}", processor(), len(os.sched_getaffinity(0)), round(memory), round(load, 1),
        said("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"), versions(admin_url),
    )  # fmt: skip


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def versions(admin_url: str) -> dict[str, str]:
    with closing(connect(admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute("SHOW server_version")
        ((postgres,),) = cursor.fetchall()
    locked = json.loads((POSTGRAPHILE / "package-lock.json").read_text())["packages"]
    pins = dict(
        line.split(" ")[0].split("==")
        for line in (DJANGO / "requirements.txt").read_text().splitlines()
        if "==" in line
    )
    return {
        "PostgreSQL": postgres,
        "Python": platform.python_version(),
        "Node": said(str(node_for_postgraphile()), "--version").removeprefix("v"),
        "PostGraphile": locked["node_modules/postgraphile"]["version"],
        "strawberry-django": pins["strawberry-graphql-django"],
        "Strawberry": pins["strawberry-graphql"],
        "Django": pins["django"],
        "gunicorn": pins["gunicorn"],
    }


def said(*command: str) -> str:
    """What a program answers, and nothing where there is none."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""

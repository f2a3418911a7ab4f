"""The audits of GraphQL over HTTP of npm's `graphql-http`, against our server."""

import json
import shutil
import subprocess
from dataclasses import dataclass

from bench.beside.serving import ROOT, Server
from saas.local import web


@dataclass(frozen=True, slots=True)
class Judged:
    """How many audits pass; `others` are the rest, their reasons by their ids."""

    passed: int
    of: int
    others: dict[str, str]


def audit(server: Server, token: str) -> Judged:
    """By the same judge as in the tests."""
    web.run("ls", "graphql-http")  # installs the web client's packages where they are missing
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Node is missing: install it, then run this again.")
    asked = {"url": f"http://127.0.0.1:{server.port}/graphql", "token": token}
    command = [node, str(ROOT / "tests" / "edge" / "audits.mjs"), json.dumps(asked)]
    judged = subprocess.run(command, cwd=ROOT / "web", capture_output=True, text=True, check=False)
    if judged.returncode:
        raise SystemExit(f"The audits could not be run:\n{judged.stderr[-3000:]}")
    told = [json.loads(line) for line in judged.stdout.splitlines()]
    others = {one["id"]: f"{one['name']}: {one['reason']}" for one in told if one["status"] != "ok"}
    return Judged(len(told) - len(others), len(told), others)

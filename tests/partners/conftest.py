"""A company as the partners' pages know it, a server, and a folder with the files that the examples share."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from saas.identity.tokens import create_token
from tests.accounts.make import make_account
from tests.conftest import Database
from tests.deals.make import euros, make_deal
from tests.house.source import TREE
from tests.identity.serving import Server, serving
from tests.members.conftest import company, threads
from tests.members.make import Company
from tests.partners.examples import Example, all_examples
from tests.partners.generator import run

__all__ = ["company", "threads"]

WEB = TREE / "web"
CLIENT = Path(__file__).with_name("kesher_client")
PATIENCE = 120
COMPILER = {
    "module": "nodenext", "target": "es2022", "lib": ["es2022", "dom", "dom.asynciterable"], "types": ["node"],
    "strict": True, "noEmitOnError": True, "rewriteRelativeImportExtensions": True, "outDir": "made", "rootDir": ".",
    "skipLibCheck": True,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a partner works: his folder, and the two variables of his environment."""

    folder: Path
    variables: dict[str, str]

    def run(self, command: list[str], *, given: str | None = None, at: Path | None = None) -> str:
        """What it prints; a command that fails fails the test, with what it said."""
        done = subprocess.run(
            command, input=given, cwd=at or self.folder, env={**os.environ, **self.variables}, text=True,
            capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        return done.stdout

    def try_out(self, example: Example) -> str:
        if example.language == "ts":
            made = self.folder / "made" / f"{stem(example)}.js"
            return self.run(["node", "--experimental-websocket", "--no-warnings", str(made)])
        program = ["bash", "-eu", "-s"] if example.language == "sh" else ["python", "-"]
        return self.run(program, given=example.code)


def stem(example: Example) -> str:
    return f"{example.page.removesuffix('.md')}_{example.place}"


@pytest.fixture(scope="session")
def server(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(database, tmp_path_factory.mktemp("partners")) as one:
        yield one


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that examples share; their TypeScript generated, checked and compiled by the tools that the web has."""
    folder = tmp_path_factory.mktemp("workshop")
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "node_modules").symlink_to(WEB / "node_modules")
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": COMPILER, "include": ["*.ts", "gql/*.ts"]}))
    for example in all_examples():
        if example.file or example.language == "ts":
            (folder / (example.file or f"{stem(example)}.ts")).write_text(example.code)
    (folder / "schema.graphql").symlink_to(TREE / "graphql" / "schema.graphql")
    (folder / "kesher_client").symlink_to(CLIENT)
    for program in (["graphql-codegen"], ["tsc", "-p", "."]):
        run([str(WEB / "node_modules" / ".bin" / program[0]), *program[1:]], at=folder)
    return folder


@pytest.fixture
def desk(server: Server, company: Company, workshop: Path, web_engine: Engine) -> Desk:
    """In a company of two accounts and three deals, which no other page has changed."""
    nordwerk = make_account(company, "Nordwerk", country="DE", industry="steel")
    acme = make_account(company, "Acme", country="US")
    make_deal(company, "Rollout", accountId=nordwerk["id"], amount=euros("12000.00"))
    make_deal(company, "Trial", accountId=nordwerk["id"], amount=euros("700.50"))
    make_deal(company, "Renewal", accountId=acme["id"])
    token = create_token(web_engine, company.tenant, company.keys["olga"], name="partner")
    return Desk(workshop, {"KESHER": server.at(""), "TOKEN": token})

"""What others hold a SCIM server to, asked of a real one."""

import os
import subprocess
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.identity.tokens import create_scim_token
from tenants.registry import Tenant
from tests.conftest import Database
from tests.identity.serving import Server, serving

PATIENCE = 300


@pytest.fixture(scope="module")
def server(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(database, tmp_path_factory.mktemp("web")) as running:
        yield running


@pytest.fixture
def token(web_engine: Engine, tenant: Tenant) -> str:
    return create_scim_token(web_engine, tenant, name="judge", by=None, clock=Clock())


def test_the_scim2_tester_finds_nothing(server: Server, token: str) -> None:
    command = ["scim2", "--url", server.at("/scim/v2"), "test"]
    told = run(command, SCIM_CLI_HEADERS=f"Authorization: Bearer {token}")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "ERROR" not in told.stdout
    assert "SKIPPED" not in told.stdout
    assert told.stdout.count("SUCCESS") > 70


@pytest.mark.parametrize("profile", [[], ["--profile", "entra", "--user-domain", "example.com"]])
def test_scim_sanity_finds_nothing(server: Server, token: str, profile: list[str]) -> None:
    asked = ["scim-sanity", "probe", server.at("/scim/v2"), "--i-accept-side-effects", "--token", token]
    told = run([*asked, *profile])
    assert told.returncode == 0, told.stdout


def run(command: list[str], **more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, env={**os.environ, **more}, capture_output=True, text=True, timeout=PATIENCE, check=False
    )

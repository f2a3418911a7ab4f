"""GraphQL over HTTP as the specification has it, judged by npm's `graphql-http`."""

import json
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import Engine

from saas.core.rights import Role
from saas.identity.tokens import create_token
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.identity.make import make_member
from tests.identity.serving import serving

WEB = Path(__file__).resolve().parents[2] / "web"
JUDGE = Path(__file__).with_name("audits.mjs")
AUDITS = 61


def test_every_audit_is_passed(
    database: Database, lanes: Lanes, tenant: Tenant, web_engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> None:
    token = create_token(web_engine, tenant, make_member(lanes, tenant, Role.OWNER), name="audits")
    with serving(database, tmp_path_factory.mktemp("audits")) as server:
        asked = {"url": server.at("/graphql"), "token": token}
        judged = subprocess.run(
            ["node", str(JUDGE), json.dumps(asked)], cwd=WEB, capture_output=True, text=True, check=True, timeout=120
        )
    told = [json.loads(line) for line in judged.stdout.splitlines()]
    failed = {one["id"]: (one["name"], one["reason"]) for one in told if one["status"] != "ok"}
    assert (failed, len(told)) == ({}, AUDITS)

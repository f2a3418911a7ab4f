"""Who is an admin, and what the web role cannot do about it."""

from datetime import timedelta
from uuid import UUID

import orjson
import pytest
from sqlalchemy import Engine, insert, select, text, update
from sqlalchemy.exc import ProgrammingError

from saas.console.admins import grant_admin, list_admins, revoke_admin
from saas.core.clock import Clock
from saas.core.errors import Invalid, NotFound
from saas.core.ids import new_id
from saas.operations.actions import Reason
from tenants.administration import admin, admin_session, errand
from tenants.platform import person_session
from tenants.platform import tenant as tenants
from tenants.registry import Tenant
from tests.console.conftest import WHY, Console

ASK = text("SELECT platform.ask_errand(:secret, CAST(:asked AS jsonb))")


def ask(web: Engine, secret: str, company: Tenant) -> UUID:
    """What a web process that has gone astray could send."""
    asked = {
        "id": str(new_id()), "kind": "SUSPEND", "tenant": str(company.id), "slug": company.slug, "given": {},
        "reason": "x",
    }  # fmt: skip
    with web.begin() as connection:
        return UUID(
            str(connection.execute(ASK, {"secret": secret, "asked": orjson.dumps(asked).decode()}).scalar_one())
        )


def test_granted_listed_and_revoked(console: Console, migrate_engine: Engine, web_engine: Engine) -> None:
    assert not grant_admin(migrate_engine, console.email.upper(), WHY, clock=Clock()).new
    (mine,) = [one for one in list_admins(web_engine) if one.email == console.email]
    assert (mine.granted_by, mine.reason, mine.revoked_at) == ("root", "Runs the platform", None)
    assert revoke_admin(migrate_engine, console.email, Reason("Has left", "dana"), clock=Clock())
    assert not revoke_admin(migrate_engine, console.email, Reason("Has left", "dana"), clock=Clock())
    assert console.post("{ viewer { email } }").status_code == 401
    assert grant_admin(migrate_engine, console.email, Reason("Is back", "dana"), clock=Clock()).new
    kept = [one for one in list_admins(web_engine) if one.email == console.email]
    assert [(one.reason, one.revoked_because) for one in kept] == [("Is back", None), ("Runs the platform", "Has left")]
    assert console.post("{ viewer { email } }").status_code == 401, "a session that has ended stays so"


def test_what_nobody_has_begun_is_withdrawn_with_the_grant(
    console: Console, migrate_engine: Engine, tenant: Tenant
) -> None:
    console.wish("suspendCompany", f'slug: "{tenant.slug}", reason: "x"')
    revoke_admin(migrate_engine, console.email, WHY, clock=Clock())
    console.work()
    with migrate_engine.connect() as connection:
        row = connection.execute(select(errand).where(errand.c.slug == tenant.slug)).one()
        status = connection.execute(select(tenants.c.status).where(tenants.c.id == tenant.id)).scalar_one()
    assert (row.state, row.trouble["code"], status) == ("FAILED", "WITHDRAWN", "ACTIVE")


def test_a_grant_needs_a_reason_and_a_revocation_somebody(migrate_engine: Engine) -> None:
    with pytest.raises(Invalid):
        grant_admin(migrate_engine, "noa@kesher.test", Reason(" ", "root"), clock=Clock())
    with pytest.raises(NotFound):
        revoke_admin(migrate_engine, "nobody@kesher.test", WHY, clock=Clock())


def test_the_web_role_makes_no_admin_and_no_errand(console: Console, web_engine: Engine, tenant: Tenant) -> None:
    person_id = new_id()
    row = {
        "id": new_id(), "kind": "SUSPEND", "slug": tenant.slug, "given": {}, "reason": "x", "admin_id": person_id,
    }  # fmt: skip
    for statement in (
        insert(admin).values(id=new_id(), person_id=person_id, granted_by="x", reason="x"),
        update(admin).values(revoked_at=None),
        insert(errand).values(row),
        update(errand).values(state="DONE"),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), web_engine.begin() as connection:
            connection.execute(statement)


@pytest.mark.parametrize("how", ["unknown", "ended", "too old", "visit ended", "revoked"])
def test_the_guard_knows_the_admin_by_his_session(
    console: Console, web_engine: Engine, migrate_engine: Engine, tenant: Tenant, how: str
) -> None:
    secret = console.cookie.partition("=")[2]
    now = Clock().now()
    with web_engine.begin() as connection:
        mine = connection.execute(select(admin_session).order_by(admin_session.c.created_at.desc()).limit(1)).one()
        ends = {"ended": {"ended_at": now}, "too old": {"expires_at": now - timedelta(seconds=1)}}.get(how)
        if ends:
            connection.execute(update(admin_session).where(admin_session.c.id == mine.id).values(ends))
        if how == "visit ended":
            visit = update(person_session).where(person_session.c.id == mine.visit_id)
            connection.execute(visit.values(ended_at=now))
    if how == "revoked":
        with migrate_engine.begin() as connection:
            connection.execute(update(admin).where(admin.c.person_id == mine.person_id).values(revoked_at=now))
    with pytest.raises(ProgrammingError, match="asked for by an admin"):
        ask(web_engine, secret + "x" if how == "unknown" else secret, tenant)
    if how != "unknown":
        assert console.post("{ viewer { email } }").status_code == 401


def test_the_guard_lets_an_admin_ask(console: Console, web_engine: Engine, tenant: Tenant) -> None:
    made = ask(web_engine, console.cookie.partition("=")[2], tenant)
    with web_engine.connect() as connection:
        row = connection.execute(select(errand).where(errand.c.id == made)).one()
    assert (row.state, row.slug) == ("WAITING", tenant.slug)

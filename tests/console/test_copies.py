"""A restored copy takes the place of its original, with whatever both have, and no second one after it."""

from uuid import uuid4

from sqlalchemy import Table, insert, select, text, update

from saas.core.clock import Clock
from tenants.administration import errand
from tenants.platform import company_domain, company_security, identity_provider
from tenants.registry import Tenant
from tests.console.conftest import Console
from tests.console.test_archives import Desk, desk, id_of, known, restored, take_place
from tests.console.test_errands import book, problem

__all__ = ["desk"]


def enter(console: Console, company: Tenant, hours: int, *, verified: bool) -> None:
    """What people enter it by: the same domain and issuer as the other's."""
    now, mine = Clock().now(), {"id": uuid4(), "tenant_id": company.id}
    domain = {"domain": "acme.test", "proof": str(hours), "verified_at": now if verified else None, "joins": False}
    provider = {"issuer": "https://id.acme.test", "client_id": str(hours), "client_secret": bytes([hours, 0, 255]),
                "name": "Acme", "tested_at": now}  # fmt: skip
    with console.execution.cells.home.begin() as connection:
        connection.execute(insert(company_security), {"tenant_id": company.id, "session_hours": hours})
        connection.execute(insert(company_domain), {**mine, **domain})
        connection.execute(insert(identity_provider), {**mine, **provider})


def held(console: Console, table: Table, company: Tenant) -> list[dict[str, object]]:
    with console.execution.cells.home.connect() as connection:
        found = connection.execute(select(table).where(table.c.tenant_id == company.id)).mappings()
        return [{name: row[name] for name in row if name != "tenant_id"} for row in found]


def test_what_both_have_is_exchanged(desk: Desk) -> None:
    company = desk.made()
    copy = restored(desk, company)
    enter(desk.console, company, 8, verified=True)
    enter(desk.console, copy, 24, verified=False)
    tables = company_security, company_domain, identity_provider
    before = [(held(desk.console, table, company), held(desk.console, table, copy)) for table in tables]
    asked = take_place(desk, copy)
    desk.console.work()
    desk.console.check_done(asked)
    after = [(held(desk.console, table, copy), held(desk.console, table, company)) for table in tables]
    assert after == before
    assert all(len(one) == 1 for pair in after for one in pair)


def second(desk: Desk, company: Tenant) -> Tenant:
    """Another copy beside the first."""
    backups, to = known(desk.console, company)["backups"], f"co-{uuid4().hex[:10]}"
    assert isinstance(backups, list)
    said = f'slug: "{company.slug}", takenAt: "{backups[0]["takenAt"]}", reason: "x", to: "{to}"'
    desk.console.wish("restoreBackup", f"input: {{{said}}}")
    desk.console.work()
    return desk.find(to)


def test_of_two_copies_one_takes_the_place(desk: Desk) -> None:
    company = desk.made()
    first = restored(desk, company)
    other = second(desk, company)
    took, late = take_place(desk, first), take_place(desk, other)
    desk.console.work()
    desk.console.check_done(took)
    found = desk.console.errand(late)
    assert (found["state"], "no restored copy" in str(found["trouble"])) == ("FAILED", True)
    assert (desk.find(company.slug).id, desk.find(other.slug).id) == (first.id, other.id)
    assert [known(desk.console, desk.find(one.slug))["copyOf"] for one in (company, other)] == [None, None]
    assert problem(desk.console.wish("takePlace", f'slug: "{other.slug}", reason: "x"')) == ("NO_COPY", "slug")
    assert [kind for kind, *_ in book(desk.console, desk.find(f"{company.slug}-replaced"))].count("TAKE_PLACE") == 1


def test_a_copy_of_what_was_replaced_is_one_of_its_own(desk: Desk) -> None:
    company = desk.made()
    first = restored(desk, company)
    take_place(desk, first)
    desk.console.work()
    replaced = desk.find(f"{company.slug}-replaced")
    assert known(desk.console, second(desk, replaced))["copyOf"] == replaced.slug


def test_a_copy_whose_place_was_taken_takes_its_originals_all_the_same(desk: Desk) -> None:
    """Both books of a change tell of it, so that of the other one is no proof."""
    company = desk.made()
    copy = restored(desk, company)
    copy_of_it = restored(desk, copy)
    first, then = take_place(desk, copy_of_it), take_place(desk, copy)
    desk.console.work()
    for asked in (first, then):
        desk.console.check_done(asked)
    assert desk.find(company.slug).id == copy.id
    assert desk.find(copy.slug).id == copy_of_it.id


QUEUED = text("""
INSERT INTO jobs.procrastinate_jobs (queue_name, task_name, args, status, attempts, scheduled_at)
VALUES ('none', 'tests.none', jsonb_build_object('namespace', CAST(:namespace AS text)), 'todo', 1,
    now() + interval '1 day') RETURNING id
""")
SOON = text("SELECT scheduled_at < now() + interval '1 minute' FROM jobs.procrastinate_jobs WHERE id = :id")


def test_one_that_died_before_it_woke_the_jobs_wakes_them(desk: Desk) -> None:
    company = desk.made()
    copy = restored(desk, company)
    asked = take_place(desk, copy)
    desk.console.work()
    home = desk.console.execution.cells.home
    with home.begin() as connection:
        connection.execute(text("SET LOCAL search_path = jobs, pg_catalog"))
        job = connection.execute(QUEUED, {"namespace": copy.namespace}).scalar_one()
        broken = {"state": "RUNNING", "ended_at": None}
        connection.execute(update(errand).where(errand.c.id == id_of(asked)).values(broken))
    try:
        desk.console.work()
        desk.console.check_done(asked)
        with home.connect() as connection:
            assert connection.execute(SOON, {"id": job}).scalar_one()
    finally:
        with home.begin() as connection:
            connection.execute(text("SET LOCAL search_path = jobs, pg_catalog"))
            connection.execute(text("DELETE FROM jobs.procrastinate_jobs WHERE id = :id"), {"id": job})
    assert desk.find(company.slug).id == copy.id
    assert [kind for kind, *_ in book(desk.console, copy)].count("TAKE_PLACE") == 1

"""A new tenant, made once however often it is asked for."""

import re
import threading
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from tenants import provision
from tenants.engine import Lanes
from tenants.errors import BadSlug, SlugTaken, TenancyError
from tenants.filling import fill
from tenants.gate import enqueueing
from tenants.registry import Directory, Tenant, TenantStatus
from tests.conftest import make_tenant


@pytest.fixture
def slug() -> str:
    return f"co-{uuid4().hex[:10]}"


def counts(engine: Engine, slug: str) -> tuple[object, ...]:
    sql = """SELECT count(*), count(n.oid), count(r.oid), count(v.namespace) FROM platform.tenant t
             LEFT JOIN pg_namespace n ON n.nspname = t.namespace LEFT JOIN pg_roles r ON r.rolname = t.namespace
             LEFT JOIN fleet.version v ON v.namespace = t.namespace WHERE t.slug = :slug"""
    with engine.connect() as connection:
        return tuple(connection.execute(text(sql), {"slug": slug}).one())


def test_a_tenant_is_found_in_every_way(migrate_engine: Engine, directory: Directory, slug: str) -> None:
    made = provision.create(
        migrate_engine, slug=slug, name="Ñandú בע״מ", currency="ILS", locale="he", time_zone="Asia/Jerusalem"
    )
    assert made.status is TenantStatus.ACTIVE
    assert re.fullmatch(r"t_[a-z2-7]{13}", made.namespace)
    assert directory.find_by_slug(slug) == made
    assert directory.find_by_slug(slug.upper()) == made
    assert directory.find(made.id) == made
    assert directory.find_by_namespace(made.namespace) == made
    assert made in directory.list()
    assert counts(migrate_engine, slug) == (1, 1, 1, 1)


def test_absent(directory: Directory) -> None:
    assert directory.find_by_slug("nobody") is None
    assert directory.find(uuid4()) is None


def test_the_directory_remembers_for_a_moment(web_engine: Engine, migrate_engine: Engine, slug: str) -> None:
    made = make_tenant(migrate_engine, slug)
    patient, hasty = Directory(web_engine, ttl=60), Directory(web_engine, ttl=0)
    assert patient.find(made.id) == hasty.find(made.id) == made
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id"), {"id": made.id})
    after = hasty.find(made.id)
    assert after is not None
    assert after.status is TenantStatus.SUSPENDED
    assert patient.find(made.id) == made
    patient.forget()
    assert patient.find(made.id) == after


def test_a_taken_slug_is_refused(migrate_engine: Engine, slug: str) -> None:
    make_tenant(migrate_engine, slug)
    with pytest.raises(SlugTaken):
        make_tenant(migrate_engine, slug)
    assert counts(migrate_engine, slug) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "bad", ["", "a", "A", "-ab", "ab-", "a--b", "1ab", "a_b", "a.b", "a b", "ä", "www", "api", "x" * 41, "a\n", "a;b"]
)
def test_a_bad_slug_is_refused(migrate_engine: Engine, bad: str) -> None:
    with pytest.raises(BadSlug):
        make_tenant(migrate_engine, bad)
    assert counts(migrate_engine, bad) == (0, 0, 0, 0)


@pytest.mark.parametrize("step", ["claimed", "filled"])
def test_a_creation_broken_off_is_finished(
    migrate_engine: Engine, directory: Directory, slug: str, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        if step == "filled":
            fill(*args)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr("tenants.provision.fill", broken)
    with pytest.raises(KeyboardInterrupt):
        make_tenant(migrate_engine, slug)
    assert directory.find_by_slug(slug) is None
    monkeypatch.undo()
    made = make_tenant(migrate_engine, slug)
    assert directory.find_by_slug(slug) == made
    assert counts(migrate_engine, slug) == (1, 1, 1, 1)


def test_two_at_once_make_one(migrate_engine: Engine, slug: str) -> None:
    ended: list[object] = []

    def make() -> None:
        try:
            ended.append(make_tenant(migrate_engine, slug).slug)
        except TenancyError as error:
            ended.append(type(error))

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ended) == 3
    assert slug in ended
    assert counts(migrate_engine, slug) == (1, 1, 1, 1)


def jobs(engine: Engine, tenant: Tenant) -> list[tuple[object, ...]]:
    sql = """SELECT task_name, queue_name, lock, queueing_lock, args, status::text FROM jobs.procrastinate_jobs
             WHERE args ->> 'namespace' = :name ORDER BY id"""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), {"name": tenant.namespace}).all()]


def test_a_job_belongs_to_its_tenant(
    lanes: Lanes, migrate_engine: Engine, tenant: Tenant, other_tenant: Tenant
) -> None:
    args = f'{{"n": 1, "namespace": "{other_tenant.namespace}"}}'
    sql = text("SELECT jobs.enqueue('a.b', CAST(:args AS jsonb), queue => 'slow', lock => 'one')")
    with lanes.session(tenant, actor=None) as session, enqueueing(session):
        session.execute(sql, {"args": args})
        session.commit()
        session.execute(sql, {"args": args})
        session.rollback()
    wanted = {"n": 1, "namespace": tenant.namespace}
    assert jobs(migrate_engine, tenant) == [("a.b", "slow", f"{tenant.namespace}:one", None, wanted, "todo")]
    assert jobs(migrate_engine, other_tenant) == []


def test_without_a_tenant_there_is_no_job(web_engine: Engine) -> None:
    with (
        web_engine.connect() as connection,
        pytest.raises(Exception, match="a job is added by a tenant, and none is none"),
    ):
        connection.execute(text("SELECT jobs.enqueue('a.b', '{}')"))

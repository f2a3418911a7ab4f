"""Spare namespaces: made by the batch, taken by one statement, each once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, event, select, text
from sqlalchemy.pool import NullPool

from saas.members.model import Member
from tenants import fleet, provision, spares
from tenants.bootstrap import driver_url
from tenants.engine import Lanes
from tenants.errors import SlugTaken
from tenants.registry import Directory, Tenant, TenantStatus
from tests.conftest import Database, make_tenant

_SPARES = "FROM platform.tenant WHERE status = 'PROVISIONING' AND slug = namespace"


@pytest.fixture
def engine(database: Database) -> Iterator[Engine]:
    """Without spares before and after: other tests count what there is."""
    made = create_engine(driver_url(database.migrate_url), poolclass=NullPool)
    _empty(made)
    yield made
    _empty(made)
    made.dispose()


def _empty(engine: Engine) -> None:
    with engine.begin() as connection:
        names = connection.execute(text(f"SELECT namespace {_SPARES}")).scalars().all()
        for name in names:
            connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))
            connection.execute(text(f"DROP ROLE IF EXISTS {name}"))
        connection.execute(text("DELETE FROM fleet.version WHERE namespace = ANY(:names)"), {"names": names})
        connection.execute(text(f"DELETE {_SPARES}"))


@pytest.fixture
def slug() -> str:
    return f"co-{uuid4().hex[:10]}"


def test_a_company_takes_a_spare_by_one_statement(
    engine: Engine, slug: str, directory: Directory, lanes: Lanes
) -> None:
    assert spares.stock(engine, 2) == 2
    sent = list[str]()
    event.listen(engine, "before_cursor_execute", lambda *said: sent.append(said[2]))
    made = provision.create(
        engine, slug=slug, name="Acme", currency="ILS", locale="he", time_zone="Asia/Jerusalem", week_start=7
    )
    assert len(sent) == 1
    assert directory.find_by_slug(slug) == made
    assert (made.status, made.currency, made.week_start) == (TenantStatus.ACTIVE, "ILS", 7)
    assert spares.count(engine) == 1
    with lanes.session(made, actor=None) as session:
        assert session.execute(select(Member.id)).all() == []
    with engine.connect() as connection:
        owner = text("SELECT tenant_id FROM fleet.version WHERE namespace = :name")
        assert connection.execute(owner, {"name": made.namespace}).scalar_one() == made.id


def test_a_spare_is_nobodys_company(engine: Engine, directory: Directory) -> None:
    before = {one.slug for one in directory.list()}
    spares.stock(engine, 1)
    with engine.connect() as connection:
        name = str(connection.execute(text(f"SELECT namespace {_SPARES}")).scalar_one())
    assert {one.slug for one in directory.list()} == before
    assert directory.find_by_slug(name) is directory.find_by_namespace(name) is None


def test_each_spare_is_taken_once(engine: Engine) -> None:
    spares.stock(engine, 3)

    def make(slug: str) -> Tenant:
        return make_tenant(engine, slug)

    with ThreadPoolExecutor(5) as threads:
        made = list(threads.map(make, [f"co-{uuid4().hex[:10]}" for _ in range(5)]))
    assert len({one.namespace for one in made}) == len({one.id for one in made}) == 5
    assert spares.count(engine) == 0


def test_the_store_is_filled_once_half_of_it_is_gone(engine: Engine) -> None:
    assert spares.stock(engine, 4) == 4
    make_tenant(engine, f"co-{uuid4().hex[:10]}")
    assert (spares.stock(engine, 4), spares.count(engine)) == (0, 3)
    make_tenant(engine, f"co-{uuid4().hex[:10]}")
    make_tenant(engine, f"co-{uuid4().hex[:10]}")
    assert (spares.stock(engine, 4), spares.count(engine)) == (3, 4)


def test_only_one_stocks_at_a_time(engine: Engine) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: spares.stock(engine, 2), range(4)))
    assert (sum(made), spares.count(engine)) == (2, 2)


def test_a_taken_address_costs_no_spare(engine: Engine, slug: str) -> None:
    make_tenant(engine, slug)
    spares.stock(engine, 1)
    with pytest.raises(SlugTaken):
        make_tenant(engine, slug)
    assert spares.count(engine) == 1


def test_a_spare_of_an_older_revision_is_left_until_it_is_upgraded(engine: Engine, slug: str) -> None:
    spares.stock(engine, 1)
    with engine.begin() as connection:
        connection.execute(
            text(f"UPDATE fleet.version SET revision = '0001' WHERE namespace IN (SELECT namespace {_SPARES})")
        )
        [old] = connection.execute(text(f"SELECT namespace {_SPARES}")).scalars().all()
    assert old in fleet.behind(engine)
    assert make_tenant(engine, slug).namespace != old
    assert spares.count(engine) == 0


def test_killed_anywhere_it_is_finished_by_the_next(engine: Engine, database: Database, slug: str) -> None:
    """Claimed, half made or just made: whatever stood there is a whole spare afterwards, and none is too many."""
    for after in (0.0, 0.2, 0.5):
        _killed(database, after)
    spares.stock(engine, 3)
    with engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT n.oid IS NOT NULL, r.oid IS NOT NULL, v.namespace IS NOT NULL FROM platform.tenant t "
                "LEFT JOIN pg_namespace n ON n.nspname = t.namespace LEFT JOIN pg_roles r ON r.rolname = t.namespace "
                "LEFT JOIN fleet.version v ON v.namespace = t.namespace "
                "WHERE t.status = 'PROVISIONING' AND t.slug = t.namespace"
            )
        ).all()
    assert [tuple(row) for row in rows] == [(True, True, True)] * 3
    assert make_tenant(engine, slug).status is TenantStatus.ACTIVE


def _killed(database: Database, after: float) -> None:
    """Stocks three in a process of its own, which is killed so many seconds after its first claim."""
    code = (
        "import os; from sqlalchemy import create_engine; from sqlalchemy.pool import NullPool\n"
        "from tenants import spares; from tenants.bootstrap import driver_url\n"
        "print('ready', flush=True)\n"
        "spares.stock(create_engine(driver_url(os.environ['URL']), poolclass=NullPool), 3)"
    )
    environment = os.environ | {"URL": database.migrate_url}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after)
        process.send_signal(signal.SIGKILL)

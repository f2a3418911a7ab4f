"""What the operator does with companies: with a reason, told in both books, and without losing anything."""

from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.pool import NullPool

from saas.core.audit import AuditEntry
from saas.core.errors import Conflict, Invalid
from saas.core.principal import system
from saas.core.work import Opener
from saas.operations.actions import Reason, resume_company, suspend_company
from saas.operations.queries import get_standing, list_operations
from tenants.bootstrap import driver_url
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant, TenantStatus
from tenants.revisions import head
from tests.conftest import Database, make_tenant

WHY = Reason("Unpaid since March", "dana")


@pytest.fixture
def company(migrate_engine: Engine) -> Tenant:
    return make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")


@pytest.fixture
def opener(lanes: Lanes, company: Tenant) -> Opener:
    return Opener(lanes, company, system("test"))


def status(engine: Engine, company: Tenant) -> TenantStatus:
    found = Directory(engine, ttl=0).find(company.id)
    assert found is not None
    return found.status


def told(opener: Opener) -> list[tuple[object, object]]:
    with opener() as work:
        rows = work.all(select(AuditEntry).where(AuditEntry.entity == "tenant").order_by(AuditEntry.at))
        return [(row.before, row.after) for row in rows]


def test_suspended_and_at_work_again(
    migrate_engine: Engine, web_engine: Engine, company: Tenant, opener: Opener
) -> None:
    assert suspend_company(migrate_engine, opener, WHY)
    assert status(web_engine, company) is TenantStatus.SUSPENDED
    assert resume_company(migrate_engine, opener, Reason("Paid", "noa"))
    assert status(web_engine, company) is TenantStatus.ACTIVE
    assert told(opener) == [
        ({"status": "ACTIVE"}, {"status": "SUSPENDED", "reason": "Unpaid since March"}),
        ({"status": "SUSPENDED"}, {"status": "ACTIVE", "reason": "Paid"}),
    ]
    book = [(one.kind, one.reason, one.operator) for one in list_operations(web_engine, company)]
    assert book == [("RESUME", "Paid", "noa"), ("SUSPEND", "Unpaid since March", "dana")]


def test_a_second_time_it_changes_nothing(migrate_engine: Engine, web_engine: Engine, opener: Opener) -> None:
    assert suspend_company(migrate_engine, opener, WHY)
    assert not suspend_company(migrate_engine, opener, WHY)
    assert len(list_operations(web_engine, opener.tenant)) == len(told(opener)) == 1


def test_a_reason_is_asked_for(migrate_engine: Engine, web_engine: Engine, company: Tenant, opener: Opener) -> None:
    with pytest.raises(Invalid) as refused:
        suspend_company(migrate_engine, opener, Reason("  ", "dana"))
    assert (refused.value.code, refused.value.field) == ("REQUIRED", "reason")
    assert status(web_engine, company) is TenantStatus.ACTIVE


def test_what_is_being_deleted_is_not_resumed(migrate_engine: Engine, company: Tenant, opener: Opener) -> None:
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'DELETING' WHERE id = :id"), {"id": company.id})
    with pytest.raises(Conflict, match="TENANT_DELETED"):
        resume_company(migrate_engine, opener, WHY)
    assert told(opener) == []


def test_how_a_company_stands(migrate_engine: Engine, company: Tenant) -> None:
    standing = get_standing(migrate_engine, company)
    assert (standing.revision, standing.behind) == (head("tenant"), False)
    assert standing.size > 0
    assert standing.tables > 10
    assert (standing.members, standing.sessions, standing.jobs_failed, standing.trouble) == (0, 0, 0, None)


@pytest.mark.parametrize("verb", ["UPDATE platform.operation SET reason = ''", "DELETE FROM platform.operation"])
@pytest.mark.parametrize("role", ["web_url", "work_url"])
def test_the_book_is_not_rewritten(database: Database, verb: str, role: str) -> None:
    engine = create_engine(driver_url(getattr(database, role)), poolclass=NullPool)
    with engine.connect() as connection, pytest.raises(ProgrammingError, match="permission denied"):
        connection.execute(text(verb))

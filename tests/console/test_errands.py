"""What an admin asks for is carried out once, told in both books, and lost by no death of a worker."""

import signal
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, select, update

from saas.console.errands import LONG, QUICK
from saas.console.execution import TRIES
from saas.core.clock import Clock
from saas.operations.backups import Vault
from tenants.administration import errand
from tenants.platform import deletion, operation
from tenants.registry import Directory, Tenant, TenantStatus
from tests.conftest import Database
from tests.console.conftest import Console


def status(console: Console, company: Tenant) -> TenantStatus | None:
    found = Directory(console.execution.platform, ttl=0).find(company.id)
    return None if found is None else found.status


def book(console: Console, company: Tenant) -> list[tuple[str, str, str]]:
    with console.execution.platform.connect() as connection:
        mine = select(operation).where(operation.c.tenant_id == company.id).order_by(operation.c.at)
        return [(row.kind, row.reason, row.operator) for row in connection.execute(mine)]


def problem(asked: dict[str, object]) -> tuple[str, str | None]:
    assert asked["errand"] is None
    problems = asked["problems"]
    assert isinstance(problems, list)
    (one,) = problems
    return one["code"], one["field"]


def test_from_suspended_to_restored(console: Console, tenant: Tenant, web_engine: Engine) -> None:
    asked = console.wish("suspendCompany", f'slug: "{tenant.slug}", reason: "Unpaid"')
    assert asked["problems"] == []
    assert status(console, tenant) is TenantStatus.ACTIVE, "the web process does nothing itself"
    console.work()
    console.check_done(asked)
    assert status(console, tenant) is TenantStatus.SUSPENDED
    for field, more in (
        ("resumeCompany", 'reason: "Paid"'), ("deleteCompany", 'reason: "Asked for", graceDays: 7'),
        ("restoreCompany", 'reason: "A mistake"'),
    ):  # fmt: skip
        done = console.wish(field, f'slug: "{tenant.slug}", {more}')
        console.work()
        assert console.errand(done) == {
            "state": "DONE", "trouble": None, "step": None, "endedAt": console.errand(done)["endedAt"],
        }  # fmt: skip
    assert status(console, tenant) is TenantStatus.ACTIVE
    assert book(console, tenant) == [
        ("SUSPEND", "Unpaid", console.email), ("RESUME", "Paid", console.email),
        ("DELETE", "Asked for", console.email), ("RESTORE", "A mistake", console.email),
    ]  # fmt: skip
    said = [after["reason"] for after in console.told(tenant) if isinstance(after, dict) and "reason" in after]
    assert said == ["Unpaid", "Paid", "Asked for", "A mistake"]


def test_a_deleted_company_has_the_grace_that_was_said(console: Console, tenant: Tenant) -> None:
    console.wish("deleteCompany", f'slug: "{tenant.slug}", reason: "Gone", graceDays: 7')
    console.work()
    with console.execution.platform.connect() as connection:
        due = connection.execute(select(deletion.c.due_at).where(deletion.c.tenant_id == tenant.id)).scalar_one()
    assert timedelta(days=6, hours=23) < due - Clock().now() <= timedelta(days=7)


def made(slug: str, *, owner: str = "a@b.test", why: str = "x") -> str:
    """What a new company is asked for with."""
    return f'input: {{slug: "{slug}", name: "x", ownerEmail: "{owner}", reason: "{why}"}}'


REFUSED = (
    ("suspendCompany", 'slug: "SLUG", reason: " "', ("REQUIRED", "reason")),
    ("suspendCompany", 'slug: "no-such-one", reason: "x"', ("NOT_FOUND", "slug")),
    ("resumeCompany", 'slug: "SLUG", reason: "x"', ("TENANT_ACTIVE", "slug")),
    ("restoreCompany", 'slug: "SLUG", reason: "x"', ("TENANT_ACTIVE", "slug")),
    ("deleteCompany", 'slug: "SLUG", reason: "x", graceDays: 366', ("BAD_GRACE", "graceDays")),
    ("deleteCompany", 'slug: "SLUG", reason: "x", graceDays: -1', ("BAD_GRACE", "graceDays")),
    ("moveCompany", 'slug: "SLUG", reason: "x", to: "nowhere"', ("UNKNOWN_CELL", "to")),
    ("moveCompany", 'slug: "SLUG", reason: "x", to: "home"', ("ALREADY_THERE", "to")),
    ("confirmMove", 'slug: "SLUG", reason: "x"', ("NO_OLD_COPY", "slug")),
    ("createCompany", made("SLUG"), ("SLUG_TAKEN", "slug")),
    ("createCompany", made("admin"), ("RESERVED_SLUG", "slug")),
    ("createCompany", made("fresh", owner="nobody"), ("BAD_EMAIL", "ownerEmail")),
    ("createCompany", made("fresh", why=""), ("REQUIRED", "reason")),
)


def test_what_cannot_be_is_refused_by_field(console: Console, tenant: Tenant) -> None:
    for field, arguments, wanted in REFUSED:
        assert problem(console.wish(field, arguments.replace("SLUG", tenant.slug))) == wanted, arguments
    console.work()
    assert book(console, tenant) == []


def test_one_thing_at_a_time_is_done_with_a_company(console: Console, tenant: Tenant) -> None:
    wish = "suspendCompany", f'slug: "{tenant.slug}", reason: "x"'
    assert console.wish(*wish)["problems"] == []
    assert problem(console.wish(*wish)) == ("ERRAND_UNDER_WAY", "slug")


def test_a_company_is_made_for_its_owner(console: Console) -> None:
    slug = f"acme-{uuid4().hex[:8]}"
    said = f'{{slug: "{slug}", name: "Acme", ownerEmail: "Dana.Levi@acme.test", currency: "ils", locale: "he", '
    asked = console.wish("createCompany", f'input: {said}timeZone: "Asia/Jerusalem", reason: "A pilot"}}')
    console.work()
    console.check_done(asked)
    company = Directory(console.execution.platform, ttl=0).find_by_slug(slug)
    assert company is not None
    assert (company.currency, company.locale, company.time_zone) == ("ILS", "he", "Asia/Jerusalem")
    assert book(console, company) == [("CREATE", "A pilot", console.email)]


def test_a_backup_lies_in_every_place(console: Console, tenant: Tenant) -> None:
    asked = console.wish("backUpCompany", f'slug: "{tenant.slug}", reason: "Before the upgrade"')
    console.work()
    console.check_done(asked)
    found = console.ask(
        "query($slug: String!) { company(slug: $slug) { lastBackupAt backup { size places } } }", slug=tenant.slug
    )["company"]
    assert isinstance(found, dict)
    assert found["lastBackupAt"] is not None
    assert (found["backup"]["places"], found["backup"]["size"] > 1000) == (2, True)
    assert book(console, tenant) == [("BACK_UP", "Before the upgrade", console.email)]


def test_what_a_worker_refuses_is_told_in_the_readers_language(console: Console, tenant: Tenant) -> None:
    asked = console.wish("backUpCompany", f'slug: "{tenant.slug}", reason: "x"')
    replace(console.execution, vault=Vault([], lambda: b"")).carry_out_next(LONG)
    assert "KESHER_BACKUPS" in str(console.errand(asked)["trouble"])
    one = asked["errand"]
    assert isinstance(one, dict)
    hebrew = console.post(f'{{ errand(id: "{one["id"]}") {{ trouble }} }}', headers={"accept-language": "he"}).json()
    assert hebrew["data"]["errand"]["trouble"] != console.errand(asked)["trouble"]


def test_one_that_was_broken_off_is_finished_by_the_next_worker(
    console: Console, database: Database, tmp_path: Path
) -> None:
    slug = f"acme-{uuid4().hex[:8]}"
    asked = console.wish("createCompany", made(slug))
    killed = Path(__file__).with_name("killed.py")
    words = [sys.executable, str(killed), database.migrate_url, database.work_url, "owner"]
    died = subprocess.run(words, capture_output=True, text=True, check=False, cwd=killed.parents[2])
    assert died.returncode == -signal.SIGKILL, died.stderr
    half = console.errand(asked)
    assert (half["state"], half["step"]) == ("RUNNING", "namespace")
    console.work()
    console.check_done(asked)
    company = Directory(console.execution.platform, ttl=0).find_by_slug(slug)
    assert company is not None
    assert [kind for kind, *_ in book(console, company)] == ["CREATE"]


def test_one_that_kills_its_workers_ends_as_broken(console: Console, tenant: Tenant) -> None:
    asked = console.wish("suspendCompany", f'slug: "{tenant.slug}", reason: "x"')
    with console.execution.platform.begin() as connection:
        mine = update(errand).where(errand.c.slug == tenant.slug)
        connection.execute(mine.values(state="RUNNING", tries=TRIES, began_at=Clock().now()))
    assert not console.execution.carry_out_next(QUICK)
    found = console.errand(asked)
    assert (found["state"], "again and again" in str(found["trouble"])) == ("FAILED", True)
    assert status(console, tenant) is TenantStatus.ACTIVE


def test_a_suspension_waits_for_no_backup(console: Console, tenant: Tenant, other_tenant: Tenant) -> None:
    console.wish("backUpCompany", f'slug: "{tenant.slug}", reason: "x"')
    quick = console.wish("suspendCompany", f'slug: "{other_tenant.slug}", reason: "x"')
    assert console.execution.carry_out_next(QUICK)
    console.check_done(quick)

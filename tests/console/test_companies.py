"""What an admin sees of companies, and that it is nothing of their records."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import graphql
import pytest
from sqlalchemy import Engine, delete, event, insert, select, text, update

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.edge.console.contract import sdl
from saas.operations.archive import Errand
from saas.operations.backups import Vault, back_up
from saas.operations.queries import get_standing
from saas.operations.standings import list_standings
from tenants.administration import backup, survey
from tenants.platform import tenant as tenants
from tenants.registry import Directory, Tenant
from tests.conftest import make_tenant
from tests.console.conftest import WHY, Console

LIST = """query($search: String, $sort: CompanySort!, $after: String, $first: Int!, $status: CompanyStatus,
    $cell: String, $behind: Boolean, $health: CompanyHealth) {
  companies(search: $search, sort: $sort, first: $first, after: $after, status: $status, cell: $cell, behind: $behind,
    health: $health) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { slug name status cell revision head size lastBackupAt health createdAt } } } }"""
ONE = """query($slug: String!) { company(slug: $slug) {
  slug namespace currency health size revision head restorableUntil oldCopyIn
  survey { at tables records members sessions seenAt jobsWaiting jobsFailed trouble }
  backup { takenAt size places failedAt failure } operations { kind reason operator } errands { id } } }"""


@pytest.fixture
def word() -> str:
    return f"z{uuid4().hex[:8]}"


@pytest.fixture
def three(migrate_engine: Engine, word: str) -> list[Tenant]:
    return [make_tenant(migrate_engine, f"{word}-{letter}") for letter in "abc"]


def listed(console: Console, word: str, **more: object) -> tuple[list[str], dict[str, object]]:
    """The last letters of what is found, and the whole."""
    asked = {"search": word, "sort": "NAME", "first": 25, **more}
    found = console.ask(LIST, **asked)["companies"]
    assert isinstance(found, dict)
    return [edge["node"]["slug"][-1] for edge in found["edges"]], found


def test_found_by_name_and_address(console: Console, three: list[Tenant], migrate_engine: Engine, word: str) -> None:
    with migrate_engine.begin() as connection:
        connection.execute(update(tenants).where(tenants.c.id == three[1].id).values(name="50% אבג_x"))
    assert listed(console, word.upper())[0] == ["b", "a", "c"]
    assert listed(console, f"אבג {word}")[0] == ["b"]
    assert listed(console, f"50% {word}")[0] == ["b"]
    assert listed(console, f"% {word}")[0] == ["b"]
    assert listed(console, f"{word} nothing")[1]["totalCount"] == 0


def test_page_by_page_in_every_order(console: Console, three: list[Tenant], migrate_engine: Engine, word: str) -> None:
    now = Clock().now()
    known = {
        "revision": "0001", "tables": 1, "records": 1, "members": 1, "sessions": 0, "jobs_waiting": 0,
        "jobs_failed": 0, "at": now,
    }  # fmt: skip
    with migrate_engine.begin() as connection:
        connection.execute(insert(survey).values(tenant_id=three[0].id, size=10**12, **known))
        connection.execute(insert(survey).values(tenant_id=three[2].id, size=5, **known))
        for company, days in ((three[0], 1), (three[1], 5)):
            taken = {"tenant_id": company.id, "taken_at": now - timedelta(days=days), "size": 1, "places": 1}
            connection.execute(insert(backup).values(taken))
    orders = {"NAME": "abc", "SIZE": "acb", "CREATED": "cba", "LAST_BACKUP": "cba"}
    for sort, wanted in orders.items():
        walked, after = "", None
        while True:
            letters, page = listed(console, word, sort=sort, first=1, after=after)
            walked += "".join(letters)
            assert page["totalCount"] == 3
            info = page["pageInfo"]
            assert isinstance(info, dict)
            if not info["hasNextPage"]:
                break
            after = info["endCursor"]
        assert walked == wanted, sort
    assert listed(console, word, status="SUSPENDED")[0] == []


def test_a_cursor_or_number_that_is_none_is_refused(console: Console) -> None:
    for wrong in ({"after": "nonsense"}, {"after": "WyJhIiwgImIiXQ=="}, {"first": 0}, {"first": 101}):
        said = console.post(LIST, {"sort": "SIZE", "first": 5, **wrong}).json()
        assert said["errors"][0]["extensions"]["code"] in {"BAD_CURSOR", "BAD_FIRST"}
    for nul in ({"search": "\0"}, {"search": "a", "after": "\0"}):
        said = console.post(LIST, {"sort": "NAME", "first": 5, **nul}).json()
        assert said["errors"][0]["extensions"]["code"] in {"BAD_VALUE", "BAD_CURSOR"}


def test_a_place_of_one_order_is_none_of_another(console: Console, tenant: Tenant) -> None:
    cursor = listed(console, tenant.slug)[1]["edges"][0]["cursor"]  # type: ignore[index]
    said = console.post(LIST, {"sort": "SIZE", "first": 5, "after": cursor}).json()
    assert said["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


def test_all_that_is_known_of_one(console: Console, tenant: Tenant, migrate_engine: Engine) -> None:
    before = console.ask(ONE, slug=tenant.slug)["company"]
    assert isinstance(before, dict)
    assert (before["survey"], before["backup"], before["health"]) == (None, None, "UNKNOWN")
    company = Directory(migrate_engine, ttl=0).find(tenant.id)
    assert company is not None
    assert console.execution.surveyor.look_at(company)
    found = console.ask(ONE, slug=tenant.slug.upper())["company"]
    assert isinstance(found, dict)
    assert found["namespace"] == tenant.namespace
    assert (found["revision"], found["health"]) == (found["head"], "GOOD")
    assert found["size"] > 100_000
    assert found["survey"]["tables"] > 40
    assert console.ask(ONE, slug="no-such-company") == {"company": None}


def test_a_backup_of_the_terminal_is_seen_and_so_is_one_that_failed(
    console: Console, tenant: Tenant, migrate_engine: Engine
) -> None:
    here = console.execution

    def opener(company: Tenant) -> Opener:
        return Opener(here.lanes, company, system("test"), Clock(), here.outside)

    bundle = Errand(migrate_engine, here.platform, opener, WHY)
    (kept,) = back_up(bundle, Vault(["file:///proc/nowhere"], lambda: b"k" * 32), [tenant])
    assert kept.failure is not None
    found = console.ask(ONE, slug=tenant.slug)["company"]
    assert isinstance(found, dict)
    assert (found["health"], found["backup"]["failure"]) == ("ATTENTION", kept.failure)


def test_narrowed_by_cell_version_and_health(
    console: Console, three: list[Tenant], migrate_engine: Engine, word: str
) -> None:
    assert all(console.execution.surveyor.look_at(company) for company in three)
    with migrate_engine.begin() as connection:
        behind = update(survey).where(survey.c.tenant_id == three[1].id)
        connection.execute(behind.values(revision="0001"))
        connection.execute(delete(survey).where(survey.c.tenant_id == three[2].id))
    for asked, wanted in (
        ({"behind": True}, "b"), ({"behind": False}, "a"), ({"health": "ATTENTION"}, "b"), ({"health": "GOOD"}, "a"),
        ({"health": "UNKNOWN"}, "c"), ({"cell": "home"}, "abc"), ({"cell": "nowhere"}, ""),
        ({"cell": "home", "behind": True, "health": "GOOD"}, ""), ({"behind": None, "health": None}, "abc"),
    ):  # fmt: skip
        letters, page = listed(console, word, **asked)
        assert ("".join(letters), page["totalCount"]) == (wanted, len(wanted)), asked


def test_many_are_looked_at_by_one_statement_and_as_they_are_one_by_one(
    console: Console, three: list[Tenant], migrate_engine: Engine
) -> None:
    statements: list[str] = []
    event.listen(migrate_engine, "before_cursor_execute", lambda *said: statements.append(said[2]))
    found = list_standings(migrate_engine, [one.id for one in three])
    assert len(statements) == 2, "one at home, one in the cell"
    for company in three:
        alone, among = get_standing(migrate_engine, company), found[company.id]
        assert replace(among, size=0) == replace(alone, size=0)
        assert alone.size / 3 < among.size <= alone.size, "pages that Postgres has counted, of all there are"


def test_workers_look_at_those_first_that_nobody_looked_at(
    console: Console, tenant: Tenant, migrate_engine: Engine
) -> None:
    looked = text("""
        INSERT INTO platform.survey (tenant_id, at, revision, size, tables, records, members, sessions, jobs_waiting,
            jobs_failed)
        SELECT id, now(), '', 0, 0, 0, 0, 0, 0, 0 FROM platform.tenant WHERE id <> :mine
        ON CONFLICT (tenant_id) DO UPDATE SET at = excluded.at
    """)
    with migrate_engine.begin() as connection:
        connection.execute(looked, {"mine": tenant.id})
    assert console.execution.surveyor.look() == 1
    found = console.ask(ONE, slug=tenant.slug)["company"]
    assert isinstance(found, dict)
    assert found["survey"] is not None
    assert console.execution.surveyor.look() == 0, "nobody is looked at twice in a minute"


def test_what_was_known_of_a_company_that_is_gone_goes(
    console: Console, tenant: Tenant, other_tenant: Tenant, migrate_engine: Engine
) -> None:
    for one in (tenant, other_tenant):
        assert console.execution.surveyor.look_at(one)
    with migrate_engine.begin() as connection:
        connection.execute(update(tenants).where(tenants.c.id == tenant.id).values(status="DELETED"))
    console.execution.surveyor.look()
    mine = select(survey.c.tenant_id).where(survey.c.tenant_id.in_([tenant.id, other_tenant.id]))
    with migrate_engine.begin() as connection:
        assert connection.execute(mine).scalars().all() == [other_tenant.id]
        connection.execute(update(tenants).where(tenants.c.id == tenant.id).values(status="ACTIVE"))


def test_the_graph_knows_no_record_of_a_customer() -> None:
    types = {name for name in graphql.build_schema(sdl()).type_map if not name.startswith("__")}
    assert types == {
        "Archive", "ArchiveKind", "Backup", "BackupFile", "Boolean", "Company", "CompanyConnection", "CompanyEdge",
        "CompanyHealth", "CompanySort", "CompanyStatus", "CompanySummary", "CreateCompanyInput", "DateTime", "Errand",
        "ErrandConnection", "ErrandKind", "ErrandPayload", "ErrandState", "Float", "ID", "ImportCompanyInput", "Int",
        "LinkPayload", "Mutation", "Operation", "OperationKind", "PageInfo", "Plan", "Problem", "Query",
        "RestoreBackupInput", "String", "Survey", "UploadPayload", "Viewer",
    }  # fmt: skip

"""How many visits there are, what becomes of those that are nobody's, and how those are found who are here."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from threading import Thread
from typing import cast

import orjson
import pytest
from sqlalchemy import Engine, select, text

from saas.capture.pace import Pace
from saas.core.principal import WHO_MEMBER
from saas.graph.assembly import graph
from saas.graph.documents import Asking, Library
from saas.sources.model import Source
from saas.visits import actions, routes
from saas.visits.actions import FORGET, KEPT, MOST_VISITS, forget_old, note_glimpse
from saas.visits.model import PageView, Visit
from saas.visits.reading import read_glimpse
from tenants.bootstrap import connect
from tests.capture.make import opener_of
from tests.conftest import Database
from tests.edge.conftest import Site
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source
from tests.visits.make import OTHER, Browser, glimpse, leads, visits_of
from tests.visits.test_doors import send

LONG_HERE = """INSERT INTO visit (id, source_id, visitor, mark, lead_id, ordinal, started_at, last_seen_at, left_at,
    view, path, page_count, seconds, intents)
SELECT gen_random_uuid(), source_id, visitor, 'm' || n, lead_id, n, started_at - n * interval '1 hour',
    started_at - n * interval '1 hour', started_at - n * interval '1 hour', view, path, 0, 0, '{}'
FROM visit, generate_series(2, 20000) n"""


def again(browser: Browser, number: int, **more: object) -> None:
    """Another visit of the same visitor."""
    browser.visit = f"visit-{number:020}"
    browser.look("/", view=f"look-{number:08}", **more)


def lead_id(company: Company) -> object:
    said = company.ask("olga", "{ leads { nodes { id } } }")["leads"]
    return cast("dict[str, list[Json]]", said)["nodes"][0]["id"]


def forget(company: Company, source: Json) -> int:
    with company.open() as work:
        return forget_old(work, key_of(source))


def due(company: Company, queue: Engine) -> list[datetime | None]:
    """When it is looked for what is old."""
    asked = text(
        "SELECT scheduled_at FROM jobs.procrastinate_jobs WHERE task_name = :job "
        "AND args->>'namespace' = :where ORDER BY id"
    )
    with queue.connect() as connection:
        given = {"job": FORGET, "where": company.tenant.namespace}
        return list(connection.execute(asked, given).scalars())


def test_a_visitor_has_so_many_visits_a_day_and_then_none_until_there_were_fewer(company: Company) -> None:
    dana, noah = (Browser(company, source := make_source(company)), Browser(company, source, OTHER))
    for number in range(MOST_VISITS + 5):
        again(dana, number)
        company.clock.pass_by(timedelta(minutes=1))
    noah.look("/other")
    with company.open() as work:
        assert len(work.all(select(Visit.id))) == MOST_VISITS + 1
        assert len(work.all(select(PageView.id))) == MOST_VISITS + 1
    company.clock.pass_by(timedelta(days=1) - timedelta(minutes=MOST_VISITS + 5))
    again(dana, 900)
    with company.open() as work:
        assert len(work.all(select(Visit.id))) == MOST_VISITS + 2


def test_one_address_begins_visits_more_slowly_than_it_goes_on_with_them(
    site: Site, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "BEGINNINGS", Pace(at_once=2, per_second=0.001))
    key, there = make_source(company)["key"], ("192.0.2.9", 1)

    def begin(number: int) -> int:
        return send(site, company, key, glimpse("/", visitor=f"visitor-{number:020}"), there).status_code

    assert [begin(number) for number in range(3)] == [204, 204, 429]
    assert [begin(number) for number in (0, 1, 0)] == [204] * 3
    assert send(site, company, key, glimpse("/pricing", visitor=f"visitor-{0:020}"), there).status_code == 204
    with company.open() as work:
        assert len(work.all(select(Visit.id))) == 2


def test_who_is_here_is_found_without_the_other_visits_of_the_lead(company: Company, database: Database) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in()
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        cursor.execute(f"SET search_path = {company.tenant.namespace}")
        cursor.execute(LONG_HERE)
        cursor.execute("VACUUM (ANALYZE) visit")
    assert [one["presence"] is not None for one in leads(company)] == [True]
    assert read_for_presence(company) == 1
    dana.leave("/")
    assert [one["presence"] for one in leads(company)] == [None]
    assert read_for_presence(company) <= 1


def read_for_presence(company: Company) -> int:
    """How many visits are looked at to tell of one lead whether he is here."""
    library, principal = Library(graph(), {}), company.principal("olga")
    document = library.document("query { leads(first: 50) { nodes { presence { id } } } }")
    plan = library.operation(document, None, {}, principal.rights).plan
    assert plan is not None
    params = plan.params({}, Asking(company.tenant, company.keys["olga"], company.clock.now()))
    assert WHO_MEMBER in params
    sql = "EXPLAIN (ANALYZE, FORMAT JSON) " + plan.sql
    ((said,),) = company.lanes.read(company.tenant, sql, params, actor=company.keys["olga"], vetted=True)
    nodes = [one for one in within(json.loads(cast(bytes, said))[0]["Plan"]) if one.get("Relation Name") == "visit"]
    read = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
    return max(int(sum(cast(float, one.get(name, 0)) for name in read)) for one in nodes)


def within(node: Json) -> Iterator[Json]:
    yield node
    for inner in cast("list[Json]", node.get("Plans", [])):
        yield from within(inner)


def test_who_does_not_agree_any_more_is_forgotten_while_another_page_of_his_tells_something(company: Company) -> None:
    source = make_source(company)
    dana, refused = Browser(company, source), list[BaseException]()
    dana.look("/")

    def withdraw() -> None:
        try:
            dana.leave("/", forget=True)
        except BaseException as error:  # noqa: BLE001  of another thread
            refused.append(error)

    withdrawal = Thread(target=withdraw)
    with opener_of(company)() as work:
        body = orjson.dumps(glimpse("/pricing"))
        note_glimpse(work, work.get(Source, key_of(source)), read_glimpse(str(source["key"]), body))
        work.flush()
        withdrawal.start()
        withdrawal.join(0.5)
        assert withdrawal.is_alive()
    withdrawal.join(20)
    assert refused == []
    with company.open() as work:
        assert (work.all(select(Visit.id)), work.all(select(PageView.id))) == ([], [])


def test_a_lead_that_is_deleted_has_no_new_visits_until_it_is_restored(company: Company) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in()
    gone = lead_id(company)
    company.do("olga", "deleteLead", id=gone)
    company.clock.pass_by(timedelta(hours=3))
    again(dana, 2)
    company.do("olga", "restoreLead", id=gone)
    company.clock.pass_by(timedelta(hours=3))
    again(dana, 3)
    (lead,) = leads(company)
    assert [one["ordinal"] for one in visits_of(lead)] == [3, 1]


@pytest.mark.parametrize("deleted", [True, False])
def test_of_a_deleted_lead_nothing_is_kept_for_longer_than_of_a_stranger(company: Company, *, deleted: bool) -> None:
    source = make_source(company)
    dana = Browser(company, source)
    dana.look("/")
    dana.fill_in()
    if deleted:
        company.do("olga", "deleteLead", id=lead_id(company))
    company.clock.pass_by(KEPT)
    assert forget(company, source) == 0
    company.clock.pass_by(timedelta(seconds=1))
    assert forget(company, source) == int(deleted)
    with company.open() as work:
        assert len(work.all(select(PageView.id))) == int(not deleted)


def test_who_was_a_lead_and_does_not_agree_any_more_is_forgotten(company: Company) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in()
    company.do("olga", "deleteLead", id=lead_id(company))
    dana.leave("/", forget=True)
    with company.open() as work:
        assert work.all(select(Visit.id)) == []


def test_what_is_old_is_looked_for_with_the_first_visit_of_a_day_at_once_and_when_that_is_old(
    company: Company, queue: Engine
) -> None:
    """At once for a company that came with visits, but with no jobs."""
    source, day = make_source(company), company.clock.now().replace(hour=0, minute=0, second=0)
    before = due(company, queue)
    for visitor in (OTHER, "third-0123456789abcdefghij"):
        Browser(company, source, visitor).look("/")
    assert due(company, queue)[len(before) :] == [None, day + timedelta(days=1) + KEPT]


def test_what_is_old_goes_in_parts_and_is_looked_for_as_long_as_there_is_any(
    company: Company, queue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_FORGOTTEN", 2)
    source = make_source(company)
    for number in range(3):
        Browser(company, source, f"visitor-{number:020}").look("/")
    dana = Browser(company, source)
    dana.look("/")
    dana.fill_in()
    company.clock.pass_by(KEPT + timedelta(days=1))
    before = len(due(company, queue))
    later = company.clock.now() + KEPT
    assert (forget(company, source), due(company, queue)[before:]) == (2, [None])
    assert (forget(company, source), due(company, queue)[before:]) == (1, [None, later])
    company.do("olga", "deleteLead", id=lead_id(company))
    company.clock.pass_by(KEPT)
    assert (forget(company, source), due(company, queue)[before:]) == (1, [None, later])


def test_the_job_of_a_day_leaves_the_rest_to_those_of_later_days(company: Company, queue: Engine) -> None:
    source = make_source(company)
    dana = Browser(company, source)
    dana.look("/")
    dana.fill_in()
    company.clock.pass_by(KEPT)
    Browser(company, source, OTHER).look("/")
    company.clock.pass_by(timedelta(days=1))
    before = due(company, queue)
    assert (forget(company, source), due(company, queue)) == (0, before)

"""Companies in two cells: made, found, changed, at work and kept in each as in the home."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from saas.accounts.model import Account
from saas.background.performer import Dropped
from saas.core.clock import Clock
from saas.core.errors import Moving
from saas.core.jobs import jobs
from saas.operations.actions import resume_company, suspend_company
from saas.operations.archive import Errand, export_company
from saas.operations.arrival import Arrival, import_company
from saas.operations.queries import get_standing
from saas.worker import Worker
from tenants import fleet, spares
from tenants.bootstrap import driver_url
from tenants.cells import carry, count_companies, place
from tenants.engine import Lanes
from tenants.errors import UnknownTenant
from tenants.registry import Directory, TenantStatus
from tenants.revisions import head
from tests.operations.cells import WHY, Pair


def test_a_company_lives_in_the_cell_with_most_room(pair: Pair, slug: str) -> None:
    assert place(pair.cells, slug) == "b"
    before = count_companies(pair.cells)
    pair.company(slug, "b")
    found = pair.find(slug)
    assert (found.cell, found.version, found.status) == ("b", head("tenant"), TenantStatus.ACTIVE)
    assert count_companies(pair.cells) == before | {"b": before["b"] + 1}
    with pair.opener(found)() as work:
        work.add(Account(name="Acme"))
    with pair.opener(found)() as work:
        assert work.all(select(Account.name)) == ["Acme"]
    with pair.cells.home.connect() as home:
        there = home.execute(text("SELECT to_regnamespace(:name)"), {"name": found.namespace}).scalar_one()
    assert there is None


def test_a_spare_of_a_cell_is_taken_there(pair: Pair, slug: str) -> None:
    at = pair.cells.at("b")
    assert spares.stock(pair.cells.home, 2, cell="b", at=at) == 2
    made = pair.company(slug, "b")
    assert spares.count(pair.cells.home, cell="b", at=at) == 1
    assert pair.find(slug) == made
    assert fleet.behind(at) == []
    with at.connect() as there:
        mine = there.execute(text("SELECT namespace FROM fleet.version WHERE tenant_id = :id"), {"id": made.id})
        assert mine.scalars().all() == [made.namespace]


def test_what_a_company_says_of_itself_is_true_in_its_cell_and_reaches_the_home(pair: Pair, slug: str) -> None:
    company = pair.company(slug, "b")
    with pair.opener(company)() as work:
        work.change_company({"currency": "ILS", "name": "Renamed"})
    assert (pair.find(slug).name, pair.find(slug).currency) == ("Renamed", "ILS")
    assert _at_home(pair, slug) == (slug.title(), "EUR")
    assert carry(pair.work.home, pair.work.at("b"), "b") == 1
    assert _at_home(pair, slug) == ("Renamed", "ILS")
    assert carry(pair.work.home, pair.work.at("b"), "b") == 0


def _at_home(pair: Pair, slug: str) -> tuple[str, str]:
    with pair.work.home.connect() as home:
        row = home.execute(text("SELECT name, currency FROM platform.tenant WHERE slug = :slug"), {"slug": slug}).one()
    return row.name, row.currency


def test_a_job_runs_in_the_cell_of_its_company(pair: Pair, slug: str, queue: Engine) -> None:
    company = pair.company(slug, "b")
    file_id = pair.attach(company, b"What was agreed")
    with pair.opener(company)() as work:
        work.enqueue("files.sweep_file", {"file_id": str(file_id)})
    assert (
        get_standing(pair.cells.home, company, at=pair.cells.at("b")).jobs_waiting == 2
    )  # one of them for the next day
    with queue.connect() as home:
        assert home.execute(text("SELECT count(*) FROM jobs.procrastinate_jobs")).scalar_one() == 0
    worker = Worker(
        pair.urls["home"], "test", Clock(), queue, pair.lanes, pair.directory, pair.opener(company).outside,
        cells={"b": pair.urls["b"]},
    )  # fmt: skip
    asyncio.run(worker.run(wait=False))
    standing = get_standing(pair.cells.home, company, at=pair.cells.at("b"))
    assert (standing.jobs_waiting, standing.jobs_failed) == (1, 0)


def test_a_job_in_the_queue_of_another_cell_does_nothing(pair: Pair, slug: str, queue: Engine) -> None:
    company = pair.company(slug, "b")
    worker = Worker(pair.urls["home"], "test", Clock(), queue, pair.lanes, pair.directory)
    with pytest.raises(Dropped, match="another cell"):
        worker.performer.perform(jobs()["files.sweep_file"], {"namespace": company.namespace})


def test_a_company_of_a_cell_is_suspended_exported_and_made_anew(pair: Pair, slug: str, tmp_path: Path) -> None:
    company = pair.company(slug, "b")
    with pair.opener(company)() as work:
        work.add(Account(name="Acme"))
    assert suspend_company(pair.cells.home, pair.opener(company), WHY)
    assert pair.find(slug).status is TenantStatus.SUSPENDED
    assert resume_company(pair.cells.home, pair.opener(company), WHY, at=pair.cells.at("b"))
    errand = Errand(pair.cells.home, pair.work.home, pair.opener, WHY, cells=pair.cells)
    export_company(errand, company, tmp_path / "out.kesher")
    made = import_company(errand, tmp_path / "out.kesher", Arrival(f"{slug}-2"))
    assert made.cell == "b"
    with pair.opener(made)() as work:
        assert work.all(select(Account.name)) == ["Acme"]


def test_a_cell_that_does_not_answer_takes_no_other_along(pair: Pair, slug: str) -> None:
    company, other = pair.company(slug, "b"), pair.company(f"{slug}-2", "home")
    gone = create_engine(driver_url(pair.urls["b"]).set(port=1), poolclass=NullPool)
    directory = Directory(pair.work.home, ttl=0, cells={"b": gone})
    found = {one.slug: one for one in directory.list()}
    assert (found[slug].name, found[slug].version) == (company.name, "")
    assert directory.find_by_slug(other.slug) == other
    with pytest.raises(OperationalError):
        directory.find_by_slug(slug)
    lanes = Lanes({"home": pair.urls["home"]}, lanes=1, size=1)
    with pytest.raises(UnknownTenant, match="not open here"):
        lanes.session(company, actor=None)


def test_what_moves_can_be_read_only(pair: Pair, slug: str) -> None:
    company = pair.company(slug, "b")
    with pair.cells.home.begin() as home:
        home.execute(text("UPDATE platform.tenant SET moving_to = 'home' WHERE slug = :slug"), {"slug": slug})
    held = pair.find(slug)
    assert held.moving_to == "home"
    with pytest.raises(Moving), pair.opener(held)() as work:
        work.add(Account(name="Acme"))
    with pair.opener(held)() as work:
        assert work.all(select(Account.name)) == []
    with pytest.raises(Moving), pair.opener(held)() as work:
        work.change_company({"name": "Renamed"})
    assert pair.find(slug).name == company.name

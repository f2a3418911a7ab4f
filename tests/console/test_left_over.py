"""What an errand that fails has left is taken away before it ends; what another makes is nobody else's."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text, update

from saas.console.errands import LONG
from saas.console.execution import TRIES
from saas.operations.depot import Depot
from tenants import provision
from tenants.administration import errand
from tenants.errors import SlugTaken
from tests.conftest import Database
from tests.console.conftest import Console
from tests.console.test_archives import Desk, desk, id_of, is_nowhere, kill
from tests.console.test_gone import NOWHERE
from tests.console.watched import watched

__all__ = ["desk"]


def often_enough(console: Console, asked: dict[str, object]) -> None:
    with console.execution.platform.begin() as connection:
        connection.execute(update(errand).where(errand.c.id == id_of(asked)).values(tries=TRIES))


def test_an_errand_ends_once_what_it_has_left_is_taken_away(desk: Desk, database: Database) -> None:
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(desk.export(desk.made())), slug)
    kill(desk.console, database, "people")
    often_enough(desk.console, asked)
    away = replace(desk.console.execution, outside=NOWHERE)
    assert not away.carry_out_next(LONG)
    assert (desk.console.errand(asked)["state"], is_nowhere(desk.console, slug, id_of(asked))) == ("RUNNING", False)
    desk.console.work()
    assert (desk.console.errand(asked)["state"], is_nowhere(desk.console, slug, id_of(asked))) == ("FAILED", True)


def test_a_company_that_could_not_be_made_leaves_its_address(console: Console, database: Database) -> None:
    slug = f"acme-{uuid4().hex[:8]}"
    asked = console.wish("createCompany", f'input: {{slug: "{slug}", name: "x", ownerEmail: "a@b.test", reason: "x"}}')
    half = {"slug": slug, "name": "x", "currency": "USD", "locale": "en", "time_zone": "UTC", "week_start": 1,
            "cell": "home"}  # fmt: skip
    provision.prepare(console.execution.cells.home, half, id_of(asked), "0001")
    often_enough(console, asked)
    console.work()
    assert (console.errand(asked)["state"], is_nowhere(console, slug, id_of(asked))) == ("FAILED", True)


def test_what_an_errand_makes_is_finished_by_nobody_else(desk: Desk, database: Database) -> None:
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(desk.export(desk.made())), slug)
    kill(desk.console, database, "people")
    said = {"slug": slug, "name": "Theirs", "currency": "USD", "locale": "en", "time_zone": "UTC"}
    for id_ in (uuid4(), None):
        with pytest.raises(SlugTaken):
            provision.create(desk.console.execution.cells.home, id=id_, **said)  # type: ignore[arg-type]
    desk.console.work()
    desk.console.check_done(asked)
    assert (desk.find(slug).id, desk.find(slug).name) == (id_of(asked), "Acme")


FULL = """
CREATE FUNCTION {0}.full_disk() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON {0}.member EXECUTE FUNCTION {0}.full_disk();
"""


def test_a_full_disk_of_the_database_is_told_as_such(desk: Desk) -> None:
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(desk.export(desk.made())), slug)

    def fill_up() -> None:
        with desk.console.execution.cells.home.begin() as connection:
            found = text("SELECT namespace FROM platform.tenant WHERE slug = :slug")
            connection.exec_driver_sql(FULL.format(connection.execute(found, {"slug": slug}).scalar_one()))

    assert watched(desk.console, tables=fill_up).carry_out_next(LONG)
    found = desk.console.errand(asked)
    assert (found["state"], found["trouble"]) == ("FAILED", "The disk is full. Make room and try again.")
    assert is_nowhere(desk.console, slug, id_of(asked))


def test_a_full_disk_is_no_store_that_cannot_be_reached(tmp_path: Path) -> None:
    depot, id_, into = Depot(tmp_path.as_uri()), uuid4(), tmp_path / "archive.kesher"
    depot.put_piece(id_, 0, b"x" * 100_000)
    into.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        depot.join(id_, 100_000, into)

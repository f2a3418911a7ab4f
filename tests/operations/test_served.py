"""A web process over two cells: it answers for companies of both, and goes on while one of them moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from saas.app import create_app
from saas.core.rights import Role
from saas.identity.tokens import create_token
from saas.settings import BadSetting, Mode, Settings, cell_urls, read_settings
from tests.conftest import Database
from tests.edge.conftest import Site
from tests.identity.make import make_member
from tests.operations.cells import Pair

READ = "{ accounts { nodes { name } } }"
WRITE = 'mutation { createAccount(input: {name: "Acme"}) { account { name } problems { code } } }'


@pytest.fixture
def site(database: Database, cell_b: Database, tmp_path: Path) -> Iterator[Site]:
    settings = Settings(
        mode=Mode.LOCAL, home=tmp_path, web_url=database.web_url, cells=(("b", cell_b.admin_url),), client=tmp_path,
        lanes=1, lane_size=2,
    )  # fmt: skip
    door = create_app(settings)
    yield Site(settings, door)
    door.close()


def test_a_company_is_served_in_its_cell_while_it_moves_and_afterwards(site: Site, pair: Pair, slug: str) -> None:
    company = pair.company(slug, "home")
    token = create_token(pair.work.home, company, make_member(pair.lanes, company, Role.OWNER), name="test")
    with pair.cells.home.begin() as home:
        home.execute(text("UPDATE platform.tenant SET moving_to = 'b' WHERE slug = :slug"), {"slug": slug})
    refused = site.graphql(WRITE, token=token)
    assert refused.json()["errors"][0]["extensions"]["code"] == "TENANT_MOVING"
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert site.graphql(READ, token=token).json()["data"] == {"accounts": {"nodes": []}}
    pair.move(slug, "b")
    _forget(site)
    made = site.graphql(WRITE, token=token).json()["data"]
    assert made == {"createAccount": {"account": {"name": "Acme"}, "problems": []}}
    assert site.graphql(READ, token=token).json()["data"] == {"accounts": {"nodes": [{"name": "Acme"}]}}
    with pair.cells.home.connect() as home:
        left = home.execute(text(f"SELECT count(*) FROM {company.namespace}.account")).scalar_one()
    assert left == 0


def _forget(site: Site) -> None:
    """As the word of the switch does, which a site without a loop does not hear."""
    site.door._parts.reception.recognition.forget_all()
    site.door._parts.reception.directory.forget()


def test_cells_are_named_in_the_environment() -> None:
    settings = read_settings(
        {"KESHER_CELLS": "b=postgresql://10.0.0.2/kesher  c=postgresql://root:s@10.0.0.3:5433/crm"}
    )
    assert cell_urls(settings, "postgresql://kesher_web:p%40ss@10.0.0.1/kesher") == {
        "home": "postgresql://kesher_web:p%40ss@10.0.0.1/kesher",
        "b": "postgresql+psycopg2://kesher_web:p%40ss@10.0.0.2/kesher",
        "c": "postgresql+psycopg2://kesher_web:p%40ss@10.0.0.3:5433/crm",
    }
    assert "10.0.0.3" not in repr(settings)


@pytest.mark.parametrize(
    "said", ["postgresql://10.0.0.2/kesher", "b=10.0.0.2", "B=postgresql://x/y", "home=postgresql://x/y",
             "b=postgresql://x/y b=postgresql://x/z"],
)  # fmt: skip
def test_a_cell_that_makes_no_sense_is_named_at_the_start(said: str) -> None:
    with pytest.raises(BadSetting, match="KESHER_CELLS"):
        read_settings({"KESHER_CELLS": said})


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("KESHER_LISTEN_DATABASE_URL", "postgresql://10.0.0.1/kesher"),
        ("KESHER_LISTEN_CELLS", "b=postgresql://10.0.0.2/kesher"),
    ],
)
def test_past_a_pooler_of_any_cell_nothing_is_prepared(name: str, url: str) -> None:
    assert read_settings({}).prepares
    assert not read_settings({name: url}).prepares

"""A company is sent to another Postgres server from the console, and its old copy taken away."""

from dataclasses import replace
from uuid import uuid4

import pytest

from saas.console.execution import Execution
from saas.core.clock import Clock
from saas.core.outside import Nowhere
from saas.operations.backups import Vault
from tests.console.conftest import Console
from tests.console.test_errands import book, problem
from tests.edge.conftest import Site
from tests.operations.cells import Pair
from tests.operations.conftest import cell_b, pair

__all__ = ["cell_b", "pair"]


@pytest.fixture
def settings(settings: object, cell_b: object) -> object:
    """Of a web process that knows both cells."""
    return replace(settings, cells=(("b", cell_b.admin_url),))  # type: ignore[type-var, attr-defined]


@pytest.fixture
def execution(pair: Pair) -> Execution:
    outside = replace(Nowhere(), files_url=pair.store.as_uri())
    return Execution(pair.cells, pair.work.home, pair.lanes, Clock(), outside, Vault([], bytes))


def test_moved_and_confirmed(console: Console, pair: Pair) -> None:
    slug = f"co-{uuid4().hex[:10]}"
    company = pair.company(slug, "home")
    asked = console.wish("moveCompany", f'slug: "{slug}", reason: "More room", to: "b"')
    console.work()
    console.check_done(asked)
    assert pair.find(slug).cell == "b"
    one = f'{{ company(slug: "{slug}") {{ cell oldCopyIn survey {{ tables }} }} }}'
    found = console.ask(one)["company"]
    assert isinstance(found, dict)
    assert (found["cell"], found["oldCopyIn"], found["survey"] is not None) == ("b", "home", True)
    again = console.wish("moveCompany", f'slug: "{slug}", reason: "Back", to: "home"')
    assert problem(again) == ("OLD_COPY_WAITS", "slug")
    done = console.wish("confirmMove", f'slug: "{slug}", reason: "All is well"')
    console.work()
    console.check_done(done)
    assert console.ask(one)["company"]["oldCopyIn"] is None  # type: ignore[index]
    assert book(console, company) == [
        ("MOVE", "More room", console.email), ("CONFIRM_MOVE", "All is well", console.email),
    ]  # fmt: skip


def test_the_cells_are_told(console: Console, site: Site) -> None:
    assert console.ask("{ cells }") == {"cells": ["home", "b"]}

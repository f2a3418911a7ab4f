"""Strangers begin a bounded number of sign-ins, whichever process they ask."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from sqlalchemy import Engine, select, update

from saas.identity.starts import MOST, counted_as
from saas.settings import Mode
from tenants.platform import sign_in_attempt
from tests.edge.conftest import Site, client_folder, make_site, settings

__all__ = ["client_folder", "make_site", "settings"]

OWN = {"sec-fetch-site": "same-origin"}
SIGN_UP = {"name": "Noa", "email": "noa@starts.test"}


def begin(site: Site, address: str, path: str = "/sign-in/passkey/options") -> httpx2.Response:
    return site.ask("POST", path, host="login.localhost", client=(address, 1), headers=OWN, json=SIGN_UP)


def test_one_network_begins_so_many_and_is_told_when_it_may_again(
    make_site: Callable[..., Site], web_engine: Engine
) -> None:
    sites = [make_site(mode=Mode.SERVER), make_site(mode=Mode.SERVER)]
    for turn in range(MOST):
        assert begin(sites[turn % 2], "2001:db8:1:2::7").status_code == 200
    for site in sites:
        refused = begin(site, "2001:db8:1:2:ffff::1", "/sign-up/passkey/options")
        assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (429, "TOO_MANY_STARTS")
        assert 0 < int(refused.headers["retry-after"]) <= 600
    assert begin(sites[0], "2001:db8:1:3::7").status_code == 200
    kept = select(sign_in_attempt.c.hash).where(sign_in_attempt.c.address == "2001:db8:1:2::/64")
    with web_engine.begin() as connection:
        rows = connection.execute(kept).scalars().all()
        assert len(rows) == MOST
        earlier = datetime.now(UTC) - timedelta(minutes=10)
        connection.execute(update(sign_in_attempt).where(sign_in_attempt.c.hash == rows[0]).values(created_at=earlier))
    assert begin(sites[1], "2001:db8:1:2::7").status_code == 200


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8::1", "2001:db8::/64"),
        ("x", "x"),
    ],
)
def test_an_address_is_counted_with_its_neighbours(address: str, kept: str) -> None:
    assert counted_as(address) == kept

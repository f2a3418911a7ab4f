"""The forecast through the graph's door: as the web client and programs ask for it."""

import asyncio
from collections.abc import Iterator

import orjson
import pytest

from saas.core.clock import FixedClock
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.threads import Threads
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.forecasts.make import NOW, Shop, Told, closed, make_shop

ASKED = """query Forecast($period: Period!, $on: Date) { forecast(period: $period, on: $on) {
    period startsOn endsOn on expected { amount currency } won { amount } open { amount }
    stages { stage { name } entered closed won open share low high explanation
        openAmount { amount } expected { amount } }
    byOwner { owner { name team { name } } team { name } expected { amount } }
    byTeam { owner { name } team { name office } expected { amount currency } }
    notes { code message deals amount { amount } }
} }"""


@pytest.fixture
def door(lanes: Lanes) -> Iterator[Door]:
    with Threads(2) as threads:
        yield Door(graph(), Library(graph(), {}), lanes, threads, FixedClock(NOW))


@pytest.fixture
def shop(lanes: Lanes, tenant: Tenant) -> Shop:
    return make_shop(lanes, tenant)


def ask(door: Door, shop: Shop, member: str, role: Role, **variables: str) -> dict[str, object]:
    acting = Principal(shop.members[member], role, member, variables.pop("locale", "en"), "UTC", "test")
    body = orjson.dumps({"query": ASKED, "variables": variables})
    status, answer = asyncio.run(door.answer(shop.tenant, acting, body))
    assert status == 200
    said: dict[str, object] = orjson.loads(answer)
    return said


def test_the_whole_forecast(door: Door, shop: Shop) -> None:
    shop.tell(*closed(3, 7), Told(), Told(owner="omar", close_on=None))
    assert ask(door, shop, "mona", Role.OWNER, period="MONTH", on="2026-03-01") == {
        "data": {
            "forecast": {
                "period": "MONTH", "startsOn": "2026-03-01", "endsOn": "2026-03-31", "on": "2026-03-01",
                "expected": {"amount": "300.00", "currency": "EUR"}, "won": {"amount": "0.00"},
                "open": {"amount": "1000.00"},
                "stages": [
                    {
                        "stage": {"name": "New"}, "entered": 0, "closed": 0, "won": 0, "open": 0, "share": None,
                        "low": None, "high": None, "explanation": "No deal has entered this stage yet",
                        "openAmount": {"amount": "0.00"}, "expected": {"amount": "0.00"},
                    },
                    {
                        "stage": {"name": "Quote"}, "entered": 12, "closed": 10, "won": 3, "open": 2, "share": 0.3,
                        "low": pytest.approx(0.10779, abs=1e-5), "high": pytest.approx(0.60323, abs=1e-5),
                        "explanation": "30.0 % of 10 closed deals, interval 10.8\u201360.3 %, 2 still open",
                        "openAmount": {"amount": "1000.00"}, "expected": {"amount": "300.00"},
                    },
                ],
                "byOwner": [
                    {"owner": {"name": "dana", "team": {"name": "North"}}, "team": None,
                     "expected": {"amount": "300.00"}},
                ],
                "byTeam": [
                    {"owner": None, "team": {"name": "North", "office": "Haifa"},
                     "expected": {"amount": "300.00", "currency": "EUR"}},
                ],
                "notes": [
                    {"code": "UNDATED", "message": "Without an expected close, not counted: 1, worth €1,000.00",
                     "deals": 1, "amount": {"amount": "1000.00"}},
                ],
            }
        }
    }  # fmt: skip


def test_a_rep_and_his_language(door: Door, shop: Shop) -> None:
    shop.tell(*closed(3, 7), Told(), *closed(5, 0, Told(owner="omar")))
    said = ask(door, shop, "dana", Role.REP, period="QUARTER", on="2026-03-01", locale="he")
    answer = said["data"]["forecast"]  # type: ignore[index]
    assert (answer["startsOn"], answer["endsOn"]) == ("2026-04-01", "2026-06-30")
    assert answer["stages"][1]["entered"] == 11
    assert "עסקאות שנסגרו" in answer["stages"][1]["explanation"]


def test_today_is_the_day_that_is_not_given(door: Door, shop: Shop) -> None:
    said = ask(door, shop, "mona", Role.OWNER, period="QUARTER")
    answer = said["data"]["forecast"]  # type: ignore[index]
    assert [answer[name] for name in ("on", "startsOn", "endsOn")] == ["2026-06-01", "2026-07-01", "2026-09-30"]


def test_a_day_beyond_all_calendars_is_refused_with_its_field(door: Door, shop: Shop) -> None:
    said = ask(door, shop, "mona", Role.OWNER, period="MONTH", on="9999-12-31")
    assert said["data"] == {"forecast": None}
    assert [error["extensions"] for error in said["errors"]] == [{"code": "BAD_DAY", "field": "on"}]  # type: ignore[attr-defined]

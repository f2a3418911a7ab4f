"""When a subscription ends from our side, and who gets none: the close codes of graphql-transport-ws."""

import time
from collections import deque
from typing import cast

import pytest
from sqlalchemy import Engine, text
from websockets.exceptions import ConnectionClosed, InvalidStatus

from saas.core.clock import Clock
from saas.identity.sessions import end_those
from saas.identity.tokens import create_token
from tenants.platform import session
from tests.deals.make import make_deal
from tests.identity.serving import Server
from tests.live.listening import CHANGES, PATIENCE, Line, cookie, listening, open_line
from tests.members.make import Company, Json


def ended(line: Line) -> tuple[int, str]:
    """The close frame, after whatever else was told."""
    with pytest.raises(ConnectionClosed) as closed:
        deque(iter(line.hear, None), maxlen=0)
    frame = closed.value.rcvd
    assert frame is not None
    return frame.code, frame.reason


def test_with_the_session(server: Server, web_engine: Engine, company: Company) -> None:
    shown = cookie(web_engine, company, "olga")
    with open_line(server, company, shown) as line:
        line.begin()
        line.subscribe(types=["Deal"])
        with web_engine.begin() as connection:
            end_those(connection, session.c.member_id == company.keys["olga"], Clock().now())
        assert ended(line) == (4401, "UNAUTHENTICATED")


def test_with_a_change_of_role(server: Server, web_engine: Engine, company: Company) -> None:
    with listening(server, web_engine, company, "rina", types=["Deal"]) as line:
        company.do("olga", "updateMember", id=company.id("rina"), role="READER")
        assert ended(line) == (4403, "ACCESS_CHANGED")


def test_with_the_companys_suspension(
    server: Server, web_engine: Engine, migrate_engine: Engine, company: Company
) -> None:
    with listening(server, web_engine, company, "olga", types=["Deal"]) as line:
        with migrate_engine.begin() as connection:
            suspend = "UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id"
            connection.execute(text(suspend), {"id": company.tenant.id})
        make_deal(company)
        assert ended(line) == (4401, "TENANT_SUSPENDED")


def test_a_page_of_somebody_elses_gets_no_line(server: Server, web_engine: Engine, company: Company) -> None:
    for origin in ("http://evil.test", None):
        with (
            pytest.raises(InvalidStatus) as refused,
            open_line(server, company, cookie(web_engine, company, "olga"), origin=origin),
        ):
            raise AssertionError("it was opened")
        assert refused.value.response.status_code == 403


def test_a_program_shows_its_token_when_it_begins(server: Server, web_engine: Engine, company: Company) -> None:
    token = create_token(web_engine, company.tenant, company.keys["olga"], name="live")
    with open_line(server, company, {}, origin=None) as line:
        line.begin(authorization=f"Bearer {token}")
        line.subscribe(types=["Deal"])
        deal = make_deal(company)
        assert [told["id"] for told in line.until(deal["id"])] == [deal["id"]]


def test_nobody_and_a_stranger_get_nothing(
    server: Server, web_engine: Engine, company: Company, other_company: Company
) -> None:
    token = create_token(web_engine, other_company.tenant, other_company.keys["olga"], name="live")
    for shown, code in (
        ("", "UNAUTHENTICATED"),
        ("Bearer wrong", "UNAUTHENTICATED"),
        (f"Bearer {token}", "WRONG_TENANT"),
    ):
        with open_line(server, company, {}) as line:
            line.say(type="connection_init", payload={"authorization": shown} if shown else {})
            assert ended(line) == (4401, code)


SUBSCRIBE: Json = {
    "type": "subscribe", "id": "1", "payload": {"query": CHANGES, "variables": {"types": ["Deal"]}},
}  # fmt: skip
BROKEN: list[tuple[list[Json], tuple[int, str]]] = [
    ([{"type": "subscribe", "id": "1", "payload": {"query": CHANGES}}], (4401, "CONNECTION_INIT_FIRST")),
    ([{"type": "ping"}], (4400, "BAD_MESSAGE")),
    ([{"type": "connection_init"}, {"type": "connection_init"}], (4429, "TOO_MANY_INITIALISATION_REQUESTS")),
    ([{"type": "connection_init"}, {"type": "nonsense"}], (4400, "BAD_MESSAGE")),
    ([{"type": "connection_init"}, {"type": "subscribe", "id": "1"}], (4400, "BAD_MESSAGE")),
    ([{"type": "connection_init"}, SUBSCRIBE, SUBSCRIBE], (4409, "SUBSCRIBER_EXISTS")),
    ([{"type": "connection_init", "payload": {"long": "x" * 100_001}}], (1009, "")),
]  # fmt: skip


@pytest.mark.parametrize(("said", "ending"), BROKEN)
def test_what_is_not_of_the_protocol_ends_it(
    server: Server, web_engine: Engine, company: Company, said: list[Json], ending: tuple[int, str]
) -> None:
    with open_line(server, company, cookie(web_engine, company, "olga")) as line:
        for message in said:
            line.say(**message)
        code, reason = ended(line)
    assert code == ending[0]
    assert ending[0] == 1009 or reason == ending[1]


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"query": "{ me { member { id } } }"}, "SUBSCRIPTIONS_ONLY"),
        ({"query": CHANGES}, "NOTHING_WATCHED"),
        ({"query": CHANGES, "variables": {"types": ["Nonsense"]}}, "NO_SUCH_TYPE"),
        ({"query": CHANGES, "variables": {"ids": ["x"] * 201}}, "TOO_MANY_IDS"),
        ({"query": "subscription { nonsense }"}, "GRAPHQL_INVALID"),
        ({"query": "subscription { __typename }"}, "GRAPHQL_INVALID"),
        ({"query": "subscription { changes @skip(if: true) { stale } }"}, "GRAPHQL_INVALID"),
        ({"variables": {}}, "NO_DOCUMENT"),
    ],
)
def test_what_cannot_be_subscribed_to_is_refused_and_the_line_stays(
    server: Server, web_engine: Engine, company: Company, payload: Json, code: str
) -> None:
    with open_line(server, company, cookie(web_engine, company, "olga")) as line:
        line.begin()
        line.say(type="subscribe", id="bad", payload=payload)
        told = line.hear()
        assert (told["type"], told["id"]) == ("error", "bad")
        (error,) = cast("list[dict[str, Json]]", told["payload"])
        assert error["extensions"]["code"] == code
        line.subscribe(types=["Deal"])


def test_a_connection_holds_so_many(server: Server, web_engine: Engine, company: Company) -> None:
    with open_line(server, company, cookie(web_engine, company, "olga")) as line:
        line.begin()
        for number in range(20):
            line.subscribe(name=str(number), types=["Deal"])
        payload = {"query": CHANGES, "variables": {"types": ["Deal"]}}
        line.say(type="subscribe", id="more", payload=payload)
        assert _code(line.hear()) == "TOO_MANY_SUBSCRIPTIONS"
        line.say(type="complete", id="0")
        line.subscribe(name="more", types=["Deal"])


CONVERSIONS = """subscription($types: [String!], $ids: [ID!]) { changes(types: $types, ids: $ids) {
    stale records { id node { ... on Deal { conversions(first: 1) { totalCount } } } } } }"""


def test_one_that_is_completed_while_another_is_read_stays_so(
    server: Server, web_engine: Engine, migrate_engine: Engine, company: Company
) -> None:
    make_deal(company, "First")
    table = f"{company.tenant.namespace}.lead_conversion"
    with open_line(server, company, cookie(web_engine, company, "olga")) as line:
        line.begin()
        for name in ("a", "b"):
            line.subscribe(CONVERSIONS, name, types=["Deal"])
        with migrate_engine.begin() as connection:
            connection.execute(text(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE"))
            second = make_deal(company, "Second")
            _until_waited_for(migrate_engine, table)
            line.say(type="complete", id="b")
            line.say(type="ping")
            assert line.hear() == {"type": "pong"}
        assert [told["id"] for told in line.until(second["id"], "a")] == [second["id"]]
        third = make_deal(company, "Third")
        assert [told["id"] for told in line.until(third["id"], "a")] == [third["id"]]
        line.subscribe(CONVERSIONS, "b", types=["Deal"])


def _until_waited_for(owner: Engine, table: str) -> None:
    """Until somebody waits for a lock on it."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = CAST(:name AS regclass)")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with owner.connect() as connection:
            if connection.execute(waiting, {"name": table}).scalar_one():
                return
        time.sleep(0.02)
    raise AssertionError("nobody reads it")


def _code(told: Json) -> object:
    return cast("list[dict[str, Json]]", told["payload"])[0]["extensions"]["code"]

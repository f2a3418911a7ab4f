"""A company of odd records: texts that break quoting, nulls wherever they may be, ties, deleted records.

Written as the owner of the namespace, past every action, so that it holds what no action would make; read back with
one plain SELECT for each table.
"""

import random
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, select, update

from saas.accounts.model import Account
from saas.activities.model import Activity, ActivityAttendee, ActivityLink, ActivityMention
from saas.activities.series import ActivitySeries
from saas.contacts.model import Contact
from saas.core.model import Model
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.deals.model import Deal, DealEvent, DealProduct
from saas.members.model import Member, Team
from saas.pipelines.model import Pipeline, Stage
from saas.products.model import Product
from saas.rates.model import ExchangeRate
from saas.roles.model import CustomRole
from saas.timeline.model import TimelineEntry
from tenants.registry import Tenant

T = TypeVar("T")
Row = dict[str, object]
Make = Callable[[int], Row]

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FAR = datetime(9999, 1, 1, tzinfo=UTC)
MODELS: tuple[type[Model], ...] = (
    CustomRole, Team, Member, Account, Contact, Product, Pipeline, Stage, Deal, DealProduct, DealEvent,
    ActivitySeries, Activity, ActivityLink, ActivityMention, ActivityAttendee, TimelineEntry,
    ExchangeRate,
)  # fmt: skip
TEXTS = (
    'Acme "Quoted" Ltd', "back\\slash", "100%", "under_score", "O'Neil & Söhne", "דנה לוי", "שָׁלוֹם בע״מ", "ירושלים",
    "مؤسسة الأمل", "شركة إسراء", "emoji 🎉 party", "two\nlines\tand a tab", "</script>", "%s %(x)s {0} {{}}", "acme",
    "Zebra", "", "\u200fmarked\u200e", "ünïcode",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class World:
    """All rows of a tenant by the names of their GraphQL types, and the members who look at them."""

    tenant: Tenant
    rows: dict[str, list[Row]] = field(repr=False)
    viewers: tuple[Principal, ...]


def make_world(engine: Engine, tenant: Tenant, *, seed: int = 7) -> World:
    _Maker(engine, tenant, random.Random(seed)).fill()
    rows = {model.__name__: _load(engine, tenant, model) for model in MODELS}
    members = [row for row in rows["Member"] if row["deleted_at"] is None]
    viewers = [
        Principal(_uuid(member["id"]), role, "Viewer", "en", "UTC", "oracle")
        for role in (Role.OWNER, Role.MANAGER, Role.REP)
        for member in [next(one for one in members if one["role"] == role)]
    ]
    return World(tenant, rows, tuple(viewers))


def table_of(model: type[Model]) -> Table:
    assert isinstance(model.__table__, Table)
    return model.__table__


def _load(engine: Engine, tenant: Tenant, model: type[Model]) -> list[Row]:
    with engine.connect().execution_options(schema_translate_map={None: tenant.namespace}) as connection:
        return [dict(row) for row in connection.execute(select(model.__table__)).mappings()]


def _uuid(value: object) -> UUID:
    assert isinstance(value, UUID)
    return value


class _Maker:
    def __init__(self, engine: Engine, tenant: Tenant, rng: random.Random) -> None:
        self.engine, self.tenant, self.rng = engine, tenant, rng

    def fill(self) -> None:
        members = self._people()
        accounts = self._accounts(members)
        contacts = self._many(Contact, 16, lambda i: {
            "name": self._text(i), "email": self._perhaps(f"p{i % 9}@x.test"), "phone": self._perhaps("+972-3_%"),
            "title": self._perhaps(self._text(i + 5)), "account_id": self._perhaps(self._pick(accounts)),
            "owner_id": self._perhaps(self._pick(members)), "external_id": self._perhaps(f"c%{i}"),
        })  # fmt: skip
        products = self._many(Product, 6, lambda i: {
            "name": f"{TEXTS[i]} {i}", "code": self._perhaps(f"P-{i}"), "family": self._perhaps("GTX_\\"),
            "active": i % 3 > 0, "price": self._perhaps(Decimal(i)), "currency": "EUR",
        })  # fmt: skip
        self._many(ExchangeRate, 6, lambda i: {
            "currency": "USD" if i % 2 else "ILS", "against": "EUR" if i < 5 else "GBP",
            "rate": Decimal(f"0.{i + 1}37"), "starts_on": date(2026, 1 + i // 2, 9),
        })  # fmt: skip
        stages = self._pipelines()
        deals = self._deals(stages, members, accounts, contacts)
        self._many(DealProduct, 50, lambda i: {
            "deal_id": self._pick(deals)["id"], "product_id": self._pick(products)["id"], "position": i % 3,
            "quantity": self._pick([Decimal(1), Decimal("2.5")]), "currency": self._pick(["EUR", "USD"]),
            "unit_price": self._pick([Decimal(0), Decimal("9.99")]),
        })  # fmt: skip
        self._events(deals, stages, members)
        self._activities(members, {"deal": deals, "account": accounts, "contact": contacts})

    def _people(self) -> list[Row]:
        own = self._many(CustomRole, 3, lambda i: {
            "name": f"{TEXTS[i]} {i}", "about": self._perhaps("מיוחד"), "base": "REP", "rules": {},
        }, kept=1)  # fmt: skip
        teams = self._many(Team, 4, lambda i: {"name": f"{TEXTS[i + 4]} {i}", "office": self._perhaps("תל אביב")})
        roles = [Role.OWNER, Role.MANAGER, Role.REP, Role.REP, Role.MANAGER, Role.ADMIN, Role.REP, Role.REP, Role.REP]
        members = self._many(Member, len(roles), lambda i: {
            "name": self._text(i), "email": f"m{i}%@x.test", "role": roles[i].value, "locale": "en", "time_zone": "UTC",
            "status": self._pick(["ACTIVE", "INVITED", "PLACEHOLDER"]),
            "team_id": self._pick([teams[0]["id"], teams[1]["id"], teams[3]["id"], None]),
            "custom_role_id": self._perhaps(own[0]["id"]) if roles[i] is Role.REP else None,
        }, kept=3)  # fmt: skip
        with self._writing() as connection:
            lineage: list[object] = []
            for team, manager in zip(teams, [members[1], None, members[4], members[1]], strict=True):
                leads = update(table_of(Team)).where(table_of(Team).c.id == team["id"])
                parent = lineage[-1] if team is teams[1] or team is teams[3] else None
                lineage = [*(lineage if parent else []), team["id"]]
                connection.execute(
                    leads.values(manager_id=manager and manager["id"], parent_id=parent, lineage=lineage)
                )
        return members

    def _accounts(self, members: list[Row]) -> list[Row]:
        made: list[Row] = []

        def account(_i: int) -> Row:
            i, parent = len(made), self._pick(made) if made else None
            return {
                "name": self._text(i), "industry": self._perhaps(self._pick(["tech", 'Tech"', "תעשייה"])),
                "size": self._perhaps(self._pick([0, 7, 7, 100])), **self._money("revenue"),
                "country": self._perhaps("IL"), "website": self._perhaps("https://x.test/?a=%41_b"),
                "phone": self._perhaps("+1 555"), "founded_year": self._perhaps(1999),
                "parent_id": self._perhaps(parent), "owner_id": self._perhaps(self._pick(members)),
                "external_id": self._perhaps(f"a-{i}"),
            }  # fmt: skip

        for _ in range(14):
            made += self._many(Account, 1, account)
        return made

    def _pipelines(self) -> list[Row]:
        pipelines = self._many(
            Pipeline, 3, lambda i: {"name": f"{TEXTS[i + 3]} {i}", "is_default": i == 0, "position": i // 2}, kept=1
        )
        kinds, made = ["OPEN", "OPEN", "WON", "LOST"], list[Row]()

        def stage(i: int) -> Row:
            return {
                "pipeline_id": pipelines[len(made) // 4]["id"], "name": f"{TEXTS[i]} {i}", "kind": kinds[i],
                "position": i // 2, "allowed_days": self._perhaps(i + 1),
            }  # fmt: skip

        for _ in pipelines:
            made += self._many(Stage, 4, stage)
        return made

    def _deals(self, stages: list[Row], members: list[Row], accounts: list[Row], contacts: list[Row]) -> list[Row]:
        def deal(i: int) -> Row:
            stage = self._pick(stages[:4] if i % 3 else stages)
            closed = stage["kind"] != "OPEN"
            return {
                "name": self._text(i), "pipeline_id": stage["pipeline_id"], "stage_id": stage["id"],
                "status": stage["kind"], "stage_entered_at": self._moment(), "opened_at": self._moment(),
                "owner_id": self._perhaps(self._pick(members)), "account_id": self._perhaps(self._pick(accounts)),
                "contact_id": self._perhaps(self._pick(contacts)), "amount_estimated": i % 4 == 0,
                **self._money("amount"), "realized_amount": self._perhaps(Decimal("0.10")) if closed else None,
                "expected_close_on": self._perhaps(self._day()), "closed_on": self._day() if closed else None,
                "external_id": self._perhaps(f"d\\{i}"),
            }  # fmt: skip

        return self._many(Deal, 44, deal)

    def _events(self, deals: list[Row], stages: list[Row], members: list[Row]) -> None:
        self._many(DealEvent, 90, lambda _i: {
            "deal_id": self._pick(deals)["id"], "at": self._moment(), "seconds": self._perhaps(self._pick([0, 3600])),
            "kind": self._pick(["CREATED", "STAGE", "AMOUNT", "CLOSE_DATE", "OWNER"]),
            "by_id": self._perhaps(self._pick(members)), "from_stage_id": self._perhaps(self._pick(stages)),
            "to_stage_id": self._perhaps(self._pick(stages)), **self._money("from_amount"),
            "to_amount": self._perhaps(Decimal("-12.30")), "from_on": self._perhaps(self._day()),
            "to_on": self._perhaps(self._day()), "from_owner_id": self._perhaps(self._pick(members)),
            "to_owner_id": None,
        })  # fmt: skip

    def _activities(self, members: list[Row], records: dict[str, list[Row]]) -> None:
        series = self._many(ActivitySeries, 4, lambda i: {
            "rule": f"FREQ=WEEKLY;COUNT={i + 2}", "time_zone": "Asia/Jerusalem", "starts_at": self._moment(),
            "whole_days": i % 2 == 0, "ended_at": self._perhaps(self._moment()), "ended_by_id": None,
        })  # fmt: skip
        activities = self._many(Activity, 70, lambda i: self._activity(i, members, series))
        self._many(ActivityMention, 30, lambda i: {
            "activity_id": activities[i * 2]["id"], "member_id": self._pick(members)["id"]
        })  # fmt: skip
        contacts = records["contact"]
        self._many(ActivityAttendee, 30, lambda i: {
            "activity_id": activities[i]["id"], "member_id": self._pick(members) if i % 2 else None,
            "contact_id": None if i % 2 else self._pick(contacts),
        })  # fmt: skip
        places = [(activity, kind, key) for activity in activities for kind in self.rng.sample(sorted(records), 2)
                  for key in self.rng.sample(records[kind], self.rng.randint(0, 2))]  # fmt: skip

        def link(i: int) -> Row:
            activity, kind, key = places[i]
            is_open = activity["status"] == "OPEN" and activity["deleted_at"] is None
            return {
                "activity_id": activity["id"], "derived": self.rng.random() < 0.3, "opens": self.rng.random() < 0.6,
                "awaited_at": (activity["falls_at"] or FAR) if is_open else None,
                **dict.fromkeys(("deal_id", "account_id", "contact_id")), f"{kind}_id": key["id"],
            }  # fmt: skip

        self._many(ActivityLink, len(places), link)

    def _activity(self, i: int, members: list[Row], series: list[Row]) -> Row:
        status = self._pick(["OPEN", "OPEN", "DONE", "CANCELLED"])
        starts_at = self._perhaps(self._moment())
        due_at = self._perhaps(self._moment()) if i % 2 else None
        return {
            "kind": self._pick(["TASK", "CALL", "MEETING", "NOTE"]), "subject": self._text(i), "status": status,
            "body": self._perhaps(self._text(i + 3)), "priority": self._pick(["LOW", "NORMAL", "HIGH"]),
            "private": i % 4 == 0, "owner_id": self._perhaps(self._pick(members)), "due_at": due_at,
            "author_id": self._perhaps(self._pick(members)), "due_on": None if due_at else self._perhaps(self._day()),
            "starts_at": starts_at, "ends_at": starts_at and starts_at + timedelta(hours=i), "location": None,
            "direction": self._perhaps("INBOUND"), "outcome": self._perhaps("NO_ANSWER"),
            "done_at": self._moment() if status == "DONE" else None, "done_by_id": self._perhaps(self._pick(members)),
            "falls_at": self._perhaps(self._moment()), "at": self._moment(), "remind_minutes": self._perhaps(i),
            "series_id": series[i]["id"] if i < len(series) else None,
            "slot_at": self._moment() if i < len(series) else None, "follow_up_of_id": None,
        }  # fmt: skip

    def _many(self, model: type[Model], count: int, make: Make, *, kept: int = 0) -> list[Row]:
        """Inserts rows; from the `kept`-th on one of seven is deleted. What names a row is made its id."""
        table = table_of(model)
        rows = [self._common(table, i >= kept) | make(i) for i in range(count)]
        for row in rows:
            row.update({name: value["id"] for name, value in row.items() if isinstance(value, dict) and value})
        with self._writing() as connection:
            connection.execute(table.insert(), rows)
        return rows

    def _writing(self) -> AbstractContextManager[Connection]:
        return self.engine.execution_options(schema_translate_map={None: self.tenant.namespace}).begin()

    def _common(self, table: Table, mortal: bool) -> Row:  # noqa: FBT001
        row: Row = {
            "id": UUID(int=self.rng.getrandbits(128)), "version": self.rng.randint(1, 3),
            "created_at": self._moment(), "updated_at": self._moment(),
            "deleted_at": self._moment() if mortal and self.rng.random() < 1 / 7 else None,
        }  # fmt: skip
        return {name: value for name, value in row.items() if name in table.c}

    def _money(self, name: str) -> Row:
        amount = self._perhaps(self._pick([Decimal(0), Decimal("4821.00"), Decimal("99.5"), Decimal("0.01")]))
        currency = self._pick(["EUR", "USD"])
        needed = name == "amount" and amount is not None
        return {name: amount, "currency": currency if needed else self._perhaps(currency)}

    def _moment(self) -> datetime:
        """One of a few, so that there are ties; some with fractions of a second."""
        return NOW - timedelta(days=self.rng.randrange(0, 60, 6), microseconds=self.rng.choice([0, 0, 1, 120_000]))

    def _day(self) -> date:
        return date(2026, 2, 1) + timedelta(days=self.rng.randrange(0, 60, 7))

    def _text(self, i: int) -> str:
        return TEXTS[(i * 5 + self.rng.randrange(3)) % len(TEXTS)]

    def _pick(self, these: Sequence[T]) -> T:
        return self.rng.choice(these)

    def _perhaps(self, value: T) -> T | None:
        return value if self.rng.random() < 0.75 else None

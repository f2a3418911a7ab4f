"""What was drawn, as rows of the tables: plain values by column name, with ids in place of keys."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from saas.core.ids import new_id
from saas.demo.catalogue import LOST, STAGES, WON
from saas.demo.company import CURRENCY
from saas.demo.flow import ZONE
from saas.demo.records import Company, DealRecord, EventKind, EventRecord, LossRecord

Row = dict[str, object]


class Ids(dict[tuple[str, str], UUID]):
    """The id of each table's record by its key, made at first asking."""

    def __missing__(self, key: tuple[str, str]) -> UUID:
        made = self[key] = new_id()
        return made


@dataclass(frozen=True, slots=True)
class Rows:
    """`ids` may hold those of records that are there already; `since` is when all but the deals were written down."""

    company: Company
    ids: Ids
    since: datetime
    _losses: dict[str, LossRecord] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._losses.update({loss.deal: loss for loss in self.company.losses})

    def teams(self) -> Iterator[Row]:
        for team in self.company.teams:
            yield {
                "id": self.ids["team", team.key],
                "name": team.name,
                "office": team.office,
                "manager_id": None,
                "lineage": [self.ids["team", team.key]],
            }

    def members(self) -> Iterator[Row]:
        for member in self.company.members:
            yield {
                "id": self.ids["member", member.key], "name": member.name, "email": member.email, "role": member.role,
                "status": "ACTIVE", "locale": member.locale, "time_zone": str(ZONE),
                "team_id": member.team and self.ids["team", member.team], "created_at": self.since,
            }  # fmt: skip

    def products(self) -> Iterator[Row]:
        for product in self.company.products:
            yield {
                "id": self.ids["product", product.code], "name": product.name, "code": product.code,
                "family": product.family, "price": product.price, "currency": CURRENCY, "active": True,
                "created_at": self.since,
            }  # fmt: skip

    def pipelines(self) -> Iterator[Row]:
        yield {
            "id": self.ids["pipeline", ""], "name": "Sales", "is_default": True, "position": 0,
            "created_at": self.since,
        }  # fmt: skip

    def stages(self) -> Iterator[Row]:
        for position, stage in enumerate(STAGES):
            yield {
                "id": self._stage(position), "pipeline_id": self.ids["pipeline", ""], "name": stage.name,
                "kind": stage.kind, "position": position, "allowed_days": stage.allowed_days, "created_at": self.since,
            }  # fmt: skip

    def accounts(self) -> Iterator[Row]:
        for account in self.company.accounts:
            yield {
                "id": self.ids["account", account.key], "name": account.name, "industry": account.industry,
                "size": account.size, "revenue": account.revenue, "currency": CURRENCY, "country": account.country,
                "website": f"https://{account.domain}", "phone": account.phone, "founded_year": account.founded_year,
                "parent_id": account.parent and self.ids["account", account.parent],
                "owner_id": self.ids["member", account.owner], "created_at": self.since,
            }  # fmt: skip

    def contacts(self) -> Iterator[Row]:
        for contact in self.company.contacts:
            yield {
                "id": self.ids["contact", contact.key], "name": contact.name, "email": contact.email,
                "phone": contact.phone, "title": contact.title, "account_id": self.ids["account", contact.account],
                "owner_id": self.ids["member", contact.owner], "created_at": self.since,
            }  # fmt: skip

    def deals(self) -> Iterator[Row]:
        for deal in self.company.deals:
            now, entered_at = deal.now, _entered(deal)
            closed = now.stage in {WON, LOST}
            yield {
                "id": self.ids["deal", deal.key], "name": deal.name, "pipeline_id": self.ids["pipeline", ""],
                "stage_id": self._stage(now.stage), "status": STAGES[now.stage].kind, "stage_entered_at": entered_at,
                "owner_id": self.ids["member", now.owner], "account_id": self.ids["account", deal.account],
                "contact_id": deal.contact and self.ids["contact", deal.contact], "amount": now.amount,
                "currency": CURRENCY, "amount_estimated": now.estimated,
                "realized_amount": (now.amount if now.stage == WON else Decimal(0)) if closed else None,
                "opened_at": deal.events[0].at, "expected_close_on": now.expected_on,
                "closed_on": entered_at.astimezone(ZONE).date() if closed else None, "external_id": deal.key,
                "created_at": deal.events[0].at, "updated_at": deal.events[-1].at, **self._loss(deal.key, now.stage),
            }  # fmt: skip

    def lines(self) -> Iterator[Row]:
        for deal in self.company.deals:
            for position, line in enumerate(deal.lines):
                yield {
                    "deal_id": self.ids["deal", deal.key], "product_id": self.ids["product", line.product],
                    "quantity": line.quantity, "unit_price": line.unit_price, "currency": CURRENCY,
                    "position": position, "created_at": deal.events[0].at,
                }  # fmt: skip

    def events(self) -> Iterator[Row]:
        """Of all deals together, oldest first, so that ids rise with time."""
        told = [(event.at, deal.key, event) for deal in self.company.deals for event in deal.events]
        entered: dict[str, datetime] = {}
        for at, key, event in sorted(told, key=lambda line: line[:2]):
            yield self._event(key, event, entered.get(key))
            if event.kind in {EventKind.CREATED, EventKind.STAGE}:
                entered[key] = at

    def _event(self, key: str, event: EventRecord, entered_at: datetime | None) -> Row:
        """Each kind tells its own change; the creation tells everything that the deal began with."""
        kind, before, after = event.kind, event.before, event.after
        created = before is None
        priced, staged = kind == EventKind.AMOUNT, kind == EventKind.STAGE
        dated, owned = kind == EventKind.CLOSE_DATE, kind == EventKind.OWNER
        row: Row = {"deal_id": self.ids["deal", key], "kind": kind.value, "at": event.at}
        row["by_id"] = self.ids["member", event.by]
        row["seconds"] = int((event.at - entered_at).total_seconds()) if staged and entered_at else None
        row["currency"] = CURRENCY if created or priced else None
        row["from_stage_id"] = self._stage(before.stage) if before and staged else None
        row["to_stage_id"] = self._stage(after.stage) if created or staged else None
        row["from_amount"] = before.amount if before and priced else None
        row["to_amount"] = after.amount if created or priced else None
        row["from_on"] = before.expected_on if before and dated else None
        row["to_on"] = after.expected_on if created or dated else None
        row["from_owner_id"] = self.ids["member", before.owner] if before and owned else None
        row["to_owner_id"] = self.ids["member", after.owner] if created or owned else None
        return row | self._loss(key, after.stage if staged else None)

    def _loss(self, deal: str, stage: int | None) -> Row:
        """Why it was lost, of what tells that it was."""
        if stage != LOST:
            return {"loss_reason_id": None, "loss_remark": None}
        loss = self._losses[deal]
        reason_id = None if loss.reason is None else self.ids.get(("reason", str(loss.reason)))
        return {"loss_reason_id": reason_id, "loss_remark": loss.remark}

    def _stage(self, position: int) -> UUID:
        return self.ids["stage", STAGES[position].name]


def _entered(deal: DealRecord) -> datetime:
    return next(e.at for e in reversed(deal.events) if e.before is None or e.before.stage != e.after.stage)

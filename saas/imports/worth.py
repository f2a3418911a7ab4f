"""What is said of a deal where its row is silent: name, amount, dates. Each rule is told in the report.

An open deal without an amount is worth the list price of its product, marked as estimated; its expected close is its
opening and the median of the days that the won deals of the file took. A lost deal brought 0 and was worth the list
price, which nobody estimates any more. A deal without any date was opened on the last day that the file names.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from statistics import median
from uuid import UUID

from saas.core.errors import Plural
from saas.core.texts import later
from saas.imports.course import Course
from saas.imports.ledger import likeness
from saas.imports.matching import key_of
from saas.imports.opportunities import Opportunity
from saas.imports.remarks import Usual, tell_deal
from saas.imports.world import World
from saas.pipelines.model import StageKind


def plan_deals(world: World, course: Course, read: Sequence[Opportunity]) -> None:
    placing = _Placing(world, course, read)
    for each in read:
        placing.place(each)


class _Placing:
    """Of the deals of one file."""

    def __init__(self, world: World, course: Course, read: Sequence[Opportunity]) -> None:
        self._world, self._plan, self._course = world, world.plan, course
        moments = [moment for each in read for moment in (each.opened_at, each.closed_at) if moment is not None]
        self._last = max(moments, default=world.now)
        self._cycle = _usual_cycle(read)

    def place(self, deal: Opportunity) -> None:
        name, opened = self._name(deal), deal.opened_at or (self._last if deal.closed_at is None else deal.closed_at)
        alike = likeness(name, deal.links.get("account_id"), self._day(opened))
        number = deal.record.text("external_id")
        key = ("likeness", alike) if number is None else ("external_id", number)
        id = self._world.deals.by_key(*key)
        if id is not None:
            self._world.deals.place(self._plan, deal.record.origin, id, (self._given(deal, id), {}))
            return
        draft = {**self._draft(deal, opened), "name": name, "external_id": number, "likeness": alike}
        tell_deal(self._plan, deal, draft, Usual(self._cycle, self._day(self._last)))
        self._world.deals.place(self._plan, deal.record.origin, None, (draft, {}))

    def _draft(self, deal: Opportunity, opened: datetime) -> dict[str, object]:
        worth, closed = self._worth(deal), deal.closed_at
        return {
            **dict.fromkeys(("owner_id", "account_id", "contact_id")),
            **deal.links,
            **worth,
            **self._line(deal, worth["amount"]),
            "currency": deal.record.text("currency") or self._plan.habits.currency,
            "pipeline_id": self._course.pipeline,
            "stage_id": deal.stage.id,
            "first_stage_id": (deal.stage if closed is None else self._course.last_open()).id,
            "opened_at": opened,
            "closed_at": closed,
            "closed_on": self._day(closed),
            "expected_close_on": self._day(deal.expected_at) or (None if closed else self._expected(deal)),
            "begun_amount": self._list_price(deal),
            "begun_close_on": self._expected(deal),
            **self._loss(deal),
        }

    def _worth(self, deal: Opportunity) -> dict[str, Decimal | bool | None]:
        amount, realized = deal.number("amount"), deal.number("realized_amount")
        list_price = self._list_price(deal)
        if deal.stage.kind is StageKind.WON:
            brought = amount if realized is None else realized
            return {"amount": brought, "realized_amount": brought, "amount_estimated": False}
        if deal.stage.kind is StageKind.LOST:
            worth = list_price if amount is None else amount
            return {"amount": worth, "realized_amount": Decimal(0), "amount_estimated": False}
        estimated = amount is None and list_price is not None
        return {
            "amount": list_price if amount is None else amount,
            "realized_amount": None,
            "amount_estimated": estimated,
        }

    def _loss(self, deal: Opportunity) -> dict[str, object]:
        """A reason of the company's list; other words are kept as the remark. Only a lost deal has one."""
        said = deal.record.text("loss_reason") if deal.stage.kind is StageKind.LOST else None
        known = self._world.reasons.get(key_of(said)) if said else None
        return {"loss_reason_id": known, "loss_remark": None if known else said}

    def _line(self, deal: Opportunity, amount: object) -> dict[str, object]:
        """The product sold, at its list price; one without a price at what the deal is worth."""
        quantity = deal.number("quantity") or Decimal(1)
        price = None if deal.product is None else self._world.products.values(deal.product).get("price")
        if price is None:
            price = amount / quantity if isinstance(amount, Decimal) else Decimal(0)
        return {"product_id": deal.product, "quantity": quantity, "unit_price": price}

    def _list_price(self, deal: Opportunity) -> Decimal | None:
        price = None if deal.product is None else self._world.products.values(deal.product).get("price")
        return price * (deal.number("quantity") or 1) if isinstance(price, Decimal) else None

    def _expected(self, deal: Opportunity) -> date | None:
        if deal.opened_at is None or self._cycle is None:
            return None
        return self._day(deal.opened_at + timedelta(days=self._cycle))

    def _given(self, deal: Opportunity, id: UUID) -> dict[str, object]:
        """What a row says of a deal that is there. Of a closed one it changes neither stage nor amounts nor days."""
        known = self._world.deals.values(id)
        given: dict[str, object] = dict(deal.links)
        if (name := deal.record.text("name")) is not None:
            given["name"] = name
        if known.get("closed_on") is not None:
            if known.get("stage_id") != deal.stage.id:
                message = Plural(
                    "%(count)s deal is closed here in another stage than the file says: it was left there.",
                    "%(count)s deals are closed here in other stages than the file says: they were left there.",
                )
                self._plan.note("CLOSED_BEFORE", message)
            return given
        given["stage_id"] = deal.stage.id
        if (amount := deal.number("amount")) is not None:
            given |= {"amount": amount, "amount_estimated": False}
        if deal.expected_at is not None:
            given["expected_close_on"] = self._day(deal.expected_at)
        if deal.closed_at is not None:
            given |= {"closed_on": self._day(deal.closed_at), "closed_at": deal.closed_at, **self._worth(deal)}
            given |= {name: value for name, value in self._loss(deal).items() if value is not None}
        return given

    def _name(self, deal: Opportunity) -> str:
        """Its own, else product and account: "GTX Pro for Cancity"."""
        named, account = deal.record.text("name"), deal.links.get("account_id")
        if named is not None:
            return named
        product = None if deal.product is None else self._world.products.name(deal.product)
        company = None if account is None else self._world.accounts.name(account)
        if product and company:
            return self._world.title(later("%(product)s for %(account)s"), {"product": product, "account": company})
        return product or company or ""

    def _day(self, moment: datetime | None) -> date | None:
        """The day in the company's time zone, in which days without a time were read."""
        return None if moment is None else moment.astimezone(self._plan.habits.zone).date()


def _usual_cycle(read: Sequence[Opportunity]) -> int | None:
    """Median of the days between opening and closing of the won deals; None without any."""
    days = [
        (each.closed_at - each.opened_at).days
        for each in read
        if each.stage.kind is StageKind.WON and each.closed_at is not None and each.opened_at is not None
    ]
    return int(median(days)) if days else None

"""Rows of deals: whose they are, what they sell, where they stand and since when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from saas.core.errors import Plural
from saas.core.texts import later
from saas.imports.catalogue import draft_product
from saas.imports.companies import refer_account, refer_contact
from saas.imports.course import Course
from saas.imports.records import Record, Source
from saas.imports.staff import refer_member
from saas.imports.world import KnownStage, World, refer
from saas.pipelines.model import StageKind


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A row as far as it is understood; `links` are owner, account and contact by their columns."""

    record: Record
    stage: KnownStage
    links: Mapping[str, UUID]
    product: UUID | None
    opened_at: datetime | None
    closed_at: datetime | None
    expected_at: datetime | None

    def number(self, field: str) -> Decimal | None:
        value = self.record.values.get(field)
        return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Reader:
    """Of one file of deals; `course` knows the pipeline that it means."""

    world: World
    source: Source
    course: Course

    def read(self, records: Sequence[Record]) -> list[Opportunity]:
        return [read for record in records if (read := self._read(record)) is not None]

    def _read(self, record: Record) -> Opportunity | None:
        """None when the row is refused: then nothing that it names is made either."""
        stage = self.course.stage_of(self.world.plan, record, self._column("stage"))
        if stage is None:
            return None
        reason = _senseless(record, stage)
        if reason is not None:
            self.world.plan.refuse(record.origin, *reason)
            return None
        opened, closed, expected = (_moment(record, f"{name}_on") for name in ("opened", "closed", "expected_close"))
        if stage.kind is StageKind.OPEN and closed is not None:
            expected, closed = self._still_open(expected, closed), None
        elif stage.kind is not StageKind.OPEN:
            closed, expected = closed or expected, None
        return Opportunity(record, stage, self._links(record), self._product(record), opened, closed, expected)

    def _still_open(self, expected: datetime | None, closed: datetime) -> datetime:
        message = Plural(
            "%(count)s open deal has a closing day: it is taken for the expected one.",
            "%(count)s open deals have closing days: they are taken for the expected ones.",
        )
        self.world.plan.note("CLOSE_IS_EXPECTED", message)
        return expected or closed

    def _links(self, record: Record) -> dict[str, UUID]:
        links: dict[str, UUID] = {}
        owner, account, contact = record.text("owner"), record.text("account"), record.text("contact")
        if owner is not None:
            links["owner_id"] = refer_member(self.world, self._column("owner"), owner)
        if account is not None:
            links["account_id"] = refer_account(self.world, self._column("account"), account)
        if contact is not None:
            within = links.get("account_id")
            links["contact_id"] = refer_contact(self.world, self._column("contact"), contact, within)
        return links

    def _product(self, record: Record) -> UUID | None:
        name = record.text("product")
        if name is None:
            return None
        return refer(
            self.world, self.world.products, (self._column("product"), name), lambda: draft_product(self.world, name)
        )

    def _column(self, field: str) -> str:
        return self.source.header_of(field) or ""


def _senseless(record: Record, stage: KnownStage) -> tuple[str, str] | None:
    """Why a row that parses is no deal: a code and its message."""
    opened, closed = _moment(record, "opened_on"), _moment(record, "closed_on")
    is_open = stage.kind is StageKind.OPEN
    if not any(record.text(field) for field in ("name", "product", "account")):
        reason = "NAME_MISSING", later("This row has neither a name nor a product nor an account.")
    elif any(isinstance(value, Decimal) and value < 0 for value in record.values.values()):
        reason = "NEGATIVE", later("An amount cannot be negative.")
    elif record.values.get("quantity") == 0:
        reason = "QUANTITY_ZERO", later("A quantity cannot be 0.")
    elif opened and closed and closed < opened and not is_open:
        reason = "CLOSED_BEFORE_OPENED", later("A deal cannot close before it opens.")
    elif not is_open and closed is None and "expected_close_on" not in record.values:
        reason = "CLOSE_DATE_MISSING", later("A deal that is won or lost needs the day on which it closed.")
    else:
        return None
    return reason


def _moment(record: Record, field: str) -> datetime | None:
    value = record.values.get(field)
    return value if isinstance(value, datetime) else None

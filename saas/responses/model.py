"""Response events: the table."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.activities.model import Activity
from saas.core.model import Model, key, one_of
from saas.leads.model import Lead
from saas.members.model import Member


class ResponseKind(StrEnum):
    """CONTACTED: both sides spoke. ATTEMPTED: we tried. AUTOMATIC: a machine of ours answered, which stops nothing.
    ESCALATED: nobody had tried in the time that the company allows; told of once.
    """

    RECEIVED = "RECEIVED"
    ASSIGNED = "ASSIGNED"
    SEEN = "SEEN"
    AUTOMATIC = "AUTOMATIC"
    ATTEMPTED = "ATTEMPTED"
    CONTACTED = "CONTACTED"
    ESCALATED = "ESCALATED"


class ResponseChannel(StrEnum):
    CALL = "CALL"
    MEETING = "MEETING"
    MAIL = "MAIL"
    CHAT = "CHAT"


class ResponseEvent(Model):
    """`wall_seconds` and `business_seconds` are since the lead came in; the latter by the company's calendar as it was
    when the event was told. One that an activity tells counts as long as the activity stands as it was then.
    """

    __tablename__ = "response_event"
    __table_args__ = (
        one_of("kind", ResponseKind), one_of("channel", ResponseChannel),
        Index("ix_response_event_lead", "lead_id", "at", "id"),
        Index("uq_response_event_once", "lead_id", "kind", unique=True,
              postgresql_where=text("kind IN ('RECEIVED', 'SEEN')")),
        Index("uq_response_event_escalated", "lead_id", unique=True, postgresql_where=text("kind = 'ESCALATED'")),
        Index("uq_response_event_activity", "activity_id", "lead_id", "kind", unique=True,
              postgresql_where=text("activity_id IS NOT NULL")),
        CheckConstraint("wall_seconds >= 0 AND business_seconds BETWEEN 0 AND wall_seconds", name="seconds"),
        {"info": {"append_only": True}},
    )  # fmt: skip

    id: Mapped[UUID] = key()
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    kind: Mapped[ResponseKind]
    channel: Mapped[ResponseChannel | None]
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    activity_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity.id"))
    wall_seconds: Mapped[int]
    business_seconds: Mapped[int]

    lead: Mapped[Lead] = relationship(lazy="raise")
    by: Mapped[Member | None] = relationship(lazy="raise")
    activity: Mapped[Activity | None] = relationship(lazy="raise")


add_mapped_attribute(Lead, "response_events", relationship(ResponseEvent, viewonly=True, lazy="raise"))

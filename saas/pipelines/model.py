"""Pipelines and their stages: the tables."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Model, created, deleted, key, one_of, updated, version

LIVE = text("deleted_at IS NULL")


class StageKind(StrEnum):
    """What standing in a stage means for a deal."""

    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


class Pipeline(Model):
    """A way of selling. Exactly one living pipeline is the default."""

    __tablename__ = "pipeline"
    __table_args__ = (
        Index("uq_pipeline_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
        Index(
            "uq_pipeline_default", "is_default", unique=True, postgresql_where=text("is_default AND deleted_at IS NULL")
        ),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    is_default: Mapped[bool]
    position: Mapped[int]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    stages: Mapped[list["Stage"]] = relationship(back_populates="pipeline", viewonly=True, lazy="raise")


class Stage(Model):
    """One step of a pipeline. `allowed_days` is how long a deal may stay before it counts as stalled."""

    __tablename__ = "stage"
    __table_args__ = (
        one_of("kind", StageKind),
        Index("uq_stage_name", "pipeline_id", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
        Index("ix_stage_order", "pipeline_id", "position", "id"),
        CheckConstraint("allowed_days > 0", name="allowed_days_positive"),
    )

    id: Mapped[UUID] = key()
    pipeline_id: Mapped[UUID] = mapped_column(ForeignKey("pipeline.id"))
    name: Mapped[str]
    kind: Mapped[StageKind]
    position: Mapped[int]
    allowed_days: Mapped[int | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    pipeline: Mapped[Pipeline] = relationship(back_populates="stages", lazy="raise")

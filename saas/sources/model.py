"""Sources and what their forms ask: the tables."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import LIVE, Json, Model, created, deleted, key, one_of, updated, version
from saas.members.model import Member


class SourceKind(StrEnum):
    """How leads come in: through whose door, or by hand."""

    WEB_FORM = "WEB_FORM"
    GOOGLE = "GOOGLE"
    FACEBOOK = "FACEBOOK"
    LINKEDIN = "LINKEDIN"
    WORKSPACE = "WORKSPACE"
    EMAIL = "EMAIL"
    CHAT = "CHAT"
    CALL = "CALL"
    IMPORT = "IMPORT"
    API = "API"
    HAND = "HAND"


class LeadField(StrEnum):
    """What of a lead an answer tells."""

    NAME = "NAME"
    FIRST_NAME = "FIRST_NAME"
    LAST_NAME = "LAST_NAME"
    COMPANY = "COMPANY"
    TITLE = "TITLE"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    MESSAGE = "MESSAGE"
    COUNTRY = "COUNTRY"
    LANGUAGE = "LANGUAGE"


class QuestionKind(StrEnum):
    """How a form asks: for a line, a longer text, an address, a number, or for one of some options."""

    LINE = "LINE"
    TEXT = "TEXT"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    CHOICE = "CHOICE"


class Captcha(StrEnum):
    """Who tells people from robots for a form: RECAPTCHA draws a box, RECAPTCHA_SCORE nothing that is seen."""

    TURNSTILE = "TURNSTILE"
    HCAPTCHA = "HCAPTCHA"
    RECAPTCHA = "RECAPTCHA"
    RECAPTCHA_SCORE = "RECAPTCHA_SCORE"


class Source(Model):
    """`key` names it in public addresses and is no secret; the `seal` marks the puzzles that its form gives out.

    With the `signing_secret` a provider signs what he sends, and the `access_token` is what we show to him: both are
    sealed. A form asks for a `captcha` where there is a site key, which is public, and a secret for it, sealed as well.
    `mapping` is from a provider's field names to ours; a field that it does not name is an answer. One that is not
    `active` takes nothing in.
    `escalate_after` are working minutes, none where the company's hold, 0 where no manager is told.
    """

    __tablename__ = "source"
    __table_args__ = (
        one_of("kind", SourceKind),
        one_of("captcha", Captcha),
        Index("uq_source_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
        Index("uq_source_key", "key", unique=True),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    kind: Mapped[SourceKind]
    active: Mapped[bool]
    key: Mapped[str]
    secret_digest: Mapped[str | None] = mapped_column(info={"untold": True})
    seal: Mapped[str] = mapped_column(info={"untold": True})
    sealed_signing_secret: Mapped[bytes | None] = mapped_column(LargeBinary, info={"untold": True})
    sealed_access_token: Mapped[bytes | None] = mapped_column(LargeBinary, info={"untold": True})
    captcha: Mapped[Captcha | None]
    captcha_site_key: Mapped[str | None]
    sealed_captcha_secret: Mapped[bytes | None] = mapped_column(LargeBinary, info={"untold": True})
    mapping: Mapped[Json] = mapped_column(JSONB())
    consent_text: Mapped[str | None]
    escalate_after: Mapped[int | None]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    owner: Mapped[Member | None] = relationship(lazy="raise")
    questions: Mapped[list["SourceQuestion"]] = relationship(back_populates="source", viewonly=True, lazy="raise")


class SourceQuestion(Model):
    """What a form asks, in its own words, or what a provider calls a field. Without a `field` it is kept as an answer.
    `options` are those of a CHOICE, one on each line.
    """

    __tablename__ = "source_question"
    __table_args__ = (
        one_of("kind", QuestionKind), one_of("field", LeadField),
        Index("ix_source_question_source", "source_id", "position", "id"),
        CheckConstraint("(kind = 'CHOICE') = (options IS NOT NULL)", name="choice_has_options"),
    )  # fmt: skip

    id: Mapped[UUID] = key()
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    position: Mapped[int]
    label: Mapped[str]
    field: Mapped[LeadField | None]
    kind: Mapped[QuestionKind]
    required: Mapped[bool]
    options: Mapped[str | None]

    source: Mapped[Source] = relationship(back_populates="questions", lazy="raise")

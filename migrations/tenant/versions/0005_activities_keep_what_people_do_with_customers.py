"""activities: Keep what people do with customers."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "activity_series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("whole_days", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["ended_by_id"], ["member.id"], name=op.f("fk_activity_series_ended_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_series")),
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.Column("falls_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("remind_minutes", sa.Integer(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("slot_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("follow_up_of_id", sa.Uuid(), nullable=True),
        sa.Column(
            "search_text",
            sa.Text(),
            sa.Computed("ext.fold(coalesce(subject, '') || ' ' || coalesce(body, ''))", persisted=True),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(status = 'DONE') = (done_at IS NOT NULL)", name=op.f("ck_activity_done_has_time")),
        sa.CheckConstraint("direction IN ('OUTBOUND', 'INBOUND')", name=op.f("ck_activity_direction")),
        sa.CheckConstraint("kind IN ('TASK', 'CALL', 'MEETING', 'NOTE')", name=op.f("ck_activity_kind")),
        sa.CheckConstraint(
            "outcome IN ('CONNECTED', 'LEFT_MESSAGE', 'NO_ANSWER', 'BUSY', 'WRONG_NUMBER')",
            name=op.f("ck_activity_outcome"),
        ),
        sa.CheckConstraint("priority IN ('LOW', 'NORMAL', 'HIGH')", name=op.f("ck_activity_priority")),
        sa.CheckConstraint("status IN ('OPEN', 'DONE', 'CANCELLED')", name=op.f("ck_activity_status")),
        sa.CheckConstraint("(series_id IS NULL) = (slot_at IS NULL)", name=op.f("ck_activity_series_has_slot")),
        sa.CheckConstraint("due_on IS NULL OR due_at IS NULL", name=op.f("ck_activity_one_due")),
        sa.CheckConstraint("ends_at >= starts_at", name=op.f("ck_activity_ends_after_start")),
        sa.ForeignKeyConstraint(["author_id"], ["member.id"], name=op.f("fk_activity_author_id")),
        sa.ForeignKeyConstraint(["done_by_id"], ["member.id"], name=op.f("fk_activity_done_by_id")),
        sa.ForeignKeyConstraint(["follow_up_of_id"], ["activity.id"], name=op.f("fk_activity_follow_up_of_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_activity_owner_id")),
        sa.ForeignKeyConstraint(["series_id"], ["activity_series.id"], name=op.f("fk_activity_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    op.create_index(
        "ix_activity_at",
        "activity",
        [sa.literal_column("at DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_activity_author", "activity", ["author_id"], unique=False, postgresql_where=sa.text("deleted_at IS NULL")
    )
    op.create_index(
        "ix_activity_falls",
        "activity",
        ["falls_at", "id"],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_activity_follow_up",
        "activity",
        ["follow_up_of_id"],
        unique=False,
        postgresql_where=sa.text("follow_up_of_id IS NOT NULL"),
    )
    op.create_index(
        "ix_activity_owner",
        "activity",
        ["owner_id", "at"],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_activity_owner_open",
        "activity",
        ["owner_id", "falls_at", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'OPEN' AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_activity_search_text",
        "activity",
        ["search_text"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search_text": "ext.gin_trgm_ops"},
    )
    op.create_index(
        "uq_activity_slot",
        "activity",
        ["series_id", "slot_at"],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "activity_attendee",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("num_nonnulls(member_id, contact_id) = 1", name=op.f("ck_activity_attendee_one_person")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_attendee_activity_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_activity_attendee_contact_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_activity_attendee_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_attendee")),
    )
    op.create_index("ix_activity_attendee_activity", "activity_attendee", ["activity_id"], unique=False)
    op.create_index("uq_activity_attendee_contact", "activity_attendee", ["contact_id", "activity_id"], unique=True)
    op.create_index("uq_activity_attendee_member", "activity_attendee", ["member_id", "activity_id"], unique=True)
    op.create_table(
        "activity_mention",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_mention_activity_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_activity_mention_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_mention")),
    )
    op.create_index("ix_activity_mention_activity", "activity_mention", ["activity_id"], unique=False)
    op.create_index("uq_activity_mention_member", "activity_mention", ["member_id", "activity_id"], unique=True)
    op.create_table(
        "activity_reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_reminder_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_reminder")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_activity_reminder_activity_id")),
    )
    op.create_index(
        "ix_activity_reminder_untold",
        "activity_reminder",
        ["at"],
        unique=False,
        postgresql_where=sa.text("told_at IS NULL"),
    )
    op.create_table(
        "activity_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("deal_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("derived", sa.Boolean(), nullable=False),
        sa.Column("opens", sa.Boolean(), nullable=False),
        sa.Column("awaited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "num_nonnulls(deal_id, account_id, contact_id) = 1", name=op.f("ck_activity_link_one_record")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_activity_link_account_id")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_link_activity_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_activity_link_contact_id")),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_activity_link_deal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_link")),
    )
    op.create_index(
        "ix_activity_link_account_next",
        "activity_link",
        ["account_id", "awaited_at"],
        unique=False,
        postgresql_where=sa.text("awaited_at IS NOT NULL"),
    )
    op.create_index("ix_activity_link_activity", "activity_link", ["activity_id"], unique=False)
    op.create_index(
        "ix_activity_link_contact_next",
        "activity_link",
        ["contact_id", "awaited_at"],
        unique=False,
        postgresql_where=sa.text("awaited_at IS NOT NULL"),
    )
    op.create_index(
        "ix_activity_link_deal_next",
        "activity_link",
        ["deal_id", "awaited_at"],
        unique=False,
        postgresql_where=sa.text("awaited_at IS NOT NULL"),
    )
    op.create_index("uq_activity_link_account", "activity_link", ["account_id", "activity_id"], unique=True)
    op.create_index("uq_activity_link_contact", "activity_link", ["contact_id", "activity_id"], unique=True)
    op.create_index("uq_activity_link_deal", "activity_link", ["deal_id", "activity_id"], unique=True)

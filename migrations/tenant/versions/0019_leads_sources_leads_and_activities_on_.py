"""leads: Sources, leads, and activities on them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_constraint("ck_activity_link_one_record", "activity_link", type_="check")
    op.create_table(
        "source",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("secret_digest", sa.Text(), nullable=True),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.Column("mapping", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("consent_text", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('WEB_FORM', 'GOOGLE', 'FACEBOOK', 'LINKEDIN', 'WORKSPACE', 'EMAIL', 'CHAT', 'CALL', 'IMPORT', 'API', 'HAND')",
            name=op.f("ck_source_kind"),
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_source_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_index(op.f("ix_source_owner_id"), "source", ["owner_id"], unique=False)
    op.create_index("uq_source_key", "source", ["key"], unique=True)
    op.create_index(
        "uq_source_name",
        "source",
        [sa.literal_column("ext.fold(name)")],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "lead",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unfit_reason", sa.Text(), nullable=True),
        sa.Column("unfit_remark", sa.Text(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("utm_source", sa.Text(), nullable=True),
        sa.Column("utm_medium", sa.Text(), nullable=True),
        sa.Column("utm_campaign", sa.Text(), nullable=True),
        sa.Column("utm_term", sa.Text(), nullable=True),
        sa.Column("utm_content", sa.Text(), nullable=True),
        sa.Column("click_id", sa.Text(), nullable=True),
        sa.Column("landing_page", sa.Text(), nullable=True),
        sa.Column("referrer", sa.Text(), nullable=True),
        sa.Column(
            "search_text",
            sa.Text(),
            sa.Computed(
                "ext.fold(coalesce(name, '') || ' ' || coalesce(company, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(status = 'UNFIT') = (unfit_reason IS NOT NULL)", name=op.f("ck_lead_unfit_has_reason")),
        sa.CheckConstraint(
            "channel IN ('ORGANIC', 'PAID', 'SOCIAL', 'REFERRAL', 'EMAIL', 'DIRECT')", name=op.f("ck_lead_channel")
        ),
        sa.CheckConstraint(
            "status IN ('NEW', 'WORKING', 'QUALIFIED', 'CONVERTED', 'UNFIT')", name=op.f("ck_lead_status")
        ),
        sa.CheckConstraint(
            "unfit_reason IN ('NO_NEED', 'NO_BUDGET', 'WRONG_PERSON', 'UNREACHABLE', 'COMPETITOR', 'DUPLICATE', 'SPAM', 'OTHER')",
            name=op.f("ck_lead_unfit_reason"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_lead_score")),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_lead_owner_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_lead_product_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_lead_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead")),
    )
    op.create_index(
        "ix_lead_digits",
        "lead",
        [sa.literal_column("regexp_replace(phone, '\\D', '', 'g')").label("digits")],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"digits": "ext.gin_trgm_ops"},
    )
    op.create_index(
        "ix_lead_email",
        "lead",
        [sa.literal_column("lower(email)")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_lead_folded_name",
        "lead",
        [sa.literal_column("ext.fold(name)")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_lead_owner", "lead", ["owner_id", "status"], unique=False, postgresql_where=sa.text("deleted_at IS NULL")
    )
    op.create_index(
        "ix_lead_product", "lead", ["product_id"], unique=False, postgresql_where=sa.text("product_id IS NOT NULL")
    )
    op.create_index(
        "ix_lead_received",
        "lead",
        [sa.literal_column("received_at DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_lead_search_text",
        "lead",
        ["search_text"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search_text": "ext.gin_trgm_ops"},
    )
    op.create_index(
        "ix_lead_source",
        "lead",
        ["source_id", sa.literal_column("received_at DESC")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_lead_status",
        "lead",
        ["status", sa.literal_column("received_at DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "lead_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_answer_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_answer")),
    )
    op.create_index("ix_lead_answer_lead", "lead_answer", ["lead_id", "position", "id"], unique=False)
    op.create_index(
        "ix_lead_answer_said",
        "lead_answer",
        [sa.literal_column("ext.fold(question)"), sa.literal_column("ext.fold(left(answer, 200))")],
        unique=False,
    )
    op.create_table(
        "lead_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("from_status", sa.Text(), nullable=True),
        sa.Column("to_status", sa.Text(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("from_owner_id", sa.Uuid(), nullable=True),
        sa.Column("to_owner_id", sa.Uuid(), nullable=True),
        sa.Column("unfit_reason", sa.Text(), nullable=True),
        sa.Column("unfit_remark", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('CREATED', 'STATUS', 'OWNER')", name=op.f("ck_lead_event_kind")),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_lead_event_by_id")),
        sa.ForeignKeyConstraint(["from_owner_id"], ["member.id"], name=op.f("fk_lead_event_from_owner_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_event_lead_id")),
        sa.ForeignKeyConstraint(["to_owner_id"], ["member.id"], name=op.f("fk_lead_event_to_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_event")),
        comment="append-only",
        info={"append_only": True},
    )
    op.create_index("ix_lead_event_lead", "lead_event", ["lead_id", "at", "id"], unique=False)
    op.create_table(
        "lead_merit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("merit", sa.Text(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "merit IN ('EMAIL', 'WORK_EMAIL', 'PHONE', 'COMPANY', 'TITLE', 'MESSAGE', 'PRODUCT', 'SOUGHT_US')",
            name=op.f("ck_lead_merit_merit"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_merit_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_merit")),
    )
    op.create_index("uq_lead_merit", "lead_merit", ["lead_id", "merit"], unique=True)
    op.add_column("activity_link", sa.Column("lead_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_activity_link_lead_id"), "activity_link", "lead", ["lead_id"], ["id"], postgresql_not_valid=True
    )
    op.create_check_constraint(
        op.f("ck_activity_link_one_record"),
        "activity_link",
        "num_nonnulls(deal_id, account_id, contact_id, lead_id) = 1",
        postgresql_not_valid=True,
    )

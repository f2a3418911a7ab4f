"""conversions: What became of leads, and what they agreed to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("of_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('GRANTED', 'WITHDRAWN')", name=op.f("ck_consent_kind")),
        sa.CheckConstraint("num_nonnulls(lead_id, contact_id) = 1", name=op.f("ck_consent_one_person")),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_consent_by_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_consent_contact_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_consent_lead_id")),
        sa.ForeignKeyConstraint(["of_id"], ["consent.id"], name=op.f("fk_consent_of_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_consent_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        comment="append-only",
        info={"append_only": True},
    )
    op.create_index("ix_consent_contact", "consent", ["contact_id", "at"], unique=False)
    op.create_index("ix_consent_lead", "consent", ["lead_id", "at"], unique=False)
    op.create_table(
        "lead_conversion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("deal_id", sa.Uuid(), nullable=True),
        sa.Column("account_made", sa.Boolean(), nullable=False),
        sa.Column("contact_made", sa.Boolean(), nullable=False),
        sa.Column("deal_made", sa.Boolean(), nullable=False),
        sa.Column("status_before", sa.Text(), nullable=False),
        sa.Column("traces", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "status_before IN ('NEW', 'WORKING', 'QUALIFIED', 'CONVERTED', 'UNFIT')",
            name=op.f("ck_lead_conversion_status_before"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_lead_conversion_account_id")),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_lead_conversion_by_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_lead_conversion_contact_id")),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_lead_conversion_deal_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_conversion_lead_id")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["member.id"], name=op.f("fk_lead_conversion_undone_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_conversion")),
    )
    op.create_index(op.f("ix_lead_conversion_account_id"), "lead_conversion", ["account_id"], unique=False)
    op.create_index(op.f("ix_lead_conversion_contact_id"), "lead_conversion", ["contact_id"], unique=False)
    op.create_index(op.f("ix_lead_conversion_deal_id"), "lead_conversion", ["deal_id"], unique=False)
    op.create_index("ix_lead_conversion_lead", "lead_conversion", ["lead_id", "at"], unique=False)
    op.create_index(
        "uq_lead_conversion_lead",
        "lead_conversion",
        ["lead_id"],
        unique=True,
        postgresql_where=sa.text("undone_at IS NULL"),
    )

"""assignment: Rules that give leads away."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "assignment_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("strategy", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("working_hours", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "strategy IN ('FIXED', 'ROUND_ROBIN', 'LEAST_BUSY')", name=op.f("ck_assignment_rule_strategy")
        ),
        sa.CheckConstraint(
            "(question IS NULL) = (answer IS NULL)", name=op.f("ck_assignment_rule_question_has_answer")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_assignment_rule_product_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_assignment_rule_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_rule")),
    )
    op.create_index(
        "ix_assignment_rule_order",
        "assignment_rule",
        ["position", "id"],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(op.f("ix_assignment_rule_product_id"), "assignment_rule", ["product_id"], unique=False)
    op.create_index(op.f("ix_assignment_rule_source_id"), "assignment_rule", ["source_id"], unique=False)
    op.create_table(
        "assignment_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("steps", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_assignment_decision_lead_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_assignment_decision_member_id")),
        sa.ForeignKeyConstraint(["rule_id"], ["assignment_rule.id"], name=op.f("fk_assignment_decision_rule_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_decision")),
        comment="append-only",
        info={"append_only": True},
    )
    op.create_index("ix_assignment_decision_lead", "assignment_decision", ["lead_id", "at", "id"], unique=False)
    op.create_index(op.f("ix_assignment_decision_member_id"), "assignment_decision", ["member_id"], unique=False)
    op.create_index(
        "ix_assignment_decision_rule",
        "assignment_decision",
        ["rule_id", sa.literal_column("at DESC")],
        unique=False,
        postgresql_where=sa.text("rule_id IS NOT NULL"),
    )
    op.create_table(
        "assignment_seat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("turns", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_assignment_seat_capacity_positive")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_assignment_seat_member_id")),
        sa.ForeignKeyConstraint(["rule_id"], ["assignment_rule.id"], name=op.f("fk_assignment_seat_rule_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_seat")),
    )
    op.create_index(op.f("ix_assignment_seat_member_id"), "assignment_seat", ["member_id"], unique=False)
    op.create_index("ix_assignment_seat_order", "assignment_seat", ["rule_id", "position", "id"], unique=False)
    op.create_index("uq_assignment_seat_member", "assignment_seat", ["rule_id", "member_id"], unique=True)

"""sources: What their forms ask."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "source_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("options", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'CHOICE') = (options IS NOT NULL)", name=op.f("ck_source_question_choice_has_options")
        ),
        sa.CheckConstraint(
            "field IN ('NAME', 'FIRST_NAME', 'LAST_NAME', 'COMPANY', 'TITLE', 'EMAIL', 'PHONE', 'MESSAGE', 'COUNTRY', "
            "'LANGUAGE')",
            name=op.f("ck_source_question_field"),
        ),
        sa.CheckConstraint(
            "kind IN ('LINE', 'TEXT', 'EMAIL', 'PHONE', 'CHOICE')", name=op.f("ck_source_question_kind")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_question_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_question")),
    )
    op.create_index("ix_source_question_source", "source_question", ["source_id", "position", "id"], unique=False)

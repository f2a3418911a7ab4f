"""provisioning: What a company's directory tells of members and teams."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "provisioned_team",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_provisioned_team_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provisioned_team")),
        sa.UniqueConstraint("team_id", name=op.f("uq_provisioned_team_team_id")),
    )
    op.create_index("ix_provisioned_team_external_id", "provisioned_team", ["external_id"], unique=False)
    op.create_table(
        "provisioned_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("said", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("resumes", sa.Text(), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "resumes IN ('ACTIVE', 'INVITED', 'PLACEHOLDER', 'DISABLED')", name=op.f("ck_provisioned_member_resumes")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_provisioned_member_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provisioned_member")),
        sa.UniqueConstraint("member_id", name=op.f("uq_provisioned_member_member_id")),
    )
    op.create_index("ix_provisioned_member_external_id", "provisioned_member", ["external_id"], unique=False)
    op.create_index(
        "uq_provisioned_member_user_name",
        "provisioned_member",
        [sa.literal_column("lower(user_name)")],
        unique=True,
        postgresql_where=sa.text("left_at IS NULL"),
    )
    op.add_column("member", sa.Column("access_ended_at", sa.DateTime(timezone=True), nullable=True))

"""roles: Roles of the company's own, teams of teams, shares."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_constraint("ck_member_role", "member", type_="check")
    op.create_table(
        "custom_role",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("rules", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "base IN ('OWNER', 'ADMIN', 'MANAGER', 'REP', 'MARKETER', 'AGENT', 'ANALYST', 'READER')",
            name=op.f("ck_custom_role_base"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_role")),
    )
    op.create_index(
        "uq_custom_role_name",
        "custom_role",
        [sa.literal_column("ext.fold(name)")],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "share",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("level IN ('READ', 'EDIT')", name=op.f("ck_share_level")),
        sa.CheckConstraint("(member_id IS NULL) <> (team_id IS NULL)", name=op.f("ck_share_with_one")),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_share_by_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_share_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_share_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
    )
    op.create_index(op.f("ix_share_member_id"), "share", ["member_id"], unique=False)
    op.create_index(op.f("ix_share_team_id"), "share", ["team_id"], unique=False)
    op.create_index(
        "uq_share_member_id",
        "share",
        ["object", "record_id", "member_id"],
        unique=True,
        postgresql_where=sa.text("member_id IS NOT NULL"),
    )
    op.create_index(
        "uq_share_team_id",
        "share",
        ["object", "record_id", "team_id"],
        unique=True,
        postgresql_where=sa.text("team_id IS NOT NULL"),
    )
    op.add_column("member", sa.Column("custom_role_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_member_custom_role_id"), "member", ["custom_role_id"], unique=False)
    op.create_foreign_key(op.f("fk_member_custom_role_id"), "member", "custom_role", ["custom_role_id"], ["id"])
    op.add_column("team", sa.Column("parent_id", sa.Uuid(), nullable=True))
    op.add_column(
        "team", sa.Column("lineage", postgresql.ARRAY(sa.Uuid()), server_default=sa.text("'{}'"), nullable=False)
    )
    op.create_index(op.f("ix_team_parent_id"), "team", ["parent_id"], unique=False)
    op.create_foreign_key(op.f("fk_team_parent_id"), "team", "team", ["parent_id"], ["id"])
    op.create_check_constraint(
        op.f("ck_member_role"),
        "member",
        "role IN ('OWNER', 'ADMIN', 'MANAGER', 'REP', 'MARKETER', 'AGENT', 'ANALYST', 'READER')",
    )
    op.execute("UPDATE team SET lineage = ARRAY[id]")

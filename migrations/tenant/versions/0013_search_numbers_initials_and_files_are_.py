"""search: Numbers, initials and files are found; favorites and recents."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "favorite",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("about_type", sa.Text(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_favorite_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favorite")),
        sa.UniqueConstraint("member_id", "about_id", name=op.f("uq_favorite_member_id_about_id")),
    )
    op.create_table(
        "opening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("about_type", sa.Text(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_opening_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
    )
    op.create_index("ix_opening_last", "opening", ["member_id", sa.literal_column("opened_at DESC")], unique=False)
    op.create_index("uq_opening_about", "opening", ["member_id", "about_id"], unique=True)
    op.create_index(
        "ix_account_digits",
        "account",
        [sa.literal_column("regexp_replace(phone, '\\D', '', 'g') ext.gin_trgm_ops")],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "ix_account_initials",
        "account",
        [sa.literal_column("regexp_replace(ext.fold(name), '(\\S)\\S*\\s*', '\\1', 'g')")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.add_column(
        "attachment",
        sa.Column(
            "search_text", sa.Text(), sa.Computed("ext.fold(coalesce(name, ''))", persisted=True), nullable=False
        ),
    )
    op.create_index(
        "ix_attachment_search_text",
        "attachment",
        ["search_text"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search_text": "ext.gin_trgm_ops"},
    )
    op.create_index(
        "ix_contact_digits",
        "contact",
        [sa.literal_column("regexp_replace(phone, '\\D', '', 'g') ext.gin_trgm_ops")],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "ix_contact_folded_name",
        "contact",
        [sa.literal_column("ext.fold(name)")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_contact_initials",
        "contact",
        [sa.literal_column("regexp_replace(ext.fold(name), '(\\S)\\S*\\s*', '\\1', 'g')")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_deal_folded_name",
        "deal",
        [sa.literal_column("ext.fold(name)")],
        unique=False,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )

"""losses: Why deals are lost.

Companies that are there begin with the list that a new one begins with, in the language of their owner. An empty
namespace gets none: whoever founds a company in it says in which language.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

REASONS = {
    "en": ("Price", "Timing", "Competitor", "No budget", "No answer", "Missing feature", "Other"),
    "he": ("מחיר", "תזמון", "מתחרה", "אין תקציב", "אין מענה", "חסרה יכולת", "אחר"),
    "ar": ("السعر", "التوقيت", "منافس", "لا ميزانية", "لا رد", "ميزة ناقصة", "سبب آخر"),
}
#: The milliseconds and random bits of a UUIDv7, as the product makes them.
NEW_ID = """encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
    substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1),
    'hex')::uuid"""


def upgrade():
    op.drop_constraint("ck_deal_event_kind", "deal_event", type_="check")
    op.create_table(
        "loss_reason",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loss_reason")),
    )
    op.create_index("ix_loss_reason_order", "loss_reason", ["position", "id"], unique=False)
    op.create_index(
        "uq_loss_reason_name",
        "loss_reason",
        [sa.literal_column("ext.fold(name)")],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.add_column("deal", sa.Column("loss_reason_id", sa.Uuid(), nullable=True))
    op.add_column("deal", sa.Column("loss_remark", sa.Text(), nullable=True))
    op.create_index(
        "ix_deal_loss_reason",
        "deal",
        ["loss_reason_id", "closed_on"],
        unique=False,
        postgresql_where=sa.text("loss_reason_id IS NOT NULL"),
    )
    op.create_foreign_key(op.f("fk_deal_loss_reason_id"), "deal", "loss_reason", ["loss_reason_id"], ["id"])
    op.add_column("deal_event", sa.Column("loss_reason_id", sa.Uuid(), nullable=True))
    op.add_column("deal_event", sa.Column("loss_remark", sa.Text(), nullable=True))
    op.create_index(
        "ix_deal_event_loss_reason",
        "deal_event",
        ["loss_reason_id"],
        unique=False,
        postgresql_where=sa.text("loss_reason_id IS NOT NULL"),
    )
    op.create_foreign_key(op.f("fk_deal_event_loss_reason_id"), "deal_event", "loss_reason", ["loss_reason_id"], ["id"])
    op.create_check_constraint(
        op.f("ck_deal_event_kind"),
        "deal_event",
        "kind IN ('CREATED', 'STAGE', 'AMOUNT', 'CLOSE_DATE', 'OWNER', 'LOSS_REASON')",
    )
    words = ", ".join(
        f"('{locale}', {position}, '{name}')"
        for locale, names in REASONS.items()
        for position, name in enumerate(names)
    )
    op.execute(f"""
INSERT INTO loss_reason (id, name, position, active)
SELECT {NEW_ID}, reason.name, reason.position, true
FROM (VALUES {words}) AS reason (locale, position, name)
WHERE EXISTS (SELECT 1 FROM pipeline) AND reason.locale = coalesce(
    (SELECT member.locale FROM member WHERE member.role = 'OWNER' AND member.deleted_at IS NULL
        AND member.locale IN ('en', 'he', 'ar') ORDER BY member.created_at, member.id LIMIT 1), 'en')
ORDER BY reason.position""")  # noqa: S608  words of our own

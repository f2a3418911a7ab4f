"""responses: Who waits too long is told of."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("company", sa.Column("escalate_after", sa.Integer(), nullable=True))
    op.add_column("source", sa.Column("escalate_after", sa.Integer(), nullable=True))
    op.drop_constraint(op.f("ck_response_event_kind"), "response_event", type_="check")
    op.create_check_constraint(
        op.f("ck_response_event_kind"),
        "response_event",
        "kind IN ('RECEIVED', 'ASSIGNED', 'SEEN', 'AUTOMATIC', 'ATTEMPTED', 'CONTACTED', 'ESCALATED')",
        postgresql_not_valid=True,
    )

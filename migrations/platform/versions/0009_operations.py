"""The operator's book: what was done with a company, by whom, and why."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (BOOK,):
        op.execute(sql.strip().removesuffix(";"))


# Those who serve and work may read it; it is written by the role that owns it, and by nobody changed.
BOOK = """
CREATE TABLE platform.operation (
    id uuid CONSTRAINT pk_operation PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT fk_operation_tenant_id REFERENCES platform.tenant,
    at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL CONSTRAINT ck_operation_kind CHECK (kind IN ('SUSPEND', 'RESUME', 'EXPORT', 'IMPORT')),
    reason text NOT NULL,
    operator text NOT NULL
);
CREATE INDEX ix_operation_tenant_id_at ON platform.operation (tenant_id, at);
GRANT SELECT ON platform.operation TO kesher_web, kesher_work;
"""

"""A company that is deleted keeps its data for a grace, and is then purged; spares are found by an index."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (STATES, KINDS, DELETION, SPARES):
        op.execute(sql.strip().removesuffix(";"))


# DELETING keeps everything, PURGING loses it step by step, DELETED is what the operator's book still speaks of.
STATES = """
ALTER TABLE platform.tenant DROP CONSTRAINT ck_tenant_status, ADD CONSTRAINT ck_tenant_status
    CHECK (status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'DELETING', 'PURGING', 'DELETED'));
"""
KINDS = """
ALTER TABLE platform.operation DROP CONSTRAINT ck_operation_kind, ADD CONSTRAINT ck_operation_kind
    CHECK (kind IN ('SUSPEND', 'RESUME', 'EXPORT', 'IMPORT', 'MOVE', 'DELETE', 'RESTORE', 'PURGE'));
"""

# `slug` is the address that the company had, `status` what it comes back to while it can be restored.
DELETION = """
CREATE TABLE platform.deletion (
    tenant_id uuid CONSTRAINT pk_deletion PRIMARY KEY
        CONSTRAINT fk_deletion_tenant_id REFERENCES platform.tenant,
    slug text NOT NULL,
    status text NOT NULL CONSTRAINT ck_deletion_status CHECK (status IN ('ACTIVE', 'SUSPENDED')),
    asked_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL,
    purged_at timestamptz
);
CREATE INDEX ix_deletion_due_at ON platform.deletion (due_at) WHERE purged_at IS NULL;
GRANT SELECT ON platform.deletion TO kesher_web, kesher_work;
"""

SPARES = "CREATE INDEX ix_tenant_provisioning ON platform.tenant (created_at) WHERE status = 'PROVISIONING';"

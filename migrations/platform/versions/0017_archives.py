"""Files that admins fetch and bring, the backups that lie in the places, and the plan of a company."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (PLAN, ARCHIVES, BACKUP_FILES, KINDS):
        op.execute(sql.strip().removesuffix(";"))


# The operator decides it; a company that signs up tries the product.
PLAN = """
ALTER TABLE platform.tenant ADD COLUMN plan text NOT NULL DEFAULT 'TRIAL' CONSTRAINT ck_tenant_plan
    CHECK (plan IN ('TRIAL', 'STANDARD', 'ENTERPRISE'));
"""

# A sealed file that waits to be fetched or to be made a company. Its content lies in the store of files; `size` is null
# while an export is being written. `key` opens it once.
ARCHIVES = """
CREATE TABLE platform.archive (
    id uuid CONSTRAINT pk_archive PRIMARY KEY,
    kind text NOT NULL CONSTRAINT ck_archive_kind CHECK (kind IN ('EXPORT', 'UPLOAD')),
    tenant_id uuid CONSTRAINT fk_archive_tenant_id REFERENCES platform.tenant,
    admin_id uuid NOT NULL CONSTRAINT fk_archive_admin_id REFERENCES platform.person,
    name text NOT NULL,
    size bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    key bytea CONSTRAINT uq_archive_key UNIQUE,
    key_until timestamptz,
    fetched_at timestamptz,
    fetched_by uuid CONSTRAINT fk_archive_fetched_by REFERENCES platform.person,
    gone_at timestamptz
);
CREATE INDEX ix_archive_expires_at ON platform.archive (expires_at) WHERE gone_at IS NULL;
CREATE INDEX ix_archive_tenant_id ON platform.archive (tenant_id);
CREATE INDEX ix_archive_admin_id ON platform.archive (admin_id);
CREATE INDEX ix_archive_fetched_by ON platform.archive (fetched_by);
GRANT SELECT, INSERT, UPDATE ON platform.archive TO kesher_web;
GRANT SELECT ON platform.archive TO kesher_work;
"""

# Each backup that lies in the places, as the one who took it has seen them.
BACKUP_FILES = """
CREATE TABLE platform.backup_file (
    tenant_id uuid NOT NULL CONSTRAINT fk_backup_file_tenant_id REFERENCES platform.tenant,
    taken_at timestamptz NOT NULL,
    size bigint NOT NULL,
    places integer NOT NULL,
    drilled_at timestamptz,
    drill_failure text,
    CONSTRAINT pk_backup_file PRIMARY KEY (tenant_id, taken_at)
);
GRANT SELECT ON platform.backup_file TO kesher_web, kesher_work;
"""

KINDS = """
ALTER TABLE platform.errand DROP CONSTRAINT ck_errand_kind, ADD CONSTRAINT ck_errand_kind CHECK (kind IN (
    'SUSPEND', 'RESUME', 'DELETE', 'RESTORE', 'MOVE', 'CONFIRM_MOVE', 'BACK_UP', 'CREATE', 'EXPORT', 'IMPORT',
    'RESTORE_BACKUP', 'TAKE_PLACE', 'RENAME', 'CHANGE_PLAN'
));
ALTER TABLE platform.operation DROP CONSTRAINT ck_operation_kind, ADD CONSTRAINT ck_operation_kind CHECK (kind IN (
    'SUSPEND', 'RESUME', 'EXPORT', 'IMPORT', 'MOVE', 'DELETE', 'RESTORE', 'PURGE', 'CREATE', 'BACK_UP', 'CONFIRM_MOVE',
    'RESTORE_BACKUP', 'TAKE_PLACE', 'RENAME', 'CHANGE_PLAN'
));
"""

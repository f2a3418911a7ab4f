"""Companies live in cells, and move between them."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (COLUMNS, MOVE, LEFT, ENQUEUE, CHANGE):
        op.execute(sql.strip().removesuffix(";").replace(":", r"\:"))


# `moving_to` stands while a company can be read alone. `unsent` is true in a cell's own row of a company until the
# home's row says the same.
COLUMNS = """
ALTER TABLE platform.tenant ADD COLUMN moving_to text, ADD COLUMN unsent boolean NOT NULL DEFAULT false;
CREATE INDEX ix_tenant_unsent ON platform.tenant (id) WHERE unsent;
CREATE INDEX ix_tenant_cell ON platform.tenant (cell);
GRANT UPDATE (name, currency, locale, time_zone, week_start, fiscal_start, logo, unsent) ON platform.tenant TO kesher_work;
ALTER TABLE platform.operation DROP CONSTRAINT ck_operation_kind, ADD CONSTRAINT ck_operation_kind
    CHECK (kind IN ('SUSPEND', 'RESUME', 'EXPORT', 'IMPORT', 'MOVE'));
"""

# One that has not ended is under way, or waits until the old copy may go.
MOVE = """
CREATE TABLE platform.move (
    id uuid CONSTRAINT pk_move PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT fk_move_tenant_id REFERENCES platform.tenant,
    source text NOT NULL,
    target text NOT NULL,
    step text NOT NULL CONSTRAINT ck_move_step CHECK (step IN ('COPYING', 'HELD', 'MOVED', 'CONFIRMED', 'UNDONE')),
    reason text NOT NULL,
    operator text NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now(),
    held_at timestamptz,
    moved_at timestamptz,
    ended_at timestamptz,
    failure text
);
CREATE UNIQUE INDEX uq_move_tenant_id ON platform.move (tenant_id) WHERE ended_at IS NULL;
GRANT SELECT ON platform.move TO kesher_web, kesher_work;
"""

# Whether the company of this transaction moves to another cell, or has moved there.
LEFT = """
CREATE FUNCTION ext.has_left() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN NOT EXISTS (SELECT FROM fleet.version v WHERE v.namespace = current_setting('role'))
    OR EXISTS (SELECT FROM platform.tenant t WHERE t.namespace = current_setting('role') AND t.moving_to IS NOT NULL);
"""

# A move takes the same lock alone: what waits for it sees that the company is no longer here, and adds nothing.
ENQUEUE = """
CREATE OR REPLACE FUNCTION jobs.enqueue(
    task text, args jsonb, queue text DEFAULT 'default', lock text DEFAULT NULL, queueing_lock text DEFAULT NULL,
    run_at timestamptz DEFAULT NULL
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = jobs, pg_catalog, pg_temp AS $body$
DECLARE
    tenant text := current_setting('role');
    ids bigint[];
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(tenant, 1));
    IF NOT EXISTS (SELECT FROM fleet.version v WHERE v.namespace = tenant) THEN
        RAISE EXCEPTION 'a job is added by a tenant, and % is none', tenant USING ERRCODE = 'insufficient_privilege';
    END IF;
    ids := procrastinate_defer_jobs_v1(ARRAY[ROW(
        queue, task, 0, tenant || ':' || lock, tenant || ':' || queueing_lock, args || jsonb_build_object('namespace', tenant), run_at
    )::procrastinate_job_to_defer_v1]);
    RETURN ids[1];
END
$body$;
"""

# As before, but not while the company moves; in another cell than the home it is marked for the home to learn of it.
CHANGE = """
CREATE OR REPLACE FUNCTION ext.change_company(changes jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    company text := current_setting('role');
    before jsonb;
BEGIN
    PERFORM FROM platform.tenant t
        WHERE t.namespace = company AND t.status = 'ACTIVE' AND t.moving_to IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'a company is changed by itself, and % is none', company USING ERRCODE = 'insufficient_privilege';
    END IF;
    before := ext.own_company();
    UPDATE platform.tenant t SET
        name = coalesce(changes ->> 'name', t.name),
        currency = coalesce(changes ->> 'currency', t.currency),
        locale = coalesce(changes ->> 'locale', t.locale),
        time_zone = coalesce(changes ->> 'time_zone', t.time_zone),
        week_start = coalesce((changes ->> 'week_start')::smallint, t.week_start),
        fiscal_start = coalesce((changes ->> 'fiscal_start')::smallint, t.fiscal_start),
        logo = CASE WHEN changes ? 'logo' THEN changes ->> 'logo' ELSE t.logo END,
        unsent = t.cell <> 'home'
    WHERE t.namespace = company;
    PERFORM pg_notify('kesher_access', 'c ' || company);
    RETURN before;
END
$body$;
"""

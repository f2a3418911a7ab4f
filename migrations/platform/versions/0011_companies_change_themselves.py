"""What a company says of itself is changed by the company: its fiscal year and logo, and the door to its own row."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (COLUMNS, OWN, CHANGE):
        op.execute(sql.strip().removesuffix(";").replace(":", r"\:"))


# The first month of the fiscal year, and the digest of the picture that the company's namespace keeps.
COLUMNS = """
ALTER TABLE platform.tenant
    ADD COLUMN fiscal_start smallint NOT NULL DEFAULT 1
        CONSTRAINT ck_tenant_fiscal_start CHECK (fiscal_start BETWEEN 1 AND 12),
    ADD COLUMN logo text CONSTRAINT ck_tenant_logo CHECK (logo ~ '^[0-9a-f]{64}$');
"""

# A tenant's role reads no table of the platform. `current_setting('role')` is what SET ROLE said; inside the function
# `current_user` is its owner.
OWN = """
CREATE FUNCTION ext.own_company() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
RETURN (
    SELECT jsonb_build_object(
        'slug', t.slug, 'name', t.name, 'currency', t.currency, 'locale', t.locale, 'time_zone', t.time_zone,
        'week_start', t.week_start, 'fiscal_start', t.fiscal_start, 'logo', t.logo
    ) FROM platform.tenant t WHERE t.namespace = current_setting('role')
);
"""

# Its own row and these columns alone, each only where it is named. Gives what they were before; web processes, which
# remember a company for a second, hear of it when the transaction commits.
CHANGE = """
CREATE FUNCTION ext.change_company(changes jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    company text := current_setting('role');
    before jsonb;
BEGIN
    PERFORM FROM platform.tenant t WHERE t.namespace = company AND t.status = 'ACTIVE' FOR UPDATE;
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
        logo = CASE WHEN changes ? 'logo' THEN changes ->> 'logo' ELSE t.logo END
    WHERE t.namespace = company;
    PERFORM pg_notify('kesher_access', 'c ' || company);
    RETURN before;
END
$body$;
"""

"""The operator's tables, the fleet's ledger, the queue of jobs and the folding of text."""

import re

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    for sql in (PLATFORM, FLEET, GRANT_TABLES, FOLD):
        run(sql)
    run("SET LOCAL search_path = jobs;")
    run(re.sub(r"\n\s*--[^\n]*", "", SchemaManager.get_schema()))
    run("SET LOCAL search_path = '';")
    run(ENQUEUE)
    run(GRANTS)


def run(sql):
    op.execute(sql.strip().removesuffix(";").replace(":", r"\:"))


PLATFORM = """
CREATE TABLE platform.tenant (
    id uuid CONSTRAINT pk_tenant PRIMARY KEY,
    slug text NOT NULL CONSTRAINT uq_tenant_slug UNIQUE,
    name text NOT NULL,
    namespace text NOT NULL CONSTRAINT uq_tenant_namespace UNIQUE
        CONSTRAINT ck_tenant_namespace CHECK (namespace ~ '^t_[a-z2-7]{13}$'),
    cell text NOT NULL,
    status text NOT NULL
        CONSTRAINT ck_tenant_status CHECK (status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'DELETING')),
    currency text NOT NULL CONSTRAINT ck_tenant_currency CHECK (currency ~ '^[A-Z]{3}$'),
    locale text NOT NULL,
    time_zone text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE platform.person (
    id uuid CONSTRAINT pk_person PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX uq_person_email ON platform.person (lower(email));
CREATE TABLE platform.membership (
    id uuid CONSTRAINT pk_membership PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT fk_membership_tenant_id REFERENCES platform.tenant,
    person_id uuid NOT NULL CONSTRAINT fk_membership_person_id REFERENCES platform.person,
    member_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    CONSTRAINT uq_membership_tenant_id_person_id UNIQUE (tenant_id, person_id),
    CONSTRAINT uq_membership_tenant_id_member_id UNIQUE (tenant_id, member_id)
);
CREATE INDEX ix_membership_person_id ON platform.membership (person_id);
CREATE TABLE platform.session (
    id uuid CONSTRAINT pk_session PRIMARY KEY,
    hash bytea NOT NULL CONSTRAINT uq_session_hash UNIQUE,
    tenant_id uuid NOT NULL CONSTRAINT fk_session_tenant_id REFERENCES platform.tenant,
    member_id uuid NOT NULL,
    person_id uuid CONSTRAINT fk_session_person_id REFERENCES platform.person,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX ix_session_tenant_id_member_id ON platform.session (tenant_id, member_id);
CREATE INDEX ix_session_person_id ON platform.session (person_id);
CREATE INDEX ix_session_expires_at ON platform.session (expires_at);
CREATE TABLE platform.api_token (
    id uuid CONSTRAINT pk_api_token PRIMARY KEY,
    hash bytea NOT NULL CONSTRAINT uq_api_token_hash UNIQUE,
    tenant_id uuid NOT NULL CONSTRAINT fk_api_token_tenant_id REFERENCES platform.tenant,
    member_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX ix_api_token_tenant_id_member_id ON platform.api_token (tenant_id, member_id);
"""

FLEET = """
CREATE TABLE fleet.version (
    namespace text CONSTRAINT pk_version PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT uq_version_tenant_id UNIQUE,
    revision text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_version_revision ON fleet.version (revision, namespace);
CREATE TABLE fleet.ledger (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_ledger PRIMARY KEY,
    namespace text NOT NULL,
    from_revision text NOT NULL,
    to_revision text NOT NULL,
    sql_hash text NOT NULL,
    state text NOT NULL CONSTRAINT ck_ledger_state CHECK (state IN ('DONE', 'FAILED')),
    error text,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ix_ledger_namespace ON fleet.ledger (namespace, id);
"""

# What a tenant's role may do with each table of its namespace. A table whose comment is `append-only` takes no changes.
GRANT_TABLES = """
CREATE FUNCTION fleet.grant_tables(namespace text) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $body$
DECLARE
    entry record;
BEGIN
    FOR entry IN
        SELECT c.oid::regclass AS name, obj_description(c.oid, 'pg_class') = 'append-only' AS append_only
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = namespace::regnamespace AND c.relkind IN ('r', 'p')
    LOOP
        EXECUTE format('REVOKE ALL ON %s FROM %I', entry.name, namespace);
        EXECUTE format(
            'GRANT %s ON %s TO %I',
            CASE WHEN entry.append_only THEN 'SELECT, INSERT' ELSE 'SELECT, INSERT, UPDATE, DELETE' END,
            entry.name, namespace
        );
    END LOOP;
END
$body$;
"""

# The steps: NFKD, lower case, marks and quotes dropped, letters of one sound made one, runs of white space made one.
FOLD = r"""
CREATE FUNCTION ext.fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(
    replace(replace(replace(replace(
        translate(
            regexp_replace(
                lower(normalize(words, NFKD)),
                '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670'
                '\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640'
                '''"`\u00b4\u02bc\u2018-\u201f\u05f3\u05f4\u200c-\u200f\u202a-\u202e\u2066-\u2069]',
                '', 'g'
            ),
            U&'\05da\05dd\05df\05e3\05e5\0671\0649\06cc\0629\0621\06a9\03c2\0131\00f8\0111\0142\00f0\05be',
            U&'\05db\05de\05e0\05e4\05e6\0627\064a\064a\0647\0627\0643\03c3\0069\006f\0064\006c\0064\002d'
        ),
        U&'\00df', 'ss'), U&'\00e6', 'ae'), U&'\0153', 'oe'), U&'\00fe', 'th'),
    '[\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'
), ' ');
"""

# A tenant can add a job of its own and read none. `current_setting('role')` is what SET ROLE said; inside the function
# `current_user` is its owner.
ENQUEUE = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA jobs FROM PUBLIC;
CREATE FUNCTION jobs.enqueue(
    task text, args jsonb, queue text DEFAULT 'default', lock text DEFAULT NULL, queueing_lock text DEFAULT NULL,
    run_at timestamptz DEFAULT NULL
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = jobs, pg_catalog, pg_temp AS $body$
DECLARE
    tenant text := current_setting('role');
    ids bigint[];
BEGIN
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

GRANTS = """
GRANT USAGE ON SCHEMA ext, jobs TO PUBLIC;
GRANT EXECUTE ON FUNCTION jobs.enqueue TO PUBLIC;
GRANT USAGE ON SCHEMA platform, fleet TO kesher_web, kesher_work;
GRANT SELECT ON ALL TABLES IN SCHEMA platform, fleet TO kesher_web, kesher_work;
GRANT INSERT, UPDATE, DELETE ON platform.person, platform.membership, platform.session, platform.api_token
    TO kesher_web, kesher_work;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO kesher_work;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO kesher_work;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO kesher_work;
"""

"""Platform admins, what they ask the worker for, and what is known of each company without looking into it."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (ADMINS, SESSIONS, ERRANDS, ASK, KNOWN, KINDS):
        op.execute(sql.strip().removesuffix(";").replace(":", r"\:"))


# Written by the owner alone, which is to say by the terminal of the machine that holds the data.
ADMINS = """
CREATE TABLE platform.admin (
    id uuid CONSTRAINT pk_admin PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_admin_person_id REFERENCES platform.person,
    granted_at timestamptz NOT NULL DEFAULT now(),
    granted_by text NOT NULL,
    reason text NOT NULL,
    revoked_at timestamptz,
    revoked_by text,
    revoked_because text
);
CREATE UNIQUE INDEX uq_admin_person_id ON platform.admin (person_id) WHERE revoked_at IS NULL;
GRANT SELECT ON platform.admin TO kesher_web, kesher_work;
"""

# Begun by the sign-in host with a code for one browser; open once the admin host has given it a secret.
SESSIONS = """
CREATE TABLE platform.admin_session (
    id uuid CONSTRAINT pk_admin_session PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_admin_session_person_id REFERENCES platform.person,
    visit_id uuid NOT NULL CONSTRAINT fk_admin_session_visit_id REFERENCES platform.person_session,
    code bytea NOT NULL CONSTRAINT uq_admin_session_code UNIQUE,
    browser bytea NOT NULL,
    next text NOT NULL,
    hash bytea CONSTRAINT uq_admin_session_hash UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    opened_at timestamptz,
    seen_at timestamptz,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    user_agent text,
    address text
);
CREATE INDEX ix_admin_session_expires_at ON platform.admin_session (expires_at);
CREATE INDEX ix_admin_session_person_id ON platform.admin_session (person_id);
CREATE INDEX ix_admin_session_visit_id ON platform.admin_session (visit_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.admin_session TO kesher_web;
"""

# What an admin has asked for: the web role adds one by `ask_errand` alone, the worker carries it out. One at a time of
# a company. For a company that is to be made the id becomes the company's, as a founding's does.
ERRANDS = """
CREATE TABLE platform.errand (
    id uuid CONSTRAINT pk_errand PRIMARY KEY,
    kind text NOT NULL CONSTRAINT ck_errand_kind CHECK
        (kind IN ('SUSPEND', 'RESUME', 'DELETE', 'RESTORE', 'MOVE', 'CONFIRM_MOVE', 'BACK_UP', 'CREATE')),
    tenant_id uuid CONSTRAINT fk_errand_tenant_id REFERENCES platform.tenant,
    slug text NOT NULL,
    given jsonb NOT NULL,
    reason text NOT NULL,
    admin_id uuid NOT NULL CONSTRAINT fk_errand_admin_id REFERENCES platform.person,
    state text NOT NULL DEFAULT 'WAITING' CONSTRAINT ck_errand_state
        CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    step text,
    count integer NOT NULL DEFAULT 0,
    tries integer NOT NULL DEFAULT 0,
    trouble jsonb,
    asked_at timestamptz NOT NULL DEFAULT now(),
    began_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT ck_errand_ended CHECK ((ended_at IS NOT NULL) = (state IN ('DONE', 'FAILED')))
);
CREATE UNIQUE INDEX uq_errand_slug ON platform.errand (slug) WHERE ended_at IS NULL;
CREATE INDEX ix_errand_asked_at ON platform.errand (asked_at);
CREATE INDEX ix_errand_tenant_id ON platform.errand (tenant_id);
CREATE INDEX ix_errand_admin_id ON platform.errand (admin_id);
GRANT SELECT ON platform.errand TO kesher_web;
GRANT SELECT, UPDATE ON platform.errand TO kesher_work;
"""

# Who asks is found out here, by the secret that the browser shows: no caller can say that he is somebody else.
ASK = """
CREATE FUNCTION platform.ask_errand(secret text, asked jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    asker uuid;
BEGIN
    SELECT s.person_id INTO asker FROM platform.admin_session s
        JOIN platform.admin a ON a.person_id = s.person_id AND a.revoked_at IS NULL
        JOIN platform.person_session v ON v.id = s.visit_id AND v.ended_at IS NULL AND v.tenant_id IS NULL
        WHERE s.hash = sha256(convert_to(secret, 'UTF8')) AND s.ended_at IS NULL AND s.expires_at > now()
        FOR SHARE OF a;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'an errand is asked for by an admin' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO platform.errand (id, kind, tenant_id, slug, given, reason, admin_id) VALUES (
        CAST(asked ->> 'id' AS uuid), asked ->> 'kind', CAST(asked ->> 'tenant' AS uuid), asked ->> 'slug',
        asked -> 'given', asked ->> 'reason', asker
    );
    RETURN CAST(asked ->> 'id' AS uuid);
END
$body$;
REVOKE ALL ON FUNCTION platform.ask_errand FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.ask_errand TO kesher_web;
"""

# How a company stood when a worker looked last, and its latest backup: written by the owner.
KNOWN = """
CREATE TABLE platform.survey (
    tenant_id uuid CONSTRAINT pk_survey PRIMARY KEY CONSTRAINT fk_survey_tenant_id REFERENCES platform.tenant,
    at timestamptz NOT NULL,
    revision text NOT NULL,
    size bigint NOT NULL,
    tables integer NOT NULL,
    records bigint NOT NULL,
    members integer NOT NULL,
    sessions integer NOT NULL,
    seen_at timestamptz,
    jobs_waiting integer NOT NULL,
    jobs_failed integer NOT NULL,
    trouble text
);
CREATE INDEX ix_survey_at ON platform.survey (at);
CREATE TABLE platform.backup (
    tenant_id uuid CONSTRAINT pk_backup PRIMARY KEY CONSTRAINT fk_backup_tenant_id REFERENCES platform.tenant,
    taken_at timestamptz,
    size bigint NOT NULL DEFAULT 0,
    places integer NOT NULL DEFAULT 0,
    failed_at timestamptz,
    failure text
);
GRANT SELECT ON platform.survey, platform.backup TO kesher_web, kesher_work;
"""

KINDS = """
ALTER TABLE platform.operation DROP CONSTRAINT ck_operation_kind, ADD CONSTRAINT ck_operation_kind CHECK (kind IN (
    'SUSPEND', 'RESUME', 'EXPORT', 'IMPORT', 'MOVE', 'DELETE', 'RESTORE', 'PURGE', 'CREATE', 'BACK_UP', 'CONFIRM_MOVE'
));
"""

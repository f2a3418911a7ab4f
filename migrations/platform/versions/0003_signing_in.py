"""Signing in: identities and providers, domains, attempts and codes, passkeys, provisioning tokens."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (PEOPLE, SESSIONS, COMPANIES, ATTEMPTS, GRANTS):
        op.execute(sql.strip().removesuffix(";"))


PEOPLE = """
ALTER TABLE platform.person ADD COLUMN verified_at timestamptz, ADD COLUMN locale text;
CREATE TABLE platform.person_identity (
    id uuid CONSTRAINT pk_person_identity PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_person_identity_person_id REFERENCES platform.person,
    issuer text NOT NULL,
    subject text NOT NULL,
    email text NOT NULL,
    linked_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    CONSTRAINT uq_person_identity_issuer_subject UNIQUE (issuer, subject)
);
CREATE INDEX ix_person_identity_person_id ON platform.person_identity (person_id);
CREATE TABLE platform.person_session (
    id uuid CONSTRAINT pk_person_session PRIMARY KEY,
    hash bytea NOT NULL CONSTRAINT uq_person_session_hash UNIQUE,
    person_id uuid NOT NULL CONSTRAINT fk_person_session_person_id REFERENCES platform.person,
    tenant_id uuid CONSTRAINT fk_person_session_tenant_id REFERENCES platform.tenant,
    method text NOT NULL,
    user_agent text,
    address text,
    signed_in_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX ix_person_session_person_id ON platform.person_session (person_id);
CREATE INDEX ix_person_session_expires_at ON platform.person_session (expires_at);
CREATE TABLE platform.passkey (
    id uuid CONSTRAINT pk_passkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_passkey_person_id REFERENCES platform.person,
    credential_id bytea NOT NULL CONSTRAINT uq_passkey_credential_id UNIQUE,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    name text NOT NULL,
    transports text[] NOT NULL DEFAULT '{}',
    backed_up boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz
);
CREATE INDEX ix_passkey_person_id ON platform.passkey (person_id);
"""

SESSIONS = """
ALTER TABLE platform.session
    ADD COLUMN user_agent text,
    ADD COLUMN address text,
    ADD COLUMN signed_in_at timestamptz,
    ADD COLUMN idle_minutes integer,
    ADD COLUMN method text,
    ADD COLUMN break_glass boolean NOT NULL DEFAULT false,
    ADD COLUMN rotated_at timestamptz,
    ADD COLUMN visit_id uuid CONSTRAINT fk_session_visit_id REFERENCES platform.person_session;
CREATE INDEX ix_session_visit_id ON platform.session (visit_id);
"""

COMPANIES = """
CREATE TABLE platform.identity_provider (
    id uuid CONSTRAINT pk_identity_provider PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT fk_identity_provider_tenant_id REFERENCES platform.tenant,
    issuer text NOT NULL,
    client_id text NOT NULL,
    client_secret bytea,
    name text NOT NULL,
    enforced boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    tested_at timestamptz,
    disabled_at timestamptz
);
CREATE UNIQUE INDEX uq_identity_provider_tenant_id_issuer ON platform.identity_provider (tenant_id, issuer)
    WHERE disabled_at IS NULL;
CREATE TABLE platform.company_domain (
    id uuid CONSTRAINT pk_company_domain PRIMARY KEY,
    tenant_id uuid NOT NULL CONSTRAINT fk_company_domain_tenant_id REFERENCES platform.tenant,
    domain text NOT NULL CONSTRAINT ck_company_domain_domain CHECK (domain = lower(domain)),
    proof text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    verified_at timestamptz,
    joins boolean NOT NULL DEFAULT false,
    role text,
    CONSTRAINT uq_company_domain_tenant_id_domain UNIQUE (tenant_id, domain)
);
CREATE UNIQUE INDEX uq_company_domain_domain ON platform.company_domain (domain) WHERE verified_at IS NOT NULL;
CREATE TABLE platform.scim_token (
    id uuid CONSTRAINT pk_scim_token PRIMARY KEY,
    hash bytea NOT NULL CONSTRAINT uq_scim_token_hash UNIQUE,
    tenant_id uuid NOT NULL CONSTRAINT fk_scim_token_tenant_id REFERENCES platform.tenant,
    name text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX ix_scim_token_tenant_id ON platform.scim_token (tenant_id);
CREATE TABLE platform.company_security (
    tenant_id uuid CONSTRAINT pk_company_security PRIMARY KEY
        CONSTRAINT fk_company_security_tenant_id REFERENCES platform.tenant,
    session_hours integer CONSTRAINT ck_company_security_session_hours CHECK (session_hours BETWEEN 1 AND 8760),
    idle_minutes integer CONSTRAINT ck_company_security_idle_minutes CHECK (idle_minutes BETWEEN 5 AND 525600),
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by uuid
);
"""

ATTEMPTS = """
CREATE TABLE platform.sign_in_attempt (
    hash bytea CONSTRAINT pk_sign_in_attempt PRIMARY KEY,
    purpose text NOT NULL,
    provider text,
    nonce text NOT NULL,
    verifier text,
    browser bytea NOT NULL,
    person_id uuid CONSTRAINT fk_sign_in_attempt_person_id REFERENCES platform.person,
    company text,
    next text NOT NULL,
    found jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ix_sign_in_attempt_expires_at ON platform.sign_in_attempt (expires_at);
CREATE TABLE platform.carry_code (
    hash bytea CONSTRAINT pk_carry_code PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_carry_code_person_id REFERENCES platform.person,
    tenant_id uuid NOT NULL CONSTRAINT fk_carry_code_tenant_id REFERENCES platform.tenant,
    member_id uuid NOT NULL,
    browser bytea NOT NULL,
    next text NOT NULL,
    method text NOT NULL,
    break_glass boolean NOT NULL DEFAULT false,
    visit_id uuid CONSTRAINT fk_carry_code_visit_id REFERENCES platform.person_session,
    signed_in_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ix_carry_code_expires_at ON platform.carry_code (expires_at);
"""

# What a company has said of its security is taken back, not deleted; the worker clears away what has expired.
GRANTS = """
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.person_identity, platform.person_session, platform.passkey,
    platform.company_domain, platform.sign_in_attempt, platform.carry_code TO kesher_web, kesher_work;
GRANT SELECT, INSERT, UPDATE ON platform.identity_provider, platform.scim_token, platform.company_security
    TO kesher_web, kesher_work;
"""

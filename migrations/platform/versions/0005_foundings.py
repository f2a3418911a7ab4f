"""Companies that people found by themselves, the day on which a week begins, and whose an address is."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (WEEK, FOUNDING, ADDRESSES):
        op.execute(sql.strip().removesuffix(";"))


# ISO 8601: 1 is Monday, 7 is Sunday.
WEEK = """
ALTER TABLE platform.tenant ADD COLUMN week_start smallint NOT NULL DEFAULT 1
    CONSTRAINT ck_tenant_week_start CHECK (week_start BETWEEN 1 AND 7);
"""

# Asked for by the web process, which may make no namespaces, and carried out by the one that may.
FOUNDING = """
CREATE TABLE platform.founding (
    id uuid CONSTRAINT pk_founding PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_founding_person_id REFERENCES platform.person,
    slug text NOT NULL,
    name text NOT NULL,
    currency text NOT NULL,
    locale text NOT NULL,
    time_zone text NOT NULL,
    week_start smallint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    tries integer NOT NULL DEFAULT 0,
    member_id uuid,
    ended_at timestamptz,
    failure text
);
CREATE UNIQUE INDEX uq_founding_slug ON platform.founding (slug) WHERE ended_at IS NULL;
CREATE INDEX ix_founding_person_id ON platform.founding (person_id);
GRANT SELECT, INSERT ON platform.founding TO kesher_web;
GRANT SELECT, UPDATE ON platform.founding TO kesher_work;
"""

# An address that nobody has proved may be said by anybody: it is unique among those that are proved. The people of
# before have no way to sign in but by proving theirs.
ADDRESSES = """
UPDATE platform.person SET verified_at = created_at WHERE verified_at IS NULL
    AND NOT EXISTS (SELECT FROM platform.passkey k WHERE k.person_id = person.id);
DROP INDEX platform.uq_person_email;
CREATE UNIQUE INDEX uq_person_email ON platform.person (lower(email)) WHERE verified_at IS NOT NULL;
CREATE INDEX ix_person_email ON platform.person (lower(email));
"""

"""A company large enough to measure on, filled by SQL: 5,000 accounts, 20,000 contacts, 20,000 deals, or as told."""

from contextlib import closing
from hashlib import md5
from typing import Final
from uuid import UUID

from sqlalchemy import Engine

from tenants import provision
from tenants.bootstrap import connect
from tenants.registry import Tenant

ACCOUNTS: Final = 5_000
#: The first fifth of the accounts has twenty contacts each the first two fifths ten deals each; those are asked.
FILL: Final = """
CREATE FUNCTION pg_temp.key(kind text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT md5(kind || number)::uuid $$;
INSERT INTO team (id, name, office) SELECT pg_temp.key('team', i), 'Team ' || i, 'Haifa' FROM generate_series(1, 4) i;
INSERT INTO member (id, name, email, role, status, locale, time_zone, team_id)
    SELECT pg_temp.key('member', i), 'Member ' || i, 'm' || i || '@bench.test',
        CASE WHEN i = 1 THEN 'OWNER' ELSE 'REP' END, 'ACTIVE', 'en', 'UTC', pg_temp.key('team', i % 4 + 1)
    FROM generate_series(1, 24) i;
INSERT INTO pipeline (id, name, is_default, position) VALUES (pg_temp.key('pipeline', 1), 'Sales', true, 0);
INSERT INTO stage (id, pipeline_id, name, kind, position)
    SELECT pg_temp.key('stage', i), pg_temp.key('pipeline', 1), 'Stage ' || i,
        CASE i WHEN 6 THEN 'WON' WHEN 7 THEN 'LOST' ELSE 'OPEN' END, i
    FROM generate_series(1, 7) i;
INSERT INTO account (id, name, industry, size, revenue, currency, country, website, phone, owner_id)
    SELECT pg_temp.key('account', i), 'Account "' || md5('a' || i) || '"', 'Retail', i, i * 1000, 'EUR', 'Israel',
        'https://a' || i || '.example', '+9723555' || lpad(i::text, 4, '0'), pg_temp.key('member', i % 24 + 1)
    FROM generate_series(1, {accounts}) i;
INSERT INTO contact (id, name, email, phone, title, account_id, owner_id, created_at)
    SELECT pg_temp.key('contact', i), 'Contact ' || md5('c' || i), 'c' || i || '@a.example',
        '+9724555' || lpad((i % 10000)::text, 4, '0'), 'Head of purchasing',
        pg_temp.key('account', i % ({accounts} / 5) + 1), pg_temp.key('member', i % 24 + 1),
        now() - i * interval '1 minute'
    FROM generate_series(1, 4 * {accounts}) i;
INSERT INTO deal (id, name, pipeline_id, stage_id, status, stage_entered_at, owner_id, account_id, amount, currency,
                  amount_estimated, opened_at, expected_close_on, closed_on, created_at)
    SELECT pg_temp.key('deal', i), 'Deal ' || md5('d' || i), pg_temp.key('pipeline', 1),
        pg_temp.key('stage', i % 7 + 1),
        CASE i % 7 + 1 WHEN 6 THEN 'WON' WHEN 7 THEN 'LOST' ELSE 'OPEN' END, now() - i * interval '1 minute',
        pg_temp.key('member', i % 24 + 1), pg_temp.key('account', i % ({accounts} * 2 / 5) + 1), i * 1.5, 'EUR', false,
        now() - i * interval '1 hour', current_date + i % 90,
        CASE WHEN i % 7 + 1 > 5 THEN current_date - i % 700 END, now() - i * interval '1 minute'
    FROM generate_series(1, 4 * {accounts}) i;
"""


def make_company(migrate: Engine, admin_url: str, *, slug: str, accounts: int = ACCOUNTS) -> Tenant:
    """A tenant with all its rows, analyzed."""
    tenant = provision.create(migrate, slug=slug, name="Bench", currency="EUR", locale="en", time_zone="UTC")
    with closing(connect(admin_url)) as admin:
        admin.autocommit = True
        with admin.cursor() as cursor:
            cursor.execute(f"SET search_path = {tenant.namespace}, ext")
            cursor.execute(FILL.format(accounts=accounts))
            for table in ("account", "contact", "deal", "member", "stage", "pipeline", "team"):
                cursor.execute(f"VACUUM ANALYZE {table}")
    return tenant


def key(kind: str, number: int) -> UUID:
    """Of the record of this number, in every company."""
    return UUID(md5(f"{kind}{number}".encode()).hexdigest())


OWNER: Final = key("member", 1)

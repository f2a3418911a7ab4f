"""Prepares a Postgres, or brings one up to date: login roles, shared namespaces, extensions, platform revisions."""

from contextlib import closing
from dataclasses import dataclass, fields
from typing import Final

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import connection as Connection  # noqa: N812 - a class, whatever its case
from psycopg2.extensions import cursor as Cursor  # noqa: N812
from sqlalchemy.engine import URL, make_url

from tenants.errors import BadDatabase, UnknownRevision
from tenants.revisions import BASE, head, render

OLDEST: Final = 150000
LOCK: Final = 7_365_686_572  # any number: two bootstraps of one database wait for each other

# Time limits and paths hang on the login role: SET ROLE does not bring the other role's settings. By default another
# page costs four times the next one, as on a turning disk: by that, fifty rows by keys are dearer than a whole table.
SETTINGS: Final = {
    "kesher_web": {"search_path": "", "statement_timeout": "5s", "lock_timeout": "3s",
                   "idle_in_transaction_session_timeout": "15s", "random_page_cost": "1.1"},
    "kesher_work": {"search_path": "", "statement_timeout": "60s", "lock_timeout": "10s",
                    "idle_in_transaction_session_timeout": "120s", "random_page_cost": "1.1"},
    "kesher_migrate": {"search_path": "", "statement_timeout": "300s", "lock_timeout": "2s",
                       "idle_in_transaction_session_timeout": "60s"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passwords:
    """One password for each login role."""

    web: str
    work: str
    migrate: str


def login_url(admin_url: str, role: str, password: str) -> str:
    """The URL of the same database for one of `kesher_web`, `kesher_work`, `kesher_migrate`."""
    url = driver_url(admin_url).set(username=role, password=password)
    return url.render_as_string(hide_password=False)


def driver_url(url: str) -> URL:
    """The URL with our driver named, whatever its short form means to SQLAlchemy."""
    return make_url(url).set(drivername="postgresql+psycopg2")


def connect(url: str) -> Connection:
    """A bare connection outside any pool."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg2.connect(plain, application_name="kesher")


def bootstrap(admin_url: str, passwords: Passwords) -> None:
    """Idempotent, and quick when there is nothing to do. `admin_url` needs CREATEROLE and CREATE on the database."""
    with closing(connect(admin_url)) as admin:
        _check(admin)
        with admin, admin.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            _roles(cursor, passwords)
            _namespaces(cursor)
    _passwords(admin_url, passwords)
    with closing(connect(login_url(admin_url, "kesher_migrate", passwords.migrate))) as owner:
        upgrade_platform(owner)


def upgrade_platform(owner: Connection) -> None:
    """Applies the platform revisions that the database lacks, in one transaction."""
    with owner, owner.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        cursor.execute("CREATE TABLE IF NOT EXISTS platform.alembic_version (version_num text PRIMARY KEY)")
        cursor.execute("SELECT version_num FROM platform.alembic_version")
        found = cursor.fetchone()
        current, target = found[0] if found else BASE, head("platform")
        if current == target:
            return
        if current != BASE and current > target:
            raise UnknownRevision(
                f"The database stands at platform revision {current}, this code at {target}: update it."
            )
        cursor.execute(render("platform", current, target))
        cursor.execute("DELETE FROM platform.alembic_version")
        cursor.execute("INSERT INTO platform.alembic_version VALUES (%s)", (target,))


def _check(admin: Connection) -> None:
    if admin.server_version < OLDEST:
        raise BadDatabase(f"PostgreSQL 15 or newer is needed; this one is {admin.server_version // 10000}.")
    with admin, admin.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_encoding') = 'UTF8'")
        if fit := cursor.fetchone() == (True,):
            cursor.execute("SELECT lower('\u00c9\u0416') = '\u00e9\u0436'")
            fit = cursor.fetchone() == (True,)
    if not fit:
        raise BadDatabase(
            "The database must have the encoding UTF8 and a UTF-8 locale: CREATE DATABASE … LOCALE 'C.UTF-8'."
        )


def _roles(cursor: Cursor, passwords: Passwords) -> None:
    """NOINHERIT stands before any grant: with it a login role has nothing of a tenant's until it takes its role."""
    for name in (field.name for field in fields(passwords)):
        role = f"kesher_{name}"
        cursor.execute("SELECT rolconfig FROM pg_catalog.pg_roles WHERE rolname = %s", (role,))
        found = cursor.fetchone()
        if found is None:
            extra = sql.SQL("CREATEROLE" if name == "migrate" else "")
            create = sql.SQL("CREATE ROLE {} LOGIN NOINHERIT {} PASSWORD {}")
            cursor.execute(create.format(sql.Identifier(role), extra, sql.Literal(getattr(passwords, name))))
        present = set((found and found[0]) or ())
        for setting, value in SETTINGS[role].items():
            if f"{setting}={value}" not in present and f'{setting}="{value}"' not in present:
                alter = sql.SQL("ALTER ROLE {} SET {} = {}")
                cursor.execute(alter.format(sql.Identifier(role), sql.Identifier(setting), sql.Literal(value)))


def _namespaces(cursor: Cursor) -> None:
    cursor.execute(
        "SELECT count(*) = 4 FROM pg_catalog.pg_namespace WHERE nspname IN ('ext','platform','fleet','jobs')"
    )
    if cursor.fetchone() == (True,):
        return
    cursor.execute("SELECT current_database(), rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user")
    database, almighty = cursor.fetchone() or ("", False)
    if not almighty:
        cursor.execute("GRANT kesher_migrate TO CURRENT_USER")
    name = sql.Identifier(database)
    cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    cursor.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO kesher_web, kesher_work, kesher_migrate").format(name))
    cursor.execute(sql.SQL("GRANT CREATE ON DATABASE {} TO kesher_migrate").format(name))
    cursor.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    for namespace in ("ext", "platform", "fleet", "jobs"):
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {namespace} AUTHORIZATION kesher_migrate")
    cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA ext")


def _passwords(admin_url: str, passwords: Passwords) -> None:
    """The roles belong to the server and may be older than our secrets: give them the present passwords."""
    for name in (field.name for field in fields(passwords)):
        role, password = f"kesher_{name}", getattr(passwords, name)
        try:
            connect(login_url(admin_url, role, password)).close()
        except psycopg2.OperationalError:
            with closing(connect(admin_url)) as admin, admin, admin.cursor() as cursor:
                alter = sql.SQL("ALTER ROLE {} PASSWORD {}")
                cursor.execute(alter.format(sql.Identifier(role), sql.Literal(password)))

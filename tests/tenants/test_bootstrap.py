"""Preparing a Postgres: again and again, with lost secrets, and refused where it cannot work."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from saas.local.postgres import Postgres
from tenants.bootstrap import Passwords, bootstrap, connect, login_url
from tenants.errors import BadDatabase, UnknownRevision

ONE = Passwords("web", "work", "migrate")
OTHER = Passwords("web2", "work2", "migrate2")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of this file's own: roles belong to the whole server."""
    server = Postgres(Path(tmp_path_factory.mktemp("own")), settings={"fsync": "off", "shared_buffers": "16MB"})
    yield server.start()
    server.stop()


def rows(url: str, sql: str) -> list[tuple[object, ...]]:
    with closing(connect(url)) as admin, admin.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def run(url: str, sql: str) -> None:
    with closing(connect(url)) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        cursor.execute(sql)


def test_again_changes_nothing(url: str) -> None:
    sql = """
        SELECT nspname, xmin::text FROM pg_namespace
        UNION ALL SELECT rolname, s.xmin::text FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = setrole
        UNION ALL SELECT rolname, xmin::text FROM pg_authid
        UNION ALL SELECT version_num, xmin::text FROM platform.alembic_version ORDER BY 1
    """
    bootstrap(url, ONE)
    before = rows(url, sql)
    bootstrap(url, ONE)
    assert rows(url, sql) == before


def test_new_secrets_take_the_place_of_lost_ones(url: str) -> None:
    bootstrap(url, ONE)
    bootstrap(url, OTHER)
    connect(login_url(url, "kesher_web", OTHER.web)).close()
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        connect(login_url(url, "kesher_web", ONE.web))


def test_a_second_database_of_the_server(url: str) -> None:
    bootstrap(url, ONE)
    run(url, "CREATE DATABASE second TEMPLATE template0")
    second = urlsplit(url)._replace(path="/second").geturl()
    bootstrap(second, ONE)
    assert rows(second, "SELECT ext.fold('É'), count(*) FROM platform.tenant") == [("e", 0)]


def test_a_database_that_cannot_fold_is_refused(url: str) -> None:
    run(url, "CREATE DATABASE narrow TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
    narrow = urlsplit(url)._replace(path="/narrow").geturl()
    with pytest.raises(BadDatabase, match="encoding UTF8 and a UTF-8 locale"):
        bootstrap(narrow, ONE)
    assert rows(narrow, "SELECT nspname FROM pg_namespace WHERE nspname = 'platform'") == []


def test_a_database_from_the_future_is_refused(url: str) -> None:
    bootstrap(url, ONE)
    run(url, "UPDATE platform.alembic_version SET version_num = '9999'")
    with pytest.raises(UnknownRevision, match="stands at platform revision 9999"):
        bootstrap(url, ONE)
    run(url, "UPDATE platform.alembic_version SET version_num = '0001'")

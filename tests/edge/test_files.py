"""The client's files, health, and what every answer carries."""

import base64
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, text

from saas.core.clock import Clock
from saas.core.rights import Role
from saas.identity.credentials import COOKIE
from saas.identity.sessions import open_session
from saas.settings import BadSetting, Mode, Settings, passwords, read_settings, secret_key
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.edge.conftest import Site, host_of
from tests.identity.make import make_member

PAGE = {"accept": "text/html"}
GUID = "8d3c1f7e-1111-4222-8333-abcdefabcdef"


@pytest.fixture
def cookie(web_engine: Engine, lanes: Lanes, tenant: Tenant) -> dict[str, str]:
    member: UUID = make_member(lanes, tenant, Role.OWNER)
    return {"cookie": f"{COOKIE}={open_session(web_engine, tenant, member, clock=Clock())}"}


def test_hashed_files_are_kept_for_ever_and_packed(site: Site) -> None:
    answer = site.ask("GET", "/assets/main-abc123.js", headers={"accept-encoding": "gzip"})
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "application/javascript; charset=utf-8"
    assert answer.text.startswith("console.log")
    again = site.ask("GET", "/assets/main-abc123.js", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_page_is_asked_for_each_time_and_names_its_own_script(
    site: Site, tenant: Tenant, cookie: dict[str, str]
) -> None:
    for path in ("/", "/deals", "/deals/some-id?tab=1"):
        page = site.ask("GET", path, host=host_of(tenant), headers={**PAGE, **cookie})
        assert page.headers["cache-control"] == "no-cache"
        script = base64.b64encode(hashlib.sha256(b"var a = 1").digest()).decode()
        assert f"script-src 'self' 'sha256-{script}';" in page.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_a_new_build_is_seen(site: Site, tenant: Tenant, cookie: dict[str, str], client_folder: Path) -> None:
    assert "new" not in site.ask("GET", "/", host=host_of(tenant), headers={**PAGE, **cookie}).text
    (client_folder / "index.html").write_text("<p>new</p>")
    assert "new" in site.ask("GET", "/", host=host_of(tenant), headers={**PAGE, **cookie}).text


@pytest.mark.parametrize(
    "path",
    [
        "/assets/none.js", "/../secret.txt", "/assets/..%2f..%2fsecret.txt", "/none.png", "/deals", "/%00", "/%ff",
        "/index.html", "/assets/..%2findex.html", "/assets/%2e/main-abc123.js", "//assets/main-abc123.js",
        "/assets/%2e%2e/assets/main-abc123.js", "/.stamp", f"/{'a' * 5000}", f"/{'a/' * 2000}",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(site: Site, tenant: Tenant, cookie: dict[str, str], path: str) -> None:
    answer = site.ask("GET", path, host=host_of(tenant), headers={**cookie, "accept": "*/*"})
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (404, "NOT_FOUND")


def test_before_the_client_is_built_the_page_says_so(
    make_site: Callable[..., Site], tenant: Tenant, cookie: dict[str, str], tmp_path: Path
) -> None:
    site = make_site(client=tmp_path / "none")
    page = site.ask("GET", "/", host=host_of(tenant), headers={**PAGE, **cookie})
    assert (page.status_code, "bin/up" in page.text) == (503, True)


def test_a_bug_beside_the_graph_is_masked_and_logged_once(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError("a secret of the house")

    monkeypatch.setattr("saas.edge.client.Client.file", broken)
    answer = site.ask("GET", "/icon.svg")
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"]) == (500, "INTERNAL")
    assert "secret" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"
    number = error["extensions"]["requestId"]
    assert [record.getMessage() for record in caplog.records] == [f"request {number} failed: GET /icon.svg"]


def test_every_answer_is_secured_and_numbered(site: Site, tenant: Tenant) -> None:
    numbers = set()
    for path in ("/", "/icon.svg", "/healthz", "/none", "/sign-in", "/graphql"):
        answer = site.ask("GET", path, host=host_of(tenant), headers=PAGE)
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["x-frame-options"] == "DENY", path
        numbers.add(answer.headers["x-request-id"])
    assert len(numbers) == 6


def test_health_tells_each_part_and_the_worker_is_not_fatal(site: Site, database_clock: Callable[[str], None]) -> None:
    answer = site.ask("GET", "/healthz")
    assert answer.status_code == 200
    assert answer.json()["parts"] == {
        "web": {"state": "up"},
        "database": {"state": "up"},
        "worker": {"state": "never seen"},
    }
    assert set(answer.json()) == {"status", "version", "parts"}
    for ago, state in (("1 second", "up"), ("1 minute", "down")):
        database_clock(ago)
        answer = site.ask("GET", "/healthz")
        assert (answer.status_code, answer.json()["parts"]["worker"]["state"]) == (200, state)


@pytest.fixture
def database_clock(migrate_engine: Engine) -> Callable[[str], None]:
    """Writes a heartbeat of so long ago."""

    def clear() -> None:
        with migrate_engine.begin() as connection:
            connection.execute(text("DELETE FROM platform.heartbeat"))

    def beat(ago: str) -> None:
        clear()
        with migrate_engine.begin() as connection:
            connection.execute(
                text("INSERT INTO platform.heartbeat VALUES ('worker', now() - CAST(:ago AS interval), '1')"),
                {"ago": ago},
            )

    clear()
    return beat


def test_without_a_database_health_is_down(make_site: Callable[..., Site]) -> None:
    site = make_site(web_url="postgresql://kesher_web:x@127.0.0.1:1/none")
    answer = site.ask("GET", "/healthz")
    assert (answer.status_code, answer.json()["parts"]["database"]) == (503, {"state": "down"})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("KESHER_MODE", "production"), ("KESHER_PORT", "0"), ("KESHER_PORT", "x"), ("KESHER_PORT", "70000"),
        ("KESHER_LANES", "-1"), ("DATABASE_URL", "mysql://x"), ("KESHER_WEB_DATABASE_URL", "x"),
        ("KESHER_SECRET_KEY", "x" * 31), ("KESHER_OIDC_MICROSOFT_TENANT", "acme.onmicrosoft.com"),
    ],
)  # fmt: skip
def test_a_wrong_variable_is_named(variable: str, value: str) -> None:
    with pytest.raises(BadSetting, match=variable):
        read_settings({variable: value})


@pytest.mark.parametrize("issuer", ["", "http://id.acme.test", "id.acme.test", "ftp://id.acme.test"])
def test_an_issuer_without_tls_is_named(issuer: str) -> None:
    with pytest.raises(BadSetting, match="KESHER_OIDC_ISSUER"):
        read_settings({"KESHER_OIDC_CLIENT_ID": "kesher", "KESHER_OIDC_ISSUER": issuer})


def test_providers_stand_in_the_order_of_their_buttons() -> None:
    known = read_settings(
        {
            "KESHER_OIDC_ISSUER": "https://id.acme.test", "KESHER_OIDC_CLIENT_ID": "c", "KESHER_OIDC_NAME": "Acme ID",
            "KESHER_OIDC_MICROSOFT_CLIENT_ID": "m", "KESHER_OIDC_GOOGLE_CLIENT_ID": "g",
            "KESHER_OIDC_GOOGLE_CLIENT_SECRET": "never shown",
        }
    ).oidc  # fmt: skip
    assert [(one.key, one.name, one.issuer, one.vouches) for one in known] == [
        ("google", "Google", "https://accounts.google.com", False),
        ("microsoft", "Microsoft", "https://login.microsoftonline.com/common/v2.0", False),
        ("oidc", "Acme ID", "https://id.acme.test", False),
    ]
    assert "never shown" not in repr(known)


def test_one_organisation_of_microsoft_vouches_for_its_people() -> None:
    said = {"KESHER_OIDC_MICROSOFT_CLIENT_ID": "m", "KESHER_OIDC_MICROSOFT_TENANT": GUID}
    assert [one.vouches for one in read_settings(said).oidc] == [True]


def test_settings_have_safe_defaults() -> None:
    plain = read_settings({})
    assert (plain.mode, plain.host, plain.port, plain.loopback) == (Mode.SERVER, "127.0.0.1", 8000, True)
    assert read_settings({"KESHER_HOST": "0.0.0.0"}).loopback is False


def test_secrets_are_made_once_and_for_ones_own_eyes(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    assert passwords(settings) == passwords(settings)
    assert (tmp_path / "home" / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secrets.json"]
    assert secret_key(settings) == secret_key(settings)
    assert (tmp_path / "home" / "secret.key").stat().st_mode & 0o777 == 0o600
    assert secret_key(Settings(secret_key="k" * 32)) == b"k" * 32


def test_the_icon_that_browsers_ask_for_by_themselves_is_ours(site: Site) -> None:
    answer = site.ask("GET", "/favicon.ico")
    assert (answer.status_code, answer.text) == (200, site.ask("GET", "/icon.svg").text)


def test_a_company_is_installed_by_its_own_name(site: Site, tenant: Tenant) -> None:
    answer = site.ask("GET", "/manifest.webmanifest", host=host_of(tenant))
    assert answer.headers["content-type"] == "application/manifest+json; charset=utf-8"
    said = answer.json()
    assert (said["name"], said["lang"], said["dir"]) == (tenant.name, tenant.locale, "ltr")
    assert [one["sizes"] for one in said["icons"]] == ["any", "192x192", "512x512", "512x512"]
    assert site.ask("GET", "/manifest.webmanifest", host="nobody-here.localhost:8000").status_code == 404


def test_the_worker_is_asked_for_each_time(site: Site, client_folder: Path) -> None:
    for text_ in ("const FILES = []", "const FILES = ['/assets/main-abc123.js']"):
        (client_folder / "sw.js").write_text(text_)
        os.utime(client_folder / "index.html", ns=(len(text_), len(text_)))
        answer = site.ask("GET", "/sw.js")
        assert (answer.text, answer.headers["cache-control"]) == (text_, "no-cache")
        assert answer.headers["content-type"] == "application/javascript; charset=utf-8"

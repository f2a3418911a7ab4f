"""`kesher tenant` and `kesher token`: what they make, what they say, what they refuse."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select, text
from typer.testing import CliRunner, Result

from saas.cli import app
from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.recognition import Recognition
from saas.members.model import Member, MemberStatus
from saas.pipelines.model import Pipeline, Stage
from tenants.engine import Lanes
from tenants.platform import membership
from tenants.registry import Directory
from tests.conftest import Database

Kesher = Callable[..., Result]


@pytest.fixture
def kesher(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kesher:
    monkeypatch.setenv("KESHER_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", database.admin_url)
    for name, url in (("WEB", database.web_url), ("WORK", database.work_url), ("MIGRATE", database.migrate_url)):
        monkeypatch.setenv(f"KESHER_{name}_DATABASE_URL", url)

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, words)

    return run


@pytest.fixture
def slug() -> str:
    return f"acme-{uuid4().hex[:8]}"


def test_a_company_is_made_with_its_owner_and_a_pipeline(
    kesher: Kesher, slug: str, directory: Directory, lanes: Lanes, web_engine: Engine
) -> None:
    words = (
        "tenant",
        "create",
        slug,
        "--owner",
        "Dana.Levi@acme.test",
        "--name",
        "Acme Ltd",
        "--currency",
        "ILS",
        "--locale",
        "he",
    )
    made = kesher(*words)
    assert (made.exit_code, made.stdout) == (0, f"Acme Ltd is there: http://{slug}.localhost:8000\n")
    tenant = directory.find_by_slug(slug)
    assert tenant is not None
    assert (tenant.name, tenant.currency, tenant.locale) == ("Acme Ltd", "ILS", "he")
    again = kesher(*words)
    assert (again.exit_code, again.stdout) == (0, f"Acme Ltd was there: http://{slug}.localhost:8000\n")
    with Opener(lanes, tenant, system("test"))() as work:
        (owner,) = work.all(select(Member))
        assert (owner.name, owner.email, owner.role) == ("Dana Levi", "dana.levi@acme.test", Role.OWNER)
        assert (owner.status, owner.locale) == (MemberStatus.ACTIVE, "he")
        assert [pipeline.is_default for pipeline in work.all(select(Pipeline))] == [True]
        assert {stage.kind for stage in work.all(select(Stage))} == {"OPEN", "WON", "LOST"}
    with web_engine.connect() as connection:
        rows = connection.execute(select(membership.c.member_id).where(membership.c.tenant_id == tenant.id)).all()
    assert rows == [(owner.id,)]
    assert slug in kesher("tenant", "list").stdout


def test_the_company_of_others_is_not_joined(
    kesher: Kesher, slug: str, directory: Directory, lanes: Lanes, web_engine: Engine
) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test")
    refused = kesher("tenant", "create", slug, "--owner", "else@acme.test")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"kesher: '{slug}' is taken; choose another address.\n"
    tenant = directory.find_by_slug(slug)
    assert tenant is not None
    with Opener(lanes, tenant, system("test"))() as work:
        assert [member.email for member in work.all(select(Member))] == ["dana@acme.test"]
    with web_engine.connect() as connection:
        assert len(connection.execute(select(membership.c.id).where(membership.c.tenant_id == tenant.id)).all()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("BAD_SLUG", "--owner", "a@b.test"), ("a", "--owner", "a@b.test"), ("admin", "--owner", "a@b.test"),
        ("fine", "--owner", "nobody"), ("fine", "--owner", "a@b.test", "--currency", "euro"),
        ("fine", "--owner", "a@b.test", "--currency", "XXY"),
        ("fine", "--owner", "a@b.test", "--locale", "fr"), ("fine", "--owner", "a@b.test", "--time-zone", "Mars/Base"),
    ],
)  # fmt: skip
def test_a_company_that_cannot_be_is_refused_in_a_sentence(
    kesher: Kesher, directory: Directory, words: tuple[str, ...]
) -> None:
    before = directory.list()
    refused = kesher("tenant", "create", *words)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("kesher: ")
    assert refused.stderr.count("\n") == 1
    assert directory.list() == before


def test_a_token_is_printed_alone_and_works(
    kesher: Kesher, slug: str, web_engine: Engine, lanes: Lanes, directory: Directory
) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test")
    made = kesher("token", "create", "--tenant", slug, "--member", "DANA@acme.test")
    token = made.stdout.rstrip("\n")
    assert (made.exit_code, made.stderr, token.split()) == (0, "", [token])
    known = Recognition(web_engine, lanes, directory, clock=Clock()).recognise(token, session=False)
    assert known is not None
    assert (known.tenant.slug, known.someone.email) == (slug, "dana@acme.test")


def test_a_token_for_nobody_is_refused(kesher: Kesher, slug: str) -> None:
    refused = kesher("token", "create", "--tenant", slug, "--member", "dana@acme.test")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.strip().endswith(f"kesher tenant create {slug} --owner EMAIL")
    kesher("tenant", "create", slug, "--owner", "dana@acme.test")
    refused = kesher("token", "create", "--tenant", slug, "--member", "else@acme.test")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"kesher: {slug} has no member else@acme.test.\n"


def test_a_database_that_does_not_answer_is_said_so(kesher: Kesher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://postgres@127.0.0.1:1/none")
    refused = kesher("tenant", "list")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("kesher: The database does not answer: ")


def test_the_graph_is_printed(kesher: Kesher) -> None:
    assert "type Query {" in kesher("graph").stdout


def test_a_company_is_suspended_and_resumed_with_a_reason(kesher: Kesher, slug: str, directory: Directory) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test", "--name", "Acme Ltd")
    assert kesher("tenant", "suspend", slug).exit_code == 2
    done = kesher("tenant", "suspend", slug, "--reason", "Unpaid")
    assert (done.exit_code, done.stdout) == (0, "Acme Ltd is suspended.\n")
    said = kesher("tenant", "status", slug).stdout
    for expected in (f"Acme Ltd ({slug})", "suspended", "the head", "Unpaid", "none yet", "unknown"):
        assert expected in said
    assert kesher("tenant", "suspend", slug, "--reason", "Unpaid").stdout == "Acme Ltd was suspended already.\n"
    assert kesher("tenant", "resume", slug, "--reason", "Paid").stdout == "Acme Ltd is at work again.\n"
    assert "at work" in kesher("tenant", "resume", slug, "--reason", "Paid").stdout


def test_a_company_is_deleted_restored_and_at_last_gone(kesher: Kesher, slug: str, directory: Directory) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test", "--name", "Acme Ltd")
    refused = kesher("tenant", "delete", slug, "--reason", "Over", "--grace", "soon")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Say the grace in days or hours" in refused.stderr
    assert "Acme Ltd is deleted; its data stay until" in kesher("tenant", "delete", slug, "--reason", "Over").stdout
    assert "was already deleted" in kesher("tenant", "delete", slug, "--reason", "Over").stdout
    assert "deleting, can be restored until" in kesher("tenant", "status", slug).stdout
    assert kesher("tenant", "restore", slug, "--reason", "Not yet").stdout == "Acme Ltd is back, active.\n"
    kesher("tenant", "delete", slug, "--reason", "Over", "--grace", "0d")
    assert kesher("tenant", "purge").stdout == "1 purged.\n"
    assert directory.find_by_slug(slug) is None


def test_the_standing_of_nobody(kesher: Kesher) -> None:
    said = kesher("tenant", "status", "nobody")
    assert said.exit_code == 1
    assert "There is no company 'nobody'" in said.stderr


def test_a_company_is_exported_and_imported(kesher: Kesher, slug: str, directory: Directory, tmp_path: Path) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test", "--name", "Acme Ltd")
    out = tmp_path / "acme.kesher"
    done = kesher("tenant", "export", slug, "--reason", "A copy", "--to", str(out))
    assert (done.exit_code, done.stdout[: len(str(out)) + 1]) == (0, f"{out}:")
    assert "There is no file" in kesher("tenant", "import", str(tmp_path / "no.kesher"), "--reason", "A copy").stderr
    taken = kesher("tenant", "import", str(out), "--reason", "A copy")
    assert taken.exit_code == 1
    assert "is taken" in taken.stderr
    made = kesher("tenant", "import", str(out), "--reason", "A copy", "--slug", f"{slug}-2")
    assert (made.exit_code, made.stdout) == (0, f"Acme Ltd is there: http://{slug}-2.localhost:8000\n")
    assert directory.find_by_slug(f"{slug}-2") is not None


def test_every_company_is_backed_up_and_one_restored(
    kesher: Kesher, slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test", "--name", "Acme Ltd")
    assert "KESHER_BACKUPS" in kesher("backup").stderr
    places = [(tmp_path / name).as_uri() for name in ("here", "there")]
    words = ("--to", places[0], "--to", places[1], "--company", slug)
    assert "KESHER_SECRET_KEY" in kesher("backup", *words).stderr
    monkeypatch.setenv("KESHER_SECRET_KEY", "s" * 40)
    done = kesher("backup", *words, "--drill")
    assert done.exit_code == 0, done.stderr
    assert "1 of 1 companies" in done.stdout
    assert "was restored, compared and taken away" in done.stdout
    [sealed] = (tmp_path / "there").rglob("*.kesher")
    made = kesher("tenant", "import", str(sealed), "--reason", "The machine is gone", "--slug", f"{slug}-2")
    assert (made.exit_code, made.stdout) == (0, f"Acme Ltd is there: http://{slug}-2.localhost:8000\n")
    monkeypatch.setenv("KESHER_SECRET_KEY", "t" * 40)
    other = kesher("tenant", "import", str(sealed), "--reason", "The machine is gone", "--slug", f"{slug}-3")
    assert "another KESHER_SECRET_KEY" in other.stderr
    assert "places: 2" in kesher("tenant", "status", slug).stdout


def test_a_company_that_was_changed_past_the_revisions_is_named(
    kesher: Kesher, slug: str, directory: Directory, migrate_engine: Engine
) -> None:
    kesher("tenant", "create", slug, "--owner", "dana@acme.test")
    sound = kesher("fleet", "drift", "--company", slug)
    assert (sound.exit_code, sound.stdout) == (0, "1 compared, 0 differ, 0 at hand elsewhere.\n")
    tenant = directory.find_by_slug(slug)
    assert tenant is not None
    with migrate_engine.begin() as connection:
        connection.execute(text(f"DROP INDEX {tenant.namespace}.ix_stage_order"))
    found = kesher("fleet", "drift", "--company", slug)
    told = f"{slug} is not what revision {tenant.version} says:\n  index ix_stage_order is missing\n"
    assert (found.exit_code, found.stdout) == (1, f"{told}1 compared, 1 differ, 0 at hand elsewhere.\n")
    assert "Drift: index ix_stage_order is missing" in kesher("tenant", "status", slug).stdout
    assert f"{tenant.version}, the head" in kesher("fleet", "status", "--watch").stdout


def test_an_admin_is_granted_led_in_and_revoked(kesher: Kesher, slug: str) -> None:
    email = f"{slug}@kesher.test"
    assert kesher("admin", "grant", email).exit_code == 2, "not without a reason"
    assert kesher("admin", "link", email).exit_code == 1
    granted = kesher("admin", "grant", email.upper(), "--reason", "Runs the platform")
    assert granted.exit_code == 0, granted.output
    assert "is a platform admin" in granted.stdout
    assert "http://login.localhost:8000/console/link?secret=" in granted.stdout, "who has no way in gets one"
    assert "already" in kesher("admin", "grant", email, "--reason", "Again").stdout
    listed = kesher("admin", "list").stdout
    assert email in listed
    assert "Runs the platform" in listed
    assert "no platform admin any more" in kesher("admin", "revoke", email, "--reason", "Has left").stdout
    assert "Has left" in kesher("admin", "list").stdout

"""Backups in two places: sealed, read back, kept for a while, and proven by restoring one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import pytest
from obstore.store import ObjectStore
from sqlalchemy import text

from saas.core.errors import NotFound, Unavailable
from saas.core.work import Opener
from saas.files.gateway import objects_at, store_of
from saas.operations import archive, arrival, backups, leftovers
from saas.operations.arrival import Arrival, import_company
from saas.operations.backups import Vault, back_up, drill, fetch
from saas.operations.packing import unpacked
from saas.operations.sealing import PIECE, is_sealed, seal, unseal
from tenants.errors import BadArchive
from tenants.placement import HOME
from tenants.registry import Tenant
from tests.conftest import make_tenant
from tests.operations.conftest import Scene

SECRET = b"s" * 40
UNREACHED = "s3://key:secret@backups?endpoint=http://127.0.0.1:1"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault([(tmp_path / name).as_uri() for name in ("here", "there")], lambda: SECRET)


def kept(tmp_path: Path, name: str) -> list[Path]:
    return sorted((tmp_path / name).rglob("*.kesher"))


def test_a_backup_lies_sealed_in_both_places(scene: Scene, vault: Vault, tmp_path: Path) -> None:
    [done] = back_up(scene.errand, vault, [scene.company])
    assert done.failure is None
    [here], [there] = kept(tmp_path, "here"), kept(tmp_path, "there")
    assert here.read_bytes() == there.read_bytes()
    assert here.stat().st_size == done.size
    assert is_sealed(here)
    assert scene.company.name.encode() not in here.read_bytes()


def test_it_is_restored_from_either(scene: Scene, vault: Vault, tmp_path: Path) -> None:
    list(back_up(scene.errand, vault, [scene.company]))
    plain = tmp_path / "plain"
    unseal(kept(tmp_path, "there")[0], plain, SECRET)
    made = import_company(scene.errand, plain, Arrival(f"again-{uuid4().hex[:10]}"))
    before, after = scene.sheets(scene.company, tmp_path / "before"), scene.sheets(made, tmp_path / "after")
    assert before["deal"] == after["deal"]


def test_a_drill_restores_compares_and_leaves_nothing(scene: Scene, vault: Vault) -> None:
    list(back_up(scene.errand, vault, [scene.company]))
    count = text("SELECT (SELECT count(*) FROM platform.tenant), (SELECT count(*) FROM pg_namespace), "
                 "(SELECT count(*) FROM fleet.version)")  # fmt: skip
    with scene.errand.migrate.connect() as connection:
        before = connection.execute(count).one()
    assert drill(scene.errand, vault, scene.company) is not None
    with scene.errand.migrate.connect() as connection:
        assert connection.execute(count).one() == before


def test_a_drill_takes_away_what_one_that_was_killed_has_left(scene: Scene, vault: Vault, tmp_path: Path) -> None:
    list(back_up(scene.errand, vault, [scene.company]))
    plain = tmp_path / "plain"
    unseal(kept(tmp_path, "here")[0], plain, SECRET)
    with unpacked(plain) as (manifest, packed):
        wanted: dict[str, object] = {**manifest.settings, "cell": HOME, "slug": f"drill-{uuid4().hex[:12]}"}
        left = arrival._prepare(scene.errand, wanted, manifest, Arrival())
        arrival._restore(scene.errand, left, manifest, packed)
    store = store_of(scene.errand.opener(left).outside.files_url, left.namespace)
    [file] = archive.files_of(scene.errand.opener(left))

    def there() -> list[bool]:
        sql = """SELECT FROM platform.tenant WHERE namespace = :name UNION ALL SELECT FROM pg_namespace
            WHERE nspname = :name UNION ALL SELECT FROM pg_roles WHERE rolname = :name"""
        with scene.errand.migrate.connect() as connection:
            rows = connection.execute(text(sql), {"name": left.namespace}).all()
        return [True for _ in rows] + [True] * store.has(store.key(file.digest))

    with scene.errand.migrate.begin() as another:
        another.execute(leftovers._AT_WORK)
        drill(scene.errand, vault, scene.company)
        assert len(there()) == 4  # it may be the other's
    drill(scene.errand, vault, scene.company)
    assert there() == []


def test_a_drill_finds_what_is_missing_or_changed(scene: Scene, vault: Vault, tmp_path: Path) -> None:
    list(back_up(scene.errand, vault, [scene.company]))
    [there] = kept(tmp_path, "there")
    content = bytearray(there.read_bytes())
    content[len(content) // 2] ^= 1
    there.write_bytes(content)
    with pytest.raises(BadArchive, match="cannot be opened"):
        drill(scene.errand, vault, scene.company)
    there.unlink()
    with pytest.raises(BadArchive, match="no backup"):
        drill(scene.errand, vault, scene.company)


def test_one_that_fails_stops_no_other(scene: Scene, vault: Vault, tmp_path: Path) -> None:
    gone = replace(scene.company, slug="gone")

    def opener(company: Tenant) -> Opener:
        if company.slug == "gone":
            raise OSError("the store is away")
        return scene.errand.opener(company)

    first, second = back_up(replace(scene.errand, opener=opener), vault, [gone, scene.company])
    assert (first.company, first.failure) == (gone, "the store is away")
    assert (second.company, second.failure) == (scene.company, None)
    assert len(kept(tmp_path, "here")) == 1


def test_one_that_cannot_be_read_stops_no_other(scene: Scene, vault: Vault) -> None:
    other = make_tenant(scene.errand.migrate, f"co-{uuid4().hex[:10]}")
    with scene.errand.migrate.begin() as connection:
        connection.execute(text(f"REVOKE SELECT ON {scene.company.namespace}.account FROM CURRENT_USER"))
    try:
        first, second = back_up(scene.errand, vault, [scene.company, other])
    finally:
        with scene.errand.migrate.begin() as connection:
            connection.execute(text(f"GRANT SELECT ON {scene.company.namespace}.account TO CURRENT_USER"))
    assert (first.company, first.failure) == (scene.company, "permission denied for table account")
    assert (second.company, second.failure) == (other, None)


def test_the_latest_are_kept(scene: Scene, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "KEPT", 2)
    monkeypatch.setattr(backups, "_NAME", "%Y-%m-%dT%H%M%S.%fZ.kesher")
    names = list[str]()
    for _ in range(3):
        list(back_up(scene.errand, vault, [scene.company]))
        names.append(kept(tmp_path, "here")[-1].name)
    assert [path.name for path in kept(tmp_path, "there")] == names[1:]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_is_sealed_is_opened_by_its_secret_alone(tmp_path: Path, size: int) -> None:
    plain, sealed, again = tmp_path / "plain", tmp_path / "sealed", tmp_path / "again"
    plain.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    seal(plain, sealed, SECRET)
    unseal(sealed, again, SECRET)
    assert again.read_bytes() == plain.read_bytes()
    with pytest.raises(BadArchive):
        unseal(sealed, again, b"t" * 40)


@pytest.mark.parametrize("cut", [0, 10, 40, 60, PIECE + 55, 2 * PIECE + 71])
def test_a_cut_off_end_is_noticed(tmp_path: Path, cut: int) -> None:
    """Also where it is cut between two pieces."""
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(b"y" * (3 * PIECE))
    seal(plain, sealed, SECRET)
    sealed.write_bytes(sealed.read_bytes()[:cut])
    with pytest.raises(BadArchive):
        unseal(sealed, tmp_path / "again", SECRET)


def test_pieces_do_not_change_places(tmp_path: Path) -> None:
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(b"a" * PIECE + b"b" * PIECE + b"c")
    seal(plain, sealed, SECRET)
    content, step = sealed.read_bytes(), PIECE + 16
    head, first, second, rest = content[:39], content[39:][:step], content[39 + step :][:step], content[39 + 2 * step :]
    sealed.write_bytes(head + second + first + rest)
    with pytest.raises(BadArchive):
        unseal(sealed, tmp_path / "again", SECRET)


class Fading(Vault):
    """Its places are asked once, and not reached after that."""

    def stores(self) -> list[ObjectStore]:
        return super().stores() if not list(kept_in(self)) else [objects_at(UNREACHED)]


def kept_in(vault: Vault) -> Iterator[Path]:
    return (one for place in vault.places for one in Path(unquote(urlsplit(place).path)).rglob("*.kesher"))


def test_one_whose_backups_cannot_be_listed_stops_no_other(scene: Scene, vault: Vault) -> None:
    fading = Fading(vault.places, vault.secret)
    first, second = back_up(scene.errand, fading, [scene.company, scene.company])
    assert first.failure is not None
    assert second.failure is not None
    assert "127.0.0.1" in first.failure


def test_it_is_fetched_from_whichever_place_is_reached(scene: Scene, vault: Vault, tmp_path: Path) -> None:
    list(back_up(scene.errand, vault, [scene.company]))
    [there] = kept(tmp_path, "there")
    taken_at = datetime.strptime(there.name, "%Y-%m-%dT%H%M%SZ.kesher").replace(tzinfo=UTC)
    into = tmp_path / "fetched"
    fetch(Vault([UNREACHED, vault.places[1]], vault.secret), scene.company, taken_at, into)
    assert into.read_bytes() == there.read_bytes()
    with pytest.raises(Unavailable, match="BACKUPS_UNREACHABLE"):
        fetch(Vault([UNREACHED, (tmp_path / "empty").as_uri()], vault.secret), scene.company, taken_at, into)
    with pytest.raises(NotFound, match="NO_BACKUP"):
        fetch(vault, scene.company, taken_at - timedelta(days=1), into)

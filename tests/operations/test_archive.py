"""A company as one file, and a company of it: every row, every file, and who may enter."""

import gzip
import io
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from saas.core.audit import AuditEntry
from saas.core.errors import Invalid
from saas.files.gateway import store_of
from saas.files.model import StoredFile
from saas.operations import archive as archives
from saas.operations.actions import Reason
from saas.operations.archive import export_company
from saas.operations.arrival import Arrival, clear_away, import_company
from saas.operations.packing import MANIFEST, copy, unpacked
from saas.operations.queries import list_operations
from tenants import provision
from tenants.errors import BadArchive, SlugTaken
from tenants.placement import HOME
from tenants.platform import membership
from tenants.revisions import head
from tests.operations.conftest import PAPER, WHY, Scene


@pytest.fixture
def slug() -> str:
    return f"copy-{uuid4().hex[:10]}"


def test_every_row_file_and_person_comes_back(scene: Scene, slug: str, tmp_path: Path) -> None:
    source = scene.export()
    before = scene.sheets(scene.company, tmp_path / "before")
    made = scene.load(source, slug)
    after = scene.sheets(made, tmp_path / "after")
    assert sum(sheet.rows for sheet in before.values()) > 1_000
    told = {"audit_entry", "push_device"}  # both books were written meanwhile
    assert (before["push_device"].rows, after["push_device"].rows) == (1, 0)  # or it would be told twice
    assert {n: s for n, s in after.items() if n not in told} == {n: s for n, s in before.items() if n not in told}
    assert (made.currency, made.locale, made.name) == (scene.company.currency, scene.company.locale, scene.company.name)
    with scene.errand.opener(made)() as work:
        [digest] = work.all(select(StoredFile.digest))
        store = store_of(work.outside.files_url, made.namespace)
    assert store.get(store.key(digest)) == PAPER
    people = select(membership.c.person_id, membership.c.member_id)
    with scene.errand.platform.connect() as connection:
        old = connection.execute(people.where(membership.c.tenant_id == scene.company.id)).all()
        new = connection.execute(people.where(membership.c.tenant_id == made.id)).all()
    assert old == new
    assert len(new) == 1


def test_both_books_tell_of_it(scene: Scene, slug: str) -> None:
    made = scene.load(scene.export(), slug)
    for company, kind in ((scene.company, "EXPORT"), (made, "IMPORT")):
        latest = list_operations(scene.errand.platform, company)[0]
        assert (latest.kind, latest.reason) == (kind, WHY.why)
        with scene.errand.opener(company)() as work:
            rows = work.all(select(AuditEntry.after).where(AuditEntry.entity == "tenant").order_by(AuditEntry.at))
        assert rows[-1] == {"operation": kind, "reason": WHY.why}


def test_beside_the_original_it_needs_another_address(scene: Scene) -> None:
    source = scene.export()
    with pytest.raises(SlugTaken):
        scene.load(source)


@pytest.mark.parametrize("place", ["tenants.archive.load", "tenants.provision.open_up"])
def test_broken_off_it_is_finished_by_the_next(
    scene: Scene, slug: str, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = scene.export()

    def broken(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(place, broken)
    with pytest.raises(KeyboardInterrupt):
        scene.load(source, slug)
    assert not scene.is_there(slug)
    monkeypatch.undo()
    made = scene.load(source, slug)
    deals = scene.sheets(made, tmp_path / "after")["deal"]
    assert deals == scene.sheets(scene.company, tmp_path / "before")["deal"]
    assert deals.rows > 0


def rewritten(source: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The archive with its parts changed; None leaves one out."""
    out = source.with_name("changed.kesher")
    with tarfile.open(source) as old, tarfile.open(out, "w:gz") as new:
        for entry in old.getmembers():
            file = old.extractfile(entry)
            assert file is not None
            content = change(entry.name, file.read())
            if content is not None:
                entry.size = len(content)
                new.addfile(entry, io.BytesIO(content))
    return out


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("tables/deal.copy", lambda content: content.replace(b"a", b"b")),
        ("tables/deal.copy", lambda content: content[: len(content) // 2].rpartition(b"\n")[0] + b"\n"),
        ("tables/account.copy", lambda content: content.replace(b"e", b"E")),
        ("tables/deal.copy", lambda _: None),
        ("manifest.json", lambda content: content.replace(b'"digest":"', b'"digest":"0')),
        ("manifest.json", lambda content: content.replace(b'"format":1', b'"format":2')),
        ("manifest.json", lambda content: content.replace(b'"name":"deal"', b'"name":"../../deal"')),
        ("manifest.json", lambda content: content.replace(b'"currency":', b'"money":')),
        ("manifest.json", lambda _: b"{}"),
        ("manifest.json", lambda _: None),
    ],
)
def test_a_damaged_archive_makes_no_company(
    scene: Scene, slug: str, part: str, change: Callable[[bytes], bytes | None]
) -> None:
    source = rewritten(scene.export(), lambda name, content: change(content) if name == part else content)
    with pytest.raises(BadArchive):
        scene.load(source, slug)
    with scene.errand.migrate.connect() as connection:
        left = text("SELECT count(*) FROM platform.tenant WHERE slug = :slug")
        assert connection.execute(left, {"slug": slug}).scalar_one() == 0
        orphans = text("SELECT nspname FROM pg_namespace LEFT JOIN platform.tenant ON namespace = nspname "
                       "WHERE nspname ~ '^t_[a-z2-7]{13}$' AND namespace IS NULL")  # fmt: skip
        assert connection.execute(orphans).all() == []


def test_what_is_no_archive(scene: Scene, slug: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(b"not an archive")
    (tmp_path / "cut.kesher").write_bytes(scene.export().read_bytes()[:5_000])
    (tmp_path / "other.gz").write_bytes(gzip.compress(b"something else"))
    for name in ("note.txt", "cut.kesher", "other.gz", "nothing.kesher"):
        with pytest.raises(BadArchive):
            scene.load(tmp_path / name, slug)
    assert not scene.is_there(slug)


def test_without_a_reason_nothing_leaves(scene: Scene, tmp_path: Path) -> None:
    out = tmp_path / "unsaid.kesher"
    with pytest.raises(Invalid):
        export_company(replace(scene.errand, reason=Reason(" ", "dana")), scene.company, out)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_the_older_one(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    before = scene.export().read_bytes()

    def full(*_args: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(archives, "add", full)
    with pytest.raises(OSError, match="No space"):
        scene.export()
    assert scene.out.read_bytes() == before
    assert list(scene.out.parent.glob("*.part")) == []


def test_a_full_disk_is_no_damaged_archive(scene: Scene) -> None:
    full = Path("/dev/full").open("wb", buffering=0)  # noqa: SIM115 - closed below
    with unpacked(scene.export()) as (_, packed), full, pytest.raises(OSError, match="No space left"):
        copy(packed, MANIFEST, full)


def test_what_another_has_half_made_meanwhile_is_left_alone(scene: Scene, slug: str) -> None:
    """Each with an id of its own, at one address."""
    source, mine, theirs = scene.export(), uuid4(), uuid4()
    wanted = {"slug": slug, "name": "Theirs", "currency": "USD", "locale": "en", "time_zone": "UTC", "week_start": 1,
              "cell": HOME}  # fmt: skip

    def meanwhile(step: str) -> None:
        if step == "namespace":
            provision.prepare(scene.errand.migrate, wanted, theirs, head("tenant"), own=True)

    with pytest.raises(SlugTaken):
        import_company(replace(scene.errand, progress=meanwhile), source, Arrival(slug, id=mine))
    assert not clear_away(scene.errand, mine)
    with scene.errand.migrate.connect() as connection:
        there = text("SELECT id, name, status FROM platform.tenant WHERE slug = :slug")
        assert tuple(connection.execute(there, {"slug": slug}).one()) == (theirs, "Theirs", "PROVISIONING")
    assert clear_away(scene.errand, theirs)

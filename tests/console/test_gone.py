"""Files that are discarded while somebody is at them, that wait under their errand, and links that are not used up."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text, update

from saas.console.errands import LONG
from saas.core.clock import Clock, FixedClock
from saas.core.errors import Conflict
from saas.core.outside import Nowhere
from saas.operations.depot import LARGEST, Depot, pieces
from tenants.administration import archive
from tests.console.conftest import ADMIN
from tests.console.test_archives import Desk, desk, files, id_of
from tests.console.watched import watched

__all__ = ["desk"]

NOWHERE = replace(Nowhere(), files_url="s3://key:secret@files?endpoint=http://127.0.0.1:1")


def discard(desk: Desk, id: UUID) -> None:
    assert desk.console.ask(f'mutation {{ discardArchive(id: "{id}") }}') == {"discardArchive": True}


def test_an_export_that_is_discarded_while_it_is_written_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    asked = desk.console.wish("exportCompany", f'slug: "{desk.made().slug}", reason: "x"')
    assert watched(desk.console, sealing=lambda: discard(desk, id_of(asked))).carry_out_next(LONG)
    found = desk.console.errand(asked)
    assert (found["state"], "not here any more" in str(found["trouble"])) == ("FAILED", True)
    assert (files(tmp_path), desk.waiting()) == ([], [])


def test_who_discarded_a_file_is_kept(desk: Desk) -> None:
    discarded, swept = UUID(desk.bring(b"x" * 100)), UUID(desk.bring(b"y" * 100))
    discard(desk, discarded)
    shelf = desk.console.execution.shelf
    shelf.remove(swept)
    shelf.remove(discarded)
    found = select(archive.c.id, archive.c.discarded_by == archive.c.admin_id).where(archive.c.gone_at.is_not(None))
    with desk.console.execution.platform.connect() as connection:
        rows = connection.execute(found.where(archive.c.id.in_((discarded, swept))))
        told = {row[0]: row[1] for row in rows}
    assert told == {discarded: True, swept: None}


def test_an_export_that_is_begun_anew_is_not_written_into_what_is_gone(desk: Desk, tmp_path: Path) -> None:
    asked = desk.console.wish("exportCompany", f'slug: "{desk.made().slug}", reason: "x"')
    shelf = desk.console.execution.shelf

    def die() -> None:
        shelf.remove(id_of(asked))
        (tmp_path / "part").write_bytes(b"x")
        shelf.depot.keep(id_of(asked), tmp_path / "part")
        raise RuntimeError("broken off")

    with pytest.raises(RuntimeError):
        watched(desk.console, sealing=die).carry_out_next(LONG)
    assert len(files(tmp_path)) == 1
    again = watched(desk.console, tables=lambda: pytest.fail("it is written again"))
    assert again.carry_out_next(LONG)
    assert desk.console.errand(asked)["state"] == "FAILED"
    assert files(tmp_path) == []


def test_a_piece_that_comes_while_its_file_is_discarded_does_not_stay(desk: Desk, tmp_path: Path) -> None:
    upload = UUID(desk.bring(b"x" * 100))
    discard(desk, upload)
    with pytest.raises(Conflict, match="ARCHIVE_GONE"):
        desk.console.execution.shelf.put_piece(upload, 0, b"x" * 100)
    assert files(tmp_path) == []


def test_the_largest_file_is_counted_to_its_last_piece(tmp_path: Path) -> None:
    depot, id_ = Depot(tmp_path.as_uri()), uuid4()
    last = pieces(LARGEST) - 1
    assert last > 100_000
    for number in (0, 99_999, 100_000, last):
        depot.put_piece(id_, number, b"x")
    assert depot.received(id_) == {0: 1, 99_999: 1, 100_000: 1, last: 1}


def test_an_upload_does_not_end_under_its_errand(desk: Desk) -> None:
    upload, slug = desk.bring(desk.export(desk.made())), f"co-{uuid4().hex[:10]}"
    with desk.console.execution.cells.home.begin() as connection:
        ends = Clock().now() + timedelta(minutes=1)
        connection.execute(update(archive).where(archive.c.id == UUID(upload)).values(expires_at=ends))
    asked = desk.load(upload, slug)
    late = replace(desk.console.execution, clock=FixedClock(Clock().now() + timedelta(hours=23)))
    late.shelf.sweep()
    assert late.carry_out_next(LONG)
    desk.console.check_done(asked)


def test_a_company_is_made_though_its_file_cannot_be_taken_away(desk: Desk, tmp_path: Path) -> None:
    upload, slug = desk.bring(desk.export(desk.made())), f"co-{uuid4().hex[:10]}"
    asked = desk.load(upload, slug)
    home = desk.console.execution.cells.home
    with home.begin() as connection:
        connection.execute(
            text(f"ALTER TABLE platform.archive ADD CONSTRAINT stays CHECK (gone_at IS NULL OR id <> '{upload}')")
        )
    try:
        assert desk.console.execution.carry_out_next(LONG)
    finally:
        with home.begin() as connection:
            connection.execute(text("ALTER TABLE platform.archive DROP CONSTRAINT stays"))
    desk.console.check_done(asked)
    assert desk.waiting() == [upload]
    replace(desk.console.execution, clock=FixedClock(Clock().now() + timedelta(hours=25))).shelf.sweep()
    assert (files(tmp_path), desk.waiting()) == ([], [])


def test_to_look_at_a_link_does_not_use_it_up(desk: Desk) -> None:
    asked = desk.console.wish("exportCompany", f'slug: "{desk.made().slug}", reason: "x"')
    desk.console.work()
    link = desk.link(asked)
    looked = desk.console.site.ask("HEAD", link, host=ADMIN, headers={"cookie": desk.console.cookie})
    assert looked.status_code == 405
    assert desk.fetch(link)[0] == 200

"""Files go in and out by their doors: with the rights of their record, under their true type, and never run."""

import io
from collections.abc import MutableMapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import IO
from urllib.parse import unquote

import pytest
from PIL import Image
from sqlalchemy import select

from saas.core.outside import Nowhere
from saas.files import actions
from saas.files.actions import Record, Upload, attach_file
from saas.files.gateway import Store, store_of
from saas.files.model import Attachment, StoredFile
from tests.deals.make import make_deal
from tests.files.make import PAGE, PDF, PROGRAM, SVG, TEXT, Desk, bomb, located_picture, picture
from tests.members.make import Company, Json, key_of

FILES = """query Files($id: ID!) { node(id: $id) {
    ... on Deal { attachments { totalCount nodes { id name kind size preview addedBy { name } version } } }
    ... on Account { attachments { totalCount nodes { id name } } }
    ... on Contact { attachments { totalCount nodes { id name } } }
} }"""


TIMELINE = """query Timeline($id: ID!) { node(id: $id) {
    ... on Deal { timeline(first: 50) { nodes { kind by { name } attachment { id name } } } }
    ... on Account { timeline(first: 50) { nodes { kind by { name } attachment { id name } } } }
} }"""


def files(company: Company, who: str, record: Json) -> list[Json]:
    said = company.ask(who, FILES, id=record["id"])["node"]
    assert isinstance(said, dict)
    return list(said["attachments"]["nodes"])


class Died(BaseException):
    """What kill -9 looks like from inside."""


PUT = Store.put


def put_and_die(store: Store, key: str, content: IO[bytes]) -> None:
    PUT(store, key, content)
    raise Died


def on_disk(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def deal(company: Company) -> Json:
    """Rina's."""
    return make_deal(company, "Acme rollout", who="olga", ownerId=company.id("rina"))


def test_a_file_comes_back_as_it_went_in(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "הצעת מחיר.pdf", PDF, who="rina")
    assert (made["name"], made["remark"]) == ("הצעת מחיר.pdf", None)
    (listed,) = files(desk.company, "rina", deal)
    assert listed == {"id": made["id"], "name": "הצעת מחיר.pdf", "kind": "pdf", "size": len(PDF), "preview": "NONE",
                      "addedBy": {"name": "Rina"}, "version": 1}  # fmt: skip
    answer = desk.fetch("rina", made["id"])
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-length"] == str(len(PDF))
    said = answer.headers["content-disposition"]
    assert said.startswith("attachment; ")
    assert unquote(said.partition("UTF-8''")[2]) == "הצעת מחיר.pdf"


def test_it_hangs_on_accounts_contacts_and_activities_too(desk: Desk) -> None:
    company = desk.company
    account = company.do("olga", "createAccount", name="Acme")
    contact = company.do("olga", "createContact", name="Dana")
    for record in (account, contact):
        made = desk.add(record["id"], "a.txt", TEXT)
        assert [file["id"] for file in files(company, "olga", record)] == [made["id"]]


@pytest.mark.parametrize(("name", "content"), [("a.html", PAGE), ("a.svg", SVG), ("a.exe", PROGRAM), ("a.js", TEXT)])
def test_what_does_something_is_kept_but_never_run(desk: Desk, deal: Json, name: str, content: bytes) -> None:
    made = desk.add(deal["id"], name, content)
    answer = desk.fetch("olga", made["id"], "?inline")
    assert answer.content == content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert policy.endswith("; sandbox")


@pytest.mark.parametrize(("name", "content"), [("a.pdf", PDF), ("a.png", picture())])
def test_what_is_harmless_is_shown_where_it_is_asked_for(desk: Desk, deal: Json, name: str, content: bytes) -> None:
    made = desk.add(deal["id"], name, content)
    assert desk.fetch("olga", made["id"], "?inline").headers["content-disposition"].startswith("inline; ")
    assert desk.fetch("olga", made["id"]).headers["content-disposition"].startswith("attachment; ")


def test_a_document_is_framed_by_our_own_pages_and_nothing_else_is(desk: Desk, deal: Json) -> None:
    paper, image = desk.add(deal["id"], "a.pdf", PDF), desk.add(deal["id"], "a.png", picture())
    policy = desk.fetch("olga", paper["id"], "?inline").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith("frame-ancestors 'self'")
    assert "script-src" not in policy
    for made, asked in ((paper, ""), (image, "?inline")):
        assert desk.fetch("olga", made["id"], asked).headers["content-security-policy"].endswith("; sandbox")


def test_a_name_that_lies_is_refused_and_one_that_errs_corrected(desk: Desk, deal: Json) -> None:
    assert desk.refuse("olga", deal["id"], "offer.pdf", PROGRAM) == (422, "LYING_FILE")
    assert desk.refuse("olga", deal["id"], "offer.png", SVG) == (422, "LYING_FILE")
    made = desk.add(deal["id"], "photo.jpg", picture())
    assert made["name"] == "photo.png"
    assert made["remark"] == "The file holds a picture, so its name was changed to photo.png."


def test_a_spoofed_name_shows_its_true_ending(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "invoice\u202efdp.exe", PROGRAM)
    assert made["name"] == "invoicefdp.exe"


@pytest.mark.parametrize(("content", "code"), [(b"", "FILE_EMPTY"), (b"x" * 1_000_001, "FILE_TOO_LARGE"),
                                               (b"x" * 5_000_000, "FILE_TOO_LARGE")])  # fmt: skip
def test_what_is_empty_or_too_large_is_refused_and_not_kept(
    desk: Desk, deal: Json, folder: Path, content: bytes, code: str
) -> None:
    assert desk.refuse("olga", deal["id"], "a.txt", content) == (422, code)
    assert on_disk(folder) == []


def test_who_leaves_in_the_middle_leaves_nothing(desk: Desk, deal: Json, folder: Path) -> None:
    coming: list[MutableMapping[str, object]] = [
        {"type": "http.request", "body": PDF, "more_body": True}, {"type": "http.disconnect"},
    ]  # fmt: skip
    sent: list[object] = []

    async def receive() -> MutableMapping[str, object]:
        return coming.pop(0)

    async def send(message: MutableMapping[str, object]) -> None:
        sent.append(message)

    headers = [(name.encode(), value.encode()) for name, value in desk.headers("olga").items()]
    scope = {
        "type": "http", "method": "POST", "path": "/files", "headers": headers, "http_version": "1.1",
        "query_string": f"about={deal['id']}&name=a.pdf".encode(), "scheme": "http", "client": ("127.0.0.1", 1),
    }  # fmt: skip
    before = desk.company.state()
    assert desk.app.portal is not None
    desk.app.portal.call(desk.app.app, scope, receive, send)
    assert (desk.company.state(), on_disk(folder)) == (before, [])


# Rights


def test_who_sees_the_record_sees_its_files_and_nobody_else(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "a.txt", TEXT, who="rina")
    for who, status in (("olga", 200), ("mona", 200), ("rina", 200), ("raz", 404), ("sami", 404), ("mike", 404)):
        assert desk.fetch(who, made["id"]).status_code == status, who
        assert desk.fetch(who, f"{made['id']}/preview").status_code == 404
        seen = desk.company.ask(who, "query A($id: ID!) { attachment(id: $id) { name } }", id=made["id"])
        assert (seen["attachment"] is not None) is (status == 200)


def test_who_may_not_change_the_record_adds_and_takes_nothing(desk: Desk, deal: Json, folder: Path) -> None:
    assert desk.refuse("raz", deal["id"], "a.txt", TEXT) == (404, "NOT_FOUND")
    assert desk.refuse("olga", "nonsense", "a.txt", TEXT) == (404, "NOT_FOUND")
    assert desk.refuse("olga", desk.company.id("rina"), "a.txt", TEXT) == (404, "NOT_FOUND")
    assert on_disk(folder) == []
    made = desk.add(deal["id"], "a.txt", TEXT)
    company = desk.company
    for mutation, more in (("deleteAttachment", {}), ("restoreAttachment", {}), ("renameAttachment", {"name": "b"})):
        assert company.refuse("raz", mutation, id=made["id"], **more) == ("NOT_FOUND", "id")


def test_a_record_that_is_given_away_takes_its_files_along(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "a.txt", TEXT, who="rina")
    desk.company.do("olga", "updateDeal", id=deal["id"], ownerId=desk.company.id("sami"))
    assert (desk.fetch("rina", made["id"]).status_code, desk.fetch("sami", made["id"]).status_code) == (404, 200)
    desk.company.do("olga", "deleteDeal", id=deal["id"])
    assert desk.fetch("sami", made["id"]).status_code == 404


def test_another_company_with_the_same_content_shares_nothing(
    desk: Desk, deal: Json, other_company: Company, folder: Path
) -> None:
    made = desk.add(deal["id"], "a.txt", TEXT)
    theirs = Desk(desk.app, other_company, desk.engine, desk.store)
    assert theirs.fetch("olga", made["id"]).status_code == 404
    assert theirs.send("olga", deal["id"], "a.txt", TEXT).status_code == 404
    theirs.add(make_deal(other_company)["id"], "a.txt", TEXT)
    assert sorted(path.relative_to(folder).parts[0] for path in on_disk(folder)) == sorted(
        [desk.company.tenant.namespace, other_company.tenant.namespace]
    )


def test_without_a_credential_there_is_nothing(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "a.txt", TEXT)
    host = {"host": f"{desk.company.tenant.slug}.localhost"}
    assert desk.app.get(f"/files/{made['id']}", headers=host).status_code == 401
    assert desk.app.post("/files", params={"about": str(deal["id"])}, content=TEXT, headers=host).status_code == 401


# Parts and caches


@pytest.mark.parametrize(
    ("asked", "status", "content"),
    [
        ("bytes=0-3", 206, PDF[:4]),
        ("bytes=5-", 206, PDF[5:]),
        ("bytes=-6", 206, PDF[-6:]),
        ("bytes=0-999999", 206, None),
        ("bytes=999999-", 416, b""),
        ("bytes=5-2", 416, b""),
        ("bytes=0-1,4-5", 200, PDF),
        ("bytes=-", 200, PDF),
        ("lines=1-2", 200, PDF),
    ],
)
def test_a_part_of_it_is_sent(desk: Desk, deal: Json, asked: str, status: int, content: bytes | None) -> None:
    made = desk.add(deal["id"], "a.pdf", PDF)
    answer = desk.fetch("olga", made["id"], range=asked)
    assert answer.content == (PDF if content is None else content)
    assert answer.status_code == (200 if content is None else status)


def test_it_is_sent_again_only_where_it_is_another(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "a.pdf", PDF)
    tag = desk.fetch("olga", made["id"]).headers["etag"]
    answer = desk.fetch("olga", made["id"], if_none_match=tag)
    assert (answer.status_code, answer.content) == (304, b"")
    assert desk.fetch("raz", made["id"], if_none_match=tag).status_code == 404


def test_it_stands_in_the_timelines_of_its_record_and_customer(desk: Desk, deal: Json) -> None:
    company = desk.company
    account = company.do("olga", "createAccount", name="Acme")
    company.do("olga", "updateDeal", id=deal["id"], accountId=account["id"])
    made = desk.add(deal["id"], "a.txt", TEXT, who="rina")
    own = desk.add(account["id"], "b.txt", TEXT)
    assert told_files(company, "rina", deal) == [made["id"]]
    assert told_files(company, "rina", account) == [own["id"], made["id"]]
    assert told_files(company, "sami", account) == [own["id"]]
    company.do("olga", "deleteAttachment", id=made["id"])
    assert (told_files(company, "rina", deal), told_files(company, "rina", account)) == ([], [own["id"]])


def told_files(company: Company, who: str, record: Json) -> list[object]:
    said = company.ask(who, TIMELINE, id=record["id"])["node"]
    assert isinstance(said, dict)
    return [entry["attachment"]["id"] for entry in said["timeline"]["nodes"] if entry["kind"] == "FILE"]


# What is kept


def test_content_is_kept_once_and_goes_with_the_last_who_needed_it(desk: Desk, deal: Json, folder: Path) -> None:
    company = desk.company
    one, two = (desk.add(deal["id"], name, TEXT) for name in ("a.txt", "b.txt"))
    assert len(on_disk(folder)) == 1
    with company.open() as work:
        (file_id,) = work.all(select(StoredFile.id))
    company.do("olga", "deleteAttachment", id=one["id"])
    assert desk.fetch("olga", one["id"]).status_code == 404
    company.clock.pass_by(timedelta(days=31))
    actions.sweep_file(desk.opener(), file_id)
    assert (len(on_disk(folder)), desk.fetch("olga", two["id"]).content) == (1, TEXT)
    company.do("olga", "deleteAttachment", id=two["id"])
    actions.sweep_file(desk.opener(), file_id)
    assert len(on_disk(folder)) == 1
    company.do("olga", "restoreAttachment", id=two["id"])
    assert desk.fetch("olga", two["id"]).content == TEXT
    company.do("olga", "deleteAttachment", id=two["id"])
    company.clock.pass_by(timedelta(days=31))
    for _ in range(2):
        actions.sweep_file(desk.opener(), file_id)
    assert on_disk(folder) == []
    assert company.refuse("olga", "restoreAttachment", id=two["id"]) == ("FILE_GONE", "id")
    again = desk.add(deal["id"], "c.txt", TEXT)
    assert desk.fetch("olga", again["id"]).content == TEXT


def test_what_an_upload_left_behind_that_died_is_swept_away(desk: Desk, deal: Json, folder: Path) -> None:
    company = desk.company
    opener = replace(desk.opener(), principal=company.principal("olga"))
    upload = Upload(1000)
    upload.add(TEXT)
    record = Record("Deal", key_of(deal))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "put", put_and_die)
        with pytest.raises(Died):
            attach_file(opener, record, "a.txt", upload)
    assert len(on_disk(folder)) == 1
    with company.open() as work:
        (file_id,) = work.all(select(StoredFile.id))
        assert work.all(select(Attachment)) == []
    actions.sweep_file(desk.opener(), file_id)
    assert on_disk(folder) == []
    assert attach_file(opener, record, "a.txt", upload).name == "a.txt"
    assert len(on_disk(folder)) == 1
    upload.close()


def test_a_store_that_is_away_is_told(desk: Desk, deal: Json, folder: Path) -> None:
    made = desk.add(deal["id"], "a.txt", TEXT)
    on_disk(folder)[0].unlink()
    answer = desk.fetch("olga", made["id"])
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (503, "FILE_MISSING")


def test_a_file_gets_another_name(desk: Desk, deal: Json) -> None:
    made = desk.add(deal["id"], "a.pdf", PDF)
    renamed = desk.company.do("olga", "renameAttachment", id=made["id"], name="b\u202e.pdf", version=1)
    assert (renamed["name"], renamed["version"]) == ("b.pdf", 2)
    assert desk.company.do("olga", "renameAttachment", id=made["id"], name="b.png")["name"] == "b.pdf"
    assert desk.company.refuse("olga", "renameAttachment", id=made["id"], name=" ") == ("REQUIRED", "name")
    stale = desk.company.act("olga", "renameAttachment", id=made["id"], name="c", version=1)
    assert stale.problem == ("CONFLICT", "version")


# Previews


def preview_of(desk: Desk, deal: Json, name: str, content: bytes) -> tuple[object, int, bytes]:
    made = desk.add(deal["id"], name, content)
    before = files(desk.company, "olga", deal)[0]["preview"]
    assert before == "WAITING"
    with desk.company.open() as work:
        (file_id,) = work.all(select(StoredFile.id))
    for _ in range(2):
        actions.make_preview(desk.opener(), file_id)
    answer = desk.fetch("olga", f"{made['id']}/preview")
    return files(desk.company, "olga", deal)[0]["preview"], answer.status_code, answer.content


def test_a_picture_has_a_small_one(desk: Desk, deal: Json) -> None:
    status, code, content = preview_of(desk, deal, "a.png", picture(size=(2000, 1000)))
    assert (status, code) == ("READY", 200)
    with Image.open(io.BytesIO(content)) as small:
        assert (small.format, small.size) == ("WEBP", (640, 320))


def test_a_preview_stands_upright_and_tells_nothing_of_the_place(desk: Desk, deal: Json) -> None:
    _, _, content = preview_of(desk, deal, "a.jpg", located_picture())
    with Image.open(io.BytesIO(content)) as small:
        assert small.width < small.height
        assert not small.getexif()
    assert b"SecretCamera" not in content


@pytest.mark.parametrize("content", [bomb(), bomb(7000, 7000), picture()[:80], picture("JPEG")[:200]])
def test_a_bomb_or_a_broken_picture_has_none(desk: Desk, deal: Json, content: bytes) -> None:
    status, code, _ = preview_of(desk, deal, "a.png", content)
    assert (status, code) == ("FAILED", 404)


def test_the_limit_is_told(desk: Desk) -> None:
    assert desk.company.ask("olga", "{ fileLimit }") == {"fileLimit": Nowhere().file_limit}


def test_each_company_has_its_own_prefix() -> None:
    assert store_of("memory://", "t1").key("ab" * 32).startswith("t1/ab/")

"""A mailbox is read once, from when it was set up, whatever happens to its folder, its server and its reader."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text

from saas.capture.actions import receive
from saas.core.audit import AuditEntry
from saas.core.errors import Refusal
from saas.mailboxes import actions
from saas.mailboxes.actions import READ
from saas.mailboxes.gateway import Place, folder_at
from saas.mailboxes.model import EVERY
from tests.mailboxes.make import PASSWORD, USER, Desk, anywhere, letter
from tests.members.make import key_of

HEBREW = "לידים & more"


def test_a_message_becomes_a_lead_once(desk: Desk) -> None:
    desk.put(letter("old"))
    desk.look()
    desk.put(
        letter("1", "שלום", From="=?windows-1255?B?4+ry?= <dana@levi.test>", Subject="הצעת מחיר"),
        letter("2"),
        letter("1"),
    )
    desk.look_and_work_off()
    desk.look_and_work_off()
    assert desk.kept() == [("<1@levi.test>", "ACCEPTED"), ("<2@levi.test>", "ACCEPTED")]
    leads = {str(one["name"]): one for one in desk.leads()}
    assert leads["דךע"] == {
        "name": "דךע", "email": "dana@levi.test", "message": "שלום", "channel": "EMAIL",
        "answers": [{"question": "Subject", "answer": "הצעת מחיר"}],
    }  # fmt: skip
    assert set(leads) == {"דךע", "Dana Levi"}
    mailbox = desk.mailbox()
    assert (mailbox["problemCode"], mailbox["checkedAt"] is not None) == (None, True)


def test_what_machines_send_is_kept_and_no_lead(desk: Desk) -> None:
    desk.look()
    bounce = letter("4").replace(
        b"Content-Type: text/plain", b"Content-Type: multipart/report; boundary=x; x=text/plain"
    )
    desk.put(
        letter("1", Auto_Submitted="auto-replied"), letter("2", Precedence="bulk"), letter("3", Return_Path="<>"),
        bounce, letter("5", From="Mail Delivery <MAILER-DAEMON@acme.test>"), letter("6", X_Autoreply="yes"),
        letter("7", List_Id="<news.acme.test>"), letter("8", Auto_Submitted="no"),
    )  # fmt: skip
    desk.look_and_work_off()
    assert [status for _id, status in desk.kept()] == ["SPAM"] * 7 + ["ACCEPTED"]


def test_a_reader_that_dies_reads_again_and_keeps_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.look()
    desk.put(*(letter(str(n)) for n in range(4)))
    left = iter([True, True, False])

    class Death(BaseException):
        """Of the process."""

    def dying(*given: object) -> object:
        found = receive(*given)  # type: ignore[arg-type]
        if not next(left):
            raise Death
        return found

    with monkeypatch.context() as patch:
        patch.setattr("saas.mailboxes.actions.receive", dying)
        with pytest.raises(Death):
            desk.look()
    assert len(desk.kept()) == 3
    desk.look()
    assert [id for id, _status in desk.kept()] == [f"<{n}@levi.test>" for n in range(4)]


def test_a_folder_that_is_numbered_anew_is_read_anew(desk: Desk) -> None:
    desk.company.clock.at = desk.company.clock.at.replace(year=2020)
    desk.set_up(desk.folder, username=USER.upper())
    desk.set_up(desk.folder)
    desk.look()
    desk.put(letter("1"))
    desk.look()
    desk.server.make(desk.folder)
    desk.put(letter("2"), letter("1"), letter("3"))
    desk.look()
    desk.put(letter("4"))
    desk.look()
    assert [id for id, _status in desk.kept()] == [f"<{n}@levi.test>" for n in range(1, 5)]


def test_its_folder_is_called_as_people_call_it(desk: Desk) -> None:
    desk.server.make("&BdwF2QXTBdkF3Q- &- more")
    desk.set_up(HEBREW)
    desk.look()
    desk.server.put("&BdwF2QXTBdkF3Q- &- more", letter("1"))
    desk.look_and_work_off()
    assert (desk.mailbox()["folder"], len(desk.leads())) == (HEBREW, 1)


def test_what_is_in_its_way_is_told_and_mended(desk: Desk) -> None:
    desk.look()
    desk.put(letter("1"))
    desk.entrust("another password")
    desk.look()
    assert desk.mailbox()["problemCode"] == "MAILBOX_SHUT"
    desk.entrust(PASSWORD)
    desk.set_up("Nowhere")
    desk.look()
    assert str(desk.mailbox()["problem"]) == "There is no folder Nowhere in this mailbox."
    desk.set_up(desk.folder, port=9)
    desk.look()
    assert desk.mailbox()["problemCode"] == "MAILBOX_AWAY"
    desk.set_up(desk.folder)
    desk.look(replace(desk.opener, outside=anywhere()))
    assert desk.mailbox()["problemCode"] == "BARRED_HOST"
    desk.look()
    desk.put(letter("2"))
    desk.look_and_work_off()
    assert (desk.mailbox()["problemCode"], len(desk.leads())) == (None, 1)
    for field, wrong in (
        ("host", ""),
        ("host", "a b"),
        ("username", "x\r\nLOGOUT"),
        ("folder", "x" * 251),
        ("port", 70_000),
    ):
        given = {"host": "imap.test", "username": "leads", field: wrong}
        assert desk.company.refuse("mona", "setMailbox", id=desk.source["id"], **given)[1] == field
    assert desk.company.refuse("rina", "checkMailbox", id=desk.source["id"])[0] == "FORBIDDEN"


def test_looks_follow_one_another_and_only_once(desk: Desk, queue: Engine) -> None:
    """However often it is asked for; none is told by the audit, and none while the source is switched off."""

    def due() -> list[timedelta]:
        asked = text(
            "SELECT scheduled_at FROM jobs.procrastinate_jobs WHERE task_name = :job "
            "AND args->>'namespace' = :where ORDER BY id"
        )
        with queue.connect() as connection:
            found = connection.execute(asked, {"job": READ, "where": desk.company.tenant.namespace}).scalars().all()
        return [one - start for one in found]

    start = desk.company.clock.now()
    desk.company.do("mona", "checkMailbox", id=desk.source["id"])
    asked_for = due()
    assert set(asked_for) == {timedelta()}
    for _ in range(3):
        actions.read_mailbox(desk.opener, key_of(desk.source))
    assert due() == [*asked_for, EVERY]
    with desk.company.open() as work:
        before = len(work.all(select(AuditEntry.id)))
    desk.put(letter("1"))
    desk.company.do("olga", "updateSource", id=desk.source["id"], active=False)
    desk.look()
    assert (due()[-1], desk.kept()) == (EVERY * 2, [])
    desk.company.do("olga", "updateSource", id=desk.source["id"], active=True)
    desk.company.clock.pass_by(EVERY)
    with desk.company.open() as work:
        assert len(work.all(select(AuditEntry.id))) == before + 2


def test_a_server_that_says_what_it_likes_breaks_nothing(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused, folder_at(Place("127.0.0.1", 9, USER, PASSWORD, beside=True)):
        pass
    assert refused.value.code == "MAILBOX_AWAY"

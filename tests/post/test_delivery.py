"""A mail is sent once, tried again where it certainly was not, and never guessed at."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, text

from saas.core.audit import AuditEntry, Effect, EffectStatus
from saas.core.clock import FixedClock
from saas.core.errors import Conflict, Forbidden, NotFound
from saas.core.outside import Nowhere
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.core.work import Opener
from saas.post import actions
from saas.post.gateway import MailServer
from saas.post.letters import Letter
from saas.post.model import WAITS, Mail, MailStatus
from saas.worker import Worker
from tenants.engine import Lanes
from tenants.registry import Directory
from tests.conftest import Database
from tests.ports import free_port
from tests.post.make import (
    Mailbox,
    broken_server,
    dies_after_the_message,
    dies_in_the_message,
    letter,
    mail_server,
    says_nothing,
)


class Died(BaseException):
    """What kill -9 looks like from inside."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits a quarter of a minute for a server that says nothing."""
    kept = MailServer.__init__
    monkeypatch.setattr(MailServer, "__init__", lambda self, url: kept(self, url, timeout=0.5))


def through(opener: Opener, url: str | None) -> Opener:
    return replace(opener, outside=Nowhere(smtp_url=url, is_local=False))


def hand_in(opener: Opener, sent: Letter | None = None) -> UUID:
    with opener() as work:
        return actions.send_mail(work, sent or letter()).id


def fate(opener: Opener, mail_id: UUID) -> tuple[MailStatus, str | None]:
    with opener() as work:
        mail = work.get(Mail, mail_id)
        return MailStatus(mail.status), mail.reason


def waiting(queue: Engine) -> int:
    with queue.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM jobs.procrastinate_jobs")).scalar_one())


def test_a_mail_arrives_once(opener: Opener, queue: Engine) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as url:
        mail_id = hand_in(through(opener, url))
        for _ in range(2):
            actions.deliver_mail(through(opener, url), mail_id)
    assert mailbox.readers == ["dana@acme.test"]
    assert mailbox.taken[0]["Subject"] == "דנה is not an amount."
    assert fate(opener, mail_id) == (MailStatus.SENT, None)


def test_what_it_said_is_forgotten_once_it_is_sent_and_never_told(opener: Opener, queue: Engine) -> None:
    with mail_server(Mailbox()) as url:
        mail_id = hand_in(through(opener, url))
        actions.deliver_mail(through(opener, url), mail_id)
    with opener() as work:
        assert work.get(Mail, mail_id).content is None
        told = work.all(select(AuditEntry).where(AuditEntry.entity == "mail"))
        assert "localhost:8000" not in str([(entry.before, entry.after) for entry in told])


def test_the_worker_sends_what_a_member_without_rights_has_caused(
    opener: Opener, queue: Engine, database: Database, work_lanes: Lanes, clock: FixedClock
) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as url:
        mail_id = hand_in(through(opener, url))
        outside = Nowhere(smtp_url=url, is_local=False)
        worker = Worker(database.work_url, "test", clock, queue, work_lanes, Directory(queue, ttl=0), outside)
        asyncio.run(worker.run(wait=False))
    assert (fate(opener, mail_id)[0], len(mailbox.taken), waiting(queue)) == (MailStatus.SENT, 1, 0)
    rep = Principal(UUID(int=7), Role.REP, "Rep", "en", "UTC", "req-rep")
    with mail_server(mailbox) as url:
        mail_id = hand_in(through(opener, url))
        actions.deliver_mail(replace(through(opener, url), principal=rep), mail_id)
    assert len(mailbox.taken) == 2


def test_a_rollback_takes_the_mail_along(opener: Opener, queue: Engine) -> None:
    def broken() -> None:
        with through(opener, "smtp://127.0.0.1:1")() as work:
            actions.send_mail(work, letter())
            raise Died

    with pytest.raises(Died):
        broken()
    with opener() as work:
        assert work.all(select(Mail)) == []
    assert waiting(queue) == 0


def test_a_letter_with_a_key_is_handed_in_once(opener: Opener) -> None:
    assert hand_in(opener, letter(key="digest:1")) == hand_in(opener, letter(key="digest:1"))


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_no_for_certain_is_kept_with_its_reason(opener: Opener, queue: Engine, command: str) -> None:
    mailbox = Mailbox(refuse={command: "550 5.1.1 no such mailbox"})
    with mail_server(mailbox) as url:
        mail_id = hand_in(through(opener, url))
        for _ in range(2):
            actions.deliver_mail(through(opener, url), mail_id)
    assert fate(opener, mail_id) == (MailStatus.FAILED, "550 5.1.1 no such mailbox")
    assert mailbox.tries == 1
    assert waiting(queue) == 1  # the first one, which this test did not take


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_not_now_is_tried_later(opener: Opener, queue: Engine, clock: FixedClock, command: str) -> None:
    mailbox = Mailbox(refuse={command: "451 4.7.1 greylisted"})
    with mail_server(mailbox) as url:
        mail_id = hand_in(through(opener, url))
        actions.deliver_mail(through(opener, url), mail_id)
        assert fate(opener, mail_id) == (MailStatus.WAITING, "451 4.7.1 greylisted")
        with opener() as work:
            assert work.get(Mail, mail_id).next_try_at == clock.now() + timedelta(minutes=1)
        assert waiting(queue) == 2
        mailbox.refuse.clear()
        actions.deliver_mail(through(opener, url), mail_id)
    assert (fate(opener, mail_id)[0], len(mailbox.taken)) == (MailStatus.SENT, 1)


@pytest.mark.parametrize("server", ["absent", says_nothing, dies_in_the_message])
def test_a_server_that_is_away_hangs_or_dies_early_is_tried_later(
    opener: Opener, queue: Engine, server: object
) -> None:
    if callable(server):
        with broken_server(server) as url:
            mail_id = hand_in(through(opener, url))
            actions.deliver_mail(through(opener, url), mail_id)
    else:
        mail_id = hand_in(through(opener, url := f"smtp://127.0.0.1:{free_port()}"))
        actions.deliver_mail(through(opener, url), mail_id)
    status, reason = fate(opener, mail_id)
    assert (status, bool(reason), waiting(queue)) == (MailStatus.WAITING, True, 2)


def test_after_two_days_it_has_failed(opener: Opener, queue: Engine) -> None:
    url = f"smtp://127.0.0.1:{free_port()}"
    mail_id = hand_in(through(opener, url))
    for _ in range(len(WAITS) + 1):
        assert fate(opener, mail_id)[0] is MailStatus.WAITING
        actions.deliver_mail(through(opener, url), mail_id)
    assert fate(opener, mail_id)[0] is MailStatus.FAILED
    assert sum(WAITS, timedelta()) > timedelta(hours=46)


def test_silence_after_the_message_is_not_guessed_at(opener: Opener, queue: Engine) -> None:
    with broken_server(dies_after_the_message) as url:
        mail_id = hand_in(through(opener, url))
        for _ in range(2):
            actions.deliver_mail(through(opener, url), mail_id)
    status, reason = fate(opener, mail_id)
    assert status is MailStatus.UNCERTAIN
    assert reason is not None
    assert reason.startswith("the mail server did not answer after the message")
    assert waiting(queue) == 1


def test_a_worker_that_dies_while_it_sends_sends_no_second_time(
    opener: Opener, queue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as url:
        mail_id = hand_in(through(opener, url))
        kept = MailServer.send

        def dies(self: MailServer, mail: object) -> None:
            kept(self, mail)  # type: ignore[arg-type]
            raise Died

        monkeypatch.setattr(MailServer, "send", dies)
        with pytest.raises(Died):
            actions.deliver_mail(through(opener, url), mail_id)
        monkeypatch.setattr(MailServer, "send", kept)
        actions.deliver_mail(through(opener, url), mail_id)
        assert (len(mailbox.taken), fate(opener, mail_id)) == (1, (MailStatus.UNCERTAIN, "WORKER_DIED"))
        with through(opener, url)() as work:
            actions.send_again(work, mail_id)
        actions.deliver_mail(through(opener, url), mail_id)
    assert (len(mailbox.taken), fate(opener, mail_id)[0]) == (2, MailStatus.SENT)
    assert mailbox.taken[0]["Message-ID"] == mailbox.taken[1]["Message-ID"]
    with opener() as work:
        statuses = work.all(select(Effect.status).order_by(Effect.created_at, Effect.id))
    assert statuses == [EffectStatus.PARKED, EffectStatus.DONE]


def test_only_what_did_not_go_out_is_sent_again(opener: Opener, queue: Engine) -> None:
    with mail_server(Mailbox()) as url:
        mail_id = hand_in(through(opener, url))
        actions.deliver_mail(through(opener, url), mail_id)
    with pytest.raises(Conflict), opener() as work:
        actions.send_again(work, mail_id)


def test_a_password_and_encryption_are_asked_for(opener: Opener, queue: Engine) -> None:
    """A server without STARTTLS is not trusted with a message that asked for it."""
    mailbox = Mailbox()
    with mail_server(mailbox) as url:
        sealed = url.replace("smtp://", "smtp+starttls://")
        mail_id = hand_in(through(opener, sealed))
        actions.deliver_mail(through(opener, sealed), mail_id)
    assert (fate(opener, mail_id)[0], mailbox.taken) == (MailStatus.WAITING, [])
    with mail_server(mailbox) as url:
        named = url.replace("smtp://", "smtp://user:secret@")
        mail_id = hand_in(through(opener, named))
        actions.deliver_mail(through(opener, named), mail_id)
    assert (fate(opener, mail_id)[0], mailbox.taken) == (MailStatus.WAITING, [])


def test_without_a_server_a_mail_is_kept_at_home_and_waits_elsewhere(opener: Opener, queue: Engine) -> None:
    mail_id = hand_in(opener)
    assert (fate(opener, mail_id), waiting(queue)) == ((MailStatus.KEPT, None), 0)
    mail_id = hand_in(through(opener, None))
    actions.deliver_mail(through(opener, None), mail_id)
    assert (fate(opener, mail_id), waiting(queue)) == ((MailStatus.WAITING, "KESHER_SMTP_URL is not set"), 2)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.OWNER, Role.ADMIN}])
def test_the_outbox_is_for_those_who_look_after_the_company(opener: Opener, role: Role) -> None:
    mail_id = hand_in(opener)
    someone = replace(opener, principal=Principal(UUID(int=7), role, "Rep", "en", "UTC", "req-rep"))
    with pytest.raises(Forbidden), someone() as work:
        actions.list_outbox(work)
    with pytest.raises(Forbidden), someone() as work:
        actions.send_again(work, mail_id)
    with someone() as work, pytest.raises(NotFound):
        work.get(Mail, mail_id)

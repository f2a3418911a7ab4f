"""Handing letters in, and sending them."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from saas.core.audit import Effect, EffectStatus
from saas.core.effects import Order, perform, plan
from saas.core.errors import Unavailable
from saas.core.ids import new_id
from saas.core.model import Json
from saas.core.principal import system
from saas.core.work import Opener, Work
from saas.post.gateway import MailServer, compose
from saas.post.letters import Address, Letter
from saas.post.model import Mail, MailStatus

JOB = "post.deliver_mail"
EFFECT = "post.deliver"
SHOWN = 100


def send_mail(work: Work, letter: Letter) -> Mail:
    """Handed in with this transaction. Without a mail server a mail is kept and shown on one's own machine, and waits
    for one elsewhere.
    """
    if letter.key is not None:
        there = work.first(select(Mail).where(Mail.key == letter.key))
        if there is not None:
            return there
    content = letter.content()
    kept = work.outside.smtp_url is None and work.outside.is_local
    mail = Mail(
        id=new_id(), kind=letter.kind, key=letter.key, to_name=letter.to.name, to_email=letter.to.email,
        locale=letter.locale, subject=str(content["subject"]), content=content, round=0, tries=0,
        status=MailStatus.KEPT if kept else MailStatus.WAITING,
    )  # fmt: skip
    work.add(mail)
    if not kept:
        work.enqueue(JOB, {"mail_id": str(mail.id)})
    return mail


def was_handed_in(work: Work, key: str) -> bool:
    return work.first(select(Mail.id).where(Mail.key == key)) is not None


def deliver_mail(opener: Opener, mail_id: UUID) -> None:
    """Again and again the same: what was sent, or may have been, is not sent by itself a second time."""
    product = _as_product(opener)
    with product() as work:
        mail = work.lock(Mail, mail_id, field="id")
        if mail.status is not MailStatus.WAITING or mail.content is None:
            return
        effect_id = plan(work, EFFECT, key=f"{mail.id}/{mail.round}", payload={}).id
        letter = compose(_envelope(mail), mail.content, sender=work.outside.mail_from)
        server = MailServer(work.outside.smtp_url) if work.outside.smtp_url else None

    def do(_order: Order) -> Json:
        if server is None:
            raise Unavailable("NO_MAIL_SERVER", reason="KESHER_SMTP_URL is not set")
        return server.send(letter)

    def mark(work: Work, effect: Effect) -> None:
        _mark(work, work.lock(Mail, mail_id), effect)

    perform(product, effect_id, do, told=mark)


def send_again(work: Work, mail_id: UUID) -> Mail:
    """For a person who has read why it failed, or knows that it did not arrive."""
    work.require(work.rights.holds("post:read"))
    mail = work.lock(Mail, mail_id, field="id")
    mail.begin_anew()
    work.enqueue(JOB, {"mail_id": str(mail.id)})
    return mail


def list_outbox(work: Work) -> list[Mail]:
    """The latest first."""
    work.require(work.rights.holds("post:read"))
    latest = select(Mail).where(work.visible(Mail)).order_by(Mail.created_at.desc(), Mail.id.desc())
    return work.all(latest.limit(SHOWN))


def _mark(work: Work, mail: Mail, effect: Effect) -> None:
    reason = str((effect.outcome or {}).get("reason") or (effect.outcome or {}).get("code") or "")
    now = work.clock.now()
    if effect.status is EffectStatus.DONE:
        mail.go_out(now)
    elif effect.status is EffectStatus.FAILED:
        mail.fail(reason)
    elif effect.status is EffectStatus.PARKED:
        mail.doubt(reason)
    elif mail.status is MailStatus.WAITING:
        mail.wait(reason, now)
        if mail.next_try_at is not None:
            work.enqueue(JOB, {"mail_id": str(mail.id)}, run_at=mail.next_try_at)


def _envelope(mail: Mail) -> tuple[UUID, Address, str]:
    return mail.id, Address(mail.to_email, mail.to_name), mail.locale


def _as_product(opener: Opener) -> Opener:
    """Whoever caused the mail need not be allowed to read mails."""
    tenant = opener.tenant
    who = system(opener.principal.request_id, locale=tenant.locale, time_zone=tenant.time_zone)
    return replace(opener, principal=who)

"""What is done with devices, and messages handed over to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from email.utils import parseaddr
from typing import Final
from uuid import UUID

from sqlalchemy import select

from saas.core.errors import Invalid, LimitReached, NotFound, NothingLeft, Refusal, Unavailable
from saas.core.fields import written
from saas.core.outside import Outside
from saas.core.texts import harmless, later, say
from saas.core.work import Opener, Work
from saas.identity.outbound import Barred, Outbound
from saas.push.encryption import BadKey, read_keys
from saas.push.events import DeviceLeaves
from saas.push.gateway import Place, Sender
from saas.push.messages import Message
from saas.push.model import PushDevice
from saas.push.queries import find_owner
from saas.push.vapid import key_of, public_text

SAMPLE = "push.send_sample"
MOST: Final = 20
WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 4, 15, 60, 240))
"""How long after each try that failed the next one comes, unless the push service says more."""
PAUSE: Final = timedelta(seconds=15)
_LONGEST_ENDPOINT, _LONGEST_NAME = 2000, 80
_BODY = later("This is how you are told of something on this device.")
_SHOW = later("Show it")


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a browser says: `public_key` and `secret` are its `p256dh` and `auth`."""

    endpoint: str
    public_key: str
    secret: str


def public_key(work: Work) -> str:
    """With which browsers subscribe for us."""
    return public_text(key_of(work.outside.sealing_key()))


def subscribe_device(work: Work, name: str, said: Subscription) -> PushDevice:
    """The acting member's from now on, whoever used this browser before: only the browser itself knows its endpoint."""
    if work.who.member_id is None:
        raise Invalid("NO_MEMBER", "Only a member has devices.")
    _check(work.outside, said)
    name = harmless(written(name, "name"), most=_LONGEST_NAME)
    known = work.first(select(PushDevice).where(PushDevice.endpoint == said.endpoint))
    if known is not None and known.member_id == work.who.member_id:
        known.name, known.public_key, known.secret = name, said.public_key, said.secret
        known.session_id = work.who.session_id
        return known
    if known is not None:
        _remove(work, known)
        work.flush()
    if len(list_devices(work, work.who.member_id)) >= MOST:
        raise LimitReached("TOO_MANY_DEVICES", "There is room for %(most)s devices. Remove one first.", most=MOST)
    return work.add(
        PushDevice(
            member_id=work.who.member_id, session_id=work.who.session_id, name=name, failures=0,
            endpoint=said.endpoint, public_key=said.public_key, secret=said.secret,
        )
    )  # fmt: skip


def remove_device(work: Work, device_id: UUID) -> PushDevice:
    return _remove(work, work.lock(PushDevice, device_id, field="id"))


def sign_out_devices(work: Work, *, session_id: UUID | None = None, but: UUID | None = None) -> None:
    """The acting member's that were subscribed, or seen last, in a session that ends: this one, or all `but` one."""
    if work.who.member_id is None:
        raise Invalid("NO_MEMBER", "Only a member has devices.")
    for device in list_devices(work, work.who.member_id):
        if device.session_id == session_id if session_id else but is None or device.session_id != but:
            _remove(work, device)


def ask_for_sample(work: Work, device_id: UUID) -> PushDevice:
    """It comes in a moment, or the device tells why not."""
    device = work.lock(PushDevice, device_id, field="id")
    work.enqueue(SAMPLE, {"device_id": str(device.id)})
    return device


def send_sample(opener: Opener, device_id: UUID) -> None:
    reader = find_reader(opener, device_id)
    if reader is not None:
        locale = reader.principal.locale
        opens = "/settings/notifications"
        sample = Message("push.sample", locale, opener.tenant.name, say(_BODY, locale), opens, say(_SHOW, locale))
        deliver(opener, device_id, [sample])


def find_reader(opener: Opener, device_id: UUID) -> Opener | None:
    """Acts as the member whose device it is. Where he may not come in any more, or has ended what was begun before, the
    device is removed: then it is None. Raises NothingLeft where it is gone already.
    """
    with opener() as work:
        device = work.first(select(PushDevice).where(PushDevice.id == device_id))
    if device is None:
        raise NothingLeft(field="id")
    owner = find_owner(opener, device)
    if owner is not None:
        return replace(opener, principal=owner)
    with opener() as work:
        device = _lock(work, device_id)
        if device is not None:
            _remove(work, device)
    return None


def begin(work: Work, device_id: UUID, task: str) -> bool:
    """Whether something may be sent now, by whoever asks and by nobody else for a while. Else the job `task` comes when
    it may, or was seen to already: what comes in a rush is told together.
    """
    device, now = _lock(work, device_id), work.clock.now()
    if device is None or (device.next_at is not None and device.next_at > now):
        return False
    if device.busy_at is not None and device.busy_at + PAUSE > now:
        device.next_at = device.busy_at + PAUSE
        work.enqueue(task, {"device_id": str(device.id)}, run_at=device.next_at)
        return False
    device.begun_at = now
    return True


def deliver(opener: Opener, device_id: UUID, messages: Sequence[Message], *, task: str | None = None) -> list[Message]:
    """By the product, one after another, while nothing is held. Returns those about which nothing is left to do: they
    have arrived, or never will, as on a device that is gone. Where the push service takes none now, the job `task`
    comes for the others later.
    """
    with opener() as work:
        device, sender = _lock(work, device_id), _sender(work.outside)
        if device is None:
            return [*messages]
        place = Place(device.endpoint, device.public_key, device.secret)
    settled = list[Message]()
    for message in messages:
        refusal, now = None, opener.clock.now()
        try:
            sender.send(place, message.content(), message.headers(), now=now)
        except Refusal as error:
            refusal = error
        with opener() as work:
            device = _lock(work, device_id)
            if device is not None and isinstance(refusal, NotFound):
                _remove(work, device)
            if device is None or isinstance(refusal, NotFound):
                return [*messages]
            if refusal is None:
                device.take(now)
            elif _note(work, device, refusal, task):
                return settled
        settled.append(message)
    return settled


def list_devices(work: Work, member_id: UUID) -> list[PushDevice]:
    """Of any member: the product must know whom it can tell something where."""
    return work.all(select(PushDevice).where(PushDevice.member_id == member_id).order_by(PushDevice.id))


def _note(work: Work, device: PushDevice, refusal: Refusal, task: str | None) -> bool:
    """Whether it is tried again: what was refused for good, or too often, is not."""
    again = task is not None and isinstance(refusal, Unavailable) and device.failures < len(WAITS)
    wait = timedelta(seconds=int(str(refusal.params.get("seconds") or 0)))
    next_at = work.clock.now() + max(wait, WAITS[device.failures]) if again else None
    device.fail(str(refusal.params["reason"]), work.clock.now(), next_at=next_at)
    if task is not None and next_at is not None:
        work.enqueue(task, {"device_id": str(device.id)}, run_at=next_at)
    return again


def _remove(work: Work, device: PushDevice) -> PushDevice:
    work.emit(DeviceLeaves(device.id))
    work.remove(device)
    return device


def _lock(work: Work, device_id: UUID) -> PushDevice | None:
    """Whoever's it is: it is the product that asks."""
    return work.first(select(PushDevice).where(PushDevice.id == device_id).with_for_update())


def _check(outside: Outside, said: Subscription) -> None:
    try:
        Outbound(loopback=outside.is_local).check(said.endpoint)
    except Barred as error:
        raise _misled() from error
    if len(said.endpoint) > _LONGEST_ENDPOINT or not said.endpoint.isascii():
        raise _misled()
    try:
        read_keys(said.public_key, said.secret)
    except BadKey as error:
        raise Invalid("BAD_KEY", "This is no key of a browser that has subscribed.", "publicKey") from error


def _misled() -> Invalid:
    return Invalid("BAD_ENDPOINT", "This is no address of a push service.", "endpoint")


def _sender(outside: Outside) -> Sender:
    contact = f"mailto:{parseaddr(outside.mail_from)[1]}"
    return Sender(key_of(outside.sealing_key()), contact, Outbound(loopback=outside.is_local))

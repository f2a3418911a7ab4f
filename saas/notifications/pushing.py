"""Telling members on their devices."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, delete, insert, or_, select

from saas.core.ids import new_id
from saas.core.work import Opener, Work
from saas.notifications.model import Notification, NotificationPush
from saas.notifications.pushes import message_of
from saas.push.actions import begin, deliver, find_reader
from saas.push.events import DeviceLeaves
from saas.push.messages import LASTS, Message
from saas.push.model import PushDevice

JOB = "notifications.push_device"
MOST = 200


def line_up(work: Work, devices: Sequence[PushDevice], told: Sequence[Notification], due: datetime) -> None:
    """They are told on each of their member's devices once this has happened, or when his quiet hours end."""
    if devices:
        work.flush()
    for device in devices:
        at_end = NotificationPush.device_id == device.id, NotificationPush.due_at == due
        waits = select(NotificationPush.id).where(*at_end).limit(1)
        seen_to = due > work.clock.now() and work.first(waits) is not None
        rows = [{"id": new_id(), "device_id": device.id, "notification_id": one.id, "due_at": due} for one in told]
        work.bulk(insert(NotificationPush), rows)
        if not seen_to:
            work.enqueue(JOB, {"device_id": str(device.id)}, run_at=due)


def push_device(opener: Opener, device_id: UUID) -> None:
    """All that is due on it, one message a kind; what its member has read since, or may not see any more, is not. A job
    that dies between sending and noting it sends the same again, which takes the place of the first on the screen.
    """
    reader = find_reader(opener, device_id)
    if reader is None:
        return
    with opener() as work:
        waiting = work.all(select(NotificationPush.id).where(*_due(work, device_id)).limit(MOST))
        if not waiting or not begin(work, device_id, JOB):
            return
    with reader() as work:
        messages = _compose(work, waiting)
    settled = deliver(opener, device_id, list(messages), task=JOB)
    left = {row for message in messages if message not in settled for row in messages[message]}
    with opener() as work:
        work.bulk(delete(NotificationPush).where(NotificationPush.id.in_(set(waiting) - left)))


def forget_device(work: Work, event: DeviceLeaves) -> None:
    work.bulk(delete(NotificationPush).where(NotificationPush.device_id == event.device_id))


def _due(work: Work, device_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return NotificationPush.device_id == device_id, NotificationPush.due_at <= work.clock.now()


def _compose(work: Work, waiting: Sequence[UUID]) -> dict[Message, list[UUID]]:
    """With the rows that each is for; the acting member is who reads it."""
    since = work.clock.now() - LASTS
    seen = Notification.at > since, work.visible(Notification)
    due = select(NotificationPush.id, Notification).join(
        Notification, Notification.id == NotificationPush.notification_id
    )
    unread = Notification.read_at.is_(None)
    given = due.where(NotificationPush.id.in_(waiting), *seen, or_(unread, Notification.shown.is_(False)))
    ordered = given.order_by(Notification.kind, Notification.at.desc(), Notification.id.desc())
    told = [(cast(UUID, row), cast(Notification, one)) for row, one in work.rows(ordered)]
    found = dict[Message, list[UUID]]()
    for kind, group in groupby(told, lambda row: row[1].kind):
        rows = list(group)
        others = work.all(select(Notification).where(Notification.kind == kind, unread, *seen).limit(MOST))
        message = message_of([one for _, one in rows], others, work.who.locale, work.tenant.name)
        found[message] = [row for row, _ in rows]
    return found

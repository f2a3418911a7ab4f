"""Notifications in the graph: the acting member's own, and how he wants them."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement, func
from strawberry import UNSET

from saas.core.model import Model
from saas.core.notices import Mailing
from saas.core.texts import say
from saas.core.work import Work
from saas.graph.declare import Node, changes, computed, key, mutation, node, query, record_or_none
from saas.imports.wording import in_members_language
from saas.members.graph import MemberNode
from saas.notifications import actions, queries
from saas.notifications.model import Notification, NotificationChoice, NotificationHours

strawberry.enum(Mailing, name="NotificationMailing", description="Whether a kind of notification comes by mail too.")


def _text(notification: type[Notification]) -> ColumnElement[str]:
    return in_members_language(notification.texts)


def _about_id(notification: type[Notification]) -> ColumnElement[str]:
    """As `saas.graph.ids` writes it."""
    raw = func.convert_to(notification.about_type + ":", "UTF8").op("||")(func.uuid_send(notification.about_id))
    return func.translate(func.encode(raw, "base64"), "+/=", "-_")


@node(Notification, many="notifications", order="-at")
class NotificationNode(Node):
    """Something that the acting member is told: `text` in his language, about the record `aboutId`. What he does not
    want to be shown is there too, read from the start.
    """

    kind: str
    text: str = computed(_text)
    at: datetime
    actor: MemberNode | None
    about_type: str
    about_id: str = computed(_about_id)
    read_at: datetime | None
    shown: bool


@node(NotificationChoice)
class NotificationChoiceNode(Node):
    """How the acting member hears of a kind."""

    kind: str
    shown: bool
    mailing: Mailing
    push: bool | None


@node(NotificationHours)
class NotificationHoursNode(Node):
    """When the acting member wants mails, `HH:MM` in his time zone."""

    digest_at: str
    quiet_from: str | None
    quiet_until: str | None


@query
def unread_notifications(work: Work) -> int:
    """How many the acting member has not read."""
    return queries.count_unread(work)


@strawberry.type(description="A kind of notification, and how the acting member hears of it.")
class NotificationKind:
    """`title` is in the member's language."""

    kind: str
    title: str
    shown: bool
    mailing: Mailing
    push: bool


@strawberry.type(description="How the acting member wants to be told.")
class NotificationSettings:
    """`hours` is null until he has said something."""

    kinds: list[NotificationKind]
    hours: NotificationHoursNode | None


@query
def notification_settings(work: Work) -> NotificationSettings:
    """Every kind that there is, and the hours of mails."""
    kinds = [
        NotificationKind(
            kind=wish.notice.kind,
            title=say(wish.notice.title, work.who.locale),
            shown=wish.shown,
            mailing=wish.mailing,
            push=wish.push,
        )
        for wish in queries.list_wishes(work)
    ]
    return NotificationSettings(kinds=kinds, hours=record_or_none(NotificationHoursNode, queries.find_hours(work)))


@strawberry.input
class MarkNotificationReadInput:
    id: strawberry.ID
    read: bool = True


@mutation(NotificationNode)
def mark_notification_read(work: Work, input: MarkNotificationReadInput) -> Notification:
    """Marks one as read, or as unread again."""
    return actions.mark_read(work, key(NotificationNode, input.id), read=input.read)


@strawberry.input
class MarkAllNotificationsReadInput:
    """What was told after `until` stays as it is."""

    until: datetime | None = None


@mutation(MemberNode)
def mark_all_notifications_read(work: Work, input: MarkAllNotificationsReadInput) -> Model:
    """Marks all of the acting member's as read."""
    return actions.mark_all_read(work, until=input.until)


@strawberry.input
class MarkNotificationsUnreadInput:
    """At most 200."""

    ids: list[strawberry.ID]


@mutation(MemberNode)
def mark_notifications_unread(work: Work, input: MarkNotificationsUnreadInput) -> Model:
    """Takes back that several of the acting member's were marked as read."""
    return actions.mark_unread(work, [key(NotificationNode, id) for id in input.ids])


@strawberry.input
class ChooseNotificationsInput:
    """`shown` in the product, by mail as `mailing` says, and on devices with `push`; left out, that stays as it is."""

    kind: str
    shown: bool = True
    mailing: Mailing
    push: bool | None = None


@mutation(NotificationChoiceNode)
def choose_notifications(work: Work, input: ChooseNotificationsInput) -> NotificationChoice:
    """Sets how the acting member hears of a kind."""
    return actions.choose(work, input.kind, shown=input.shown, mailing=input.mailing, push=input.push)


@strawberry.input
class SetNotificationHoursInput:
    """What is left out stays; quiet hours given as null are none."""

    digest_at: str | None = UNSET
    quiet_from: str | None = UNSET
    quiet_until: str | None = UNSET


@mutation(NotificationHoursNode)
def set_notification_hours(work: Work, input: SetNotificationHoursInput) -> NotificationHours:
    """Sets when the acting member gets mails."""
    return actions.set_hours(work, changes(input))

"""The mail about notifications: one of them, or a list."""

from collections.abc import Sequence

from saas.core.errors import Plural
from saas.core.notices import notices
from saas.core.texts import later
from saas.graph.ids import encode
from saas.members.model import Member
from saas.notifications.model import Notification
from saas.post.letters import Address, Button, Letter, Line

FOOTER = later("You can choose what you hear of, and when, in the settings.")


def letter_of(told: Sequence[Notification], member: Member, origin: str, *, key: str | None) -> Letter:
    """At least one; `origin` is that of the company's host."""
    to, count = Address(member.email, member.name), len(told)
    if count == 1 and key is None:
        (only,) = told
        button = Button(later("Show it"), origin + path_of(only))
        params = {"text": text_of(only, member.locale)}
        return Letter(to, only.kind, member.locale, "%(text)s", (), button, params, footer=FOOTER)
    subject = Plural("%(count)s notification", "%(count)s notifications")
    lines = [Line(text_of(each, member.locale), origin + path_of(each)) for each in told]
    button = Button(later("Show them all"), f"{origin}/notifications")
    kind = "notifications.digest" if key else "notifications.bunch"
    return Letter(to, kind, member.locale, subject, (), button, {"count": count}, lines, FOOTER, key)


def text_of(notification: Notification, locale: str) -> str:
    return str(notification.texts.get(locale) or notification.texts["en"])


def path_of(notification: Notification) -> str:
    notice = notices().get(notification.kind)
    path = notice.path if notice is not None else "/"
    return path % encode(notification.about_type, notification.about_id) if "%s" in path else path

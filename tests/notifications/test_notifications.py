"""Members are told of what concerns them, as they wish, of nothing that they may not see, and once."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Engine, select, text

from saas.core.notices import notices
from saas.core.outside import Nowhere
from saas.core.work import Opener
from saas.deals.actions import edit_deal
from saas.leads.actions import edit_lead
from saas.members.actions import disable_member
from saas.notifications import actions
from saas.notifications.model import Notification
from saas.post.letters import as_text
from saas.post.model import Mail
from tests.deals.make import make_deal
from tests.members.make import Company, Json, key_of

MINE = """{
    notifications { totalCount nodes { id kind text at aboutType aboutId readAt actor { name } } } unreadNotifications
}"""
SETTINGS = """{ notificationSettings { kinds { kind title shown mailing } hours { digestAt quietFrom quietUntil } } }"""


def jobs(queue: Engine) -> list[tuple[str, datetime]]:
    listed = "SELECT task_name, scheduled_at FROM jobs.procrastinate_jobs ORDER BY id"
    with queue.connect() as connection:
        return [(row[0], row[1]) for row in connection.execute(text(listed))]


def mine(company: Company, who: str) -> list[Json]:
    said = company.ask(who, MINE)["notifications"]
    assert isinstance(said, dict)
    return list(said["nodes"])


def unread(company: Company, who: str) -> object:
    return company.ask(who, MINE)["unreadNotifications"]


def give(company: Company, name: str, to: str, *, by: str = "olga") -> Json:
    return make_deal(company, name, who=by, ownerId=company.id(to))


def mail(company: Company, to: str) -> None:
    """What the job does, after whoever caused it."""
    opener = Opener(company.lanes, company.tenant, company.principal("olga"), company.clock)
    actions.mail_member(replace(opener, outside=Nowhere()), company.keys[to])


def mails(company: Company) -> list[Mail]:
    with company.open() as work:
        return work.all(select(Mail).order_by(Mail.created_at, Mail.id))


def test_who_is_given_a_deal_is_told_in_his_language(company: Company, queue: Engine) -> None:
    company.do("rina", "updateProfile", locale="he")
    company.locales["rina"] = "he"
    deal = give(company, "Acme rollout", "rina")
    (told,) = mine(company, "rina")
    assert told["text"] == "העסקה \u2068Acme rollout\u2069 נמסרה לך על ידי \u2068olga\u2069."
    assert (told["kind"], told["aboutType"], told["aboutId"]) == ("deals.given", "Deal", deal["id"])
    assert (told["readAt"], told["actor"]) == (None, {"name": "Olga"})
    assert unread(company, "rina") == 1
    company.do("rina", "updateProfile", locale="en")
    assert mine(company, "rina")[0]["text"] == "olga gave you the deal Acme rollout."


def test_nobody_else_is_told_and_nobody_of_his_own_doing(company: Company, queue: Engine) -> None:
    give(company, "Acme rollout", "rina")
    make_deal(company, "Own", who="rina")
    assert [mine(company, who) for who in ("olga", "adam", "raz", "mona")] == [[], [], [], []]
    assert len(mine(company, "rina")) == 1


def test_a_spoofed_name_turns_nothing_around(company: Company, queue: Engine, migrate_engine: Engine) -> None:
    """One that was kept before names were looked at."""
    deal = give(company, "Old rollout", "sami")
    with migrate_engine.begin() as connection:
        spoof = text(f"UPDATE {company.tenant.namespace}.deal SET name = :name WHERE name = 'Old rollout'")
        assert connection.execute(spoof, {"name": "\u202eemca\u2066\x07 rollout"}).rowcount == 1
    company.do("olga", "updateDeal", id=deal["id"], ownerId=company.id("rina"))
    assert mine(company, "rina")[0]["text"] == "olga gave you the deal emca rollout."


def test_who_may_not_see_it_any_more_does_not_see_that_he_was_told(company: Company, queue: Engine) -> None:
    deal = give(company, "Acme rollout", "rina")
    company.do("olga", "updateDeal", id=deal["id"], ownerId=company.id("sami"))
    assert (mine(company, "rina"), unread(company, "rina")) == ([], 0)
    assert len(mine(company, "sami")) == 1
    company.do("olga", "deleteDeal", id=deal["id"])
    assert mine(company, "sami") == []


def test_a_member_without_access_is_told_nothing(company: Company, queue: Engine) -> None:
    deal = give(company, "Acme rollout", "rina")
    with company.open("olga") as work:
        disable_member(work, company.keys["raz"])
    with company.open() as work:
        before = len(work.all(select(Notification.id)))
    assert company.act("olga", "updateDeal", id=deal["id"], ownerId=company.id("raz")).problem is not None
    with company.open() as work:
        assert len(work.all(select(Notification.id))) == before


def test_one_is_marked_as_read_and_unread_by_its_member_alone(company: Company, queue: Engine) -> None:
    give(company, "Acme rollout", "rina")
    id = mine(company, "rina")[0]["id"]
    assert company.refuse("olga", "markNotificationRead", id=id) == ("NOT_FOUND", "id")
    assert company.refuse("raz", "markNotificationRead", id=id) == ("NOT_FOUND", "id")
    company.do("rina", "markNotificationRead", id=id)
    assert unread(company, "rina") == 0
    company.do("rina", "markNotificationRead", id=id, read=False)
    assert unread(company, "rina") == 1


def test_all_are_marked_as_read(company: Company, queue: Engine) -> None:
    give(company, "One", "rina")
    give(company, "Other", "raz")
    until = company.clock.now()
    company.clock.pass_by(timedelta(minutes=5))
    give(company, "Two", "rina")
    assert company.do("rina", "markAllNotificationsRead", until=until.isoformat())["id"] == company.id("rina")
    assert (unread(company, "rina"), unread(company, "raz")) == (1, 1)
    company.do("rina", "markAllNotificationsRead")
    assert (unread(company, "rina"), unread(company, "raz")) == (0, 1)
    assert company.act(None, "markAllNotificationsRead").problem == ("NO_MEMBER", None)


def test_what_was_marked_as_read_at_once_is_unread_again(company: Company, queue: Engine) -> None:
    for name in ("One", "Two", "Three"):
        give(company, name, "rina")
    give(company, "Other", "raz")
    ids = [one["id"] for one in mine(company, "rina")]
    company.do("rina", "markAllNotificationsRead")
    not_hers = mine(company, "raz")[0]["id"]
    assert company.refuse("rina", "markNotificationsUnread", ids=[*ids[:2], not_hers]) == ("NOT_FOUND", "ids")
    assert unread(company, "rina") == 0
    company.do("rina", "markNotificationsUnread", ids=ids[:2])
    assert (unread(company, "rina"), unread(company, "raz")) == (2, 1)
    assert company.refuse("rina", "markNotificationsUnread", ids=ids * 67) == ("TOO_MANY", "ids")
    assert unread(company, "rina") == 2


def test_every_kind_can_be_chosen(company: Company, queue: Engine) -> None:
    said = company.ask("rina", SETTINGS)["notificationSettings"]
    assert isinstance(said, dict)
    assert [kind["kind"] for kind in said["kinds"]] == list(notices())
    assert all(kind["title"] for kind in said["kinds"])
    assert said["hours"] is None
    company.do("rina", "chooseNotifications", kind="deals.given", shown=False, mailing="NEVER")
    give(company, "Acme rollout", "rina")
    assert mine(company, "rina") == []
    assert jobs(queue) == []
    company.do("rina", "chooseNotifications", kind="deals.given", shown=True, mailing="NEVER")
    give(company, "Next", "rina")
    assert (len(mine(company, "rina")), jobs(queue)) == (1, [])
    assert company.refuse("rina", "chooseNotifications", kind="nothing", mailing="NEVER") == ("UNKNOWN_KIND", "kind")
    chosen = company.ask("rina", SETTINGS)["notificationSettings"]
    assert isinstance(chosen, dict)
    assert {"kind": "deals.given", "title": "A deal is given to me", "shown": True, "mailing": "NEVER"} in chosen[
        "kinds"
    ]
    assert company.ask("raz", SETTINGS)["notificationSettings"] == said


def test_hours_are_kept_and_refused(company: Company, queue: Engine) -> None:
    made = company.do("rina", "setNotificationHours", digestAt="17:15", quietFrom="22:00", quietUntil="07:00")
    assert (made["digestAt"], made["quietFrom"], made["quietUntil"]) == ("17:15", "22:00", "07:00")
    assert company.refuse("rina", "setNotificationHours", digestAt="25:00") == ("BAD_TIME", "digestAt")
    assert company.refuse("rina", "setNotificationHours", quietFrom=None) == ("HALF_QUIET", "quietUntil")
    made = company.do("rina", "setNotificationHours", quietFrom=None, quietUntil=None)
    assert (made["digestAt"], made["quietFrom"], made["quietUntil"]) == ("17:15", None, None)


def test_a_digest_is_one_mail_at_the_members_time(company: Company, queue: Engine) -> None:
    company.do("rina", "updateProfile", timeZone="Asia/Jerusalem", locale="he")
    company.do("rina", "setNotificationHours", digestAt="17:00")
    for name in ("One", "Two", "Three"):
        give(company, name, "rina")
    due = company.clock.now().replace(hour=15)
    assert jobs(queue) == [("notifications.mail_member", due)]
    mail(company, "rina")
    assert mails(company) == []
    company.clock.at = due
    for _ in range(2):
        mail(company, "rina")
    (sent,) = mails(company)
    assert (sent.to_email, sent.locale, sent.kind) == ("rina@demo.test", "he", "notifications.digest")
    assert sent.subject == "3 התראות"
    assert sent.content is not None
    assert as_text(sent.content).count("http://") == 4


def test_a_digest_comes_once_a_day_and_what_is_late_waits(company: Company, queue: Engine) -> None:
    give(company, "One", "rina")
    company.clock.at = company.clock.now().replace(hour=8) + timedelta(days=1)
    mail(company, "rina")
    give(company, "Two", "rina")
    with company.open("rina") as work:  # as if it had been written before the digest, and committed after it
        for late in work.all(select(Notification).where(Notification.mailed_at.is_(None))):
            late.mail_due_at = company.clock.now()
    mail(company, "rina")
    assert len(mails(company)) == 1
    company.clock.pass_by(timedelta(days=1))
    mail(company, "rina")
    assert [sent.subject for sent in mails(company)] == ["1 notification", "1 notification"]


def test_what_was_read_is_not_mailed(company: Company, queue: Engine) -> None:
    give(company, "One", "rina")
    company.do("rina", "markAllNotificationsRead")
    company.clock.pass_by(timedelta(days=1))
    mail(company, "rina")
    assert mails(company) == []


def test_what_is_not_to_be_shown_is_still_mailed(company: Company, queue: Engine) -> None:
    company.do("rina", "chooseNotifications", kind="deals.given", shown=False, mailing="DIGEST")
    give(company, "One", "rina")
    assert unread(company, "rina") == 0
    company.clock.pass_by(timedelta(days=1))
    mail(company, "rina")
    assert len(mails(company)) == 1


def test_what_he_may_not_see_any_more_is_not_mailed(company: Company, queue: Engine) -> None:
    deal = give(company, "One", "rina")
    company.do("olga", "updateDeal", id=deal["id"], ownerId=company.id("sami"))
    company.clock.pass_by(timedelta(days=1))
    mail(company, "rina")
    assert mails(company) == []


def test_a_mail_at_once_says_it_and_leads_there(company: Company, queue: Engine) -> None:
    company.do("rina", "chooseNotifications", kind="deals.given", shown=True, mailing="AT_ONCE")
    deal = give(company, "One", "rina")
    company.clock.pass_by(timedelta(minutes=1))
    mail(company, "rina")
    (sent,) = mails(company)
    assert (sent.subject, sent.kind) == ("olga gave you the deal One.", "deals.given")
    assert sent.content is not None
    assert f"http://{company.tenant.slug}.localhost:8000/deals/{deal['id']}" in as_text(sent.content)


def test_a_bunch_at_once_is_one_mail(company: Company, queue: Engine) -> None:
    company.do("rina", "chooseNotifications", kind="deals.given", shown=True, mailing="AT_ONCE")
    for name in ("One", "Two", "Three"):
        give(company, name, "rina")
        company.clock.pass_by(timedelta(seconds=15))
    assert len(jobs(queue)) == 1
    company.clock.pass_by(timedelta(seconds=15))
    mail(company, "rina")
    assert [sent.subject for sent in mails(company)] == ["3 notifications"]


def test_what_one_change_tells_in_two_ways_is_one_mail(company: Company, queue: Engine) -> None:
    deal, lead = give(company, "One", "olga"), company.do("olga", "createLead", name="Noa", ownerId=company.id("olga"))
    for kind in ("deals.given", "leads.given"):
        company.do("rina", "chooseNotifications", kind=kind, shown=True, mailing="AT_ONCE")
    with company.open("adam") as work:
        edit_deal(work, key_of(deal), {"owner_id": company.keys["rina"]})
        edit_lead(work, key_of(lead), {"owner_id": company.keys["rina"]})
    assert [name for name, _at in jobs(queue)].count("notifications.mail_member") == 1
    company.clock.pass_by(timedelta(minutes=1))
    mail(company, "rina")
    assert [sent.subject for sent in mails(company)] == ["2 notifications"]


def test_quiet_hours_hold_a_mail_back(company: Company, queue: Engine) -> None:
    company.do("rina", "chooseNotifications", kind="deals.given", shown=True, mailing="AT_ONCE")
    company.do("rina", "setNotificationHours", quietFrom="11:00", quietUntil="14:00")
    give(company, "One", "rina")
    assert jobs(queue) == [("notifications.mail_member", company.clock.now().replace(hour=14))]
    company.clock.pass_by(timedelta(minutes=5))
    mail(company, "rina")
    assert mails(company) == []


def test_another_company_sees_nothing(company: Company, other_company: Company, queue: Engine) -> None:
    give(company, "One", "rina")
    assert mine(other_company, "rina") == []
    id = mine(company, "rina")[0]["id"]
    assert other_company.refuse("rina", "markNotificationRead", id=id) == ("NOT_FOUND", "id")
    assert key_of(mine(company, "rina")[0])

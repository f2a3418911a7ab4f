"""What pages tell of a visitor, whose it becomes, and when he is gone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from saas.capture.actions import Arrival, receive
from saas.capture.visitor import digest
from saas.core.audit import AuditEntry
from saas.core.news import Turn, read
from saas.graph.declare import global_id
from saas.notifications.model import Notification
from saas.visits.actions import KEPT, expire_visit, forget_old
from saas.visits.graph import VisitNode
from saas.visits.model import HERE, QUIET, PageView, Visit
from tenants.engine import commit_within
from tests.capture.make import opener_of, work_off
from tests.members.make import Company, Json, key_of
from tests.roles.make import give_role, make_role, ruled
from tests.sources.make import make_source
from tests.visits.make import OTHER, VISITOR, Browser, leads, texts, visits_of


def expire(company: Company) -> None:
    """As the worker does with whatever is to be looked at by now."""
    with company.open() as work:
        due = work.all(select(Visit.id).where(Visit.watched_until <= company.clock.now()))
    for visit_id in due:
        with company.open() as work:
            expire_visit(work, visit_id)


def test_who_leaves_is_gone_at_once_and_back_when_he_comes_again(company: Company) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in()
    dana.leave("/", seconds=5)
    (lead,) = leads(company)
    (visit,) = visits_of(lead)
    assert (lead["presence"], visit["isHere"], visit["seconds"]) == (None, False, 5)
    assert visit["leftAt"] is not None
    company.clock.pass_by(timedelta(minutes=20))
    dana.look("/contact-us")
    (lead,) = leads(company)
    (visit,) = visits_of(lead)
    assert (visit["isHere"], visit["leftAt"], visit["intents"]) == (True, None, ["CONTACT"])
    dana.leave("/")  # of a page that is not the one that he looks at any more
    assert leads(company)[0]["presence"] is not None


def test_who_falls_silent_is_gone_when_the_job_looks_and_no_sooner(company: Company) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in()
    for _ in range(5):
        company.clock.pass_by(timedelta(seconds=15))
        dana.look("/", seconds=15)
        expire(company)
        assert leads(company)[0]["presence"] is not None
    last = company.clock.now()
    company.clock.pass_by(HERE)
    assert leads(company)[0]["presence"] is None
    expire(company)
    with company.open() as work:
        (visit,) = work.all(select(Visit))
        assert (visit.left_at, visit.watched_until) == (last, None)


def test_a_beat_is_one_update_that_neither_the_audit_nor_those_who_look_on_hear_of(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def commit(session: Session, word: str | None = None) -> None:
        told.extend([word] if word else [])
        commit_within(session, word)

    monkeypatch.setattr("saas.core.work.commit_within", commit)
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in()
    with company.open() as work:
        audited = len(work.all(select(AuditEntry.id)))
        (visit_id,) = work.all(select(Visit.id))

    def heard(beat: Callable[[], object]) -> bool:
        told.clear()
        company.clock.pass_by(timedelta(seconds=15))
        beat()
        return [list(read(f"here {word}").rows) for word in told] == [["visit"]]

    assert not heard(lambda: dana.look("/", seconds=15))
    assert heard(lambda: dana.look("/pricing"))
    assert not heard(lambda: dana.look("/pricing", seconds=15))
    assert heard(lambda: dana.leave("/pricing", seconds=20))
    assert heard(lambda: dana.look("/pricing", seconds=30))
    company.clock.pass_by(HERE)
    assert heard(lambda: expire(company))
    assert read(f"here {told[0]}").rows["visit"] == {visit_id: Turn.UPDATED}
    with company.open() as work:
        assert len(work.all(select(AuditEntry.id))) == audited


def test_a_visitor_who_comes_back_is_the_same_lead(company: Company) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    company.clock.pass_by(timedelta(hours=3))
    dana.visit = "second-0123456789abcdefghij"
    dana.look("/", view="again-again", landingPage="https://www.customer.test/?utm_source=may&token=secret#top")
    dana.fill_in()
    company.clock.pass_by(timedelta(hours=3))
    dana.visit = "third-0123456789abcdefghij"
    dana.look("/מחירון/", view="third-look")
    (lead,) = leads(company)
    assert [(one["ordinal"], one["isHere"], one["intents"], one["landingPage"]) for one in visits_of(lead)] == [
        (3, True, ["RETURNING", "PRICING"], "https://www.customer.test/"),
        (2, False, ["RETURNING"], "https://www.customer.test/?utm_source=may"),
        (1, False, [], "https://www.customer.test/"),
    ]
    company.clock.pass_by(QUIET + timedelta(minutes=2))
    before = company.state()
    dana.look("/late")  # this visit is over
    assert company.state() == before


def test_many_forms_at_once_take_over_their_own_visits_in_one_statement(company: Company) -> None:
    source = make_source(company)
    for number in range(3):
        Browser(company, source, f"visitor-{number:020}").look(f"/page-{number}")
        said: Json = {"fields": {"Full name": f"Lead {number}", "E-mail": f"l{number}@site.test"},
                      "visit": {"visitor": digest(f"visitor-{number:020}")}}  # fmt: skip
        receive(opener_of(company), key_of(source), Arrival(f"form-{number}", said))
    work_off(company)
    found = {str(lead["name"]): [one["path"] for one in visits_of(lead)] for lead in leads(company)}
    assert found == {f"Lead {number}": [f"/page-{number}"] for number in range(3)}


def test_the_newest_form_of_a_visitor_has_the_visit_that_is_under_way(company: Company) -> None:
    dana = Browser(company, make_source(company))
    dana.look("/")
    dana.fill_in("Dana Levi")
    company.clock.pass_by(timedelta(hours=2))
    dana.visit = "second-0123456789abcdefghij"
    dana.look("/", view="again-again")
    dana.fill_in("Dana Once More")
    found = {str(lead["name"]): [one["ordinal"] for one in visits_of(lead)] for lead in leads(company)}
    assert found == {"Dana Levi": [1], "Dana Once More": [2]}


def test_whoever_sees_the_lead_sees_its_visits_and_nobody_those_of_a_stranger(company: Company) -> None:
    source = make_source(company, ownerId=company.id("rina"))
    dana = Browser(company, source)
    dana.look("/")
    Browser(company, source, OTHER, "noahs-0123456789abcdefghij").look("/secret")
    dana.fill_in()
    with company.open() as work:
        ids = {visit.path: global_id(VisitNode, visit.id) for visit in work.all(select(Visit))}
    read = "query Read($ids: [ID!]!) { nodes(ids: $ids) { ... on Visit { path } } }"
    for who, sees in (("olga", True), ("rina", True), ("sami", False)):
        said = company.ask(who, read, ids=[ids["/"], ids["/secret"]])["nodes"]
        assert said == [{"path": "/"} if sees else None, None], who
    assert [lead["name"] for lead in leads(company, "sami")] == []


def test_what_nobody_asked_for_is_forgotten_after_ninety_days(company: Company) -> None:
    source = make_source(company)
    dana, noah = Browser(company, source), Browser(company, source, OTHER, "noahs-0123456789abcdefghij")
    dana.look("/")
    noah.look("/")
    dana.fill_in()
    company.clock.pass_by(KEPT)
    for wait, left in ((timedelta(), ["/", "/"]), (timedelta(seconds=1), ["/"])):
        company.clock.pass_by(wait)
        with company.open() as work:
            forget_old(work, key_of(source))
        with company.open() as work:
            assert work.all(select(PageView.path)) == left
            assert work.all(select(Visit.path)) == left


def test_who_does_not_agree_any_more_is_forgotten_unless_he_is_a_lead(company: Company) -> None:
    source = make_source(company)
    dana, noah = Browser(company, source), Browser(company, source, OTHER, "noahs-0123456789abcdefghij")
    dana.look("/")
    noah.look("/")
    dana.fill_in()
    for one in (dana, noah):
        one.leave("/", forget=True)
    with company.open() as work:
        assert work.all(select(Visit.visitor)) == [digest(VISITOR)]
        assert len(work.all(select(PageView.id))) == 1


def test_whom_a_lead_is_given_to_hears_that_he_is_on_the_site_now(company: Company) -> None:
    dana = Browser(company, make_source(company, ownerId=company.id("rina")))
    dana.look("/")
    dana.look("/pricing")
    dana.fill_in()
    assert texts(company, "rina") == ["A new lead for you: Dana Levi. On /pricing of your site now: visit 1, 2 pages."]
    with company.open() as work:
        (told,) = work.all(select(Notification.texts))
    assert "ביקור 1, 2 עמודים" in str(told["he"])
    assert "صفحتان" in str(told["ar"])
    company.clock.pass_by(HERE)
    dana.fill_in("Noah Levi")
    assert texts(company, "rina")[0] == "A new lead for you: Noah Levi."


def test_whose_role_hides_visits_is_neither_shown_nor_told_of_them(company: Company) -> None:
    make_role(company, "Discreet", fields=[ruled("Lead", "visits")])
    give_role(company, "rina", "Discreet")
    dana = Browser(company, make_source(company, ownerId=company.id("rina")))
    dana.look("/pricing")
    dana.fill_in()
    (lead,) = leads(company, "rina")
    assert lead["presence"] is None
    assert texts(company, "rina") == ["A new lead for you: Dana Levi."]
    assert leads(company)[0]["presence"] is not None

"""What a company says of itself: changed by those who may, told in its trail, refused where it makes no sense."""

import pytest
from psycopg2 import errors
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from saas.graph.threads import Threads
from tenants.engine import Lanes
from tenants.errors import WriteRefused
from tenants.registry import Directory, Tenant
from tests.company.make import holidays, look_again, profile
from tests.members.make import EVERYBODY, Company, make_company

HOURS = [{"weekday": 7, "opens": "09:00", "closes": "13:00"}, {"weekday": 1, "opens": "08:30", "closes": "24:00"}]


def test_it_says_of_itself_what_its_founder_said(company: Company) -> None:
    said = profile(company)
    assert (said["currency"], said["weekStart"], said["fiscalStart"], said["logo"]) == ("EUR", 1, 1, None)
    assert (said["version"], said["hoursSaid"], said["holidays"]) == (0, False, [])
    assert said["hours"] == [{"weekday": day, "opens": "09:00", "closes": "18:00"} for day in range(1, 6)]


def test_it_is_changed_in_one_go_and_told(company: Company, other_company: Company, directory: Directory) -> None:
    since, before, other = len(company.trail()), company.tenant, directory.find(other_company.tenant.id)
    made = company.do(
        "adam", "updateCompany", name=" Meydan בע״מ ", locale="he", timeZone="Asia/Jerusalem", weekStart=7,
        fiscalStart=4, hours=HOURS, version=0,
    )  # fmt: skip
    assert (made["name"], made["locale"], made["fiscalStart"], made["version"]) == ("Meydan בע״מ", "he", 4, 2)
    now = look_again(company, directory)
    assert (now.name, now.locale, now.time_zone, now.week_start, now.fiscal_start) == (
        "Meydan בע״מ", "he", "Asia/Jerusalem", 7, 4,
    )  # fmt: skip
    assert (now.slug, now.namespace, now.currency, now.status) == (before.slug, before.namespace, "EUR", before.status)
    said = profile(company)
    assert said["hoursSaid"] is True
    assert said["hours"] == [HOURS[1], HOURS[0]]
    assert [(who, what, of) for who, what, of, _before, _after in company.trail(since)] == [
        ("adam", "CREATE", "company"), ("adam", "UPDATE", "tenant"), ("adam", "UPDATE", "company"),
    ]  # fmt: skip
    _who, _what, _of, was, became = company.trail(since)[1]
    assert was == {"name": before.name, "locale": "en", "time_zone": "UTC", "week_start": 1, "fiscal_start": 1}
    assert became is not None
    assert became["name"] == "Meydan בע״מ"
    assert directory.find(other_company.tenant.id) == other


def test_what_does_not_change_is_not_written(company: Company, directory: Directory) -> None:
    company.do("olga", "updateCompany", fiscalStart=4)
    look_again(company, directory)
    state = company.state()
    again = company.do("olga", "updateCompany", fiscalStart=4, name=company.tenant.name)
    assert again["version"] == 2
    assert company.state() == state


def test_a_stale_change_is_a_conflict_and_an_undo_is_a_change(company: Company, directory: Directory) -> None:
    old = company.tenant.name
    first = company.do("olga", "updateCompany", name="New", version=0)
    stale = company.act("adam", "updateCompany", name="Other", version=0)
    assert stale.problem == ("CONFLICT", "version")
    assert stale.record is not None, "as it stands now"
    assert (stale.record["name"], stale.record["version"]) == ("New", first["version"])
    company.do("olga", "updateCompany", name=old, version=first["version"])
    assert look_again(company, directory).name == old


def test_hours_go_back_to_the_usual_ones(lanes: Lanes, tenant: Tenant, threads: Threads) -> None:
    company = make_company(lanes, tenant, threads, time_zone="Asia/Jerusalem")
    company.do("olga", "updateCompany", hours=HOURS)
    company.do("olga", "updateCompany", hours=None)
    said = profile(company)
    assert said["hoursSaid"] is False
    assert isinstance(said["hours"], list)
    assert [one["weekday"] for one in said["hours"]] == [1, 2, 3, 4, 7]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": "  "}, ("REQUIRED", "name")),
        ({"name": "x" * 121}, ("TOO_LONG", "name")),
        ({"name": "a\u202eb"}, ("TURNED_ROUND", "name")),
        ({"locale": "fr"}, ("BAD_LOCALE", "locale")),
        ({"timeZone": "Mars/Base"}, ("BAD_TIME_ZONE", "timeZone")),
        ({"weekStart": 8}, ("BAD_WEEKDAY", "weekStart")),
        ({"fiscalStart": 13}, ("BAD_MONTH", "fiscalStart")),
        ({"hours": []}, ("NO_HOURS", "hours")),
        ({"logo": "/company/logo/" + "0" * 64}, ("NOT_FOUND", "logo")),
        ({"version": 7, "name": "New"}, ("CONFLICT", "version")),
    ],
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    said = {"fiscalStart": 7, **given}
    assert settled.refuse("olga", "updateCompany", **said) == problem


def test_only_who_may_manage_the_company_changes_it(settled: Company, directory: Directory) -> None:
    known = directory.find(settled.tenant.id)
    for who in EVERYBODY:
        assert profile(settled, who)["name"] == settled.tenant.name
        if who not in {"olga", "adam"}:
            for mutation, given in (
                ("updateCompany", {"name": "Mine"}), ("changeCurrency", {"currency": "USD"}),
                ("addHolidays", {"holidays": [{"name": "Mine", "fallsOn": "2026-03-03"}]}),
                ("deleteHolidays", {"ids": []}),
            ):  # fmt: skip
                assert settled.refuse(who, mutation, **given) == ("FORBIDDEN", None), (who, mutation)
    assert directory.find(settled.tenant.id) == known


def test_nobody_else_reaches_its_row(lanes: Lanes, tenant: Tenant, web_engine: Engine, directory: Directory) -> None:
    """Without a tenant there is no row; inside one the gate is closed to whoever is not the unit of work."""
    change = text('SELECT ext.change_company(\'{"name": "Stolen"}\')')
    with web_engine.begin() as connection, pytest.raises(DBAPIError) as refused:
        connection.execute(change)
    assert isinstance(refused.value.orig, errors.InsufficientPrivilege)
    with lanes.session(tenant, actor=None) as session, pytest.raises(WriteRefused):
        session.execute(change)
    with lanes.session(tenant, actor=None) as session, pytest.raises(DBAPIError):
        session.execute(text("SELECT name FROM platform.tenant"))
    found = directory.find(tenant.id)
    assert found is not None
    assert found.name == tenant.name


def test_holidays_are_added_once_changed_and_taken_back(company: Company) -> None:
    days = [{"name": "Yom Kippur", "fallsOn": "2026-09-21"},
            {"name": "Founding", "fallsOn": "2019-06-01", "yearly": True, "halfUntil": "13:00"}]  # fmt: skip
    company.do("olga", "addHolidays", holidays=days)
    company.do("adam", "addHolidays", holidays=[*days, {"name": " Yom Kippur ", "fallsOn": "2026-09-20"}])
    assert holidays(company) == [
        ("2019-06-01", "Founding", True, "13:00"), ("2026-09-20", "Yom Kippur", False, None),
        ("2026-09-21", "Yom Kippur", False, None),
    ]  # fmt: skip
    found = profile(company)["holidays"]
    assert isinstance(found, list)
    first, eve, whole = (str(one["id"]) for one in found)
    assert company.refuse("olga", "updateHoliday", id=eve, fallsOn="2026-09-21") == ("HOLIDAY_TWICE", "fallsOn")
    changed = company.do("olga", "updateHoliday", id=eve, halfUntil="14:00", version=1)
    assert (changed["halfUntil"], changed["version"]) == ("14:00", 2)
    assert company.do("olga", "updateHoliday", id=first, halfUntil=None, yearly=None)["halfUntil"] is None
    company.do("olga", "deleteHolidays", ids=[eve, whole])
    assert holidays(company) == [("2019-06-01", "Founding", True, None)]
    company.do("olga", "restoreHolidays", ids=[eve, whole])
    assert len(holidays(company)) == 3


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ({"name": ""}, ("REQUIRED", "name")),
        ({"fallsOn": "1969-12-31"}, ("BAD_DAY", "fallsOn")),
        ({"halfUntil": "1 pm"}, ("BAD_TIME", "halfUntil")),
    ],
)
def test_what_is_no_holiday_is_refused(settled: Company, day: dict[str, str], problem: tuple[str, str]) -> None:
    given = [{"name": "Right", "fallsOn": "2026-03-03"}, {"name": "Wrong", "fallsOn": "2026-03-04", **day}]
    assert settled.refuse("olga", "addHolidays", holidays=given) == problem
    assert settled.refuse("olga", "addHolidays", holidays=[]) == ("BAD_COUNT", "holidays")
    assert settled.refuse("olga", "addHolidays", holidays=given[:1] * 401) == ("BAD_COUNT", "holidays")


def test_working_time_tells_hours_and_days_off(company: Company) -> None:
    company.do("olga", "addHolidays", holidays=[{"name": "Founding", "fallsOn": "2019-12-31", "yearly": True}])
    ask = """query T($since: Date!, $until: Date!) {
      workingTime(since: $since, until: $until) { said hours { weekday } daysOff { on name halfUntil } } }"""
    said = company.ask("rina", ask, since="2025-12-01", until="2027-01-31")["workingTime"]
    assert said == {
        "said": False, "hours": [{"weekday": day} for day in range(1, 6)],
        "daysOff": [{"on": f"{year}-12-31", "name": "Founding", "halfUntil": None} for year in (2025, 2026)],
    }  # fmt: skip
    refused = company.answer("rina", ask, {"since": "2026-01-02", "until": "2026-01-01"})
    assert str(refused["errors"]).count("BAD_SPAN") == 1


def test_proposals_know_what_the_company_has(company: Company) -> None:
    company.do("olga", "addHolidays", holidays=[{"name": "Kippur", "fallsOn": "2027-10-11"}])
    ask = '{ holidayProposals(country: "IL", year: 2027) { on name known } }'
    found = company.ask("rina", ask)["holidayProposals"]
    assert isinstance(found, list)
    assert [one["on"] for one in found if one["known"]] == ["2027-10-11"]
    assert len(found) > 5


def test_quarters_follow_the_fiscal_year(company: Company, directory: Directory) -> None:
    ask = '{ forecast(period: QUARTER, on: "2026-03-02") { startsOn endsOn } }'
    assert company.ask("olga", ask)["forecast"] == {"startsOn": "2026-04-01", "endsOn": "2026-06-30"}
    company.do("olga", "updateCompany", fiscalStart=3)
    look_again(company, directory)
    assert company.ask("olga", ask)["forecast"] == {"startsOn": "2026-06-01", "endsOn": "2026-08-31"}
    ask = '{ progress(period: QUARTER, on: "2026-02-27") { current { startsOn } before { startsOn } } }'
    told = company.ask("olga", ask)
    assert told["progress"] == {"current": {"startsOn": "2025-12-01"}, "before": {"startsOn": "2025-09-01"}}

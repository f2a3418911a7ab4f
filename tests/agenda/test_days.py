"""A member's day, a team's, a calendar's."""

from datetime import timedelta

import pytest

from tests.activities.make import customer, inside, plan, refusals, rows
from tests.members.make import NOW, Company, Json

DAY = """query D($first: Int, $memberId: ID) { myDay(first: $first, memberId: $memberId) { on timeZone done
    overdue { ...P } today { ...P } next { ...P } undated { ...P } } }
    fragment P on DayPage { count hasNextPage endCursor activities { subject } }"""
PART = """query P($part: DayPart!, $first: Int, $after: String) { dayPart(part: $part, first: $first, after: $after) {
    count hasNextPage endCursor activities { subject } } }"""
TEAM = "{ teamDay { member { name } overdue today next done } }"
CALENDAR = """query C($since: Date!, $until: Date!, $memberIds: [ID!]) {
    calendar(since: $since, until: $until, memberIds: $memberIds) {
        more activities { subject } occurrences { on at activity { subject } } } }"""
PARTS = ("overdue", "today", "next", "undated")


def day(company: Company, who: str = "rina", **given: object) -> dict[str, list[str]]:
    """The subjects of each part, whose counts agree."""
    said = inside(company.ask(who, DAY, **given), "myDay")
    found = {part: subjects(inside(said, part)) for part in PARTS}
    assert all(inside(said, part)["count"] == len(found[part]) for part in PARTS)
    return found


def subjects(page: Json) -> list[str]:
    return [str(one["subject"]) for one in rows(page, "activities")]


def plan_a_week(company: Company) -> None:
    """Around noon of Monday, the second of March, in UTC."""
    plan(company, "Last week", dueOn="2026-02-26")
    plan(company, "This morning", dueAt="2026-03-02T09:00:00Z")
    plan(company, "Held already", kind="MEETING", startsAt="2026-03-02T08:00:00Z", endsAt="2026-03-02T09:00:00Z")
    plan(company, "Going on", kind="MEETING", startsAt="2026-03-02T11:30:00Z", endsAt="2026-03-02T12:30:00Z")
    plan(company, "Some time today", dueOn="2026-03-02")
    plan(company, "Tonight", dueAt="2026-03-02T23:00:00Z")
    plan(company, "Tomorrow", dueOn="2026-03-03")
    plan(company, "Next week", kind="CALL", dueAt="2026-03-09T10:00:00Z")
    plan(company, "Some day")
    plan(company, "Done", done=True, dueOn="2026-03-02")
    plan(company, "Raz's", ownerId=company.id("raz"), dueOn="2026-03-02")


def test_a_day_in_its_parts(company: Company) -> None:
    plan_a_week(company)
    assert day(company) == {
        "overdue": ["Last week", "Held already", "This morning"],
        "today": ["Some time today", "Going on", "Tonight"],
        "next": ["Tomorrow", "Next week"],
        "undated": ["Some day"],
    }
    said = inside(company.ask("rina", DAY), "myDay")
    assert (said["on"], said["timeZone"], said["done"]) == ("2026-03-02", "UTC", 1)


def test_a_day_is_the_readers(company: Company) -> None:
    """In Auckland it is Tuesday by now, in New York Monday's last hour here is still Monday."""
    plan_a_week(company)
    company.zones["rina"] = "Pacific/Auckland"
    assert day(company) == {
        "overdue": ["Last week", "Some time today", "Held already", "This morning"],
        "today": ["Going on", "Tonight", "Tomorrow"],
        "next": ["Next week"],
        "undated": ["Some day"],
    }
    company.zones["rina"] = "America/New_York"
    assert day(company)["today"] == ["Some time today", "Going on", "Tonight"]


def test_a_member_sees_what_he_takes_part_in(company: Company) -> None:
    plan(company, "Demo", kind="MEETING", startsAt="2026-03-02T15:00:00Z", attendees=[{"memberId": company.id("sami")}])
    assert day(company, "sami")["today"] == ["Demo"]


def test_another_members_day_is_seen_as_far_as_he_is(company: Company) -> None:
    plan_a_week(company)
    acme = customer(company)
    plan(company, "On the account", dueOn="2026-03-02", accountIds=[acme["account"]])
    assert len(day(company, "mona", memberId=company.id("rina"))["today"]) == 4
    assert day(company, "sami", memberId=company.id("rina")) == {
        "overdue": [], "today": ["On the account"], "next": [], "undated": []
    }  # fmt: skip


def test_parts_go_on_from_page_to_page(company: Company) -> None:
    for i in range(5):
        plan(company, f"Task {i}", dueOn="2026-03-05")
    said = inside(company.ask("rina", DAY, first=2), "myDay", "next")
    assert (said["count"], said["hasNextPage"]) == (5, True)
    found, after = subjects(said), said["endCursor"]
    while after:
        page = inside(company.ask("rina", PART, part="NEXT", first=2, after=after), "dayPart")
        found += subjects(page)
        after = page["endCursor"] if page["hasNextPage"] else None
    assert found == [f"Task {i}" for i in range(5)]


@pytest.mark.parametrize("after", ["x", "bm90aGluZw==", "MjAyNi0wMy0wMlQwOTowMDowMCBub25l"])
def test_a_broken_cursor_is_refused(company: Company, after: str) -> None:
    said = company.answer("rina", PART, {"part": "NEXT", "after": after})
    assert refusals(said) == ["BAD_CURSOR"]


def test_a_team_at_a_glance(company: Company) -> None:
    plan_a_week(company)

    def loads(who: str) -> list[tuple[object, ...]]:
        team = rows(company.ask(who, TEAM), "teamDay")
        return [tuple(row[name] for name in ("overdue", "today", "next", "done")) for row in team]

    def names(who: str) -> list[str]:
        return [str(inside(row, "member")["name"]) for row in rows(company.ask(who, TEAM), "teamDay")]

    assert names("mona")[:2] == ["Rina", "Raz"]
    assert loads("mona")[:2] == [(3, 3, 2, 1), (0, 1, 0, 0)]
    assert set(names("mona")) == {"Rina", "Raz", "Mona"}
    assert names("rina") == ["Rina"]
    assert len(names("olga")) == 8


def calendar(company: Company, since: str, until: str, *, who: str = "rina", **given: object) -> list[str]:
    return subjects(inside(company.ask(who, CALENDAR, since=since, until=until, **given), "calendar"))


def test_a_calendar_shows_what_falls_into_its_days(company: Company) -> None:
    plan_a_week(company)
    gone = plan(company, "Cancelled", dueOn="2026-03-03")
    company.do("rina", "cancelActivity", id=gone["id"])
    both = calendar(company, "2026-03-02", "2026-03-03")
    assert both == [
        "Some time today", "Done", "Held already", "This morning", "Going on", "Tonight", "Tomorrow"
    ]  # fmt: skip
    assert calendar(company, "2026-03-09", "2026-03-09") == ["Next week"]
    two = [company.id("rina"), company.id("raz")]
    assert "Raz's" in calendar(company, "2026-03-02", "2026-03-02", who="mona", memberIds=two)


def test_what_lasts_over_midnight_is_on_both_days(company: Company) -> None:
    plan(company, "Fair", kind="MEETING", startsAt="2026-03-04T08:00:00Z", endsAt="2026-03-06T18:00:00Z")
    for on in ("2026-03-04", "2026-03-05", "2026-03-06"):
        assert calendar(company, on, on) == ["Fair"]
    assert calendar(company, "2026-03-07", "2026-03-07") == []


def test_a_series_is_seen_ahead(company: Company) -> None:
    plan(company, "Stand up", dueOn="2026-03-02", repeat="FREQ=DAILY;COUNT=4")
    plan(company, "Weekly", kind="MEETING", startsAt="2026-03-02T09:00:00Z", repeat="FREQ=WEEKLY")
    week = inside(company.ask("rina", CALENDAR, since="2026-03-02", until="2026-03-15"), "calendar")
    ahead = [(inside(one, "activity")["subject"], one["on"], one["at"]) for one in rows(week, "occurrences")]
    assert ahead == [
        ("Stand up", "2026-03-03", "2026-03-03T00:00:00+00:00"),
        ("Stand up", "2026-03-04", "2026-03-04T00:00:00+00:00"),
        ("Stand up", "2026-03-05", "2026-03-05T00:00:00+00:00"),
        ("Weekly", None, "2026-03-09T09:00:00+00:00"),
    ]  # fmt: skip


@pytest.mark.parametrize(("since", "until"), [("2026-03-02", "2026-03-01"), ("2026-01-01", "2026-03-04")])
def test_a_calendar_has_an_end(company: Company, since: str, until: str) -> None:
    said = company.answer("rina", CALENDAR, {"since": since, "until": until})
    assert refusals(said) == ["BAD_SPAN"]


def test_what_is_overdue_moves_with_the_clock(company: Company) -> None:
    plan(company, "Ring", kind="CALL", dueAt="2026-03-02T12:30:00Z")
    assert day(company)["today"] == ["Ring"]
    company.clock.at = NOW + timedelta(hours=1)
    assert day(company)["overdue"] == ["Ring"]

"""Teams: made, changed and taken away by owners and admins."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from saas.graph.ids import encode
from tests.members.make import ABSENT, Company, key_of


def test_a_team_is_made_changed_and_taken_away(company: Company) -> None:
    entries = len(company.trail())
    made = company.do("adam", "createTeam", name=" East ", office=" Haifa ", managerId=company.id("mona"))
    assert made == {
        "id": made["id"], "name": "East", "office": "Haifa", "manager": {"id": company.id("mona")}, "version": 1,
        "parent": None,         "createdAt": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    changed = company.do("olga", "updateTeam", id=made["id"], version=1, office=" ", managerId=None)
    assert (changed["office"], changed["manager"], changed["version"]) == (None, None, 2)
    company.do("olga", "deleteTeam", id=made["id"], version=2)
    mona = str(company.keys["mona"])
    assert company.trail(entries) == [
        ("adam", "CREATE", "team", None, {
            "id": str(key_of(made)), "name": "East", "office": "Haifa", "manager_id": mona,
            "created_at": "2026-03-02T12:00:00Z",
        }),
        ("olga", "UPDATE", "team", {"office": "Haifa", "manager_id": mona}, {"office": None, "manager_id": None}),
        ("olga", "DELETE", "team", {"deleted_at": None}, {"deleted_at": "2026-03-02T12:00:00Z"}),
    ]  # fmt: skip
    assert company.ask("rina", "query Q($id: ID!) { team(id: $id) { name } }", id=made["id"]) == {"team": None}
    assert company.do("adam", "createTeam", name="East")["id"] != made["id"]


@pytest.mark.parametrize(
    ("mutation", "given", "problem"),
    [
        ("createTeam", {"name": ""}, ("REQUIRED", "name")),
        ("createTeam", {"name": "NORTH "}, ("DUPLICATE", "name")),
        ("createTeam", {"name": "East", "office": "x" * 1001}, ("TOO_LONG", "office")),
        ("createTeam", {"name": "East", "managerId": encode("Member", ABSENT)}, ("NOT_FOUND", "managerId")),
        ("updateTeam", {"id": "South", "name": None}, ("REQUIRED", "name")),
        ("updateTeam", {"id": "South", "name": "north"}, ("DUPLICATE", "name")),
        ("updateTeam", {"id": "South", "managerId": "x"}, ("NOT_FOUND", "managerId")),
        ("deleteTeam", {"id": "North"}, ("TEAM_HAS_MEMBERS", "id")),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(
    settled: Company, mutation: str, given: dict[str, object], problem: tuple[str, str]
) -> None:
    if "id" in given:
        given = {**given, "id": settled.id(str(given["id"]), "Team")}
    assert settled.refuse("olga", mutation, **given) == problem


def test_a_stale_edit_is_told_with_the_team_as_it_is(company: Company) -> None:
    west = company.id("West", "Team")
    company.do("olga", "updateTeam", id=west, name="Wild West")
    state = company.state()
    answer = company.act("adam", "updateTeam", id=west, name="Far West", version=1)
    assert answer.problem == ("CONFLICT", "version")
    assert answer.record is not None
    assert answer.record["name"] == "Wild West"
    assert company.act("adam", "deleteTeam", id=west, version=1).problem == ("CONFLICT", "version")
    assert company.state() == state


def test_two_teams_of_one_name_at_once_are_one(company: Company) -> None:
    together = Barrier(2)

    def make(name: str) -> tuple[str, str | None] | None:
        together.wait()
        return company.act("olga", "createTeam", name=name).problem

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(make, ["מכירות דרום", "מכירות  דרומ"]), key=str) == [("DUPLICATE", "name"), None]
